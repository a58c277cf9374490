"""A mailbox's calendar between two instants: series expanded, exceptions in their place, removed days left out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo

from graph.emulator import ids
from graph.emulator.errors import Json
from graph.emulator.moments import iso, named_zone, settle
from graph.emulator.recurrence import Rule, days, happens_on, rule_of
from graph.emulator.store import Item, Mailbox, Store
from graph.timezones import zone

_DAY = timedelta(days=1)


def instants(document: Json, owner_zone: tzinfo) -> tuple[datetime, datetime]:
    """Start and end of an event's document, in the zones it states.

    A whole day is the day of whoever looks at it: it begins at midnight by the mailbox owner's clock.
    """
    if document.get("isAllDay"):
        return settle(_wall(document["start"]), owner_zone), settle(_wall(document["end"]), owner_zone)
    start, end = document["start"], document["end"]
    return settle(_wall(start), named_zone(start["timeZone"])), settle(_wall(end), named_zone(end["timeZone"]))


def owner_zone(mailbox: Mailbox) -> tzinfo:
    """The zone of a mailbox; UTC where its settings name one that nobody knows."""
    return known_zone(mailbox.zone)


def known_zone(name: str) -> tzinfo:
    """The zone of that name, or UTC."""
    return zone(name) or UTC


def series_rule(document: Json) -> Rule:
    """The rule of a seriesMaster's document."""
    return rule_of(document["recurrence"], _wall(document["start"]).date())


def view(store: Store, mailbox: Mailbox, start: datetime, end: datetime, calendar: str = "") -> list[Item]:
    """What calendarView shows: single events, occurrences and exceptions that touch the stretch, by start.

    Of the mailbox's own calendar, or of the one with the id `calendar`.
    """
    first, last = int(start.timestamp()), int(end.timestamp())
    found: list[Item] = []
    for item in store.events_between(mailbox.id, first, last, calendar):
        if item.kind == "seriesMaster":
            found.extend(occurrences(store, mailbox, item, start, end))
        else:
            found.append(item)
    found.sort(key=lambda item: (item.start, item.finish))
    return found


def occurrences(store: Store, mailbox: Mailbox, master: Item, start: datetime, end: datetime) -> Iterator[Item]:
    """The occurrences of a series that touch the stretch; exceptions and removed days are left out."""
    taken = set(store.removed_days(master.id)) | {item.day for item in store.exceptions(master.id)}
    own = known_zone(master.document["start"]["timeZone"])
    length = timedelta(seconds=master.finish - master.start)
    first = (start - length).astimezone(own).date() - _DAY
    for day in days(series_rule(master.document), first, end.astimezone(own).date() + _DAY):
        if day.isoformat() in taken:
            continue
        occurrence = occurrence_on(mailbox, master, day)
        if occurrence.start < end.timestamp() and occurrence.finish > start.timestamp():
            yield occurrence


def occurrence_on(mailbox: Mailbox, master: Item, day: date) -> Item:
    """The occurrence that a series plans for `day`."""
    document = dict(master.document)
    shift = day - _wall(document["start"]).date()
    for edge in ("start", "end"):
        moved = _wall(document[edge]) + shift
        document[edge] = {"dateTime": moved.isoformat(), "timeZone": document[edge]["timeZone"]}
    document["recurrence"] = None
    start, end = instants(document, owner_zone(mailbox))
    return replace(
        master,
        id=ids.occurrence_id(master.id, day),
        kind="occurrence",
        start=int(start.timestamp()),
        finish=int(end.timestamp()),
        until=0,
        document=document,
        master=master.id,
        day=day.isoformat(),
        transaction_id=None,
        is_stored=False,
    )


def find(store: Store, mailbox: Mailbox, event_id: str) -> Item | None:
    """The event of that id in this mailbox: stored, or an occurrence of a stored series."""
    stored = store.event(event_id)
    if stored is not None:
        return stored if stored.mailbox == mailbox.id else None
    parts = ids.split_occurrence_id(event_id)
    if parts is None:
        return None
    master = store.event(parts[0])
    if master is None or master.mailbox != mailbox.id or master.kind != "seriesMaster":
        return None
    day = parts[1]
    if day.isoformat() in store.removed_days(master.id) or not happens_on(series_rule(master.document), day):
        return None
    return occurrence_on(mailbox, master, day)


def _wall(moment: Json) -> datetime:
    return iso(moment["dateTime"]).replace(tzinfo=None)
