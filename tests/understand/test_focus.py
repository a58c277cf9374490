"""Time that somebody wants for themselves."""

from datetime import timedelta

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "rule", "subject"),
    [
        ("protect my Friday afternoons", "FREQ=WEEKLY;BYDAY=FR", ""),
        ("block every Friday afternoon for focus time", "FREQ=WEEKLY;BYDAY=FR", "focus time"),
        ("guard my Fridays", "FREQ=WEEKLY;BYDAY=FR", ""),
        ("protect 9-11 every day for deep work", "FREQ=DAILY;BYHOUR=9", "deep work"),
        ("protect Friday afternoon", "", ""),
        ("keep Thursday morning free for the report please", "", "report"),
        ("add focus time tomorrow from 13 to 14", "", "focus time"),
    ],
)
def test_a_stretch_for_oneself(read: Read, said: str, rule: str, subject: str) -> None:
    """All of it, on one day or on each."""
    understood = read(said)
    assert (understood.intent, understood.facet, understood.subject) == (Intent.SCHEDULE, "focus", subject)
    assert understood.time.rrule.startswith(rule)
    assert understood.time.rrule or understood.time.slots or understood.time.exact


@pytest.mark.parametrize(
    ("said", "minutes", "side", "event"),
    [
        ("keep 15 minutes travel time before it", 15, "before", None),
        ("reserve half an hour for travel before the roadmap review", 30, "before", "roadmap review"),
        ("add 20 min travel after the press day", 20, "after", "press day"),
        ("leave 10 minutes prep time before the design review", 10, "before", "design review"),
    ],
)
def test_the_way_to_a_meeting(read: Read, said: str, minutes: int, side: str, event: str | None) -> None:
    """Its length, on which side, and of which meeting; None is the one at hand."""
    understood = read(said)
    assert (understood.intent, understood.facet, understood.note) == (Intent.SCHEDULE, "travel", side)
    assert understood.time.duration == timedelta(minutes=minutes)
    assert (understood.event.subject if understood.event else None) == event


@pytest.mark.parametrize(
    "said",
    [
        "block Friday",
        "block Wednesday from 14:00 to 16:00",
        "block 2 hours for the report tomorrow",
        "block Friday afternoon for Priya",
        "block Friday afternoon for a meeting with Tom",
        "hold Friday 2pm",
        "reserve a room Friday afternoon",
        "keep it short",
    ],
)
def test_what_is_booked_as_ever(read: Read, said: str) -> None:
    """An hour of a day, something with others, no time at all."""
    assert read(said).facet not in ("focus", "travel")


@pytest.mark.parametrize(
    ("said", "shown", "subject", "all_day"),
    [
        ("mark thursday afternoon as working elsewhere", "elsewhere", "Working elsewhere", False),
        ("set me as busy tomorrow from 2 to 4", "busy", "Busy", False),
        ("put me down as working from home on Friday", "elsewhere", "Working from home", True),
        ("I'm working from home on Friday", "elsewhere", "Working from home", True),
        ("I'm wfh on Monday, put it in my calendar", "elsewhere", "WFH", True),
    ],
)
def test_how_one_shows_for_a_time(read: Read, said: str, shown: str, subject: str, all_day: bool) -> None:
    """A block of one's own, and no change of the meetings that are then."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, subject)
    assert (understood.extras.show_as, understood.time.all_day) == (shown, all_day)


@pytest.mark.parametrize("said", ["mark thursday's design review as busy", "mark the retro as working elsewhere"])
def test_how_a_meeting_shows(read: Read, said: str) -> None:
    """A meeting that is named is changed."""
    assert read(said).intent is Intent.UPDATE
