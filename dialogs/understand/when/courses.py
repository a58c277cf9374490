"""Constructors of how a recurrence runs: "three weekly", "twice a week", "every day this week", "last working day"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dialogs.understand.when.calendar import add_months, midnight, nth_weekday
from dialogs.understand.when.surroundings import after, before
from dialogs.understand.when.tokens import Item
from dialogs.understand.when.values import Days, Moment, Part, Repeat, Scene

NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS = NAMES[:5]
SPREAD = {2: ("TU", "TH"), 3: ("MO", "WE", "FR"), 4: NAMES[:4], 5: WORKDAYS}
"""On which days something takes place so many times a week, where nobody says more."""
_NOUN_WITHIN = 3
"""Words behind "three weekly" in which its plural stands: "design review sessions"."""
_MONTHS_OF_A_QUARTER = 3


def workday(scene: Scene, items: Sequence[Item]) -> str:
    """ "working day" is one word of time."""
    return "workday"


def counted_rule(scene: Scene, items: Sequence[Item], number: int, frequency: str) -> Repeat | None:
    """ "three weekly sessions": so many of them; "at 9 weekly" is a time."""
    at = items[-1].last
    plural = any(len(word) > 2 and word.endswith("s") for word in scene.words[at : at + _NOUN_WITHIN])
    if not plural or number < 2 or before(scene, items) in ("at", "@", "around", "from", "until", "till", "to", "-"):
        return None
    freq, _, interval = frequency.partition("/")
    return Repeat(freq, int(interval or 1), count=number)


def counted_weekdays(scene: Scene, items: Sequence[Item], number: int, weekday: int) -> Repeat | None:
    """ "the next three Thursdays", "five Tuesdays in a row"; "two Fridays from now" is a day."""
    told = any(item.text in ("next", "coming", "consecutive", "successive", "straight", "row") for item in items)
    if number < 2 or after(scene, items) in ("from", "ago", "hence", "later", "back") or not (told or _led(items)):
        return None
    return Repeat("WEEKLY", 1, (NAMES[weekday],), count=number)


def _led(items: Sequence[Item]) -> bool:
    return items[0].text in ("for", "on", "over")


def so_often(scene: Scene, items: Sequence[Item], unit: str, counted: int = 0, number: int = 0) -> Repeat | None:
    """ "twice a week", "three times a month": on that many days of it."""
    count = counted or number
    match unit:
        case "week" if 2 <= count <= len(WORKDAYS):
            return Repeat("WEEKLY", per=count)
        case "month" if count == 2:
            return Repeat("WEEKLY", 2)
    return None


def within_period(scene: Scene, items: Sequence[Item], repeat: Repeat, period: Days) -> Repeat | None:
    """ "every day this week", "Tuesdays in April": from today or its first day on; daily on workdays."""
    if repeat.until or repeat.count or period.end <= scene.now.date():
        return None
    if period.grain == "week" and repeat.freq == "WEEKLY" and not (repeat.days or repeat.per):
        return None
    daily = repeat.freq == "DAILY" and repeat.interval == 1 and not repeat.days
    days = WORKDAYS if daily else repeat.days
    last = period.end - timedelta(days=1)
    while daily and last.weekday() >= len(WORKDAYS) and last > period.start:
        last -= timedelta(days=1)
    start = max(midnight(period.start), midnight(scene.now.date()))
    until = midnight(last + timedelta(days=1)) - timedelta(seconds=1)
    return replace(repeat, freq="WEEKLY" if daily else repeat.freq, days=days, start=start, until=until)


def nth_workday(scene: Scene, items: Sequence[Item], ordinal: int, unit: str, repeat: Repeat) -> Repeat | None:
    """ "the last working day of each month" """
    if unit != "workday" or repeat.freq != "MONTHLY":
        return None
    return replace(repeat, days=WORKDAYS, place=ordinal)


def nth_workday_of_month(scene: Scene, items: Sequence[Item], ordinal: int, unit: str) -> Repeat | None:
    """ "every last working day" """
    return Repeat("MONTHLY", days=WORKDAYS, place=ordinal) if unit == "workday" else None


def nth_workday_if_repeated(scene: Scene, items: Sequence[Item], ordinal: int, unit: str) -> Repeat | None:
    """ "the last working day of the month, each time"; said alone, it is the coming one."""
    repeated = not scene.sets["repeating"].isdisjoint(scene.words)
    return nth_workday_of_month(scene, items, ordinal, unit) if repeated else None


def coming_nth_workday(
    scene: Scene, items: Sequence[Item], ordinal: int, unit: str, period: Days | None = None
) -> Days | None:
    """ "the last working day of the month": of this one, or once that is over of the next."""
    if unit != "workday":
        return None
    today = scene.now.date()
    first = period.start if period else today.replace(day=1)
    months = (first,) if period else (first, add_months(first, 1))
    found = [_workday_of(month, period.end if period else add_months(month, 1), ordinal) for month in months]
    day = next((each for each in found if each and each >= today), None)
    return Days(day, day + timedelta(days=1), "day", "date") if day else None


def _workday_of(start: date, end: date, ordinal: int) -> date | None:
    days = [start + timedelta(days=ahead) for ahead in range((end - start).days)]
    working = [day for day in days if day.weekday() < len(WORKDAYS)]
    place = ordinal - 1 if ordinal > 0 else ordinal
    return working[place] if -len(working) <= place < len(working) else None


def nth_of_quarter(scene: Scene, items: Sequence[Item], ordinal: int, weekday: int) -> Repeat:
    """ "the first Tuesday of every quarter": of its first month; the last one is of its last month."""
    today = scene.now.date()
    month = today.replace(day=1, month=(today.month - 1) // _MONTHS_OF_A_QUARTER * _MONTHS_OF_A_QUARTER + 1)
    month = add_months(month, _MONTHS_OF_A_QUARTER - 1) if ordinal < 0 else month
    day = nth_weekday(month, add_months(month, 1), weekday, ordinal)
    begins = month if day and day >= today else add_months(month, _MONTHS_OF_A_QUARTER)
    return Repeat("MONTHLY", _MONTHS_OF_A_QUARTER, (f"{ordinal}{NAMES[weekday]}",), start=midnight(begins))


def nth_if_quarterly(scene: Scene, items: Sequence[Item], ordinal: int, weekday: int) -> Repeat | None:
    """ "a quarterly review on the first Thursday" """
    return nth_of_quarter(scene, items, ordinal, weekday) if "quarterly" in scene.words and ordinal < 6 else None


def half_of(scene: Scene, items: Sequence[Item], period: Days, ordinal: int = 2) -> Days | None:
    """ "the second half of next week": the middle day of a working week belongs to both."""
    if ordinal not in (1, 2):
        return None
    days = (period.end - period.start).days
    if days == 7:
        first, second = (period.start, period.start + timedelta(days=3)), (period.start + timedelta(days=2), period.end)
    else:
        middle = period.start + timedelta(days=-(-days // 2))
        first, second = (period.start, middle), (middle, period.end)
    start, end = (first, second)[ordinal - 1]
    return Days(start, end, "day", "period")


def half_of_day(scene: Scene, items: Sequence[Item], ordinal: int = 2) -> Part | None:
    """ "the first half of tomorrow" """
    halves = {1: Part("morning", 8 * 60, 13 * 60), 2: Part("afternoon", 13 * 60, 18 * 60)}
    return halves.get(ordinal)


def this_time(
    scene: Scene, items: Sequence[Item], day: Days | None = None, period: Days | None = None
) -> Moment | None:
    """ "this time tomorrow", "this time next week": the hour that it is now, to the nearest five minutes."""
    now = scene.now + timedelta(minutes=2, seconds=30)
    now = now.replace(minute=now.minute // 5 * 5, second=0, microsecond=0)
    on = day.start if day else None
    if period and period.grain == "week":
        on = period.start + timedelta(days=(now.weekday() - period.start.weekday()) % 7)
    elif period and period.grain == "month":
        on = add_months(now.date(), (period.start.year - now.year) * 12 + period.start.month - now.month)
    return Moment(now.replace(year=on.year, month=on.month, day=on.day)) if on else None
