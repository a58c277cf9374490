"""What is to be said of a day that one may not have thought of: a weekend, a public holiday, midnight. Pure.

Holidays are those of the whole country, not of a part of it, from the package `holidays`; the country is that of the
reader's zone, or of their locale where the zone is of none.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import get_day_names

from dialogs.words.reader import Reader, known_locale
from graph.model import Window, WorkingHours

MOST = 3
"""Days that are spoken of."""
WHOLE_DAY = timedelta(hours=20)
"""What takes as long begins with its day, and not at midnight."""
NOWHERE = ("001", "ZZ")
"""Territories of zones that are of no country."""


def remarks(
    windows: Sequence[Window], hours: WorkingHours, reader: Reader, others: Sequence[ZoneInfo | None] = ()
) -> str:
    """A sentence for each of the first days among these that is no working day or a holiday, and for midnight.

    `others` are the zones of those who come: who lives by another clock may have holidays of their own.
    """
    starts = [window.start.astimezone(reader.zone) for window in windows]
    late = [start for start, window in zip(starts, windows, strict=True) if window.length < WHOLE_DAY]
    days = list(dict.fromkeys(start.date() for start in starts))
    told = [words for day in days if (words := _of_day(day, hours, reader))]
    told = [*told, *_abroad(starts, reader, others)][:MOST]
    told += [reader.say("note-midnight", day=reader.day(start)) for start in late if start.time() == time()][:1]
    return " ".join(told)


def _of_day(day: date, hours: WorkingHours, reader: Reader) -> str:
    if day.weekday() not in hours.weekdays:
        weekday = get_day_names("wide", locale=known_locale(reader.locale))[day.weekday()]
        return reader.say("note-weekend", day=reader.short_day(day), weekday=str(weekday))
    return _of_holiday(day, country_of(reader.zone, reader.locale), reader)


def _abroad(starts: Sequence[datetime], reader: Reader, others: Sequence[ZoneInfo | None]) -> list[str]:
    """Holidays where those live who have another clock than the reader, each once."""
    told: dict[str, None] = {}
    for start in starts:
        for zone in others:
            if zone and start.astimezone(zone).utcoffset() != start.utcoffset():
                told[_of_holiday(start.astimezone(zone).date(), country_of(zone, ""), reader)] = None
    own = country_of(reader.zone, reader.locale)
    return [
        words for words in told if words and words not in {_of_holiday(each.date(), own, reader) for each in starts}
    ]


def _of_holiday(day: date, country: str, reader: Reader) -> str:
    name = holiday(country, day)
    if not name:
        return ""
    place = known_locale(reader.locale).territories.get(country, country)
    return reader.say("note-holiday", day=reader.short_day(day), country=place, name=name)


@lru_cache(maxsize=64)
def country_of(zone: ZoneInfo, locale: str) -> str:
    """The country of a zone as two letters; else that of the locale; empty where neither has one."""
    territory = str(get_global("zone_territories").get(zone.key, ""))
    if territory and territory not in NOWHERE:
        return territory
    try:
        return Locale.parse(locale, sep="-").territory or ""
    except (UnknownLocaleError, ValueError):
        return ""


def days_off(zone: ZoneInfo, locale: str, span: Window) -> frozenset[date]:
    """The public holidays of a span where one lives who has that zone."""
    country = country_of(zone, locale)
    first, last = span.start.astimezone(zone).date(), span.end.astimezone(zone).date()
    years = range(first.year, last.year + 1)
    return frozenset(day for year in years for day in _holidays(country, year) if first <= day <= last)


def holiday(country: str, day: date) -> str:
    """What a day is called that is a public holiday all over that country; empty where it is none, or nobody knows."""
    return _holidays(country, day.year).get(day, "").partition(";")[0]


@lru_cache(maxsize=64)
def _holidays(country: str, year: int) -> Mapping[date, str]:
    import holidays  # noqa: PLC0415  takes longer to load than most turns take

    if country not in holidays.list_supported_countries(include_aliases=False):
        return {}
    return dict(holidays.country_holidays(country, years=year, language="en_US").items())
