"""A channel for tests: posts activities to a bot as Teams does, and receives what comes back.

    async with FakeConnector.running() as connector, ClientSession() as session:
        channel = Channel(session, bot_url, connector, speaker=ANA)
        offered = await channel.say("30 minutes with Priya")
        booked = await channel.tap(offered.card, "Thu 15:00")

`FakeConnector` plays the other side of a bot's replies. Without one, the channel asks for expectReplies, and the
answer is in the HTTP response. `buttons` says how the client presses: as Action.Execute or as its Action.Submit.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Literal
from urllib.parse import unquote

from aiohttp import ClientSession, ClientTimeout, web

from bot.serving import serving

Json = dict[str, Any]
CARD = "application/vnd.microsoft.card.adaptive"
BOT = {"id": "28:convene", "name": "Convene"}


@dataclass(frozen=True)
class Person:
    """Somebody who talks to the bot."""

    name: str
    entra_id: str | None
    id: str = ""

    def account(self) -> Json:
        """As an activity states them."""
        account = {"id": self.id or f"29:{self.name}", "name": self.name}
        return account | ({"aadObjectId": self.entra_id} if self.entra_id else {})


ANA = Person("Ana Ruiz", "5f0d3c1e-0000-4000-8000-00000000000a")


@dataclass(frozen=True)
class Sent:
    """One call of the connector. `activity` is what the bot sent, or {} where it sent none."""

    method: str
    conversation: str
    target: str | None
    """The activity that is answered, replaced or deleted."""
    activity: Json
    headers: Mapping[str, str]
    id: str

    @property
    def is_unasked(self) -> bool:
        """A new message that answers no activity."""
        return self.method == "POST" and self.target is None


@dataclass
class Heard:
    """What came back for one activity."""

    status: int
    body: Any
    activities: list[Json] = field(default_factory=list)
    """New messages."""
    replacement: Json | None = None
    """The card that takes the place of the tapped one."""
    words: str = ""
    """What an invoke was answered with instead of a card."""

    @property
    def card(self) -> Json:
        """The one card that came, new or in place."""
        cards = [self.replacement] if self.replacement else [card for one in self.activities for card in cards_of(one)]
        assert len(cards) == 1, f"{len(cards)} cards came back: {self}"
        return cards[0]

    @property
    def text(self) -> str:
        """The one text that came."""
        texts = [self.words] if self.words else [one["text"] for one in self.activities if one.get("text")]
        assert len(texts) == 1, f"{len(texts)} texts came back: {self}"
        return texts[0]


class FakeConnector:
    """The Bot Connector's REST interface on loopback.

    Records what it is sent; `script` makes it refuse, `slowness` (seconds) answer late.
    """

    def __init__(self) -> None:
        self.url = ""
        self.sent: list[Sent] = []
        self.slowness = 0.0
        self.rosters: dict[str, list[Person]] = {}
        """Who is in which conversation."""
        self.arrived = asyncio.Condition()
        self._scripted: deque[tuple[int, dict[str, str]]] = deque()
        self._numbers = count(1)

    @classmethod
    @asynccontextmanager
    async def running(cls) -> AsyncIterator["FakeConnector"]:
        """On a free port, until the end of the block."""
        connector = cls()
        app = web.Application()
        app.add_routes(
            [
                web.route("*", "/v3/conversations/{conversation}/activities", connector._take),
                web.route("*", "/v3/conversations/{conversation}/activities/{target}", connector._take),
                web.get("/v3/conversations/{conversation}/pagedmembers", connector._members),
            ]
        )
        async with serving(app, "127.0.0.1", 0, grace=1.0) as connector.url:
            yield connector

    def script(self, *answers: int | tuple[int, dict[str, str]]) -> None:
        """Answer the next calls with these statuses (and headers) instead of 200."""
        self._scripted.extend((answer, {}) if isinstance(answer, int) else answer for answer in answers)

    def messages(self) -> list[Json]:
        """The activities sent, without typing indicators."""
        return [sent.activity for sent in self.sent if sent.activity.get("type") != "typing"]

    async def wait_for(self, kind: str) -> Sent:
        """The first activity of type `kind`, as soon as it has come."""
        async with asyncio.timeout(10), self.arrived:
            while True:
                for sent in self.sent:
                    if sent.activity.get("type") == kind:
                        return sent
                await self.arrived.wait()

    async def _members(self, request: web.Request) -> web.Response:
        """In pages of two, as Teams writes them."""
        everybody = self.rosters.get(unquote(request.match_info["conversation"]))
        if everybody is None:
            return web.json_response({"error": {"code": "ConversationNotFound"}}, status=404)
        first = int(request.query.get("continuationToken", "0"))
        page = [
            {"id": each.account()["id"], "name": each.name, "objectId": each.entra_id}
            for each in everybody[first : first + 2]
        ]
        more = {"continuationToken": str(first + 2)} if first + 2 < len(everybody) else {}
        return web.json_response({"members": page} | more)

    async def _take(self, request: web.Request) -> web.Response:
        sent = Sent(
            method=request.method,
            conversation=unquote(request.match_info["conversation"]),
            target=request.match_info.get("target"),
            activity=await request.json() if request.can_read_body else {},
            headers=request.headers,
            id=request.match_info["target"] if request.method == "PUT" else f"m-{next(self._numbers)}",
        )
        async with self.arrived:
            self.sent.append(sent)
            self.arrived.notify_all()
        await asyncio.sleep(self.slowness)
        if self._scripted:
            status, headers = self._scripted.popleft()
            return web.json_response({"error": {"code": "Scripted"}}, status=status, headers=headers)
        return web.json_response({"id": sent.id})


class Channel:
    """One conversation of one person with a bot."""

    def __init__(
        self,
        session: ClientSession,
        bot_url: str,
        connector: FakeConnector | None = None,
        *,
        speaker: Person = ANA,
        conversation: str = "a:conversation-1",
        kind: Literal["personal", "groupChat", "channel"] = "personal",
        buttons: Literal["execute", "submit"] = "execute",
        locale: str = "en-US",
        zone: str = "Europe/Madrid",
        service_url: str = "",
    ) -> None:
        """`service_url`: where the bot asks about the conversation, though its answers come with the HTTP response."""
        self._session = session
        self._bot_url = bot_url
        self._connector = connector
        self._service_url = service_url or (connector.url if connector else "http://127.0.0.1:9")
        self._buttons = buttons
        self._numbers = count(1)
        self._cards: list[tuple[str, Json]] = []
        self.conversation: Json = {"id": conversation, "conversationType": kind, "tenantId": "contoso"}
        # Several people have channels of their own into one group.
        self._talk = conversation if kind == "personal" else f"{conversation}/{speaker.name}"
        self.speaker = speaker
        self.locale = locale
        self.zone = zone

    def activity(self, kind: str, **more: Any) -> Json:
        """An activity of this conversation as Teams would write it; None in `more` leaves a property out."""
        activity: Json = {
            "type": kind,
            "id": f"{self._talk}-{next(self._numbers)}",
            "channelId": "msteams",
            "serviceUrl": f"{self._service_url}/",
            "from": self.speaker.account(),
            "recipient": BOT,
            "conversation": self.conversation,
            "locale": self.locale,
            "localTimezone": self.zone,
            "entities": [{"type": "clientInfo", "locale": self.locale, "platform": "Web", "timezone": self.zone}],
            **({} if self._connector else {"deliveryMode": "expectReplies"}),
        }
        return {key: value for key, value in (activity | more).items() if value is not None}

    async def say(self, text: str, **more: Any) -> Heard:
        """Send a message."""
        return await self.send(self.activity("message", text=text, textFormat="plain", **more))

    async def arrive(self) -> Heard:
        """Open the conversation for the first time."""
        return await self.send(self.activity("conversationUpdate", membersAdded=[BOT, self.speaker.account()]))

    async def tap(self, card: Mapping[str, Any], title: str, **inputs: str) -> Heard:
        """Press the button called `title`, with what is typed into the card's inputs besides their own values."""
        return await self.send(self.pressed(card, title, **inputs))

    def pressed(self, card: Mapping[str, Any], title: str, **inputs: str) -> Json:
        """The activity that pressing a button sends."""
        button = button_of(card, title)
        typed = {item["id"]: item["value"] for item in _inputs(card) if "value" in item} | inputs
        message = next((ident for ident, shown in reversed(self._cards) if shown == card), None)
        # A card that refreshes is only one where Execute is known.
        if button["type"] == "Action.Execute" and self._buttons == "submit" and "refresh" not in card:
            button = button["fallback"]
        if button["type"] == "Action.Submit":
            return self.activity("message", value={**button.get("data", {}), **typed}, replyToId=message)
        action = {"type": "Action.Execute", "title": title, "verb": button["verb"]}
        action["data"] = {**button.get("data", {}), **typed}
        value = {"action": action, "trigger": "manual"}
        return self.activity("invoke", name="adaptiveCard/action", value=value, replyToId=message)

    async def send(self, activity: Json) -> Heard:
        """Post any activity, and gather what comes back."""
        before = len(self._connector.sent) if self._connector else 0
        status, body = await self.post(activity)
        heard = Heard(status, body)
        if isinstance(body, dict) and body.get("type") == CARD:
            heard.replacement = body["value"]
            self._cards.append((activity.get("replyToId", ""), body["value"]))
        elif isinstance(body, dict) and "value" in body:
            heard.words = body["value"]
        elif isinstance(body, dict):
            heard.activities = body.get("activities", [])
        if self._connector:
            for sent in self._connector.sent[before:]:
                self._gather(sent, heard, activity)
        for one in heard.activities:
            self._cards.extend((one.get("id", ""), card) for card in cards_of(one))
        return heard

    async def post(self, activity: Json) -> tuple[int, Any]:
        """The HTTP status and the JSON body (None: empty) of one activity's answer."""
        async with self._session.post(
            f"{self._bot_url}/api/messages", json=activity, timeout=ClientTimeout(total=30)
        ) as response:
            return response.status, await response.json() if await response.read() else None

    async def look(self, card: Mapping[str, Any]) -> Heard:
        """The client shows a card that has a refresh: what it shows to this person."""
        action = {key: value for key, value in card["refresh"]["action"].items() if key != "fallback"}
        value = {"action": action, "trigger": "automatic"}
        return await self.send(self.activity("invoke", name="adaptiveCard/action", value=value))

    def _gather(self, sent: Sent, heard: Heard, activity: Json) -> None:
        if sent.conversation != self.conversation["id"] or sent.activity.get("type") == "typing":
            return
        # A welcome answers an activity to which nobody can reply.
        if sent.is_unasked and activity["type"] != "conversationUpdate":
            return
        if sent.method == "PUT" and sent.target != activity.get("replyToId"):
            return
        if sent.method == "PUT":
            [heard.replacement] = cards_of(sent.activity)
            self._cards.append((sent.id, heard.replacement))
        else:
            heard.activities.append({**sent.activity, "id": sent.id})


def cards_of(activity: Json) -> list[Json]:
    """The Adaptive Cards attached to an activity."""
    return [item["content"] for item in activity.get("attachments", []) if item["contentType"] == CARD]


def button_of(card: Mapping[str, Any], title: str) -> Json:
    """The one button of a card that is called `title`, wherever it stands."""
    found = [
        item for item in _walk(card) if item.get("type") in {"Action.Execute", "Action.Submit"} and _called(item, title)
    ]
    titles = [item.get("title") for item in _walk(card) if str(item.get("type")).startswith("Action.")]
    assert len(found) == 1, f"{len(found)} buttons are called {title!r}; there are {titles}"
    return found[0]


def has_button(card: Mapping[str, Any], title: str) -> bool:
    """Whether a card has a button of that title, or that tooltip."""
    return any(_called(item, title) for item in _walk(card) if str(item.get("type")).startswith("Action."))


def _called(button: Json, title: str) -> bool:
    return title in (button.get("title"), button.get("tooltip"))


def _inputs(card: Mapping[str, Any]) -> Iterator[Json]:
    return (item for item in _walk(card) if str(item.get("type")).startswith("Input."))


def _walk(node: Any) -> Iterator[Json]:
    """Every object of a card that a client which knows all elements shows: fallbacks are left out."""
    if isinstance(node, Mapping):
        yield dict(node)
        for key, value in node.items():
            if key not in {"fallback", "data"}:
                yield from _walk(value)
    elif isinstance(node, list | tuple):
        for item in node:
            yield from _walk(item)
