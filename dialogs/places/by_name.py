"""A room that is called by its mere name, for what is being booked or for the meeting at hand.

Inês: half an hour with Alex on Friday at 2
Bot: 30 min · Alex Moreau … Fri 27 Nov, 14:00 – 14:30       [Book]
Inês: is Fado free then?
Bot: 30 min · Alex Moreau … Fri 27 Nov, 14:00 – 14:30 Fado  [Book]
"""

from collections.abc import Mapping
from dataclasses import replace

from dialogs.asker import Asker
from dialogs.booking import book
from dialogs.changing import change
from dialogs.decisions import venues
from dialogs.frame import Frame
from dialogs.places.rooms import UNCERTAIN
from dialogs.turn import Reply
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Understood
from graph import places
from graph.errors import NotAllowed

_OPEN = UNCERTAIN | {Intent.NAVIGATE}
"""What a bare name may be taken for: "no, Fado" of one that turns another down."""


async def wished(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply] | None:
    """The card with that room, where it is free then; None where no room is called so, or another time is said.

    Raises GraphError.
    """
    found = _told(said, frame, asker.turn.utterance)
    if found is None:
        return None
    name = next(said_so for part, said_so in found.items() if said_so and part != "then")
    try:
        called = venues.named(name, await places.list_rooms(asker.graph), venues.SURELY)
    except NotAllowed:
        return None
    if len(called) != 1:
        return None
    meant = Understood(Intent.AMEND, 1.0, location=called[0].name)
    if frame.booking:
        return await book.amend(meant, frame, asker)
    return await change.change(replace(meant, intent=Intent.UPDATE, facet="location"), frame, asker)


def may_be(said: Understood, frame: Frame, utterance: str) -> bool:
    """Whether what sounds like a remark may name a room, which the directory has to say."""
    return said.intent is Intent.SMALLTALK and _told(said, frame, utterance) is not None


def _told(said: Understood, frame: Frame, utterance: str) -> Mapping[str, str | None] | None:
    words = patterns()
    found = words["room-at-hand"].fullmatch(utterance)
    if found is None and said.intent in _OPEN:
        found = words["room-alone"].fullmatch(utterance)
    if found is None or said.when or not _is_at_hand(found.groupdict(), frame):
        return None
    return found.groupdict()


def _is_at_hand(told: Mapping[str, str | None], frame: Frame) -> bool:
    """Whether there is a time at which the room may be wanted; a list of rooms has names of its own."""
    booking = frame.booking
    if booking:
        lists = booking.room is not None and booking.room.listed
        return not (booking.is_inquiry or lists) and frame.open_offer is not None
    if frame.open_change:
        return True
    # "Is Fado free?" may be about now, once nothing is open any more.
    return len(frame.listed) == 1 and "alone" not in told and bool(told["then"] or not (told["room"] or told["room_"]))
