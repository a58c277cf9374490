"""One request amid sentences that only tell what is going on."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "intent", "subject"),
    [
        ("heads up, i'm at the dentist till 11 wednesday; decline the site walk for me", Intent.DECLINE, "site walk"),
        ("The painters are in again! Decline the site walk. Back on Friday", Intent.DECLINE, "site walk"),
        ("I promised the kids a day out. cancel the tasting on friday. thanks", Intent.CANCEL, "tasting"),
        ("got stuck at the airport - cancel the site walk please - sorry", Intent.CANCEL, "site walk"),
        ("sorry, long day. who is coming to the site walk? need to plan seats", Intent.EVENT_DETAILS, "site walk"),
    ],
)
def test_the_request_stands_alone(read: Read, said: str, intent: Intent, subject: str) -> None:
    """What is told besides belongs neither to the title nor to what is done."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (intent, subject)


@pytest.mark.parametrize(
    "said",
    [
        "my plumber is sending somebody round on thursday. push the site walk to friday same time please",
        "my car broke down, ok? so move the site walk to 11",
    ],
)
def test_what_is_told_first_moves_nothing(read: Read, said: str) -> None:
    """Only what is named is moved, and nothing is booked."""
    understood = read(said)
    assert understood.intent is Intent.RESCHEDULE
    assert understood.event is not None and understood.event.subject == "site walk"
    assert understood.then == ""


@pytest.mark.parametrize(
    "said",
    [
        "book an hour with Tom tomorrow. needs to be before lunch",
        "Tom and I want to begin a weekly thing, mondays at 3 for half an hour. call it tool sync",
        "we got the funding. book an hour with Tom tomorrow. has to be before lunch",
    ],
)
def test_a_booking_takes_what_further_sentences_say(read: Read, said: str) -> None:
    """It is no change of a meeting that there is."""
    understood = read(said)
    assert understood.intent is Intent.SCHEDULE
    assert [each.text for each in understood.people] == ["Tom"]


@pytest.mark.parametrize(
    "said", ["vacation 15 Feb - 19 Feb, block it", "vacation Monday - Wednesday next week, block it"]
)
def test_a_dash_within_a_stretch_parts_nothing(read: Read, said: str) -> None:
    """Both ends are heard."""
    understood = read(said)
    assert understood.intent is Intent.AWAY
    assert [slot for slot in understood.time.slots if slot.start and slot.end and (slot.end - slot.start).days > 1]
