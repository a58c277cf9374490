"""A meeting gives its room back, or is held online: what is dropped is the room, and never the meeting."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    "said",
    [
        "We don't need Fado any more for the pricing call, can you drop it",
        "we no longer need Fado for the pricing call so please release it",
        "I don't need Fado for the pricing call anymore. Cancel it please",
        "Please release Fado for the pricing call",
        "can you give Fado back for the pricing call",
        "free up Fado from the pricing call, we're all remote",
        "We can let Fado go for the pricing call",
        "Fado isn't needed any more for the pricing call",
    ],
)
def test_a_named_room_is_dropped_from_the_event(read: Read, said: str) -> None:
    """Which names are rooms is known to the directory alone."""
    understood = read(said)
    assert understood.intent is Intent.REMOVE_ATTENDEE
    assert understood.event and understood.event.subject == "pricing call"
    assert [each.text for each in understood.people] == ["Fado"]


@pytest.mark.parametrize(
    "said",
    [
        "cancel that room, the pricing call is online anyway",
        "drop the room, the pricing call is on teams now",
        "pricing call no longer needs the room",
        "the pricing call doesn't need a room, everyone is on site in Porto",
    ],
)
def test_the_room_is_dropped_without_its_name(read: Read, said: str) -> None:
    """The reason is no other request."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.UPDATE, "no_room")


@pytest.mark.parametrize(
    "said",
    [
        "The pricing call doesn't need a room after all, we'll do it on Teams",
        "make the pricing call online instead of in Fado",
        "The pricing call should be on Teams rather than in Fado",
        "can the pricing call be online instead of in Fado?",
        "switch the pricing call to online, no room needed",
        "put the pricing call on Teams and drop Fado",
        "move the pricing call to Teams instead of Fado",
    ],
)
def test_it_is_online_and_has_no_room(read: Read, said: str) -> None:
    """Neither half is lost."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.UPDATE, "online")
    assert len(understood.also) == 1
    second = understood.also[0]
    assert second.intent is Intent.REMOVE_ATTENDEE or (second.room and second.room.dropped)


@pytest.mark.parametrize(
    ("said", "facet"),
    [
        ("make the pricing call online and not in person", "online"),
        ("make the pricing call in person and not online", "in_person"),
        ("have the pricing call in person rather than on Teams", "in_person"),
    ],
)
def test_what_it_is_not_to_be_is_not_heard(read: Read, said: str, facet: str) -> None:
    """The way that is refused is not the way that is meant."""
    assert read(said).facet == facet


def test_an_event_that_is_not_needed_is_cancelled(read: Read) -> None:
    """Where no room is spoken of, "it" is the meeting."""
    assert read("We don't need the pricing call any more, can you drop it").intent is Intent.CANCEL
