"""Words that tell how much is meant, in one form: "decline the sync. Only that one", "cancel the whole lot".

Whether somebody says "just" or "only", and where in the message, the one of a series is meant that was named; and
"these", "those" and "the lot" are all that is on the screen. Pure.
"""

from typing import Final

from dialogs.understand.lexicon.patterns import patterns

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_SINGLING: Final = (
    ("singled-verb", r"\g<verb> \g<what>, only this one"),
    ("singled-only", r"\g<verb> \g<what>, only this one"),
    ("singled-first", r"\g<verb>\g<act> it, only this one"),
    ("singled-pronoun", r"\g<verb> it, only this one"),
    ("singled-day", r"\g<request> \g<day>, only this one"),
    ("singled-behind", r"\g<request>, only this one"),
)
"""Patterns, and what stands in their place."""
_MARKS: Final = ("only", "just", "alone", "one-off", "one off")


def plainly(utterance: str, *, is_open: bool) -> str:
    """The same with these words as they are looked for; "cancel these" may be an answer while something `is_open`."""
    if len(utterance) > _LONGEST:
        return utterance
    utterance = patterns()["each-from-now"].sub(r"\g<to>\g<on>", utterance, count=1)
    utterance = patterns()["not-at-both"].sub("", utterance, count=1)
    # A series that moves from one day of the week to another is not to be on both.
    utterance = patterns()["to-other-weekday"].sub(r"\g<moves> to ", utterance, count=1)
    utterance = patterns()["lasts-then-starts"].sub(r"\g<starts> \g<lasts>", utterance, count=1)
    low = utterance.lower()
    if any(word in low for word in _MARKS):
        for name, way in _SINGLING:
            utterance = patterns()[name].sub(way, utterance, count=1)
    return utterance if is_open else patterns()["all-shown"].sub(r"\g<verb> them all", utterance, count=1)
