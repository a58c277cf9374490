"""Bookings whose title, place, days or organizer stand where few people look for them."""

import pytest

from dialogs.understand.behalf import find
from dialogs.understand.understood import Intent, Question
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("every first Monday of the month at 4pm with Tom and Alex, 1 hour, budget check, six times", "budget check"),
        ("weekly with Tom, Mondays at 4pm, rota check, for two months", "rota check"),
        ("every other Tuesday 9am with Tom, gate check, until end of August", "gate check"),
        ("let's all meet wednesday at 4pm for 30 min to choose the back cover", "choose the back cover"),
        ("book 30 min with Tom tomorrow at 3 to compare quotes", "compare quotes"),
        ("meet Tom on Friday at 3pm to divide the tasks please", "divide the tasks"),
        ("book an hour on friday to write the report", "write the report"),
        ("schedule three 1-hour interviews with Tom on friday", "interview"),
        ("book 30 min with Tom tomorrow from 3 to the end of the hour", ""),
    ],
)
def test_what_they_meet_for_is_the_title(read: Read, said: str, subject: str) -> None:
    """Between commas, or as what they meet to do."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, subject)


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("coffee with Tom at starbucks tomorrow at 2", "starbucks"),
        ("lunch with Tom at joe's diner friday 12:30", "joe's diner"),
        ("drinks with Tom friday 5pm at the red lion", "the red lion"),
        ("meeting with Tom tomorrow at 3 at pier 7", "pier 7"),
        ("coffee with Tom tomorrow at 2, at least 30 minutes", ""),
        ("book 30 min with Tom at the latest by friday", ""),
        ("30 minutes with Tom at the end of next week", ""),
        ("meeting with Tom at the retro on friday", ""),
    ],
)
def test_a_place_may_have_any_name(read: Read, said: str, place: str) -> None:
    """Also one in small letters; a time or an event is no place."""
    assert read(said).location == place


@pytest.mark.parametrize(
    "said",
    [
        "weekly with Tom on Fridays at 9, skip the 11th of December",
        "weekly with Tom on Fridays at 9 from this week, skipping 11 December",
        "weekly with Tom on Fridays at 9, but not on the 11th",
        "weekly with Tom on Fridays at 9, leave out the 11th",
        "weekly with Tom on Fridays at 9, no meeting on the 11th of December",
        "weekly with Tom on Fridays at 9 without 11 December",
    ],
)
def test_a_day_is_left_out_of_a_series(read: Read, said: str) -> None:
    """However it is put, it is that day."""
    time = read(said).time
    assert time.rrule.startswith("FREQ=WEEKLY")
    assert [slot.start and slot.start.day for slot in time.excluded] == [11]


def test_a_weekday_is_left_out_of_what_is_daily(read: Read) -> None:
    """Wherever it is said."""
    assert "BYDAY=MO,TU,WE,TH,SA,SU" in read("daily at 9 with Tom for 10 minutes but not on Fridays").time.rrule


@pytest.mark.parametrize(
    ("said", "name", "rest"),
    [
        ("book Mia 30 mins with Tom tomorrow at 2", "Mia", "book 30 mins with Tom tomorrow at 2"),
        ("get Mia a meeting with Tom", "Mia", "get a meeting with Tom"),
        ("set up an hour with Tom, the organiser should be Mia", "Mia", "set up an hour with Tom"),
        ("set up an hour with Tom at 2 with Mia as the organizer", "Mia", "set up an hour with Tom at 2"),
        ("Mia should be the organizer", "Mia", ""),
    ],
)
def test_it_is_booked_for_somebody_else(said: str, name: str, rest: str) -> None:
    """Who is given somebody's time, or organizes, is whose calendar it is."""
    found = find(said)
    assert found is not None
    assert (found.name, found.rest) == (name, rest)


@pytest.mark.parametrize(
    "said", ["book me 30 mins with Tom", "book Mia for 30 mins with Tom", "I should be the organizer", "lunch with Mia"]
)
def test_it_is_ones_own_where_nobody_else_is_given_it(said: str) -> None:
    """ "Book Mia for 30 minutes" is about a meeting with her."""
    assert find(said) is None


def test_several_interviews_are_told_from_a_series(read: Read) -> None:
    """ "Three weekly sessions" are one series."""
    assert "COUNT=3" in read("book three weekly sessions with Tom").time.rrule


@pytest.mark.parametrize("said", ["no actually", "wait no", "actually no", "no wait"])
def test_a_no_that_goes_on_wants_something_else(read: Read, said: str) -> None:
    """It is no wish for other times."""
    understood = read(said, Question("choice", ("Tue 10:00", "Tue 11:00")))
    assert (understood.intent, understood.facet) == (Intent.NO, "unsaid")


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ("later slot on the same day", "later"),
        ("is there a later slot that day", "later"),
        ("an earlier slot on that day", "earlier"),
    ],
)
def test_other_times_of_the_same_day(read: Read, said: str, way: str) -> None:
    """Later or earlier ones than those on offer."""
    understood = read(said, Question("choice", ("Tue 10:00", "Tue 11:00")))
    assert (understood.intent, understood.facet) == (Intent.NAVIGATE, way)


@pytest.mark.parametrize(
    "said",
    [
        "half an hour with Tom or Alex on Monday at 10, whoever is free",
        "monday at 10, 30 min, with either Tom or Alex, whoever's available",
        "monday 10am 30 min, book whoever is free of Tom and Alex, Tom if both are",
    ],
)
def test_whoever_is_free_names_one_of_two(read: Read, said: str) -> None:
    """It is no title, and not both of them."""
    understood = read(said)
    assert [each.is_other for each in understood.people] == [False, True]
    assert understood.subject == ""
