"""The patterns of a language by which slots are found, from its file."""

import re
from functools import cache, lru_cache
from typing import Final

from dialogs.understand.lexicon.phrasebook import entries, filled
from dialogs.understand.lexicon.telltales import Shelf, Wary, index_of

_CHAPTERS: Final = ("patterns", "courtesies", "told")
"""The files of a language, in the order in which they may use each other's patterns."""
_REMEMBERED: Final = 16
"""Texts. While an utterance is read, several look where its request may begin."""


@cache
def patterns(language: str = "en") -> Shelf:
    """Name to pattern, from the language's files of patterns; what stands further up may be used as {name}."""
    return _patterns(language)


@cache
def _patterns(language: str) -> Shelf:
    # Beneath the cache of the above, to which "patterns()" and "patterns('en')" are two calls.
    known: dict[str, str] = {}
    for chapter in _CHAPTERS:
        for name, pattern, _ in entries(f"{language}.{chapter}.txt"):
            if name in known:
                raise ValueError(f"two patterns are called {name!r}")
            known[name] = filled(pattern, known)
    return Shelf(known, index_of(language))


def is_weekday(words: str, language: str = "en") -> bool:
    """Whether a time is said by a day of the week ("Tuesday at 9"), which may be this week's or another's."""
    return bool(patterns(language)["weekday"].fullmatch(words.strip()))


@lru_cache(_REMEMBERED)
def places_behind(item: Wary | re.Pattern[str], text: str, starts: tuple[int, ...] = (0,)) -> tuple[int, ...]:
    """The places of `text` behind any number of `item`, for each of `starts`, which belong to them."""
    places: list[int] = []
    for start in starts:
        at = start
        while at not in places:
            places.append(at)
            at = found.end() if (found := item.match(text, at)) else at
    return tuple(places)
