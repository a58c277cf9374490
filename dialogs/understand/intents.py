"""What the speaker wants, by rule: patterns of words, tried in order, the most specific first."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from dialogs.understand.patterns import places_behind
from dialogs.understand.telltales import Index, Lazy, Telltales, telltales
from dialogs.understand.understood import Intent

_OPENING = 1200
"""Characters. What somebody wants is said in the first sentences; behind them a pasted text may follow."""
_FLAGS = "!=?+@"


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
    intent: Intent
    facet: str
    flags: str
    led: tuple[tuple[str, Lazy], ...]
    """What stands behind a lead, by the lead's name."""
    free: Lazy | None
    """What may stand anywhere."""

    def words(self, text: str, leads: Mapping[str, Sequence[int]]) -> str:
        """The words of `text` by which the rule fits, or ""."""
        for lead, pattern in self.led:
            for at in leads[lead]:
                if found := pattern.compiled.match(text, at):
                    return text[: found.end()]
        found = self.free.compiled.search(text) if self.free else None
        return found[0] if found else ""


@dataclass(frozen=True)
class _Language:
    rules: tuple[_Rule, ...]
    index: Index
    polite: re.Pattern[str]
    ask: re.Pattern[str]

    def leads(self, text: str) -> Mapping[str, Sequence[int]]:
        """Where a request may begin: behind courtesies, and behind courtesies and "could you"; the latest first."""
        polite = places_behind(self.polite, text, [0])
        return {"polite": polite[::-1], "ask": sorted(set(places_behind(self.ask, text, polite)), reverse=True)}


_LEADS: Final = (("{start}", "ask"), ("^{polite}(?:{ask})*", "ask"), ("^{polite}", "polite"))
"""How a rule says that it begins where a request may: read once for all of them."""


@cache
def _language(name: str) -> _Language:
    """The rules of a language: lines `intent[.facet][flags] pattern`, with `{name}` for a named piece of pattern."""
    path = resources.files("dialogs.understand") / "languages" / f"{name}.intents.txt"
    pieces: dict[str, str] = {}
    rules: list[_Rule] = []
    telltales_of: list[Telltales] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        head, _, body = line.partition(" ")
        if head.endswith(":"):
            pieces[head[:-1]] = f"(?:{_filled(body.strip(), pieces)})"
            continue
        said = head.rstrip(_FLAGS)
        intent, _, facet = said.partition(".")
        parts: dict[str, list[str]] = {}
        for part in _alternatives(body.strip()):
            opening, lead = next((o for o in _LEADS if part.startswith(o[0])), ("", ""))
            parts.setdefault(lead, []).append(_filled(part[len(opening) :], pieces))
        telltales_of.append(telltales("|".join(one for of in parts.values() for one in of)))
        patterns = {lead: Lazy("|".join(of)) for lead, of in parts.items()}
        free = patterns.pop("", None)
        rules.append(_Rule(Intent(intent), facet, head[len(said) :], tuple(patterns.items()), free))
    return _Language(tuple(rules), Index(telltales_of), re.compile(pieces["courtesy"]), re.compile(pieces["ask"]))


def _filled(pattern: str, pieces: Mapping[str, str]) -> str:
    return re.sub(r"\{([a-z]\w*)\}", lambda found: pieces[found[1]], pattern)


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
        if "+" in rule.flags and not is_open:
            continue
        raw = "@" in rule.flags
        if found := rule.words(*(plain if raw else shown)):
            certain, hint = "!" in rule.flags, "?" in rule.flags
            decided = certain or "=" in rule.flags
            return Verdict(rule.intent, rule.facet, certain, found.strip(), hint, raw, decided)
    return None
