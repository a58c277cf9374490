"""The headings under which Outlook shows a mailbox's calendars. Source: Graph resource calendarGroup.

Graph's documentation does not say how it refuses; chosen here: a built-in group and a group that holds calendars
cannot be deleted, and a name serves one group.
"""

from graph.emulator import calendars, ids
from graph.emulator.calls import Answer, Call
from graph.emulator.errors import GraphError, Json, bad_request, item_not_found
from graph.emulator.odata import Listing, collection
from graph.emulator.shapes import Kind, Properties
from graph.emulator.store import Mailbox

_GROUP = Properties(dict.fromkeys(("id", "name", "classId", "changeKey"), Kind.ANYTHING), "calendarGroup")
_STATED = Properties({**_GROUP.shapes, "name": Kind.TEXT}, "calendarGroup")
_GROUPS = Listing(_GROUP)
_KIND = "calendar group"
_BUILT_IN = {
    "My Calendars": "0006f0b7-0000-0000-c000-000000000046",
    "Other Calendars": "0006f0b8-0000-0000-c000-000000000046",
}
"""Name and classId. The first holds every calendar that was put nowhere else."""


def list_groups(call: Call) -> Answer:
    """GET calendarGroups."""
    mailbox = call.own_mailbox()
    shown = [_rendered(group) for group in _groups(call, mailbox)]
    return collection(call, f"users('{mailbox.id}')/calendarGroups", shown, _GROUPS)


def get_group(call: Call) -> Answer:
    """GET one group."""
    mailbox = call.own_mailbox()
    return _one(call, mailbox, _group(call, mailbox))


def create_group(call: Call) -> Answer:
    """POST a further group."""
    mailbox = call.own_mailbox()
    name = _name(call, mailbox, "")
    key = ids.item_id(_KIND, mailbox.id, call.tenant.serial())
    group = {"id": key, "name": name, "classId": ids.guid(_KIND, key), "version": 1}
    call.tenant.store.shelf.put(_KIND, mailbox.id, key, group)
    return _one(call, mailbox, group, 201)


def update_group(call: Call) -> Answer:
    """PATCH the name of a group."""
    mailbox = call.own_mailbox()
    group = _group(call, mailbox)
    changed = {**group, "name": _name(call, mailbox, group["id"]), "version": group["version"] + 1}
    call.tenant.store.shelf.put(_KIND, mailbox.id, group["id"], changed)
    return _one(call, mailbox, changed)


def delete_group(call: Call) -> Answer:
    """DELETE a group that holds no calendar."""
    mailbox = call.own_mailbox()
    group = _group(call, mailbox)
    if group["classId"] in _BUILT_IN.values() or _calendars(call, mailbox, group):
        raise bad_request("The calendar group is not empty, or cannot be deleted.", "ErrorCannotDeleteObject")
    call.tenant.store.shelf.remove(_KIND, mailbox.id, group["id"])
    return Answer(204)


def list_calendars(call: Call) -> Answer:
    """GET the calendars of a group."""
    mailbox = call.own_mailbox()
    group = _group(call, mailbox)
    fragment = f"users('{mailbox.id}')/calendarGroups('{group['id']}')/calendars"
    return calendars.page(call, mailbox, _calendars(call, mailbox, group), fragment)


def create_calendar(call: Call) -> Answer:
    """POST a further calendar into a group."""
    _group(call, call.own_mailbox())
    return calendars.create_calendar(call)


def _calendars(call: Call, mailbox: Mailbox, group: Json) -> list[Json]:
    default = _groups(call, mailbox)[0]["id"]
    return [one for one in calendars.stored(call, mailbox) if (one["group"] or default) == group["id"]]


def _groups(call: Call, mailbox: Mailbox) -> list[Json]:
    kept = {group["id"]: group for group in call.tenant.store.shelf.all(_KIND, mailbox.id)}
    built_in = [
        {"id": ids.item_id(_KIND, mailbox.id, name), "name": name, "classId": class_id, "version": 1}
        for name, class_id in _BUILT_IN.items()
    ]
    return [*(kept.pop(group["id"], group) for group in built_in), *kept.values()]


def _group(call: Call, mailbox: Mailbox) -> Json:
    for group in _groups(call, mailbox):
        if group["id"] == call.parameters["group"]:
            return group
    raise item_not_found()


def _name(call: Call, mailbox: Mailbox, own: str) -> str:
    name: str = (call.body(_STATED).get("name") or "").strip()
    if not name:
        raise bad_request("The name of a calendar group cannot be empty.", "ErrorInvalidRequest")
    if name.casefold() in {group["name"].casefold() for group in _groups(call, mailbox) if group["id"] != own}:
        raise GraphError(409, "ErrorFolderExists", "A calendar group with the specified name already exists.")
    return name


def _rendered(group: Json) -> Json:
    shown = {name: group[name] for name in ("id", "name", "classId")}
    return shown | {"changeKey": ids.change_key(group["id"], group["version"])}


def _one(call: Call, mailbox: Mailbox, group: Json, status: int = 200) -> Answer:
    shown = _GROUPS.select(_rendered(group), call.query.get("$select"))
    return Answer(status, call.context(f"users('{mailbox.id}')/calendarGroups/$entity") | shown)
