"""Times to offer, how each suits everyone, and what is left between events: pure functions of free/busy and hours.

Graph's free/busy statuses are told apart, since a tentative hold gives way more easily than a meeting and a meeting
more easily than a holiday.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import IntEnum
from itertools import pairwise
from zoneinfo import ZoneInfo

from dialogs.decisions.habits import Habits
from graph.model import Event, Hidden, Schedule, ShowAs, Window, WorkingHours
from graph.places import Room

LONG_SLOT = timedelta(hours=8)
"""A stretch at least this long ("Thursday", "next week") means its working hours; a shorter one means what it says."""


class Standing(IntEnum):
    """How a time suits one person, better before worse."""

    FREE = 0
    ELSEWHERE = 1
    TENTATIVE = 2
    OUTSIDE = 3
    HIDDEN = 4
    BUSY = 5
    OUT = 6


STANDING_OF = {
    ShowAs.FREE: Standing.FREE,
    ShowAs.WORKING_ELSEWHERE: Standing.ELSEWHERE,
    ShowAs.TENTATIVE: Standing.TENTATIVE,
    ShowAs.BUSY: Standing.BUSY,
    ShowAs.OUT_OF_OFFICE: Standing.OUT,
    ShowAs.UNKNOWN: Standing.BUSY,
}
LUNCH_HOUR = (time(12), time(13))


@dataclass(frozen=True)
class Calendar:
    """One person's time: free/busy, or hidden; required or optional. The asker comes first in every sequence."""

    email: str
    schedule: Schedule | Hidden
    required: bool = True
    habits: Habits = field(default_factory=Habits)
    """How they want their meetings, where that is known."""
    days_off: frozenset[date] = frozenset()
    """Public holidays where they live, as far as they are known."""

    @property
    def zone(self) -> ZoneInfo | None:
        """By which clock they work, where that is known."""
        return self.schedule.hours.zone if isinstance(self.schedule, Schedule) and self.schedule.hours else None

    @property
    def taken(self) -> tuple[Window, ...]:
        """What keeps them from meeting, even if it is not certain yet; nothing, where it may not be seen."""
        if isinstance(self.schedule, Hidden):
            return ()
        return tuple(busy.window for busy in self.schedule.busy if STANDING_OF[busy.show_as] > Standing.ELSEWHERE)


@dataclass(frozen=True)
class Opening:
    """A time to offer, with how it suits each person, in the order of the calendars it was made from."""

    window: Window
    standings: tuple[tuple[str, Standing], ...]
    soonest: bool = False
    """No earlier one suits everyone."""
    spares_lunch: bool = False
    """Earlier ones suit everyone too, but all of them lie in somebody's lunch."""
    breathing: bool = False
    """Nobody whose calendar we see comes straight out of, or goes straight into, something else."""
    optional: tuple[str, ...] = ()
    """The addresses of those without whom it can be held."""
    strains: tuple[str, ...] = ()
    """Against which habits it is: "lunch", "buffer"."""
    room: Room | None = None
    """The free room that goes with it."""

    @property
    def worst(self) -> Standing:
        """The standing of the required person it suits least."""
        return max(standing for email, standing in self.standings if email not in self.optional)

    @property
    def worst_seen(self) -> Standing:
        """The same of those whose time can be seen: who is hidden is so at any time, and makes none the better."""
        seen = (each for email, each in self.standings if email not in self.optional and each is not Standing.HIDDEN)
        return max(seen, default=Standing.FREE)

    @property
    def is_objected_to(self) -> bool:
        """Somebody required is known to be unable to come, or would have to come outside their working hours."""
        return any(
            standing in (Standing.OUTSIDE, Standing.BUSY, Standing.OUT) and email not in self.optional
            for email, standing in self.standings
        )

    @property
    def suits_everyone(self) -> bool:
        """All, also those who are optional, are known to be free within their working hours."""
        return all(standing <= Standing.ELSEWHERE for _, standing in self.standings)


def working_windows(hours: WorkingHours, within: Window) -> tuple[Window, ...]:
    """The stretches of `within` in which somebody with these hours works, in order."""
    found = []
    day = within.start.astimezone(hours.zone).date() - timedelta(days=1)
    last = within.end.astimezone(hours.zone).date()
    while day <= last:
        if day.weekday() in hours.weekdays:
            ends_next_day = hours.end <= hours.start
            start = datetime.combine(day, hours.start, hours.zone)
            end = datetime.combine(day + timedelta(days=ends_next_day), hours.end, hours.zone)
            window = Window(max(start, within.start), min(end, within.end))
            if window.start < window.end:
                found.append(window)
        day += timedelta(days=1)
    return tuple(found)


def searched(slots: Iterable[Window], hours: WorkingHours) -> tuple[Window, ...]:
    """Where to look, given what was said: long stretches shrink to the asker's working hours.

    A long stretch without working days (a weekend that was asked for) keeps the hours of a working day.
    """
    found: list[Window] = []
    everyday = WorkingHours(hours.zone, hours.start, hours.end, frozenset(range(7)))
    for slot in slots:
        if slot.end - slot.start < LONG_SLOT:
            found.append(slot)
        else:
            found += working_windows(hours, slot) or working_windows(everyday, slot)
    return tuple(found)


def standing_at(calendar: Calendar, window: Window) -> Standing:
    """How `window` suits one person, to the minute."""
    if isinstance(calendar.schedule, Hidden):
        return Standing.HIDDEN
    taken = max(
        (STANDING_OF[busy.show_as] for busy in calendar.schedule.busy if busy.window.overlaps(window)),
        default=Standing.FREE,
    )
    hours = calendar.schedule.hours
    at_work = hours is None or any(
        shift.start <= window.start and window.end <= shift.end
        for shift in working_windows(hours, Window(window.start - timedelta(days=1), window.end + timedelta(days=1)))
    )
    return taken if at_work else max(taken, Standing.OUTSIDE)


def opening_at(window: Window, calendars: Sequence[Calendar]) -> Opening:
    """The opening at a stated time, good or bad."""
    standings = tuple((calendar.email, standing_at(calendar, window)) for calendar in calendars)
    breathing = not any(_abuts(calendar, window) for calendar in calendars)
    strains = strained(window, calendars)
    return Opening(window, standings, breathing=breathing, optional=optional_among(calendars), strains=strains)


def strained(window: Window, calendars: Sequence[Calendar]) -> tuple[str, ...]:
    """Against which habits of those who meet a time is, where that can be helped: it does not clash itself."""
    lunch = any(
        lunch.overlaps(window)
        for calendar in calendars
        if calendar.zone
        for lunch in calendar.habits.kept_free(window, calendar.zone)
    )
    buffer = any(
        padded.overlaps(window) and not taken.overlaps(window)
        for calendar in calendars
        if calendar.habits.buffer
        for taken, padded in zip(calendar.taken, calendar.habits.padded(calendar.taken), strict=True)
    )
    return (("lunch",) if lunch else ()) + (("buffer",) if buffer else ())


def optional_among(calendars: Sequence[Calendar]) -> tuple[str, ...]:
    """The addresses of those without whom it can be held."""
    return tuple(calendar.email for calendar in calendars if not calendar.required)


def conflicts(events: Sequence[Window]) -> frozenset[int]:
    """The positions of those that overlap another; `events` in order of start."""
    clashing: set[int] = set()
    longest = 0
    for here, (_, event) in enumerate(pairwise([*events[:1], *events])):
        if here and event.start < events[longest].end:
            clashing |= {longest, here}
        if event.end > events[longest].end:
            longest = here
    return frozenset(clashing)


def gaps(busy: Iterable[Window], within: Window) -> tuple[Window, ...]:
    """What is left of `within` once everything in `busy` is taken out, in order."""
    free, cursor = [], within.start
    for window in sorted(busy, key=lambda each: each.start):
        if window.start > cursor:
            free.append(Window(cursor, min(window.start, within.end)))
        cursor = max(cursor, window.end)
        if cursor >= within.end:
            break
    if cursor < within.end:
        free.append(Window(cursor, within.end))
    return tuple(window for window in free if window.start < window.end)


def _abuts(calendar: Calendar, window: Window) -> bool:
    if isinstance(calendar.schedule, Hidden):
        return False
    return any(
        window.end == busy.window.start or busy.window.end == window.start
        for busy in calendar.schedule.busy
        if STANDING_OF[busy.show_as] in (Standing.TENTATIVE, Standing.BUSY)
    )


def without(event: Event, schedule: Schedule | Hidden) -> Schedule | Hidden:
    """Somebody's time, or a room's, but for this event; one other thing at the very same time stays."""
    if not isinstance(schedule, Schedule):
        return schedule
    own = [busy for busy in schedule.busy if busy.window == event.window and busy.subject in ("", event.subject)]
    if not own:
        return schedule
    named = next((busy for busy in own if busy.subject), own[0])
    left = list(schedule.busy)
    left.remove(named)
    return replace(schedule, busy=tuple(left))
