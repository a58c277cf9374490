"""Bare words behind a card with times, which say what the meeting is about: "culvert drawings". Pure."""

from dataclasses import replace
from typing import Final

from dialogs.frame import Frame
from dialogs.understand.patterns import patterns
from dialogs.understand.understood import Intent, Understood

_NOT_UNDERSTOOD: Final = frozenset((Intent.OUT_OF_SCOPE, Intent.SMALLTALK))
_MOST: Final = 5
"""Words. More of them are a sentence."""
_SURE: Final = 0.9


def of_booking(utterance: str, said: Understood, frame: Frame) -> Understood:
    """The words as the subject of the booking at hand, where that has none and they could not be read otherwise."""
    booking = frame.booking
    if said.intent not in _NOT_UNDERSTOOD or booking is None or booking.subject or booking.unresolved:
        return said
    if frame.asked is None or said.time.slots or said.time.exact or said.people:
        return said
    found = patterns()["bare-topic"].fullmatch(utterance)
    if found is None or len(found["topic"].split()) > _MOST or patterns()["no-topic"].search(found["topic"]):
        return said
    if said.intent is Intent.SMALLTALK and said.confidence >= _SURE:
        return said
    return replace(said, intent=Intent.AMEND, facet="subject", subject=found["topic"], runner_up=said.intent)
