"""Attachments of an event or a message: list, get, add, take off, and upload sessions for large ones.

The handlers work on any `Holder`. Source: Graph documentation, resources attachment and uploadSession.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote

from graph.emulator import files
from graph.emulator.calls import Answer, Call, json_of
from graph.emulator.errors import Json, item_not_found
from graph.emulator.odata import Listing, lazy_collection
from graph.emulator.store import Mailbox
from graph.emulator.tenant import Tenant
from graph.emulator.uploads import ATTACHMENT_ITEM, Attach, Target, open_session

_FILES = Listing(files.ATTACHMENT)


@dataclass(frozen=True)
class Held:
    """An item that may have files: whose it is, its id, and what its document keeps of them."""

    mailbox: Mailbox
    id: str
    entries: Sequence[Json]


class Holder(Protocol):
    """A kind of items that may have files."""

    collection: str
    """As paths name it: events, messages."""

    def readable(self, call: Call) -> Held:
        """The item of the path, with the files that the caller may see. Raises GraphError 403, 404."""

    def writable(self, call: Call) -> Held:
        """The item of the path, if the caller may change it. Raises GraphError 403, 404."""

    def held(self, tenant: Tenant, mailbox: Mailbox, item_id: str) -> Held:
        """The item of that id. Raises GraphError 404."""

    def keep(self, tenant: Tenant, held: Held, entries: Sequence[Json]) -> None:
        """Give the item other files, and tell whom it concerns."""


class Attachments:
    """The handlers for the items of a holder."""

    def __init__(self, holder: Holder) -> None:
        self._holder = holder

    def routes(self, item: str) -> list[tuple[str, str, Callable[[Call], Answer]]]:
        """Method, path and handler; `item` is the path of the item, "events/{event}"."""
        return [
            ("GET", f"{item}/attachments", self.list_attachments),
            ("POST", f"{item}/attachments", self.add_attachment),
            ("POST", f"{item}/attachments/createUploadSession", self.create_upload_session),
            ("GET", f"{item}/attachments/{{attachment}}", self.get_attachment),
            ("DELETE", f"{item}/attachments/{{attachment}}", self.delete_attachment),
            ("GET", f"{item}/attachments/{{attachment}}/$value", self.get_content),
        ]

    def list_attachments(self, call: Call) -> Answer:
        """GET attachments, with their bytes unless $select leaves them out."""
        held = self._holder.readable(call)
        return lazy_collection(
            call,
            self._fragment(held),
            held.entries,
            _FILES,
            show=lambda entry: files.shown(call.tenant.store, entry, held.id),
        )

    def get_attachment(self, call: Call) -> Answer:
        """GET one attachment."""
        held = self._holder.readable(call)
        return self._one(call, held, _entry(call, held))

    def get_content(self, call: Call) -> Answer:
        """GET the bytes of one attachment."""
        entry = _entry(call, self._holder.readable(call))
        return Answer(200, files.content_of(call.tenant.store, entry), {"Content-Type": entry["contentType"]})

    def add_attachment(self, call: Call) -> Answer:
        """POST a file of at most 3 MB."""
        held = self._holder.writable(call)
        entry = files.entry_stated(call.tenant, json_of(call.content, call.content_type))
        self._holder.keep(call.tenant, held, [*held.entries, entry])
        return self._one(call, held, entry, 201)

    def delete_attachment(self, call: Call) -> Answer:
        """DELETE one attachment."""
        held = self._holder.writable(call)
        gone = _entry(call, held)
        self._holder.keep(call.tenant, held, [entry for entry in held.entries if entry is not gone])
        return Answer(204)

    def create_upload_session(self, call: Call) -> Answer:
        """POST createUploadSession for a file of more than 3 MB."""
        held = self._holder.writable(call)
        item = call.body(ATTACHMENT_ITEM).get("AttachmentItem") or {}
        session = open_session(call.tenant, call.root, Target(self._holder.collection, held.mailbox.id, held.id), item)
        return Answer(201, call.context("microsoft.graph.uploadSession") | session)

    def _fragment(self, held: Held) -> str:
        return f"users('{held.mailbox.id}')/{self._holder.collection}('{quote(held.id)}')/attachments"

    def _one(self, call: Call, held: Held, entry: Json, status: int = 200) -> Answer:
        shown = _FILES.select(files.shown(call.tenant.store, entry, held.id), call.query.get("$select"))
        return Answer(status, call.context(f"{self._fragment(held)}/$entity") | shown)


def attacher(holders: Sequence[Holder]) -> Attach:
    """Puts what an upload session has brought on an item of one of `holders`."""
    by_collection = {holder.collection: holder for holder in holders}

    def attach(tenant: Tenant, target: Target, entry: Json) -> str:
        holder, mailbox = by_collection[target.collection], tenant.store.mailbox(target.mailbox)
        if mailbox is None:
            raise item_not_found()
        held = holder.held(tenant, mailbox, target.item)
        holder.keep(tenant, held, [*held.entries, entry])
        return files.id_of(entry, held.id)

    return attach


def _entry(call: Call, held: Held) -> Json:
    for entry in held.entries:
        if files.id_of(entry, held.id) == call.parameters["attachment"]:
            return entry
    raise item_not_found()
