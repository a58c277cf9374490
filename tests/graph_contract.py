"""Whether what was said to Graph, and what it answered, is what Graph v1.0 describes.

    problems = contract().problems(exchange)

`contract()` reads the OpenAPI description and the strict schemas beside the project; a test that needs them skips
where they are missing. Paths are matched without regard to case; what Graph does not describe there is left out
and named in `UNDESCRIBED`; of a body that is no JSON nothing but its presence is looked at.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote

import pytest
from jsonschema import Draft202012Validator

from graph.emulator import Exchange

Json = dict[str, Any]
DATA = Path(__file__).resolve().parents[1] / ".." / "shared" / "data" / "graph"
UNDESCRIBED = re.compile(
    r"/groups\b|/.*/attachments/[^/]+/\$value$|/.*/calendars?/.*/(createUploadSession$|extensions\b)"
    r"|/.*/messages/.*/createUploadSession$"
    r"|/(me|users/[^/]+)/(contacts\b|photos\b|transitiveMemberOf\b|mailboxSettings/(date|time)Format"
    r"|mailboxSettings/delegateMeetingMessageDeliveryOptions)",
    re.IGNORECASE,
)
OPEN_TYPES = ("microsoft.graph.openTypeExtension",)
"""Of which a client decides what they hold; the strict schemas close them like all others."""
_TYPED_LITERAL = re.compile(r"=microsoft\.graph\.\w+'")
"""Before the value of an enumeration in a path, where the description has the bare value."""
_STATE_TOKENS = {"$deltatoken", "$skiptoken"}
"""They hold what was asked for at first."""
_METHODS = ("get", "post", "patch", "put", "delete")
_COMPONENT = "#/components/schemas/"


@lru_cache(maxsize=1)
def contract() -> "Contract":
    """The description of Graph v1.0. Skips the test where it is missing."""
    if not DATA.exists():
        pytest.skip("the description of Graph is not on this machine")
    description = json.loads((DATA / "graph-v1.0-subset.json").read_text())
    strict = json.loads((DATA / "graph-v1.0-strict.schema.json").read_text())
    return Contract(description, strict["$defs"])


@dataclass(frozen=True, eq=False)
class Operation:
    """One method of one path; `request` and `responses` are JSON schemas, None for no body."""

    name: str
    parameters: dict[str, bool]
    """Query parameters by their name in lower case, and whether they are required."""
    request: Draft202012Validator | None
    responses: dict[str, Draft202012Validator | None]

    def problems(self, exchange: Exchange) -> Iterable[str]:
        """What is wrong with one exchange."""
        yield from self._query(exchange)
        if exchange.status < 400:  # what Graph refuses may be malformed: that is why
            yield from self._request(exchange)
        yield from self._response(exchange)

    def _query(self, exchange: Exchange) -> Iterable[str]:
        asked = {name.casefold() for name, _ in parse_qsl(exchange.query, keep_blank_values=True)}
        for name in asked - self.parameters.keys():
            yield f"the query parameter {name} is not described"
        if exchange.status < 400 and not asked & _STATE_TOKENS:
            for name, required in self.parameters.items():
                if required and name not in asked:
                    yield f"the query parameter {name} is missing"

    def _request(self, exchange: Exchange) -> Iterable[str]:
        if exchange.request_body is None:
            return
        if self.request is None:
            yield "no request body is described"
            return
        yield from (f"request {problem}" for problem in _violations(self.request, exchange.request_body))

    def _response(self, exchange: Exchange) -> Iterable[str]:
        status = str(exchange.status)
        described = next((key for key in (status, f"{status[0]}XX", "default") if key in self.responses), None)
        if described is None:
            yield f"the status {status} is not described"
            return
        schema = self.responses[described]
        if schema is None:
            if exchange.response_body is not None:
                yield "no response body is described"
        else:
            yield from (f"response {problem}" for problem in _violations(schema, exchange.response_body))


class Contract:
    """Graph's operations by path, ready to judge."""

    def __init__(self, description: Json, definitions: Json) -> None:
        self._description = description
        self._definitions = definitions | {
            name: definition | {"additionalProperties": True}
            for name, definition in definitions.items()
            if name in OPEN_TYPES
        }
        self._operations: dict[tuple[str, str], Operation] = {}

    def problems(self, exchange: Exchange) -> list[str]:
        """What is wrong with one exchange; empty where it keeps to the description."""
        path = _TYPED_LITERAL.sub("='", exchange.path.rstrip("/"))
        where = f"{exchange.method} {path} {exchange.status}"
        if UNDESCRIBED.match(path) or (exchange.status == 400 and "segment" in str(exchange.response_body)):
            return []
        template = self._template(path)
        if template is None or exchange.method.lower() not in self._description["paths"][template]:
            return [f"{where}: there is no such operation"]
        operation = self._operation(template, exchange.method.lower())
        return [f"{where}: {problem}" for problem in operation.problems(exchange)]

    def has(self, method: str, path: str) -> bool:
        """Whether Graph has that operation; `path` with any keys."""
        template = self._template(path)
        return template is not None and method.lower() in self._description["paths"][template]

    def check(self, exchanges: Iterable[Exchange]) -> None:
        """Fails the test with every problem of every exchange."""
        problems = [problem for exchange in exchanges for problem in self.problems(exchange)]
        assert not problems, "\n".join(problems)

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], str]]:
        fixed_first = sorted(self._description["paths"], key=lambda path: path.count("{"))
        return [(_pattern(path), path) for path in fixed_first]

    def _template(self, path: str) -> str | None:
        return next((path_ for pattern, path_ in self._patterns if pattern.fullmatch(unquote(path))), None)

    def _operation(self, template: str, method: str) -> Operation:
        key = template, method
        if key not in self._operations:
            found = self._description["paths"][template][method]
            parameters = [self._resolved(entry) for entry in found.get("parameters", [])]
            self._operations[key] = Operation(
                f"{method.upper()} {template}",
                {
                    entry["name"].casefold(): bool(entry.get("required"))
                    for entry in parameters
                    if entry["in"] == "query"
                },
                self._body(found.get("requestBody")),
                {status: self._body(self._resolved(answer)) for status, answer in found["responses"].items()},
            )
        return self._operations[key]

    def _resolved(self, entry: Json) -> Json:
        if "$ref" not in entry:
            return entry
        found: Json = self._description
        for step in entry["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        return found

    def _body(self, described: Json | None) -> Draft202012Validator | None:
        contents = (described or {}).get("content", {})
        content = contents.get("application/json")
        if content is None:
            return Draft202012Validator({}) if contents else None
        return Draft202012Validator({"$defs": self._definitions, **_strict(content["schema"])})


def _violations(schema: Draft202012Validator, value: object) -> list[str]:
    return [f"{error.json_path}: {error.message[:300]}" for error in schema.iter_errors(value)]


def _pattern(template: str) -> re.Pattern[str]:
    parts = re.split(r"(\{[^}]*\})", template)
    return re.compile("".join("[^/]+" if part.startswith("{") else re.escape(part) for part in parts), re.IGNORECASE)


def _strict(schema: Any) -> Any:
    """An OpenAPI 3.0 schema as a JSON schema that knows no other properties, over the strict definitions."""
    if isinstance(schema, list):
        return [_strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return {"$ref": "#/$defs/" + schema["$ref"].removeprefix(_COMPONENT)}
    found = {name: _strict(part) for name, part in schema.items() if name not in {"nullable", "example"}}
    if schema.get("nullable") and isinstance(schema.get("type"), str):
        found["type"] = [schema["type"], "null"]
    if isinstance(schema.get("properties"), dict):
        found["properties"] = {name: _strict(part) for name, part in schema["properties"].items()}
        found.setdefault("additionalProperties", False)
        found["patternProperties"] = {"^[^@]*@": {}}
    return found
