"""Book an event, with other people or alone.

Ana: 30 minutes with Alex and Priya on Thursday afternoon about the Q3 budget
Bot: Times for “Q3 budget”, 30 min · Alex Rivera and Priya Nair
     Thu 26 Nov 14:00 – 14:30, everyone is free      [Book]
     Thu 26 Nov 16:00 – 16:30, Alex tentative        [Book]
Ana: [Book]
Bot: Booked. Two invitations sent.                   [Join] [Undo]
"""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dialogs import attendees, openings
from dialogs.asker import Asker
from dialogs.cards import booking as cards
from dialogs.cards import notices
from dialogs.cards import people as people_cards
from dialogs.frame import Booking, Frame, Guest, Offer
from dialogs.openings import Calendar, Opening, Standing
from dialogs.turn import Json, Reply
from dialogs.understand.understood import Question, Role, Slot, TimeConstraint, Understood
from graph import availability, events
from graph.errors import NotAllowed, NotFound
from graph.model import Attendee, Event, Hidden, NewEvent, Person, Schedule, ShowAs, Window

ANY_TIME = timedelta(days=7)
"""How far to look where nobody said when."""
FARTHEST = timedelta(days=62)
"""Graph's own limit for free/busy time in one question."""
NEARBY = timedelta(days=2)
"""How far around a stated time to look for a better one."""
GRACE = timedelta(minutes=1)
HOUSE = uuid.UUID("6f0f2c1e-52f4-4b0a-9a77-3f1d4c1a2b90")


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
    return await _propose(replace(frame, question=None), booking, asker, note=note)


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
    slots = stretches(time, now)
    if all(slot.end <= now for slot in slots):
        return reader.say("ask-when-past-day", day=reader.day(slots[0].start, year=True))
    if max(slot.end for slot in slots) - min(slot.start for slot in slots) > FARTHEST:
        return reader.say("too-far")
    return ""


def stretches(time: TimeConstraint, now: datetime) -> tuple[Window, ...]:
    """Where the event may lie, with both sides bound."""
    slots = time.slots or (Slot(now, now + ANY_TIME),)
    return tuple(_bound(slot, now) for slot in slots)


def _bound(slot: Slot, now: datetime) -> Window:
    start = slot.start or min(now, slot.end or now)
    return Window(start, slot.end or start + ANY_TIME)


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


async def _propose(
    frame: Frame,
    booking: Booking,
    asker: Asker,
    *,
    note: str = "",
    superseded: Offer | None = None,
    lost: Window | None = None,
) -> tuple[Frame, Reply]:
    """Find times and put them on a card; `lost` is one that can no longer be had, and others near it are wanted."""
    now, reader = asker.now, asker.reader
    near = booking.time.exact or (lost.start if lost else None)
    exact = Window(booking.time.exact, booking.time.exact + booking.length) if booking.time.exact else None
    slots = _around(exact, asker) if exact else openings.searched(stretches(booking.time, now), asker.profile.hours)
    span = Window(min(slot.start for slot in slots), max(slot.end for slot in slots)) if slots else None
    if exact:
        span = Window(min(span.start, exact.start), max(span.end, exact.end)) if span else exact
    if span is None:
        return frame, Reply(text=reader.say("no-working-hours"), dialog="book", outcome="nothing")
    try:
        calendars = await calendars_of(booking.guests, span, asker)
    except NotAllowed:
        return await _propose_blind(frame, booking, slots, asker, superseded)
    excluded = tuple(_bound(slot, now) for slot in booking.time.excluded)
    seen = tuple(opening.window for opening in superseded.openings) if superseded else ()
    asked = openings.opening_at(exact, calendars) if exact else None
    if asked and not asked.is_objected_to:
        return _offer(frame, booking, (asked,), calendars, asker, note=note, exact=True, superseded=superseded)
    ranked = openings.rank(
        calendars,
        slots,
        booking.length,
        now,
        excluded=excluded,
        seen=seen,
        near=near,
        limit=3 if asked else 4,
    )
    if asked:
        assert exact is not None
        better = tuple(opening for opening in ranked if opening.worst < asked.worst and opening.window != exact)
        note = f"{note} {_objection(asked, bool(better), calendars, booking, asker)}".strip()
        found = (*better, asked)
        return _offer(
            frame, booking, found, calendars, asker, note=note, exact=not better, anyway=exact, superseded=superseded
        )
    if not ranked:
        none = reader.say("no-room-in-window", duration=reader.duration(booking.length))
        return frame, Reply(text=none, dialog="book", outcome="nothing")
    if ranked[0].worst >= Standing.BUSY and (later := await _later(booking, span, asker)):
        against = _against(ranked[0], calendars, booking, asker)
        note = f"{note} {reader.say('note-nobody', who=against)}".strip()
        found = (*later, ranked[0])
        anyway = ranked[0].window
        return _offer(frame, booking, found, calendars, asker, note=note, anyway=anyway, superseded=superseded)
    return _offer(frame, booking, ranked, calendars, asker, note=note, superseded=superseded)


async def _later(booking: Booking, span: Window, asker: Asker) -> tuple[Opening, ...]:
    """Good times in the week after a stretch that has none. Raises GraphError."""
    after = Window(max(span.end, asker.now), max(span.end, asker.now) + ANY_TIME)
    calendars = await calendars_of(booking.guests, after, asker)
    slots = openings.searched((after,), asker.profile.hours)
    ranked = openings.rank(calendars, slots, booking.length, asker.now, limit=3)
    return tuple(opening for opening in ranked if not opening.is_objected_to)


def _around(exact: Window, asker: Asker) -> tuple[Window, ...]:
    """The working time near a stated time."""
    near = Window(exact.start - NEARBY, exact.end + NEARBY)
    return openings.working_windows(asker.profile.hours, near)


async def calendars_of(guests: Sequence[Guest], span: Window, asker: Asker) -> tuple[Calendar, ...]:
    """Everyone's time, the asker's first, with a margin for neighbouring events. Raises GraphError."""
    emails = [asker.me.email, *(guest.person.email for guest in guests)]
    margin = timedelta(hours=1)
    schedules = await availability.get_schedule(
        asker.graph, emails, Window(span.start - margin, span.end + margin), asker.zone
    )
    optional = {guest.person.email for guest in guests if guest.role is Role.OPTIONAL}
    return tuple(Calendar(email, schedules[email], required=email not in optional) for email in emails)


async def _propose_blind(
    frame: Frame, booking: Booking, slots: Sequence[Window], asker: Asker, superseded: Offer | None
) -> tuple[Frame, Reply]:
    """Free/busy time may not be read here: Outlook itself knows more than it tells, and proposes. Raises GraphError."""
    people = [_attendee(guest) for guest in booking.guests]
    answer = await availability.find_meeting_times(asker.graph, people, slots, booking.length, asker.zone)
    if not isinstance(answer, tuple):
        none = asker.reader.say("no-room-in-window", duration=asker.reader.duration(booking.length))
        return frame, Reply(text=none, dialog="book", outcome="nothing")
    found = []
    for suggestion in answer[:4]:
        told = {email.lower(): status for email, status in suggestion.availability.items()}
        standings = [(asker.me.email, Standing.FREE)] + [
            (guest.person.email, openings.STANDING_OF[told.get(guest.person.email.lower(), ShowAs.UNKNOWN)])
            for guest in booking.guests
        ]
        found.append(Opening(suggestion.window, tuple(standings)))
    emails = [asker.me.email, *(guest.person.email for guest in booking.guests)]
    blind = tuple(Calendar(email, Hidden(email)) for email in emails)
    note = asker.reader.say("note-blind")
    return _offer(frame, booking, tuple(found), blind, asker, note=note, superseded=superseded)


def _offer(
    frame: Frame,
    booking: Booking,
    found: tuple[Opening, ...],
    calendars: Sequence[Calendar],
    asker: Asker,
    *,
    note: str = "",
    exact: bool = False,
    anyway: Window | None = None,
    superseded: Offer | None = None,
) -> tuple[Frame, Reply]:
    turn = asker.turn
    ident = str(uuid.uuid5(HOUSE, f"{turn.conversation}/{turn.id}/{turn.now.isoformat()}"))
    offer = Offer(ident, booking, found)
    shown = cards.Times(
        offer_id=ident,
        owner_id=asker.id,
        subject=_subject(booking, asker),
        faces=faces_of(booking, calendars, asker),
        openings=found,
        exact=exact,
        anyway=anyway,
        note=note,
    )
    frame = replace(frame, booking=booking, question=_question(found, asker)).with_offer(offer, instead_of=superseded)
    return frame, Reply(card=cards.times(shown, asker.reader), dialog="book", outcome="proposed")


def _question(found: Sequence[Opening], asker: Asker) -> Question:
    return Question("choice", tuple(asker.reader.moment(opening.window) for opening in found))


def faces_of(booking: Booking, calendars: Sequence[Calendar], asker: Asker) -> tuple[cards.Face, ...]:
    people = [asker.me, *(guest.person for guest in booking.guests)]
    names = asker.names_of(people[1:])
    zones = {
        calendar.email: calendar.schedule.hours.zone
        for calendar in calendars
        if isinstance(calendar.schedule, Schedule) and calendar.schedule.hours
    }
    return tuple(
        cards.Face(person.email, names[person.email], person.name, zones.get(person.email)) for person in people
    )


def _subject(booking: Booking, asker: Asker) -> str:
    if booking.subject:
        return booking.subject[:1].upper() + booking.subject[1:]
    if not booking.guests:
        return asker.reader.say("subject-alone")
    names = asker.names_of([guest.person for guest in booking.guests])
    return asker.reader.say("subject-default", names=asker.reader.names(list(names.values())))


def _objection(asked: Opening, better: bool, calendars: Sequence[Calendar], booking: Booking, asker: Asker) -> str:
    """Who stands against the time that was asked for."""
    name = "note-taken" if better else "note-taken-only"
    who = _against(asked, calendars, booking, asker)
    return asker.reader.say(name, time=asker.reader.moment(asked.window), who=who)


def _against(opening: Opening, calendars: Sequence[Calendar], booking: Booking, asker: Asker) -> str:
    """Those whom a time does not suit, and why."""
    standings = tuple(each for each in opening.standings if each[1] >= Standing.TENTATIVE)
    return cards.suits(replace(opening, standings=standings), faces_of(booking, calendars, asker), asker.reader)


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
        return await _propose(
            frame, _flexible(booking, opening), asker, note=note, superseded=offer, lost=opening.window
        )
    calendars = await _calendars_if_visible(booking, opening.window, asker)
    now_standing = openings.opening_at(opening.window, calendars)
    taken = not anyway and _has_worsened(opening, now_standing)
    event = await _created_before(offer, opening, asker) if taken else None
    if taken and event is None:
        who = _against(now_standing, calendars, booking, asker)
        note = asker.reader.say("note-changed", time=asker.reader.moment(opening.window), who=who)
        return await _propose(
            frame, _flexible(booking, opening), asker, note=note, superseded=offer, lost=opening.window
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


async def _calendars_if_visible(booking: Booking, window: Window, asker: Asker) -> tuple[Calendar, ...]:
    try:
        return await calendars_of(booking.guests, window, asker)
    except NotAllowed:
        emails = [asker.me.email, *(guest.person.email for guest in booking.guests)]
        return tuple(Calendar(email, Hidden(email)) for email in emails)


def _flexible(booking: Booking, opening: Opening) -> Booking:
    """The same booking around a time that can no longer be had."""
    if booking.time.exact is None:
        return booking
    around = Slot(opening.window.start - NEARBY, opening.window.end + NEARBY)
    return replace(booking, time=replace(booking.time, exact=None, slots=(around,)))


def _new_event(offer: Offer, opening: Opening, asker: Asker) -> NewEvent:
    booking = offer.booking
    return NewEvent(
        subject=_subject(booking, asker),
        start=opening.window.start.astimezone(asker.zone),
        end=opening.window.end.astimezone(asker.zone),
        transaction_id=offer.id,
        attendees=tuple(_attendee(guest) for guest in booking.guests),
        location=booking.location,
        is_online=booking.online and bool(booking.guests),
    )


def _attendee(guest: Guest) -> Attendee:
    kind = "optional" if guest.role is Role.OPTIONAL else "required"
    return Attendee(guest.person.name, guest.person.email, kind)


def _booked_card(event: Event, offer: Offer, calendars: Sequence[Calendar], asker: Asker) -> Json:
    faces = faces_of(offer.booking, calendars, asker)
    return cards.booked(event, faces, offer.id, asker.id, asker.reader)


async def _already_booked(offer: Offer, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A second tap shows what the first one did."""
    try:
        event = await events.get_event(asker.graph, offer.event_id, asker.zone)
    except NotFound:
        return frame, Reply(
            card=notices.notice(asker.reader.say("already-gone"), asker.reader), dialog="book", outcome="gone"
        )
    calendars = await _calendars_if_visible(offer.booking, event.window, asker)
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
        return await _propose(frame, booking, asker, superseded=replace(offer, openings=()))
    booking = _flexible(booking, offer.openings[0])
    note = asker.reader.say("note-more")
    again, reply = await _propose(frame, booking, asker, note=note, superseded=offer)
    if reply.card is None:
        return frame, replace(reply, stacked=True)
    return again, reply


async def undo(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Take back what was booked from this card; everyone invited is told. Raises GraphError."""
    offer = frame.offer(data.get("card"))
    if offer is None or not offer.event_id:
        return frame, Reply(card=notices.expired(asker.reader), dialog="book", outcome="expired")
    subject, guests = _subject(offer.booking, asker), len(offer.booking.guests)
    if not offer.withdrawn:
        try:
            if guests:
                await events.cancel_event(asker.graph, offer.event_id)
            else:
                await events.delete_event(asker.graph, offer.event_id)
        except NotFound:
            gone = notices.notice(asker.reader.say("already-gone"), asker.reader)
            return frame.with_offer(replace(offer, withdrawn=True)), Reply(card=gone, dialog="book", outcome="gone")
    frame = frame.with_offer(replace(offer, withdrawn=True))
    return frame, Reply(
        card=cards.undone(subject, guests, offer.id, asker.id, asker.reader), dialog="book", outcome="undone"
    )


def stop(frame: Frame, asker: Asker, *, tapped: bool) -> tuple[Frame, Reply]:
    """The speaker does not want to book after all."""
    words = asker.reader.say("nothing-booked")
    frame = replace(frame.without_open_offers(), booking=None, question=None)
    if tapped:
        return frame, Reply(card=notices.notice(words, asker.reader), dialog="book", outcome="stopped")
    return frame, Reply(text=words, dialog="book", outcome="stopped")
