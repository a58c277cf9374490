"""Constructors of spans between days, points and clocks: "from 2 to 4", "Monday to Wednesday"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dialogs.understand.when.calendar import midnight, shift, valid
from dialogs.understand.when.clocks import DAY, in_part, read_hour, settle
from dialogs.understand.when.dates import short_date
from dialogs.understand.when.days import one_day
from dialogs.understand.when.moments import at, clock_today, colleague, here, is_late, is_of_evening, wall
from dialogs.understand.when.surroundings import before, lasts
from dialogs.understand.when.tokens import Item
from dialogs.understand.when.values import (
    Clock,
    Clocks,
    Days,
    Length,
    Moment,
    Part,
    Scene,
    Several,
    Stretch,
)

_HOURS, _FIVE = 24, 5
"""The last hour of a day, and by how many minutes times of day are told apart."""
_ORDER = "day_first"
"""What decides between two readings of a date in figures."""
_NEIGHBOURS = 2
"""Days. Two dates that are no further apart are one stretch."""
_SOON = 70
"""Days. Whoever leaves the month out means this one or one of the next two, where the numbers may be hours."""
_YEAR = 366
_LONG = 28
"""Days between the two that are named at the most, where they are of two months."""


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
        halves = wall(day.start, best), wall(day.start, second)
        if day.start == scene.now.date() and is_of_evening(scene, *halves):
            best, second = second, best
        other = _span(day.start, settle(replace(start, minute=second, settled=True), end, clocks.firm))
        start = replace(start, minute=best, settled=True)
        others, doubt = (other,), doubt or "am_pm"
    span = replace(_span(day.start, settle(start, end, clocks.firm)), others=others, doubt=doubt)
    zone = end.zone or start.zone
    if not zone or span.start is None or span.end is None:
        return span
    return replace(span, start=here(scene, span.start, zone), end=here(scene, span.end, zone), zone=zone)


def _span(day: date, clocks: Clocks) -> Stretch:
    start, end = clocks.start.minute, clocks.end.minute
    return Stretch(wall(day, start), wall(day, end if end > start else end + DAY), "minute", firm=clocks.firm)


def clocks_today(scene: Scene, items: Sequence[Item], clocks: Clocks) -> Stretch:
    """ "between 2 and 4" with no day: today, or tomorrow where that is over or would be late in the evening."""
    today = scene.now.date()
    stretch = span_on(scene, Days(today, today + timedelta(days=1)), clocks)
    if stretch.start and (stretch.start < scene.now or is_late(scene, clocks.start, stretch.start)):
        day = today + timedelta(days=1)
        stretch = span_on(scene, Days(day, day + timedelta(days=1)), clocks)
    return replace(stretch, clock=True)


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
            if stretch.start.hour < stretch.end.hour <= 12
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


def moved(scene: Scene, items: Sequence[Item], a: object, b: object) -> Several | None:
    """ "move it from Monday to Wednesday": two times, not a span."""
    if not scene.moving:
        return None
    return Several((_clock(a), _clock(b)))


def _clock(value: object) -> object:
    return Clock(value * 60 % DAY, value > 12, grain="hour") if isinstance(value, int) else value


def _written_alike(first: Days, last: Days) -> tuple[Days, Days]:
    """ "6/28 - 7/2": where one end can be read in one order only, the other is read so that they are near."""
    if (first.doubt == _ORDER) == (last.doubt == _ORDER):
        return first, last
    readings = [(one, other) for one in _readings(first) for other in _readings(last) if one.start < other.start]
    return min(readings, key=lambda ends: ends[1].start - ends[0].start, default=(first, last))


def _readings(days: Days) -> tuple[Days, ...]:
    return (days, *days.others) if days.doubt == _ORDER else (days,)


def days_between(scene: Scene, items: Sequence[Item], **named: object) -> Stretch | Days | None:
    """ "from Monday to Wednesday", "June to August": both ends are included."""
    spans = [v for v in named.values() if isinstance(v, Days)]
    if len(spans) != 2 or scene.moving:
        return None
    first, last = _written_alike(*spans)
    if first.said == "weekday" and last.of_week and not first.of_week:
        # "Wednesday to Friday next week": both are of that week.
        back = (last.start.weekday() - first.start.weekday()) % 7
        first = replace(first, start=last.start - timedelta(days=back))
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
    return Days(first.start, end, "day", "period", all_day=first.all_day or last.all_day)


def dotted_days(scene: Scene, items: Sequence[Item], a: tuple[int, ...], b: tuple[int, ...]) -> Stretch | Days | None:
    """ "from 23.11 to 27.11"; what may be two times of day ("9.30 to 10.30") is no days, nor is "at 10.1 - 10.12"."""
    if before(scene, items) == "at" or all(hour <= _HOURS and minute % _FIVE == 0 for hour, minute in (a, b)):
        return None
    first, last = (short_date(scene, items, dotted2=each) for each in (a, b))
    return days_between(scene, items, a=first, b=last)


def day_to_ordinal(scene: Scene, items: Sequence[Item], day: Days, ordinal: int = 0, dom: int = 0) -> Days | None:
    """ "July 13 to 15" """
    number = ordinal or dom
    last = valid(day.start.year, day.start.month, number) if number else None
    if last is None or last <= day.start or day.said not in ("date", "ordinal"):
        return None
    return Days(day.start, last + timedelta(days=1), "day", "period")


def ordinal_to_day(scene: Scene, items: Sequence[Item], day: Days, ordinal: int = 0, dom: int = 0) -> Days | None:
    """ "13 to 15 July", "from the 13th to the 15th"; "at 9 until 30 April" begins with a time of day."""
    if before(scene, items) == "at" and not ordinal:
        return None
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
    """ "13-15 July", "July 13-15"; in "at 9 until 30 April" and "17 June 9-11" a time of day stands beside a date."""
    said = before(scene, items)
    if said == "at" or (said.isdigit() and not items[0].text[:1].isdigit()):
        return None
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


def weekdays_of_month(
    scene: Scene, items: Sequence[Item], *, weekday: int, weekday2: int, **numbers: int
) -> Days | None:
    """ "Monday 26 to Wednesday 28 April", "Mon 30 to Thu 3 December", where these days are so called."""
    found = month_days(scene, items, **numbers)
    if found and _so_called(found, weekday, weekday2):
        return found
    first, last = _numbers(items)
    for later in range(2):
        end = valid(numbers.get("year") or scene.now.year + later, numbers["month"], last)
        if end and end >= scene.now.date():
            return _ending_with(end, weekday, weekday2, first)
    return None


def dated_weekdays(scene: Scene, items: Sequence[Item], *, weekday: int, weekday2: int, **_: int) -> Days | None:
    """ "Mon 7 to Thu 10", the soonest days that are so called; other numbers behind weekdays are times of day."""
    first, last = _numbers(items)
    ahead = _SOON if min(first, last) <= _HOURS else _YEAR
    days = (scene.now.date() + timedelta(days=each) for each in range(ahead))
    ends = (day for day in days if (day.day, day.weekday()) == (last, weekday2))
    return next((found for day in ends if (found := _ending_with(day, weekday, weekday2, first))), None)


def _numbers(items: Sequence[Item]) -> tuple[int, int]:
    """The two days of the month, in the order in which they are said."""
    said = [each.meanings.get("ORDINAL") or each.meanings.get("DOM") for each in items]
    first, last = (number for number in said if isinstance(number, int))
    return first, last


def _so_called(days: Days, weekday: int, weekday2: int) -> bool:
    return (days.start.weekday(), (days.end - timedelta(days=1)).weekday()) == (weekday, weekday2)


def _ending_with(last: date, weekday: int, weekday2: int, number: int) -> Days | None:
    """From the day of that number before `last` up to it, where both are called so."""
    if last.weekday() != weekday2:
        return None
    before_it = (last - timedelta(days=back) for back in range(1, _LONG))
    first = next((day for day in before_it if (day.day, day.weekday()) == (number, weekday)), None)
    return Days(first, last + timedelta(days=1), "day", "period") if first else None


def weekdays_apart(
    scene: Scene, items: Sequence[Item], *, weekday: int, weekday2: int, **numbers: int
) -> Several | None:
    """ "Thursday 3 and Friday 4 December" """
    return apart(scene, items, **numbers)


def apart(scene: Scene, items: Sequence[Item], *, month: int, **numbers: int) -> Several | None:
    """ "24 and 31 December" are two days; "24 and 25 December" are one stretch."""
    low, high = sorted(numbers.values())
    if high - low < _NEIGHBOURS or before(scene, items) in scene.sets["both-ends"]:
        return None
    for later in range(2):
        days = [valid(scene.now.year + later, month, number) for number in (low, high)]
        if days[1] and days[1] >= scene.now.date():
            return Several(tuple(one_day(day, "date") for day in days if day))
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


def days_off(
    scene: Scene, items: Sequence[Item], length: Length, day: Days | None = None, today: int = 0
) -> Stretch | Days | None:
    """ "out of the office for three days from Monday"; a meeting "for two weeks from Monday" is on that day."""
    if scene.sets["absent"].isdisjoint(scene.words):
        return None
    return for_length(scene, items, length=length, day=day or one_day(scene.now.date() + timedelta(days=today)))


def length_on_day(scene: Scene, items: Sequence[Item], day: Days, length: Length, a: Clock | int) -> Stretch | None:
    """ "on 14 Feb from 9:30 for 7 hours" """
    if day.end - day.start != timedelta(days=1):
        return None
    moment = at(scene, day, read_hour(a))
    return Stretch(moment.at, moment.at + length.delta, "minute", firm=True, doubt=moment.doubt)


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


def within(scene: Scene, items: Sequence[Item], length: Length) -> Stretch | None:
    """ "within three days", "in the next two hours"; not "squeeze in two hours" """
    if items[0].text == "in" and before(scene, items) in scene.sets["before-particle"]:
        return None
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
    """ "the next two hours", "within the next day and five hours" """
    if length.seconds >= 86400 and not length.seconds % 86400:
        return None
    return Stretch(scene.now, scene.now + length.delta, "minute")


def next_hour(scene: Scene, items: Sequence[Item], unit: str) -> Stretch | None:
    """ "in the next hour" """
    return Stretch(scene.now, scene.now + timedelta(hours=1), "minute") if unit == "hour" else None
