"""Rooms, room lists, workspaces, buildings and floors of the organization.

Graph filters places poorly, so that what is wanted of a room is decided here, on all rooms. Source: Graph resource
place and its kinds.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.client import GraphClient, segment
from graph.wire import Json

READ_ALL = "Place.Read.All"

_PAGE = {"$top": "100"}


@dataclass(frozen=True)
class Room:
    """A room or a workspace that can be booked by its `email`. `capacity` None: not said.

    `audio`, `video` and `display` name the equipment; empty: none is known. `booking_type` is standard or reserved.
    `city` is that of its address.
    """

    id: str
    name: str
    email: str
    capacity: int | None = None
    building: str = ""
    floor: int | None = None
    floor_label: str = ""
    audio: str = ""
    video: str = ""
    display: str = ""
    is_wheelchair_accessible: bool = False
    tags: tuple[str, ...] = ()
    booking_type: str = "standard"
    label: str = ""
    city: str = ""


@dataclass(frozen=True)
class Place:
    """A room list (with its `email`), a building or a floor (without)."""

    id: str
    name: str
    email: str = ""
    parent_id: str = ""


@dataclass(frozen=True)
class Wanted:
    """What a room must have. Defaults ask for nothing; `equipment` are audio, video, display or a tag of the room."""

    capacity: int = 0
    building: str = ""
    floor: int | None = None
    equipment: frozenset[str] = frozenset()
    is_wheelchair_accessible: bool = False


async def list_rooms(graph: GraphClient) -> tuple[Room, ...]:
    """Every room. Raises GraphError."""
    return await graph.collect("/places/microsoft.graph.room", _room, params=_PAGE, what="room", permission=READ_ALL)


async def list_room_lists(graph: GraphClient) -> tuple[Place, ...]:
    """The lists that group rooms, usually a building each. Raises GraphError."""
    path = "/places/microsoft.graph.roomList"
    return await graph.collect(path, _place, params=_PAGE, what="room list", permission=READ_ALL)


async def rooms_of_list(graph: GraphClient, email: str) -> tuple[Room, ...]:
    """The rooms of a room list, by its address. Raises NotFound and other GraphErrors."""
    path = f"/places/{segment(email)}/microsoft.graph.roomList/rooms"
    return await graph.collect(path, _room, params=_PAGE, what="room list", permission=READ_ALL)


async def list_workspaces(graph: GraphClient) -> tuple[Room, ...]:
    """Every workspace: desks that are booked as a pool. Raises GraphError."""
    path = "/places/microsoft.graph.workspace"
    return await graph.collect(path, _room, params=_PAGE, what="workspace", permission=READ_ALL)


async def list_buildings(graph: GraphClient) -> tuple[Place, ...]:
    """Every building. Raises GraphError."""
    path = "/places/microsoft.graph.building"
    return await graph.collect(path, _place, params=_PAGE, what="building", permission=READ_ALL)


async def list_floors(graph: GraphClient) -> tuple[Place, ...]:
    """Every floor; `parent_id` is its building. Raises GraphError."""
    path = "/places/microsoft.graph.floor"
    return await graph.collect(path, _place, params=_PAGE, what="floor", permission=READ_ALL)


async def get_room(graph: GraphClient, room: str) -> Room:
    """One room by id or address. Raises NotFound and other GraphErrors."""
    path = f"/places/{segment(room)}/microsoft.graph.room"
    return await graph.get(path, _room, what="room", permission=READ_ALL)


def suitable(rooms: Iterable[Room], wanted: Wanted) -> tuple[Room, ...]:
    """Rooms that have what is wanted, the smallest that is large enough first. What is not said of a room it lacks."""
    fitting = [room for room in rooms if _suits(room, wanted)]
    return tuple(sorted(fitting, key=lambda room: (room.capacity or 0, room.name)))


def _suits(room: Room, wanted: Wanted) -> bool:
    has = {name for name in ("audio", "video", "display") if getattr(room, name)}
    has |= {tag.casefold() for tag in room.tags}
    return (
        (room.capacity or 0) >= wanted.capacity
        and (not wanted.building or room.building.casefold() == wanted.building.casefold())
        and (wanted.floor is None or room.floor == wanted.floor)
        and {name.casefold() for name in wanted.equipment} <= has
        and (room.is_wheelchair_accessible or not wanted.is_wheelchair_accessible)
    )


def _room(data: Json) -> Room:
    return Room(
        id=data["id"],
        name=data.get("displayName") or data.get("nickname") or "",
        email=data.get("emailAddress") or "",
        capacity=data.get("capacity"),
        building=data.get("building") or "",
        floor=data.get("floorNumber"),
        floor_label=data.get("floorLabel") or "",
        audio=data.get("audioDeviceName") or "",
        video=data.get("videoDeviceName") or "",
        display=data.get("displayDeviceName") or "",
        is_wheelchair_accessible=bool(data.get("isWheelChairAccessible")),
        tags=tuple(data.get("tags") or ()),
        booking_type=data.get("bookingType") or "standard",
        label=data.get("label") or "",
        city=(data.get("address") or {}).get("city") or "",
    )


def _place(data: Json) -> Place:
    return Place(data["id"], data.get("displayName") or "", data.get("emailAddress") or "", data.get("parentId") or "")
