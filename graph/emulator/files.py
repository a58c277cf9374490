"""Files on events and messages: what an item's document keeps of them, and how they are shown.

A document has them under "attachments", so that they travel with it. The bytes lie on the shelf once, however many
items have them. Source: Graph resource fileAttachment.
"""

import base64
import binascii
import hashlib
from mimetypes import MimeTypes

from graph.emulator import ids
from graph.emulator.errors import GraphError, Json, bad_request, unreadable_body
from graph.emulator.shapes import Kind, Malformed, Properties, conform
from graph.emulator.store import Store
from graph.emulator.tenant import Tenant

KEPT_AS = "attachments"
"""The name in a document."""
LARGEST_AT_ONCE = 3 * 2**20
"""Bytes that come within one request; more of them come in an upload session."""
ATTACHMENT = Properties(
    {
        "id": Kind.TEXT,
        "lastModifiedDateTime": Kind.TEXT,
        "name": Kind.TEXT,
        "contentType": Kind.TEXT,
        "size": Kind.WHOLE,
        "isInline": Kind.FLAG,
        "contentId": Kind.TEXT,
        "contentLocation": Kind.TEXT,
        "contentBytes": Kind.TEXT,
    },
    "fileAttachment",
)
_TYPE = "#microsoft.graph.fileAttachment"
_TYPES_TAKEN = frozenset(
    {"fileattachment", "microsoft.graph.fileattachment", "microsoft.outlookservices.fileattachment"}
)
_CONTENT = "content"
_COUNTED_BESIDE = 157
"""Outlook's size of a file counts what it keeps beside the bytes."""
_BY_NAME = MimeTypes()


def entry_stated(tenant: Tenant, stated: object) -> Json:
    """What a document keeps of a file as a client states it, with its bytes. Raises GraphError 400, 413."""
    try:
        file: Json = conform(stated, ATTACHMENT) or {}
    except Malformed as problem:
        raise unreadable_body(str(problem)) from None
    kind = str(stated.get("@odata.type") or "") if isinstance(stated, dict) else ""
    return entry_of(tenant, file, _content_stated(file, kind))


def stated_files(tenant: Tenant, stated: object) -> list[Json]:
    """The same for those that come with a new item; none where nothing is stated. Raises GraphError 400, 413."""
    if stated is None:
        return []
    if not isinstance(stated, list):
        raise unreadable_body("The attachments of an item are an array.")
    return [entry_stated(tenant, one) for one in stated]


def _content_stated(stated: Json, kind: str) -> bytes:
    if kind.removeprefix("#").casefold() not in _TYPES_TAKEN:
        raise bad_request(f"An attachment of the type '{kind}' cannot be kept here.", "ErrorInvalidRequest")
    if not stated.get("name"):
        raise bad_request("The required property 'name' is missing.", "ErrorInvalidRequest")
    text = (stated.get("contentBytes") or "").replace("-", "+").replace("_", "/")
    try:
        content = base64.b64decode(text, validate=True)
    except binascii.Error:
        raise bad_request("Cannot convert the value of 'contentBytes' to the expected type 'Edm.Binary'.") from None
    if len(content) > LARGEST_AT_ONCE:
        raise GraphError(413, "ErrorMessageSizeExceeded", "The message exceeds the maximum supported size.")
    return content


def entry_of(tenant: Tenant, stated: Json, content: bytes) -> Json:
    """What a document keeps of a new file, of which a client states a name and perhaps more."""
    digest = hashlib.blake2b(content, digest_size=20).hexdigest()
    tenant.store.shelf.put(_CONTENT, "", digest, {"bytes": base64.b64encode(content).decode()})
    guessed = _BY_NAME.guess_type(stated["name"])[0]
    return {
        "serial": tenant.serial(),
        "name": stated["name"],
        "contentType": stated.get("contentType") or guessed or "application/octet-stream",
        "isInline": bool(stated.get("isInline")),
        "contentId": stated.get("contentId"),
        "lastModifiedDateTime": tenant.now_text,
        "size": len(content) + _COUNTED_BESIDE,
        "digest": digest,
    }


def id_of(entry: Json, item_id: str) -> str:
    """The id of a file on the item with that id."""
    return ids.item_id("attachment", item_id, entry["serial"])


def content_of(store: Store, entry: Json) -> bytes:
    """The bytes of a file that is kept."""
    return base64.b64decode(_encoded(store, entry))


def shown(store: Store, entry: Json, item_id: str) -> Json:
    """The Graph fileAttachment, with its bytes."""
    return {
        "@odata.type": _TYPE,
        "@odata.mediaContentType": entry["contentType"],
        "id": id_of(entry, item_id),
        **{name: entry[name] for name in ("lastModifiedDateTime", "name", "contentType", "size", "isInline")},
        "contentId": entry["contentId"],
        "contentLocation": None,
        "contentBytes": _encoded(store, entry),
    }


def _encoded(store: Store, entry: Json) -> str:
    kept = store.shelf.get(_CONTENT, "", entry["digest"])
    if kept is None:
        raise LookupError(entry["digest"])
    found: str = kept["bytes"]
    return found
