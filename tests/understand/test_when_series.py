"""Series, their ends, and what only looks like one; said on Wednesday 18 November 2026 at nine."""

import pytest

from tests.understand.conftest import Read
from tests.understand.test_when_points import rows

RULES = """
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
"""

DAYS = """
lunch on the first Thursday of the month             | 2026-12-03
the last Friday of the month                         | 2026-11-27
the third Thursday of the month                      | 2026-11-19
the first Thursday in the month at 10                | 2026-12-03
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
