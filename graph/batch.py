"""Several requests in one: JSON batching.

Graph answers each by itself, in any order. Those that were throttled are asked again alone; a failure of one is a
value beside the others' values.
Source: Graph concepts, json-batching and throttling.
"""

import asyncio
import base64
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Generic, TypeVar
from urllib.parse import unquote

from graph.client import GraphClient
from graph.errors import GraphError, Refused, Throttled, Unavailable
from graph.exchange import Call, Reader, refusal
from graph.lanes import MAILBOX_CONCURRENCY, Lane

T = TypeVar("T")

AT_ONCE = 20
_WRITES = frozenset({"POST", "PATCH", "PUT"})
_MALFORMED = (ValueError, KeyError, TypeError, AttributeError, OverflowError)


@dataclass(frozen=True)
class Step(Generic[T]):
    """One request of a batch. `path` is below the service root, with its query; `body` is JSON.

    It is not run unless all steps named in `depends_on` have worked. `repeatable`: a second time is harmless; a GET
    always is.
    """

    id: str
    method: str
    path: str
    read: Reader[T]
    body: Mapping[str, Any] | None = None
    headers: Mapping[str, str] | None = None
    depends_on: tuple[str, ...] = ()
    repeatable: bool = False
    what: str = ""
    permission: str = ""

    @property
    def reads(self) -> bool:
        """It changes nothing."""
        return self.method.upper() == "GET"


async def batch(graph: GraphClient, steps: Sequence[Step[T]]) -> dict[str, T | GraphError]:
    """Run `steps`, in as few requests as Graph takes; each id with what its reader made, or with what went wrong.

    Steps whose dependency failed are Refused with the code FailedDependency; where a request as a whole failed, each
    of its steps has that error. Raises ValueError for ids that repeat, or that are depended on before they come.
    """
    _check(steps)
    known: dict[str, T | GraphError] = {}
    open_steps, attempt = list(steps), 1
    deadline = asyncio.get_running_loop().time() + graph.patience.deadline.total_seconds()
    while open_steps:
        failed: dict[str, GraphError] = {}
        while part := _next_part(open_steps, known):
            asked = {step.id for step in part}
            open_steps = [step for step in open_steps if step.id not in asked]
            try:
                outcomes = await _ask(graph, part, known)
            except GraphError as error:  # repeated already, as far as it could be
                known |= dict.fromkeys(asked, error)
                continue
            known |= outcomes
            failed |= {ident: outcome for ident, outcome in outcomes.items() if isinstance(outcome, GraphError)}
        wait, again = _to_repeat(graph, [step for step in steps if step.id in failed], failed, attempt)
        if not again or asyncio.get_running_loop().time() + wait.total_seconds() >= deadline:
            break
        await graph.pause(wait)
        attempt += 1
        for step in again:
            del known[step.id]
        open_steps = again
    return {step.id: known[step.id] for step in steps}


def _check(steps: Sequence[Step[T]]) -> None:
    seen: set[str] = set()
    for step in steps:
        if step.id in seen:
            raise ValueError(f"two steps are called {step.id}")
        if missing := set(step.depends_on) - seen:
            raise ValueError(f"{step.id} depends on {', '.join(sorted(missing))}, which does not come before it")
        seen.add(step.id)


def _next_part(steps: Sequence[Step[T]], known: Mapping[str, object]) -> list[Step[T]]:
    """The steps of the next request, in order: what they depend on is known, or goes along."""
    part: list[Step[T]] = []
    ids: set[str] = set()
    for step in steps:
        if len(part) == AT_ONCE:
            break
        if all(one in known or one in ids for one in step.depends_on):
            part.append(step)
            ids.add(step.id)
    return part


async def _ask(
    graph: GraphClient, part: Sequence[Step[T]], known: Mapping[str, T | GraphError]
) -> dict[str, T | GraphError]:
    outcomes: dict[str, T | GraphError] = {}
    going: list[Step[T]] = []
    for step in part:
        if any(isinstance(known.get(one), GraphError) for one in step.depends_on):
            outcomes[step.id] = Refused("a step that this one depends on has failed", code="FailedDependency")
        else:
            going.append(step)
    if not going:
        return outcomes
    inside = {step.id for step in going}
    body = {"requests": [_request(step, inside) for step in going]}
    call = Call(
        "POST",
        "/$batch",
        what="batch",
        permission="",
        content=json.dumps(body, ensure_ascii=False).encode(),
        reads=all(step.reads for step in going),
        repeatable=all(step.reads or step.repeatable for step in going),
        lanes=_lanes(graph, going),
    )

    def read(answer: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
        return {response["id"]: response for response in answer["responses"]}

    answers = await graph.perform(call, read)
    for step in going:
        outcome = _outcome(step, answers.get(step.id))
        outcomes[step.id] = outcome
    return outcomes


def _request(step: Step[T], inside: set[str]) -> dict[str, Any]:
    request: dict[str, Any] = {"id": step.id, "method": step.method.upper(), "url": step.path}
    headers = dict(step.headers or {})
    if step.body is not None or request["method"] in _WRITES:  # Graph takes no write without a body into a batch
        headers.setdefault("Content-Type", "application/json")
        request["body"] = dict(step.body or {})
    if headers:
        request["headers"] = headers
    if depends_on := [one for one in step.depends_on if one in inside]:
        request["dependsOn"] = depends_on
    return request


def _outcome(step: Step[T], answer: Mapping[str, Any] | None) -> T | GraphError:
    if answer is None:
        return Unavailable("the batch has no answer to this step", code="NoAnswer", may_have_happened=not step.reads)
    try:
        status, body = int(answer["status"]), _body(answer)
        headers = {name.title(): str(value) for name, value in (answer.get("headers") or {}).items()}
        if status < 300:
            return step.read(body)
    except _MALFORMED as failure:
        message = f"{type(failure).__name__}: {failure}"
        return Unavailable(message, code="MalformedAnswer", may_have_happened=not step.reads)
    call = Call(step.method, step.path, step.what, step.permission, reads=step.reads)
    error = refusal(status, body, headers, call, headers.get("Request-Id", ""))
    if status == 424:
        error.code = "FailedDependency"
    return error


def _body(answer: Mapping[str, Any]) -> Any:
    """The body of a step's answer; one that is not JSON comes in Base64."""
    body = answer.get("body")
    kind = str((answer.get("headers") or {}).get("Content-Type", "application/json"))
    return base64.b64decode(body) if isinstance(body, str) and "json" not in kind else body


def _to_repeat(
    graph: GraphClient, steps: Sequence[Step[T]], failed: Mapping[str, GraphError], attempt: int
) -> tuple[timedelta, list[Step[T]]]:
    """What to ask again, with what depends on it, and after how long."""
    waits: dict[str, timedelta] = {}
    for step in steps:
        error = failed[step.id]
        wait = None
        if isinstance(error, Throttled | Unavailable):
            wait = graph.wait_after(error, attempt, repeatable=step.reads or step.repeatable)
        elif error.code == "FailedDependency" and any(one in waits for one in step.depends_on):
            wait = timedelta()
        if wait is not None:
            waits[step.id] = wait
    return max(waits.values(), default=timedelta()), [step for step in steps if step.id in waits]


def _lanes(graph: GraphClient, steps: Sequence[Step[T]]) -> tuple[tuple[Lane, int], ...]:
    """The places that a batch takes: Graph runs its steps on one mailbox up to four at a time.

    In one order for all, so that two batches never wait for each other.
    """
    counted = Counter(_mailbox(step.path) for step in steps)
    lanes = [
        (graph.lane_of(name) if name else graph.own_lane, min(count, MAILBOX_CONCURRENCY))
        for name, count in sorted(counted.items())
    ]
    taken: dict[int, tuple[Lane, int]] = {}
    for lane, count in lanes:
        taken[id(lane)] = (lane, min(count + taken.get(id(lane), (lane, 0))[1], MAILBOX_CONCURRENCY))
    return tuple(taken[key] for key in sorted(taken))


def _mailbox(path: str) -> str:
    """Whose mailbox a path is in; empty: the client's own."""
    segments = path.split("?", maxsplit=1)[0].strip("/").split("/")
    return unquote(segments[1]) if len(segments) > 1 and segments[0] == "users" else ""
