"""Any request below the service root, for what has no function of its own, and for administrators at the terminal."""

import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx

from graph.client import GraphClient
from graph.errors import Refused
from graph.exchange import Call

_READING = ("GET", "HEAD", "OPTIONS")


@dataclass(frozen=True)
class Body:
    """What is sent: bytes and what they are. Made by `json_body`, `form_body`, `multipart_body`, or as it is."""

    content: bytes
    content_type: str = "application/octet-stream"


@dataclass(frozen=True)
class RawAnswer:
    """What came back. Header names are in lower case."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)

    @property
    def text(self) -> str:
        """The body as text, in the character set that it states, else UTF-8."""
        return httpx.Response(self.status, headers=self.headers, content=self.content).text

    @property
    def json(self) -> Any:
        """The body's JSON; None where there is no body. Raises ValueError for anything else."""
        return json.loads(self.content) if self.content else None


def json_body(value: object) -> Body:
    """JSON."""
    return Body(json.dumps(value, ensure_ascii=False).encode(), "application/json")


def form_body(fields: Mapping[str, str]) -> Body:
    """Fields as `application/x-www-form-urlencoded`."""
    return _encoded(httpx.Request("POST", "http://form", data=dict(fields)))


def multipart_body(fields: Mapping[str, str], files: Mapping[str, tuple[str, bytes, str]]) -> Body:
    """Fields and files (by field: name, content, type) as `multipart/form-data`."""
    return _encoded(httpx.Request("POST", "http://form", data=dict(fields), files=dict(files)))


async def request(
    graph: GraphClient,
    method: str,
    path: str,
    *,
    query: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
    body: Body | None = None,
    repeatable: bool = False,
) -> RawAnswer:
    """Ask `method` of `path`, which begins with a slash and is below the service root; it may carry a query itself.

    Reads are repeated as `graph.patience` says (`graph.patient` sets time-out and retries); a write only when
    `repeatable`, or where Graph certainly has not carried it out. Raises GraphError.
    """
    if not path.startswith("/") or ".." in path.split("?", maxsplit=1)[0].split("/"):
        raise Refused(f"a path begins with a slash and stays below the service root: {path}", code="InvalidPath")
    method = method.upper()
    reads = method in _READING
    call = Call(
        method,
        path,
        what="resource",
        permission="",
        headers={"Accept": "*/*", **(headers or {})},
        # httpx would drop the query of the path for an empty one.
        params=query or None,
        content=body.content if body else None,
        reads=reads,
        repeatable=reads or repeatable,
        content_type=body.content_type if body else "",
        decode=_whole,
    )

    def read(answer: RawAnswer) -> RawAnswer:
        return answer

    return await graph.perform(call, read)


@dataclass(frozen=True)
class Page:
    """A page of a collection. `total` is the size of the whole where the answer tells (`$count=true`)."""

    items: tuple[Any, ...]
    total: int | None = None


async def pages(
    graph: GraphClient,
    path: str,
    *,
    query: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
) -> AsyncIterator[Page]:
    """A collection page by page, as its links lead; what is no collection is one page of one item.

    Raises GraphError, Refused for a link out of the service.
    """
    while True:
        answer = (await request(graph, "GET", path, query=query, headers=headers)).json
        if not isinstance(answer, dict) or not isinstance(answer.get("value"), list):
            yield Page((answer,), 1)
            return
        yield Page(tuple(answer["value"]), answer.get("@odata.count"))
        link = answer.get("@odata.nextLink")
        if not link:
            return
        if not link.startswith(f"{graph.root}/"):
            raise Refused("the next page is said to lie outside the service", code="ForeignNextLink")
        path, query = link.removeprefix(graph.root), None


def _whole(response: httpx.Response) -> RawAnswer:
    return RawAnswer(response.status_code, dict(response.headers), response.content)


def _encoded(prepared: httpx.Request) -> Body:
    return Body(prepared.read(), prepared.headers["Content-Type"])
