"""$batch: up to twenty requests in one. Source: Graph documentation, concepts/json-batching."""

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from graph.emulator.errors import Json, bad_request
from graph.emulator.shapes import Kind, Malformed, Properties, conform

_MOST_STEPS = 20
AT_ONCE = 4
"""So many of a batch's requests to one mailbox run at a time."""
_WRITES = frozenset({"POST", "PATCH", "PUT"})
_REQUEST = Properties(
    {
        "id": Kind.TEXT,
        "method": Kind.TEXT,
        "url": Kind.TEXT,
        "headers": Kind.ANYTHING,
        "body": Kind.ANYTHING,
        "dependsOn": [Kind.TEXT],
    },
    "batchRequestStep",
)
_BATCH = Properties({"requests": [_REQUEST]}, "batchRequestContent")


@dataclass(frozen=True)
class Step:
    """One request of a batch; `url` is relative to the service root, names of headers are in lower case."""

    id: str
    method: str
    url: str
    headers: Mapping[str, str]
    body: object
    depends_on: tuple[str, ...]


def steps_of(body: object) -> list[Step]:
    """The requests of a batch. Raises GraphError 400 where the batch as a whole cannot be run."""
    try:
        stated = (conform(body, _BATCH) or {}).get("requests") or []
        steps = [_step(request) for request in stated]
    except (Malformed, KeyError, AttributeError) as problem:
        raise bad_request(f"Invalid batch payload format: {problem}.") from None
    if not steps:
        raise bad_request("Invalid batch payload format: there are no requests.")
    if len(steps) > _MOST_STEPS:
        raise bad_request(f"Number of batch request steps exceeds the maximum value of {_MOST_STEPS}.")
    seen: set[str] = set()
    for step in steps:
        if step.id in seen:
            raise bad_request(f"Request Id {step.id} is not unique.")
        if not seen.issuperset(step.depends_on):
            raise bad_request(f"Request {step.id} depends on a request that does not come before it.")
        if step.method in _WRITES and (step.body is None or "content-type" not in step.headers):
            raise bad_request(f"Write request id : {step.id} does not contain Content-Type header or body.")
        seen.add(step.id)
    return steps


def in_batches(steps: Sequence[Step], run: Callable[[Step], Json]) -> list[Json]:
    """Each step's answer, in order; what depends on a step that failed is not run."""
    answers: dict[str, Json] = {}
    for step in steps:
        if any(answers[one]["status"] >= 400 for one in step.depends_on):
            error = {"code": "FailedDependency", "message": "A request that this one depends on has failed."}
            headers = {"Content-Type": "application/json"}
            answers[step.id] = {"id": step.id, "status": 424, "headers": headers, "body": {"error": error}}
        else:
            answers[step.id] = run(step)
    return list(answers.values())


def as_json(body: Json | str | bytes) -> Json | str:
    """An answer's body as it stands in a batch: what is no JSON comes in Base64."""
    if isinstance(body, dict):
        return body
    return base64.b64encode(body.encode() if isinstance(body, str) else body).decode()


def _step(request: Json) -> Step:
    headers = {str(name).lower(): str(value) for name, value in (request.get("headers") or {}).items()}
    url = request["url"] if request["url"].startswith("/") else "/" + request["url"]
    method = request["method"].upper()
    return Step(request["id"], method, url, headers, request.get("body"), tuple(request.get("dependsOn") or ()))
