"""Constructors of recurrences: "every other Tuesday", "the first Monday of each month"."""

from collections.abc import Sequence
from dataclasses import replace

from dialogs.understand.when.calendar import midnight
from dialogs.understand.when.tokens import Item
from dialogs.understand.when.values import Clock, Clocks, Days, Moment, Part, Repeat, Scene

NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQ = {"second": "SECONDLY", "minute": "MINUTELY", "hour": "HOURLY", "day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
MULTIPLE = {"fortnight": ("WEEKLY", 2), "quarter": ("MONTHLY", 3), "half": ("MONTHLY", 6), "decade": ("YEARLY", 10), "night": ("DAILY", 1)}


def every_unit(scene: Scene, items: Sequence[Item], unit: str, number: int = 1, ordinal: int = 1, interval: str = "1") -> Repeat | None:
    """ "every two weeks", "each month", "every other day" """
    count = number * ordinal * int(interval)
    if unit in ("workday",):
        return Repeat("WEEKLY", count, NAMES[:5])
    if unit == "weekend":
        return Repeat("WEEKLY", count, NAMES[5:])
    freq, times = MULTIPLE.get(unit) or (FREQ[unit], 1)
    return Repeat(freq, count * times) if count > 0 else None


def every_weekday(scene: Scene, items: Sequence[Item], weekday: int, interval: str = "1", ordinal: int = 1) -> Repeat:
    """ "every Tuesday", "Tuesdays" """
    return Repeat("WEEKLY", int(interval) * ordinal, (NAMES[weekday],))


def rule_word(scene: Scene, items: Sequence[Item], frequency: str) -> Repeat:
    """ "daily", "weekly", "quarterly" """
    freq, _, interval = frequency.partition("/")
    return Repeat(freq, int(interval or 1))


def days_of_week(scene: Scene, items: Sequence[Item], days: str) -> Repeat:
    """ "weekdays" """
    return Repeat("WEEKLY", 1, tuple(days.split(",")))


def also(scene: Scene, items: Sequence[Item], repeat: Repeat, weekday: int) -> Repeat | None:
    """ "every Monday and Friday", "weekly on Tuesday" """
    if repeat.freq == "WEEKLY" or repeat.freq == "DAILY":
        return replace(repeat, freq="WEEKLY", days=(*repeat.days, NAMES[weekday]))
    return None


def repeat_at(scene: Scene, items: Sequence[Item], repeat: Repeat, clock: Clock | None = None, part: Part | None = None, hour: int | None = None) -> Repeat:
    """ "every day at 9" """
    if clock is None and hour is not None:
        clock = Clock(hour * 60 % 1440, hour > 12, grain="hour")
    return replace(repeat, clock=clock or repeat.clock, part=part or repeat.part)


def repeat_between(scene: Scene, items: Sequence[Item], repeat: Repeat, clocks: Clocks) -> Repeat:
    """ "weekdays 9-10" """
    return replace(repeat, clock=clocks.start, end=clocks.end)


def until(scene: Scene, items: Sequence[Item], repeat: Repeat, day: Days) -> Repeat:
    """ "until June 3": that day is the last. """
    return replace(repeat, until=midnight(day.end))


def times(scene: Scene, items: Sequence[Item], repeat: Repeat, number: int) -> Repeat:
    """ "five times" """
    return replace(repeat, count=number)


def nth_of_month(scene: Scene, items: Sequence[Item], ordinal: int, weekday: int) -> Repeat:
    """ "the first Monday of every month" """
    return Repeat("MONTHLY", 1, (f"{ordinal}{NAMES[weekday]}",))


def day_of_month(scene: Scene, items: Sequence[Item], ordinal: int) -> Repeat:
    """ "the 15th of every month" """
    return Repeat("MONTHLY", 1, month_days=(ordinal,))


def starting(scene: Scene, items: Sequence[Item], repeat: Repeat, day: Days | None = None, moment: Moment | None = None) -> Repeat:
    """ "weekly from Monday" """
    return replace(repeat, start=moment.at if moment else midnight(day.start) if day else None)


def rfc5545(rule: Repeat) -> str:
    """The rule as RFC 5545 writes it, without the RRULE: prefix."""
    parts = [f"FREQ={rule.freq}"]
    if rule.interval > 1:
        parts.append(f"INTERVAL={rule.interval}")
    if rule.months:
        parts.append("BYMONTH=" + ",".join(map(str, rule.months)))
    if rule.month_days:
        parts.append("BYMONTHDAY=" + ",".join(map(str, rule.month_days)))
    if rule.days:
        parts.append("BYDAY=" + ",".join(rule.days))
    minute = rule.clock.minute if rule.clock else rule.part.start if rule.part else None
    if minute is not None:
        if rule.clock and not rule.clock.settled and minute < 7 * 60:
            minute += 720
        parts += [f"BYHOUR={minute // 60}", f"BYMINUTE={minute % 60}"]
    if rule.count:
        parts.append(f"COUNT={rule.count}")
    elif rule.until:
        parts.append(f"UNTIL={rule.until:%Y%m%dT%H%M%S}")
    return ";".join(parts)
