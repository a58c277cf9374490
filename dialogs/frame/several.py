"""Acts on several events at once, and the cards that list them."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from dialogs.understand.understood import Slot, TimeConstraint
from graph.model import NewEvent, Response, Window


class Act(StrEnum):
    """What is done with an event of a list."""

    ACCEPT = "accept"
    TENTATIVE = "tentative"
    DECLINE = "decline"
    CANCEL = "cancel"
    DELETE = "delete"
    """Taken out of the speaker's own calendar; nobody else comes."""


@dataclass(frozen=True)
class Line:
    """What a card says will be done with one event. `before` is how the speaker had answered, `note` a word for its
    organizer alone."""

    event_id: str
    act: Act
    before: Response = Response.NONE
    note: str = ""


@dataclass(frozen=True)
class Batch:
    """Several acts that are done by one tap on the card `id`; `sent` are the events with which it is done."""

    id: str
    lines: tuple[Line, ...]
    note: str = ""
    is_quiet: bool = False
    sent: tuple[str, ...] = ()
    source: tuple[Slot, ...] = ()
    """The stretch that is to be free, where it was not said how: they may be moved as well."""

    @property
    def open_lines(self) -> tuple[Line, ...]:
        """What is not done yet."""
        return tuple(line for line in self.lines if line.event_id not in self.sent)


@dataclass(frozen=True)
class Move:
    """One event of several that are moved together. `etag` is what it was when it was shown."""

    event_id: str
    before: Window
    after: Window
    etag: str = ""


@dataclass(frozen=True)
class Reshuffle:
    """Several events that are moved by one tap on the card `id`; `sent` are those with which it is done.

    `time` and `shift` are where to, as it was said; neither: out of `source`, if that was said. `staying` have no time
    to go to; `foreign` are those that others organize.
    """

    id: str
    moves: tuple[Move, ...] = ()
    time: TimeConstraint = field(default_factory=TimeConstraint)
    shift: timedelta | None = None
    source: tuple[Slot, ...] = ()
    starts: tuple[tuple[str, datetime], ...] = ()
    """When each is to begin, by its id, where they change places."""
    staying: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    sent: tuple[str, ...] = ()


@dataclass(frozen=True)
class Gone:
    """What was cancelled by the card `id`, as it would be booked again."""

    id: str
    events: tuple[NewEvent, ...]
