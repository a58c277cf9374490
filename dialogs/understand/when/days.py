"""Constructors of days: weekdays, ordinals, "tomorrow", and lists of them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dialogs.understand.when.calendar import DAY, add_months, coming, nth_weekday, period, valid
from dialogs.understand.when.surroundings import after, before, ends
from dialogs.understand.when.tokens import Item
from dialogs.understand.when.values import Days, Scene, Several

_WEEKS_AHEAD = re.compile(r"in (?:\w+ )*weeks?\b")
"""What says a week rather than a day."""


def one_day(day: date, said: str = "date", others: tuple[Days, ...] = (), doubt: str = "") -> Days:
    """A single day."""
    return Days(day, day + DAY, "day", said, others, doubt)


def relative(scene: Scene, items: Sequence[Item], days: str) -> Days:
    """ "today", "tomorrow"; "for the day" says too how long."""
    found = one_day(scene.now.date() + timedelta(days=int(days)), "relative")
    return replace(found, lasting=DAY) if [i.text for i in items] == ["for", "the", "day"] else found


def relative_word(scene: Scene, items: Sequence[Item], today: int) -> Days:
    """A word of the lexicon that is so many days from now."""
    return one_day(scene.now.date() + timedelta(days=today), "relative")


def spelled_with_two(scene: Scene, items: Sequence[Item], number: int) -> Days | None:
    """ "2moro": tomorrow"""
    return one_day(scene.now.date() + DAY, "relative") if number == 2 else None


def day_after(scene: Scene, items: Sequence[Item]) -> Days | None:
    """ "the day after", with no day behind it: tomorrow"""
    if not ends(scene, items) and after(scene, items) not in ("at", "in", "for", "with", "from"):
        return None
    return one_day(scene.now.date() + DAY, "relative")


def weekday(scene: Scene, items: Sequence[Item], weekday: int, which: str = "") -> Days:
    """A day of the week: bare or "this" is the coming one; "next" is the one of next week where that is not it."""
    today = scene.now.date()
    soon = coming(today, weekday)
    monday, _ = period(today, "week")
    match which:
        case "last":
            back = (today.weekday() - weekday) % 7 or 7
            return one_day(today - timedelta(days=back), "weekday")
        case "next":
            later = monday + timedelta(days=7 + weekday)
            if soon == later:
                return one_day(later, "weekday")
            return one_day(later, "weekday", (one_day(soon, "weekday"),), "which_week")
        case "this":
            if today.weekday() == weekday:
                return one_day(today, "weekday")
        case "past":
            return one_day(today - timedelta(days=(today.weekday() - weekday) % 7 or 7), "weekday")
    return one_day(soon, "weekday")


def weekday_dom(scene: Scene, items: Sequence[Item], weekday: int, ordinal: int = 0, dom: int = 0) -> Days | None:
    """ "Tue 13th", "Friday 23": the coming 13th that is a Tuesday; a bare number of one digit may be a time."""
    number = ordinal or dom
    if not 1 <= number <= 31:
        return None
    if not ordinal and (number <= 12 or after(scene, items) in ("am", "pm", ":", "-", "to", "–")):
        return None
    found = _ordinal_on(scene, number, weekday)
    return replace(found, said="weekday_date") if found else None


def weekday_after_next(scene: Scene, items: Sequence[Item], weekday: int) -> Days:
    """ "Friday after next" """
    return one_day(coming(scene.now.date(), weekday) + timedelta(weeks=1), "weekday")


def listed(scene: Scene, items: Sequence[Item], a: Days | Several, b: Days | Several) -> Several | None:
    """ "Tuesday or Wednesday": a later weekday lies in the week of the first."""
    first = a.values if isinstance(a, Several) else (a,)
    more = b.values if isinstance(b, Several) else (b,)
    if isinstance(more[-1], Days) and more[-1].of_week:
        first = tuple(_in_week_of(scene, each, more[-1].start) for each in first)
    last = first[-1]
    out = list(first)
    for said in more:
        if not isinstance(said, Days) or not isinstance(last, Days) or said.grain != "day":
            return None
        last = _following(scene, said, last)
        out.append(last)
    return Several(tuple(out))


def and_a_week_later(scene: Scene, items: Sequence[Item], day: Days) -> Several | None:
    """ "next Tuesday and the one after" """
    if day.said != "weekday":
        return None
    return Several((day, replace(day, start=day.start + 7 * DAY, end=day.end + 7 * DAY, others=())))


def _in_week_of(scene: Scene, day: object, other: date) -> object:
    """ "Wednesday, Thursday or Friday next week": a weekday without a week of its own is of the same one."""
    if not isinstance(day, Days) or day.said != "weekday" or day.of_week:
        return day
    first = other - timedelta(days=(other.weekday() - scene.week_start) % 7)
    return one_day(first + timedelta(days=(day.start.weekday() - scene.week_start) % 7), "weekday")


def _following(scene: Scene, day: Days, last: Days) -> Days:
    """A weekday said after another lies after it, and in its week where that is a later one."""
    if day.said != "weekday" or last.said != "weekday":
        return day
    before = not day.others and day.start <= last.start
    if before or last.start > scene.now.date() + timedelta(days=7):
        return one_day(coming(last.start, day.start.weekday()), "weekday")
    return day


def listed_nth(
    scene: Scene, items: Sequence[Item], a: Days | Several, ordinal: int = 0, dom: int = 0
) -> Several | None:
    """ "July 17th, 18th or 19th" """
    first = a.values if isinstance(a, Several) else (a,)
    last = first[-1]
    number = ordinal or dom
    if not isinstance(last, Days) or last.said not in ("date", "holiday", "ordinal"):
        return None
    day = valid(last.start.year, last.start.month, number) if 1 <= number <= 31 else None
    if day is None or day <= last.start:
        return None
    return Several((*first, one_day(day, last.said)))


def nth_in_months(
    scene: Scene, items: Sequence[Item], *, ordinal: int, weekday: int, month: int, month2: int
) -> Several | None:
    """ "the first Monday of September or December" """
    days = [nth_weekday_of(scene, items, weekday=weekday, ordinal=ordinal, month=m) for m in (month, month2)]
    return Several(tuple(d for d in days if d)) if all(days) else None


def weekday_of_period(scene: Scene, items: Sequence[Item], weekday: int, period: Days) -> Days | None:
    """ "Wednesday of next week", "next week on Wednesday"; of a month: the first one."""
    found = nth_weekday(period.start, period.end, weekday, 1)
    is_week = period.end - period.start == timedelta(days=7)
    return replace(one_day(found, "weekday"), of_week=is_week) if found else None


def weekday_after_that(scene: Scene, items: Sequence[Item], weekday: int) -> Days | None:
    """ "I meant the Wednesday after": the one behind the coming one; "the Friday after the fair" is another."""
    return one_day(coming(scene.now.date(), weekday) + timedelta(days=7)) if ends(scene, items) else None


def weekdays_of_period(scene: Scene, items: Sequence[Item], a: int, b: int, period: Days) -> Several | None:
    """ "next week, preferably Wednesday or Thursday" """
    days = [weekday_of_period(scene, items, weekday, period) for weekday in (a, b)]
    return Several(tuple(day for day in days if day)) if all(days) else None


def nth_weekday_of(
    scene: Scene,
    items: Sequence[Item],
    *,
    weekday: int,
    ordinal: int,
    month: int | None = None,
    period: Days | None = None,
    year: int | None = None,
) -> Days | None:
    """ "the third Thursday of May", "the last Friday of next month" """
    if month and year:
        period = _month(scene, month, year)
    if period is None:
        if month is None:
            return None
        span = _month(scene, month, None)
        found = nth_weekday(span.start, span.end, weekday, ordinal)
        if found and found < scene.now.date():
            span = _month(scene, month, scene.now.year + 1)
            found = nth_weekday(span.start, span.end, weekday, ordinal)
    else:
        found = nth_weekday(period.start, period.end, weekday, ordinal)
    return one_day(found) if found else None


def coming_nth_weekday(scene: Scene, items: Sequence[Item], weekday: int, ordinal: int) -> Days | None:
    """ "the first Thursday of the month": of this one, or once that is over of the next."""
    today = scene.now.date()
    months = (period(add_months(today.replace(day=1), ahead), "month", scene.week_start) for ahead in (0, 1))
    found = [day for first, end in months if (day := nth_weekday(first, end, weekday, ordinal))]
    ahead = [day for day in found if day >= today]
    return one_day(ahead[0]) if ahead else None


def _month(scene: Scene, month: int, year: int | None) -> Days:
    start = date(year or scene.now.year, month, 1)
    return Days(start, add_months(start, 1), "month", "period")


def ordinal_day(scene: Scene, items: Sequence[Item], ordinal: int = 0, dom: int = 0) -> Days | None:
    """ "the 12th": of the month at hand, else of the next one that has it; not "the second option", "the 5th floor"."""
    number = ordinal or dom
    word = after(scene, items)
    if word in scene.sets["not-a-day"] or (items[-1].text.isalpha() and not _plain_end(scene, items, word)):
        return None
    if not 1 <= number <= 31:
        return None
    today = scene.now.date()
    of_month = valid(scene.at_hand.year, scene.at_hand.month, number) if scene.at_hand else None
    if of_month and of_month >= today:
        return one_day(of_month, "ordinal")
    for months in range(13):
        first = add_months(today.replace(day=1), months)
        day = valid(first.year, first.month, number)
        if day and day >= today:
            return one_day(day, "ordinal")
    return None


def nth_day_of(
    scene: Scene, items: Sequence[Item], ordinal: int, period: Days | None = None, month: int | None = None
) -> Days | None:
    """ "the third day of October", "the last day of next month" """
    span = period or (_month(scene, month, None) if month else None)
    if span is None:
        return None
    day = span.start + timedelta(days=ordinal - 1) if ordinal > 0 else span.end + timedelta(days=ordinal)
    if month and day < scene.now.date():
        day = add_months(day, 12)
    return one_day(day) if day < span.end or month else None


def last_day_of_the_month(scene: Scene, items: Sequence[Item], ordinal: int) -> Days:
    """ "the last day of the month": of this one."""
    today = scene.now.date()
    return one_day(add_months(today.replace(day=1), 1) - DAY)


def ordinal_of_period(scene: Scene, items: Sequence[Item], period: Days, ordinal: int = 0, dom: int = 0) -> Days | None:
    """ "the 10th of next month"; "the second day of the week" is not this."""
    number = ordinal or dom
    day = period.start + timedelta(days=number - 1)
    return one_day(day) if 1 <= number <= 31 and day < period.end and period.grain == "month" else None


def _plain_end(scene: Scene, items: Sequence[Item], word: str) -> bool:
    """Whether a spelled ordinal ("the second") is a day: said with "on" or the like, and no noun follows."""
    led = items[0].text == "on" or before(scene, items) in (
        "for",
        "by",
        "until",
        "till",
        "from",
        "to",
        "before",
        "after",
        "is",
        "be",
    )
    return led and (not word.isalpha() or word in scene.sets["follow-ordinal"])


def ordinal_days(scene: Scene, items: Sequence[Item], nths: tuple[int, ...]) -> Several | None:
    """ "the 10th and the 20th", "the 10th or 11th" """
    found = [day for number in nths if (day := ordinal_day(scene, items, number))]
    return Several(tuple(found)) if len(found) == len(nths) else None


def on_dom(scene: Scene, items: Sequence[Item], dom: int) -> Days | None:
    """ "on the 17" """
    word = after(scene, items)
    if word.isalpha() and word not in ("from", "at", "between", "in", "for", "and", "or", "with", "of", "please"):
        return None
    return ordinal_day(scene, items, dom=dom)


def periods(scene: Scene, items: Sequence[Item], a: Days, b: Days) -> Several | None:
    """ "in April or May": the later one lies after the first."""
    if a.grain != b.grain or a.start == b.start:
        return None
    return Several((a, b))


def same_day(scene: Scene, items: Sequence[Item], day: Days, day2: Days) -> Days | None:
    """ "tomorrow, Thursday", "Wednesday the 18th": one day said twice; the surer one holds."""
    if day.grain != "day" or day2.grain != "day" or day.end - day.start != DAY or day2.end - day2.start != DAY:
        return None
    if day.all_day or day2.all_day:
        one = same_day(scene, items, replace(day, all_day=False), replace(day2, all_day=False))
        return replace(one, all_day=True) if one else None
    rank = {"weekday": 0, "ordinal": 1, "relative": 2, "date": 3}
    first, second = sorted((day, day2), key=lambda d: -rank.get(d.said, 3))
    if first.said == "ordinal" and second.said == "weekday":
        return _ordinal_on(scene, first.start.day, second.start.weekday()) or first
    if first.start == second.start:
        return first
    if second.said == "weekday" and _WEEKS_AHEAD.match(items[0].text):
        # "In two weeks, Tuesday": of that week.
        week = first.start - timedelta(days=first.start.weekday())
        return one_day(week + timedelta(days=second.start.weekday()), "relative")
    if second.said == "weekday" and first.said == "relative" and not any(i.text in (",", "or", "and") for i in items):
        return one_day(coming(first.start, second.start.weekday(), today_counts=True), "relative")
    if second.said == "weekday" and first.said in ("date", "holiday"):
        return first
    return None


def _ordinal_on(scene: Scene, number: int, weekday: int) -> Days | None:
    """The first coming 12th that is a Wednesday, within half a year."""
    today = scene.now.date()
    for months in range(7):
        first = add_months(today.replace(day=1), months)
        day = valid(first.year, first.month, number)
        if day and day >= today and day.weekday() == weekday:
            return one_day(day, "ordinal")
    return None
