"""Constructors of stretches: parts of days, spans between days or clocks, and open sides."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dialogs.understand.when.calendar import midnight, valid
from dialogs.understand.when.clocks import DAY, settle
from dialogs.understand.when.moments import at, colleague, wall
from dialogs.understand.when.tokens import Item
from dialogs.understand.when.values import Clock, Clocks, Days, Length, Moment, Part, Scene, Stretch

PARTS = {
    "morning": (6 * 60, 12 * 60),
    "early_morning": (6 * 60, 9 * 60),
    "late_morning": (10 * 60, 12 * 60),
    "afternoon": (12 * 60, 18 * 60),
    "early_afternoon": (12 * 60, 15 * 60),
    "late_afternoon": (15 * 60, 18 * 60),
    "evening": (18 * 60, 22 * 60),
    "early_evening": (17 * 60, 19 * 60),
    "late_evening": (20 * 60, 23 * 60),
    "night": (20 * 60, 24 * 60),
    "tonight": (18 * 60, 24 * 60),
    "lunch": (12 * 60, 13 * 60),
    "breakfast": (7 * 60, 9 * 60),
    "brunch": (10 * 60, 12 * 60),
    "dinner": (18 * 60, 21 * 60),
    "day": (8 * 60, 18 * 60),
    "work": (9 * 60, 17 * 60),
}


def part_named(scene: Scene, items: Sequence[Item], daypart: str, edge: str = "") -> Part:
    """ "morning", "late afternoon" """
    name = f"{edge}_{daypart}" if f"{edge}_{daypart}" in PARTS else daypart
    return Part(daypart, *PARTS[name])


def on_day(day: date, start: int, end: int) -> Stretch:
    """That window of a day."""
    return Stretch(wall(day, start), wall(day, end), "minute")


def part_of_day(scene: Scene, items: Sequence[Item], part: Part, day: Days | None = None, days: str = "0") -> Stretch | None:
    """ "Thursday afternoon", "this morning", "tonight" """
    if day is not None and day.end - day.start != timedelta(days=1):
        return None
    start = day.start if day else scene.now.date() + timedelta(days=int(days))
    others = tuple(on_day(other.start, part.start, part.end) for other in day.others) if day else ()
    return replace(on_day(start, part.start, part.end), others=others, doubt=day.doubt if day else "")


def clocks_on(scene: Scene, items: Sequence[Item], clocks: Clocks, day: Days, part: Part | None = None) -> Stretch | None:
    """ "Friday from 2 to 4" """
    if day.end - day.start != timedelta(days=1):
        return None
    return span_on(scene, day, clocks)


def span_on(scene: Scene, day: Days, clocks: Clocks) -> Stretch:
    """The clocks on that day; unsettled halves as a colleague means them."""
    start, end = clocks.start, clocks.end
    doubt, others = day.doubt, ()
    if not start.settled and not end.settled:
        best, second = colleague(start)
        if day.start == scene.now.date() and wall(day.start, best) < scene.now <= wall(day.start, second):
            best, second = second, best
        other = _span(day.start, settle(replace(start, minute=second, settled=True), end))
        start = replace(start, minute=best, settled=True)
        others, doubt = (other,), doubt or "am_pm"
    return replace(_span(day.start, settle(start, end)), others=others, doubt=doubt)


def _span(day: date, clocks: Clocks) -> Stretch:
    start, end = clocks.start.minute, clocks.end.minute
    return Stretch(wall(day, start), wall(day, end if end > start else end + DAY), "minute")


def clocks_today(scene: Scene, items: Sequence[Item], clocks: Clocks) -> Stretch:
    """ "between 2 and 4" with no day: today, or tomorrow where that is over."""
    today = scene.now.date()
    stretch = span_on(scene, Days(today, today + timedelta(days=1)), clocks)
    if stretch.start and stretch.start < scene.now:
        day = today + timedelta(days=1)
        stretch = span_on(scene, Days(day, day + timedelta(days=1)), clocks)
    return replace(stretch, clock=True)


def days_between(scene: Scene, items: Sequence[Item], **named: object) -> Stretch | Days | None:
    """ "from Monday to Wednesday", "June to August": both ends are included. """
    spans = [v for v in named.values() if isinstance(v, Days)]
    if len(spans) != 2:
        return None
    first, last = spans
    end = last.end
    if end <= first.start:
        if last.said in ("weekday",):
            while end <= first.start:
                end += timedelta(days=7)
        else:
            shifted = valid(end.year + 1, end.month, end.day)
            if shifted is None or shifted <= first.start:
                return None
            end = shifted
    return Days(first.start, end, "day", "period")


def day_to_ordinal(scene: Scene, items: Sequence[Item], day: Days, ordinal: int = 0, dom: int = 0) -> Days | None:
    """ "July 13 to 15" """
    number = ordinal or dom
    last = valid(day.start.year, day.start.month, number) if number else None
    if last is None or last <= day.start or day.said not in ("date", "ordinal"):
        return None
    return Days(day.start, last + timedelta(days=1), "day", "period")


def ordinal_to_day(scene: Scene, items: Sequence[Item], day: Days, ordinal: int = 0, dom: int = 0) -> Days | None:
    """ "13 to 15 July", "from the 13th to the 15th" """
    number = ordinal or dom
    first = valid(day.start.year, day.start.month, number) if number else None
    if first is None or first >= day.start or day.said not in ("date", "ordinal"):
        return None
    return Days(first, day.end, "day", "period")


def month_days(scene: Scene, items: Sequence[Item], month: int, ordinal: int = 0, dom: int = 0, ordinal2: int = 0, dom2: int = 0, year: int | None = None) -> Days | None:
    """ "13-15 July", "July 13-15" """
    numbers = [n for n in (ordinal, ordinal2, dom, dom2) if n]
    if len(numbers) != 2:
        return None
    low, high = sorted(numbers)
    for later in range(2):
        chosen = year or scene.now.year + later
        first, last = valid(chosen, month, low), valid(chosen, month, high)
        if first is None or last is None:
            return None
        if year or last >= scene.now.date():
            return Days(first, last + timedelta(days=1), "day", "period")
    return None


def between(scene: Scene, items: Sequence[Item], moment: Moment | None = None, moment2: Moment | None = None, clock: Clock | None = None, day: Days | None = None, hour: int | None = None) -> Stretch | None:
    """ "from Monday 9am to Tuesday 5pm", "tomorrow at 3 until 5" """
    if moment is None:
        return None
    if moment2:
        start, end = moment.at, moment2.at
        if end <= start:
            later = [m.at for m in moment2.others if m.at > start]
            if not later:
                return None
            end = later[0]
        return Stretch(start, end, "minute")
    if clock is None and hour is not None:
        clock = Clock(hour * 60 % DAY, hour > 12, grain="hour")
    if clock:
        start_clock = Clock(moment.at.hour * 60 + moment.at.minute, moment.doubt != "am_pm")
        today = moment.at.date()
        return span_on(scene, Days(today, today + timedelta(days=1), doubt=""), settle(start_clock, clock))
    return None


def before(scene: Scene, items: Sequence[Item], **named: object) -> Stretch | None:
    """ "before Friday", "until 5pm", "by tomorrow": the day that "by" and "until" name is included. """
    value = _value(named)
    inclusive = named.get("inclusive") == "1"
    match value:
        case Days():
            return Stretch(None, midnight(value.end if inclusive else value.start), value.grain if value.grain in ("day", "week", "month", "year") else "day", "before", doubt=value.doubt)
        case Moment():
            return Stretch(None, value.at, "minute", "before", doubt=value.doubt)
        case Clock():
            point = clock_today(scene, value)
            return Stretch(None, point.at, "minute", "before", clock=True, doubt=point.doubt)
        case Stretch() if value.start and value.end:
            return Stretch(None, value.end if inclusive else value.start, "minute", "before", clock=value.clock)
        case Part():
            today = scene.now.date()
            return Stretch(None, wall(today, value.end if inclusive else value.start), "minute", "before", clock=True)
    return None


def after(scene: Scene, items: Sequence[Item], **named: object) -> Stretch | None:
    """ "after Friday", "from 3 on", "since Monday": a day after which something is, is not included."""
    value = _value(named)
    inclusive = named.get("inclusive") == "1"
    match value:
        case Days():
            return Stretch(midnight(value.start if inclusive else value.end), None, value.grain if value.grain in ("day", "week", "month", "year") else "day", "after", doubt=value.doubt)
        case Moment():
            return Stretch(value.at, None, "minute", "after", doubt=value.doubt)
        case Clock():
            point = clock_today(scene, value)
            return Stretch(point.at, None, "minute", "after", clock=True, doubt=point.doubt)
        case Stretch() if value.start and value.end:
            return Stretch(value.start if inclusive else value.end, None, "minute", "after", clock=value.clock)
        case Part():
            today = scene.now.date()
            return Stretch(wall(today, value.start if inclusive else value.end), None, "minute", "after", clock=True)
    return None


def _value(named: dict[str, object]) -> object:
    for value in named.values():
        if isinstance(value, (Days, Moment, Clock, Stretch, Part)):
            return value
    hour = named.get("hour")
    if isinstance(hour, int):
        return Clock(hour * 60 % DAY, hour == 0 or hour > 12, grain="hour")
    return None


def clock_today(scene: Scene, clock: Clock) -> Moment:
    """A clock without a day: today, or tomorrow where that is over."""
    today = scene.now.date()
    point = at(scene, Days(today, today + timedelta(days=1)), clock)
    if point.at < scene.now:
        point = at(scene, Days(today + timedelta(days=1), today + timedelta(days=2)), clock)
    return point


def open_on_day(scene: Scene, items: Sequence[Item], stretch: Stretch, day: Days) -> Stretch | None:
    """ "Friday after 3", "before noon tomorrow" """
    if not stretch.clock or day.end - day.start != timedelta(days=1):
        return None
    if stretch.open:
        bound = stretch.start or stretch.end
        if bound is None:
            return None
        minute = bound.hour * 60 + bound.minute
        if stretch.start is None and minute == 0:
            minute = DAY
        moved = wall(day.start, minute)
        return replace(stretch, start=moved if stretch.start else None, end=None if stretch.start else moved, clock=False)
    if stretch.start is None or stretch.end is None:
        return None
    move = midnight(day.start) - midnight(stretch.start.date())
    return replace(stretch, start=stretch.start + move, end=stretch.end + move, clock=False)


def for_length(scene: Scene, items: Sequence[Item], moment: Moment, length: Length) -> None:
    """A start and a duration stay two answers."""
    return None


def rest_of_day(scene: Scene, items: Sequence[Item], day: Days) -> Stretch | Days:
    """ "the rest of today" """
    if day.start == scene.now.date():
        return Stretch(scene.now, midnight(day.end), "minute")
    return day


def within(scene: Scene, items: Sequence[Item], length: Length) -> Stretch:
    """ "within three days", "in the next two hours" """
    return Stretch(scene.now, scene.now + length.delta, "minute")


def week_days(scene: Scene, items: Sequence[Item], weekday: int, weekday2: int, period: Days | None = None) -> Days | None:
    """ "Monday to Wednesday (of next week)" """
    from dialogs.understand.when.calendar import coming

    base = period.start if period else coming(scene.now.date(), weekday)
    first = coming(base, weekday, today_counts=True)
    last = coming(first, weekday2, today_counts=True)
    return Days(first, last + timedelta(days=1), "day", "period")


def part_alone(scene: Scene, items: Sequence[Item], part: Part) -> Stretch | None:
    """ "in the morning", "tonight": today, or tomorrow where it is over. """
    if part.name in ("lunch", "breakfast", "dinner", "brunch"):
        return None
    day = scene.now.date()
    if wall(day, part.end) <= scene.now:
        day += timedelta(days=1)
    return replace(on_day(day, part.start, part.end), clock=part.name != "tonight")
