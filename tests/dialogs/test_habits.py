"""How somebody wants their meetings: what becomes of settings that are said, and what it does to times."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.decisions.habits import Habits, Settings, Unusable, changed
from dialogs.decisions.openings import Calendar, opening_at
from dialogs.decisions.ranking import rank
from dialogs.understand.understood import SettingSaid
from graph.model import Busy, Schedule, ShowAs, Window, WorkingHours

LISBON, TOKYO = ZoneInfo("Europe/Lisbon"), ZoneInfo("Asia/Tokyo")
HOURS = WorkingHours(LISBON, time(9), time(18), frozenset(range(5)))
SETTINGS = Settings(LISBON, HOURS)
NONE = Habits()
MONDAY = datetime(2027, 5, 3, tzinfo=LISBON)


def at(hour: int, minute: int = 0) -> datetime:
    """That Monday."""
    return MONDAY.replace(hour=hour, minute=minute)


def taken(*spans: tuple[int, int], habits: Habits = NONE) -> Calendar:
    """Somebody with these habits who is busy from one hour to another."""
    busy = tuple(Busy(Window(at(start), at(end)), ShowAs.BUSY) for start, end in spans)
    return Calendar("me@contoso.example", Schedule("me@contoso.example", busy, HOURS), habits=habits)


def starts(calendar: Calendar, first: int, last: int, minutes: int = 30) -> list[str]:
    """The times that are offered between two hours, by the clock."""
    found = rank([calendar], [Window(at(first), at(last))], timedelta(minutes=minutes), at(0), limit=9)
    return sorted(f"{opening.window.start.astimezone(LISBON):%H:%M}" for opening in found)


def test_the_working_hours_go_with_the_zone() -> None:
    """Nine is nine by the new clock."""
    after = changed(SETTINGS, [SettingSaid("zone", place="Tokyo")], [TOKYO])
    assert after == replace(SETTINGS, zone=TOKYO, hours=replace(HOURS, zone=TOKYO))


@pytest.mark.parametrize(
    ("said", "days"),
    [
        (SettingSaid("daysoff", weekdays=(4,)), {0, 1, 2, 3}),
        (SettingSaid("dayson", weekdays=(5,)), {0, 1, 2, 3, 4, 5}),
        (SettingSaid("days", weekdays=(0, 1)), {0, 1}),
        (SettingSaid("hours", start=time(8), weekdays=(0,)), {0}),
    ],
)
def test_days_are_taken_out_added_or_replaced(said: SettingSaid, days: set[int]) -> None:
    """Each says something else of the days that are worked."""
    after = changed(SETTINGS, [said], [])
    assert isinstance(after, Settings)
    assert after.hours.weekdays == days


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (SettingSaid("daysoff", weekdays=(0, 1, 2, 3, 4)), "settings-no-days"),
        (SettingSaid("hours", end=time(9)), "settings-no-hours"),
        (SettingSaid("duration", length=timedelta(minutes=1)), "settings-bad-length"),
        (SettingSaid("buffer", length=timedelta(hours=3)), "settings-bad-buffer"),
        (SettingSaid("lunch", start=time(13), end=time(12)), "settings-bad-lunch"),
    ],
)
def test_what_cannot_be_is_told(said: SettingSaid, why: str) -> None:
    """And nothing becomes of it."""
    assert changed(SETTINGS, [said], []) == Unusable(why)


def test_hours_are_narrowed_but_never_to_nothing() -> None:
    """A wish that leaves no time at all is not followed."""
    assert Habits(earliest=time(10), latest=time(16)).narrowed(HOURS) == replace(HOURS, start=time(10), end=time(16))
    assert Habits(meeting_free=frozenset((4,))).narrowed(HOURS).weekdays == {0, 1, 2, 3}
    assert Habits(earliest=time(19)).narrowed(HOURS) == HOURS


def test_time_between_meetings_is_left() -> None:
    """Not offered right after or before another meeting, unless nothing else is left."""
    habits = Habits(buffer=timedelta(minutes=10))
    assert starts(taken((9, 10), (12, 13)), 9, 13)[0] == "10:00"
    assert starts(taken((9, 10), (12, 13), habits=habits), 9, 13) == ["10:30", "11:00"]
    assert starts(taken((9, 10), (11, 12), habits=habits), 10, 11, 60) == ["10:00"]


def test_lunch_is_kept_free() -> None:
    """Its own hours, and no longer those that everybody is spared."""
    habits = Habits(lunch=(time(13), time(14)))
    assert starts(taken(habits=habits), 12, 15, 60) == ["12:00", "14:00"]


def test_a_stated_time_against_a_habit_is_told() -> None:
    """It can be booked, and it is said what it costs."""
    calendar = taken((9, 10), habits=Habits(buffer=timedelta(minutes=10), lunch=(time(12), time(13))))
    assert opening_at(Window(at(10), at(11)), [calendar]).strains == ("buffer",)
    assert opening_at(Window(at(12), at(13)), [calendar]).strains == ("lunch",)
    assert opening_at(Window(at(10, 10), at(11)), [calendar]).strains == ()
    assert not opening_at(Window(at(10), at(11)), [calendar]).is_objected_to
