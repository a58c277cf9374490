"""An application on a port, from the first request to the last turn."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.draining import Draining

GRACE = 20.0
"""Seconds that turns under way have to finish when the service stops; a channel waits 15 for an answer."""


@asynccontextmanager
async def serving(
    app: web.Application, host: str, port: int, *, grace: float = GRACE, draining: Draining | None = None
) -> AsyncIterator[str]:
    """Serve `app` and yield its address, such as `http://127.0.0.1:3978`; port 0 takes a free one.

    On leaving, nothing new is accepted and turns under way are finished; with `draining`, whoever comes meanwhile is
    told so. Raises OSError where the port is taken.
    """
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=grace)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        bound = runner.addresses[0][1]
        yield f"http://{f'[{host}]' if ':' in host else host}:{bound}"
    finally:
        if draining:
            await draining.drain(grace)
        await runner.cleanup()
