"""Take one of the times on a card, ask for others, or take back what was booked.

Ana: [Book]
Bot: Booked. Two invitations sent.                   [Join] [Undo]
Ana: [Undo]
Bot: Undone. “Q3 budget” was cancelled and everyone was told.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from dialogs import stale
from dialogs.asker import Asker
from dialogs.booking import freebusy, offering, offers
from dialogs.booking.questions import GRACE
from dialogs.cards import booking as cards
from dialogs.cards import notices
from dialogs.cards import rooms as room_cards
from dialogs.decisions import extras, refining, repeating, stretching, wholedays
from dialogs.decisions.openings import Calendar, Opening, Standing
from dialogs.frame import Booking, Frame, Offer
from dialogs.people import attendees
from dialogs.places import rooming
from dialogs.turn import Json, Reply, Tap
from graph import events
from graph.errors import NotFound
from graph.model import Event, NewEvent, Response, Window
from graph.places import Room


async def book_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A tap on a time books it: once, however often it is tapped. Raises GraphError."""
    offer, number = frame.offer(data.get("card")), data.get("n")
    if offer is None or offer.withdrawn or type(number) is not int or not 0 <= number < len(offer.openings):
        return frame, stale.expired("book", asker)
    if offer.event_id:
        return await _already_booked(offer, frame, asker)
    return await _book(offer, offer.openings[number], frame, asker, anyway=data.get("anyway") is True)


async def _book(offer: Offer, opening: Opening, frame: Frame, asker: Asker, *, anyway: bool) -> tuple[Frame, Reply]:
    booking = offer.booking
    passed = opening.window.end if wholedays.takes_days(booking) else opening.window.start
    if passed < asker.now - GRACE:
        note = asker.reader.say("note-passed", time=asker.reader.moment(opening.window))
        return await offering.propose(
            frame, stretching.around(booking, opening), asker, note=note, superseded=offer, lost=opening.window
        )
    calendars = await freebusy.calendars_if_visible(booking, opening.window, asker)
    now_standing = offering.opening_at(opening.window, booking, calendars)
    taken = not anyway and _has_worsened(opening, now_standing)
    room_taken = opening.room is not None and await rooming.is_taken(opening.room, opening.window, asker)
    event = await _created_before(offer, opening, asker) if taken or room_taken else None
    if opening.room and room_taken and event is None:
        moment = asker.reader.moment(opening.window)
        note = asker.reader.say("room-gone", room=opening.room.name, time=moment)
        return await offering.propose(frame, booking, asker, note=note, superseded=offer, lost=opening.window)
    if taken and event is None:
        who = offers.against(now_standing, calendars, booking, asker)
        note = asker.reader.say("note-changed", time=asker.reader.moment(opening.window), who=who)
        return await offering.propose(
            frame, stretching.around(booking, opening), asker, note=note, superseded=offer, lost=opening.window
        )
    into = booking.calendar.id if booking.calendar else ""
    event = event or await events.create_event(asker.graph, _new_event(offer, opening, asker), calendar_id=into)
    await _leave_out(_skipped(event, booking), event, asker)
    frame = replace(frame.with_offer(replace(offer, event_id=event.id)), booking=None, asked=None)
    frame = replace(frame, listed=(event.id,), undo=Tap("undo_book", {"card": offer.id}))
    answer = await rooming.answer_of(opening.room, event.id, asker) if opening.room else None
    card = _booked_card(event, offer, calendars, asker, room=opening.room, answer=answer)
    return frame, Reply(card=card, dialog="book", outcome="booked")


def _skipped(event: Event, booking: Booking) -> tuple[date, ...]:
    """The days of a series that were ruled out."""
    return repeating.skipped(event.recurrence, booking.time) if event.recurrence else ()


async def _leave_out(days: Sequence[date], series: Event, asker: Asker) -> None:
    """Take single days out of a series, which Graph cannot be told when it is made. Raises GraphError."""
    if not days:
        return
    midnights = [datetime.combine(day, repeating.MIDNIGHT, asker.zone) for day in days]
    span = Window(midnights[0], midnights[-1] + timedelta(days=1))
    for event in await events.instances(asker.graph, series.id, span, asker.zone):
        if event.start.astimezone(asker.zone).date() in days:
            await (events.cancel_event if series.attendees else events.delete_event)(asker.graph, event.id)


async def _created_before(offer: Offer, opening: Opening, asker: Asker) -> Event | None:
    """What an earlier try has booked from this very card, though its answer never came. Raises GraphError."""
    into = offer.booking.calendar.id if offer.booking.calendar else ""
    view = await events.calendar_view(asker.graph, opening.window, asker.zone, calendar_id=into)
    return next((event for event in view if event.transaction_id == offer.id), None)


def _has_worsened(offered: Opening, now: Opening) -> bool:
    """Somebody has got something in their calendar since the time was offered."""
    before = dict(offered.standings)
    taken = (Standing.TENTATIVE, Standing.BUSY, Standing.OUT)
    return any(standing in taken and standing > before.get(email, Standing.FREE) for email, standing in now.standings)


def _new_event(offer: Offer, opening: Opening, asker: Asker) -> NewEvent:
    booking, room = offer.booking, opening.room
    start = opening.window.start.astimezone(asker.zone)
    # Another time of day than the rule's may have been taken: the series begins on that day all the same.
    day = refining.at_clock(start, 0)
    series = repeating.series_of(booking.time, day).recurrence if booking.time.rrule else None
    event = NewEvent(
        subject=offers.subject_of(booking, asker),
        start=start,
        recurrence=series,
        end=opening.window.end.astimezone(asker.zone),
        transaction_id=offer.id,
        attendees=attendees.attendees_of(booking, room),
        body=_body(booking, asker),
        location=room.name if room else booking.location,
        room_email=room.email if room else "",
        is_online=booking.online and bool(booking.guests),
        is_all_day=wholedays.takes_days(booking),
    )
    return extras.applied(event, booking.extras)


def _body(booking: Booking, asker: Asker) -> str:
    """What was said to stand there, the ticket that it is for, and who booked it for whom."""
    say = asker.reader.say
    lines = [booking.text] if booking.text else []
    lines += [say("behalf-body", speaker=asker.speaker.name, name=asker.me.name)] if asker.acting else []
    lines += [say("ticket-body", ticket=booking.ticket)] if booking.ticket else []
    return "\n".join(lines)


def _booked_card(
    event: Event,
    offer: Offer,
    calendars: Sequence[Calendar],
    asker: Asker,
    *,
    room: Room | None = None,
    answer: Response | None = None,
) -> Json:
    faces = offers.faces_of(offer.booking, calendars, asker)
    said = room_cards.answer_told(room, answer, asker.reader) if room and answer else ""
    marks = cards.marked(offer.booking.extras, asker.reader)
    calendar = offer.booking.calendar.name if offer.booking.calendar else ""
    return cards.booked(
        event,
        faces,
        offer.id,
        asker.id,
        asker.reader,
        warning=said,
        marks=marks,
        calendar=calendar,
        skipped=_skipped(event, offer.booking),
    )


async def _already_booked(offer: Offer, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A second tap shows what the first one did."""
    try:
        event = await events.get_event(asker.graph, offer.event_id, asker.zone)
    except NotFound:
        return frame, _gone(asker)
    calendars = await freebusy.calendars_if_visible(offer.booking, event.window, asker)
    return frame, Reply(card=_booked_card(event, offer, calendars, asker), dialog="book", outcome="repeated")


async def other_times(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Times that were on none of the cards before. Raises GraphError."""
    offer = frame.offer(data.get("card"))
    if offer is None or not offer.openings or (offer.event_id and not offer.withdrawn):
        return frame, stale.expired("book", asker)
    if offer.withdrawn:
        return await offering.propose(frame, offer.booking, asker, superseded=replace(offer, openings=(), seen=()))
    booking = stretching.around(offer.booking, offer.openings[0])
    note = asker.reader.say("note-more")
    again, reply = await offering.propose(frame, booking, asker, note=note, superseded=offer)
    if reply.card is None:
        none = asker.reader.say("no-other-times")
        return frame, replace(reply, text=none, stacked=True)
    return again, reply


async def undo(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Take back what was booked from this card; everyone invited is told. Raises GraphError."""
    offer = frame.offer(data.get("card"))
    if offer is None or not offer.event_id:
        return frame, stale.expired("book", asker)
    subject, guests = offers.subject_of(offer.booking, asker), len(offer.booking.guests)
    if not offer.withdrawn:
        try:
            if guests or offer.booking.room:
                await events.cancel_event(asker.graph, offer.event_id)
            else:
                await events.delete_event(asker.graph, offer.event_id)
        except NotFound:
            return frame, _gone(asker)
    newest = frame.undo is not None and frame.undo.data.get("card") == offer.id
    frame = replace(frame, undo=None if newest else frame.undo, listed=())
    return frame.with_offer(replace(offer, withdrawn=True)), Reply(
        card=cards.undone(subject, guests, offer.id, asker.id, asker.reader), dialog="book", outcome="undone"
    )


def _gone(asker: Asker) -> Reply:
    card = notices.notice(asker.reader.say("already-gone"), asker.reader)
    return Reply(card=card, dialog="book", outcome="gone")


async def stop_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The speaker does not want to book from this card; what is booked stays, and is shown. Raises GraphError."""
    ident = data.get("card")
    offer = frame.offer(ident)
    if offer and offer.event_id and not offer.withdrawn:
        return await _already_booked(offer, frame, asker)
    if frame.asked and frame.asked.id == ident:
        frame = frame.at_rest()
    elif offer:
        frame = frame.without(offer)
    words = asker.reader.say("nothing-booked")
    return frame, Reply(card=notices.notice(words, asker.reader), dialog="book", outcome="stopped")
