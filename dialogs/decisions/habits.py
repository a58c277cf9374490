"""How somebody wants their meetings to be, and what becomes of it as they change it. Pure.

The zone, the working hours and the clock are the mailbox's own; the rest is kept for each person, as `Habits`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from dialogs.understand.understood import SettingSaid
from graph.model import Window, WorkingHours

DEFAULT_DURATION = timedelta(minutes=30)
SHORTEST = timedelta(minutes=5)
LONGEST = timedelta(hours=8)
LONGEST_BUFFER = timedelta(hours=2)


@dataclass(frozen=True)
class Habits:
    """What is Convene's own of somebody's settings. None or empty: as it is for everybody.

    `buffer` is left between two meetings. `lunch` is from when to when nothing is offered; `earliest` and `latest`
    bound the times of day that are; `meeting_free` are days of the week (0 is Monday) on which none are, as is
    `first_weekday`. All times are by the owner's own clock.
    """

    duration: timedelta | None = None
    buffer: timedelta = timedelta()
    lunch: tuple[time, time] | None = None
    earliest: time | None = None
    latest: time | None = None
    meeting_free: frozenset[int] = frozenset()
    first_weekday: int | None = None

    @property
    def usual_length(self) -> timedelta:
        """How long a meeting is of which nobody says how long."""
        return self.duration or DEFAULT_DURATION

    def narrowed(self, hours: WorkingHours) -> WorkingHours:
        """When meetings may be, of the hours in which somebody works; all of them where nothing would be left."""
        if hours.end <= hours.start:
            return hours
        start = max(hours.start, self.earliest or hours.start)
        end = min(hours.end, self.latest or hours.end)
        days = hours.weekdays - self.meeting_free
        return WorkingHours(hours.zone, start, end, days) if start < end and days else hours

    def kept_free(self, within: Window, zone: ZoneInfo) -> tuple[Window, ...]:
        """The lunches in a stretch of time, by the clock of `zone`."""
        if self.lunch is None:
            return ()
        day, last = within.start.astimezone(zone).date(), within.end.astimezone(zone).date()
        found = []
        while day <= last:
            lunch = Window(datetime.combine(day, self.lunch[0], zone), datetime.combine(day, self.lunch[1], zone))
            if lunch.overlaps(within):
                found.append(lunch)
            day += timedelta(days=1)
        return tuple(found)

    def padded(self, taken: Iterable[Window]) -> tuple[Window, ...]:
        """What is taken, with the time that is left before and after each."""
        return tuple(Window(each.start - self.buffer, each.end + self.buffer) for each in taken)


@dataclass(frozen=True)
class Settings:
    """All settings of one person: the mailbox's own, and their habits. `hours24` None: as their language has it."""

    zone: ZoneInfo
    hours: WorkingHours
    hours24: bool | None = None
    habits: Habits = field(default_factory=Habits)


@dataclass(frozen=True)
class Unusable:
    """A setting that cannot be so: `name` is the phrase that says why."""

    name: str


def changed(before: Settings, said: Sequence[SettingSaid], zones: Sequence[ZoneInfo]) -> Settings | Unusable:
    """The settings with what was said in them. `zones`: of each `said` that names a place, in their order."""
    settings, places = before, iter(zones)
    for each in said:
        settings = _in_zone(settings, next(places)) if each.kind == "zone" else _with(settings, each)
    return problem(settings) or settings


def problem(settings: Settings) -> Unusable | None:
    """What cannot be so in these settings."""
    habits = settings.habits
    if not settings.hours.weekdays:
        return Unusable("settings-no-days")
    if settings.hours.start == settings.hours.end:
        return Unusable("settings-no-hours")
    if habits.duration is not None and not SHORTEST <= habits.duration <= LONGEST:
        return Unusable("settings-bad-length")
    if not timedelta() <= habits.buffer <= LONGEST_BUFFER:
        return Unusable("settings-bad-buffer")
    if habits.lunch and habits.lunch[0] >= habits.lunch[1]:
        return Unusable("settings-bad-lunch")
    if habits.earliest and habits.latest and habits.earliest >= habits.latest:
        return Unusable("settings-bad-bounds")
    return None


def _in_zone(settings: Settings, zone: ZoneInfo) -> Settings:
    """The working hours are worked by the new clock too."""
    return replace(settings, zone=zone, hours=replace(settings.hours, zone=zone))


def _with(settings: Settings, said: SettingSaid) -> Settings:
    hours, days = settings.hours, frozenset(said.weekdays)
    match said.kind:
        case "hours":
            start, end = said.start or hours.start, said.end or hours.end
            return replace(settings, hours=replace(hours, start=start, end=end, weekdays=days or hours.weekdays))
        case "days":
            return replace(settings, hours=replace(hours, weekdays=days))
        case "daysoff":
            return replace(settings, hours=replace(hours, weekdays=hours.weekdays - days))
        case "dayson":
            return replace(settings, hours=replace(hours, weekdays=hours.weekdays | days))
        case "clock":
            return replace(settings, hours24=said.hours24)
    return replace(settings, habits=_habits(settings.habits, said))


def _habits(habits: Habits, said: SettingSaid) -> Habits:
    days = frozenset(said.weekdays)
    match said.kind:
        case "duration":
            return replace(habits, duration=said.length)
        case "buffer":
            return replace(habits, buffer=said.length or timedelta())
        case "lunch":
            return replace(habits, lunch=(said.start, said.end) if said.start and said.end else None)
        case "earliest":
            # "Meetings are fine at any time" takes both bounds away.
            return replace(habits, earliest=said.start, latest=None if said.drops else habits.latest)
        case "latest":
            return replace(habits, latest=said.end)
        case "nodays":
            return replace(habits, meeting_free=habits.meeting_free | days)
        case "yesdays":
            return replace(habits, meeting_free=habits.meeting_free - days)
        case "week":
            return replace(habits, first_weekday=said.weekdays[0] if said.weekdays else None)
    raise ValueError(f"no setting is called {said.kind!r}")
