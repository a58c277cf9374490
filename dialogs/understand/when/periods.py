"""Constructors of periods of whole days: "next week", "the rest of the month", "early June", "this weekend"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dialogs.understand.when.calendar import add_months, iso_week, midnight, nth_weekday, period, shift
from dialogs.understand.when.surroundings import after, alone, before, lasts
from dialogs.understand.when.tokens import Item
from dialogs.understand.when.values import Days, Length, Scene, Several, Stretch

_LENGTHS = {
    "week": timedelta(weeks=1),
    "weekend": timedelta(days=2),
    "month": timedelta(days=30),
    "quarter": timedelta(days=90),
    "year": timedelta(days=365),
}
"""How long a period is of which all is meant."""
_THIS = frozenset(("all", "the", "this"))
"""One of these says that no other one is meant."""
GRAIN = {"workweek": "day", "weekend": "day", "fortnight": "week", "half": "month"}


def _period(start_unit: str, span: tuple[date, date]) -> Days:
    start, end = span
    return Days(start, end, GRAIN.get(start_unit, start_unit), "period")


def unit_at(scene: Scene, items: Sequence[Item], unit: str, offset: str = "0") -> Days | None:
    """ "this week", "next month", "last year" """
    today = scene.now.date()
    if unit in ("second", "minute", "hour", "night", "workday") or (offset == "-1" and after(scene, items) == "of"):
        return None
    if unit == "day":
        day = today + timedelta(days=int(offset))
        return Days(day, day + timedelta(days=1), "day", "relative")
    if unit == "workweek":
        start = period(today, "workweek")[0] + timedelta(weeks=int(offset))
        return Days(start, start + timedelta(days=5), "day", "period")
    if unit == "weekend":
        following, plain = after(scene, items), not any(item.text == "this" for item in items)
        if plain and following.isalpha() and following not in scene.sets["behind-weekend"]:
            # "The weekend roster" says no time.
            return None
        start = period(today, "weekend")[0] + timedelta(weeks=int(offset))
        return Days(start, start + timedelta(days=2), "day", "period")
    anchor = shift(period(today, unit, scene.week_start)[0], unit, int(offset))
    return _period(unit, period(anchor, unit, scene.week_start))


_BEHIND_A_DATE = frozenset(("about", "and", "at", "for", "from", "on", "or", "please", "re", "to", "with"))
"""What may follow May where it is a month."""


def bare_month(scene: Scene, items: Sequence[Item], month: int) -> Days | None:
    """ "June"; short forms and the words that mean more than a month only where nothing else is said."""
    text = items[-1].text
    if before(scene, items) in ("from", "starting") and after(scene, items) in ("on", "onward", "onwards"):
        return named_month(scene, items, month=month)
    short = text in ("may", "march") or len(text) <= 4
    told = alone(scene, items) and len(text) > 3 and text != "may"
    summer = text in ("june", "july") and before(scene, items) not in ("with", "and", "invite", "add", "")
    if short and not told and not summer:
        return None
    return named_month(scene, items, month=month)


def year_month(scene: Scene, items: Sequence[Item], year_month: tuple[int, int]) -> Days:
    """2026-11, 11/2026"""
    return named_month(scene, items, month=year_month[1], year=year_month[0])


def after_next(scene: Scene, items: Sequence[Item], unit: str = "", month: int = 0) -> Days | None:
    """ "the week after next", "March after next" """
    if unit:
        return unit_at(scene, items, unit, "2")
    first = named_month(scene, items, month=month)
    return Days(add_months(first.start, 12), add_months(first.end, 12), "month", "period")


def prefixed_month(scene: Scene, items: Sequence[Item], month: int) -> dict[str, object] | None:
    """ "in June", "by March": what the preposition opens stays in play; "this may take long", "may or may not"."""
    if items[-1].text == "may" and after(scene, items).isalpha() and after(scene, items) not in _BEHIND_A_DATE:
        return None
    at = items[-1].last
    if scene.words[at - 1 : at + 3] == ("may", "or", "may", "not"):
        return None
    return named_month_with(items[0].text, named_month(scene, items, month=month))


def named_month_with(word: str, period: Days) -> dict[str, object]:
    """A month behind its preposition: an open side, or the month itself."""
    start, end = midnight(period.start), midnight(period.end)
    if word in ("by", "until"):
        return {"STRETCH": Stretch(None, end, "month", "before")}
    if word == "before":
        return {"STRETCH": Stretch(None, start, "month", "before")}
    if word in ("since", "after"):
        return {"STRETCH": Stretch(start if word == "since" else end, None, "month", "after")}
    return {"PERIOD": period}


def the_unit(scene: Scene, items: Sequence[Item], unit: str) -> Days | None:
    """ "in the week", "over the weekend"; "the day" and "the hour" are not periods."""
    following = after(scene, items)
    if unit == "quarter" and following.isalpha() and following not in scene.sets["follow-hour"]:
        return None  # "the quarter review"
    if unit in ("weekend", "quarter"):
        return unit_at(scene, items, unit)
    if unit not in ("week", "month", "year") or (before(scene, items) in ("of", "all") and unit != "week"):
        return None
    if len(items) == 2 and before(scene, items) not in ("of", "for", "during"):
        return None
    found = unit_at(scene, items, unit)
    return replace(found, lasting=_LENGTHS[unit]) if found and items[0].text == "for" else found


def whole_unit(scene: Scene, items: Sequence[Item], unit: str) -> Days | None:
    """ "all week", "the whole month": this one; "all weeks" and "full year figures" are not this."""
    if unit not in _LENGTHS or items[-1].text.endswith("s") or not _THIS.intersection(i.text for i in items):
        return None
    found = unit_at(scene, items, unit)
    return replace(found, lasting=_LENGTHS[unit]) if found else None


def holiday_weekend(scene: Scene, items: Sequence[Item], day: Days) -> Days | None:
    """ "Labor Day weekend": with the holiday where that is on its edge, else the next one."""
    if day.said != "holiday":
        return None
    weekday = day.start.weekday()
    saturday = day.start + timedelta(days=-2 if weekday == 0 else 5 - weekday)
    first = day.start if weekday in (3, 4) else saturday if weekday < 6 else day.start - timedelta(days=1)
    last = max(day.start, saturday + timedelta(days=1)) if weekday in (0, 6) else saturday + timedelta(days=1)
    return Days(first, last + timedelta(days=1), "day", "period")


def first_of(
    scene: Scene, items: Sequence[Item], length: Length, period: Days | None = None, month: int | None = None
) -> Days | None:
    """ "the first two weeks of March", "the last ten days of next month" """
    whole = period or (named_month(scene, items, month=month) if month else None)
    if whole is None or length.unit not in ("day", "week") or length.seconds % 86400:
        return None
    if any(item.text == "last" for item in items):
        return Days(max(whole.start, whole.end - length.delta), whole.end, "day", "period")
    return Days(whole.start, min(whole.end, whole.start + length.delta), "day", "period")


def numbered_quarter(scene: Scene, items: Sequence[Item], number: int, year: int | None = None) -> Days | None:
    """ "in Q1", "the end of Q3 2027"; not "the Q3 budget"."""
    led = items[0].text != "q" or before(scene, items) in scene.sets["before-quarter"] or year
    following = after(scene, items)
    if not led or not 1 <= number <= 4 or (following.isalpha() and following not in scene.sets["follow-hour"]):
        return None
    today = scene.now.date()
    first = date(year or today.year, 3 * number - 2, 1)
    if year is None and add_months(first, 3) <= today:
        first = date(today.year + 1, 3 * number - 2, 1)
    return Days(first, add_months(first, 3), "month", "period")


def end_of_the(scene: Scene, items: Sequence[Item], unit: str, edge: str = "end") -> Days | None:
    """ "the end of the month": of this one."""
    if unit not in ("week", "month", "quarter", "year"):
        return None
    found = unit_at(scene, items, unit)
    return edge_of(scene, items, found, edge) if found else None


def nth_unit_of(
    scene: Scene,
    items: Sequence[Item],
    *,
    ordinal: int,
    unit: str,
    period: Days | None = None,
    month: int | None = None,
) -> Days | None:
    """ "the first week of next month", "the last weekend of July" """
    period = period or (named_month(scene, items, month=month) if month else None)
    if period is None:
        return None
    if unit == "week":
        start = period.start - timedelta(days=period.start.weekday()) if ordinal > 0 else period.end
        if ordinal > 0 and period.start.weekday() > 3:
            start += timedelta(days=7)
        if ordinal < 0:
            start = period.end - timedelta(days=1)
            start -= timedelta(days=start.weekday())
            start += timedelta(days=7 * (ordinal + 1))
        else:
            start += timedelta(days=7 * (ordinal - 1))
        return Days(start, start + timedelta(days=7), "week", "period")
    if unit == "weekend":
        saturday = nth_weekday(period.start, period.end, 5, ordinal)
        return Days(saturday, saturday + timedelta(days=2), "day", "period") if saturday else None
    if unit in ("quarter", "month", "half") and period.grain == "year" and ordinal > 0:
        start = shift(period.start, unit, ordinal - 1)
        return Days(start, shift(start, unit, 1), unit if unit != "half" else "month", "period")
    return None


def spaced_month(scene: Scene, items: Sequence[Item], year: int, dom: int) -> Days | None:
    """ "2016 - 11" """
    return named_month(scene, items, month=dom, year=year) if dom <= 12 else None


def this_and_next(scene: Scene, items: Sequence[Item], unit: str, unit2: str = "") -> Several | None:
    """ "this week or next" """
    first, second = unit_at(scene, items, unit), unit_at(scene, items, unit2 or unit, "1")
    return Several((first, second)) if first and second else None


def named_month(
    scene: Scene, items: Sequence[Item], *, month: int, year: int | None = None, yy: int | None = None, which: str = ""
) -> Days:
    """ "June", "next March", "May 2027": without a year the coming or the running one."""
    now = scene.now
    chosen = year or yy
    if chosen is None:
        chosen = now.year + (month < now.month)
        if which == "next" and month == now.month:
            chosen += 1
        if which == "last":
            chosen = now.year - (month >= now.month)
        if which == "this":
            chosen = now.year
    start = now.date().replace(year=chosen, month=month, day=1)
    return Days(start, add_months(start, 1), "month", "period")


def week_of(scene: Scene, items: Sequence[Item], day: Days) -> Days:
    """ "the week of the 14th" """
    return _period("week", period(day.start, "week", scene.week_start))


def week_number(scene: Scene, items: Sequence[Item], number: int, year: int | None = None) -> Days | None:
    """ "week 48": ISO."""
    start = iso_week(year or scene.now.year, number)
    if start is None:
        return None
    if year is None and start + timedelta(days=7) <= scene.now.date():
        start = iso_week(scene.now.year + 1, number) or start
    return Days(start, start + timedelta(days=7), "week", "period")


def quarter_number(
    scene: Scene, items: Sequence[Item], number: int = 0, ordinal: int = 0, year: int | None = None
) -> Days | None:
    """ "Q3", "the second quarter of 2027" """
    count = number or ordinal
    if not 1 <= count <= 4:
        return None
    start = scene.now.date().replace(year=year or scene.now.year, month=3 * count - 2, day=1)
    return Days(start, add_months(start, 3), "quarter", "period")


def next_units(scene: Scene, items: Sequence[Item], length: Length, sign: str = "1") -> Days | None:
    """ "the next three days", "the past two weeks" """
    if length.unit in ("hour", "minute", "second"):
        return None
    today = scene.now.date()
    count = int(length.count)
    if count < 1 or lasts(scene, items):
        return None
    if length.unit == "workday":
        return Days(today, shift(today, "workday", count) + timedelta(days=1), "day", "period")
    if length.unit in ("weekend", "night"):
        return None
    if length.unit == "day":
        start = today + timedelta(days=1)
        if sign == "-1":
            return Days(today - timedelta(days=count), today, "day", "period")
        return Days(start, start + timedelta(days=count), "day", "period")
    base = period(today, length.unit, scene.week_start)[0]
    if sign == "-1":
        return Days(shift(base, length.unit, -count), base, "day", "period")
    first = shift(base, length.unit, 1)
    return Days(first, shift(first, length.unit, count), "day", "period")


def rest_of(scene: Scene, items: Sequence[Item], period: Days) -> Days:
    """ "the rest of this week": from today on."""
    return Days(max(period.start, scene.now.date()), period.end, "day", "period")


def later_in(scene: Scene, items: Sequence[Item], period: Days) -> Days | None:
    """ "Later this week": from tomorrow on; of a week or a month that is to come, the later part of it."""
    tomorrow = scene.now.date() + timedelta(days=1)
    if items[0].text.lower() in ("this", "next") or period.end <= tomorrow:
        return None
    if period.start >= tomorrow:
        return edge_of(scene, items, period, "late")
    return Days(tomorrow, period.end, "day", "period")


def later_in_unit(scene: Scene, items: Sequence[Item], unit: str) -> Days | None:
    """ "Later in the week": in this one."""
    this = unit_at(scene, items, unit)
    return later_in(scene, items, this) if this and this.grain != "day" else None


def workdays_of(scene: Scene, items: Sequence[Item], unit: str, a: Days) -> Days | None:
    """ "on a weekday next week": from its Monday to its Friday."""
    if unit != "workday" or a.grain != "week":
        return None
    return _period("workweek", period(a.start + timedelta(days=3), "workweek"))


def edge_of(scene: Scene, items: Sequence[Item], period: Days, edge: str) -> Days | None:
    """ "early next month", "the end of June", "mid week" """
    if edge in ("start", "end") and items[-1].text.lower().startswith("in "):
        # "Start in February" tells when something begins.
        return None
    days = (period.end - period.start).days
    cuts = {
        7: {"early": (0, 2), "mid": (2, 4), "late": (3, 5), "start": (0, 2), "end": (3, 5)},
        30: {"early": (0, 10), "mid": (10, 20), "late": (20, days), "start": (0, 10), "end": (20, days)},
    }
    first, last = (
        cuts[7 if days <= 7 else 30].get(edge, (0, days))
        if days <= 31
        else {
            "early": (0, days // 3),
            "mid": (days // 3, 2 * days // 3),
            "late": (2 * days // 3, days),
            "start": (0, days // 3),
            "end": (2 * days // 3, days),
        }[edge]
    )
    return Days(period.start + timedelta(days=first), period.start + timedelta(days=last), "day", "period")
