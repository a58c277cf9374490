"""Undo, for five minutes: when each thing was done, and what is said to whoever wants it back later.

Ana: undo                          (twelve minutes later)
Bot: That was 12 minutes ago, and I can undo for five minutes, so nothing was changed. To call it off now, say …
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from dialogs.frame import Change, Done, Frame
from dialogs.turn import Json, Reply, Tap
from dialogs.understand.lexicon.patterns import patterns
from dialogs.words.reader import Reader

LIMIT = timedelta(minutes=5)
KEPT = 24
"""What was done before that is long past its five minutes."""
PREFIX = "undo_"
"""How the verbs begin of all buttons that take something back."""
INSTEAD: Mapping[str, str] = {
    "undo_book": "undo-late-book",
    "undo_change": "undo-late-change",
    "undo_reshuffle": "undo-late-change",
    "undo_alike": "undo-late-change",
    "undo_respond": "undo-late-respond",
    "undo_several": "undo-late-respond",
    "undo_absence": "undo-late-absence",
    "undo_reminder": "undo-late-reminder",
    "undo_added": "undo-late-book",
    "undo_mail": "undo-late-mail",
}
"""What can be done once it is too late, by the verb."""


def noted(before: Frame, after: Frame, now: datetime) -> Frame:
    """The frame after a turn, with when it was that something was done which can be taken back."""
    if after.undo is None or after.undo is before.undo or not after.undo.verb.startswith(PREFIX):
        return after
    return replace(after, done=(*after.done, Done(after.undo, now))[-KEPT:])


def meant(utterance: str, frame: Frame) -> Tap | None:
    """What "undo" takes back: the newest of what was done that is as the words say, "the move" before "adding Alex".

    None where nothing can be taken back, or where only something else was done.
    """
    found = patterns()["undone-which"].search(utterance)
    kind = found.lastgroup if found else None
    if kind is None or frame.undo is None or _is_kind(kind, frame.undo, frame) is not False:
        return frame.undo
    return next((each.tap for each in reversed(frame.done) if _is_kind(kind, each.tap, frame)), None)


def _is_kind(kind: str, tap: Tap, frame: Frame) -> bool | None:
    """Whether the button takes back such a thing; None where that cannot be told."""
    if tap.verb == "undo_book":
        offer = frame.offer(tap.data.get("card"))
        return kind == "booked" and offer is not None and not offer.withdrawn
    if tap.verb != "undo_change":
        return None
    change = frame.change(tap.data.get("card"))
    return bool(change and change.made and change.back and kind in _kinds(change))


def _kinds(change: Change) -> frozenset[str]:
    """What was changed, as it is called in words that take it back."""
    wish = change.wish
    time = wish.time
    is_moved = wish.moves and not wish.longer and (wish.shift or time.exact or time.slots or change.openings)
    kinds = {
        "move": is_moved,
        "length": wish.longer or wish.ends or time.duration,
        "room": wish.venue or wish.room or wish.is_roomless or wish.location,
        "title": wish.subject,
        "added": wish.added,
        "dropped": wish.dropped,
    }
    return frozenset(kind for kind, is_one in kinds.items() if is_one)


def too_late(tap: Tap, frame: Frame, now: datetime, reader: Reader) -> Reply | None:
    """What is said to a button that takes something back, where its time is over; None where it is not.

    What is not known any more was done too long ago.
    """
    if not tap.verb.startswith(PREFIX):
        return None
    done = next((each for each in reversed(frame.done) if _is_of(each.tap, tap)), None)
    if done and now - done.at <= LIMIT:
        return None
    minutes = (now - done.at) // timedelta(minutes=1) if done else 0
    instead = reader.say(INSTEAD.get(tap.verb, "undo-late-any"))
    words = reader.say("undo-late", ago=_ago(minutes, reader), instead=instead)
    return Reply(text=words, dialog="undoing", outcome="too_late")


def _is_of(made: Tap, pressed: Tap) -> bool:
    """Whether the button is that of what was done; it may carry more than was kept of it."""
    return made.verb == pressed.verb and all(_has(pressed.data, name, value) for name, value in made.data.items())


def _has(data: Json, name: str, value: object) -> bool:
    return name in data and data[name] == value


def _ago(minutes: int, reader: Reader) -> str:
    """As in "12 minutes ago"."""
    if 0 < minutes < 60:
        return reader.say("undo-ago-minutes", count=minutes)
    return reader.say("undo-ago-long")
