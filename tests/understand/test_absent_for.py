"""Who tells that they are away, and why, wants the time blocked under that name."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("I'm out Thursday afternoon, dentist", "Dentist"),
        ("I'm off on Thursday afternoon (physio)", "Physio"),
        ("physio on Thursday afternoon, so I'm out", "Physio"),
        ("I won't be in on Friday morning, moving house", "Moving house"),
        ("I'm out on Friday for my sister's wedding", "Sister's wedding"),
        ("off from Monday to Wednesday - wedding in Porto", "Wedding in Porto"),
        ("heads up: I'm out of the office tomorrow, visiting the plant", "Visiting the plant"),
        ("I'll be away next Wednesday because of the training", "Training"),
        ("I'm at the hospital on Thursday morning", "Hospital"),
        ("out of office next Monday, moving house", "Moving house"),
        ("I'm unavailable Thursday 14:00-16:00", ""),
        ("I won't be around on Friday", ""),
        ("I'm on a course all Friday", "Course"),
        ("I'm at court on Thursday morning", "Court"),
        ("I'm out Thursday afternoon, call it Errands", "Errands"),
    ],
)
def test_the_reason_names_the_absence(read: Read, said: str, why: str) -> None:
    """And is no meeting of its own."""
    found = read(said)
    assert (found.intent, found.subject) == (Intent.AWAY, why)
    assert found.when


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("I'm out on Friday, move the harbour review to Monday", Intent.RESCHEDULE),
        ("I'm off on Monday so decline everything", Intent.DECLINE),
        ("I have a dentist appointment on Thursday at 14:00", Intent.SCHEDULE),
        ("I'm at the dentist on Thursday at 14:00", Intent.SCHEDULE),
        ("I'm at the garage on Friday at 9 for an hour", Intent.SCHEDULE),
    ],
)
def test_what_is_asked_for_besides_counts(read: Read, said: str, intent: Intent) -> None:
    """A request behind it is no reason."""
    assert read(said).intent is intent


def test_what_is_got_is_had(read: Read) -> None:
    """ "I've got a" is no part of a title."""
    assert read("I've got a school run at 15:00 on Friday").subject == "school run"
