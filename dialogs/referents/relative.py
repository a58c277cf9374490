"""When something is to be that was said by another event: "after the review", "an hour before my flight". Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from dialogs.decisions import openings
from dialogs.referents.which import EMPTY_WORDS
from dialogs.understand.understood import Anchor, Slot, TimeConstraint
from graph.model import Window, WorkingHours

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
FARTHEST = timedelta(days=4)
"""Where an event leaves no working time on its own day, the working day beside it is looked at: over a weekend."""
ROOM_TO_MOVE = timedelta(minutes=90)
PARTS = {"morning": (6, 12), "afternoon": (12, 18), "evening": (17, 22), "night": (18, 24)}
"""The hours of a part of the day, as the time language has them."""


@dataclass(frozen=True)
class Found:
    """The event by which a time was said: when it is, in the asker's zone. A moment where only a time was known."""

    window: Window
    is_all_day: bool = False


@dataclass(frozen=True)
class Around:
    """What is known of the asker and of what they ask for. `length` None: it is not known how long it takes.

    `only_that_day`: what is asked is told of the event's own day alone, however little is left of it.
    """

    now: datetime
    hours: WorkingHours
    length: timedelta | None = None
    only_that_day: bool = False


def name_of(anchor: Anchor) -> str:
    """What the event was called, without "the" and "my"."""
    words = [word for word in anchor.event.split() if word.lower() not in EMPTY_WORDS]
    return " ".join(words) or anchor.described


def placed(said: TimeConstraint, event: Found, until: Found | None, around: Around) -> TimeConstraint | None:
    """`said` with a time in place of its anchor; None where there is no time between two events.

    Stretches that were said beside it narrow it, where they share any time with it.
    """
    anchor = said.anchor
    if anchor is None:
        return said
    plain = replace(said, anchor=None, exact=None, clock=None, doubt="", alternatives=())
    exact, slot, near = _where(anchor, event, until, around)
    if exact is not None:
        # Nor do other times lie on the other side of the event.
        beyond = Slot(None, event.window.end) if anchor.side == "after" else Slot(event.window.start, None)
        return replace(plain, exact=exact, slots=(), excluded=(*plain.excluded, beyond))
    if slot.start and slot.end and slot.start >= slot.end:
        return None
    return replace(plain, slots=_shared(said.slots, slot) or (slot,), near=near)


def _where(
    anchor: Anchor, event: Found, until: Found | None, around: Around
) -> tuple[datetime | None, Slot, datetime | None]:
    """A stated start, or a stretch and what in it is best: close to the event."""
    start, end = event.window.start, event.window.end
    length = around.length or timedelta(minutes=30)
    if anchor.whole:
        return None, _whole(anchor, event), None
    if until is not None:
        return None, Slot(end, until.window.start), None
    if anchor.side == "during":
        return None, Slot(start, end), None
    if anchor.distance is not None and anchor.distance % DAY == timedelta():
        day = _midnight(end - timedelta(seconds=1)) if anchor.side == "after" else _midnight(start)
        first = day + anchor.distance if anchor.side == "after" else day - anchor.distance
        return None, Slot(first, first + DAY), None
    if anchor.distance is not None:
        return (end + anchor.distance if anchor.side == "after" else start - anchor.distance), Slot(None, None), None
    if anchor.beside and not event.is_all_day and anchor.side == "after":
        return end, Slot(None, None), None
    if anchor.beside and not event.is_all_day and around.length:
        return start - around.length, Slot(None, None), None
    if anchor.side == "after":
        return None, _after(event, length, around), None if event.is_all_day else end
    first = max(around.now, start - ROOM_TO_MOVE) if anchor.beside else _before(event, length, around)
    return None, Slot(first, start), None if event.is_all_day else start - length


def _after(event: Found, length: timedelta, around: Around) -> Slot:
    end = event.window.end
    if event.is_all_day:
        return Slot(end, end + WEEK)
    last = _midnight(end) + DAY
    while not around.only_that_day and last < end + FARTHEST and not _fits(Window(end, last), length, around.hours):
        last += DAY
    return Slot(end, last)


def _before(event: Found, length: timedelta, around: Around) -> datetime:
    start = event.window.start
    if event.is_all_day:
        return max(around.now, start - WEEK)
    first = _midnight(start)
    while (
        not around.only_that_day
        and around.now < first
        and first > start - FARTHEST
        and not _fits(Window(first, start), length, around.hours)
    ):
        first -= DAY
    return min(start, max(first, around.now))


def _fits(within: Window, length: timedelta, hours: WorkingHours) -> bool:
    """Whether working time of that length is left, and it is worth a meeting at all."""
    return any(shift.length >= length for shift in openings.working_windows(hours, within))


def _whole(anchor: Anchor, event: Found) -> Slot:
    """The day, week or part of a day that is said beside the event, or is its own."""
    first, last = _midnight(event.window.start), _midnight(event.window.end - timedelta(seconds=1))
    if anchor.whole == "week":
        monday = first - timedelta(days=first.weekday())
        if anchor.side == "after":
            monday = last - timedelta(days=last.weekday()) + WEEK
        elif anchor.side == "before":
            monday -= WEEK
        return Slot(monday, monday + WEEK)
    day = {"after": last + DAY, "before": first - DAY}.get(anchor.side, first)
    if anchor.whole == "day":
        return Slot(day, last + DAY if anchor.side == "during" else day + DAY)
    start, end = PARTS[anchor.whole]
    return Slot(day.replace(hour=start), day + DAY if end == 24 else day.replace(hour=end))


def _shared(stated: Sequence[Slot], slot: Slot) -> tuple[Slot, ...]:
    """What the stretches that were said have in common with `slot`."""
    shared = []
    for each in stated:
        start = max((at for at in (each.start, slot.start) if at), default=None)
        end = min((at for at in (each.end, slot.end) if at), default=None)
        if start is None or end is None or start < end:
            shared.append(Slot(start, end))
    return tuple(shared)


def _midnight(moment: datetime) -> datetime:
    return datetime.combine(moment.date(), time(), moment.tzinfo)
