"""A cheap look before a dear one: letters of which a text must have some for a pattern to fit it.

Hundreds of patterns are tried on every utterance, of which hardly one fits. "(?:book|reserve) (?:it|them)" needs a text
with "book" or "reserve", and with "it" or "them"; on any other it is not worth a try, nor is it worth being compiled.
"""

import functools
import operator
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache, partial
from hashlib import blake2b
from itertools import islice
from typing import Final

from dialogs.understand.lexicon.foretold import Needs, foretold

_PLAIN: Final = r"[^\\\[\](){}|.*+?^$\n]"
"""A letter or sign that stands for itself."""
_LETTER: Final = rf"(?:{_PLAIN}|\\[^\w\s])"
_MISSING: Final = r"(?:[?*]|\{[0,])"
"""How it begins that something may be missing."""
_PIECE: Final = re.compile(
    r"(?:(?:\\\w|[.^$]|\[\^?\]?(?:\\.|[^\]\\])*\])(?:[?*+]|\{\d*,?\d*\})?[?+]?)*"
    rf"(?:(?P<letters>{_LETTER}(?!{_MISSING}|\{{\d)(?:{_LETTER}(?![?*+]|\{{[\d,]))*)|(?P<bar>\|)"
    rf"|(?P<flags>\(\?[aimsux]+\))|\((?:\?:|\?P<\w+>)?(?P<words>{_PLAIN}+(?:\|{_PLAIN}+)+)\)(?!{_MISSING})"
    rf"|(?P<open>\((?:\?(?:P<\w+>|[aimsux-]*:|>))?)(?!\?)|(?P<look>\(\?<?[=!])"
    rf"|(?P<missing>\))(?={_MISSING})|(?P<close>\))|\{{(?P<name>[a-z][\w-]*)\}}(?!{_MISSING})"
    r"|\{[^{}]*\}[?+]?|\\.|.|$)",
    re.DOTALL,
)
_MOST: Final = 60
"""Telltales of one alternative; with more of them nearly every text has one."""
_GOOD: Final = 5
"""Letters; a longer telltale is no better."""
_ESCAPED: Final = re.compile(r"\\(.)")
_NEEDS: Final = 3
"""Telltales that are looked for; more of them hardly tell more."""
_MARK: Final = 8
"""Bytes by which a pattern is known again."""
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
    return tuple(
        sorted(
            dict.fromkeys(_alternatives(_PIECE.finditer(pattern), {} if pieces is None else pieces)),
            key=_worth,
            reverse=True,
        )
    )


def _alternatives(found: Iterator[re.Match[str]], pieces: Mapping[str, Telltales]) -> Telltales:
    """Those of what stands up to the end of a group, where one part has to fit; what may be missing tells nothing."""
    parts: list[OneOf] = []
    alternatives = [parts]
    for piece in found:
        kind = piece.lastgroup
        if kind == "letters":
            parts += _letters(piece["letters"])
        elif kind == "bar":
            alternatives.append(parts := [])
        elif kind is None:
            continue
        elif kind == "words":
            parts += _letters(*piece["words"].split("|"))
        elif kind == "close":
            break
        elif kind == "missing":
            return ()
        elif kind == "open":
            parts += _alternatives(found, pieces)
        elif kind == "look":
            inner = _alternatives(found, pieces)
            parts += inner if piece[0].endswith("=") else ()
        elif kind == "name":
            parts += pieces[piece["name"]]
    if len(alternatives) == 1:
        return tuple(parts)
    if not all(alternatives):
        return ()
    best = [_best(parts) for parts in alternatives]
    return (frozenset().union(*best),) if all(best) else ()


@cache
def _letters(*words: str) -> Telltales:
    """What letters that stand in a pattern tell, or several of which one must stand there."""
    # A letter before "+" is there, and only the last of them can be followed by one.
    said = frozenset(_ESCAPED.sub(r"\1", word).lower() if "\\" in word else word.lower() for word in words)
    return (said,) if all(map(_tells, said)) else ()


def _best(parts: Sequence[OneOf]) -> OneOf:
    """Of several that must all be there, those that the fewest texts have."""
    if len(parts) == 1:
        return parts[0]
    return max((part for part in parts if len(part) <= _MOST), key=_worth, default=frozenset())


@cache
def _worth(part: OneOf) -> tuple[int, int]:
    return min(_GOOD, *map(len, part), _GOOD), -len(part)


def _tells(one: str) -> bool:
    """Whether it tells anything: a space stands in every text, and so does any single letter."""
    shown = one.strip()
    return len(shown) > 1 or not (shown.isalpha() or not shown)


def _pieces(word: str) -> frozenset[str]:
    """Every few letters that stand together in a word."""
    lengths = range(1, _GOOD + 1)
    return frozenset(word[at : at + length] for at in range(len(word)) for length in lengths)


@cache
def _shown(part: OneOf) -> OneOf:
    """As much of each as a word can show; none where that tells nothing of one of them."""
    shown = frozenset(map(_short, part))
    return shown if all(map(_tells, shown)) else frozenset()


def _short(one: str) -> str:
    """As much of a telltale as a word can show: what stands in it longest between spaces, with these, or the start."""
    if " " not in one:
        return one[:_GOOD]
    return max(one.replace(" ", " \n ").split("\n"), key=lambda word: len(word.strip()))[:_GOOD]


class Index:
    """Which of many patterns may fit a text, by the telltales of each.

    A pattern has a bit. Each word has three numbers, in which the bits are set of those patterns that it shows a
    telltale of, the first, the second or the third. Those of a text's words are put together, and a pattern one of
    whose bits nobody has set does not fit.
    """

    def __init__(self, foretold: Mapping[str, Needs] | None = None) -> None:
        """`foretold` has the needs of patterns that were worked out before, by their marks."""
        self._foretold = foretold or {}
        self._size = 0
        self.needs: dict[str, Needs] = {}
        """Those of every pattern, by its mark."""
        self._needing: Sequence[dict[str, int]] = [{} for _ in range(_NEEDS)]
        self._unneeded = [0] * _NEEDS
        """The bits of the patterns that have no such telltale."""
        self._told = lru_cache(_KNOWN)(self._tells)
        self.may_fit = lru_cache(_REMEMBERED)(self._may_fit)
        """The bits of those patterns that may fit a text."""
        self._may_fit_low = lru_cache(_REMEMBERED)(self._of_low)

    def add(self, pattern: str, told: Callable[[], Telltales]) -> int:
        """A further pattern, of which `told` works out the telltales; its place, which is that of its bit."""
        place, self._size = self._size, self._size + 1
        bit = 1 << place
        mark = blake2b(pattern.encode(), digest_size=_MARK).hexdigest()
        needs = self._foretold.get(mark)
        if needs is None:
            needs = [sorted(shown) for shown in islice(filter(None, map(_shown, told())), _NEEDS)]
        self.needs[mark] = needs
        for needing, each in zip(self._needing, needs, strict=False):
            for one in each:
                needing[one] = needing.get(one, 0) | bit
        for number in range(len(needs), _NEEDS):
            self._unneeded[number] |= bit
        for known in (self._told, self.may_fit, self._may_fit_low):
            known.cache_clear()
        return place

    def _tells(self, word: str) -> Sequence[int]:
        """What `word`, with the spaces that part it from others, shows a telltale of."""
        pieces = _pieces(f" {word} ")
        return [
            functools.reduce(operator.or_, map(needing.__getitem__, needing.keys() & pieces), 0)
            for needing in self._needing
        ]

    def _may_fit(self, text: str) -> int:
        return self._may_fit_low(text.lower())

    def _of_low(self, text: str) -> int:
        first, second, third = self._unneeded
        for one, two, three in map(self._told, set(text.split())):
            first |= one
            second |= two
            third |= three
        return first & second & third


@cache
def index_of(language: str) -> Index:
    """One for all patterns of a language, so that the words of a text are looked at once for all of them."""
    return Index(foretold(language))


class Wary:
    """A pattern that is compiled when it is first needed, and that looks for its telltales first.

    It serves as an `re.Pattern`; `pattern` is its source.
    """

    def __init__(
        self, pattern: str, index: Index, told: Callable[[], Telltales], flags: int = 0, beside: str = ""
    ) -> None:
        """`told` works out its telltales, those of what stands `beside` it among them; `flags` as `re.compile`."""
        self.pattern = pattern
        self._flags = flags
        self._may_fit = index.may_fit
        self.place = index.add(f"{pattern}\n{beside}" if beside else pattern, told)
        """Where the index says whether it may fit."""
        self._bit = 1 << self.place

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern."""
        return re.compile(self.pattern, self._flags)

    def may_fit(self, text: str) -> bool:
        """Whether `text` has what every text has that it fits."""
        return bool(self._may_fit(text) & self._bit)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return self.compiled.search(text, start) if self._may_fit(text) & self._bit else None

    def fullmatch(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        return self.compiled.fullmatch(text, start) if self._may_fit(text) & self._bit else None

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
        self._places = {each.place: place for place, each in enumerate(self.patterns)}
        self._first = min(self._places, default=0)
        self._bits = sum(1 << place for place in self._places)

    def worth_a_try(self, text: str) -> list[int]:
        """The places of those patterns that may fit `text`; in order."""
        if not (bits := self._index.may_fit(text) & self._bits):
            return []
        bits >>= self._first
        found: list[int] = []
        while bits:
            lowest = bits & -bits
            found.append(self._places[self._first + lowest.bit_length() - 1])
            bits ^= lowest
        return sorted(found)

    def rewritten(self, text: str, by: Callable[[int, str], str]) -> str:
        """`text` as one pattern after another changes it, each what those before have made of it.

        `by` is asked what the pattern at a place makes of a text that it may fit.
        """
        likely = self.worth_a_try(text)
        while likely:
            place, *likely = likely
            if (new := by(place, text)) != text:
                text, likely = new, [each for each in self.worth_a_try(new) if each > place]
        return text


def wary(patterns: Mapping[str, str], index: Index, flags: int = 0) -> dict[str, Wary]:
    """Patterns by name."""
    return {name: Wary(pattern, index, partial(telltales, pattern), flags) for name, pattern in patterns.items()}


class Shelf(dict[str, Wary]):
    """Patterns by name, each looked at when it is first asked for: most utterances need few of very many."""

    def __init__(self, sources: Mapping[str, str], index: Index) -> None:
        """`sources` are all that there are."""
        super().__init__()
        self.sources = sources
        self._index = index

    def __missing__(self, name: str) -> Wary:
        pattern = self.sources[name]
        self[name] = Wary(pattern, self._index, partial(telltales, pattern))
        return self[name]
