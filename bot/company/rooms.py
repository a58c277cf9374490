"""The meeting rooms: four in a house in Lisbon, four in a works in Berlin."""

from typing import Any, NamedTuple

from bot.company.directory import identity
from bot.company.people import SITES, address


class Building(NamedTuple):
    """A building and the list of its rooms."""

    name: str
    city: str
    list_alias: str


class Room(NamedTuple):
    """A room with its equipment; an empty name stands for a device that it lacks."""

    alias: str
    name: str
    building: str
    floor: int
    capacity: int
    audio: str
    video: str
    display: str
    is_step_free: bool
    tags: str
    booking: str = "standard"


BUILDINGS = (
    Building("Alfama House", "Lisbon", "rooms.lisbon"),
    Building("Spree Works", "Berlin", "rooms.berlin"),
)
ROOMS = (
    Room("room.belem", "Belém", "Alfama House", 0, 20, "Ceiling speakers", "Wide camera", "Twin wall", True, "stage"),
    Room("room.tejo", "Tejo", "Alfama House", 2, 12, "Speaker bar", "Room camera", "Wall display", True, "whiteboard"),
    Room("room.fado", "Fado", "Alfama House", 2, 6, "Speaker bar", "Room camera", "Wall display", True, "quiet"),
    Room("room.azulejo", "Azulejo", "Alfama House", 3, 4, "Desk speaker", "", "", False, "whiteboard quiet"),
    Room("room.tempelhof", "Tempelhof", "Spree Works", 1, 16, "Speaker bar", "Wide camera", "Twin wall", True, "stage"),
    Room("room.havel", "Havel", "Spree Works", 1, 8, "Speaker bar", "Room camera", "Wall display", True, "whiteboard"),
    Room("room.kiez", "Kiez", "Spree Works", 4, 6, "Desk speaker", "Room camera", "Wall display", False, "whiteboard"),
    Room("room.linden", "Linden", "Spree Works", 4, 4, "", "", "", False, "quiet", "reserved"),
)

ROOM_NAMES = {room.alias: room.name for room in ROOMS}
"""Display names by alias."""


def places() -> list[dict[str, Any]]:
    """Graph room lists and rooms; a room list names its rooms."""
    return [_room_list(building) for building in BUILDINGS] + [_room(room) for room in ROOMS]


def _room_list(building: Building) -> dict[str, Any]:
    email = address(building.list_alias)
    return {
        "@odata.type": "#microsoft.graph.roomList",
        "id": identity(email),
        "displayName": f"{building.city}, {building.name}",
        "emailAddress": email,
        "rooms": [address(room.alias) for room in ROOMS if room.building == building.name],
    }


def _room(room: Room) -> dict[str, Any]:
    email = address(room.alias)
    city = next(building.city for building in BUILDINGS if building.name == room.building)
    return {
        "@odata.type": "#microsoft.graph.room",
        "id": identity(email),
        "displayName": room.name,
        "emailAddress": email,
        "capacity": room.capacity,
        "building": room.building,
        "floorNumber": room.floor,
        "audioDeviceName": room.audio or None,
        "videoDeviceName": room.video or None,
        "displayDeviceName": room.display or None,
        "isWheelChairAccessible": room.is_step_free,
        "tags": room.tags.split(),
        "bookingType": room.booking,
        "address": {"city": city},
        "mailboxSettings": {"timeZone": SITES[city].zone},
    }
