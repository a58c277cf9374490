"""What stands in a clause of its own, put where it is looked for: "move it to 4, the workshop", "X: swap A for B".

So are taken in an event that is put right or named behind its pronoun, the room of one that has none, who is spoken of
in what is told, and somebody who is asked whether another time would do. A table of patterns, and how what they hold is
said plainly. Nothing is read so while something is open. Pure.
"""

from typing import Final

from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.wording import repairs

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_WAYS: Final = (
    ("event-slip", "{lead}{request}"),
    ("named-behind", "{lead}{verb} {event}{rest}"),
    ("has-it-at", "{lead}move {event} to {time}{only}, {once}"),
    ("room-from", "{lead}change the room of {event} to {new}{rest}"),
    ("room-switched", "{lead}change the room of {event} to {new}{rest}"),
    ("lacks-so-named", "{lead}get {room} for {event}"),
    ("headed-swap-once", "swap {one} for {other} in {event}, only this one"),
    ("headed-swap", "swap {one} for {other} in {event}{rest}"),
    ("swap-the", "{lead}swap {one} for {other}{rest}"),
    ("moved-in-its-place", "{first} and move {event} to the freed time"),
    ("in-its-place", "{first}{second} in that slot{rest}"),
    ("all-off-told", "{lead}cancel the whole {event} series and tell {whom} that {why}"),
    ("all-off", "{lead}cancel the whole {event} series{rest}"),
    ("asks-whether-at", "ask {who} if {time} works instead for {event}"),
    ("told-whose", "{fact}{joint}{request}{who}'s{rest}"),
    ("told-then-reply", "reply to {who}{rest}"),
    ("forward-aim", "{request}"),
    ("might-and-maybe", "{first}"),
    ("tells-bare", "{lead}tell {whom} that {note}"),
)
"""Patterns, and how what they hold is said."""


def plainly(utterance: str) -> str:
    """The same in one clause; `utterance` itself where it is none of these."""
    if len(utterance) > _LONGEST:
        return utterance
    put = _put(utterance)
    if put == utterance and (mended := repairs.repaired(utterance)) != utterance:
        # A slip of the tongue stands in the way of the build alone; where there is none, others put it right.
        again = _put(mended)
        return again if again != mended else utterance
    return put


def _put(utterance: str) -> str:
    for name, way in _WAYS:
        if found := patterns()[name].fullmatch(utterance):
            utterance = way.format(**{part: said or "" for part, said in found.groupdict().items()}).strip(" ,")
    return utterance
