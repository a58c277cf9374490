"""$expand of events: their extensions and attachments within the event. Source: Graph concepts, query-parameters."""

import re

from graph.emulator import files, open_extensions
from graph.emulator.access import Access, sees_details
from graph.emulator.calls import Call
from graph.emulator.errors import Json, bad_request
from graph.emulator.filters import Predicate, parse_filter
from graph.emulator.store import Item

EXPANDABLE = ("extensions", "attachments")
_OTHERS = frozenset(
    {
        "calendar",
        "exceptionoccurrences",
        "instances",
        "multivalueextendedproperties",
        "singlevalueextendedproperties",
    }
)
"""What an event has besides, and what is not expanded here."""
_CLAUSE = re.compile(r"\s*(\w+)(?:\(((?:'[^']*'|[^'()]|\([^()]*\))*)\))?\s*(?:,|$)")
_FILTER = re.compile(r"\$filter=([^;]*)", re.IGNORECASE)


def expanded(call: Call, item: Item, reach: Access) -> Json:
    """What $expand adds to an event, as its reader may see it. Raises GraphError 400."""
    wanted = _clauses(call.query.get("$expand", ""))
    sees = sees_details(item.document, reach)
    found: Json = {}
    if "extensions" in wanted:
        entries = item.document.get(open_extensions.KEPT_AS) or () if sees else ()
        found["extensions"] = open_extensions.passing(entries, wanted["extensions"])
    if "attachments" in wanted:
        entries = item.document.get(files.KEPT_AS) or () if sees else ()
        shown = (files.shown(call.tenant.store, entry, item.id) for entry in entries)
        test = wanted["attachments"]
        found["attachments"] = [one for one in shown if test is None or test(one)]
    return found


def _clauses(text: str) -> dict[str, Predicate | None]:
    """The names, and the filters that hold among what they name."""
    found: dict[str, Predicate | None] = {}
    at = 0
    while at < len(text):
        clause = _CLAUSE.match(text, at)
        name = clause[1].casefold() if clause else text[at:]
        if clause is None or name not in {*EXPANDABLE, *_OTHERS}:
            raise bad_request(
                f"Parsing OData Select and Expand failed: Could not find a property named '{name}'"
                " on type 'microsoft.graph.event'."
            )
        condition = _FILTER.search(clause[2] or "")
        found[name] = parse_filter(condition[1]) if condition else None
        at = clause.end()
    return found
