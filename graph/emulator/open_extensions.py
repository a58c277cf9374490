"""Open extensions: data of a client's own on an item, under a name, in a document's "extensions".

Source: Graph resource openTypeExtension.
"""

import re
from collections.abc import Iterable

from graph.emulator.errors import Json, bad_request, item_not_found, unreadable_body
from graph.emulator.filters import Predicate

KEPT_AS = "extensions"
"""The name in a document."""
_TYPE = "#microsoft.graph.openTypeExtension"
_SHOWN_BEFORE = "Microsoft.OutlookServices.OpenTypeExtension."
_MAY_PRECEDE = ("", _SHOWN_BEFORE, "microsoft.graph.openTypeExtension.")
_BEFORE = re.compile(r"(microsoft\.)?(graph|outlookservices)\.opentypeextension\.", re.IGNORECASE)


def entry_of(stated: object, *, is_new: bool = True) -> Json:
    """What a document keeps of an extension: its name and a client's data. Raises GraphError 400."""
    if not isinstance(stated, dict):
        raise unreadable_body("An openTypeExtension is expected.")
    kind = str(stated.get("@odata.type") or "").removeprefix("#").casefold()
    if kind != _TYPE.removeprefix("#").casefold() and (is_new or kind):
        raise unreadable_body(f"The type of an extension is '{_TYPE}', not '{kind}'.")
    if is_new and not (isinstance(stated.get("extensionName"), str) and stated["extensionName"].strip()):
        raise bad_request("An open extension needs an extensionName.", "ErrorInvalidRequest")
    return {name: value for name, value in stated.items() if "@" not in name and name != "id"}


def entries_of(stated: object) -> list[Json]:
    """The same for those of a new item; none where nothing is stated. Raises GraphError 400."""
    if stated is None:
        return []
    if not isinstance(stated, list):
        raise unreadable_body("The extensions of an item are an array.")
    return [entry_of(one) for one in stated]


def shown(entry: Json) -> Json:
    """The Graph openTypeExtension."""
    return {"@odata.type": _TYPE, "id": _SHOWN_BEFORE + entry["extensionName"], **entry}


def named(entries: Iterable[Json], key: str) -> Json:
    """The extension of that name or id. Raises GraphError 404."""
    wanted = _BEFORE.sub("", key).casefold()
    for entry in entries:
        if entry["extensionName"].casefold() == wanted:
            return entry
    raise item_not_found()


def passing(entries: Iterable[Json], test: Predicate | None) -> list[Json]:
    """Those that a $filter lets through, as they are shown; what precedes the name in an id may be left out there."""
    return [
        shown(entry)
        for entry in entries
        if test is None or any(test({**entry, "id": before + entry["extensionName"]}) for before in _MAY_PRECEDE)
    ]
