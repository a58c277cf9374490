"""What Teams asks beside the conversation is answered in the form that it expects, also where something broke."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import ClientSession, web

from bot.channel.authentication import Unsigned
from bot.channel.connector import Connector
from bot.channel.invokes import Choice, ChoiceQuery, ExchangeRefused, Invokes
from bot.channel.routes import channel_routes, channel_session
from bot.serving import serving
from dialogs.turn import Json, Reply, Turn
from tests.channel.conftest import NOW, FakeLedger, apologize
from tests.channel_client import Channel, FakeConnector

TOKEN = {"id": "card-1", "connectionName": "graph", "token": "eyJ"}


class FakeSignIn:
    """Takes tokens and codes, and goes on with what was asked before; `refuses` says why it does not."""

    def __init__(self, refuses: Exception | None = None) -> None:
        self.taken: list[tuple[str, str, str]] = []
        self._refuses = refuses

    async def exchange(self, turn: Turn, token: str) -> Reply | None:
        return self._take("exchange", turn, token)

    async def verify(self, turn: Turn, state: str) -> Reply | None:
        return self._take("verify", turn, state)

    async def failed(self, turn: Turn, code: str) -> Reply | None:
        return self._take("failed", turn, code)

    def _take(self, what: str, turn: Turn, brought: str) -> Reply | None:
        self.taken.append((what, turn.speaker.name, brought))
        if self._refuses:
            raise self._refuses
        return Reply(text="Signed in. Your day is free.")


@asynccontextmanager
async def answering(invokes: Invokes | None = None) -> AsyncIterator[str]:
    """A bot that answers invokes so."""

    async def silent(turn: Turn) -> None:
        raise AssertionError("no turn")

    async with channel_session() as replies:
        app = web.Application()
        app.add_routes(
            channel_routes(
                handler=silent,
                apologize=apologize,
                ledger=FakeLedger(),
                authenticator=Unsigned("127.0.0.1"),
                connector=Connector(replies),
                clock=lambda: NOW,
                invokes=invokes,
            )
        )
        async with serving(app, "127.0.0.1", 0, grace=5.0) as url:
            yield url


def invoke(channel: Channel, name: str, value: object, **more: Any) -> dict[str, Any]:
    return channel.activity("invoke", name=name, value=value, **more)


@pytest.mark.parametrize(
    ("name", "value", "status", "body"),
    [
        ("signin/tokenExchange", TOKEN, 412, "This bot does not ask for sign-in."),
        ("signin/verifyState", {"state": "123456"}, 200, None),
        ("signin/failure", {"code": "resourcematchfailed", "message": "…"}, 200, None),
        ("composeExtension/submitAction", {"commandId": "book"}, 200, None),
        ("composeExtension/fetchTask", {"commandId": "book"}, 200, None),
        ("composeExtension/onCardButtonClicked", {}, 200, None),
        ("composeExtension/setting", {"state": ""}, 200, None),
    ],
)
async def test_where_nobody_answers(session: ClientSession, name: str, value: Json, status: int, body: object) -> None:
    """Teams gets an answer that means nothing, never an error."""
    async with answering() as url:
        channel = Channel(session, url)
        answered, found = await channel.post(invoke(channel, name, value))
    assert (answered, found and found["failureDetail"]) == (status, body)


@pytest.mark.parametrize("asked", ["query", "queryLink", "anonymousQueryLink", "selectItem"])
async def test_a_list_that_nobody_fills(session: ClientSession, asked: str) -> None:
    """A message extension's search finds nothing."""
    async with answering() as url:
        channel = Channel(session, url)
        answer = await channel.post(invoke(channel, f"composeExtension/{asked}", {"commandId": "find"}))
    assert answer == (200, {"composeExtension": {"type": "result", "attachmentLayout": "list", "attachments": []}})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("signin/tokenExchange", {}),
        ("signin/tokenExchange", {"id": "1"}),
        ("signin/tokenExchange", {"id": "1", "token": 7}),
        ("signin/tokenExchange", None),
        ("signin/verifyState", {}),
        ("signin/verifyState", {"state": ["1"]}),
        ("signin/failure", {"code": None}),
        ("application/search", "ana"),
        ("application/search", {"queryText": 7}),
        ("composeExtension/query", []),
    ],
)
async def test_a_value_that_says_nothing(session: ClientSession, name: str, value: object) -> None:
    """400, and nobody is asked."""
    sign_in = FakeSignIn()
    async with answering(Invokes(sign_in=sign_in)) as url:
        channel = Channel(session, url)
        status, body = await channel.post(invoke(channel, name, value))
    assert (status, body["error"]["code"], sign_in.taken) == (400, "BadRequest", [])


async def test_a_token_is_exchanged_once(session: ClientSession, connector: FakeConnector) -> None:
    """Each of a person's clients sends its own for the same card; the interrupted question is answered one time."""
    sign_in = FakeSignIn()
    async with answering(Invokes(sign_in=sign_in)) as url:
        channel = Channel(session, url, connector)
        sent = (channel.post(invoke(channel, "signin/tokenExchange", TOKEN)) for _ in range(3))
        answers = await asyncio.gather(*sent)
    assert answers == [(200, {"id": "card-1", "connectionName": "graph"})] * 3
    assert sign_in.taken == [("exchange", "Ana Ruiz", "eyJ")]
    assert [one["text"] for one in connector.messages()] == ["Signed in. Your day is free."]


async def test_consent_is_asked_for(session: ClientSession, connector: FakeConnector) -> None:
    """412 makes Teams show its own sign-in; nothing is said."""
    async with answering(Invokes(sign_in=FakeSignIn(ExchangeRefused("consent_required")))) as url:
        channel = Channel(session, url, connector)
        status, body = await channel.post(invoke(channel, "signin/tokenExchange", TOKEN))
    assert (status, body) == (
        412,
        {"id": "card-1", "connectionName": "graph", "failureDetail": "consent_required"},
    )
    assert connector.sent == []


@pytest.mark.parametrize(
    ("name", "value", "taken"),
    [
        ("signin/verifyState", {"state": "123456"}, ("verify", "Ana Ruiz", "123456")),
        ("signin/failure", {"code": "invokeerror"}, ("failed", "Ana Ruiz", "invokeerror")),
    ],
)
async def test_the_rest_of_signing_in(
    session: ClientSession, connector: FakeConnector, name: str, value: Json, taken: tuple[str, str, str]
) -> None:
    """The code and the failure reach who signs people in, and what is to be said is sent as a message."""
    sign_in = FakeSignIn()
    async with answering(Invokes(sign_in=sign_in)) as url:
        channel = Channel(session, url, connector)
        assert await channel.post(invoke(channel, name, value)) == (200, None)
    assert sign_in.taken == [taken]
    assert len(connector.messages()) == 1


async def test_people_are_found_while_typing(session: ClientSession) -> None:
    """A picker's query reaches who knows people, several at the same time; the list is Teams' own form."""
    asked: list[ChoiceQuery] = []
    both = asyncio.Event()

    async def find(turn: Turn, query: ChoiceQuery) -> Sequence[Choice]:
        asked.append(query)
        if len(asked) == 2:
            both.set()
        await both.wait()
        return [Choice(f"{query.text} Ruiz", "ana-entra")]

    async with answering(Invokes(find_choices=find)) as url:
        channel = Channel(session, url)
        options = {"skip": 5, "top": 10}
        whole = {"queryText": "an", "dataset": "graph.microsoft.com/users", "queryOptions": options}
        answers = await asyncio.gather(
            channel.post(invoke(channel, "application/search", whole)),
            channel.post(invoke(channel, "application/search", {"queryOptions": {"top": "all", "skip": -1}})),
        )
    results = [body["value"]["results"] for _, body in answers]
    assert results == [[{"title": "an Ruiz", "value": "ana-entra"}], [{"title": " Ruiz", "value": "ana-entra"}]]
    assert answers[0][1]["type"] == "application/vnd.microsoft.search.searchResponse"
    assert ChoiceQuery("an", "graph.microsoft.com/users", 5, 10) in asked
    assert ChoiceQuery("", "", 0, 15) in asked


async def test_a_message_extension_has_its_say(session: ClientSession) -> None:
    """Its answer goes to Teams as it is; a form that is sent twice is handled once."""
    heard: list[tuple[str, Json]] = []

    async def extension(turn: Turn, asked: str, value: Json) -> Json | None:
        heard.append((asked, value))
        return {"task": {"type": "message", "value": "Done"}}

    async with answering(Invokes(extension=extension)) as url:
        channel = Channel(session, url)
        submitted = invoke(channel, "composeExtension/submitAction", {"commandId": "book"})
        answers = [await channel.post(submitted) for _ in range(2)]
    assert answers == [(200, {"task": {"type": "message", "value": "Done"}})] * 2
    assert heard == [("submitAction", {"commandId": "book"})]


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("application/search", {"queryText": "a"}, ("value", "message")),
        ("composeExtension/query", {}, ("composeExtension", "text")),
        ("composeExtension/fetchTask", {}, ("task", "value")),
        ("composeExtension/submitAction", {}, ("task", "value")),
    ],
)
async def test_a_bug_is_told_where_teams_shows_it(
    session: ClientSession, name: str, value: Json, shown: tuple[str, str]
) -> None:
    """With the reference under which the log has it; “could not find out” is never “nothing found”."""

    async def breaks(*_: object) -> Any:
        raise ZeroDivisionError

    async with answering(Invokes(find_choices=breaks, extension=breaks)) as url:
        channel = Channel(session, url)
        status, body = await channel.post(invoke(channel, name, value))
    assert status == 200
    assert body[shown[0]][shown[1]].startswith("Something went wrong (")


async def test_a_bug_while_signing_in_is_told_in_the_chat(session: ClientSession, connector: FakeConnector) -> None:
    """There is nowhere else to tell it."""
    async with answering(Invokes(sign_in=FakeSignIn(ZeroDivisionError()))) as url:
        channel = Channel(session, url, connector)
        assert await channel.post(invoke(channel, "signin/verifyState", {"state": "1"})) == (200, None)
    [told] = connector.messages()
    assert told["text"].startswith("Something went wrong (")


async def test_a_message_that_cannot_be_sent_does_not_undo_the_sign_in(
    session: ClientSession, connector: FakeConnector
) -> None:
    """The invoke is answered all the same."""
    connector.script(403)
    async with answering(Invokes(sign_in=FakeSignIn())) as url:
        channel = Channel(session, url, connector)
        assert (await channel.post(invoke(channel, "signin/tokenExchange", TOKEN)))[0] == 200
