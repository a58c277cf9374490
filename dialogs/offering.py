"""Find times for a booking and put them on a card: where to look, what Graph says, what is offered.

Free/busy time is read for everyone at once and ranked by `openings`; where it may not be read, Outlook itself proposes.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dialogs import compromises, daymarks, openings, repeating, rooming, wholedays
from dialogs.asker import Asker
from dialogs.cards import booking as cards
from dialogs.compromises import Compromise
from dialogs.frame import Asked, Booking, Frame, Guest, Offer
from dialogs.openings import Calendar, Opening, Standing
from dialogs.repeating import Series
from dialogs.rooming import Venue
from dialogs.turn import Reply, Tap
from dialogs.understand.understood import Question, Role, Slot, TimeConstraint
from dialogs.words.repeats import repeats
from graph import availability
from graph.errors import NotAllowed
from graph.model import Attendee, Hidden, Schedule, ShowAs, Window
from graph.places import Room
from graph.recurrence import CannotRecur

ANY_TIME = timedelta(days=7)
"""How far to look where nobody said when."""
NEARBY = timedelta(days=2)
"""How far around a stated time to look for a better one."""


def stretches(time: TimeConstraint, now: datetime) -> tuple[Window, ...]:
    """Where the event may lie, with both sides bound."""
    slots = time.slots or (Slot(now, now + ANY_TIME),)
    return tuple(bound(slot, now) for slot in slots)


def bound(slot: Slot, now: datetime) -> Window:
    start = slot.start or min(now, slot.end or now)
    return Window(start, slot.end or start + ANY_TIME)


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
        return await _propose_series(frame, booking, asker, note=note, superseded=superseded)
    if wholedays.takes_days(booking):
        return await _propose_days(frame, booking, asker, note=note, superseded=superseded)
    now, reader = asker.now, asker.reader
    near = booking.time.exact or (lost.start if lost else booking.time.near)
    exact = Window.of(booking.time.exact, booking.length) if booking.time.exact else None
    slots = _near(exact, asker) if exact else openings.searched(stretches(booking.time, now), asker.hours)
    span = Window(min(slot.start for slot in slots), max(slot.end for slot in slots)) if slots else None
    if exact:
        span = Window(min(span.start, exact.start), max(span.end, exact.end)) if span else exact
    if span is None:
        return frame, Reply(text=reader.say("no-working-hours"), dialog="book", outcome="nothing")
    try:
        calendars = await calendars_of(booking.guests, span, asker)
    except NotAllowed:
        return await _propose_blind(frame, booking, slots, asker, superseded)
    venue = await rooming.venue(booking, span, asker)
    excluded = tuple(bound(slot, now) for slot in booking.time.excluded)
    seen = superseded.shown if superseded else ()
    asked = openings.opening_at(exact, calendars) if exact else None
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
    if asked and not asked.is_objected_to:
        return _offer(frame, booking, (asked,), calendars, asker, note=note, exact=True, superseded=superseded)
    ways = _compromises(booking, calendars, slots, venue, asker)
    ranked = openings.rank(
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
        better = tuple(opening for opening in ranked if opening.worst < asked.worst and opening.window != exact)
        note = f"{note} {_objection(asked, bool(better), calendars, booking, asker)}".strip()
        found = (*better, asked)
        return _offer(
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
        return frame, Reply(text=none, dialog="book", outcome="nothing")
    if ranked[0].worst >= Standing.BUSY and not venue and (later := await _later(booking, span, asker)):
        who = against(ranked[0], calendars, booking, asker)
        note = f"{note} {reader.say('note-nobody', who=who)}".strip()
        found = (*later, ranked[0])
        anyway = ranked[0].window
        return _offer(
            frame, booking, found, calendars, asker, note=note, anyway=anyway, superseded=superseded, ways=ways()
        )
    troubled = ways() if ranked[0].is_objected_to else ()
    return _offer(frame, booking, ranked, calendars, asker, note=note, superseded=superseded, ways=troubled)


def _compromises(
    booking: Booking, calendars: Sequence[Calendar], slots: Sequence[Window], venue: Venue | None, asker: Asker
) -> Callable[[], tuple[Compromise, ...]]:
    """What would make a time of these stretches possible, once it is needed."""
    excluded = tuple(bound(slot, asker.now) for slot in booking.time.excluded)

    def best(of: Sequence[Calendar], length: timedelta) -> tuple[Opening, ...]:
        possible = venue.has_room if venue else None
        return openings.rank(of, slots, length, asker.now, excluded=excluded, limit=1, possible=possible)

    return lambda: compromises.found(calendars, booking.length, best)


def opening_at(window: Window, booking: Booking, calendars: Sequence[Calendar]) -> Opening:
    """A time for that booking, good or bad."""
    if wholedays.takes_days(booking):
        return wholedays.opening_on(window, calendars)
    return openings.opening_at(window, calendars)


async def _propose_days(
    frame: Frame, booking: Booking, asker: Asker, *, note: str, superseded: Offer | None
) -> tuple[Frame, Reply]:
    """The days that were said, or those that suit best of a longer stretch. Raises GraphError."""
    seen = superseded.shown if superseded else ()
    meant = wholedays.windows(booking, stretches(booking.time, asker.now), asker.now)
    ahead = [window for window in meant if window not in seen]
    if not ahead:
        none = asker.reader.say("no-other-times" if seen else "no-room-in-days")
        return frame, Reply(text=none, dialog="book", outcome="nothing")
    span = Window(ahead[0].start, max(window.end for window in ahead))
    calendars = await calendars_if_visible(booking, span, asker)
    venue = await rooming.venue(booking, span, asker)
    every = [wholedays.opening_on(window, calendars) for window in ahead]
    found = wholedays.rank(every)
    if seen and found[0].is_objected_to:
        return frame, Reply(text=asker.reader.say("no-other-times"), dialog="book", outcome="nothing")
    found = tuple(venue.placed(each) for each in found) if venue else found
    if venue and any(opening.room is None for opening in found):
        note = f"{note} {rooming.taken(booking, None, venue, asker)}".strip()
    stated = len(meant) == 1
    anyway = None
    if stated and found[0].is_objected_to:
        note = f"{note} {_objection(found[0], False, calendars, booking, asker)}".strip()
        anyway = found[0].window
    return _offer(
        frame, booking, found, calendars, asker, note=note, exact=stated, anyway=anyway, superseded=superseded
    )


async def _propose_series(
    frame: Frame, booking: Booking, asker: Asker, *, note: str, superseded: Offer | None
) -> tuple[Frame, Reply]:
    """A series: at the time of day that was said, or when it suits the most of the next ones. Raises GraphError."""
    now, reader = asker.now, asker.reader
    try:
        choices = repeating.any_day(booking.time, now)
    except CannotRecur:
        return frame, Reply(text=reader.say("cant-recur"), dialog="book", outcome="cannot")
    one = choices[0]
    stated = one.first(one.clock, booking.length, now) if one.clock and len(choices) == 1 and not superseded else None
    seen = {window.start for window in superseded.shown} if superseded else set()
    firsts = [
        (series, first) for series in choices for first in _firsts(series, booking, asker) if first.start not in seen
    ]
    firsts += [(one, stated)] if stated else []
    if not firsts:
        return frame, Reply(text=reader.say("no-working-hours"), dialog="book", outcome="nothing")
    last = max(window.end for series, first in firsts for window in repeating.looked_at(series, first))
    calendars = await calendars_if_visible(booking, Window(min(first.start for _, first in firsts), last), asker)
    every = [repeating.fit_at(series, first, calendars) for series, first in firsts]
    fits = repeating.suggested(every, stated)
    names = asker.names_of([guest.person for guest in booking.guests]) | {asker.me.email: reader.say("you")}
    rule = repeats(one.recurrence, reader, any_day=len(choices) > 1)
    told = cards.Repeats(rule, tuple(cards.missing(fit, names, reader) for fit in fits))
    found = tuple(fit.opening for fit in fits)
    if booking.room:
        found, lacking = await _in_one_room(found, {first.start: series for series, first in firsts}, booking, asker)
        note = f"{note} {lacking}".strip()
    anyway = stated if stated and fits[-1].missing else None
    return _offer(
        frame,
        booking,
        found,
        calendars,
        asker,
        note=note,
        exact=stated is not None,
        anyway=anyway,
        superseded=superseded,
        series=told,
    )


async def _in_one_room(
    found: Sequence[Opening], series_of: Mapping[datetime, Series], booking: Booking, asker: Asker
) -> tuple[tuple[Opening, ...], str]:
    """Each with a room that is free at all of its next times, and a word where there is none. Raises GraphError."""
    windows = [repeating.looked_at(series_of[opening.window.start], opening.window) for opening in found]
    span = Window(min(each[0].start for each in windows), max(each[-1].end for each in windows))
    venue = await rooming.venue(booking, span, asker)
    assert venue is not None
    placed = tuple(replace(opening, room=venue.at_all(each)) for opening, each in zip(found, windows, strict=True))
    lacks = any(opening.room is None for opening in placed)
    return placed, asker.reader.say("room-none-each-time") if lacks else ""


def _firsts(series: Series, booking: Booking, asker: Asker) -> Iterable[Window]:
    """First occurrences to choose from: at the time of day that was said, or at any within working hours."""
    midnight = datetime.combine(series.recurrence.start, repeating.MIDNIGHT, asker.now.tzinfo)
    slots = openings.searched((Window(midnight, midnight + timedelta(days=1)),), asker.hours)
    return repeating.clocks(slots, series, booking.length, asker.now)


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
    near = openings.rank(
        calendars, slots, booking.length, asker.now, near=asked.window.start, limit=2, possible=venue.has_room
    )
    better = tuple(venue.placed(opening) for opening in near if not opening.is_objected_to)
    found = (*better, *others) if asked.is_objected_to else (*others, *better)
    if not found:
        return frame, Reply(text=f"{note} {asker.reader.say('room-none-near')}", dialog="book", outcome="nothing")
    return _offer(frame, booking, found, calendars, asker, note=note, superseded=superseded)


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
    ranked = openings.rank(
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
    return _offer(frame, booking, found, calendars, asker, note=note, superseded=superseded)


async def _propose_blind(
    frame: Frame, booking: Booking, slots: Sequence[Window], asker: Asker, superseded: Offer | None
) -> tuple[Frame, Reply]:
    """Free/busy time may not be read here: Outlook itself knows more than it tells, and proposes. Raises GraphError."""
    people = [attendee_of(guest) for guest in booking.guests]
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


async def _later(booking: Booking, span: Window, asker: Asker) -> tuple[Opening, ...]:
    """Good times in the week after a stretch that has none. Raises GraphError."""
    after = Window(max(span.end, asker.now), max(span.end, asker.now) + ANY_TIME)
    calendars = await calendars_of(booking.guests, after, asker)
    slots = openings.searched((after,), asker.hours)
    ranked = openings.rank(calendars, slots, booking.length, asker.now, limit=3)
    return tuple(opening for opening in ranked if not opening.is_objected_to)


def _near(exact: Window, asker: Asker) -> tuple[Window, ...]:
    """The working time near a stated time."""
    near = Window(exact.start - NEARBY, exact.end + NEARBY)
    return openings.working_windows(asker.hours, near)


def around(booking: Booking, opening: Opening) -> Booking:
    """The same booking around a time that can no longer be had."""
    if booking.time.exact is None:
        return booking
    around = Slot(opening.window.start - NEARBY, opening.window.end + NEARBY)
    return replace(booking, time=replace(booking.time, exact=None, slots=(around,)))


async def calendars_of(guests: Sequence[Guest], span: Window, asker: Asker) -> tuple[Calendar, ...]:
    """Everyone's time, the asker's first, with a margin for neighbouring events. Raises GraphError."""
    emails = [asker.me.email, *(guest.person.email for guest in guests)]
    margin = timedelta(hours=1)
    schedules = await availability.get_schedule(
        asker.own, emails, Window(span.start - margin, span.end + margin), asker.zone
    )
    optional = {guest.person.email for guest in guests if guest.role is Role.OPTIONAL}
    others = tuple(Calendar(email, schedules[email], required=email not in optional) for email in emails[1:])
    return (own_calendar(schedules[emails[0]], asker), *others)


def own_calendar(schedule: Schedule | Hidden, asker: Asker) -> Calendar:
    """The asker's own time, as they want meetings in it."""
    if isinstance(schedule, Schedule) and schedule.hours:
        schedule = replace(schedule, hours=asker.habits.narrowed(schedule.hours))
    return Calendar(asker.me.email, schedule, habits=asker.habits)


async def calendars_if_visible(booking: Booking, window: Window, asker: Asker) -> tuple[Calendar, ...]:
    """Everyone's time, all of it hidden where it may not be read. Raises GraphError."""
    try:
        return await calendars_of(booking.guests, window, asker)
    except NotAllowed:
        emails = [asker.me.email, *(guest.person.email for guest in booking.guests)]
        return tuple(Calendar(email, Hidden(email)) for email in emails)


def attendee_of(guest: Guest) -> Attendee:
    """A guest as Graph has them."""
    kind = "optional" if guest.role is Role.OPTIONAL else "required"
    return Attendee(guest.person.name, guest.person.email, kind)


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
    series: cards.Repeats | None = None,
    ways: Sequence[Compromise] = (),
) -> tuple[Frame, Reply]:
    ident = asker.card_id
    days = daymarks.remarks([opening.window for opening in found], asker.profile.hours, asker.reader)
    note = f"{note} {days}".strip()
    offer = Offer(ident, booking, found, superseded.shown if superseded else ())
    shown = cards.Times(
        offer_id=ident,
        owner_id=asker.id,
        subject=subject_of(booking, asker),
        faces=faces_of(booking, calendars, asker),
        openings=found,
        exact=exact,
        anyway=anyway,
        note=note,
        series=series,
        extras=booking.extras,
        ways=tuple(ways),
        whole_days=wholedays.takes_days(booking),
    )
    frame = replace(frame, booking=booking, asked=asked_of(offer, anyway, asker)).with_offer(
        offer, instead_of=superseded
    )
    return frame, Reply(card=cards.times(shown, asker.reader), dialog="book", outcome="proposed")


def attendees_of(booking: Booking, room: Room | None) -> tuple[Attendee, ...]:
    """Everyone whom a booking invites, the room as well."""
    people = tuple(attendee_of(guest) for guest in booking.guests)
    return (*people, seat_of(room)) if room else people


def seat_of(room: Room) -> Attendee:
    """A room as Graph invites it."""
    return Attendee(room.name, room.email, "resource")


def asked_of(offer: Offer, anyway: Window | None, asker: Asker) -> Asked:
    """What a card of times asks: which of them."""
    question = Question("choice", tuple(_told(opening, offer, asker) for opening in offer.openings))
    choices = taps(offer, anyway)
    # A bare yes could mean the time that was asked for as well as those that do better.
    in_doubt = len(choices) > 1 and any("anyway" in tap.data for tap in choices)
    return Asked(offer.id, question, choices, yes=None if in_doubt else choices[0])


def _told(opening: Opening, offer: Offer, asker: Asker) -> str:
    """A choice in words; by its room only where rooms are the choice, since "in Tejo" corrects a booking."""
    moment = asker.reader.moment(opening.window)
    wish = offer.booking.room
    return f"{moment}, {opening.room.name}" if opening.room and wish and wish.listed else moment


def taps(offer: Offer | None, anyway: Window | None = None) -> tuple[Tap, ...]:
    """The buttons beside the times of an offer; `anyway` is one that was asked for, though it does not suit."""
    if offer is None:
        return ()
    return tuple(
        Tap("book", cards.pick_data(offer.id, number, opening, anyway)) for number, opening in enumerate(offer.openings)
    )


def faces_of(booking: Booking, calendars: Sequence[Calendar], asker: Asker) -> tuple[cards.Face, ...]:
    """Everyone as a card shows them, the asker first."""
    people = [asker.me, *(guest.person for guest in booking.guests)]
    names = asker.names_of(people[1:])
    zones = {
        calendar.email: calendar.schedule.hours.zone
        for calendar in calendars
        if isinstance(calendar.schedule, Schedule) and calendar.schedule.hours
    }
    optional = {guest.person.email for guest in booking.guests if guest.role is Role.OPTIONAL}
    circles = {guest.person.email: guest.circle for guest in booking.guests}
    return tuple(
        cards.Face(
            person.email,
            names[person.email],
            person.name,
            zones.get(person.email),
            person.email in optional,
            circles.get(person.email, ""),
            person.email == asker.speaker.email,
        )
        for person in people
    )


def subject_of(booking: Booking, asker: Asker) -> str:
    """What was said it is about, or a plain title made of who comes."""
    if booking.subject:
        return booking.subject[:1].upper() + booking.subject[1:]
    if not booking.guests:
        return asker.reader.say("subject-alone")
    names = asker.names_of([guest.person for guest in booking.guests])
    return asker.reader.say("subject-default", names=asker.reader.names(list(names.values())))


def _objection(asked: Opening, better: bool, calendars: Sequence[Calendar], booking: Booking, asker: Asker) -> str:
    """Who stands against the time that was asked for."""
    name = "note-taken" if better else "note-taken-only"
    who = against(asked, calendars, booking, asker)
    return asker.reader.say(name, time=asker.reader.moment(asked.window), who=who)


def against(opening: Opening, calendars: Sequence[Calendar], booking: Booking, asker: Asker) -> str:
    """Those whom a time does not suit, and why."""
    standings = tuple(each for each in opening.standings if each[1] >= Standing.TENTATIVE)
    against = replace(opening, standings=standings)
    whole = wholedays.takes_days(booking)
    return cards.suits(against, faces_of(booking, calendars, asker), asker.reader, whole_days=whole)
