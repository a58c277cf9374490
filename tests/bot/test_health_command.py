"""`convene health` tells a service that lives from one that does not."""

import asyncio
import io
import socket

from aiohttp import web

from bot.health import health_routes
from bot.health_command import own_address, run
from bot.serving import serving


async def ready() -> None:
    """Always."""


async def stranger(_request: web.Request) -> web.Response:
    """JSON of another kind."""
    return web.json_response(["alive"])


async def asked(port: int) -> tuple[int, str]:
    """Exit status, and what is said."""
    out = io.StringIO()
    return await asyncio.to_thread(run, "127.0.0.1", port, out), out.getvalue().strip()


async def test_a_service_that_lives() -> None:
    """Exit status 0."""
    service = web.Application()
    service.add_routes(health_routes(ready))
    async with serving(service, "127.0.0.1", 0, grace=1) as url:
        assert await asked(int(url.rpartition(":")[2])) == (0, "alive")


async def test_somebody_else_on_its_port() -> None:
    """Another service that answers is not ours."""
    other = web.Application()
    other.add_routes([web.get("/healthz", stranger)])
    async with serving(other, "127.0.0.1", 0, grace=1) as url:
        assert await asked(int(url.rpartition(":")[2])) == (1, "something else answers")


async def test_nobody_there() -> None:
    """A port that nobody listens at; the reason is said."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        status, says = await asked(held.getsockname()[1])
    assert (status, says.startswith("not alive: ")) == (1, True)


def test_every_address_means_this_machine() -> None:
    """A container listens everywhere and asks itself."""
    assert [own_address(host) for host in ("0.0.0.0", "::", "10.0.0.5")] == ["127.0.0.1", "::1", "10.0.0.5"]
