"""A whole request amid a question of ours: "cancel the retro on Friday, half of us are away", while times are offered.

What acts on an event that it names has nothing to do with what was asked, however much of it would do for an answer.
What answers nothing, but asks something itself, is asked: "did Ana invite me to anything?".
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
_KNOWS: Final = frozenset(
    {
        Intent.LIST_EVENTS,
        Intent.NEXT_MEETING,
        Intent.EVENT_DETAILS,
        Intent.CHECK_AVAILABILITY,
        Intent.TIME_REMAINING,
        Intent.LOOKUP_PERSON,
        Intent.ASK_TIME,
    }
)
_NO_ANSWER: Final = frozenset({Intent.OUT_OF_SCOPE, Intent.EMAIL_SEARCH})
"""What words come to that answer no question, nor ask one that could be told."""
_BEGINS: Final = frozenset(
    {Intent.SCHEDULE, Intent.FIND_ROOM, Intent.SET_REMINDER, Intent.AWAY, Intent.EMAIL_SEARCH, Intent.JOIN}
)
"""What is begun once something else was given up."""
_SURE: Final = 0.95
_LIKELY: Final = 0.7

Reader = Callable[[], Understood]


def anew(utterance: str, said: Understood, context: Context, understood: Reader) -> Understood | None:
    """The request of its own that `utterance` is, `said` being how it answers the question; None where it is none.

    `understood` reads the words as if nothing had been asked.
    """
    if context.question is None or context.question.kind not in _ASKED:
        return None
    acts = patterns()["acts-anew"].match(utterance) is not None
    if not acts and said.intent not in _NO_ANSWER:
        return None
    fresh = understood()
    if fresh.confidence < _SURE:
        return None
    if not acts:
        return fresh if fresh.intent in _KNOWS else None
    return fresh if _names_event(fresh) and _loses(said, fresh) else None


def behind_giving_up(utterance: str, context: Context, understood: Callable[[str, Context], Understood]) -> str:
    """What is asked for once what is open is given up: "forget it. What's on Friday?"; empty where nothing is.

    "Scrap that, Friday instead" only corrects it: what comes behind has to be a request by itself.
    """
    found = patterns()["gives-up-first"].fullmatch(utterance) if context.question else None
    if found is None or patterns()["does-oneself"].match(found["rest"]):
        return ""
    fresh = understood(found["rest"], replace(context, question=None))
    asks = fresh.intent in _KNOWS or fresh.intent in _BEGINS
    is_whole = fresh.intent is not Intent.SCHEDULE or (fresh.when and (fresh.people or fresh.subject or fresh.bare))
    is_own = not (fresh.intent in _KNOWS and patterns()["points-at-open"].search(found["rest"]))
    return found["rest"] if asks and is_whole and is_own and fresh.confidence >= _LIKELY else ""


def _names_event(fresh: Understood) -> bool:
    """Whether it acts on an event by its name; "call it Roadmap" gives one."""
    named = fresh.event.subject if fresh.event else fresh.subject if fresh.intent is not Intent.UPDATE else ""
    return fresh.intent in _ACTS and bool(named)


def _loses(said: Understood, fresh: Understood) -> bool:
    """Whether the answer leaves out what the request says."""
    if said.intent is not fresh.intent:
        return True
    is_two = bool(fresh.then and not said.then) and fresh.intent in ANSWERS
    return is_two or bool(fresh.note and not said.note) or len(fresh.when) > len(said.when)
