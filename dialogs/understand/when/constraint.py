"""Put the time expressions of an utterance together into one `TimeConstraint`. Pure."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from dialogs.understand.understood import Kind, Slot, TimeConstraint, When

_DAY = timedelta(days=1)
_MANY = 24
"""Nobody says more times than that in one request; what is pasted may hold thousands."""


def constrain(found: tuple[When, ...], earliest: bool = False, shifted: bool = False) -> TimeConstraint:
    """What a search for times needs: a stated start, or where to look and where not.

    `earliest`: as soon as possible was said. `shifted`: the duration is how much later, not how long.
    A day and a clock time that were said apart belong together; of several starts the first holds and the others are
    alternatives.
    """
    found = found[:_MANY]
    lengths = [w.duration for w in found if w.kind is Kind.DURATION and w.duration]
    rrule = max((w.rrule for w in found if w.kind is Kind.SET), key=len, default="")
    positive = [w for w in found if not w.excluded and w.kind not in (Kind.DURATION, Kind.SET)]
    excluded = tuple(_excluded(w, positive) for w in found if w.excluded)
    days = [w for w in positive if w.kind is Kind.DATE]
    clocks = [w for w in positive if w.kind is Kind.TIME]
    if len(days) == 1 and clocks:
        positive = [_on(w, days[0]) if w in clocks else w for w in positive if w is not days[0]]
        clocks = []
    starts = [w for w in positive if w.kind in (Kind.TIME, Kind.DATETIME) and w.start]
    firm = [w for w in positive if w.kind is Kind.RANGE and w.firm and w.start and w.end]
    duration = lengths[0] if lengths and not shifted else None
    base = TimeConstraint(
        excluded=excluded, duration=duration, rrule=rrule, earliest=earliest, all_day=any(w.all_day for w in found)
    )
    if starts:
        first, *others = (_exact(base, w, clocks) for w in starts)
        return replace(first, alternatives=(*first.alternatives, *others))
    if firm:
        return _spanned(base, firm[0])
    slots = tuple(_window(w) for w in positive)
    doubt = next((w.doubt for w in positive if w.doubt), "")
    alternatives = tuple(
        replace(base, slots=(Slot(other.start, other.end),))
        for w in positive
        if len(positive) == 1
        for other in w.alternatives
    )
    return replace(base, slots=_narrowed(slots), doubt=doubt, alternatives=alternatives)


def _window(when: When) -> Slot:
    if when.in_day and when.start and not when.end:
        return Slot(when.start, datetime.combine(when.start + _DAY, time(), when.start.tzinfo))
    if when.in_day and when.end and not when.start:
        last = when.end - timedelta(microseconds=1)
        return Slot(datetime.combine(last, time(), when.end.tzinfo), when.end)
    return Slot(when.start, when.end)


def _excluded(when: When, positive: list[When]) -> Slot:
    """ "next week except Friday": the Friday of that week."""
    start, end = when.start, when.end
    if start is None or end is None or when.kind is not Kind.DATE:
        return Slot(start, end)
    for one in positive:
        if one.start and one.end and not one.start <= start < one.end:
            weeks = -(-(one.start - start) // timedelta(weeks=1))
            if one.start <= start + timedelta(weeks=weeks) < one.end:
                return Slot(start + timedelta(weeks=weeks), end + timedelta(weeks=weeks))
    return Slot(start, end)


def _on(clock: When, day: When) -> When:
    """A clock time that was said apart from its day, on that day."""
    if clock.start is None or day.start is None:
        return clock
    moved = tuple(
        replace(o, start=datetime.combine(day.start, o.start.timetz())) for o in clock.alternatives if o.start
    )
    return replace(
        clock, kind=Kind.DATETIME, start=datetime.combine(day.start, clock.start.timetz()), alternatives=moved
    )


def _exact(base: TimeConstraint, when: When, clocks: list[When]) -> TimeConstraint:
    clock = None
    if when in clocks and when.start:
        clock = (when.start.hour * 60 + when.start.minute, None)
    others = tuple(replace(base, exact=o.start) for o in when.alternatives if o.start)
    return replace(base, exact=when.start, clock=clock, doubt=when.doubt, alternatives=others)


def _spanned(base: TimeConstraint, when: When) -> TimeConstraint:
    """ "from 2 to 4": the start and the duration are both said."""
    if when.start is None or when.end is None:
        return base
    others = tuple(
        replace(base, exact=o.start, duration=o.end - o.start) for o in when.alternatives if o.start and o.end
    )
    clock = None
    if when.dayless:
        clock = (when.start.hour * 60 + when.start.minute, when.end.hour * 60 + when.end.minute)
    return replace(
        base,
        exact=when.start,
        duration=base.duration or when.end - when.start,
        clock=clock,
        doubt=when.doubt,
        alternatives=others,
    )


def _narrowed(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """A window without a day narrows the days beside it: "next week, before noon" keeps both."""
    bound = [s for s in slots if s.start and s.end]
    opened = [s for s in slots if not (s.start and s.end)]
    if len(bound) != 1 or len(opened) != 1:
        return slots
    one, side = bound[0], opened[0]
    if one.start is None or one.end is None:
        return slots
    if side.start and one.start <= side.start < one.end:
        return (Slot(side.start, one.end),)
    if side.end and one.start < side.end <= one.end:
        return (Slot(one.start, side.end),)
    if one.end - one.start == _DAY and one.start.timetz().replace(tzinfo=None) == time():
        if side.start:
            return (Slot(datetime.combine(one.start, side.start.timetz()), one.end),)
        if side.end:
            return (Slot(one.start, datetime.combine(one.start, side.end.timetz())),)
    return slots
