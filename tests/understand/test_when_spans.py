"""Ranges, durations and recurrences, said on Wednesday 18 November 2026 at nine."""

from datetime import datetime, timedelta

import pytest

from dialogs.understand.understood import Kind
from tests.understand.conftest import MADRID, Read
from tests.understand.test_when_points import rows

RANGES = """
from 2 to 4pm                        | 2026-11-18T14:00 > 2026-11-18T16:00
between 2 and 4                      | 2026-11-18T14:00 > 2026-11-18T16:00
friday 10-11                         | 2026-11-20T10:00 > 2026-11-20T11:00
friday 11-1130                       | 2026-11-20T11:00 > 2026-11-20T11:30
1-230 on friday                      | 2026-11-20T13:00 > 2026-11-20T14:30
friday 1230 to 130                   | 2026-11-20T12:30 > 2026-11-20T13:30
Monday 7 to Wednesday 9 December     | 2026-12-07T00:00 > 2026-12-10T00:00
Mon 7 - Wed 9 Dec                    | 2026-12-07T00:00 > 2026-12-10T00:00
between Thursday 3 and Friday 4 December | 2026-12-03T00:00 > 2026-12-05T00:00
11/29 to 12/3                        | 2026-11-29T00:00 > 2026-12-04T00:00
tomorrow from 11 to 1                | 2026-11-19T11:00 > 2026-11-19T13:00
friday between 9:30 and noon         | 2026-11-20T09:30 > 2026-11-20T12:00
Thursday afternoon                   | 2026-11-19T12:00 > 2026-11-19T18:00
Thursday afternoon next week         | 2026-11-26T12:00 > 2026-11-26T18:00
Friday between 2 and 4 next week     | 2026-11-27T14:00 > 2026-11-27T16:00
this morning                         | 2026-11-18T06:00 > 2026-11-18T12:00
late afternoon on Friday             | 2026-11-20T15:00 > 2026-11-20T18:00
tonight                              | 2026-11-18T18:00 > 2026-11-19T00:00
from Monday to Wednesday             | 2026-11-23T00:00 > 2026-11-26T00:00
Dec 3 - 5                            | 2026-12-03T00:00 > 2026-12-06T00:00
3rd to 5th of December               | 2026-12-03T00:00 > 2026-12-06T00:00
next week                            | 2026-11-23T00:00 > 2026-11-30T00:00
this weekend                         | 2026-11-21T00:00 > 2026-11-23T00:00
the week of the 14th                 | 2026-12-14T00:00 > 2026-12-21T00:00
week 50                              | 2026-12-07T00:00 > 2026-12-14T00:00
in December                          | 2026-12-01T00:00 > 2027-01-01T00:00
early next month                     | 2026-12-01T00:00 > 2026-12-11T00:00
the second half of next week         | 2026-11-25T00:00 > 2026-11-30T00:00
in the first half of next week       | 2026-11-23T00:00 > 2026-11-26T00:00
the latter half of December          | 2026-12-17T00:00 > 2027-01-01T00:00
Wednesday to Friday next week        | 2026-11-25T00:00 > 2026-11-28T00:00
the rest of today                    | 2026-11-18T09:00 > 2026-11-19T00:00
within three days                    | 2026-11-18T09:00 > 2026-11-21T09:00
between now and friday               | 2026-11-18T09:00 > 2026-11-21T00:00
over lunch tomorrow                  | 2026-11-19T12:00 > 2026-11-19T13:00
before friday                        | > 2026-11-20T00:00
on or before friday                  | > 2026-11-21T00:00
not later than friday                | > 2026-11-21T00:00
on or after friday                   | 2026-11-20T00:00 >
friday or later                      | 2026-11-20T00:00 >
by Friday                            | > 2026-11-21T00:00
tomorrow after 3                     | 2026-11-19T15:00 >
not before 10 tomorrow               | 2026-11-19T10:00 >
tomorrow post lunch                  | 2026-11-19T13:00 >
next working week                    | 2026-11-23T00:00 > 2026-11-28T00:00
15h GMT - 18h GMT                    | 2026-11-18T16:00 > 2026-11-18T19:00
from 9.30-4.30pm on friday           | 2026-11-20T09:30 > 2026-11-20T16:30
all week                             | 2026-11-16T00:00 > 2026-11-23T00:00
for the whole month                  | 2026-11-01T00:00 > 2026-12-01T00:00
all of next week                     | 2026-11-23T00:00 > 2026-11-30T00:00
the first two weeks of December      | 2026-12-01T00:00 > 2026-12-15T00:00
the last ten days of next month      | 2026-12-22T00:00 > 2027-01-01T00:00
Labor Day weekend                    | 2027-09-04T00:00 > 2027-09-07T00:00
Thanksgiving weekend                 | 2026-11-26T00:00 > 2026-11-30T00:00
on leave for 3 days from today       | 2026-11-18T00:00 > 2026-11-21T00:00
ooo for a week from 14 December      | 2026-12-14T00:00 > 2026-12-21T00:00
in the next two days and five hours  | 2026-11-18T09:00 > 2026-11-20T14:00
the rest of the hour                 | 2026-11-18T09:00 > 2026-11-18T10:00
the beginning of the following week  | 2026-11-23T00:00 > 2026-11-25T00:00
within the hour                      | 2026-11-18T09:00 > 2026-11-18T10:00
on a weekday next week               | 2026-11-23T00:00 > 2026-11-28T00:00
any working day this week            | 2026-11-16T00:00 > 2026-11-21T00:00
11 till 12.30                        | 2026-11-18T11:00 > 2026-11-18T12:30
11-12.30                             | 2026-11-18T11:00 > 2026-11-18T12:30
4.15pm to 5.30                       | 2026-11-18T16:15 > 2026-11-18T17:30
tomorrow 9.30 to 11                  | 2026-11-19T09:30 > 2026-11-19T11:00
between 1.30 and 3.15                | 2026-11-18T13:30 > 2026-11-18T15:15
a room for 12 people, 12 till 1.30   | 2026-11-18T12:00 > 2026-11-18T13:30
move the review to 2 till 3.30       | 2026-11-18T14:00 > 2026-11-18T15:30
busy before 9.30 on friday           | > 2026-11-20T09:30
"""

LENGTHS = """
an hour                     | 60
half an hour                | 30
an hour and a half          | 90
1.5 hours                   | 90
1.25 hours                  | 75
2.30 hours                  | 150
1h30                        | 90
2 hours 15 minutes          | 135
three quarters of an hour   | 45
45 min                      | 45
twenty five minutes         | 25
a couple of hours           | 120
half a day                  | 240
1/2 hour                    | 30
a quarter hour              | 15
2½ hours                    | 150
an hour and three quarters  | 105
hour and a half             | 90
one and a half hours        | 90
for 1:30 hours              | 90
45'                         | 45
30 odd minutes              | 30
a 45-minuter                | 45
a full hour                 | 60
a solid hour                | 60
for the hour                | 60
a hundred minutes           | 100
a hundred and fifty minutes | 150
five and twenty minutes     | 25
thirty and five hours       | 2100
two whole days              | 2880
for 1 night                 | 1440
"""

RULES = """
every Tuesday                              | FREQ=WEEKLY;BYDAY=TU
every other Tuesday at 9                   | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;BYHOUR=9;BYMINUTE=0
weekdays at 8                              | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=8;BYMINUTE=0
the first Monday of every month            | FREQ=MONTHLY;BYDAY=1MO
first Monday of the month, six times       | FREQ=MONTHLY;BYDAY=1MO;COUNT=6
the last Friday of each month              | FREQ=MONTHLY;BYDAY=-1FR
the 15th of every month                    | FREQ=MONTHLY;BYMONTHDAY=15
Tuesdays and Thursdays at 3                | FREQ=WEEKLY;BYDAY=TU,TH;BYHOUR=15;BYMINUTE=0
mon-fri at 9                               | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0
MWF 9-10                                   | FREQ=WEEKLY;BYDAY=MO,WE,FR;BYHOUR=9;BYMINUTE=0
every two weeks                            | FREQ=WEEKLY;INTERVAL=2
daily at 10:15                             | FREQ=DAILY;BYHOUR=10;BYMINUTE=15
quarterly                                  | FREQ=MONTHLY;INTERVAL=3
every year on December 31st                | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31
every friday until december 18             | FREQ=WEEKLY;BYDAY=FR;UNTIL=20261218T235959
every other Tuesday at 9 until Easter      | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;BYHOUR=9;BYMINUTE=0;UNTIL=20270328T235959
every friday 9.30 to 11                    | FREQ=WEEKLY;BYDAY=FR;BYHOUR=9;BYMINUTE=30
every friday for 5 times                   | FREQ=WEEKLY;BYDAY=FR;COUNT=5
"""


@pytest.mark.parametrize(("said", "span"), rows(RANGES))
def test_a_range(read: Read, said: str, span: str) -> None:
    """From start to end (excluded); an empty side is not bound."""
    (found,) = read(said).when
    assert found.kind is Kind.RANGE
    start, end = (value.strftime("%Y-%m-%dT%H:%M") if value else "" for value in (found.start, found.end))
    assert f"{start} > {end}".strip() == span


@pytest.mark.parametrize(("said", "minutes"), rows(LENGTHS))
def test_a_duration(read: Read, said: str, minutes: str) -> None:
    """So many minutes; half a working day is four hours."""
    (found,) = read(said).when
    assert found.duration == timedelta(minutes=int(minutes))


@pytest.mark.parametrize(("said", "rule"), rows(RULES))
def test_a_recurrence(read: Read, said: str, rule: str) -> None:
    """An RFC 5545 rule."""
    (found,) = read(said).when
    assert found.rrule == rule


def test_something_moved_from_one_day_to_another_has_two_times(read: Read) -> None:
    """ "from Monday to Wednesday" is no span where something is moved: one is when it is, one when it is to be."""
    said = read("move the sync from Monday to Wednesday")
    assert said.event
    assert [w.start.day for w in (*said.event.when, *said.when) if w.start] == [23, 25]


def test_a_list_of_days(read: Read) -> None:
    """Each alternative is there, and a later weekday lies after the one before it."""
    found = read("next week on Monday, Wednesday or Friday").when
    assert [w.start.day for w in found if w.start] == [23, 25, 27]


def test_the_part_of_the_day_holds_for_each_day(read: Read) -> None:
    """ "Tuesday or Wednesday morning" are two mornings."""
    found = read("Tuesday or Wednesday morning").when
    assert [(w.start.day, w.start.hour) for w in found if w.start] == [(24, 6), (25, 6)]


def test_the_end_of_a_period_is_its_last_moment_when_it_bounds(read: Read) -> None:
    """ "Before the end of the month" leaves all of the month; "before June" would leave none of June."""
    (found,) = read("find an hour before the end of the month").when[1:]
    assert found.end is not None
    assert f"{found.end:%d %H:%M}" == "01 00:00"


@pytest.mark.parametrize(
    ("said", "starts"),
    [
        ("Thursday 10 or Friday 11", ["19T10", "20T11"]),
        ("Thursday at 10 or Friday at 11", ["19T10", "20T11"]),
        ("next Tuesday and the one after at 10", ["24T10", "01T10"]),
        ("Thursday at 10, or Friday at 11", ["19T10", "20T11"]),
        ("Friday or the week after at 3", ["20T15", "27T15"]),
    ],
)
def test_two_times_are_both_heard(read: Read, said: str, starts: list[str]) -> None:
    """Each with its own hour, or with the one that was said for both."""
    assert [f"{when.start:%dT%H}" for when in read(said).when if when.start] == starts


@pytest.mark.parametrize(
    "said", ["Thursday preferably morning", "Thursday, ideally morning", "Thursday, hopefully in the morning"]
)
def test_a_part_of_the_day_that_suits_best_is_heard(read: Read, said: str) -> None:
    """Where to look first is where to look."""
    [slot] = read(said).time.slots
    assert [f"{at:%dT%H}" for at in (slot.start, slot.end) if at] == ["19T06", "19T12"]


@pytest.mark.parametrize("said", ["meet Tom at midday Friday for 45", "meet Tom Friday 3pm for 45"])
def test_minutes_behind_a_time(read: Read, said: str) -> None:
    """Also where the day stands between; they name nothing."""
    understood = read(said)
    assert (understood.time.duration, understood.subject) == (timedelta(minutes=45), "")


def test_days_that_lie_apart_are_no_stretch(read: Read) -> None:
    """ "24 and 31 December" are two days; "24 and 25", and "between 24 and 31", are one stretch."""
    apart = read("block 24 and 31 December").when
    assert [f"{found.start:%d}" for found in apart if found.start] == ["24", "31"]
    for said in ("block 24 and 25 December", "between 24 and 31 December"):
        assert [found.kind for found in read(said).when] == [Kind.RANGE]


def test_hours_behind_a_date_are_no_minutes_of_it(read: Read) -> None:
    """ "December 10 4pm-5pm" is from four to five, not 10:04."""
    assert read("all hands on December 10 4pm-5pm").time.exact == datetime(2026, 12, 10, 16, tzinfo=MADRID)


def test_a_day_that_suits_best_is_one_of_the_week(read: Read) -> None:
    """ "Next week, ideally Tuesday" is next week's Tuesday."""
    one = read("an hour with Ana next week, ideally Tuesday").time.slots
    two = read("an hour with Ana next week, preferably on Wednesday or Thursday").time.slots
    assert [f"{slot.start:%a %d}" for slot in (*one, *two) if slot.start] == ["Tue 24", "Wed 25", "Thu 26"]


@pytest.mark.parametrize(
    ("said", "first", "end"),
    [
        ("find an hour later this week", "2026-11-19", "2026-11-23"),
        ("find an hour later in the week", "2026-11-19", "2026-11-23"),
        ("find an hour later this month", "2026-11-19", "2026-12-01"),
        ("find an hour later next week", "2026-11-26", "2026-11-28"),
    ],
)
def test_later_in_a_stretch_is_not_today(read: Read, said: str, first: str, end: str) -> None:
    """Of one that is still to come it is the later part."""
    (found,) = read(said).when[1:]
    assert (f"{found.start:%Y-%m-%d}", f"{found.end:%Y-%m-%d}") == (first, end)
