"""The service starts on a port, says how it is, and finishes what it has begun."""

import asyncio
import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from aiohttp import ClientConnectionError, ClientSession, web

from bot.health import health_routes
from bot.logs import pseudonym, set_up_logs
from bot.serving import serving
from dialogs.turn import Reply, Turn
from tests.channel.conftest import StartBot
from tests.channel_client import Channel, FakeConnector


async def test_turns_under_way_are_finished(bot: StartBot, session: ClientSession, connector: FakeConnector) -> None:
    """Stopping waits for the turn that has begun: its reply is sent and its request answered."""
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def handler(turn: Turn) -> Reply:
        begun.set()
        await go_on.wait()
        return Reply(text="done")

    running = bot(handler)
    channel = Channel(session, await running.__aenter__(), connector)
    said = asyncio.create_task(channel.say("book"))
    await begun.wait()
    stopping = asyncio.create_task(running.__aexit__(None, None, None))
    await asyncio.sleep(0)
    assert not stopping.done()
    go_on.set()
    heard = await said
    await stopping
    assert (heard.status, heard.text) == (200, "done")
    with pytest.raises(ClientConnectionError):
        await channel.say("still there?")


async def test_a_taken_port_is_an_error() -> None:
    """Two services cannot have one port; the second says so and leaves nothing behind."""
    async with serving(web.Application(), "127.0.0.1", 0) as url:
        port = int(url.rpartition(":")[2])
        with pytest.raises(OSError, match=str(port)):
            async with serving(web.Application(), "127.0.0.1", port):
                pass


async def test_health_and_readiness(session: ClientSession) -> None:
    """Alive from the start; ready when nothing stands in the way of a turn, with the reason until then."""
    reasons: list[str | None] = ["the database is not open", None]

    async def why_not() -> str | None:
        return reasons.pop(0)

    app = web.Application()
    app.add_routes(health_routes(why_not))
    async with serving(app, "127.0.0.1", 0) as url:
        answers = []
        for path in ("healthz", "readyz", "readyz"):
            async with session.get(f"{url}/{path}") as response:
                answers.append((response.status, await response.json()))
    assert answers == [
        (200, {"status": "alive"}),
        (503, {"status": "not ready", "reason": "the database is not open"}),
        (200, {"status": "ready"}),
    ]


@pytest.fixture
def logs_restored() -> Iterator[None]:
    """Logging is the process's own: give it back as it was."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


@pytest.mark.usefixtures("logs_restored")
def test_json_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """Each line is one JSON object: ours with what the turn has bound, the libraries' with the same keys."""
    set_up_logs("json", "info")
    log = structlog.get_logger("bot")
    with structlog.contextvars.bound_contextvars(turn="t1", graph_calls=2):
        log.info("turn", outcome="booked")
        log.debug("not shown")
        try:
            raise ZeroDivisionError
        except ZeroDivisionError:
            log.exception("turn failed", reference="ab12")
    logging.getLogger("asyncio").warning("slow %s", "callback")
    own, failed, library = (json.loads(line) for line in capsys.readouterr().err.splitlines())
    assert own == {
        "event": "turn",
        "level": "info",
        "outcome": "booked",
        "turn": "t1",
        "graph_calls": 2,
        "timestamp": own["timestamp"],
    }
    assert "ZeroDivisionError" in failed["exception"]
    assert (library["event"], library["level"]) == ("slow callback", "warning")


@pytest.mark.usefixtures("logs_restored")
def test_console_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """For people: one line, the fields readable."""
    set_up_logs("console", "warning")
    structlog.get_logger("bot").warning("disk almost full", free="1 GB")
    assert "disk almost full" in capsys.readouterr().err


def test_a_pseudonym_tells_conversations_apart_and_nothing_else() -> None:
    """The same id gives the same stand-in, which does not contain it."""
    assert pseudonym("a:1") == pseudonym("a:1") != pseudonym("a:2")
    assert "a:1" not in pseudonym("a:1")
