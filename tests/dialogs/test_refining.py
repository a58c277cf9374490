"""What a correction of days leaves of the stretch that was looked at."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.decisions.refining import in_the_week_of, without
from dialogs.understand.understood import Slot, TimeConstraint

LISBON = ZoneInfo("Europe/Lisbon")
MONDAY = datetime(2026, 11, 30, tzinfo=LISBON)
DAY = timedelta(days=1)
NEXT_WEEK = TimeConstraint(slots=(Slot(MONDAY, MONDAY + 7 * DAY),))


def day(number: int) -> Slot:
    """A day by its distance from that Monday."""
    return Slot(MONDAY + number * DAY, MONDAY + (number + 1) * DAY)


@pytest.mark.parametrize(
    ("said", "out"),
    [(day(1), [day(1)]), (day(1 - 7), [day(1)]), (day(9), [day(9)])],
    ids=["a day of it", "the same weekday of the week before", "a day behind it"],
)
def test_a_day_is_ruled_out_where_one_looks(said: Slot, out: list[Slot]) -> None:
    """ "Not on Tuesday", behind "next week", is next week's Tuesday."""
    left = without(NEXT_WEEK, [said])
    assert (left.slots, list(left.excluded)) == (NEXT_WEEK.slots, out)


def test_what_was_ruled_out_stays_out() -> None:
    """ "Not on Monday" does not bring Tuesday back; of two weeks both Mondays are meant."""
    assert without(without(NEXT_WEEK, [day(1)]), [day(0)]).excluded == (day(1), day(0))
    fortnight = TimeConstraint(slots=(Slot(MONDAY, MONDAY + 14 * DAY),))
    assert without(fortnight, [day(0)]).excluded == (day(0), day(7))


def test_where_nothing_is_left_any_other_time_will_do() -> None:
    """ "On Thursday" and then "not Thursday", of a stretch or of an exact time."""
    assert without(TimeConstraint(slots=(day(3),)), [day(3)]).slots == ()
    exact = without(TimeConstraint(exact=MONDAY + 10 * timedelta(hours=1)), [day(0)])
    assert (exact.exact, exact.slots, exact.excluded) == (None, (), (day(0),))


@pytest.mark.parametrize(
    ("before", "said", "meant"),
    [
        (NEXT_WEEK, TimeConstraint(slots=(day(4 - 7),)), TimeConstraint(slots=(day(4),))),
        (NEXT_WEEK, TimeConstraint(exact=MONDAY - 3 * DAY), TimeConstraint(exact=MONDAY + 4 * DAY)),
        (TimeConstraint(exact=MONDAY + 3 * DAY), TimeConstraint(slots=(day(4 - 7),)), TimeConstraint(slots=(day(4),))),
        (TimeConstraint(slots=(day(4 - 7),)), TimeConstraint(slots=(day(0),)), TimeConstraint(slots=(day(0),))),
        (TimeConstraint(), TimeConstraint(slots=(day(4),)), TimeConstraint(slots=(day(4),))),
    ],
    ids=["a day", "an hour", "beside an exact time", "a day still to come stays", "nothing to lean on"],
)
def test_a_weekday_is_that_of_the_week_at_hand(
    before: TimeConstraint, said: TimeConstraint, meant: TimeConstraint
) -> None:
    """ "Friday", behind "next week", is next week's."""
    assert in_the_week_of(before, said) == meant
