"""A yes to the card that is open, and a request of its own behind it: "yes, and book 30 minutes with Ana on Friday".

The card does its act, and what is wanted besides is taken up then. What may as well put the card right ("yes, 30
minutes", "yes and add Tom") is no request of its own: nothing is done before that is clear. Pure.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.replies.assent import assented
from dialogs.understand.understood import Intent, Understood

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_OF_ANOTHER: Final = frozenset(
    (Intent.RESCHEDULE, Intent.UPDATE, Intent.ADD_ATTENDEE, Intent.REMOVE_ATTENDEE, Intent.FORWARD, Intent.PROPOSE)
)
"""Where the event is described apart from what becomes of it."""
_OF_ONE: Final = frozenset((Intent.CANCEL, Intent.ACCEPT, Intent.TENTATIVE, Intent.DECLINE))
_OF_A_TIME: Final = frozenset((Intent.LIST_EVENTS, Intent.NEXT_MEETING, Intent.ASK_TIME, Intent.LOOKUP_PERSON))
_WITH_TIME: Final = frozenset((Intent.SET_REMINDER, Intent.AWAY))


def yes_then(utterance: str, context: Context, read: Callable[[str, Context], Understood]) -> Understood | None:
    """The yes, with what is wanted besides in `then`; None where it is not both."""
    if context.question is None or len(utterance) > _LONGEST:
        return None
    for joint in patterns()["yes-joint"].finditer(utterance):
        yes = assented(utterance[: joint.start()], context.question)
        if yes is None or yes.intent is not Intent.YES or not yes.certain:
            continue
        if not patterns()["yes-firmly"].search(utterance[: joint.start()]):
            # "Great, take Tejo for that": praise agrees to nothing where more is said.
            continue
        rest = utterance[joint.end() :]
        said = read(rest, replace(context, question=None))
        if said.intent in _OF_ANOTHER and read(rest, context).event is None:
            # With the card open, it is of that.
            continue
        if _is_its_own(said, rest, joint, context.question.acts):
            return replace(yes, then=rest)
    return None


def _is_its_own(said: Understood, rest: str, joint: re.Match[str], acts: frozenset[str]) -> bool:
    """Whether it can only be wanted besides, and not of what the card is about."""
    words = patterns()
    if "cancel" in acts and words["takes-freed"].fullmatch(rest):
        # "Then block that hour for me" is of the time that gets free.
        return True
    tells = bool(said.subject or said.people or said.time.exact or said.time.slots)
    match said.intent:
        case Intent.SCHEDULE:
            parts = joint["strong"] is not None or bool(joint["and"] or joint["bare"])
            strong = parts or bool(acts and "book" not in acts) or bool(words["yes-besides"].search(rest))
            is_new = bool(said.people or said.subject or said.facet in ("focus", "travel", "copy", "follow_up"))
            return strong and bool(words["yes-books"].match(rest)) and (is_new or bool(said.time.slots))
        case intent if intent in _OF_ANOTHER:
            return said.event is not None and _is_described(said.event)
        case Intent.EVENT_DETAILS:
            return bool(words["yes-asks"].match(rest)) and not words["joined-it"].search(rest)
        case intent if intent in _OF_ONE:
            return _is_described(said)
        case intent if intent in _OF_A_TIME:
            return tells and bool(words["yes-asks"].match(rest))
        case intent if intent in _WITH_TIME:
            return tells and bool(words["yes-sets"].match(rest))
        case Intent.EMAIL_SEND:
            return bool(said.people) and bool(words["yes-writes"].match(rest))
    return False


def _is_described(said: Understood) -> bool:
    """Whether the words tell which event, more than that it is the one at hand."""
    return bool(said.subject and not patterns()["mail-about-it"].fullmatch(said.subject)) or bool(
        said.people and said.noun
    )
