"""A bot whose handler the test states, and a channel to talk to it."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import ClientSession, web

from bot.channel.authentication import Unsigned
from bot.channel.connector import Connector, Patience
from bot.channel.routes import channel_routes, channel_session
from bot.serving import serving
from dialogs.turn import Reply, Turn
from tests.channel_client import FakeConnector

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)

Handler = Callable[[Turn], Awaitable[Reply | None]]
StartBot = Callable[..., AbstractAsyncContextManager[str]]


class FakeLedger:
    """Remembers in the process; hand the same one to two bots to play a restart."""

    def __init__(self) -> None:
        self.answers: dict[str, Any] = {}
        self.unreadable = False
        self.full = False

    async def answer(self, key: str) -> Any | None:
        if self.unreadable:
            raise sqlite3.OperationalError("unable to open database file")
        return self.answers.get(key)

    async def finish(self, key: str, answer: Any, ttl: timedelta) -> None:
        if self.full:
            raise sqlite3.OperationalError("database or disk is full")
        self.answers[key] = answer


class Naps:
    """Sleeps in no time, and knows for how long it should have."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)

    async def long(self, seconds: float) -> None:
        """A sleep that never ends, for what is done again after hours."""
        self.seconds.append(seconds)
        await asyncio.Event().wait()


def apologize(reference: str, turn: Turn) -> Reply:
    return Reply(text=f"Something went wrong ({reference}).", dialog="apology", outcome="failed")


@pytest.fixture
async def session() -> AsyncIterator[ClientSession]:
    async with ClientSession() as session:
        yield session


@pytest.fixture
async def connector() -> AsyncIterator[FakeConnector]:
    async with FakeConnector.running() as connector:
        yield connector


@pytest.fixture
def ledger() -> FakeLedger:
    return FakeLedger()


@pytest.fixture
def naps() -> Naps:
    return Naps()


@pytest.fixture
def bot(ledger: FakeLedger, naps: Naps) -> StartBot:
    """Starts a bot around a handler: `async with bot(handler) as url`."""

    @asynccontextmanager
    async def start(
        handler: Handler, patience: Patience | None = None, clock: Callable[[], datetime] = lambda: NOW
    ) -> AsyncIterator[str]:
        async with channel_session() as replies:
            app = web.Application()
            app.add_routes(
                channel_routes(
                    handler=handler,
                    apologize=apologize,
                    ledger=ledger,
                    authenticator=Unsigned("127.0.0.1"),
                    connector=Connector(replies, patience=patience, sleep=naps),
                    clock=clock,
                )
            )
            async with serving(app, "127.0.0.1", 0, grace=5.0) as url:
                yield url

    return start
