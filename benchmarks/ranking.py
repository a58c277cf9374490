"""How long it takes to rank the times of twenty people over four weeks, once the free/busy data is in."""

import random
from datetime import datetime, time, timedelta
from time import perf_counter
from zoneinfo import ZoneInfo

from benchmarks.machine import machine
from dialogs.decisions.openings import Calendar, searched
from dialogs.decisions.ranking import rank
from graph.model import Busy, Schedule, ShowAs, Window, WorkingHours

PEOPLE, DAYS, EVENTS_A_DAY = 20, 28, 4
GOAL = 50
"""Milliseconds."""
ZONES = tuple(map(ZoneInfo, ("Europe/Lisbon", "Europe/Berlin", "Asia/Kolkata", "America/New_York")))
MONDAY = datetime(2026, 11, 23, 9, tzinfo=ZONES[0])


def _calendar(number: int, chance: random.Random) -> Calendar:
    """Somebody with meetings on every day, by the clock of one of the zones."""
    busy = []
    for day in range(DAYS):
        for _ in range(EVENTS_A_DAY):
            start = MONDAY + timedelta(days=day, minutes=30 * chance.randrange(16))
            busy.append(Busy(Window(start, start + timedelta(minutes=chance.choice((30, 60)))), ShowAs.BUSY))
    hours = WorkingHours(ZONES[number % len(ZONES)], time(9), time(18), frozenset(range(5)))
    days_off = frozenset({(MONDAY + timedelta(days=3)).date()})
    return Calendar(f"p{number}", Schedule(f"p{number}", tuple(busy), hours), days_off=days_off)


def main() -> int:
    """Print the figure, the least of five."""
    chance = random.Random(1)
    calendars = [_calendar(number, chance) for number in range(PEOPLE)]
    hours = WorkingHours(ZONES[0], time(9), time(18), frozenset(range(5)))
    slots = searched([Window(MONDAY, MONDAY + timedelta(days=DAYS))], hours)
    took = []
    for _ in range(5):
        began = perf_counter()
        rank(calendars, slots, timedelta(minutes=45), MONDAY)
        took.append(perf_counter() - began)
    print(f"Ranking, {machine()}")
    print(
        f"{PEOPLE} people, {DAYS} days, {PEOPLE * DAYS * EVENTS_A_DAY} events: {1000 * min(took):.0f} ms (goal {GOAL})"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
