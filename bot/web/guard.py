"""What stands before every address of the page: this machine and this origin alone, and nothing from elsewhere."""

import json
from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.channel.authentication import is_loopback
from bot.web.channel import Unanswered
from graph.errors import GraphError

EMPTY = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
POLICY = (
    f"default-src 'none'; script-src 'self'; style-src 'self' '{EMPTY}'; img-src 'self' data:; font-src 'self' data:; "
    "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
"""Of inline styles only the empty one is let in, which is what FullCalendar puts into the page and fills by script."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def guarded(handler: Handler) -> Handler:
    """For this machine and this origin alone; whatever goes wrong is answered in words, as {"problem": …}."""

    async def guard(request: web.Request) -> web.StreamResponse:
        try:
            _admit(request)
            response = await handler(request)
        except web.HTTPException as refusal:
            response = _problem(refusal.text or refusal.reason, refusal.status)
        except Unanswered as problem:
            response = _problem(str(problem), 502)
        except GraphError as error:
            response = _problem(f"The calendar service did not answer ({error.code}).", 502)
        if not response.prepared:
            protect(response)
        return response

    return guard


def protect(response: web.StreamResponse) -> None:
    """Headers that keep the page to itself."""
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers.setdefault("Cache-Control", "no-cache")


def _admit(request: web.Request) -> None:
    """Raises HTTPForbidden for a request from another machine, by a name that is not ours, or by another page."""
    ours = str(request.url.origin())
    by_name = is_loopback(request.remote or "") and is_loopback(request.url.host or "")
    by_origin = request.headers.get("Origin", ours) == ours
    site = request.headers.get("Sec-Fetch-Site", "none")
    navigates = request.method == "GET" and request.headers.get("Sec-Fetch-Mode") == "navigate"
    if not (by_name and by_origin and (navigates or site in {"none", "same-origin"})):
        raise web.HTTPForbidden(text="This page is for this machine alone.")


def _problem(words: str, status: int) -> web.Response:
    return web.json_response({"problem": words}, status=status)


async def told(request: web.Request) -> dict[str, object]:
    """The JSON object that a request brings. Raises HTTPUnsupportedMediaType and HTTPBadRequest."""
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType(text="This address takes JSON.")
    try:
        found = await request.json()
    except (json.JSONDecodeError, UnicodeDecodeError) as problem:
        raise web.HTTPBadRequest(text="That is no JSON.") from problem
    if not isinstance(found, dict):
        raise web.HTTPBadRequest(text="That is no JSON object.")
    return found
