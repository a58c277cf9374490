"""The part of $filter that calendar clients use, as a predicate over documents.

or, and, not, parentheses; eq ne gt ge lt le in; startswith, endswith, contains; paths a/b; text, numbers,
booleans, null, dates. Text is compared without regard to case, as the directory does.
"""

import re
from collections.abc import Callable
from datetime import datetime

from graph.emulator.errors import Json, bad_request
from graph.emulator.moments import iso

Predicate = Callable[[Json], bool]
_TOKEN = re.compile(r"\s*(?:(?P<text>'(?:[^']|'')*')|(?P<mark>[(),])|(?P<word>[^\s(),']+))")
_DATE = re.compile(r"\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?")
_COMPARISONS: dict[str, Callable[[int], bool]] = {
    "eq": lambda order: order == 0,
    "ne": lambda order: order != 0,
    "gt": lambda order: order > 0,
    "ge": lambda order: order >= 0,
    "lt": lambda order: order < 0,
    "le": lambda order: order <= 0,
}
_FUNCTIONS: dict[str, Callable[[str, str], bool]] = {
    "startswith": str.startswith,
    "endswith": str.endswith,
    "contains": str.__contains__,
}


def property_at(document: Json, path: str) -> object:
    """The value at a path like `start/dateTime`, in any case; None where there is none."""
    value: object = document
    for step in path.split("/"):
        if not isinstance(value, dict):
            return None
        value = next((part for name, part in value.items() if name.casefold() == step.casefold()), None)
    return value


def parse_filter(text: str) -> Predicate:
    """The predicate of a $filter. Raises GraphError 400."""
    reader = _Reader(text)
    predicate = reader.either()
    reader.end()
    return predicate


class _Reader:
    """Recursive descent over the tokens of one filter."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = [match[0].strip() for match in _TOKEN.finditer(text)]
        self._at = 0

    def either(self) -> Predicate:
        """a or b"""
        left = self._both()
        while self._took("or"):
            left = _or(left, self._both())
        return left

    def end(self) -> None:
        """Nothing may be left."""
        if self._at < len(self._tokens):
            raise self._wrong()

    def _both(self) -> Predicate:
        left = self._one()
        while self._took("and"):
            left = _and(left, self._one())
        return left

    def _one(self) -> Predicate:
        if self._took("not"):
            inner = self._one()
            return lambda document: not inner(document)
        if self._took("("):
            inner = self.either()
            self._expect(")")
            return inner
        word = self._next()
        if word.casefold() in _FUNCTIONS:
            return self._function(word.casefold())
        return self._comparison(word)

    def _function(self, name: str) -> Predicate:
        self._expect("(")
        path = self._next()
        self._expect(",")
        wanted = str(_literal(self._next())).casefold()
        self._expect(")")
        if self._took("eq") and self._next().casefold() != "true":
            raise self._wrong()
        test = _FUNCTIONS[name]
        return lambda document: test(str(property_at(document, path) or "").casefold(), wanted)

    def _comparison(self, path: str) -> Predicate:
        operator = self._next().casefold()
        if operator == "in":
            self._expect("(")
            wanted = [_literal(self._next())]
            while self._took(","):
                wanted.append(_literal(self._next()))
            self._expect(")")
            return lambda document: any(_order(property_at(document, path), one) == 0 for one in wanted)
        if operator not in _COMPARISONS:
            raise self._wrong()
        value, test = _literal(self._next()), _COMPARISONS[operator]

        def compare(document: Json) -> bool:
            order = _order(property_at(document, path), value)
            return operator == "ne" if order is None else test(order)

        return compare

    def _next(self) -> str:
        if self._at >= len(self._tokens):
            raise self._wrong()
        self._at += 1
        return self._tokens[self._at - 1]

    def _took(self, token: str) -> bool:
        if self._at < len(self._tokens) and self._tokens[self._at].casefold() == token:
            self._at += 1
            return True
        return False

    def _expect(self, token: str) -> None:
        if not self._took(token):
            raise self._wrong()

    def _wrong(self) -> Exception:
        return bad_request(f"Invalid filter clause: syntax error at position {self._at} in '{self._text}'.")


def _or(left: Predicate, right: Predicate) -> Predicate:
    return lambda document: left(document) or right(document)


def _and(left: Predicate, right: Predicate) -> Predicate:
    return lambda document: left(document) and right(document)


def _literal(token: str) -> str | float | bool | None:
    if token.startswith("'"):
        return token[1:-1].replace("''", "'")
    if token.casefold() in {"true", "false"}:
        return token.casefold() == "true"
    if token.casefold() == "null":
        return None
    try:
        return float(token)
    except ValueError:
        return token


def _order(value: object, wanted: str | float | bool | None) -> int | None:
    """Negative, zero or positive; None where the two cannot be compared."""
    if value is None or wanted is None:
        return 0 if value is wanted else None
    if isinstance(value, bool) or isinstance(wanted, bool):
        return 0 if value is wanted else None
    if isinstance(value, (int, float)) and isinstance(wanted, float):
        return (value > wanted) - (value < wanted)
    left, right = _comparable(str(value)), _comparable(str(wanted))
    if isinstance(left, datetime) and isinstance(right, datetime):
        if (left.tzinfo is None) != (right.tzinfo is None):  # a wall time against an instant: by the digits
            left, right = left.replace(tzinfo=None), right.replace(tzinfo=None)
        return (left > right) - (left < right)
    a, b = str(value).casefold(), str(wanted).casefold()
    return (a > b) - (a < b)


def _comparable(text: str) -> str | datetime:
    try:
        return iso(text) if _DATE.fullmatch(text) else text
    except ValueError:
        return text
