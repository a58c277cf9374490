"""Constructors of recurrences: "every other Tuesday", "the first Monday of each month"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import dropwhile

from dialogs.understand.when.calendar import midnight, shift
from dialogs.understand.when.clocks import clock_hm
from dialogs.understand.when.courses import NAMES, SPREAD, nth_of_quarter
from dialogs.understand.when.rates import names_something
from dialogs.understand.when.surroundings import after, before, ends
from dialogs.understand.when.tokens import Item
from dialogs.understand.when.values import Clock, Clocks, Days, Length, Moment, Part, Repeat, Scene, Stretch

FREQ = {
    "second": "SECONDLY",
    "minute": "MINUTELY",
    "hour": "HOURLY",
    "day": "DAILY",
    "week": "WEEKLY",
    "month": "MONTHLY",
    "year": "YEARLY",
}
MULTIPLE = {
    "fortnight": ("WEEKLY", 2),
    "quarter": ("MONTHLY", 3),
    "half": ("MONTHLY", 6),
    "decade": ("YEARLY", 10),
    "night": ("DAILY", 1),
}


STARTS = {"morning": 540, "afternoon": 840, "evening": 1080, "night": 1200}
"""When something that recurs in a part of the day begins, where nothing else is said."""
_RULED_OUT = ("no", "not", "except", "avoid", "avoiding", "skip", "skipping")
"""Behind these, days and parts of days do not recur."""
DAY = 1440


def every_unit(
    scene: Scene, items: Sequence[Item], *, unit: str, number: int = 1, ordinal: int = 1, interval: str = "1"
) -> Repeat | None:
    """ "every two weeks", "each month", "every other day" """
    if items[0].text in ("one", "1") and unit in ("hour", "minute", "second"):
        return None
    count = number * ordinal * int(interval)
    if unit in ("workday",):
        return Repeat("WEEKLY", count, NAMES[:5])
    if unit == "weekend":
        return Repeat("WEEKLY", count, NAMES[5:])
    freq, times = MULTIPLE.get(unit) or (FREQ[unit], 1)
    return Repeat(freq, count * times) if count > 0 else None


def every_weekday(scene: Scene, items: Sequence[Item], weekday: int, interval: str = "1", ordinal: int = 1) -> Repeat:
    """ "every Tuesday", "Tuesdays"; "every first Thursday" is one of each month."""
    if ordinal == 1 and any(each.text in ("first", "1st") for each in items):
        return nth_of_month(scene, items, ordinal, weekday)
    return Repeat("WEEKLY", int(interval) * ordinal, (NAMES[weekday],))


def rule_word(scene: Scene, items: Sequence[Item], frequency: str) -> Repeat | None:
    """ "daily", "weekly", "quarterly"; what "the monthly numbers" are called repeats nothing."""
    if names_something(scene, items, frequency):
        return None
    freq, _, interval = frequency.partition("/")
    return Repeat(freq, int(interval or 1))


def days_of_week(scene: Scene, items: Sequence[Item], days: str) -> Repeat | None:
    """ "weekdays" """
    if _counted(scene, items):
        return None
    return Repeat("WEEKLY", 1, tuple(days.split(",")))


def also(scene: Scene, items: Sequence[Item], repeat: Repeat, weekday: int) -> Repeat | None:
    """ "every Monday and Friday", "weekly on Tuesday" """
    if repeat.clock:
        return None
    if repeat.freq == "MONTHLY" and repeat.days:
        return replace(repeat, days=(*repeat.days, NAMES[weekday]))
    if repeat.freq in ("WEEKLY", "DAILY"):
        return replace(repeat, freq="WEEKLY", days=(*repeat.days, NAMES[weekday]))
    return None


def repeat_hour(scene: Scene, items: Sequence[Item], repeat: Repeat, hour: int) -> Repeat | None:
    """ "Mondays 9", where nothing behind it is counted."""
    clear = ends(scene, items) or after(scene, items) in scene.sets["follow-day-hour"]
    return repeat_at(scene, items, repeat=repeat, hour=hour) if clear and not repeat.clock else None


def repeat_dots(scene: Scene, items: Sequence[Item], repeat: Repeat, hdotm: tuple[int, ...]) -> Repeat | None:
    """ "Mondays 11.30" """
    return None if repeat.clock else repeat_at(scene, items, repeat=repeat, clock=clock_hm(scene, items[-1:], hdotm))


def repeat_at(
    scene: Scene,
    items: Sequence[Item],
    *,
    repeat: Repeat,
    clock: Clock | None = None,
    part: Part | None = None,
    hour: int | None = None,
) -> Repeat:
    """ "every day at 9" """
    if clock is None and hour is not None:
        clock = Clock(hour * 60 % 1440, hour > 12, grain="hour")
    return replace(repeat, clock=clock or repeat.clock, part=part or repeat.part)


def repeat_between(scene: Scene, items: Sequence[Item], repeat: Repeat, clocks: Clocks) -> Repeat:
    """ "weekdays 9-10" """
    return replace(repeat, clock=clocks.start, end=clocks.end)


def until(scene: Scene, items: Sequence[Item], repeat: Repeat, day: Days) -> Repeat:
    """ "until June 3": that day is the last."""
    return replace(repeat, until=midnight(day.end) - timedelta(seconds=1))


def until_from(scene: Scene, items: Sequence[Item], repeat: Repeat, day: Days) -> Repeat | None:
    """ "from 27 January to 31 March": only behind the day on which it starts."""
    return until(scene, items, repeat, day) if repeat.start and not repeat.until else None


def but_weekday(scene: Scene, items: Sequence[Item], repeat: Repeat, a: Days | Moment | int) -> Repeat | None:
    """ "every weekday at 9 except Friday"; in "except Friday at 9" the hour is that of the others."""
    out = a if isinstance(a, int) else a.at.weekday() if isinstance(a, Moment) else a.start.weekday()
    days = repeat.days or (NAMES if repeat.freq == "DAILY" and repeat.interval == 1 else ())
    left = tuple(day for day in days if day != NAMES[out])
    # "Every day except Christmas" spares one day, and no weekday.
    words = items[-1].text.upper().split()
    is_weekday = isinstance(a, int) or any(word.startswith(NAMES[out]) for word in words)
    if not is_weekday or not left or len(left) == len(days):
        return None
    if isinstance(a, Moment) and repeat.clock is None:
        repeat = replace(repeat, clock=Clock(a.at.hour * 60 + a.at.minute, settled=True))
    return replace(repeat, freq="WEEKLY", days=left)


def times(scene: Scene, items: Sequence[Item], repeat: Repeat, number: int) -> Repeat:
    """ "five times" """
    return replace(repeat, count=number)


def nth_of_month(scene: Scene, items: Sequence[Item], ordinal: int, weekday: int) -> Repeat:
    """ "the first Monday of every month" """
    return Repeat("MONTHLY", 1, (f"{ordinal}{NAMES[weekday]}",))


def nth_if_repeated(scene: Scene, items: Sequence[Item], ordinal: int, weekday: int) -> Repeat | None:
    """ "the first Monday of the month, six times"; said alone, it is the coming one."""
    repeated = not scene.sets["repeating"].isdisjoint(scene.words)
    return nth_of_month(scene, items, ordinal, weekday) if repeated else None


def nths_of_the_month(scene: Scene, items: Sequence[Item], nths: tuple[int, ...], a: int | str) -> Repeat | None:
    """ "the first and third Mondays of the month" """
    return on_nth_weekday(scene, items, repeat=Repeat("MONTHLY"), a=int(a), nths=nths)


def nth_if_monthly(scene: Scene, items: Sequence[Item], ordinal: int, weekday: int) -> Repeat | None:
    """ "a monthly review on the first Thursday" """
    return nth_of_month(scene, items, ordinal, weekday) if "monthly" in scene.words and ordinal < 6 else None


def day_of_month(scene: Scene, items: Sequence[Item], ordinal: int) -> Repeat:
    """ "the 15th of every month" """
    return Repeat("MONTHLY", 1, month_days=(ordinal,))


def through(scene: Scene, items: Sequence[Item], repeat: Repeat, a: int) -> Repeat | None:
    """ "every week Tuesday to Saturday": the days from the last that was said to that one."""
    if repeat.freq != "WEEKLY" or not repeat.days:
        return None
    first = NAMES.index(repeat.days[-1]) if repeat.days[-1] in NAMES else 0
    days = [NAMES[(first + n) % 7] for n in range((a - first) % 7 + 1)]
    return replace(repeat, days=tuple(dict.fromkeys((*repeat.days, *days))))


def on_days(scene: Scene, items: Sequence[Item], repeat: Repeat, a: int) -> Repeat | None:
    """ "weekly on Wednesdays", "every 3 weeks on Mon" """
    if repeat.freq not in ("WEEKLY", "MONTHLY", "DAILY") or (repeat.clock and repeat.days):
        return None
    freq = "WEEKLY" if repeat.freq == "DAILY" else repeat.freq
    return replace(repeat, freq=freq, days=tuple(dict.fromkeys((*repeat.days, NAMES[a]))))


def on_nth(
    scene: Scene, items: Sequence[Item], *, repeat: Repeat, ordinal: int = 0, dom: int = 0, nths: tuple[int, ...] = ()
) -> Repeat | None:
    """ "every month on the 4th": the day of the month; of a week the day in it."""
    numbers = nths or (ordinal or dom,)
    if repeat.freq == "MONTHLY":
        return replace(repeat, month_days=(*repeat.month_days, *numbers))
    if repeat.freq == "WEEKLY" and all(1 <= n <= 7 for n in numbers):
        return replace(repeat, days=tuple((*NAMES[6:], *NAMES[:6])[n - 1] for n in numbers))
    return None


def on_nth_weekday(
    scene: Scene,
    items: Sequence[Item],
    *,
    repeat: Repeat,
    a: int,
    ordinal: int = 0,
    nths: tuple[int, ...] = (),
    month: int = 0,
) -> Repeat | None:
    """ "every month on the third Tuesday", "the 2nd and last Friday of each month" """
    if repeat.freq not in ("MONTHLY", "YEARLY"):
        return None
    if ordinal and any("quarter" in item.text for item in items):
        return replace(nth_of_quarter(scene, items, ordinal, a), clock=repeat.clock)
    days = tuple(f"{n}{NAMES[a]}" for n in (nths or (ordinal,)))
    return replace(repeat, days=days, months=(month,) if month else repeat.months)


def on_date(
    scene: Scene, items: Sequence[Item], *, repeat: Repeat, month: int, ordinal: int = 0, dom: int = 0
) -> Repeat | None:
    """ "every year on December 31st" """
    if repeat.freq != "YEARLY":
        return None
    return replace(repeat, months=(month,), month_days=(ordinal or dom,))


def yearly_date(
    scene: Scene, items: Sequence[Item], *, month: int, ordinal: int = 0, dom: int = 0, ordinal2: int = 0, dom2: int = 0
) -> Repeat:
    """ "every July 4th", "every Aug 20 and 30" """
    numbers = tuple(n for n in (ordinal or dom, ordinal2 or dom2) if n)
    return Repeat("YEARLY", months=(month,), month_days=numbers)


def yearly_nth(scene: Scene, items: Sequence[Item], ordinal: int, a: int, month: int) -> Repeat:
    """ "every fourth Thursday in November" """
    return Repeat("YEARLY", days=(f"{ordinal}{NAMES[a]}",), months=(month,))


def nth_list(scene: Scene, items: Sequence[Item], a: int | tuple[int, ...], ordinal: int) -> tuple[int, ...]:
    """ "first, second and third" """
    return (*(a if isinstance(a, tuple) else (a,)), ordinal)


def month_edge(scene: Scene, items: Sequence[Item], repeat: Repeat, day: str) -> Repeat | None:
    """ "at the end of each month", "each quarter end" """
    return replace(repeat, month_days=(int(day),)) if repeat.freq in ("MONTHLY", "YEARLY") else None


def both(scene: Scene, items: Sequence[Item], repeat: Repeat, repeat2: Repeat) -> Repeat | None:
    """ "weekly on Wednesdays and Fridays", "every 4 weeks on weekends" """
    if repeat2.freq != "WEEKLY" or repeat2.interval != 1 or not repeat2.days or repeat.clock:
        return None
    if repeat.freq == "DAILY" and repeat.interval == 1:
        repeat = replace(repeat, freq="WEEKLY")
    if repeat.freq != "WEEKLY":
        return None
    return replace(repeat2, interval=repeat.interval, days=tuple(dict.fromkeys((*repeat.days, *repeat2.days))))


def through_plural(scene: Scene, items: Sequence[Item], repeat: Repeat, repeat2: Repeat) -> Repeat | None:
    """ "Mondays through Thursdays" """
    if len(repeat2.days) != 1 or repeat2.days[0] not in NAMES:
        return None
    return through(scene, items, repeat, NAMES.index(repeat2.days[0]))


def _counted(scene: Scene, items: Sequence[Item]) -> bool:
    """Whether a number stands before: "three weekends" is a length."""
    word = before(scene, items)
    return word.isdigit() or word in ("two", "three", "four", "few", "couple", "of", "several", "both", "many")


def plural_weekday(scene: Scene, items: Sequence[Item], weekday: int) -> dict[str, object] | None:
    """ "Tuesdays"; "no Fridays" is ruled out elsewhere, and "Thursdays meeting" lacks an apostrophe."""
    if before(scene, items) in _RULED_OUT:
        return None
    word = after(scene, items)
    if _counted(scene, items):
        return {"WEEKDAYS": weekday}
    recurs = not scene.sets["recurring"].isdisjoint(scene.words)
    possessive = (
        not recurs
        and items[0].text != "on"
        and (
            (word.isalpha() and word not in scene.sets["follow-plural"])
            or (word[:1].isdigit() and not word.endswith("x") and word != "3" and not _ends_with_clock(scene, items))
        )
    )
    if possessive:
        return {"WEEKDAY": weekday}
    return {"REPEAT": Repeat("WEEKLY", 1, (NAMES[weekday],)), "WEEKDAYS": weekday}


def _ends_with_clock(scene: Scene, items: Sequence[Item]) -> bool:
    """Whether a time of day is all that follows, or all before what is no event: "wednesdays 2pm with Ana", not
    "Wednesdays 2pm meeting".
    """
    rest = dropwhile(_is_of_clock, scene.words[items[-1].last :])
    return not scene.moving and next(rest, "with") in scene.sets["behind-clock"]


def _is_of_clock(word: str) -> bool:
    return word[:1].isdigit() or not word[:1].isalnum() or word in ("am", "pm", "a", "p")


def days_of_month(scene: Scene, items: Sequence[Item], nths: tuple[int, ...]) -> Repeat:
    """ "every 4th and 10th of the month" """
    return Repeat("MONTHLY", 1, month_days=nths)


def on_these(scene: Scene, items: Sequence[Item], repeat: Repeat, days: str) -> Repeat | None:
    """ "every 4 weeks on weekends" """
    return replace(repeat, days=tuple(days.split(","))) if repeat.freq == "WEEKLY" else None


def repeat_span(scene: Scene, items: Sequence[Item], repeat: Repeat, a: Clocks) -> Repeat:
    """ "MWF 9-10" """
    return repeat_between(scene, items, repeat, a)


def repeat_stretch(scene: Scene, items: Sequence[Item], repeat: Repeat, stretch: Stretch) -> Repeat | None:
    """ "every Monday 2-4pm": a span without a day."""
    if not stretch.clock or stretch.start is None or stretch.end is None:
        return None
    start = Clock(stretch.start.hour * 60 + stretch.start.minute, True)
    end = Clock(stretch.end.hour * 60 + stretch.end.minute, True)
    return replace(repeat, clock=start, end=end)


def repeat_moment(scene: Scene, items: Sequence[Item], repeat: Repeat, moment: Moment) -> Repeat | None:
    """ "every week on Sunday at 10": the weekday and the time belong to the rule."""
    clock = Clock(moment.at.hour * 60 + moment.at.minute, moment.doubt != "am_pm")
    if repeat.freq == "WEEKLY" and not repeat.days:
        return replace(repeat, days=(NAMES[moment.at.weekday()],), clock=clock)
    return None


def every_part(scene: Scene, items: Sequence[Item], part: str, a: int = -1, b: int = -1) -> Repeat | None:
    """ "mornings", "Friday mornings", "Monday and Thursday afternoons", "every evening" """
    if before(scene, items) in _RULED_OUT or part not in STARTS or _counted(scene, items):
        return None
    days = tuple(NAMES[day] for day in (a, b) if day >= 0)
    return Repeat("WEEKLY" if days else "DAILY", 1, days, part=Part(part, STARTS[part], DAY))


def plural_part(scene: Scene, items: Sequence[Item], part: str) -> Repeat | None:
    """ "mornings" """
    every = every_part(scene, items, part)
    return replace(every, plural=True) if every else None


def each_of_run(
    scene: Scene,
    items: Sequence[Item],
    *,
    day: Days,
    day2: Days,
    clock: Clock | None = None,
    clocks: Clocks | None = None,
) -> Repeat | None:
    """ "Mon-Fri at 9", "Monday to Friday next week 9-9:10": that week alone where one was said."""
    if day.said != "weekday" or day2.said != "weekday" or scene.moving or before(scene, items) == "from":
        return None
    first, last = day.start.weekday(), day2.start.weekday()
    ahead = (last - first) % 7
    run = Repeat("WEEKLY", 1, tuple(NAMES[(first + number) % 7] for number in range(ahead + 1)))
    if day.of_week or day2.of_week:
        start = day.start if day.of_week else day2.start - timedelta(days=ahead)
        end = midnight(start + timedelta(days=ahead + 1))
        run = replace(run, start=midnight(start), until=end - timedelta(seconds=1))
    return repeat_between(scene, items, run, clocks) if clocks else repeat_at(scene, items, repeat=run, clock=clock)


def more_hours(scene: Scene, items: Sequence[Item], repeat: Repeat, a: Clock | int) -> Repeat | None:
    """ "at 10, 12 and 17" """
    if repeat.clock is None:
        return None
    minute = a.minute if isinstance(a, Clock) else a * 60
    return replace(repeat, hours=(*repeat.hours, minute // 60)) if minute % 60 == 0 else None


def repeat_for(scene: Scene, items: Sequence[Item], repeat: Repeat, length: Length) -> Repeat | None:
    """ "every week for three months" """
    if length.seconds < 7 * 86400:
        return None
    return _ending(replace(repeat, lasting=length), repeat.start or scene.now)


def starting(scene: Scene, items: Sequence[Item], repeat: Repeat, a: Days | Moment) -> Repeat:
    """ "weekly from Monday" """
    start = a.at if isinstance(a, Moment) else midnight(a.start)
    return _ending(replace(repeat, start=start), start)


def _ending(repeat: Repeat, start: datetime) -> Repeat:
    """It ends before what would be one more: from a Monday on, four weeks have four of them."""
    if repeat.lasting is None:
        return repeat
    end = midnight(shift(start.date(), repeat.lasting.unit, int(repeat.lasting.count)))
    return replace(repeat, until=end - timedelta(seconds=1))


def each_lasts(rule: Repeat) -> timedelta | None:
    """How long each takes, where both ends were said: "weekdays 9-10", "every day from 12 to 1"."""
    if rule.clock is None or rule.end is None:
        return None
    minutes = rule.end.minute - rule.clock.minute
    half = DAY // 2
    while minutes <= 0:
        minutes += half
    return timedelta(minutes=minutes)


def rfc5545(rule: Repeat) -> str:
    """The rule as RFC 5545 writes it, without the RRULE: prefix."""
    parts = [f"FREQ={rule.freq}"]
    if rule.interval > 1:
        parts.append(f"INTERVAL={rule.interval}")
    if rule.months:
        parts.append("BYMONTH=" + ",".join(map(str, rule.months)))
    if rule.month_days:
        parts.append("BYMONTHDAY=" + ",".join(map(str, rule.month_days)))
    if days := rule.days or SPREAD.get(rule.per, ()):
        parts.append("BYDAY=" + ",".join(days))
    if rule.place:
        parts.append(f"BYSETPOS={rule.place}")
    minute = rule.clock.minute if rule.clock else STARTS.get(rule.part.name, rule.part.start) if rule.part else None
    if minute is not None:
        if rule.clock and not rule.clock.settled and minute < 7 * 60:
            minute += 720
        hours = ",".join(map(str, (minute // 60, *rule.hours)))
        parts += [f"BYHOUR={hours}", f"BYMINUTE={minute % 60}"]
    if rule.count:
        parts.append(f"COUNT={rule.count}")
    elif rule.until:
        parts.append(f"UNTIL={rule.until:%Y%m%dT%H%M%S}")
    return ";".join(parts)
