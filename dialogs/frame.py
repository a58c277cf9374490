"""What is known so far in one conversation with one person. Frozen values that survive JSON."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import IntEnum, StrEnum
from zoneinfo import ZoneInfo

from dialogs.habits import DEFAULT_DURATION, Habits, Settings
from dialogs.openings import Opening
from dialogs.turn import Tap
from dialogs.understand.understood import Extras, MailSaid, Question, Role, Slot, TimeConstraint, Understood
from graph.model import EventChanges, NewEvent, Person, Response, Window, WorkingHours
from graph.places import Room
from graph.recurrence import Recurrence

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


class Reach(IntEnum):
    """How far one reaches into somebody else's calendar, as its owner has shared it."""

    HIDDEN = 0
    READ = 1
    WRITE = 2
    DELEGATE = 3


@dataclass(frozen=True)
class Principal:
    """Somebody else whose calendar is worked on, and how far that goes."""

    person: Person
    reach: Reach


@dataclass(frozen=True)
class Guest:
    """Somebody to invite. `circle`: by which name of several people ("Design team") they came in, if any."""

    person: Person
    role: Role = Role.REQUIRED
    circle: str = ""


@dataclass(frozen=True)
class Unresolved:
    """Somebody spoken of who is not yet known to be one person.

    `ambiguous`: all candidates have the name that was said; else they merely sound like it, if there are any.
    `kind`: a "person"; a "team", whose candidates are groups by their addresses; a "crowd", of whose many members it is
    asked whether all are meant; one with "no_address"; or what else was not found, each told in words of its own.
    """

    said: str
    role: Role
    candidates: tuple[Person, ...] = ()
    ambiguous: bool = False
    kind: str = "person"


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

    `is_inquiry`: only whether people are free was asked. `meal`: which one it is ("lunch"), if any.
    `ticket`: the reference of a helpdesk's ticket.
    `room`: what is wished of a room; None where none is wanted. `location` is any other place.
    `text` is what is to stand in the invitation.
    """

    guests: tuple[Guest, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    subject: str = ""
    duration: timedelta | None = None
    time: TimeConstraint = field(default_factory=TimeConstraint)
    location: str = ""
    online: bool = True
    is_inquiry: bool = False
    meal: str = ""
    ticket: str = ""
    room: RoomWish | None = None
    calendar: CalendarChosen | None = None
    """Into which calendar it goes; None: the mailbox's own."""
    usual: timedelta = DEFAULT_DURATION
    """How long it is where nobody says so."""
    text: str = ""
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


@dataclass(frozen=True)
class Wish:
    """What is to become of an event that exists. None or empty: that stays as it is.

    `moves`: another time is wanted, whether it was said or not. `ends`: `time` is when it is to end. `mark` is what it
    is to be marked as, a facet of Intent.UPDATE. `text` is added to what stands in it. `scope` is that of a series.
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
    shift: timedelta | None = None
    near: datetime | None = None
    """The time that was proposed before, of which a new one may say the day or the hour alone."""
    longer: timedelta | None = None
    subject: str = ""
    location: str = ""
    text: str = ""
    mark: str = ""
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
class Asked:
    """What the newest card asks. Words answer it as its buttons do: `yes` and `choices` are what they press.

    `id` is on those buttons, so that a button of an older card is known as such. `left` names the words that tell that
    nothing was done, once the answer is no. `yes` is None where a bare yes answers nothing.
    """

    id: str
    question: Question
    choices: tuple[Tap, ...] = ()
    yes: Tap | None = None
    left: str = "nothing-booked"


@dataclass(frozen=True)
class Anchored:
    """What was said by another event, while the card `id` asks which one; `asked` is what was asked before."""

    id: str
    said: Understood
    asked: Asked | None = None


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
    """What a card says will be done with one event. `before` is how the speaker had answered."""

    event_id: str
    act: Act
    before: Response = Response.NONE


@dataclass(frozen=True)
class Batch:
    """Several acts that are done by one tap on the card `id`; `sent` are the events with which it is done."""

    id: str
    lines: tuple[Line, ...]
    note: str = ""
    is_quiet: bool = False
    sent: tuple[str, ...] = ()

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
    staying: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    sent: tuple[str, ...] = ()


@dataclass(frozen=True)
class Gone:
    """What was cancelled by the card `id`, as it would be booked again."""

    id: str
    events: tuple[NewEvent, ...]


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
    windows: tuple[Window, ...] = ()
    seen: tuple[Window, ...] = ()
    told: bool = False
    """The card says that only the organizer can move it, which was asked for."""


@dataclass(frozen=True)
class Letter:
    """What is written to people, as the card `id` shows it. `kind` is "forward", "late", "nudge" or empty.

    Of the message `mail_id` it is "reply", "reply_all" or "forward_mail". `names` and `late` are what was said, until
    it is known of which event.
    """

    id: str
    kind: str = ""
    event_id: str = ""
    to: tuple[Person, ...] = ()
    subject: str = ""
    text: str = ""
    unresolved: tuple[Unresolved, ...] = ()
    names: tuple[str, ...] = ()
    late: timedelta | None = None
    mail_id: str = ""

    @property
    def needs_words(self) -> bool:
        """Whether it says nothing without words of its own."""
        return self.kind not in ("forward", "forward_mail")


@dataclass(frozen=True)
class MailView:
    """Mail as it was shown last. `listed` are the ids of the newest list in its order, `seen` of those before it.

    `sought` is what the list shows, and `opened` the message that was read. `is_on_screen`: nothing else was shown
    since, so that "it" and "the second" are mail.
    """

    listed: tuple[str, ...] = ()
    opened: str = ""
    sought: MailSaid | None = None
    seen: tuple[str, ...] = ()
    is_on_screen: bool = True


class Tidying(StrEnum):
    """What becomes of mail in one's own mailbox."""

    DELETE = "delete"
    ARCHIVE = "archive"
    MARK_READ = "mark_read"
    MARK_UNREAD = "mark_unread"


@dataclass(frozen=True)
class MailBatch:
    """Several messages that one tap on the card `id` deletes, archives or marks."""

    id: str
    act: Tidying
    messages: tuple[str, ...]


@dataclass(frozen=True)
class Tidied:
    """What became of messages by the card `id`; each with the folder that it had been in."""

    id: str
    act: Tidying
    messages: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Replies:
    """Automatic replies as they were before."""

    is_on: bool
    window: Window | None
    internal: str
    external: str
    external_audience: str


@dataclass(frozen=True)
class Absence:
    """Days away, as the card `id` would set them up; `text` is the automatic reply, `before` the one that was set."""

    id: str
    window: Window | None
    is_all_day: bool
    text: str = ""
    event_id: str = ""
    before: Replies | None = None


@dataclass(frozen=True)
class CalendarAct:
    """What is done with a calendar, as the card `id` asks or tells: create, rename, delete, share, unshare.

    `calendar_id` and `name` are empty for the mailbox's own. `before` is the name or the role of `person` that was,
    `role` the one that is to be; `count` how many events are in it.
    """

    id: str
    kind: str
    calendar_id: str
    name: str
    before: str = ""
    role: str = ""
    person: Person | None = None
    count: int = 0


@dataclass(frozen=True)
class SettingsChange:
    """Other settings, as the card `id` shows them, or as they were written from it."""

    id: str
    before: Settings
    after: Settings


@dataclass(frozen=True)
class Done:
    """Something that was done at `at` (aware); `tap` is the button that takes it back."""

    tap: Tap
    at: datetime


@dataclass(frozen=True)
class Button:
    """The words on a button, folded, and what a tap on it sends."""

    title: str
    tap: Tap


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
    undo: Tap | None = None
    principal: Principal | None = None
    """Whose calendar was spoken of last, if not the speaker's own."""
    day: date | None = None
    """The day of the agenda that was shown last."""
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
        """Whom this conversation speaks of: who was asked about, the booking at hand, or else the last one made."""
        if self.named:
            return self.named
        made = self.undo is not None and self.undo.verb == "undo_change"
        change = None if self.booking else self.open_change or (self.changes[-1] if self.changes and made else None)
        if change:
            return (*(guest.person for guest in change.wish.added), *change.wish.dropped)
        last = self.booking or (self.offers[-1].booking if self.offers else None)
        return tuple(guest.person for guest in last.guests) if last else ()

    def is_asked(
        self, card: Batch | Counter | Letter | Absence | SettingsChange | CalendarAct | Reshuffle | None
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

    def at_rest(self) -> "Frame":
        """Nothing is being discussed any more."""
        made = tuple(change for change in self.changes if change.made)
        closed = self.closing(self.asked.id) if self.asked else self
        return replace(closed.without_open_offers(), booking=None, asked=None, changes=made)
