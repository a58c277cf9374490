"""Book an event, with other people or alone.

Ana: 30 minutes with Alex and Priya on Thursday afternoon about the Q3 budget
Bot: Times for “Q3 budget”, 30 min · Alex Rivera and Priya Nair
     Thu 26 Nov 14:00 – 14:30, everyone is free      [Book]
     Thu 26 Nov 16:00 – 16:30, Alex tentative        [Book]
Ana: [Book]
Bot: Booked. Two invitations sent.                   [Join] [Undo]
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dialogs import attendees, offering, openings
from dialogs.asker import Asker
from dialogs.cards import booking as cards
from dialogs.cards import notices
from dialogs.cards import people as people_cards
from dialogs.frame import Booking, Frame, Guest, Offer
from dialogs.openings import Calendar, Opening, Standing
from dialogs.turn import Json, Reply
from dialogs.understand.understood import Question, Role, TimeConstraint, Understood
from graph import events
from graph.errors import NotFound
from graph.model import Event, NewEvent, Person

FARTHEST = timedelta(days=62)
"""Graph's own limit for free/busy time in one question."""
GRACE = timedelta(minutes=1)


async def book(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A new request to book: whom, how long, when, about what. Raises GraphError."""
    if said.time.rrule:
        return frame, Reply(text=asker.reader.say("cant-recurring"), dialog="book", outcome="cannot")
    return await amend(said, replace(frame.without_open_offers(), booking=Booking()), asker)


async def amend(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Whatever was said is put into the booking at hand, and times are proposed anew. Raises GraphError."""
    before = frame.booking or Booking()
    guests, unresolved = await attendees.resolve(said.people, asker, just_named(frame))
    booking = amended(before, said, guests, asker.now)
    booking = replace(booking, unresolved=(*before.unresolved, *unresolved))
    frame = replace(frame.without_open_offers(), booking=booking)
    return await proceed(frame, asker, note=clock_change(said, asker))


async def proceed(frame: Frame, asker: Asker, *, note: str = "") -> tuple[Frame, Reply]:
    """Ask for what is missing, or propose times. Raises GraphError."""
    booking = frame.booking or Booking()
    if booking.unresolved:
        return _ask_who(frame, booking, asker)
    if problem := unusable(booking, asker):
        return replace(frame, question=Question("time")), Reply(text=problem, dialog="book", outcome="asked")
    return await offering.propose(replace(frame, question=None), booking, asker, note=note)


def amended(booking: Booking, said: Understood, guests: Sequence[Guest], now: datetime) -> Booking:
    """The booking with everything new in it; a later value replaces an earlier one."""
    dropped = {guest.person.email for guest in guests if guest.role is Role.WITHOUT}
    added = {guest.person.email: guest for guest in guests if guest.role in (Role.REQUIRED, Role.OPTIONAL)}
    kept = [guest for guest in booking.guests if guest.person.email not in dropped | added.keys()]
    return replace(
        booking,
        guests=(*kept, *added.values()),
        subject=said.subject or booking.subject,
        duration=said.time.duration or _stated_length(said.time) or booking.duration,
        time=_retimed(booking.time, said, now),
        location=said.location or booking.location,
        online=booking.online if said.online is None else said.online,
    )


def _stated_length(time: TimeConstraint) -> timedelta | None:
    """ "from 2 to 4" with a clock on both sides is as long as it says."""
    if time.exact and len(time.slots) == 1 and time.slots[0].start == time.exact and time.slots[0].end:
        return time.slots[0].end - time.exact
    return None


def _retimed(before: TimeConstraint, said: Understood, now: datetime) -> TimeConstraint:
    """A new time replaces the old one; a bare clock time ("make it 16") keeps the old day."""
    new = said.time
    if said.shift is not None and before.exact is not None:
        return replace(before, exact=before.exact + said.shift)
    day = before.exact or next((slot.start for slot in before.slots if slot.start), None)
    if new.clock and day:
        minutes = new.clock[0]
        exact = day.replace(hour=minutes // 60, minute=minutes % 60, second=0, microsecond=0)
        return replace(new, exact=exact, slots=())
    spoken = new.exact or new.slots or new.excluded or new.earliest
    return new if spoken else before


def unusable(booking: Booking, asker: Asker) -> str:
    """Why no search can be made for this time, in words; empty where it can."""
    time, now, reader = booking.time, asker.now, asker.reader
    if time.exact:
        if time.exact < now - GRACE:
            moment = f"{reader.day(time.exact, year=True)}, {reader.clock(time.exact)}"
            return reader.say("ask-when-past", time=moment)
        return ""
    slots = offering.stretches(time, now)
    if all(slot.end <= now for slot in slots):
        return reader.say("ask-when-past-day", day=reader.day(slots[0].start, year=True))
    if max(slot.end for slot in slots) - min(slot.start for slot in slots) > FARTHEST:
        return reader.say("too-far")
    return ""


def clock_change(said: Understood, asker: Asker) -> str:
    """A word on a time that the clocks skip or repeat."""
    for when in said.when:
        if when.start and when.doubt in ("skipped", "repeated"):
            name = "note-gap" if when.doubt == "skipped" else "note-fold"
            taken = asker.reader.clock(when.start)
            return asker.reader.say(name, said=when.text, city=asker.reader.city(), time=taken)
    return ""


def just_named(frame: Frame) -> tuple[Person, ...]:
    """Whom this conversation speaks of: the booking at hand, or else the last one made."""
    last = frame.booking or (frame.offers[-1].booking if frame.offers else None)
    return tuple(guest.person for guest in last.guests) if last else ()


def _ask_who(frame: Frame, booking: Booking, asker: Asker) -> tuple[Frame, Reply]:
    unclear = booking.unresolved[0]
    make = people_cards.which_person if unclear.ambiguous else people_cards.unknown_person
    card = make(unclear.said, unclear.candidates, asker.id, asker.reader)
    choices = tuple(person.name for person in unclear.candidates)
    return replace(frame, question=Question("person", choices)), Reply(card=card, dialog="book", outcome="asked")


async def chosen(person: Person | None, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The answer to "which one?"; None leaves that person out. Raises GraphError."""
    booking = frame.booking
    if booking is None or not booking.unresolved:
        return frame, Reply(card=notices.expired(asker.reader), dialog="book", outcome="expired")
    unclear, *rest = booking.unresolved
    guests = booking.guests if person is None else (*booking.guests, Guest(person, unclear.role))
    return await proceed(replace(frame, booking=replace(booking, guests=guests, unresolved=tuple(rest))), asker)


async def find_time(frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A tap on "Find a time" for the people and days just spoken of. Raises GraphError."""
    if frame.booking is None:
        return frame, Reply(card=notices.expired(asker.reader), dialog="book", outcome="expired")
    return await proceed(frame, asker)


async def choose_person(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A tap on one of several people. Raises GraphError."""
    unclear = frame.booking.unresolved[:1] if frame.booking else ()
    for person in (each for one in unclear for each in one.candidates):
        if person.email == data.get("email"):
            return await chosen(person, frame, asker)
    return frame, Reply(card=notices.expired(asker.reader), dialog="book", outcome="expired")


async def book_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A tap on a time books it: once, however often it is tapped. Raises GraphError."""
    offer, number = frame.offer(data.get("card")), data.get("n")
    if offer is None or offer.withdrawn or type(number) is not int or not 0 <= number < len(offer.openings):
        return frame, Reply(card=notices.expired(asker.reader), dialog="book", outcome="expired")
    if offer.event_id:
        return await _already_booked(offer, frame, asker)
    return await _book(offer, offer.openings[number], frame, asker, anyway=data.get("anyway") is True)


async def _book(offer: Offer, opening: Opening, frame: Frame, asker: Asker, *, anyway: bool) -> tuple[Frame, Reply]:
    booking = offer.booking
    if opening.window.start < asker.now - GRACE:
        note = asker.reader.say("note-passed", time=asker.reader.moment(opening.window))
        return await offering.propose(
            frame, offering.around(booking, opening), asker, note=note, superseded=offer, lost=opening.window
        )
    calendars = await offering.calendars_if_visible(booking, opening.window, asker)
    now_standing = openings.opening_at(opening.window, calendars)
    taken = not anyway and _has_worsened(opening, now_standing)
    event = await _created_before(offer, opening, asker) if taken else None
    if taken and event is None:
        who = offering.against(now_standing, calendars, booking, asker)
        note = asker.reader.say("note-changed", time=asker.reader.moment(opening.window), who=who)
        return await offering.propose(
            frame, offering.around(booking, opening), asker, note=note, superseded=offer, lost=opening.window
        )
    event = event or await events.create_event(asker.graph, _new_event(offer, opening, asker))
    frame = replace(frame.with_offer(replace(offer, event_id=event.id)), booking=None, question=None)
    frame = replace(frame, listed=(event.id,))
    return frame, Reply(card=_booked_card(event, offer, calendars, asker), dialog="book", outcome="booked")


async def _created_before(offer: Offer, opening: Opening, asker: Asker) -> Event | None:
    """What an earlier try has booked from this very card, though its answer never came. Raises GraphError."""
    view = await events.calendar_view(asker.graph, opening.window, asker.zone)
    return next((event for event in view if event.transaction_id == offer.id), None)


def _has_worsened(offered: Opening, now: Opening) -> bool:
    """Somebody has got something in their calendar since the time was offered."""
    before = dict(offered.standings)
    taken = (Standing.TENTATIVE, Standing.BUSY, Standing.OUT)
    return any(standing in taken and standing > before.get(email, Standing.FREE) for email, standing in now.standings)


def _new_event(offer: Offer, opening: Opening, asker: Asker) -> NewEvent:
    booking = offer.booking
    return NewEvent(
        subject=offering.subject_of(booking, asker),
        start=opening.window.start.astimezone(asker.zone),
        end=opening.window.end.astimezone(asker.zone),
        transaction_id=offer.id,
        attendees=tuple(offering.attendee_of(guest) for guest in booking.guests),
        location=booking.location,
        is_online=booking.online and bool(booking.guests),
    )


def _booked_card(event: Event, offer: Offer, calendars: Sequence[Calendar], asker: Asker) -> Json:
    faces = offering.faces_of(offer.booking, calendars, asker)
    return cards.booked(event, faces, offer.id, asker.id, asker.reader)


async def _already_booked(offer: Offer, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A second tap shows what the first one did."""
    try:
        event = await events.get_event(asker.graph, offer.event_id, asker.zone)
    except NotFound:
        return frame, Reply(
            card=notices.notice(asker.reader.say("already-gone"), asker.reader), dialog="book", outcome="gone"
        )
    calendars = await offering.calendars_if_visible(offer.booking, event.window, asker)
    return frame, Reply(card=_booked_card(event, offer, calendars, asker), dialog="book", outcome="repeated")


async def pick(number: int, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A time chosen by words: "the second one", "book it". Raises GraphError."""
    offer = frame.open_offer
    if offer is None or not -len(offer.openings) <= number - (number > 0) < len(offer.openings):
        return frame, Reply(card=notices.expired(asker.reader), dialog="book", outcome="expired")
    opening = offer.openings[number - 1 if number > 0 else number]
    return await _book(offer, opening, frame, asker, anyway=opening.worst >= Standing.BUSY)


async def other_times(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Times that were not on the card yet. Raises GraphError."""
    offer = frame.offer(data.get("card"))
    if offer is None or (offer.event_id and not offer.withdrawn):
        return frame, Reply(card=notices.expired(asker.reader), dialog="book", outcome="expired")
    booking = offer.booking
    if offer.withdrawn:
        return await offering.propose(frame, booking, asker, superseded=replace(offer, openings=()))
    booking = offering.around(booking, offer.openings[0])
    note = asker.reader.say("note-more")
    again, reply = await offering.propose(frame, booking, asker, note=note, superseded=offer)
    if reply.card is None:
        return frame, replace(reply, stacked=True)
    return again, reply


async def undo(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Take back what was booked from this card; everyone invited is told. Raises GraphError."""
    offer = frame.offer(data.get("card"))
    if offer is None or not offer.event_id:
        return frame, Reply(card=notices.expired(asker.reader), dialog="book", outcome="expired")
    subject, guests = offering.subject_of(offer.booking, asker), len(offer.booking.guests)
    if not offer.withdrawn:
        try:
            if guests:
                await events.cancel_event(asker.graph, offer.event_id)
            else:
                await events.delete_event(asker.graph, offer.event_id)
        except NotFound:
            gone = notices.notice(asker.reader.say("already-gone"), asker.reader)
            return frame, Reply(card=gone, dialog="book", outcome="gone")
    frame = frame.with_offer(replace(offer, withdrawn=True))
    return frame, Reply(
        card=cards.undone(subject, guests, offer.id, asker.id, asker.reader), dialog="book", outcome="undone"
    )


async def stop_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The speaker does not want to book after all; what is booked stays, and is shown. Raises GraphError."""
    offer = frame.offer(data.get("card"))
    if offer and offer.event_id and not offer.withdrawn:
        return await _already_booked(offer, frame, asker)
    words = asker.reader.say("nothing-booked")
    frame = replace(frame.without_open_offers(), booking=None, question=None)
    return frame, Reply(card=notices.notice(words, asker.reader), dialog="book", outcome="stopped")
