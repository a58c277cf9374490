"""Which of the rooms on the card the words mean, and what the booking is to be called. Pure.

Bot: Fado, 6 seats · floor 2 · Tejo, 12 seats · floor 2 · Belém, 20 seats · floor 0
Inês: which is the biggest?
Bot: Belém is free                                   [Book]
Inês: ok book it and call it Interview prep
Bot: Booked. Interview prep, Belém
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dialogs.decisions import venues
from dialogs.frame import Frame, Offer
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.slots import rooms as slots
from graph.places import Room

_SEVERAL: Final = 2
_SMALL: Final = ("small", "tin")


def told_apart(utterance: str, frame: Frame) -> str:
    """The room's name for "the bigger one", "the one on floor 2", "which is the biggest?"; what fits several is sought.

    Words that do not take it only ask about it, so nothing is booked by them.
    """
    rooms = _rooms(frame.open_offer)
    found = patterns()["room-of-these"].fullmatch(utterance) if len(rooms) >= _SEVERAL else None
    if found is None:
        return utterance
    way = "take {}" if found["take"] else "is {} free then?"
    how = found["how"] or found["ask"]
    if found["how"] and how.lower().endswith("est"):
        # "The smallest one" is taken as it stands.
        return utterance
    if how:
        best = _by_size(how.lower().startswith(_SMALL), rooms)
        return way.format(best.name) if best else utterance
    if named := found["named"]:
        about = [room for room in rooms if room.name.lower() == named.lower()]
        return way.format(about[0].name) if about else utterance
    wanted = found["with"]
    fits = _like(wanted, rooms)
    return way.format(fits[0].name) if len(fits) == 1 else f"a room {wanted}" if fits else utterance


def named_beside(utterance: str, frame: Frame) -> tuple[str, Frame]:
    """ "Take Fado and call it Interview": the words that take a room, and the frame whose booking is called so."""
    offer = frame.open_offer
    found = patterns()["and-call-it"].fullmatch(utterance) if _rooms(offer) else None
    if found is None or offer is None or frame.booking is None:
        return utterance, frame
    subject = found["x"].strip(" \"'“”‘’")
    named = replace(offer, booking=replace(offer.booking, subject=subject))
    return found["pick"], replace(frame.with_offer(named), booking=replace(frame.booking, subject=subject))


def _rooms(offer: Offer | None) -> Sequence[Room]:
    """Each room on the card once; none where it lists no rooms."""
    if offer is None or not (offer.booking.room and offer.booking.room.listed):
        return ()
    return tuple({opening.room.email: opening.room for opening in offer.openings if opening.room}.values())


def _by_size(is_small: bool, rooms: Sequence[Room]) -> Room | None:
    """The smallest or the biggest; None where two are."""
    ends = sorted(rooms, key=lambda room: (room.capacity or 0) * (1 if is_small else -1))
    return None if ends[0].capacity == ends[1].capacity else ends[0]


def _like(words: str, rooms: Sequence[Room]) -> Sequence[Room]:
    """Those on that floor, with those features and that many seats."""
    said = slots.find(f"a room {words}")
    if said is None or not (said.floor is not None or said.features or said.seats):
        return ()
    wish = venues.wished(None, said, words, rooms)
    fits = [room for room in rooms if not venues.misses(room, wish, 0)]
    # "The one with 12 seats" has just as many, where one has.
    return [room for room in fits if said.seats and room.capacity == said.seats] or fits
