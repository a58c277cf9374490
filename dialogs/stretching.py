"""Where to look for a time: the stretches that were said, with both sides bound."""

from dataclasses import replace
from datetime import datetime, timedelta

from dialogs import openings
from dialogs.asker import Asker
from dialogs.frame import Booking
from dialogs.openings import Opening
from dialogs.understand.understood import Slot, TimeConstraint
from graph.model import Window

ANY_TIME = timedelta(days=7)
"""How far to look where nobody said when."""
NEARBY = timedelta(days=2)
"""How far around a stated time to look for a better one."""


def stretches(time: TimeConstraint, now: datetime) -> tuple[Window, ...]:
    """Where the event may lie, with both sides bound."""
    slots = time.slots or (Slot(now, now + ANY_TIME),)
    return tuple(bound(slot, now) for slot in slots)


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
