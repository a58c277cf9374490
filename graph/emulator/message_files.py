"""Files on messages. Source: Graph resource message, attachments."""

from collections.abc import Sequence

from graph.emulator.attachments import Held
from graph.emulator.calls import Call
from graph.emulator.errors import Json, item_not_found
from graph.emulator.files import KEPT_AS
from graph.emulator.messages import existing_message, keep_message
from graph.emulator.store import Mailbox
from graph.emulator.tenant import Tenant


class MessageFiles:
    """Messages as holders of attachments."""

    collection = "messages"

    def readable(self, call: Call) -> Held:
        """The message of the path."""
        mailbox = call.own_mailbox()
        message = existing_message(call, mailbox)
        return Held(mailbox, message["id"], message[KEPT_AS])

    def writable(self, call: Call) -> Held:
        """The same: mail has no readers beside its owner."""
        return self.readable(call)

    def held(self, tenant: Tenant, mailbox: Mailbox, item_id: str) -> Held:
        """The message of that id."""
        return Held(mailbox, item_id, _message(tenant, mailbox, item_id)[KEPT_AS])

    def keep(self, tenant: Tenant, held: Held, entries: Sequence[Json]) -> None:
        """It is another version of the message."""
        message = _message(tenant, held.mailbox, held.id)
        changed = {
            KEPT_AS: list(entries),
            "lastModifiedDateTime": tenant.now_text,
            "version": message["version"] + 1,
        }
        keep_message(tenant, held.mailbox, message | changed)


def _message(tenant: Tenant, mailbox: Mailbox, item_id: str) -> Json:
    found = tenant.store.message(mailbox.id, item_id)
    if found is None:
        raise item_not_found()
    return found
