"""What a reply and a forwarded message say before their writer changes them.

Source: Graph actions message: reply, replyAll, forward.
"""

import html
import re
from collections.abc import Callable

from graph.emulator.documents import address, as_html
from graph.emulator.errors import Json, invalid_request
from graph.emulator.store import Mailbox

_PREFIX = re.compile(r"^(?:(?:re|fwd?):\s*)+", re.IGNORECASE)
_INNER = re.compile(r"<body[^>]*>(.*)</body>", re.IGNORECASE | re.DOTALL)


Writer = Callable[[Json, Json, Mailbox], Json]
"""From the original and the body of the request to what is stated of the mailbox's answer. Raises GraphError 400."""


def reply_to_sender(original: Json, stated: Json, _mailbox: Mailbox) -> Json:
    """A reply to the sender, or to whom replies were asked for."""
    return _answering(original, stated, "RE: ", {"toRecipients": _answered_to(original)})


def reply_to_all(original: Json, stated: Json, mailbox: Mailbox) -> Json:
    """A reply to everybody but oneself."""
    to = _others([*_answered_to(original), *original["toRecipients"]], mailbox)
    cc = _others(original["ccRecipients"], mailbox)
    return _answering(original, stated, "RE: ", {"toRecipients": to, "ccRecipients": cc})


def forwarded(original: Json, stated: Json, _mailbox: Mailbox) -> Json:
    """The message, passed on."""
    to = stated.get("toRecipients") or []
    if to and (stated.get("message") or {}).get("toRecipients"):
        raise invalid_request("Specify either toRecipients or those of the message.")
    return _answering(original, stated, "FW: ", {"toRecipients": to})


def _answering(original: Json, stated: Json, prefix: str, to: Json) -> Json:
    written = {name: value for name, value in (stated.get("message") or {}).items() if value is not None}
    if stated.get("comment") and written.get("body"):
        raise invalid_request("Specify either a comment or the body of the message.")
    return {
        "subject": prefix + _PREFIX.sub("", original["subject"]),
        "body": {"contentType": "html", "content": _quoted(original, stated.get("comment") or "")},
        "importance": original["importance"],
        **to,
        **written,
    }


def _quoted(original: Json, comment: str) -> str:
    markup = as_html(original["body"])
    inner = _INNER.search(markup)
    told = [
        ("From", _names([original["from"]])),
        ("Sent", original["sentDateTime"]),
        ("To", _names(original["toRecipients"])),
        ("Subject", original["subject"]),
    ]
    lines = "".join(f"<b>{name}:</b> {html.escape(text)}<br>" for name, text in told)
    said = html.escape(comment, quote=False).replace("\n", "<br>\n")
    return f"<html><head></head><body><p>{said}</p><hr><p>{lines}</p>{inner[1] if inner else markup}</body></html>"


def _answered_to(original: Json) -> list[Json]:
    found: list[Json] = original["replyTo"] or [one for one in (original["from"],) if one]
    return found


def _names(parties: list[Json | None]) -> str:
    return "; ".join(str(one["emailAddress"]["name"]) for one in parties if one)


def _others(parties: list[Json], mailbox: Mailbox) -> list[Json]:
    return [one for one in parties if address(one) != mailbox.address.casefold()]
