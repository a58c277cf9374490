"""Which whole days are meant, and how they suit everyone."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.decisions import wholedays
from dialogs.decisions.openings import Calendar, Standing
from dialogs.frame import Booking
from dialogs.understand.understood import Slot, TimeConstraint
from graph.model import Busy, Hidden, Schedule, ShowAs, Window, WorkingHours

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2027, 3, 24, 10, tzinfo=LISBON)
"""A Wednesday; the clocks change on the Sunday after."""
WEEKDAYS = WorkingHours(LISBON, time(9), time(17), frozenset(range(5)))


def day(number: int, hour: int = 0) -> datetime:
    return datetime(2027, 3, number, hour, tzinfo=LISBON)


def booking(first: int, last: int, *, days: int = 0) -> Booking:
    """From one day of March to before another."""
    slots = (Slot(day(first), day(last)),)
    return Booking(duration=timedelta(days=days) if days else None, time=TimeConstraint(slots=slots, all_day=not days))


def found(of: Booking) -> list[tuple[int, int]]:
    slots = [Window(slot.start, slot.end) for slot in of.time.slots if slot.start and slot.end]
    return [(window.start.day, window.end.day) for window in wholedays.windows(of, slots, NOW)]


@pytest.mark.parametrize(
    ("meant", "windows"),
    [
        (booking(25, 26), [(25, 26)]),
        (booking(24, 25), [(24, 25)]),
        (booking(22, 23), []),
        (booking(25, 28), [(25, 28)]),
        (booking(22, 29), [(24, 25), (25, 26), (26, 27), (27, 28), (28, 29)]),
        (booking(25, 26, days=2), [(25, 27)]),
        (booking(25, 30, days=3), [(25, 28), (26, 29), (27, 30)]),
    ],
    ids=[
        "a day",
        "today",
        "a day that is over",
        "some days",
        "a week to choose from",
        "two days from",
        "three of five",
    ],
)
def test_the_days_that_are_meant(meant: Booking, windows: list[tuple[int, int]]) -> None:
    assert found(meant) == windows


def test_days_end_at_midnight_when_the_clock_changes() -> None:
    """The Sunday has 23 hours."""
    (window,) = wholedays.windows(booking(28, 29), [Window(day(28), day(29))], NOW)
    assert (window.start, window.end) == (day(28), day(29))
    assert window.end.time() == time()


@pytest.mark.parametrize(
    ("of", "takes"),
    [
        (Booking(time=TimeConstraint(all_day=True)), True),
        (Booking(duration=timedelta(days=2)), True),
        (Booking(duration=timedelta(hours=8)), False),
        (Booking(duration=timedelta(hours=30)), False),
        (Booking(), False),
    ],
)
def test_what_takes_whole_days(of: Booking, *, takes: bool) -> None:
    assert wholedays.takes_days(of) is takes


def busy(start: int, end: int, show_as: ShowAs = ShowAs.BUSY) -> Busy:
    return Busy(Window(day(25, start), day(25, end)), show_as)


@pytest.mark.parametrize(
    ("taken", "standing"),
    [
        ((), Standing.FREE),
        ((busy(10, 11),), Standing.TENTATIVE),
        ((busy(9, 12), busy(13, 15)), Standing.BUSY),
        ((busy(18, 23),), Standing.FREE),
        ((busy(0, 23, ShowAs.OUT_OF_OFFICE),), Standing.OUT),
        ((busy(0, 23, ShowAs.WORKING_ELSEWHERE),), Standing.ELSEWHERE),
        ((busy(0, 23, ShowAs.FREE),), Standing.FREE),
    ],
    ids=["nothing", "one meeting", "half of the day", "the evening", "away", "working elsewhere", "a birthday"],
)
def test_how_a_day_suits_somebody(taken: tuple[Busy, ...], standing: Standing) -> None:
    calendar = Calendar("rita@contoso.example", Schedule("rita@contoso.example", taken, WEEKDAYS))
    assert wholedays.standing_on(calendar, Window(day(25), day(26))) is standing


def test_a_day_without_working_hours_or_without_a_view_of_it() -> None:
    free = Calendar("rita@contoso.example", Schedule("rita@contoso.example", (), WEEKDAYS))
    hidden = Calendar("tim@contoso.example", Hidden("tim@contoso.example"))
    saturday = Window(day(27), day(28))
    assert wholedays.standing_on(free, saturday) is Standing.OUTSIDE
    assert wholedays.standing_on(hidden, saturday) is Standing.HIDDEN


def test_the_better_days_are_offered_first() -> None:
    """And none that somebody cannot come on, while there are others."""
    away = Busy(Window(day(25), day(26)), ShowAs.OUT_OF_OFFICE)
    meeting = Busy(Window(day(26, 10), day(26, 11)), ShowAs.BUSY)
    calendars = [Calendar("rita@contoso.example", Schedule("rita@contoso.example", (away, meeting), WEEKDAYS))]
    days = [Window(day(number), day(number + 1)) for number in (25, 26, 27, 29, 30)]
    ranked = wholedays.rank([wholedays.opening_on(window, calendars) for window in days])
    assert [opening.window.start.day for opening in ranked] == [29, 30, 26]
