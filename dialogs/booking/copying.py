"""Hold a meeting again, or one that follows it, with the same people: another booking, of which nothing is sent yet.

Ana: book a follow-up to the budget review in two weeks
Bot: Times for Follow-up: Budget review, 1 h · Tom Becker and Priya Raman …    [Book]
Ana: same time next week
Bot: Times for Budget review, 1 h … Thu 3 Dec, 10:00 – 11:00                   [Book]
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dialogs import stale
from dialogs.asker import Asker
from dialogs.booking import book, offers
from dialogs.decisions import refining, replanning
from dialogs.decisions.replanning import Aim
from dialogs.frame import Booking, Frame, Guest, RoomWish
from dialogs.people import attendees
from dialogs.people.names import folded
from dialogs.referents import upcoming, which
from dialogs.turn import Reply
from dialogs.understand.lexicon.patterns import is_weekday
from dialogs.understand.understood import Intent, Kind, Role, Slot, TimeConstraint, Understood
from graph import events
from graph.model import Event, NewEvent, Person, Window

PAST = timedelta(days=60)
"""How far back a meeting is looked for that is over."""


async def copy(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Times for a meeting with the people and the length of another one, where it is held again also in its place.

    Raises GraphError.
    """
    reader = asker.reader
    found = await _meant(said.event, frame, asker)
    plain = next(iter(said.others), None)
    if not found and plain and (plain.people or said.facet == "another"):
        return await book.book(replace(plain, intent=Intent.SCHEDULE), frame, asker)
    if not found:
        words = reader.say("copy-which" if said.event is None else "copy-none")
        return frame, Reply(text=words, dialog="copying", outcome="nothing")
    if len(found) > 1:
        names = reader.names([f"“{event.subject}” ({reader.moment(event.window)})" for event in found[:4]])
        frame = replace(frame, listed=tuple(event.id for event in found))
        return frame, Reply(text=reader.say("copy-several", events=names), dialog="copying", outcome="asked")
    event = found[0]
    booking = Booking(
        guests=_guests(event, asker),
        subject=_subject(event, said, asker),
        duration=said.time.duration or event.window.length,
        time=_time(event, said, asker),
    )
    if any(each.kind != "pronoun" for each in said.people):
        guests, unresolved = await attendees.resolve(said.people, asker, frame.just_named)
        booking = replace(booking, guests=guests, unresolved=unresolved)
    if said.facet != "follow_up":
        # What merely follows it is another meeting, which need not be where this one was.
        room = _room(event)
        booking = replace(booking, location="" if room else event.location, online=event.is_online, room=room)
    return await book.proceed(booking, replace(frame.at_rest(), listed=(event.id,) if event.id else ()), asker)


async def _meant(described: Understood | None, frame: Frame, asker: Asker) -> Sequence[Event]:
    """The event ahead, else the one that was held last; several where they are not called alike. Raises GraphError."""
    if described is None or not which.is_described(described):
        return await _at_hand(frame, asker)
    midnight = asker.now.replace(hour=0, minute=0, second=0, microsecond=0)
    before = await events.calendar_view(asker.graph, Window(midnight - PAST, asker.now), asker.zone)
    gone = tuple(reversed([event for event in before if event.end <= asker.now]))
    for candidates in (await upcoming.occurrences(asker), gone, await upcoming.occurrences(asker, upcoming.YEAR)):
        held = [event for event in candidates if not event.is_cancelled]
        if found := which.meant(replace(described, choice=None), held, replace(frame, listed=())):
            return _one_of_each(found, described)
    return ()


def _one_of_each(found: Sequence[Event], described: Understood) -> Sequence[Event]:
    """The first of each title; the one alone that is titled just as it was said."""
    titles: dict[str, Event] = {}
    for event in found:
        titles.setdefault(event.series_id or folded(event.subject), event)
    named = [event for event in titles.values() if folded(event.subject) == folded(described.subject)]
    return named[:1] or list(titles.values())


async def _at_hand(frame: Frame, asker: Asker) -> Sequence[Event]:
    if not frame.listed and frame.gone and frame.undo and frame.undo.verb == "book_again_offer":
        # What was just cancelled is held at another time.
        return tuple(_as_it_was(each, asker) for each in frame.gone[-1].events[:1])
    if len(frame.listed) != 1:
        return ()
    event = await stale.event_of(frame.listed[0], asker)
    return (event,) if event else ()


def _as_it_was(gone: NewEvent, asker: Asker) -> Event:
    """What was cancelled, as the event that it was."""
    start, end = gone.start.astimezone(asker.zone), gone.end.astimezone(asker.zone)
    return Event(
        "",
        gone.subject,
        start,
        end,
        asker.me,
        gone.attendees,
        is_organizer=True,
        is_online=gone.is_online,
        location=gone.location,
    )


def _guests(event: Event, asker: Asker) -> tuple[Guest, ...]:
    """Everybody but the asker, whoever organized it."""
    guests = {} if event.is_organizer else {event.organizer.email.lower(): Guest(event.organizer)}
    for each in event.attendees:
        if each.kind != "resource":
            role = Role.OPTIONAL if each.kind == "optional" else Role.REQUIRED
            guests.setdefault(each.email.lower(), Guest(Person(each.name, each.email), role))
    guests.pop(asker.me.email.lower(), None)
    return tuple(guests.values())


def _subject(event: Event, said: Understood, asker: Asker) -> str:
    if said.facet != "follow_up":
        # A title that was made of who comes is made anew for others.
        is_made = said.people and event.subject == offers.subject_of(Booking(_guests(event, asker)), asker)
        return "" if is_made else event.subject
    # What follows a follow-up is not called twice so.
    plain = asker.reader.say("copy-follow-up", subject="")
    return event.subject if event.subject.startswith(plain.strip()) else f"{plain.rstrip()} {event.subject}"


def _time(event: Event, said: Understood, asker: Asker) -> TimeConstraint:
    """When it was said to be; a day alone means the event's own time of day, but for what only follows it."""
    if said.shift is not None:
        return TimeConstraint(exact=event.start.astimezone(asker.zone) + said.shift)
    if said.facet == "follow_up" and said.when and all(is_weekday(when.text) for when in said.when):
        said = replace(said, time=_behind(event, said.time))
    is_dayless = all(when.kind is Kind.TIME or when.dayless for when in said.when)
    if said.time.clock and is_dayless and event.start > asker.now:
        # "The same for Tom at 2": on the day of the one that is spoken of.
        hour = refining.at_clock(event.start.astimezone(asker.zone), said.time.clock[0])
        return replace(said.time, exact=hour, slots=(), duration=None)
    if not event.id and said.when:
        # What was cancelled is held again in its own week.
        of_weekday = all(is_weekday(when.text) for when in said.when)
        start = event.start.astimezone(asker.now.tzinfo)
        said = replace(said, time=refining.in_its_own_week(said.time, start, asker.now, is_of_weekday=of_weekday))
    own_hour = said.facet != "follow_up" or said.choice == 1
    if said.time.exact or not said.time.slots or not own_hour:
        return replace(said.time, duration=None)
    wanted = replanning.wanted(event, Aim(said.time), asker.now)
    return TimeConstraint(exact=wanted.start) if wanted else said.time


def _behind(event: Event, time: TimeConstraint) -> TimeConstraint:
    """A day of the week that is said of what follows an event is the first one behind it."""
    starts = [time.exact, *(slot.start for slot in time.slots)]
    first = min((start for start in starts if start), default=None)
    if first is None or first >= event.end:
        return time
    weeks = replanning.WEEK * -(-(event.end - first) // replanning.WEEK)
    slots = tuple(Slot(each.start and each.start + weeks, each.end and each.end + weeks) for each in time.slots)
    return replace(time, exact=time.exact and time.exact + weeks, slots=slots)


def _room(event: Event) -> RoomWish | None:
    """Its own room again, if that is free."""
    rooms = tuple(each.email for each in event.attendees if each.kind == "resource")
    return RoomWish(named=rooms) if rooms else None
