"""When a series takes place that somebody asks for."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.decisions.openings import Calendar
from dialogs.decisions.repeating import amended, fit_at, on_workdays, series_of, settled, suggested
from dialogs.understand import Context, understand
from dialogs.words.reader import Reader
from dialogs.words.repeats import repeats
from graph.model import Busy, Schedule, ShowAs, Window, WorkingHours
from graph.recurrence import CannotRecur, rule_of

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2027, 3, 8, 10, tzinfo=LISBON)
READER = Reader("en-GB", LISBON)
HOURS = WorkingHours(LISBON, NOW.time().replace(hour=9), NOW.time().replace(hour=18), frozenset(range(5)))
HALF_HOUR = timedelta(minutes=30)


def said(words: str) -> tuple[str, str, str]:
    """The rule that words make, its first day, and its clock."""
    time = settled(understand(words, Context(NOW, LISBON, "en-GB", None)).time, NOW)
    series = series_of(time, NOW)
    return rule_of(series.recurrence), f"{series.recurrence.start:%a %d %b}", f"{series.clock:%H:%M}"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("sync with Tom every Monday at 9", ("FREQ=WEEKLY;BYDAY=MO", "Mon 15 Mar", "09:00")),
        ("sync with Tom every Monday at 11", ("FREQ=WEEKLY;BYDAY=MO", "Mon 08 Mar", "11:00")),
        ("sync with Tom every other Friday at 9", ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "Fri 12 Mar", "09:00")),
        ("daily call at 9:15 for two weeks", ("FREQ=DAILY;UNTIL=20270321", "Tue 09 Mar", "09:15")),
        ("monthly review on the 15th at 3pm", ("FREQ=MONTHLY;BYMONTHDAY=15", "Mon 15 Mar", "15:00")),
        ("weekly on Mondays at 9 from 5 April", ("FREQ=WEEKLY;BYDAY=MO", "Mon 05 Apr", "09:00")),
        ("weekly sync on Thursdays at 2 starting next week", ("FREQ=WEEKLY;BYDAY=TH", "Thu 18 Mar", "14:00")),
        ("every Tuesday at 9, six times", ("FREQ=WEEKLY;BYDAY=TU;COUNT=6", "Tue 09 Mar", "09:00")),
        ("every Tuesday at 9 until 28 April", ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270428", "Tue 09 Mar", "09:00")),
    ],
)
def test_a_series_of_words(words: str, expected: tuple[str, str, str]) -> None:
    """Its rule, its first day that is still to come, and when each begins."""
    assert said(words) == expected


@pytest.mark.parametrize(
    ("first", "then", "rule"),
    [
        ("every Tuesday at 9", "at 11", "FREQ=WEEKLY;BYDAY=TU;BYHOUR=11;BYMINUTE=0"),
        ("every Tuesday at 9", "on Thursday", "FREQ=WEEKLY;BYDAY=TH;BYHOUR=9;BYMINUTE=0"),
        ("every Tuesday at 9", "every two weeks", "FREQ=WEEKLY;INTERVAL=2;BYHOUR=9;BYMINUTE=0;BYDAY=TU"),
        ("every Tuesday at 9, six times", "until 30 April", "FREQ=WEEKLY;BYDAY=TU;BYHOUR=9;BYMINUTE=0;UNTIL=20270430"),
    ],
)
def test_a_series_is_corrected(first: str, then: str, rule: str) -> None:
    """What is said anew replaces its like; the rest stays."""
    context = Context(NOW, LISBON, "en-GB", None)
    before = settled(understand(first, context).time, NOW)
    assert amended(before, understand(then, context).time, NOW).rrule == rule


@pytest.mark.parametrize(
    ("then", "rule", "first"),
    [
        ("from next week, 6 times", "FREQ=WEEKLY;BYDAY=WE;COUNT=6", "Wed 17 Mar"),
        ("from next week", "FREQ=WEEKLY;BYDAY=WE", "Wed 17 Mar"),
        ("next week", "FREQ=WEEKLY;BYDAY=WE", "Wed 17 Mar"),
        ("start on the 20th", "FREQ=WEEKLY;BYDAY=WE", "Wed 24 Mar"),
        ("the first one on the 24th", "FREQ=WEEKLY;BYDAY=WE", "Wed 24 Mar"),
        ("starting from the 24th", "FREQ=WEEKLY;BYDAY=WE", "Wed 24 Mar"),
        ("from 5 April", "FREQ=WEEKLY;BYDAY=WE", "Wed 07 Apr"),
        ("not until next week", "FREQ=WEEKLY;BYDAY=WE", "Wed 17 Mar"),
        ("start in April", "FREQ=WEEKLY;BYDAY=WE", "Wed 07 Apr"),
        ("let's kick off on 24 March", "FREQ=WEEKLY;BYDAY=WE", "Wed 24 Mar"),
        ("make it the 25th", "FREQ=WEEKLY;BYDAY=TH", "Thu 25 Mar"),
        ("on Friday", "FREQ=WEEKLY;BYDAY=FR", "Fri 12 Mar"),
        ("Fridays 2pm", "FREQ=WEEKLY;BYDAY=FR", "Fri 12 Mar"),
    ],
)
def test_a_series_begins_when_it_was_said_later(then: str, rule: str, first: str) -> None:
    """From a day or a week on, on its own day of the week; another day of the week is that of each."""
    context = Context(NOW, LISBON, "en-GB", None)
    before = settled(understand("every Wednesday at 3", context).time, NOW)
    series = series_of(settled(amended(before, understand(then, context).time, NOW), NOW), NOW)
    assert (rule_of(series.recurrence), f"{series.recurrence.start:%a %d %b}") == (rule, first)


def test_what_is_daily_with_others_is_on_working_days() -> None:
    """Nobody meets on Sundays because of a daily call."""
    time = settled(understand("daily call with Tom at 9", Context(NOW, LISBON, "en-GB", None)).time, NOW)
    assert "BYDAY=MO,TU,WE,TH,FR" in on_workdays(time).rrule


def test_what_graph_cannot_repeat_is_refused() -> None:
    """Every two hours, say."""
    with pytest.raises(CannotRecur):
        series_of(settled(understand("call Tom every two hours", Context(NOW, LISBON)).time, NOW), NOW)


@pytest.mark.parametrize(("weeks", "is_first"), [((1,), True), ((0,), False), ((1, 2, 3), False)])
def test_who_cannot_come_when_is_told_and_better_times_come_first(weeks: tuple[int, ...], is_first: bool) -> None:
    """A time of day is judged by the next occurrences; once in a while is no reason for another one, but for the first.

    `weeks`: after how many weeks somebody cannot come. `is_first`: the time that was stated comes first all the same.
    """
    series = series_of(settled(understand("every Wednesday at 9", Context(NOW, LISBON)).time, NOW), NOW)
    assert series.clock
    days = [datetime(2027, 3, 10, 9, tzinfo=LISBON) + timedelta(weeks=week) for week in weeks]
    busy = tuple(Busy(Window(day, day + HALF_HOUR), ShowAs.BUSY) for day in days)
    calendars = [Calendar("tom@contoso.example", Schedule("tom@contoso.example", busy, HOURS))]
    stated = series.first(series.clock, HALF_HOUR, NOW)
    later = series.first(series.clock.replace(hour=11), HALF_HOUR, NOW)
    fits = [fit_at(series, first, calendars) for first in (later, stated)]
    assert fits[1].missing == (("tom@contoso.example", tuple(day.date() for day in days)),)
    assert [fit.opening.window for fit in suggested(fits, stated)] == ([stated, later] if is_first else [later, stated])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("every Tuesday at 9", "Every week on Tuesday"),
        ("every weekday at 9", "Every working day"),
        ("every other Tuesday and Thursday at 9", "Every other week on Tuesday and Thursday"),
        ("first Monday of the month at 9, six times", "Every month on the first Monday, 6 times"),
        ("monthly on the 15th at 9", "Every month on day 15"),
        ("every 3 days at 9 until 30 April", "Every 3 days, until Fri, 30 Apr 2027"),
    ],
)
def test_a_series_in_words(words: str, told: str) -> None:
    """As one reads it on a card."""
    time = settled(understand(words, Context(NOW, LISBON, "en-GB", None)).time, NOW)
    assert repeats(series_of(time, NOW).recurrence, READER) == told
