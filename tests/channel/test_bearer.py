"""Replies carry our token: one for all turns, renewed in time, and never sent to an address that nobody has proven."""

import asyncio
from pathlib import Path

import jwt
import pytest
from aiohttp import ClientSession

from bot.channel.bearer import CONNECTOR_SCOPE, Bearer, TokenRefused
from graph.credentials import EntraApplication
from graph.emulator import DEMO_CLIENT_ID, DEMO_CLIENT_SECRET, Emulator
from graph.errors import NotSignedIn, Unavailable
from tests.channel.signed_channel import NOW, Bots, Stopwatch, message, signed_bot, teams_token
from tests.channel_client import FakeConnector
from tests.conversations.office import office


class Entra:
    """Hands out t1, t2 … for an hour each; `refuses` says why not, `open` lets an answer through."""

    def __init__(self) -> None:
        self.asked = 0
        self.refuses: Exception | None = None
        self.open = asyncio.Event()
        self.open.set()

    async def __call__(self) -> tuple[str, float]:
        self.asked += 1
        await self.open.wait()
        if self.refuses:
            raise self.refuses
        return f"t{self.asked}", 3600.0


async def settled() -> None:
    """Let tasks that are ready run."""
    for _ in range(5):
        await asyncio.sleep(0)


async def test_one_token_for_all() -> None:
    """Turns that start together ask once."""
    entra = Entra()
    bearer = Bearer(entra, now=Stopwatch())
    assert await asyncio.gather(*(bearer.token() for _ in range(30))) == ["t1"] * 30
    assert entra.asked == 1


async def test_the_token_is_there_before_the_first_turn() -> None:
    """It is asked for at the start."""
    entra = Entra()
    async with Bearer(entra, now=Stopwatch()).ready() as bearer:
        await settled()
        entra.open.clear()
        assert await bearer.token() == "t1"


async def test_nobody_waits_for_a_renewal() -> None:
    """From ten minutes before the end the old token is given while a new one is fetched."""
    entra, watch = Entra(), Stopwatch()
    bearer = Bearer(entra, now=watch)
    await bearer.token()
    entra.open.clear()
    watch.seconds += 2999
    assert (await bearer.token(), entra.asked) == ("t1", 1)
    watch.seconds += 1
    assert [await bearer.token() for _ in range(10)] == ["t1"] * 10
    entra.open.set()
    await settled()
    assert (await bearer.token(), entra.asked) == ("t2", 2)


async def test_a_renewal_that_fails_costs_nothing_while_the_token_is_good() -> None:
    """It is tried again every half minute; only an expired token makes a turn fail."""
    entra, watch = Entra(), Stopwatch()
    bearer = Bearer(entra, now=watch)
    await bearer.token()
    entra.refuses = Unavailable("no answer")
    watch.seconds += 3000
    for _ in range(10):
        assert await bearer.token() == "t1"
        await settled()
    assert entra.asked == 2
    watch.seconds += 30
    assert await bearer.token() == "t1"
    await settled()
    assert entra.asked == 3
    watch.seconds += 600
    with pytest.raises(TokenRefused, match="no answer"):
        await bearer.token()
    entra.refuses = None
    assert await bearer.token() == "t5"


async def test_a_caller_who_gives_up_leaves_the_token_to_the_others() -> None:
    """Whose turn is cancelled does not cancel the fetch."""
    entra = Entra()
    entra.open.clear()
    bearer = Bearer(entra, now=Stopwatch())
    impatient, patient = asyncio.create_task(bearer.token()), asyncio.create_task(bearer.token())
    await settled()
    impatient.cancel()
    entra.open.set()
    assert await patient == "t1"


async def test_a_token_that_the_channel_refuses_is_replaced(session: ClientSession, connector: FakeConnector) -> None:
    """The reply goes again at once with a new one."""
    entra, watch = Entra(), Stopwatch()
    async with Bearer(entra, now=watch).ready() as bearer, signed_bot(Bots(tokens=bearer)) as bot:
        await settled()
        watch.seconds += 60
        connector.script(401)
        await bot.post(session, message(connector.url), teams_token(connector.url))
    assert [sent.headers["Authorization"] for sent in connector.sent] == ["Bearer t1", "Bearer t2"]


async def test_a_channel_that_refuses_every_token_does_not_flood_entra(
    session: ClientSession, connector: FakeConnector
) -> None:
    """A token that is new itself is not replaced."""
    entra = Entra()
    async with signed_bot(Bots(tokens=Bearer(entra, now=Stopwatch()))) as bot:
        for number in range(5):
            connector.script(401)
            await bot.post(session, message(connector.url, id=str(number)), teams_token(connector.url))
    assert (entra.asked, len(connector.sent)) == (1, 5)


async def test_a_wrong_secret_loses_the_reply_and_not_the_service(
    session: ClientSession, connector: FakeConnector
) -> None:
    """The turn is answered, nothing is sent without a token, and a later turn is served."""
    entra = Entra()
    entra.refuses = NotSignedIn("invalid_client", code="invalid_client")
    async with signed_bot(Bots(tokens=Bearer(entra, now=Stopwatch()))) as bot:
        assert await bot.post(session, message(connector.url), teams_token(connector.url)) == (200, None)
        assert connector.sent == []
        entra.refuses = None
        await bot.post(session, message(connector.url, id="2"), teams_token(connector.url))
    assert [sent.activity["text"] for sent in connector.sent] == ["heard hi"]


async def test_the_token_comes_from_entra(tmp_path: Path) -> None:
    """MSAL asks the tenant's own authority for the Bot Connector's scope, in a thread of its own."""
    async with Emulator(office(), lambda: NOW, tmp_path / "graph.sqlite") as entra:
        trusted = tmp_path / "ca.pem"
        trusted.write_bytes(entra.ca_pem)
        application = EntraApplication(
            DEMO_CLIENT_ID, DEMO_CLIENT_SECRET, entra.authority, CONNECTOR_SCOPE, ca_file=str(trusted)
        )
        async with Bearer(application.for_client).ready() as bearer:
            token = await bearer.token()
            assert jwt.decode(token, options={"verify_signature": False})["appid"] == DEMO_CLIENT_ID
            assert await bearer.token() == token
