"""A running service whose people sign in, the local Entra and Graph, and a browser of sorts."""

import re
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from aiohttp import ClientSession, ClientTimeout, DummyCookieJar

from bot.app import SigningIn, Where, service
from bot.channel.authentication import Unsigned
from graph.credentials import EntraApplication
from graph.emulator import DEMO_CLIENT_ID, DEMO_CLIENT_SECRET, Emulator, World
from tests.channel_client import Channel, FakeConnector, Heard, Person
from tests.emulator.office import MONDAY, WORLD, Watch

KEY = "0" * 43 + "="
OTHER_KEY = "1" * 42 + "0="
SCOPE = "https://graph.microsoft.com/.default"
REVIEW: dict[str, Any] = {
    "mailbox": "ana@contoso.example",
    "subject": "Budget review",
    "start": {"dateTime": "2026-11-24T09:00:00", "timeZone": "Romance Standard Time"},
    "end": {"dateTime": "2026-11-24T10:00:00", "timeZone": "Romance Standard Time"},
}


@dataclass(frozen=True)
class Seen:
    """A page: its status and its text, with the address it came from."""

    status: int
    text: str
    url: str

    @property
    def title(self) -> str:
        """What it is about."""
        found = re.search(r"<title>(.*?)</title>", self.text)
        return unescape(found[1]) if found else ""


@dataclass
class Site:
    """Everything under way."""

    url: str
    graph: Emulator
    watch: Watch
    connector: FakeConnector
    session: ClientSession
    data: Path

    def person(self, name: str) -> Person:
        """Somebody of the office, as Teams knows them."""
        user = self.graph.tenant.store.user(f"{name}@contoso.example")
        assert user is not None
        return Person(user["displayName"], user["id"])

    def chat(self, name: str, *, conversation: str = "", kind: Any = "personal") -> Channel:
        """A conversation of theirs with the bot."""
        return Channel(
            self.session,
            self.url,
            self.connector,
            speaker=self.person(name),
            conversation=conversation or f"a:{name}",
            kind=kind,
        )

    async def get(self, url: str) -> Seen:
        """What a browser sees there, wherever it is sent on to."""
        async with self.session.get(url) as answer:
            return Seen(answer.status, await answer.text(), str(answer.url))

    async def back_from(self, link: str, name: str, decision: str = "allow") -> str:
        """Follow the link of a card, choose an account and press a button; where Entra then sends the browser."""
        page = await self.get(link)
        assert page.title == "Convene asks for your permission", page.text
        kept = re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', page.text)
        form = {key: unescape(value) for key, value in kept}
        form |= {"account": str(self.person(name).entra_id), "decision": decision}
        address = page.url.partition("?")[0]
        async with self.session.post(address, data=form, allow_redirects=False) as answer:
            assert answer.status == 303
            return answer.headers["Location"]

    async def sign_in(self, link: str, name: str, decision: str = "allow") -> Seen:
        """The whole way, to the page at its end."""
        return await self.get(await self.back_from(link, name, decision))

    def said(self) -> Sequence[Mapping[str, Any]]:
        """What the bot has said so far."""
        return self.connector.messages()


def link_of(heard: Heard) -> str:
    """The address behind the button of a sign-in card."""
    (action,) = heard.card["actions"]
    assert (action["type"], action["title"]) == ("Action.OpenUrl", "Sign in")
    return str(action["url"])


def state_of(link: str) -> str:
    """The state that a link carries."""
    return parse_qs(urlsplit(link).query)["state"][0]


def words_of(activity: Mapping[str, Any]) -> str:
    """What is read aloud of a message."""
    return str(activity.get("text") or activity["attachments"][0]["content"]["speak"])


@asynccontextmanager
async def site(
    data: Path, *, graph: Emulator | None = None, watch: Watch | None = None, key: str = KEY
) -> AsyncIterator[Site]:
    """The service on `data`; hand `graph` and `watch` over to play a restart."""
    if graph is None or watch is None:
        watch = Watch(MONDAY)
        async with (
            Emulator(World.parse({**WORLD, "events": [REVIEW]}), watch) as started,
            site(data, graph=started, watch=watch, key=key) as begun,
        ):
            yield begun
            return
    ca_file = data / "ca.pem"
    ca_file.write_bytes(graph.ca_pem)
    entra = EntraApplication(DEMO_CLIENT_ID, DEMO_CLIENT_SECRET, graph.authority, SCOPE, ca_file=str(ca_file))
    async with (
        FakeConnector.running() as connector,
        service(
            Where("127.0.0.1", 0, data, graph.url),
            authenticator=Unsigned("127.0.0.1"),
            tokens_of=SigningIn(entra, key),
            clock=watch,
        ) as url,
        ClientSession(timeout=ClientTimeout(total=20), cookie_jar=DummyCookieJar()) as session,
    ):
        yield Site(url, graph, watch, connector, session, data)
