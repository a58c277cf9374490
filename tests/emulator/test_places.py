"""Rooms, workspaces, room lists, buildings and floors: our client over HTTP, and the JSON beneath."""

from collections.abc import AsyncIterator

import pytest

from graph import places
from graph.client import GraphClient
from graph.errors import NotFound
from tests.emulator.clients import client_of
from tests.emulator.conftest import OpenOffice
from tests.emulator.office import Json, Office

PLACES: list[Json] = [
    {
        "displayName": "Adams",
        "emailAddress": "adams@contoso.example",
        "building": "North",
        "floorNumber": 2,
        "capacity": 4,
        "videoDeviceName": "Surface Hub",
        "isWheelChairAccessible": True,
        "tags": ["whiteboard"],
    },
    {
        "@odata.type": "#microsoft.graph.workspace",
        "displayName": "Quiet desks",
        "emailAddress": "desks@contoso.example",
        "capacity": 12,
    },
    {"@odata.type": "#microsoft.graph.building", "displayName": "West", "address": {"city": "Buffalo"}},
    {
        "@odata.type": "microsoft.graph.roomList",
        "displayName": "Small rooms",
        "emailAddress": "small@contoso.example",
        "rooms": ["adams@contoso.example", "hood@contoso.example"],
    },
]


@pytest.fixture
async def site(open_office: OpenOffice) -> AsyncIterator[Office]:
    """The office with more places."""
    async with open_office(places=PLACES) as office:
        yield office


@pytest.fixture
async def graph(site: Office) -> AsyncIterator[GraphClient]:
    """Ana's client."""
    async with client_of(site, "ana") as client:
        yield client


async def test_rooms_and_what_is_in_them(graph: GraphClient) -> None:
    """Everything that chooses a room; workspaces are not among them."""
    rooms = await places.list_rooms(graph)
    assert [room.name for room in rooms] == ["Hood", "Rainier", "Adams"]
    adams = await places.get_room(graph, "adams@contoso.example")
    assert adams == rooms[2]
    assert (adams.capacity, adams.floor, adams.video, adams.tags) == (4, 2, "Surface Hub", ("whiteboard",))
    wanted = places.Wanted(capacity=3, equipment=frozenset({"video", "Whiteboard"}), is_wheelchair_accessible=True)
    assert places.suitable(rooms, wanted) == (adams,)


async def test_room_lists(graph: GraphClient) -> None:
    """By the rooms that the list names, or by the building of its name."""
    assert [one.name for one in await places.list_room_lists(graph)] == ["North", "Small rooms"]
    named = await places.rooms_of_list(graph, "small@contoso.example")
    assert [room.name for room in named] == ["Hood", "Adams"]
    assert [room.name for room in await places.rooms_of_list(graph, "north@contoso.example")] == ["Hood", "Adams"]
    with pytest.raises(NotFound):
        await places.rooms_of_list(graph, "adams@contoso.example")


async def test_workspaces_can_be_booked(graph: GraphClient) -> None:
    """They have an address and a calendar."""
    (desks,) = await places.list_workspaces(graph)
    assert (desks.name, desks.email, desks.capacity) == ("Quiet desks", "desks@contoso.example", 12)


async def test_buildings_and_floors_are_those_of_the_rooms(graph: GraphClient, site: Office) -> None:
    """One that is stated, and one for each that a room names."""
    buildings = {one.name: one.id for one in await places.list_buildings(graph)}
    assert set(buildings) == {"North", "South", "West"}
    (floor,) = await places.list_floors(graph)
    assert (floor.name, floor.parent_id) == ("2", buildings["North"])
    inside = (await site.ana.get(f"/places/{buildings['North']}/descendants"))["value"]
    assert [(one["@odata.type"], one["displayName"]) for one in inside] == [
        ("#microsoft.graph.floor", "2"),
        ("#microsoft.graph.room", "Hood"),
        ("#microsoft.graph.room", "Adams"),
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("$filter=capacity ge 6", ["Hood", "Rainier"]),
        ("$filter=building eq 'North' and capacity lt 6", ["Adams"]),
        ("$filter=isWheelChairAccessible eq true", ["Adams"]),
        ("$filter=floorNumber eq 2", ["Adams"]),
        ("$filter=startswith(displayName,'R')", ["Rainier"]),
        ("$orderby=capacity desc", ["Rainier", "Hood", "Adams"]),
        ("$top=1&$skip=1", ["Rainier"]),
    ],
)
async def test_rooms_are_filtered(site: Office, query: str, expected: list[str]) -> None:
    """By capacity, building, floor, accessibility and name."""
    found = await site.ana.get(f"/places/microsoft.graph.room?{query}")
    assert [one["displayName"] for one in found["value"]] == expected


async def test_each_kind_has_its_own_properties(site: Office) -> None:
    """A building has no capacity, a room list no building."""
    (building, *_) = (await site.ana.get("/places/microsoft.graph.building"))["value"]
    assert not {"capacity", "emailAddress", "building"} & building.keys()
    one = await site.ana.get("/places/small@contoso.example/microsoft.graph.roomList")
    assert (one["@odata.type"], "building" in one) == ("#microsoft.graph.roomList", False)
    assert (await site.ana.refusal("GET", "/places/small@contoso.example/microsoft.graph.room"))[0] == 404
    count = await site.ana.ask("GET", "/places/microsoft.graph.floor/$count")
    assert count.text == "1"
