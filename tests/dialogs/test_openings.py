"""Which times are offered, and in which order."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.decisions.openings import (
    Calendar,
    Opening,
    Standing,
    conflicts,
    gaps,
    opening_at,
    searched,
    working_windows,
)
from dialogs.decisions.ranking import rank
from graph.model import Busy, Hidden, Schedule, ShowAs, Window, WorkingHours

LISBON, NEW_YORK, KOLKATA = ZoneInfo("Europe/Lisbon"), ZoneInfo("America/New_York"), ZoneInfo("Asia/Kolkata")
WEEKDAYS = frozenset(range(5))
HALF = timedelta(minutes=30)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026 in Lisbon; the 23rd is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=LISBON)


def nine_to_six(zone: ZoneInfo = LISBON) -> WorkingHours:
    """Monday to Friday."""
    return WorkingHours(zone, time(9), time(18), WEEKDAYS)


def calendar(
    name: str, *busy: tuple[datetime, datetime, ShowAs], zone: ZoneInfo = LISBON, required: bool = True
) -> Calendar:
    """Somebody's free/busy time."""
    taken = tuple(Busy(Window(start, end), show_as) for start, end, show_as in busy)
    return Calendar(name, Schedule(name, taken, nine_to_six(zone)), required)


def starts(openings: tuple[Opening, ...]) -> list[datetime]:
    """When each begins."""
    return [opening.window.start for opening in openings]


NOW = at(23, 8)
AFTERNOON = Window(at(26, 12), at(26, 18))


def test_the_soonest_time_that_suits_everyone_comes_first() -> None:
    """Nobody is taken out of lunch for it."""
    best = rank([calendar("ana"), calendar("ben")], [AFTERNOON], HALF, NOW)[0]
    assert best.window == Window(at(26, 13), at(26, 13, 30))
    assert best.suits_everyone
    assert best.spares_lunch
    assert not best.soonest


def test_a_time_is_called_the_soonest_only_where_it_is() -> None:
    """Nine o'clock is; one o'clock is not, since noon would do."""
    morning = rank([calendar("ana")], [Window(at(26, 9), at(26, 18))], HALF, NOW)
    assert [opening.soonest for opening in morning] == [True, False, False, False]
    assert starts(morning)[0] == at(26, 9)


@pytest.mark.parametrize("taken", [ShowAs.BUSY, ShowAs.OUT_OF_OFFICE, ShowAs.UNKNOWN])
def test_nothing_is_offered_on_top_of_what_is_taken(taken: ShowAs) -> None:
    """While there is any other time."""
    ben = calendar("ben", (at(26, 12), at(26, 17, 15), taken))
    assert all(start >= at(26, 17, 15) for start in starts(rank([calendar("ana"), ben], [AFTERNOON], HALF, NOW)))


def test_a_tentative_hold_gives_way_before_a_meeting_but_after_free_time() -> None:
    """Free, then tentative; busy only where nothing else is left."""
    ben = calendar("ben", (at(26, 12), at(26, 16), ShowAs.BUSY), (at(26, 16), at(26, 17), ShowAs.TENTATIVE))
    offered = rank([calendar("ana"), ben], [Window(at(26, 15), at(26, 17, 30))], HALF, NOW)
    assert starts(offered)[0] == at(26, 17)
    assert {opening.worst for opening in offered[1:]} == {Standing.TENTATIVE}


def test_where_nobody_can_come_the_least_bad_time_is_offered_and_says_so() -> None:
    """Rather than nothing."""
    ben = calendar("ben", (at(26, 0), at(27, 0), ShowAs.OUT_OF_OFFICE))
    offered = rank([calendar("ana"), ben], [AFTERNOON], HALF, NOW)
    assert offered
    assert all(opening.worst is Standing.OUT for opening in offered)


def test_a_hidden_calendar_is_not_a_free_one() -> None:
    """It is told apart, and never counts as suiting everyone."""
    offered = rank([calendar("ana"), Calendar("kim", Hidden("kim"))], [AFTERNOON], HALF, NOW)
    assert all(opening.worst is Standing.HIDDEN and not opening.suits_everyone for opening in offered)


def test_everyones_own_working_hours_count() -> None:
    """09:00 in New York is 14:00 in Lisbon: the afternoon suits both."""
    pat = calendar("pat", zone=NEW_YORK)
    offered = rank([calendar("ana"), pat], [Window(at(26, 9), at(26, 18))], HALF, NOW)
    assert all(at(26, 14) <= start <= at(26, 17, 30) for start in starts(offered))


def test_an_optional_person_weighs_less() -> None:
    """A required person's free hour wins over an optional one's."""
    must = calendar("must", (at(26, 13), at(26, 15), ShowAs.BUSY))
    may = calendar("may", (at(26, 15), at(26, 18), ShowAs.BUSY), required=False)
    slot = Window(at(26, 13), at(26, 17))
    assert starts(rank([calendar("ana"), must, may], [slot], HALF, NOW, limit=1))[0] >= at(26, 15)


def test_an_optional_persons_conflict_is_told_and_does_not_block() -> None:
    """It suits not everyone, yet nobody who has to be there objects."""
    busy = at(26, 13), at(26, 15), ShowAs.BUSY
    asked = Window(at(26, 13), at(26, 13, 30))
    opening = opening_at(asked, [calendar("ana"), calendar("may", busy, required=False)])
    assert (opening.is_objected_to, opening.worst, opening.suits_everyone) == (False, Standing.FREE, False)
    assert opening_at(asked, [calendar("ana"), calendar("must", busy)]).is_objected_to


def test_the_choices_are_spread_over_the_days() -> None:
    """Not four times in one morning."""
    offered = rank([calendar("ana")], searched([Window(at(24, 0), at(28, 0))], nine_to_six()), HALF, NOW)
    assert len({(start.date(), start.hour < 12) for start in starts(offered)}) == len(offered) == 4


def test_nothing_starts_before_now_or_in_what_was_excluded() -> None:
    """ "Not before 4" and the past are kept out, to the minute."""
    offered = rank([calendar("ana")], [AFTERNOON], HALF, at(26, 14, 5), excluded=[Window(at(26, 14), at(26, 16))])
    assert all(start >= at(26, 16) for start in starts(offered))


def test_a_window_that_is_too_short_has_no_opening() -> None:
    """An hour does not fit into half an hour."""
    assert rank([calendar("ana")], [Window(at(26, 14), at(26, 14, 30))], timedelta(hours=1), NOW) == ()


def test_a_whole_day_means_its_working_hours_and_a_stated_stretch_means_what_it_says() -> None:
    """ "Thursday" is nine to six; "Thursday evening" is the evening; a Saturday asked for has a day's hours too."""
    evening = Window(at(26, 18), at(26, 21))
    assert searched([Window(at(26, 0), at(27, 0))], nine_to_six()) == (Window(at(26, 9), at(26, 18)),)
    assert searched([evening], nine_to_six()) == (evening,)
    assert searched([Window(at(28, 0), at(29, 0))], nine_to_six()) == (Window(at(28, 9), at(28, 18)),)


def test_working_hours_follow_the_clock_over_a_change() -> None:
    """Nine o'clock stays nine o'clock when the clocks go back on 25 October 2026."""
    week = Window(datetime(2026, 10, 23, tzinfo=LISBON), datetime(2026, 10, 27, tzinfo=LISBON))
    opening_times = [window.start for window in working_windows(nine_to_six(), week)]
    assert [start.hour for start in opening_times] == [9, 9]
    assert [start.utcoffset() for start in opening_times] == [timedelta(hours=1), timedelta(0)]


def test_a_night_shift_ends_the_next_day() -> None:
    """Hours whose end is before their start run over midnight."""
    night = WorkingHours(LISBON, time(22), time(6), WEEKDAYS)
    assert working_windows(night, Window(at(23, 12), at(24, 12))) == (Window(at(23, 22), at(24, 6)),)


def test_a_stated_time_is_judged_to_the_minute() -> None:
    """A meeting that ends at 14:00 does not stand against one that starts then."""
    ben = calendar("ben", (at(26, 13), at(26, 14), ShowAs.BUSY))
    free = opening_at(Window(at(26, 14), at(26, 14, 30)), [calendar("ana"), ben])
    taken = opening_at(Window(at(26, 13, 59), at(26, 14, 29)), [calendar("ana"), ben])
    assert (free.worst, taken.worst) == (Standing.FREE, Standing.BUSY)
    assert not free.breathing


def test_conflicts_are_found_through_a_long_event() -> None:
    """The day-long workshop clashes with both short ones, which do not clash with each other."""
    long, first, second, later = (
        Window(at(26, 9), at(26, 17)),
        Window(at(26, 10), at(26, 11)),
        Window(at(26, 12), at(26, 13)),
        Window(at(26, 17), at(26, 18)),
    )
    assert conflicts([long, first, second, later]) == {0, 1, 2}
    assert conflicts([first, second, later]) == frozenset()
    assert conflicts([]) == frozenset()


def test_gaps_are_what_is_left() -> None:
    """Overlaps count once, and what lies outside does not count."""
    day = Window(at(26, 9), at(26, 18))
    taken = [Window(at(26, 8), at(26, 10)), Window(at(26, 9, 30), at(26, 11)), Window(at(26, 17), at(26, 19))]
    assert gaps(taken, day) == (Window(at(26, 11), at(26, 17)),)
    assert gaps([], day) == (day,)
    assert gaps([Window(at(26, 0), at(27, 0))], day) == ()


minutes = st.integers(0, 4 * 24 * 60)
spans = st.tuples(minutes, st.integers(5, 600), st.sampled_from(ShowAs))


@given(st.lists(st.lists(spans, max_size=8), min_size=1, max_size=4), st.integers(5, 180))
def test_whatever_is_offered_is_as_good_as_it_says(everyone: list[list[tuple[int, int, ShowAs]]], length: int) -> None:
    """Each opening has the length, lies within the window, overlaps no other, and is told no better than it is."""
    base = at(23, 0)
    calendars = [
        calendar(f"p{n}", *((base + timedelta(minutes=a), base + timedelta(minutes=a + b), s) for a, b, s in spans_of))
        for n, spans_of in enumerate(everyone)
    ]
    slots = [Window(base, base + timedelta(days=4))]
    offered = rank(calendars, slots, timedelta(minutes=length), base)
    for number, opening in enumerate(offered):
        assert opening.window.end - opening.window.start == timedelta(minutes=length)
        assert slots[0].start <= opening.window.start and opening.window.end <= slots[0].end
        exact = opening_at(opening.window, calendars)
        assert all(told >= real for (_, told), (_, real) in zip(opening.standings, exact.standings, strict=True))
        assert not any(opening.window.overlaps(other.window) for other in offered[:number])


def test_who_cannot_be_seen_makes_no_time_better_or_worse() -> None:
    """So a time at which the others are free is better than one at which they are not."""
    guest = Calendar("guest", Hidden("guest"))
    ana = calendar("ana", (at(23, 10), at(23, 11), ShowAs.BUSY))
    taken, free = (opening_at(Window(at(23, hour), at(23, hour) + HALF), [ana, guest]) for hour in (10, 14))
    assert (taken.worst_seen, free.worst_seen) == (Standing.BUSY, Standing.FREE)
    assert free.worst is Standing.HIDDEN


def test_nobody_is_asked_long_before_work_where_another_time_is_within_everyones_hours() -> None:
    """In New York it is seven at noon: a favour beside nine o'clock, which at ten would be five is none."""
    ours = calendar("ana", (at(26, 15), at(26, 18), ShowAs.BUSY))
    theirs = calendar("mia", zone=NEW_YORK)
    found = rank([ours, theirs], [Window(at(26, 9), at(26, 18))], timedelta(hours=1), NOW)
    assert starts(found)[0] == at(26, 14)
    assert all(start >= at(26, 12) for start in starts(found))


def test_two_times_within_everyones_hours_are_enough() -> None:
    """Nothing is offered beside them that costs somebody their evening."""
    found = rank([calendar("ana"), calendar("mia", zone=NEW_YORK)], [Window(at(26, 9), at(26, 15))], HALF, NOW)
    assert starts(found) == [at(26, 14), at(26, 14, 30)]


def test_a_public_holiday_of_anybody_is_left_out_unless_only_it_was_asked_for() -> None:
    """Thanksgiving is no day to meet those in New York, whatever their calendars say."""
    theirs = replace(calendar("mia", zone=NEW_YORK), days_off=frozenset((at(26, 0).date(),)))
    two_days = [Window(at(26, 14), at(26, 16)), Window(at(27, 14), at(27, 16))]
    assert {start.day for start in starts(rank([calendar("ana"), theirs], two_days, HALF, NOW))} == {27}
    assert {start.day for start in starts(rank([calendar("ana"), theirs], two_days[:1], HALF, NOW))} == {26}


def test_a_public_holiday_beside_what_is_searched_changes_nothing() -> None:
    """That of the day before, or of the week after."""
    around = frozenset((at(20, 0).date(), at(30, 0).date()))
    rested = replace(calendar("ana"), days_off=around)
    assert starts(rank([rested], [AFTERNOON], HALF, NOW)) == starts(rank([calendar("ana")], [AFTERNOON], HALF, NOW))
