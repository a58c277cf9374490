"""Files on events: the organizer's go to the attendees' copies. Source: Graph resource event, attachments."""

from collections.abc import Sequence

from graph.emulator.access import readable, sees_details, writable
from graph.emulator.agenda import find
from graph.emulator.attachments import Held
from graph.emulator.calls import Call
from graph.emulator.delivery import keep, send_requests
from graph.emulator.errors import Json, item_not_found
from graph.emulator.events import existing
from graph.emulator.files import KEPT_AS
from graph.emulator.store import Item, Mailbox
from graph.emulator.tenant import Tenant


class EventFiles:
    """Events as holders of attachments."""

    collection = "events"

    def readable(self, call: Call) -> Held:
        """None of a private event, and none for who sees title and place only."""
        mailbox, reach = readable(call)
        item = existing(call, mailbox)
        return _held(mailbox, item) if sees_details(item.document, reach) else Held(mailbox, item.id, ())

    def writable(self, call: Call) -> Held:
        """The event of the path."""
        mailbox = writable(call)
        return _held(mailbox, existing(call, mailbox))

    def held(self, tenant: Tenant, mailbox: Mailbox, item_id: str) -> Held:
        """The event of that id."""
        return _held(mailbox, _item(tenant, mailbox, item_id))

    def keep(self, tenant: Tenant, held: Held, entries: Sequence[Json]) -> None:
        """Of an occurrence it makes an exception of the series."""
        item = _item(tenant, held.mailbox, held.id)
        changed = keep(tenant, item, {**item.document, KEPT_AS: list(entries)})
        tenant.touch(held.mailbox)
        if changed.document["isOrganizer"]:
            send_requests(tenant, changed, changed.document["attendees"], asks_again=False)


def _held(mailbox: Mailbox, item: Item) -> Held:
    return Held(mailbox, item.id, item.document.get(KEPT_AS) or ())


def _item(tenant: Tenant, mailbox: Mailbox, item_id: str) -> Item:
    found = find(tenant.store, mailbox, item_id)
    if found is None:
        raise item_not_found()
    return found
