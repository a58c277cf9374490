"""Constructors of days and times that do not exist: "31 February", "25:00", "13 am". They are told, never bent."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dialogs.understand.understood import Kind, When
from dialogs.understand.when.calendar import valid
from dialogs.understand.when.tokens import Item
from dialogs.understand.when.values import Days, Impossible, Scene

_LEAP = 2028
_LATELY = timedelta(days=300)
"""How long ago a day may have been that is spoken of without its year."""
_FROM_OR_TO = frozenset(
    ("after", "before", "from", "following", "to", "or", "and", "through", "until", "till", "-", "–")
)
"""What tells that the weekday is one of several days, or another one than the date."""
_DATED = frozenset(("MONTH", "DMY", "YMD", "SLASHED"))


def no_such_day(
    scene: Scene, items: Sequence[Item], *, month: int, ordinal: int = 0, dom: int = 0, year: int | None = None
) -> Impossible | None:
    """ "31 February", "29 February 2027" """
    number = ordinal or dom
    return Impossible() if number > monthrange(year or _LEAP, month)[1] else None


def no_such_days(
    scene: Scene,
    items: Sequence[Item],
    *,
    month: int,
    ordinal: int = 0,
    dom: int = 0,
    ordinal2: int = 0,
    dom2: int = 0,
    year: int | None = None,
) -> Impossible | None:
    """ "February 20 - 29, 2022" """
    return no_such_day(scene, items, month=month, dom=max(ordinal, dom, ordinal2, dom2), year=year)


def no_such_day_of(
    scene: Scene, items: Sequence[Item], period: Days, ordinal: int = 0, dom: int = 0
) -> Impossible | None:
    """ "the 31st of next month", where that has thirty days"""
    number = ordinal or dom
    return Impossible() if period.grain == "month" and number > (period.end - period.start).days else None


def no_such_date(
    scene: Scene, items: Sequence[Item], ymd: tuple[int, ...] = (), dmy: tuple[int, ...] = ()
) -> Impossible | None:
    """2027-02-30, 31/02/2027"""
    if ymd:
        return None if valid(*ymd) else Impossible()
    first, second, year = dmy[:3]
    return None if valid(year, first, second) or valid(year, second, first) else Impossible()


def no_such_clock(
    scene: Scene, items: Sequence[Item], hour: int | None = None, badclock: str = "", ampm: str = ""
) -> Impossible | None:
    """ "25:00", "10:75", "13 am" """
    return Impossible() if badclock or (hour is not None and hour > 12 and ampm == "a") else None


def contradicted(when: When, items: Sequence[Item]) -> bool:
    """Whether `items`, the tokens of `when`, name a weekday on which its date does not fall: "Monday 24 November"."""
    if when.start is None or when.kind not in (Kind.DATE, Kind.DATETIME, Kind.RANGE):
        return False
    weekdays = {item.meanings["WEEKDAY"] for item in items if "WEEKDAY" in item.meanings}
    if len(weekdays) != 1 or when.start.weekday() in weekdays:
        return False
    dated = any(not _DATED.isdisjoint(item.meanings) for item in items)
    return dated and _FROM_OR_TO.isdisjoint(item.text for item in items)


def of_that_weekday(when: When, items: Sequence[Item], now: datetime) -> When | None:
    """ "Monday 12 October" in November is the one that is over, where it fell on a Monday; it was said outright."""
    start = _year_before(when.start)
    if start is None or not now - _LATELY < start < now:
        return None
    past = replace(when, start=start, end=_year_before(when.end), alternatives=(), doubt="")
    return None if contradicted(past, items) else past


def _year_before(moment: datetime | None) -> datetime | None:
    if moment is None or (moment.month, moment.day) == (2, 29):
        return None
    return moment.replace(year=moment.year - 1)
