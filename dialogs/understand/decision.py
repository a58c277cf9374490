"""Which intent it is: a rule that is certain, else the model and the rule together."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dialogs.understand.intents import Verdict
from dialogs.understand.linear import load
from dialogs.understand.understood import Intent

STRONG, HINT, STRANGE = 1.8, 0.4, 1.3
"""How much a rule counts, in natural logarithms of odds; chosen by leaving whole sources out. Where no
rule fits, STRANGE speaks for a request that is none of ours."""

HARDLY: Final = 0.3
"""Below this probability, and without a rule, nothing is known of what somebody wants."""

HARMFUL = frozenset((Intent.CANCEL, Intent.DECLINE))
"""What undoes something for others."""
ANSWERS: Final = frozenset((Intent.ACCEPT, Intent.TENTATIVE, Intent.DECLINE))
"""What is said to an invitation."""
_NOT_ALONE: Final = HARMFUL | ANSWERS


@dataclass(frozen=True)
class Decision:
    """The intent, how probable it is, and the next one."""

    intent: Intent
    confidence: float
    runner_up: Intent | None


def trust(verdict: Verdict | None) -> float:
    """What a rule adds to the odds of its intent."""
    if verdict is None:
        return 0.0
    return HINT if verdict.hint else STRONG


def decide(verdict: Verdict | None, features: Iterable[str], language: str = "en") -> Decision:
    """Weigh the rule against the model."""
    scores: Mapping[Intent, float] = load(language).scores(features)
    raised = (Intent.OUT_OF_SCOPE, STRANGE) if verdict is None else (verdict.intent, trust(verdict))
    scores = _raised(scores, *raised)
    ranked = sorted(scores, key=scores.__getitem__, reverse=True)
    first, second = ranked[:2]
    if verdict is not None and verdict.decided:
        return Decision(verdict.intent, max(0.97, scores[verdict.intent]), first if first != verdict.intent else second)
    if verdict is None and scores[first] < HARDLY:
        return Decision(Intent.OUT_OF_SCOPE, scores[Intent.OUT_OF_SCOPE], first)
    if (verdict is None or verdict.intent is not first) and (chosen := careful(ranked)) is not first:
        first, second = chosen, first
    return Decision(first, scores[first], second)


def careful(ranked: Sequence[Intent]) -> Intent:
    """The likeliest intent, where no rule says so too: what undoes something is not believed of the model alone, and
    who seems to decline does not accept."""
    first = ranked[0]
    return next(i for i in ranked if i not in _NOT_ALONE) if first in HARMFUL else first


def _raised(scores: Mapping[Intent, float], intent: Intent, by: float) -> Mapping[Intent, float]:
    """The probabilities after the odds of `intent` were raised."""
    raised = dict(scores)
    raised[intent] = max(raised.get(intent, 0.0), 1e-6) * math.exp(by)
    total = sum(raised.values())
    return {i: p / total for i, p in raised.items()}
