"""A stand-in for Graph that answers as a test tells it to, over real HTTP on 127.0.0.1."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

from graph.client import GraphClient, connection_pool
from graph.credentials import FixedToken, TokenSource
from graph.retries import Patience

Answer = Callable[["Asked", web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True)
class Asked:
    """A request as it arrived. `path` is below the service root, decoded; `body` is its JSON, or text."""

    method: str
    path: str
    raw_path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: Any


def answering(
    body: object = None, status: int = 200, headers: Mapping[str, str] | None = None, raw: bytes | None = None
) -> Answer:
    """An answer of `body` as JSON, or of `raw` bytes."""

    async def answer(_: Asked, __: web.Request) -> web.StreamResponse:
        content = raw if raw is not None else b"" if body is None else json.dumps(body).encode()
        return web.Response(body=content, status=status, headers=headers, content_type="application/json")

    return answer


def refusing(status: int, code: str, message: str = "No.", headers: Mapping[str, str] | None = None) -> Answer:
    """Graph's error body."""
    return answering({"error": {"code": code, "message": message}}, status, headers)


async def dropping(_: Asked, request: web.Request) -> web.StreamResponse:
    """The connection breaks after the request was received."""
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


async def tearing(_: Asked, request: web.Request) -> web.StreamResponse:
    """The connection breaks in the middle of the answer."""
    response = web.StreamResponse(headers={"Content-Length": "1000", "Content-Type": "application/json"})
    await response.prepare(request)
    await response.write(b'{"value": [{"id"')
    assert request.transport is not None
    request.transport.abort()
    return response


class Service:
    """Answers in the order of `script`, and the last of them for ever. `asked` is what arrived."""

    def __init__(self) -> None:
        self.script: deque[Answer] = deque()
        self.asked: list[Asked] = []
        self.waits: list[float] = []
        self.root = ""
        self.now = self.most = 0
        self._stopping = asyncio.Event()

    def answers(self, *script: Answer) -> None:
        """Set the script."""
        self.script = deque(script)

    async def silence(self, _: Asked, __: web.Request) -> web.StreamResponse:
        """No answer, as long as the test lasts."""
        await self._stopping.wait()
        return web.Response()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Record the request and answer it."""
        text = (await request.read()).decode("utf-8", "replace")
        asked = Asked(
            request.method,
            request.path.removeprefix("/v1.0"),
            request.raw_path.partition("?")[0].removeprefix("/v1.0"),
            dict(request.query),
            {name.lower(): value for name, value in request.headers.items()},
            json.loads(text) if text and request.content_type == "application/json" else text or None,
        )
        self.asked.append(asked)
        answer = self.script.popleft() if len(self.script) > 1 else self.script[0]
        self.now += 1
        self.most = max(self.most, self.now)
        try:
            return await answer(asked, request)
        finally:
            self.now -= 1

    async def sleep(self, seconds: float) -> None:
        """In place of waiting: note how long it would have been."""
        self.waits.append(seconds)
        await asyncio.sleep(0)

    @asynccontextmanager
    async def client(
        self, tokens: TokenSource | None = None, patience: Patience | None = None, jitter: float = 1.0
    ) -> AsyncIterator[GraphClient]:
        """A client of this service that waits for nothing."""
        async with connection_pool() as http:
            yield GraphClient(
                http,
                self.root,
                tokens or FixedToken("token"),
                patience=patience,
                sleep=self.sleep,
                jitter=lambda: jitter,
            )

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Service"]:
        """The service, listening."""
        application = web.Application(client_max_size=8 * 2**20)
        application.router.add_route("*", "/{path:.*}", self.handle)
        server = TestServer(application, host="127.0.0.1")
        await server.start_server()
        self.root = str(server.make_url("/v1.0"))
        try:
            yield self
        finally:
            self._stopping.set()
            await server.close()
