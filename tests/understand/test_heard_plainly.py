"""Requests that are put in ways of their own: what a meeting should have, for which team a slot is, just that one."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("find a slot for the finance team and me next week", ["the finance team", "me"]),
        ("could you find a time for the Control Room team next week, one hour", ["the Control Room team"]),
        ("find a time for the finance team and Tom on Friday", ["the finance team", "Tom"]),
    ],
)
def test_a_slot_for_a_team_is_with_it(read: Read, said: str, who: list[str]) -> None:
    """A room in its name is none that is wanted."""
    understood = read(said)
    assert understood.intent is Intent.SCHEDULE
    assert [each.text for each in understood.people] == who
    assert understood.room is None


def test_just_that_one_is_what_was_named(read: Read) -> None:
    """With what is told to whoever organizes it."""
    understood = read("I can't make the systems sync tomorrow, please decline just that one and say I'm at the depot")
    assert (understood.intent, understood.subject) == (Intent.DECLINE, "systems sync")
    assert understood.note == "I'm at the depot"


@pytest.mark.parametrize(
    ("said", "scope"),
    [
        ("the planning stand-up should have Tom in it as well", ""),
        ("from next week the planning stand-up should include Tom", "following"),
    ],
)
def test_whom_a_meeting_should_have(read: Read, said: str, scope: str) -> None:
    """They are added; from then on where that is said."""
    understood = read(said)
    assert (understood.intent, understood.scope) == (Intent.ADD_ATTENDEE, scope)
    assert [each.text for each in understood.people] == ["Tom"]


@pytest.mark.parametrize("said", ["ok I'll go", "I'm going", "ok, I'll come", "count me in"])
def test_who_goes_accepts(read: Read, said: str) -> None:
    """The invitation that was shown."""
    assert read(said).intent is Intent.ACCEPT
