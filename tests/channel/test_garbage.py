"""What a turn has used is free when it is over, without the garbage collector: under load that walks over all turns."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from aiohttp import ClientSession

from dialogs.turn import Reply, Turn
from tests.channel.conftest import StartBot
from tests.channel_client import Channel, FakeConnector


@pytest.fixture(autouse=True)
def no_collector() -> Iterator[None]:
    """Only what nothing refers to is freed."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.parametrize("calls_back", [True, False])
async def test_a_turn_refers_to_nothing_that_refers_to_it(
    bot: StartBot, session: ClientSession, connector: FakeConnector, calls_back: bool
) -> None:
    """Whether it was answered by a call or with its HTTP response."""
    turns: list[weakref.ref[Turn]] = []

    async def handler(turn: Turn) -> Reply:
        turns.append(weakref.ref(turn))
        return Reply(text="heard")

    async with bot(handler) as url:
        channel = Channel(session, url, connector if calls_back else None)
        for words in ("one", "two", "three"):
            await channel.say(words)
        # The server holds a connection's last request until the next one comes.
        await channel.say("the last")
        assert [turn() for turn in turns[:-1]] == [None] * 3
