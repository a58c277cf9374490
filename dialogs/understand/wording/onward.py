"""A series that is named first, and then changed from a day on, or over after one, in the plain order.

"My weekly with Ana - from next week make it an hour", "the last retro is on Friday, drop the rest". Pure.
"""

from dialogs.understand.lexicon.patterns import patterns

_LONGEST = 200
"""Characters. What is longer tells a story."""
_WAYS = (
    ("head-from-then", r"\g<from> \g<verb> \g<event> \g<rest>"),
    ("may-end", r"end \g<event> series after \g<time>"),
    ("last-is-then", r"end the \g<event> series after \g<time>"),
)
"""Patterns, and what is said in their place."""


def plainly(utterance: str, *, is_open: bool) -> str:
    """The request; `utterance` itself where nothing is said so. `is_open`: something is being discussed."""
    if is_open or len(utterance) > _LONGEST:
        return utterance
    words = patterns()
    for name, way in _WAYS:
        if found := words[name].fullmatch(utterance):
            return found.expand(way)
    return utterance
