"""An event that lacks a room, and a room that may be taken."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    "said",
    [
        "roadmap has no room, can you find one",
        "the roadmap doesn't have a room yet",
        "the roadmap - no room booked, sort one out please",
        "the roadmap is still without a room",
        "roadmap has no room. can you book one with a whiteboard",
        "the roadmap hasn't got a room",
    ],
)
def test_what_lacks_a_room_is_to_get_one(read: Read, said: str) -> None:
    """It is none that is given back."""
    understood = read(said)
    assert understood.intent is Intent.UPDATE
    assert understood.room is not None
    assert not understood.room.dropped


@pytest.mark.parametrize(
    "said", ["is fado taken on friday at 2", "is Tejo booked friday afternoon", "is the blue room in use at 3"]
)
def test_whether_a_room_is_taken_is_whether_it_is_free(read: Read, said: str) -> None:
    """Nobody asks for their own calendar so."""
    understood = read(said)
    assert understood.intent in (Intent.CHECK_AVAILABILITY, Intent.FIND_ROOM)
    assert understood.people or understood.room


@pytest.mark.parametrize("said", ["is 3pm taken on friday", "is the roadmap booked for friday"])
def test_an_hour_and_an_event_are_no_room(read: Read, said: str) -> None:
    """Only a name can be that of a room."""
    assert read(said).people == ()
