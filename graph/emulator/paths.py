"""The path of a request, cut into its segments."""

import re
from urllib.parse import unquote

_KEY_IN_PARENTHESES = re.compile(r"^(\w+)\((?:'([^']*)'|(\w+=.*))\)$")
"""calendars('id'), and functions with named parameters."""


def segments_of(path: str) -> list[str]:
    """The segments of a path that is still percent-encoded; `me` is users/me, and a key in parentheses is one."""
    found: list[str] = []
    for raw in path.strip("/").split("/"):
        segment = unquote(raw)
        keyed = _KEY_IN_PARENTHESES.match(segment)
        if keyed:
            found.extend(part for part in keyed.groups() if part is not None)
        else:
            found.append(segment.removeprefix("microsoft.").removesuffix("()"))
    if found[0].casefold() == "me":
        found[:1] = ["users", "me"]
    return found
