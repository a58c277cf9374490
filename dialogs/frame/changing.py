"""What is to become of an event that exists, and the cards that ask for it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from dialogs.decisions.openings import Opening
from dialogs.frame.booking import RoomWish
from dialogs.frame.people import Guest, Unresolved
from dialogs.understand.understood import TimeConstraint
from graph.model import EventChanges, Person, Window
from graph.places import Room
from graph.recurrence import Recurrence


@dataclass(frozen=True)
class Wish:
    """What is to become of an event that exists. None or empty: that stays as it is.

    `moves`: another time is wanted, whether it was said or not. `ends`: `time` is when it is to end. `marks` are what
    it is to be marked as, facets of Intent.UPDATE, one of each kind. `text` is added to what stands in it. `scope` is
    that of a series.
    """

    moves: bool = False
    time: TimeConstraint = field(default_factory=TimeConstraint)
    dayless: bool = False
    """`time` names times of day alone: of the event's own day."""
    whole_days: bool = False
    """`time` names days alone: at the event's own time of day."""
    weekday: bool = False
    """`time` is said by a day of the week alone: of the event's own week, if that is still to come."""
    same_time: bool = False
    """`time` is a stretch of days, in which it is to be on its own weekday at its own time."""
    ends: bool = False
    keeps_end: bool = False
    """It is to end when it does, whenever it begins."""
    shift: timedelta | None = None
    near: datetime | None = None
    """The time that was proposed before, of which a new one may say the day or the hour alone."""
    longer: timedelta | None = None
    subject: str = ""
    retitles: bool = False
    """It is to be called otherwise, whether it was said how or not."""
    location: str = ""
    text: str = ""
    marks: tuple[str, ...] = ()
    added: tuple[Guest, ...] = ()
    dropped: tuple[Person, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    scope: str = ""
    venue: RoomWish | None = None
    """What is wished of a room that it is to have instead of its own, if it has one."""
    room: Room | None = None
    """The room that was found for it."""
    is_roomless: bool = False
    """Its rooms are to be given back."""
    recurs: str = ""
    """What is to become of its series beside another rule: "series_end", "series_longer" or "one_off"; "recur" where it
    was not said how often."""


@dataclass(frozen=True)
class Repeats:
    """How an event would repeat, with its first `window`; of a series that goes on so, also how `whole` of it would.

    `opens` is the first window of the whole. `is_whole`: there is nothing of the series that could stay as it is.
    `is_longer`: it merely goes on longer.
    """

    recurrence: Recurrence
    window: Window
    whole: Recurrence | None = None
    opens: Window | None = None
    is_whole: bool = False
    is_longer: bool = False


@dataclass(frozen=True)
class Change:
    """A card that asks whether an event is to be changed. Its id is on the card's buttons.

    `event_id` is empty while it is asked which event. `openings` are the times to which it can be moved; none: it stays
    where it is. `etag` is what the event was when it was shown. `back` takes the change back once it was made.
    """

    id: str
    wish: Wish
    event_id: str = ""
    openings: tuple[Opening, ...] = ()
    is_one: bool = False
    """The words told this one of a series from the others, so that a bare yes means it alone."""
    is_asked: bool = False
    """The last of the openings was asked for, though it troubles somebody."""
    etag: str = ""
    made: bool = False
    changed_id: str = ""
    """The event that was written to: its series, where all of it was changed."""
    back: EventChanges | None = None
    repeats: Repeats | None = None
    """How it is to repeat, where that is what changes."""
    begun_id: str = ""
    """The series that took over from the one that was changed."""


@dataclass(frozen=True)
class Target:
    """One of several events that are changed alike; `scope` is how much of its series: "this" or "all".

    Once it is made, `back` takes it back, and `changed_id` is what was written to.
    """

    event_id: str
    scope: str
    changed_id: str = ""
    back: EventChanges | None = None


@dataclass(frozen=True)
class Alike:
    """One change of several events by one tap on the card `id`."""

    id: str
    wish: Wish
    targets: tuple[Target, ...]
    made: bool = False


@dataclass(frozen=True)
class Counter:
    """Another time for somebody else's event, as the card `id` proposes it; `windows` are those on its buttons.

    `time` and `shift` are what was said, `day` the day of which a time of day alone is said; `seen` was shown before.
    """

    id: str
    event_id: str = ""
    declines: bool = False
    note: str = ""
    time: TimeConstraint = field(default_factory=TimeConstraint)
    shift: timedelta | None = None
    day: datetime | None = None
    dayless: bool = False
    """`time` holds times of day without a day: of the event's own."""
    weekday: bool = False
    """`time` is said by days of the week alone: of the event's own week, if that is still to come."""
    windows: tuple[Window, ...] = ()
    seen: tuple[Window, ...] = ()
    told: bool = False
    """The card says that only the organizer can move it, which was asked for."""
