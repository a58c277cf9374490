"""However an act is called, it is the same act."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize("verb", ["scratch", "scrap", "axe", "nix", "kill", "bin", "ditch", "get rid of"])
@pytest.mark.parametrize("event", ["the harbour review", "Friday's tide check", "my next meeting with Omar"])
def test_what_is_scrapped_is_cancelled(read: Read, verb: str, event: str) -> None:
    """None of these verbs is a part of a title."""
    said, plain = read(f"{verb} {event}"), read(f"cancel {event}")
    assert (said.intent, said.subject, said.time, said.next_after) == (
        Intent.CANCEL,
        plain.subject,
        plain.time,
        plain.next_after,
    )


@pytest.mark.parametrize("verb", ["switch", "rebook", "slide", "flip"])
@pytest.mark.parametrize("then", ["Friday at 11", "tomorrow afternoon", "14:30", "next week"])
def test_what_is_switched_to_a_time_is_moved(read: Read, verb: str, then: str) -> None:
    """To a room, or to another guest, it is not."""
    said, plain = read(f"{verb} the harbour review to {then}"), read(f"move the harbour review to {then}")
    assert said.intent is Intent.RESCHEDULE
    assert (said.event and said.event.subject, said.time) == (plain.event and plain.event.subject, plain.time)


@pytest.mark.parametrize("event", ["the harbour review", "Omar's tide check", "both invitations"])
def test_what_is_confirmed_is_accepted(read: Read, event: str) -> None:
    """Where nothing is being discussed."""
    assert read(f"confirm {event}").intent is Intent.ACCEPT


@pytest.mark.parametrize("said", ["confirm my reservation for 8 pm on Friday", "confirm the flight to Oslo"])
def test_what_is_no_invitation_is_not_accepted(read: Read, said: str) -> None:
    """A table or a flight is confirmed elsewhere."""
    assert read(said).intent is not Intent.ACCEPT


def test_whatever_is_next_is_the_next_meeting(read: Read) -> None:
    """By either name."""
    said, plain = (
        read("tell everyone in whatever's next I'm ten late"),
        read("tell everyone in my next meeting I'm ten late"),
    )
    assert said.event and plain.event
    assert said.event.next_after == plain.event.next_after is not None


@pytest.mark.parametrize("time", ["10 a.m.", "10a.m", "10 A.M."])
def test_a_half_of_the_day_with_dots(read: Read, time: str) -> None:
    """As style guides have it."""
    assert read(f"30 minutes with Omar on Friday at {time}").time == read("30 minutes with Omar on Friday at 10am").time


def test_a_sign_for_and_goes_before_a_further_act(read: Read) -> None:
    """In a name it stays."""
    assert read("cancel the harbour review & tell Omar I'm ill").note == "I'm ill"
    assert read("cancel the Salt & Rope review").subject == "Salt & Rope review"
