"""Mail of a mailbox: folders, messages, sending. Files on them are in `attachments.py`.

What is sent here reaches other people, and is never sent again by itself when its fate is unknown.
Source: Graph resources mailFolder and message and their methods.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any
from zoneinfo import ZoneInfo

from graph.attachments import LARGEST_AT_ONCE, File, attach_to_message, file_attachment
from graph.client import GraphClient, nothing, segment
from graph.exchange import Call, as_bytes
from graph.model import Importance, Person
from graph.plain import plain
from graph.wire import AS_TEXT, Json

READ = "Mail.Read"
READ_WRITE = "Mail.ReadWrite"
SEND = "Mail.Send"

FLAGGED = "flagged"
NOT_FLAGGED = "notFlagged"

PREFER = {"Prefer": AS_TEXT}
LISTED = (
    "id,subject,from,toRecipients,ccRecipients,receivedDateTime,isRead,isDraft,hasAttachments,importance,flag,"
    "bodyPreview,conversationId,parentFolderId,webLink"
)
_IMPORTANCE = {importance.value: importance for importance in Importance}


@dataclass(frozen=True)
class Folder:
    """A mail folder. Well-known ones are also named inbox, drafts, sentitems, deleteditems, archive, junkemail."""

    id: str
    name: str
    parent_id: str = ""
    children: int = 0
    total: int = 0
    unread: int = 0


@dataclass(frozen=True)
class Message:
    """A message. `body` is plain text; of one out of a list, its beginning only. `received` is aware."""

    id: str
    subject: str
    sender: Person
    to: tuple[Person, ...] = ()
    cc: tuple[Person, ...] = ()
    received: datetime | None = None
    is_read: bool = False
    is_draft: bool = False
    has_attachments: bool = False
    is_flagged: bool = False
    importance: Importance = Importance.NORMAL
    body: str = ""
    conversation_id: str = ""
    folder_id: str = ""
    web_link: str = ""


@dataclass(frozen=True)
class NewMessage:
    """What is written. `body` is HTML with `is_html`, else plain text. `own_id` is its internetMessageId, if chosen."""

    subject: str
    body: str
    to: tuple[Person, ...]
    cc: tuple[Person, ...] = ()
    bcc: tuple[Person, ...] = ()
    is_html: bool = False
    importance: Importance = Importance.NORMAL
    files: tuple[File, ...] = ()
    own_id: str = ""


async def list_folders(graph: GraphClient, parent_id: str = "") -> tuple[Folder, ...]:
    """The folders at the top, or those within `parent_id` (an id or a well-known name). Raises GraphError."""
    return await graph.collect(
        _folders(graph, parent_id), _folder, params={"$top": "100"}, what="folder", permission=READ
    )


async def get_folder(graph: GraphClient, folder_id: str) -> Folder:
    """One folder, by its id or well-known name. Raises NotFound and other GraphErrors."""
    path = f"{graph.mailbox}/mailFolders/{segment(folder_id)}"
    return await graph.get(path, _folder, what="folder", permission=READ)


async def create_folder(graph: GraphClient, name: str, parent_id: str = "") -> Folder:
    """A further folder, at the top or within `parent_id`. Raises Conflict for a name that is taken."""
    body = {"displayName": name}
    return await graph.write("POST", _folders(graph, parent_id), body, _folder, what="folder", permission=READ_WRITE)


async def delete_folder(graph: GraphClient, folder_id: str) -> None:
    """Remove a folder with what is in it."""
    path = f"{graph.mailbox}/mailFolders/{segment(folder_id)}"
    await graph.write("DELETE", path, None, nothing, what="folder", permission=READ_WRITE)


async def list_messages(
    graph: GraphClient,
    zone: ZoneInfo,
    *,
    folder_id: str = "",
    search: str = "",
    filtered: str = "",
    top: int = 50,
    skip: int = 0,
    limit: int | None = None,
) -> tuple[Message, ...]:
    """Messages on the clock of `zone`: all, or `limit` at most from number `skip` on, `top` a page.

    Either `search` (words) or `filtered` (an OData `$filter`): Graph does not take both, nor `skip` with a search,
    and a ValueError says so.
    """
    if search and (filtered or skip):
        raise ValueError("Graph searches without a filter and without skipping")
    params = {"$select": LISTED, "$top": str(top)}
    if search:
        quoted = search.replace("\\", "\\\\").replace('"', '\\"')
        params["$search"] = f'"{quoted}"'
    if filtered:
        params["$filter"] = filtered
    if skip:
        params["$skip"] = str(skip)
    base = f"{graph.mailbox}/mailFolders/{segment(folder_id)}" if folder_id else graph.mailbox
    found: list[Message] = []
    async for page in graph.pages(
        f"{base}/messages", message_in(zone), params=params, headers=PREFER, what="folder", permission=READ
    ):
        found += page
        if limit is not None and len(found) >= limit:
            break
    return tuple(found[:limit])


async def get_message(graph: GraphClient, message_id: str, zone: ZoneInfo) -> Message:
    """One message with its whole body. Raises NotFound and other GraphErrors."""
    params = {"$select": f"{LISTED},body"}
    path = message_path(graph, message_id)
    return await graph.get(path, message_in(zone), params=params, headers=PREFER, what="message", permission=READ)


async def get_mime(graph: GraphClient, message_id: str) -> EmailMessage:
    """A message as it came over the wire, parsed: all its headers and parts. Raises GraphError."""
    call = Call("GET", f"{message_path(graph, message_id)}/$value", "message", READ, decode=as_bytes)
    return await graph.perform(call, lambda content: message_from_bytes(content, policy=policy.default))


async def create_draft(graph: GraphClient, message: NewMessage) -> Message:
    """Keep it as a draft, with its files. Raises GraphError."""
    small = _fits_at_once(message)
    draft = await graph.write(
        "POST",
        f"{graph.mailbox}/messages",
        _written(message, with_files=small),
        message_in(ZoneInfo("UTC")),
        headers=PREFER,
        what="mailbox",
        permission=READ_WRITE,
    )
    for file in () if small else message.files:
        await attach_to_message(graph, draft.id, file)
    return draft


async def send_draft(graph: GraphClient, message_id: str) -> None:
    """Send a draft. Raises GraphError."""
    await graph.write("POST", f"{message_path(graph, message_id)}/send", None, nothing, what="message", permission=SEND)


async def send_mail(graph: GraphClient, message: NewMessage, *, keep: bool = True) -> None:
    """Send it; `keep` False: without a copy among the sent. Large files go by way of a draft, which keeps one.

    Raises GraphError.
    """
    if not _fits_at_once(message):
        draft = await create_draft(graph, message)
        await send_draft(graph, draft.id)
        return
    body = {"message": _written(message, with_files=True), "saveToSentItems": keep}
    await graph.write("POST", f"{graph.mailbox}/sendMail", body, nothing, what="mailbox", permission=SEND)


async def reply(graph: GraphClient, message_id: str, comment: str, *, to_all: bool = False) -> None:
    """Answer the sender, or everybody. Raises GraphError."""
    action = "replyAll" if to_all else "reply"
    path = f"{message_path(graph, message_id)}/{action}"
    await graph.write("POST", path, {"comment": comment}, nothing, what="message", permission=SEND)


async def forward_message(graph: GraphClient, message_id: str, to: Sequence[Person], comment: str = "") -> None:
    """Pass it on. Raises GraphError."""
    body = {"comment": comment, "toRecipients": recipients(to)}
    path = f"{message_path(graph, message_id)}/forward"
    await graph.write("POST", path, body, nothing, what="message", permission=SEND)


async def move_message(graph: GraphClient, message_id: str, folder_id: str) -> Message:
    """Move it to a folder (an id or a well-known name); it has another id there. Raises GraphError."""
    return await graph.write(
        "POST",
        f"{message_path(graph, message_id)}/move",
        {"destinationId": folder_id},
        message_in(ZoneInfo("UTC")),
        headers=PREFER,
        what="message",
        permission=READ_WRITE,
    )


async def mark_read(graph: GraphClient, message_id: str, *, is_read: bool = True) -> None:
    """Tell it as read, or as not read yet. Raises GraphError."""
    path = message_path(graph, message_id)
    await graph.write("PATCH", path, {"isRead": is_read}, nothing, what="message", permission=READ_WRITE)


async def flag_message(graph: GraphClient, message_id: str, *, is_flagged: bool = True) -> None:
    """Mark it for follow-up, or no longer. Raises GraphError."""
    flag = {"flag": {"flagStatus": FLAGGED if is_flagged else NOT_FLAGGED}}
    await graph.write("PATCH", message_path(graph, message_id), flag, nothing, what="message", permission=READ_WRITE)


async def delete_message(graph: GraphClient, message_id: str) -> None:
    """Put it among the deleted items."""
    await graph.write("DELETE", message_path(graph, message_id), None, nothing, what="message", permission=READ_WRITE)


def message_path(graph: GraphClient, message_id: str) -> str:
    """Where it lies."""
    return f"{graph.mailbox}/messages/{segment(message_id)}"


def _folders(graph: GraphClient, parent_id: str) -> str:
    path = f"{graph.mailbox}/mailFolders"
    return f"{path}/{segment(parent_id)}/childFolders" if parent_id else path


def _fits_at_once(message: NewMessage) -> bool:
    # In Base64 four characters carry three bytes.
    return sum(len(file.content) for file in message.files) * 4 // 3 <= LARGEST_AT_ONCE


def _written(message: NewMessage, *, with_files: bool) -> dict[str, Any]:
    body: dict[str, Any] = {
        "subject": message.subject,
        "body": {"contentType": "html" if message.is_html else "text", "content": message.body},
        "toRecipients": recipients(message.to),
        "importance": message.importance.value,
    }
    if message.own_id:
        body["internetMessageId"] = message.own_id
    if message.cc:
        body["ccRecipients"] = recipients(message.cc)
    if message.bcc:
        body["bccRecipients"] = recipients(message.bcc)
    if with_files and message.files:
        body["attachments"] = [file_attachment(file) for file in message.files]
    return body


def recipients(people: Sequence[Person]) -> list[dict[str, Any]]:
    """As Graph writes them."""
    return [{"emailAddress": {"address": person.email, "name": person.name}} for person in people]


def _person(recipient: Mapping[str, Any] | None) -> Person:
    address = (recipient or {}).get("emailAddress") or {}
    return Person(address.get("name") or "", address.get("address") or "")


def _text(body: Json) -> str:
    content = body.get("content") or ""
    return plain(content) if body.get("contentType") == "html" else content


def _folder(data: Json) -> Folder:
    return Folder(
        data["id"],
        data.get("displayName") or "",
        data.get("parentFolderId") or "",
        data.get("childFolderCount") or 0,
        data.get("totalItemCount") or 0,
        data.get("unreadItemCount") or 0,
    )


def message_in(zone: ZoneInfo) -> Callable[[Json], Message]:
    """What reads a message, on the clock of `zone`."""

    def read(data: Json) -> Message:
        received = data.get("receivedDateTime")
        body = data.get("body")
        return Message(
            id=data["id"],
            subject=data.get("subject") or "",
            sender=_person(data.get("from")),
            to=tuple(map(_person, data.get("toRecipients") or ())),
            cc=tuple(map(_person, data.get("ccRecipients") or ())),
            received=datetime.fromisoformat(received).astimezone(zone) if received else None,
            is_read=bool(data.get("isRead")),
            is_draft=bool(data.get("isDraft")),
            has_attachments=bool(data.get("hasAttachments")),
            is_flagged=(data.get("flag") or {}).get("flagStatus") == FLAGGED,
            importance=_IMPORTANCE.get(data.get("importance") or "", Importance.NORMAL),
            body=_text(body) if body else data.get("bodyPreview") or "",
            conversation_id=data.get("conversationId") or "",
            folder_id=data.get("parentFolderId") or "",
            web_link=data.get("webLink") or "",
        )

    return read
