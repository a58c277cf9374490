"""Is a request one that Graph's description knows? Checks method, path, query, headers and, strictly, the body."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from tests.graph.service import Asked

DATA = Path(__file__).resolve().parents[2] / ".." / "shared" / "data" / "graph"
AVAILABLE = (DATA / "graph-v1.0-subset.json").exists()
MISSING = "the description of Graph is not beside this repository"

_REF = "#/components/schemas/"


@cache
def _description() -> tuple[dict[str, Any], dict[str, Any], list[tuple[re.Pattern[str], str]]]:
    subset = json.loads((DATA / "graph-v1.0-subset.json").read_text())
    strict = json.loads((DATA / "graph-v1.0-strict.schema.json").read_text())
    # The more literal segments a template has, the earlier it is tried.
    templates = sorted(subset["paths"], key=lambda template: (template.count("{"), template))
    patterns = [
        (re.compile(re.sub(r"\{[^}]+\}", "[^/]+", re.escape(t).replace(r"\{", "{").replace(r"\}", "}"))), t)
        for t in templates
    ]
    return subset, strict, patterns


def faults(asked: Asked) -> Iterator[str]:
    """What the description has against a request; nothing: it is as described."""
    subset, _, patterns = _description()
    template = next((template for pattern, template in patterns if pattern.fullmatch(asked.raw_path)), None)
    operation = subset["paths"].get(template, {}).get(asked.method.lower())
    if operation is None:
        yield f"{asked.method} {asked.path} is not described"
        return
    parameters = [_parameter(subset, parameter) for parameter in operation.get("parameters", ())]
    in_query = {parameter["name"]: parameter for parameter in parameters if parameter["in"] == "query"}
    for name in asked.query:
        if name not in in_query:
            yield f"query parameter {name}"
    for name, parameter in in_query.items():
        if parameter.get("required") and name not in asked.query:
            yield f"query parameter {name} is required"
    in_header = {parameter["name"].lower() for parameter in parameters if parameter["in"] == "header"}
    for name in {"prefer", "consistencylevel"} & set(asked.headers) - in_header:
        yield f"header {name}"
    yield from _body_faults(operation, asked.body)


def faults_of_answer(method: str, path: str, status: int, body: Any) -> Iterator[str]:
    """What the description has against an answer's body."""
    subset, _, patterns = _description()
    template = next(template for pattern, template in patterns if pattern.fullmatch(path))
    answers = subset["paths"][template][method.lower()]["responses"]
    schema = answers[str(status)].get("content", {}).get("application/json", {}).get("schema")
    if schema:
        yield from _faults(schema, body)


def _body_faults(operation: Mapping[str, Any], body: Any) -> Iterator[str]:
    described = operation.get("requestBody")
    if described is None:
        if body is not None:
            yield "a body, where none is described"
        return
    schema = described["content"]["application/json"]["schema"]
    yield from _faults(schema if "$ref" in schema else {**schema, "additionalProperties": False}, body)


def _faults(schema: Mapping[str, Any], value: Any) -> Iterator[str]:
    _, strict, _ = _description()
    text = json.dumps(schema).replace(_REF, "#/$defs/")
    document = _with_null({**json.loads(text), "$defs": strict["$defs"]})
    for error in Draft202012Validator(document).iter_errors(value):
        yield f"{'/'.join(str(step) for step in error.absolute_path)}: {error.message[:200]}"


def _with_null(schema: Any) -> Any:
    """OpenAPI 3.0 says `nullable` where JSON Schema names the type."""
    if isinstance(schema, list):
        return [_with_null(inner) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    converted = {name: inner if name == "$defs" else _with_null(inner) for name, inner in schema.items()}
    if converted.pop("nullable", False) and isinstance(converted.get("type"), str):
        converted["type"] = [converted["type"], "null"]
    return converted


def _parameter(subset: Mapping[str, Any], parameter: Mapping[str, Any]) -> Mapping[str, Any]:
    reference = parameter.get("$ref")
    return subset["components"]["parameters"][reference.rsplit("/", 1)[1]] if reference else parameter
