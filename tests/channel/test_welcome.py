"""Who opens a conversation is welcomed, once."""

from typing import Any

import pytest
from aiohttp import ClientSession

from dialogs.turn import Reply, Turn
from tests.channel.conftest import StartBot
from tests.channel_client import ANA, BOT, Channel, FakeConnector

TOM = {"id": "29:Tom", "name": "Tom Lee", "aadObjectId": "tom-entra"}


class Greeter:
    """Welcomes, and keeps whom."""

    def __init__(self) -> None:
        self.welcomed: list[str] = []

    async def __call__(self, turn: Turn) -> Reply:
        assert turn.arrived
        self.welcomed.append(turn.speaker.name)
        return Reply(text=f"Welcome, {turn.speaker.name}")


@pytest.mark.parametrize(
    ("kind", "sender", "added", "welcomed"),
    [
        ("personal", ANA.account(), [ANA.account(), BOT], ["Ana Ruiz"]),
        ("personal", ANA.account(), [BOT], ["Ana Ruiz"]),
        ("personal", BOT, [ANA.account()], ["Ana Ruiz"]),
        ("personal", BOT, [BOT], []),
        ("personal", ANA.account(), [], []),
        ("groupChat", ANA.account(), [BOT], ["Ana Ruiz"]),
        ("groupChat", ANA.account(), [BOT, TOM], ["Ana Ruiz"]),
        ("groupChat", ANA.account(), [TOM], []),
        ("channel", ANA.account(), [TOM], []),
        ("channel", ANA.account(), [BOT], ["Ana Ruiz"]),
    ],
)
async def test_who_is_welcomed(
    bot: StartBot, session: ClientSession, *, kind: Any, sender: Any, added: list[Any], welcomed: list[str]
) -> None:
    """A person in their own chat; in a group whoever added the bot, and nobody who joins later; the bot never."""
    greeter = Greeter()
    async with bot(greeter) as url:
        channel = Channel(session, url, kind=kind)
        update = channel.activity("conversationUpdate", membersAdded=added, **{"from": sender})
        heard = await channel.send(update)
    assert heard.status == 200
    assert greeter.welcomed == welcomed


async def test_only_once_in_a_conversation(bot: StartBot, session: ClientSession, connector: FakeConnector) -> None:
    """However often people or the bot come again, also after a restart."""
    greeter = Greeter()
    for _ in range(2):
        async with bot(greeter) as url:
            channel = Channel(session, url, connector)
            await channel.arrive()
            await channel.send(channel.activity("conversationUpdate", id="later", membersAdded=[ANA.account()]))
    assert greeter.welcomed == ["Ana Ruiz"]
    assert [message["text"] for message in connector.messages()] == ["Welcome, Ana Ruiz"]


async def test_each_conversation_has_its_own_welcome(bot: StartBot, session: ClientSession) -> None:
    """Two chats are two arrivals."""
    greeter = Greeter()
    async with bot(greeter) as url:
        for name in ("a", "b"):
            await Channel(session, url, conversation=name).arrive()
    assert len(greeter.welcomed) == 2


async def test_leaving_says_nothing(bot: StartBot, session: ClientSession) -> None:
    """A conversationUpdate that adds nobody is no turn."""
    greeter = Greeter()
    async with bot(greeter) as url:
        channel = Channel(session, url)
        await channel.send(channel.activity("conversationUpdate", membersRemoved=[ANA.account()]))
    assert greeter.welcomed == []


async def test_a_welcome_that_did_not_arrive_is_said_another_time(
    bot: StartBot, session: ClientSession, connector: FakeConnector
) -> None:
    """A channel that refuses the first one gets a second."""
    greeter = Greeter()
    async with bot(greeter) as url:
        channel = Channel(session, url, connector)
        connector.script(403)
        await channel.arrive()
        await channel.arrive()
        await channel.arrive()
    assert len(greeter.welcomed) == 2
