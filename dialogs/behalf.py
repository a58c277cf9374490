"""Work on somebody else's calendar: whose it is, by which right, and what to say where that right is missing.

João: book an hour for Grace with Noah tomorrow, INC0012345
Bot: Grace Sullivan's calendar · You may edit it. Grace is the organizer. Ticket INC0012345
     Times for “Meeting: Grace and Noah” …                       [Book]

Everything else is done by the jobs as ever: they are given an `Asker` whose mailbox is the other one, and what they
answer is marked with whose calendar it is, so that every button leads back there.
"""

import asyncio
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dialogs import antecedents
from dialogs.asker import Asker
from dialogs.cards import behalf as cards
from dialogs.frame import Asked, Frame, Principal, Reach, Unresolved
from dialogs.knowing import agenda
from dialogs.people import attendees
from dialogs.referents import upcoming, which
from dialogs.turn import Json, Reply, Tap
from dialogs.understand.behalf import behalf as reading
from dialogs.understand.behalf.owners import Behalf
from dialogs.understand.understood import Intent, PersonMention, Role, Understood
from graph import availability, calendars, people
from graph.errors import NotAllowed, NotFound
from graph.model import Event, Hidden, Person, Schedule, Window

WRITES = frozenset(
    (
        Intent.SCHEDULE,
        Intent.RESCHEDULE,
        Intent.UPDATE,
        Intent.CANCEL,
        Intent.ADD_ATTENDEE,
        Intent.REMOVE_ATTENDEE,
        Intent.ACCEPT,
        Intent.TENTATIVE,
        Intent.DECLINE,
        Intent.CONTACT_ATTENDEES,
        Intent.FORWARD,
        Intent.AWAY,
    )
)
CHANGES = frozenset(
    (
        Intent.RESCHEDULE,
        Intent.UPDATE,
        Intent.CANCEL,
        Intent.ADD_ATTENDEE,
        Intent.REMOVE_ATTENDEE,
        Intent.AMEND,
        Intent.CONTACT_ATTENDEES,
        Intent.FORWARD,
    )
)
"""What somebody may wish of an event that is there."""
RIGHTS_OF_THEIR_OWN = frozenset((Intent.PREFERENCES, Intent.CALENDARS))
"""What takes another right than that to a calendar, of which its job tells."""
LISTS = frozenset((Intent.LIST_EVENTS, Intent.NEXT_MEETING))
GOES_ON = (WRITES - {Intent.SCHEDULE}) | {
    Intent.AMEND,
    Intent.SELECT,
    Intent.YES,
    Intent.NO,
    Intent.NAVIGATE,
    Intent.EVENT_DETAILS,
    Intent.CANCEL_DIALOG,
}
"""Words that speak of what is on the screen, and so of the same calendar."""
SERVED = WRITES | LISTS | GOES_ON | {Intent.CHECK_AVAILABILITY, Intent.TIME_REMAINING, Intent.PROPOSE, Intent.AWAY}
"""Words that are about the calendar of whom one works for until further notice."""
PROPOSALS = frozenset(("proposals", "proposed", "stay"))
"""Facets of words in which "Tom's" is what Tom has proposed."""
_PRONOUNS = frozenset(("him", "her", "them"))
OWN = re.compile(r"\b(?:my|mine)\b", re.IGNORECASE)
FREE_BUSY_DAYS = timedelta(days=14)

Understand = Callable[[str], Understood]


@dataclass(frozen=True)
class Meant:
    """What was said and whose calendar it is about; or the answer, where that calendar is out of reach."""

    said: Understood
    asker: Asker
    reply: Reply | None = None
    named: Person | None = None
    """Of whom the answer tells, who is "she" from then on."""
    day: date | None = None
    """The one day of which it tells, on which "at 2" is."""


def is_of_another(utterance: str, frame: Frame) -> bool:
    """Whether the words may be about somebody else's calendar, so that a mailbox is needed to answer them."""
    return _spoken_of(utterance, frame)[1] is not None


async def whose(
    utterance: str, said: Understood, frame: Frame, asker: Asker, *, pressed: Tap | None, understand: Understand
) -> Meant:
    """Whose calendar these words are about; of a button that they press, the one that it names.

    Raises RosterUnknown, GraphError.
    """
    if pressed:
        return Meant(said, await of_tap(pressed.data, asker))
    # "Remove Tom's access" is about one's own calendar, which Tom may see.
    utterance, behalf = _spoken_of(utterance, frame)
    behalf = None if said.intent in RIGHTS_OF_THEIR_OWN else behalf
    if behalf and said.mail and not behalf.sure:
        # "reply to Mia's mail" speaks of mail that Mia wrote.
        behalf = None
    if behalf is None or (behalf.of_event and said.facet in PROPOSALS):
        said = antecedents.with_unknown(utterance, said, frame)
        return await _at_hand(utterance, said, frame, asker)
    return await _whose(behalf, utterance, said, frame, asker, understand=understand)


def _spoken_of(utterance: str, frame: Frame) -> tuple[str, Behalf | None]:
    """Whose calendar the words name, or speak of as "hers" since it was shown; and the words with that name."""
    behalf = reading.find(utterance)
    named = antecedents.whose(utterance, frame)
    theirs = None if named == utterance or reading.introduces(utterance) else reading.find(named)
    unknown = behalf is None or behalf.name.lower() in _PRONOUNS
    return (named, theirs) if theirs and (unknown or theirs.sure) else (utterance, behalf)


async def _whose(
    behalf: Behalf, utterance: str, said: Understood, frame: Frame, asker: Asker, *, understand: Understand
) -> Meant:
    """Of the calendar that is named, or of the second one, where the right to it is missing."""
    guests, unclear = await _who(behalf.other or behalf.name, frame, asker)
    if not guests and behalf.other:
        guests, unclear = await _who(behalf.name, frame, asker)
    if [guest.person.id for guest in guests] == [asker.me.id]:
        return Meant(understand(behalf.rest), asker)
    if len(guests) == 1 and guests[0].person.id:
        person = guests[0].person
        if behalf.second and await _reach(person, asker) < Reach.WRITE:
            return await _whose(behalf.second, utterance, said, frame, asker, understand=understand)
        return await _of(person, behalf, said, asker, understand)
    if not behalf.sure and (only := await _the_one_shared(behalf, unclear, asker)):
        return await _of(only, behalf, said, asker, understand)
    if not behalf.sure:
        return await _at_hand(utterance, said, frame, asker)
    candidates = unclear.candidates if unclear and unclear.ambiguous else ()
    return Meant(said, asker, ask_whose(behalf.name, candidates, utterance, asker))


async def _the_one_shared(behalf: Behalf, unclear: Unresolved | None, asker: Asker) -> Person | None:
    """Of several with the name of whom an event is said to be, the one whose calendar the asker may change.

    Raises GraphError.
    """
    candidates = unclear.candidates if unclear and unclear.ambiguous and behalf.of_event else ()
    reaches = await asyncio.gather(*(_reach(person, asker) for person in candidates))
    shared = [person for person, reach in zip(candidates, reaches, strict=True) if reach >= Reach.WRITE]
    return shared[0] if len(shared) == 1 else None


async def _who(name: str, frame: Frame, asker: Asker) -> attendees.Found:
    mention = PersonMention(name, (0, 0), Role.ON_BEHALF_OF, kind_of(name))
    return await attendees.who_is(mention, asker, frame.just_named)


async def _of(person: Person, behalf: Behalf, said: Understood, asker: Asker, understand: Understand) -> Meant:
    """Of one person's calendar, if that is what was meant."""
    theirs = understand(behalf.rest) if behalf.rest else Understood(Intent.AMEND, 1.0, facet="unchanged")
    is_own = behalf.is_titled and theirs.intent not in CHANGES
    if is_own or (behalf.answers and await _is_called_for(person, asker)):
        return Meant(said, asker)
    own = await _own(person, theirs, asker) if behalf.of_event else None
    if own and not own.is_theirs:
        return Meant(own.said, asker)
    acting = _saying(behalf.rest, await acting_for(person, asker))
    if own and not (acting.principal and acting.principal.reach >= Reach.WRITE and theirs.intent in CHANGES):
        # Who may change their calendar does so as the organizer, though invited as well.
        return Meant(own.said, asker)
    if behalf.is_titled and not await _is_theirs(theirs, acting):
        return Meant(theirs, asker)
    principal = acting.principal
    assert principal is not None
    if theirs.mail or theirs.intent in RIGHTS_OF_THEIR_OWN:
        # They take rights of their own, which tell nothing of the calendar's.
        return Meant(theirs, acting)
    may_write = principal.reach >= Reach.WRITE
    if behalf.of_event and behalf.invited:
        if not may_write and await _holds(theirs, asker):
            return Meant(theirs, asker)
    elif behalf.invited and not may_write:
        return Meant(understand(behalf.invited), asker)
    writes = theirs.intent in WRITES or not behalf.rest
    if writes and not may_write and theirs.next_after and (own := await _own(person, theirs, asker)):
        return Meant(own.said, asker)
    if writes and not may_write:
        card = cards.missing(principal, asker.reader, books=theirs.intent is Intent.SCHEDULE)
        return Meant(theirs, asker, Reply(card=card, dialog="behalf", outcome="right_missing"))
    if theirs.intent in LISTS and principal.reach is Reach.HIDDEN:
        return Meant(theirs, asker, await _taken(principal, theirs, asker), person, _only_day(theirs, asker))
    if principal.reach is Reach.HIDDEN:
        return Meant(said, asker)
    return Meant(theirs, acting)


def _saying(rest: str, acting: Asker) -> Asker:
    """What is read in the words themselves is read in what the owner would say."""
    return replace(acting, turn=replace(acting.turn, utterance=rest)) if rest else acting


@dataclass(frozen=True)
class _Own:
    """What is said of an event in the asker's own calendar; `is_theirs`: of one that the other one organizes."""

    said: Understood
    is_theirs: bool


async def _own(person: Person, theirs: Understood, asker: Asker) -> _Own | None:
    """ "Mia's review" as one of the asker's own events with Mia in it; None where there is no such one."""
    mention = PersonMention(person.name, (0, 0))
    described = theirs.event or theirs
    described = replace(described, people=(*described.people, mention))
    ahead = [event for event in await upcoming.occurrences(asker) if not event.is_cancelled]
    if not (found := which.meant(described, ahead, Frame())):
        return None
    is_theirs = all(event.organizer.email.lower() == person.email.lower() for event in found)
    return _Own(replace(theirs, event=described) if theirs.event else described, is_theirs)


async def _is_called_for(person: Person, asker: Asker) -> bool:
    """Whether something in the asker's own calendar is called "… for Mia". Raises GraphError."""
    forename = person.name.split()[0]
    titled = re.compile(rf"\bfor {re.escape(forename)}\b", re.IGNORECASE)
    return any(titled.search(event.subject) for event in await upcoming.occurrences(asker))


async def _is_theirs(theirs: Understood, acting: Asker) -> bool:
    """Whether an event that is only named is in their calendar, where the asker may change it. Raises GraphError."""
    if acting.principal is None or acting.principal.reach < Reach.WRITE:
        return False
    return bool(await _named_in(acting, theirs))


async def _holds(theirs: Understood, asker: Asker) -> bool:
    """Whether the asker organizes what the words speak of. Raises GraphError."""
    return any(event.is_organizer for event in await _named_in(asker, theirs))


async def _named_in(calendar: Asker, theirs: Understood) -> Sequence[Event]:
    """The events of a calendar that the words describe; none where they describe none. Raises GraphError."""
    described = theirs.event or theirs
    if not which.is_described(described):
        return ()
    ahead = [event for event in await upcoming.occurrences(calendar) if not event.is_cancelled]
    return which.meant(described, ahead, Frame())


async def acting_for(person: Person, asker: Asker) -> Asker:
    """The asker at work on that person's calendar, as far as it is shared with them. Raises GraphError."""
    near = Window(asker.now, asker.now + timedelta(days=1))
    schedules, reach = await asyncio.gather(
        availability.get_schedule(asker.own, [person.email], near, asker.zone), _reach(person, asker)
    )
    schedule = schedules[person.email]
    hours = schedule.hours if isinstance(schedule, Schedule) and schedule.hours else asker.profile.hours
    return asker.acting_for(Principal(person, reach), hours)


async def _reach(person: Person, asker: Asker) -> Reach:
    try:
        calendar = await calendars.get_calendar(asker.own.of_mailbox(person.id))
    except (NotAllowed, NotFound):
        return Reach.HIDDEN
    if not calendar.can_edit:
        return Reach.READ
    return Reach.DELEGATE if calendar.can_view_private_items else Reach.WRITE


async def _at_hand(utterance: str, said: Understood, frame: Frame, asker: Asker) -> Meant:
    """Of the calendar that was spoken of last, if these words go on with it, and what may be done there.

    Raises GraphError.
    """
    acting = await _going_on(utterance, said, frame, asker)
    return Meant(said, acting, missing_right(acting) if said.intent in CHANGES - {Intent.AMEND} else None)


async def _going_on(utterance: str, said: Understood, frame: Frame, asker: Asker) -> Asker:
    """The calendar that was spoken of last, where these words speak of what is on the screen; else one's own."""
    if OWN.search(utterance):
        return asker
    if frame.serving and said.intent in SERVED and not (said.mail or said.calendar):
        return await acting_for(frame.serving.person, asker)
    if frame.principal is None:
        return asker
    adds = said.intent is Intent.SCHEDULE and frame.booking is not None and not (said.people or said.when)
    reads_on = frame.has_mail and said.mail and (said.mail.is_at_hand or said.mail.places or said.mail.step)
    if said.intent in GOES_ON or adds or reads_on:
        return await acting_for(frame.principal.person, asker)
    return asker


def missing_right(asker: Asker) -> Reply | None:
    """What is said to a button that writes, where the right to it was taken back since; None: it is there."""
    if asker.principal is None or asker.principal.reach >= Reach.WRITE:
        return None
    card = cards.missing(asker.principal, asker.reader)
    return Reply(card=card, dialog="behalf", outcome="right_missing")


async def of_tap(data: Json, asker: Asker) -> Asker:
    """The asker at work on the calendar that a button names. Raises GraphError."""
    ident = data.get("mailbox")
    if not isinstance(ident, str) or (asker.principal and asker.principal.person.id == ident):
        return asker
    return await acting_for(await people.get_user(asker.own, ident), asker)


def kind_of(name: str) -> str:
    """Which kind of mention a name is."""
    if "@" in name:
        return "email"
    return "manager" if name.lower().startswith("my ") else "name"


def ask_whose(name: str, candidates: Sequence[Person], utterance: str, asker: Asker) -> Reply:
    """Whose calendar is not clear: a tap says the same again with the whole name."""
    if not candidates:
        return Reply(text=asker.reader.say("behalf-nobody", said=name), dialog="behalf", outcome="nobody")
    names = asker.reader.names([person.name for person in candidates])
    again = tuple(utterance.replace(name, person.name, 1) for person in candidates)
    text = asker.reader.say("behalf-whom", said=name, names=names)
    return Reply(text=text, prompts=again[:3], dialog="behalf", outcome="asked")


async def _taken(principal: Principal, said: Understood, asker: Asker) -> Reply:
    """When somebody is taken, where the rest of their calendar is not shared."""
    spans = agenda.spans_of(said.time, asker.now)
    first = spans[0].start
    last = max(first + availability.HALF_HOUR, *(span.end for span in spans))
    window = Window(first, min(last, first + FREE_BUSY_DAYS))
    schedules = await availability.get_schedule(asker.own, [principal.person.email], window, asker.zone)
    schedule: Schedule | Hidden = schedules[principal.person.email]
    card = cards.taken(principal, schedule, asker.reader)
    return Reply(card=card, dialog="behalf", outcome="free_busy")


def _only_day(said: Understood, asker: Asker) -> date | None:
    """The day that was asked for; None where it is more than one."""
    spans = agenda.spans_of(said.time, asker.now)
    first, last = spans[0].start, spans[-1].end - timedelta(minutes=1)
    return first.date() if first.date() == last.astimezone(first.tzinfo).date() else None


def marked(
    before: Frame, after: Frame, reply: Reply, asker: Asker, said: Understood | None = None
) -> tuple[Frame, Reply]:
    """What a job answered, told as being of that calendar; the next words and buttons go on with it."""
    ticket = _ticket(before, after, reply) or (said.ticket if said and said.intent in CHANGES else "")
    principal = asker.principal
    if reply.card is not None and (principal or ticket):
        organizes = principal is not None and reply.dialog == "book"
        is_mail = reply.dialog == "mail"
        banner = cards.banner(principal, ticket, asker.reader, organizes=organizes, is_mail=is_mail)
        reply = replace(reply, card=cards.marked(reply.card, principal, banner))
    if principal is None:
        return replace(after, principal=None), reply
    if reply.text:
        told = asker.reader.say("behalf-text", name=principal.person.name, text=reply.text)
        reply = replace(reply, text=told)
    asked = _carrying(after.asked, principal) if after.asked != before.asked else after.asked
    undo = _in_mailbox(after.undo, principal) if after.undo != before.undo else after.undo
    return replace(after, asked=asked, undo=undo, principal=principal), reply


def _ticket(before: Frame, after: Frame, reply: Reply) -> str:
    if reply.dialog != "book":
        return ""
    booking = after.booking or before.booking
    return booking.ticket if booking else ""


def _carrying(asked: Asked | None, principal: Principal) -> Asked | None:
    if asked is None:
        return None
    choices = tuple(tap for each in asked.choices if (tap := _in_mailbox(each, principal)))
    return replace(asked, choices=choices, yes=_in_mailbox(asked.yes, principal))


def _in_mailbox(tap: Tap | None, principal: Principal) -> Tap | None:
    return replace(tap, data={**tap.data, "mailbox": principal.person.id}) if tap else None
