"""Which intent it is: a rule that is certain, else the model and the rule together."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dialogs.understand.intents import Verdict
from dialogs.understand.linear import load
from dialogs.understand.understood import Intent

STRONG, HINT, STRANGE = 1.8, 0.4, 1.3
"""How much a rule counts, in natural logarithms of odds; chosen by leaving whole sources out. Where no
rule fits, STRANGE speaks for a request that is none of ours."""

HARMFUL = frozenset((Intent.CANCEL, Intent.DECLINE))
"""What undoes something for others."""


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
    first, second = sorted(scores, key=lambda i: -scores[i])[:2]
    if verdict is not None and verdict.decided:
        return Decision(verdict.intent, max(0.97, scores[verdict.intent]), first if first != verdict.intent else second)
    if first in HARMFUL and (verdict is None or verdict.intent is not first):
        # The careful reading: what undoes something is believed only where the words say so too.
        first, second = second, first
    return Decision(first, scores[first], second)


def _raised(scores: Mapping[Intent, float], intent: Intent, by: float) -> Mapping[Intent, float]:
    """The probabilities after the odds of `intent` were raised."""
    raised = dict(scores)
    raised[intent] = max(raised.get(intent, 0.0), 1e-6) * math.exp(by)
    total = sum(raised.values())
    return {i: p / total for i, p in raised.items()}
