"""Times of what has been: "on Monday" of a message that came is the Monday that has gone by. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import is_weekday
from dialogs.understand.understood import Kind, Slot, TimeConstraint, When

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


def gone_by(time: TimeConstraint, said: Sequence[When], context: Context) -> TimeConstraint:
    """The same stretches where they have begun by now; what lies ahead is taken back by a week or a year.

    A day is all of it; an amount of time ("the last two hours") reaches back from now.
    """
    now = context.now
    slots = [_day(time.exact, said)] if time.exact else list(time.slots)
    lengths = [when.duration for when in said if when.kind is Kind.DURATION and when.duration]
    if not slots and lengths:
        return TimeConstraint(slots=(Slot(now - lengths[0], None),))
    weekly = any(is_weekday(word) for when in said for word in when.text.split())
    return TimeConstraint(slots=tuple(_back(slot, now, weekly=weekly) for slot in slots), impossible=time.impossible)


def _day(exact: datetime, said: Sequence[When]) -> Slot:
    if any(when.kind in (Kind.TIME, Kind.DATETIME) for when in said):
        return Slot(exact, exact + timedelta(hours=1))
    return Slot(exact, exact + _DAY)


def _back(slot: Slot, now: datetime, *, weekly: bool) -> Slot:
    start, end = slot.start, slot.end
    while start is not None and start > now:
        if weekly:
            start, end = start - _WEEK, end - _WEEK if end else None
        else:
            start = start.replace(year=start.year - 1, day=min(start.day, 28) if start.month == 2 else start.day)
            end = end.replace(year=end.year - 1, day=min(end.day, 28) if end.month == 2 else end.day) if end else None
    return Slot(start, end)
