"""When a series takes place that somebody asks for: its rule, its first occurrence, and the next few of them. Pure."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, takewhile

from dialogs.decisions.openings import LUNCH_HOUR, Calendar, Opening, Standing, opening_at
from dialogs.decisions.refining import at_clock
from dialogs.understand.understood import Run, Slot, TimeConstraint
from graph.model import Window
from graph.recurrence import Recurrence, recurrence_of

LOOKED_AT = 8
"""Occurrences for which everyone's time is looked at."""
FARTHEST = timedelta(days=183)
TAKEN = (Standing.TENTATIVE, Standing.BUSY, Standing.OUT)
OF_THE_EVENT = ("BYHOUR", "BYMINUTE", "BYSECOND")
MOST = 4
"""Times to choose from."""
RARELY = 4
"""One time of so many on which somebody cannot come is no reason for another hour."""
STEP = timedelta(minutes=30)
APART = timedelta(hours=1)
ENDS = ("COUNT", "UNTIL")
MIDNIGHT = time()
WEEK = timedelta(days=7)
LONGEST_START = timedelta(days=8)
"""A longer stretch is that of the series, and not the one in which it begins."""
NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Series:
    """A rule and its first day; `clock` is when each begins, None where that is open.

    `within`: in which part of the day each is to be, in minutes since midnight; `clock` is only its usual hour then.
    """

    recurrence: Recurrence
    clock: time | None
    within: tuple[int, int] | None = None

    def first(self, clock: time, length: timedelta, now: datetime) -> Window:
        """The first occurrence at that time of day, on the clock of `now`."""
        return Window.of(datetime.combine(self.recurrence.start, clock, now.tzinfo), length)


@dataclass(frozen=True)
class Fit:
    """A time of day for the series: its first occurrence with what is worst for each, and who cannot come when."""

    opening: Opening
    looked_at: int
    missing: tuple[tuple[str, tuple[date, ...]], ...] = ()
    """Of each who is not free every time: the days."""


def settled(wanted: TimeConstraint, now: datetime) -> TimeConstraint:
    """The same series with everything in its rule: when each begins, and where it ends."""
    if not wanted.rrule:
        return wanted
    parts = _parts(wanted.rrule)
    starting = wanted.run.starting
    clock = wanted.exact or (starting if starting and starting.time() != MIDNIGHT else None)
    if clock and "BYHOUR" not in parts:
        parts |= {"BYHOUR": str(clock.hour), "BYMINUTE": str(clock.minute)}
    ahead = next((slot.start for slot in wanted.slots if slot.start and slot.start > now), None)
    begins = starting or ahead or (None if wanted.clock else wanted.exact)
    if begins and begins != ahead and not wanted.clock:
        parts |= _on_the_day(parts, begins)
    parts |= _end(wanted, parts, begins or now)
    rule = _joined(parts)
    run, excluded = Run(starting=begins, within=wanted.run.within, since=wanted.run.since), wanted.excluded
    return TimeConstraint(rrule=rule, duration=wanted.duration, all_day=wanted.all_day, run=run, excluded=excluded)


def from_within(slots: Sequence[Slot], new: TimeConstraint, now: datetime) -> TimeConstraint:
    """The series that begins within `slots`, which were looked at before it was to be one: "next week", "Friday"."""
    starts = [slot.start.astimezone(now.tzinfo) for slot in slots if slot.start]
    if not starts:
        return settled(new, now)
    first, only = min(starts), slots[0]
    is_part = only.start and only.end and only.end - only.start < timedelta(days=1)
    within = minutes_within(only, now) if is_part and len({start.time() for start in starts}) == 1 else None
    run = replace(new.run, within=new.run.within or within)
    if len({start.date() for start in starts}) == 1 and (is_part or _is_one_day(only)):
        return settled(replace(new, run=replace(run, starting=at_clock(first, 0))), now)
    return settled(replace(new, run=replace(run, since=at_clock(first, 0))), now)


def minutes_within(slot: Slot, now: datetime) -> tuple[int, int] | None:
    """The part of the day that it is, in minutes since midnight."""
    if slot.start is None or slot.end is None:
        return None
    start, end = slot.start.astimezone(now.tzinfo), slot.end.astimezone(now.tzinfo)
    return start.hour * 60 + start.minute, end.hour * 60 + end.minute


def _is_one_day(slot: Slot) -> bool:
    return bool(slot.start and slot.end and slot.end - slot.start <= timedelta(days=1))


def skipped(series: Recurrence, time: TimeConstraint) -> tuple[date, ...]:
    """The days of the series that are ruled out: "but not on the 28th"."""
    out = [(slot.start, slot.end) for slot in time.excluded if slot.start and slot.end]
    last = max((end.date() for _, end in out), default=series.start)
    days = takewhile(lambda day: day <= last, series.days() if out else ())
    return tuple(day for day in days if any(a <= datetime.combine(day, MIDNIGHT, a.tzinfo) < b for a, b in out))


def once(series: TimeConstraint, now: datetime) -> TimeConstraint:
    """Only the first time of a settled series, or the day of it. Raises CannotRecur."""
    first = series_of(series, now)
    midnight = datetime.combine(first.recurrence.start, MIDNIGHT, now.tzinfo)
    if first.clock is None:
        return TimeConstraint(slots=(Slot(midnight, midnight + timedelta(days=1)),), duration=series.duration)
    return TimeConstraint(exact=datetime.combine(midnight, first.clock, now.tzinfo), duration=series.duration)


def later(series: TimeConstraint, shift: timedelta, now: datetime) -> TimeConstraint:
    """A settled series that begins so much later: by days, or at another time of day. Raises CannotRecur."""
    first = series_of(series, now)
    begins = datetime.combine(first.recurrence.start, first.clock or MIDNIGHT, now.tzinfo) + shift
    parts = _parts(series.rrule)
    if "BYHOUR" in parts and shift % timedelta(days=1):
        parts |= {"BYHOUR": str(begins.hour), "BYMINUTE": str(begins.minute)}
    return replace(series, rrule=_joined(parts), run=replace(series.run, starting=at_clock(begins, 0), within=None))


def on_workdays(time: TimeConstraint) -> TimeConstraint:
    """What is daily with other people is so on the days on which they work, "daily but not on Fridays" as well."""
    parts = _parts(time.rrule)
    days = parts.get("BYDAY", "").split(",")
    if len(days) == len(NAMES) - 1 and set(NAMES[5:]) <= set(days):
        return replace(time, rrule=_joined(parts | {"BYDAY": ",".join(day for day in NAMES[:5] if day in days)}))
    if parts.get("FREQ") != "DAILY" or parts.keys() & {"BYDAY", "INTERVAL"}:
        return time
    return replace(time, rrule=_joined(parts | {"FREQ": "WEEKLY", "BYDAY": ",".join(NAMES[:5])}))


def amended(before: TimeConstraint, new: TimeConstraint, now: datetime) -> TimeConstraint:
    """A series of which another rule, another time of day or another day of the week was said; both are settled."""
    if new.excluded and not (new.rrule or new.exact or new.slots):
        return replace(before, excluded=(*before.excluded, *new.excluded))
    if new.rrule:
        kept = {name: value for name, value in _parts(before.rrule).items() if name in OF_THE_EVENT}
        parts = _parts(new.rrule)
        parts |= {} if "BYHOUR" in parts else kept
        if parts["FREQ"] == "WEEKLY" and "BYDAY" not in parts and (days := _parts(before.rrule).get("BYDAY")):
            # "Every other week", of what is every Thursday: the day stays.
            parts["BYDAY"] = days
        if not parts.keys() & set(ENDS):
            parts |= {name: value for name, value in _parts(before.rrule).items() if name in ENDS}
        starting = new.run.starting or before.run.starting
        return replace(new, rrule=_joined(parts), run=replace(new.run, starting=starting))
    parts = _parts(before.rrule)
    day, starting = _day_and_start(new, now)
    starting = starting or before.run.starting
    if new.exact:
        parts |= {"BYHOUR": str(new.exact.hour), "BYMINUTE": str(new.exact.minute)}
    if end := _end(new, {}, starting or now):
        parts = {name: value for name, value in parts.items() if name not in ENDS} | end
    if day and parts["FREQ"] == "WEEKLY" and parts.get("BYDAY", NAMES[0]) in NAMES:
        parts["BYDAY"] = NAMES[day.weekday()]
    within = None if new.exact else before.run.within
    return replace(before, rrule=_joined(parts), run=replace(before.run, starting=starting, within=within))


def without_weekdays(before: TimeConstraint, days: Collection[int]) -> TimeConstraint:
    """A series that is never on those days of the week, Monday as 0; as it is where no other day would be left."""
    parts = _parts(before.rrule)
    every = NAMES if parts["FREQ"] == "DAILY" and "INTERVAL" not in parts else ()
    on = parts["BYDAY"].split(",") if "BYDAY" in parts else every
    left = [name for name in on if name not in {NAMES[day] for day in days}]
    if not left or len(left) == len(on):
        return before
    return replace(before, rrule=_joined(parts | {"FREQ": "WEEKLY", "BYDAY": ",".join(left)}))


def in_part(before: TimeConstraint, within: tuple[int, int]) -> TimeConstraint:
    """A series of which the part of the day was said: at an hour of it, on the same days as before."""
    parts = {name: value for name, value in _parts(before.rrule).items() if name not in OF_THE_EVENT}
    return replace(before, rrule=_joined(parts), run=replace(before.run, within=within))


def _day_and_start(new: TimeConstraint, now: datetime) -> tuple[datetime | None, datetime | None]:
    """A day that was said for a series, and from when on it is to run: "make it Friday", "from next week", "the 9th".

    A day of the coming week may be any week's; what is said of a longer or open stretch is when the series begins.
    """
    slot = next((slot for slot in new.slots if slot.start), None)
    is_day = slot and slot.start and slot.end and slot.end - slot.start <= timedelta(days=1)
    if new.clock or not (new.exact or slot):
        return None, None
    if slot and not (new.exact or is_day):
        return None, slot.start
    day = new.exact or (slot.start if slot else None)
    return day, at_clock(day, 0) if day and day - now >= WEEK else None


def series_of(wanted: TimeConstraint, now: datetime) -> Series:
    """The series of a settled rule, from now on or from when it was said to start. Raises CannotRecur."""
    parts = _parts(wanted.rrule)
    several = "," in parts.get("BYHOUR", "")
    clock = time(int(parts["BYHOUR"]), int(parts.get("BYMINUTE", "0"))) if "BYHOUR" in parts and not several else None
    rule = _joined(parts) if several else _joined({name: parts[name] for name in parts.keys() - set(OF_THE_EVENT)})
    start = max(wanted.run.starting or now, now)
    if not wanted.run.starting and "INTERVAL" in parts:
        # "Every other Tuesday" begins with the next one, which the weeks are counted from.
        each = _joined({name: value for name, value in _parts(rule).items() if name != "INTERVAL"})
        start = max(start, at_clock(start, 0) + (_from(each, clock, start, now).start - start.date()))
    return Series(_from(rule, clock, start, now), clock, wanted.run.within)


def _from(rule: str, clock: time | None, start: datetime, now: datetime) -> Recurrence:
    """The rule from the first time on that is not past. Raises CannotRecur."""
    found = recurrence_of(rule, start)
    if clock and datetime.combine(found.start, clock, now.tzinfo) < now:
        found = recurrence_of(rule, at_clock(start, 0) + timedelta(days=1))
    return found


def any_day(wanted: TimeConstraint, now: datetime) -> tuple[Series, ...]:
    """The series; one for each day of the first week where it is weekly and its day was left open."""
    if not is_any_day(wanted):
        return (series_of(wanted, now),)
    now = max(now, wanted.run.since.astimezone(now.tzinfo)) if wanted.run.since else now
    days = (at_clock(now, 0) + timedelta(days=ahead) for ahead in range(len(NAMES)))
    return tuple(series_of(wanted, max(day, now)) for day in days)


def is_any_day(wanted: TimeConstraint) -> bool:
    """Whether the day of the week was left open."""
    parts = _parts(wanted.rrule)
    return parts["FREQ"] == "WEEKLY" and "BYDAY" not in parts and not wanted.run.starting


def looked_at(series: Series, first: Window) -> tuple[Window, ...]:
    """The next occurrences, each as long as the first, at the same time of day."""
    days = islice(series.recurrence.days(), LOOKED_AT)
    start = first.start
    found = (Window.of(start.replace(year=day.year, month=day.month, day=day.day), first.length) for day in days)
    return tuple(window for window in found if window.start - start <= FARTHEST)


def fit_at(series: Series, first: Window, calendars: Sequence[Calendar]) -> Fit:
    """How a time of day suits everyone over the next occurrences."""
    each = [(window, opening_at(window, calendars)) for window in looked_at(series, first)]
    worst: dict[str, Standing] = {}
    missing: dict[str, list[date]] = {}
    for window, opening in each:
        for email, standing in opening.standings:
            worst[email] = max(worst.get(email, Standing.FREE), standing)
            if standing in TAKEN:
                missing.setdefault(email, []).append(window.start.date())
    told = tuple((email, tuple(days)) for email, days in missing.items())
    strains = each[0][1].strains if each else ()
    return Fit(Opening(first, tuple(worst.items()), strains=strains), len(each), told)


def clocks(slots: Sequence[Window], series: Series, length: timedelta, now: datetime) -> Iterator[Window]:
    """First occurrences at every half hour of the stretches of a working day."""
    for slot in slots:
        start = slot.start
        while start.astimezone(UTC) + length <= slot.end.astimezone(UTC):
            window = series.first(start.time(), length, now)
            if window.start >= now:
                yield window
            start += STEP


def best(fits: Sequence[Fit], limit: int) -> tuple[Fit, ...]:
    """Those that suit the most and spare lunch, on different days where there are several, else an hour apart."""
    days = {fit.opening.window.start.date() for fit in fits}
    chosen: list[Fit] = []
    for fit in sorted(fits, key=_cost):
        start = fit.opening.window.start
        starts = [other.opening.window.start for other in chosen]
        apart = all(abs(start - other) >= APART for other in starts)
        if apart and (len(days) == 1 or start.date() not in {other.date() for other in starts}):
            chosen.append(fit)
        if len(chosen) == limit:
            break
    return tuple(chosen)


def _cost(fit: Fit) -> tuple[int, Standing, bool, datetime]:
    window = fit.opening.window
    begins, ends = (datetime.combine(window.start.date(), hour, window.start.tzinfo) for hour in LUNCH_HOUR)
    disturbs = bool(fit.opening.strains) or window.overlaps(Window(begins, ends))
    return _missed(fit), fit.opening.worst, disturbs, window.start


def suggested(fits: Sequence[Fit], stated: Window | None) -> tuple[Fit, ...]:
    """The best of them; where a time was stated, that one, behind those that suit more, unless it mostly suits."""
    if stated is None:
        return best(fits, MOST)
    asked = next(fit for fit in fits if fit.opening.window == stated)
    better = [fit for fit in fits if _missed(fit) * 2 <= _missed(asked)] if asked.missing else []
    others = best(better, MOST - 1)
    return (asked, *others) if mostly_suits(asked) else (*others, asked)


def mostly_suits(fit: Fit) -> bool:
    """Whether everyone can come the first time, and nearly always."""
    missed = {day for _, days in fit.missing for day in days}
    return fit.opening.window.start.date() not in missed and len(missed) * RARELY <= fit.looked_at


def _missed(fit: Fit) -> int:
    return sum(len(days) for _, days in fit.missing)


def _parts(rule: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in rule.split(";") if part)


def _on_the_day(parts: Mapping[str, str], day: datetime) -> dict[str, str]:
    """The day of the week or month that is meant where a rule leaves it to its first occurrence."""
    if parts["FREQ"] == "WEEKLY" and "BYDAY" not in parts:
        return {"BYDAY": NAMES[day.weekday()]}
    if parts["FREQ"] == "MONTHLY" and not parts.keys() & {"BYDAY", "BYMONTHDAY"}:
        return {"BYMONTHDAY": str(day.day)}
    return {}


def _joined(parts: Mapping[str, str]) -> str:
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _bounds_run(slot: Slot) -> bool:
    """Whether it tells how far a series runs: "until March", "from 3 February to 31 March"; not "next week"."""
    return slot.end is not None and (slot.start is None or slot.end - slot.start > LONGEST_START)


def _end(wanted: TimeConstraint, parts: Mapping[str, str], start: datetime) -> dict[str, str]:
    """Where it ends, if the rule does not say so itself."""
    if parts.keys() & set(ENDS):
        return {}
    if wanted.run.count:
        return {"COUNT": str(wanted.run.count)}
    until = next((slot.end for slot in wanted.slots if slot.end and _bounds_run(slot)), None)
    if until:
        return {"UNTIL": f"{until - timedelta(seconds=1):%Y%m%d}"}
    if wanted.run.lasting and wanted.run.lasting < WEEK and parts.get("FREQ") == "DAILY":
        # "Daily for five days" takes place five times, whatever days are worked on.
        return {"COUNT": str(wanted.run.lasting // timedelta(days=1))}
    if wanted.run.lasting:
        return {"UNTIL": f"{start + wanted.run.lasting - timedelta(days=1):%Y%m%d}"}
    return {}
