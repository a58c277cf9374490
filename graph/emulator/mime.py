"""A message as it goes over the wire. Source: RFC 5322; Graph concepts, outlook-get-mime-message."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr

from graph.emulator.documents import as_text
from graph.emulator.errors import Json
from graph.emulator.moments import iso

CONTENT_TYPE = "text/plain"
"""Graph's, of the whole message."""
_PLAIN_TYPE = re.compile(r"(?:application|audio|font|image|model|text|video)/[a-z0-9.+-]+")
_ANY_TYPE = "application/octet-stream"
_LINE_BREAK = re.compile(r"[\r\n]+")
_ADDRESSED = {"From": "from", "To": "toRecipients", "Cc": "ccRecipients", "Bcc": "bccRecipients"}
_PRIORITY = {"low": "5 (Lowest)", "high": "1 (Highest)"}


@dataclass(frozen=True)
class Part:
    """A file of the message."""

    name: str
    content_type: str
    content: bytes


def mime_of(document: Json, parts: Iterable[Part] = ()) -> bytes:
    """The bytes of a message that is kept, with its files."""
    message = EmailMessage(SMTP)
    for header, name in _ADDRESSED.items():
        stated = document[name] or []
        if written := [_addressed(one) for one in (stated if isinstance(stated, list) else [stated])]:
            message[header] = ", ".join(written)
    message["Subject"] = _one_line(document["subject"])
    message["Date"] = format_datetime(iso(document["sentDateTime"]))
    message["Message-ID"] = _one_line(document["internetMessageId"])
    if document["importance"] in _PRIORITY:
        message["X-Priority"] = _PRIORITY[document["importance"]]
    body = document["body"]
    message.set_content(as_text(body))
    if body["contentType"] == "html":
        message.add_alternative(body["content"], subtype="html")
    for part in parts:
        kind = part.content_type.casefold()
        main, _, sub = (kind if _PLAIN_TYPE.fullmatch(kind) else _ANY_TYPE).partition("/")
        message.add_attachment(part.content, maintype=main, subtype=sub, filename=_one_line(part.name))
    return message.as_bytes()


def _addressed(recipient: Json) -> str:
    email = recipient["emailAddress"]
    return formataddr((_one_line(email.get("name") or ""), _one_line(email["address"])))


def _one_line(text: str) -> str:
    return _LINE_BREAK.sub(" ", text)
