"""Words that say what a meeting is about, said to a card with times or rooms: "culvert drawings". Pure.

They stand alone, or behind what takes one of those: "Taff then, mock drill".
"""

from dataclasses import replace
from typing import Final

from dialogs.frame import Booking, Frame
from dialogs.turn import Tap
from dialogs.understand import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.slots import untitled
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


def taken_for_name(booking: Booking, said: Understood, context: Context) -> Booking:
    """The booking called by the one "name" that nobody has, and that is written as a topic: "with Ana, fee letter"."""
    unclear = [each for each in booking.unresolved if not (each.ambiguous or each.candidates)]
    is_alone = not (booking.guests or any(each.kind == "me" for each in said.people))
    if booking.subject or is_alone or len(unclear) != 1 or unclear[0].kind != "person":
        return booking
    words = unclear[0].said
    others = tuple(each for each in said.people if each.text != words)
    if not untitled.may_be(words, replace(said, people=others), context):
        return booking
    return replace(booking, subject=words, unresolved=tuple(each for each in booking.unresolved if each != unclear[0]))


def of_pick(utterance: str, said: Understood, frame: Frame, context: Context) -> str:
    """What it is about, beside words that may take one of the rows on offer; empty where that is known or not said."""
    offer = frame.open_offer
    return "" if offer is None or offer.booking.subject else untitled.beside_pick(utterance, said, context)


def called(topic: str, tap: Tap, frame: Frame) -> Frame:
    """The frame whose offer is called by the topic, where `tap` takes one of its rows."""
    offer = frame.open_offer
    if not topic or offer is None or tap.verb != "book":
        return frame
    return frame.with_offer(replace(offer, booking=replace(offer.booking, subject=topic)))
