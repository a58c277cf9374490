"""What is no activity, or comes from where none may come, is refused in words; and a bug is told with a reference."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from aiohttp import ClientSession
from structlog.contextvars import bind_contextvars, merge_contextvars
from structlog.testing import capture_logs

from bot.channel.authentication import Call, NotLoopback, Unsigned
from dialogs.turn import Reply, Turn
from tests.channel.conftest import StartBot
from tests.channel_client import CARD, Channel, FakeConnector

WHOLE: dict[str, Any] = {
    "type": "message",
    "id": "1",
    "channelId": "msteams",
    "serviceUrl": "http://127.0.0.1:9/",
    "deliveryMode": "expectReplies",
    "from": {"id": "29:Ana"},
    "recipient": {"id": "28:convene"},
    "conversation": {"id": "a:1"},
    "text": "hi",
}
INVOKE = WHOLE | {"type": "invoke", "name": "adaptiveCard/action"}
JSON = {"Content-Type": "application/json"}


def without(key: str) -> dict[str, Any]:
    return {name: value for name, value in WHOLE.items() if name != key}


async def echo(turn: Turn) -> Reply:
    return Reply(text=f"heard {turn.utterance}")


async def ask(session: ClientSession, url: str, body: Any, headers: Mapping[str, str] = JSON) -> tuple[int, Any]:
    """Status and JSON body of one raw request."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    async with session.post(f"{url}/api/messages", data=data, headers=headers) as response:
        return response.status, json.loads(await response.read() or b"null")


@pytest.mark.parametrize(
    ("body", "status", "says"),
    [
        (b"", 400, "not valid JSON"),
        (b"{", 400, "not valid JSON"),
        (b'{"type": NaN}', 400, "not valid JSON"),
        (b"[" * 100_000, 400, "not valid JSON"),
        (b'{"type": "message", "x": ' + b"9" * 5000 + b"}", 400, "not valid JSON"),
        (b'{"type": "\xff"}', 400, "not valid Unicode"),
        (json.dumps(WHOLE | {"text": "\ud83d"}).encode(), 400, "not valid Unicode"),
        ([], 400, "JSON object"),
        ("message", 400, "JSON object"),
        (None, 400, "JSON object"),
        ({}, 400, "no type"),
        (WHOLE | {"type": ""}, 400, "no type"),
        (WHOLE | {"type": 7}, 400, "“type” must be a string"),
        (without("from"), 400, "“from”"),
        (WHOLE | {"from": "Ana"}, 400, "“from” must be an object"),
        (WHOLE | {"from": {"name": "Ana"}}, 400, "“from” has no id"),
        (WHOLE | {"from": {"id": 7}}, 400, "“id” must be a string"),
        (without("conversation"), 400, "“conversation”"),
        (WHOLE | {"conversation": {}}, 400, "“conversation”"),
        (WHOLE | {"conversation": {"conversationType": "personal"}}, 400, "no id"),
        (WHOLE | {"recipient": []}, 400, "“recipient” must be an object"),
        (WHOLE | {"text": ["hi"]}, 400, "“text” must be a string"),
        (WHOLE | {"id": 5}, 400, "“id” must be a string"),
        (WHOLE | {"entities": {}}, 400, "“entities” must be a list"),
        (WHOLE | {"entities": ["mention"]}, 400, "“entities” must be a list"),
        (WHOLE | {"entities": [{"type": "mention"}]}, 400, "“mentioned”"),
        (WHOLE | {"membersAdded": "Ana"}, 400, "“membersAdded” must be a list"),
        (WHOLE | {"serviceUrl": None, "deliveryMode": "normal"}, 400, "serviceUrl"),
        (WHOLE | {"type": "conversationUpdate", "serviceUrl": None, "deliveryMode": None}, 400, "serviceUrl"),
        (INVOKE, 400, "has an action"),
        (INVOKE | {"value": "book"}, 400, "has an action"),
        (INVOKE | {"value": {"action": []}}, 400, "has an action"),
        (INVOKE | {"value": {"action": {}}}, 400, "has a verb"),
        (INVOKE | {"value": {"action": {"verb": 7}}}, 400, "has a verb"),
        (INVOKE | {"value": {"action": {"verb": "book", "data": "now"}}}, 400, "has a verb"),
        (WHOLE | {"serviceUrl": "http://169.254.169.254/latest"}, 403, "this machine"),
        (WHOLE | {"serviceUrl": "https://smba.trafficmanager.net/emea/"}, 403, "this machine"),
        (WHOLE | {"serviceUrl": "http://127.0.0.1.evil.example/"}, 403, "this machine"),
        (WHOLE | {"serviceUrl": "http://127.0.0.1@evil.example/"}, 403, "this machine"),
        (WHOLE | {"serviceUrl": "http://2130706433.example/"}, 403, "this machine"),
        (WHOLE | {"serviceUrl": "file:///etc/passwd"}, 400, "“serviceUrl” must be an address"),
        (WHOLE | {"serviceUrl": "nowhere"}, 400, "“serviceUrl” must be an address"),
        (WHOLE | {"serviceUrl": "http://[::1"}, 400, "“serviceUrl” must be an address"),
        (WHOLE | {"serviceUrl": "http://127.0.0.1:99999/"}, 400, "“serviceUrl” must be an address"),
        (WHOLE | {"text": "x" * 300_000}, 413, "at most 262144 bytes"),
    ],
)
async def test_malformed_activities(bot: StartBot, session: ClientSession, body: Any, status: int, says: str) -> None:
    """Each is told what is wrong with it, and the next good one is served."""
    async with bot(echo) as url:
        refused, answer = await ask(session, url, body)
        assert (refused, set(answer["error"])) == (status, {"code", "message"})
        assert says in answer["error"]["message"]
        served, answer = await ask(session, url, WHOLE)
    assert (served, answer["activities"][0]["text"]) == (200, "heard hi")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
        ({"Content-Type": "application/json", "Host": "evil.example"}, 403),
        ({"Content-Type": "application/json", "Host": "127.0.0.1.evil.example:3978"}, 403),
        ({"Content-Type": "application/json", "Host": ""}, 403),
        ({"Content-Type": "application/json", "Host": "localhost:3978"}, 200),
        ({"Content-Type": "application/json", "Host": "[::1]:3978"}, 200),
        ({"Content-Type": "application/json; charset=utf-8"}, 200),
        ({"Content-Type": "application/json", "Authorization": "Bearer x"}, 200),
    ],
)
async def test_headers(bot: StartBot, session: ClientSession, headers: dict[str, str], status: int) -> None:
    """A web page that points a name of its own at this machine, or posts a form, gets nothing."""
    async with bot(echo) as url:
        answered, _ = await ask(session, url, WHOLE, headers)
    assert answered == status


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "OPTIONS"])
async def test_other_methods(bot: StartBot, session: ClientSession, method: str) -> None:
    """The door is for POST."""
    async with bot(echo) as url, session.request(method, f"{url}/api/messages") as response:
        assert (response.status, response.headers["Allow"]) == (405, "POST")
        assert (await response.json())["error"]["code"] == "MethodNotAllowed"


async def test_too_large_without_saying_so(bot: StartBot, session: ClientSession) -> None:
    """A body that grows piece by piece is cut off as well."""

    async def pieces() -> Any:
        for _ in range(40):
            yield b" " * 10_000

    async with bot(echo) as url, session.post(f"{url}/api/messages", data=pieces(), headers=JSON) as response:
        assert response.status == 413


@pytest.mark.parametrize("kind", ["messageUpdate", "messageDelete", "messageReaction", "typing", "event", "whatever"])
async def test_other_activities_are_acknowledged(bot: StartBot, session: ClientSession, kind: str) -> None:
    """What Convene does nothing with is no mistake of the channel's."""
    async with bot(echo) as url:
        assert await ask(session, url, {"type": kind}) == (200, None)


async def test_an_invoke_that_nobody_handles(bot: StartBot, session: ClientSession) -> None:
    """501, as the Bot Framework answers, and a body that says so."""
    async with bot(echo) as url:
        status, body = await ask(session, url, WHOLE | {"type": "invoke", "name": "task/fetch"})
    assert (status, body["error"]["code"]) == (501, "NotImplemented")
    assert "task/fetch" in body["error"]["message"]


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "", "192.168.1.20", "bot.example"])
def test_unsigned_activities_are_for_this_machine(address: str) -> None:
    """An address that others can reach refuses to start without an app id, and says what to do."""
    with pytest.raises(NotLoopback, match=r"127\.0\.0\.1"):
        Unsigned(address)


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_loopback_addresses(address: str) -> None:
    """Every name of this machine will do."""
    Unsigned(address)


@pytest.mark.parametrize("peer", ["192.168.1.20", "10.0.0.1", "", None])
async def test_a_caller_from_elsewhere(peer: str | None) -> None:
    """Also where something forwards to us from another machine."""
    with pytest.raises(Exception, match="this machine only"):
        await Unsigned("127.0.0.1").admit(Call(peer, "127.0.0.1:3978", ""))


async def test_a_bug_is_told_with_a_reference(bot: StartBot, session: ClientSession, connector: FakeConnector) -> None:
    """The user gets words and a reference; one traceback in the log has the same, and the next turn is served."""

    async def breaks(turn: Turn) -> Reply:
        if turn.utterance == "break":
            raise ZeroDivisionError
        return Reply(text="fine")

    async with bot(breaks) as url:
        channel = Channel(session, url, connector)
        with capture_logs() as logs:
            heard = await channel.say("break")
        assert (await channel.say("go on")).text == "fine"
    [failure] = [line for line in logs if line["log_level"] == "error"]
    assert heard.status == 200
    assert heard.text == f"Something went wrong ({failure['reference']})."
    assert (failure["event"], failure["exc_info"]) == ("turn failed", True)


@pytest.mark.parametrize("expects", [True, False])
async def test_a_reply_that_is_no_json_is_a_bug_too(
    bot: StartBot, session: ClientSession, connector: FakeConnector, expects: bool
) -> None:
    """A card that cannot be written down is apologized for, whatever way it would have gone."""

    async def breaks(turn: Turn) -> Reply:
        return Reply(card={"type": "AdaptiveCard", "body": object()})

    async with bot(breaks) as url:
        heard = await Channel(session, url, None if expects else connector).say("book")
    assert heard.text.startswith("Something went wrong (")


async def test_a_broken_tap_is_told_beside_the_card(bot: StartBot, session: ClientSession) -> None:
    """An invoke's answer is an invoke's answer, also when the turn broke."""

    async def breaks(turn: Turn) -> Reply:
        raise ZeroDivisionError

    async with bot(breaks) as url:
        status, body = await ask(session, url, INVOKE | {"value": {"action": {"verb": "book"}}})
    assert (status, body["statusCode"]) == (200, 200)
    assert body["type"] != CARD
    assert body["value"].startswith("Something went wrong (")


async def test_one_line_a_turn(bot: StartBot, session: ClientSession) -> None:
    """Turn, dialog, outcome, Graph calls and time; no words and no names, and nothing of the turn before."""

    async def handler(turn: Turn) -> Reply:
        if "Priya" in turn.utterance:
            bind_contextvars(graph_calls=2)
        return Reply(text="The merger is on Thursday", dialog="book", outcome="offered")

    with capture_logs(processors=[merge_contextvars]) as logs:
        async with bot(handler) as url:
            channel = Channel(session, url)
            await channel.say("book the merger with Priya")
            await channel.say("book it")
    first, second = (line for line in logs if line["event"] == "turn")
    assert (first["log_level"], first["dialog"], first["outcome"]) == ("info", "book", "offered")
    assert (first["turn"], first["conversation"]) == ("a:conversation-1-1", "d5219147ba6a")
    assert first["milliseconds"] >= 0
    assert (first["graph_calls"], second["graph_calls"]) == (2, 0)
    assert not any(word in str(logs) for word in ("merger", "Priya", "Ana"))
