"""A room that is asked for by the name of a meeting which has none, and by no hour: the meeting says when it is.

Inês: roadmap has no room, can you find one
Bot: Change “Roadmap”?  Tue 24 Nov, 10:00 – 11:00, room: Fado           [Change it]
"""

import re
from dataclasses import replace
from typing import Final

from dialogs.asker import Asker
from dialogs.frame import Frame
from dialogs.places import rooming
from dialogs.referents import titled, upcoming, which
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, RoomSaid, TimeConstraint, Understood
from graph.errors import NotAllowed

_ASKING: Final = frozenset((Intent.FIND_ROOM, Intent.SCHEDULE, Intent.OUT_OF_SCOPE, Intent.AMEND))
_WHETHER: Final = re.compile(
    r"\W*(?:is|are|does|do|has|have|which|what|where)\s(?!there\b|any\b|we\b|can\b|could\b)", re.I
)
"""How one begins who only asks."""
_WHICH: Final = re.compile(r"\W*(?:which|what)\s(?:\w+\s){0,3}?rooms?\b.*\sfor\s", re.I)
"""And who asks for the rooms that a meeting could have."""
_TITLED: Final = 2
"""Words of a title that tell it from a purpose: "a room for grad results"; "for interviews" may be any."""


async def of_what_there_is(utterance: str, said: Understood, frame: Frame, asker: Asker) -> Understood:
    """The room as a change of the meeting that is named; `said` where none is, or a time is said. Raises GraphError."""
    if _names_purpose(said, frame):
        return await _of_purpose(said, asker)
    instead = patterns()["room-instead"].fullmatch(utterance)
    if not _may_be_of_one(said, frame, instead=bool(instead)) or _only_asks(utterance):
        return said
    ahead = [event for event in await upcoming.occurrences(asker) if not event.is_cancelled]
    found = titled.find(utterance, ahead)
    if found is None or not (found.is_whole or _is_named(utterance, found)):
        return said
    event = Understood(Intent.UPDATE, said.confidence, subject=found.title, time=TimeConstraint(slots=said.time.slots))
    if said.room and said.room.dropped:
        return Understood(Intent.UPDATE, said.confidence, facet="no_room", event=event, room=said.room)
    if instead:
        called = await _room_called(asker, instead["room"])
    else:
        called = "" if said.room and said.room.is_room and said.room.is_new else await _room_called(asker)
    if instead and not called:
        # "Can we have Tom instead" is about no room.
        return said
    if not (called or said.intent is Intent.FIND_ROOM or _is_wanted(said)):
        return said
    room = replace(said.room or RoomSaid(is_room=True), is_room=True, is_new=not called)
    facet = "location" if called else "room"
    return Understood(Intent.UPDATE, said.confidence, facet=facet, event=event, location=called, room=room)


def _only_asks(utterance: str) -> bool:
    return bool(_WHETHER.match(utterance)) and not _WHICH.match(utterance)


def _names_purpose(said: Understood, frame: Frame) -> bool:
    """ "Book Tejo for the supplier visit", while rooms are offered: there may be no such meeting yet."""
    wish = frame.open_offer.booking.room if frame.open_offer else None
    places = said.intent is Intent.UPDATE and said.facet == "location" and said.event and said.event.subject
    return bool(wish and wish.listed and places)


async def _of_purpose(said: Understood, asker: Asker) -> Understood:
    """What the room at hand is for; `said` where there is a meeting of that name. Raises GraphError."""
    assert said.event is not None
    if which.meant(said.event, await upcoming.occurrences(asker), Frame()):
        return said
    return replace(said, intent=Intent.AMEND, facet="", event=None, subject=said.event.subject, location="")


def _may_be_of_one(said: Understood, frame: Frame, *, instead: bool) -> bool:
    time = said.time
    timed = time.exact or time.clock or time.duration or time.rrule or time.anchor or time.impossible
    alone = not any(each.kind != "me" for each in said.people)
    asks = said.intent in _ASKING and (said.intent in (Intent.FIND_ROOM, Intent.SCHEDULE) or _is_wanted(said))
    return (asks or instead) and alone and not timed and frame.asked is None and said.mail is None


def _is_wanted(said: Understood) -> bool:
    return said.room is not None and (said.room.is_room or said.room.is_new)


def _is_named(utterance: str, found: titled.Titled) -> bool:
    start, end = found.span
    return len(utterance[start:end].split()) >= _TITLED or bool(patterns()["determined"].search(utterance[:start]))


async def _room_called(asker: Asker, name: str = "") -> str:
    """The room of this name, or else the only one that is spoken of; empty where there is none."""
    try:
        rooms = await (rooming.rooms_called([name], asker) if name else rooming.rooms_spoken_of(_asking(asker)))
    except NotAllowed:
        return ""
    return rooms[0].name if len(rooms) == 1 else ""


def _asking(asker: Asker) -> Asker:
    """With the request alone: in "Quandary's projector is dead, put us in Bierstadt" only one room is asked for."""
    found = patterns()["broken-then"].fullmatch(asker.turn.utterance)
    return replace(asker, turn=replace(asker.turn, utterance=found["request"])) if found else asker
