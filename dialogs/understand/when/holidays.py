"""Constructors of holidays: a date, the nth weekday of a month, or so many days from Easter."""

from collections.abc import Sequence
from datetime import date, timedelta

from dialogs.understand.when.calendar import add_months, nth_weekday
from dialogs.understand.when.surroundings import after
from dialogs.understand.when.tokens import Item
from dialogs.understand.when.values import Days, Scene

_NTH = ("st", "nd", "rd", "th")


def holiday(scene: Scene, items: Sequence[Item], holiday: str, year: int | None = None) -> Days | None:
    """ "Christmas", "Thanksgiving 2027": without a year the coming one.

    `holiday` is "month-day", "month-nth-weekday" (Monday is 0, -1st the last), or "easter" and so many days.
    """
    if _is_a_kind(scene, items):
        return None
    today = scene.now.date()
    for chosen in (year,) if year else (today.year, today.year + 1):
        day = _in_year(holiday, chosen)
        if day and (year or day >= today):
            return Days(day, day + timedelta(days=1), said="holiday")
    return None


def _is_a_kind(scene: Scene, items: Sequence[Item]) -> bool:
    """Whether it says what is celebrated, and another word on which day: "the Christmas lunch on the 17th"."""
    others = scene.words[: items[0].first] + scene.words[items[-1].last :]
    known = scene.sets["days"] | scene.sets["months"]
    dated = any(word in known or (word[:1].isdigit() and word[-2:] in _NTH) for word in others)
    behind = after(scene, items)
    # "Easter posters" are no day either.
    is_noun = len(items) == 1 and behind.isalpha() and behind not in scene.sets["behind-weekend"]
    return dated and (is_noun or behind in scene.sets["celebrated"])


def _in_year(rule: str, year: int) -> date | None:
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    month, _, rest = rule.partition("-")
    nth, _, weekday = rest.rpartition("-") if rest.count("-") else (rest, "", "")
    first = date(year, int(month), 1)
    if not weekday:
        return first.replace(day=int(nth))
    return nth_weekday(first, add_months(first, 1), int(weekday), int(nth))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the method of Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return date(year, month, day + 1)
