"""Where to look for a time: the stretches that were said, with both sides bound."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dialogs.asker import Asker
from dialogs.decisions import openings
from dialogs.decisions.openings import Opening
from dialogs.decisions.refining import at_clock
from dialogs.frame import Booking
from dialogs.understand.understood import Slot, TimeConstraint
from graph.model import Window, WorkingHours

ANY_TIME = timedelta(days=7)
NOON = 12 * 60
"""How far to look where nobody said when."""
OWN_DAY = "_that_day"
"""Ends the facet of other times that are wanted on the day of what is moved."""
NEARBY = timedelta(days=2)
"""How far around a stated time to look for a better one."""


def stretches(time: TimeConstraint, now: datetime) -> tuple[Window, ...]:
    """Where the event may lie, with both sides bound."""
    slots = time.slots or (Slot(now, now + ANY_TIME),)
    return tuple(bound(slot, now) for slot in slots)


def searched(time: TimeConstraint, now: datetime, length: timedelta, hours: WorkingHours) -> tuple[Window, ...]:
    """Where to look for a time of that length: at the stated hour of any working day, or within the working hours."""
    found = stretches(time, now)
    begun = [Window.of(at, length) for window in found for at in _begun(window, time.starts, now)]
    at_work = [window for window in begun if window.start.astimezone(hours.zone).weekday() in hours.weekdays]
    return tuple(at_work or begun) or openings.searched(found, hours)


def _begun(window: Window, starts: Sequence[int], now: datetime) -> Iterator[datetime]:
    """The moments, from now on, at which these times of day come in a stretch."""
    first = window.start.astimezone(now.tzinfo)
    for day in range((window.end - first).days + 2):
        moments = (at_clock(first + timedelta(days=day), minutes) for minutes in starts)
        yield from (at for at in moments if max(now, window.start) <= at < window.end)


def bound(slot: Slot, now: datetime) -> Window:
    start = slot.start or min(now, slot.end or now)
    return Window(start, slot.end or start + ANY_TIME)


def near(exact: Window, asker: Asker) -> tuple[Window, ...]:
    """The working time near a stated time."""
    near = Window(exact.start - NEARBY, exact.end + NEARBY)
    return openings.working_windows(asker.hours, near)


def around(booking: Booking, opening: Opening) -> Booking:
    """The same booking around a time that can no longer be had."""
    if booking.time.exact is None:
        return booking
    around = Slot(opening.window.start - NEARBY, opening.window.end + NEARBY)
    return replace(booking, time=replace(booking.time, exact=None, slots=(around,)))


def beside(facet: str, offered: Sequence[Window], now: datetime) -> Slot:
    """Where to look: "earlier" or "later" on the day of the first, anywhere on "that_day", or from the next on."""
    best = offered[0].start.astimezone(now.tzinfo)
    midnight = at_clock(best, 0)
    tomorrow = midnight + timedelta(days=1)
    match facet:
        case "that_day":
            return Slot(max(now, midnight), tomorrow)
        case "earlier":
            return Slot(max(now, midnight), best)
        case "later":
            # Of several times that begin in the morning, later in the day is the other half of it.
            noon = at_clock(best, NOON)
            after = offered[0].end.astimezone(now.tzinfo)
            return Slot(max(after, noon) if len(offered) > 1 else after, tomorrow)
    return Slot(tomorrow, tomorrow + ANY_TIME)
