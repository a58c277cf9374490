"""The one way to Microsoft Graph: headers, retries, deadlines, concurrency per mailbox, paging.

A write is repeated only when Graph certainly has not carried it out, or when doing it twice is the same as doing it
once.
"""

import asyncio
import functools
import json
import logging
import random
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from copy import copy
from dataclasses import replace
from datetime import timedelta
from http.cookiejar import DefaultCookiePolicy
from typing import Any, TypeVar
from urllib.parse import quote
from weakref import WeakValueDictionary

import httpx

from graph.credentials import TokenSource
from graph.errors import GraphError, NotSignedIn, Refused, Unavailable
from graph.exchange import Call, Operation, Reader
from graph.lanes import Lane
from graph.retries import Patience, wait_before_retry

Json = Mapping[str, Any]
"""A JSON object as Graph sends or takes it. It does not leave this package."""

T = TypeVar("T")

_log = logging.getLogger(__name__)


@functools.cache
def trust() -> ssl.SSLContext:
    """The usual certificates, read once for the process: that takes longer than a request does."""
    return httpx.create_ssl_context(trust_env=False)


def connection_pool(trusting: ssl.SSLContext | None = None) -> httpx.AsyncClient:
    """The process's connections to Graph, for all users: kept open between turns, and without a memory of cookies.

    HTTP/2 where the server offers it. `trusting`: other certificates than the usual ones.
    """
    http = httpx.AsyncClient(
        verify=trusting or trust(),
        http2=True,
        trust_env=False,
        limits=httpx.Limits(max_connections=100, keepalive_expiry=60),
    )
    http.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=()))
    return http


def nothing(_: Any) -> None:
    """Reader of an answer that has no body."""


def segment(identifier: str) -> str:
    """An id or an address as one segment of a path."""
    return quote(identifier, safe="@")


class GraphClient:
    """Graph as one mailbox's owner sees it.

    Build one per process on the pooled `http`; `as_user` and `of_mailbox` derive the client that a turn works with.
    `root` is the service root without a slash at its end (see `clouds.py`). `calls` counts the requests made.
    """

    def __init__(
        self,
        http: httpx.AsyncClient,
        root: str,
        tokens: TokenSource,
        *,
        patience: Patience | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self.mailbox = "/me"
        self.calls = 0
        self._http = http
        self._root = root
        self._tokens = tokens
        self._patience = patience or Patience()
        self._sleep = sleep
        self._jitter = jitter
        self._lanes: WeakValueDictionary[str, Lane] = WeakValueDictionary()
        self._lane = self.lane_of("me")
        self._prefers: tuple[str, ...] = ()

    def as_user(self, tokens: TokenSource, user_id: str) -> "GraphClient":
        """Act as the user whose tokens these are, on `/me`."""
        return self._derived(tokens, "/me", user_id)

    def of_mailbox(self, user_id: str) -> "GraphClient":
        """Act with the same tokens on the mailbox of `user_id`, an Entra id or a user principal name."""
        return self._derived(self._tokens, f"/users/{segment(user_id)}", user_id)

    def patient(self, patience: Patience) -> "GraphClient":
        """The same client with other deadlines and retries."""
        derived = copy(self)
        derived._patience, derived.calls = patience, 0
        return derived

    def with_immutable_ids(self) -> "GraphClient":
        """The same client, whose ids outlive a move to another folder. Source: Graph concepts, outlook-immutable-id."""
        derived = copy(self)
        derived._prefers, derived.calls = (*self._prefers, 'IdType="ImmutableId"'), 0
        return derived

    async def perform(self, call: Call, read: Reader[T]) -> T:
        """Any request: what `get`, `ask` and `write` do for the usual ones. A `url` with no host is below the root."""
        url = self._root + call.url if call.url.startswith("/") else call.url
        return await self._perform(replace(call, url=url), read, self._deadline())

    async def changes(
        self,
        path: str,
        read: Reader[T],
        *,
        link: str = "",
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        what: str = "",
        permission: str = "",
    ) -> tuple[tuple[T, ...], str]:
        """All pages of a delta function, and the link that brings what changes later. Raises Stale for an old `link`.

        With a `link` of an earlier round, `params` are in it already.
        """
        if link and not link.startswith(f"{self._root}/"):
            raise Refused("that link lies outside the service", code="ForeignDeltaLink")
        deadline = self._deadline()
        call: Call | None = Call("GET", link or self._root + path, what, permission, headers, None if link else params)
        links = [""]
        collected: list[T] = []
        while call:
            items, call = await self._page(call, read, deadline, links)
            collected += items
        return tuple(collected), links[-1]

    def wait_after(self, error: GraphError, attempt: int, *, repeatable: bool) -> timedelta | None:
        """How long to wait before trying again what failed for the `attempt`-th time; None: do not try."""
        return wait_before_retry(error, attempt, repeatable=repeatable, patience=self._patience, jitter=self._jitter)

    async def pause(self, wait: timedelta) -> None:
        """Let time pass before a retry."""
        await self._sleep(wait.total_seconds())

    @property
    def root(self) -> str:
        """The service root, without a slash at its end."""
        return self._root

    @property
    def patience(self) -> Patience:
        """How long and how often an operation tries."""
        return self._patience

    def lane_of(self, user_id: str) -> Lane:
        """The queue of a mailbox, first come first served; it is forgotten when nobody holds a client for it.

        Upper and lower case are one: neither ids nor addresses tell them apart.
        """
        folded = user_id.casefold()
        lane = self._lanes.get(folded)
        if lane is None:
            lane = self._lanes[folded] = Lane()
        return lane

    @property
    def own_lane(self) -> Lane:
        """The queue of this client's mailbox."""
        return self._lane

    async def get(
        self,
        path: str,
        read: Reader[T],
        *,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        what: str = "",
        permission: str = "",
    ) -> T:
        """Read what is at `path` (below the service root).

        `what` and `permission` go into NotFound and NotAllowed. Raises GraphError, as every method here.
        """
        call = Call("GET", self._root + path, what, permission, headers, params)
        return await self._perform(call, read, self._deadline())

    async def ask(
        self,
        path: str,
        body: Json,
        read: Reader[T],
        *,
        headers: Mapping[str, str] | None = None,
        what: str = "",
        permission: str = "",
    ) -> T:
        """POST to an action that only computes an answer, such as getSchedule."""
        call = Call("POST", self._root + path, what, permission, headers, content=_bytes(body))
        return await self._perform(call, read, self._deadline())

    async def write(
        self,
        method: str,
        path: str,
        body: Json | None,
        read: Reader[T],
        *,
        headers: Mapping[str, str] | None = None,
        repeatable: bool = False,
        what: str = "",
        permission: str = "",
    ) -> T:
        """Change something. `repeatable`: a transactionId or If-Match makes a second time harmless."""
        content = None if body is None else _bytes(body)
        call = Call(
            method,
            self._root + path,
            what,
            permission,
            headers,
            content=content,
            reads=False,
            repeatable=repeatable,
        )
        return await self._perform(call, read, self._deadline())

    async def pages(
        self,
        path: str,
        read: Reader[T],
        *,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        what: str = "",
        permission: str = "",
    ) -> AsyncIterator[tuple[T, ...]]:
        """The items of a collection page by page, each item made by `read`. The deadline holds for each page."""
        call: Call | None = Call("GET", self._root + path, what, permission, headers, params)
        while call:
            items, call = await self._page(call, read, self._deadline())
            yield items

    async def collect(
        self,
        path: str,
        read: Reader[T],
        *,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        what: str = "",
        permission: str = "",
    ) -> tuple[T, ...]:
        """All items of a collection; one deadline for all pages."""
        deadline = self._deadline()
        call: Call | None = Call("GET", self._root + path, what, permission, headers, params)
        collected: list[T] = []
        while call:
            items, call = await self._page(call, read, deadline)
            collected += items
        return tuple(collected)

    def _derived(self, tokens: TokenSource, mailbox: str, user_id: str) -> "GraphClient":
        derived = copy(self)
        derived.mailbox, derived.calls, derived._tokens = mailbox, 0, tokens
        derived._lane = self.lane_of(user_id)
        return derived

    def _deadline(self) -> float:
        return asyncio.get_running_loop().time() + self._patience.deadline.total_seconds()

    async def _page(
        self, call: Call, read: Reader[T], deadline: float, delta_links: list[str] | None = None
    ) -> tuple[tuple[T, ...], Call | None]:
        def read_page(page: Any) -> tuple[tuple[T, ...], str]:
            if delta_links is not None:
                delta_links.append(page.get("@odata.deltaLink") or "")
            return tuple([read(item) for item in page["value"]]), page.get("@odata.nextLink") or ""

        items, link = await self._perform(call, read_page, deadline)
        if not link:
            return items, None
        if not link.startswith(f"{self._root}/"):
            # The token goes along: never to a place that is not Graph.
            raise Unavailable("the next page is said to lie outside the service", code="ForeignNextLink")
        return items, Call("GET", link, call.what, call.permission, call.headers)

    async def _perform(self, call: Call, read: Reader[T], deadline: float) -> T:
        if self._prefers:
            said = dict(call.headers or {})
            said["Prefer"] = ", ".join(filter(None, (said.get("Prefer"), *self._prefers)))
            call = replace(call, headers=said)
        operation = Operation(call, self._http, self._lane, self._patience.attempt.total_seconds())
        try:
            async with asyncio.timeout_at(deadline):
                return await self._persist(operation, read, deadline)
        except TimeoutError as late:
            error = Unavailable(
                "no answer in time",
                code="DeadlineExceeded",
                request_id=operation.request_id,
                may_have_happened=operation.in_doubt,
            )
            _log.info("graph call failed", extra=operation.fields(error))
            raise error from late
        except GraphError as refusal:
            refusal.may_have_happened = operation.in_doubt
            _log.info("graph call failed", extra=operation.fields(refusal))
            raise
        finally:
            self.calls += operation.attempts

    async def _persist(self, operation: Operation, read: Reader[T], deadline: float) -> T:
        renewed = operation.call.is_open
        while True:
            token = "" if operation.call.is_open else await self._tokens.token()
            try:
                return await operation.attempt(token, read)
            except NotSignedIn:
                if renewed:
                    raise
                renewed = True
                self._tokens.forget(token)
            except GraphError as error:
                wait = self.wait_after(error, operation.attempts, repeatable=operation.call.repeatable)
                if wait is None or asyncio.get_running_loop().time() + wait.total_seconds() >= deadline:
                    raise
                _log.info("graph call repeated", extra=operation.fields(error))
                await self.pause(wait)


def _bytes(body: Json) -> bytes:
    return json.dumps(body, ensure_ascii=False).encode()
