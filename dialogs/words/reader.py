"""How one person reads dates and times: their locale, zone and clock. Pure; the formats are CLDR's, through Babel."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import (
    format_date,
    format_interval,
    format_skeleton,
    format_time,
    get_day_names,
    get_timezone_location,
)
from babel.lists import format_list

from dialogs.words.catalog import OWN, phrase
from graph.model import Window

FALLBACK = "en-US"
MOST_NAMED = 4
"""How many people are named in a row; one more is named too, since “and 1 more” is no shorter."""
PLAIN_SPACES = str.maketrans({"\u202f": " ", "\u2009": " ", "\u00a0": " "})
"""CLDR separates with thin and unbreakable spaces, which copy and search badly."""
_SECOND_FULL_STOP = re.compile(r"(?<=\.m\.)\.(?!\.)")
"""Where "9:15 a.m." ends a sentence."""


_FAR = timedelta(days=180)
"""From here to a day which nobody takes for one of another year: "5 January", said in November."""


@lru_cache(maxsize=64)
def known_locale(tag: str) -> Locale:
    """The CLDR locale of a BCP 47 tag; its language where the region is unknown, American English where both are."""
    for attempt in (tag, tag.split("-", maxsplit=1)[0], FALLBACK):
        try:
            return Locale.parse(attempt, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en", "US")


@lru_cache(maxsize=64)
def uses_24_hours(locale: Locale) -> bool:
    """Whether the locale's short time has no am and pm."""
    return "a" not in locale.time_formats["short"].pattern


@lru_cache(maxsize=64)
def yearless(locale: Locale) -> str:
    """The locale's full date without its year; CLDR has no skeleton for it in every locale."""
    return re.sub(r"[,\s]*('\w+'\s*)?y+(\s*'?[年년г]\.?'?)?[,\s]*", "", locale.date_formats["full"].pattern)


def _is_of_days(start: datetime, end: datetime) -> bool:
    """From a midnight to a later one."""
    return start.time() == end.time() == time() and end.date() > start.date()


@dataclass(frozen=True)
class Reader:
    """Whom we write for. `hours24` None: as the locale has it.

    `owner`: whose calendar it is about, where it is not the reader's own. `today`: when it is read; a day of another
    year that is far from it is told with its year.
    """

    locale: str
    zone: ZoneInfo
    hours24: bool | None = None
    owner: str = ""
    today: date | None = None

    def day(self, instant: datetime | date, *, year: bool = False) -> str:
        """As in “Thu, Nov 26”, "Thu, 26 Nov 2026" or as the locale has it."""
        told = self._date(instant)
        far = self.today and told.year != self.today.year and abs(told - self.today) > _FAR
        skeleton = "yMMMEd" if year or far else "MMMEd"
        return self._plain(format_skeleton(skeleton, told, locale=self._locale))

    def short_day(self, instant: datetime | date) -> str:
        """As in “Nov 26” or "26 Nov"."""
        return self._plain(format_skeleton("MMMd", self._date(instant), locale=self._locale))

    def long_day(self, instant: datetime | date) -> str:
        """As in “Thursday, November 26” or as the locale has it."""
        return self._plain(format_date(self._date(instant), yearless(self._locale), locale=self._locale))

    def weekday(self, day: int) -> str:
        """As in “Monday”, for 0."""
        return str(get_day_names("wide", locale=self._locale)[day])

    def weekdays(self, days: Iterable[int]) -> str:
        """As in “Mon – Thu” for days that follow each other, "Mon, Wed and Fri" for others; 0 is Monday."""
        names = get_day_names("abbreviated", locale=self._locale)
        runs: list[list[int]] = []
        for day in sorted(days):
            if runs and runs[-1][-1] == day - 1:
                runs[-1].append(day)
            else:
                runs.append([day])
        told = [f"{names[run[0]]} – {names[run[-1]]}" if len(run) > 2 else None for run in runs]
        parts = [
            part for run, span in zip(runs, told, strict=True) for part in ([span] if span else [names[d] for d in run])
        ]
        return format_list(parts, locale=self._locale)

    def clock(self, instant: datetime, zone: tzinfo | None = None) -> str:
        """As in “2:30 PM” or "14:30", in `zone` or else the reader's own."""
        local = instant.astimezone(zone or self.zone)
        if self._is_24:
            return format_time(local.time(), "HH:mm", locale=self._locale)
        return self._plain(format_skeleton("hm", local.time(), locale=self._locale))

    def hours(self, window: Window, zone: tzinfo | None = None) -> str:
        """As in “2:00 – 2:30 PM”: the two clock times of a window; the end's day is named where it is another one."""
        start, end = window.start.astimezone(zone or self.zone), window.end.astimezone(zone or self.zone)
        if _is_of_days(start, end):
            last = end - timedelta(days=1)
            whole = self.say("agenda-all-day")
            return whole if last.date() == start.date() else self.say("days-until", day=self.day(last), whole=whole)
        if start.date() != end.date():
            return f"{self.clock(start, zone)} – {self.day(end)} {self.clock(end, zone)}"
        skeleton = "Hm" if self._is_24 else "hm"
        between = format_interval(start.time(), end.time(), skeleton, locale=self._locale)
        return self._plain(between).replace("–", " – ").replace("  ", " ")

    def moment(self, window: Window) -> str:
        """As in “Thu, Nov 26, 2:00 – 2:30 PM”."""
        whole = _is_of_days(window.start.astimezone(self.zone), window.end.astimezone(self.zone))
        if whole:
            return self.moment_of(window.start, window.end, all_day=True)
        return f"{self.day(window.start)}, {self.hours(window)}"

    def moment_of(self, start: datetime, end: datetime, *, all_day: bool = False) -> str:
        """The same, and of what takes whole days: as in “Thu, Nov 26, All day”, or the first and the last day."""
        if not all_day:
            return f"{self.day(start)}, {self.hours(Window(start, end))}"
        last = end - timedelta(days=1)
        days = self.day(start) if last.date() <= start.date() else f"{self.day(start)} – {self.day(last)}"
        return f"{days}, {self.say('agenda-all-day')}"

    def city(self, zone: ZoneInfo | None = None) -> str:
        """The place that a zone is named after: "Lisbon"."""
        zone = zone or self.zone
        if zone.key in {"UTC", "Etc/UTC", "GMT"}:
            return "UTC"
        return self._plain(get_timezone_location(zone, locale=self._locale, return_city=True))

    def duration(self, length: timedelta) -> str:
        """As in “30 min”, "1 h 30 min"."""
        hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
        parts = [f"{hours} h"] if hours else []
        parts += [f"{minutes} min"] if minutes or not hours else []
        return " ".join(parts)

    def say(self, name: str, /, **values: str | int) -> str:
        """A phrase of the catalogue, in the reader's language, of the reader's own calendar or of somebody else's."""
        said = phrase(self.language, name, owner=self.owner or OWN, **values)
        return _SECOND_FULL_STOP.sub("", said)

    def names(self, names: Sequence[str]) -> str:
        """As in “Ana, Ben and Chi”, or the first few and how many more."""
        if len(names) > MOST_NAMED + 1:
            first = ", ".join(names[:MOST_NAMED])
            return self.say("names-and-more", names=first, count=len(names) - MOST_NAMED)
        return format_list(list(names), locale=self._locale)

    @property
    def language(self) -> str:
        """As in “en”, "de" …"""
        return self._locale.language

    @property
    def _locale(self) -> Locale:
        return known_locale(self.locale)

    @property
    def _is_24(self) -> bool:
        return uses_24_hours(self._locale) if self.hours24 is None else self.hours24

    def _date(self, instant: datetime | date) -> date:
        return instant.astimezone(self.zone).date() if isinstance(instant, datetime) else instant

    @staticmethod
    def _plain(text: str) -> str:
        return text.translate(PLAIN_SPACES)
