"""Is it alive, and can it serve: for whatever watches over the process."""

from collections.abc import Awaitable, Callable

from aiohttp import web

WhyNot = Callable[[], Awaitable[str | None]]
"""The reason why no turn can be served now, in words for an operator; None where one can."""


def health_routes(why_not: WhyNot) -> list[web.RouteDef]:
    """`/healthz` is 200 while the process answers.

    `/readyz` is 200 once a turn can be served, and 503 with the reason before.
    """

    async def alive(_request: web.Request) -> web.Response:
        return web.json_response({"status": "alive"})

    async def ready(_request: web.Request) -> web.Response:
        if reason := await why_not():
            return web.json_response({"status": "not ready", "reason": reason}, status=503)
        return web.json_response({"status": "ready"})

    return [web.get("/healthz", alive), web.get("/readyz", ready)]
