"""Sentences that are known by their whole build, as a language's data: each with what it says and its named parts.

A file has lines `name: pattern` for a piece, used below as `{name}`, and lines `label | pattern`. The first that fits
wins. Patterns see the text in lower case, with plain apostrophes; "lead" and "tail" may stand around every sentence.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from dialogs.understand.telltales import Index, Lazy, Telltales, telltales

_LONGEST: Final = 300
"""Characters. What is longer says more than one thing."""


@dataclass(frozen=True)
class Sentence:
    """`label`: which one it is; `parts`: the words of each named group, as they were written."""

    label: str
    parts: Mapping[str, str]


@dataclass(frozen=True)
class _File:
    patterns: tuple[tuple[str, Lazy], ...]
    index: Index


@cache
def _file(name: str) -> _File:
    path = resources.files("dialogs.understand") / "languages" / name
    pieces: dict[str, str] = {"lead": "", "tail": ""}
    found: list[tuple[str, Lazy]] = []
    told: list[Telltales] = []
    for line in path.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        label, bar, body = line.partition(" | ")
        if not bar:
            piece, _, pattern = line.partition(": ")
            pieces[piece] = f"(?:{_filled(pattern, pieces)})"
            continue
        pattern = _filled(body, pieces)
        told.append(telltales(pattern))
        found.append((label, Lazy(f"{pieces['lead']}(?:{pattern}){pieces['tail']}")))
    return _File(tuple(found), Index(told))


def _filled(pattern: str, pieces: Mapping[str, str]) -> str:
    return re.sub(r"\{([a-z]+)\}", lambda found: pieces[found[1]], pattern)


def sentence(utterance: str, name: str, fits: Callable[[Sentence], bool]) -> Sentence | None:
    """The first sentence of the file `name` that `utterance` is, and whose parts `fits` agrees to."""
    written = utterance.strip()
    if len(written) > _LONGEST:
        return None
    seen = written.lower().replace("’", "'").replace("‘", "'")
    seen = seen if len(seen) == len(written) else written
    known = _file(name)
    for place in known.index.worth_a_try(seen.lower()):
        label, pattern = known.patterns[place]
        if found := pattern.compiled.fullmatch(seen):
            spans = {group: found.span(group) for group in found.groupdict() if found[group]}
            parts = {group: written[start:end].strip(" \"'“”") for group, (start, end) in spans.items()}
            if fits(told := Sentence(label, parts)):
                return told
    return None
