"""Find times for a booking and put them on a card: where to look, what Graph says, what is offered.

Free/busy time is read for everyone at once and ranked by `openings`; where it may not be read, Outlook itself proposes.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from dialogs.asker import Asker
from dialogs.booking import freebusy, offering_days, offering_series, offers, questions
from dialogs.decisions import compromises, meals, openings, ranking, stretching, wholedays
from dialogs.decisions.compromises import Compromise
from dialogs.decisions.openings import Calendar, Opening, Standing
from dialogs.frame import Booking, Frame, Offer
from dialogs.people import attendees
from dialogs.places import rooming
from dialogs.places.rooming import Venue
from dialogs.turn import Reply
from graph import availability
from graph.errors import NotAllowed
from graph.model import Hidden, ShowAs, Window


async def propose(
    frame: Frame,
    booking: Booking,
    asker: Asker,
    *,
    note: str = "",
    superseded: Offer | None = None,
    lost: Window | None = None,
) -> tuple[Frame, Reply]:
    """Find times and put them on a card; `lost` is one that can no longer be had, and others near it are wanted."""
    if booking.time.rrule:
        return await offering_series.propose(frame, booking, asker, note=note, superseded=superseded)
    if wholedays.takes_days(booking):
        return await offering_days.propose(frame, booking, asker, note=note, superseded=superseded)
    now, reader = asker.now, asker.reader
    near = booking.time.exact or (lost.start if lost else booking.time.near)
    stated = _stated(booking)
    exact = stated[0] if stated else None
    slots = (
        _near(exact, booking, asker) if exact else stretching.searched(booking.time, now, booking.length, asker.hours)
    )
    looked = (*slots, *stated)
    span = Window(min(each.start for each in looked), max(each.end for each in looked)) if looked else None
    if span is None:
        return frame, Reply(text=reader.say("no-working-hours"), dialog="book", outcome="nothing")
    try:
        calendars = await freebusy.calendars_of(booking.guests, span, asker)
    except NotAllowed:
        return await _propose_blind(frame, booking, slots, asker, superseded)
    venue = await rooming.venue(booking, span, asker)
    excluded = tuple(stretching.bound(slot, now) for slot in booking.time.excluded)
    seen = superseded.shown if superseded else ()
    asked = _best_of(stated, calendars)
    exact = asked.window if asked else None
    if venue and asked and not venue.has_room(asked.window):
        # Of a room that was lost meanwhile, the note says so.
        note = note if lost else f"{note} {rooming.taken(booking, asked.window, venue, asker)}".strip()
        return _elsewhere(
            frame,
            booking,
            asker,
            asked=asked,
            calendars=calendars,
            venue=venue,
            slots=slots,
            note=note,
            superseded=superseded,
        )
    asked = venue.placed(asked) if venue and asked else asked
    if asked and not _stands_against(asked, booking, asker):
        return offers.offer(frame, booking, (asked,), calendars, asker, note=note, exact=True, superseded=superseded)
    ways = _compromises(booking, calendars, slots, venue, asker)
    ranked = ranking.rank(
        calendars,
        slots,
        booking.length,
        now,
        excluded=excluded,
        seen=seen,
        near=near,
        spare_lunch=not booking.meal,
        limit=3 if asked else 4,
        possible=venue.has_room if venue else None,
    )
    ranked = tuple(venue.placed(opening) for opening in ranked) if venue else ranked
    if asked:
        assert exact is not None
        better = tuple(each for each in ranked if each.worst_seen < asked.worst_seen and each.window != exact)
        note = f"{note} {offers.objection(asked, bool(better), calendars, booking, asker)}".strip()
        found = (*better, asked)
        return offers.offer(
            frame,
            booking,
            found,
            calendars,
            asker,
            note=note,
            exact=not better,
            anyway=exact,
            superseded=superseded,
            ways=() if better else ways(),
        )
    if venue and not ranked:
        return _unhoused(
            frame,
            booking,
            asker,
            slots=slots,
            excluded=excluded,
            calendars=calendars,
            venue=venue,
            note=note,
            superseded=superseded,
        )
    if not ranked:
        none = reader.say("no-room-in-window", duration=reader.duration(booking.length))
        return questions.ask_when(none, frame, asker)
    if ranked[0].worst >= Standing.BUSY and not venue and (later := await _later(booking, span, asker)):
        who = offers.against(ranked[0], calendars, booking, asker)
        nobody = "note-nobody" if booking.guests else "note-nobody-alone"
        note = f"{note} {reader.say(nobody, who=who)}".strip()
        found = (*later, ranked[0])
        anyway = ranked[0].window
        return offers.offer(
            frame, booking, found, calendars, asker, note=note, anyway=anyway, superseded=superseded, ways=ways()
        )
    troubled = ways() if ranked[0].is_objected_to else ()
    return offers.offer(frame, booking, ranked, calendars, asker, note=note, superseded=superseded, ways=troubled)


def _near(exact: Window, booking: Booking, asker: Asker) -> tuple[Window, ...]:
    """Where to look where a stated time does not suit."""
    return meals.near(exact, booking.meal) if booking.meal else stretching.near(exact, asker)


def _stated(booking: Booking) -> tuple[Window, ...]:
    """The time that was asked for, and those that are as good: "at 9 or 10"."""
    starts = (booking.time.exact, *booking.time.either)
    return tuple(Window.of(start, booking.length) for start in starts if start)


def _best_of(stated: Sequence[Window], calendars: Sequence[Calendar]) -> Opening | None:
    """The first of them that suits, else the first."""
    found = [openings.opening_at(window, calendars) for window in stated]
    return next((opening for opening in found if not opening.is_objected_to), found[0] if found else None)


def _stands_against(asked: Opening, booking: Booking, asker: Asker) -> bool:
    """Whether somebody objects to a stated time.

    Who states it for themselves is not kept to their own hours, nobody dines in working hours, and nothing objects that
    one has oneself then to how one shows ("mark the afternoon as working elsewhere"), or to a room that is kept.
    """
    if (booking.extras.show_as or booking.room) and not booking.guests:
        return False
    if meals.is_meal(booking):
        rest = tuple(each for each in asked.standings if each[1] != Standing.OUTSIDE)
        return replace(asked, standings=rest).is_objected_to
    if asker.acting and booking.guests:
        return asked.is_objected_to
    others = tuple(each for each in asked.standings if each != (asker.me.email, Standing.OUTSIDE))
    return replace(asked, standings=others).is_objected_to


def _compromises(
    booking: Booking, calendars: Sequence[Calendar], slots: Sequence[Window], venue: Venue | None, asker: Asker
) -> Callable[[], tuple[Compromise, ...]]:
    """What would make a time of these stretches possible, once it is needed."""
    excluded = tuple(stretching.bound(slot, asker.now) for slot in booking.time.excluded)

    def best(of: Sequence[Calendar], length: timedelta) -> tuple[Opening, ...]:
        possible = venue.has_room if venue else None
        return ranking.rank(of, slots, length, asker.now, excluded=excluded, limit=1, possible=possible)

    return lambda: compromises.found(calendars, booking.length, best)


def opening_at(window: Window, booking: Booking, calendars: Sequence[Calendar]) -> Opening:
    """A time for that booking, good or bad."""
    if wholedays.takes_days(booking):
        return wholedays.opening_on(window, calendars)
    return openings.opening_at(window, calendars)


def _elsewhere(
    frame: Frame,
    booking: Booking,
    asker: Asker,
    *,
    asked: Opening,
    calendars: Sequence[Calendar],
    venue: Venue,
    slots: Sequence[Window],
    note: str,
    superseded: Offer | None,
) -> tuple[Frame, Reply]:
    """No room that suits is free at the time that was asked for: others at that time, and other times near it."""
    others = tuple(replace(asked, room=room) for room in venue.instead(asked.window)[:2])
    near = ranking.rank(
        calendars, slots, booking.length, asker.now, near=asked.window.start, limit=2, possible=venue.has_room
    )
    better = tuple(venue.placed(opening) for opening in near if not opening.is_objected_to)
    found = (*better, *others) if asked.is_objected_to else (*others, *better)
    if not found:
        return frame, Reply(text=f"{note} {asker.reader.say('room-none-near')}", dialog="book", outcome="nothing")
    return offers.offer(frame, booking, found, calendars, asker, note=note, superseded=superseded)


def _unhoused(
    frame: Frame,
    booking: Booking,
    asker: Asker,
    *,
    slots: Sequence[Window],
    excluded: Sequence[Window],
    calendars: Sequence[Calendar],
    venue: Venue,
    note: str,
    superseded: Offer | None,
) -> tuple[Frame, Reply]:
    """No room that suits is free in that stretch: the times at which another is."""
    ranked = ranking.rank(
        calendars,
        slots,
        booking.length,
        asker.now,
        excluded=excluded,
        possible=lambda window: bool(venue.instead(window)),
    )
    found = tuple(replace(each, room=venue.instead(each.window)[0]) for each in ranked)
    note = f"{note} {rooming.taken(booking, None, venue, asker)}".strip()
    if not found:
        return frame, Reply(text=f"{note} {asker.reader.say('room-none-near')}", dialog="book", outcome="nothing")
    return offers.offer(frame, booking, found, calendars, asker, note=note, superseded=superseded)


async def _propose_blind(
    frame: Frame, booking: Booking, slots: Sequence[Window], asker: Asker, superseded: Offer | None
) -> tuple[Frame, Reply]:
    """Free/busy time may not be read here: Outlook itself knows more than it tells, and proposes. Raises GraphError."""
    people = [attendees.attendee_of(guest) for guest in booking.guests]
    answer = await availability.find_meeting_times(asker.graph, people, slots, booking.length, asker.zone)
    if not isinstance(answer, tuple):
        none = asker.reader.say("no-room-in-window", duration=asker.reader.duration(booking.length))
        return questions.ask_when(none, frame, asker)
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
    return offers.offer(frame, booking, tuple(found), blind, asker, note=note, superseded=superseded)


async def _later(booking: Booking, span: Window, asker: Asker) -> tuple[Opening, ...]:
    """Good times in the week after a stretch that has none. Raises GraphError."""
    after = Window(max(span.end, asker.now), max(span.end, asker.now) + stretching.ANY_TIME)
    calendars = await freebusy.calendars_of(booking.guests, after, asker)
    slots = openings.searched((after,), asker.hours)
    ranked = ranking.rank(calendars, slots, booking.length, asker.now, limit=3)
    return tuple(opening for opening in ranked if not opening.is_objected_to)
