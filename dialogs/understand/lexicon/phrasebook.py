"""A language's patterns from a file of its own: pieces, and the sentences that are made of them.

    name: pattern       a piece, which stands as "{name}" in what comes below
    label | pattern     a sentence; the label is its name, .facet or =facet, and marks; the bar may be left out

An indented line goes on with the one before; "#" begins a remark.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib import resources
from typing import Final, NamedTuple

from dialogs.understand.lexicon.telltales import Index, Row, Telltales, Wary, index_of, telltales
from dialogs.understand.understood import Intent

_ENTRY: Final = re.compile(r"(?P<name>\S+): (?P<piece>.*)|(?P<label>\S+)(?: \|)? +(?P<body>.*)", re.DOTALL)
_LABEL: Final = re.compile(r"(?P<name>[\w-]+)(?:[.=](?P<facet>\w+))?(?P<marks>[!=?+@]*)")
_NAMED: Final = re.compile(r"\{([a-z][\w-]*)\}")


class Pieces:
    """Parts of patterns by name. `index` is where it is looked up which of them a text may fit."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._patterns: dict[str, str] = {}
        self._told = _Told()

    def add(self, name: str, pattern: str) -> None:
        """A further one, made of those that there are."""
        self._patterns[name] = f"(?:{self.filled(pattern)})"
        self._told.sources[name] = pattern

    def filled(self, pattern: str) -> str:
        """`pattern` with the pieces that it names. Raises KeyError where there is none of the name."""
        return filled(pattern, self._patterns)

    def told(self, pattern: str) -> Telltales:
        """The telltales of a pattern that names pieces."""
        return telltales(pattern, self._told)

    def wary(self) -> Mapping[str, Wary]:
        """Each by itself, for where most of them are looked for in every text."""
        return {
            name: Wary(pattern, self.index, partial(self._told.__getitem__, name))
            for name, pattern in self._patterns.items()
        }

    def each(self, flags: int = 0) -> Mapping[str, re.Pattern[str]]:
        """Each by itself, compiled when it is first asked for."""
        return _Compiled(self._patterns, flags)


class _Told(dict[str, Telltales]):
    """The telltales of pieces by name, of which those are worked out that were asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.sources: dict[str, str] = {}

    def __missing__(self, name: str) -> Telltales:
        self[name] = telltales(self.sources[name], self)
        return self[name]


class _Compiled(dict[str, re.Pattern[str]]):
    """Patterns by name, of which those are compiled that were asked for."""

    def __init__(self, sources: Mapping[str, str], flags: int) -> None:
        super().__init__()
        self._sources = sources
        self._flags = flags

    def __missing__(self, name: str) -> re.Pattern[str]:
        self[name] = re.compile(self._sources[name], self._flags)
        return self[name]


def filled(pattern: str, pieces: Mapping[str, str]) -> str:
    """`pattern` with the pieces that it names. Raises KeyError where there is none of the name."""
    return _NAMED.sub(lambda found: pieces[found[1]], pattern)


class Label(NamedTuple):
    """What a sentence says."""

    name: str
    facet: str
    marks: str

    @property
    def intent(self) -> Intent:
        """The intent that is so called. Raises ValueError where none is."""
        return Intent(self.name)


class Sentence(NamedTuple):
    """How something is said."""

    label: Label
    pattern: Wary


@dataclass(frozen=True)
class Phrasebook:
    """A file's sentences, in its order."""

    pieces: Mapping[str, re.Pattern[str]]
    sentences: tuple[Sentence, ...]
    row: Row

    def worth_a_try(self, text: str) -> Iterator[Sentence]:
        """The sentences that may fit `text`."""
        return (self.sentences[place] for place in self.row.worth_a_try(text))


def entries(file: str) -> Iterator[tuple[str, str, bool]]:
    """Name or label, pattern, and whether it is a piece, for each entry of `languages/<file>`."""
    text = (resources.files("dialogs.understand") / "languages" / file).read_text("utf-8")
    lines: list[str] = []
    for line in text.splitlines():
        if line.startswith("    ") and lines:
            lines[-1] += line[4:]
        elif line and not line.startswith("#"):
            lines.append(line)
    for line in lines:
        if (found := _ENTRY.fullmatch(line)) is None:
            raise ValueError(f"{file}: no entry: {line}")
        yield found["name"] or found["label"], found["piece"] or found["body"] or "", bool(found["name"])


def labelled(words: str) -> Label:
    """A label's parts. Raises ValueError where it is none."""
    if (found := _LABEL.fullmatch(words)) is None:
        raise ValueError(f"no label: {words}")
    return Label(found["name"], found["facet"] or "", found["marks"])


@cache
def phrasebook(file: str, before: str = "", behind: str = "", flags: int = 0) -> Phrasebook:
    """The sentences of `languages/<file>`, each between `before` and `behind`, which may name its pieces."""
    pieces = Pieces(index_of(file.partition(".")[0]))
    labels: list[Label] = []
    said: list[tuple[str, Callable[[], Telltales]]] = []
    for head, body, is_piece in entries(file):
        if is_piece:
            pieces.add(head, body)
            continue
        around = pieces.filled(before), pieces.filled(behind)
        labels.append(labelled(head))
        said.append((f"{around[0]}(?:{pieces.filled(body)}){around[1]}", partial(pieces.told, body)))
    row = Row([Wary(pattern, pieces.index, told, flags) for pattern, told in said], pieces.index)
    return Phrasebook(pieces.each(flags), tuple(map(Sentence, labels, row.patterns)), row)
