"""Teams' own typed cards as a check: no property that its types do not have, no value that they refuse.

The package itself ignores misspelt properties, so names are compared with the fields of the type first.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from microsoft_teams.cards import core
from pydantic import ValidationError

Problem = str


@cache
def types_by_name() -> dict[str, type[core.SerializableObject]]:
    """Every class that stands for a `type`, by that word."""
    found: dict[str, type[core.SerializableObject]] = {}
    for each in vars(core).values():
        if isinstance(each, type) and issubclass(each, core.SerializableObject):
            field = each.model_fields.get("type")
            if field is not None and isinstance(field.default, str):
                found[field.default] = each
    return found


def problems(value: Any, path: str = "$") -> Iterator[Problem]:
    """What Teams would not know in a card or a part of one. A button's own data is nobody's business."""
    if isinstance(value, list | tuple):
        for number, each in enumerate(value):
            yield from problems(each, f"{path}[{number}]")
    if not isinstance(value, dict):
        return
    if "type" in value:
        yield from _of_type(value, path)
    for key, each in value.items():
        if key != "data":
            yield from problems(each, f"{path}.{key}")


def _of_type(value: dict[str, Any], path: str) -> Iterator[Problem]:
    known = types_by_name().get(value["type"])
    if known is None:
        yield f"{path}: no type is called {value['type']}"
        return
    alias = core.SerializableObject.validation_alias_generator
    names = {alias(name) for name in known.model_fields} | {"$schema"}
    yield from (f"{path}: {value['type']} has no {name}" for name in value.keys() - names)
    try:
        known.model_validate(value)
    except ValidationError as error:
        yield from (f"{path}.{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
