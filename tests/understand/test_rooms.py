"""What is said of rooms."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import Context, understand
from dialogs.understand.slots import rooms
from dialogs.understand.understood import Intent

ZONE = ZoneInfo("Europe/Lisbon")
NOW = datetime(2026, 11, 23, 9, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("find a room for 6 tomorrow at 2", 6),
        ("a room that seats ten", 10),
        ("rooms for about 8 people", 8),
        ("a 12-person room", 12),
        ("somewhere to meet for five of us", 5),
        ("a room with a projector for 8 tomorrow at 14:00", 8),
        ("a room for 10-15 people", 15),
        ("a room for 2 hours", 0),
        ("a room for 3pm", 0),
        ("book the Tejo room for 3", 0),
    ],
)
def test_the_number_of_people_is_told_from_a_time(text: str, seats: int) -> None:
    """What stands behind "for" is people only where it can be."""
    said = rooms.find(text)
    assert (said.seats if said else 0) == seats


def test_the_number_of_people_is_no_time() -> None:
    """ "A room for 6 tomorrow at 2" begins at two."""
    said = understand("find a room for 6 tomorrow at 2", Context(NOW, ZONE, "en-GB"))
    assert said.intent is Intent.FIND_ROOM
    assert said.time.exact == datetime(2026, 11, 24, 14, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("text", "features", "floor"),
    [
        ("a room with a projector on floor 3", ("display",), 3),
        ("a wheelchair accessible room on the ground floor", ("accessible",), 0),
        (
            "a quiet room on the 2nd floor with video and a white board",
            ("video", "whiteboard", "quiet"),
            2,
        ),
        ("any room", (), None),
    ],
)
def test_what_a_room_must_have(text: str, features: tuple[str, ...], floor: int | None) -> None:
    """Equipment and floor by any of their names."""
    said = rooms.find(text)
    assert said is not None
    assert (said.features, said.floor) == (features, floor)


@pytest.mark.parametrize("text", ["without a room", "we don't need a room", "drop the room", "no room needed"])
def test_no_room(text: str) -> None:
    """It is given up however that is said."""
    said = rooms.find(text)
    assert said is not None and said.dropped


@pytest.mark.parametrize("text", ["another room", "not that room", "a bigger one", "a different meeting room please"])
def test_another_room(text: str) -> None:
    """The one at hand will not do."""
    said = rooms.find(text)
    assert said is not None and said.other


@pytest.mark.parametrize("text", ["is there room in my calendar", "make room for lunch", "call room service"])
def test_words_that_only_sound_like_a_room(text: str) -> None:
    """Space in a calendar is no room."""
    assert rooms.find(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "can u get me a room tmrw at 3 for 4 ppl",
        "got a room free at 4?",
        "somewhere to meet with 5 people on thursday 10-11",
    ],
)
def test_a_room_is_asked_for_in_many_ways(text: str) -> None:
    """Who names a room and a time is not asking for anything strange."""
    assert understand(text, Context(NOW, ZONE, "en-GB")).intent is Intent.FIND_ROOM


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("add a room to the design review", "room"),
        ("book a room with a whiteboard for the launch plan", "room"),
        ("change the room of the roadmap to Tejo", "location"),
        ("use Tejo instead of Fado for the roadmap", "location"),
        ("drop the room from the design review", "no_room"),
        ("we no longer need the room for the launch plan", "no_room"),
    ],
)
def test_the_room_of_a_meeting_that_exists(text: str, facet: str) -> None:
    """Which meeting is read apart from what becomes of its room."""
    said = understand(text, Context(NOW, ZONE, "en-GB"))
    assert (said.intent, said.facet) == (Intent.UPDATE, facet)
    assert said.event is not None


@pytest.mark.parametrize("text", ["book a room for the afternoon", "find a room for the whole day tomorrow"])
def test_a_stretch_of_time_is_no_meeting(text: str) -> None:
    """ "For the afternoon" says when."""
    assert understand(text, Context(NOW, ZONE, "en-GB")).intent is Intent.FIND_ROOM
