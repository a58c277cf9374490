"""Constructors of periods of whole days: "next week", "the rest of the month", "early June", "this weekend"."""

from collections.abc import Sequence
from datetime import timedelta

from dialogs.understand.when.calendar import add_months, iso_week, period, shift
from dialogs.understand.when.tokens import Item
from dialogs.understand.when.values import Days, Length, Scene

GRAIN = {"workweek": "day", "weekend": "day", "fortnight": "week", "half": "month"}


def _period(start_unit: str, span: tuple) -> Days:  # type: ignore[type-arg]
    start, end = span
    return Days(start, end, GRAIN.get(start_unit, start_unit), "period")


def unit_at(scene: Scene, items: Sequence[Item], unit: str, offset: str = "0") -> Days | None:
    """ "this week", "next month", "last year" """
    today = scene.now.date()
    if unit in ("second", "minute", "hour", "night", "workday"):
        return None
    if unit == "day":
        day = today + timedelta(days=int(offset))
        return Days(day, day + timedelta(days=1), "day", "relative")
    if unit == "weekend":
        start = period(today, "weekend")[0] + timedelta(weeks=int(offset))
        return Days(start, start + timedelta(days=2), "day", "period")
    anchor = shift(period(today, unit, scene.week_start)[0], unit, int(offset))
    return _period(unit, period(anchor, unit, scene.week_start))


def named_month(scene: Scene, items: Sequence[Item], month: int, year: int | None = None, yy: int | None = None, which: str = "") -> Days | None:
    """ "June", "next March", "May 2027": without a year the coming or the running one. """
    now = scene.now
    chosen = year or yy
    if chosen is None:
        chosen = now.year + (month < now.month)
        if which == "next" and month == now.month:
            chosen += 1
        if which == "last":
            chosen = now.year - (month >= now.month)
        if which == "this":
            chosen = now.year
    start = now.date().replace(year=chosen, month=month, day=1)
    return Days(start, add_months(start, 1), "month", "period")


def named_year(scene: Scene, items: Sequence[Item], year: int) -> Days:
    """ "2027" """
    start = scene.now.date().replace(year=year, month=1, day=1)
    return Days(start, start.replace(year=year + 1), "year", "period")


def week_of(scene: Scene, items: Sequence[Item], day: Days) -> Days:
    """ "the week of the 14th" """
    return _period("week", period(day.start, "week", scene.week_start))


def week_number(scene: Scene, items: Sequence[Item], number: int, year: int | None = None) -> Days | None:
    """ "week 48": ISO. """
    start = iso_week(year or scene.now.year, number)
    if start is None:
        return None
    if year is None and start + timedelta(days=7) <= scene.now.date():
        start = iso_week(scene.now.year + 1, number) or start
    return Days(start, start + timedelta(days=7), "week", "period")


def quarter_number(scene: Scene, items: Sequence[Item], number: int = 0, ordinal: int = 0, year: int | None = None) -> Days | None:
    """ "Q3", "the second quarter of 2027" """
    count = number or ordinal
    if not 1 <= count <= 4:
        return None
    start = scene.now.date().replace(year=year or scene.now.year, month=3 * count - 2, day=1)
    return Days(start, add_months(start, 3), "quarter", "period")


def next_units(scene: Scene, items: Sequence[Item], length: Length, sign: str = "1") -> Days | None:
    """ "the next three days", "the past two weeks" """
    if length.unit in ("hour", "minute", "second"):
        return None
    today = scene.now.date()
    count = int(length.count)
    if length.unit == "day":
        start = today + timedelta(days=1)
        if sign == "-1":
            return Days(today - timedelta(days=count), today, "day", "period")
        return Days(start, start + timedelta(days=count), "day", "period")
    base = period(today, length.unit, scene.week_start)[0]
    if sign == "-1":
        return Days(shift(base, length.unit, -count), base, "day", "period")
    first = shift(base, length.unit, 1)
    return Days(first, shift(first, length.unit, count), "day", "period")


def rest_of(scene: Scene, items: Sequence[Item], period: Days) -> Days:
    """ "the rest of this week": from today on. """
    return Days(max(period.start, scene.now.date()), period.end, "day", "period")


def edge_of(scene: Scene, items: Sequence[Item], period: Days, edge: str) -> Days:
    """ "early next month", "the end of June", "mid week" """
    days = (period.end - period.start).days
    cuts = {
        7: {"early": (0, 2), "mid": (2, 4), "late": (3, 5), "start": (0, 2), "end": (3, 5)},
        30: {"early": (0, 10), "mid": (10, 20), "late": (20, days), "start": (0, 10), "end": (20, days)},
    }
    first, last = cuts[7 if days <= 7 else 30].get(edge, (0, days)) if days <= 31 else {
        "early": (0, days // 3), "mid": (days // 3, 2 * days // 3), "late": (2 * days // 3, days),
        "start": (0, days // 3), "end": (2 * days // 3, days),
    }[edge]
    return Days(period.start + timedelta(days=first), period.start + timedelta(days=last), "day", "period")


def weekend_of(scene: Scene, items: Sequence[Item], period: Days) -> Days:
    """ "the weekend of next week" """
    start = period.start - timedelta(days=period.start.weekday()) + timedelta(days=5)
    return Days(start, start + timedelta(days=2), "day", "period")


def edge_of_day(scene: Scene, items: Sequence[Item], day: Days) -> Days:
    """A day is a period of one."""
    return day
