"""The page on a small office, with a bot beside it that says what a test tells it to."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from aiohttp import ClientResponse, ClientSession, ClientTimeout, web

from bot.serving import serving
from bot.web.assets import SERVED
from bot.web.page import page
from graph.client import GraphClient, connection_pool
from graph.credentials import FixedToken
from graph.emulator import Emulator, World
from graph.retries import Patience
from tests.emulator.office import MONDAY, Watch

Json = dict[str, Any]
CARD = "application/vnd.microsoft.card.adaptive"
ANA, TOM = "5f0d3c1e-0000-4000-8000-0000000000a1", "5f0d3c1e-0000-4000-8000-0000000000b2"

OFFICE: Json = {
    "users": [
        {
            "id": ANA,
            "displayName": "Ana Ruiz",
            "userPrincipalName": "ana@contoso.example",
            "jobTitle": "Controller",
            "officeLocation": "Madrid",
            "mailboxSettings": {"timeZone": "Romance Standard Time", "language": {"locale": "es-ES"}},
        },
        {
            "id": TOM,
            "displayName": "Tom Fox",
            "userPrincipalName": "tom@contoso.example",
            "mailboxSettings": {"timeZone": "America/Los_Angeles"},
        },
    ],
    "groups": [],
    "places": [],
    "events": [],
    "messages": [],
    "permissions": [],
}


@dataclass
class Bot:
    """Takes activities as `/api/messages` does. `answers` says what the HTTP answer is, by activity."""

    heard: list[Json] = field(default_factory=list)
    answers: Callable[[Json], web.Response] = lambda _activity: web.Response(status=202)
    is_ready: asyncio.Event = field(default_factory=asyncio.Event)
    """Until it is set, no activity is answered."""

    async def take(self, request: web.Request) -> web.Response:
        """One activity."""
        activity = await request.json()
        self.heard.append(activity)
        await self.is_ready.wait()
        return self.answers(activity)

    def kinds(self) -> list[str]:
        """What was heard, by type."""
        return [activity["type"] for activity in self.heard]


class Stream:
    """The page's news, as a browser hears them."""

    def __init__(self, response: ClientResponse) -> None:
        self._response = response
        self.last = ""
        """The id of the last one that had any."""

    async def next(self) -> Json:
        """The next one."""
        data = ""
        while line := (await self._response.content.readline()).decode().rstrip("\n") or not data:
            name, _, value = str(line).partition(": ")
            if name == "id":
                self.last = value
            elif name == "data":
                data = value
        return dict(json.loads(data))


@dataclass
class Site:
    """The running page."""

    url: str
    bot: Bot
    graph: Emulator
    session: ClientSession

    async def get(self, path: str, **query: str) -> Any:
        """The JSON at a path that is there."""
        async with self.session.get(self.url + path, params=query) as response:
            assert response.status == 200, await response.text()
            return await response.json()

    async def post(self, path: str, body: object, method: str = "POST") -> tuple[int, Json]:
        """Status and JSON of what comes back."""
        async with self.session.request(method, self.url + path, json=body) as response:
            return response.status, await response.json()

    async def say(self, text: str, person: str = ANA) -> tuple[int, Json]:
        """Type and send."""
        return await self.post("/page/say", {"person": person, "text": text})

    async def press(self, message: str, action: Json, person: str = ANA) -> tuple[int, Json]:
        """Press a button of the card in a message."""
        return await self.post("/page/press", {"person": person, "message": message, "action": action})

    async def send(self, activity: Json, *, to: str = "", method: str = "POST") -> tuple[int, Json]:
        """What a bot does at its connector, in Ana's conversation; `to` is the message that it concerns."""
        conversation = f"/channel/v3/conversations/{quote(f'a:{ANA}', safe='')}/activities"
        return await self.post(f"{conversation}/{to}" if to else conversation, activity, method)

    async def show(self, card: Json) -> str:
        """Let the bot send a card; the message's id."""
        _, sent = await self.send({"type": "message", "attachments": [{"contentType": CARD, "content": card}]})
        return str(sent["id"])

    @asynccontextmanager
    async def watch(self, person: str = ANA, seen: str = "") -> AsyncIterator[Stream]:
        """Open the page as somebody; `seen` is the last news that an earlier look has heard."""
        headers = {"Last-Event-ID": seen} if seen else {}
        async with self.session.get(f"{self.url}/page/stream", params={"person": person}, headers=headers) as response:
            assert response.status == 200, await response.text()
            yield Stream(response)


@asynccontextmanager
async def site(
    world: Json | None = None, *, default_person: str = "ana@contoso.example", packages: Mapping[str, Path] = SERVED
) -> AsyncIterator[Site]:
    """Everything started on free ports; stopped on leaving."""
    bot, watch = Bot(), Watch(MONDAY)
    bot.is_ready.set()
    async with (
        Emulator(World.parse(world or OFFICE), watch) as graph,
        connection_pool() as http,
        page(
            graph=GraphClient(http, graph.url, FixedToken(graph.app_token()), patience=Patience(attempts=1)),
            clock=watch,
            subscribe=graph.subscribe,
            default_person=default_person,
            packages=packages,
        ) as join,
    ):
        app = web.Application()
        app.router.add_post("/api/messages", bot.take)
        join(app)
        async with (
            serving(app, "127.0.0.1", 0) as url,
            ClientSession(timeout=ClientTimeout(total=20)) as session,
        ):
            yield Site(url, bot, graph, session)
