"""A cheap look before a dear one: letters of which a text must have some for a pattern to fit it.

Hundreds of patterns are tried on every utterance, of which hardly one fits. "(?:book|reserve) (?:it|them)" needs a text
with "book" or "reserve", and with "it" or "them"; on any other it is not worth a try, nor is it worth being compiled.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Final

_PIECE: Final = re.compile(
    r"(?P<flags>\(\?[aimsux]+\))|\((?:\?:|\?P<\w+>)?(?P<words>[A-Za-z0-9 ]+(?:\|[A-Za-z0-9 ]+)+)\)"
    r"|(?P<open>\((?:\?(?:P<\w+>|[aimsux-]*:|>))?)(?!\?)|(?P<look>\(\?<?[=!])|(?P<close>\))|(?P<bar>\|)"
    r"|\{(?P<name>[a-z][\w-]*)\}|(?P<many>(?:[?*+]|\{\d*,?\d*\})[?+]?)"
    r"|(?P<letters>[A-Za-z0-9 ](?![?*]|\{[\d,])(?:[A-Za-z0-9 ](?![?*+]|\{[\d,]))*)"
    r"|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.",
    re.DOTALL,
)
_MOST: Final = 60
"""Telltales of one alternative; with more of them nearly every text has one."""
_GOOD: Final = 4
"""Letters; a longer telltale is no better."""
_START: Final = 3
"""Letters by which telltales are looked up."""
_REMEMBERED: Final = 32
"""Texts. While an utterance is read, hundreds of patterns look at the same few."""

OneOf = frozenset[str]
"""Letters in lower case, of which a text must have at least one."""
Telltales = tuple[OneOf, ...]
"""All of which must hold, the most telling first; none where nothing is known."""


def telltales(pattern: str, pieces: Mapping[str, Telltales] | None = None) -> Telltales:
    """What every text that `pattern` fits has. `pieces` are those of the pieces that it names as "{name}".

    Understands what our patterns are made of: letters, sets, groups, bars, looks ahead and behind, and how often.
    """
    return tuple(sorted(dict.fromkeys(_alternatives(_PIECE.finditer(pattern), pieces or {})), key=_worth, reverse=True))


def _alternatives(found: Iterator[re.Match[str]], pieces: Mapping[str, Telltales]) -> Telltales:
    """Those of what stands up to the end of a group, where one part has to fit."""
    alternatives: list[list[OneOf]] = [[]]
    group: Telltales = ()
    for piece in found:
        kind = piece.lastgroup
        if kind == "many":
            # What may be missing tells nothing.
            alternatives[-1] += () if piece[0].startswith(("?", "*", "{0", "{,")) else group
            group = ()
            continue
        alternatives[-1] += group
        group = ()
        match kind:
            case "letters" if len(piece[0].strip()) > 1:
                # A letter before "+" is there, and only the last of them can be followed by one.
                alternatives[-1].append(frozenset((piece[0].lower(),)))
            case "name":
                group = pieces[piece["name"]]
            case "words":
                words = piece["words"].lower().split("|")
                group = (frozenset(words),) if all(len(word.strip()) > 1 for word in words) else ()
            case "open":
                group = _alternatives(found, pieces)
            case "look":
                inner = _alternatives(found, pieces)
                group = inner if piece[0].endswith("=") else ()
            case "bar":
                alternatives.append([])
            case "close":
                break
    alternatives[-1] += group
    if len(alternatives) == 1:
        return tuple(alternatives[0])
    best = [_best(parts) for parts in alternatives]
    return (frozenset().union(*best),) if all(best) else ()


def _best(parts: Sequence[OneOf]) -> OneOf:
    """Of several that must all be there, those that the fewest texts have."""
    if len(parts) == 1:
        return parts[0]
    return max((part for part in parts if len(part) <= _MOST), key=_worth, default=frozenset())


def _worth(part: OneOf) -> tuple[int, int]:
    return min(_GOOD, *map(len, part), _GOOD), -len(part)


@lru_cache(_REMEMBERED)
def _starts(text: str) -> frozenset[str]:
    """Each three letters that stand together, in lower case."""
    low = text.lower()
    return frozenset({low[at : at + _START] for at in range(len(low) - _START + 1)})


def _begins(told: Telltales) -> tuple[frozenset[str], ...]:
    """How they begin; without those of which some are too short to be looked up."""
    return tuple(frozenset(one[:_START] for one in each) for each in told if all(len(one) >= _START for one in each))


class Wary:
    """A pattern that is compiled when it is first needed, and that looks for its telltales first.

    It serves as an `re.Pattern`; `pattern` is its source.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """`flags` are those of `re.compile`."""
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern."""
        return re.compile(self.pattern, self._flags)

    @cached_property
    def _needed(self) -> tuple[frozenset[str], ...]:
        return _begins(telltales(self.pattern))

    def may_fit(self, text: str) -> bool:
        """Whether `text` has what every text has that it fits."""
        there = _starts(text)
        return not any(each.isdisjoint(there) for each in self._needed)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        there = _starts(text)
        for each in self._needed:
            if each.isdisjoint(there):
                return None
        return self.compiled.search(text, start)

    def fullmatch(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        there = _starts(text)
        for each in self._needed:
            if each.isdisjoint(there):
                return None
        return self.compiled.fullmatch(text, start)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As `re.Pattern.match`, which looks at one place and needs no look before."""
        return self.compiled.match(text, start)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        if not self.may_fit(text):
            return iter(())
        return self.compiled.finditer(text, start, len(text) if end is None else end)

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """As `re.Pattern.sub`."""
        return self.compiled.sub(by, text, count) if self.may_fit(text) else text

    def split(self, text: str) -> list[str]:
        """As `re.Pattern.split`, of a pattern without groups."""
        return self.compiled.split(text) if self.may_fit(text) else [text]


class Index:
    """Which of several patterns may fit a text, by the telltales of each."""

    def __init__(self, of: Sequence[Telltales]) -> None:
        self._always = [place for place, told in enumerate(of) if not told]
        self._places: dict[str, list[int]] = {}
        for place, told in enumerate(of):
            for one in told[0] if told else ():
                self._places.setdefault(one, []).append(place)
        self._others = [_begins(told[1:]) for told in of]
        self._short = [one for one in self._places if len(one) < _START]
        self._long: dict[str, list[str]] = {}
        for one in self._places:
            if len(one) >= _START:
                self._long.setdefault(one[:_START], []).append(one)
        self._begin = frozenset(self._long)

    def worth_a_try(self, text: str) -> list[int]:
        """The places of those patterns that may fit `text`; in order."""
        low, starts = text.lower(), _starts(text)
        found = set(self._always)
        there = [one for start in self._begin & starts for one in self._long[start]]
        for one in (*there, *self._short):
            if one in low:
                found.update(self._places[one])
        return [place for place in sorted(found) if not any(each.isdisjoint(starts) for each in self._others[place])]
