"""Another meeting was meant than the one that was named: what was asked of that one is asked of this one.

Ana: when is the design review?
Bot: Thu 26 Nov, 10:00 – 11:00 …
Ana: sorry, I meant the budget review
Bot: Fri 27 Nov, 09:00 – 10:00 …

What was done already is taken back first, as far as that can be.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from dialogs.asker import asker_of
from dialogs.frame import Frame, Request
from dialogs.referents import titled, upcoming
from dialogs.turn import Turn
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Understood
from graph.client import GraphClient
from graph.errors import GraphError
from graph.model import Event

GOING_ON = frozenset(
    (Intent.YES, Intent.NO, Intent.SELECT, Intent.AMEND, Intent.NAVIGATE, Intent.CANCEL_DIALOG, Intent.THANKS)
)
"""What goes on with what was asked, and asks nothing new of a meeting."""
_OF_AN_EVENT = frozenset(("cancel", "change", "respond", "propose_send", "letter_send"))
"""What the cards do that ask about one meeting."""


def noted(utterance: str, said: Understood, before: Frame, after: Frame) -> Frame:
    """With what was asked, and how the words call the meeting of which it was; new meetings have no name to mistake."""
    if said.intent in GOING_ON:
        return after
    subject = (said.event or said).subject
    named = subject if subject.lower() in utterance.lower() else ""
    is_new = said.intent is Intent.SCHEDULE
    return replace(after, request=None if is_new else Request(utterance, named, before.undo))


async def redone(turn: Turn, frame: Frame, graph: GraphClient) -> tuple[Turn, Frame]:
    """The turn that asks the same of the meeting that was meant, or first takes back what was done; else the same."""
    request = frame.request
    found = patterns()["meant-other"].fullmatch(turn.utterance) if request else None
    if request is None or found is None or frame.booking or (frame.asked and not _is_of_an_event(frame)):
        return turn, frame
    try:
        known, asker = await asker_of(turn, frame, graph)
        ahead = [event for event in await upcoming.occurrences(asker) if not event.is_cancelled]
    except GraphError:
        return turn, frame
    named, other = _named(request, ahead), titled.find(found["meant"], ahead)
    if not named or other is None:
        return turn, frame
    meant = found["meant"][slice(*other.span)]
    words = re.sub(re.escape(named), lambda _: meant, request.words, count=1, flags=re.IGNORECASE)
    if frame.asked:
        # Nothing was done yet, so that nothing is to be taken back.
        return replace(turn, utterance=words), known.at_rest()
    if frame.undo is not None and frame.undo != request.undo:
        return replace(turn, tap=frame.undo), replace(known, then=words, then_waits=True, then_listed=())
    return replace(turn, utterance=words), known


def _is_of_an_event(frame: Frame) -> bool:
    """Whether the open card would do something with a meeting that was found, so that another one may be meant."""
    asked = frame.asked
    return asked is not None and asked.yes is not None and asked.yes.verb in _OF_AN_EVENT


def _named(request: Request, ahead: Sequence[Event]) -> str:
    """How the meeting is called in the request; empty where it names none."""
    found = titled.find(request.words, ahead)
    return request.words[slice(*found.span)] if found else request.named
