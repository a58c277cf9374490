"""Make a change: what is written to Graph, for one event, for a whole series or for the rest of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from dialogs.asker import Asker
from dialogs.decisions import series
from dialogs.decisions.extras import SHOWN_AS
from dialogs.decisions.wishes import Target
from dialogs.frame import Change, Guest, Wish
from dialogs.people import attendees
from dialogs.people.names import goes_by
from dialogs.understand.understood import Role
from graph import events
from graph.model import (
    Attendee,
    Event,
    EventChanges,
    Importance,
    NewEvent,
    Person,
    Sensitivity,
    Window,
)
from graph.recurrence import CannotRecur, Recurrence

Value = TypeVar("Value")

SENSITIVITY = {"private": Sensitivity.PRIVATE, "public": Sensitivity.NORMAL}
IMPORTANCE = {"important": Importance.HIGH, "ordinary": Importance.NORMAL}


@dataclass(frozen=True)
class Done:
    """What was written, and what takes it back; None: it cannot be taken back at once."""

    event: Event
    back: EventChanges | None
    ended_id: str = ""
    """The series that ended where `event` took over, which is what `back` is for; empty where none did."""


def is_own_matter(wish: Wish) -> bool:
    """Whether it concerns nobody but the owner of the calendar, who need not be the organizer."""
    others = wish.moves or wish.longer or wish.time.duration or wish.subject or wish.location or wish.text
    housed = wish.room or wish.venue or wish.is_roomless
    marked = bool(wish.marks) and {*wish.marks} <= {*SHOWN_AS, *SENSITIVITY}
    return marked and not (others or housed or wish.added or wish.dropped)


def changes_nothing(event: Event, wish: Wish, target: Target | None) -> bool:
    """Whether everything is already as it is wished."""
    stays = target is None or (target.exact == event.start and target.length == event.window.length)
    return stays and fields(event, wish, asker_email="") == EventChanges() and not wish.text


def window_of(change: Change, number: int) -> Window | None:
    """The time that was picked; None where the event stays when it is."""
    return change.openings[number].window if change.openings else None


def with_person(wish: Wish, person: Person | None, role: Role) -> Wish:
    """With somebody who was not clear before, in the role that was said; None leaves them out."""
    known = wish.dropped if role is Role.WITHOUT else tuple(guest.person for guest in wish.added)
    if person is None or any(person.email.lower() == each.email.lower() for each in known):
        return wish
    if role is Role.WITHOUT:
        return replace(wish, dropped=(*wish.dropped, person))
    return replace(wish, added=(*wish.added, Guest(person, role)))


def without_those_who_come(wish: Wish, event: Event) -> Wish:
    """Who is to be left out is one of those who come: the only one of them who goes by what was said."""
    out = [person for person in wish.dropped if comes_to(event, person)]
    unclear = []
    for each in wish.unresolved:
        coming = [Person(one.name, one.email) for one in event.attendees if one.kind != "resource"]
        named = [person for person in coming if goes_by(each.said, person.name)] if each.role is Role.WITHOUT else []
        if len(named) == 1:
            out.append(named[0])
        else:
            unclear.append(each)
    return replace(wish, dropped=tuple(dict.fromkeys(out)), unresolved=tuple(unclear))


def comes_to(event: Event, person: Person) -> bool:
    """Whether somebody is among those who are invited."""
    return any(each.email.lower() == person.email.lower() for each in event.attendees)


def without_room_left(wish: Wish, event: Event) -> Wish:
    """An event that is to be in no room gives back the one in which it was."""
    rooms = [each.name.casefold() for each in event.attendees if each.kind == "resource"]
    leaves = bool(wish.location) and rooms == [event.location.casefold()] and wish.location.casefold() not in rooms
    return replace(wish, is_roomless=True) if leaves and wish.room is None else wish


async def make(change: Change, event: Event, window: Window | None, scope: str, asker: Asker) -> Done:
    """Write it. Raises GraphError, and CannotRecur where the series cannot be so."""
    if change.wish.text:
        await events.add_to_body(asker.graph, event.series_id if scope == "all" else event.id, change.wish.text)
    if event.series_id and scope == "all":
        return await _make_all(change, event, window, asker)
    if event.series_id and scope == "following":
        return await _make_following(change, event, window, asker)
    changes = replace(fields(event, change.wish, asker.me.email), window=local(window, asker))
    if changes == EventChanges():
        return Done(event, None)
    after = await events.update_event(asker.graph, event.id, changes, asker.zone)
    return Done(after, None if change.wish.text else back(event, changes))


async def _make_all(change: Change, event: Event, window: Window | None, asker: Asker) -> Done:
    master = await events.get_event(asker.graph, event.series_id, asker.zone)
    changes = fields(master, change.wish, asker.me.email)
    if window and master.recurrence:
        days = (window.start.astimezone(asker.zone).date() - event.start.date()).days
        recurrence = series.moved(master.recurrence, days)
        start = window.start.astimezone(asker.zone)
        first = start.replace(year=recurrence.start.year, month=recurrence.start.month, day=recurrence.start.day)
        changes = replace(changes, window=Window.of(first, window.length), recurrence=recurrence)
    if changes == EventChanges():
        return Done(master, None)
    after = await events.update_event(asker.graph, master.id, changes, asker.zone)
    return Done(after, None if change.wish.text else back(master, changes))


async def _make_following(change: Change, event: Event, window: Window | None, asker: Asker) -> Done:
    """The series ends before this occurrence, and another one begins with it, as Outlook does."""
    master = await events.get_event(asker.graph, event.series_id, asker.zone)
    if master.recurrence is None:
        raise CannotRecur("it is no series")
    day = event.start.date()
    try:
        ended = series.ended_before(master.recurrence, day)
    except CannotRecur:
        return await _make_all(change, event, window, asker)
    window = window or event.window
    start = window.start.astimezone(asker.zone)
    rest = series.moved(series.from_on(master.recurrence, day), (start.date() - day).days)
    created = await begin_anew(master, change, Window.of(start, window.length), rest, asker)
    await events.update_event(asker.graph, master.id, EventChanges(window=master.window, recurrence=ended), asker.zone)
    return Done(created, EventChanges(window=master.window, recurrence=master.recurrence), master.id)


async def begin_anew(
    master: Event, change: Change, window: Window | None, recurrence: Recurrence, asker: Asker
) -> Event:
    """A series like `master` with what is wished of it, that begins with `window`. Raises GraphError, CannotRecur."""
    window = local(window, asker) or master.window
    changed = fields(master, change.wish, asker.me.email)
    new = NewEvent(
        subject=changed.subject or master.subject,
        start=window.start,
        end=window.end,
        transaction_id=change.id,
        attendees=changed.attendees if changed.attendees is not None else _plain(master, asker),
        body=master.body,
        location=master.location if changed.location is None else changed.location,
        room_email=changed.room_email or _room_email(master),
        is_online=master.is_online or bool(changed.is_online),
        show_as=changed.show_as or master.show_as,
        sensitivity=changed.sensitivity or master.sensitivity,
        importance=changed.importance or master.importance,
        categories=master.categories,
        recurrence=recurrence,
    )
    return await events.create_event(asker.graph, new)


def _plain(master: Event, asker: Asker) -> tuple[Attendee, ...]:
    """Those who are invited, as one invites them."""
    me = asker.me.email.lower()
    return tuple(Attendee(each.name, each.email, each.kind) for each in master.attendees if each.email.lower() != me)


def fields(event: Event, wish: Wish, asker_email: str) -> EventChanges:
    """Everything but the time that is to be other than it is."""
    return EventChanges(
        subject=wish.subject if wish.subject and wish.subject != event.subject else None,
        attendees=_attendees(event, wish, asker_email),
        location=_other_place(event, wish),
        room_email=wish.room.email if wish.room and wish.room.name != event.location else "",
        show_as=_other(_marked(wish, SHOWN_AS), event.show_as),
        sensitivity=_other(_marked(wish, SENSITIVITY), event.sensitivity),
        importance=_other(_marked(wish, IMPORTANCE), event.importance),
        is_online=True if "online" in wish.marks and not event.is_online else None,
    )


def _other_place(event: Event, wish: Wish) -> str | None:
    """The place, where it is to be another one; what names the room that is given back is no place any more."""
    if wish.is_roomless and not wish.location:
        names = {each.name.casefold() for each in event.attendees if each.kind == "resource"}
        return "" if event.location.casefold() in names else None
    new = wish.room.name if wish.room else wish.location
    return new if new and new != event.location else None


def _marked(wish: Wish, values: Mapping[str, Value]) -> Value | None:
    """The value that is wished of one kind of mark; None where none is."""
    return next((values[mark] for mark in wish.marks if mark in values), None)


def _other(new: Value | None, old: Value) -> Value | None:
    return new if new != old else None


def _attendees(event: Event, wish: Wish, me: str) -> tuple[Attendee, ...] | None:
    """The whole new list; None where it stays as it is."""
    out = {person.email.lower() for person in wish.dropped}
    if wish.room or wish.is_roomless:
        out |= {each.email.lower() for each in event.attendees if each.kind == "resource"}
    kept = {each.email.lower(): each for each in event.attendees if each.email.lower() not in out | {me.lower()}}
    added = {guest.person.email.lower(): attendees.attendee_of(guest) for guest in wish.added}
    if wish.room:
        added[wish.room.email.lower()] = attendees.seat_of(wish.room)
    new = kept | {email: each for email, each in added.items() if email not in kept or kept[email].kind != each.kind}
    before = {each.email.lower(): each for each in event.attendees if each.email.lower() != me.lower()}
    return tuple(new.values()) if new != before else None


def on_clock_of(asker: Asker, changes: EventChanges) -> EventChanges:
    """The same changes by the asker's own clock: a series must not be anchored anywhere else."""
    return replace(changes, window=local(changes.window, asker))


def local(window: Window | None, asker: Asker) -> Window | None:
    """The same time by the asker's own clock."""
    return Window(window.start.astimezone(asker.zone), window.end.astimezone(asker.zone)) if window else None


def back(event: Event, changes: EventChanges) -> EventChanges:
    """The changes that make it what it was. What is online stays so."""
    return EventChanges(
        subject=event.subject if changes.subject is not None else None,
        window=event.window if changes.window is not None else None,
        attendees=event.attendees if changes.attendees is not None else None,
        location=event.location if changes.location is not None else None,
        room_email=_room_email(event) if changes.location is not None else "",
        show_as=event.show_as if changes.show_as is not None else None,
        sensitivity=event.sensitivity if changes.sensitivity is not None else None,
        importance=event.importance if changes.importance is not None else None,
        recurrence=event.recurrence if changes.recurrence is not None else None,
    )


def _room_email(event: Event) -> str:
    """The address of the room that its place names; empty where that is none."""
    rooms = (each.email for each in event.attendees if each.kind == "resource" and each.name == event.location)
    return next(rooms, "")
