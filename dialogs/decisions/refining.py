"""What a new time leaves open is as it was before: "in the morning" its day, "on Friday" its hours. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from dialogs.understand.understood import Slot, TimeConstraint

MOST_DAYS = 31
DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
HALF_AN_HOUR = timedelta(minutes=30)


def at_clock(day: datetime, minutes: int) -> datetime:
    """A time of day, in minutes since midnight, on that day."""
    return day.replace(hour=minutes // 60, minute=minutes % 60, second=0, microsecond=0)


def by_the_clock_of(time: TimeConstraint, now: datetime) -> TimeConstraint:
    """The same instants in the zone of `now`: what was kept between turns knows its offset alone."""
    return replace(
        time,
        exact=time.exact and time.exact.astimezone(now.tzinfo),
        slots=tuple(_by_the_clock_of(slot, now) for slot in time.slots),
        excluded=tuple(_by_the_clock_of(slot, now) for slot in time.excluded),
    )


def bound_from(now: datetime, before: TimeConstraint) -> TimeConstraint:
    """What has a last day alone ("before Friday") begins now, so that it has days."""
    begun = tuple(Slot(now, slot.end) if slot.start is None and slot.end else slot for slot in before.slots)
    return replace(before, slots=begun)


def _by_the_clock_of(slot: Slot, now: datetime) -> Slot:
    return Slot(slot.start and slot.start.astimezone(now.tzinfo), slot.end and slot.end.astimezone(now.tzinfo))


def on_the_same_days(before: TimeConstraint, new: TimeConstraint) -> TimeConstraint:
    """Hours that were said without a day ("after 3"), on each of the days that were looked at."""
    days = list(_days(before))
    if not days:
        return new
    slots = tuple(_moved(slot, day) for day in days for slot in new.slots)
    # "After 2", once there was to be nothing after 1, takes that back; a day that is ruled out stays so.
    hours = {out for out in before.excluded for slot in slots if _covers(out, slot) and _is_within_a_day(out)}
    kept = [out for out in before.excluded if out not in hours]
    return replace(
        new,
        exact=None,
        slots=slots or before.slots,
        excluded=(*kept, *(_moved(slot, day) for day in days for slot in new.excluded)),
    )


def on_the_day_of(moment: datetime, new: TimeConstraint) -> TimeConstraint:
    """Hours that were said without a day, on the day of `moment`."""
    midnight = at_clock(moment, 0)
    return on_the_same_days(TimeConstraint(slots=(Slot(midnight, midnight + DAY),)), new)


def at_the_same_hours(before: TimeConstraint, new: TimeConstraint, clock: datetime | None) -> TimeConstraint:
    """A day that was said without hours ("Friday"), at the hours that were looked at, or at the time of `clock`."""
    days = list(_days(new))
    if clock and len(days) == 1 and new.slots and (start := new.slots[0].start):
        return replace(new, exact=start.replace(hour=clock.hour, minute=clock.minute), slots=())
    if days and before.starts:
        return replace(new, starts=before.starts)
    hours = [slot for slot in before.slots if slot.start and slot.end and slot.end - slot.start < DAY]
    if not days or len({slot.start.date() for slot in hours if slot.start}) != 1 or len(hours) != len(before.slots):
        return new
    return replace(new, slots=tuple(_moved(slot, day) for day in days for slot in hours))


def in_its_week(at: datetime, new: TimeConstraint) -> datetime | None:
    """The weekday and hour of `at` in the days that were said: "same time next week"; None in a single day."""
    days = [*_days(new)] if not new.exact else []
    same = [day for day in days if day.weekday() == at.weekday()]
    return datetime.combine(same[0], at.timetz()) if len(days) > 1 and same else None


def shifted(slots: Sequence[Slot], by: timedelta) -> tuple[Slot, ...]:
    """The same stretches so much later."""
    return tuple(Slot(slot.start and slot.start + by, slot.end and slot.end + by) for slot in slots)


def without(before: TimeConstraint, excluded: Iterable[Slot], *, each_day: Sequence[Slot] = ()) -> TimeConstraint:
    """The same stretch with days ruled out as well: "Tuesday" is every one of those that were looked at.

    Those of `each_day` are hours of every day. Where nothing of the stretch would be left, another may lie anywhere.
    """
    hours = [_moved(slot, day) for day in _days(before) for slot in each_day]
    dated = [slot for slot in excluded if not hours or slot not in each_day]
    out = (*before.excluded, *hours, *(each for slot in dated for each in _weekly(slot, before.slots)))
    left = tuple(slot for slot in before.slots if not any(_covers(each, slot) for each in out))
    return replace(before, exact=None, slots=before.slots if left else (), excluded=out)


def in_the_week_of(before: TimeConstraint, new: TimeConstraint) -> TimeConstraint:
    """A weekday that was said alone, in the week that one looks at: behind "next week", "Friday" is that of it."""
    at = before.exact or min((slot.start for slot in before.slots if slot.start and slot.end), default=None)
    said = new.exact or min((slot.start for slot in new.slots if slot.start), default=None)
    if at is None or said is None:
        return new
    weeks = (_monday(at) - _monday(said)) // WEEK
    if weeks <= 0:
        return new
    later = WEEK * weeks
    slots = tuple(Slot(slot.start and slot.start + later, slot.end and slot.end + later) for slot in new.slots)
    return replace(new, exact=new.exact and new.exact + later, slots=slots)


def to_the_side(time: TimeConstraint, start: datetime, length: timedelta, now: datetime) -> TimeConstraint:
    """ "Earlier", "later" than an event at `start` that is to last `length`: on its day, by half an hour or more."""
    if not time.side:
        return time
    midnight = at_clock(start, 0)
    earlier = Slot(max(now, midnight), start - HALF_AN_HOUR + length)
    later = Slot(start + HALF_AN_HOUR, midnight + DAY)
    return replace(time, slots=(earlier if time.side == "earlier" else later,), near=start)


def in_its_own_week(time: TimeConstraint, start: datetime, now: datetime, *, is_of_weekday: bool) -> TimeConstraint:
    """What is said of the week of an event that begins at `start`, and of its day, once that is known.

    A day of the week that is said alone is of that week as well, if it is still to come.
    """
    if time.other_day:
        time = replace(time, excluded=(*time.excluded, _day_of(start)))
    if time.later_day:
        monday = at_clock(start, 0) - DAY * start.weekday()
        time = replace(time, excluded=(*time.excluded, Slot(monday, at_clock(start, 0) + DAY)))
    if time.own_week and not (time.exact or time.slots):
        monday = at_clock(start, 0) - DAY * start.weekday()
        return replace(time, slots=(Slot(max(monday, now), monday + WEEK),))
    if time.clock or not (time.own_week or is_of_weekday):
        return time
    slots = tuple(_in_week_of(start, slot, now, must=time.own_week) for slot in time.slots)
    if time.exact is None:
        return replace(time, slots=slots)
    moved = _in_week_of(start, Slot(time.exact, None), now, must=time.own_week)
    return replace(time, exact=moved.start, slots=slots)


def _in_week_of(start: datetime, slot: Slot, now: datetime, *, must: bool) -> Slot:
    """The same weekday and hours in the week of `start`, where they are still to come or `must` be in it."""
    if slot.start is None:
        return slot
    weeks = WEEK * ((_monday(start) - _monday(slot.start)) // WEEK)
    same = Slot(slot.start + weeks, slot.end and slot.end + weeks)
    return same if must or slot.start.date() + weeks > now.date() else slot


def _day_of(moment: datetime) -> Slot:
    midnight = at_clock(moment, 0)
    return Slot(midnight, midnight + DAY)


def _monday(moment: datetime) -> date:
    return moment.date() - DAY * moment.weekday()


def _weekly(slot: Slot, within: Sequence[Slot]) -> Sequence[Slot]:
    """The slot in each week that it touches of those stretches; itself alone where it touches none."""
    if slot.start is None or slot.end is None:
        return (slot,)
    ends = [each.end for each in within if each.end]
    weeks = max(0, (max(ends) - slot.start) // WEEK) if ends else 0
    moved = [Slot(slot.start + WEEK * number, slot.end + WEEK * number) for number in range(weeks + 1)]
    return [each for each in moved if any(_touches(each, other) for other in within)] or (slot,)


def _touches(one: Slot, other: Slot) -> bool:
    """Whether they have any time in common."""
    begins = one.start is None or other.end is None or one.start < other.end
    return begins and (one.end is None or other.start is None or other.start < one.end)


def _covers(one: Slot, other: Slot) -> bool:
    """Whether nothing of the other is left beside the one."""
    begins = one.start is None or (other.start is not None and one.start <= other.start)
    return begins and (one.end is None or (other.end is not None and other.end <= one.end))


def _is_within_a_day(slot: Slot) -> bool:
    return slot.start is not None and slot.end is not None and slot.end - slot.start < DAY


def days_of(of: TimeConstraint) -> Iterator[Slot]:
    """Every day that it touches, whole."""
    zone = of.exact.tzinfo if of.exact else next((slot.start.tzinfo for slot in of.slots if slot.start), None)
    for day in _days(of):
        yield Slot(datetime.combine(day, time(), zone), datetime.combine(day + DAY, time(), zone))


def _days(of: TimeConstraint) -> Iterator[date]:
    """Every day that it touches; none where it is not bound, or bound too widely."""
    if of.exact:
        yield of.exact.date()
        return
    if not all(slot.start and slot.end and slot.end - slot.start <= MOST_DAYS * DAY for slot in of.slots):
        return
    seen: set[date] = set()
    for slot in of.slots:
        assert slot.start is not None and slot.end is not None
        day = slot.start.date()
        while datetime.combine(day, time(), slot.start.tzinfo) < slot.end:
            if day not in seen:
                seen.add(day)
                yield day
            day += DAY


def _moved(slot: Slot, day: date) -> Slot:
    """The same hours on another day; a side that is not bound is that day's midnight."""
    zone = (slot.start or slot.end or datetime.combine(day, time())).tzinfo
    if slot.start is None:
        start = datetime.combine(day, time(), zone)
    else:
        start = datetime.combine(day, slot.start.time(), zone)
    if slot.end is None:
        return Slot(start, datetime.combine(day + DAY, time(), zone))
    over_midnight = slot.start is not None and slot.end.date() > slot.start.date()
    return Slot(start, datetime.combine(day + DAY * over_midnight, slot.end.time(), zone))
