"""When a meal is: "lunch with Ana tomorrow" says its hours and its length without saying them. Pure."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta

from dialogs.decisions.openings import LONG_SLOT
from dialogs.decisions.stretching import stretches
from dialogs.frame import Booking
from dialogs.understand.understood import Slot
from graph.model import Window

HOURS = {
    "breakfast": (time(8), time(9, 30)),
    "brunch": (time(10, 30), time(12, 30)),
    "lunch": (time(12), time(14)),
    "dinner": (time(18, 30), time(21)),
}
"""When it is eaten in the zone of the speaker; the name is what the understanding calls it."""
DRINKS = frozenset(("coffee", "tea", "drink", "drinks", "a drink", "a coffee", "beer", "beers", "a beer"))
LENGTH = timedelta(hours=1)


def is_meal(booking: Booking) -> bool:
    """Whether one eats or drinks together."""
    return bool(booking.meal) or booking.subject.lower() in DRINKS


def at_mealtime(booking: Booking, noun: str, now: datetime) -> Booking:
    """The booking of a meal: an hour at its time of day, where neither was said."""
    meal = noun if noun in HOURS else booking.meal
    if not meal:
        return booking
    booking = replace(booking, duration=booking.duration or LENGTH, meal=meal)
    if booking.time.exact or booking.time.starts:
        return booking
    said = stretches(booking.time, now)
    slots = tuple(slot for window in said for slot in _within(window, meal))
    return replace(booking, time=replace(booking.time, slots=slots)) if slots else booking


def near(exact: Window, meal: str) -> tuple[Window, ...]:
    """Where to look for one that was to be at a stated time: when it is eaten on that day and on those beside it."""
    begins, ends = HOURS[meal]
    days = [(exact.start + timedelta(days=number)).date() for number in (-1, 0, 1)]
    zone = exact.start.tzinfo
    hours = [Window(datetime.combine(day, begins, zone), datetime.combine(day, ends, zone)) for day in days]
    about = exact.start - LENGTH, exact.end + LENGTH
    return (hours[0], Window(min(hours[1].start, about[0]), max(hours[1].end, about[1])), hours[2])


def _within(window: Window, meal: str) -> Iterator[Slot]:
    """A short stretch as it is; of a longer one, the hours of the meal on each day."""
    if window.length < LONG_SLOT:
        yield Slot(window.start, window.end)
        return
    begins, ends = HOURS[meal]
    day = window.start.date()
    while day <= window.end.date():
        start = datetime.combine(day, begins, window.start.tzinfo)
        end = datetime.combine(day, ends, window.start.tzinfo)
        if window.start < end and start < window.end:
            yield Slot(max(start, window.start), min(end, window.end))
        day += timedelta(days=1)
