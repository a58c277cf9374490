"""Rooms for a booking: which the words mean, and which of them are free when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dialogs.asker import Asker
from dialogs.decisions import openings, venues
from dialogs.decisions.openings import Calendar, Opening, Standing
from dialogs.frame import Booking, Frame, Guest, RoomWish, Unresolved, Wish
from dialogs.people.names import folded
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.slots import rooms as said_of_rooms
from dialogs.understand.understood import Intent, Role, Understood
from graph import availability, events, places
from graph.errors import NotAllowed
from graph.model import Event, Hidden, Person, Response, Schedule, Window
from graph.places import Room

ASKED = 40
"""Rooms whose time is looked at: as many as two questions to Graph hold."""
OTHERS = 10
"""Rooms that lack something of what was wished, looked at beside them."""
_BOOKS_ONE = re.compile(r"\b(?i:book|reserve|grab|hold)\s+(?:(?i:the)\s+)?[A-ZÀ-Þ]")
PLACED = re.compile(r"(?i)\b(?:in|at)\s+(?:the\s+)?[^\W\d_]{2}")


@dataclass(frozen=True)
class Venue:
    """Rooms with their time, the best first. `others` lack something of what was wished."""

    suiting: tuple[tuple[Room, Schedule | Hidden], ...]
    others: tuple[tuple[Room, Schedule | Hidden], ...] = ()

    def at(self, window: Window) -> Room | None:
        """The best one that is free then; None where none is."""
        return next(iter(self.all_at(window)), None)

    def at_all(self, windows: Sequence[Window]) -> Room | None:
        """The best one that is free at each of these times."""
        free = (room for room, schedule in self.suiting if all(is_free(schedule, window) for window in windows))
        return next(free, None)

    def all_at(self, window: Window) -> tuple[Room, ...]:
        """All that are free then."""
        return tuple(room for room, schedule in self.suiting if is_free(schedule, window))

    def instead(self, window: Window) -> tuple[Room, ...]:
        """Those of the others that are free then."""
        return tuple(room for room, schedule in self.others if is_free(schedule, window))

    def has_room(self, window: Window) -> bool:
        """Whether one that suits is free then."""
        return any(is_free(schedule, window) for _, schedule in self.suiting)

    def placed(self, opening: Opening) -> Opening:
        """With the best room that is free then."""
        return replace(opening, room=self.at(opening.window))


def is_free(schedule: Schedule | Hidden, window: Window) -> bool:
    """A room is free where nothing at all holds it; a calendar that we cannot see does not say so."""
    return not isinstance(schedule, Hidden) and openings.standing_at(
        Calendar("", replace(schedule, hours=None)), window
    ) in (Standing.FREE, Standing.ELSEWHERE)


def people_of(booking: Booking) -> int:
    """How many seats are needed at least."""
    return len(booking.guests) + 1 if booking.guests else 0


async def venue(booking: Booking, span: Window, asker: Asker, *, instead_of: Sequence[Room] = ()) -> Venue | None:
    """The rooms for a booking with their time in `span`; None where it wants no room. Raises GraphError.

    `instead_of` are those that it has, near which another one is best.
    """
    wish = booking.room
    if wish is None:
        return None
    rooms = await places.list_rooms(asker.graph)
    people, offices = people_of(booking), [asker.me.office, *(guest.person.office for guest in booking.guests)]
    offices += [place for room in instead_of for place in (room.building, room.city)] * (people or 1)
    suiting = venues.suiting(rooms, wish, people, offices)[:ASKED]
    others = venues.nearly(rooms, wish, people, offices)[:OTHERS]
    emails = [room.email for room in (*suiting, *others)]
    if not emails:
        return Venue(())
    schedules = await availability.get_schedule(asker.graph, emails, span, asker.zone)
    return Venue(
        tuple((room, schedules[room.email]) for room in suiting),
        tuple((room, schedules[room.email]) for room in others),
    )


async def is_taken(room: Room, window: Window, asker: Asker) -> bool:
    """Whether somebody has got the room meanwhile. Raises GraphError."""
    try:
        schedules = await availability.get_schedule(asker.graph, [room.email], window, asker.zone)
    except NotAllowed:
        return False
    schedule = schedules[room.email]
    return not isinstance(schedule, Hidden) and not is_free(schedule, window)


@dataclass(frozen=True)
class Called:
    """Rooms that were called like people: "with Tom and Tejo", "not Tejo"."""

    wanted: tuple[Room, ...] = ()
    refused: tuple[Room, ...] = ()


async def told_apart(unresolved: Sequence[Unresolved], asker: Asker) -> tuple[tuple[Unresolved, ...], Called]:
    """Who is still not known, and which of the names are those of rooms. Raises GraphError."""
    if all(each.ambiguous for each in unresolved):
        return tuple(unresolved), Called()
    try:
        rooms = await places.list_rooms(asker.graph)
    except NotAllowed:
        return tuple(unresolved), Called()
    alike = {each.said: venues.named(each.said, rooms, venues.SURELY) for each in unresolved if not each.ambiguous}
    out = [each.said for each in unresolved if each.role is Role.WITHOUT]
    wanted = tuple(room for name, found in alike.items() if name not in out for room in found)
    refused = tuple(room for name, found in alike.items() if name in out for room in found)
    return tuple(each for each in unresolved if not alike.get(each.said)), Called(wanted, refused)


async def with_wish(
    booking: Booking, said: Understood, frame: Frame, asker: Asker, by_name: Called
) -> tuple[Booking, str]:
    """The booking with what was said of a room, and a word on a room that is not known. Raises GraphError."""
    if booking.room and _gives_up(said):
        return replace(booking, room=None), ""
    if not (by_name.wanted or by_name.refused or _concerns(said, booking, asker.turn.utterance)):
        return booking, ""
    speaks_of_room = booking.room is not None or is_wanted(said)
    try:
        rooms = await places.list_rooms(asker.graph)
    except NotAllowed:
        if speaks_of_room:
            raise
        return booking, ""
    called = () if by_name.refused else by_name.wanted or called_in(said, rooms, asker.turn.utterance)
    refused = by_name.refused or venues.refused_in(asker.turn.utterance, rooms)
    called = tuple(room for room in called if room not in refused)
    if not (called or speaks_of_room):
        return booking, ""
    wish = venues.wished(booking.room, said.room, asker.turn.utterance, rooms)
    if refused and not called:
        wish = venues.turned_down(wish, refused)
    elif called:
        wish = replace(wish, named=tuple(room.email for room in called), passed=())
    elif said.room and (said.room.other or said.room.size):
        wish = venues.turned_down(wish, _shown(frame), said.room.size)
    elif said.room and said.room.is_new:
        wish = replace(wish, named=())
    taken = booking.subject.split(maxsplit=1)[-1] if _takes(booking.subject) else booking.subject
    is_subject = bool(called and taken and venues.named(taken, called, venues.SURELY))
    unknown = unknown_in(said, called, wish)
    is_subject = is_subject or bool(unknown and unknown in folded(booking.subject))
    # What was said is where it is, and not what it is about: that stays.
    before = frame.booking.subject if frame.booking and not venues.named(frame.booking.subject, called) else ""
    subject = before or ("" if venues.named(said.purpose, called, venues.SURELY) else said.purpose)
    titled = booking.subject or (said.purpose if called else "")
    booking = replace(booking, room=wish, subject=subject if is_subject else titled)
    booking = replace(booking, subject=venues.without_place(booking.subject, called))
    if unknown and not is_wanted(said):
        return replace(booking, room=None, location=unknown), ""
    if unknown:
        return replace(booking, location=unknown), asker.reader.say("room-unknown", said=unknown)
    untold = asker.reader.names(venues.untold(said.room, rooms))
    return replace(booking, location=""), asker.reader.say("room-untold", what=untold) if untold else ""


async def rooms_called(names: Sequence[str], asker: Asker) -> tuple[Room, ...]:
    """The rooms with one of these names. Raises GraphError."""
    rooms = await places.list_rooms(asker.graph)
    return tuple(room for name in names for room in venues.named(name, rooms))


async def rooms_spoken_of(asker: Asker) -> tuple[Room, ...]:
    """The rooms whose names stand in what was said. Raises GraphError."""
    return venues.spoken_of(asker.turn.utterance, await places.list_rooms(asker.graph))


def is_wanted(said: Understood) -> bool:
    """Whether the words ask for a room, and do not merely have one in their subject."""
    if said.room is None or said.room.dropped:
        return False
    in_subject = "room" in said.subject.lower() and not said.location and said.intent is not Intent.FIND_ROOM
    return said.intent is Intent.FIND_ROOM or (said.room.is_room and not in_subject)


def called_in(said: Understood, rooms: Sequence[Room], utterance: str) -> tuple[Room, ...]:
    """The rooms that the words call by name: as a place, as what is booked, or anywhere that a room may stand."""
    if said.location and (found := venues.named(said.location, rooms)):
        return found
    if found := venues.spoken_of(utterance, rooms):
        return found
    if found := venues.named(venues.name_in(said.subject, said.intent), rooms):
        return found
    for name in (said_of_rooms.booked_beside(utterance), *said_of_rooms.named_last(utterance)):
        if found := venues.named(name, rooms, venues.SURELY):
            return found
    if said.intent is Intent.SCHEDULE:
        behind_verb = said_of_rooms.booked(utterance)
        if said.people or said.perhaps:
            return venues.named(behind_verb, rooms, venues.SURELY) if _is_alone(said, utterance) else ()
        found = venues.named(said.subject or behind_verb, rooms, venues.SURELY)
        # "Mornings for drawing" are not for the Drawing Board.
        return found if behind_verb else tuple(room for room in found if venues.is_mostly(said.subject, room))
    return ()


def unknown_in(said: Understood, called: Sequence[Room], wish: RoomWish) -> str:
    """What was said as a place and is none of the rooms, floors and buildings that are known."""
    is_floor = said.room is not None and said.room.floor is not None
    if called or is_floor or wish.buildings:
        return ""
    return said.location if not venues.is_plain(said.location) else venues.name_in(said.subject, said.intent)


def _gives_up(said: Understood) -> bool:
    room = said.room
    return bool(room and room.dropped) or (said.online is True and not (room and room.is_room))


def _concerns(said: Understood, booking: Booking, utterance: str) -> bool:
    """Whether the words can be about a room at all, so that the directory is worth asking."""
    bare = not (said.time.exact or said.time.slots or said.people) and said.intent is not Intent.SCHEDULE
    # "Book the Azulejo for Monday with Priya" books a room, too.
    one = _is_alone(said, utterance) or _BOOKS_ONE.search(utterance) is not None
    solo = said.intent is Intent.SCHEDULE and (not said.people or one)
    beside = said_of_rooms.booked_beside(utterance) or said_of_rooms.named_last(utterance)
    placed = bool(said.location) or _names_a_place(said, utterance) or bool(beside)
    # To a list of rooms, "take Fado at 4" says which, and when besides.
    at_hand = booking.room is not None and (bare or said.room is not None or booking.room.listed)
    return is_wanted(said) or placed or solo or at_hand


def _is_alone(said: Understood, utterance: str) -> bool:
    """ "Book Tejo at 3 and invite Tom": one word is booked, and is all that it would be called."""
    behind_verb = said_of_rooms.booked(utterance)
    return bool(behind_verb) and folded(said.subject) == folded(behind_verb)


def _takes(subject: str) -> bool:
    """Whether what is left for a title begins as one takes a room: "take Fado"."""
    return folded(subject).partition(" ")[0] in said_of_rooms.words("taking")


def _names_a_place(said: Understood, utterance: str) -> bool:
    """Whether something stands behind "in" or "at" that is no time, or is wanted if it is free."""
    if patterns()["there-if-free"].search(utterance):
        return True
    for when in said.when:
        utterance = utterance.replace(when.text, " ")
    return bool(PLACED.search(utterance))


def _shown(frame: Frame) -> tuple[Room, ...]:
    """The rooms of the card that is open."""
    offer = frame.open_offer
    return tuple(opening.room for opening in offer.openings if opening.room) if offer else ()


async def answer_of(room: Room, event_id: str, asker: Asker) -> Response:
    """What the room said to its invitation. Raises GraphError."""
    event = await events.get_event(asker.graph, event_id, asker.zone)
    mine = (each.response for each in event.attendees if each.email.lower() == room.email.lower())
    return next(mine, Response.NONE)


def taken(booking: Booking, window: Window | None, venue: Venue, asker: Asker) -> str:
    """That no room that was wished for is free, at a time or in the stretch."""
    reader = asker.reader
    when = reader.moment(window) if window else ""
    if booking.room and booking.room.named and venue.suiting:
        names = reader.names([room.name for room, _ in venue.suiting])
        return reader.say("room-taken", room=names, time=when) if when else reader.say("room-taken-all", room=names)
    if not venue.suiting:
        return reader.say("room-none-suits")
    return reader.say("room-none-free", time=when) if when else reader.say("room-none-free-all")


async def of_change(wish: Wish, said: Understood, by_name: Called, before: Wish | None, asker: Asker) -> Wish:
    """What is wished of an event's room beside the rest; a place that is a room becomes one. Raises GraphError.

    `before` is the wish of the card that is open, where this is about it.
    """
    room = said.room
    if said.facet == "no_room" and wish.location and not await rooms_called([wish.location], asker):
        # "We don't need Tom" gives no room back.
        return replace(wish, location="")
    if by_name.refused and (others := await _spoken_of_besides(by_name.refused, asker)):
        by_name = Called(others)
    elif by_name.refused and before and before.venue:
        # "Not in Tejo", of the room that the card gives it.
        return replace(wish, venue=venues.turned_down(before.venue, by_name.refused), location="")
    gone = by_name.refused and not by_name.wanted
    if gone or said.facet == "no_room" or (room and room.dropped):
        return replace(wish, is_roomless=True, location="")
    speaks = said.facet == "room" or (room is not None and room.is_room and not wish.subject and not wish.text)
    later = before is not None and before.venue is not None
    if not (speaks or later or wish.location or by_name.wanted):
        return wish
    try:
        rooms = await places.list_rooms(asker.graph)
    except NotAllowed:
        if speaks:
            raise
        return wish
    called = by_name.wanted or (venues.named(wish.location, rooms) if wish.location else ())
    called = called or (venues.spoken_of(asker.turn.utterance, rooms) if later or speaks else ())
    is_any_room = room is not None and room.is_room and room.is_new
    is_place = bool(wish.location) and not (is_any_room or venues.is_plain(wish.location))
    if not called and (is_place or not (speaks or room)):
        return wish
    wished = venues.wished(before.venue if before else None, room, asker.turn.utterance, rooms)
    refused = venues.refused_in(asker.turn.utterance, rooms)
    called = tuple(each for each in called if each not in refused)
    wished = venues.turned_down(wished, refused) if refused else wished
    shown = (before.room,) if before and before.room else ()
    if called:
        wished = replace(wished, named=tuple(each.email for each in called), passed=())
    elif shown and room and (room.other or room.size):
        wished = venues.turned_down(wished, shown, room.size)
    elif room:
        wished = replace(wished, size=room.size)
    return replace(wish, venue=wished, location="", marks=tuple(mark for mark in wish.marks if mark != "in_person"))


async def _spoken_of_besides(refused: Sequence[Room], asker: Asker) -> tuple[Room, ...]:
    """ "In Fado, not in Tejo"."""
    return tuple(room for room in await rooms_spoken_of(asker) if room not in refused)


async def found_for(event: Event, wish: Wish, asker: Asker, window: Window) -> tuple[Wish, str]:
    """The wish with the best room that is free in `window`, when the event is to be, and a word where it is not wished.

    No room: none is free. Raises GraphError.
    """
    assert wish.venue is not None
    own = await _own_rooms(event, asker)
    other = wish.venue if wish.venue.named else venues.turned_down(wish.venue, own, wish.venue.size)
    booking = Booking(guests=_people(event, asker), room=other)
    found = await venue(booking, window, asker, instead_of=own)
    assert found is not None
    found = replace(
        found, suiting=tuple(_as_its_own(event, *each) if each[0] in own else each for each in found.suiting)
    )
    if room := found.at(window):
        return replace(wish, room=room), ""
    others = found.instead(window)
    return replace(wish, room=others[0] if others else None), taken(booking, window, found, asker)


def _as_its_own(event: Event, room: Room, schedule: Schedule | Hidden) -> tuple[Room, Schedule | Hidden]:
    """What holds a room is no hindrance to itself."""
    return room, openings.without(event, schedule)


async def found_for_each(found: Sequence[Event], wish: Wish, asker: Asker) -> tuple[Wish, tuple[Event, ...]]:
    """The wish with the best room that is free for all of these events, else those for which it is not.

    Raises GraphError.
    """
    span = Window(min(event.start for event in found), max(event.end for event in found))
    rooms = await venue(Booking(guests=_people(found[0], asker), room=wish.venue), span, asker)
    if rooms is None or not rooms.suiting:
        return wish, ()
    room, schedule = rooms.suiting[0]
    taken = tuple(event for event in found if not (is_free(schedule, event.window) or has_room(event, room)))
    free = rooms.at_all([event.window for event in found]) if taken else room
    return replace(wish, room=free), taken


def has_room(event: Event, room: Room) -> bool:
    """Whether it is in that room already."""
    return any(each.email.lower() == room.email.lower() for each in event.attendees)


async def free_instead(event: Event, window: Window, asker: Asker) -> tuple[Room, ...]:
    """Rooms that are free when the event is to be, but for its own, the best first. Raises GraphError."""
    own = await _own_rooms(event, asker)
    wish = venues.turned_down(RoomWish(), own)
    found = await venue(Booking(guests=_people(event, asker), room=wish), window, asker, instead_of=own)
    return found.all_at(window) if found else ()


async def _own_rooms(event: Event, asker: Asker) -> list[Room]:
    emails = {each.email.lower() for each in event.attendees if each.kind == "resource"}
    return [room for room in await places.list_rooms(asker.graph) if room.email.lower() in emails]


def _people(event: Event, asker: Asker) -> tuple[Guest, ...]:
    mine = asker.me.email.lower()
    people = [each for each in event.attendees if each.kind != "resource" and each.email.lower() != mine]
    return tuple(Guest(Person(each.name, each.email)) for each in people)
