"""Sentences on proposed times, on many meetings at once, on how one repeats, and on one that is held again."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import Context, understand
from dialogs.understand.understood import Intent, Question, Understood

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2026, 11, 23, 9, 10, tzinfo=LISBON)


def read(utterance: str, question: Question | None = None) -> Understood:
    """What it means on a Monday morning in Lisbon."""
    return understand(utterance, Context(NOW, LISBON, "en-GB", question))


@pytest.mark.parametrize(
    ("utterance", "facet", "who"),
    [
        ("accept Tom's proposal", "proposed", "Tom"),
        ("take Ana's time", "proposed", "Ana"),
        ("use the time Priya suggested for the review", "proposed", "Priya"),
        ("move the review to the time Tom proposed", "proposed", "Tom"),
        ("I'll go with tom's suggestion", "proposed", "tom"),
        ("reject Tom's proposal", "stay", "Tom"),
        ("did Tom propose another time?", "proposals", "Tom"),
        ("what did Tom suggest instead", "proposals", "Tom"),
        ("did anyone propose another time for the review", "proposals", ""),
        ("any counter proposals?", "proposals", ""),
        ("what times were proposed for the review", "proposals", ""),
    ],
)
def test_another_time_that_somebody_proposed(utterance: str, facet: str, who: str) -> None:
    """Asked for, taken or turned down, and whose it is."""
    said = read(utterance)
    assert (said.facet, [each.text for each in said.people]) == (facet, [who] if who else [])


@pytest.mark.parametrize(
    ("utterance", "day", "to", "shift"),
    [
        ("move everything on Friday to Monday", 27, 30, None),
        ("move my Friday meetings to Monday", 27, 30, None),
        ("I'm off on Friday, move everything to Monday", 27, 30, None),
        ("push all my meetings tomorrow by an hour", 24, None, 60),
        ("pull everything tomorrow forward by 30 minutes", 24, None, -30),
        ("push tomorrow's meetings back an hour", 24, None, 60),
        ("everything tomorrow should start an hour later", 24, None, 60),
        ("reschedule all of today's meetings", 23, None, None),
        ("can you reschedule everything I have on Thursday", 26, None, None),
        ("free up my Friday afternoon", 27, None, None),
        ("I need Friday afternoon off, please move everything", 27, None, None),
    ],
)
def test_many_meetings_at_once(utterance: str, day: int, to: int | None, shift: int | None) -> None:
    """Of which day, and where to: a day, an amount, or merely away."""
    said = read(utterance)
    assert (said.intent, said.facet) == (Intent.RESCHEDULE, "several")
    assert said.event is not None
    start = said.event.time.slots[0].start
    assert start is not None and start.day == day
    assert [slot.start.day for slot in said.time.slots if slot.start] == ([to] if to else [])
    assert said.shift == (timedelta(minutes=shift) if shift else None)


def test_what_is_spared_of_many_is_read_apart() -> None:
    """And is no part of the day that is moved to."""
    said = read("move everything on Friday to Monday except the review")
    assert said.spared is not None
    assert said.spared.subject == "review"


@pytest.mark.parametrize(
    ("utterance", "rule", "subject"),
    [
        ("make the roadmap weekly", "FREQ=WEEKLY", "roadmap"),
        ("move the stand-up to Tuesdays", "FREQ=WEEKLY;BYDAY=TU", "stand-up"),
        ("change the stand-up to every two weeks", "FREQ=WEEKLY;INTERVAL=2", "stand-up"),
        ("the planning should only be on Mondays and Wednesdays", "FREQ=WEEKLY;BYDAY=MO,WE", "planning"),
        ("make the design review recur every month", "FREQ=MONTHLY", "design review"),
        ("make the galley check every two weeks from now on", "FREQ=WEEKLY;INTERVAL=2", "galley check"),
    ],
)
def test_how_an_event_is_to_repeat(utterance: str, rule: str, subject: str) -> None:
    """The rule, and which event it is for."""
    said = read(utterance)
    assert said.event is not None
    assert (said.facet, said.time.rrule, said.event.subject) == ("recur", rule, subject)


@pytest.mark.parametrize(
    ("utterance", "last"),
    [
        ("end the stand-up after December", datetime(2027, 1, 1, tzinfo=LISBON)),
        ("end the stand-up on 18 December", datetime(2026, 12, 19, tzinfo=LISBON)),
        ("stop the stand-up before Christmas", datetime(2026, 12, 25, tzinfo=LISBON)),
        ("extend the stand-up series until the end of the year", datetime(2027, 1, 1, tzinfo=LISBON)),
        ("no more stand-ups from January", datetime(2027, 1, 1, tzinfo=LISBON)),
    ],
)
def test_where_a_series_ends(utterance: str, last: datetime) -> None:
    """The midnight with which its last day ends."""
    said = read(utterance)
    assert (said.facet, said.time.slots[0].end) == ("series_end", last)


@pytest.mark.parametrize(
    ("utterance", "facet", "subject"),
    [
        ("duplicate the roadmap to Friday", "copy", "roadmap"),
        ("book the budget review again next week", "copy", "budget review"),
        ("same time next week", "copy", None),
        ("do that again tomorrow", "copy", None),
        ("book a follow-up to the budget review in two weeks with the same people", "follow_up", "budget review"),
        ("add one more stand-up on Friday", "another", "stand-up"),
    ],
)
def test_a_meeting_that_is_held_again(utterance: str, facet: str, subject: str | None) -> None:
    """Which one; None: the one that was spoken of."""
    said = read(utterance)
    assert (said.intent, said.facet) == (Intent.SCHEDULE, facet)
    assert (said.event.subject if said.event else None) == subject


def test_while_something_is_asked_it_is_about_that() -> None:
    """ "Make it weekly" is no event of the calendar while times are on a card."""
    said = read("make it weekly", Question("choice", ("Tue 24 Nov, 10:00",)))
    assert (said.intent, said.time.rrule) == (Intent.AMEND, "FREQ=WEEKLY")


@pytest.mark.parametrize(
    ("utterance", "shift"), [("postpone the review by a week", timedelta(days=7)), ("push it back two days", None)]
)
def test_how_far_is_not_how_long(utterance: str, shift: timedelta | None) -> None:
    """A week later is no meeting of a week."""
    said = read(utterance)
    assert said.time.duration is None
    assert shift is None or said.shift == shift


@pytest.mark.parametrize(
    ("utterance", "place"),
    [("move the review to Friday at 3 in Tejo", "Tejo"), ("move the review to Friday 2pm and book Fado", "Fado")],
)
def test_a_place_behind_the_new_time(utterance: str, place: str) -> None:
    """Time and place are both new, in one request."""
    said = read(utterance)
    assert (said.intent, said.location, said.then) == (Intent.RESCHEDULE, place, "")


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "words", ["move everything on ", "make the review every ", "take the time tom's ", "my , and "]
)
def test_long_talk_is_read_in_no_time(words: str) -> None:
    """However it repeats itself."""
    assert read((words * 200)[:290]).intent


def test_a_one_to_one_is_no_time_of_day() -> None:
    """ "Tomorrow's 1:1" is not at one."""
    said = read("move tomorrow's 1:1 with Tom to Thursday afternoon")
    assert said.event is not None
    assert (said.event.time.exact, said.event.subject) == (None, "1:1")
