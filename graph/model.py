"""The few values that the rest handles, converted once at the boundary.

Instants are aware datetimes. JSON keys and Windows zone names do not leave this package.
Sources: Graph resources event, attendee, user, scheduleInformation, meetingTimeSuggestion, mailboxSettings.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from graph.recurrence import Recurrence


class Response(StrEnum):
    """Graph's responseType."""

    NONE = "none"
    ORGANIZER = "organizer"
    TENTATIVE = "tentativelyAccepted"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    NOT_RESPONDED = "notResponded"


class ShowAs(StrEnum):
    """Graph's freeBusyStatus."""

    FREE = "free"
    TENTATIVE = "tentative"
    BUSY = "busy"
    OUT_OF_OFFICE = "oof"
    WORKING_ELSEWHERE = "workingElsewhere"
    UNKNOWN = "unknown"


class EventType(StrEnum):
    """Graph's eventType."""

    SINGLE = "singleInstance"
    OCCURRENCE = "occurrence"
    EXCEPTION = "exception"
    MASTER = "seriesMaster"


class Importance(StrEnum):
    """Graph's importance."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


class Sensitivity(StrEnum):
    """Graph's sensitivity. Outlook hides what is private or confidential from those who may look."""

    NORMAL = "normal"
    PERSONAL = "personal"
    PRIVATE = "private"
    CONFIDENTIAL = "confidential"


@dataclass(frozen=True)
class Window:
    """From `start` to `end`, both aware; the end is excluded."""

    start: datetime
    end: datetime

    @classmethod
    def of(cls, start: datetime, length: timedelta) -> "Window":
        """From `start` for `length` of real time, also where the clocks change in between."""
        return cls(start, (start.astimezone(UTC) + length).astimezone(start.tzinfo))

    @property
    def length(self) -> timedelta:
        """Real time between its ends, also where the clocks change in between."""
        return self.end.astimezone(UTC) - self.start.astimezone(UTC)

    def overlaps(self, other: "Window") -> bool:
        """Whether they share an instant; touching ends do not."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Person:
    """Somebody who can be invited. `id` is empty for people outside the directory."""

    name: str
    email: str
    id: str = ""
    title: str = ""
    department: str = ""
    office: str = ""
    phone: str = ""
    given: str = ""
    """What others call them by, where the directory says so: of "Tan Wei Ling" it is "Wei Ling"."""

    @property
    def first_name(self) -> str:
        """What they are called by: the name given to them, where they show it, else the first word of the whole name.

        William who shows himself as Bill Carter is Bill.
        """
        first = self.name.partition(" ")[0]
        shows = not self.given or not first or first.endswith(",") or self.given.casefold() in self.name.casefold()
        return self.given or first if shows else first


@dataclass(frozen=True)
class Attendee:
    """An attendee of an event. `kind` is required, optional or resource (Graph's attendeeType).

    `proposed` is the other time that they asked for when they answered.
    """

    name: str
    email: str
    kind: str = "required"
    response: Response = Response.NONE
    proposed: Window | None = None


@dataclass(frozen=True)
class Event:
    """A calendar event as its mailbox sees it. Empty strings stand for what is not stated.

    `start` and `end` are in the zone that was asked for; an all-day event starts and ends at midnight there.
    `body` is plain text; of an event out of a list, its beginning only. `join_url` is the Teams link,
    `web_link` opens it in Outlook. Out of a list, what stands below `created` has its default: read the event to know.
    `reminder_minutes` is before the start; None: no reminder. `recurrence` is that of a series master.
    """

    id: str
    subject: str
    start: datetime
    end: datetime
    organizer: Person
    attendees: tuple[Attendee, ...] = ()
    response: Response = Response.NONE
    is_organizer: bool = False
    is_all_day: bool = False
    is_cancelled: bool = False
    is_private: bool = False
    is_online: bool = False
    show_as: ShowAs = ShowAs.BUSY
    location: str = ""
    body: str = ""
    join_url: str = ""
    web_link: str = ""
    ical_uid: str = ""
    etag: str = ""
    type: EventType = EventType.SINGLE
    series_id: str = ""
    transaction_id: str = ""
    created: datetime | None = None
    recurrence: Recurrence | None = None
    categories: tuple[str, ...] = ()
    importance: Importance = Importance.NORMAL
    sensitivity: Sensitivity = Sensitivity.NORMAL
    reminder_minutes: int | None = None
    hide_attendees: bool = False
    allow_new_time_proposals: bool = True
    response_requested: bool = True
    has_attachments: bool = False

    @property
    def window(self) -> Window:
        """When it takes place."""
        return Window(self.start, self.end)

    @property
    def is_unanswered(self) -> bool:
        """An invitation that the mailbox's owner has not answered."""
        return not self.is_organizer and self.response in (Response.NONE, Response.NOT_RESPONDED)


@dataclass(frozen=True)
class NewEvent:
    """What `create_event` takes. `transaction_id` makes a repeated create the same event.

    With `recurrence` it is a series, whose first occurrence is from `start` to `end`: on the day on which the
    recurrence starts. `sensitivity` says more than `is_private`. `reminder_minutes` None leaves what the mailbox does
    by itself, `has_reminder` False asks for none. `room_email` is that of the room which `location` names; who wants it
    kept invites it too, as a resource.
    """

    subject: str
    start: datetime
    end: datetime
    transaction_id: str
    attendees: tuple[Attendee, ...] = ()
    body: str = ""
    location: str = ""
    room_email: str = ""
    is_online: bool = True
    is_all_day: bool = False
    is_private: bool = False
    show_as: ShowAs = ShowAs.BUSY
    recurrence: Recurrence | None = None
    categories: tuple[str, ...] = ()
    importance: Importance = Importance.NORMAL
    sensitivity: Sensitivity | None = None
    reminder_minutes: int | None = None
    has_reminder: bool | None = None
    hide_attendees: bool = False
    allow_new_time_proposals: bool = True
    response_requested: bool = True


@dataclass(frozen=True)
class EventChanges:
    """What `update_event` changes; None leaves a field as it is.

    `attendees` replaces the whole list. `room_email` is that of the room which a new `location` names. The body is not
    among them: in it stands what makes an event online.
    An event that is online stays so, whatever `is_online` says. `repeats_no_more`: a series becomes a single event.
    """

    subject: str | None = None
    window: Window | None = None
    attendees: tuple[Attendee, ...] | None = None
    location: str | None = None
    room_email: str = ""
    is_private: bool | None = None
    show_as: ShowAs | None = None
    recurrence: Recurrence | None = None
    categories: tuple[str, ...] | None = None
    importance: Importance | None = None
    sensitivity: Sensitivity | None = None
    reminder_minutes: int | None = None
    has_reminder: bool | None = None
    hide_attendees: bool | None = None
    allow_new_time_proposals: bool | None = None
    response_requested: bool | None = None
    is_online: bool | None = None
    repeats_no_more: bool = False


@dataclass(frozen=True)
class Busy:
    """A taken stretch of somebody's time. `subject` is empty where they do not share it."""

    window: Window
    show_as: ShowAs
    subject: str = ""


@dataclass(frozen=True)
class WorkingHours:
    """When somebody works: from `start` to `end` on `weekdays` (0 is Monday), by the clock of `zone`."""

    zone: ZoneInfo
    start: time
    end: time
    weekdays: frozenset[int]


@dataclass(frozen=True)
class Schedule:
    """Somebody's free/busy time, in order of start. `hours` is None where Graph does not say."""

    email: str
    busy: tuple[Busy, ...]
    hours: WorkingHours | None = None


@dataclass(frozen=True)
class Hidden:
    """We may not or cannot see this calendar; not the same as free. `reason` is Graph's own word, for the log."""

    email: str
    reason: str = ""


@dataclass(frozen=True)
class Suggestion:
    """One meetingTimeSuggestion. `confidence` is 0 to 100; `availability` maps an e-mail address to a status.

    `organizer` is the status of whoever asked, who is not among the attendees.
    """

    window: Window
    confidence: float
    availability: Mapping[str, ShowAs]
    organizer: ShowAs = ShowAs.UNKNOWN


class EmptyReason(StrEnum):
    """Graph's emptySuggestionsReason: why there is no suggestion."""

    ATTENDEES_UNAVAILABLE = "attendeesUnavailable"
    ATTENDEES_UNAVAILABLE_OR_UNKNOWN = "attendeesUnavailableOrUnknown"
    LOCATIONS_UNAVAILABLE = "locationsUnavailable"
    ORGANIZER_UNAVAILABLE = "organizerUnavailable"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class MailboxSettings:
    """The owner's own zone and hours. `zone_name` is what the mailbox says, should `zone` have had to be guessed."""

    zone: ZoneInfo
    hours: WorkingHours
    locale: str = ""
    zone_name: str = ""
    time_format: str = ""
    date_format: str = ""
