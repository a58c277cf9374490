"""What an utterance means: one value, made of values. Pure data; nothing here reads or decides."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final


class Intent(StrEnum):
    """What the speaker wants.

    Facets (`Understood.facet`) say more of some:
    - EVENT_DETAILS: "when", "where", "who", "duration" or "what" is asked of it; "mine": what the speaker has answered;
      "proposals": which other times people ask for.
    - LIST_EVENTS: "invitations" that wait for an answer; what was "accepted", "declined", answered with "maybe".
    - SCHEDULE: "copy" where `event` is to be held again, "follow_up" where another one is to follow it, "another" where
      there may be such a one; `others` then reads it as a meeting of its own. `choice` is 1 where that is to be at its
      own time of day.
    - RESCHEDULE: "end" where only the end is said ("until 5"), "length" where only how long it is to be; "proposed"
      where the time is meant that `people` have proposed, "stay" where it is turned down; "several" where `event`
      describes many; "exchange" where `event` and the one of `others` are to change places; "recur" where it is to take
      place by `time.rrule`, "series_end" where it is to end with the one slot or after so many more, "series_longer"
      where there are to be so many more of it, "one_off" where it is to repeat no more.
    - UPDATE: "title", "location" or "description" is to be changed, or what it is marked as: "private", "public",
      "online", "in_person", "free", "busy", "tentative", "away", "elsewhere", "important", "ordinary".
      "room" where it is to have a room, or another one; "no_room" where its room is to be given back.
    - ADD_ATTENDEE: "swap" where those who come take the place of those who are out; "optional".
    - NAVIGATE: "more" of what was offered, "earlier" or "later" ones (of the same day, where days were offered; with
      "_that_day" of the day of what is moved), or "other_day"; with `shift` where the other day was said ("the day
      after" is one day on). "": back, again, next.
    - PROPOSE: "decline" where the event's own time is refused; `time` and `shift` are what is proposed.
    - CONTACT_ATTENDEES: "late", by `time.duration` where that is said; "nudge" those who have not answered.
    - EMAIL_SEND: "new" where it is a message of its own to those who are named; "reply", "reply_all" and "forward" of a
      message that has come, with what is to be written in `note`.
    - EMAIL_SEARCH: "read" of one message; "delete", "archive", "mark_read" and "mark_unread" what is to become of it;
      "replied" where it is asked whether somebody has written back.
    - SCHEDULE: "mail" where it is made of a message: with its people, about its subject.
    - AWAY: "off" where automatic replies are to be turned off, "silent" where there are to be none of the days away,
      "reply" where there is to be nothing else.
    - AMEND: "subject" where what is open gets its name; "same_time" where a day is said and the clock time at hand
      holds ("same time on Friday"; "same time the next day" has a `shift` instead of a time); "longer" and "shorter"
      where no amount is said; "note" where it is a word to the others; "spare" and "only" where of several acts those
      on `spared` are left out, or are the only ones; "instead" where the person said takes the place of the last one
      ("no, I meant Katrin"); "other_one" where another one of a series is meant, that in `time`.
    - YES: "anyway", to what was said not to suit.
    - CANCEL: "cleared" where a stretch is to be free, however that comes about; "at_hand" where nothing but "it" or
      "that meeting" says which one.
    - SCHEDULE: "focus" where all of the time is wanted for oneself, "travel" for time right before `event`, or right
      after it (`note`).
    - CALENDARS: to "list" them, to "create", "rename", "delete" or "show" one, to tell "who" may see one, to "share" it
      and "unshare" it with `people`, to "use" it for what is at hand; `calendar` is which one.
    - PREFERENCES: "show" and "forget" all of them; "stay" where somebody only says where they are now, "later" where
      they will be; else `settings` holds what is to be changed.
    - CANCEL_DIALOG: "undo" takes back what was done last; "later" where what is open may still be wanted, or where
      somebody only tells how they go on; "" leaves what is being discussed.
    - SCHEDULE: "vote" where the times are to be put to a vote first; `vote` says how.
    - POLL: what is done with a vote that runs or is drafted: "show", "cancel", "close", "reopen", "extend", "remind",
      "book", "add", "drop", "quorum" or "post"; `time` and `choice` tell until when, at what time, or which one.
    """

    SCHEDULE = "schedule_meeting"
    RESCHEDULE = "reschedule_meeting"
    UPDATE = "update_meeting"
    CANCEL = "cancel_meeting"
    ADD_ATTENDEE = "add_attendee"
    REMOVE_ATTENDEE = "remove_attendee"
    ACCEPT = "respond_accept"
    TENTATIVE = "respond_tentative"
    DECLINE = "respond_decline"
    LIST_EVENTS = "list_events"
    NEXT_MEETING = "next_meeting"
    EVENT_DETAILS = "event_details"
    CHECK_AVAILABILITY = "check_availability"
    TIME_REMAINING = "time_remaining"
    FIND_ROOM = "find_room"
    JOIN = "join_meeting"
    CONTACT_ATTENDEES = "contact_attendees"
    FORWARD = "forward_meeting"
    PROPOSE = "propose_time"
    AWAY = "out_of_office"
    POLL = "poll"
    SET_REMINDER = "set_reminder"
    EMAIL_SEND = "email_send"
    EMAIL_SEARCH = "email_search"
    LOOKUP_PERSON = "lookup_person"
    ASK_TIME = "ask_time"
    PREFERENCES = "preferences"
    CALENDARS = "calendars"
    AMEND = "amend"
    SELECT = "select_item"
    YES = "yes"
    NO = "no"
    CANCEL_DIALOG = "cancel_dialog"
    NAVIGATE = "navigate"
    HELP = "help"
    GREET = "greet"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    SMALLTALK = "smalltalk"
    SIGN_OUT = "sign_out"
    TALK_TO_HUMAN = "talk_to_human"
    OUT_OF_SCOPE = "out_of_scope"


class Kind(StrEnum):
    """What sort of time expression it is."""

    DATE = "date"
    TIME = "time"
    DATETIME = "datetime"
    RANGE = "range"
    DURATION = "duration"
    SET = "set"


class Role(StrEnum):
    """What somebody spoken of is to the meeting."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    WITHOUT = "without"
    ON_BEHALF_OF = "on_behalf_of"
    ORGANIZER = "organizer"


@dataclass(frozen=True)
class Anchor:
    """A time that is said by another event, which the dialog looks up: "half an hour before the review".

    `side` is before, after, during or between; `distance` how far from it, None: not said. `span` covers all of it.
    `described` are all words that tell which event ("my flight at 5"), `event` those of them that are no time; `until`
    describes the later one of two. `beside`: right before or after it. `whole`: all of a day, week, morning or the like
    is meant, that of the event or the one beside it.
    """

    event: str
    side: str
    distance: timedelta | None
    span: tuple[int, int]
    described: str = ""
    until: str = ""
    beside: bool = False
    whole: str = ""


@dataclass(frozen=True)
class When:
    """One time expression. `start` and `end` (excluded) are aware, in the context's zone.

    `grain` is minute, hour, day, week, month or year; `open` is "before" or "after" where one side is not bound;
    `excluded` marks "not Friday"; `rrule` is an RFC 5545 rule without the RRULE: prefix.
    Of a set, `start` is when it begins, and `duration` how long each of it takes, where that was said.
    `alternatives` are the other readings, the likeliest first; `doubt` names what decides between them
    ("am_pm", "past_future", "which_week", "day_first", "skipped", "repeated"); `ask` says that asking is better.
    """

    kind: Kind
    text: str
    span: tuple[int, int]
    start: datetime | None = None
    end: datetime | None = None
    grain: str = "minute"
    open: str = ""
    duration: timedelta | None = None
    rrule: str = ""
    excluded: bool = False
    alternatives: tuple["When", ...] = ()
    doubt: str = ""
    ask: bool = False
    firm: bool = False
    """A span that is the event itself ("from 2 to 4"), not where to look for it ("between 2 and 4")."""
    dayless: bool = False
    """Times of day that were said without a day; `start` and `end` hold the default one."""
    in_day: bool = False
    """The side that is not bound ends with its day: "Friday after 3"."""
    all_day: bool = False
    lasting: timedelta | None = None
    """How long a day or a period is of which all was meant: "all week", "away for the month"."""
    zone: str = ""
    """The IANA name of the zone in which a time was said ("3pm CET"); `start` is converted already."""
    anchor: Anchor | None = None
    """Said by another event: neither `start` nor `end` is known."""
    parts: tuple["When", ...] = ()
    """Of one that is said by another event: the times that tell which event, and the distance from it."""
    within: tuple[int, int] | None = None
    """Of a set: in which part of the day each is, in minutes since midnight, where no hour was said."""


@dataclass(frozen=True)
class Slot:
    """A stretch in which the event may lie: aware, end excluded; None: not bound on that side."""

    start: datetime | None
    end: datetime | None


@dataclass(frozen=True)
class Run:
    """How far a series runs, where it is said beside its rule: from which moment on, for how long, how many times.

    `within`: in which part of the day each is to be, in minutes since midnight, where no hour was said. `since`: from
    which day on it may begin, where its day of the week is left open.
    """

    starting: datetime | None = None
    lasting: timedelta | None = None
    count: int | None = None
    within: tuple[int, int] | None = None
    since: datetime | None = None


NO_RUN: Final = Run()


@dataclass(frozen=True)
class TimeConstraint:
    """All time expressions of an utterance put together into what a search for times needs.

    `exact` is a stated start. Otherwise `slots` say where to look, in the order in which they were said; `excluded`
    is cut out of them; neither said: anywhere. `earliest` marks "as soon as possible". `clock` is a time of day said
    without a day ("make it 16"): (start, end or None), minutes since midnight, for the dialog to put on the day at
    hand; `exact` then holds its default reading. Beside an `rrule`, `exact` or the start of the slot is what was said
    of when the series begins.
    """

    exact: datetime | None = None
    slots: tuple[Slot, ...] = ()
    excluded: tuple[Slot, ...] = ()
    duration: timedelta | None = None
    rrule: str = ""
    earliest: bool = False
    all_day: bool = False
    clock: tuple[int, int | None] | None = None
    doubt: str = ""
    """Why `exact` or `slots` may be meant otherwise; see `When.doubt`."""
    alternatives: tuple["TimeConstraint", ...] = ()
    impossible: str = ""
    """The words of what cannot be: "31 February", "25:00", "0 minutes"; of "Monday 24 November", where that is no
    Monday, `exact` and `slots` follow the date."""
    anchor: Anchor | None = None
    either: tuple[datetime, ...] = ()
    """Starts that are as good as `exact`: "at 9 or 10"."""
    starts: tuple[int, ...] = ()
    """Times of day at one of which it begins on some day of `slots`, in minutes since midnight: "at 11 next week"."""
    by: Anchor | None = None
    """The event by which the time was reckoned, once it is known."""
    near: datetime | None = None
    """What in the slots it is best close to: the end of the event after which it is to be."""
    zone: str = ""
    """The IANA name of the zone in which `exact` or the slots were said, where one was; they are in the context's."""
    own_week: bool = False
    """In the very week of the event that is moved: "on Wednesday of the same week"."""
    other_day: bool = False
    """On another day than that of the event that is moved."""
    later_day: bool = False
    """On a later day than that of the event that is moved: "later this week"."""
    side: str = ""
    """"earlier" or "later" on its day than the event that is moved, where no more is said."""
    run: Run = NO_RUN


NO_TIME: Final = TimeConstraint()


@dataclass(frozen=True)
class PersonMention:
    """Somebody spoken of, to be resolved against the directory by the dialog.

    `kind` is name, email, me, manager, reports, team, chat (everybody in the chat), same (the people of last time),
    pronoun ("him", "them", "that one": who was spoken of), bare (what a verb of booking has behind it, which may be
    somebody's name: "book Lucy friday"), part (of a list whose parts, each in `hint`, are names or what it is about) or
    group: the name of a group if there is one, else nobody
    ("with the leadership", "with the dentist").
    """

    text: str
    span: tuple[int, int]
    role: Role = Role.REQUIRED
    kind: str = "name"
    email: str = ""
    hint: str = ""
    """What tells a name apart ("Ana from Marketing"); whose manager, reports or team ("Tom's team"); of which event
    the people are the same."""
    is_other: bool = False
    """In place of the one before: "Tom or Ana"."""


@dataclass(frozen=True)
class RoomSaid:
    """What is said of a room. Empty: not said.

    `is_room` tells that a room was spoken of in so many words, `is_new` that one is to be had ("a room", not "the
    room"). `features` are display, video, audio, whiteboard, accessible and the like; `size` is bigger or smaller than
    the one at hand; `other` asks for another one, `dropped` for none at all.
    """

    is_room: bool = False
    seats: int = 0
    floor: int | None = None
    features: tuple[str, ...] = ()
    size: str = ""
    is_largest: bool = False
    """The largest that there is."""
    other: bool = False
    dropped: bool = False
    is_new: bool = False
    asks: bool = False
    """It is asked which there are: now, where no time is said."""


@dataclass(frozen=True)
class MailSaid:
    """Which mail is spoken of. Empty: not said.

    `people` are its senders or, of mail that `is_sent`, those to whom it went; `about` are words that stand in it.
    `places` are those in the list that is shown, from 1, or from the end: -1 is the last; `step` how far it is from the
    one that was read. `count`: of all that fit, so many of the latest; `is_newest`: the latest alone. `is_at_hand`:
    nothing but "it" or "this mail" tells it.
    """

    people: tuple[PersonMention, ...] = ()
    about: str = ""
    time: TimeConstraint = NO_TIME
    places: tuple[int, ...] = ()
    step: int = 0
    count: int = 0
    is_newest: bool = False
    is_plural: bool = False
    is_unread: bool = False
    is_important: bool = False
    is_sent: bool = False
    has_files: bool = False
    is_at_hand: bool = False


@dataclass(frozen=True)
class VoteSaid:
    """What is said of a vote on times. Empty: not said.

    `count`: among how many times; `is_at_hand`: among those that are on offer ("put these to a vote"). `quorum` is all,
    majority or number, of `number` people; `closes`: until when.
    """

    count: int = 0
    quorum: str = ""
    number: int = 0
    closes: TimeConstraint | None = None
    is_at_hand: bool = False


@dataclass(frozen=True)
class CalendarSaid:
    """A calendar, by its `name`; "" is the mailbox's own. `to`: what one is to be called.

    `role` is Graph's name for what somebody may do in it, "" where that is not said. `is_sure` is False where the name
    may be that of something else.
    """

    name: str = ""
    role: str = ""
    to: str = ""
    is_sure: bool = True


@dataclass(frozen=True)
class SettingSaid:
    """What one of the speaker's own settings is to be. None or empty: not said.

    `kind`: zone (`place`), hours (`start`, `end`, `weekdays`), days, daysoff and dayson (`weekdays` on which they work,
    or no longer do, or do as well), duration and buffer (`length`), lunch (`start`, `end`), earliest (`start`), latest
    (`end`), nodays and yesdays (`weekdays` without meetings, and with them again), clock (`hours24`), week (the first
    of `weekdays`). `drops`: it is to be no more.
    """

    kind: str
    start: time | None = None
    end: time | None = None
    weekdays: tuple[int, ...] = ()
    length: timedelta | None = None
    place: str = ""
    hours24: bool | None = None
    drops: bool = False


@dataclass(frozen=True)
class Extras:
    """What a new event is to be besides its time, people and place. Empty or None: not said.

    `privacy` is "private" or "public"; `show_as` free, tentative, busy, away or elsewhere; `importance` "important" or
    "ordinary"; `reminder` how long before it one is reminded, `is_unreminded` that one is not; `agenda` what is to
    stand in it.
    """

    privacy: str = ""
    show_as: str = ""
    importance: str = ""
    reminder: timedelta | None = None
    is_unreminded: bool = False
    category: str = ""
    agenda: str = ""


NO_EXTRAS: Final = Extras()


@dataclass(frozen=True)
class Understood:
    """An utterance, read. Empty values: not said."""

    intent: Intent
    confidence: float
    runner_up: Intent | None = None
    facet: str = ""
    when: tuple[When, ...] = ()
    time: TimeConstraint = NO_TIME
    people: tuple[PersonMention, ...] = ()
    perhaps: tuple[PersonMention, ...] = ()
    """What may be the name of a group, if there is one: "the leadership", and as well "the dentist"."""
    subject: str = ""
    bare: tuple[PersonMention, ...] = ()
    """Who is booked without a "with", if the directory knows them: "book Lucy friday"."""
    purpose: str = ""
    """What it is about if what is in `bare` are names: "book Grace for a protocol review"."""
    noun: str = ""
    """What kind of event it is called where nothing more is said ("meeting"), or which meal it is: "lunch"."""
    location: str = ""
    online: bool | None = None
    note: str = ""
    adds_note: bool = False
    """The note stands besides what is answered anyway: "an out of office, and it should say Tom is in charge"."""
    """What to tell the others: "decline, saying I am travelling"."""
    choice: int | None = None
    """"the second" is 2, "the last" is -1. With AMEND and a day: "on the second" may be the item too."""
    next_after: datetime | None = None
    """Of "my next meeting with Ana", the moment after which it begins."""
    shift: timedelta | None = None
    """"half an hour later"; negative is earlier."""
    longer: timedelta | None = None
    """"10 minutes longer": how much the duration changes; negative is shorter. `time.duration` is empty then."""
    keeps_end: bool = False
    """Only its start is moved: "15 minutes earlier, same end"."""
    keeps_time: bool = False
    """What was to be moved stays when it is: "keep the time, just make it longer"."""
    scope: str = ""
    """Of a series: "this", "following" or "all"; "all" too where an answer or a cancellation is for several: "both"."""
    room: "RoomSaid | None" = None
    """What is said of a room, where one is spoken of."""
    mail: MailSaid | None = None
    """Which mail is spoken of, where it is about mail that there is."""
    event: "Understood | None" = None
    """Where an event that exists is to be changed, answered with another time, or written about: the words that tell
    which one, read by themselves; all other slots hold what becomes of it. None: "it", or not said. With SELECT: the
    answer to which event is meant."""
    vote: "VoteSaid | None" = None
    """What is said of a vote on the times, where one is wanted."""
    others: tuple["Understood", ...] = ()
    """Further events that are to be answered or cancelled likewise: "the review and the stand-up"."""
    spared: "Understood | None" = None
    """What is to be left alone: "everything on Friday but the review"."""
    is_quiet: bool = False
    """The organizer is not to be told: "decline it without a response"."""
    calendar: "CalendarSaid | None" = None
    """Which of the speaker's calendars is spoken of, or something is to go into."""
    settings: tuple["SettingSaid", ...] = ()
    """What the speaker's own settings are to be."""
    also: tuple["Understood", ...] = ()
    """Further changes of the same event: "take Tom off the review and make it an hour". Each is read for itself."""
    unheard: tuple[str, ...] = ()
    """The words of further requests about the same event of which nothing was made: they are named on the card."""
    then: str = ""
    """A second request in the same message, as it was said; everything else is of the first one."""
    extras: Extras = NO_EXTRAS
    """Only with SCHEDULE, and with AMEND of what is being booked."""
    ticket: str = ""
    """The reference of a helpdesk's ticket, as it was written."""
    is_guessed: bool = False
    """Read with the help of what stands in the calendar: nothing is sent on it without asking."""
    certain: bool = False
    """Read by rule from words that leave no doubt; only then may an act that sends or deletes go without asking."""
    why: tuple[str, ...] = ()
    """For people: which words became what."""


@dataclass(frozen=True)
class Question:
    """What the assistant has just asked, and what would answer it.

    `kind` is yes_no, vote (whether a vote is posted), choice, several (acts that are listed and done together;
    `choices` their events), person, event (an existing one), time, duration, subject or note; `choices` are the texts
    that were offered. `acts` are what a yes would do, by the labels of `languages/<language>.answers.txt`.
    """

    kind: str
    choices: tuple[str, ...] = ()
    acts: frozenset[str] = frozenset()
