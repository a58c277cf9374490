"""Constructors of stretches: parts of days, spans between days or clocks, and open sides."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dialogs.understand.when.calendar import coming, midnight, nth_weekday, period, shift, valid
from dialogs.understand.when.clocks import DAY, in_part, read_hour, settle, time_hour
from dialogs.understand.when.moments import at, colleague, here, wall
from dialogs.understand.when.surroundings import after as after_word
from dialogs.understand.when.surroundings import before as before_word
from dialogs.understand.when.surroundings import ends, lasts
from dialogs.understand.when.tokens import Item
from dialogs.understand.when.values import (
    Clock,
    Clocks,
    Days,
    Excluded,
    Length,
    Moment,
    Part,
    Scene,
    Several,
    Stretch,
)

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


def noun_before(scene: Scene, items: Sequence[Item]) -> bool:
    """Whether the word before makes a noun of the part of day: "date night", "game night Friday"."""
    word = before_word(scene, items)
    return word.isalpha() and word not in scene.sets["before-part"]


def each_part_of(scene: Scene, items: Sequence[Item], days: Several, part: Part) -> Several:
    """ "Tuesday or Wednesday morning" """
    return Several(tuple(on_day(day.start, part.start, part.end) for day in days.values if isinstance(day, Days)))


def part_first(scene: Scene, items: Sequence[Item], part: Part, day: Days) -> Stretch | None:
    """ "morning of Wednesday", "afternoon tomorrow"; not "date night Friday"."""
    return None if noun_before(scene, items) else part_of_day(scene, items, part, day)


def part_and_more(scene: Scene, items: Sequence[Item], stretch: Stretch, day: Days) -> Stretch | None:
    """ "Tuesday evening, Nov 28th": the day said twice."""
    if stretch.start is None or stretch.end is None or stretch.open or day.end - day.start != timedelta(days=1):
        return None
    if day.said == "weekday":
        return stretch if stretch.start.weekday() == day.start.weekday() else None
    move = midnight(day.start) - midnight(stretch.start.date())
    return replace(stretch, start=stretch.start + move, end=stretch.end + move, clock=False, others=(), doubt=day.doubt)


def nth_part(
    scene: Scene, items: Sequence[Item], *, ordinal: int, weekday: int, part: Part, period: Days
) -> Stretch | None:
    """ "the first Monday evening of next month" """
    day = nth_weekday(period.start, period.end, weekday, ordinal)
    return on_day(day, part.start, part.end) if day else None


def clock_in_stretch(
    scene: Scene, items: Sequence[Item], stretch: Stretch, clock: Clock | None = None, hour: int | None = None
) -> Moment | None:
    """ "this evening at 8", "Friday morning at 9", "8 tonight" """
    chosen = clock or (Clock(hour * 60 % DAY, hour > 12, grain="hour") if hour is not None else None)
    if (
        chosen is None
        or stretch.start is None
        or stretch.end is None
        or stretch.open
        or stretch.end - stretch.start > timedelta(hours=12)
    ):
        return None
    day = stretch.start.date()
    if not chosen.settled:
        minute = chosen.minute % 720
        name = (
            "night"
            if stretch.start.hour >= 18
            else "morning"
            if stretch.end.hour == 12 and stretch.start.hour < 12
            else "afternoon"
        )
        chosen = in_part(chosen, Part(name, 0, 0)) or chosen
        if name == "night" and minute < 300 and chosen.minute < 300:
            day += timedelta(days=1)
    one = Days(
        day,
        day + timedelta(days=1),
        others=tuple(Days(o.start.date(), o.start.date() + timedelta(days=1)) for o in stretch.others if o.start),
        doubt=stretch.doubt,
    )
    return at(scene, one, chosen)


def clocks_in_stretch(scene: Scene, items: Sequence[Item], stretch: Stretch, clocks: Clocks) -> Stretch | None:
    """ "Monday morning from 10am to 12pm" """
    if stretch.start is None or stretch.end is None or stretch.open:
        return None
    day = stretch.start.date()
    start = clocks.start
    if not start.settled and stretch.end - stretch.start <= timedelta(hours=12):
        name = "morning" if stretch.start.hour < 12 and stretch.end.hour <= 12 else "afternoon"
        start = in_part(start, Part(name, 0, 0)) or start
    return span_on(scene, Days(day, day + timedelta(days=1)), settle(start, clocks.end, clocks.firm))


def part_of_day(
    scene: Scene, items: Sequence[Item], part: Part, day: Days | None = None, days: str = "0"
) -> Stretch | None:
    """ "Thursday afternoon", "this morning", "tonight" """
    if day is not None and day.end - day.start != timedelta(days=1):
        return None
    start = day.start if day else scene.now.date() + timedelta(days=int(days))
    others = tuple(on_day(other.start, part.start, part.end) for other in day.others) if day else ()
    return replace(on_day(start, part.start, part.end), others=others, doubt=day.doubt if day else "")


def clocks_on(
    scene: Scene, items: Sequence[Item], clocks: Clocks, day: Days, part: Part | None = None
) -> Stretch | None:
    """ "Friday from 2 to 4" """
    if day.end - day.start != timedelta(days=1):
        return None
    return span_on(scene, day, clocks)


def span_on(scene: Scene, day: Days, clocks: Clocks) -> Stretch:
    """The clocks on that day; unsettled halves as a colleague means them."""
    start, end = clocks.start, clocks.end
    doubt = day.doubt
    others: tuple[Stretch, ...] = ()
    if not start.settled and not end.settled:
        best, second = colleague(scene, start)
        if day.start == scene.now.date() and wall(day.start, best) < scene.now <= wall(day.start, second):
            best, second = second, best
        other = _span(day.start, settle(replace(start, minute=second, settled=True), end, clocks.firm))
        start = replace(start, minute=best, settled=True)
        others, doubt = (other,), doubt or "am_pm"
    span = replace(_span(day.start, settle(start, end, clocks.firm)), others=others, doubt=doubt)
    zone = end.zone or start.zone
    if not zone or span.start is None or span.end is None:
        return span
    return replace(span, start=here(scene, span.start, zone), end=here(scene, span.end, zone))


def _span(day: date, clocks: Clocks) -> Stretch:
    start, end = clocks.start.minute, clocks.end.minute
    return Stretch(wall(day, start), wall(day, end if end > start else end + DAY), "minute", firm=clocks.firm)


def clocks_today(scene: Scene, items: Sequence[Item], clocks: Clocks) -> Stretch:
    """ "between 2 and 4" with no day: today, or tomorrow where that is over."""
    today = scene.now.date()
    stretch = span_on(scene, Days(today, today + timedelta(days=1)), clocks)
    if stretch.start and stretch.start < scene.now:
        day = today + timedelta(days=1)
        stretch = span_on(scene, Days(day, day + timedelta(days=1)), clocks)
    return replace(stretch, clock=True)


def now_to(scene: Scene, items: Sequence[Item], a: object) -> Stretch | None:
    """ "between now and Friday", "from now till 5" """
    until = before(scene, items, a=a, inclusive="1")
    return Stretch(scene.now, until.end, "minute") if until and until.end and until.end > scene.now else None


def to_now(scene: Scene, items: Sequence[Item], a: object) -> Stretch | None:
    """ "between 8 o'clock and now" """
    if isinstance(a, Clock):
        minutes = (a.minute,) if a.settled else (a.minute % 720 + 720, a.minute % 720)
        for minute in minutes:
            if wall(scene.now.date(), minute) < scene.now:
                return Stretch(wall(scene.now.date(), minute), scene.now, "minute")
        return None
    since = after(scene, items, a=a, inclusive="1")
    return Stretch(since.start, scene.now, "minute") if since and since.start and since.start < scene.now else None


def moved(scene: Scene, items: Sequence[Item], a: object, b: object) -> Several | None:
    """ "move it from Monday to Wednesday": two times, not a span."""
    if not scene.moving:
        return None
    return Several((_clock(a), _clock(b)))


def _clock(value: object) -> object:
    return Clock(value * 60 % DAY, value > 12, grain="hour") if isinstance(value, int) else value


def days_between(scene: Scene, items: Sequence[Item], **named: object) -> Stretch | Days | None:
    """ "from Monday to Wednesday", "June to August": both ends are included."""
    spans = [v for v in named.values() if isinstance(v, Days)]
    if len(spans) != 2 or scene.moving:
        return None
    first, last = spans
    if (
        last.start.year > first.start.year
        and first.said == "date"
        and valid(last.start.year, first.start.month, first.start.day)
    ):
        stated = any(
            i.text.split()[-1:] and i.text.split()[-1].isdigit() and len(i.text.split()[-1]) == 4 for i in items[-1:]
        )
        earlier = replace(first, start=valid(last.start.year, first.start.month, first.start.day) or first.start)
        if (
            stated
            and earlier.start < last.start
            and not any(c.isdigit() and len(c) == 4 for c in items[0].text.split())
        ):
            first = earlier
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


def month_days(
    scene: Scene,
    items: Sequence[Item],
    *,
    month: int,
    ordinal: int = 0,
    dom: int = 0,
    ordinal2: int = 0,
    dom2: int = 0,
    year: int | None = None,
) -> Days | None:
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


def between(
    scene: Scene,
    items: Sequence[Item],
    *,
    moment: Moment | None = None,
    moment2: Moment | None = None,
    clock: Clock | None = None,
    day: Days | None = None,
    hour: int | None = None,
) -> Stretch | None:
    """ "from Monday 9am to Tuesday 5pm", "tomorrow at 3 until 5" """
    if moment is None or scene.moving:
        return None
    if moment2:
        start, end = moment.at, moment2.at
        if end <= start:
            later = [m.at for m in moment2.others if m.at > start]
            if not later:
                return None
            end = later[0]
        return Stretch(start, end, "minute", firm=True)
    if clock is None and hour is not None:
        clock = Clock(hour * 60 % DAY, hour > 12, grain="hour")
    if clock:
        start_clock = Clock(moment.at.hour * 60 + moment.at.minute, moment.doubt != "am_pm")
        today = moment.at.date()
        return span_on(scene, Days(today, today + timedelta(days=1), doubt=""), settle(start_clock, clock))
    return None


def before(scene: Scene, items: Sequence[Item], **named: object) -> Stretch | None:
    """ "before Friday", "until 5pm", "by tomorrow": the day that "by" and "until" name is included."""
    value = _value(named)
    inclusive = named.get("inclusive") == "1"
    if items[0].text == "by" and items[1].text.startswith("at "):
        return None
    match value:
        case Days():
            return Stretch(
                None,
                midnight(value.end if inclusive else value.start),
                value.grain if value.grain in ("day", "week", "month", "year") else "day",
                "before",
                doubt=value.doubt,
            )
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
            return Stretch(
                midnight(value.start if inclusive else value.end),
                None,
                value.grain if value.grain in ("day", "week", "month", "year") else "day",
                "after",
                doubt=value.doubt,
            )
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
    """A clock without a day: today, or tomorrow where that is over; nobody meets late in the evening for "at 9"."""
    today = scene.now.date()
    point = at(scene, Days(today, today + timedelta(days=1)), clock)
    if point.at < scene.now or (
        not clock.settled and point.at.hour >= 20 and colleague(scene, clock)[0] < point.at.hour * 60
    ):
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
        start, end = (moved, None) if stretch.start else (None, moved)
        return replace(stretch, start=start, end=end, clock=False, in_day=True)
    if stretch.start is None or stretch.end is None:
        return None
    move = midnight(day.start) - midnight(stretch.start.date())
    return replace(stretch, start=stretch.start + move, end=stretch.end + move, clock=False)


def for_length(
    scene: Scene,
    items: Sequence[Item],
    *,
    length: Length,
    day: Days | None = None,
    moment: Moment | None = None,
    a: Clock | int | None = None,
) -> Stretch | Days | None:
    """ "from 4pm for thirty minutes", "for 3 days from Monday" """
    if isinstance(a, (Clock, int)):
        moment = clock_today(scene, read_hour(a))
        return Stretch(moment.at, moment.at + length.delta, "minute", clock=True, firm=True, doubt=moment.doubt)
    if moment:
        return Stretch(moment.at, moment.at + length.delta, "minute", firm=True, doubt=moment.doubt)
    if day is None or length.seconds % 86400:
        return None
    return Days(day.start, shift(day.start, length.unit, int(length.count)), "day", "period")


def on_day_of(scene: Scene, items: Sequence[Item], stretch: Stretch, day: Days) -> Stretch | None:
    """ "from 9 for two hours on Friday" """
    return open_on_day(scene, items, stretch, day)


def rest_of_day(scene: Scene, items: Sequence[Item], day: Days) -> Stretch | Days:
    """ "the rest of today" """
    if day.start == scene.now.date():
        return Stretch(scene.now, midnight(day.end), "minute")
    return day


def within(scene: Scene, items: Sequence[Item], length: Length) -> Stretch:
    """ "within three days", "in the next two hours" """
    if length.seconds % 86400 == 0:
        end = shift(scene.now.date(), length.unit, int(length.count))
        return Stretch(scene.now, midnight(end) + (scene.now - midnight(scene.now.date())), "minute")
    return Stretch(scene.now, scene.now + length.delta, "minute")


def last_length(scene: Scene, items: Sequence[Item], length: Length) -> Stretch | None:
    """ "the last two hours"; not "it will last two hours"."""
    if length.seconds >= 86400 or lasts(scene, items):
        return None
    return Stretch(scene.now - length.delta, scene.now, "minute")


def next_length(scene: Scene, items: Sequence[Item], length: Length) -> Stretch | None:
    """ "the next two hours" """
    if length.seconds >= 86400:
        return None
    return Stretch(scene.now, scene.now + length.delta, "minute")


def end_of_day(scene: Scene, items: Sequence[Item], day: Days | None = None) -> Moment:
    """ "EOD", "close of business Friday": five o'clock."""
    start = day.start if day else scene.now.date()
    return Moment(wall(start, 17 * 60))


def end_of_week(scene: Scene, items: Sequence[Item], unit: str, offset: str = "0") -> Days | None:
    """ "EOW" is the Friday, "EOM" the last day of the month."""
    today = scene.now.date()
    start, end = period(shift(today, unit, int(offset)), unit)
    last = start + timedelta(days=4) if unit == "week" else end - timedelta(days=1)
    if last < today and unit == "week":
        last = today
    return Days(last, last + timedelta(days=1), "day", "relative")


def excluded(scene: Scene, items: Sequence[Item], **named: object) -> Excluded | Several | None:
    """ "not Friday", "except lunch" """
    for value in named.values():
        if isinstance(value, Part):
            today = scene.now.date()
            return Excluded(replace(on_day(today, value.start, value.end), clock=True))
        if isinstance(value, Several):
            return Several(tuple(Excluded(v) for v in value.values))
        if isinstance(value, (Days, Moment, Clock, Stretch, Clocks)):
            return Excluded(clocks_today(scene, items, value) if isinstance(value, Clocks) else value)
    return None


def excluded_weekday(scene: Scene, items: Sequence[Item], a: int) -> Excluded:
    """ "no Fridays" """
    day = coming(scene.now.date(), a)
    return Excluded(Days(day, day + timedelta(days=1), "day", "weekday"))


def meal_window(scene: Scene, items: Sequence[Item], meal: str, day: Days | None = None) -> Stretch:
    """ "over lunch", "during dinner tomorrow" """
    start = day.start if day else scene.now.date()
    return replace(on_day(start, *PARTS[meal]), clock=day is None)


def all_day(scene: Scene, items: Sequence[Item], day: Days | None = None) -> Days | None:
    """ "all day Friday", "the whole day": without a day, today."""
    if day is None:
        today = scene.now.date()
        return Days(today, today + timedelta(days=1), "day", "relative", all_day=True)
    return replace(day, all_day=True)


def week_days(
    scene: Scene, items: Sequence[Item], weekday: int, weekday2: int, period: Days | None = None
) -> Days | None:
    """ "Monday to Wednesday (of next week)" """
    base = period.start if period else coming(scene.now.date(), weekday)
    first = coming(base, weekday, today_counts=True)
    last = coming(first, weekday2, today_counts=True)
    return Days(first, last + timedelta(days=1), "day", "period")


def part_alone(scene: Scene, items: Sequence[Item], part: Part) -> Stretch | None:
    """ "in the morning", "tonight": today, or tomorrow where it is over."""
    if part.name != "tonight" and noun_before(scene, items):
        return None
    day = scene.now.date()
    if wall(day, part.end) <= scene.now:
        day += timedelta(days=1)
    return replace(on_day(day, part.start, part.end), clock=part.name != "tonight")


def span_on_day(scene: Scene, items: Sequence[Item], a: Clocks, day: Days) -> Stretch | None:
    """ "Friday 2-4", "6-8 next Monday" """
    return clocks_on(scene, items, a, day)


def clock_to_moment(scene: Scene, items: Sequence[Item], clock: Clock, moment: Moment) -> Stretch | None:
    """ "from 2pm till tomorrow 4:30pm" """
    start = clock_today(scene, clock).at
    if start.date() > moment.at.date():
        return None
    if start >= moment.at:
        return None
    if moment.at.date() == start.date() or clock.settled:
        return Stretch(start, moment.at, "minute", firm=True)
    return None


def before_hour(scene: Scene, items: Sequence[Item], hour: int) -> Stretch | None:
    """ "by 6" """
    clock = time_hour(scene, items, hour)
    return before(scene, items, clock=clock, inclusive="1") if clock else None


def open_hour(scene: Scene, items: Sequence[Item], hour: int) -> Stretch | None:
    """ "after 3", "before 5" """
    clock = time_hour(scene, items, hour)
    if clock is None:
        return None
    return after(scene, items, clock=clock) if items[0].text == "after" else before(scene, items, clock=clock)


def not_later(scene: Scene, items: Sequence[Item], **named: object) -> Stretch | None:
    """ "no later than Friday" is before its end; "later than Friday" is after it."""
    if items[0].text == "no":
        return before(scene, items, inclusive="1", **named)
    return after(scene, items, **named)


def length_on_day(scene: Scene, items: Sequence[Item], day: Days, length: Length, a: Clock | int) -> Stretch | None:
    """ "on 14 Feb from 9:30 for 7 hours" """
    if day.end - day.start != timedelta(days=1):
        return None
    moment = at(scene, day, read_hour(a))
    return Stretch(moment.at, moment.at + length.delta, "minute", firm=True, doubt=moment.doubt)


def next_hour(scene: Scene, items: Sequence[Item], unit: str) -> Stretch | None:
    """ "in the next hour" """
    return Stretch(scene.now, scene.now + timedelta(hours=1), "minute") if unit == "hour" else None


def last_night(scene: Scene, items: Sequence[Item], part: Part) -> Stretch | None:
    """ "last night" """
    return on_day(scene.now.date() - timedelta(days=1), part.start, part.end) if part.name != "day" else None


def part_early(scene: Scene, items: Sequence[Item], day: Days) -> Stretch | None:
    """ "Thursday early" at the end of a clause"""
    return on_day(day.start, *PARTS["early_morning"]) if ends(scene, items) and day.grain == "day" else None


def rest_of_today(scene: Scene, items: Sequence[Item]) -> Stretch:
    """ "the rest of the day" """
    return Stretch(scene.now, midnight(scene.now.date() + timedelta(days=1)), "minute")


def excluded_part(scene: Scene, items: Sequence[Item], name: str) -> Excluded:
    """ "no mornings" """
    return Excluded(replace(on_day(scene.now.date(), *PARTS[name]), clock=True))


def excluded_meal(scene: Scene, items: Sequence[Item], meal: str) -> Excluded:
    """ "except lunch" """
    return Excluded(replace(on_day(scene.now.date(), *PARTS[meal]), clock=True))


def from_open(scene: Scene, items: Sequence[Item], **named: object) -> Stretch | Days | Moment | Clock | None:
    """ "free from 2pm", "away from Monday" are open; "an event from 7:30pm" begins there."""
    if scene.sets["open-from"].isdisjoint(scene.words):
        value = _value(named)
        return value if isinstance(value, (Days, Moment, Clock)) else None
    return after(scene, items, **named)


def after_length_from_now(scene: Scene, items: Sequence[Item], length: Length) -> Stretch | None:
    """ "after five days" """
    if length.seconds % 86400:
        return Stretch(scene.now + length.delta, None, "minute", "after")
    day = shift(scene.now.date(), length.unit, int(length.count))
    return Stretch(midnight(day), None, "day", "after")


def half_day(scene: Scene, items: Sequence[Item], day: Days, ampm: str) -> Stretch | None:
    """ "tomorrow am" at the end of a clause"""
    word = after_word(scene, items)
    if not (ends(scene, items) or word in ("to", "until", "or")) or items[-1].text[-1:] == ".":
        return None
    return on_day(day.start, *PARTS["morning" if ampm == "a" else "afternoon"])
