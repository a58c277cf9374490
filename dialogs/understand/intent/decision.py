"""Which intent it is: a rule that is certain, else the model and the rule together."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dialogs.understand.intent.intents import Verdict
from dialogs.understand.intent.linear import load
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


ABOUT_EVENTS: Final = frozenset(
    (
        Intent.RESCHEDULE,
        Intent.UPDATE,
        Intent.CANCEL,
        Intent.ADD_ATTENDEE,
        Intent.REMOVE_ATTENDEE,
        Intent.ACCEPT,
        Intent.TENTATIVE,
        Intent.DECLINE,
        Intent.EVENT_DETAILS,
        Intent.CONTACT_ATTENDEES,
        Intent.FORWARD,
        Intent.JOIN,
        Intent.PROPOSE,
        Intent.SET_REMINDER,
    )
)
"""What is done with a meeting that exists."""
LIKELY: Final = 0.5
"""Probability among these above which one of them is believed, when it is known that one of them is meant."""


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


def decide_about_event(verdict: Verdict | None, features: Iterable[str], language: str = "en") -> Decision:
    """Weigh them where an event that exists is named: something is wanted of it, and that is asked about if it harms.

    OUT_OF_SCOPE where it is hardly known what.
    """
    scores: Mapping[Intent, float] = load(language).scores(features)
    if verdict is not None and verdict.intent in ABOUT_EVENTS:
        scores = _raised(scores, verdict.intent, trust(verdict))
    total = sum(scores.get(intent, 0.0) for intent in ABOUT_EVENTS) or 1.0
    ranked = sorted(ABOUT_EVENTS & scores.keys(), key=lambda i: (-scores[i], i))
    first, second = ranked[:2]
    confidence = scores[first] / total
    if confidence < LIKELY:
        return Decision(Intent.OUT_OF_SCOPE, 1 - confidence, first)
    return Decision(first, confidence, second)


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
