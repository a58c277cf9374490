"""Decide which times are best: what each costs those who come, and a few that differ from one another."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from dialogs.decisions.grid import CELL, Grid, away_from_work, days_off, floor, is_taken, row_of
from dialogs.decisions.openings import LUNCH_HOUR, Calendar, Opening, Standing, optional_among, strained
from graph.model import Window

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
    grid = Grid(min(slot.start for slot in ahead), max(slot.end for slot in ahead) + duration)
    rows = [row_of(calendar, grid) for calendar in calendars]
    aways = [away_from_work(row) for row in rows]
    shares = [1.0 if calendar.required else OPTIONAL_SHARE for calendar in calendars]
    cells = -(-duration // CELL)
    off = days_off(calendars, grid)
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
        breathing = not any(is_taken(row, at - 1) or is_taken(row, at + cells) for row in rows)
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


def _starts(slots: Sequence[Window], duration: timedelta, excluded: Sequence[Window]) -> Iterable[datetime]:
    """Every quarter of an hour at which something of `duration` fits into a slot and keeps out of `excluded`."""
    seen: set[datetime] = set()
    for slot in slots:
        start = floor(slot.start)
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
                optional=optional_among(calendars),
                strains=best.strains,
            )
        )
        possible = [each for each in possible if not Window(each.start, each.start + duration).overlaps(window)]
        if len(chosen) > 1 and best.outside == 0:
            possible = [each for each in possible if not each.outside]
    return (*chosen[:1], *sorted(chosen[1:], key=lambda opening: opening.window.start))
