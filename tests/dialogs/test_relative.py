"""When something is to be that was said by another event."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.referents.relative import Around, Found, placed
from dialogs.understand.understood import Anchor, Slot, TimeConstraint
from graph.model import Window, WorkingHours

LISBON = ZoneInfo("Europe/Lisbon")
HOURS = WorkingHours(LISBON, time(9), time(18), frozenset(range(5)))
HALF = timedelta(minutes=30)


def at(text: str) -> datetime:
    """A wall of Lisbon in October 2028; Monday is the 9th."""
    return datetime.strptime(f"2028-10-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=LISBON)


REVIEW = Found(Window(at("10 11:00"), at("10 12:00")))
EARLY = Found(Window(at("11 08:30"), at("11 09:15")))
LATE = Found(Window(at("13 17:00"), at("13 18:00")))
OFFSITE = Found(Window(at("16 00:00"), at("18 00:00")), is_all_day=True)
AROUND = Around(at("09 08:00"), HOURS, HALF)


def anchor(side: str, *, beside: bool = False, whole: str = "", distance: timedelta | None = None) -> Anchor:
    """A time by "the review"."""
    return Anchor("the review", side, distance, (0, 0), "the review", beside=beside, whole=whole)


@pytest.mark.parametrize(
    ("said", "event", "start"),
    [
        (anchor("after", beside=True), REVIEW, "10 12:00"),
        (anchor("before", beside=True), REVIEW, "10 10:30"),
        (anchor("after", distance=timedelta(minutes=15)), REVIEW, "10 12:15"),
        (anchor("before", distance=timedelta(hours=1)), REVIEW, "10 10:00"),
    ],
)
def test_a_stated_start(said: Anchor, event: Found, start: str) -> None:
    """Right beside the event, or an amount from it."""
    time = placed(TimeConstraint(anchor=said), event, None, AROUND)
    assert time is not None and (time.exact, time.slots, time.anchor) == (at(start), (), None)


@pytest.mark.parametrize(
    ("said", "event", "first", "last"),
    [
        (anchor("after"), REVIEW, "10 12:00", "11 00:00"),
        (anchor("before"), REVIEW, "10 00:00", "10 11:00"),
        (anchor("during"), REVIEW, "10 11:00", "10 12:00"),
        (anchor("after", whole="day"), OFFSITE, "18 00:00", "19 00:00"),
        (anchor("before", whole="day"), OFFSITE, "15 00:00", "16 00:00"),
        (anchor("during", whole="day"), OFFSITE, "16 00:00", "18 00:00"),
        (anchor("after", whole="week"), OFFSITE, "23 00:00", "30 00:00"),
        (anchor("before", whole="evening"), OFFSITE, "15 17:00", "15 22:00"),
        (anchor("during", whole="morning"), REVIEW, "10 06:00", "10 12:00"),
        (anchor("before", distance=timedelta(days=1)), REVIEW, "09 00:00", "10 00:00"),
        (anchor("after", distance=timedelta(days=2)), OFFSITE, "19 00:00", "20 00:00"),
        (anchor("after"), OFFSITE, "18 00:00", "25 00:00"),
        # Nothing is left of that day's working time: the working day beside it.
        (anchor("after"), LATE, "13 18:00", "17 00:00"),
        (anchor("before"), EARLY, "10 00:00", "11 08:30"),
    ],
)
def test_a_stretch(said: Anchor, event: Found, first: str, last: str) -> None:
    """Of the event's own day, or of the days that are said beside it."""
    time = placed(TimeConstraint(anchor=said), event, None, AROUND)
    assert time is not None and time.slots == (Slot(at(first), at(last)),)


def test_what_is_told_of_a_day_stays_on_it() -> None:
    """ "What do I have after the review?" is asked of that day, however little is left of it."""
    around = Around(at("09 08:00"), HOURS, only_that_day=True)
    time = placed(TimeConstraint(anchor=anchor("after")), LATE, None, around)
    assert time is not None and time.slots == (Slot(at("13 18:00"), at("14 00:00")),)


def test_a_stretch_that_was_said_narrows_it() -> None:
    """ "Tomorrow afternoon after the review" is both."""
    afternoon = (Slot(at("10 12:00"), at("10 18:00")),)
    time = placed(TimeConstraint(slots=afternoon, anchor=anchor("after")), REVIEW, None, AROUND)
    assert time is not None and time.slots == afternoon


def test_there_is_nothing_between_events_that_touch() -> None:
    """No stretch is made up where there is none."""
    until = Found(Window(at("10 12:00"), at("10 13:00")))
    assert placed(TimeConstraint(anchor=anchor("between")), REVIEW, until, AROUND) is None


def test_nothing_before_now() -> None:
    """ "Before the review", said on its morning, begins now."""
    around = Around(at("10 09:20"), HOURS, HALF)
    time = placed(TimeConstraint(anchor=anchor("before")), REVIEW, None, around)
    assert time is not None and time.slots == (Slot(at("10 09:20"), at("10 11:00")),)
