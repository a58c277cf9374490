"""What a booking at hand, or one just made, is to be besides: "a video link", "a bit longer, 45", "skip the first".

A table of patterns and how each is said plainly; the courtesies are off already. Pure.
"""

from typing import Final

from dialogs.understand.lexicon.patterns import patterns

_LONGEST: Final = 250
"""Characters. What is longer tells a story."""
_PLAINLY: Final = (
    ("longer-to", "make it {amount}"),
    ("gives-link", "make it online{rest}"),
    ("skips-nth", "cancel the {which} one"),
    ("skips-day", "skip the one on the {day}"),
    ("agenda-told", "add the agenda: {text}"),
    ("tells-me-to", "remind me {when} to {task}"),
    ("whether-in", "is {who} working {when}"),
    ("comes-as-well", "add {who} to it{role}"),
    ("brought-to", "make it {amount}"),
    ("scraps-undo", "undo"),
    ("no-longer-than", "make it {amount}"),
    ("out-so-in", "replace {out} with {in}"),
    ("starts-sooner", "move it {amount} {way}{rest}"),
    ("pronoun-day", "what does {whose} have on {when}"),
)
"""Said of a booking, whether it is made or on a card."""
_AFRESH: Final = (
    ("gets-on-call", "{lead}book a call with {who}{rest}"),
    ("gets-together", "{lead}book a meeting with {who}{rest}"),
    ("wants-to-talk", "book a meeting with {who} about {topic}"),
    ("retitled", "call it {title}"),
    ("called-that", "call it {title}"),
    ("quiet-long", "I need {amount} of {request}"),
    ("bigger-there", "find a {how} room for it"),
    ("when-could-do", "find {amount} with {who} about {topic}{rest}"),
    ("each-with", "{lead}book {one} and {other}{rest}"),
    ("placed-at", "move it to {place}"),
    ("then-long-right-after", "{request} and then book {amount} with {who}{topic} straight after that meeting"),
    ("then-right-after", "{request} and then book {who} straight after that meeting"),
)
"""Said of a new booking."""
_AT_HAND: Final = (
    ("refined-only-online", "make it online"),
    ("puts-down-for", "the {which} one"),
    ("series-ends", "until {when}"),
    ("knows-why", "tell {whom} {note}"),
    ("long-about", "make it {amount}. it's about {topic}"),
    ("any-better", "what about {when}?"),
)
"""Said of what is on a card."""
_SMALL: Final = (
    ("in-the-flesh", "in person"),
    ("day-end", "after 4pm"),
    ("minutes-with", r"\g<lead>book \g<amount> minutes with "),
    ("then-long-with", r"\g<lead>book \g<amount> with "),
    ("right-after-it", r"\g<after> that meeting"),
    ("beside-nth", r"\g<side> the \g<nth> meeting"),
    ("finds-who-long", r"\g<lead>book \g<amount> with \g<who>"),
    ("part-ish", r"\g<clock>"),
    ("names-in-room", " with "),
    ("names-behind-colon", " - "),
    ("before-out", r"before the end of the \g<period>\g<ends>"),
    ("re-topic", " about "),
    ("comes-behind", r" and add \g<who>"),
    ("proposes-something", r"\g<ask>"),
    ("part-same-day", r"\g<ask>"),
    ("pref-behind", r", preferably \g<day>"),
    ("finds-them-long", r"\g<lead>book \g<amount> with \g<who>"),
)
"""Ways to say a place, a time or a length, wherever they stand."""
_SMALL_AT_HAND: Final = (("taken-for-that", r"\g<take>"), ("nah-then", "no, "))
"""The same, of what is on a card."""


def plainly(utterance: str, *, is_open: bool) -> str:
    """The same in plain words; `utterance` itself where it is nothing of the kind."""
    if len(utterance) > _LONGEST:
        return utterance
    words = patterns()
    for name, plain in (*_SMALL, *(_SMALL_AT_HAND if is_open else ())):
        utterance = words[name].sub(plain, utterance)
    for name, plain in (*_PLAINLY, *(_AT_HAND if is_open else _AFRESH)):
        if found := words[name].fullmatch(utterance):
            parts: dict[str, str] = {}
            for part, said in found.groupdict().items():
                # Either of two ways to say it, as a pattern has each name once.
                parts[part.rstrip("_")] = said or parts.get(part.rstrip("_"), "")
            if parts.get("amount", "").isdigit():
                parts["amount"] += " minutes"
            if "role" in parts:
                parts["role"] = " as optional" if parts["role"] else ""
            return str(plain.format(**parts))
    return utterance
