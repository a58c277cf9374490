"""A language's patterns from a file of its own: pieces, and what is made of them.

Lines are `name: pattern`, a piece that is used below as `{name}`, or `label | pattern`. "#" begins a remark.
"""

import re
from functools import cache
from importlib import resources


@cache
def phrasebook(file: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Label and pattern, whatever the case of letters, in the order of `languages/<file>`."""
    pieces: dict[str, str] = {}
    found: list[tuple[str, re.Pattern[str]]] = []
    for line in (resources.files("dialogs.understand") / "languages" / file).read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        label, bar, body = line.partition(" | ")
        if bar:
            found.append((label, re.compile(_filled(body, pieces), re.IGNORECASE)))
        else:
            name, _, pattern = line.partition(": ")
            pieces[name] = _filled(pattern, pieces)
    return tuple(found)


def _filled(pattern: str, pieces: dict[str, str]) -> str:
    return re.sub(r"\{([a-z-]+)\}", lambda found: pieces[found[1]], pattern)
