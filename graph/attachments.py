"""Files on events and messages: small ones in one request, larger ones in an upload session.

Source: Graph resources fileAttachment and uploadSession, concepts outlook-large-attachments.
"""

import base64
from dataclasses import dataclass, field
from typing import Any

from graph.client import GraphClient, nothing, segment
from graph.errors import Unavailable
from graph.exchange import Call
from graph.wire import Json

LARGEST_AT_ONCE = 3 * 2**20
"""Bytes that one request may carry; beyond it Graph wants an upload session."""

CHUNK = 12 * 320 * 2**10
"""Bytes a piece: a multiple of 320 KiB, below 4 MiB."""

_LISTED = {"$select": "id,name,contentType,size,isInline"}


@dataclass(frozen=True)
class File:
    """A file to attach."""

    name: str
    content: bytes = field(repr=False)
    content_type: str = "application/octet-stream"


@dataclass(frozen=True)
class Attachment:
    """A file that is attached. `size` in bytes, as Outlook counts it."""

    id: str
    name: str
    content_type: str = ""
    size: int = 0
    is_inline: bool = False


async def list_event_attachments(graph: GraphClient, event_id: str) -> tuple[Attachment, ...]:
    """What is attached to an event, without the contents. Raises GraphError."""
    return await _list(graph, _of_event(graph, event_id), "Calendars.Read")


async def list_message_attachments(graph: GraphClient, message_id: str) -> tuple[Attachment, ...]:
    """What is attached to a message, without the contents. Raises GraphError."""
    return await _list(graph, _of_message(graph, message_id), "Mail.Read")


async def get_event_attachment(graph: GraphClient, event_id: str, attachment_id: str) -> File:
    """The file itself. Raises NotFound and other GraphErrors."""
    path = f"{_of_event(graph, event_id)}/{segment(attachment_id)}"
    return await graph.get(path, _file, what="attachment", permission="Calendars.Read")


async def get_message_attachment(graph: GraphClient, message_id: str, attachment_id: str) -> File:
    """The file itself. Raises NotFound and other GraphErrors."""
    path = f"{_of_message(graph, message_id)}/{segment(attachment_id)}"
    return await graph.get(path, _file, what="attachment", permission="Mail.Read")


async def attach_to_event(graph: GraphClient, event_id: str, file: File) -> None:
    """Attach a file of any size to an event; its attendees get an update. Raises GraphError."""
    await _attach(graph, _of_event(graph, event_id), file, "Calendars.ReadWrite")


async def attach_to_message(graph: GraphClient, message_id: str, file: File) -> None:
    """Attach a file of any size to a draft. Raises GraphError."""
    await _attach(graph, _of_message(graph, message_id), file, "Mail.ReadWrite")


async def delete_event_attachment(graph: GraphClient, event_id: str, attachment_id: str) -> None:
    """Take a file off an event."""
    path = f"{_of_event(graph, event_id)}/{segment(attachment_id)}"
    await graph.write("DELETE", path, None, nothing, what="attachment", permission="Calendars.ReadWrite")


def file_attachment(file: File) -> dict[str, Any]:
    """A small file as Graph takes it within a request."""
    return {
        "@odata.type": "#microsoft.graph.fileAttachment",
        "name": file.name,
        "contentType": file.content_type,
        "contentBytes": base64.b64encode(file.content).decode(),
    }


async def _list(graph: GraphClient, path: str, permission: str) -> tuple[Attachment, ...]:
    return await graph.collect(path, _attachment, params=_LISTED, what="attachment", permission=permission)


async def _attach(graph: GraphClient, path: str, file: File, permission: str) -> None:
    if len(file.content) <= LARGEST_AT_ONCE:
        await graph.write("POST", path, file_attachment(file), nothing, what="attachment", permission=permission)
        return
    item = {"attachmentType": "file", "name": file.name, "size": len(file.content), "contentType": file.content_type}
    address = await graph.write(
        "POST",
        f"{path}/createUploadSession",
        {"AttachmentItem": item},
        _upload_url,
        # A session that is not used ends by itself.
        repeatable=True,
        what="attachment",
        permission=permission,
    )
    for first in range(0, len(file.content), CHUNK):
        await graph.perform(_piece(address, file.content, first, permission), nothing)


def _piece(address: str, content: bytes, first: int, permission: str) -> Call:
    """One piece of a file, for an address that needs no token: sent twice it is the same bytes in the same place."""
    piece = content[first : first + CHUNK]
    return Call(
        "PUT",
        address,
        what="attachment",
        permission=permission,
        headers={"Content-Range": f"bytes {first}-{first + len(piece) - 1}/{len(content)}"},
        content=piece,
        reads=False,
        repeatable=True,
        content_type="application/octet-stream",
        is_open=True,
    )


def _upload_url(data: Json) -> str:
    url = str(data["uploadUrl"])
    if not url.startswith(("https://", "http://127.0.0.1:")):
        raise Unavailable("files are only uploaded over https", code="InsecureUpload")
    return url


def _of_event(graph: GraphClient, event_id: str) -> str:
    return f"{graph.mailbox}/events/{segment(event_id)}/attachments"


def _of_message(graph: GraphClient, message_id: str) -> str:
    return f"{graph.mailbox}/messages/{segment(message_id)}/attachments"


def _attachment(data: Json) -> Attachment:
    return Attachment(
        data["id"],
        data.get("name") or "",
        data.get("contentType") or "",
        data.get("size") or 0,
        bool(data.get("isInline")),
    )


def _file(data: Json) -> File:
    content = base64.b64decode(data.get("contentBytes") or "")
    return File(data.get("name") or "", content, data.get("contentType") or "application/octet-stream")
