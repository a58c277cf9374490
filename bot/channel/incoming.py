"""An activity as it arrives: JSON becomes a typed value here, or is refused.

Only what Convene reads is taken over. The names are those of the Bot Framework activity schema.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from yarl import URL

from bot.channel.refusals import malformed

Fields = Mapping[str, Any]
"""A JSON object from outside."""

EXPECT_REPLIES = "expectReplies"

HEARD = frozenset({"message", "invoke", "conversationUpdate", "installationUpdate"})
"""The types of activity that are read, since they may lead to a turn or tell where a conversation is.

Every other is acknowledged and ignored, a person's later edit, deletion or reaction too: what was said was answered.
"""

REPLIED_TO = frozenset({"message", "conversationUpdate"})
"""The types that are answered by a call, unless replies are expected with the answer."""


@dataclass(frozen=True)
class Account:
    """Somebody in a conversation. `entra_id` is None where the channel does not know them in Entra."""

    id: str
    name: str = ""
    entra_id: str | None = None


@dataclass(frozen=True)
class Conversation:
    """Where it was said. `kind` is `conversationType`; empty where the channel does not state it."""

    id: str
    kind: str = ""
    is_group: bool = False


@dataclass(frozen=True)
class Mention:
    """An entity of type mention. `text` is the piece of the message that stands for it."""

    mentioned: Account
    text: str


@dataclass(frozen=True)
class Incoming:
    """One activity of a type in HEARD, checked for shape; who sent it is not proven yet."""

    type: str
    id: str | None
    channel: str
    conversation: Conversation
    sender: Account
    bot: Account | None
    service_url: str | None
    name: str = ""
    text: str = ""
    value: object = None
    mentions: tuple[Mention, ...] = ()
    added: tuple[Account, ...] = ()
    removed: tuple[Account, ...] = ()
    action: str = ""
    """Of an installationUpdate: what happened, such as `add` or `remove-upgrade`."""
    locale: str | None = None
    zone: str | None = None
    """IANA name, as the client states it; not checked."""
    reply_to: str | None = None
    expects_replies: bool = False
    tenants: tuple[str, ...] = ()
    """Every Entra tenant that the activity states, as it states them."""


def parse(body: bytes) -> Fields:
    """The JSON object in a request's body. Raises Refused (400)."""
    try:
        found = json.loads(body, parse_constant=_no_constant)
        if rb"\u" in body:
            json.dumps(found, ensure_ascii=False).encode()  # half a surrogate pair can be parsed, but never stored
    except UnicodeError as error:
        raise malformed("The body is not valid Unicode text.") from error
    except (ValueError, RecursionError) as error:
        raise malformed("The body is not valid JSON.") from error
    if not isinstance(found, dict):
        raise malformed("The body must be one JSON object: an activity.")
    return found


def activity_type(fields: Fields) -> str:
    """The activity's type. Raises Refused (400) where it has none."""
    if not (kind := _text(fields, "type")):
        raise malformed("The activity has no type.")
    return kind


def read(fields: Fields) -> Incoming:
    """An activity of a type in HEARD. Raises Refused (400) for what is missing or of the wrong kind."""
    kind = activity_type(fields)
    entities = _objects(fields, "entities")
    client = next((entity for entity in entities if entity.get("type") == "clientInfo"), {})
    incoming = Incoming(
        type=kind,
        id=_text(fields, "id") or None,
        channel=_text(fields, "channelId"),
        conversation=_conversation(fields),
        sender=_account(_required(fields, "from"), "from"),
        bot=_account(recipient, "recipient") if (recipient := _object(fields, "recipient")) else None,
        service_url=_address(fields, "serviceUrl"),
        name=_text(fields, "name"),
        text=_text(fields, "text"),
        value=fields.get("value"),
        mentions=tuple(_mention(entity) for entity in entities if entity.get("type") == "mention"),
        added=tuple(_account(member, "membersAdded") for member in _objects(fields, "membersAdded")),
        removed=tuple(_account(member, "membersRemoved") for member in _objects(fields, "membersRemoved")),
        action=_text(fields, "action"),
        locale=_text(fields, "locale") or _text(client, "locale") or None,
        zone=_text(fields, "localTimezone") or _text(client, "timezone") or None,
        reply_to=_text(fields, "replyToId") or None,
        expects_replies=fields.get("deliveryMode") == EXPECT_REPLIES,
        tenants=_tenants(fields),
    )
    answered_by_call = kind in REPLIED_TO and not incoming.expects_replies
    if answered_by_call and incoming.service_url is None:
        raise malformed("The activity has no serviceUrl, so there is nowhere to reply to.")
    return incoming


def _conversation(fields: Fields) -> Conversation:
    found = _required(fields, "conversation")
    if not (ident := _text(found, "id")):
        raise malformed("The activity's conversation has no id.")
    return Conversation(
        id=ident,
        kind=_text(found, "conversationType"),
        is_group=found.get("isGroup") is True,
    )


def _account(found: Fields, where: str) -> Account:
    if not (ident := _text(found, "id")):
        raise malformed(f"An account in “{where}” has no id.")
    return Account(ident, _text(found, "name"), _text(found, "aadObjectId") or None)


def _tenants(fields: Fields) -> tuple[str, ...]:
    """From `conversation.tenantId` and `channelData.tenant.id`; what channelData else has is the channel's own."""
    data = fields.get("channelData")
    tenant = data.get("tenant") if isinstance(data, dict) else None
    stated = (_object(fields, "conversation").get("tenantId"), tenant.get("id") if isinstance(tenant, dict) else None)
    return tuple(one for one in stated if isinstance(one, str) and one)


def _mention(entity: Fields) -> Mention:
    return Mention(_account(_required(entity, "mentioned"), "mentioned"), _text(entity, "text"))


def _required(fields: Fields, key: str) -> Fields:
    if found := _object(fields, key):
        return found
    raise malformed(f"The activity has no “{key}”.")


def _address(fields: Fields, key: str) -> str | None:
    if not (found := _text(fields, key)):
        return None
    try:
        address = URL(found)
    except ValueError as error:
        raise malformed(f"“{key}” must be an address.") from error
    if address.scheme not in {"http", "https"} or not address.host:
        raise malformed(f"“{key}” must be an address that begins with http:// or https://.")
    return found


def _text(fields: Fields, key: str) -> str:
    found = fields.get(key)
    if found is None:
        return ""
    if not isinstance(found, str):
        raise malformed(f"“{key}” must be a string.")
    return found


def _object(fields: Fields, key: str) -> Fields:
    found = fields.get(key)
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise malformed(f"“{key}” must be an object.")
    return found


def _objects(fields: Fields, key: str) -> Sequence[Fields]:
    found = fields.get(key)
    if found is None:
        return ()
    if not (isinstance(found, list) and all(isinstance(item, dict) for item in found)):
        raise malformed(f"“{key}” must be a list of objects.")
    return found


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is not JSON")
