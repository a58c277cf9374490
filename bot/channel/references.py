"""Where a conversation can be spoken to without having been spoken to: references, on the storage."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Protocol

from pydantic import TypeAdapter, ValidationError

from bot.channel.activities import chat
from bot.channel.authentication import Proof
from bot.channel.incoming import Account, Incoming
from dialogs.turn import Chat

REMEMBERED = 10_000
"""Conversations whose reference is known to be stored, so that a turn need not write it again."""


@dataclass(frozen=True)
class Reference:
    """A conversation, and how it is reached."""

    conversation: str
    chat: Chat
    channel: str
    service_url: str
    trusted: bool
    """A signed activity has proven the serviceUrl."""
    bot: Account | None
    person: Account | None
    """Whose personal chat it is; None in a group or a channel."""


class Documents(Protocol):
    """The part of the Bot Framework's Storage that is needed here."""

    async def read(self, keys: list[str]) -> dict[str, dict[str, Any]]:
        """The documents that exist."""

    async def write(self, changes: dict[str, dict[str, Any]]) -> None:
        """Store all or nothing."""

    async def delete(self, keys: Iterable[str]) -> None:
        """Remove what exists of them."""


_REFERENCES = TypeAdapter(Reference)


class References:
    """References by conversation, and by the person whose personal chat it is."""

    def __init__(self, storage: Documents) -> None:
        self._storage = storage
        self._stored: OrderedDict[str, Reference] = OrderedDict()

    async def notice(self, incoming: Incoming, proof: Proof) -> None:
        """Keep where `incoming` came from, or forget it where the bot was removed. Raises what the storage raises."""
        reference = reference_of(incoming, proof)
        if reference is None:
            return
        if was_removed(incoming):
            await self.forget(reference)
        elif self._stored.get(reference.conversation) != reference:
            document = {"reference": _REFERENCES.dump_python(reference, mode="json")}
            await self._storage.write({key: dict(document) for key in _keys(reference)})
            self._stored[reference.conversation] = reference
            if len(self._stored) > REMEMBERED:
                self._stored.popitem(last=False)

    async def of_conversation(self, conversation: str) -> Reference | None:
        """How that conversation is reached; None where it is not known, or the bot was removed from it."""
        return await self._read(_conversation_key(conversation))

    async def of_person(self, person: str) -> Reference | None:
        """The personal chat of the person of that Entra object id; None where they never opened one."""
        return await self._read(_person_key(person))

    async def forget(self, reference: Reference) -> None:
        """It cannot be reached any more: the bot was removed, or the channel says so."""
        self._stored.pop(reference.conversation, None)
        await self._storage.delete(_keys(reference))

    async def _read(self, key: str) -> Reference | None:
        document = (await self._storage.read([key])).get(key)
        if document is None:
            return None
        try:
            return _REFERENCES.validate_python(document.get("reference"))
        except ValidationError:
            return None


def reference_of(incoming: Incoming, proof: Proof) -> Reference | None:
    """How the conversation of `incoming` is reached; None where the activity does not say."""
    if incoming.service_url is None:
        return None
    kind = chat(incoming.conversation)
    from_bot = incoming.bot is not None and incoming.sender.id == incoming.bot.id
    return Reference(
        conversation=incoming.conversation.id,
        chat=kind,
        channel=incoming.channel,
        service_url=incoming.service_url,
        trusted=proof.service_url is not None,
        bot=incoming.bot,
        person=incoming.sender if kind is Chat.PERSONAL and not from_bot else None,
    )


def was_removed(incoming: Incoming) -> bool:
    """Whether the activity says that the bot is no longer part of the conversation."""
    if incoming.type == "installationUpdate":
        return incoming.action.startswith("remove")
    return incoming.bot is not None and any(account.id == incoming.bot.id for account in incoming.removed)


def _keys(reference: Reference) -> list[str]:
    keys = [_conversation_key(reference.conversation)]
    if reference.person and reference.person.entra_id:
        keys.append(_person_key(reference.person.entra_id))
    return keys


def _conversation_key(conversation: str) -> str:
    return f"reference/conversation/{sha256(conversation.encode()).hexdigest()}"


def _person_key(person: str) -> str:
    return f"reference/person/{sha256(person.encode()).hexdigest()}"
