"""Somebody who listens to change notifications over real HTTP, on 127.0.0.1."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

Json = dict[str, Any]
Greeting = Callable[[str], web.Response]
WITHIN = 10


@dataclass
class Subscriber:
    """Takes what it is told. `greets` answers the first question; `refuses` so many notifications first."""

    server: TestServer
    told: asyncio.Queue[Json] = field(default_factory=asyncio.Queue)
    asked: list[str] = field(default_factory=list)
    greets: Greeting = lambda token: web.Response(text=token)
    refuses: int = 0

    def url(self, path: str = "/changes?from=graph") -> str:
        """An address of it."""
        return str(self.server.make_url("/")).rstrip("/") + path

    async def take(self, request: web.Request) -> web.Response:
        """Answer what comes."""
        if token := request.query.get("validationToken"):
            self.asked.append(str(request.rel_url.with_query({"from": request.query.get("from", "")})))
            return self.greets(token)
        if self.refuses:
            self.refuses -= 1
            return web.Response(status=503)
        for notification in (await request.json())["value"]:
            self.told.put_nowait({"path": request.path, **notification})
        return web.Response(status=202)

    async def next(self) -> Json:
        """The next thing that it is told."""
        return await asyncio.wait_for(self.told.get(), WITHIN)

    async def next_changes(self, count: int) -> list[tuple[str, str]]:
        """What has changed, and the id of it."""
        told = [await self.next() for _ in range(count)]
        return [(one["changeType"], one["resourceData"]["id"]) for one in told]


@asynccontextmanager
async def listening() -> AsyncIterator[Subscriber]:
    """A subscriber, as long as the context is open."""
    application = web.Application()
    found = Subscriber(TestServer(application, host="127.0.0.1"))
    application.router.add_post("/{path:.*}", found.take)
    await found.server.start_server()
    try:
        yield found
    finally:
        await found.server.close()
