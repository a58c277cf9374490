"""A cheap look before a dear one: letters of which a text must have some for a pattern to fit it.

Hundreds of sentence patterns are tried on every utterance, of which hardly one fits. "(?:book|reserve) (?:it|them)"
needs a text with "book" or "reserve"; on any other it is not worth a try, nor is it worth being compiled.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

_PIECE: Final = re.compile(
    r"(?P<open>\((?:\?(?:P<\w+>|[aimsux-]*:|>))?)(?!\?)|(?P<look>\(\?<?[=!])|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<many>(?:[?*+]|\{\d*,?\d*\})[?+]?)|(?P<letters>[A-Za-z0-9 ](?![?*{])(?:[A-Za-z0-9 ](?![?*+{]))*)"
    r"|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.",
    re.DOTALL,
)
_MOST: Final = 60
"""Telltales of one pattern; with more of them nearly every text has one."""
_GOOD: Final = 4
"""Letters; a longer telltale is no better."""
_START: Final = 3
"""Letters by which telltales are looked up."""

Telltales = frozenset[str]


def telltales(pattern: str) -> Telltales:
    """Letters in lower case, of which every text that `pattern` fits has at least one; none where nothing is known.

    Understands what our patterns are made of: letters, sets, groups, bars, looks ahead and behind, and how often.
    """
    return _alternatives(_PIECE.finditer(pattern))


def _alternatives(pieces: Iterator[re.Match[str]]) -> Telltales:
    """Those of what stands up to the end of a group, where one part has to fit."""
    found: list[Telltales] = []
    parts: list[Telltales] = []
    group: Telltales = frozenset()
    for piece in pieces:
        kind = piece.lastgroup
        if kind == "many":
            # What may be missing tells nothing.
            if group and not piece[0].startswith(("?", "*", "{0", "{,")):
                parts.append(group)
            group = frozenset()
            continue
        parts += [group] if group else []
        group = frozenset()
        match kind:
            case "letters":
                # A letter before "+" is there, and only the last of them can be followed by one.
                parts += [frozenset((piece[0].lower(),))] if len(piece[0].strip()) > 1 else ()
            case "open":
                group = _alternatives(pieces)
            case "look":
                _alternatives(pieces)
            case "bar":
                found.append(_best(parts))
                parts = []
            case "close":
                break
    parts += [group] if group else []
    found.append(_best(parts))
    return frozenset().union(*found) if all(found) else frozenset()


def _best(parts: Sequence[Telltales]) -> Telltales:
    """Of several that must all be there, those that the fewest texts have."""
    fit = [part for part in parts if len(part) <= _MOST]
    if len(fit) < 2:
        return fit[0] if fit else frozenset()
    return max(fit, key=lambda part: (min(_GOOD, *map(len, part), _GOOD), -len(part)))


@dataclass(frozen=True)
class Lazy:
    """A pattern that is compiled when it is first needed. `flags` are those of `re.compile`."""

    source: str
    flags: int = 0

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern."""
        return re.compile(self.source, self.flags)


class Index:
    """Which of several patterns may fit a text, by the telltales of each."""

    def __init__(self, of: Sequence[Telltales]) -> None:
        self._always = frozenset(place for place, told in enumerate(of) if not told)
        self._places: dict[str, list[int]] = {}
        for place, told in enumerate(of):
            for one in told:
                self._places.setdefault(one, []).append(place)
        self._short = tuple(one for one in self._places if len(one) < _START)
        self._long: dict[str, list[str]] = {}
        for one in self._places:
            if len(one) >= _START:
                self._long.setdefault(one[:_START], []).append(one)

    def worth_a_try(self, text: str) -> list[int]:
        """The places of those patterns that may fit `text`, which is in lower case; in order."""
        there = {one for one in self._short if one in text}
        starts = {text[at : at + _START] for at in range(len(text))}
        for start in starts & self._long.keys():
            there.update(one for one in self._long[start] if one in text)
        return sorted(self._always.union(*(self._places[one] for one in there)))
