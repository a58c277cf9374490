"""Open extensions of events: list, get, create, update, delete. They stay in the mailbox that they were put in.

Source: Graph documentation, resource openTypeExtension and its operations.
"""

from collections.abc import Sequence
from urllib.parse import quote

from graph.emulator.access import readable, sees_details, writable
from graph.emulator.calls import Answer, Call, json_of
from graph.emulator.delivery import keep
from graph.emulator.errors import GraphError, Json
from graph.emulator.events import existing
from graph.emulator.odata import Listing, collection
from graph.emulator.open_extensions import KEPT_AS, entry_of, named, shown
from graph.emulator.shapes import Kind, Properties
from graph.emulator.store import Item, Mailbox

_EXTENSIONS = Listing(Properties({"id": Kind.TEXT, "extensionName": Kind.TEXT}, "openTypeExtension"))


def list_extensions(call: Call) -> Answer:
    """GET extensions."""
    mailbox, item, entries = _readable(call)
    return collection(call, _fragment(mailbox, item), [shown(entry) for entry in entries], _EXTENSIONS)


def get_extension(call: Call) -> Answer:
    """GET one extension, by its name or its id."""
    mailbox, item, entries = _readable(call)
    return _one(call, mailbox, item, named(entries, call.parameters["extension"]))


def create_extension(call: Call) -> Answer:
    """POST an extension under a name that is not taken."""
    mailbox = writable(call)
    item = existing(call, mailbox)
    entry, entries = entry_of(json_of(call.content, call.content_type)), _entries(item)
    if any(one["extensionName"].casefold() == entry["extensionName"].casefold() for one in entries):
        raise GraphError(409, "ErrorExtensionAlreadyExists", "An extension with the same name already exists.")
    _keep(call, mailbox, item, [*entries, entry])
    return _one(call, mailbox, item, entry, 201)


def update_extension(call: Call) -> Answer:
    """PATCH an extension: what is stated is put in place or added, null takes it out."""
    mailbox = writable(call)
    item = existing(call, mailbox)
    before = named(_entries(item), call.parameters["extension"])
    stated = entry_of(json_of(call.content, call.content_type), is_new=False)
    after = {
        **{name: value for name, value in {**before, **stated}.items() if value is not None},
        "extensionName": before["extensionName"],
    }
    _keep(call, mailbox, item, [after if entry is before else entry for entry in _entries(item)])
    return _one(call, mailbox, item, after)


def delete_extension(call: Call) -> Answer:
    """DELETE an extension."""
    mailbox = writable(call)
    item = existing(call, mailbox)
    gone = named(_entries(item), call.parameters["extension"])
    _keep(call, mailbox, item, [entry for entry in _entries(item) if entry is not gone])
    return Answer(204)


def _readable(call: Call) -> tuple[Mailbox, Item, Sequence[Json]]:
    mailbox, reach = readable(call)
    item = existing(call, mailbox)
    return mailbox, item, _entries(item) if sees_details(item.document, reach) else ()


def _entries(item: Item) -> Sequence[Json]:
    return item.document.get(KEPT_AS) or ()


def _keep(call: Call, mailbox: Mailbox, item: Item, entries: list[Json]) -> None:
    keep(call.tenant, item, {**item.document, KEPT_AS: entries})
    call.tenant.touch(mailbox)


def _fragment(mailbox: Mailbox, item: Item) -> str:
    return f"users('{mailbox.id}')/events('{quote(item.id)}')/extensions"


def _one(call: Call, mailbox: Mailbox, item: Item, entry: Json, status: int = 200) -> Answer:
    return Answer(status, call.context(f"{_fragment(mailbox, item)}/$entity") | shown(entry))
