"""Where a wish that names no hours leads: a meal, "later", "another day"."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.decisions.meals import at_mealtime
from dialogs.decisions.refining import at_the_same_hours, on_the_same_days
from dialogs.decisions.stretching import beside
from dialogs.decisions.wishes import joined
from dialogs.frame import Booking, Wish
from dialogs.understand.understood import Slot, TimeConstraint
from graph.model import Window

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2026, 11, 23, 9, tzinfo=LISBON)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026 in Lisbon."""
    return datetime(2026, 11, day, hour, minute, tzinfo=LISBON)


@pytest.mark.parametrize(
    ("noun", "slot", "expected"),
    [
        ("lunch", Slot(at(24, 0), at(25, 0)), Slot(at(24, 12), at(24, 14))),
        ("dinner", Slot(at(24, 0), at(25, 0)), Slot(at(24, 18, 30), at(24, 21))),
        ("breakfast", Slot(at(24, 0), at(25, 0)), Slot(at(24, 8), at(24, 9, 30))),
        ("lunch", Slot(at(24, 13), at(24, 15)), Slot(at(24, 13), at(24, 15))),
        ("meeting", Slot(at(24, 0), at(25, 0)), Slot(at(24, 0), at(25, 0))),
    ],
)
def test_a_meal_has_hours_of_its_own_unless_others_were_said(noun: str, slot: Slot, expected: Slot) -> None:
    """Only a stretch of a whole day shrinks to them."""
    assert at_mealtime(Booking(time=TimeConstraint(slots=(slot,))), noun, NOW).time.slots == (expected,)


def test_a_meal_takes_an_hour_unless_a_length_was_said() -> None:
    """And an exact time stays."""
    exact = TimeConstraint(exact=at(24, 13))
    assert at_mealtime(Booking(time=exact), "lunch", NOW).length == timedelta(hours=1)
    assert at_mealtime(Booking(time=exact), "lunch", NOW).time == exact
    assert at_mealtime(Booking(duration=timedelta(minutes=45)), "lunch", NOW).length == timedelta(minutes=45)


def test_a_lunch_some_day_next_week_is_at_noon_of_each_day() -> None:
    """Every day has its own."""
    week = Booking(time=TimeConstraint(slots=(Slot(at(24, 0), at(27, 0)),)))
    starts = [slot.start for slot in at_mealtime(week, "lunch", NOW).time.slots]
    assert starts == [at(24, 12), at(25, 12), at(26, 12)]


@pytest.mark.parametrize(
    ("facet", "expected"),
    [
        ("earlier", Slot(at(24, 0), at(24, 11))),
        ("later", Slot(at(24, 11, 30), at(25, 0))),
        ("other_day", Slot(at(25, 0), at(25, 0) + timedelta(days=7))),
    ],
)
def test_beside_what_was_offered(facet: str, expected: Slot) -> None:
    """Earlier and later stay on the day of the best time, by the speaker's clock."""
    offered = [Window(at(24, 11).astimezone(UTC), at(24, 11, 30).astimezone(UTC))]
    assert beside(facet, offered, NOW) == expected


DAY = TimeConstraint(slots=(Slot(at(26, 0), at(27, 0)),))
AFTERNOON = TimeConstraint(slots=(Slot(at(26, 12), at(26, 18)),))


@pytest.mark.parametrize(
    ("before", "new", "slots"),
    [
        (DAY, Slot(at(23, 12), at(23, 18)), [Slot(at(26, 12), at(26, 18))]),
        (DAY, Slot(at(23, 15), None), [Slot(at(26, 15), at(27, 0))]),
        (TimeConstraint(exact=at(26, 16)), Slot(at(23, 6), at(23, 12)), [Slot(at(26, 6), at(26, 12))]),
        (TimeConstraint(), Slot(at(23, 12), at(23, 18)), [Slot(at(23, 12), at(23, 18))]),
    ],
)
def test_hours_without_a_day_keep_the_day_at_hand(before: TimeConstraint, new: Slot, slots: list[Slot]) -> None:
    """ "In the afternoon", of Thursday, is Thursday's."""
    assert list(on_the_same_days(before, TimeConstraint(slots=(new,))).slots) == slots


def test_a_day_without_hours_keeps_the_hours_at_hand() -> None:
    """ "Friday" after "Thursday afternoon" is Friday afternoon; after "Thursday at 16:00", Friday at 16:00."""
    friday = TimeConstraint(slots=(Slot(at(27, 0), at(28, 0)),))
    assert at_the_same_hours(AFTERNOON, friday, None).slots == (Slot(at(27, 12), at(27, 18)),)
    assert at_the_same_hours(TimeConstraint(exact=at(26, 16)), friday, at(26, 16)).exact == at(27, 16)
    assert at_the_same_hours(DAY, friday, None) == friday


def test_one_mark_of_each_kind_is_kept() -> None:
    """ "Make it private", then "show me as free", then "public after all"."""
    wish = Wish(marks=("private",))
    assert joined(wish, Wish(marks=("free",)), None).marks == ("private", "free")
    assert joined(Wish(marks=("private", "free")), Wish(marks=("public",)), None).marks == ("free", "public")
