"""Where somebody is and on which clock, as far as their free/busy time and Teams tell.

Ana: where is Tom working today?
Bot: Tom Becker is working elsewhere, by his calendar.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from dialogs.asker import Asker
from dialogs.words.reader import Reader
from graph import availability, people, timezones
from graph.errors import NotAllowed, NotFound
from graph.model import Busy, Hidden, Person, Schedule, ShowAs, Window

DAY = timedelta(days=1)
PRESENCES = {
    "Available": "presence-available",
    "AvailableIdle": "presence-available",
    "Busy": "presence-busy",
    "BusyIdle": "presence-busy",
    "DoNotDisturb": "presence-not-disturb",
    "Away": "presence-away",
    "BeRightBack": "presence-away",
    "Offline": "presence-offline",
}
MEANT = (ShowAs.OUT_OF_OFFICE, ShowAs.WORKING_ELSEWHERE)


async def schedule_of(person: Person, window: Window, asker: Asker) -> Schedule | Hidden:
    """Somebody's free/busy time; hidden where it may not be read, or there is none. Raises GraphError."""
    if not person.email:
        return Hidden("")
    try:
        known = await availability.get_schedule(asker.graph, [person.email], window, asker.zone)
    except NotAllowed:
        return Hidden(person.email)
    return known.get(person.email, Hidden(person.email))


async def zone_of(person: Person, asker: Asker) -> ZoneInfo | None:
    """The zone of somebody's working hours; None where it cannot be seen. Raises GraphError."""
    return clock_of(await schedule_of(person, today(asker.now), asker), asker)


def clock_of(schedule: Schedule | Hidden, asker: Asker) -> ZoneInfo | None:
    """The zone of the working hours; the asker's own where Outlook has one name for both: Berlin's is Amsterdam's."""
    zone = schedule.hours.zone if isinstance(schedule, Schedule) and schedule.hours else None
    is_same = zone is not None and timezones.windows_name(zone) == timezones.windows_name(asker.zone)
    return asker.zone if is_same else zone


async def presence_of(person: Person, asker: Asker) -> str:
    """The name of the phrase for how Teams shows somebody; empty where that cannot be known. Raises GraphError."""
    if not person.id:
        return ""
    try:
        return PRESENCES.get((await people.presence(asker.graph, person.id)).availability, "")
    except (NotAllowed, NotFound):
        return ""


def today(now: datetime) -> Window:
    """From midnight to midnight by the clock of `now`."""
    midnight = datetime.combine(now.date(), time(), now.tzinfo)
    return Window(midnight, datetime.combine(now.date() + DAY, time(), now.tzinfo))


def told(person: Person, schedule: Schedule | Hidden, window: Window, now: datetime, reader: Reader) -> str:
    """Where somebody is in `window`, by their calendar."""
    if isinstance(schedule, Hidden):
        return reader.say("where-hidden", name=person.name)
    day = reader.day(window.start)
    marked = [busy for busy in schedule.busy if busy.show_as in MEANT and busy.window.overlaps(window)]
    if marked:
        return " ".join(_marked(person, busy, window, reader) for busy in marked[:2])
    if window.start <= now < window.end and (until := _busy_until(schedule.busy, now)):
        return reader.say("where-busy", name=person.name, time=reader.clock(until))
    # The day that is meant is theirs, whose midnight may be another one.
    noon = window.start + window.length / 2
    if schedule.hours is None or noon.astimezone(schedule.hours.zone).weekday() not in schedule.hours.weekdays:
        return reader.say("where-no-workday", name=person.name, day=day)
    phrase = "where-nothing-now" if window.start <= now < window.end else "where-nothing"
    return reader.say(phrase, name=person.name, day=day)


async def away_of(everybody: Sequence[Person], window: Window, asker: Asker) -> str:
    """Who of several is out of the office in `window`, and when; who cannot be seen is named. Raises GraphError."""
    known = await availability.get_schedule(asker.graph, [each.email for each in everybody], window, asker.zone)
    reader, lines, hidden = asker.reader, list[str](), list[str]()
    for person in everybody:
        schedule = known.get(person.email, Hidden(person.email))
        if isinstance(schedule, Hidden):
            hidden.append(person.name)
            continue
        out = [busy for busy in schedule.busy if busy.show_as is ShowAs.OUT_OF_OFFICE and busy.window.overlaps(window)]
        spans = ", ".join(_days(busy.window, reader) for busy in out)
        lines += [reader.say("where-out", name=person.name, span=spans)] if out else []
    if hidden:
        lines.append(reader.say("where-unseen", names=reader.names(hidden)))
    elif not lines:
        lines.append(reader.say("where-all-in", names=reader.names([each.name for each in everybody])))
    return "\n\n".join(lines)


def _days(window: Window, reader: Reader) -> str:
    """Whole days as days, and hours with their day."""
    is_whole = all(edge.hour == edge.minute == 0 for edge in (window.start, window.end))
    if not is_whole:
        return f"{reader.day(window.start)}, {reader.hours(window)}"
    last = window.end - DAY
    return reader.day(window.start) if last <= window.start else f"{reader.day(window.start)} – {reader.day(last)}"


def _marked(person: Person, busy: Busy, window: Window, reader: Reader) -> str:
    name = "where-out" if busy.show_as is ShowAs.OUT_OF_OFFICE else "where-elsewhere"
    whole = busy.window.start <= window.start and busy.window.end >= window.end
    day = reader.day(window.start)
    span = day if whole else f"{day}, {reader.hours(busy.window)}"
    words = reader.say(name, name=person.name, span=span)
    return f"{words} “{busy.subject}”." if busy.subject else words


def _busy_until(taken: Sequence[Busy], now: datetime) -> datetime | None:
    """When what is on now is over."""
    on = [busy.window.end for busy in taken if busy.window.start <= now < busy.window.end]
    return max(on, default=None)
