"""How often a series takes place, in words: "every other week on Tuesday, until 28 Mar 2027"."""

from collections.abc import Sequence
from datetime import date

from babel.dates import get_day_names, get_month_names

from dialogs.words.reader import Reader, known_locale
from graph.recurrence import EVERY_DAY, Index, Pattern, Recurrence

WORKDAYS = (0, 1, 2, 3, 4)
PLACES = {
    Index.FIRST: "repeats-first",
    Index.SECOND: "repeats-second",
    Index.THIRD: "repeats-third",
    Index.FOURTH: "repeats-fourth",
    Index.LAST: "repeats-last",
}


def repeats(series: Recurrence, reader: Reader, *, any_day: bool = False, skipped: Sequence[date] = ()) -> str:
    """The rule, where it ends, and the days left out; `any_day`: on which day of the week is still open."""
    rule = reader.say("repeats-weekly-open", count=series.interval) if any_day else _rule(series, reader)
    without = reader.say("repeats-without", days=reader.names([reader.day(day) for day in skipped])) if skipped else ""
    return ", ".join(part for part in (rule, _ends(series, reader), without) if part)


def _rule(series: Recurrence, reader: Reader) -> str:
    count = series.interval
    match series.pattern:
        case Pattern.DAILY:
            return reader.say("repeats-daily", count=count)
        case Pattern.WEEKLY if series.weekdays == WORKDAYS and count == 1:
            return reader.say("repeats-workdays")
        case Pattern.WEEKLY:
            return reader.say("repeats-weekly", count=count, days=_days(series.weekdays, reader))
        case Pattern.ABSOLUTE_MONTHLY:
            return reader.say("repeats-monthly", count=count, day=series.day_of_month or series.start.day)
        case Pattern.RELATIVE_MONTHLY:
            return reader.say("repeats-monthly-on", count=count, day=_place(series, reader))
        case Pattern.ABSOLUTE_YEARLY:
            day = f"{series.day_of_month} {_month(series, reader)}"
            return reader.say("repeats-yearly", count=count, day=day)
        case Pattern.RELATIVE_YEARLY:
            day = f"{_place(series, reader)} · {_month(series, reader)}"
            return reader.say("repeats-yearly", count=count, day=day)


def _ends(series: Recurrence, reader: Reader) -> str:
    if series.count:
        return reader.say("repeats-times", count=series.count)
    return reader.say("repeats-until", day=reader.day(series.until, year=True)) if series.until else ""


def _days(weekdays: tuple[int, ...], reader: Reader) -> str:
    names = get_day_names("wide", locale=known_locale(reader.locale))
    return reader.names([names[day] for day in weekdays])


def _place(series: Recurrence, reader: Reader) -> str:
    place = reader.say(PLACES[series.index or Index.FIRST])
    if series.weekdays == EVERY_DAY:
        return f"{place} {reader.say('repeats-day')}"
    if series.weekdays == WORKDAYS:
        return f"{place} {reader.say('repeats-workday')}"
    return f"{place} {_days(series.weekdays, reader)}"


def _month(series: Recurrence, reader: Reader) -> str:
    return str(get_month_names("wide", locale=known_locale(reader.locale))[series.month or series.start.month])
