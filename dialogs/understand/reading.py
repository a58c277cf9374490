"""Text to `Understood`: the time is read, then people, subject and the rest, and from all of it the intent."""

from dataclasses import dataclass

from dialogs.understand import intents, people, subject
from dialogs.understand.context import Context
from dialogs.understand.features import features, masked
from dialogs.understand.intents import Verdict
from dialogs.understand.understood import Intent, PersonMention, Understood, When
from dialogs.understand.when.constraint import constrain
from dialogs.understand.when.reading import read


@dataclass(frozen=True)
class Prepared:
    """An utterance before its intent is decided."""

    when: tuple[When, ...]
    people: tuple[PersonMention, ...]
    subject: str
    verdict: Verdict | None
    features: tuple[str, ...]


def prepare(utterance: str, context: Context) -> Prepared:
    """Everything but the decision."""
    when = read(utterance, context)
    spans = [w.span for w in when]
    who = people.find(utterance, spans)
    what = subject.find(utterance, [*spans, *(p.span for p in who)])
    kinds = [(*w.span, w.kind.value) for w in when] + [(*p.span, "who") for p in who]
    shown = masked(utterance, kinds)
    verdict = intents.by_rule(shown)
    names = features(shown, verdict.intent.value if verdict else "")
    return Prepared(when, who, what, verdict, tuple(names))


def understand(utterance: str, context: Context) -> Understood:
    """What `utterance` means to somebody who says it at `context.now`. Never raises, whatever the text."""
    prepared = prepare(utterance, context)
    verdict = prepared.verdict
    time = constrain(prepared.when)
    if verdict is None:
        intent = Intent.AMEND if prepared.when else Intent.OUT_OF_SCOPE
        return Understood(intent, 0.4, when=prepared.when, time=time, people=prepared.people, subject=prepared.subject)
    return Understood(
        verdict.intent,
        0.95 if verdict.certain else 0.8,
        facet=verdict.facet,
        when=prepared.when,
        people=prepared.people,
        subject=prepared.subject,
        time=time,
        certain=verdict.certain,
        why=(f"intent {verdict.intent}: “{verdict.words}”",),
    )
