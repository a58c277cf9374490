"""Text to `Understood`: the words are cut, the time is read, then people, subject and intent."""

from dialogs.understand import intents
from dialogs.understand.context import Context
from dialogs.understand.understood import Intent, Understood


def understand(utterance: str, context: Context) -> Understood:
    """What `utterance` means to somebody who says it at `context.now`. Never raises, whatever the text."""
    text = utterance.replace("’", "'").lower().strip()
    verdict = intents.by_rule(text)
    if verdict is None:
        return Understood(Intent.OUT_OF_SCOPE, 0.3)
    return Understood(
        verdict.intent,
        0.95 if verdict.certain else 0.8,
        facet=verdict.facet,
        certain=verdict.certain,
        why=(f"intent {verdict.intent}: “{verdict.words}”",),
    )
