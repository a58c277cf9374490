"""Forgive typing errors where one word of the lexicon is near: "Thurday", "tommorow"."""

from collections.abc import Container, Iterator, Mapping
from functools import lru_cache

_CATEGORIES = frozenset(("WEEKDAY", "MONTH", "TODAY", "DAYPART"))
_REMEMBERED = 4096
"""Words. Most of what people type they have typed before."""


def _shorter(word: str, letters: int) -> Iterator[str]:
    """`word`, and what is left of it when up to `letters` are struck."""
    yield word
    if letters:
        for at in range(len(word)):
            yield from _shorter(word[:at] + word[at + 1 :], letters - 1)


class Typos:
    """Finds the one word of the lexicon that a mistyped word stands for.

    Two words are near when striking one letter of each (two of long words) leaves the same; the first letter is
    right. Only names of days, months and parts of the day are looked for: they are long, and few words are near them.
    """

    def __init__(self, lexicon: Mapping[str, Mapping[str, object]], correct: Container[str]) -> None:
        self._lexicon = lexicon
        self._correct = correct
        self._near: dict[str, set[str]] = {}
        self._firsts: set[str] = set()
        for word, meanings in lexicon.items():
            if len(word) >= 6 and word.isalpha() and not _CATEGORIES.isdisjoint(meanings):
                self._firsts.add(word[0])
                for left in set(_shorter(word, _allowed(word))):
                    self._near.setdefault(left, set()).add(word)
        self.meanings = lru_cache(_REMEMBERED)(self._meanings)

    def _meanings(self, word: str) -> Mapping[str, object] | None:
        """What the lexicon says of the word that `word` (lower case, unknown to it) stands for, or None."""
        if not 5 <= len(word) <= 11 or word[0] not in self._firsts or word in self._correct or not word.isalpha():
            return None
        found: set[str] = set()
        for left in set(_shorter(word, 2 if len(word) >= 7 else 1)):
            for near in self._near.get(left, ()):
                if near[0] == word[0] and len(word) - len(left) <= _allowed(near):
                    found.add(near)
        if not found:
            return None
        values = [self._lexicon[near] for near in found]
        kinds = {(k, str(v)) for meanings in values for k, v in meanings.items() if k in _CATEGORIES}
        return values[0] if len(kinds) == 1 else None


def _allowed(word: str) -> int:
    return 2 if len(word) >= 8 else 1
