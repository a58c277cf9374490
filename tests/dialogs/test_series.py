"""What becomes of a series when a part of it is moved or ended."""

from datetime import date

import pytest

from dialogs.series import ended_before, from_on, moved
from graph.recurrence import CannotRecur, Index, Pattern, Recurrence

MONDAYS = Recurrence(Pattern.WEEKLY, date(2027, 3, 1), weekdays=(0,), count=6)
EVERY_OTHER = Recurrence(Pattern.WEEKLY, date(2027, 3, 2), 2, weekdays=(1, 3), until=date(2027, 4, 30))
THE_TENTH = Recurrence(Pattern.ABSOLUTE_MONTHLY, date(2027, 3, 10), day_of_month=10)
LAST_FRIDAY = Recurrence(Pattern.RELATIVE_MONTHLY, date(2027, 3, 26), weekdays=(4,), index=Index.LAST)


def test_a_weekly_series_moves_to_other_days() -> None:
    """Its days and its first day together, over the end of a week too."""
    later = moved(MONDAYS, 2)
    assert (later.start, later.weekdays, later.count) == (date(2027, 3, 3), (2,), 6)
    assert moved(EVERY_OTHER, -2).weekdays == (1, 6)


def test_a_day_of_the_month_moves_within_it() -> None:
    """The tenth becomes the eleventh."""
    assert moved(THE_TENTH, 1).day_of_month == 11


@pytest.mark.parametrize(("series", "days"), [(LAST_FRIDAY, 1), (THE_TENTH, 30)])
def test_what_graph_has_no_series_for_is_refused(series: Recurrence, days: int) -> None:
    """Rather than bent."""
    with pytest.raises(CannotRecur):
        moved(series, days)


def test_a_counted_series_parts_without_losing_or_adding_an_occurrence() -> None:
    """What is before a day and what is from it on are together what it was."""
    day = date(2027, 3, 22)
    before, after = ended_before(MONDAYS, day), from_on(MONDAYS, day)
    assert [*before.days(), *after.days()] == list(MONDAYS.days())
    assert before.until == date(2027, 3, 15)


def test_nothing_is_before_the_first() -> None:
    """So that the whole series is what is meant."""
    with pytest.raises(CannotRecur):
        ended_before(MONDAYS, MONDAYS.start)
