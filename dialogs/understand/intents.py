"""What the speaker wants, by rule: patterns of words, tried in order, the most specific first."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from dialogs.understand.patterns import places_behind
from dialogs.understand.phrasebook import Label, Pieces, entries, labelled
from dialogs.understand.telltales import Index, Telltales, Wary
from dialogs.understand.understood import Intent

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


@dataclass(frozen=True)
class _Rule:
    label: Label
    led: tuple[tuple[str, Wary], ...]
    """What stands behind a lead, by the lead's name."""
    free: Wary | None
    """What may stand anywhere."""

    def words(self, text: str, leads: Mapping[str, Sequence[int]]) -> str:
        """The words of `text` by which the rule fits, or ""."""
        for lead, pattern in self.led:
            for at in leads[lead]:
                if found := pattern.match(text, at):
                    return text[: found.end()]
        found = self.free.search(text) if self.free else None
        return found[0] if found else ""


@dataclass(frozen=True)
class _Language:
    rules: tuple[_Rule, ...]
    index: Index
    polite: Wary
    ask: Wary

    def leads(self, text: str) -> Mapping[str, Sequence[int]]:
        """Where a request may begin: behind courtesies, and behind courtesies and "could you"; the latest first."""
        polite = places_behind(self.polite, text, [0])
        return {"polite": polite[::-1], "ask": sorted(set(places_behind(self.ask, text, polite)), reverse=True)}


_LEADS: Final = (("{start}", "ask"), ("^{polite}(?:{ask})*", "ask"), ("^{polite}", "polite"))
"""How a rule says that it begins where a request may: read once for all of them."""


@cache
def _language(name: str) -> _Language:
    """The rules of a language."""
    pieces = Pieces()
    rules: list[_Rule] = []
    told: list[Telltales] = []
    for head, body, is_piece in entries(f"{name}.intents.txt"):
        if is_piece:
            pieces.add(head, body)
            continue
        parts: dict[str, list[str]] = {}
        for part in _alternatives(body):
            opening, lead = next((o for o in _LEADS if part.startswith(o[0])), ("", ""))
            parts.setdefault(lead, []).append(part[len(opening) :])
        told.append(pieces.told("|".join(one for of in parts.values() for one in of)))
        patterns = {lead: Wary("|".join(pieces.filled(one) for one in of)) for lead, of in parts.items()}
        free = patterns.pop("", None)
        rules.append(_Rule(labelled(head), tuple(patterns.items()), free))
    known = pieces.wary()
    return _Language(tuple(rules), Index(told), known["courtesy"], known["ask"])


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
    return _language(language).leads(low[:_OPENING])["ask"]


def by_rule(text: str, words: str, *, is_open: bool, language: str = "en") -> Verdict | None:
    """The first rule that fits `text` (as `features.masked` shows it), or None.

    `words` are the utterance without masks, in lower case; `is_open`: something is being discussed.
    """
    known = _language(language)
    shown = (text[:_OPENING], known.leads(text[:_OPENING]))
    plain = (words[:_OPENING], known.leads(words[:_OPENING]))
    for place in known.index.worth_a_try(f"{shown[0]}\n{plain[0]}"):
        rule = known.rules[place]
        marks = rule.label.marks
        if "+" in marks and not is_open:
            continue
        raw = "@" in marks
        if found := rule.words(*(plain if raw else shown)):
            certain, hint = "!" in marks, "?" in marks
            decided = certain or "=" in marks
            return Verdict(rule.label.intent, rule.label.facet, certain, found.strip(), hint, raw, decided)
    return None
