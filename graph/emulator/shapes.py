"""What a document may hold, and how a sloppy one becomes a canonical one.

Graph takes property names and enum values in any case, and strings for booleans and numbers; it answers in one
casing. A shape is a plain value: a `Kind`, a tuple of enum values, a mapping of property names, or a list with the
shape of its elements.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import Any, TypeAlias


class Kind(Enum):
    """A value without parts."""

    TEXT = auto()
    FLAG = auto()
    WHOLE = auto()
    NUMBER = auto()
    ANYTHING = auto()


@dataclass(frozen=True)
class Properties:
    """An object: its properties by canonical name."""

    shapes: Mapping[str, "Shape"]
    type_name: str = "object"

    @cached_property
    def by_folded_name(self) -> dict[str, tuple[str, "Shape"]]:
        """Canonical name and shape, by the name in lower case."""
        return {name.casefold(): (name, shape) for name, shape in self.shapes.items()}


Shape: TypeAlias = "Kind | tuple[str, ...] | list[Shape] | Properties"


class Malformed(ValueError):
    """A value does not fit. `path` says where, in the document's own words; `reason` why, in plain words."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}" if path else reason)
        self.path = path
        self.reason = reason


def conform(value: object, shape: Shape, path: str = "", *, strict: bool = True) -> Any:
    """`value` in canonical names and types. None fits everywhere, and leaves a list; annotations are left out.

    With `strict`, an unknown property is Malformed; without, it is left out.
    """
    if value is None:
        return None
    if isinstance(shape, Properties):
        return _properties(value, shape, path, strict)
    if isinstance(shape, list):
        if not isinstance(value, list):
            raise Malformed(path, f"an array is expected, not {_named(value)}")
        present = [(index, element) for index, element in enumerate(value) if element is not None]
        return [conform(element, shape[0], f"{path}[{index}]", strict=strict) for index, element in present]
    if isinstance(shape, tuple):
        return _enumerated(value, shape, path)
    return _plain(value, shape, path)


def _properties(value: object, shape: Properties, path: str, strict: bool) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Malformed(path, f"an object is expected, not {_named(value)}")
    known = shape.by_folded_name
    found: dict[str, Any] = {}
    for name, part in value.items():
        if "@" in name:
            continue
        canonical = known.get(name.casefold())
        if canonical is not None:
            inner = f"{path}.{canonical[0]}" if path else canonical[0]
            found[canonical[0]] = conform(part, canonical[1], inner, strict=strict)
        elif strict:
            raise Malformed(path, f"The property '{name}' does not exist on type 'microsoft.graph.{shape.type_name}'.")
    return found


def _enumerated(value: object, allowed: Sequence[str], path: str) -> str:
    if isinstance(value, str):
        for canonical in allowed:
            if canonical.casefold() == value.casefold():
                return canonical
    raise Malformed(path, f"{_named(value)} is none of {', '.join(allowed)}")


def _plain(value: Any, kind: Kind, path: str) -> Any:
    if kind is Kind.ANYTHING:
        return value
    if kind is Kind.TEXT:
        if isinstance(value, str):
            return value
        raise Malformed(path, f"a string is expected, not {_named(value)}")
    if kind is Kind.FLAG:
        if isinstance(value, bool):
            return value
        if isinstance(value, str) and value.casefold() in {"true", "false"}:
            return value.casefold() == "true"
        raise Malformed(path, f"true or false is expected, not {_named(value)}")
    try:
        if isinstance(value, bool):
            raise TypeError
        return int(value) if kind is Kind.WHOLE else float(value)
    except (TypeError, ValueError, OverflowError):
        raise Malformed(path, f"a number is expected, not {_named(value)}") from None


def _named(value: object) -> str:
    if isinstance(value, str):
        return f"'{value}'"
    if isinstance(value, (dict, list)):
        return "an object" if isinstance(value, dict) else "an array"
    return repr(value)
