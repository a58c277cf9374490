"""The other side of a bot under load: clients, the Bot Connector, the issuer's keys, a Graph that repeats itself.

Written on raw sockets, so that the load has a core to spare where the fastest bot has none.
"""

import asyncio
import json
import os
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from uuid import UUID

import aiohttp
from yarl import URL

from tests.channel.token_service import jwk, signed

APP = "a9d1c0de-0000-4000-8000-000000000b07"
TENANT = "c0ffee00-0000-4000-8000-0000000000aa"
KEY = {"kid": "bench"}
ASIDE = ("connection", "content-length", "transfer-encoding", "content-encoding", "date", "server")

Answer = tuple[int, bytes]
Behind = Callable[[str, str, Mapping[str, str], bytes], Awaitable[Answer]]


@dataclass
class Measured:
    """Turns of one run, and seconds from the post until both the answer and the reply were there."""

    turns: int
    seconds: float
    latencies: list[float]
    processor: float
    """Seconds of the bot's processor that a turn took: tells bots apart where others disturb the machine."""

    @property
    def rate(self) -> float:
        """Turns a second."""
        return self.turns / self.seconds

    def percentile(self, part: float) -> float:
        """Milliseconds within which `part` of the turns were over."""
        ordered = sorted(self.latencies)
        return 1000 * ordered[min(len(ordered) - 1, int(part * len(ordered)))]


@dataclass
class World:
    """What stands around a bot. `slowness`: seconds until the connector answers."""

    behind: Behind | None = None
    """Graph, for paths that are nothing else."""
    slowness: float = 0.0
    url: str = ""
    waiting: dict[str, asyncio.Event] = field(default_factory=dict)
    """By conversation: set when its reply has come."""

    async def __aenter__(self) -> "World":
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Served(self), "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()

    @property
    def metadata_url(self) -> str:
        """The issuer's OpenID configuration."""
        return f"{self.url}/.well-known/openidconfiguration"

    @property
    def keys_url(self) -> str:
        """The issuer's keys."""
        return f"{self.url}/.well-known/keys"

    def token(self) -> str:
        """As the Bot Connector signs it, good for an hour by the real clock."""
        now = int(time.time())
        claims = {
            "iss": "https://api.botframework.com",
            "aud": APP,
            "serviceurl": f"{self.url}/",
            "nbf": now - 300,
            "exp": now + 3300,
        }
        return signed(claims, 1, KEY)

    async def answer(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """What is at `path`."""
        if path.startswith("/v3/conversations/"):
            if b'"typing"' not in body and (reply := self.waiting.get(unquote(path.split("/")[3]))):
                reply.set()
            if self.slowness:
                await asyncio.sleep(self.slowness)
            return 200, b'{"id":"m-1"}'
        if path == "/.well-known/openidconfiguration":
            found: Any = {"issuer": "https://api.botframework.com", "jwks_uri": self.keys_url}
            return 200, json.dumps(found | {"id_token_signing_alg_values_supported": ["RS256"]}).encode()
        if path == "/.well-known/keys":
            return 200, json.dumps({"keys": [jwk(1, "bench", ["msteams"])]}).encode()
        if self.behind:
            return await self.behind(method, path, headers, body)
        return 404, b"{}"


class _Served(asyncio.Protocol):
    """One connection of a bot, HTTP/1.1 with Content-Length."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._buffer = b""
        self._tasks: set[asyncio.Task[None]] = set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport: Any = transport

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            first, *lines = self._buffer[:end].decode("latin-1").split("\r\n")
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            length = int(headers.get("content-length", 0))
            if len(self._buffer) < end + 4 + length:
                return
            body, self._buffer = self._buffer[end + 4 : end + 4 + length], self._buffer[end + 4 + length :]
            method, target, _ = first.split(" ")
            task = asyncio.create_task(self._answer(method, target, headers, body))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _answer(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> None:
        status, found = await self._world.answer(method, path, headers, body)
        head = f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {len(found)}\r\n\r\n"
        self._transport.write(head.encode() + found)


def message(world: World, conversation: str, person: int, number: int, text: str) -> bytes:
    """What a person says in Teams, as long as Teams makes it (1.1 kB)."""
    activity = {
        "text": text,
        "textFormat": "plain",
        "attachments": [{"contentType": "text/html", "content": f"<p>{text}</p>"}],
        "type": "message",
        "timestamp": "2026-11-23T09:00:00.0000000Z",
        "localTimestamp": "2026-11-23T09:00:00.0000000+00:00",
        "id": f"{number}",
        "channelId": "msteams",
        "serviceUrl": f"{world.url}/",
        "from": {"id": "29:1" + "a" * 80, "name": "Inês Carvalho", "aadObjectId": str(UUID(int=person))},
        "conversation": {"conversationType": "personal", "tenantId": TENANT, "id": conversation},
        "recipient": {"id": f"28:{APP}", "name": "Convene"},
        "entities": [
            {"locale": "en-GB", "country": "GB", "platform": "Web", "timezone": "Europe/Lisbon", "type": "clientInfo"}
        ],
        "channelData": {"tenant": {"id": TENANT}},
        "locale": "en-GB",
        "localTimezone": "Europe/Lisbon",
    }
    return json.dumps(activity).encode()


async def load(
    world: World, bot_url: str, *, clients: int, seconds: float, text: str, fresh: bool, process: int
) -> Measured:
    """Let `clients` people talk to the bot, each with the next message as soon as the last one is answered.

    `fresh`: each message opens a conversation of its own. The first fifth of the time warms up and does not count.
    """
    token, numbers, run = world.token(), count(1), time.monotonic_ns()
    began = time.perf_counter()
    counted, ends = began + seconds / 5, began + seconds * 6 / 5
    latencies: list[float] = []

    async def client(number: int) -> None:
        target = urlsplit(bot_url)
        reader, writer = await asyncio.open_connection(target.hostname, target.port)
        while (started := time.perf_counter()) < ends:
            turn = next(numbers)
            conversation = f"a:{run}-{number}-{turn if fresh else 0}"
            body = message(world, conversation, number, turn, text)
            reply = world.waiting[conversation] = asyncio.Event()
            writer.write(
                f"POST /api/messages HTTP/1.1\r\nHost: {target.netloc}\r\nContent-Type: application/json\r\n"
                f"Authorization: Bearer {token}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
                + body
            )
            await _answered(reader)
            await asyncio.wait_for(reply.wait(), 30)
            del world.waiting[conversation]
            if started >= counted and (done := time.perf_counter()) <= ends:
                latencies.append(done - started)
        writer.close()

    used = _processor_seconds(process)
    await asyncio.wait_for(asyncio.gather(*(client(number) for number in range(clients))), seconds * 10 + 60)
    turns = next(numbers) - 1
    return Measured(len(latencies), seconds, latencies, (_processor_seconds(process) - used) / max(turns, 1))


def _processor_seconds(process: int) -> float:
    """User and system time of a process of this Linux so far."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def _answered(reader: asyncio.StreamReader) -> None:
    head = (await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 60)).decode("latin-1")
    status = head.split(" ", 2)[1]
    lines = dict(line.lower().split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
    body = await reader.readexactly(int(lines.get("content-length", 0)))
    if status not in {"200", "201", "202"}:
        raise RuntimeError(f"the bot answered {status}: {body[:300]!r}")


class Playback:
    """A Graph that gives the answer it once got from a real one to the same question, so that the bot is measured."""

    def __init__(self, session: aiohttp.ClientSession, root: str, prefix: str) -> None:
        """`root` is the real one's address, `prefix` the path under which it is played."""
        self._session = session
        self._root = root
        self._prefix = prefix
        self._known: dict[tuple[str, str, bytes], Answer] = {}

    async def __call__(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """The answer to a request; the first time it is asked for."""
        question = method, path, body
        if question not in self._known:
            passed = {name: value for name, value in headers.items() if name not in {*ASIDE, "host"}}
            url = URL(self._root + path.removeprefix(self._prefix), encoded=True)
            async with self._session.request(method, url, data=body or None, headers=passed) as answer:
                self._known[question] = answer.status, await answer.read()
        return self._known[question]

    @property
    def questions(self) -> int:
        """How many different ones were asked."""
        return len(self._known)


def at(hour: int) -> Callable[[], datetime]:
    """A clock that stands, on a Monday of the emulator's office."""
    stands = datetime.fromisoformat("2026-11-23T00:00:00+00:00") + timedelta(hours=hour)
    return lambda: stands
