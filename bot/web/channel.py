"""The local channel: what Teams is to a tenant, this is to the page.

It speaks the Bot Framework protocol to `/api/messages` and takes the bot's answers as a connector; the bot has no
second door. Each person has one personal conversation, which lives as long as the process.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from itertools import count
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.web.talk import CARD, Json, Member, Talk, content

BOT = {"id": "28:convene", "name": "Convene"}
CARD_ACTION = "adaptiveCard/action"
PATIENCE = ClientTimeout(total=30)
TROUBLE = "Convene could not be reached, so nothing was done. Try again in a moment."


class Unanswered(Exception):
    """The bot did not take an activity; the message says so to the person."""


class LocalChannel:
    """All conversations of the page. `clock` gives the time that activities carry.

    Wherever it is asked for, `origin` is where page and bot are served, such as `http://127.0.0.1:3978`.
    """

    def __init__(self, session: ClientSession, clock: Callable[[], datetime]) -> None:
        self._session = session
        self._clock = clock
        self._talks: dict[str, Talk] = {}
        self._numbers = count(1)

    def of(self, member: Member) -> Talk:
        """The conversation of a person, new where they have none."""
        talk = Talk(member)
        return self._talks.setdefault(talk.id, talk)

    def find(self, conversation_id: str) -> Talk | None:
        """The conversation that a bot's answer names."""
        return self._talks.get(conversation_id)

    def tell_all(self, kind: str) -> None:
        """Let every page know, whoever it is for."""
        for talk in self._talks.values():
            talk.tell(kind)

    async def open(self, talk: Talk, origin: str) -> None:
        """Tell the bot, once, that somebody has opened the conversation. What it could not be told it is told later."""
        async with talk.opening:
            if talk.opened:
                return
            members = [BOT, account(talk.member)]
            with suppress(Unanswered):
                await self._post(self._activity(talk, origin, "conversationUpdate", membersAdded=members), origin)
                talk.opened = True

    async def say(self, talk: Talk, origin: str, text: str) -> None:
        """Words of the person, which do not overtake the welcome. Raises Unanswered."""
        await self.open(talk, origin)
        activity = self._activity(talk, origin, "message", text=text, textFormat="plain")
        talk.add(self._message(activity["id"], "person", {"text": text}))
        await self._post(activity, origin)

    async def press(self, talk: Talk, origin: str, message: str, action: Mapping[str, Any]) -> None:
        """A button of the card in `message`. Raises Unanswered; the card then stays as it was."""
        if action.get("type") == "Action.Submit":
            value = action.get("data")
            await self._post(self._activity(talk, origin, "message", value=value, replyToId=message), origin)
            return
        value = {"action": {**action, "type": "Action.Execute"}, "trigger": "manual"}
        invoke = self._activity(talk, origin, "invoke", name=CARD_ACTION, value=value, replyToId=message)
        answer = await self._post(invoke, origin)
        value = answer.get("value")
        if answer.get("statusCode") != 200:
            raise Unanswered(str(value["message"]) if isinstance(value, dict) and "message" in value else TROUBLE)
        if answer.get("type") == CARD:
            talk.change(message, {"attachments": [{"contentType": CARD, "content": value}]})
        elif isinstance(value, str) and value:
            talk.add(self._message(self._number(), "bot", {"text": value}))

    def receive(self, talk: Talk, activity: Json) -> str:
        """A message, or a sign of typing, that the bot sends; returns its id."""
        ident = self._number()
        if activity.get("type") == "typing":
            talk.tell("typing")
        elif activity.get("type") == "message":
            talk.add(self._message(ident, "bot", activity))
        return ident

    async def _post(self, activity: Json, origin: str) -> Json:
        """What the bot's HTTP answer says ({} where it says nothing). Raises Unanswered."""
        try:
            async with self._session.post(f"{origin}/api/messages", json=activity, timeout=PATIENCE) as response:
                if response.status >= 300:
                    raise Unanswered(TROUBLE)
                told = await response.json() if response.content_type == "application/json" else {}
        except (ClientError, TimeoutError, ValueError) as problem:
            raise Unanswered(TROUBLE) from problem
        return told if isinstance(told, dict) else {}

    def _activity(self, talk: Talk, origin: str, kind: str, **more: Any) -> Json:
        member = talk.member
        zone = member.zone.key
        return {
            "type": kind,
            "id": f"p{next(self._numbers)}-{member.id}-{self._clock().timestamp():.6f}",
            "timestamp": self._clock().isoformat(),
            "channelId": "msteams",
            "serviceUrl": f"{origin}/channel/",
            "from": account(member),
            "recipient": BOT,
            "conversation": {"id": talk.id, "conversationType": "personal", "tenantId": "contoso"},
            "channelData": {"tenant": {"id": "contoso"}},
            "locale": member.locale,
            "localTimezone": zone,
            "entities": [{"type": "clientInfo", "locale": member.locale, "platform": "Web", "timezone": zone}],
            **more,
        }

    def _message(self, ident: str, sender: str, activity: Json) -> Json:
        return {"id": ident, "from": sender, "at": self._clock().isoformat(), **content(activity)}

    def _number(self) -> str:
        return f"m{next(self._numbers)}"


def account(member: Member) -> Json:
    """A person as activities state them."""
    return {"id": f"29:{member.id}", "name": member.name, "aadObjectId": member.id}
