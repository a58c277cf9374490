"""A message that arrives in a mailbox. Source: Graph resource message."""

from graph.emulator.errors import Json
from graph.emulator.mail_folders import well_known
from graph.emulator.messages import keep_message, new_id
from graph.emulator.store import Mailbox
from graph.emulator.tenant import Tenant


def receive_message(tenant: Tenant, mailbox: Mailbox, message: Json) -> None:
    """Put a copy of what was sent into the inbox, unread, without the blind copies and the sender's own marks."""
    arrived = {
        "id": new_id(tenant, mailbox),
        "parentFolderId": well_known(mailbox, "inbox"),
        **dict.fromkeys(("createdDateTime", "lastModifiedDateTime", "receivedDateTime"), tenant.now_text),
        "isRead": False,
        "bccRecipients": [],
        "categories": [],
        "flag": {"flagStatus": "notFlagged"},
        "version": 1,
    }
    keep_message(tenant, mailbox, {**message, **arrived})
