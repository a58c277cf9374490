"""The categories that a mailbox offers for events and messages. Source: Graph resource outlookCategory."""

from graph.emulator import ids
from graph.emulator.calls import Answer, Call
from graph.emulator.errors import GraphError, Json, bad_request, item_not_found
from graph.emulator.odata import Listing, collection
from graph.emulator.shapes import Kind, Properties
from graph.emulator.store import Mailbox

_KIND = "category"
_COLORS = ("none", *(f"preset{number}" for number in range(25)))
_CATEGORY = Properties({"id": Kind.ANYTHING, "displayName": Kind.TEXT, "color": _COLORS}, "outlookCategory")
_CATEGORIES = Listing(_CATEGORY, page=100)
_GIVEN = {"Red": 0, "Orange": 1, "Yellow": 3, "Green": 4, "Blue": 7, "Purple": 8}
"""The categories of a new mailbox: the colour's name and its preset."""


def list_categories(call: Call) -> Answer:
    """GET masterCategories."""
    mailbox = call.own_mailbox()
    return collection(call, _fragment(mailbox), _categories(call, mailbox), _CATEGORIES)


def get_category(call: Call) -> Answer:
    """GET one category."""
    mailbox = call.own_mailbox()
    return _one(call, mailbox, _category(call, mailbox))


def create_category(call: Call) -> Answer:
    """POST a further category; its name serves no other."""
    mailbox = call.own_mailbox()
    stated = call.body(_CATEGORY)
    name = (stated.get("displayName") or "").strip()
    if not name:
        raise bad_request("The display name of a category cannot be empty.", "ErrorInvalidRequest")
    if name.casefold() in {one["displayName"].casefold() for one in _categories(call, mailbox)}:
        raise GraphError(409, "CategoryNameDuplicate", "A category with the specified name already exists.")
    category = {"id": ids.guid(_KIND, mailbox.id, call.tenant.serial()), "displayName": name}
    category["color"] = stated.get("color") or "none"
    _keep(call, mailbox, [*_categories(call, mailbox), category])
    return _one(call, mailbox, category, 201)


def update_category(call: Call) -> Answer:
    """PATCH the colour; the name stays."""
    mailbox = call.own_mailbox()
    category = _category(call, mailbox)
    changed = category | {"color": call.body(_CATEGORY).get("color") or category["color"]}
    _keep(call, mailbox, [changed if one["id"] == category["id"] else one for one in _categories(call, mailbox)])
    return _one(call, mailbox, changed)


def delete_category(call: Call) -> Answer:
    """DELETE a category; what carries it keeps it."""
    mailbox = call.own_mailbox()
    category = _category(call, mailbox)
    _keep(call, mailbox, [one for one in _categories(call, mailbox) if one["id"] != category["id"]])
    return Answer(204)


def _categories(call: Call, mailbox: Mailbox) -> list[Json]:
    kept = call.tenant.store.shelf.get(_KIND, mailbox.id, _KIND)
    if kept is not None:
        found: list[Json] = kept["value"]
        return found
    return [
        {"id": ids.guid(_KIND, mailbox.id, name), "displayName": f"{name} category", "color": f"preset{number}"}
        for name, number in _GIVEN.items()
    ]


def _keep(call: Call, mailbox: Mailbox, categories: list[Json]) -> None:
    call.tenant.store.shelf.put(_KIND, mailbox.id, _KIND, {"value": categories})


def _category(call: Call, mailbox: Mailbox) -> Json:
    for category in _categories(call, mailbox):
        if category["id"] == call.parameters["category"]:
            return category
    raise item_not_found()


def _one(call: Call, mailbox: Mailbox, category: Json, status: int = 200) -> Answer:
    shown = _CATEGORIES.select(category, call.query.get("$select"))
    return Answer(status, call.context(f"{_fragment(mailbox)}/$entity") | shown)


def _fragment(mailbox: Mailbox) -> str:
    return f"users('{mailbox.id}')/outlook/masterCategories"
