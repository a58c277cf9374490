"""How a series repeats: Graph's patternedRecurrence as a value, from and to an RFC 5545 rule. Pure.

The two do not say the same things. Graph has no fifth Monday, no two days of one month, nothing below a day; a rule
has no first workday of a month without BYSETPOS. What one of them cannot say is refused, never bent.
On the 31st Outlook takes a shorter month's last day, where RFC 5545 skips the month.
Source: Graph resources recurrencePattern, recurrenceRange; RFC 5545, 3.3.10.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
EVERY_DAY = tuple(range(7))

_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_KNOWN = {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "COUNT", "UNTIL", "WKST"}
_OF_THE_EVENT = {"BYHOUR", "BYMINUTE", "BYSECOND"}
"""The time of day, which the event itself has."""
_BYDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")


class CannotRecur(ValueError):
    """Graph has no such series, or the rule contradicts itself; the message says what."""


class Pattern(StrEnum):
    """Graph's recurrencePatternType."""

    DAILY = "daily"
    WEEKLY = "weekly"
    ABSOLUTE_MONTHLY = "absoluteMonthly"
    RELATIVE_MONTHLY = "relativeMonthly"
    ABSOLUTE_YEARLY = "absoluteYearly"
    RELATIVE_YEARLY = "relativeYearly"


class Index(StrEnum):
    """Graph's weekIndex."""

    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    FOURTH = "fourth"
    LAST = "last"


_POSITIONS = {1: Index.FIRST, 2: Index.SECOND, 3: Index.THIRD, 4: Index.FOURTH, -1: Index.LAST}
_NUMBERS = {index: number for number, index in _POSITIONS.items()}
_RELATIVE = (Pattern.RELATIVE_MONTHLY, Pattern.RELATIVE_YEARLY)
_ABSOLUTE = (Pattern.ABSOLUTE_MONTHLY, Pattern.ABSOLUTE_YEARLY)
_YEARLY = (Pattern.ABSOLUTE_YEARLY, Pattern.RELATIVE_YEARLY)


@dataclass(frozen=True)
class Recurrence:
    """Every `interval` days, weeks, months or years from `start`, the day of the first occurrence.

    `weekdays` (0 is Monday) are those of a week, or, of a relative pattern, the days of which the `index`-th of the
    month is taken: all seven with LAST mean its last day. `until` is the last day, included; `count` the number of
    occurrences; neither: without end. `first_day_of_week` matters to a weekly pattern with an interval.
    """

    pattern: Pattern
    start: date
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    day_of_month: int | None = None
    month: int | None = None
    index: Index | None = None
    until: date | None = None
    count: int | None = None
    first_day_of_week: int = 0

    def days(self) -> Iterator[date]:
        """The days on which it takes place, in order; without end where it has none."""
        from dateutil.rrule import rrulestr  # noqa: PLC0415  most who book need no expansion

        yield from (moment.date() for moment in rrulestr(rule_of(self), dtstart=datetime.combine(self.start, time())))


def recurrence_of(rule: str, start: datetime) -> Recurrence:
    """The series of an RFC 5545 rule (without `RRULE:`) for an event that would start at `start` (aware).

    Its `start` is the first day, on or after that of `start`, on which the rule falls: Graph wants the event there.
    Raises CannotRecur.
    """
    parts = _parts(rule)
    first = start.date()
    until, count = _until(parts.get("UNTIL"), start), _number(parts, "COUNT")
    if until and count:
        raise CannotRecur("a rule ends by COUNT or by UNTIL, not by both")
    recurrence = Recurrence(
        **_pattern(parts, first),
        start=first,
        interval=_number(parts, "INTERVAL") or 1,
        until=until,
        count=count,
        first_day_of_week=_NAMES.index(parts.get("WKST", "MO")),
    )
    begins = next(recurrence.days(), None)
    if begins is None:
        raise CannotRecur("the rule never falls on a day")
    return replace(recurrence, start=begins)


def rule_of(recurrence: Recurrence) -> str:
    """Its RFC 5545 rule, without `RRULE:`; the start is not in it."""
    is_relative = recurrence.pattern in _RELATIVE
    names = [_NAMES[day] for day in recurrence.weekdays]
    number = _NUMBERS[recurrence.index or Index.FIRST]
    parts = [f"FREQ={_frequency(recurrence.pattern)}"]
    if recurrence.interval > 1:
        parts.append(f"INTERVAL={recurrence.interval}")
    if recurrence.pattern in _YEARLY:
        parts.append(f"BYMONTH={recurrence.month}")
    if recurrence.pattern in _ABSOLUTE:
        parts.append(f"BYMONTHDAY={recurrence.day_of_month}")
    elif is_relative and recurrence.weekdays == EVERY_DAY:
        parts.append(f"BYMONTHDAY={number}")
    elif is_relative and len(names) == 1:
        parts.append(f"BYDAY={number}{names[0]}")
    elif names:
        parts.append(f"BYDAY={','.join(names)}")
        parts += [f"BYSETPOS={number}"] * is_relative
    if recurrence.pattern is Pattern.WEEKLY and recurrence.first_day_of_week:
        parts.append(f"WKST={_NAMES[recurrence.first_day_of_week]}")
    if recurrence.until:
        parts.append(f"UNTIL={recurrence.until:%Y%m%d}")
    if recurrence.count:
        parts.append(f"COUNT={recurrence.count}")
    return ";".join(parts)


def read_recurrence(data: Mapping[str, Any]) -> Recurrence:
    """A patternedRecurrence. What its pattern does not use is left out, since Graph sends zeros for it."""
    stated, span = data["pattern"], data["range"]
    pattern = Pattern(stated["type"])
    start = date.fromisoformat(span["startDate"])
    has_weekdays = pattern is Pattern.WEEKLY or pattern in _RELATIVE
    days = {day.lower() for day in stated.get("daysOfWeek") or ()} if has_weekdays else set()
    return Recurrence(
        pattern,
        start,
        stated.get("interval") or 1,
        weekdays=tuple(number for number, name in enumerate(WEEKDAYS) if name in days),
        day_of_month=(stated.get("dayOfMonth") or start.day) if pattern in _ABSOLUTE else None,
        month=(stated.get("month") or start.month) if pattern in _YEARLY else None,
        index=Index(stated.get("index") or "first") if pattern in _RELATIVE else None,
        until=date.fromisoformat(span["endDate"]) if span.get("type") == "endDate" else None,
        count=span.get("numberOfOccurrences") if span.get("type") == "numbered" else None,
        first_day_of_week=(
            WEEKDAYS.index((stated.get("firstDayOfWeek") or "sunday").lower()) if pattern is Pattern.WEEKLY else 0
        ),
    )


def written(recurrence: Recurrence, zone_name: str) -> dict[str, Any]:
    """A patternedRecurrence by the clock of `zone_name`, a name that Graph knows."""
    pattern: dict[str, Any] = {"type": recurrence.pattern.value, "interval": recurrence.interval}
    if recurrence.weekdays:
        pattern["daysOfWeek"] = [WEEKDAYS[day] for day in recurrence.weekdays]
    if recurrence.pattern is Pattern.WEEKLY:
        pattern["firstDayOfWeek"] = WEEKDAYS[recurrence.first_day_of_week]
    if recurrence.day_of_month:
        pattern["dayOfMonth"] = recurrence.day_of_month
    if recurrence.month:
        pattern["month"] = recurrence.month
    if recurrence.index:
        pattern["index"] = recurrence.index.value
    span: dict[str, Any] = {
        "type": "endDate" if recurrence.until else "numbered" if recurrence.count else "noEnd",
        "startDate": recurrence.start.isoformat(),
        "recurrenceTimeZone": zone_name,
    }
    if recurrence.until:
        span["endDate"] = recurrence.until.isoformat()
    if recurrence.count:
        span["numberOfOccurrences"] = recurrence.count
    return {"pattern": pattern, "range": span}


def _parts(rule: str) -> dict[str, str]:
    parts = dict(part.partition("=")[::2] for part in rule.upper().removeprefix("RRULE:").strip(";").split(";"))
    if unknown := parts.keys() - _KNOWN - _OF_THE_EVENT:
        raise CannotRecur(f"Graph has nothing like {', '.join(sorted(unknown))}")
    if any("," in parts.get(name, "") for name in _OF_THE_EVENT):
        raise CannotRecur("Graph takes one time of day")
    if parts.get("WKST", "MO") not in _NAMES:
        raise CannotRecur(f"{parts['WKST']} is no day of the week")
    return parts


def _pattern(parts: Mapping[str, str], start: date) -> dict[str, Any]:
    """Pattern, days and month of a rule whose event starts on `start`."""
    frequency = parts.get("FREQ", "")
    days = _days_of(parts)
    month_day, months = _number(parts, "BYMONTHDAY"), _number(parts, "BYMONTH")
    position = _number(parts, "BYSETPOS")
    if frequency not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
        raise CannotRecur(f"Graph has no series of {frequency or 'an unsaid frequency'}")
    if frequency in ("DAILY", "WEEKLY"):
        return _by_the_week(frequency, parts, days, start)
    is_yearly = frequency == "YEARLY"
    if months and not is_yearly:
        raise CannotRecur("Graph takes a month only once a year")
    of_year = {"month": months or start.month} if is_yearly else {}
    absolute, relative = (_ABSOLUTE[is_yearly], _RELATIVE[is_yearly])
    if days:
        if month_day:
            raise CannotRecur("Graph takes days of the week or of the month, not both")
        if is_yearly and not months:
            raise CannotRecur("Graph counts days of the week in a month, not in a year")
        return {
            "pattern": relative,
            "weekdays": tuple(day for _, day in days),
            "index": _index(days, position),
        } | of_year
    if position:
        raise CannotRecur("BYSETPOS without days to count")
    if month_day == -1:
        return {"pattern": relative, "weekdays": EVERY_DAY, "index": Index.LAST} | of_year
    if month_day is not None and not 1 <= month_day <= 31:
        raise CannotRecur(f"Graph has no day {month_day} of a month")
    return {"pattern": absolute, "day_of_month": month_day or start.day} | of_year


def _by_the_week(frequency: str, parts: Mapping[str, str], days: list[tuple[int, int]], start: date) -> dict[str, Any]:
    if any(number for number, _ in days) or parts.keys() & {"BYMONTHDAY", "BYMONTH", "BYSETPOS"}:
        raise CannotRecur("within a week Graph knows only days of the week")
    if frequency == "DAILY" and not days:
        return {"pattern": Pattern.DAILY}
    if frequency == "DAILY" and parts.get("INTERVAL", "1") != "1":
        raise CannotRecur("Graph does not skip days and choose among them at once")
    return {"pattern": Pattern.WEEKLY, "weekdays": tuple(sorted({day for _, day in days})) or (start.weekday(),)}


def _days_of(parts: Mapping[str, str]) -> list[tuple[int, int]]:
    """The days of BYDAY in order of the week: (its number or 0, weekday)."""
    days = []
    for text in filter(None, parts.get("BYDAY", "").split(",")):
        match = _BYDAY.fullmatch(text)
        if match is None:
            raise CannotRecur(f"{text} is no day of the week")
        days.append((int(match[1] or 0), _NAMES.index(match[2])))
    return sorted(days, key=lambda day: day[1])


def _index(days: list[tuple[int, int]], position: int | None) -> Index:
    numbers = {number for number, _ in days}
    if position and numbers == {0}:
        number = position
    elif len(days) == 1 and not position:
        number = days[0][0]
    else:
        raise CannotRecur("Graph takes one day of a month, not several")
    if number not in _POSITIONS:
        raise CannotRecur("Graph counts the first four and the last of a month")
    return _POSITIONS[number]


def _number(parts: Mapping[str, str], name: str) -> int | None:
    text = parts.get(name)
    if text is None:
        return None
    if not re.fullmatch(r"[+-]?\d{1,4}", text) or not int(text):
        raise CannotRecur(f"Graph takes one number as {name}, not {text}")
    return int(text)


def _until(text: str | None, start: datetime) -> date | None:
    """The last day, by the clock of `start`."""
    if text is None:
        return None
    try:
        if len(text) == 8:
            return datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007  a day has no zone
        if text.endswith("Z"):
            return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).astimezone(start.tzinfo).date()
        return datetime.strptime(text, "%Y%m%dT%H%M%S").date()  # noqa: DTZ007  by the clock of `start`, as RFC 5545 has it
    except ValueError:
        raise CannotRecur(f"{text} is no end of a series") from None


def _frequency(pattern: Pattern) -> str:
    if pattern in _YEARLY:
        return "YEARLY"
    return pattern.value.upper() if pattern in (Pattern.DAILY, Pattern.WEEKLY) else "MONTHLY"
