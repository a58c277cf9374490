"""One request and its answer: HTTP becomes values and typed errors here and nowhere else."""

import json
import logging
import uuid
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from time import perf_counter
from typing import Any, TypeVar

import httpx

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
from graph.lanes import Lane
from graph.retries import retry_after

T = TypeVar("T")
Reader = Callable[[Any], T]
"""Makes a value of an answer's JSON. What it raises on a malformed answer becomes `Unavailable`."""

Decoder = Callable[[httpx.Response], Any]
"""What a reader is given of an answer; what it raises counts as malformed."""

_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_MALFORMED = (ValueError, KeyError, TypeError, AttributeError, OverflowError)
_log = logging.getLogger(__name__)


def as_json(response: httpx.Response) -> Any:
    """The answer's JSON; None where it has no body."""
    return json.loads(response.content) if response.content else None


def as_bytes(response: httpx.Response) -> bytes:
    """The answer's body as it came: a photo, a MIME message."""
    return response.content


@dataclass(frozen=True)
class Call:
    """What is asked of Graph. `reads`: it changes nothing; `repeatable`: twice is the same as once.

    `lanes`: the mailboxes that serve it, with the places that it takes there; none: the client's own, one place.
    `is_open`: the address itself is the permission, and no token may go there.
    """

    method: str
    url: str
    what: str
    permission: str
    headers: Mapping[str, str] | None = None
    params: Mapping[str, str] | None = None
    content: bytes | None = None
    reads: bool = True
    repeatable: bool = True
    content_type: str = "application/json"
    decode: Decoder = as_json
    lanes: tuple[tuple[Lane, int], ...] = ()
    is_open: bool = False


class Operation:
    """One call with its attempts. `in_doubt`: Graph may have carried it out although we do not know."""

    def __init__(self, call: Call, http: httpx.AsyncClient, lane: Lane, timeout: float) -> None:
        self.call = call
        self.attempts = 0
        self.in_doubt = False
        self.request_id = ""
        self._http = http
        self._lanes = call.lanes or ((lane, 1),)
        self._timeout = timeout

    async def attempt(self, token: str, read: Reader[T]) -> T:
        """Send it once and read the answer. Raises GraphError."""
        call = self.call
        async with AsyncExitStack() as places:
            for lane, wanted in self._lanes:
                await places.enter_async_context(lane.hold(wanted))
            self.attempts += 1
            self.request_id = str(uuid.uuid4())
            headers = {
                **({} if call.is_open else {"Authorization": f"Bearer {token}"}),
                "Accept": "application/json",
                "client-request-id": self.request_id,
                **(call.headers or {}),
            }
            if call.content is not None:
                headers.setdefault("Content-Type", call.content_type)
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
            error = refusal(response.status_code, response.content, response.headers, call, self.request_id)
            self.in_doubt = doubted or error.may_have_happened
            error.may_have_happened = self.in_doubt
            raise error
        try:
            value = read(call.decode(response))
        except _MALFORMED as failure:
            raise self._unavailable(failure, "MalformedAnswer") from failure
        milliseconds = round((perf_counter() - started) * 1000, 1)
        _log.debug("graph call", extra=self.fields() | {"milliseconds": milliseconds})
        return value

    def fields(self, error: GraphError | None = None) -> dict[str, object]:
        """What the log may know: no query, which can hold names, no path, which can hold addresses, and no body."""
        return {
            "method": self.call.method,
            "what": self.call.what,
            "attempt": self.attempts,
            "request_id": self.request_id,
            "code": error.code if error else "",
        }

    def _unavailable(self, failure: Exception, code: str) -> Unavailable:
        return Unavailable(
            f"{type(failure).__name__}: {failure}",
            code=code,
            request_id=self.request_id,
            may_have_happened=self.in_doubt,
        )


def refusal(
    status_code: int, content: bytes | object, headers: Mapping[str, str], call: Call, request_id: str
) -> GraphError:
    """What an answer other than 2xx means. `content` is its body: bytes, or JSON that was read already.

    Source: Graph concepts, errors, and the throttling guidance.
    """
    code, message = _error_of(status_code, content)
    error: GraphError
    match status_code:
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
            error.wait = retry_after(headers)
        case status if 400 <= status < 500 and status != 408:
            error = Refused(message)
        case status:
            error = Unavailable(message)
            error.wait = retry_after(headers)
            turned_away = status == 503 and error.wait is not None
            error.may_have_happened = not (call.reads or turned_away)
    error.code = code or str(status_code)
    error.request_id = request_id
    return error


def _error_of(status_code: int, content: bytes | object) -> tuple[str, str]:
    """Code and message; empty where the body is not Graph's, such as a gateway's page."""
    try:
        body: Any = json.loads(content) if isinstance(content, bytes) else content
        error = body["error"]
        return str(error["code"]), str(error.get("message", ""))
    except _MALFORMED:
        return "", f"HTTP {status_code} without Graph's error body"
