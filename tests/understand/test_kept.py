"""Removals that are taken back in the same breath."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        ("for the tasting, drop Femi, he's on leave. actually no, keep him, drop Ruth", ["Ruth"]),
        ("remove Femi from the tasting. wait, keep Femi, remove Ruth", ["Ruth"]),
        ("take Femi and Ruth off the tasting. hmm, leave Ruth on", ["Femi"]),
        ("drop Femi and Ruth from the tasting - no, keep both, drop Kojo", ["Kojo"]),
        ("take Femi off the tasting, wait no keep him in and take Ruth off instead", ["Ruth"]),
        ("remove Femi from the tasting but keep Ruth", ["Femi"]),
        ("keep Femi off the tasting", ["Femi"]),
    ],
)
def test_who_stays_is_not_removed(read: Read, said: str, gone: list[str]) -> None:
    """What is said last counts."""
    understood = read(said)
    assert understood.intent is Intent.REMOVE_ATTENDEE and not understood.also
    assert [each.text for each in understood.people] == gone
    assert understood.event and understood.event.subject == "tasting" and not understood.event.people


def test_what_else_was_asked_for_is_done(read: Read) -> None:
    """Of the event that the removal named."""
    understood = read("drop Femi from the tasting and add Kojo. actually keep Femi")
    assert understood.intent is Intent.ADD_ATTENDEE
    assert [each.text for each in understood.people] == ["Kojo"]
    assert understood.event and understood.event.subject == "tasting"


def test_nothing_is_left_to_do(read: Read) -> None:
    """Whoever stays after all was the only one."""
    assert read("remove Ruth from the tasting. On second thoughts, keep her").intent is Intent.CANCEL_DIALOG


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("cancel the tasting and the audit. no wait, keep the tasting", "audit"),
        ("decline the tasting and the audit. actually keep the audit", "tasting"),
    ],
)
def test_a_meeting_stays(read: Read, said: str, subject: str) -> None:
    """One of two is left alone."""
    understood = read(said)
    assert (understood.subject, understood.others) == (subject, ())
