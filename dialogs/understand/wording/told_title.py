"""What a booking is called, told otherwise than by "title": "as Stocktake", "it's the dentist", "half year review".

It is put behind the booking as its title, where no word of it is taken for a time or for somebody. And what is booked
for oneself, or is looked for as a question, in the words that are known. Tables of patterns, and how what they hold is
said. Pure.
"""

from typing import Final

from dialogs.understand.lexicon.patterns import patterns

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_WAYS: Final = (
    ("slot-where-all", "{lead}find a time {long}with {who} {when}{rest}. {more}"),
    ("bare-hour-with", "{lead}an {rest}"),
    ("alone-hour", "{lead}block {long} {rest}"),
    ("undisturbed", "{lead}block {rest} for focus time"),
    ("needs-time-with", "{lead}find a time {rest}"),
    ("down-as-busy", "{lead}block my calendar {rest}"),
    ("focus-for-me", "{lead}book focus time {rest}"),
    ("amount-kept-free", "{lead}block {long} {rest}"),
    ("shown-amid", "{front}, title {rest}, {way}"),
    ("blocks-a-day", "{lead}block my calendar {rest}"),
    ("called-first", "{rest}, title {title}{bare}"),
    ("topic-last", "{front}, title {title}"),
    ("titled-as", "{front}{rest}, title {title}"),
    ("titled-it-is", "{front}, title {title}"),
    ("titled-period", "{front}{rest}, title {title}"),
)


def plainly(utterance: str) -> str:
    """The same with its title behind it; `utterance` itself where none is told so."""
    if len(utterance) > _LONGEST:
        return utterance
    words = patterns()
    utterance = words["both-next-week"].sub(r"next week \g<one> or next week \g<other>", utterance)
    utterance = words["blocks-till"].sub(r"\g<lead>from \g<start>:00 to \g<end>", utterance)
    utterance = words["talk-topic"].sub(r"\g<lead>about ", utterance)
    for name, way in _WAYS:
        if found := words[name].fullmatch(utterance):
            parts = {part: (said or "") for part, said in found.groupdict().items()}
            utterance = way.format(**parts).strip(" ,")
    return utterance
