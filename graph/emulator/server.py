"""The emulator as a server: Graph at /v1.0 and Entra beside it, over plain loopback HTTP and over TLS.

    async with Emulator(world=World.read(path), clock=clock) as graph:
        graph.url, graph.token_url, graph.authority, graph.ca_pem

One request is one transaction and runs to its end before the next begins.
"""

import asyncio
import json
import ssl
import uuid
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl

import trustme
from aiohttp import web

from graph.emulator.calls import Answer, Call
from graph.emulator.delivery import deliver_due
from graph.emulator.entra import DEMO_TENANT, Entra
from graph.emulator.errors import GraphError, error_body, unreadable_body
from graph.emulator.faults import Break, Fault, next_fault
from graph.emulator.loading import load
from graph.emulator.routes import Routes
from graph.emulator.store import Store
from graph.emulator.tenant import Clock, Tenant
from graph.emulator.world import World

_HOST = "127.0.0.1"
_REQUESTS_KEPT = 5000
_SERVICE = "/v1.0"
ChangeListener = Callable[[str], None]


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
    ) -> None:
        self._world = world
        self._clock = clock
        self._database = database
        self._port = port
        self._delivery_delay = delivery_delay
        self._keeps_declined = keeps_declined
        self._listeners: list[ChangeListener] = []
        self._routes = Routes()
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
        return f"http://{_HOST}:{self.port}{_SERVICE}"

    @property
    def token_url(self) -> str:
        """The token endpoint over plain HTTP."""
        return f"http://{_HOST}:{self.port}/{DEMO_TENANT}/oauth2/v2.0/token"

    @property
    def authority(self) -> str:
        """What MSAL takes as authority; over TLS, since it takes nothing else."""
        return f"https://{_HOST}:{self.tls_port}/{DEMO_TENANT}"

    def app_token(self) -> str:
        """An application's token for Graph."""
        return self.entra.app_token()

    def user_token(self, user_id: str) -> str:
        """A user's token for Graph, by id or user principal name."""
        return self.entra.user_token(user_id)

    def user_assertion(self, user_id: str) -> str:
        """What Teams single sign-on hands to the bot for this user."""
        return self.entra.user_assertion(user_id)

    def subscribe(self, listener: ChangeListener) -> Callable[[], None]:
        """Call `listener` with the address of every mailbox that changes; the result ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    async def __aenter__(self) -> Self:
        store = Store(self._database)
        self.tenant = Tenant(store, self._clock, self._delivery_delay, self._keeps_declined)
        try:
            if store.read_note("world") is None:
                world = World.read(self._world) if isinstance(self._world, Path) else self._world
                load(world, store, self._clock())
            self.entra = Entra(self.tenant)
            await self._serve()
        except BaseException:
            store.close()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._runner.cleanup()
        self.tenant.store.close()

    async def _serve(self) -> None:
        application = web.Application(client_max_size=4 * 2**20)
        application.router.add_post("/{tenant}/oauth2/v2.0/token", self._token)
        application.router.add_get("/{tenant}/v2.0/.well-known/openid-configuration", self._discovery)
        application.router.add_get("/{tenant}/discovery/v2.0/keys", self._keys)
        application.router.add_route("*", _SERVICE + "/{path:.*}", self._graph)
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

    async def _discovery(self, _request: web.Request) -> web.Response:
        return web.json_response(self.entra.discovery())

    async def _keys(self, _request: web.Request) -> web.Response:
        return web.json_response(self.entra.keys())

    # Graph

    async def _graph(self, request: web.Request) -> web.StreamResponse:
        path = request.raw_path.partition("?")[0].removeprefix(_SERVICE)
        text = (await request.read()).decode("utf-8", "replace")
        fault = next_fault(self.faults, request.method, path)
        if fault is not None and fault.latency:
            await asyncio.sleep(fault.latency)
        if fault is not None and fault.breaks is Break.BEFORE:
            return _hang_up(request)
        if fault is not None and fault.status is not None:
            answer = _answer_of(fault)
        else:
            answer = self._answer(request, path, text)
        self._note(request, path, text, answer)
        if fault is not None and fault.breaks is Break.AFTER:
            return _hang_up(request)
        return self._response(request, answer, torn=fault is not None and fault.breaks is Break.TORN)

    def _answer(self, request: web.Request, path: str, text: str) -> "_Sent":
        request_id = str(uuid.uuid4())
        headers = {
            "request-id": request_id,
            "client-request-id": request.headers.get("client-request-id", request_id),
            "OData-Version": "4.0",
        }
        try:
            with self.tenant.store.transaction():
                call, answer = self._handle(request, path, text)
        except GraphError as refusal:
            self.tenant.changed.clear()
            body = error_body(refusal.code, refusal.message, self.tenant.now, request_id, headers["client-request-id"])
            return _Sent(refusal.status, json.dumps(body), headers | refusal.headers)
        self._tell_listeners()
        headers |= answer.headers
        if call.applied:
            headers["Preference-Applied"] = ", ".join(call.applied)
        if answer.body is not None and "@odata.etag" in answer.body:
            headers["ETag"] = answer.body["@odata.etag"]
        return _Sent(answer.status, None if answer.body is None else json.dumps(answer.body), headers)

    def _handle(self, request: web.Request, path: str, text: str) -> tuple[Call, Answer]:
        caller = self.entra.prove(request.headers.get("Authorization"))
        handler, parameters = self._routes.find(request.method, path)
        deliver_due(self.tenant)
        call = Call(
            tenant=self.tenant,
            caller=caller,
            method=request.method,
            path=path,
            root=f"{request.scheme}://{request.host}{_SERVICE}",
            parameters=parameters,
            query={name.lower(): value for name, value in parse_qsl(request.query_string, keep_blank_values=True)},
            headers=request.headers,
            raw_body=_json(text, request.content_type),
        )
        return call, handler(call)

    def _tell_listeners(self) -> None:
        changed, self.tenant.changed = sorted(self.tenant.changed), set()
        for address in changed:
            for listener in list(self._listeners):
                listener(address)

    def _note(self, request: web.Request, path: str, text: str, answer: "_Sent") -> None:
        self.requests.append(
            Exchange(
                request.method,
                path,
                request.query_string,
                _read(text),
                answer.status,
                _read(answer.text or ""),
                request.headers.get("Prefer", ""),
            )
        )

    def _response(self, request: web.Request, answer: "_Sent", *, torn: bool) -> web.Response:
        text = answer.text
        if torn and text:
            text = text[: len(text) // 2]
        response = web.Response(status=answer.status, text=text, headers=answer.headers)
        if text is not None:
            response.content_type = "application/json"
        return response


@dataclass(frozen=True)
class _Sent:
    """An answer, ready to be sent and to be noted."""

    status: int
    text: str | None
    headers: Mapping[str, str]


def _answer_of(fault: Fault) -> _Sent:
    text = fault.body if isinstance(fault.body, str) else json.dumps(fault.body) if fault.body is not None else None
    return _Sent(fault.status or 500, text, fault.headers)


def _hang_up(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _json(text: str, content_type: str) -> object:
    if not text.strip():
        return None
    if "json" not in content_type:
        raise unreadable_body(
            f"A supported MIME type could not be found that matches the content type '{content_type}'."
        )
    try:
        found: object = json.loads(text)
        json.dumps(found, ensure_ascii=False).encode()  # half a surrogate pair is no text
    except ValueError:
        raise GraphError(400, "BadRequest", "Unable to read JSON request payload.") from None
    return found


def _read(text: str) -> object:
    try:
        return json.loads(text) if text.strip() else None
    except json.JSONDecodeError:
        return text
