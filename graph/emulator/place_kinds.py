"""The places of a world: which kind each is, what Graph would fill in, and the buildings and floors that rooms tell of.

Source: Graph resource place and the resources derived from it.
"""

from graph.emulator import ids
from graph.emulator.errors import Json
from graph.emulator.shapes import Kind, Properties, conform

KINDS = ("room", "roomList", "workspace", "building", "floor", "section", "desk")
BOOKED = ("room", "workspace")
"""What has a mailbox."""
WITHOUT_ADDRESS = ("building", "floor", "section", "desk")
_COMMON: Json = {
    "address": None,
    "geoCoordinates": None,
    "phone": "",
    "label": None,
    "isWheelChairAccessible": False,
    "tags": [],
    "parentId": None,
}
_OWN: dict[str, Json] = {
    "room": {
        "emailAddress": None,
        "nickname": None,
        "building": None,
        "floorNumber": None,
        "floorLabel": None,
        "capacity": None,
        "bookingType": "standard",
        "audioDeviceName": None,
        "videoDeviceName": None,
        "displayDeviceName": None,
    },
    "workspace": {"emailAddress": None, "nickname": None, "capacity": None, "displayDeviceName": None},
    "roomList": {"emailAddress": None},
    "floor": {"sortOrder": None},
}
_NAMES = dict.fromkeys(("id", "displayName", *_COMMON, *(name for own in _OWN.values() for name in own)), Kind.ANYTHING)
PLACE = Properties(_NAMES, "place")


def kind_of(place: Json) -> str:
    """The kind that a world gives a place; a room where it says nothing."""
    stated = str(place.get("@odata.type") or place.get("type") or place.get("kind") or "").rpartition(".")[2]
    named = {kind.casefold(): kind for kind in KINDS}
    return named.get(stated.casefold(), "roomList" if "rooms" in place else "room")


def shown(document: Json, kind: str) -> Json:
    """What Graph answers of a place of that kind."""
    names = ("id", "displayName", *_COMMON, *_OWN.get(kind, ()))
    return {name: document.get(name) for name in names} | {"placeId": document["id"]}


def completed(places: list[Json]) -> list[tuple[Json, str]]:
    """Each place with its id and what Graph fills in, and its kind; buildings and floors come first.

    A building or floor that a room names and nobody states is added.
    """
    stated = [(_document(place, kind_of(place)), kind_of(place)) for place in places]
    by_name = {document["displayName"].casefold(): document for document, kind in stated if kind == "building"}
    added: dict[str, tuple[Json, str]] = {}
    for document, kind in stated:
        if kind == "room" and not document["parentId"]:
            document["parentId"] = _parent(document, by_name, added)
    found = [*added.values(), *stated]
    above = ("building", "floor")
    return sorted(found, key=lambda entry: above.index(entry[1]) if entry[1] in above else len(above))


def _document(place: Json, kind: str) -> Json:
    seed = (place.get("emailAddress") or f"{kind} {place['displayName']}").casefold()
    known: Json = conform(place, PLACE, strict=False)
    document = {**_COMMON, **_OWN.get(kind, {}), **known, "id": str(place.get("id") or ids.guid("place", seed))}
    if kind in BOOKED:
        document["nickname"] = document.get("nickname") or place["displayName"]
    if "rooms" in place:
        document["rooms"] = place["rooms"]
    return document


def _parent(room: Json, buildings: dict[str, Json], added: dict[str, tuple[Json, str]]) -> str | None:
    """The id of the room's floor, else of its building."""
    name = room["building"]
    if not name:
        return None
    building = buildings.get(str(name).casefold())
    if building is None:
        building = _document({"displayName": str(name)}, "building")
        buildings[str(name).casefold()] = building
        added[building["id"]] = building, "building"
    label = room["floorLabel"] or (None if room["floorNumber"] is None else str(room["floorNumber"]))
    if label is None:
        return str(building["id"])
    key = ids.guid("place", "floor", building["id"], label.casefold())
    floor = _document({"displayName": label, "id": key, "sortOrder": room["floorNumber"]}, "floor")
    added.setdefault(key, (floor | {"parentId": building["id"]}, "floor"))
    return key
