"""Text to `Understood`: the words are cut, the time is read, then people, subject and intent."""

from dialogs.understand import intents, people, subject
from dialogs.understand.context import Context
from dialogs.understand.understood import Intent, Understood
from dialogs.understand.when.constraint import constrain
from dialogs.understand.when.reading import read


def understand(utterance: str, context: Context) -> Understood:
    """What `utterance` means to somebody who says it at `context.now`. Never raises, whatever the text."""
    text = utterance.replace("’", "'").lower().strip()
    when = read(utterance, context)
    time = constrain(when)
    spans = [w.span for w in when]
    who = people.find(utterance, spans)
    what = subject.find(utterance, [*spans, *(p.span for p in who)])
    verdict = intents.by_rule(text)
    if verdict is None and when:
        return Understood(Intent.AMEND, 0.6, when=when, time=time, people=who, subject=what)
    if verdict is None:
        return Understood(Intent.OUT_OF_SCOPE, 0.3, when=when, time=time, people=who, subject=what)
    return Understood(
        verdict.intent,
        0.95 if verdict.certain else 0.8,
        facet=verdict.facet,
        when=when,
        people=who,
        subject=what,
        time=time,
        certain=verdict.certain,
        why=(f"intent {verdict.intent}: “{verdict.words}”",),
    )
