"""A cheap look before a dear one: letters of which a text must have some for a pattern to fit it.

Hundreds of patterns are tried on every utterance, of which hardly one fits. "(?:book|reserve) (?:it|them)" needs a text
with "book" or "reserve", and with "it" or "them"; on any other it is not worth a try, nor is it worth being compiled.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from itertools import islice
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
_GOOD: Final = 5
"""Letters; a longer telltale is no better."""
_LEAST: Final = 2
"""Letters; a shorter one stands in every text."""
_NEEDS: Final = 3
"""Telltales that are looked for; more of them hardly tell more."""
_REMEMBERED: Final = 32
"""Texts. While an utterance is read, hundreds of patterns look at the same few."""
_KNOWN: Final = 4096
"""Words. Most of what people say they have said before."""

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
        if group:
            alternatives[-1] += group
            group = ()
        if kind is None:
            continue
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
def _words(text: str) -> frozenset[str]:
    """The words of a text in lower case, with the spaces that part them, and with their signs."""
    return frozenset(f" {word} " for word in text.lower().split())


@lru_cache(_KNOWN)
def _pieces(word: str) -> frozenset[str]:
    """Every few letters that stand together in a word."""
    lengths = range(_LEAST, _GOOD + 1)
    return frozenset(word[at : at + length] for at in range(len(word)) for length in lengths)


def _short(one: str) -> str:
    """As much of a telltale as a word can show: what stands in it longest between spaces, with these, or the start."""
    if " " not in one:
        return one[:_GOOD]
    return max(one.replace(" ", " \n ").split("\n"), key=lambda word: len(word.strip()))[:_GOOD]


class Index:
    """Which of many patterns may fit a text, by the telltales of each.

    Every pattern has `_NEEDS` bits of a number, one for each kind of telltales that it needs. Each word has a number,
    in which the bits are set of those that it is a telltale of. Those of a text's words are put together, and a pattern
    one of whose bits nobody has set does not fit.
    """

    def __init__(self) -> None:
        self.size = 0
        """How many patterns there are."""
        self._needing: dict[str, list[int]] = {}
        self._unneeded: list[int] = []
        self._told = lru_cache(_KNOWN)(self._tells)
        self.may_fit = lru_cache(_REMEMBERED)(self._may_fit)
        self._untold = cache(self._of_all)

    def add(self, told: Telltales) -> int:
        """A further pattern, by its telltales; its place."""
        place, self.size = self.size, self.size + 1
        shown = ({_short(one) for one in each} for each in told)
        needs = list(islice((each for each in shown if min(map(len, each)) >= _LEAST), _NEEDS))
        for bit, each in enumerate(needs, place * _NEEDS):
            for one in each:
                self._needing.setdefault(one, []).append(bit)
        self._unneeded += range(place * _NEEDS + len(needs), self.size * _NEEDS)
        for known in (self._told, self.may_fit, self._untold):
            known.cache_clear()
        return place

    def _bits(self, of: Iterable[int]) -> int:
        """A number in which these bits are set."""
        bits = bytearray(self.size * _NEEDS // 8 + 1)
        for bit in of:
            bits[bit >> 3] |= 1 << (bit & 7)
        return int.from_bytes(bits, "little")

    def _of_all(self) -> tuple[int, int]:
        """The bits of what is not needed, and the first bit of each pattern."""
        return self._bits(self._unneeded), self._bits(range(0, self.size * _NEEDS, _NEEDS))

    def _tells(self, word: str) -> int:
        """What `word` is a telltale of."""
        return self._bits(bit for one in self._needing.keys() & _pieces(word) for bit in self._needing[one])

    def _may_fit(self, text: str) -> int:
        """Those that may fit `text`: the first bit of each."""
        told, fits = self._untold()
        for word in _words(text):
            told |= self._told(word)
        for number in range(_NEEDS):
            fits &= told >> number
        return fits


@cache
def index_of(language: str) -> Index:
    """One for all patterns of a language, so that the words of a text are looked at once for all of them."""
    return Index()


class Wary:
    """A pattern that is compiled when it is first needed, and that looks for its telltales first.

    It serves as an `re.Pattern`; `pattern` is its source.
    """

    def __init__(self, pattern: str, index: Index, told: Telltales, flags: int = 0) -> None:
        """`told` are its telltales, `flags` are those of `re.compile`."""
        self.pattern = pattern
        self._flags = flags
        self._may_fit = index.may_fit
        self.bit = index.add(told) * _NEEDS
        """Where the index says whether it may fit."""

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern."""
        return re.compile(self.pattern, self._flags)

    def may_fit(self, text: str) -> bool:
        """Whether `text` has what every text has that it fits."""
        return bool(self._may_fit(text) >> self.bit & 1)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return self.compiled.search(text, start) if self._may_fit(text) >> self.bit & 1 else None

    def fullmatch(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        return self.compiled.fullmatch(text, start) if self._may_fit(text) >> self.bit & 1 else None

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


class Row:
    """Patterns of one index, of which few fit."""

    def __init__(self, patterns: Iterable[Wary], index: Index) -> None:
        self.patterns = tuple(patterns)
        self._index = index
        self._first = min((each.bit for each in self.patterns), default=0)
        self._places = {each.bit - self._first: place for place, each in enumerate(self.patterns)}
        self._all = sum(1 << bit for bit in self._places)

    def worth_a_try(self, text: str) -> list[int]:
        """The places of those patterns that may fit `text`; in order."""
        bits = (self._index.may_fit(text) >> self._first) & self._all
        found: list[int] = []
        while bits:
            lowest = bits & -bits
            found.append(self._places[lowest.bit_length() - 1])
            bits ^= lowest
        return sorted(found)


def wary(patterns: Mapping[str, str], index: Index, flags: int = 0) -> dict[str, Wary]:
    """Patterns by name."""
    return {name: Wary(pattern, index, telltales(pattern), flags) for name, pattern in patterns.items()}
