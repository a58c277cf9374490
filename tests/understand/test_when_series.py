"""Series, their ends, and what only looks like one; said on Wednesday 18 November 2026 at nine."""

import pytest

from tests.understand.conftest import Read
from tests.understand.test_when_points import rows

RULES = """
every year on 12 March                               | FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=12
weekdays 9:30 until 18 December        | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=30;UNTIL=20261218T235959
every Monday at 9 six times                          | FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0;COUNT=6
every day at 9 ten times                             | FREQ=DAILY;BYHOUR=9;BYMINUTE=0;COUNT=10
Mondays at 9 twelve sessions                         | FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0;COUNT=12
the 10th and the 20th of every month                 | FREQ=MONTHLY;BYMONTHDAY=10,20
on the 1st and 15th of each month                    | FREQ=MONTHLY;BYMONTHDAY=1,15
every month on the 1st and the 15th                  | FREQ=MONTHLY;BYMONTHDAY=1,15
every first Thursday of the month                    | FREQ=MONTHLY;BYDAY=1TH
the first Monday of the month, six times             | FREQ=MONTHLY;BYDAY=1MO;COUNT=6
first and third Mondays of the month at 10           | FREQ=MONTHLY;BYDAY=1MO,3MO;BYHOUR=10;BYMINUTE=0
the last Fridays of the month                        | FREQ=MONTHLY;BYDAY=-1FR
every weekday at 9 except Friday                     | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH;BYHOUR=9;BYMINUTE=0
every weekday except Friday at 9                     | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH;BYHOUR=9;BYMINUTE=0
every day but Sunday at 10                           | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA;BYHOUR=10;BYMINUTE=0
every day except Christmas                           | FREQ=DAILY
a monthly review with Tom on the first Thursday      | FREQ=MONTHLY;BYDAY=1TH
a monthly sync with Tom the last Friday at 3         | FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=15;BYMINUTE=0
three weekly sessions with Priya on Tuesdays at 10   | FREQ=WEEKLY;BYDAY=TU;BYHOUR=10;BYMINUTE=0;COUNT=3
book 4 fortnightly reviews on Thursdays at 3pm       | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;BYHOUR=15;BYMINUTE=0;COUNT=4
six daily stand-ups with Alex                        | FREQ=DAILY;COUNT=6
every other week with Tom, on Wednesdays at 11       | FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;BYHOUR=11;BYMINUTE=0
the next three Thursdays at 4 with Tom               | FREQ=WEEKLY;BYDAY=TH;BYHOUR=16;BYMINUTE=0;COUNT=3
five Tuesdays in a row at 2 with Tom                 | FREQ=WEEKLY;BYDAY=TU;BYHOUR=14;BYMINUTE=0;COUNT=5
four consecutive Mondays at 11 with Tom              | FREQ=WEEKLY;BYDAY=MO;BYHOUR=11;BYMINUTE=0;COUNT=4
twice a week, Mondays and Thursdays at 10            | FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=10;BYMINUTE=0
twice a week with Tom                                | FREQ=WEEKLY;BYDAY=TU,TH
three times a week with Tom                          | FREQ=WEEKLY;BYDAY=MO,WE,FR
twice a month with Tom                               | FREQ=WEEKLY;INTERVAL=2
every day this week at 10 with Tom | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=10;BYMINUTE=0;UNTIL=20261120T235959
daily next week at 9 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0;UNTIL=20261127T235959
every Tuesday in April at 10                         | FREQ=WEEKLY;BYDAY=TU;BYHOUR=10;BYMINUTE=0;UNTIL=20270430T235959
protect my mornings from 9 to 11 next week | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0;UNTIL=20261127T235959
every last working day at 4pm with Tom | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;BYHOUR=16;BYMINUTE=0
the first business day of each month at 9 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1;BYHOUR=9;BYMINUTE=0
first Tuesday every quarter at 2pm with Priya        | FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU;BYHOUR=14;BYMINUTE=0
a quarterly review on the last Friday                | FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR
"""

DAYS = """
lunch on the first Thursday of the month             | 2026-12-03
the last Friday of the month                         | 2026-11-27
the third Thursday of the month                      | 2026-11-19
the first Thursday in the month at 10                | 2026-12-03
the last working day of the month at 4               | 2026-11-30
the first working day of next month                  | 2026-12-01
"""

ENDS = """
weekly sync on Mondays at 10 until the end of the month | 2026-12-01
a daily stand-up at 9 until the end of the year         | 2027-01-01
weekly sync with Tom at 10 until June 3                 | 2027-06-04
"""


@pytest.mark.parametrize(("said", "rule"), rows(RULES))
def test_a_series(read: Read, said: str, rule: str) -> None:
    """How often, on which days, how many times."""
    assert read(said).time.rrule == rule


@pytest.mark.parametrize(("said", "day"), rows(DAYS))
def test_the_first_thursday_of_the_month_is_the_coming_one(read: Read, said: str, day: str) -> None:
    """Without "every", a number of times or the like it is one day."""
    time = read(said).time
    start = time.exact or time.slots[0].start
    assert not time.rrule
    assert start is not None and f"{start:%Y-%m-%d}" == day


@pytest.mark.parametrize(("said", "end"), rows(ENDS))
def test_the_end_of_a_series_is_kept_beside_its_hour(read: Read, said: str, end: str) -> None:
    """The hour says when each begins, the end how far the series runs."""
    time = read(said).time
    last = next(slot.end for slot in time.slots if slot.start is None)
    assert time.rrule
    assert last is not None and f"{last:%Y-%m-%d}" == end


def test_two_dates_are_both_looked_at(read: Read) -> None:
    """ "The 10th or the 20th" are two days, with or without their articles."""
    for said in ("meet Tom on the 10th or the 20th", "meet Tom on the 10th or 20th"):
        assert [f"{slot.start:%d}" for slot in read(said).time.slots if slot.start] == ["10", "20"]


def test_a_quarter_begins_with_its_first_month(read: Read) -> None:
    """The first Tuesday of a quarter is in January, the last one in December; a colleague counts so."""
    begins = {
        said: next(slot.start for slot in read(f"book Tom {said} at 10").time.slots if slot.start)
        for said in ("the first Tuesday of every quarter", "the last Friday of every quarter")
    }
    assert [f"{day:%Y-%m}" for day in begins.values()] == ["2027-01", "2026-12"]


def test_what_runs_within_a_week_begins_in_it(read: Read) -> None:
    """ "Every day next week" neither begins today nor goes on behind its Friday."""
    slots = read("book Tom every day next week at 9").time.slots
    assert [f"{slot.start:%m-%d}" for slot in slots if slot.start] == ["11-23"]


@pytest.mark.parametrize(
    ("said", "days", "first"),
    [
        ("tuesday and thursday at 3 every week", "TU,TH", "24 15:00"),
        ("mon, wed and fri at 9 every week", "MO,WE,FR", "23 09:00"),
    ],
)
def test_days_that_are_said_before_the_week(read: Read, said: str, days: str, first: str) -> None:
    """They are those of the rule, and the series begins on the first of them."""
    time = read(said).time
    assert time.rrule == f"FREQ=WEEKLY;BYDAY={days}"
    assert time.exact
    assert f"{time.exact:%d %H:%M}" == first


def test_a_holiday_may_say_but_what_kind_it_is(read: Read) -> None:
    """ "The Christmas lunch on the 17th" is on the 17th; where no day is said, it is on the holiday."""
    assert [w.start.day for w in read("christmas lunch with Tom on the 17th").when if w.start] == [17]
    assert [w.start.day for w in read("christmas lunch with Tom").when if w.start] == [25]


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("book an hour with Tom tomorrow at 3 - annual plan", "annual plan"),
        ("meeting tomorrow 3pm with Tom: weekly numbers", "weekly numbers"),
        ("call with Tom tomorrow at 3 re: quarterly budget", "quarterly budget"),
        ("meeting with Tom on Friday at 2 called Monthly close", "Monthly close"),
    ],
)
def test_what_a_title_says_repeats_nothing(read: Read, said: str, subject: str) -> None:
    """Behind its hour, or "called", a title begins."""
    understood = read(said)
    assert (understood.time.rrule, understood.subject) == ("", subject)


@pytest.mark.parametrize(
    "said", ["sync with Tom - weekly on Tuesdays at 9", "please book: weekly sync with Tom, Tuesday 9"]
)
def test_behind_a_joint_a_series_may_stand(read: Read, said: str) -> None:
    """Where no hour was said before it, or what follows goes on to say when."""
    assert "WEEKLY" in read(said).time.rrule


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("quarterly figures with Tom tomorrow at 3", "quarterly figures"),
        ("daily bed count with Tom tomorrow at 8", "daily bed count"),
        ("monthly report with Tom friday at 10", "monthly report"),
        ("annual review with Tom on 3 December at 10", "annual review"),
        ("book the weekly planning with Tom on the 27th at 10", "weekly planning"),
        ("annual dinner with the team on Saturday at 8pm", "annual dinner"),
    ],
)
def test_a_thing_on_one_day_is_had_once(read: Read, said: str, subject: str) -> None:
    """However often it comes, on the day that is said there is one, which is called so."""
    understood = read(said)
    assert (understood.time.rrule, understood.subject) == ("", subject)


@pytest.mark.parametrize(
    "said",
    [
        "weekly sync with Tom friday at 10",
        "monthly 1:1 with Tom friday at 10",
        "daily stand-up with Tom tomorrow at 9",
        "weekly team meeting with Tom tuesday at 10",
        "quarterly catch-up with Tom on the 3rd at 10",
        "weekly report every Friday at 10 with Tom",
        "monthly report with Tom on the first Friday of the month",
        "weekly numbers with Tom from Thursday at 2",
    ],
)
def test_meetings_and_what_goes_on_are_a_series(read: Read, said: str) -> None:
    """A meeting that is weekly takes place every week; so does what is said to go on."""
    assert read(said).time.rrule
