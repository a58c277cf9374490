"""What is known so far in one conversation with one person. Frozen values that survive JSON."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from dialogs.openings import Opening
from dialogs.understand.understood import Question, Role, TimeConstraint
from graph.model import Person, WorkingHours

DEFAULT_DURATION = timedelta(minutes=30)
KEPT_OFFERS = 12
"""Older cards answer a tap with "expired", so that a frame stays small."""


@dataclass(frozen=True)
class Profile:
    """What the speaker's mailbox says of them. `hours24` None: no preference. `as_of` tells when to ask again."""

    me: Person
    zone: ZoneInfo
    hours: WorkingHours
    as_of: datetime
    hours24: bool | None = None


@dataclass(frozen=True)
class Guest:
    """Somebody to invite."""

    person: Person
    role: Role = Role.REQUIRED


@dataclass(frozen=True)
class Unresolved:
    """Somebody spoken of who is not yet known to be one person.

    `ambiguous`: all candidates have the name that was said; else they merely sound like it, if there are any.
    """

    said: str
    role: Role
    candidates: tuple[Person, ...] = ()
    ambiguous: bool = False


@dataclass(frozen=True)
class Booking:
    """Slots of a booking. None or empty: not said yet."""

    guests: tuple[Guest, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    subject: str = ""
    duration: timedelta | None = None
    time: TimeConstraint = field(default_factory=TimeConstraint)
    location: str = ""
    online: bool = True

    @property
    def length(self) -> timedelta:
        """How long it is to be."""
        return self.duration or DEFAULT_DURATION


@dataclass(frozen=True)
class Offer:
    """A card with times to pick. Its id is on the card's buttons, and is the transactionId of what is booked from it.

    `event_id` is set once it is booked; `withdrawn` once that was undone.
    """

    id: str
    booking: Booking
    openings: tuple[Opening, ...]
    event_id: str = ""
    withdrawn: bool = False


@dataclass(frozen=True)
class Frame:
    """All of it. `booking` is what is being discussed; `listed` the ids of the events last shown, in their order."""

    profile: Profile | None = None
    booking: Booking | None = None
    offers: tuple[Offer, ...] = ()
    question: Question | None = None
    listed: tuple[str, ...] = ()
    heard: str = ""

    def offer(self, ident: object) -> Offer | None:
        """The offer of that id, where it is still known."""
        return next((offer for offer in self.offers if offer.id == ident), None)

    @property
    def open_offer(self) -> Offer | None:
        """The newest offer of which nothing was booked yet."""
        return next((each for each in reversed(self.offers) if not each.event_id and not each.withdrawn), None)

    def with_offer(self, offer: Offer, *, instead_of: Offer | None = None) -> "Frame":
        """With an offer added or changed; the one it supersedes, if any, is forgotten."""
        gone = {offer.id} | ({instead_of.id} if instead_of else set())
        others = tuple(each for each in self.offers if each.id not in gone)
        return replace(self, offers=(*others, offer)[-KEPT_OFFERS:])

    def without_open_offers(self) -> "Frame":
        """Once something else was asked for, times that were not picked can no longer be."""
        return replace(self, offers=tuple(each for each in self.offers if each.event_id or each.withdrawn))
