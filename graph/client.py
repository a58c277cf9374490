"""The one way to Microsoft Graph: headers, retries, deadlines, concurrency per mailbox, paging.

HTTP becomes values and typed errors here and nowhere else. A write is repeated only when Graph certainly has not
carried it out, or when doing it twice is the same as doing it once.
"""

import asyncio
import json
import logging
import random
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from copy import copy
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any, TypeVar
from urllib.parse import quote
from weakref import WeakValueDictionary

import httpx

from graph.credentials import TokenSource
from graph.errors import (
    Conflict,
    GraphError,
    NotAllowed,
    NotFound,
    NotSignedIn,
    Refused,
    Stale,
    Throttled,
    Unavailable,
)
from graph.retries import Patience, retry_after, wait_before_retry

Json = Mapping[str, Any]
"""A JSON object as Graph sends or takes it. It does not leave this package."""

T = TypeVar("T")
Reader = Callable[[Any], T]
"""Makes a value of an answer's JSON. What it raises on a malformed answer becomes `Unavailable`."""

MAILBOX_CONCURRENCY = 4
"""Requests that Outlook serves at once for one mailbox. Source: Graph concepts, throttling-limits."""

_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_MALFORMED = (ValueError, KeyError, TypeError, AttributeError, OverflowError)
_log = logging.getLogger(__name__)


def nothing(_: Any) -> None:
    """Reader of an answer that has no body."""


def segment(identifier: str) -> str:
    """An id or an address as one segment of a path."""
    return quote(identifier, safe="@")


@dataclass(frozen=True)
class _Call:
    method: str
    url: str
    reads: bool
    repeatable: bool
    what: str
    permission: str
    params: Mapping[str, str] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes | None = None


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
        self._lanes: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()
        self._lane = self._lane_of("me")

    def as_user(self, tokens: TokenSource, user_id: str) -> "GraphClient":
        """Act as the user whose tokens these are, on `/me`."""
        return self._derived(tokens, "/me", user_id)

    def of_mailbox(self, user_id: str) -> "GraphClient":
        """Act with the same tokens on the mailbox of `user_id`, an Entra id or a user principal name."""
        return self._derived(self._tokens, f"/users/{segment(user_id)}", user_id)

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
        call = _Call("GET", self._root + path, True, True, what, permission, params, headers or {})
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
        call = _Call("POST", self._root + path, True, True, what, permission, None, headers or {}, _bytes(body))
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
        call = _Call(method, self._root + path, False, repeatable, what, permission, None, headers or {}, content)
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
        call: _Call | None = _Call("GET", self._root + path, True, True, what, permission, params, headers or {})
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
        call: _Call | None = _Call("GET", self._root + path, True, True, what, permission, params, headers or {})
        collected: list[T] = []
        while call:
            items, call = await self._page(call, read, deadline)
            collected += items
        return tuple(collected)

    def _derived(self, tokens: TokenSource, mailbox: str, user_id: str) -> "GraphClient":
        derived = copy(self)
        derived.mailbox, derived.calls, derived._tokens = mailbox, 0, tokens
        derived._lane = self._lane_of(user_id)
        return derived

    def _lane_of(self, user_id: str) -> asyncio.Semaphore:
        """The queue of a mailbox, first come first served; it is forgotten when nobody holds a client for it."""
        lane = self._lanes.get(user_id)
        if lane is None:
            lane = self._lanes[user_id] = asyncio.Semaphore(MAILBOX_CONCURRENCY)
        return lane

    def _deadline(self) -> float:
        return asyncio.get_running_loop().time() + self._patience.deadline.total_seconds()

    async def _page(self, call: _Call, read: Reader[T], deadline: float) -> tuple[tuple[T, ...], _Call | None]:
        def read_page(page: Any) -> tuple[tuple[T, ...], str]:
            return tuple([read(item) for item in page["value"]]), page.get("@odata.nextLink") or ""

        items, link = await self._perform(call, read_page, deadline)
        if not link:
            return items, None
        if not link.startswith(f"{self._root}/"):
            # The token goes along: never to a place that is not Graph.
            raise Unavailable("the next page is said to lie outside the service", code="ForeignNextLink")
        return items, _Call("GET", link, True, True, call.what, call.permission, None, call.headers)

    async def _perform(self, call: _Call, read: Reader[T], deadline: float) -> T:
        operation = _Operation(call, self._http, self._lane, self._patience)
        try:
            async with asyncio.timeout_at(deadline):
                return await self._persist(operation, read, deadline)
        except TimeoutError as late:
            error = Unavailable("no answer in time", code="DeadlineExceeded", request_id=operation.request_id)
            error.may_have_happened = operation.in_doubt
            raise error from late
        except GraphError as error:
            error.may_have_happened = operation.in_doubt
            _log.info("graph call failed", extra=_fields(operation, error))
            raise
        finally:
            self.calls += operation.attempts

    async def _persist(self, operation: "_Operation", read: Reader[T], deadline: float) -> T:
        renewed = False
        while True:
            token = await self._tokens.token()
            try:
                return await operation.attempt(token, read)
            except NotSignedIn:
                if renewed:
                    raise
                renewed = True
                self._tokens.forget(token)
            except GraphError as error:
                wait = wait_before_retry(
                    error,
                    operation.attempts,
                    repeatable=operation.call.repeatable,
                    patience=self._patience,
                    jitter=self._jitter,
                )
                if wait is None or asyncio.get_running_loop().time() + wait.total_seconds() >= deadline:
                    raise
                _log.info("graph call repeated", extra=_fields(operation, error))
                await self._sleep(wait.total_seconds())


class _Operation:
    """One call with its attempts. `in_doubt`: Graph may have carried it out although we do not know."""

    def __init__(self, call: _Call, http: httpx.AsyncClient, lane: asyncio.Semaphore, patience: Patience) -> None:
        self.call = call
        self.attempts = 0
        self.in_doubt = False
        self.request_id = ""
        self._http = http
        self._lane = lane
        self._timeout = patience.attempt.total_seconds()

    async def attempt(self, token: str, read: Reader[T]) -> T:
        """Send it once and read the answer. Raises GraphError."""
        call = self.call
        async with self._lane:
            self.attempts += 1
            self.request_id = str(uuid.uuid4())
            headers = {
                "Authorization": f"Bearer {token}",
                "Accept": "application/json",
                "client-request-id": self.request_id,
                **call.headers,
            }
            if call.content is not None:
                headers["Content-Type"] = "application/json"
            doubted, self.in_doubt = self.in_doubt, self.in_doubt or not call.reads
            started = perf_counter()
            try:
                response = await self._http.request(
                    call.method,
                    call.url,
                    params=call.params,
                    headers=headers,
                    content=call.content,
                    timeout=self._timeout,
                    follow_redirects=False,
                )
            except _NEVER_SENT as failure:
                self.in_doubt = doubted
                raise self._unavailable(failure, "NotReached") from failure
            except httpx.RequestError as failure:
                raise self._unavailable(failure, "NoAnswer") from failure
        self.request_id = response.headers.get("request-id", self.request_id)
        if not response.is_success:
            error = _refusal(response, call, self.request_id)
            self.in_doubt = doubted or error.may_have_happened
            error.may_have_happened = self.in_doubt
            raise error
        try:
            value = read(json.loads(response.content) if response.content else None)
        except _MALFORMED as failure:
            raise self._unavailable(failure, "MalformedAnswer") from failure
        milliseconds = round((perf_counter() - started) * 1000, 1)
        _log.debug("graph call", extra=_fields(self, None) | {"milliseconds": milliseconds})
        return value

    def _unavailable(self, failure: Exception, code: str) -> Unavailable:
        return Unavailable(
            f"{type(failure).__name__}: {failure}",
            code=code,
            request_id=self.request_id,
            may_have_happened=self.in_doubt,
        )


def _refusal(response: httpx.Response, call: _Call, request_id: str) -> GraphError:
    """What an answer other than 2xx means. Source: Graph concepts, errors, and the throttling guidance."""
    code, message = _error_of(response)
    error: GraphError
    match response.status_code:
        case 401:
            error = NotSignedIn(message)
        case 403:
            error = NotAllowed(message)
            error.permission = call.permission
        case 404:
            error = NotFound(message)
            error.what = "mailbox" if code == "MailboxNotEnabledForRESTAPI" else call.what
        case 409:
            error = Conflict(message)
        case 410 | 412:
            error = Stale(message)
        case 429:
            error = Throttled(message)
            error.wait = retry_after(response.headers)
        case status if 400 <= status < 500 and status != 408:
            error = Refused(message)
        case status:
            error = Unavailable(message)
            error.wait = retry_after(response.headers)
            turned_away = status == 503 and error.wait is not None
            error.may_have_happened = not (call.reads or turned_away)
    error.code = code or str(response.status_code)
    error.request_id = request_id
    return error


def _error_of(response: httpx.Response) -> tuple[str, str]:
    """Code and message; empty where the body is not Graph's, such as a gateway's page."""
    try:
        error = json.loads(response.content)["error"]
        return str(error["code"]), str(error.get("message", ""))
    except _MALFORMED:
        return "", f"HTTP {response.status_code} without Graph's error body"


def _bytes(body: Json) -> bytes:
    return json.dumps(body, ensure_ascii=False).encode()


def _fields(operation: _Operation, error: GraphError | None) -> dict[str, object]:
    """What the log may know: no query, which can hold names, no path, which can hold addresses, and no body."""
    return {
        "method": operation.call.method,
        "what": operation.call.what,
        "attempt": operation.attempts,
        "request_id": operation.request_id,
        "code": error.code if error else "",
    }
