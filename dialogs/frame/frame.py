"""All that is known so far in one conversation with one person."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from dialogs.decisions.habits import Habits
from dialogs.frame.asking import Anchored, Asked, Button, Done, Request
from dialogs.frame.booking import Booking, Offer
from dialogs.frame.changing import Alike, Change, Counter
from dialogs.frame.messages import Letter, MailBatch, MailView, Tidied
from dialogs.frame.people import Principal, Profile
from dialogs.frame.settings import Absence, CalendarAct, SettingsChange
from dialogs.frame.several import Batch, Gone, Reshuffle
from dialogs.turn import Tap
from dialogs.understand.understood import Question
from graph.model import Person

KEPT_OFFERS = 12
"""Older cards answer a tap with "expired", so that a frame stays small."""


@dataclass(frozen=True)
class Frame:
    """All of it. `booking` is what is being discussed; `listed` the ids of the events last shown, in their order.

    `undo` is the button that takes back what was done last. `batch` is what the newest card with several acts lists;
    `gone` what was cancelled last; `closed` are the ids of cards that were answered, whose buttons do nothing more.
    """

    profile: Profile | None = None
    booking: Booking | None = None
    offers: tuple[Offer, ...] = ()
    changes: tuple[Change, ...] = ()
    asked: Asked | None = None
    listed: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    """The ids of the list of which `listed` is one, that was spoken of since: "the first" counts these still."""
    undo: Tap | None = None
    principal: Principal | None = None
    """Whose calendar was spoken of last, if not the speaker's own."""
    serving: Principal | None = None
    """For whom the speaker works until further notice."""
    day: date | None = None
    """The day that was spoken of last: of an agenda, of a meeting that was asked about, or to which one is to move."""
    day_shown: date | None = None
    """The day whose agenda is what was shown last."""
    named: tuple[Person, ...] = ()
    """Who was asked about last, since when the booking at hand has not changed."""
    batch: Batch | None = None
    gone: tuple[Gone, ...] = ()
    closed: tuple[str, ...] = ()
    counter: Counter | None = None
    letter: Letter | None = None
    absence: Absence | None = None
    calendar: CalendarAct | None = None
    settings: SettingsChange | None = None
    habits: Habits = field(default_factory=Habits)
    """How the speaker wants their meetings, in whatever conversation: not kept with this one."""
    reshuffle: Reshuffle | None = None
    done: tuple[Done, ...] = ()
    """What was done last and can be taken back, the newest at the end."""
    anchored: Anchored | None = None
    mail: MailView | None = None
    mail_batch: MailBatch | None = None
    tidied: Tidied | None = None
    alike: Alike | None = None
    request: Request | None = None
    then: str = ""
    """A second request that waits until the first one of its message is done, as it was said."""
    then_waits: bool = True
    """Whether the first one is to be done before; a question is only to be answered."""
    then_listed: tuple[str, ...] = ()
    """The events that were on the screen when it was said, which "decline the last" counts."""
    buttons: tuple[Button, ...] = ()
    """Of the newest card, those whose words are on no other of its buttons."""

    @property
    def has_mail(self) -> bool:
        """Whether mail is what was shown last."""
        return self.mail is not None and self.mail.is_on_screen

    @property
    def question(self) -> Question | None:
        """What the understanding is told of the question that is open."""
        return self.asked.question if self.asked else None

    @property
    def just_named(self) -> tuple[Person, ...]:
        """Whom this conversation speaks of: who was asked about, the booking at hand, the last one made, or whose
        calendar it is.
        """
        if self.named:
            return self.named
        made = self.undo is not None and self.undo.verb == "undo_change"
        change = None if self.booking else self.open_change or (self.changes[-1] if self.changes and made else None)
        if change:
            return (*(guest.person for guest in change.wish.added), *change.wish.dropped)
        last = self.booking or (self.offers[-1].booking if self.offers else None)
        if last is None:
            return (self.principal.person,) if self.principal else ()
        return tuple(guest.person for guest in last.guests)

    @property
    def day_at_hand(self) -> datetime | None:
        """When what is being booked would begin, as far as that is known."""
        if self.booking is None:
            return None
        offer = self.open_offer
        starts = [self.booking.time.exact, *(slot.start for slot in self.booking.time.slots)]
        return next(filter(None, starts), offer.openings[0].window.start if offer and offer.openings else None)

    def is_asked(
        self, card: Batch | Counter | Letter | Absence | SettingsChange | CalendarAct | Reshuffle | Alike | None
    ) -> bool:
        """Whether the newest question is that of this card."""
        return bool(card and self.asked and self.asked.id == card.id)

    def offer(self, ident: object) -> Offer | None:
        """The offer of that id, where it is still known."""
        return next((offer for offer in self.offers if offer.id == ident), None)

    def change(self, ident: object) -> Change | None:
        """The change of that id, where it is still known."""
        return next((change for change in self.changes if change.id == ident), None)

    @property
    def open_change(self) -> Change | None:
        """The change of an event that is being discussed."""
        return next((change for change in reversed(self.changes) if not change.made), None)

    def with_change(self, change: Change) -> "Frame":
        """With a change that was made, or that is discussed from now on instead of all else."""
        kept = tuple(each for each in self.changes if each.made and each.id != change.id)
        return replace(self, changes=(*kept, change)[-KEPT_OFFERS:])

    @property
    def open_offer(self) -> Offer | None:
        """The newest offer of which nothing was booked yet."""
        return next((each for each in reversed(self.offers) if each.is_open), None)

    def with_offer(self, offer: Offer, *, instead_of: Offer | None = None) -> "Frame":
        """With an offer added or changed; the one it supersedes, if any, is forgotten."""
        gone = {offer.id} | ({instead_of.id} if instead_of else set())
        others = tuple(each for each in self.offers if each.id not in gone)
        return replace(self, offers=(*others, offer)[-KEPT_OFFERS:])

    def without(self, offer: Offer) -> "Frame":
        """With that offer forgotten, and the booking of which it was the newest."""
        booking = None if offer is self.open_offer else self.booking
        return replace(self, booking=booking, offers=tuple(each for each in self.offers if each.id != offer.id))

    def without_open_offers(self) -> "Frame":
        """Once something else was asked for, times that were not picked can no longer be."""
        return replace(self, offers=tuple(each for each in self.offers if not each.is_open))

    def closing(self, ident: object) -> "Frame":
        """Once the card of that id was answered."""
        asked = None if self.asked and self.asked.id == ident else self.asked
        if not isinstance(ident, str) or not ident:
            return replace(self, asked=asked)
        return replace(self, asked=asked, closed=(*self.closed, ident)[-KEPT_OFFERS:])

    def only_asking(self) -> "Frame":
        """Nothing but what was asked about last is being discussed, which is going to be booked."""
        made = tuple(change for change in self.changes if change.made)
        return replace(self, booking=self.inquiry, asked=None, changes=made)

    @property
    def inquiry(self) -> Booking | None:
        """What was asked about last, if it was only whether people are free."""
        offer = self.offer(self.asked.id) if self.asked else None
        asked = offer.booking if offer and offer.booking.is_inquiry else self.booking
        return asked if asked and asked.is_inquiry else None

    def at_rest(self) -> "Frame":
        """Nothing is being discussed any more."""
        made = tuple(change for change in self.changes if change.made)
        closed = self.closing(self.asked.id) if self.asked else self
        return replace(closed.without_open_offers(), booking=None, asked=None, changes=made)
