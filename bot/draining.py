"""Stopping without losing a turn: those under way are finished, new ones are sent away to come back."""

import asyncio
from collections.abc import Awaitable, Callable

from aiohttp import web
from aiohttp.typedefs import Middleware

RETRY_AFTER = 5
"""Seconds after which another process, or the next one, will have taken over."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Draining:
    """Counts what is under way at the paths that it watches."""

    def __init__(self) -> None:
        self.begun = False
        """Nothing new is taken any more."""
        self._under_way = 0
        self._idle = asyncio.Event()
        self._idle.set()

    def watching(self, *paths: str) -> Middleware:
        """The middleware: 503 with Retry-After at `paths` (and below) once draining has begun."""

        @web.middleware
        async def watch(request: web.Request, handler: Handler) -> web.StreamResponse:
            if not any(request.path == path or request.path.startswith(f"{path}/") for path in paths):
                return await handler(request)
            if self.begun:
                return _come_back()
            self._under_way += 1
            self._idle.clear()
            try:
                return await handler(request)
            finally:
                self._under_way -= 1
                if not self._under_way:
                    self._idle.set()

        return watch

    async def drain(self, grace: float) -> bool:
        """Take nothing new and wait for what is under way, `grace` seconds at most; whether all of it ended."""
        self.begun = True
        try:
            async with asyncio.timeout(grace):
                await self._idle.wait()
        except TimeoutError:
            return False
        return True


def _come_back() -> web.Response:
    body = {"error": {"code": "ServiceUnavailable", "message": "The service is stopping. Try again in a moment."}}
    response = web.json_response(body, status=503, headers={"Retry-After": str(RETRY_AFTER)})
    response.force_close()
    return response
