"""A meeting that is online alone, or online as well."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    "said",
    [
        "the tasting on Thursday can just be on Teams, drop the room",
        "tasting Thursday: online, no room",
        "make the tasting teams only",
        "The tasting: Teams only please",
        "just do the tasting on teams and lose La Cocina",
        "the tasting can simply happen online, no need for the room",
        "move Thursday's tasting to teams only",
        "let's do the tasting on teams, no room",
    ],
)
def test_it_is_online_without_its_room(read: Read, said: str) -> None:
    """Neither half is lost."""
    understood = read(said)
    assert (understood.intent, understood.facet) == (Intent.UPDATE, "online")
    assert understood.event and understood.event.subject == "tasting"
    (second,) = understood.also
    assert second.facet == "no_room" or (second.room and second.room.dropped)


@pytest.mark.parametrize(
    "said",
    [
        "make the tasting hybrid",
        "can the tasting be hybrid please",
        "the tasting should be hybrid so Femi can dial in",
        "the tasting can just be on Teams",
        "could the tasting just be on Teams?",
        "switch the tasting to Teams, half of us are remote",
    ],
)
def test_it_is_online_as_well(read: Read, said: str) -> None:
    """Its room stays, and no other is looked for."""
    understood = read(said)
    assert (understood.intent, understood.facet, understood.room) == (Intent.UPDATE, "online", None)
    assert understood.event and understood.event.subject == "tasting" and not understood.also


def test_two_changes_at_once(read: Read) -> None:
    """Whom it is hybrid for comes besides."""
    understood = read("add Femi and make it hybrid so he can dial in")
    assert [each.text for each in understood.people] == ["Femi"]
    assert [each.facet for each in understood.also] == ["online"]


@pytest.mark.parametrize(
    "said",
    [
        "Lunch with Femi tomorrow at noon, an hour, at Luso. No Teams link please.",
        "lunch with Femi tomorrow at noon at Luso. no teams",
        "book lunch with Femi at noon tomorrow at Luso. Please leave out the Teams link.",
        "Lunch with Femi tomorrow at noon at Luso; no video link",
        "lunch with Femi tomorrow at noon at Luso - no link needed",
        "lunch with Femi tomorrow at noon at Luso. It's not online.",
    ],
)
def test_a_booking_without_a_link(read: Read, said: str) -> None:
    """It is where it was said to be, with nobody called Teams."""
    understood = read(said)
    assert (understood.intent, understood.location, understood.online) == (Intent.SCHEDULE, "Luso", False)
    assert [each.text for each in understood.people] == ["Femi"]
