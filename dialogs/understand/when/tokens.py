"""Cut an utterance into tokens and say what each may be: a word of the lexicon, a number, a written date or clock."""

import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(
    r"""
    (?P<plain>(?<!\d)(?!(?:[ap]\s?\.?\s?m|o\W{0,2}clock)\b)[^\W\d_]+(?=[\s,]|\Z))
  | (?P<url>\b\w+://\S+|\bwww\.\S+)
  | (?P<pair>(?<![\d:])1:1(?![\d:]))
  | (?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
  | (?P<iso>\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})?)
  | (?P<ymd>(?<![\d-])\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?![\d-]))
  | (?P<dmy>(?<![\d-])\d{1,2}(?P<sep>[-/.])\d{1,2}(?P=sep)(?:\d{4}|\d{2})(?![\d-]))
  | (?P<clock>\d{1,2}[:;|]\d{2}(?::\d{2}(?:\.\d+)?)?(?!:?\d))
  | (?P<hclock>\d{1,2}h(?:\d{2})?(?!\w))
  | (?P<dots>(?<![\d.])\d{1,2}\.(?:0?[1-9]|1[0-2])\.(?!\d))
  | (?P<decimal>(?<![\d.])\d{1,4}[.,]\d{1,2}(?![\d]|\.\d))
  | (?P<slash>(?<![\d/])\d{1,2}/\d{1,2}(?![\d/]))
  | (?P<month>(?<![\d/-])(?:(?:19|20|21)\d{2}[-/]\d{1,2}|\d{1,2}[-/](?:19|20|21)\d{2})(?![\d/-]))
  | (?P<thousands>\d{1,3}(?:,\d{3})+(?!\d))
  | (?P<nth>\d{1,2}(?:st|nd|rd|th)\b)
  | (?P<number>\d+)
  | (?P<ampm>(?:(?<=\d)|(?<=\b))[ap]\s?\.?\s?m\b(?:\.(?=\W|$))?|(?<=\d)\s?[ap]\b\.?(?!['\w-]))
  | (?P<oclock>o\W{0,2}clock\b)
  | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)?)
  | (?P<sign>[^\w\s])
  | (?P<other>\S)
    """,
    re.VERBOSE,
)


class Item(NamedTuple):
    """One token, or what a rule made of several.

    `meanings` maps a category (upper case, or the word itself) to its value; `first` and `last` (excluded) are token
    numbers, `start` and `end` (excluded) the characters.
    """

    meanings: Mapping[str, object]
    first: int
    last: int
    start: int
    end: int
    text: str
    glued: bool = False
    """Nothing stands between it and the token before."""


def number_meanings(value: int) -> dict[str, object]:
    """What a number in words may count."""
    return _number(str(value))


def _number(text: str) -> dict[str, object]:
    value = int(text[:9])
    meanings: dict[str, object] = {"NUMBER": value}
    if value <= 99 and len(text) <= 2:
        if value <= 24:
            meanings["HOUR"] = value
        if 1 <= value <= 31:
            meanings["DOM"] = value
        if len(text) == 2:
            meanings["YY"] = 2000 + value if value < 70 else 1900 + value
    elif len(text) == 4 or (len(text) == 3 and value % 100 < 60):
        if len(text) == 4 and 1900 <= value <= 2199:
            meanings["YEAR"] = value
        if value // 100 <= 24 and value % 100 < 60:
            meanings["HHMM"] = value // 100 * 60 + value % 100
    return meanings


def _parts(text: str) -> tuple[int, ...]:
    return tuple(int(x) for x in re.findall(r"\d+", text))


def _written(kind: str, text: str) -> dict[str, object]:
    """What a token with digits may mean, by its shape."""
    parts = _parts(text)
    reader = _SHAPES.get(kind)
    return reader(text, parts) if reader else {}


def _nth(text: str, parts: tuple[int, ...]) -> dict[str, object]:
    return {"ORDINAL": parts[0], "NTH": parts[0]}


def _clock(text: str, parts: tuple[int, ...]) -> dict[str, object]:
    good = parts[0] <= 24 and all(p < 60 for p in parts[1:3])
    return {"HM": (*parts, 0)[:3]} if good else {"BADCLOCK": text}


def _h_clock(text: str, parts: tuple[int, ...]) -> dict[str, object]:
    if len(parts) > 1:
        return {"HM": (*parts, 0, 24)} if parts[0] <= 24 and parts[1] < 60 else {}
    meanings: dict[str, object] = {"NUMBER_H": parts[0]}
    if parts[0] <= 24:
        meanings["HH"] = parts[0]
    return meanings


def _year_month(text: str, parts: tuple[int, ...]) -> dict[str, object]:
    year, month = parts if parts[0] > 31 else (parts[1], parts[0])
    return {"YEAR_MONTH": (year, month)} if 1 <= month <= 12 and 1900 <= year <= 2199 else {}


def _decimal(text: str, parts: tuple[int, ...]) -> dict[str, object]:
    behind = text.partition(".")[2]
    meanings: dict[str, object] = {}
    if len(behind) == 2 and parts[0] <= 24 and parts[1] < 60:
        meanings["HDOTM"] = (*parts, 0)
    meanings["DECIMAL"] = float(text.replace(",", "."))
    if behind:
        meanings["DOTTED2"] = parts
        if text[0] == "0" or behind[0] == "0":
            meanings["DOTTED0"] = parts
    return meanings


_SHAPES: Final[Mapping[str, Callable[[str, tuple[int, ...]], dict[str, object]]]] = {
    "number": lambda text, parts: _number(text),
    "nth": _nth,
    "clock": _clock,
    "hclock": _h_clock,
    "month": _year_month,
    "dots": lambda text, parts: {"DOTTED": parts},
    "slash": lambda text, parts: {"SLASHED": parts},
    "ymd": lambda text, parts: {"YMD": parts},
    "dmy": lambda text, parts: {"DMY": (*parts, int("." in text))},
    "decimal": _decimal,
    "iso": lambda text, parts: {"ISO": text},
}


_WORDS: Final = frozenset(("plain", "word", "sign"))


def cut(
    text: str,
    lexicon: Mapping[str, Mapping[str, object]],
    guess: Callable[[str], Mapping[str, object] | None],
) -> list[Item]:
    """The tokens of `text` in order; each knows every category that its form or the lexicon gives it.

    `guess` is asked what an unknown word may be a typing error of.
    """
    items: list[Item] = []
    before = -1
    for number, found in enumerate(_TOKEN.finditer(_plain(text))):
        kind, word, (start, end) = found.lastgroup, found[0], found.span()
        is_word = kind in _WORDS
        meanings = (lexicon.get(word) or guess(word) or {word: word}) if is_word else _signed(kind or "", word)
        items.append(Item(meanings, number, number + 1, start, end, word, start == before))
        before = end
    return items


def _plain(text: str) -> str:
    """`text` in lower case with plain apostrophes, each letter where it was."""
    straight = text.replace("’", "'")
    low = straight.lower()
    return low if len(low) == len(text) else "".join(map(_low, straight))


def _low(sign: str) -> str:
    """In lower case, where that is one sign as well."""
    return low if len(low := sign.lower()) == 1 else sign


def _signed(kind: str, word: str) -> Mapping[str, object]:
    """What a token that is no word may mean."""
    match kind:
        case "ampm":
            return {"AMPM": word.strip()[0], word.strip(): word}
        case "oclock":
            return {"o'clock": word}
        case "url" | "email" | "pair" | "other":
            return {}
        case "sep":
            return _written("dmy", word)
    return _written(kind, word)
