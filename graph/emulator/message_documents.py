"""From what a client or a world states of a message to the document that is kept, and how that is shown.

A document also has its `version`. The copies of a message, and the answers to it, have one conversationId in all
mailboxes.
Source: Graph resource message.
"""

from urllib.parse import quote

from graph.emulator import ids
from graph.emulator.documents import as_html, as_text
from graph.emulator.errors import GraphError, Json
from graph.emulator.files import KEPT_AS
from graph.emulator.store import Mailbox, Store

RECIPIENTS = ("toRecipients", "ccRecipients", "bccRecipients", "replyTo")
STATED_BY_THE_WRITER = ("subject", "body", "importance", "from", "sender", "internetMessageId", *RECIPIENTS)
"""What can no longer be changed once the message is sent."""
STATED_BY_THE_READER = (
    "categories",
    "flag",
    "inferenceClassification",
    "isDeliveryReceiptRequested",
    "isRead",
    "isReadReceiptRequested",
)
_DEFAULTS: Json = {
    "subject": "",
    "importance": "normal",
    "categories": [],
    "flag": {"flagStatus": "notFlagged"},
    "inferenceClassification": "focused",
    "isDeliveryReceiptRequested": False,
    "isReadReceiptRequested": False,
    "isRead": False,
    "from": None,
    "sender": None,
}
_KEPT_ALONE = ("version", KEPT_AS)
_PREVIEW = 255


def message_document(store: Store, stated: Json, key: str, now: str, folder: str) -> Json:
    """A new message in the folder of that id. `stated` is canonical. Raises GraphError 400."""
    taken = {
        name: stated[name] for name in (*STATED_BY_THE_WRITER, *STATED_BY_THE_READER) if stated.get(name) is not None
    }
    document = {
        **_DEFAULTS,
        "body": _body(stated),
        "internetMessageId": f"<{ids.guid('internetMessageId', key)}@convene.example>",
        **taken,
        **{name: recipients(store, stated.get(name) or []) for name in RECIPIENTS},
        **_senders(store, taken),
    }
    document["sender"] = document["sender"] or document["from"]
    return document | {
        "id": key,
        "parentFolderId": folder,
        "conversationId": stated.get("conversationId") or ids.item_id("conversation", key),
        "createdDateTime": now,
        "lastModifiedDateTime": now,
        "receivedDateTime": now,
        "sentDateTime": now,
        "isDraft": False,
        KEPT_AS: [],
        "version": 1,
    }


def changed_message(store: Store, document: Json, stated: Json, now: str) -> Json:
    """The document after a PATCH; null puts the default back. Raises GraphError 400."""
    names = (*STATED_BY_THE_READER, *(STATED_BY_THE_WRITER if document["isDraft"] else ()))
    taken = {name: _DEFAULTS.get(name) if stated[name] is None else stated[name] for name in names if name in stated}
    taken |= {name: recipients(store, stated[name] or []) for name in RECIPIENTS if name in taken}
    taken |= _senders(store, taken)
    if "body" in taken:
        taken["body"] = _body(stated)
    fixed = [name for name in STATED_BY_THE_WRITER if name in stated and name not in names]
    if any(stated[name] != document.get(name) for name in fixed):
        raise GraphError(
            400, "ErrorInvalidPropertySet", f"The property '{fixed[0]}' cannot be set on a message that is no draft."
        )
    return {**document, **taken, "lastModifiedDateTime": now, "version": document["version"] + 1}


def recipients(store: Store, stated: list[Json]) -> list[Json]:
    """Recipients with names, each address once. Raises GraphError 400 for one without an address."""
    found: dict[str, Json] = {}
    for one in stated:
        email = one.get("emailAddress") or {}
        address = email.get("address")
        if not address:
            raise GraphError(400, "ErrorInvalidRecipients", "At least one recipient isn't valid.")
        mailbox = store.mailbox(address)
        name = email.get("name") or (mailbox.name if mailbox else address)
        found.setdefault(address.casefold(), {"emailAddress": {"name": name, "address": address}})
    return list(found.values())


def _senders(store: Store, stated: Json) -> Json:
    return {name: recipients(store, [stated[name]])[0] for name in ("from", "sender") if stated.get(name)}


def party(mailbox: Mailbox) -> Json:
    """The recipient that a mailbox is."""
    return {"emailAddress": {"name": mailbox.name, "address": mailbox.address}}


def shown_message(document: Json, *, text: bool) -> Json:
    """The Graph message; `text`: with a plain body."""
    key, version, body = document["id"], document["version"], document["body"]
    return {
        "@odata.etag": ids.etag(key, version),
        **{name: value for name, value in document.items() if name not in _KEPT_ALONE},
        "changeKey": ids.change_key(key, version),
        "hasAttachments": any(not entry["isInline"] for entry in document[KEPT_AS]),
        "bodyPreview": as_text(body)[:_PREVIEW],
        "body": {"contentType": "text" if text else "html", "content": as_text(body) if text else as_html(body)},
        "webLink": f"https://outlook.office365.com/owa/?ItemID={quote(key)}&exvsurl=1&viewmodel=ReadMessageItem",
    }


def _body(stated: Json) -> Json:
    body = stated.get("body") or {}
    content = body.get("content")
    return {
        "contentType": body.get("contentType") or "text",
        "content": (stated.get("bodyPreview") if content is None else content) or "",
    }
