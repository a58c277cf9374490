"""What the booking at hand is to be called: whatever stands in a title is neither a time nor somebody who comes."""

from collections.abc import Callable
from dataclasses import replace

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Understood

_CORRECTING = frozenset((Intent.AMEND, Intent.UPDATE, Intent.RESCHEDULE, Intent.ADD_ATTENDEE, Intent.REMOVE_ATTENDEE))


def called(utterance: str, context: Context, understood: Callable[[str, Context], Understood]) -> Understood | None:
    """ "Call it Tuesday review", "call it 5pm drinks, and add Tom"; None where it is not named."""
    if context.question is None or context.question.kind not in ("yes_no", "choice"):
        return None
    found = patterns()["calls-it"].fullmatch(utterance)
    if found is None:
        return None
    title, rest = found["quoted"] or found["title"], found["rest"]
    if not rest:
        return Understood(Intent.AMEND, 0.97, facet="subject", subject=title, certain=True)
    further = understood(rest, context)
    return replace(further, subject=title, certain=False) if further.intent in _CORRECTING else None
