"""What "that" and "why" stand for where somebody is to be told them."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "note"),
    [
        (
            "can't do Mira's design review on Thursday, I'm at the plant then. decline it and tell her that",
            "plant then",
        ),
        ("Decline the design review, I'm at the plant that day, let her know that", "I'm at the plant that day"),
        ("decline the design review and tell her why - we have auditors in", "we have auditors in"),
        ("decline the design review and tell Mira why: my train is late", "my train is late"),
        ("I'm in court all week. Decline the design review and let him know", "I'm in court all week"),
        ("we're double booked at 3, please skip the design review and say so", "we're double booked at 3"),
        ("decline the design review, the kids are ill, and tell them so", "the kids are ill"),
        ("turn down the design review, I have a hearing then. let her know that please", "I have a hearing then"),
    ],
)
def test_the_reason_is_what_is_told(read: Read, said: str, note: str) -> None:
    """Nobody is told "that"."""
    understood = read(said)
    assert understood.intent is Intent.DECLINE
    assert understood.note.endswith(note)


@pytest.mark.parametrize(
    "said",
    ["decline the design review and tell her why", "accept the design review and tell her this, please"],
)
def test_without_a_reason_nothing_is_sent_unseen(read: Read, said: str) -> None:
    """What the note would be is nowhere said."""
    understood = read(said)
    assert understood.note == "" and understood.is_guessed and not understood.certain


def test_what_is_called_off_is_told_why(read: Read) -> None:
    """Also in a sentence of its own."""
    understood = read("Cancel the tasting. The boiler broke. Let everyone know why")
    assert (understood.intent, understood.note) == (Intent.CANCEL, "The boiler broke")


def test_what_ails_somebody_is_no_further_meeting(read: Read) -> None:
    """ "The kids are ill" is nothing to decline."""
    assert read("decline the tasting, the kids are ill").others == ()


def test_what_is_done_then_is_done_at_the_time_that_is_told(read: Read) -> None:
    """And why is what others read."""
    heard = read(
        "I can't do anything tomorrow after 2. Please cancel the meetings I organise then and let people know."
    )
    assert (heard.intent, heard.scope) == (Intent.CANCEL, "all")
    assert heard.time.slots
    assert "can't do anything" in heard.note


def test_a_room_that_is_too_small_for_a_meeting_names_it(read: Read) -> None:
    """What is wrong is no mere preface then."""
    heard = read("the Tejo is too small for today's review, can we have Fado instead?")
    assert heard.event is not None
    assert "review" in heard.event.subject
