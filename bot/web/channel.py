"""The local channel: what Teams is to a tenant, this is to the page.

It speaks the Bot Framework protocol to `/api/messages` and takes the bot's answers as a connector; the bot has no
second door. Each person has one personal conversation, which lives as long as the process.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import ClientError, ClientSession, ClientTimeout

Json = dict[str, Any]
BOT = {"id": "28:convene", "name": "Convene"}
CARD = "application/vnd.microsoft.card.adaptive"
REMEMBERED = 200
"""Messages of a conversation that are kept for a page that is loaded again."""
PATIENCE = ClientTimeout(total=30)
TROUBLE = "Convene could not be reached, so nothing was done. Try again in a moment."


@dataclass(frozen=True)
class Member:
    """Somebody who can talk to the bot."""

    id: str
    name: str
    zone: ZoneInfo


@dataclass
class Conversation:
    """The talk of one person with the bot: its messages, and the pages that watch it."""

    member: Member
    opened: bool = False
    version: int = 0
    messages: deque[Json] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    watchers: set["asyncio.Queue[Json]"] = field(default_factory=set)

    @property
    def id(self) -> str:
        """As activities name it."""
        return f"a:{self.member.id}"

    def tell(self, kind: str, **news: Any) -> None:
        """Let every watching page know."""
        self.version += 1
        for watcher in self.watchers:
            watcher.put_nowait({"kind": kind, **news})

    def add(self, message: Json) -> None:
        """A message at the end."""
        self.messages.append(message)
        self.tell("message", message=message)

    def change(self, ident: str, activity: Json) -> bool:
        """Another content for a message; False where there is none of that id."""
        for message in self.messages:
            if message["id"] == ident:
                message.update(_content(activity))
                self.tell("change", message=message)
                return True
        return False

    def remove(self, ident: str) -> bool:
        """Take a message away; False where there is none of that id."""
        found = [message for message in self.messages if message["id"] == ident]
        for message in found:
            self.messages.remove(message)
            self.tell("remove", id=ident)
        return bool(found)


class LocalChannel:
    """All conversations of the page. `clock` gives the time that activities carry."""

    def __init__(self, session: ClientSession, clock: Callable[[], datetime]) -> None:
        self._session = session
        self._clock = clock
        self._conversations: dict[str, Conversation] = {}
        self._numbers = count(1)

    def of(self, member: Member) -> Conversation:
        """The conversation of a person, new where they have none."""
        return self._conversations.setdefault(f"a:{member.id}", Conversation(member))

    def find(self, conversation_id: str) -> Conversation | None:
        """The conversation that a bot's answer names."""
        return self._conversations.get(conversation_id)

    def close(self) -> None:
        """Let every watching page go, so that the server can stop."""
        self.tell_all("end")

    @asynccontextmanager
    async def watching(self, conversation: Conversation) -> "AsyncIterator[asyncio.Queue[Json]]":
        """What happens in a conversation from now on."""
        queue: asyncio.Queue[Json] = asyncio.Queue()
        conversation.watchers.add(queue)
        try:
            yield queue
        finally:
            conversation.watchers.discard(queue)

    def tell_all(self, kind: str, **news: Any) -> None:
        """Let every page know, whoever it is for."""
        for conversation in self._conversations.values():
            conversation.tell(kind, **news)

    async def open(self, conversation: Conversation, origin: str) -> None:
        """Tell the bot, once, that somebody has opened the conversation."""
        if conversation.opened:
            return
        conversation.opened = True
        members = [BOT, self._account(conversation.member)]
        await self._post(self._activity(conversation, origin, "conversationUpdate", membersAdded=members), origin)

    async def say(self, conversation: Conversation, origin: str, text: str) -> None:
        """Words of the person."""
        activity = self._activity(conversation, origin, "message", text=text, textFormat="plain")
        conversation.add({"id": activity["id"], "from": "person", "text": text, "cards": [], "prompts": []})
        if await self._post(activity, origin) is None:
            self._notice(conversation, TROUBLE)

    async def press(self, conversation: Conversation, origin: str, message: str, action: Mapping[str, Any]) -> str:
        """A button of a card; returns what went wrong, in words, or nothing."""
        if action.get("type") == "Action.Submit":
            activity = self._activity(conversation, origin, "message", value=action.get("data"), replyToId=message)
            return "" if await self._post(activity, origin) is not None else TROUBLE
        value = {"action": {**action, "type": "Action.Execute"}, "trigger": "manual"}
        activity = self._activity(
            conversation, origin, "invoke", name="adaptiveCard/action", value=value, replyToId=message
        )
        answer = await self._post(activity, origin)
        if not isinstance(answer, dict) or answer.get("statusCode", 200) != 200:
            return TROUBLE
        if answer.get("type") == CARD:
            conversation.change(message, {"attachments": [{"contentType": CARD, "content": answer["value"]}]})
        elif isinstance(answer.get("value"), str):
            self._notice(conversation, answer["value"])
        return ""

    def receive(self, conversation: Conversation, activity: Json) -> str:
        """A message, or a sign of typing, that the bot sends; returns its id."""
        ident = f"m{next(self._numbers)}"
        if activity.get("type") == "typing":
            conversation.tell("typing")
        elif activity.get("type") == "message":
            conversation.add({"id": ident, "from": "bot", **_content(activity)})
        return ident

    def _notice(self, conversation: Conversation, text: str) -> None:
        conversation.add({"id": f"m{next(self._numbers)}", "from": "bot", "text": text, "cards": [], "prompts": []})

    async def _post(self, activity: Json, origin: str) -> Any:
        """What the bot's HTTP answer says ({} where it says nothing); None where it could not be had."""
        try:
            async with self._session.post(f"{origin}/api/messages", json=activity, timeout=PATIENCE) as response:
                if response.status >= 300:
                    return None
                return await response.json() if response.content_type == "application/json" else {}
        except (ClientError, TimeoutError, ValueError):
            return None

    def _activity(self, conversation: Conversation, origin: str, kind: str, **more: Any) -> Json:
        member = conversation.member
        client = {
            "type": "clientInfo",
            "locale": "en-GB",
            "country": "GB",
            "platform": "Web",
            "timezone": member.zone.key,
        }
        return {
            "type": kind,
            "id": f"p{next(self._numbers)}-{conversation.member.id}-{self._clock().timestamp():.6f}",
            "timestamp": self._clock().isoformat(),
            "channelId": "msteams",
            "serviceUrl": f"{origin}/channel/",
            "from": self._account(member),
            "recipient": BOT,
            "conversation": {"id": conversation.id, "conversationType": "personal", "tenantId": "contoso"},
            "channelData": {"tenant": {"id": "contoso"}},
            "locale": "en-GB",
            "localTimezone": member.zone.key,
            "entities": [client],
            **more,
        }

    @staticmethod
    def _account(member: Member) -> Json:
        return {"id": f"29:{member.id}", "name": member.name, "aadObjectId": member.id}


def _content(activity: Json) -> Json:
    """What a page shows of an activity."""
    prompts = activity.get("suggestedActions", {}).get("actions", [])
    return {
        "text": activity.get("text", ""),
        "cards": [deepcopy(each["content"]) for each in activity.get("attachments", []) if each["contentType"] == CARD],
        "prompts": [{"title": prompt["title"], "text": prompt.get("value", prompt["title"])} for prompt in prompts],
    }
