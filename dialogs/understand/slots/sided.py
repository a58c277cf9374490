"""That an event is to move to an earlier or a later time, where no more is said of when. Pure."""

from dataclasses import replace
from typing import Final

from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import NO_TIME, Intent, Understood

_MOVES: Final = frozenset((Intent.RESCHEDULE, Intent.PROPOSE))


def with_side(said: Understood, utterance: str) -> Understood:
    """With the side to which the event moves, and the event without the words that say so."""
    is_open = said.time == NO_TIME and said.shift is None and said.longer is None and not said.facet
    if said.intent not in _MOVES or not is_open:
        return said
    words = patterns()
    earlier, later = (bool(words[name].search(utterance)) for name in ("moved-earlier", "moved-later"))
    if earlier == later:
        return said
    event = said.event and replace(said.event, subject=words["side-behind"].sub("", said.event.subject))
    subject = words["side-behind"].sub("", said.subject)
    return replace(said, event=event, subject=subject, time=replace(said.time, side="earlier" if earlier else "later"))
