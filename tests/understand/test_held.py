"""How a new meeting is held may be said anywhere; in what room, too."""

from datetime import timedelta

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    "said",
    [
        "book an hour online with Omar on Friday morning about the tide tables",
        "book an hour with Omar online on Friday morning about the tide tables",
        "book an hour with Omar on Friday morning online about the tide tables",
        "i need an hour on teams w/ Omar Friday morning re tide tables",
        "an hour with Omar Friday morning on Teams - tide tables",
        "can we have an hour over Teams with Omar on Friday morning regarding the tide tables",
    ],
)
def test_online_is_no_part_of_a_name_or_a_title(read: Read, said: str) -> None:
    """Wherever it stands."""
    found = read(said)
    assert (found.intent, found.online) == (Intent.SCHEDULE, True)
    assert [each.text for each in found.people] == ["Omar"]
    assert "tide tables" in (found.subject or found.purpose).lower()
    assert "online" not in found.subject.lower()
    assert found.time.duration == timedelta(hours=1)


@pytest.mark.parametrize(
    "said", ["book 30 min online shop review with Omar friday at 3", "schedule the online fair on Friday"]
)
def test_what_is_called_online_is_called_so(read: Read, said: str) -> None:
    """Before a noun it belongs to that."""
    assert read(said).subject.lower().startswith("online ")


@pytest.mark.parametrize(
    "said",
    [
        "book half an hour tomorrow 2pm with Fatima Noor in room 4 re harbour dues",
        "i need half an hour with Fatima Noor tomorrow 2pm in room 4",
        "book half an hour in room 4 tomorrow 2pm with Fatima Noor",
    ],
)
def test_who_is_met_in_a_room_is_met(read: Read, said: str) -> None:
    """The room alone is not what is asked for."""
    found = read(said)
    assert (found.intent, found.location) == (Intent.SCHEDULE, "room 4")
    assert [each.text for each in found.people] == ["Fatima Noor"]


def test_a_room_is_asked_for_all_the_same(read: Read) -> None:
    """Where it stands first."""
    assert read("book room 4 tomorrow at 2 with Fatima").intent is Intent.FIND_ROOM
    assert read("is there a room for six with a screen tomorrow at 2?").intent is Intent.FIND_ROOM


@pytest.mark.parametrize("word", ["except", "except for", "minus", "but not", "excluding"])
def test_who_is_spared_behind_the_day_does_not_come(read: Read, word: str) -> None:
    """And is no title."""
    found = read(f"get the harbour team together for 30 min on Wednesday {word} Omar")
    assert [(each.text, each.role.value) for each in found.people if each.text == "Omar"] == [("Omar", "without")]
    assert "omar" not in found.subject.lower()
