"""The one request amid sentences that only tell what is going on: "My flight is late. Decline the review. Sorry".

Each sentence is read for itself. Where all of them together are not clear and just one asks for something beyond doubt,
that is what is asked; a booking is left whole, since further sentences say when it is, and about what.
"""

from collections.abc import Callable
from typing import Final

from dialogs.understand.intent.decision import ABOUT_EVENTS
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Understood

_LONGEST: Final = 600
"""Characters. What is longer tells a story."""
_MOST: Final = 6
"""Sentences."""
_MARKS: Final = frozenset(".!?;–—-\n")
"""One of which ends a sentence."""
_SURE: Final = 0.9
_ASKED: Final = ABOUT_EVENTS | {Intent.AWAY, Intent.PREFERENCES, Intent.SET_REMINDER, Intent.PROPOSE}
"""What a single sentence asks for, so that it stands without the others."""
_NOTHING: Final = frozenset((Intent.OUT_OF_SCOPE, Intent.SMALLTALK, Intent.THANKS, Intent.GREET, Intent.GOODBYE))


def one_request(utterance: str, said: Understood, read: Callable[[str], Understood]) -> Understood | None:
    """What the only sentence asks for that asks for anything; None where `said`, how the whole was read, stands."""
    is_clear = said.certain and said.intent not in _NOTHING
    if is_clear or said.event or said.then or len(utterance) > _LONGEST or not _MARKS & set(utterance):
        return None
    sentences = [each.strip() for each in patterns()["sentence-end"].split(utterance) if each.strip()]
    if not 1 < len(sentences) <= _MOST:
        return None
    told = [read(each) for each in sentences]
    asks = [each for each in told if _is_request(each)]
    if len(asks) != 1 or asks[0].intent not in _ASKED:
        return None
    if said.intent is asks[0].intent and any(each.when for each in told if each is not asks[0]):
        # "Off from Monday - back on Wednesday" is one request, and both tell when.
        return None
    # "Call it tool sync" names no event that there is: its subject is the new one.
    named = asks[0].event or (asks[0].subject and asks[0].intent is not Intent.UPDATE)
    return asks[0] if named or asks[0].intent not in ABOUT_EVENTS else None


def _is_request(said: Understood) -> bool:
    """Whether these words alone ask for something, and surely so."""
    return (said.certain or said.confidence >= _SURE) and said.intent not in _NOTHING
