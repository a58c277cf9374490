"""Who is met and is nobody of the company, and what else a booking is called by."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    "said",
    [
        "call with the bank tomorrow at 11",
        "Call with the bank friday 2pm for 30 minutes",
        "put call with the insurers in my calendar for Thursday at 4",
        "book a call with the insurance company tomorrow at 3",
        "Zoom call with the hotel Thursday 3pm, 20 min",
        "appointment with the dentist tomorrow 8am",
        "call with the accountants wednesday 9.30",
    ],
)
def test_who_is_met_may_be_of_another_house(read: Read, said: str) -> None:
    """Nobody who is invited, unless a group is called so."""
    understood = read(said)
    assert (understood.intent, understood.people) == (Intent.SCHEDULE, ())
    assert understood.noun and understood.perhaps


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("meeting with my bank adviser friday 10-11", "meeting with my bank adviser"),
        ("call with my accountant friday 3pm", "call with my accountant"),
        ("put chat with a recruiter in my calendar for Thursday at 4", "chat with a recruiter"),
    ],
)
def test_it_is_called_by_whom_one_meets(read: Read, said: str, title: str) -> None:
    """Where nobody of the company is named."""
    assert (read(said).intent, read(said).subject) == (Intent.SCHEDULE, title)


@pytest.mark.parametrize(
    "said",
    [
        "I'd like a standing meeting with Tom every Tuesday at 10",
        "set up a standing meeting with Tom Mondays 9am",
        "we would like a regular call with Tom every Friday at 9",
    ],
)
def test_a_standing_meeting_has_no_title_yet(read: Read, said: str) -> None:
    """It only says how it recurs."""
    understood = read(said)
    assert (understood.intent, understood.subject) == (Intent.SCHEDULE, "")
    assert understood.time.rrule


@pytest.mark.parametrize(
    "said",
    [
        "what invitations do I still owe an answer?",
        "which invites haven't I answered",
        "what do I still owe an answer to",
        "who do I still owe a reply",
    ],
)
def test_what_one_owes_an_answer(read: Read, said: str) -> None:
    """The invitations that wait."""
    assert (read(said).intent, read(said).facet) == (Intent.LIST_EVENTS, "invitations")


def test_an_agenda_is_told_with_is_as_well(read: Read) -> None:
    """Not only behind a colon."""
    assert read("meeting with Tom tomorrow at 3. Agenda is the kiosk lease").extras.agenda == "the kiosk lease"
