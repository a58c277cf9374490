"""The page's own server: its files, the talk of the person in front of it, and their days."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from aiohttp import ClientSession, web

from bot.web.assets import SERVED, are_there
from bot.web.calendars import Calendars, city
from bot.web.channel import LocalChannel, account
from bot.web.guard import guarded, protect, told
from bot.web.talk import Json, Member, News, Talk
from graph.client import GraphClient
from graph.model import Window

STATIC = Path(__file__).parent / "static"
FILES = frozenset(path.name for path in STATIC.iterdir() if path.suffix in {".css", ".js", ".svg"})
HEARTBEAT = 20.0
"""Seconds after which an idle stream shows that it lives."""

Clock = Callable[[], datetime]
Subscribe = Callable[[Callable[[str], None]], Callable[[], None]]


@asynccontextmanager
async def page(
    *,
    graph: GraphClient,
    clock: Clock,
    subscribe: Subscribe,
    default_person: str,
    packages: Mapping[str, Path] = SERVED,
) -> AsyncIterator[Callable[[web.Application], None]]:
    """What adds the page to the application that serves `/api/messages`, before that is started.

    `graph` may read every mailbox. `subscribe` takes a listener that is called with the address of each mailbox that
    changes, and returns what ends that. `default_person` is the address of whom one is at first. `packages` are the
    files from npm by the names under which they are served; without them a notice says how to get them.
    """
    async with ClientSession() as session:
        channel = LocalChannel(session, clock)
        routes = Page(channel, Calendars(graph), clock, default_person, packages).routes()

        async def close(_app: web.Application) -> None:
            channel.tell_all("end")

        def join(app: web.Application) -> None:
            app.add_routes(routes)
            app.on_shutdown.append(close)

        end = subscribe(lambda _address: channel.tell_all("calendar"))
        try:
            yield join
        finally:
            end()


class Page:
    """The handlers. What they refuse is raised as HTTPException."""

    def __init__(
        self,
        channel: LocalChannel,
        calendars: Calendars,
        clock: Clock,
        default_person: str,
        packages: Mapping[str, Path],
    ) -> None:
        self._channel = channel
        self._calendars = calendars
        self._clock = clock
        self._default = default_person.lower()
        self._packages = packages

    def routes(self) -> tuple[web.RouteDef, ...]:
        """Every address that the page uses."""
        conversation = "/channel/v3/conversations/{conversation}/activities"
        return (
            web.get("/", guarded(self._index)),
            web.get("/static/{name}", guarded(self._file)),
            web.get("/page/people", guarded(self._people)),
            web.get("/page/events", guarded(self._events)),
            web.get("/page/stream", guarded(self._stream)),
            web.post("/page/say", guarded(self._say)),
            web.post("/page/press", guarded(self._press)),
            web.post(conversation, guarded(self._receive)),
            web.post(conversation + "/{activity}", guarded(self._receive)),
            web.put(conversation + "/{activity}", guarded(self._change)),
            web.delete(conversation + "/{activity}", guarded(self._remove)),
            web.get("/channel/v3/conversations/{conversation}/pagedmembers", guarded(self._members)),
        )

    async def _index(self, _request: web.Request) -> web.StreamResponse:
        name = "index.html" if are_there(self._packages) else "bare.html"
        return web.FileResponse(STATIC / name, headers={"Content-Type": "text/html; charset=utf-8"})

    async def _file(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        path = STATIC / name if name in FILES else self._packages.get(name)
        if path is None or not path.is_file():
            raise web.HTTPNotFound(text="There is no such file.")
        return web.FileResponse(path)

    async def _people(self, _request: web.Request) -> web.StreamResponse:
        colleagues = await self._calendars.colleagues()
        default = next((each.member.id for each in colleagues if each.person.email.lower() == self._default), None)
        people = [
            {
                "id": each.member.id,
                "name": each.member.name,
                "title": each.person.title,
                "place": each.person.office or city(each.member),
                "zone": each.member.zone.key,
                "city": city(each.member),
                "locale": each.member.locale,
            }
            for each in colleagues
        ]
        first = default or next((each.member.id for each in colleagues), None)
        return web.json_response({"people": people, "default": first, "now": self._now()})

    async def _events(self, request: web.Request) -> web.StreamResponse:
        """What FullCalendar asks: the events between two wall times of the person."""
        member = await self._member(request.query.get("person"))
        try:
            start, end = (
                datetime.fromisoformat(request.query[name]).replace(tzinfo=member.zone) for name in ("start", "end")
            )
        except (KeyError, ValueError) as problem:
            raise web.HTTPBadRequest(text="start and end are ISO times.") from problem
        events = await self._calendars.days(member, Window(start, end)) if start < end else []
        return web.json_response({"events": events, "now": self._now()})

    async def _members(self, request: web.Request) -> web.StreamResponse:
        """What a bot asks: who is in a conversation. Here it is one person."""
        talk = self._channel.find(request.match_info["conversation"])
        if talk is None:
            raise web.HTTPNotFound(text="There is no such conversation.")
        return web.json_response({"members": [account(talk.member)]})

    async def _stream(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events; a page that comes back names the last one that it has seen."""
        talk = await self._talk(request.query.get("person"))
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        protect(response)
        await response.prepare(request)
        opening = asyncio.create_task(self._channel.open(talk, str(request.url.origin())))
        try:
            with talk.watching(request.headers.get("Last-Event-ID", "")) as news:
                await _pass_on(news, response)
        except ConnectionError:
            return response
        finally:
            await opening
        return response

    async def _say(self, request: web.Request) -> web.StreamResponse:
        said = await told(request)
        text = said.get("text")
        if not isinstance(text, str):
            raise web.HTTPBadRequest(text="Words are said.")
        await self._channel.say(await self._talk(said.get("person")), str(request.url.origin()), text)
        return web.json_response({})

    async def _press(self, request: web.Request) -> web.StreamResponse:
        pressed = await told(request)
        action = pressed.get("action")
        if not isinstance(action, dict):
            raise web.HTTPBadRequest(text="An action is pressed.")
        talk = await self._talk(pressed.get("person"))
        await self._channel.press(talk, str(request.url.origin()), str(pressed.get("message", "")), action)
        return web.json_response({})

    async def _receive(self, request: web.Request) -> web.StreamResponse:
        return web.json_response({"id": self._channel.receive(self._named(request), await told(request))}, status=201)

    async def _change(self, request: web.Request) -> web.StreamResponse:
        if not self._named(request).change(request.match_info["activity"], await told(request)):
            raise web.HTTPNotFound(text="There is no such message.")
        return web.json_response({"id": request.match_info["activity"]})

    async def _remove(self, request: web.Request) -> web.StreamResponse:
        if not self._named(request).remove(request.match_info["activity"]):
            raise web.HTTPNotFound(text="There is no such message.")
        return web.json_response({})

    def _named(self, request: web.Request) -> Talk:
        if (found := self._channel.find(request.match_info["conversation"])) is None:
            raise web.HTTPNotFound(text="There is no such conversation.")
        return found

    async def _talk(self, person: object) -> Talk:
        return self._channel.of(await self._member(person))

    async def _member(self, person: object) -> Member:
        if (member := await self._calendars.member(str(person))) is None:
            raise web.HTTPNotFound(text="Nobody of that id works here.")
        return member

    def _now(self) -> str:
        return self._clock().isoformat(timespec="milliseconds")


async def _pass_on(news: News, response: web.StreamResponse) -> None:
    """Send what happens until the channel ends or the page goes away. Raises ConnectionError."""
    while True:
        try:
            happened = await asyncio.wait_for(news.get(), HEARTBEAT)
        except TimeoutError:
            await response.write(b": still here\n\n")
            continue
        if happened["kind"] == "end":
            return
        await response.write(_event(happened))


def _event(news: Json) -> bytes:
    """In the form of server-sent events. Source: HTML, "Server-sent events", 9.2.6."""
    ident = f"id: {news['id']}\n" if "id" in news else ""
    return f"{ident}data: {json.dumps(news)}\n\n".encode()
