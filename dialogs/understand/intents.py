"""What the speaker wants, by rule: patterns of words, tried in order, the most specific first."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

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
    pattern: re.Pattern[str]


@cache
def _rules(language: str) -> tuple[_Rule, ...]:
    """The rules of a language: lines `intent[.facet][flags] pattern`, with `{name}` for a named piece of pattern."""
    path = resources.files("dialogs.understand") / "languages" / f"{language}.intents.txt"
    pieces: dict[str, str] = {}
    rules: list[_Rule] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        head, _, body = line.partition(" ")
        body = re.sub(r"\{([a-z]\w*)\}", lambda m: pieces[m[1]], body.strip())
        if head.endswith(":"):
            pieces[head[:-1]] = f"(?:{body})"
            continue
        said = head.rstrip(_FLAGS)
        name, _, facet = said.partition(".")
        rules.append(_Rule(Intent(name), facet, head[len(said) :], re.compile(body)))
    return tuple(rules)


def by_rule(text: str, words: str, *, is_open: bool, language: str = "en") -> Verdict | None:
    """The first rule that fits `text` (as `features.masked` shows it), or None.

    `words` are the utterance without masks, in lower case; `is_open`: something is being discussed.
    """
    opening, plain = text[:_OPENING], words[:_OPENING]
    for rule in _rules(language):
        if "+" in rule.flags and not is_open:
            continue
        raw = "@" in rule.flags
        if found := rule.pattern.search(plain if raw else opening):
            certain, hint = "!" in rule.flags, "?" in rule.flags
            decided = certain or "=" in rule.flags
            return Verdict(rule.intent, rule.facet, certain, found[0].strip(), hint, raw, decided)
    return None
