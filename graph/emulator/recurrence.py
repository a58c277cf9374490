"""Graph's patternedRecurrence, expanded.

A series lives by the wall clock of its own zone: nine o'clock stays nine o'clock when the clocks change.
Source: Graph resources recurrencePattern, recurrenceRange.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from typing import Literal

from dateutil.rrule import DAILY, FR, MO, MONTHLY, SA, SU, TH, TU, WE, WEEKLY, YEARLY, rrule, weekday

from graph.emulator.errors import Json
from graph.emulator.moments import iso

_DAYS = {
    "sunday": SU,
    "monday": MO,
    "tuesday": TU,
    "wednesday": WE,
    "thursday": TH,
    "friday": FR,
    "saturday": SA,
}
_POSITION = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_FREQUENCY: dict[str, Literal[0, 1, 2, 3]] = {
    "daily": DAILY,
    "weekly": WEEKLY,
    "absoluteMonthly": MONTHLY,
    "relativeMonthly": MONTHLY,
    "absoluteYearly": YEARLY,
    "relativeYearly": YEARLY,
}
_SHORTEST_MONTH = 28
_MOST_OCCURRENCES = 999  # as in Exchange


class ImpossibleRecurrence(ValueError):
    """The recurrence contradicts itself or lacks what its type needs; the message says what."""


@dataclass(frozen=True)
class Rule:
    """A recurrence as a value: hashable, so that its expansion is kept."""

    type: str
    interval: int
    days: tuple[str, ...]
    first_day: str
    index: str
    month: int
    day_of_month: int
    start: date
    until: date | None
    count: int | None


def rule_of(recurrence: Json, start: date) -> Rule:
    """The rule of a canonical patternedRecurrence whose event starts on `start`.

    What Graph lets one leave out is taken from the event: the start date, the day of the month, the weekday.
    Raises ImpossibleRecurrence.
    """
    pattern = recurrence.get("pattern") or {}
    span = recurrence.get("range") or {}
    if not pattern.get("type"):
        raise ImpossibleRecurrence("recurrence.pattern.type is missing")
    begins = _day(span.get("startDate"), "startDate") or start
    rule = Rule(
        type=pattern["type"],
        interval=pattern.get("interval") or 1,
        days=tuple(pattern.get("daysOfWeek") or ()) or (f"{begins:%A}".lower(),),
        first_day=pattern.get("firstDayOfWeek") or "sunday",
        index=pattern.get("index") or "first",
        month=pattern.get("month") or begins.month,
        day_of_month=pattern.get("dayOfMonth") or begins.day,
        start=begins,
        until=_day(span.get("endDate"), "endDate") if span.get("type") == "endDate" else None,
        count=span.get("numberOfOccurrences") if span.get("type") == "numbered" else None,
    )
    _check(rule, span.get("type") or "noEnd")
    return rule


def days(rule: Rule, first: date, last: date) -> Iterator[date]:
    """The days of the rule from `first` to `last`, both included, in order."""
    midnight = time()
    for moment in _expansion(rule).xafter(datetime.combine(first, midnight), inc=True):
        if moment.date() > last:
            return
        yield moment.date()


def last_day(rule: Rule) -> date | None:
    """A day after which there is no occurrence; None where it never ends."""
    if rule.count is None:
        return rule.until
    last = rule.start
    for moment in _expansion(rule):
        last = moment.date()
    return last


def happens_on(rule: Rule, day: date) -> bool:
    """Whether the rule has an occurrence on `day`."""
    return next(days(rule, day, day), None) is not None


def _day(text: str | None, what: str) -> date | None:
    if not text or text.startswith("0001-01-01"):  # Graph's way to leave a date out
        return None
    try:
        return iso(text[:10]).date()
    except ValueError:
        raise ImpossibleRecurrence(f"recurrence.range.{what} is no date: '{text}'") from None


def _check(rule: Rule, range_type: str) -> None:
    if rule.interval < 1:
        raise ImpossibleRecurrence("recurrence.pattern.interval must be 1 or more")
    if range_type == "endDate" and rule.until is None:
        raise ImpossibleRecurrence("recurrence.range.endDate is missing")
    if rule.until is not None and rule.until < rule.start:
        raise ImpossibleRecurrence("recurrence.range.endDate is before startDate")
    if range_type == "numbered" and (rule.count is None or not 1 <= rule.count <= _MOST_OCCURRENCES):
        raise ImpossibleRecurrence(f"recurrence.range.numberOfOccurrences must be 1 to {_MOST_OCCURRENCES}")
    if not 1 <= rule.month <= 12:
        raise ImpossibleRecurrence("recurrence.pattern.month must be 1 to 12")
    if not 1 <= rule.day_of_month <= 31:
        raise ImpossibleRecurrence("recurrence.pattern.dayOfMonth must be 1 to 31")


@lru_cache(maxsize=8192)
def _expansion(rule: Rule) -> rrule:
    month_days: tuple[int, ...] | None = None
    position: int | None = None
    weekdays: tuple[weekday, ...] | None = None
    if rule.type.startswith("absolute"):
        month_days, position = (rule.day_of_month,), None
        if rule.day_of_month > _SHORTEST_MONTH:
            # Outlook moves the 31st to the last day of a shorter month, where RFC 5545 would leave the month out.
            month_days, position = tuple(range(_SHORTEST_MONTH, rule.day_of_month + 1)), -1
    elif rule.type.startswith("relative"):
        weekdays, position = _weekdays(rule), _POSITION[rule.index]
    elif rule.type == "weekly":
        weekdays = _weekdays(rule)
    return rrule(
        _FREQUENCY[rule.type],
        dtstart=datetime.combine(rule.start, time()),
        interval=rule.interval,
        wkst=_DAYS[rule.first_day],
        byweekday=weekdays,
        bymonth=rule.month if rule.type.endswith("Yearly") else None,
        bymonthday=month_days,
        bysetpos=position,
        until=datetime.combine(rule.until, time()) if rule.until else None,
        count=rule.count,
        cache=True,
    )


def _weekdays(rule: Rule) -> tuple[weekday, ...]:
    return tuple(_DAYS[day] for day in rule.days)
