"""`convene graph`: any request to Microsoft Graph, for administrators at the terminal."""

import asyncio
import json
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, BinaryIO, TextIO
from urllib.parse import urlsplit

import httpx

from bot.company import DEFAULT_PERSON
from bot.tables import progress, record, table
from graph import raw
from graph.client import GraphClient, connection_pool
from graph.credentials import FixedToken, TokenSource
from graph.emulator import DEMO_CLIENT_ID, DEMO_CLIENT_SECRET
from graph.errors import GraphError, NotAllowed, NotFound, NotSignedIn, Refused, Stale, Throttled, Unavailable
from graph.raw import Body, RawAnswer, form_body, json_body, multipart_body
from graph.retries import Patience

_DEMO_TOKEN = "/contoso/oauth2/v2.0/token"  # noqa: S105  a path, no secret
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_PATIENCE = Patience(deadline=timedelta(seconds=60), attempt=timedelta(seconds=60))
_ADVICE: dict[type[GraphError], str] = {
    NotSignedIn: "Sign in anew: the token is missing, wrong or too old.",
    NotAllowed: "The token's permissions do not cover it, or the mailbox is not shared.",
    NotFound: "Look at the path and the ids in it; ids belong to one mailbox.",
    Stale: "Read it again, then repeat it.",
    Throttled: "Wait, then try again; --retries makes it more patient.",
    Refused: "The request itself is not acceptable; repeating it will not help.",
    Unavailable: "Try again later; --timeout and --retries make it more patient.",
}


class UnusableRequest(Exception):
    """The command cannot be carried out as it was called; the message says why."""


@dataclass(frozen=True)
class Wanted:
    """The options of `convene graph`. `data` is JSON text; of `form` and `files` the names are the fields'.

    `user` is whom `/me` stands for with the demo's token. `token` empty: the demo's, on loopback alone.
    """

    method: str
    path: str
    url: str
    token: str = ""
    user: str = ""
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    data: str = ""
    binary: Path | None = None
    form: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, Path] = field(default_factory=dict)
    output: Path | None = None
    as_json: bool = False
    everything: bool = False
    columns: tuple[str, ...] = ()
    repeatable: bool = False
    patience: Patience = _PATIENCE


@dataclass(frozen=True)
class Terminal:
    """Where to write. `width` in characters; `is_watched`: somebody looks at `errors`, and progress is shown there."""

    out: TextIO
    errors: TextIO
    width: int = 100
    is_watched: bool = False
    raw: BinaryIO | None = None


def run(wanted: Wanted, terminal: Terminal) -> int:
    """Ask and show; the exit status: 0 done, 1 Graph said no, 2 it was called wrongly."""
    try:
        asyncio.run(_run(wanted, terminal))
    except UnusableRequest as problem:
        print(f"convene graph: {problem}", file=terminal.errors)
        return 2
    except GraphError as error:
        advice = next((words for kind, words in _ADVICE.items() if isinstance(error, kind)), "")
        print(f"convene graph: {error}\n{advice}".rstrip(), file=terminal.errors)
        return 1
    return 0


async def _run(wanted: Wanted, terminal: Terminal) -> None:
    body = _body(wanted)
    if wanted.everything and wanted.method.upper() != "GET":
        raise UnusableRequest("--all reads a collection: it goes with GET")
    async with connection_pool() as http:
        tokens, path = await _identity(http, wanted)
        graph = GraphClient(http, wanted.url.rstrip("/"), tokens, patience=wanted.patience)
        if wanted.everything:
            items = await _fetched(graph, path, wanted, terminal)
            _show({"value": items}, wanted, terminal)
            return
        answer = await raw.request(
            graph,
            wanted.method,
            path,
            query=wanted.query,
            headers=wanted.headers,
            body=body,
            repeatable=wanted.repeatable,
        )
    _show_answer(answer, wanted, terminal)


async def _identity(http: httpx.AsyncClient, wanted: Wanted) -> tuple[TokenSource, str]:
    """The token, and the path as its owner asks it."""
    address = urlsplit(wanted.url)
    if wanted.token:
        if address.scheme != "https" and address.hostname not in _LOOPBACK:
            raise UnusableRequest(f"a token goes over https only, not to {wanted.url}")
        return FixedToken(wanted.token), _as_user(wanted.path, wanted.user)
    if address.hostname not in _LOOPBACK:
        raise UnusableRequest("there is no token in CONVENE_GRAPH_TOKEN; without one, only the demo is asked")
    form = {
        "grant_type": "client_credentials",
        "client_id": DEMO_CLIENT_ID,
        "client_secret": DEMO_CLIENT_SECRET,
        "scope": "https://graph.microsoft.com/.default",
    }
    try:
        answer = await http.post(f"{address.scheme}://{address.netloc}{_DEMO_TOKEN}", data=form, timeout=10)
        token = str(answer.raise_for_status().json()["access_token"])
    except (httpx.HTTPError, ValueError, KeyError) as failure:
        raise UnusableRequest(f"no demo answers at {wanted.url} ({type(failure).__name__})") from failure
    # The demo's token is the application's own, which has no mailbox.
    return FixedToken(token), _as_user(wanted.path, wanted.user or DEFAULT_PERSON)


def _as_user(path: str, user: str) -> str:
    is_mine = path == "/me" or path.startswith(("/me/", "/me?"))
    return f"/users/{user}{path.removeprefix('/me')}" if user and is_mine else path


def _body(wanted: Wanted) -> Body | None:
    given = [kind for kind in (wanted.data, wanted.binary, wanted.form or wanted.files) if kind]
    if len(given) > 1:
        raise UnusableRequest("one body at a time: --data, --binary, or --form with --file")
    try:
        if wanted.data:
            return json_body(json.loads(wanted.data))
        if wanted.binary:
            return Body(wanted.binary.read_bytes(), _type_of(wanted.binary))
        if wanted.files:
            files = {name: (path.name, path.read_bytes(), _type_of(path)) for name, path in wanted.files.items()}
            return multipart_body(wanted.form, files)
    except ValueError as problem:
        raise UnusableRequest(f"--data is not JSON: {problem}") from problem
    except OSError as problem:
        raise UnusableRequest(f"{problem.filename}: {problem.strerror}") from problem
    return form_body(wanted.form) if wanted.form else None


def _type_of(path: Path) -> str:
    return mimetypes.guess_type(path.name)[0] or "application/octet-stream"


async def _fetched(graph: GraphClient, path: str, wanted: Wanted, terminal: Terminal) -> list[Any]:
    items: list[Any] = []
    total = None
    async for page in raw.pages(graph, path, query=wanted.query, headers=wanted.headers):
        items += page.items
        total = page.total or total
        if terminal.is_watched:
            print(f"\r{progress(len(items), total)}", end="", file=terminal.errors, flush=True)
    if terminal.is_watched:
        print(file=terminal.errors)
    return items


def _show_answer(answer: RawAnswer, wanted: Wanted, terminal: Terminal) -> None:
    kind = answer.headers.get("content-type", "")
    if wanted.output:
        try:
            wanted.output.write_bytes(answer.content)
        except OSError as problem:
            raise UnusableRequest(f"{wanted.output}: {problem.strerror}") from problem
        print(f"{len(answer.content)} bytes in {wanted.output}", file=terminal.out)
    elif not answer.content:
        print(f"{answer.status}, nothing to show", file=terminal.out)
    elif "json" in kind:
        _show(answer.json, wanted, terminal)
    elif kind.startswith("text/") or kind.startswith("message/"):
        print(answer.text, file=terminal.out)
    elif terminal.raw:
        terminal.raw.write(answer.content)
    else:
        raise UnusableRequest(f"{len(answer.content)} bytes of {kind or 'no stated type'}: --output FILE keeps them")


def _show(answer: Any, wanted: Wanted, terminal: Terminal) -> None:
    if wanted.as_json:
        lines = [json.dumps(answer, ensure_ascii=False, indent=2)]
    elif isinstance(answer, dict) and isinstance(answer.get("value"), list):
        lines = table(answer["value"], terminal.width, wanted.columns)
        if "@odata.nextLink" in answer:
            lines.append("there is more: --all fetches it")
    elif isinstance(answer, dict):
        lines = record(answer, terminal.width)
    else:
        lines = [str(answer)]
    print("\n".join(lines), file=terminal.out)
