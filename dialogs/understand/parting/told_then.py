"""A further request behind what others are to be told: "cancel the retro, tell them it's off and decline the sync".

What is asked of us is no part of what others read; it waits until the first one is done.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Understood

_LONGEST: Final = 400
"""Characters. What is longer tells a story."""
_DECIDED: Final = 0.9
_NOTED: Final = frozenset((Intent.CANCEL, Intent.DECLINE, Intent.ACCEPT, Intent.TENTATIVE))
_WORDS: Final = frozenset((Intent.CONTACT_ATTENDEES, Intent.EMAIL_SEND))
"""What is nothing but a word to others, who may be asked for more."""
_MOVED: Final = frozenset((Intent.RESCHEDULE, Intent.UPDATE, Intent.ADD_ATTENDEE, Intent.REMOVE_ATTENDEE))
_IDLE: Final = frozenset((Intent.OUT_OF_SCOPE, Intent.SMALLTALK, Intent.THANKS, Intent.GREET, Intent.AMEND))

Reader = Callable[[str, Context], Understood]


def told_then(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """The first request with its word to others, and the second one behind it; None where there is no such one."""
    words = patterns()
    tells = words["told-then-tells"].search(utterance) if len(utterance) <= _LONGEST else None
    if tells is None or context.question:
        return None
    for joint in words["told-then-joint"].finditer(utterance, tells.end()):
        told, asked = utterance[tells.end() : joint.start()], utterance[joint.end() :]
        goes_on = joint["soft"] and words["told-then-goes-on"].search(told)
        if not told.strip() or goes_on or words["told-then-theirs"].search(asked):
            continue
        if words["sends-apologies"].match(asked):
            # They are a part of what is told.
            first = understood(utterance[: joint.start()], context)
            return first if first.intent in _NOTED and first.note else None
        second = understood(asked, context)
        is_known = second.intent not in _IDLE and second.confidence >= _DECIDED
        if not (is_known or words["told-then-mine"].search(asked)):
            continue
        first = understood(utterance[: joint.start()], context)
        is_word = first.intent in _WORDS and "then" in joint[0].lower()
        if (is_word or first.intent in _NOTED) and first.note and not first.then:
            return replace(first, then=asked)
        if first.intent in _MOVED and first.then:
            return replace(first, then=f"{first.then}. Then {asked}")
    return None
