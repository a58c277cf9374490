"""A reply on the way that its turn asks for: a new message, the tapped card replaced, or an invoke's response."""

from dataclasses import replace
from typing import Any

from botbuilder.core import InvokeResponse

from bot.channel.connector import SendFailed
from bot.channel.incoming import Incoming
from bot.channel.replies import Outgoing, activity_of, invoke_body, replaces_card
from dialogs.turn import Json, Reply, Turn


async def deliver(context: Any, incoming: Incoming, turn: Turn, reply: Reply | None) -> None:
    """Send `reply` in `context`, the SDK's TurnContext. None: nothing to say. Raises SendFailed."""
    if incoming.type == "invoke":
        await _respond(context, incoming, reply)
        return
    if reply is None:
        return
    # The answer to an invoke is for the speaker alone; a message is seen by everybody.
    reply = replace(reply, card=reply.common) if reply.common else reply
    if turn.tap and incoming.reply_to and replaces_card(reply) and not incoming.expects_replies:
        await _replace(context, incoming.reply_to, reply)
    else:
        await context.send_activity(activity_of(reply))


async def respond(context: Any, status: int, body: Json | None) -> None:
    """Answer an invoke in `context`."""
    await context.send_activity(Outgoing(type="invokeResponse", value=InvokeResponse(status=status, body=body)))


async def _respond(context: Any, incoming: Incoming, reply: Reply | None) -> None:
    """Answer an invoke. A stacked card is a message of its own; where none can be sent it replaces the tapped one."""
    body = invoke_body(reply)
    if reply is not None and reply.card and reply.stacked and not incoming.expects_replies:
        try:
            await context.send_activity(activity_of(reply))
            body = invoke_body(None)
        except SendFailed:
            body = invoke_body(reply)
    await respond(context, 200, body)


async def _replace(context: Any, tapped: str, reply: Reply) -> None:
    """Update the message that was tapped; a channel that refuses (it cannot, or the message is gone) gets a new one."""
    replacement = activity_of(reply)
    replacement.id = tapped
    try:
        await context.update_activity(replacement)
    except SendFailed as failure:
        if not failure.refused:
            raise
        await context.send_activity(activity_of(reply))
