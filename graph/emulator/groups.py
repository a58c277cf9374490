"""Groups and distribution lists: who is in them, directly and through groups within, and in which one is.

Source: Graph resource group, methods list members, list transitiveMembers, and memberOf of a user.
"""

from graph.emulator.calls import Answer, Call
from graph.emulator.directory import OBJECTS, as_object, check_search
from graph.emulator.errors import Json, resource_not_found
from graph.emulator.odata import Listing, collection
from graph.emulator.shapes import Kind, Properties
from graph.emulator.store import Store

_OF_GROUP = """
    id displayName mail description mailEnabled mailNickname securityEnabled groupTypes visibility createdDateTime
"""
GROUP = Properties(dict.fromkeys(_OF_GROUP.split(), Kind.ANYTHING), "group")
_GROUPS = Listing(GROUP, page=100, most=999, searchable=("displayName", "mail", "description"))


def list_groups(call: Call) -> Answer:
    """GET groups."""
    check_search(call)
    return collection(call, "groups", call.tenant.store.groups(), _GROUPS)


def get_group(call: Call) -> Answer:
    """GET a group."""
    group = _group(call)
    return Answer(200, call.context("groups/$entity") | _GROUPS.select(group, call.query.get("$select")))


def list_members(call: Call) -> Answer:
    """GET who is in a group: the users and groups that the directory knows."""
    check_search(call)
    store = call.tenant.store
    return _objects(call, _known(store, store.members(_group(call)["id"])))


def list_transitive_members(call: Call) -> Answer:
    """GET who is in a group or in a group within it, and those groups."""
    check_search(call)
    store, found = call.tenant.store, _group(call)
    inside = [group for group in groups_within(store, found["id"]) if group["id"] != found["id"]]
    return _objects(call, _known(store, [*everybody(store, found["id"]), *(group["id"] for group in inside)]))


def list_members_of_kind(call: Call) -> Answer:
    """GET members/microsoft.graph.user, or group: those of one kind."""
    store, kind = call.tenant.store, call.parameters["kind"].casefold()
    wanted = f"#microsoft.{kind}"
    members = _known(store, store.members(_group(call)["id"]))
    return _objects(call, [member for member in members if member["@odata.type"].casefold() == wanted])


def member_of(call: Call) -> Answer:
    """GET the groups that a user is in."""
    return _objects(call, [_as_group(group) for group in _groups_of(call, nested=False)])


def transitive_member_of(call: Call) -> Answer:
    """GET the groups that a user is in, also through a group within."""
    return _objects(call, [_as_group(group) for group in _groups_of(call, nested=True)])


def groups_within(store: Store, key: str) -> list[Json]:
    """The group of that id or address and those within it, each once; none where there is no such group."""
    found: dict[str, Json] = {}
    waiting = [key]
    while waiting:
        group = store.group(waiting.pop(0))
        if group is not None and group["id"] not in found:
            found[group["id"]] = group
            waiting += store.members(group["id"])
    return list(found.values())


def everybody(store: Store, key: str) -> list[str]:
    """The addresses in a group and in the groups within it, each once; empty where there is no such group."""
    addresses: dict[str, str] = {}
    for group in groups_within(store, key):
        for member in store.members(group["id"]):
            if store.group(member) is None:
                addresses.setdefault(member.casefold(), member)
    return list(addresses.values())


def _groups_of(call: Call, *, nested: bool) -> list[Json]:
    store = call.tenant.store
    user = call.user()
    own = {str(user[name]).casefold() for name in ("id", "mail", "userPrincipalName") if user.get(name)}
    found = []
    for group in store.groups():
        members = everybody(store, group["id"]) if nested else store.members(group["id"])
        if own & {member.casefold() for member in members}:
            found.append(group)
    return found


def _known(store: Store, keys: list[str]) -> list[Json]:
    found: list[Json] = []
    for key in keys:
        user = store.user(key)
        group = store.group(key) if user is None else None
        if user is not None:
            found.append(as_object(user))
        elif group is not None:
            found.append(_as_group(group))
    return found


def _objects(call: Call, objects: list[Json]) -> Answer:
    return collection(call, "directoryObjects", objects, OBJECTS)


def _as_group(group: Json) -> Json:
    return {"@odata.type": "#microsoft.graph.group", **group}


def _group(call: Call) -> Json:
    found = call.tenant.store.group(call.parameters["group"])
    if found is None:
        raise resource_not_found(call.parameters["group"])
    return found
