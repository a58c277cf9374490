"""Text to `Understood`: the time is read, then people, subject and the rest, and from all of it the intent."""

from dataclasses import dataclass

from dialogs.understand import intents, people, subject
from dialogs.understand.context import Context
from dialogs.understand.decision import Decision, decide
from dialogs.understand.features import features, masked
from dialogs.understand.intents import Verdict
from dialogs.understand.subject import Subject
from dialogs.understand.understood import PersonMention, Understood, When
from dialogs.understand.when.constraint import constrain
from dialogs.understand.when.reading import read


@dataclass(frozen=True)
class Prepared:
    """An utterance before its intent is decided."""

    when: tuple[When, ...]
    people: tuple[PersonMention, ...]
    subject: Subject
    verdict: Verdict | None
    features: tuple[str, ...]


def prepare(utterance: str, context: Context) -> Prepared:
    """Everything but the decision."""
    when = read(utterance, context)
    spans = [w.span for w in when]
    who = people.find(utterance, spans)
    what = subject.find(utterance, spans, [p.span for p in who])
    kinds = [(*w.span, w.kind.value) for w in when] + [(*p.span, "who") for p in who]
    shown = masked(utterance, kinds)
    verdict = intents.by_rule(shown)
    names = features(shown, verdict.intent.value if verdict else "")
    return Prepared(when, who, what, verdict, tuple(names))


def understand(utterance: str, context: Context) -> Understood:
    """What `utterance` means to somebody who says it at `context.now`. Never raises, whatever the text."""
    prepared = prepare(utterance, context)
    verdict = prepared.verdict
    decision = decide(verdict, prepared.features)
    agreed = verdict is not None and verdict.intent is decision.intent
    return Understood(
        decision.intent,
        decision.confidence,
        decision.runner_up,
        facet=verdict.facet if verdict and agreed else "",
        when=prepared.when,
        time=constrain(prepared.when),
        people=prepared.people,
        subject=prepared.subject.text,
        noun=prepared.subject.noun,
        certain=bool(verdict and agreed and verdict.certain),
        why=_why(prepared, decision),
    )


def _why(prepared: Prepared, decision: Decision) -> tuple[str, ...]:
    """Which words became what."""
    verdict = prepared.verdict
    reasons = [f"“{w.text}” is a {w.kind.value}" + (f", doubtful: {w.doubt}" if w.doubt else "") for w in prepared.when]
    reasons += [f"“{p.text}” is a person ({p.kind}, {p.role.value})" for p in prepared.people]
    if prepared.subject.text:
        reasons.append(f"“{prepared.subject.text}” is the subject")
    if verdict:
        reasons.append(f"“{verdict.words}” says {verdict.intent.value} by rule")
    if verdict is None or verdict.intent is not decision.intent:
        reasons.append(f"the model says {decision.intent.value}")
    return tuple(reasons)
