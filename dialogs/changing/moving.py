"""Times to which an event can be moved: everyone's free/busy time without the event itself, ranked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from dialogs.asker import Asker
from dialogs.booking import freebusy
from dialogs.cards.booking import Face, suits
from dialogs.decisions import openings, ranking, stretching, wishes
from dialogs.decisions.openings import Calendar, Opening, Standing
from dialogs.decisions.wishes import Target
from dialogs.frame import Guest, Wish
from dialogs.understand.understood import Role, Slot, TimeConstraint
from dialogs.understand.when import cities
from graph.errors import NotAllowed
from graph.model import Event, Hidden, Person, Schedule, Window

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Proposal:
    """Times to move to, none where the event stays when it is. `asked`: the last of them was asked for and troubles.

    `stays` tells how its present time suits those who are new.
    """

    openings: tuple[Opening, ...] = ()
    faces: tuple[Face, ...] = ()
    asked: bool = False
    stays: Opening | None = None


async def proposed(event: Event, wish: Wish, asker: Asker, *, seen: Sequence[Window] = ()) -> Proposal | None:
    """The time that was asked for, with better ones beside it where it troubles somebody, or the best of a stretch.

    None: there is no such time. Raises GraphError.
    """
    guests = coming(event, wish, asker)
    target = wishes.target(event, wish, asker.now)
    if target is None:
        there = {each.email.lower() for each in event.attendees}
        joining = [guest for guest in wish.added if guest.person.email.lower() not in there]
        new = await _calendars(joining, event.window, asker) if joining else ()
        stays = openings.opening_at(event.window, new[1:]) if new else None
        return Proposal(faces=_faces(event, wish, guests, new, asker), stays=stays)
    slots = _slots(target, asker)
    if not slots:
        return None
    exact = Window.of(target.exact, target.length) if target.exact else None
    every = (*slots, exact) if exact else slots
    span = Window(min(each.start for each in every), max(each.end for each in every))
    calendars = [_without(event, each) for each in await _calendars(guests, span, asker)]
    calendars = [_without_hours(each) if each.email.lower() in _rooms(event, wish) else each for each in calendars]
    faces = _faces(event, wish, guests, calendars, asker)
    asked = openings.opening_at(exact, calendars) if exact else None
    if asked and not _troubles(asked, openings.opening_at(event.window, calendars), asker.me.email):
        return Proposal((asked,), faces)
    ranked = ranking.rank(
        calendars,
        slots,
        target.length,
        asker.now,
        excluded=[stretching.bound(slot, asker.now) for slot in target.excluded],
        seen=(*seen, event.window),
        near=target.exact or (target.near if target.slots else event.start),
        limit=3,
    )
    if asked is None:
        return Proposal(ranked, faces) if ranked else None
    worst = min(asked.worst_seen, Standing.OUTSIDE)
    better = tuple(each for each in ranked if each.worst_seen < worst and each.window != exact)
    return Proposal((*better, asked), faces, asked=True)


def _troubles(asked: Opening, before: Opening, me: str) -> bool:
    """Whether a time suits somebody worse than the present one does, so that they cannot come or not within hours.

    Who says a time outside their own hours means it.
    """
    present = dict(before.standings)
    bad = (Standing.OUTSIDE, Standing.BUSY, Standing.OUT)
    return any(
        standing in bad and standing > present[email] and not (email == me and standing is Standing.OUTSIDE)
        for email, standing in asked.standings
    )


def coming(event: Event, wish: Wish, asker: Asker) -> tuple[Guest, ...]:
    """Who is to come besides the asker, rooms among them."""
    me = asker.me.email.lower()
    out = {person.email.lower() for person in wish.dropped} | {guest.person.email.lower() for guest in wish.added}
    staying = [
        Guest(Person(each.name, each.email), Role.OPTIONAL if each.kind == "optional" else Role.REQUIRED)
        for each in event.attendees
        if each.email.lower() not in out | {me} and not (each.kind == "resource" and (wish.room or wish.is_roomless))
    ]
    seat = [Guest(Person(wish.room.name, wish.room.email))] if wish.room else []
    return (*staying, *wish.added, *seat)


def loosened(wish: Wish, shown: Sequence[Opening]) -> Wish:
    """The same wish with the time around those that were shown."""
    if not shown or not (wish.time.exact or wish.shift or wish.whole_days):
        return wish
    start, end = shown[-1].window.start - stretching.NEARBY, shown[-1].window.end + stretching.NEARBY
    time = TimeConstraint(slots=(Slot(start, end),), duration=wish.time.duration)
    return replace(wish, time=time, shift=None, whole_days=False, dayless=False)


def may_insist(proposal: Proposal, me: str) -> bool:
    """Whether a yes means the time that was asked for: it is in the speaker's own hours, nobody else is taken then, and
    at the worst it is early or late for the others."""
    standings = dict(proposal.openings[-1].standings) if proposal.asked else {}
    own = standings.pop(me, Standing.OUTSIDE)
    return own is not Standing.OUTSIDE and all(standing < Standing.HIDDEN for standing in standings.values())


def objection(proposal: Proposal, asker: Asker) -> str:
    """Whom the time that was asked for troubles; empty where none was."""
    if not proposal.asked:
        return ""
    opening = proposal.openings[-1]
    standings = tuple(each for each in opening.standings if each[1] >= Standing.TENTATIVE)
    who = suits(replace(opening, standings=standings), proposal.faces, asker.reader)
    taken = "note-taken-yes" if may_insist(proposal, asker.me.email) else "note-taken"
    name = taken if len(proposal.openings) > 1 else "note-taken-only"
    return asker.reader.say(name, time=asker.reader.moment(opening.window), who=who)


def _slots(target: Target, asker: Asker) -> tuple[Window, ...]:
    """Where to look; near a stated time for better ones."""
    if target.exact:
        near = Window(target.exact - stretching.NEARBY, target.exact + target.length + stretching.NEARBY)
        return openings.working_windows(asker.hours, near) or (Window.of(target.exact, target.length),)
    said = TimeConstraint(slots=target.slots, starts=target.starts)
    return stretching.searched(said, asker.now, target.length, asker.hours)


async def _calendars(guests: Sequence[Guest], span: Window, asker: Asker) -> tuple[Calendar, ...]:
    try:
        return await freebusy.calendars_of(guests, span, asker)
    except NotAllowed:
        emails = [asker.me.email, *(guest.person.email for guest in guests)]
        return tuple(Calendar(email, Hidden(email)) for email in emails)


def _without(event: Event, calendar: Calendar) -> Calendar:
    """Somebody's time without the event that is to be moved."""
    return replace(calendar, schedule=openings.without(event, calendar.schedule))


def _without_hours(room: Calendar) -> Calendar:
    """Nobody works in a room's stead: it can be had at any hour at which it is free."""
    schedule = room.schedule
    return replace(room, schedule=replace(schedule, hours=None)) if isinstance(schedule, Schedule) else room


def _rooms(event: Event, wish: Wish) -> set[str]:
    """The addresses of the rooms that it has, or is to have."""
    rooms = {each.email.lower() for each in event.attendees if each.kind == "resource"}
    return rooms | ({wish.room.email.lower()} if wish.room else set())


def _faces(
    event: Event, wish: Wish, guests: Sequence[Guest], calendars: Sequence[Calendar], asker: Asker
) -> tuple[Face, ...]:
    """Everybody as a card shows them, the asker first; a room has no clock of its own."""
    rooms = _rooms(event, wish)
    names = asker.names_of([guest.person for guest in guests])
    zones = {
        calendar.email: calendar.schedule.hours.zone
        for calendar in calendars
        if isinstance(calendar.schedule, Schedule) and calendar.schedule.hours and calendar.email.lower() not in rooms
    }
    everyone = [Guest(asker.me), *guests]
    return tuple(
        Face(
            each.person.email,
            names[each.person.email],
            each.person.name,
            cities.at_place(zones.get(each.person.email), each.person.office, asker.now),
            each.role is Role.OPTIONAL,
            is_reader=each.person.email == asker.speaker.email,
        )
        for each in everyone
    )
