"""Put the time expressions of an utterance together into one `TimeConstraint`. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from dialogs.understand.understood import Kind, Run, Slot, TimeConstraint, When

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_MORNING, _EVENING = 7, 19
"""Hours between which it is day."""
_MANY = 24
"""Nobody says more times than that in one request; what is pasted may hold thousands."""
_ORDER = ("FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "BYHOUR", "BYMINUTE", "COUNT", "UNTIL")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ON_DAYS = (Kind.DATE, Kind.DATETIME)
_MANY_WEEKS = 60
_MANY_SLOTS = 62
"""Days of two months; a search farther than that is none."""


def constrain(
    found: tuple[When, ...], earliest: bool = False, *, shifted: bool = False, impossible: str = ""
) -> TimeConstraint:
    """What a search for times needs: a stated start, or where to look and where not.

    `earliest`: as soon as possible was said. `shifted`: the duration is how much later, not how long.
    A day and a clock time that were said apart belong together; of several starts the first holds and the others are
    alternatives.
    """
    if not found:
        return TimeConstraint(earliest=earliest, impossible=impossible)
    anchor = next((w.anchor for w in found if w.anchor), None)
    found = tuple(w for w in found[:_MANY] if w.anchor is None)
    nothing = next((w.text for w in found if w.kind is Kind.DURATION and w.duration is not None and not w.duration), "")
    lengths = [w.duration for w in found if w.kind is Kind.DURATION and w.duration]
    sets = [w for w in found if w.kind is Kind.SET]
    rrule = _rule_of(sets)
    lasting = max((length for length in lengths if sets and length >= _DAY), default=None)
    each = [lasting % _DAY] if lasting and lasting % _DAY else []
    lengths = [length for length in lengths if length != lasting] + each + [w.duration for w in sets if w.duration]
    positive = [w for w in found if not w.excluded and w.kind not in (Kind.DURATION, Kind.SET)]
    positive = positive or [_first(w) for w in found if w.kind is Kind.SET and w.start and not w.excluded]
    excluded = tuple(slot for w in found if w.excluded for slot in _ruled_out(w, positive))
    span = next((w for w in positive if _is_run_of(rrule, w)), None)
    if span and span.end and not {"COUNT", "UNTIL"} & {part.partition("=")[0] for part in rrule.split(";")}:
        # "Daily at 9, three days, starting tomorrow": that is how far it runs.
        rrule = f"{rrule};UNTIL={span.end - timedelta(seconds=1):%Y%m%dT%H%M%S}"
        positive = [w for w in positive if w is not span]
    positive = [w for w in positive if not (w.all_day and w.dayless)] or positive
    rrule, positive = _weekdays_of(rrule, positive)
    days = [w for w in positive if w.kind is Kind.DATE]
    if sets or any(_is_run_of_days(w) for w in positive):
        positive = [_by_day(w) if w.kind is Kind.TIME else w for w in positive]
    clocks = [w for w in positive if w.kind is Kind.TIME]
    if len(days) == 1 and clocks:
        positive = [_on(w, days[0]) if w in clocks else w for w in positive if w is not days[0]]
        clocks = []
    at_hours = clocks or [w for w in positive if w.firm and w.dayless and w.start and w.end]
    is_begun = any(w.start for w in sets) or any(_is_from(w) for w in positive)
    if len(at_hours) == 1 and sets and "BYHOUR" not in rrule and is_begun:
        # "Every Friday from February with Ana at 9": the hour is that of each.
        rrule = _ordered(f"{rrule};BYHOUR={at_hours[0].start:%-H};BYMINUTE={at_hours[0].start:%-M}")
        positive = [w for w in positive if w is not at_hours[0]] or [_first(w) for w in sets if w.start]
        lengths = [*lengths, *(w.end - w.start for w in at_hours if w.start and w.end)]
    somewhere = [w for w in positive if _is_run_of_days(w)]
    hours = tuple(w.start.hour * 60 + w.start.minute for w in clocks if w.start)
    if hours and not sets and len(somewhere) == 1 and len(clocks) + 1 == len(positive):
        # "At 11 next week": at 11 on one of its days.
        positive, clocks = somewhere, []
    starts = [w for w in positive if w.kind in (Kind.TIME, Kind.DATETIME) and w.start]
    # "A weekly sync at 10, until June": when it starts, and when the series ends.
    last = next((Slot(None, w.end) for w in positive if sets and w.open == "before" and w.end), None)
    duration = lengths[0] if lengths and not shifted else None
    begins = next((w.start for w in (*sets, span) if w and w.start), None)
    base = TimeConstraint(
        excluded=excluded,
        duration=duration,
        rrule=rrule,
        earliest=earliest,
        all_day=any(w.all_day for w in found),
        impossible=impossible or nothing,
        anchor=anchor,
        zone=next((w.zone for w in positive if w.zone), ""),
        slots=(last,) if last and starts else (),
        starts=() if clocks or sets or not somewhere else hours,
        run=Run(begins, lasting - lasting % _DAY if lasting else None, within=_part_of(sets, positive)),
    )
    if starts:
        first, *others = (_exact(base, w, clocks) for w in starts)
        until = next((w.end for w in positive if sets and w.open == "before" and w.end), None)
        first = replace(first, slots=(Slot(None, until),)) if until else first
        either = tuple(w.start for w in starts[1:] if w.start and w.span == starts[0].span)
        return replace(first, alternatives=(*first.alternatives, *others), either=either)
    return _searched(base, positive)


def _part_of(sets: Sequence[When], positive: Sequence[When]) -> tuple[int, int] | None:
    """In which part of the day each of a series is to be, where no hour is said beside: "every Monday morning"."""
    timed = any(when.kind in (Kind.TIME, Kind.DATETIME) or (when.firm and when.dayless) for when in positive)
    return None if timed else next((each.within for each in sets if each.within), None)


def _by_day(clock: When) -> When:
    """ "At 7:45", of other days than this one, is in the morning, however late it is now."""
    if clock.doubt != "am_pm" or clock.start is None or clock.start.hour < _EVENING:
        return clock
    earlier = (w for w in clock.alternatives if w.start and _MORNING <= w.start.hour < _EVENING)
    return next(earlier, clock)


def _is_from(when: When) -> bool:
    """From which day on something is, or within which days it begins."""
    return when.kind is Kind.RANGE and when.start is not None and not when.dayless


def _rule_of(sets: list[When]) -> str:
    """One rule of all that was said: "three weekly sessions on Tuesdays at 10".

    The fullest one holds, and takes from the others what it does not say itself, where they go by the same unit; days
    that were only assumed count least.
    """
    told = sorted(sets, key=lambda w: (bool(w.doubt), -len(w.rrule)))
    parts = [dict(part.split("=", 1) for part in w.rrule.split(";")) for w in told]
    same = [each for each in parts if each["FREQ"] == parts[0]["FREQ"]]
    joined = {name: value for each in reversed(same) for name, value in each.items()}
    return ";".join(f"{name}={joined[name]}" for name in _ORDER if name in joined)


def _weekdays_of(rrule: str, positive: list[When]) -> tuple[str, list[When]]:
    """ "Monday, Wednesday and Friday at 9 every week": the days are those of the rule, which begins on the first."""
    days = sorted((w for w in positive if w.kind in _ON_DAYS and w.start), key=lambda w: str(w.start))
    starts = [w.start for w in days if w.start]
    together = len({w.span for w in days}) == 1 and len(starts) > 1 and starts[-1] - starts[0] < 7 * _DAY
    if not together or "FREQ=WEEKLY" not in rrule or "BYDAY" in rrule:
        return rrule, positive
    by = "BYDAY=" + ",".join(_WEEKDAYS[at] for at in sorted({start.weekday() for start in starts}))
    return _ordered(f"{rrule};{by}"), [w for w in positive if w not in days[1:]]


def _ordered(rrule: str) -> str:
    """The parts of the rule in the usual order; the last of a kind counts."""
    told = {part.partition("=")[0]: part for part in rrule.split(";")}
    return ";".join(told[name] for name in _ORDER if name in told)


def _first(series: When) -> When:
    """ "weekly from Monday": when it begins, a day or a time."""
    day = series.start is not None and series.start.time() == time()
    return replace(series, kind=Kind.RANGE if day else Kind.DATETIME, open="after" if day else "", rrule="")


def _searched(base: TimeConstraint, positive: list[When]) -> TimeConstraint:
    """Where to look. A firm span is the event itself, unless a shorter duration was said or it lies on several days."""
    positive = _between_sides(positive)
    hours = [w for w in positive if w.kind is Kind.RANGE and w.dayless]
    dates = [w for w in positive if _is_whole_days(w)]
    firm = next((w for w in positive if w.kind is Kind.RANGE and w.firm and w.start and w.end), None)
    length = firm.end - firm.start if firm and firm.start and firm.end else None
    # "A half-day workshop from 9 to 12:30" is as long as its hours.
    if firm and length and (base.duration is None or base.duration >= length):
        on = _days([Slot(w.start, w.end) for w in dates]) if firm.dayless else []
        base = replace(base, duration=length if base.duration else None)
        if len(on) <= 1:
            return _spanned(base, _moved(firm, on[0]) if on else firm)
        base = replace(base, duration=length)
    doubt = next((w.doubt for w in positive if w.doubt), "")
    if hours and dates and len(hours) + len(dates) == len(positive):
        on = _days([_window(w) for w in dates])
        if len(on) * len(hours) <= _MANY_SLOTS:
            slots = tuple(_hours_of(day, one) for day in on for one in hours)
            return replace(base, slots=slots, doubt=doubt)
    positive = _sided(_of_that_week(positive), hours)
    alternatives = tuple(
        replace(base, slots=(Slot(other.start, other.end),))
        for w in positive
        if len(positive) == 1
        for other in w.alternatives
    )
    return replace(base, slots=_narrowed(tuple(_window(w) for w in positive)), doubt=doubt, alternatives=alternatives)


def _between_sides(positive: list[When]) -> list[When]:
    """ "Not before 10, not after 4" is between the two, while "before 10 or after 4" is either of them."""
    sides = [w for w in positive if w.kind is Kind.RANGE and w.dayless and (w.start is None) is not (w.end is None)]
    after = next((w for w in sides if w.start), None)
    before = next((w for w in sides if w.end), None)
    if len(sides) != 2 or after is None or before is None or not after.start or not before.end:
        return positive
    if after.start.time() >= before.end.time():
        return positive
    both = replace(after, end=datetime.combine(after.start, before.end.timetz()), open="", in_day=False)
    return [both if w is after else w for w in positive if w is not before]


def _of_that_week(positive: list[When]) -> list[When]:
    """ "Next week, before Thursday": the Thursday of that week, and not the one that comes first."""
    weeks = [w for w in positive if w.grain == "week" and w.start and w.end and not w.dayless]
    if len(weeks) != 1:
        return positive
    [week] = weeks
    return [_in_week(w, week) if w.open in ("before", "after") and not w.dayless else w for w in positive]


def _in_week(bound: When, week: When) -> When:
    """The same side of a day in `week`, where it is of one in a week before."""
    if week.start is None or (bound.start and bound.end):
        return bound
    if bound.start:
        weeks = max(-((bound.start - week.start) // timedelta(weeks=1)), 0)
        return replace(bound, start=bound.start + timedelta(weeks=weeks))
    if bound.end and bound.end <= week.start:
        weeks = (week.start - bound.end) // timedelta(weeks=1) + 1
        return replace(bound, end=bound.end + timedelta(weeks=weeks))
    return bound


def _sided(positive: list[When], hours: list[When]) -> list[When]:
    """ "Friday morning, before 10", "tomorrow before 10 or after 4": the bound is said of the day of the other."""
    if len(positive) != 2 or len(hours) != 1 or (hours[0].start and hours[0].end):
        return positive
    [other] = (w for w in positive if w is not hours[0])
    window = _window(other)
    last = window.end and window.end - timedelta(microseconds=1)
    if not (window.start and last and not other.dayless and window.start.date() == last.date()):
        return positive
    slot = _hours_of(window.start.replace(hour=0, minute=0), hours[0])
    bound = replace(hours[0], start=hours[0].start and slot.start, end=hours[0].end and slot.end, dayless=False)
    start, end = other.start or bound.start, other.end or bound.end
    if {other.open, bound.open} == {"after", "before"} and start and end and start < end:
        # "After lunch on Friday, before 4" is between the two.
        return [replace(other, start=start, end=end, open="", in_day=False)]
    return [other, replace(bound, in_day=other.in_day)]


def _is_run_of(rrule: str, when: When) -> bool:
    """Whether these are the days on which all of it takes place: what comes once a week may only begin in them."""
    if not rrule or not (_is_whole_days(when) and when.start and when.end):
        return False
    is_often = rrule.startswith("FREQ=DAILY") or "," in rrule.partition("BYDAY=")[2].partition(";")[0]
    # "In December" it may only begin; "from the 10th through the end of September" is from one day to another.
    return when.end - when.start > (_DAY if is_often else 7 * _DAY) and (is_often or when.grain == "day")


def _is_run_of_days(when: When) -> bool:
    """More than one day, of which any may be meant; a side may be open."""
    if when.kind is not Kind.RANGE or when.dayless or not (when.start or when.end):
        return False
    at_midnight = all(side is None or side.time() == time() for side in (when.start, when.end))
    if when.start and when.end:
        return when.end.time() == time() and when.end - when.start > _DAY
    return at_midnight and when.open in ("before", "after")


def _is_whole_days(when: When) -> bool:
    return bool(
        when.kind in (Kind.DATE, Kind.RANGE)
        and not when.dayless
        and when.start
        and when.end
        and when.start.time() == when.end.time() == time()
    )


def _days(slots: list[Slot]) -> list[datetime]:
    """The midnights at which the days of `slots` begin, in order."""
    out: list[datetime] = []
    for slot in slots:
        day = slot.start
        while day and slot.end and day < slot.end and len(out) <= _MANY_SLOTS:
            out.append(day)
            day += _DAY
    return out


def _moved(when: When, day: datetime) -> When:
    """Hours that were said apart from their day, on that day."""
    if when.start is None or when.end is None:
        return when
    slot = _hours_of(day, when)
    return replace(when, start=slot.start, end=slot.end, dayless=False, alternatives=())


def _hours_of(day: datetime, when: When) -> Slot:
    """The hours of `when` on `day`; a side that is not bound is the day's."""
    start = datetime.combine(day, when.start.timetz()) if when.start else day
    end = datetime.combine(day, when.end.timetz()) if when.end else day + _DAY
    return Slot(start, end if end > start else end + _DAY)


def _window(when: When) -> Slot:
    if when.in_day and when.start and not when.end:
        return Slot(when.start, datetime.combine(when.start + _DAY, time(), when.start.tzinfo))
    if when.in_day and when.end and not when.start:
        last = when.end - timedelta(microseconds=1)
        return Slot(datetime.combine(last, time(), when.end.tzinfo), when.end)
    return Slot(when.start, when.end)


def _ruled_out(when: When, positive: list[When]) -> tuple[Slot, ...]:
    """ "tomorrow except lunch": hours that are ruled out are those of each day that was said."""
    days = _days([Slot(w.start, w.end) for w in positive if _is_whole_days(w)]) if when.dayless else []
    return tuple(_hours_of(day, when) for day in days) or _excluded(when, positive)


def _excluded(when: When, positive: list[When]) -> tuple[Slot, ...]:
    """ "next week except Friday": the Friday of that week; "this month, no Fridays": all of them."""
    start, end = when.start, when.end
    is_dated = any(sign.isdigit() for sign in when.text)
    if start is None or end is None or is_dated or not (when.kind is Kind.DATE or _is_part_of_weekday(when)):
        return (Slot(start, end),)
    return tuple(_each_week(start, end, positive)) or (Slot(start, end),)


def _is_part_of_weekday(when: When) -> bool:
    """ "Friday afternoon", of which there is one in every week."""
    days = [word for word in when.text.lower().split() if word.endswith("day") and word not in ("today", "midday")]
    return when.kind is Kind.RANGE and not when.dayless and bool(days)


def _each_week(start: datetime, end: datetime, positive: list[When]) -> Iterator[Slot]:
    """The same day of every week of what was said."""
    for one in positive:
        if not (one.start and one.end):
            continue
        first = -(-(one.start - start) // _WEEK)
        for weeks in range(first, first + _MANY_WEEKS):
            if start + weeks * _WEEK >= one.end:
                break
            yield Slot(start + weeks * _WEEK, end + weeks * _WEEK)


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
    return replace(base, exact=when.start, clock=clock, doubt=when.doubt, alternatives=others, zone=when.zone)


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


def _lies_in(one: Slot, other: Slot) -> bool:
    """Whether one is a part of the other; neither has an open side."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return other.start <= one.start and one.end <= other.end


def _narrowed(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """A side without an end narrows the days that it lies in: "next week, after Tuesday" keeps both.

    So does a day the week that it lies in: "on Friday this week".
    """
    slots = tuple(slot for slot in slots if not any(_lies_in(other, slot) for other in slots if other != slot))
    starts, ends = [s.start for s in slots if not s.end], [s.end for s in slots if not s.start]
    if len(slots) == len(starts) + len(ends) == 2 and starts and ends and starts[0] and ends[0] and starts[0] < ends[0]:
        # "After Thursday noon but before Monday"; "before 10 or after 4" are two.
        return (Slot(starts[0], ends[0]),)
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
    return slots
