"""Times that are said by another event: "after the review", "an hour before my flight". The dialog finds the event.

The words are a language's data: `languages/<language>.anchors.txt`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Final

from dialogs.understand.understood import Anchor, Kind, When

_OPENING: Final = 1200
"""Characters in which an anchor is looked for."""
_NEAR: Final = 60
"""Characters before an amount that tell what it is."""
_HINT: Final = re.compile(
    r"\b(?:before|after|following|preceding|during|prior|ahead|between|once|when|soon|moment|of)\b"
)
_SIDES: Final = {"following": "after", "preceding": "before", "prior": "before", "ahead": "before", "of": "during"}


_POINTS: Final = (Kind.DATE, Kind.TIME, Kind.DATETIME)
_OWN: Final = ("my", "our", "his", "her", "their")
_WAY: Final = 12
"""Characters of the words that a time may begin with, before the event: "between", "any time after"."""

Span = tuple[int, int]


@dataclass(frozen=True)
class _Language:
    ways: Mapping[str, re.Pattern[str]]
    pieces: Mapping[str, re.Pattern[str]]


@cache
def _language(name: str) -> _Language:
    path = resources.files("dialogs.understand.when") / "languages" / f"{name}.anchors.txt"
    texts: dict[str, str] = {}
    last = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("    "):
            texts[last] += line[4:]
        elif line and not line.startswith("#"):
            last, _, body = line.partition(": ")
            texts[last] = body
    known = {name: re.compile(_filled(body, texts)) for name, body in texts.items()}
    ways = {name[1:]: pattern for name, pattern in known.items() if name.startswith("@")}
    return _Language(ways, {name: pattern for name, pattern in known.items() if not name.startswith("@")})


def _filled(pattern: str, pieces: Mapping[str, str]) -> str:
    return re.sub(r"\{([a-z-]+)\}", lambda found: _filled(pieces[found[1]], pieces), pattern)


def joined(text: str, when: tuple[When, ...], language: str = "en") -> tuple[When, ...]:
    """`when`, with what is said by another event as one time that has no start; of several events the first counts.

    The times that tell which event ("Thursday's review", "my flight at 5") and the distance from it are part of it.
    """
    low = text[:_OPENING].lower().replace("’", "'")
    if not may_stand(low) or len(low) != len(text[:_OPENING]):
        return when
    finder = _Finder(text[:_OPENING], low, when, _language(language))
    for anchor in finder.all():
        start, end = anchor.span
        own = [one for one in when if one.span[1] <= start or one.span[0] >= end]
        parts = tuple(one for one in when if one not in own)
        # What reaches over it is no part of it: "from Monday to the day after the offsite".
        if all(start - _WAY <= one.span[0] and one.span[1] <= end for one in parts):
            said = When(Kind.RANGE, text[start:end], anchor.span, anchor=anchor, parts=parts)
            return tuple(sorted((*own, said), key=lambda one: one.span))
    return when


def may_stand(words: str) -> bool:
    """Whether a time may be said by another event."""
    return bool(_HINT.search(words.lower()))


@dataclass(frozen=True)
class _Finder:
    """An utterance in which anchors are looked for; `low` is its text in lower case."""

    text: str
    low: str
    when: Sequence[When]
    known: _Language

    def all(self) -> Iterator[Anchor]:
        """Every anchor, by the order of the ways to say one."""
        for way, pattern in self.known.ways.items():
            for found in pattern.finditer(self.low):
                if anchor := self.anchor(found, way):
                    yield anchor

    def anchor(self, found: re.Match[str], way: str) -> Anchor | None:
        """What those words say, or None where they speak of no event."""
        groups, (left, right) = found.groupdict(), found.span("x")
        until = found.span("y") if groups.get("y") else None
        if not all(self.names(span) for span in (found.span("x"), until) if span):
            return None
        if self.known.pieces["asked"].search(self.low[max(0, found.start() - _NEAR) : found.start()]):
            return None
        if until and not any(self.known.pieces["kind"].search(groups[name] or "") for name in "xy"):
            return None
        event, end = self.without_times((left, right)), self.reach(found.start(), right if until is None else until[1])
        anchor = Anchor(event, _side(groups, way), None, (found.start(), max(end, found.end())))
        if until:
            return replace(anchor, described=self.text[left:right], until=self.text[until[0] : end])
        anchor = replace(anchor, described=self.text[left:end])
        return self.at_distance(replace(anchor, beside=bool(groups.get("close")), whole=groups.get("whole") or ""))

    def names(self, span: Span) -> bool:
        """Whether the words name an event: not a time alone, nor what only looks like an event."""
        said = self.without_times(span).lower()
        words = re.sub(rf"^(?:{self.known.pieces['own'].pattern})(?:\s+|$)", "", said).strip(" '")
        at_hour = any(span[0] <= one.span[0] < span[1] and one.kind is Kind.TIME for one in self.when)
        if said in _OWN:
            return at_hour
        return len(words) > 2 and not self.known.pieces["no-event"].search(said)

    def without_times(self, span: Span) -> str:
        """The words of a span without the times in it."""
        letters = list(self.text[slice(*span)])
        for one in self.when:
            first, last = (min(max(0, at - span[0]), len(letters)) for at in one.span)
            letters[first:last] = " " * (last - first)
        return " ".join(re.sub(r"(?<!\S)'s\b|\b(?:on|at|in)\s*$", " ", "".join(letters)).split())

    def reach(self, start: int, end: int) -> int:
        """Where the words about the event end: with the times behind it, and the people of "my call with Tom"."""
        pieces = self.known.pieces
        with_them = pieces["generic"].search(self.low[start:end]) or pieces["with"].search(self.low[:start])
        if with_them and (company := pieces["company"].match(self.text, end)):
            end = company.end()
        while True:
            behind = pieces["lead"].match(self.low, end)
            at = behind.end() if behind else end
            following = next((one for one in self.when if end <= one.span[0] <= at and one.kind in _POINTS), None)
            if following is None or following.excluded:
                return end
            end = following.span[1]

    def at_distance(self, anchor: Anchor) -> Anchor:
        """With the amount that stands right before: how far it is from the event, or how long it takes."""
        start = anchor.span[0]
        lengths = (one for one in self.when if one.kind is Kind.DURATION and one.span[1] <= start)
        away = next((one for one in lengths if not self.text[one.span[1] : start].strip()), None)
        if away is None or anchor.whole or anchor.side == "between":
            return anchor
        before = self.low[max(0, away.span[0] - _NEAR) : away.span[0]]
        if self.known.pieces["takes"].search(before):
            return replace(anchor, beside=True)
        return replace(anchor, distance=away.duration, span=(away.span[0], anchor.span[1]))


def _side(groups: Mapping[str, str | None], way: str) -> str:
    if way.startswith("between"):
        return "between"
    word = (groups.get("way") or "after").split()[0]
    return _SIDES.get(word, word)
