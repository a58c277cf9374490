"""A booking is the same booking in whatever order its parts are put down."""

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize("verb", ["book ", "can we get ", "i need ", "set up a call ", "meeting "])
@pytest.mark.parametrize("joint", [" ", ", "])
def test_any_order_tells_the_same(read: Read, verb: str, joint: str) -> None:
    """How long, with whom, when, about what and how."""
    for parts in permutations(("90 min", "w/ Omar", "thursday at 14:00", "re harbour plan", "on teams")):
        said = verb + joint.join(parts)
        found = read(said)
        told = (found.intent, found.time.duration, found.time.exact and found.time.exact.hour, found.online)
        assert told == (Intent.SCHEDULE, timedelta(minutes=90), 14, True), said
        assert [each.text for each in found.people] == ["Omar"], said
        assert (found.subject or found.purpose).lower() == "harbour plan", said


@pytest.mark.parametrize("parts", [*permutations(("tide tables", "Omar", "Fatima", "half an hour", "friday at 14:00"))])
def test_what_is_only_listed_may_stand_anywhere(read: Read, parts: tuple[str, ...]) -> None:
    """Which of it is a name, the directory knows."""
    found = read(f"book {', '.join(parts)}")
    assert (found.intent, found.time.duration) == (Intent.SCHEDULE, timedelta(minutes=30))
    assert found.time.exact and found.time.exact.hour == 14
    told = {each.text for each in (*found.bare, *found.people)} | {found.subject, found.purpose}
    assert {"Omar", "Fatima", "tide tables"} <= told


def test_a_topic_keeps_its_own_words(read: Read) -> None:
    """A day in it is none on which to meet."""
    found = read("in Hall 3, friday 14:00, with Omar, re the Monday rota")
    assert (found.intent, [each.text for each in found.people]) == (Intent.SCHEDULE, ["Omar"])
    assert (found.subject or found.purpose).removeprefix("the ") == "Monday rota"


@pytest.mark.parametrize("said", ["move with Omar, Friday, in Hall 3", "who is free, Omar, Friday, in Hall 3?"])
def test_what_books_nothing_is_left(read: Read, said: str) -> None:
    """Another verb, or a question."""
    assert read(said).intent is not Intent.SCHEDULE


def test_a_title_before_the_rest_is_one(read: Read) -> None:
    """It is no part of a list, though it begins like one."""
    assert read("book the annual review with Omar on Friday at 10").subject.lower() == "annual review"


def test_a_day_without_a_length_may_lead_a_list(read: Read) -> None:
    """Where the verb says that it is booked."""
    found = read("book next tuesday afternoon, tide tables, Omar, Fatima")
    assert {each.text for each in found.bare} == {"tide tables", "Omar", "Fatima"}
    assert found.time.slots[0].start and found.time.slots[0].start.astimezone(UTC) > datetime(2026, 1, 1, tzinfo=UTC)
