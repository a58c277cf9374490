"""OData's query options over a list of documents: $filter, $search, $orderby, $skip, $top, $select, $count.

Source: Graph documentation, concepts/query-parameters.
"""

import base64
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlencode

from graph.emulator.calls import Answer, Call
from graph.emulator.errors import Json, bad_request
from graph.emulator.filters import parse_filter, property_at
from graph.emulator.shapes import Properties

_ALWAYS_SELECTED = ("id",)
_SEARCH_CLAUSE = re.compile(r'"(?:(?P<name>\w+):)?(?P<words>[^"]*)"|(?P<operator>AND|OR)\b|(?P<bare>[^\s"]+)', re.I)


Entry = TypeVar("Entry")


@dataclass(frozen=True)
class Listing:
    """How collections of one kind behave. `shown` is what is answered where nothing is selected; None is all.

    What is `expandable` is shown where a document has it, selected or not.
    """

    shape: Properties
    page: int = 10
    most: int = 1000
    searchable: tuple[str, ...] = ()
    shown: tuple[str, ...] | None = None
    expandable: tuple[str, ...] = ()
    finds: Callable[[Sequence[Json], str], list[Json]] | None = None
    """How $search looks through documents; None is by words of the `searchable` properties."""

    def select(self, document: Json, asked: str | None) -> Json:
        """The properties of a document that $select names."""
        expanded = {name: document[name] for name in self.expandable if name in document}
        return selected(document, asked, self.shown, self.shape) | expanded


def collection(call: Call, fragment: str, documents: Sequence[Json], listing: Listing) -> Answer:
    """The page of `documents` that the query asks for."""
    return lazy_collection(call, fragment, documents, listing, show=lambda document: document)


def lazy_collection(
    call: Call, fragment: str, entries: Sequence[Entry], listing: Listing, *, show: Callable[[Entry], Json]
) -> Answer:
    """The same over entries that `show` draws; where documents are not searched, only the page is drawn."""
    skip, size = _position(call, listing)
    if {"$filter", "$search", "$orderby"} & call.query.keys():
        found = _found(call, [show(entry) for entry in entries], listing)
        shown, total = found[skip : skip + size], len(found)
    else:
        shown, total = [show(entry) for entry in entries[skip : skip + size]], len(entries)
    answer = call.context(fragment)
    if call.query.get("$count", "").casefold() == "true":
        answer["@odata.count"] = total
    answer["value"] = [listing.select(document, call.query.get("$select")) for document in shown]
    if skip + size < total:
        answer["@odata.nextLink"] = _next_link(call, skip + size)
    return Answer(200, answer)


def _found(call: Call, documents: list[Json], listing: Listing) -> list[Json]:
    if condition := call.query.get("$filter"):
        test = parse_filter(condition)
        documents = [document for document in documents if test(document)]
    if (words := call.query.get("$search")) is not None:
        documents = listing.finds(documents, words) if listing.finds else search(documents, words, listing.searchable)
    if order := call.query.get("$orderby"):
        documents = ordered(documents, order)
    return documents


def selected(document: Json, asked: str | None, default: Sequence[str] | None, shape: Properties) -> Json:
    """The properties that $select names, `default` where it is absent, all where both are."""
    if not asked:
        if default is None:
            return document
        return {name: document.get(name) for name in default}
    names = [name.strip() for name in asked.split(",") if name.strip()]
    if "*" in names:
        return document
    known = {name.casefold(): name for name in (*document, *shape.shapes)}
    wanted = list(_ALWAYS_SELECTED)
    for name in names:
        folded = name.split("/")[0].casefold()
        if folded not in known:
            raise bad_request(
                f"Parsing OData Select and Expand failed: Could not find a property named '{name}'"
                f" on type 'microsoft.graph.{shape.type_name}'."
            )
        wanted.append(known[folded])
    annotations = {name: value for name, value in document.items() if name.startswith("@")}
    return annotations | {name: document[name] for name in dict.fromkeys(wanted) if name in document}


def ordered(documents: Iterable[Json], order: str) -> list[Json]:
    """By the paths of $orderby, the first one first."""
    found = list(documents)
    for clause in reversed(order.split(",")):
        path, _, direction = clause.strip().partition(" ")
        found.sort(key=lambda document: _sort_key(document, path), reverse=direction.strip().casefold() == "desc")
    return found


def _sort_key(document: Json, path: str) -> tuple[bool, str | float]:
    value = property_at(document, path)
    if isinstance(value, (dict, list)):
        raise bad_request("The $orderby expression must evaluate to a single value of primitive type.")
    if isinstance(value, (int, float)):
        return (True, value) if not isinstance(value, bool) else (True, int(value))
    return value is not None, str(value or "").casefold()


def search(documents: Iterable[Json], query: str, names: Sequence[str]) -> list[Json]:
    """The documents whose properties have words that begin as the searched ones do.

    `"displayName:al" OR "mail:al"` looks into the named property, `"al"` and a bare word into all of `names`.
    """
    alternatives: list[list[tuple[str | None, str]]] = [[]]
    for match in _SEARCH_CLAUSE.finditer(query):
        if match["operator"]:
            if match["operator"].upper() == "OR":
                alternatives.append([])
        else:
            alternatives[-1].append((match["name"], match["words"] if match["words"] is not None else match["bare"]))
    wanted = [clauses for clauses in alternatives if clauses]
    return [document for document in documents if any(_has_all(document, clauses, names) for clauses in wanted)]


def _has_all(document: Json, clauses: Sequence[tuple[str | None, str]], names: Sequence[str]) -> bool:
    return all(
        any(_begins(str(property_at(document, name) or ""), words) for name in ((named,) if named else names))
        for named, words in clauses
    )


def _begins(text: str, words: str) -> bool:
    """Whether every searched word begins a word of the text; an address also counts as one."""
    parts = [text.casefold(), *re.split(r"[\W_]+", text.casefold())]
    return all(any(part.startswith(word) for part in parts) for word in words.casefold().split())


def _position(call: Call, listing: Listing) -> tuple[int, int]:
    """How many to leave out, and how many to show."""
    skip = _read_token(call.query["$skiptoken"]) if "$skiptoken" in call.query else _number(call, "$skip", 0)
    if "$top" not in call.query:
        return skip, min(call.page_size or listing.page, listing.most)
    top = _number(call, "$top", listing.page)
    if not 1 <= top <= listing.most:
        message = f"Invalid page size specified: '{top}'. Must be between 1 and {listing.most} inclusive."
        raise bad_request(message, "ErrorInvalidUrlQuery")
    return skip, top


def _number(call: Call, name: str, default: int) -> int:
    text = call.query.get(name)
    if text is None:
        return default
    if not text.isdecimal():
        raise bad_request(
            f"Invalid value '{text}' for {name} query option found. The {name} query option requires a"
            " non-negative integer value."
        )
    return int(text)


def _next_link(call: Call, skip: int) -> str:
    kept = {name: value for name, value in call.query.items() if name not in {"$skip", "$skiptoken"}}
    kept["$skiptoken"] = base64.urlsafe_b64encode(f"from={skip}".encode()).decode().rstrip("=")
    return f"{call.root}{call.path}?{urlencode(kept)}"


def _read_token(token: str) -> int:
    try:
        plain = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)).decode()
        return int(plain.removeprefix("from="))
    except ValueError:
        raise bad_request("Skip token is malformed.", "ErrorInvalidUrlQuery") from None
