"""The page's own server: its files, the talk of the person in front of it, and their week.

Everything is on loopback and for this origin only; nothing is loaded from anywhere else.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, web

from bot.channel.authentication import is_loopback
from bot.web.assets import SERVED, are_there
from bot.web.calendars import Calendars
from bot.web.channel import Conversation, LocalChannel, Member
from graph.client import GraphClient
from graph.errors import GraphError
from graph.model import Window

STATIC = Path(__file__).parent / "static"
FILES = ("page.css", "page.js", "chat.js", "week.js", "cards.js")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' "
    "data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
"""Inline styles are what the card renderer and the calendar set on their elements."""

HEARTBEAT = 20.0
"""Seconds after which an idle stream shows that it lives."""

Clock = Callable[[], datetime]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Subscribe = Callable[[Callable[[str], None]], Callable[[], None]]


@asynccontextmanager
async def page(
    *, graph: GraphClient, clock: Clock, subscribe: Subscribe, default_person: str
) -> AsyncIterator[Callable[[web.Application], None]]:
    """What adds the page to the application that serves `/api/messages`, before that is started.

    `graph` may read every mailbox. `subscribe` takes a listener that is called with the address of each mailbox that
    changes, and returns what ends that. `default_person` is the address of whom one is at first.
    """
    async with ClientSession() as session:
        channel = LocalChannel(session, clock)
        routes = Page(channel, Calendars(graph), clock, default_person).routes()

        async def close(_app: web.Application) -> None:
            channel.close()

        def join(app: web.Application) -> None:
            app.add_routes(routes)
            app.on_shutdown.append(close)

        end = subscribe(lambda _address: channel.tell_all("calendar"))
        try:
            yield join
        finally:
            end()


class Page:
    """The handlers."""

    def __init__(self, channel: LocalChannel, calendars: Calendars, clock: Clock, default_person: str) -> None:
        self._channel = channel
        self._calendars = calendars
        self._clock = clock
        self._default = default_person.lower()

    def routes(self) -> tuple[web.RouteDef, ...]:
        """Every address that the page uses."""
        conversation = "/channel/v3/conversations/{conversation}/activities"
        return (
            web.get("/", guarded(self._index)),
            web.get("/static/{name}", guarded(self._file)),
            web.get("/page/people", guarded(self._people)),
            web.get("/page/week", guarded(self._week)),
            web.get("/page/stream", guarded(self._stream)),
            web.post("/page/say", guarded(self._say)),
            web.post("/page/press", guarded(self._press)),
            web.post(conversation, guarded(self._receive)),
            web.post(conversation + "/{activity}", guarded(self._receive)),
            web.put(conversation + "/{activity}", guarded(self._change)),
            web.delete(conversation + "/{activity}", guarded(self._remove)),
        )

    async def _index(self, _request: web.Request) -> web.StreamResponse:
        name = "index.html" if are_there() else "bare.html"
        return web.FileResponse(STATIC / name, headers={"Content-Type": "text/html; charset=utf-8"})

    async def _file(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        path = STATIC / name if name in FILES else SERVED.get(name)
        if path is None or not path.is_file():
            raise web.HTTPNotFound
        return web.FileResponse(path)

    async def _people(self, _request: web.Request) -> web.StreamResponse:
        colleagues = await self._calendars.colleagues()
        default = next((each for each in colleagues if each.person.email.lower() == self._default), colleagues[0])
        people = [
            {
                "id": each.member.id,
                "name": each.member.name,
                "title": each.person.title,
                "place": each.person.office or each.member.zone.key.rpartition("/")[2].replace("_", " "),
                "now": self._wall(each.member),
            }
            for each in colleagues
        ]
        return web.json_response({"people": people, "default": default.member.id})

    async def _week(self, request: web.Request) -> web.StreamResponse:
        member = await self._member(request.query.get("person", ""))
        try:
            start, end = (datetime.fromisoformat(request.query[name][:19]) for name in ("start", "end"))
        except (KeyError, ValueError) as problem:
            raise web.HTTPBadRequest(text="start and end are ISO times") from problem
        window = Window(start.replace(tzinfo=member.zone), end.replace(tzinfo=member.zone))
        return web.json_response({"events": await self._calendars.days(member, window), "now": self._wall(member)})

    async def _stream(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events: first all that was said so far, then whatever happens."""
        conversation = await self._conversation(request.query.get("person", ""))
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        _protect(response)
        await response.prepare(request)
        async with self._channel.watching(conversation) as news:
            await _send(response, {"kind": "all", "messages": list(conversation.messages)})
            opening = asyncio.create_task(self._channel.open(conversation, str(request.url.origin())))
            try:
                await _pass_on(news, response)
            except ConnectionError:
                return response
            finally:
                await opening
        return response

    async def _say(self, request: web.Request) -> web.StreamResponse:
        told = await request.json()
        conversation = await self._conversation(str(told.get("person", "")))
        await self._channel.say(conversation, str(request.url.origin()), str(told.get("text", "")))
        return web.json_response({})

    async def _press(self, request: web.Request) -> web.StreamResponse:
        told = await request.json()
        conversation = await self._conversation(str(told.get("person", "")))
        action = told.get("action")
        if not isinstance(action, dict):
            raise web.HTTPBadRequest(text="an action is pressed")
        origin = str(request.url.origin())
        problem = await self._channel.press(conversation, origin, str(told.get("message", "")), action)
        return web.json_response({"problem": problem})

    async def _receive(self, request: web.Request) -> web.StreamResponse:
        return web.json_response({"id": self._channel.receive(self._named(request), await request.json())}, status=201)

    async def _change(self, request: web.Request) -> web.StreamResponse:
        if not self._named(request).change(request.match_info["activity"], await request.json()):
            raise web.HTTPNotFound
        return web.json_response({"id": request.match_info["activity"]})

    async def _remove(self, request: web.Request) -> web.StreamResponse:
        if not self._named(request).remove(request.match_info["activity"]):
            raise web.HTTPNotFound
        return web.json_response({})

    def _named(self, request: web.Request) -> Conversation:
        if (found := self._channel.find(request.match_info["conversation"])) is None:
            raise web.HTTPNotFound
        return found

    async def _conversation(self, person: str) -> Conversation:
        return self._channel.of(await self._member(person))

    async def _member(self, person: str) -> Member:
        if (member := await self._calendars.member(person)) is None:
            raise web.HTTPNotFound(text="nobody of that id works here")
        return member

    def _wall(self, member: Member) -> str:
        """What a clock on the member's wall shows."""
        return self._clock().astimezone(member.zone).replace(tzinfo=None).isoformat(timespec="milliseconds")


def guarded(handler: Handler) -> Handler:
    """For loopback and this origin alone; what Graph refuses is answered in words."""

    async def guard(request: web.Request) -> web.StreamResponse:
        host, origin = request.url.host or "", request.headers.get("Origin")
        if not is_loopback(host) or (origin is not None and origin != str(request.url.origin())):
            raise web.HTTPForbidden(text="this page is for this machine alone")
        try:
            response = await handler(request)
        except GraphError as error:
            response = web.json_response({"problem": f"The calendar service did not answer: {error.code}"}, status=502)
        except json.JSONDecodeError:
            response = web.json_response({"problem": "that was no JSON"}, status=400)
        if not response.prepared:
            _protect(response)
        return response

    return guard


def _protect(response: web.StreamResponse) -> None:
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers.setdefault("Cache-Control", "no-cache")


async def _pass_on(news: "asyncio.Queue[dict[str, Any]]", response: web.StreamResponse) -> None:
    """Send what happens until the channel ends or the page goes away. Raises ConnectionError."""
    while True:
        try:
            happened = await asyncio.wait_for(news.get(), HEARTBEAT)
        except TimeoutError:
            await response.write(b": still here\n\n")
            continue
        if happened["kind"] == "end":
            return
        await _send(response, happened)


async def _send(response: web.StreamResponse, news: dict[str, Any]) -> None:
    await response.write(f"data: {json.dumps(news, ensure_ascii=False)}\n\n".encode())
