"""Constructors of written dates: "3 December", "2026-11-18", "18/11", and several of one month."""

from collections.abc import Sequence

from dialogs.understand.when.calendar import valid
from dialogs.understand.when.days import one_day
from dialogs.understand.when.surroundings import after, alone, before
from dialogs.understand.when.tokens import Item
from dialogs.understand.when.values import Days, Scene, Several


def plain_date(scene: Scene, items: Sequence[Item], dotted2: tuple[int, int]) -> Days | None:
    """ "19.10" and nothing else"""
    return short_date(scene, items, dotted2=dotted2) if alone(scene, items) else None


def calendar_day(
    scene: Scene,
    items: Sequence[Item],
    *,
    month: int,
    ordinal: int = 0,
    dom: int = 0,
    year: int | None = None,
    yy: int | None = None,
    weekday: int | None = None,
) -> Days | None:
    """A day of a month; without a year the coming one. A weekday that was also said decides nothing."""
    number = ordinal or dom
    texts = [i.text for i in items]
    if not 1 <= number <= 31 or ("may" in texts and dom and not any(t.isdigit() for t in texts)):
        return None
    if not year and _year_follows(scene, items):
        return None
    return coming_date(scene, month, number, year or yy)


def _year_follows(scene: Scene, items: Sequence[Item]) -> bool:
    """Whether a year stands next: then the date with the year does not exist, and without it is not meant."""
    at = items[-1].last
    following = [w for w in scene.words[at : at + 2] if w != ","]
    return (
        bool(following)
        and len(following[0]) == 4
        and following[0].isdigit()
        and following[0][:2] in ("19", "20")
        and scene.words[at - 1 : at] != ()
        and not _clockish(scene, at)
    )


def _clockish(scene: Scene, at: int) -> bool:
    """Four digits right behind a date may be a time: "6 Nov 2015"; behind a comma they are a year."""
    return scene.words[at] != "," and items_end(scene, at)


def items_end(scene: Scene, at: int) -> bool:
    """Whether the utterance ends with the token at `at`."""
    return at >= len(scene.words) - 1


def nths_of_month(scene: Scene, items: Sequence[Item], nths: tuple[int, ...], month: int) -> Several | None:
    """ "July 17th, 18th, or 19th" """
    found = [coming_date(scene, month, n, None) for n in nths if 1 <= n <= 31]
    return Several(tuple(found)) if found and all(found) else None


def between_nths(scene: Scene, items: Sequence[Item], nths: tuple[int, ...], month: int) -> Days | None:
    """ "between the ninth and seventeenth of April" """
    first, last = (coming_date(scene, month, n, None) for n in (nths[0], nths[-1]))
    if first is None or last is None or last.start <= first.start:
        return None
    return Days(first.start, last.end, "day", "period")


def coming_date(scene: Scene, month: int, number: int, year: int | None) -> Days | None:
    """That date, in the given year or the first in which it is not over."""
    if year:
        day = valid(year, month, number)
        return one_day(day) if day else None
    today = scene.now.date()
    for later in range(9):
        day = valid(today.year + later, month, number)
        if day and day >= today:
            before = valid(day.year - 1, month, number)
            return one_day(day, "date", (one_day(before),) if before else ())
        if day is None and not (month == 2 and number == 29):
            return None
    return None


def iso_date(scene: Scene, items: Sequence[Item], ymd: tuple[int, ...]) -> Days | None:
    """2026-11-18"""
    day = valid(*ymd)
    return one_day(day) if day else None


def numeric_date(scene: Scene, items: Sequence[Item], dmy: tuple[int, ...], weekday: int | None = None) -> Days | None:
    """18/11/2026, 11-18-26, 18.11.2026: the locale's order, or the only one that there is."""
    first, second, year = dmy[:3]
    if year < 100:
        year += 2000 if year < 70 else 1900
    return _ordered(scene, first, second, year, dotted=bool(dmy[3]))


def short_date(
    scene: Scene,
    items: Sequence[Item],
    *,
    slashed: tuple[int, ...] = (),
    dotted: tuple[int, ...] = (),
    dotted2: tuple[int, ...] = (),
    weekday: int | None = None,
) -> Days | None:
    """18/11, 18.11; in "Monday 12.30" that is the hour unless it is a Monday."""
    first, second = slashed or dotted or dotted2
    found = _ordered(scene, first, second, None, dotted=not slashed)
    return None if found and weekday is not None and found.start.weekday() != weekday else found


def _ordered(scene: Scene, first: int, second: int, year: int | None, *, dotted: bool) -> Days | None:
    day_first = scene.day_first or dotted
    by_day = coming_date(scene, second, first, year) if second <= 12 else None
    by_month = coming_date(scene, first, second, year) if first <= 12 and (year or not dotted) else None
    chosen, other = (by_day, by_month) if day_first else (by_month, by_day)
    if chosen and other and chosen.start != other.start:
        return Days(chosen.start, chosen.end, "day", "date", (other,), "day_first")
    return chosen or other


def zero_date(scene: Scene, items: Sequence[Item], dotted0: tuple[int, int]) -> Days | None:
    """ "04.09" where a clock or a part of the day follows, or nothing."""
    word = after(scene, items)
    if (
        alone(scene, items)
        or before(scene, items) in ("early", "earlier", "late")
        or word[:1].isdigit()
        or word in scene.sets["follow-dotted"]
    ):
        return short_date(scene, items, dotted2=dotted0)
    return None
