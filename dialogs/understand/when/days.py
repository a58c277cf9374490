"""Constructors of days: weekdays, ordinals, written dates, "in three days"."""

from collections.abc import Sequence
from datetime import date, timedelta

from dialogs.understand.when.calendar import DAY, add_months, coming, nth_weekday, period, shift, valid
from dialogs.understand.when.tokens import Item
from dialogs.understand.when.values import Days, Length, Scene


def one_day(day: date, said: str = "date", others: tuple[Days, ...] = (), doubt: str = "") -> Days:
    """A single day."""
    return Days(day, day + DAY, "day", said, others, doubt)


def relative(scene: Scene, items: Sequence[Item], days: str) -> Days:
    """ "today", "tomorrow" """
    return one_day(scene.now.date() + timedelta(days=int(days)), "relative")


def relative_word(scene: Scene, items: Sequence[Item], today: int) -> Days:
    """A word of the lexicon that is so many days from now."""
    return one_day(scene.now.date() + timedelta(days=today), "relative")


def weekday(scene: Scene, items: Sequence[Item], weekday: int, which: str = "") -> Days:
    """A day of the week: bare or "this" is the coming one; "next" is the one of next week where that is not it."""
    today = scene.now.date()
    soon = coming(today, weekday)
    monday, _ = period(today, "week")
    match which:
        case "last":
            back = (today.weekday() - weekday) % 7 or 7
            return one_day(today - timedelta(days=back), "weekday")
        case "next":
            later = monday + timedelta(days=7 + weekday)
            if soon == later:
                return one_day(later, "weekday")
            return one_day(later, "weekday", (one_day(soon, "weekday"),), "which_week")
        case "this":
            if today.weekday() == weekday:
                return one_day(today, "weekday")
        case "past":
            return one_day(today - timedelta(days=(today.weekday() - weekday) % 7 or 7), "weekday")
    return one_day(soon, "weekday")


def weekday_of_period(scene: Scene, items: Sequence[Item], weekday: int, period: Days) -> Days | None:
    """ "Wednesday of next week", "next week on Wednesday"; of a month: the first one. """
    found = nth_weekday(period.start, period.end, weekday, 1)
    return one_day(found, "weekday") if found else None


def nth_weekday_of(
    scene: Scene, items: Sequence[Item], weekday: int, ordinal: int, month: int | None = None, period: Days | None = None
) -> Days | None:
    """ "the third Thursday of May", "the last Friday of next month" """
    if period is None:
        if month is None:
            return None
        span = _month(scene, month, None)
        found = nth_weekday(span.start, span.end, weekday, ordinal)
        if found and found < scene.now.date():
            span = _month(scene, month, scene.now.year + 1)
            found = nth_weekday(span.start, span.end, weekday, ordinal)
    else:
        found = nth_weekday(period.start, period.end, weekday, ordinal)
    return one_day(found) if found else None


def weeks_from_weekday(scene: Scene, items: Sequence[Item], weekday: int, length: Length | None = None, count: str = "1") -> Days | None:
    """ "a week from Tuesday", "Tuesday week" """
    weeks = int(length.seconds // 604800) if length else int(count)
    if length and length.unit not in ("week", "fortnight"):
        return None
    return one_day(coming(scene.now.date(), weekday) + timedelta(weeks=weeks), "weekday")


def _month(scene: Scene, month: int, year: int | None) -> Days:
    start = date(year or scene.now.year, month, 1)
    return Days(start, add_months(start, 1), "month", "period")


def ordinal_day(scene: Scene, items: Sequence[Item], ordinal: int = 0, dom: int = 0) -> Days | None:
    """ "the 12th": the coming one, in the next month that has it. """
    number = ordinal or dom
    if not 1 <= number <= 31:
        return None
    today = scene.now.date()
    for months in range(13):
        first = add_months(today.replace(day=1), months)
        day = valid(first.year, first.month, number)
        if day and day >= today:
            return one_day(day, "ordinal")
    return None


def ordinal_of_period(scene: Scene, items: Sequence[Item], period: Days, ordinal: int = 0, dom: int = 0) -> Days | None:
    """ "the 10th of next month"; "the second day of the week" is not this. """
    number = ordinal or dom
    day = period.start + timedelta(days=number - 1)
    return one_day(day) if 1 <= number <= 31 and day < period.end and period.grain == "month" else None


def calendar_day(
    scene: Scene,
    items: Sequence[Item],
    month: int,
    ordinal: int = 0,
    dom: int = 0,
    year: int | None = None,
    yy: int | None = None,
    weekday: int | None = None,
) -> Days | None:
    """A day of a month; without a year the coming one. A weekday that was also said decides nothing."""
    number = ordinal or dom
    if not 1 <= number <= 31:
        return None
    return coming_date(scene, month, number, year or yy)


def coming_date(scene: Scene, month: int, number: int, year: int | None) -> Days | None:
    """That date, in the given year or the first in which it is not over."""
    if year:
        day = valid(year, month, number)
        return one_day(day) if day else None
    today = scene.now.date()
    for later in range(9):
        day = valid(today.year + later, month, number)
        if day and day >= today:
            before = valid(day.year - 1, month, number)
            return one_day(day, "date", (one_day(before),) if before else ())
        if day is None and not (month == 2 and number == 29):
            return None
    return None


def iso_date(scene: Scene, items: Sequence[Item], ymd: tuple[int, ...]) -> Days | None:
    """2026-11-18"""
    day = valid(*ymd)
    return one_day(day) if day else None


def numeric_date(scene: Scene, items: Sequence[Item], dmy: tuple[int, ...], weekday: int | None = None) -> Days | None:
    """18/11/2026, 11-18-26, 18.11.2026: the locale's order, or the only one that there is."""
    first, second, year = dmy[:3]
    if year < 100:
        year += 2000 if year < 70 else 1900
    return _ordered(scene, first, second, year, dotted=bool(dmy[3]))


def short_date(
    scene: Scene,
    items: Sequence[Item],
    slashed: tuple[int, ...] = (),
    dotted: tuple[int, ...] = (),
    dotted2: tuple[int, ...] = (),
    weekday: int | None = None,
) -> Days | None:
    """18/11, 18.11."""
    first, second = slashed or dotted or dotted2
    return _ordered(scene, first, second, None, dotted=not slashed)


def _ordered(scene: Scene, first: int, second: int, year: int | None, *, dotted: bool) -> Days | None:
    day_first = scene.day_first or dotted
    by_day = coming_date(scene, second, first, year) if second <= 12 else None
    by_month = coming_date(scene, first, second, year) if first <= 12 else None
    chosen, other = (by_day, by_month) if day_first else (by_month, by_day)
    if chosen and other and chosen.start != other.start:
        return Days(chosen.start, chosen.end, "day", "date", (other,), "day_first")
    return chosen or other


def after_length(scene: Scene, items: Sequence[Item], length: Length, sign: str = "1") -> Days | None:
    """ "in three days", "two weeks ago": whole days only. """
    if length.seconds % 86400 or length.unit in ("hour", "minute", "second"):
        return None
    return one_day(shift(scene.now.date(), length.unit, int(sign) * int(length.count)), "relative")


def length_from(scene: Scene, items: Sequence[Item], length: Length, day: Days, sign: str = "1") -> Days | None:
    """ "two days after tomorrow", "a week before the 12th" """
    if length.seconds % 86400 or length.unit in ("hour", "minute", "second"):
        return None
    return one_day(shift(day.start, length.unit, int(sign) * int(length.count)), "relative")


def same_day(scene: Scene, items: Sequence[Item], day: Days, day2: Days) -> Days | None:
    """ "tomorrow, Thursday", "Wednesday the 18th": one day said twice; the surer one holds. """
    rank = {"weekday": 0, "ordinal": 1, "relative": 2, "date": 3}
    first, second = sorted((day, day2), key=lambda d: -rank.get(d.said, 3))
    if first.said == "ordinal" and second.said == "weekday":
        return _ordinal_on(scene, first.start.day, second.start.weekday()) or first
    if first.start == second.start or second.said == "weekday":
        return first
    return None


def _ordinal_on(scene: Scene, number: int, weekday: int) -> Days | None:
    """The first coming 12th that is a Wednesday, within half a year."""
    today = scene.now.date()
    for months in range(7):
        first = add_months(today.replace(day=1), months)
        day = valid(first.year, first.month, number)
        if day and day >= today and day.weekday() == weekday:
            return one_day(day, "ordinal")
    return None


def weekday_next_week(scene: Scene, items: Sequence[Item], weekday: int) -> Days:
    """ "Wednesday of next week" """
    monday, _ = period(scene.now.date(), "week")
    return one_day(monday + timedelta(days=7 + weekday), "weekday")
