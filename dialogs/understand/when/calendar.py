"""Arithmetic on days, weeks, months, quarters and years. Pure; no words."""

from datetime import date, datetime, timedelta

DAY = timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """The same day `months` later, or the last of the month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9998:
        return day
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - DAY).day
    return date(year, month + 1, min(day.day, last))


def valid(year: int, month: int, day: int) -> date | None:
    """That date, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


_DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}


def shift(day: date, unit: str, count: int) -> date:
    """`count` units later. A date outside of the calendar, and an unknown unit, stay where they are."""
    try:
        if unit in _DAYS:
            return day + timedelta(days=_DAYS[unit] * count)
        if unit in _MONTHS:
            return add_months(day, _MONTHS[unit] * count)
        if unit == "workday":
            return _workdays(day, count)
    except OverflowError:
        return day
    return day


def _workdays(day: date, count: int) -> date:
    step = timedelta(days=1 if count >= 0 else -1)
    for _ in range(min(abs(count), 2000)):
        day += step
        while day.weekday() > 4:
            day += step
    return day


def period(day: date, unit: str, week_start: int = 0) -> tuple[date, date]:
    """The week, weekend, month, quarter, half or year in which `day` lies; the end is excluded."""
    match unit:
        case "week" | "fortnight":
            start = day - timedelta(days=(day.weekday() - week_start) % 7)
            return start, start + timedelta(weeks=2 if unit == "fortnight" else 1)
        case "workweek":
            start = day - timedelta(days=day.weekday())
            return start, start + timedelta(days=5)
        case "weekend":
            start = day - timedelta(days=day.weekday()) + timedelta(days=5)
            return start, start + timedelta(days=2)
        case "month":
            start = day.replace(day=1)
        case "quarter":
            start = day.replace(day=1, month=(day.month - 1) // 3 * 3 + 1)
        case "half":
            start = day.replace(day=1, month=1 if day.month < 7 else 7)
        case "year":
            start = day.replace(day=1, month=1)
        case "decade":
            start = day.replace(day=1, month=1, year=max(1, day.year // 10 * 10))
        case _:
            return day, day + DAY
    return start, shift(start, unit, 1)


def coming(day: date, weekday: int, today_counts: bool = False) -> date:
    """The first such weekday after `day`, or `day` itself where that counts."""
    ahead = (weekday - day.weekday()) % 7
    return day + timedelta(days=ahead if ahead or today_counts else 7)


def nth_weekday(first: date, end: date, weekday: int, count: int) -> date | None:
    """The `count`th such weekday from `first` to `end` (excluded); -1 is the last. None where there are fewer."""
    if count > 0:
        day = coming(first, weekday, today_counts=True) + timedelta(weeks=count - 1)
        return day if day < end else None
    day = end - DAY
    day -= timedelta(days=(day.weekday() - weekday) % 7)
    day += timedelta(weeks=count + 1)
    return day if day >= first else None


def midnight(day: date) -> datetime:
    """The wall at which `day` begins."""
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a wall has no zone


def iso_week(year: int, week: int) -> date | None:
    """The Monday of an ISO week, or None."""
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
