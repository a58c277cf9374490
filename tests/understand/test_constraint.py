"""All times of an utterance in one: what a search for times needs."""

from datetime import datetime, timedelta

import pytest

from dialogs.understand.understood import Slot
from tests.understand.conftest import MADRID, Read


def at(day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A moment of November 2026 in Madrid."""
    return datetime(2026, 11, day, hour, minute, tzinfo=MADRID)


def test_the_sentence_of_the_demo(read: Read) -> None:
    """A duration and a window; nothing exact."""
    time = read("30 minutes with Alex and Priya on Thursday afternoon about the Q3 budget").time
    assert time.exact is None
    assert time.duration == timedelta(minutes=30)
    assert time.slots == (Slot(at(19, 12), at(19, 18)),)


@pytest.mark.parametrize(
    ("said", "exact", "minutes"),
    [
        ("book an hour with Tom tomorrow at 3", at(19, 15), 60),
        ("meet Tom tomorrow from 2 to 4", at(19, 14), 120),
        ("at 4 for 45 minutes on Friday", at(20, 16), 45),
        ("Friday with Tom, say at 10", at(20, 10), None),
        ("set up 30 with Ana tomorrow at 3", at(19, 15), 30),
        ("a room for 6 tomorrow at 2", at(19, 14), None),
        ("weekly with Ana starting next Tuesday at 3", at(24, 15), None),
    ],
)
def test_a_stated_start(read: Read, said: str, exact: datetime, minutes: int | None) -> None:
    """A start that was said is exact, also where day and time stand apart."""
    time = read(said).time
    assert time.exact == exact
    assert time.duration == (timedelta(minutes=minutes) if minutes else None)


@pytest.mark.parametrize(
    ("said", "slots"),
    [
        ("between 2 and 4 tomorrow", [(at(19, 14), at(19, 16))]),
        ("Tuesday or Wednesday morning", [(at(24, 6), at(24, 12)), (at(25, 6), at(25, 12))]),
        ("Thursday or Friday next week", [(at(26), at(27)), (at(27), at(28))]),
        ("Monday, Thursday or Friday of next week", [(at(23), at(24)), (at(26), at(27)), (at(27), at(28))]),
        ("Thursday this week or Friday next week", [(at(19), at(20)), (at(27), at(28))]),
        ("tomorrow or Friday next week", [(at(19), at(20)), (at(27), at(28))]),
        ("tomorrow after 3", [(at(19, 15), at(20))]),
        ("tomorrow before noon", [(at(19), at(19, 12))]),
        ("some time next week", [(at(23), at(30))]),
        ("by Friday", [(None, at(21))]),
        ("with Tom between Tuesday and Thursday", [(at(24), at(27))]),
        ("tomorrow aft", [(at(19, 12), at(19, 18))]),
        ("mornings next week", [(at(day, 6), at(day, 12)) for day in range(23, 30)]),
    ],
)
def test_where_to_look(read: Read, said: str, slots: list[tuple[datetime | None, datetime | None]]) -> None:
    """Windows stay windows, in the order in which they were said."""
    time = read(said).time
    assert time.exact is None
    assert [(s.start, s.end) for s in time.slots] == slots


def test_what_is_ruled_out_lies_in_the_week_spoken_of(read: Read) -> None:
    """ "next week except Friday" means the Friday of next week."""
    time = read("an hour with Tom next week except Friday").time
    assert time.slots == (Slot(at(23), at(30)),)
    assert time.excluded == (Slot(at(27), at(28)),)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("an hour with Tom in the next two weeks, no Fridays", [27, 4]),
        ("an hour with Tom next week, avoiding Mondays and Fridays", [23, 27]),
        ("an hour with Tom next week, no Mondays or Fridays", [23, 27]),
        ("an hour with Tom next week, please avoid Friday", [27]),
    ],
)
def test_days_that_are_ruled_out_are_so_every_week_and_recur_in_nothing(read: Read, said: str, days: list[int]) -> None:
    """However many weeks are looked through."""
    time = read(said).time
    assert not time.rrule
    assert [slot.start.day for slot in time.excluded if slot.start] == days


@pytest.mark.parametrize("said", ["an hour with Tom next week, avoid mornings", "an hour with Tom, avoiding mornings"])
def test_parts_of_days_are_avoided(read: Read, said: str) -> None:
    """And not looked for."""
    time = read(said).time
    assert time.excluded
    assert all(slot.start and slot.start.hour != 6 for slot in time.slots)


def test_a_clock_without_a_day(read: Read) -> None:
    """ "make it 16" goes onto the day at hand; the default is given too."""
    time = read("make it 16:00").time
    assert time.clock == (16 * 60, None)
    assert time.exact == at(18, 16)


def test_as_soon_as_possible(read: Read) -> None:
    """The earliest opening is wanted."""
    assert read("30 minutes with Tom as soon as possible").time.earliest


def test_all_day(read: Read) -> None:
    """A whole day."""
    assert read("block all day Friday").time.all_day


def test_a_shift_is_no_duration(read: Read) -> None:
    """ "half an hour later" does not say how long the event is."""
    assert read("move it half an hour later").time.duration is None


def test_the_other_half_of_the_day_is_an_alternative(read: Read) -> None:
    """am or pm stays open."""
    time = read("tomorrow at 7").time
    assert time.doubt == "am_pm"
    assert [other.exact for other in time.alternatives] == [at(19, 19)]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("31 February", "31 February"),
        ("book an hour with Tom on 30 February 2027", "on 30 February 2027"),
        ("the 31st of November at 3", "the 31st of November"),
        ("29 February 2027", "29 February 2027"),
        ("February 20 - 29, 2027", "February 20 - 29, 2027"),
        ("out from 25 to 31 November", "from 25 to 31 November"),
        ("2027-02-30", "2027-02-30"),
        ("tomorrow at 25:00", "at 25:00"),
        ("tomorrow at 13am", "at 13am"),
        ("0 minutes with Tom", "0 minutes"),
        ("Monday 24 November", "Monday 24 November"),
        ("Monday, November 24 at 3", "Monday, November 24 at 3"),
    ],
)
def test_what_cannot_be_is_told(read: Read, said: str, words: str) -> None:
    """Nothing is bent silently into a day or a time that exists."""
    assert read(said).time.impossible == words


@pytest.mark.parametrize(
    "said",
    [
        "29 February",
        "February 20 - 29, 2028",
        "25-30 November",
        "Tuesday 24 November",
        "the 31st of December",
        "Monday, Tuesday or 26 November",
        "Monday 23 November to Wednesday 25 November",
        "tomorrow at 13pm",
        "45 minutes",
    ],
)
def test_what_can_be_is_not(read: Read, said: str) -> None:
    """A leap day will come, and a 24-hour clock with a needless pm is understood."""
    assert not read(said).time.impossible


@pytest.mark.parametrize(
    ("said", "slots", "minutes"),
    [
        ("an hour with Cy from 2 to 4", [(at(18, 14), at(18, 16))], 60),
        ("half an hour with Cy tomorrow from 2 to 4", [(at(19, 14), at(19, 16))], 30),
        ("Tuesday or Wednesday from 2 to 4", [(at(24, 14), at(24, 16)), (at(25, 14), at(25, 16))], 120),
    ],
)
def test_a_span_that_is_longer_than_the_event(
    read: Read, said: str, slots: list[tuple[datetime, datetime]], minutes: int
) -> None:
    """It is where to look, not when the event is."""
    time = read(said).time
    assert time.exact is None
    assert time.duration == timedelta(minutes=minutes)
    assert [(s.start, s.end) for s in time.slots] == slots


@pytest.mark.parametrize(
    ("said", "slots"),
    [
        ("before noon tomorrow", [(at(19), at(19, 12))]),
        ("after 3pm tomorrow", [(at(19, 15), at(20))]),
        ("not before 2pm on Friday", [(at(20, 14), at(21))]),
        ("Thursday or Friday, not before 10", [(at(19, 10), at(20)), (at(20, 10), at(21))]),
        ("Tuesday or Wednesday before noon", [(at(24), at(24, 12)), (at(25), at(25, 12))]),
        ("next week, not before 2pm", [(at(d, 14), at(d + 1)) for d in range(23, 30)]),
        ("next week between 2 and 4", [(at(d, 14), at(d, 16)) for d in range(23, 30)]),
    ],
)
def test_hours_hold_for_each_day(read: Read, said: str, slots: list[tuple[datetime, datetime]]) -> None:
    """A time of day that is said beside days bounds every one of them."""
    assert [(s.start, s.end) for s in read(said).time.slots] == slots


def test_what_is_ruled_out_beside_a_bound(read: Read) -> None:
    """ "not Friday, not before 10" are two conditions: ten holds for every day, and Friday is none of them."""
    time = read("30 minutes with Tom next week, not Friday, not before 10").time
    assert [(s.start, s.end) for s in time.slots] == [(at(d, 10), at(d + 1)) for d in range(23, 30)]
    assert time.excluded == (Slot(at(27), at(28)),)


@pytest.mark.parametrize(
    ("said", "exact", "zone"),
    [
        ("call Kenji at 8am tomorrow Tokyo time", at(19, 0), "Asia/Tokyo"),
        ("call Kenji tomorrow 8am (Tokyo time)", at(19, 0), "Asia/Tokyo"),
        ("meet Lena tomorrow at 3pm GMT", at(19, 16), "UTC"),
        ("meet Lena tomorrow at 3pm", at(19, 15), ""),
    ],
)
def test_a_time_of_another_zone(read: Read, said: str, exact: datetime, zone: str) -> None:
    """The start is the speaker's, and the zone that was said stays known."""
    time = read(said).time
    assert (time.exact, time.zone) == (exact, zone)


@pytest.mark.parametrize(
    ("said", "first", "last", "starts"),
    [
        ("meet Tom at 11 next week", 23, 30, (660,)),
        ("30 minutes with Tom next week at 15:00", 23, 30, (900,)),
        ("meet Tom at 9 or 10 next week", 23, 30, (540, 600)),
        ("a call with Tom at 3 from Monday to Wednesday", 23, 26, (900,)),
    ],
)
def test_an_hour_of_some_day(read: Read, said: str, first: int, last: int, starts: tuple[int, ...]) -> None:
    """ "At 11 next week" is at eleven on one of its days, and not at eleven today."""
    time = read(said).time
    assert (time.exact, time.clock) == (None, None)
    assert time.slots == (Slot(at(first), at(last)),)
    assert time.starts == starts


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [("block 8 to 9 for reading", at(19, 8), at(19, 9)), ("block my calendar 2 to 4", at(18, 14), at(18, 16))],
)
def test_hours_behind_a_verb_that_blocks_them(read: Read, said: str, first: datetime, last: datetime) -> None:
    """They are no number of something; where they are over, tomorrow's are meant and not those of the evening."""
    time = read(said).time
    assert time.exact == first
    assert time.duration == last - first


@pytest.mark.parametrize(
    ("said", "rule", "begins"),
    [
        (
            "block 9 to 10 every day next week",
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0;UNTIL=20261127T235959",
            at(23),
        ),
        (
            "yoga from 6 to 7 every Thursday starting next month",
            "FREQ=WEEKLY;BYDAY=TH;BYHOUR=18;BYMINUTE=0",
            datetime(2026, 12, 1, tzinfo=MADRID),
        ),
    ],
)
def test_hours_of_a_series_that_begins_later(read: Read, said: str, rule: str, begins: datetime) -> None:
    """They are those of each, from the first one on, and not today's."""
    time = read(said).time
    assert (time.exact, time.rrule, time.duration) == (None, rule, timedelta(hours=1))
    assert time.slots[0].start == begins


def test_a_few_hours_behind_a_day_are_a_length(read: Read) -> None:
    """Nobody meets at two at night, and none writes the afternoon so; "15h" is an hour."""
    assert read("retro with Tom on Friday, 2h").time.duration == timedelta(hours=2)
    assert read("retro with Tom on Friday 15h").time.exact == at(20, 15)


def test_a_time_behind_the_agenda_is_none_of_it(read: Read) -> None:
    """It begins a sentence of its own."""
    understood = read("1 hour with Tom and Ana. Agenda: release plan, risks. Any time Thursday.")
    assert understood.extras.agenda == "release plan, risks"
    assert understood.time.slots == (Slot(at(19), at(20)),)
