"""Rooms and room lists. Source: Graph resources place, room, roomList."""

from graph.emulator.calls import Answer, Call
from graph.emulator.errors import Json, resource_not_found
from graph.emulator.odata import Listing, collection
from graph.emulator.shapes import Kind, Properties

_OF_PLACE = """
    id displayName emailAddress address geoCoordinates phone nickname building floorNumber floorLabel label capacity
    bookingType audioDeviceName videoDeviceName displayDeviceName isWheelChairAccessible tags
"""
PLACE = Properties(dict.fromkeys(_OF_PLACE.split(), Kind.ANYTHING), "place")
_PLACES = Listing(PLACE, page=100, searchable=("displayName", "emailAddress", "building"))


def list_rooms(call: Call) -> Answer:
    """GET every room."""
    return _page(call, call.tenant.store.places("room"), "places/microsoft.graph.room")


def list_room_lists(call: Call) -> Answer:
    """GET every room list."""
    return _page(call, call.tenant.store.places("roomlist"), "places/microsoft.graph.roomList")


def list_rooms_of_list(call: Call) -> Answer:
    """GET the rooms of a list: those in its group, or in the building of its name."""
    found = call.tenant.store.place(call.parameters["place"])
    if found is None or found[1] != "roomlist":
        raise resource_not_found(call.parameters["place"])
    rooms = rooms_of(found[0], call.tenant.store.places("room"), call.tenant.store.members(found[0]["emailAddress"]))
    return _page(call, rooms, f"places('{call.parameters['place']}')/microsoft.graph.roomList/rooms")


def get_place(call: Call) -> Answer:
    """GET one place, by id or address."""
    found = call.tenant.store.place(call.parameters["place"])
    if found is None:
        raise resource_not_found(call.parameters["place"])
    place, kind = found
    name = "roomList" if kind == "roomlist" else kind
    shown = _PLACES.select(place, call.query.get("$select"))
    context = call.context("places/$entity") | {"@odata.type": f"#microsoft.graph.{name}"}
    return Answer(200, context | {key: value for key, value in shown.items() if key != "rooms"})


def rooms_of(room_list: Json, rooms: list[Json], members: list[str]) -> list[Json]:
    """The rooms of a room list. The world names them in `rooms`, in a group, or by the building's name."""
    stated = [room.get("emailAddress") if isinstance(room, dict) else room for room in room_list.get("rooms") or []]
    named = {str(address).casefold() for address in (*stated, *members)}
    if named:
        return [room for room in rooms if str(room.get("emailAddress")).casefold() in named]
    own = str(room_list["displayName"]).casefold()
    return [room for room in rooms if room.get("building") and str(room["building"]).casefold() in own]


def _page(call: Call, places: list[Json], fragment: str) -> Answer:
    shown = [{key: value for key, value in place.items() if key not in {"rooms", "@odata.type"}} for place in places]
    return collection(call, fragment, shown, _PLACES)
