"""Where many events go at once: each to the time that was said, or near it where that troubles somebody. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from dialogs.decisions import openings, ranking
from dialogs.decisions.openings import Calendar, Opening, Standing
from dialogs.understand.understood import TimeConstraint
from graph.model import Busy, Event, Schedule, ShowAs, Window, WorkingHours

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
AWAY = timedelta(days=7)
"""How far to look where nobody said when."""
BAD = (Standing.OUTSIDE, Standing.BUSY, Standing.OUT)


@dataclass(frozen=True)
class Aim:
    """Where the events are to go: by so much, to a time or a stretch, or each to its own of `starts`, by their ids.

    Neither: out of `source`.
    """

    time: TimeConstraint
    shift: timedelta | None = None
    source: tuple[Window, ...] = ()
    starts: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True)
class Placed:
    """An event with the time that was found; None: there is none. `wanted` is the time that was asked for instead."""

    event: Event
    opening: Opening | None
    wanted: Window | None = None


def placed(
    events: Sequence[Event],
    aim: Aim,
    company: Mapping[str, Sequence[tuple[str, bool]]],
    calendars: Mapping[str, Calendar],
    *,
    hours: WorkingHours,
    now: datetime,
) -> tuple[Placed, ...]:
    """Each event in its order, none where another one of them has gone.

    `company` tells of each event by its id who comes: (address, whether required), the asker first; `calendars` are
    everybody's by address.
    """
    known = {email: freed(calendar, events) for email, calendar in calendars.items()}
    found: list[Placed] = []
    for event in events:
        mine = [replace(known[email], required=required) for email, required in company[event.id]]
        one = _one(event, aim, mine, events=events, hours=hours, now=now)
        found.append(one)
        if one.opening:
            for email, _ in company[event.id]:
                known[email] = _taken(known[email], one.opening.window)
    return tuple(found)


def _one(
    event: Event,
    aim: Aim,
    calendars: Sequence[Calendar],
    *,
    events: Sequence[Event],
    hours: WorkingHours,
    now: datetime,
) -> Placed:
    exact = wanted(event, aim, now)
    asked = openings.opening_at(exact, calendars) if exact and exact.start >= now else None
    is_told = aim.shift is not None or event.id in aim.starts
    if asked and (is_told or not _troubles(asked, openings.opening_at(event.window, calendars))):
        return Placed(event, asked)
    slots = openings.searched(_stretches(event, aim, events, now), hours)
    ranked = ranking.rank(
        calendars,
        slots,
        event.window.length,
        now,
        excluded=() if _is_said(aim) else aim.source,
        near=exact.start if exact else event.start,
        seen=(event.window,),
        limit=4,
    )
    good = [opening for opening in ranked if not opening.is_objected_to]
    if good:
        near = exact.start if exact else event.start
        best = min(good, key=lambda opening: abs(opening.window.start - near)) if exact else good[0]
        return Placed(event, best, exact)
    return Placed(event, asked or (ranked[0] if ranked else None), exact)


def wanted(event: Event, aim: Aim, now: datetime) -> Window | None:
    """The time that an event would have if nobody objected; None where that is open."""
    start, length = event.start.astimezone(now.tzinfo), event.window.length
    if aim.shift is not None:
        return Window.of(start + aim.shift, length)
    if event.id in aim.starts:
        return Window.of(aim.starts[event.id].astimezone(now.tzinfo), length)
    if exact := _exact(event, aim, now):
        return Window.of(exact, length)
    if len(aim.time.slots) != 1 or (first := aim.time.slots[0].start) is None:
        return None
    end = aim.time.slots[0].end or first + WEEK
    same = first.replace(hour=start.hour, minute=start.minute)
    if end - first > DAY:
        same += timedelta(days=(start.weekday() - same.weekday()) % len("MTWTFSS"))
    return Window.of(same, length) if first <= same and same + length <= end else None


def _exact(event: Event, aim: Aim, now: datetime) -> datetime | None:
    """The start that was said; a time of day alone is that of the event's own day."""
    if aim.time.exact is None or aim.time.clock is None:
        return aim.time.exact
    return event.start.astimezone(now.tzinfo).replace(hour=aim.time.exact.hour, minute=aim.time.exact.minute)


def _stretches(event: Event, aim: Aim, events: Sequence[Event], now: datetime) -> tuple[Window, ...]:
    if exact := _exact(event, aim, now):
        midnight = exact.replace(hour=0, minute=0)
        return (Window(exact, midnight + DAY),)
    if aim.time.slots:
        return tuple(Window(slot.start or now, slot.end or (slot.start or now) + WEEK) for slot in aim.time.slots)
    left = (*aim.source, *(each.window for each in events))
    # What is to be out of the way is rather held later than at a day's notice less.
    first = min(each.start for each in left).astimezone(now.tzinfo).replace(hour=0, minute=0)
    return (Window(max(now, first), max(each.end for each in left).astimezone(now.tzinfo) + AWAY),)


def _is_said(aim: Aim) -> bool:
    return bool(aim.time.exact or aim.time.slots or aim.shift is not None)


def _troubles(asked: Opening, before: Opening) -> bool:
    """Whether somebody cannot come, or not within hours, whom the present time does not trouble so."""
    present = dict(before.standings)
    return any(standing in BAD and standing > present[email] for email, standing in asked.standings)


def freed(calendar: Calendar, events: Sequence[Event]) -> Calendar:
    """Somebody's time without the events, which make room for one another."""
    schedule = calendar.schedule
    if not isinstance(schedule, Schedule):
        return calendar
    left = list(schedule.busy)
    for event in events:
        own = [busy for busy in left if busy.window == event.window and busy.subject in ("", event.subject)]
        if own:
            left.remove(next((busy for busy in own if busy.subject), own[0]))
    return replace(calendar, schedule=replace(schedule, busy=tuple(left)))


def _taken(calendar: Calendar, window: Window) -> Calendar:
    schedule = calendar.schedule
    if not isinstance(schedule, Schedule):
        return calendar
    return replace(calendar, schedule=replace(schedule, busy=(*schedule.busy, Busy(window, ShowAs.BUSY))))
