"""What is to be booked, and the cards that offer times for it."""

from dataclasses import dataclass, field
from datetime import timedelta

from dialogs.decisions.habits import DEFAULT_DURATION
from dialogs.decisions.openings import Opening
from dialogs.frame.people import Guest, Unresolved
from dialogs.understand.understood import Extras, TimeConstraint
from graph.model import Window


@dataclass(frozen=True)
class RoomWish:
    """What a room must have. Empty: anything will do.

    `named` holds the addresses of the rooms that were called by name, `passed` of those that were turned down.
    `above` and `below` bound the seats, both excluded; `size` is bigger or smaller than the room of an
    event that has one already. `features` are tags of a room, or display, video, audio,
    accessible. `listed`: the rooms themselves are what is asked for, not times that have one.
    """

    named: tuple[str, ...] = ()
    seats: int = 0
    above: int = 0
    below: int = 0
    size: str = ""
    is_largest: bool = False
    """The largest that is free is wished for."""
    buildings: tuple[str, ...] = ()
    floor: int | None = None
    features: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    listed: bool = False


@dataclass(frozen=True)
class CalendarChosen:
    """A calendar other than the mailbox's own, into which something is booked."""

    id: str
    name: str


@dataclass(frozen=True)
class Booking:
    """Slots of a booking. None or empty: not said yet.

    `is_inquiry`: only whether people are free was asked, `of_them`: and that of the guests alone. `meal`: which one
    it is ("lunch"), if any.
    `ticket`: the reference of a helpdesk's ticket.
    `room`: what is wished of a room; None where none is wanted. `location` is any other place.
    `text` is what is to stand in the invitation. `newest`: the address of whom was named last, behind the others.
    """

    guests: tuple[Guest, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    subject: str = ""
    duration: timedelta | None = None
    time: TimeConstraint = field(default_factory=TimeConstraint)
    location: str = ""
    online: bool = True
    is_inquiry: bool = False
    of_them: bool = False
    meal: str = ""
    ticket: str = ""
    room: RoomWish | None = None
    calendar: CalendarChosen | None = None
    """Into which calendar it goes; None: the mailbox's own."""
    usual: timedelta = DEFAULT_DURATION
    """How long it is where nobody says so."""
    text: str = ""
    newest: str = ""
    vacated: bool = False
    """Somebody was just taken off, in whose place another one may come."""
    extras: Extras = field(default_factory=Extras)

    @property
    def length(self) -> timedelta:
        """How long it is to be."""
        return self.duration or self.usual


@dataclass(frozen=True)
class Offer:
    """A card with times to pick. Its id is on the card's buttons, and is the transactionId of what is booked from it.

    `seen` are the times of the cards before it, which are not offered again. A card that tells who is free has no
    openings. `event_id` is set once it is booked; `withdrawn` once that was undone.
    """

    id: str
    booking: Booking
    openings: tuple[Opening, ...] = ()
    seen: tuple[Window, ...] = ()
    event_id: str = ""
    withdrawn: bool = False

    @property
    def is_open(self) -> bool:
        """Times of which none was booked yet."""
        return bool(self.openings) and not self.event_id and not self.withdrawn

    @property
    def shown(self) -> tuple[Window, ...]:
        """Every time that was offered so far."""
        return (*self.seen, *(opening.window for opening in self.openings))
