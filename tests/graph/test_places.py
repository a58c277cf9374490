"""Rooms and the places around them."""

from collections.abc import Callable
from typing import Any

import pytest

from graph import places
from graph.client import GraphClient
from graph.places import Place, Room, Wanted, suitable
from tests.graph.service import Service, answering

PRADO = Room(
    "r1",
    "Prado",
    "prado@contoso.example",
    8,
    "B1",
    2,
    "2nd",
    audio="Mic",
    video="Cam",
    is_wheelchair_accessible=True,
    tags=("Whiteboard",),
)
GOYA = Room("r2", "Goya", "goya@contoso.example", 4, "B2", 1, display="Wall")
BARE = Room("r3", "Bare", "bare@contoso.example")
DATA: dict[str, Any] = {
    "id": "r1",
    "displayName": "Prado",
    "emailAddress": "prado@contoso.example",
    "capacity": 8,
    "building": "B1",
    "floorNumber": 2,
    "floorLabel": "2nd",
    "audioDeviceName": "Mic",
    "videoDeviceName": "Cam",
    "displayDeviceName": None,
    "isWheelChairAccessible": True,
    "tags": ["Whiteboard"],
    "bookingType": "standard",
}


@pytest.mark.parametrize(
    ("ask", "path"),
    [
        (places.list_rooms, "/places/microsoft.graph.room"),
        (places.list_workspaces, "/places/microsoft.graph.workspace"),
        (
            lambda graph: places.rooms_of_list(graph, "b1@contoso.example"),
            "/places/b1@contoso.example/microsoft.graph.roomList/rooms",
        ),
    ],
)
async def test_rooms(described: Service, graph: GraphClient, ask: Callable[[GraphClient], Any], path: str) -> None:
    described.answers(answering({"value": [DATA]}))
    assert await ask(graph) == (PRADO,)
    assert described.asked[0].path == path


@pytest.mark.parametrize(
    ("ask", "kind"),
    [
        (places.list_room_lists, "roomList"),
        (places.list_buildings, "building"),
        (places.list_floors, "floor"),
    ],
)
async def test_what_rooms_are_in(
    described: Service, graph: GraphClient, ask: Callable[[GraphClient], Any], kind: str
) -> None:
    described.answers(answering({"value": [{"id": "1", "displayName": "North", "parentId": "0"}]}))
    assert await ask(graph) == (Place("1", "North", "", "0"),)
    assert described.asked[0].path == f"/places/microsoft.graph.{kind}"


async def test_one_room_of_which_little_is_said(described: Service, graph: GraphClient) -> None:
    described.answers(answering({"id": "r3", "displayName": "Bare", "emailAddress": "bare@contoso.example"}))
    assert await places.get_room(graph, "bare@contoso.example") == BARE


@pytest.mark.parametrize(
    ("wanted", "rooms"),
    [
        (Wanted(), (BARE, GOYA, PRADO)),
        (Wanted(capacity=4), (GOYA, PRADO)),
        (Wanted(capacity=5), (PRADO,)),
        (Wanted(capacity=9), ()),
        (Wanted(building="b2"), (GOYA,)),
        (Wanted(floor=2), (PRADO,)),
        (Wanted(equipment=frozenset({"display"})), (GOYA,)),
        (Wanted(equipment=frozenset({"video", "whiteboard"})), (PRADO,)),
        (Wanted(equipment=frozenset({"video", "display"})), ()),
        (Wanted(is_wheelchair_accessible=True), (PRADO,)),
    ],
)
def test_rooms_that_suit(wanted: Wanted, rooms: tuple[Room, ...]) -> None:
    """The smallest that does comes first; what a room does not say it has, it lacks."""
    assert suitable([PRADO, GOYA, BARE], wanted) == rooms
