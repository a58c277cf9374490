"""The service as it is joined: the security table, the pickers, what is kept to speak to later."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.app import Where, service
from bot.channel.authentication import Unsigned
from bot.channel.bearer import Bearer
from bot.channel.routes import channel_session
from bot.channel.signed import Registration, Signed
from bot.channel.signing_keys import SigningKeys
from graph.credentials import FixedToken, TokenSource
from graph.emulator import Emulator, World
from tests.channel.signed_channel import (
    APP,
    CONNECTOR_KEY,
    EMULATOR_KEY,
    NOW,
    OTHER_CHANNEL_KEY,
    TENANT,
    SignedBot,
    Stopwatch,
)
from tests.channel.test_security import TABLE, Request, ask, our_token
from tests.channel.token_service import Json, TokenService, jwk
from tests.channel_client import CARD, Channel, FakeConnector, Person
from tests.emulator.office import MONDAY, WORLD, Watch

EVENTS: list[Json] = [
    {
        "mailbox": "ana@contoso.example",
        "subject": subject,
        "start": {"dateTime": f"2026-11-{day}T09:00:00", "timeZone": "Romance Standard Time"},
        "end": {"dateTime": f"2026-11-{day}T10:00:00", "timeZone": "Romance Standard Time"},
        **more,
    }
    for subject, day, more in (
        ("Budget review", 24, {}),
        ("Doctor", 25, {"sensitivity": "private"}),
        ("Budget talk", 26, {}),
        ("Launch", 27, {}),
        ("Budget of spring", 10, {}),
    )
]


async def test_the_security_table_holds_for_the_joined_service(connector: FakeConnector, tmp_path: Path) -> None:
    """Each of its requests is refused as stated, nothing is sent, and then the right one is answered."""
    published = TokenService(
        [jwk(CONNECTOR_KEY, "teams", ["msteams"]), jwk(OTHER_CHANNEL_KEY, "chat", ["webchat", "directline"])]
    )
    entra = TokenService([jwk(EMULATOR_KEY, "entra")])
    async with (
        published.running(),
        entra.running(),
        channel_session() as keys_session,
        SigningKeys(keys_session, published.metadata_url).kept_fresh() as connector_keys,
        SigningKeys(keys_session, entra.metadata_url).kept_fresh() as emulator_keys,
        Bearer(our_token).ready() as bearer,
        service(
            Where("127.0.0.1", 0, tmp_path, "http://127.0.0.1:9/v1.0"),
            authenticator=Signed(
                Registration(APP, TENANT), lambda: NOW, connector_keys=connector_keys, emulator_keys=emulator_keys
            ),
            tokens_of=lambda _: FixedToken(""),
            clock=lambda: NOW,
            reply_tokens=bearer,
        ) as url,
        ClientSession() as session,
    ):
        bot = SignedBot(url, published, entra, [], Stopwatch())
        answers = {name: await ask(session, bot, connector.url, request) for name, request in TABLE.items()}
        wrong = {
            name: answers[name]
            for name, request in TABLE.items()
            if answers[name][0] != request.status
            or not any(words in answers[name][1]["error"]["message"] for words in request.says.split("|"))
        }
        assert wrong == {}
        assert connector.sent == []
        assert await ask(session, bot, connector.url, Request(200, "")) == (200, None)
        assert [sent.headers["Authorization"] for sent in connector.sent] == ["Bearer ours"]


@dataclass
class Office:
    """The joined service on a small office."""

    url: str
    graph: Emulator
    session: ClientSession
    connector: FakeConnector

    def chat(self, name: str, **more: Any) -> Channel:
        """Somebody's conversation."""
        user = self.graph.tenant.store.user(f"{name}@contoso.example")
        assert user is not None
        return Channel(self.session, self.url, self.connector, speaker=Person(user["displayName"], user["id"]), **more)

    async def invoke(self, name: str, value: Json) -> tuple[int, Any]:
        """What Teams asks as Ana."""
        chat = self.chat("ana")
        return await chat.post(chat.activity("invoke", name=name, value=value))


@asynccontextmanager
async def office_at(data: Path, connector: FakeConnector) -> AsyncIterator[Office]:
    watch = Watch(MONDAY)
    async with Emulator(World.parse({**WORLD, "events": EVENTS}), watch) as graph:

        def tokens_of(user_id: str) -> TokenSource:
            return FixedToken(graph.user_token(user_id))

        async with (
            service(
                Where("127.0.0.1", 0, data, graph.url),
                authenticator=Unsigned("127.0.0.1"),
                tokens_of=tokens_of,
                clock=watch,
            ) as url,
            ClientSession() as session,
        ):
            yield Office(url, graph, session, connector)


@pytest.fixture
async def office(tmp_path: Path, connector: FakeConnector) -> AsyncIterator[Office]:
    """The office, its people signed in."""
    async with office_at(tmp_path, connector) as begun:
        yield begun


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("pri", [{"title": "Priya Nair", "value": "priya@contoso.example"}]),
        ("ana", [{"title": "Ana Ruiz · Controller · Finance", "value": "ana@contoso.example"}]),
        ("zoe", []),
        ("  ", []),
    ],
)
async def test_a_picker_finds_colleagues(office: Office, typed: str, found: list[Json]) -> None:
    """By the beginning of their names, with what tells them apart; the card gets the address."""
    status, body = await office.invoke("application/search", {"queryText": typed, "dataset": "people"})
    assert (status, body["value"]["results"]) == (200, found)


async def test_a_picker_of_something_else_finds_nobody(office: Office) -> None:
    """People are not offered where a card asks for other things."""
    _, body = await office.invoke("application/search", {"queryText": "pri", "dataset": "rooms"})
    assert body["value"]["results"] == []


@pytest.mark.parametrize(
    ("parameters", "subjects"),
    [
        ([{"name": "initialRun", "value": "true"}], ["Budget review", "Budget talk", "Launch"]),
        ([{"name": "text", "value": "budget"}], ["Budget review", "Budget talk"]),
        ([{"name": "text", "value": "doctor"}], []),
    ],
)
async def test_coming_meetings_can_be_shared(office: Office, parameters: list[Json], subjects: list[str]) -> None:
    """Soonest first, as cards with a preview; nothing that is private, past or cancelled."""
    value = {"commandId": "findMeeting", "parameters": parameters}
    status, body = await office.invoke("composeExtension/query", value)
    result = body["composeExtension"]
    assert (status, result["type"], result["attachmentLayout"]) == (200, "result", "list")
    assert [each["preview"]["content"]["title"] for each in result["attachments"]] == subjects
    assert all(each["contentType"] == CARD for each in result["attachments"])


async def test_a_button_in_a_group_is_for_whom_it_was_made(office: Office) -> None:
    """Tom is told politely, and the card stays; Ana's tap works."""
    group = {"conversation": "19:group", "kind": "groupChat"}
    ana, tom = office.chat("ana", **group), office.chat("tom", **group)
    offered = await ana.say("30 minutes with Priya on Thursday at 15:00 about tea")
    button = next(each for each in _buttons(offered.card) if each.get("verb") == "book")
    action = {"type": "Action.Execute", "verb": "book", "data": button["data"]}
    value = {"action": action, "trigger": "manual"}
    tom_tap = tom.activity("invoke", id="tom-tap", name="adaptiveCard/action", value=value)
    status, body = await tom.post(tom_tap)
    assert (status, body["statusCode"], body["type"]) == (200, 200, "application/vnd.microsoft.activity.message")
    assert body["value"].startswith("This card is for somebody else.")
    assert not [each for each in office.graph.requests if each.method == "POST" and each.path.endswith("/events")]
    booked = await ana.post(ana.activity("invoke", id="ana-tap", name="adaptiveCard/action", value=value))
    assert booked[1]["value"]["speak"].casefold().startswith("booked: tea")


@pytest.mark.parametrize("kind", ["personal", "groupChat", "channel"])
async def test_every_kind_of_conversation_is_answered(office: Office, kind: Any) -> None:
    """One to one, in a group and in a channel."""
    chat = office.chat("ana", conversation=f"19:{kind}", kind=kind)
    assert "Budget review" in (await chat.say("what's on tomorrow")).card["speak"]


def _buttons(part: object) -> list[Json]:
    """Every action of a card."""
    if isinstance(part, list):
        return [each for item in part for each in _buttons(item)]
    if not isinstance(part, dict):
        return []
    own = [part] if str(part.get("type", "")).startswith("Action.") else []
    return own + [each for item in part.values() for each in _buttons(item)]
