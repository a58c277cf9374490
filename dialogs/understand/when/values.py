"""What the rules of the time language build. Walls are times without a zone; ends are excluded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Scene:
    """What a reading is relative to: the wall clock of the speaker, and the customs of their locale."""

    now: datetime
    """Without a zone."""
    day_first: bool = False
    week_start: int = 0
    """0 is Monday."""
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    """Where the walls are."""
    words: tuple[str, ...] = ()
    """All tokens of the utterance, lower case, so that a rule can look at what stands around."""
    half: str = ""
    """ "a" or "p" where a meal or the like says which half of the day is meant."""
    sets: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The language's sets of words that decide by standing near; see its file."""
    at_hand: date | None = None
    """The day that is being discussed, if one is."""
    moving: bool = False
    """Something is moved: "from 2 to 4" are two times then, not a span."""


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
    """One day, or a period of whole days. `said` is how: weekday, ordinal, date, relative, period, nothing.

    `of_week`: its week was said with it ("Friday next week").
    """

    start: date
    end: date
    grain: str = "day"
    said: str = "date"
    others: tuple["Days", ...] = ()
    doubt: str = ""
    all_day: bool = False
    of_week: bool = False
    lasting: timedelta | None = None
    """How long that is, where all of it was meant: "all week", "away for the month"."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in minutes since midnight.

    `settled`: the half of the day was said. `zone`: an IANA name where one was said.
    """

    minute: int
    settled: bool
    second: int = 0
    grain: str = "minute"
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Clocks:
    """From one time of day to another; an end before the start is on the next day."""

    start: Clock
    end: Clock
    firm: bool = True
    """False: "between", a window to look in."""


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
    zone: str = ""
    """An IANA name where the time was said in another zone; `at` is the speaker's wall all the same."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From a wall to a wall; None and `open` where a side is not bound. `clock`: no day was said."""

    start: datetime | None
    end: datetime | None
    grain: str = "minute"
    open: str = ""
    clock: bool = False
    firm: bool = False
    """The span is the event itself, not where to look for it."""
    in_day: bool = False
    """An open side ends with its day: "Friday after 3"."""
    others: tuple["Stretch", ...] = ()
    doubt: str = ""
    zone: str = ""
    """An IANA name where its hours were said in another zone."""


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
    hours: tuple[int, ...] = ()
    """Further hours of the day: "at 10, 12 and 17"."""
    part: Part | None = None
    place: int = 0
    """Which of `days` of the month it is, counted together: "the last working day"."""
    per: int = 0
    """On how many days of a week it takes place, where they are not said: "twice a week"."""
    lasting: Length | None = None
    """For how long from its start on, where that was said."""
    plural: bool = False
    """ "mornings": a recurrence, or any of them where a period is said beside."""


@dataclass(frozen=True, slots=True)
class Excluded:
    """What was ruled out: "not Friday"."""

    value: object


@dataclass(frozen=True, slots=True)
class Impossible:
    """What was said exists in no calendar and on no clock."""


@dataclass(frozen=True, slots=True)
class Several:
    """More than one value: "Tuesday or Wednesday", "on Friday at 2 or 3"."""

    values: tuple[object, ...]


def category(value: object, said: str) -> str:
    """The category of what a rule built: by its type, else as the rule said."""
    match value:
        case Days():
            return "DAY" if value.grain == "day" and value.end - value.start == timedelta(days=1) else "PERIOD"
        case Moment():
            return "MOMENT"
        case Stretch():
            return "STRETCH"
        case Clock():
            return "CLOCK"
    return said
