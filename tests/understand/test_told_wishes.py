"""That somebody wants to meet, and that it be arranged, is a booking with them."""

from datetime import timedelta

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "who", "topic"),
    [
        ("Omar wants to talk about the harbour plan this week, can you set something up?", ["Omar"], "harbour plan"),
        ("Omar would like to discuss the tide tables tomorrow, could you arrange something", ["Omar"], "tide tables"),
        ("Fatima needs to see me about the lease. find us a slot this week", ["Fatima"], "lease"),
        ("Fatima asked if we could meet about the lease next week, please sort out a time", ["Fatima"], "lease"),
        ("my manager wants a quick chat about the lease today, can you book it", ["my manager"], "lease"),
        ("Omar's been asking for a call about the cranes, pencil something in for Friday", ["Omar"], "cranes"),
        (
            "Omar, Tom and Fatima want to go through the rota on Friday so please book it",
            ["Omar", "Tom", "Fatima"],
            "rota",
        ),
        ("I owe Omar a call about the cranes, any time next week", ["Omar"], "cranes"),
        ("I promised Fatima half an hour on Friday about the lease", ["Fatima"], "lease"),
        ("got to speak to Omar about the cranes tomorrow", ["Omar"], "cranes"),
        ("we should sit down with Omar and Fatima about the rota before Friday", ["Omar", "Fatima"], "rota"),
        ("I need Omar's view on the tide tables tomorrow morning", ["Omar"], "tide tables"),
        ("I want Fatima to walk me through the lease tomorrow", ["Fatima"], "lease"),
        (
            "Fatima can do Thursday at 14:00 or Friday at 11:00, book whichever suits me for the lease",
            ["Fatima"],
            "lease",
        ),
        ("Omar suggested Thursday at 15:00 for the cranes. book it", ["Omar"], "cranes"),
    ],
)
def test_it_is_a_booking(read: Read, said: str, who: list[str], topic: str) -> None:
    """With whoever wants it, about what they want it for."""
    found = read(said)
    assert found.intent is Intent.SCHEDULE
    assert [each.text for each in found.people] == who
    assert topic in (found.subject or found.purpose).lower()
    assert found.time.exact or found.time.slots or found.time.either


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("Omar wants to talk about the plan this week, can you set something up? 25 minutes is enough", 25),
        ("Omar needs to see me about the plan. find us a slot this week, 90 minutes will do", 90),
        ("Omar is after a catch-up, stick 20 minutes in on Thursday", 20),
        ("Omar is asking for an hour next week to go through the plan. can you find one?", 60),
    ],
)
def test_how_long_may_be_said_anywhere(read: Read, said: str, minutes: int) -> None:
    """In the wish, with what is to be arranged, or behind that."""
    found = read(said)
    assert (found.intent, found.time.duration) == (Intent.SCHEDULE, timedelta(minutes=minutes))
    assert [each.text for each in found.people] == ["Omar"]


@pytest.mark.parametrize(
    "said",
    [
        "Omar asked if we could meet on Friday",
        "Omar wants to catch up with me on Friday",
        "Omar's after a word with me on Friday",
    ],
)
def test_what_is_asked_of_the_speaker_needs_no_request(read: Read, said: str) -> None:
    """With a time, it is offered."""
    found = read(said)
    assert (found.intent, [each.text for each in found.people]) == (Intent.SCHEDULE, ["Omar"])


def test_what_somebody_wants_with_another_is_between_those_two(read: Read) -> None:
    """Both are named, whosever calendar it is."""
    found = read("Omar wants an hour with Fatima on Friday, can you set it up")
    assert (found.intent, {each.text for each in found.people}) == (Intent.SCHEDULE, {"Omar", "Fatima"})


def test_what_somebody_wants_moved_is_moved(read: Read) -> None:
    """It is there already."""
    found = read("Omar wants the harbour review moved to Friday")
    assert found.intent is Intent.RESCHEDULE
    assert found.event and found.event.subject == "harbour review"
