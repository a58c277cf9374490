"""What becomes of a series when a part of it is moved or ended, or when it is to repeat otherwise. Pure."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice, takewhile

from dialogs.decisions import repeating
from dialogs.understand.understood import Run, TimeConstraint
from graph.model import Window
from graph.recurrence import EVERY_DAY, CannotRecur, Pattern, Recurrence

WEEK = 7
MOST = 400
"""Occurrences that are looked at, of a series without end."""


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


def repeated(
    wanted: TimeConstraint,
    start: datetime,
    before: Recurrence | None,
    now: datetime,
    *,
    bare_days: bool = False,
    is_whole: bool = False,
) -> tuple[Recurrence, time]:
    """How an event that starts at `start` is to repeat from now on, and at what time of day; `before`: as it does now.

    What was not said of days and end stays as it was; with `bare_days` ("Tuesdays") also how often. A series goes on in
    the week or month of its next occurrence; `is_whole`: in that of its first one. Raises CannotRecur.
    """
    starting = wanted.run.starting
    parts = _parts(repeating.settled(replace(wanted, run=Run(count=wanted.run.count)), start).rrule)
    parts.setdefault("BYHOUR", str(start.hour))
    parts.setdefault("BYMINUTE", str(start.minute))
    anchor = max(start, starting) if starting else start
    if before:
        parts = _kept(parts, before, bare_days=bare_days)
        parts |= {} if parts.keys() & {"COUNT", "UNTIL"} else _same_end(before, None if is_whole else start.date())
        day = before.start if is_whole else start.date()
        anchor = datetime.combine(_begin_of(day, parts["FREQ"]), time(), start.tzinfo)
        anchor = anchor if is_whole else max(anchor, starting or anchor, now)
    elif parts["FREQ"] == "WEEKLY":
        parts.setdefault("BYDAY", repeating.NAMES[start.weekday()])
        anchor = _next_day_of(parts["BYDAY"], anchor)
    if "," in parts["BYHOUR"]:
        raise CannotRecur("an event has one time of day")
    rule = ";".join(f"{name}={value}" for name, value in parts.items())
    found = repeating.series_of(TimeConstraint(rrule=rule, run=Run(starting=anchor)), anchor)
    assert found.clock is not None
    return found.recurrence, found.clock


def _parts(rule: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in rule.split(";") if part)


def _kept(parts: dict[str, str], before: Recurrence, *, bare_days: bool) -> dict[str, str]:
    """The rule with the days, and with `bare_days` the interval, that the series has now."""
    weekly = parts["FREQ"] == "WEEKLY" and before.pattern is Pattern.WEEKLY
    kept: dict[str, str] = {}
    if weekly and "BYDAY" not in parts:
        kept["BYDAY"] = ",".join(repeating.NAMES[day] for day in before.weekdays)
    if weekly and bare_days and "INTERVAL" not in parts and before.interval > 1:
        kept["INTERVAL"] = str(before.interval)
    return parts | kept


def _same_end(before: Recurrence, day: date | None) -> dict[str, str]:
    """Where the series ends now; of a count, what is left of it from `day` on."""
    if before.until:
        return {"UNTIL": f"{before.until:%Y%m%d}"}
    if not before.count:
        return {}
    gone = sum(1 for _ in takewhile(lambda each: day is not None and each < day, before.days()))
    return {"COUNT": str(max(1, before.count - gone))}


def _next_day_of(weekdays: str, start: datetime) -> datetime:
    """The next of these days: "every other Tuesday" begins with the Tuesday that comes next."""
    midnight = start.replace(hour=0, minute=0)
    days = (start, *(midnight + timedelta(days=ahead) for ahead in range(1, WEEK)))
    return next((day for day in days if repeating.NAMES[day.weekday()] in weekdays.split(",")), start)


def _begin_of(day: date, frequency: str) -> date:
    """The first day of its week or month."""
    if frequency == "WEEKLY":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if frequency == "MONTHLY" else day


def windows(before: Recurrence | None, start: datetime, length: timedelta, span: Window) -> tuple[Window, ...]:
    """When a series takes place now, within `span`, on the clock of `start`."""
    days = islice(before.days(), MOST) if before else iter(())
    found = (Window.of(datetime.combine(day, start.time(), start.tzinfo), length) for day in days)
    return tuple(window for window in takewhile(lambda each: each.start < span.end, found) if window.end > span.start)


def lasting(series: Recurrence, last: date) -> Recurrence | None:
    """The series until `last`, the day included; None where it does not go on longer for that."""
    end = _last_day(series)
    return replace(series, until=last, count=None) if end is not None and end < last else None


def lasting_longer(series: Recurrence, by: timedelta) -> Recurrence | None:
    """The series with a later end; None where it has none."""
    end = _last_day(series)
    return replace(series, until=end + by, count=None) if end else None


def with_more(series: Recurrence, count: int) -> Recurrence | None:
    """The series with so many occurrences more; None where it has no end."""
    if series.count:
        return replace(series, count=series.count + count)
    end = series.until
    if end is None:
        return None
    endless = replace(series, until=None)
    further = [day for day in islice(endless.days(), MOST) if day > end][:count]
    return replace(series, until=further[-1]) if further else None


def _last_day(series: Recurrence) -> date | None:
    if series.until is None and series.count is None:
        return None
    return max(series.days(), default=series.start)
