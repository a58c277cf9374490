"""The patterns of a language by which slots are found, from its file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources


class Patterns(Mapping[str, re.Pattern[str]]):
    """Patterns by name, each compiled when it is first asked for: an utterance needs few of them."""

    def __init__(self, sources: Mapping[str, str], flags: int = 0) -> None:
        self._sources = sources
        self._flags = flags
        self._compiled: dict[str, re.Pattern[str]] = {}

    def __getitem__(self, name: str) -> re.Pattern[str]:
        if name not in self._compiled:
            self._compiled[name] = re.compile(self._sources[name], self._flags)
        return self._compiled[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)


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
    return Patterns(texts)


def is_weekday(words: str, language: str = "en") -> bool:
    """Whether a time is said by a day of the week ("Tuesday at 9"), which may be this week's or another's."""
    return bool(patterns(language)["weekday"].fullmatch(words.strip()))


def places_behind(item: re.Pattern[str], text: str, starts: Sequence[int]) -> list[int]:
    """The places of `text` behind any number of `item`, for each of `starts`, which belong to them."""
    places: list[int] = []
    for start in starts:
        at = start
        while at not in places:
            places.append(at)
            at = found.end() if (found := item.match(text, at)) else at
    return places
