"""A change of an event or a question, in the words that other readers look for: "the sync should be called Pulse".

A table of patterns, and how what they hold is said plainly. Pure.
"""

from typing import Final

from dialogs.understand.lexicon.patterns import patterns

_LONGEST: Final = 250
"""Characters. What is longer tells a story."""
_WAYS: Final = (
    ("should-be-called", "{lead}rename {event} to {title}{rest}"),
    ("called-anew", "{lead}rename {event} to {title}{quoted}{rest}"),
    ("wants-length", "{lead}make {event} {amount}{rest}"),
    ("gives-length", "{lead}make {event} {amount}{rest}"),
    ("once-starts", "{lead}move {event} to {time} {when} only"),
    ("starts-once", "{lead}move {event} to {time} {when}"),
    ("week-starts", "{lead}move {event} to {time}"),
    ("who-sits-on", "{lead}who is in {event}"),
    ("about-again", "what's {event} about"),
    ("time-of-people", "what time is it in {a}{b}"),
    ("hours-in-a-row", "when am I free for {amount}{when}"),
    ("no-and-cancel", "{lead}cancel the {event}, only this one"),
)
"""Patterns, and how what they hold is said plainly."""


def plainly(utterance: str) -> str:
    """The request as others read it; `utterance` itself where it is none of these."""
    if len(utterance) > _LONGEST:
        return utterance
    words = patterns()
    utterance = words["topic-then-time"].sub(r"\g<long> about \g<topic>, ", utterance)
    for name, way in _WAYS:
        if found := words[name].fullmatch(utterance):
            return way.format(**{part: said or "" for part, said in found.groupdict().items()}).strip()
    return utterance
