"""Find a free room, and book it.

Inês: find a room for 6 tomorrow at 2
Bot: Free rooms, Tue 24 Nov, 14:00 – 14:30
     Fado, 6 seats · floor 2 · Alfama House        [Book]
     Tejo, 12 seats · floor 2 · Alfama House       [Book]
Inês: with a whiteboard, for an hour
Bot: Free rooms, Tue 24 Nov, 14:00 – 15:00
     Tejo, 12 seats · floor 2 · Alfama House       [Book]
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dialogs import remarks
from dialogs.asker import Asker
from dialogs.booking import book, freebusy, offers, questions
from dialogs.cards import booking as booking_cards
from dialogs.cards import rooms as cards
from dialogs.decisions import openings, ranking, stretching, venues
from dialogs.decisions.openings import Calendar, Opening, Standing
from dialogs.frame import Booking, Frame, Offer, RoomWish
from dialogs.people.names import folded
from dialogs.places import rooming
from dialogs.places.rooming import Venue
from dialogs.turn import Reply, Tap
from dialogs.understand.lexicon.late import Late
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, PersonMention, TimeConstraint, Understood
from graph.errors import NotAllowed
from graph.model import Hidden, Schedule, Window
from graph.places import Room

SHOWN = 5
"""Rooms on one card."""
LONGEST_NAME = 6
"""Words. Whoever says no more than that may mean a room by its mere name."""
UNCERTAIN = frozenset(
    (Intent.OUT_OF_SCOPE, Intent.AMEND, Intent.SMALLTALK, Intent.UPDATE, Intent.SELECT, Intent.SCHEDULE)
)
REFUSING = frozenset(
    ("not", "no", "without", "another", "instead", "other", "except", "but", "bigger", "smaller", "is", "why", "about")
)
"""Words that take no room, though its name is said."""
MOVING = frozenset(("move", "change", "shift", "switch", "relocate"))
"""What is done to a meeting that there is; a row of free rooms books a new one."""
GIVING_UP = frozenset(
    ("not", "don", "dont", "won", "wont", "no", "nobody", "never", "without", "cancel", "release", "drop", "remove")
)
"""Words with one of which nobody asks for a room, though its name is said."""
TAKING = frozenset(("take", "choose", "pick", "yes", "ok"))
"""How one begins who takes the only room on the card."""
SIZES: Mapping[str, frozenset[str]] = {
    "smallest": frozenset(("smallest", "tiniest")),
    "largest": frozenset(("largest", "biggest")),
}
_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
_ONE_OF_THEM = Late(
    r"\bthe (?P<which>smallest|tiniest|largest|biggest|first|second|third|fourth|last)(?: (?:one|room))?"
    r"(?: but)?(?= (?:for|from|until|till|at|and|with)\b|,)"
)
_SEVERAL = 2
LOOKED = timedelta(hours=8)
"""How long after a time a room is looked at, to say how long it stays free."""


async def find(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A room was asked for: a list of those that are free, or a meeting that has one. Raises GraphError."""
    others = [mention for mention in said.people if mention.kind != "me"]
    start = Booking(room=RoomWish(listed=not others), online=bool(others), usual=asker.habits.usual_length)
    frame = replace(frame.at_rest(), booking=start)
    if not (said.time.exact or said.time.slots or said.time.impossible or others):
        if not (said.room and said.room.asks):
            return await _ask_when(said, frame, asker)
        said = replace(said, time=replace(said.time, exact=asker.now.replace(second=0, microsecond=0)))
    return await book.amend(said, frame, asker)


def for_another(said: Understood) -> Understood:
    """ "Find us a bigger room" changes that of a meeting; any other request is as it was."""
    timed = said.time.exact or said.time.slots or said.time.impossible
    differs = said.room and (said.room.size or said.room.other)
    if said.intent is not Intent.FIND_ROOM or not differs or timed or said.people:
        return said
    return replace(said, intent=Intent.UPDATE, facet="room")


async def _ask_when(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    booking = replace(frame.booking or Booking(usual=asker.habits.usual_length), duration=said.time.duration)
    booking, _ = await rooming.with_wish(booking, said, frame, asker, rooming.Called())
    return questions.ask_when(asker.reader.say("room-ask-when"), replace(frame, booking=booking), asker)


async def is_free(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply] | None:
    """Whether a room that was called like a person is free; None where no room is called so. Raises GraphError."""
    try:
        names = [mention.text for mention in (*said.people, *said.perhaps)]
        asked = None if names else patterns()["asks-if-free"].match(asker.turn.utterance)
        names += [asked["what"]] if asked else []
        called = await rooming.rooms_called([*names, said.subject] if said.subject else names, asker)
    except NotAllowed:
        return None
    if not called:
        return None
    when = said.time if said.time.exact or said.time.slots else TimeConstraint(exact=asker.now)
    wish = RoomWish(named=tuple(room.email for room in called), listed=True)
    usual = asker.habits.usual_length
    # "Is Tejo free at 10? If so grab it, vendor tasting" tells what it is for.
    about = "" if venues.named(said.subject, called, venues.SURELY) else said.subject
    booking = Booking(duration=said.time.duration, time=when, room=wish, online=False, usual=usual, subject=about)
    return await book.proceed(booking, frame.at_rest(), asker)


async def who_is_in(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply] | None:
    """ "Who's in Tejo at 2?": only whether it is taken can be told; None where no room is called so.

    Raises GraphError.
    """
    try:
        called = await rooming.rooms_spoken_of(asker)
    except NotAllowed:
        return None
    if not called:
        return None
    words = asker.reader.say("rooms-by-whom", room=called[0].name)
    free = await is_free(replace(said, subject=called[0].name, people=(), perhaps=()), frame, asker)
    return remarks.remarked(free, words) if free else None


async def told(mentions: Sequence[PersonMention], asker: Asker) -> Reply | None:
    """What a room is like that was asked about as if it were somebody; None where none is called so.

    Raises GraphError.
    """
    try:
        called = await rooming.rooms_called([mention.text for mention in mentions], asker)
    except NotAllowed:
        return None
    words = ". ".join(f"{room.name}: {cards.described(room, asker.reader)}" for room in called)
    return Reply(text=f"{words}.", dialog="rooms", outcome="told") if called else None


async def wanted_by_name(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply] | None:
    """ "I want Tejo on Thursday from 2": a room and a time and hardly more; None where no room is called so.

    Raises GraphError.
    """
    if not (said.time.exact or said.time.slots) or said.people or said.intent not in UNCERTAIN:
        return None
    if GIVING_UP & set(folded(asker.turn.utterance).split()):
        # "We won't need Tejo on Thursday" wants it no more.
        return None
    try:
        called = await rooming.rooms_spoken_of(asker) or await rooming.rooms_called([said.subject], asker)
    except NotAllowed:
        return None
    return await find(replace(said, location=called[0].name), frame, asker) if called else None


async def offer(frame: Frame, booking: Booking, asker: Asker, *, note: str = "") -> tuple[Frame, Reply]:
    """The rooms that suit, each with the time at which it can be had; else what is nearest. Raises GraphError."""
    now, reader = asker.now, asker.reader
    exact = Window.of(booking.time.exact, booking.length) if booking.time.exact else None
    slots = (exact,) if exact else stretching.searched(booking.time, now, booking.length, asker.hours)
    slots = tuple(slot for slot in slots if slot.end > now)
    if not slots:
        return frame, Reply(text=reader.say("no-working-hours"), dialog="rooms", outcome="nothing")
    span = Window(min(slot.start for slot in slots), max(slot.end for slot in slots) + LOOKED)
    venue = await rooming.venue(booking, span, asker)
    assert venue is not None
    mine = await freebusy.calendars_if_visible(booking, span, asker)
    found = _found(venue, booking, slots, mine, asker)
    if SIZES["largest"] & set(folded(asker.turn.utterance).split()):
        found = tuple(sorted(found, key=lambda each: -(each.room.capacity or 0) if each.room else 0))
    if not found:
        note = f"{note} {rooming.taken(booking, exact, venue, asker)}".strip()
        found = _nearest(venue, booking, slots, mine, asker)
    if not found:
        text = f"{note} {reader.say('room-none-near')}"
        return frame, Reply(text=text, dialog="rooms", outcome="nothing")
    if all(opening.worst >= Standing.BUSY for opening in found):
        note = f"{note} {reader.say('room-you-busy')}".strip()
    return _card(found, frame, booking, venue, asker, note=note)


def _found(
    venue: Venue, booking: Booking, slots: Sequence[Window], mine: Sequence[Calendar], asker: Asker
) -> tuple[Opening, ...]:
    """Each room that suits, the first time at which it is free; one that was called by name, each such time.

    Those of other offices only where none of one's own is free, or such a one was asked for.
    """
    if booking.time.exact:
        asked = openings.opening_at(slots[0], mine)
        found = tuple(replace(asked, room=room) for room in venue.all_at(asked.window)[:SHOWN])
        return _at_hand(found, booking, asker)
    alone = len(venue.suiting) == 1
    each = (
        replace(opening, room=room)
        for room, schedule in venue.suiting
        for opening in ranking.rank(
            mine,
            slots,
            booking.length,
            asker.now,
            limit=SHOWN - 1 if alone else 1,
            possible=lambda window, schedule=schedule: rooming.is_free(schedule, window),  # type: ignore[misc]  # its type is that of the parameter
        )
    )
    return _at_hand(tuple(each)[:SHOWN], booking, asker)


def _at_hand(found: tuple[Opening, ...], booking: Booking, asker: Asker) -> tuple[Opening, ...]:
    """Those in an office of whoever comes; all of them where none is, or it was said where or which one."""
    wish = booking.room or RoomWish()
    if wish.named or wish.buildings:
        return found
    offices = [asker.me.office, *(guest.person.office for guest in booking.guests)]
    near = venues.at_hand([opening.room for opening in found if opening.room], offices)
    return tuple(opening for opening in found if opening.room in near)


def _nearest(
    venue: Venue,
    booking: Booking,
    slots: Sequence[Window],
    mine: Sequence[Calendar],
    asker: Asker,
) -> tuple[Opening, ...]:
    """Rooms that lack something, at that time; and rooms that suit, at the times after it."""
    if booking.time.exact is None:
        others = replace(booking, room=replace(booking.room or RoomWish(), named=()))
        return _found(Venue(venue.others), others, slots, mine, asker)
    exact = slots[0]
    asked = openings.opening_at(exact, mine)
    others_then = [replace(asked, room=room) for room in venue.instead(exact)[:3]]
    later = _later(exact, asker)
    times = ranking.rank(
        mine, later, booking.length, asker.now, near=exact.start, limit=2, possible=venue.has_room, spare_lunch=False
    )
    return (*others_then, *(venue.placed(opening) for opening in times))


def _later(exact: Window, asker: Asker) -> tuple[Window, ...]:
    """The hours after a time, within which others are looked for."""
    return openings.working_windows(asker.hours, Window(exact.start, exact.end + LOOKED))


def _card(
    found: tuple[Opening, ...], frame: Frame, booking: Booking, venue: Venue, asker: Asker, *, note: str
) -> tuple[Frame, Reply]:
    reader, ident = asker.reader, asker.card_id
    offered = Offer(ident, booking, found)
    asked = offers.asked_of(offered, None, asker)
    if booking.location:
        # Another room was asked for than any of these.
        asked = replace(asked, yes=None)
    frame = replace(frame, booking=booking, asked=asked).with_offer(offered)
    wish = booking.room or RoomWish()
    schedules = {room.email: schedule for room, schedule in (*venue.suiting, *venue.others)}
    rows = [
        cards.Row(
            opening.room,
            opening.window,
            venues.misses(opening.room, wish, rooming.people_of(booking)),
            booking_cards.pick_data(ident, number, opening, None),
            _until(schedules[opening.room.email], opening.window, asker),
        )
        for number, opening in enumerate(found)
        if opening.room
    ]
    title = _whether(found, booking, venue, asker) or _title(found, booking, asker)
    about = _about(found, booking, asker)
    card = cards.free(rows, asker.id, reader, title=title, about=about, note=note)
    return frame, Reply(card=card, dialog="rooms", outcome="proposed")


def _whether(found: Sequence[Opening], booking: Booking, venue: Venue, asker: Asker) -> str:
    """Yes or no, where it was asked whether a room is free at a time, or taken; empty to anything else."""
    asked = patterns()["asks-if-free"].match(asker.turn.utterance)
    called = booking.room.named if booking.room else ()
    if asked is None or booking.time.exact is None or len(called) != 1:
        return ""
    known = [room for room, _ in (*venue.suiting, *venue.others) if room.email in called]
    is_free = any(
        opening.room and opening.room.email in called and opening.window.start == booking.time.exact
        for opening in found
    )
    if not known:
        return ""
    told = ("room-free-yes", "room-taken-no") if asked["free"] else ("room-free-no", "room-taken-yes")
    return asker.reader.say(told[0] if is_free else told[1], room=known[0].name)


def _title(found: Sequence[Opening], booking: Booking, asker: Asker) -> str:
    called = booking.room.named if booking.room else ()
    rooms = list(dict.fromkeys(opening.room.name for opening in found if opening.room))
    if len(rooms) == 1 and all(opening.room.email in called for opening in found if opening.room):
        if all(opening.window.start == booking.time.exact for opening in found):
            return asker.reader.say("room-is-free", room=rooms[0])
        return asker.reader.say("room-when-free", room=rooms[0])
    return asker.reader.say("rooms-free")


def _about(found: Sequence[Opening], booking: Booking, asker: Asker) -> str:
    windows = {opening.window for opening in found}
    reader, seats = asker.reader, booking.room.seats if booking.room else 0
    when = reader.moment(found[0].window) if len(windows) == 1 else reader.duration(booking.length)
    if seats:
        return reader.say("rooms-about-for", when=when, count=seats, city=reader.city())
    return reader.say("rooms-about", when=when, city=reader.city())


def _until(schedule: Schedule | Hidden, window: Window, asker: Asker) -> str:
    """How long a room stays free after that; empty where that is for hours."""
    if isinstance(schedule, Hidden):
        return ""
    following: list[datetime] = [busy.window.start for busy in schedule.busy if busy.window.start >= window.end]
    if not following or min(following) - window.end > LOOKED:
        return ""
    return asker.reader.say("room-free-until", time=asker.reader.clock(min(following)))


async def amends(said: Understood, booking: Booking, asker: Asker) -> bool:
    """Whether the words say of the booking at hand what room it is to have, and nothing of another one.

    Raises GraphError.
    """
    more = said.intent is Intent.NAVIGATE and not (said.room and said.room.is_room)
    return not more and _is_about_this(said) and (_is_of_room(said, booking.room) or await _is_called(said, asker))


async def changes(said: Understood, frame: Frame, asker: Asker) -> bool:
    """The same of the change at hand. Raises GraphError."""
    if frame.open_change is None or not _is_about_this(said):
        return False
    wish, venue = frame.open_change.wish, frame.open_change.wish.venue
    if said.intent is Intent.NAVIGATE and wish.moves:
        return False
    return _is_of_room(said, venue) or (venue is not None and await _is_called(said, asker))


def _is_about_this(said: Understood) -> bool:
    time = said.time
    is_clear = said.certain and said.intent is not Intent.NAVIGATE
    return not (said.event or is_clear or said.people or time.exact or time.slots)


def _is_of_room(said: Understood, wish: RoomWish | None) -> bool:
    """Whether a room is spoken of; what one may have is enough where one is wished for already."""
    room = said.room
    more = room and (room.seats or room.features or room.size or room.other or room.floor is not None)
    return bool(room and (room.is_room or (wish and more)))


async def _is_called(said: Understood, asker: Asker) -> bool:
    """Whether hardly more than the name of a room is said."""
    if len(asker.turn.utterance.split()) > LONGEST_NAME or said.intent not in UNCERTAIN:
        return False
    try:
        return bool(await rooming.rooms_spoken_of(asker))
    except NotAllowed:
        return False


def picked(said: Understood, frame: Frame, asker: Asker, *, topic: str = "") -> Tap | None:
    """The button of the one row whose room the words take by name: "take Havel"; `topic` is what stands behind that."""
    offered = frame.open_offer
    words = folded(asker.turn.utterance.partition(topic)[0] if topic else asker.turn.utterance).split()
    elsewhen = said.time.exact or said.time.slots or said.shift
    if offered is None or elsewhen or len(words) > LONGEST_NAME or (REFUSING | MOVING) & set(words):
        return None
    if said.time.duration not in (None, offered.booking.length):
        # "Havel for an hour" is not what the row offers.
        return None
    rooms = [opening.room for opening in offered.openings]
    fits = {room.email for room in venues.spoken_of(asker.turn.utterance, [room for room in rooms if room])}
    rows = [number for number, room in enumerate(rooms) if room and room.email in fits]
    if not rows and (sized := _by_size(words, [room for room in rooms if room])):
        rows = [number for number, room in enumerate(rooms) if room == sized]
    taken = len(rows) == 1 and (len(rooms) > 1 or words[0] in TAKING)
    return offers.taps(offered)[rows[0]] if taken else None


def by_its_name(utterance: str, frame: Frame) -> str:
    """ "Book the smallest one for an hour", of the rooms on the card, with the name of that room."""
    offered = frame.open_offer
    lists_rooms = offered and offered.booking.room and offered.booking.room.listed
    found = _ONE_OF_THEM.search(utterance) if lists_rooms else None
    if found is None or offered is None:
        return utterance
    rooms = [opening.room for opening in offered.openings if opening.room]
    which = found["which"].lower()
    place = _PLACES.get(which)
    room = _by_size([which], rooms) if place is None else rooms[place] if -len(rooms) <= place < len(rooms) else None
    return f"{utterance[: found.start()]}{room.name}{utterance[found.end() :]}" if room else utterance


def _by_size(words: Sequence[str], offered: Sequence[Room]) -> Room | None:
    """The one of these that "the smallest one" or "the biggest" is; None where neither is said, or two are so."""
    ends = [end for end, names in SIZES.items() if names & set(words)]
    seats = sorted(room.capacity or 0 for room in offered)
    if len(ends) != 1 or len(seats) < _SEVERAL:
        return None
    wanted = seats[-1] if ends[0] == "largest" else seats[0]
    fits = [room for room in offered if (room.capacity or 0) == wanted]
    return fits[0] if len(fits) == 1 else None


def for_new(said: Understood, event: Understood) -> Understood:
    """The request for a room for an event that does not exist yet: "a room for the workshop on Friday at 2"."""
    time = event.time if event.time.exact or event.time.slots else said.time
    return replace(
        said, intent=Intent.FIND_ROOM, event=None, facet="", time=time, when=event.when, subject=event.subject
    )
