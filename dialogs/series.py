"""What becomes of a series when a part of it is moved or ended. Pure."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import takewhile

from graph.recurrence import EVERY_DAY, CannotRecur, Pattern, Recurrence

WEEK = 7


def moved(series: Recurrence, days: int) -> Recurrence:
    """The series with every occurrence so many days later, or earlier where negative.

    Raises CannotRecur where Graph has no such series: "the last Friday" has no day after it that is one of a month.
    """
    start = series.start + timedelta(days=days)
    until = series.until + timedelta(days=days) if series.until else None
    if not days:
        return series
    if series.pattern is Pattern.DAILY:
        return replace(series, start=start, until=until)
    if series.pattern is Pattern.WEEKLY:
        weekdays = tuple(sorted((day + days) % WEEK for day in series.weekdays))
        return replace(series, start=start, until=until, weekdays=weekdays)
    if series.day_of_month is None or series.weekdays == EVERY_DAY or start.month != series.start.month:
        raise CannotRecur("such a series cannot be moved to another day as a whole")
    return replace(series, start=start, until=until, day_of_month=start.day)


def ended_before(series: Recurrence, day: date) -> Recurrence:
    """The series up to its last occurrence before `day`, told by that day also where it was counted.

    Raises CannotRecur where no occurrence is left.
    """
    left = list(takewhile(lambda each: each < day, series.days()))
    if not left:
        raise CannotRecur("nothing of the series is before that day")
    return replace(series, until=left[-1], count=None)


def from_on(series: Recurrence, day: date) -> Recurrence:
    """The part of the series that begins with its occurrence on `day`."""
    before = sum(1 for _ in takewhile(lambda each: each < day, series.days()))
    return replace(series, start=day, count=series.count - before if series.count else None)
