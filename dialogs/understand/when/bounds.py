"""Constructors of times that are bound on one side: "before Friday", "after 3", "by the end of the day"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dialogs.understand.when.calendar import midnight, period, shift
from dialogs.understand.when.clocks import DAY, time_hour
from dialogs.understand.when.moments import clock_today, wall
from dialogs.understand.when.surroundings import after as after_word
from dialogs.understand.when.surroundings import alone, ends
from dialogs.understand.when.surroundings import before as look_before
from dialogs.understand.when.tokens import Item
from dialogs.understand.when.values import (
    Clock,
    Days,
    Length,
    Moment,
    Part,
    Scene,
    Stretch,
)


def before(scene: Scene, items: Sequence[Item], **named: object) -> Stretch | None:
    """ "before Friday", "until 5pm", "by tomorrow": the day that "by" and "until" name is included."""
    value = _value(named)
    # "Before the end of June" is before June is over.
    is_end = isinstance(value, Days) and bool(scene.sets["ends"] & set(items[-1].text.split()))
    inclusive = named.get("inclusive") == "1" or is_end
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


def last_of_run(scene: Scene, items: Sequence[Item], day: Days) -> Stretch | None:
    """ "Every Monday, the last one on 31 March"; nothing where one event is spoken of."""
    is_run = not scene.sets["repeating"].isdisjoint(scene.words)
    return before(scene, items, day=day, inclusive="1") if is_run else None


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


def open_on_day(scene: Scene, items: Sequence[Item], stretch: Stretch, day: Days) -> Stretch | None:
    """ "Friday after 3", "before noon tomorrow"; "not Friday, not before 10" are two conditions."""
    if look_before(scene, items) in ("not", "no", "except"):
        return None
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


def side_of_day(scene: Scene, items: Sequence[Item], day: Days, **named: object) -> Stretch | None:
    """ "before noon tomorrow", "not before 2pm on Friday", "no later than 4 on Monday" """
    words = [i.text for i in items]
    late = "after" in words or "later" in words
    negated = words[0] in ("no", "not")
    side = after if late != negated else before
    stretch = side(scene, items, inclusive="1" if negated else "0", **named)
    return open_on_day(scene, items, stretch, day) if stretch else None


def now_to(scene: Scene, items: Sequence[Item], a: object) -> Stretch | None:
    """ "between now and Friday", "from now till 5": the next 5, of day or night"""
    if isinstance(a, Clock) and not a.settled:
        ends = (wall(scene.now.date(), minute) for minute in (a.minute % 720, a.minute % 720 + 720))
        if end := next((each for each in ends if each > scene.now), None):
            return Stretch(scene.now, end, "minute")
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


def from_open(scene: Scene, items: Sequence[Item], **named: object) -> Stretch | Days | Moment | Clock | None:
    """ "free from 2pm", "away from Monday" are open; "an event from 7:30pm" begins there."""
    value = _value(named)
    # "Every Friday from February" ends when it is said to.
    runs = isinstance(value, Days) and (alone(scene, items) or not scene.sets["repeating"].isdisjoint(scene.words))
    if not runs and scene.sets["open-from"].isdisjoint(scene.words):
        return value if isinstance(value, (Days, Moment, Clock)) else None
    return after(scene, items, **named)


def begins(scene: Scene, items: Sequence[Item], **named: object) -> Stretch | None:
    """ "start on the 9th", "it should begin next week"; not "what meetings start on Friday"."""
    asked = items[0].first == 0 or look_before(scene, items) in scene.sets["before-begin"]
    return after(scene, items, inclusive="1", **named) if asked else None


def from_hour(scene: Scene, items: Sequence[Item], hour: int) -> Stretch | Days | Moment | Clock | None:
    """ "on Thursday from 2", "from 9 for the year's end" """
    clock = time_hour(scene, items, hour)
    closes = ends(scene, items) or after_word(scene, items) in scene.sets["follow-hour"]
    return from_open(scene, items, clock=clock) if clock and closes else None


def after_length_from_now(scene: Scene, items: Sequence[Item], length: Length) -> Stretch | None:
    """ "after five days" """
    if length.seconds % 86400:
        return Stretch(scene.now + length.delta, None, "minute", "after")
    day = shift(scene.now.date(), length.unit, int(length.count))
    return Stretch(midnight(day), None, "day", "after")
