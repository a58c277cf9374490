"""Decide which times are good: pure functions of free/busy time, working hours and a wish.

Time is cut into cells of a quarter of an hour; each person's time is one byte a cell, so that a month of twenty people
is ranked in milliseconds. Graph's free/busy statuses are told apart, since a tentative hold gives way more easily than
a meeting and a meeting more easily than a holiday.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import IntEnum
from functools import cached_property
from itertools import pairwise
from zoneinfo import ZoneInfo

from dialogs.decisions.habits import Habits
from graph.model import Busy, Hidden, Schedule, ShowAs, Window, WorkingHours
from graph.places import Room

CELL = timedelta(minutes=15)
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

COST = (0, 3, 40, 110, 60, 1000, 1200)
"""What a standing of a required person costs, in the order of Standing; an optional person costs a quarter."""

PER_HOUR_OUTSIDE = 12.0
"""An hour before work is a favour; the middle of the night is not."""
OPTIONAL_SHARE = 0.25
ODD_QUARTER = 6.0
LUNCH = 12.0
BACK_TO_BACK = 4.0
PER_DAY_LATER = 5.0
PER_HOUR_LATER = 0.3
SAME_HALF_DAY = 18.0
CLOSE_BY = 14.0
CLOSE = timedelta(minutes=90)
"""Choices on different days, halves of days and hours help more than three in a row."""

FAVOUR = 8
"""Cells; farther outside their hours nobody is asked to come where another time is within everyone's."""

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
    return Opening(window, standings, breathing=breathing, optional=_optional(calendars), strains=strains)


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


def _optional(calendars: Sequence[Calendar]) -> tuple[str, ...]:
    return tuple(calendar.email for calendar in calendars if not calendar.required)


def rank(
    calendars: Sequence[Calendar],
    slots: Sequence[Window],
    duration: timedelta,
    now: datetime,
    *,
    excluded: Sequence[Window] = (),
    near: datetime | None = None,
    seen: Sequence[Window] = (),
    spare_lunch: bool = True,
    limit: int = 4,
    possible: Callable[[Window], bool] | None = None,
) -> tuple[Opening, ...]:
    """The best openings of `duration` within `slots`: the best first, the others by the clock; none before `now`.

    `excluded` is never touched, nor is `seen`, which was offered before. With `near`, closeness to that instant counts
    instead of earliness. A meal need not `spare_lunch`. Times at which somebody cannot come are given only where there
    are no others, and so are times outside the working hours of the asker, whose calendar comes first. Those outside
    the others' are given where fewer than two are within them. `possible` tells of each time whether it can be had at
    all. Times on somebody's public holiday, or against their habits, are given where there are no others.
    """
    ahead = [Window(max(slot.start, now), slot.end) for slot in slots if slot.end > now]
    ahead = [slot for slot in ahead if slot.end - slot.start >= duration]
    if not ahead:
        return ()
    grid = _Grid(min(slot.start for slot in ahead), max(slot.end for slot in ahead) + duration)
    rows = [_row(calendar, grid) for calendar in calendars]
    aways = [_away(row) for row in rows]
    shares = [1.0 if calendar.required else OPTIONAL_SHARE for calendar in calendars]
    cells = -(-duration // CELL)
    off = _off(calendars, grid)
    # Who says when they have lunch is not asked to spare noon as well.
    noons = {calendar.zone for calendar in calendars if calendar.zone and not calendar.habits.lunch}
    wishing = [calendar for calendar in calendars if calendar.habits.buffer or calendar.habits.lunch]
    scored = []
    for start in _starts(ahead, duration, (*excluded, *seen)):
        if possible is not None and not possible(Window(start, start + duration)):
            continue
        at = grid.index(start)
        standings = [max(row[at : at + cells]) for row in rows]
        cost = sum(COST[standing] * share for standing, share in zip(standings, shares, strict=True))
        farthest = 0
        for away, standing, share in zip(aways, standings, shares, strict=True):
            if standing == Standing.OUTSIDE:
                outside = max(away[at], away[at + cells - 1])
                cost += PER_HOUR_OUTSIDE * share * outside / 4
                farthest = max(farthest, outside if share == 1 else 0)
        breathing = not any(_taken(row, at - 1) or _taken(row, at + cells) for row in rows)
        lunches = _lunches(start, duration, noons) if spare_lunch else 0
        distance = abs(start - near) if near else start - now
        cost += LUNCH * lunches + (ODD_QUARTER if start.minute % 30 else 0) + (0 if breathing else BACK_TO_BACK)
        cost += PER_DAY_LATER * distance.days + PER_HOUR_LATER * distance.seconds / 3600
        strains = strained(Window(start, start + duration), wishing) if wishing else ()
        strains = strains if spare_lunch else tuple(each for each in strains if each != "lunch")
        scored.append(
            _Candidate(cost, start, tuple(standings), lunches > 0, breathing, strains, farthest, bool(off[at]))
        )
    return _spread(scored, calendars, duration, limit, says_soonest=near is None and not seen)


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


@dataclass(frozen=True)
class _Candidate:
    """A start and what speaks against it; `lunch`: it lies in somebody's lunch."""

    cost: float
    start: datetime
    standings: tuple[int, ...]
    lunch: bool
    breathing: bool
    strains: tuple[str, ...] = ()
    outside: int = 0
    """How many cells it lies from the working hours of somebody who has to come."""
    is_off: bool = False
    """It lies on a public holiday of somebody."""


@dataclass(frozen=True)
class _Grid:
    """Cells of a quarter of an hour, counted from the epoch, so that every zone's quarters fall on them."""

    start: datetime
    end: datetime

    def index(self, instant: datetime) -> int:
        """The cell in which an instant lies; cell 0 is an hour before the start, for neighbours."""
        return int((instant - self.origin) // CELL)

    @cached_property
    def origin(self) -> datetime:
        return _floor(self.start) - 4 * CELL

    @cached_property
    def size(self) -> int:
        return self.index(self.end) + 5


def _floor(instant: datetime) -> datetime:
    seconds = int(CELL.total_seconds())
    return datetime.fromtimestamp(int(instant.timestamp()) // seconds * seconds, UTC)


def _row(calendar: Calendar, grid: _Grid) -> bytearray:
    """One person's standings, a byte a cell."""
    if isinstance(calendar.schedule, Hidden):
        return bytearray([Standing.HIDDEN]) * grid.size
    hours = calendar.schedule.hours
    row = bytearray([Standing.FREE if hours is None else Standing.OUTSIDE]) * grid.size
    span = Window(grid.origin, grid.origin + grid.size * CELL)
    if hours is not None:
        for shift in working_windows(hours, span):
            first, last = -(-(shift.start - grid.origin) // CELL), (shift.end - grid.origin) // CELL
            row[first:last] = bytearray(max(0, last - first))
    for busy in calendar.schedule.busy:
        _mark(row, busy, grid, span)
    return row


def _away(row: bytearray) -> list[int]:
    """How many cells each cell lies from working time; 0 within it."""
    farthest, outside = len(row), int(Standing.OUTSIDE)
    distances, far = [0] * len(row), farthest
    for here, standing in enumerate(row):
        if standing != outside:
            far = 0
        elif far < farthest:
            far += 1
        distances[here] = far
    far = farthest
    for here in range(len(row) - 1, -1, -1):
        if row[here] != outside:
            far = 0
        elif far < farthest:
            far += 1
        distances[here] = min(distances[here], far)
    return distances


def _off(calendars: Sequence[Calendar], grid: _Grid) -> bytearray:
    """A byte a cell, 1 on somebody's public holiday."""
    row = bytearray(grid.size)
    for zone, day in {(each.zone, day) for each in calendars if each.zone for day in each.days_off}:
        first = max(0, grid.index(datetime.combine(day, time(), zone)))
        last = min(grid.size, grid.index(datetime.combine(day + timedelta(days=1), time(), zone)))
        if first < last:
            row[first:last] = b"\x01" * (last - first)
    return row


def _mark(row: bytearray, busy: Busy, grid: _Grid, span: Window) -> None:
    if not busy.window.overlaps(span):
        return
    standing = STANDING_OF[busy.show_as]
    first = max(0, grid.index(busy.window.start))
    last = min(grid.size, int(-(-(busy.window.end - grid.origin) // CELL)))
    row[first:last] = bytes(max(standing, before) for before in row[first:last])


def _taken(row: bytearray, at: int) -> bool:
    return row[at] in (Standing.TENTATIVE, Standing.BUSY)


def _abuts(calendar: Calendar, window: Window) -> bool:
    if isinstance(calendar.schedule, Hidden):
        return False
    return any(
        window.end == busy.window.start or busy.window.end == window.start
        for busy in calendar.schedule.busy
        if STANDING_OF[busy.show_as] in (Standing.TENTATIVE, Standing.BUSY)
    )


def _starts(slots: Sequence[Window], duration: timedelta, excluded: Sequence[Window]) -> Iterable[datetime]:
    """Every quarter of an hour at which something of `duration` fits into a slot and keeps out of `excluded`."""
    seen: set[datetime] = set()
    for slot in slots:
        start = _floor(slot.start)
        if start < slot.start:
            start += CELL
        while start + duration <= slot.end:
            window = Window(start, start + duration)
            if start not in seen and not any(window.overlaps(out) for out in excluded):
                seen.add(start)
                yield start
            start += CELL


def _lunches(start: datetime, duration: timedelta, zones: Iterable[ZoneInfo]) -> int:
    """In how many of these zones it lies in lunch, by people's own clocks."""
    count = 0
    for zone in zones:
        local = start.astimezone(zone)
        noon = datetime.combine(local.date(), LUNCH_HOUR[0], zone)
        one = datetime.combine(local.date(), LUNCH_HOUR[1], zone)
        count += Window(local, local + duration).overlaps(Window(noon, one))
    return count


def _spread(
    scored: Sequence[_Candidate],
    calendars: Sequence[Calendar],
    duration: timedelta,
    limit: int,
    *,
    says_soonest: bool,
) -> tuple[Opening, ...]:
    """The cheapest, then the cheapest that bring something new; never two that overlap."""
    required = [place for place, calendar in enumerate(calendars) if calendar.required]
    possible = [each for each in scored if max(each.standings[at] for at in required) < Standing.BUSY] or list(scored)
    possible = [each for each in possible if each.standings[0] != Standing.OUTSIDE] or possible
    possible = [each for each in possible if not each.is_off] or possible
    possible = [each for each in possible if not each.strains] or possible
    suiting = [each for each in possible if max(each.standings) <= Standing.ELSEWHERE]
    zone = next((calendar.zone for calendar in calendars if calendar.zone), UTC)
    half_day = {
        each.start: (each.start.astimezone(zone).date(), each.start.astimezone(zone).hour < 12) for each in possible
    }
    if not all(each.outside for each in possible):
        possible = [each for each in possible if each.outside <= FAVOUR]
    chosen: list[Opening] = []
    while possible and len(chosen) < limit:
        taken = [opening.window.start for opening in chosen]
        used = {half_day[start] for start in taken}
        best = min(
            possible,
            key=lambda each: (
                each.cost
                + (SAME_HALF_DAY if half_day[each.start] in used else 0)
                + (CLOSE_BY if any(abs(each.start - start) < CLOSE for start in taken) else 0),
                each.start,
            ),
        )
        window = Window(best.start, best.start + duration)
        standings = tuple((c.email, Standing(told)) for c, told in zip(calendars, best.standings, strict=True))
        earlier = [each for each in suiting if each.start < best.start] if says_soonest else [best]
        spares_lunch = bool(earlier) and not best.lunch and all(each.lunch for each in earlier)
        chosen.append(
            Opening(
                window,
                standings,
                not earlier,
                spares_lunch,
                best.breathing,
                optional=_optional(calendars),
                strains=best.strains,
            )
        )
        possible = [each for each in possible if not Window(each.start, each.start + duration).overlaps(window)]
        if len(chosen) > 1 and best.outside == 0:
            possible = [each for each in possible if not each.outside]
    return (*chosen[:1], *sorted(chosen[1:], key=lambda opening: opening.window.start))
