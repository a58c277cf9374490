"""The emulator as a server: Graph at /v1.0 and Entra beside it, over plain loopback HTTP and over TLS.

    async with Emulator(world=World.read(path), clock=clock) as graph:
        graph.url, graph.token_url, graph.authority, graph.ca_pem

One request is one transaction and runs to its end before the next begins.
"""

import asyncio
import json
import re
import ssl
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

import trustme
from aiohttp import web

from graph.emulator.entra import APPLICATION_ROLES, DELEGATED_SCOPES, DEMO_TENANT, Entra
from graph.emulator.entra_codes import BadRequest
from graph.emulator.entra_page import HEADERS, error_page
from graph.emulator.entra_refusal import Refusal
from graph.emulator.errors import Json
from graph.emulator.fault_orders import fault_of, rendered
from graph.emulator.faults import Break, Fault, next_fault
from graph.emulator.limits import Limits, Turnstile
from graph.emulator.loading import complete_messages, load
from graph.emulator.notifications import Letter, announced, missed, of_changes, removed
from graph.emulator.notifier import Notifier, Persistence
from graph.emulator.service import SERVICE, Asked, ChangeListener, Sent, Service
from graph.emulator.store import Store
from graph.emulator.subscriptions import active
from graph.emulator.tenant import Clock, Tenant
from graph.emulator.uploads import OUTLOOK
from graph.emulator.world import World

_HOST = "127.0.0.1"
_FAULTS = "/emulator/faults"
_REQUESTS_KEPT = 5000
_LARGEST_REQUEST = 64 * 2**20


@dataclass(frozen=True)
class Exchange:
    """One request that was answered, for transcripts. `path` is below the service root, with its query."""

    method: str
    path: str
    query: str
    request_body: object
    status: int
    response_body: object
    prefer: str = ""


class Emulator:
    """A Graph of one's own. Enter it to serve; a database that already holds a world keeps it."""

    def __init__(
        self,
        world: World | Path,
        clock: Clock,
        database: Path | str = ":memory:",
        port: int = 0,
        *,
        delivery_delay: timedelta = timedelta(),
        keeps_declined: bool = True,
        limits: Limits | None = None,
        persistence: Persistence | None = None,
    ) -> None:
        self._world = world
        self._clock = clock
        self._database = database
        self._port = port
        self._delivery_delay = delivery_delay
        self._keeps_declined = keeps_declined
        self._turnstile = Turnstile(limits)
        self._persistence = persistence or Persistence()
        self._listeners: list[ChangeListener] = []
        self.faults: list[Fault] = []
        """What shall go wrong next; tests add to it."""
        self.requests: deque[Exchange] = deque(maxlen=_REQUESTS_KEPT)
        """What was asked of Graph, oldest first."""
        self.ca_pem = b""
        """The certificate authority of `authority`, in PEM."""
        self.port = port
        self.tls_port = 0

    @property
    def url(self) -> str:
        """Graph's service root, without a slash at its end."""
        return f"http://{_HOST}:{self.port}{SERVICE}"

    @property
    def token_url(self) -> str:
        """The token endpoint over plain HTTP."""
        return f"http://{_HOST}:{self.port}/{DEMO_TENANT}/oauth2/v2.0/token"

    @property
    def authority(self) -> str:
        """What MSAL takes as authority; over TLS, since it takes nothing else."""
        return f"https://{_HOST}:{self.tls_port}/{DEMO_TENANT}"

    def app_token(self, roles: str = APPLICATION_ROLES) -> str:
        """An application's token for Graph. `roles`: its permissions, divided by spaces."""
        return self.entra.app_token(roles)

    def user_token(self, user_id: str, scopes: str = DELEGATED_SCOPES) -> str:
        """A user's token for Graph, by id or user principal name. `scopes`: its permissions, divided by spaces."""
        return self.entra.user_token(user_id, scopes)

    def user_assertion(self, user_id: str) -> str:
        """What Teams single sign-on hands to the bot for this user."""
        return self.entra.user_assertion(user_id)

    def subscribe(self, listener: ChangeListener) -> Callable[[], None]:
        """Call `listener` with the address of every mailbox that changes; the result ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def remove_subscription(self, subscription_id: str) -> None:
        """End a subscription as Graph does when a permission is taken back; its lifecycle address is told.

        Raises LookupError.
        """
        letter = removed(self.tenant, subscription_id)
        self._notifier.send([letter] if letter else [])

    async def __aenter__(self) -> Self:
        store = Store(self._database)
        self.tenant = Tenant(store, self._clock, self._delivery_delay, self._keeps_declined)
        self._notifier = Notifier(self._persistence, self._dropped)
        try:
            if store.read_note("world") is None:
                world = World.read(self._world) if isinstance(self._world, Path) else self._world
                load(world, store, self._clock())
            complete_messages(store)
            self.entra = Entra(self.tenant)
            self._service = Service(self.tenant, self.entra, self._listeners, self._turnstile, self.faults)
            store.journal.begin()
            await self._serve()
        except BaseException:
            await self._notifier.close()
            store.close()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._runner.cleanup()
        await self._notifier.close()
        self.tenant.store.close()

    async def _serve(self) -> None:
        application = web.Application(client_max_size=_LARGEST_REQUEST)
        application.router.add_post("/{tenant}/oauth2/v2.0/token", self._token)
        application.router.add_get("/{tenant}/oauth2/v2.0/authorize", self._sign_in)
        application.router.add_post("/{tenant}/oauth2/v2.0/authorize", self._decided)
        application.router.add_get("/{tenant}/v2.0/.well-known/openid-configuration", self._discovery)
        application.router.add_get("/{tenant}/discovery/v2.0/keys", self._keys)
        application.router.add_post(_FAULTS, self._order_fault)
        application.router.add_get(_FAULTS, self._list_faults)
        application.router.add_delete(_FAULTS, self._forget_faults)
        application.router.add_route("*", SERVICE + "/{path:.*}", self._graph)
        application.router.add_route("*", OUTLOOK + "/{path:.*}", self._upload)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        try:
            plain = web.TCPSite(self._runner, _HOST, self._port)
            await plain.start()
            secure = web.TCPSite(self._runner, _HOST, 0, ssl_context=self._certificate())
            await secure.start()
        except BaseException:
            await self._runner.cleanup()
            raise
        self.port, self.tls_port = (address[1] for address in self._runner.addresses)
        self.entra.authority = self.authority
        self.entra.pages = f"http://{_HOST}:{self.port}/{DEMO_TENANT}"

    def _certificate(self) -> ssl.SSLContext:
        authority = trustme.CA()
        self.ca_pem = authority.cert_pem.bytes()
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        authority.issue_cert(_HOST, "localhost").configure_cert(context)
        return context

    # Entra

    async def _token(self, request: web.Request) -> web.Response:
        form = {name: str(value) for name, value in (await request.post()).items()}
        answer = self.entra.token_endpoint(request.match_info["tenant"], form)
        return web.json_response(answer.body, status=answer.status, headers={"Cache-Control": "no-store"})

    async def _sign_in(self, request: web.Request) -> web.Response:
        try:
            page = self.entra.sign_in_page(request.match_info["tenant"], dict(request.query))
        except (BadRequest, Refusal) as problem:
            return _page(error_page(str(problem)), 400)
        return _page(page)

    async def _decided(self, request: web.Request) -> web.Response:
        form = {name: str(value) for name, value in (await request.post()).items()}
        try:
            address = self.entra.decided(request.match_info["tenant"], form)
        except (BadRequest, Refusal) as problem:
            return _page(error_page(str(problem)), 400)
        return web.Response(status=303, headers={"Location": address, "Cache-Control": "no-store"})

    async def _discovery(self, _request: web.Request) -> web.Response:
        return web.json_response(self.entra.discovery())

    async def _keys(self, _request: web.Request) -> web.Response:
        return web.json_response(self.entra.keys())

    # Graph

    async def _graph(self, request: web.Request) -> web.StreamResponse:
        asked = await _asked(request, SERVICE)
        fault = next_fault(self.faults, asked.method, asked.path)
        if fault is not None and fault.latency:
            await asyncio.sleep(fault.latency)
        if fault is not None and fault.breaks is Break.BEFORE:
            return _hang_up(request)
        if fault is not None and fault.status is not None:
            sent = Sent(fault.status, fault.body, fault.headers)
        else:
            sent = await self._answer(asked)
        self._note(asked, sent)
        if fault is not None and fault.breaks is Break.AFTER:
            return _hang_up(request)
        return _response(sent, is_torn=fault is not None and fault.breaks is Break.TORN)

    async def _upload(self, request: web.Request) -> web.StreamResponse:
        sent = self._service.upload(await _asked(request, OUTLOOK))
        self._tell_subscribers()
        return _response(sent)

    async def _answer(self, asked: Asked) -> Sent:
        if addresses := self._service.unconfirmed(asked):
            asked = replace(asked, confirmations=await self._notifier.ask(addresses))
        sent = await self._answer_in_turn(asked)
        self._tell_subscribers()
        return sent

    def _tell_subscribers(self) -> None:
        subscriptions = active(self.tenant)
        self._notifier.send([*of_changes(subscriptions, self.tenant.store.journal.take()), *announced(self.tenant)])

    def _dropped(self, letter: Letter) -> None:
        """Nobody took it: what was missed is said once, of changes."""
        told = None if letter.is_lifecycle else missed(self.tenant, letter.subscription_id)
        self._notifier.send([told] if told else [])

    async def _answer_in_turn(self, asked: Asked) -> Sent:
        if self._turnstile.limits is None:
            return self._service.answer(asked)
        refused = self._service.throttled(asked)
        if refused is not None:
            return refused
        places = self._service.places(asked)
        with self._turnstile.under_way(places):
            await asyncio.sleep(self._turnstile.work)
        return self._service.answer(asked)

    # Faults to order

    async def _order_fault(self, request: web.Request) -> web.Response:
        if request.content_type != "application/json":  # which no page of another site can send
            return web.json_response({"error": "application/json is expected"}, status=415)
        try:
            fault = fault_of(await request.json(), self.tenant.now, self.entra.challenge())
        except (ValueError, re.error) as problem:
            return web.json_response({"error": str(problem)}, status=400)
        self.faults.append(fault)
        return web.json_response(rendered(fault), status=201)

    async def _list_faults(self, _request: web.Request) -> web.Response:
        return web.json_response({"value": [rendered(fault) for fault in self.faults]})

    async def _forget_faults(self, _request: web.Request) -> web.Response:
        self.faults.clear()
        return web.Response(status=204)

    def _note(self, asked: Asked, sent: Sent) -> None:
        prefer = asked.headers.get("prefer", "")
        stated = _read(asked.content)
        answered = _read(sent.body) if isinstance(sent.body, (str, bytes)) else sent.body
        self.requests.append(Exchange(asked.method, asked.path, asked.query, stated, sent.status, answered, prefer))


def _page(html: str, status: int = 200) -> web.Response:
    return web.Response(status=status, text=html, content_type="text/html", headers=HEADERS)


async def _asked(request: web.Request, below: str) -> Asked:
    """The request, with its path below `below`."""
    return Asked(
        method=request.method,
        path=request.raw_path.partition("?")[0].removeprefix(below),
        query=request.query_string,
        headers={name.lower(): value for name, value in request.headers.items()},
        content_type=request.content_type,
        content=await request.read(),
        root=f"{request.scheme}://{request.host}{SERVICE}",
    )


def _response(sent: Sent, *, is_torn: bool = False) -> web.Response:
    content = _content(sent.body)
    if is_torn and content:
        content = content[: len(content) // 2]
    response = web.Response(status=sent.status, body=content, headers=sent.headers)
    if content is not None and "Content-Type" not in sent.headers:
        response.content_type = "application/json"
    return response


def _content(body: Json | str | bytes | None) -> bytes | None:
    if body is None or isinstance(body, bytes):
        return body
    return body.encode() if isinstance(body, str) else json.dumps(body).encode()


def _read(content: str | bytes) -> object:
    """What JSON says; what is none as text."""
    try:
        return json.loads(content) if content.strip() else None
    except ValueError:
        return content if isinstance(content, str) else content.decode("utf-8", "replace")


def _hang_up(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
