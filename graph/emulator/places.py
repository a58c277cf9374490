"""Rooms, workspaces, room lists, buildings, floors. Source: Graph resource place and the resources derived from it."""

from collections.abc import Callable

from graph.emulator.calls import Answer, Call
from graph.emulator.counts import counted
from graph.emulator.errors import Json, resource_not_found
from graph.emulator.odata import Listing, collection
from graph.emulator.place_kinds import KINDS, PLACE, shown

Handler = Callable[[Call], Answer]
_PLACES = Listing(PLACE, page=100, searchable=("displayName", "emailAddress", "building"))


def routes() -> list[tuple[str, str, Handler]]:
    """Every kind has its own list, its count, and its cast behind a place."""
    found: list[tuple[str, str, Handler]] = []
    for kind in KINDS:
        found += [
            ("GET", f"places/graph.{kind}", _lister(kind)),
            ("GET", f"places/graph.{kind}/$count", counted(_lister(kind))),
            ("GET", f"places/{{place}}/graph.{kind}", _getter(kind)),
        ]
    return found


def list_rooms_of_list(call: Call) -> Answer:
    """GET the rooms of a list: those in its group, or in the building of its name."""
    key = call.parameters["place"]
    room_list = _of_kind(call, "roomList")
    rooms = rooms_of(room_list, call.tenant.store.places("room"), call.tenant.store.members(room_list["emailAddress"]))
    return _page(call, rooms, "room", f"places('{key}')/microsoft.graph.roomList/rooms")


def list_workspaces_of_list(call: Call) -> Answer:
    """GET the workspaces of a list: those in its group."""
    key = call.parameters["place"]
    members = {member.casefold() for member in call.tenant.store.members(_of_kind(call, "roomList")["emailAddress"])}
    spaces = [one for one in call.tenant.store.places("workspace") if str(one["emailAddress"]).casefold() in members]
    return _page(call, spaces, "workspace", f"places('{key}')/microsoft.graph.roomList/workspaces")


def list_descendants(call: Call) -> Answer:
    """GET what is in a building or on a floor, at every level."""
    parents = {_existing(call)[0]["id"]}
    found: list[Json] = []
    for kind in ("floor", "section", "room", "workspace", "desk"):
        for place in call.tenant.store.places(kind.casefold()):
            if place["parentId"] in parents:
                parents.add(place["id"])
                found.append({"@odata.type": f"#microsoft.graph.{kind}", **shown(place, kind)})
    return collection(call, "Collection(microsoft.graph.place)", found, _PLACES)


def get_place(call: Call) -> Answer:
    """GET one place, by id or address."""
    return _one(call, *_existing(call))


def rooms_of(room_list: Json, rooms: list[Json], members: list[str]) -> list[Json]:
    """The rooms of a room list. The world names them in `rooms`, in a group, or by the building's name."""
    stated = [room.get("emailAddress") if isinstance(room, dict) else room for room in room_list.get("rooms") or []]
    named = {str(address).casefold() for address in (*stated, *members)}
    if named:
        return [room for room in rooms if str(room.get("emailAddress")).casefold() in named]
    own = str(room_list["displayName"]).casefold()
    return [room for room in rooms if room.get("building") and str(room["building"]).casefold() in own]


def _lister(kind: str) -> Handler:
    def list_places(call: Call) -> Answer:
        return _page(call, call.tenant.store.places(kind.casefold()), kind, f"places/microsoft.graph.{kind}")

    return list_places


def _getter(kind: str) -> Handler:
    def get_place_of_kind(call: Call) -> Answer:
        return _one(call, _of_kind(call, kind), kind)

    return get_place_of_kind


def _existing(call: Call) -> tuple[Json, str]:
    found = call.tenant.store.place(call.parameters["place"])
    if found is None:
        raise resource_not_found(call.parameters["place"])
    return found[0], next(kind for kind in KINDS if kind.casefold() == found[1])


def _of_kind(call: Call, kind: str) -> Json:
    place, own = _existing(call)
    if own != kind:
        raise resource_not_found(call.parameters["place"])
    return place


def _one(call: Call, place: Json, kind: str) -> Answer:
    chosen = _PLACES.select(shown(place, kind), call.query.get("$select"))
    return Answer(200, call.context("places/$entity") | {"@odata.type": f"#microsoft.graph.{kind}"} | chosen)


def _page(call: Call, places: list[Json], kind: str, fragment: str) -> Answer:
    return collection(call, fragment, [shown(place, kind) for place in places], _PLACES)
