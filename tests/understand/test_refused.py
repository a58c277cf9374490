"""What is refused or put off is not done, whatever it names; what is asked for beside it is."""

import pytest

from dialogs.understand.understood import Intent, Question
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    "said",
    [
        "don't cancel the pricing call",
        "please do not cancel the pricing call, we still need it",
        "dont move the pricing call for now",
        "no need to move the pricing call",
        "we don't have to reschedule the pricing call any more",
        "hold off moving the pricing call for now",
        "keep the pricing call as it is for now",
        "leave the pricing call for now",
        "Leave the 1:1 with Tom alone",
        "the pricing call can stay where it is",
        "I was going to move the pricing call but Tom isn't sure yet, so leave it for now",
        "I thought about cancelling the pricing call but no, keep it",
        "let's not move the pricing call after all",
        "can you not cancel the pricing call please",
        "I won't be moving the pricing call, Ana is away",
        "forget about moving the pricing call",
        "don't change the room of the pricing call",
        "Please don't remove Tom from the pricing call",
    ],
)
def test_what_is_refused_brings_nothing(read: Read, said: str) -> None:
    """Neither a move to "now" nor a cancellation."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.CANCEL_DIALOG, "kept")


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("don't cancel the pricing call, move it to Friday at 3", Intent.RESCHEDULE),
        ("don't cancel the pricing call but move it to Friday at 3", Intent.RESCHEDULE),
        ("don't push the pricing call to Friday, push it to Thursday at 2", Intent.RESCHEDULE),
        ("we won't move the pricing call, but please add Tom to it", Intent.ADD_ATTENDEE),
        ("don't move the pricing call, cancel it", Intent.CANCEL),
    ],
)
def test_what_is_wanted_instead_is_of_the_same_event(read: Read, said: str, intent: Intent) -> None:
    """ "It" is what was refused before."""
    understood = read(said)
    assert understood.intent is intent
    assert "pricing call" in (understood.event.subject if understood.event else understood.subject)


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("don't forget to cancel the pricing call", Intent.CANCEL),
        ("why don't we move the pricing call to Friday at 3", Intent.RESCHEDULE),
        ("hold off on the audit this week", Intent.CANCEL),
        ("we don't need the pricing call any more", Intent.CANCEL),
        ("don't invite Tom", Intent.REMOVE_ATTENDEE),
        ("keep my Friday free", Intent.SCHEDULE),
        ("move the pricing call an hour later, don't change the length", Intent.RESCHEDULE),
        ("extend the pricing call by 15 minutes and leave the room as it is", Intent.RESCHEDULE),
    ],
)
def test_what_only_sounds_refused_is_done(read: Read, said: str, intent: Intent) -> None:
    """A negation that asks for something, or that is said beside a request."""
    assert read(said).intent is intent


def test_a_card_that_asks_is_not_answered_by_another_refusal(read: Read) -> None:
    """It stays open, and nothing is done."""
    understood = read("don't cancel the pricing call", Question("yes_no"))
    assert (understood.intent, understood.facet) == (Intent.CANCEL_DIALOG, "kept")


@pytest.mark.parametrize("but", ["don't touch", "please don't cancel", "do not move"])
def test_what_is_spared_is_not_what_is_cancelled(read: Read, but: str) -> None:
    """ "Cancel the retro but don't touch the kiln review" is about the retro alone."""
    understood = read(f"cancel the retro but {but} the kiln review")
    assert (understood.intent, understood.subject, understood.spared) == (Intent.CANCEL, "retro", None)


def test_what_is_spared_of_everything_is_kept_out(read: Read) -> None:
    """All of the day, but for the retro."""
    understood = read("cancel everything on Friday but don't cancel the retro")
    assert understood.scope == "all"
    assert understood.spared is not None
    assert understood.spared.subject == "retro"
