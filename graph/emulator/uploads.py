"""Upload sessions: a large file comes in pieces to an address that needs no token of Entra's.

The address lies outside of Graph, as Outlook's does: /api/v2.0/Users('…')/Events('…')/AttachmentSessions('…').
Source: Graph documentation, concepts/outlook-large-attachments.
"""

import base64
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import unquote, urlsplit

from graph.emulator import files, ids
from graph.emulator.calls import Answer
from graph.emulator.errors import GraphError, Json, bad_request, item_not_found
from graph.emulator.moments import iso, utc_text
from graph.emulator.shapes import Kind, Properties
from graph.emulator.tenant import Tenant

OUTLOOK = "/api/v2.0"
"""Under which the addresses of sessions lie."""
ATTACHMENT_ITEM = Properties(
    {
        "AttachmentItem": Properties(
            {
                "attachmentType": ("file", "item", "reference"),
                "name": Kind.TEXT,
                "size": Kind.WHOLE,
                "contentType": Kind.TEXT,
                "contentId": Kind.TEXT,
                "isInline": Kind.FLAG,
            },
            "attachmentItem",
        )
    },
    "createUploadSession",
)
_SESSION, _PIECE = "uploadSession", "uploadedPiece"
_LARGEST = 150 * 2**20
_LIFETIME = timedelta(days=1)
_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+)")
_ADDRESS = re.compile(r"/Users\('[^']+'\)/\w+\('[^']+'\)/AttachmentSessions\('([^']+)'\)", re.IGNORECASE)


@dataclass(frozen=True)
class Target:
    """The item that a file is for: a collection as paths name it, and the ids of mailbox and item."""

    collection: str
    mailbox: str
    item: str

    @property
    def address(self) -> str:
        """Where Outlook has it."""
        return f"{OUTLOOK}/Users('{self.mailbox}')/{self.collection.capitalize()}('{self.item}')"


@dataclass(frozen=True)
class Arrival:
    """A request to the address of a session. `path` is below `OUTLOOK`; names of headers are in lower case."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    content: bytes
    root: str
    """Graph's service root on the same server."""


Attach = Callable[[Tenant, Target, Json], str]
"""Puts a complete file, as documents keep it, on an item; gives the file's id."""


def open_session(tenant: Tenant, root: str, target: Target, item: Json) -> Json:
    """A new session for the file that an attachmentItem describes. Raises GraphError 400."""
    size = item.get("size") or 0
    if item.get("attachmentType") != "file" or not item.get("name"):
        raise bad_request("An attachmentItem needs the attachmentType file, a name and a size.", "ErrorInvalidRequest")
    if size < files.LARGEST_AT_ONCE:
        raise bad_request(
            "Attachment size must be greater than the minimum size.",
            "ErrorAttachmentSizeShouldNotBeLessThanMinimumSize",
        )
    if size > _LARGEST:
        raise bad_request("The attachment is larger than 150 MB.", "ErrorAttachmentSizeLimitExceeded")
    key = ids.item_id("uploadSession", target.item, tenant.serial())
    expires = utc_text(tenant.now + _LIFETIME)
    session = {
        "target": [target.collection, target.mailbox, target.item],
        "file": item,
        "received": 0,
        "expires": expires,
        "token": secrets.token_urlsafe(24),
    }
    tenant.store.shelf.put(_SESSION, "", key, session)
    address = f"{_origin(root)}{target.address}/AttachmentSessions('{key}')?authtoken={session['token']}"
    return {"uploadUrl": address, "expirationDateTime": expires, "nextExpectedRanges": ["0-"]}


def piece_or_end(tenant: Tenant, arrival: Arrival, attach: Attach) -> Answer:
    """PUT a piece of a file, the pieces in their order, or DELETE the session. Raises GraphError 400, 401, 404, 405."""
    if "authorization" in arrival.headers:  # which the address makes superfluous, and which is no token of Outlook's
        raise GraphError(401, "InvalidAuthenticationToken", "The audience claim value is invalid.")
    key, session = _session(tenant, arrival)
    if arrival.method == "DELETE":
        _forget(tenant, key)
        return Answer(204)
    if arrival.method != "PUT":
        raise GraphError(405, "ErrorInvalidRequest", "The HTTP method is not allowed here.")
    size, received = session["file"]["size"], session["received"]
    first, past = _stretch(arrival, size)
    if first > received:
        raise bad_request(f"The next byte that is expected is {received}.", "ErrorInvalidRequest")
    if past > received:  # otherwise it is a piece that came before
        piece = {"bytes": base64.b64encode(arrival.content[received - first :]).decode()}
        tenant.store.shelf.put(_PIECE, key, str(received), piece)
        session["received"] = received = past
    target = Target(*session["target"])
    if received < size:
        tenant.store.shelf.put(_SESSION, "", key, session)
        return Answer(200, _progress(arrival.root, target, session))
    whole = b"".join(base64.b64decode(piece["bytes"]) for piece in tenant.store.shelf.all(_PIECE, key))
    _forget(tenant, key)
    found = attach(tenant, target, files.entry_of(tenant, session["file"], whole))
    return Answer(201, None, {"Location": f"{_origin(arrival.root)}{target.address}/Attachments('{found}')"})


def _session(tenant: Tenant, arrival: Arrival) -> tuple[str, Json]:
    named = _ADDRESS.fullmatch(unquote(arrival.path))
    key = named[1] if named else ""
    session = tenant.store.shelf.get(_SESSION, "", key)
    if session is None or iso(session["expires"]) <= tenant.now:
        raise item_not_found()
    if not secrets.compare_digest(arrival.query.get("authtoken", "").encode(), session["token"].encode()):
        raise GraphError(401, "InvalidAuthenticationToken", "The token of the address is not that of the session.")
    return key, session


def _stretch(arrival: Arrival, size: int) -> tuple[int, int]:
    """The first byte of a piece, and the one after its last."""
    found = _RANGE.fullmatch(arrival.headers.get("content-range", "").strip())
    if found is None:
        raise bad_request("A Content-Range 'bytes {start}-{end}/{total}' is required.", "ErrorInvalidRequest")
    first, last, total = (int(number) for number in found.groups())
    if total != size or last >= size or last - first + 1 != len(arrival.content):
        raise bad_request("The Content-Range does not agree with the piece, or with the file.", "ErrorInvalidRequest")
    return first, last + 1


def _progress(root: str, target: Target, session: Json) -> Json:
    """As Outlook words it: with one name in upper case, and the next byte for a range."""
    context = target.address.removeprefix(f"{OUTLOOK}/")
    return {
        "@odata.context": f"{_origin(root)}{OUTLOOK}/$metadata#{context}/AttachmentSessions/$entity",
        "ExpirationDateTime": session["expires"],
        "nextExpectedRanges": [str(session["received"])],
    }


def _forget(tenant: Tenant, key: str) -> None:
    for piece in tenant.store.shelf.keys(_PIECE, key):
        tenant.store.shelf.remove(_PIECE, key, piece)
    tenant.store.shelf.remove(_SESSION, "", key)


def _origin(root: str) -> str:
    parts = urlsplit(root)
    return f"{parts.scheme}://{parts.netloc}"
