"""A conversation that was once spoken in can be spoken to later, until the bot is removed from it."""

import sqlite3
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import ClientSession, web

from bot.channel.authentication import Authenticator, Unsigned
from bot.channel.bearer import Bearer
from bot.channel.connector import Connector, SendFailed
from bot.channel.proactive import Proactive
from bot.channel.references import Reference, References
from bot.channel.routes import channel_routes, channel_session
from bot.channel.signed import Registration, Signed
from bot.channel.signing_keys import SigningKeys
from bot.serving import serving
from dialogs.turn import Chat, Reply, Turn
from tests.channel.conftest import FakeLedger, Naps, apologize
from tests.channel.signed_channel import APP, NOW, TENANT, message, teams_token
from tests.channel.token_service import TokenService, jwk
from tests.channel_client import ANA, BOT, Channel, FakeConnector


class FakeStorage:
    """Documents in the process, under the contract of the Bot Framework's storage."""

    def __init__(self) -> None:
        self.documents: dict[str, dict[str, Any]] = {}
        self.writes = 0
        self.broken = False

    async def read(self, keys: list[str]) -> dict[str, dict[str, Any]]:
        return {key: dict(self.documents[key]) for key in keys if key in self.documents}

    async def write(self, changes: dict[str, dict[str, Any]]) -> None:
        if self.broken:
            raise sqlite3.OperationalError("database or disk is full")
        self.writes += 1
        self.documents |= {key: dict(document) for key, document in changes.items()}

    async def delete(self, keys: Iterable[str]) -> None:
        for key in keys:
            self.documents.pop(key, None)


@pytest.fixture
def storage() -> FakeStorage:
    return FakeStorage()


async def greet(turn: Turn) -> Reply:
    return Reply(text="Hello")


@asynccontextmanager
async def keeping(storage: FakeStorage, authenticator: Authenticator | None = None) -> AsyncIterator[str]:
    """A bot that keeps where it was spoken to."""
    async with channel_session() as replies:
        app = web.Application()
        app.add_routes(
            channel_routes(
                handler=greet,
                apologize=apologize,
                ledger=FakeLedger(),
                authenticator=authenticator or Unsigned("127.0.0.1"),
                connector=Connector(replies),
                clock=lambda: NOW,
                references=References(storage),
            )
        )
        async with serving(app, "127.0.0.1", 0, grace=5.0) as url:
            yield url


async def known(storage: FakeStorage, conversation: str = "a:conversation-1") -> Reference:
    """What a later process finds."""
    reference = await References(storage).of_conversation(conversation)
    assert reference is not None
    return reference


async def test_a_message_is_sent_later(session: ClientSession, connector: FakeConnector, storage: FakeStorage) -> None:
    """By another process, to the conversation and the person it belongs to, with the message's id returned."""
    async with keeping(storage) as url:
        await Channel(session, url, connector).say("hi")
    connector.sent.clear()
    person = await References(storage).of_person(ANA.entra_id or "")
    assert person == await known(storage)
    sent = await Proactive(Connector(session)).send(person, Reply(text="Tom declined.", prompts=("Move it",)))
    [call] = connector.sent
    assert (call.method, call.conversation, call.target, call.id) == ("POST", "a:conversation-1", None, sent)
    assert (call.activity["text"], call.activity["from"], call.activity["recipient"]["id"]) == (
        "Tom declined.",
        BOT,
        "29:Ana Ruiz",
    )
    assert call.activity["suggestedActions"]["actions"][0]["value"] == "Move it"


async def test_a_message_is_replaced_later(
    session: ClientSession, connector: FakeConnector, storage: FakeStorage
) -> None:
    """A card that the bot has sent shows how things are."""
    async with keeping(storage) as url:
        await Channel(session, url, connector).say("hi")
    await Proactive(Connector(session)).replace(await known(storage), "m-1", Reply(card={"type": "AdaptiveCard"}))
    assert (connector.sent[-1].method, connector.sent[-1].target) == ("PUT", "m-1")


@pytest.mark.parametrize("kind", ["groupChat", "channel"])
async def test_groups_and_channels(
    session: ClientSession, connector: FakeConnector, storage: FakeStorage, kind: Any
) -> None:
    """They are kept by conversation; nobody's personal chat is one of them."""
    async with keeping(storage) as url:
        await Channel(session, url, connector, kind=kind).say("hi")
    assert ((await known(storage)).chat, (await known(storage)).person) == (Chat(kind), None)
    assert await References(storage).of_person(ANA.entra_id or "") is None


async def test_where_the_bot_was_added_without_a_word(session: ClientSession, storage: FakeStorage) -> None:
    """An installation is enough."""
    async with FakeConnector.running() as connector, keeping(storage) as url:
        channel = Channel(session, url, connector)
        heard = await channel.send(channel.activity("installationUpdate", action="add"))
        assert (heard.status, heard.activities) == (200, [])
    assert (await known(storage)).service_url == f"{connector.url}/"


@pytest.mark.parametrize(
    "removal",
    [
        ("installationUpdate", {"action": "remove"}),
        ("installationUpdate", {"action": "remove-upgrade"}),
        ("conversationUpdate", {"membersRemoved": [BOT]}),
    ],
)
async def test_a_removed_bot_forgets(
    session: ClientSession, connector: FakeConnector, storage: FakeStorage, removal: tuple[str, dict[str, Any]]
) -> None:
    """Nothing of the conversation is kept; when the bot is added again it is known again."""
    kind, more = removal
    async with keeping(storage) as url:
        channel = Channel(session, url, connector)
        await channel.say("hi")
        await channel.send(channel.activity(kind, **more))
        assert storage.documents == {}
        await channel.say("back again")
        await known(storage)


async def test_somebody_elses_leaving_changes_nothing(
    session: ClientSession, connector: FakeConnector, storage: FakeStorage
) -> None:
    """The bot is still there."""
    async with keeping(storage) as url:
        channel = Channel(session, url, connector, kind="groupChat")
        await channel.send(channel.activity("conversationUpdate", membersRemoved=[ANA.account()]))
    await known(storage)


async def test_it_is_written_once(session: ClientSession, connector: FakeConnector, storage: FakeStorage) -> None:
    """A turn does not cost a write; an address that has changed does."""
    async with keeping(storage) as url:
        channel = Channel(session, url, connector)
        for _ in range(5):
            await channel.say("hi")
        assert storage.writes == 1
        await channel.say("hi", serviceUrl=f"{connector.url}/emea")
        assert storage.writes == 2
    assert (await known(storage)).service_url == f"{connector.url}/emea"


async def test_storage_out_of_order_does_not_break_the_turn(
    session: ClientSession, connector: FakeConnector, storage: FakeStorage
) -> None:
    """The reply comes; the next turn tries to keep the conversation again."""
    storage.broken = True
    async with keeping(storage) as url:
        channel = Channel(session, url, connector)
        assert (await channel.say("hi")).text == "Hello"
        storage.broken = False
        await channel.say("hi")
    await known(storage)


async def test_an_address_that_nobody_has_proven_gets_no_token(
    session: ClientSession, connector: FakeConnector, storage: FakeStorage
) -> None:
    """What an unsigned activity said is not trusted later either; what a signed one said is."""

    async def ours() -> tuple[str, float]:
        return "ours", 3600.0

    tokens = TokenService([jwk(1, "teams", ["msteams"])])
    proactive = Proactive(Connector(session, tokens=Bearer(ours)))
    async with keeping(storage) as url:
        await Channel(session, url, connector).say("hi")
    await proactive.send(await known(storage), Reply(text="later"))
    async with (
        tokens.running(),
        SigningKeys(session, tokens.metadata_url, sleep=Naps().long).kept_fresh() as keys,
        keeping(storage, Signed(Registration(APP, TENANT), lambda: NOW, connector_keys=keys)) as url,
    ):
        bearer = {"Authorization": f"Bearer {teams_token(connector.url)}"}
        async with session.post(f"{url}/api/messages", json=message(connector.url), headers=bearer) as answer:
            assert answer.status == 200
    await proactive.send(await known(storage, "a:1"), Reply(text="later"))
    later = [sent for sent in connector.sent if sent.activity["text"] == "later"]
    assert [sent.headers.get("Authorization") for sent in later] == [None, "Bearer ours"]


async def test_a_blocked_bot_is_told_so(session: ClientSession, connector: FakeConnector, storage: FakeStorage) -> None:
    """The channel's refusal carries its status, by which the caller forgets the conversation."""
    async with keeping(storage) as url:
        await Channel(session, url, connector).say("hi")
    connector.script(403)
    with pytest.raises(SendFailed) as failure:
        await Proactive(Connector(session)).send(await known(storage), Reply(text="later"))
    assert (failure.value.status, failure.value.refused) == (403, True)
    await References(storage).forget(await known(storage))
    assert storage.documents == {}


async def test_a_reference_of_another_version_is_none(
    session: ClientSession, connector: FakeConnector, storage: FakeStorage
) -> None:
    """What cannot be read is as good as unknown."""
    async with keeping(storage) as url:
        await Channel(session, url, connector).say("hi")
    for document in storage.documents.values():
        document["reference"] = {"conversation": "a:conversation-1"}
    assert await References(storage).of_conversation("a:conversation-1") is None
