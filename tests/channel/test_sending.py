"""Replies reach the channel: with patience where it asks for it, and without harm where it takes nothing."""

import asyncio
from datetime import UTC, datetime
from email.utils import format_datetime

import pytest
from aiohttp import ClientSession, TCPConnector, web
from structlog.testing import capture_logs

from bot.channel.connector import Patience
from bot.channel.typing_indicator import MOST
from bot.serving import serving
from dialogs.turn import Reply, Turn
from tests.channel.conftest import Naps, StartBot
from tests.channel_client import Channel, FakeConnector


async def hello(turn: Turn) -> Reply:
    return Reply(text="Hello", dialog="greeting", outcome="told")


@pytest.mark.parametrize("status", [429, 502, 503, 504])
async def test_another_try_after_a_passing_refusal(
    bot: StartBot, session: ClientSession, connector: FakeConnector, naps: Naps, status: int
) -> None:
    """The reply is sent again after as long as Retry-After says."""
    connector.script((status, {"Retry-After": "3"}))
    async with bot(hello) as url:
        heard = await Channel(session, url, connector).say("hi")
    assert heard.status == 200
    assert [sent.activity["text"] for sent in connector.sent] == ["Hello", "Hello"]
    assert naps.seconds == [3.0]


async def test_retry_after_as_a_date(
    bot: StartBot, session: ClientSession, connector: FakeConnector, naps: Naps
) -> None:
    """A date counts from the answer's own date, so that clocks need not agree."""
    date = datetime(2020, 1, 1, 12, 0, 0, tzinfo=UTC)
    later = date.replace(second=7)
    headers = {"Date": format_datetime(date, usegmt=True), "Retry-After": format_datetime(later, usegmt=True)}
    connector.script((429, headers))
    async with bot(hello) as url:
        await Channel(session, url, connector).say("hi")
    assert naps.seconds == [7.0]


async def test_waits_grow_where_the_channel_does_not_say(
    bot: StartBot, session: ClientSession, connector: FakeConnector, naps: Naps
) -> None:
    """Each wait is twice the one before; after the last try the reply is given up, not the service."""
    connector.script(503, 503, 503, 503)
    async with bot(hello, Patience(tries=4, first_wait=0.5)) as url:
        channel = Channel(session, url, connector)
        assert (await channel.say("hi")).status == 200
        assert (await channel.say("again")).text == "Hello"
    assert naps.seconds == [0.5, 1.0, 2.0]


async def test_a_wait_longer_than_the_user_has_is_not_begun(
    bot: StartBot, session: ClientSession, connector: FakeConnector, naps: Naps
) -> None:
    """Waits are bounded: a channel that asks for an hour gets no second try."""
    connector.script((429, {"Retry-After": "3600"}))
    async with bot(hello) as url:
        await Channel(session, url, connector).say("hi")
    assert naps.seconds == []
    assert len(connector.sent) == 1


@pytest.mark.parametrize("status", [400, 401, 403, 404, 500])
async def test_a_lasting_refusal_is_logged_and_answered_200(
    bot: StartBot, session: ClientSession, connector: FakeConnector, status: int
) -> None:
    """No second try, and no replay by the channel; the log names the turn."""
    connector.script(status)
    async with bot(hello) as url:
        with capture_logs() as logs:
            heard = await Channel(session, url, connector).say("hi")
    assert (heard.status, heard.body) == (200, None)
    assert len(connector.sent) == 1
    [failure] = [line for line in logs if line["log_level"] == "error"]
    assert (failure["event"], failure["status"]) == ("reply not delivered", status)


async def test_nobody_at_the_service_url(bot: StartBot, session: ClientSession, naps: Naps) -> None:
    """A connection that cannot be made is tried again, then given up; the turn is answered."""
    async with FakeConnector.running() as gone:
        pass
    async with bot(hello, Patience(tries=3)) as url:
        heard = await Channel(session, url, gone).say("hi")
    assert heard.status == 200
    assert len(naps.seconds) == 2


async def test_a_kept_connection_that_the_channel_has_closed(bot: StartBot, session: ClientSession, naps: Naps) -> None:
    """It is found out by sending; the reply goes again on a new one."""
    connections = 0

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connections
        connections += 1
        if connections > 1:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, bot(hello) as url:
        channel = Channel(session, url)
        address = f"http://127.0.0.1:{port}"
        with capture_logs() as logs:
            await channel.post(channel.activity("message", text="hi", serviceUrl=address, deliveryMode=None))
    assert connections == 2
    assert [line["event"] for line in logs] == ["turn"]


async def test_an_answer_that_does_not_come_is_not_asked_for_again(bot: StartBot, session: ClientSession) -> None:
    """The message may have arrived: sending it again could show it twice."""
    accepted: list[asyncio.StreamWriter] = []

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        accepted.append(writer)
        await reader.read()

    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, bot(hello, Patience(answer=0.1)) as url:
        channel = Channel(session, url)
        address = f"http://127.0.0.1:{port}"
        status, _ = await channel.post(channel.activity("message", text="hi", serviceUrl=address, deliveryMode=None))
        for writer in accepted:
            writer.close()
    assert status == 200
    assert len(accepted) == 1


async def test_a_redirect_is_not_followed(bot: StartBot, session: ClientSession, connector: FakeConnector) -> None:
    """A reply goes to the proven serviceUrl or nowhere."""
    connector.script((307, {"Location": f"{connector.url}/v3/conversations/elsewhere/activities"}))
    async with bot(hello) as url:
        await Channel(session, url, connector).say("hi")
    assert [sent.conversation for sent in connector.sent] == ["a:conversation-1"]


async def test_typing_is_shown_while_a_turn_takes_long(
    bot: StartBot, session: ClientSession, connector: FakeConnector
) -> None:
    """It comes before the reply, once, in the same conversation."""

    async def slow(turn: Turn) -> Reply:
        await connector.wait_for("typing")
        return Reply(text="done")

    async with bot(slow) as url:
        await Channel(session, url, connector).say("think")
    assert [sent.activity["type"] for sent in connector.sent] == ["typing", "message"]
    assert connector.sent[0].conversation == "a:conversation-1"


async def test_typing_that_fails_changes_nothing(
    bot: StartBot, session: ClientSession, connector: FakeConnector, naps: Naps
) -> None:
    """It is a hint: one try, no waiting, and the reply comes."""
    connector.script((429, {"Retry-After": "5"}))

    async def slow(turn: Turn) -> Reply:
        await connector.wait_for("typing")
        return Reply(text="done")

    async with bot(slow) as url:
        heard = await Channel(session, url, connector).say("think")
    assert heard.text == "done"
    assert naps.seconds == []


async def test_no_typing_for_what_is_answered_at_once(
    bot: StartBot, session: ClientSession, connector: FakeConnector
) -> None:
    """A quick reply is the only thing that is sent."""
    async with bot(hello) as url:
        await Channel(session, url, connector).say("hi")
    assert [sent.activity["type"] for sent in connector.sent] == ["message"]


async def test_a_card_that_cannot_be_sent_below_takes_the_place_of_the_tapped_one(
    bot: StartBot, session: ClientSession, connector: FakeConnector
) -> None:
    """A stacked card is not lost when the channel refuses the message."""
    card = {"type": "AdaptiveCard", "version": "1.5", "body": []}

    async def stack(turn: Turn) -> Reply:
        return Reply(card=card, stacked=True)

    connector.script(403)
    async with bot(stack) as url:
        channel = Channel(session, url, connector)
        action = {"action": {"type": "Action.Execute", "verb": "more"}}
        heard = await channel.send(channel.activity("invoke", name="adaptiveCard/action", value=action))
    assert heard.replacement == card


@pytest.mark.parametrize("kind", ["expectReplies", "invoke"])
async def test_no_typing_where_the_response_is_the_answer(
    bot: StartBot, session: ClientSession, connector: FakeConnector, kind: str
) -> None:
    """However long it takes, the connector is not called."""

    async def slow(turn: Turn) -> Reply:
        await asyncio.sleep(0.3)
        return Reply(text="done")

    async with bot(slow) as url:
        channel = Channel(session, url, connector)
        if kind == "invoke":
            action = {"action": {"type": "Action.Execute", "verb": "more"}}
            await channel.send(channel.activity("invoke", name="adaptiveCard/action", value=action))
        else:
            await channel.say("think", deliveryMode="expectReplies")
    assert connector.sent == []


async def test_typing_does_not_follow_the_reply(
    bot: StartBot, session: ClientSession, connector: FakeConnector
) -> None:
    """While the channel is slow to take the reply, nothing says that another one comes."""
    connector.slowness = 0.3
    async with bot(hello) as url:
        await Channel(session, url, connector).say("hi")
    assert [sent.activity["type"] for sent in connector.sent] == ["message"]


async def test_a_slow_channel_holds_up_nobody(bot: StartBot, session: ClientSession) -> None:
    """However many replies are under way, the next one goes out at once: none is answered before all have come."""
    many, arrived, all_there = 150, 0, asyncio.Event()

    async def held(request: web.Request) -> web.Response:
        nonlocal arrived
        if (await request.json())["type"] == "message":
            arrived += 1
        if arrived == many:
            all_there.set()
        await all_there.wait()
        return web.json_response({"id": "1"})

    app = web.Application()
    app.add_routes([web.post("/{path:.*}", held)])
    async with (
        ClientSession(connector=TCPConnector(limit=0)) as clients,
        serving(app, "127.0.0.1", 0) as address,
        bot(hello) as url,
    ):
        turns = []
        for number in range(many):
            channel = Channel(clients, url, conversation=f"a:{number}")
            turns.append(channel.post(channel.activity("message", text="hi", serviceUrl=address, deliveryMode=None)))
        with capture_logs() as logs:
            answers = await asyncio.gather(*turns)
    assert (arrived, answers) == (many, [(200, None)] * many)
    assert {line["event"] for line in logs} == {"turn"}


async def test_typing_does_not_crowd_out_replies(
    bot: StartBot, session: ClientSession, connector: FakeConnector
) -> None:
    """Where a hundred wait at the same time, only some are shown that they are heard; all get their reply."""
    go_on = asyncio.Event()

    async def slow(turn: Turn) -> Reply:
        await go_on.wait()
        return Reply(text="done")

    async with ClientSession(connector=TCPConnector(limit=0)) as clients, bot(slow) as url:
        connector.slowness = 0.5
        channels = [Channel(clients, url, connector, conversation=f"a:{number}") for number in range(100)]
        said = [asyncio.create_task(channel.say("hi")) for channel in channels]
        async with asyncio.timeout(10), connector.arrived:
            await connector.arrived.wait_for(lambda: len(connector.sent) >= MOST)
        go_on.set()
        await asyncio.gather(*said)
    typing = [sent for sent in connector.sent if sent.activity["type"] == "typing"]
    assert len(typing) == MOST
    assert len(connector.messages()) == 100
