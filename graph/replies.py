"""Answers to messages that have come, and messages passed on: written as a draft, then sent, once.

A draft carries an internetMessageId that its writer chose. Whether it was sent already is seen by that, so that what is
tried again after a crash, or a lost answer, reaches people once. Source: Graph actions message: createReply,
createReplyAll, createForward; property internetMessageId of a message.
"""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from graph.client import GraphClient, nothing
from graph.mail import LISTED, PREFER, READ, READ_WRITE, SEND, Message, message_in, message_path, recipients
from graph.model import Person
from graph.wire import Json

UTC = ZoneInfo("UTC")


async def create_reply(
    graph: GraphClient, message_id: str, comment: str, own_id: str, *, to_all: bool = False
) -> Message:
    """A draft that answers the sender, or everybody; `own_id` is its internetMessageId. Raises GraphError."""
    action = "createReplyAll" if to_all else "createReply"
    return await _draft(graph, message_id, action, {"message": {"internetMessageId": own_id}, "comment": comment})


async def create_forward(
    graph: GraphClient, message_id: str, to: Sequence[Person], comment: str, own_id: str
) -> Message:
    """A draft that passes it on; `own_id` is its internetMessageId. Raises GraphError."""
    message = {"internetMessageId": own_id, "toRecipients": recipients(to)}
    return await _draft(graph, message_id, "createForward", {"message": message, "comment": comment})


async def find_by_internet_id(graph: GraphClient, own_id: str) -> Message | None:
    """The message of that internetMessageId in this mailbox, the one that is sent before a draft. Raises GraphError."""
    quoted = own_id.replace("'", "''")
    params = {"$filter": f"internetMessageId eq '{quoted}'", "$select": LISTED}
    path = f"{graph.mailbox}/messages"
    found = await graph.collect(path, message_in(UTC), params=params, headers=PREFER, what="message", permission=READ)
    return min(found, key=lambda message: message.is_draft, default=None)


async def send_once(graph: GraphClient, draft: Message) -> None:
    """Send a draft, if it is one still. Raises GraphError."""
    if draft.is_draft:
        path = f"{message_path(graph, draft.id)}/send"
        await graph.write("POST", path, None, nothing, what="message", permission=SEND)


async def _draft(graph: GraphClient, message_id: str, action: str, body: Json) -> Message:
    path = f"{message_path(graph, message_id)}/{action}"
    return await graph.write("POST", path, body, message_in(UTC), headers=PREFER, what="message", permission=READ_WRITE)
