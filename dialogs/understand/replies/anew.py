"""A whole request amid a question of ours: "cancel the retro on Friday, half of us are away", while times are offered.

What acts on an event that it names has nothing to do with what was asked, however much of it would do for an answer.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.intent.decision import ANSWERS
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Understood

_ASKED: Final = ("choice", "yes_no", "time", "duration", "vote")
"""Questions that the name of an event does not answer."""
_ACTS: Final = ANSWERS | {
    Intent.CANCEL,
    Intent.RESCHEDULE,
    Intent.UPDATE,
    Intent.CONTACT_ATTENDEES,
}
_SURE: Final = 0.95

Reader = Callable[[Context], Understood]


def anew(utterance: str, said: Understood, context: Context, understood: Reader) -> Understood | None:
    """The request of its own that `utterance` is, `said` being how it answers the question; None where it is none."""
    if context.question is None or context.question.kind not in _ASKED or not patterns()["acts-anew"].match(utterance):
        return None
    fresh = understood(replace(context, question=None))
    return fresh if fresh.confidence >= _SURE and _names_event(fresh) and _loses(said, fresh) else None


def _names_event(fresh: Understood) -> bool:
    """Whether it acts on an event by its name; "call it Roadmap" gives one."""
    named = fresh.event.subject if fresh.event else fresh.subject if fresh.intent is not Intent.UPDATE else ""
    return fresh.intent in _ACTS and bool(named)


def _loses(said: Understood, fresh: Understood) -> bool:
    """Whether the answer leaves out what the request says."""
    if said.intent is not fresh.intent:
        return True
    return bool(fresh.note and not said.note) or len(fresh.when) > len(said.when)
