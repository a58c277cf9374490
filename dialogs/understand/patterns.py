"""The patterns of a language by which slots are found, from its file."""

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def patterns(language: str = "en") -> Mapping[str, re.Pattern[str]]:
    """Name to pattern, from `languages/<language>.patterns.txt`: lines `name: pattern`; an indented line goes on."""
    path = resources.files("dialogs.understand") / "languages" / f"{language}.patterns.txt"
    texts: dict[str, str] = {}
    last = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            texts[last] += line[4:]
        elif line and not line.startswith("#"):
            last, _, texts_of = line.partition(": ")
            texts[last] = texts_of
    return {name: re.compile(text) for name, text in texts.items()}
