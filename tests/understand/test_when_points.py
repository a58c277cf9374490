"""Days and times: what English speakers say on Wednesday 18 November 2026 at nine, and what they mean."""

import pytest

from dialogs.understand.understood import Kind
from tests.understand.conftest import Read

DAYS = """
today                                | 2026-11-18
tomorrow                             | 2026-11-19
the day after tomorrow               | 2026-11-20
tuesday fortnight                    | 2026-12-08
friday                               | 2026-11-20
this Friday                          | 2026-11-20
on Wednesday                         | 2026-11-25
next tuesday                         | 2026-11-24
next Friday                          | 2026-11-27
Friday next week                     | 2026-11-27
next week on Monday                  | 2026-11-23
the coming Saturday                  | 2026-11-21
last Monday                          | 2026-11-16
a week from Tuesday                  | 2026-12-01
Tuesday week                         | 2026-12-01
two Sundays from now                 | 2026-11-29
the 12th                             | 2026-12-12
the 25th                             | 2026-11-25
the 10th of next month               | 2026-12-10
the last day of next month           | 2026-12-31
the third Thursday of May            | 2027-05-20
the last Friday of this month        | 2026-11-27
December 3rd                         | 2026-12-03
3 December                           | 2026-12-03
the 3rd of december, 2027            | 2027-12-03
Dec. 3                               | 2026-12-03
2026-12-03                           | 2026-12-03
12/3                                 | 2026-12-03
12/3/2027                            | 2027-12-03
24.12.                               | 2026-12-24
March 5                              | 2027-03-05
Tuesday the 8th                      | 2026-12-08
next Tuesday 8th                     | 2026-12-08
in a fortnight's time                | 2026-12-02
in 1 mon                             | 2026-12-18
Thursday, two weeks from now         | 2026-12-03
Thursday, two years from now         | 2028-11-16
Tue 8th                              | 2026-12-08
tomorrow, Thursday                   | 2026-11-19
in three days                        | 2026-11-21
in a fortnight                       | 2026-12-02
two weeks from today                 | 2026-12-02
the Friday before Christmas          | 2026-12-18
the Monday after Easter              | 2027-03-29
the day after Christmas              | 2026-12-26
the day before the 12th              | 2026-12-11
the day after                        | 2026-11-19
three days after next Monday         | 2026-11-26
2 days ago                           | 2026-11-16
Thurday                              | 2026-11-19
tommorow                             | 2026-11-19
on wendesday                         | 2026-11-25
Christmas                            | 2026-12-25
on Thanksgiving                      | 2026-11-26
Easter 2027                          | 2027-03-28
end of the month by eom              | 2026-11-30
"""

TIMES = """
tomorrow at 3                        | 2026-11-19T15:00
tomorrow at 9                        | 2026-11-19T09:00
first thing tomorrow at 9            | 2026-11-19T09:00
tomorrow 15h                         | 2026-11-19T15:00
friday 9.30. Marta optional          | 2026-11-20T09:30
9.30                                 | 2026-11-18T09:30
call Tom 9.30 tomorrow               | 2026-11-19T09:30
cancel my 2.30                       | 2026-11-18T14:30
change the 10.15                     | 2026-11-18T10:15
end of day tomorrow                  | 2026-11-19T17:00
tomorrow, close of play              | 2026-11-19T17:00
close of business on friday          | 2026-11-20T17:00
friday 11.30                         | 2026-11-20T11:30
tomorrow at 11                       | 2026-11-19T11:00
3pm on Friday                        | 2026-11-20T15:00
Friday, 3:30 p.m.                    | 2026-11-20T15:30
friday at half past ten              | 2026-11-20T10:30
friday at a quarter to 4             | 2026-11-20T15:45
friday at twenty past two            | 2026-11-20T14:20
friday at noon                       | 2026-11-20T12:00
friday 15h30                         | 2026-11-20T15:30
friday at 1530                       | 2026-11-20T15:30
friday at 15.30                      | 2026-11-20T15:30
friday at 11;15                      | 2026-11-20T11:15
friday at five thirty                | 2026-11-20T17:30
friday at 3ish                       | 2026-11-20T15:00
friday at 3 o'clock                  | 2026-11-20T15:00
friday at 6 in the evening           | 2026-11-20T18:00
friday evening at 8                  | 2026-11-20T20:00
friday morning at 9                  | 2026-11-20T09:00
tonight at 8                         | 2026-11-18T20:00
at 8 tonight                         | 2026-11-18T20:00
dinner friday at 7                   | 2026-11-20T19:00
breakfast friday at 7                | 2026-11-20T07:00
the 12th at half past 3 in the afternoon | 2026-12-12T15:30
in two hours                         | 2026-11-18T11:00
in half an hour                      | 2026-11-18T09:30
20 minutes from now                  | 2026-11-18T09:20
at 4                                 | 2026-11-18T16:00
at 10:30                             | 2026-11-18T10:30
at 8 am                              | 2026-11-19T08:00
around 2pm                           | 2026-11-18T14:00
tomorrow at 10 EST                   | 2026-11-19T16:00
3pm London time tomorrow             | 2026-11-19T16:00
starting at 2 tomorrow               | 2026-11-19T14:00
"""


def rows(table: str) -> list[tuple[str, str]]:
    """(what is said, what it means) of a table."""
    lines = (line.partition("|") for line in table.strip().splitlines())
    return [(said.strip(), meant.strip()) for said, _, meant in lines]


@pytest.mark.parametrize(("said", "day"), rows(DAYS))
def test_a_day(read: Read, said: str, day: str) -> None:
    """One day is found, and it is that one."""
    *_, found = read(said).when
    assert found.kind is Kind.DATE
    assert found.start is not None
    assert found.start.strftime("%Y-%m-%d") == day


@pytest.mark.parametrize(("said", "moment"), rows(TIMES))
def test_a_point_in_time(read: Read, said: str, moment: str) -> None:
    """The last expression is a time, at that minute."""
    *_, found = read(said).when
    assert found.kind in (Kind.TIME, Kind.DATETIME)
    assert found.start is not None
    assert found.start.strftime("%Y-%m-%dT%H:%M") == moment


def test_a_bare_hour_keeps_its_other_reading(read: Read) -> None:
    """ "at 3" is three in the afternoon, and three at night is not forgotten."""
    (found,) = read("tomorrow at 3").when
    assert found.doubt == "am_pm"
    assert [o.start.hour for o in found.alternatives if o.start] == [3]


def test_next_friday_keeps_the_coming_one(read: Read) -> None:
    """Said on a Wednesday, next Friday is that of next week; this week's is the other reading."""
    (found,) = read("next Friday").when
    assert found.doubt == "which_week"
    assert [o.start.day for o in found.alternatives if o.start] == [20]


def test_day_first_is_the_locale(read: Read) -> None:
    """3/12 is the third of December in Britain and the twelfth of March in America."""
    british, american = read("3/12", locale="en-GB").when[0].start, read("3/12", locale="en-US").when[0].start
    assert british is not None
    assert american is not None
    assert (british.month, american.month) == (12, 3)


@pytest.mark.parametrize(
    ("said", "doubt"), [("28 March 2027 at 02:30", "skipped"), ("31 October 2027 at 02:30", "repeated")]
)
def test_dst_is_told(read: Read, said: str, doubt: str) -> None:
    """A time that the zone skips or repeats says so, and asks."""
    (found,) = read(said).when
    assert (found.doubt, found.ask) == (doubt, True)


LEFT_ALONE = """
may I book a room
this may take longer
I'd like a second opinion
the second option
room 1415
the 5th floor
Good morning Paul
a 4:3 screen
we had a great month
it costs 6.45 percent more
one may wonder
call +34 600 100 200
date night
"""


@pytest.mark.parametrize("said", LEFT_ALONE.strip().splitlines())
def test_what_only_looks_like_a_time_is_left_alone(read: Read, said: str) -> None:
    """Nothing is found in it."""
    assert read(said).when == ()
