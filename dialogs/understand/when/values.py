"""What the rules of the time language build. Walls are times without a zone; ends are excluded."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True, slots=True)
class Scene:
    """What a reading is relative to: the wall clock of the speaker, and the customs of their locale."""

    now: datetime
    """Without a zone."""
    day_first: bool = False
    week_start: int = 0
    """0 is Monday."""
    country: str = "US"
    words: tuple[str, ...] = ()
    """All tokens of the utterance, lower case, so that a rule can look at what follows."""


@dataclass(frozen=True, slots=True)
class Length:
    """A duration; months and years keep their calendar unit."""

    seconds: float
    unit: str
    count: float

    @property
    def delta(self) -> timedelta:
        return timedelta(seconds=self.seconds)


@dataclass(frozen=True, slots=True)
class Days:
    """One day, or a period of whole days. `said` is how: weekday, ordinal, date, relative, period."""

    start: date
    end: date
    grain: str = "day"
    said: str = "date"
    others: tuple["Days", ...] = ()
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in minutes since midnight. `settled`: the half of the day was said."""

    minute: int
    settled: bool
    second: int = 0
    grain: str = "minute"


@dataclass(frozen=True, slots=True)
class Clocks:
    """From one time of day to another; an end before the start is on the next day."""

    start: Clock
    end: Clock


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day in minutes since midnight; the end may lie beyond midnight."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time."""

    at: datetime
    grain: str = "minute"
    others: tuple["Moment", ...] = ()
    doubt: str = ""
    now: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """From a wall to a wall; None and `open` where a side is not bound. `clock`: no day was said."""

    start: datetime | None
    end: datetime | None
    grain: str = "minute"
    open: str = ""
    clock: bool = False
    others: tuple["Stretch", ...] = ()
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A recurrence: the parts of an RFC 5545 rule."""

    freq: str
    interval: int = 1
    days: tuple[str, ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    count: int | None = None
    until: datetime | None = None
    start: datetime | None = None
    clock: Clock | None = None
    end: Clock | None = None
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Excluded:
    """What was ruled out: "not Friday"."""

    value: object
