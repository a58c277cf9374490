"""What the speaker wants, by rule: patterns of words, tried in order, the most specific first."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple

from dialogs.understand.lexicon.patterns import places_behind
from dialogs.understand.lexicon.phrasebook import Label, Pieces, entries, labelled
from dialogs.understand.lexicon.telltales import Index, Row, Telltales, Wary, index_of
from dialogs.understand.understood import Intent

_REMEMBERED: Final = 8
"""Texts. While an utterance is read, all rules look at the same two."""
_OPENING = 1200
"""Characters. What somebody wants is said in the first sentences; behind them a pasted text may follow."""


@dataclass(frozen=True)
class Verdict:
    """An intent that a rule saw, its facet, and whether the words leave no doubt."""

    intent: Intent
    facet: str
    certain: bool
    words: str
    hint: bool = False
    timeless: bool = False
    """Words that look like times ("another day", "the day after") tell only how to move on from what is at hand."""
    decided: bool = False
    """The intent is this one; an act that sends or deletes is asked about all the same, unless `certain`."""


class _Way(NamedTuple):
    """One of the alternatives of a rule, which is tried behind its lead; anywhere, where it has none."""

    rule: int
    lead: str
    pattern: Wary


class _Ways:
    """The ways of some of the rules, in order."""

    def __init__(self, ways: Iterable[_Way], index: Index) -> None:
        self._ways = tuple(ways)
        self._row = Row([way.pattern for way in self._ways], index)

    def worth_a_try(self, text: str) -> Iterator[_Way]:
        """Those that may fit `text`."""
        return (self._ways[place] for place in self._row.worth_a_try(text))


@dataclass(frozen=True)
class _Language:
    rules: tuple[Label, ...]
    ways: Mapping[bool, tuple[_Ways, _Ways]]
    """By whether something is being discussed: of the rules that see times masked, and of those that see all words."""
    polite: re.Pattern[str]
    ask: re.Pattern[str]

    def likely(self, text: str, words: str, *, is_open: bool) -> Sequence[_Way]:
        """The ways that may fit, in order of the rules; `words` are the utterance without masks."""
        masked, plain = self.ways[is_open]
        return sorted([*masked.worth_a_try(text), *plain.worth_a_try(words)], key=attrgetter("rule"))


_PLAIN: Final = "@"
"""The mark of a rule that looks at the words without masks."""
_OPEN: Final = "+"
"""The mark of what is said only while something is being discussed."""
_LEADS: Final = (("{start}", "ask"), ("^{polite}(?:{ask})*", "ask"), ("^{polite}", "polite"))
"""How a rule says that it begins where a request may: read once for all of them."""


@cache
def _language(name: str) -> _Language:
    """The rules of a language."""
    pieces = Pieces(index_of(name))
    rules: list[Label] = []
    led: list[tuple[int, str]] = []
    said: list[tuple[str, Callable[[], Telltales]]] = []
    for head, body, is_piece in entries(f"{name}.intents.txt"):
        if is_piece:
            pieces.add(head, body)
            continue
        parts = [_led(part) for part in _alternatives(body)]
        order = [*dict.fromkeys(lead for lead, _ in parts if lead), ""]
        for lead, part in sorted(parts, key=lambda each: order.index(each[0])):
            led.append((len(rules), lead))
            said.append((pieces.filled(part), partial(pieces.told, part)))
        rules.append(labelled(head))
    ways = [
        _Way(rule, lead, Wary(pattern, pieces.index, told))
        for (rule, lead), (pattern, told) in zip(led, said, strict=True)
    ]

    def seeing(*, all_words: bool, is_open: bool) -> _Ways:
        marked = ((way, rules[way.rule].marks) for way in ways)
        told = (way for way, marks in marked if (_PLAIN in marks) == all_words and (is_open or _OPEN not in marks))
        return _Ways(told, pieces.index)

    rows = {o: (seeing(all_words=False, is_open=o), seeing(all_words=True, is_open=o)) for o in (False, True)}
    known = pieces.each()
    return _Language(tuple(rules), rows, known["courtesy"], known["ask"])


def _led(part: str) -> tuple[str, str]:
    """The lead of an alternative, "" for none, and what stands behind it."""
    opening, lead = next((o for o in _LEADS if part.startswith(o[0])), ("", ""))
    return lead, part[len(opening) :]


def _alternatives(pattern: str) -> list[str]:
    """A pattern cut where its bars stand outside of all groups and sets."""
    cuts, depth, in_set = [-1], 0, False
    for found in re.finditer(r"\\.|[][()|]", pattern):
        match found[0]:
            case "[":
                in_set = True
            case "]":
                in_set = False
            case "(" if not in_set:
                depth += 1
            case ")" if not in_set:
                depth -= 1
            case "|" if not (in_set or depth):
                cuts.append(found.start())
    return [pattern[start + 1 : end] for start, end in zip(cuts, [*cuts[1:], len(pattern)], strict=True)]


def leads_of(low: str, language: str = "en") -> Sequence[int]:
    """Where in `low` (lower case) a request may begin: behind courtesies and "could you"; the latest first."""
    return _leads(low[:_OPENING], language)["ask"]


@lru_cache(_REMEMBERED)
def _leads(text: str, language: str) -> Mapping[str, Sequence[int]]:
    """Where a request may begin: behind courtesies, and behind courtesies and "could you"; the latest first."""
    known = _language(language)
    polite = places_behind(known.polite, text)
    return {"polite": polite[::-1], "ask": sorted(set(places_behind(known.ask, text, polite)), reverse=True)}


def by_rule(text: str, words: str, *, is_open: bool, language: str = "en") -> Verdict | None:
    """The first rule that fits `text` (as `features.masked` shows it), or None.

    `words` are the utterance without masks, in lower case; `is_open`: something is being discussed.
    """
    known = _language(language)
    shown, plain = text[:_OPENING], words[:_OPENING]
    for number, ways in groupby(known.likely(shown, plain, is_open=is_open), key=attrgetter("rule")):
        label = known.rules[number]
        raw = _PLAIN in label.marks
        looked_at = plain if raw else shown
        if found := _said(ways, looked_at, language):
            certain, hint = "!" in label.marks, "?" in label.marks
            decided = certain or "=" in label.marks
            return Verdict(label.intent, label.facet, certain, found.strip(), hint, raw, decided)
    return None


def _said(ways: Iterable[_Way], text: str, language: str) -> str:
    """The words of `text` by which a rule fits, up to their end where they stand behind a lead, or ""."""
    for lead, led in groupby(ways, key=attrgetter("lead")):
        patterns = [way.pattern for way in led]
        if not lead:
            free = [found for each in patterns if (found := each.compiled.search(text))]
            return min(free, key=re.Match.start)[0] if free else ""
        for at in _leads(text, language)[lead]:
            for each in patterns:
                if found := each.match(text, at):
                    return text[: found.end()]
    return ""
