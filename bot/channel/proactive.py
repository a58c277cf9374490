"""Messages that answer nobody: sent to a conversation whose reference is kept."""

from typing import Any

from botbuilder.schema import ChannelAccount, ConversationAccount

from bot.channel.connector import Connector, ConnectorAt
from bot.channel.incoming import Account
from bot.channel.references import Reference
from bot.channel.replies import activity_of
from dialogs.turn import Reply


class Proactive:
    """Speaks to conversations of its own accord."""

    def __init__(self, connector: Connector) -> None:
        self._connector = connector

    async def send(self, reference: Reference, reply: Reply) -> str | None:
        """Say `reply` in a new message; its id, with which it can be replaced. Raises SendFailed.

        SendFailed with 403 or 404 means that the conversation cannot be reached any more.
        """
        sent = await self._at(reference).send_to_conversation(reference.conversation, _addressed(reply, reference))
        ident = sent.id
        return ident if isinstance(ident, str) else None

    async def replace(self, reference: Reference, message: str, reply: Reply) -> None:
        """Say `reply` in place of the message of that id. Raises SendFailed."""
        activity = _addressed(reply, reference)
        activity.id = message
        await self._at(reference).update_activity(reference.conversation, message, activity)

    def _at(self, reference: Reference) -> ConnectorAt:
        return self._connector.at(reference.service_url, trusted=reference.trusted)


def _addressed(reply: Reply, reference: Reference) -> Any:
    activity = activity_of(reply)
    activity.channel_id = reference.channel or None
    activity.service_url = reference.service_url
    activity.conversation = ConversationAccount(id=reference.conversation, conversation_type=str(reference.chat))
    activity.from_property = _account(reference.bot)
    activity.recipient = _account(reference.person)
    return activity


def _account(account: Account | None) -> Any:
    return account and ChannelAccount(id=account.id, name=account.name or None, aad_object_id=account.entra_id)
