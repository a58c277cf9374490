"""A series that is named first, and then changed from a day on, or over after one, in the plain order.

"My weekly with Ana - from next week make it an hour", "the last retro is on Friday, drop the rest", "cancel everything
after the 3rd in the retro series", which is of that series alone. Pure.
"""

from dialogs.understand.lexicon.patterns import patterns

_LONGEST = 200
"""Characters. What is longer tells a story."""
_WAYS = (
    ("head-from-then", r"\g<from> \g<verb> \g<event> \g<rest>"),
    ("may-end", r"end \g<event> series after \g<time>"),
    ("last-is-then", r"end the \g<event> series after \g<time>"),
    ("series-is-last", r"end \g<event> series after \g<one>\g<then>"),
    ("series-over-after", r"end \g<event> series after \g<one>"),
    ("then-is-the-last", r"end the \g<event> series after \g<one>"),
    ("series-alone-is-last", r"end the series after \g<one>"),
    ("one-is-the-last", r"end \g<event> series after \g<one>"),
    ("days-is-the-last", r"end the \g<event> series after \g<one>"),
)
"""Patterns, and what is said in their place."""
_ALL_BEHIND = ("all-in-behind", "all-behind-in")
"""All that comes behind a day in one series, in either order."""
_PAST = frozenset(("after", "past", "beyond"))
"""Words behind which the day itself stays."""


def plainly(utterance: str, *, is_open: bool) -> str:
    """The request; `utterance` itself where nothing is said so. `is_open`: something is being discussed."""
    if is_open or len(utterance) > _LONGEST:
        return utterance
    words = patterns()
    for name, way in _WAYS:
        if found := words[name].fullmatch(utterance):
            return found.expand(way)
    for name in _ALL_BEHIND:
        if found := words[name].fullmatch(utterance):
            if found["way"].lower() in _PAST and not found["on"]:
                return f"{found['lead']}end the {found['event']} series after {found['time']}"
            return f"{found['lead']}cancel the {found['event']} from {found['time']} on"
    return utterance
