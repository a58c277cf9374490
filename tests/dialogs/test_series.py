"""What becomes of a series when a part of it is moved or ended."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.decisions.series import ended_before, from_on, lasting, moved, repeated, windows, with_more
from dialogs.understand.understood import TimeConstraint
from graph.model import Window
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


LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2027, 3, 17, 8, tzinfo=LISBON)
THURSDAY = datetime(2027, 3, 18, 10, 30, tzinfo=LISBON)


@pytest.mark.parametrize(
    ("rule", "first", "weekdays", "clock"),
    [
        ("FREQ=WEEKLY", date(2027, 3, 18), (3,), time(10, 30)),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", date(2027, 3, 23), (1,), time(10, 30)),
        ("FREQ=WEEKLY;BYDAY=FR;BYHOUR=9;BYMINUTE=0", date(2027, 3, 19), (4,), time(9)),
    ],
)
def test_an_event_repeats_at_its_own_time_unless_another_is_said(
    rule: str, first: date, weekdays: tuple[int, ...], clock: time
) -> None:
    """On or after its own day, on its own weekday where none is said."""
    found, at = repeated(TimeConstraint(rrule=rule), THURSDAY, None, NOW)
    assert (found.start, found.weekdays, at) == (first, weekdays, clock)


def test_a_series_keeps_what_was_not_said() -> None:
    """Its days, where only how often was said; how often, where only a day was; its end."""
    start = datetime(2027, 3, 18, 9, tzinfo=LISBON)
    rarer, _ = repeated(TimeConstraint(rrule="FREQ=WEEKLY;INTERVAL=4"), start, EVERY_OTHER, NOW)
    assert (rarer.interval, rarer.weekdays, rarer.until) == (4, (1, 3), EVERY_OTHER.until)
    fridays, _ = repeated(TimeConstraint(rrule="FREQ=WEEKLY;BYDAY=FR"), start, EVERY_OTHER, NOW, bare_days=True)
    assert (fridays.interval, fridays.weekdays) == (2, (4,))


def test_a_series_goes_on_in_the_week_of_its_next_meeting_unless_that_day_is_over() -> None:
    """Wednesday's becomes this Thursday's, but no longer this Monday's."""
    mondays = datetime(2027, 3, 22, 10, tzinfo=LISBON)
    tuesdays, _ = repeated(TimeConstraint(rrule="FREQ=WEEKLY;BYDAY=TU"), mondays, MONDAYS, NOW)
    assert (tuesdays.start, tuesdays.count) == (date(2027, 3, 23), 3)
    over, _ = repeated(TimeConstraint(rrule="FREQ=WEEKLY;BYDAY=MO"), THURSDAY, replace_end(EVERY_OTHER), NOW)
    assert over.start == date(2027, 3, 22)


def replace_end(series: Recurrence) -> Recurrence:
    """The same without end."""
    return Recurrence(series.pattern, series.start, series.interval, series.weekdays)


def test_all_of_a_series_begins_where_it_began() -> None:
    """In the week of its first meeting, with all that it counted."""
    whole, _ = repeated(TimeConstraint(rrule="FREQ=WEEKLY;BYDAY=WE"), THURSDAY, MONDAYS, NOW, is_whole=True)
    assert (whole.start, whole.count) == (date(2027, 3, 3), 6)


def test_a_series_goes_on_longer_only_where_it_had_an_end() -> None:
    """By a day or by a number of meetings."""
    assert lasting(MONDAYS, date(2027, 6, 30)) is not None
    assert lasting(MONDAYS, date(2027, 3, 20)) is None
    assert with_more(MONDAYS, 2) == Recurrence(Pattern.WEEKLY, date(2027, 3, 1), weekdays=(0,), count=8)
    more = with_more(EVERY_OTHER, 1)
    assert more is not None and more.until == date(2027, 5, 11)
    assert with_more(replace_end(MONDAYS), 1) is None


def test_a_series_keeps_its_time_of_day_when_the_clocks_change() -> None:
    """Lisbon leaves winter time on 28 March 2027: ten o'clock stays ten o'clock."""
    start = datetime(2027, 3, 22, 10, tzinfo=LISBON)
    span = Window(start, start + timedelta(days=14))
    assert [each.start.hour for each in windows(MONDAYS, start, timedelta(hours=1), span)] == [10, 10]
