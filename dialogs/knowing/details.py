"""Tell one thing of a meeting: when, where, who comes, how long, what about, how long until; and the link to join.

Ana: who's coming to the design review?
Bot: Tom accepted. Priya has not answered.
     Design review · Fri 27 Nov 2026, 10:00 – 11:00      [Join] [Open in Outlook]
Ana: how long until it starts?
Bot: It starts in 2 h 10 min.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dialogs import stale
from dialogs.asker import Asker
from dialogs.cards import details as cards
from dialogs.cards import notices
from dialogs.cards.proposals import Proposal, proposals_of
from dialogs.frame import Asked, Frame
from dialogs.knowing import attendance
from dialogs.people import attendees
from dialogs.people.names import folded, goes_by
from dialogs.places import rooming, rooms
from dialogs.referents import spoken, upcoming, which
from dialogs.referents.spoken import Meant
from dialogs.turn import Json, Reply, Tap
from dialogs.understand.builds.backward import tells_of_past
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, PersonMention, Question, Understood
from dialogs.words.reader import Reader
from graph import events
from graph.errors import NotAllowed, NotFound
from graph.model import Attendee, Event, Person, Window

PAST = timedelta(days=60)
"""How far back "who was in the kick-off" is looked for."""
EXCERPT = 160
"""Characters of what is written about a meeting."""
ABOUT_TO_START = timedelta(minutes=15)
FACETS = frozenset(
    (
        "when",
        "where",
        "who",
        "mine",
        "needed",
        "duration",
        "what",
        "end",
        "organizer",
        "left",
        "join",
        "last",
        "count",
        *attendance.SAID_OF_ALL,
    )
)
_OF_SOMEBODY = frozenset(("who", "needed"))
"""Facets that may ask about somebody by name."""
_FACET_OF = {Intent.TIME_REMAINING: "left", Intent.JOIN: "join"}


async def tell(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """What was asked of the event that was spoken of; of several, first which one. Raises GraphError."""
    facet = _FACET_OF.get(said.intent, said.facet or "what")
    found = await found_by(said, frame, asker, words=_placeless(asker.turn.utterance, said))
    if facet == "who" and not said.when and not spoken.names_one(asker.turn.utterance, said):
        found = _of_that_at_hand(found, frame)
    if not found.events:
        if facet == "who" and (there := await _held_there(said, asker)):
            return _told(there[0], facet, frame, asker)
        in_room = await rooms.who_is_in(said, frame, asker) if facet == "who" else None
        none = Reply(text=asker.reader.say("details-none"), dialog="details", outcome="nothing")
        return in_room or (frame, none)
    if patterns()["speaks-of-invitation"].search(asker.turn.utterance):
        found = replace(found, events=tuple(await _unanswered(found.events, said, asker)) or found.events)
    chosen = chosen_of(found.events, said, facet, asker)
    if len(chosen) > 1 or found.nearly:
        data = {"facet": facet}
        return ask_which(chosen, frame, asker, verb="details", data=data, facet=facet, nearly=found.nearly)
    about = await _asked_about(said.people, chosen[0], frame, asker) if facet in _OF_SOMEBODY else ()
    return _told(chosen[0], facet, frame, asker, about=about, place=said.location if facet == "where" else "")


def _of_that_at_hand(found: Meant, frame: Frame) -> Meant:
    """ "Did Tom reply?", right after something was booked with him: to that, though he comes to others as well."""
    shown = tuple(event for event in found.events if (event.id,) == frame.listed)
    return replace(found, events=shown or found.events)


def _placeless(words: str, said: Understood) -> str:
    """The words without the place of which it is asked whether the event is there: "is the retro in Tejo?".

    And without what only asks who comes: "who sits on the board?".
    """
    words = patterns()["sits-on"].sub(" ", words)
    place = re.escape(said.location) if said.facet == "where" else ""
    return re.sub(rf"\b(?:in|at)\s+(?:the\s+)?(?:room\s+)?{place}\b", "", words, flags=re.IGNORECASE) if place else ""


async def _held_there(said: Understood, asker: Asker) -> Sequence[Event]:
    """ "Who's in Tejo at 2?": one's own events in a room that is named, at that time. Raises GraphError."""
    at = said.time.exact
    try:
        named = {room.email.lower() for room in await rooming.rooms_spoken_of(asker)} if at else set()
    except NotAllowed:
        return ()
    ahead = await upcoming.occurrences(asker) if named else ()
    then = [event for event in ahead if at and event.start <= at < event.end and not event.is_cancelled]
    return [event for event in then if named & {each.email.lower() for each in event.attendees}]


async def _unanswered(found: Sequence[Event], said: Understood, asker: Asker) -> Sequence[Event]:
    """ "That invite from Ana" waits for an answer, and is hers, where there is such a one. Raises GraphError."""
    waiting = [event for event in found if event.is_unanswered]
    named = [each for each in said.people if each.kind == "name"]
    if named and not waiting:
        # "Gareth / Harpreet", which has his name in it and was answered long ago, is no invite from him.
        ahead = await upcoming.invitations_once(asker)
        waiting = [event for event in ahead if event.is_unanswered and not event.is_cancelled]
        return [event for event in waiting if all(which.organizes(each, event) for each in named)]
    return [event for event in waiting if all(which.organizes(each, event) for each in named)] or waiting


async def _asked_about(
    mentions: Sequence[PersonMention], event: Event, frame: Frame, asker: Asker
) -> Sequence[Attendee | Person]:
    """Those of the event who are named; else those of the directory, or whoever has that name. Raises GraphError."""
    about: list[Attendee | Person] = []
    for mention in mentions:
        invited = [each for each in cards.people_of(event) if _is_called(each, mention.text)]
        if mention.kind == "name" and invited:
            about += invited
        elif mention.kind in ("name", "pronoun", "email", "manager"):
            guests, _ = await attendees.resolve([mention], asker, frame.just_named)
            about += [guest.person for guest in guests] or [Person(mention.text, "")]
    return about


def _is_called(attendee: Attendee, said: str) -> bool:
    return goes_by(said, attendee.name)


async def details_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """One of several was tapped. Raises GraphError."""
    ident, facet = data.get("event"), data.get("facet")
    if not isinstance(ident, str) or facet not in FACETS:
        return frame, stale.expired("details", asker)
    try:
        event = await events.get_event(asker.graph, ident, asker.zone)
    except NotFound:
        gone = notices.notice(asker.reader.say("details-gone"), asker.reader)
        return frame, Reply(card=gone, dialog="details", outcome="gone")
    return _told(event, facet, frame, asker)


async def found_by(said: Understood, frame: Frame, asker: Asker, *, words: str = "") -> Meant:
    """The events that are spoken of, in order of start: those ahead, or where the words say no time, those gone by.

    `words` name the event, where the utterance speaks of more. Raises GraphError.
    """
    nearly = Meant()
    for window in _where_to_look(said, asker):
        view = await events.calendar_view(asker.graph, window, asker.zone)
        view = tuple(event for event in view if not event.is_cancelled)
        found = spoken.of(words or asker.turn.utterance, said, view, frame)
        if found.events and not found.nearly:
            return found
        nearly = nearly if nearly.events else found
    return nearly


def _where_to_look(said: Understood, asker: Asker) -> Sequence[Window]:
    midnight = asker.now.replace(hour=0, minute=0, second=0, microsecond=0)
    starts = [said.time.exact, *(slot.start for slot in said.time.slots)]
    known = [start for start in starts if start is not None]
    if known and said.intent is not Intent.SET_REMINDER:
        first = min(known).replace(hour=0, minute=0, second=0, microsecond=0)
        ends = [slot.end for slot in said.time.slots if slot.end is not None]
        return (Window(first, max([first + timedelta(days=1), *ends])),)
    if said.facet == "last":
        return (Window(midnight - PAST, asker.now),)
    ahead = (Window(midnight, midnight + upcoming.SOON), Window(midnight + upcoming.SOON, midnight + upcoming.YEAR))
    if said.intent is Intent.EVENT_DETAILS and tells_of_past(asker.turn.utterance):
        return (Window(midnight - PAST, asker.now), *ahead)
    return (*ahead, Window(midnight - PAST, midnight))


def chosen_of(found: Sequence[Event], said: Understood, facet: str, asker: Asker) -> Sequence[Event]:
    """One where the words leave no doubt: what is on, the next one, the next of a series; else those that differ."""
    now = asker.now
    if facet == "last":
        return found[-1:]
    timed = [event for event in found if not event.is_all_day] or list(found)
    ahead = [event for event in timed if event.end > now]
    is_named = spoken.names_one(asker.turn.utterance, said)
    if facet == "join":
        online = [event for event in ahead if event.join_url]
        ahead = online or ahead
        on = [event for event in ahead if event.start <= now + ABOUT_TO_START]
        if not is_named:
            return on or ahead[:1] or timed[-1:]
    if not ahead:
        return timed[-1:] if _is_one(timed) or not is_named else timed
    if not is_named and said.choice is None and len(ahead) > 1:
        return _unnamed(ahead, said, facet, asker)
    first = ahead[0]
    return [first] if _is_one(ahead) else _first_of_each(ahead)


def _unnamed(ahead: Sequence[Event], said: Understood, facet: str, asker: Asker) -> Sequence[Event]:
    """Of nothing but "my next meeting", "this meeting", "my meeting with Tom"."""
    words = folded(asker.turn.utterance).split()
    on = [event for event in ahead if event.start <= asker.now]
    after = [event for event in ahead if event.start > asker.now]
    is_about_now = "next" not in words and (
        facet == "end" or {"left", "this", "current", "now", "longer", "remaining"} & set(words)
    )
    if on and is_about_now:
        return on[-1:]
    return after[:1] or on[-1:]


def _is_one(found: Sequence[Event]) -> bool:
    """The same meeting over and over."""
    return len({event.series_id or folded(event.subject) for event in found}) == 1


def _first_of_each(found: Sequence[Event]) -> Sequence[Event]:
    seen: dict[str, Event] = {}
    for event in found:
        seen.setdefault(event.series_id or event.id, event)
    return tuple(seen.values())[: cards.SHOWN]


def ask_which(
    found: Sequence[Event],
    frame: Frame,
    asker: Asker,
    *,
    verb: str,
    data: Json,
    facet: str = "",
    nearly: bool = False,
) -> tuple[Frame, Reply]:
    """A card to choose one of several events from; the choice taps `verb` with `data` and the event's id.

    `nearly`: none of them is quite what was said.
    """
    question = Question("choice", tuple(f"{event.subject} {asker.reader.moment(event.window)}" for event in found))
    taps = tuple(Tap(verb, {**data, "event": event.id}) for event in found)
    # "Did you mean this one?" is answered by a yes.
    asked = Asked(asker.card_id, question, taps, yes=taps[0] if len(taps) == 1 else None, left="nothing-changed")
    frame = replace(frame, listed=tuple(event.id for event in found), asked=asked)
    card = cards.which(found, asker.id, asker.reader, verb=verb, data=data, facet=facet, nearly=nearly)
    return frame, Reply(card=card, dialog="details", outcome="asked")


def _told(
    event: Event,
    facet: str,
    frame: Frame,
    asker: Asker,
    *,
    about: Sequence[Attendee | Person] = (),
    place: str = "",
) -> tuple[Frame, Reply]:
    words = answer(event, facet, asker, about=about)
    if place:
        is_there = set(folded(place).split()) <= set(folded(event.location).split())
        no = "where-not-there" if event.location or event.is_online else "where-unset"
        words = asker.reader.say("where-there" if is_there else no, said=place, place=words)
    frame, reply = shown(event, words, frame, asker)
    told = about or attendance.answered_so(event, facet)
    if len(told) == 1 and not frame.booking:
        # Once it was told who has declined, or whether somebody comes, "him" is that one.
        frame = replace(frame, named=(Person(told[0].name, told[0].email),))
    return frame, reply


def shown(event: Event, words: str, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The answer above what else is known of the event, which is what "it" means from then on."""
    asked_for = [Proposal(event, each) for each in proposals_of(event, asker.now)]
    card = cards.details(event, words, asker.reader, proposals=asked_for, owner_id=asker.id)
    day = event.start.astimezone(asker.zone).date()
    # Of a meeting with one other person "he" is that one.
    company = {each.email.lower(): Person(each.name, each.email) for each in event.attendees if each.kind != "resource"}
    company |= {event.organizer.email.lower(): event.organizer}
    company.pop(asker.me.email.lower(), None)
    named = tuple(company.values()) if len(company) == 1 and not frame.booking else frame.named
    return replace(frame, listed=(event.id,), day=day, named=named), Reply(card=card, dialog="details", outcome="told")


def answer(event: Event, facet: str, asker: Asker, *, about: Sequence[Attendee | Person] = ()) -> str:
    """One line that answers what was asked. `about` are people who were asked about by name."""
    now, reader = asker.now, asker.reader
    if facet in attendance.SAID_OF_ALL:
        return attendance.of_all(event, facet, reader)
    match facet:
        case "where":
            place = cards.where_of(event, reader)
            return place if place else reader.say("where-none")
        case "who":
            return attendance.who(event, about, asker)
        case "mine":
            return attendance.mine(event, asker)
        case "needed":
            return attendance.needed(event, about, asker)
        case "count":
            return reader.say("who-count", count=len(cards.people_of(event)))
        case "organizer":
            return reader.say("organized-by", name=event.organizer.name or event.organizer.email)
        case "duration":
            return reader.say("agenda-all-day") if event.is_all_day else reader.duration(event.window.length)
        case "what":
            return _excerpt(event.body) or reader.say("about-unknown", when=_when(event, now, reader))
        case "end":
            return _end(event, now, reader)
        case "left":
            return _left(event, now, reader)
        case "join":
            return reader.say("join-here" if event.join_url else "join-none")
    return _when(event, now, reader)


def _excerpt(body: str) -> str:
    """The beginning of a text."""
    words = " ".join(body.split())
    return words if len(words) <= EXCERPT else f"{words[:EXCERPT].rsplit(' ', 1)[0]} …"


def _when(event: Event, now: datetime, reader: Reader) -> str:
    if event.start.year != now.year:
        return cards.moment_of(event, reader)
    if event.is_all_day:
        return f"{reader.day(event.start)}, {reader.say('agenda-all-day')}"
    return reader.moment(event.window)


def _end(event: Event, now: datetime, reader: Reader) -> str:
    end = reader.clock(event.end)
    if event.end <= now:
        return reader.say("ended-at", time=end, day=reader.day(event.end))
    if event.start <= now:
        return reader.say("ends-in", time=end, left=_length(event.end - now, reader))
    return reader.say("ends-at", time=end, day=reader.day(event.end))


def _left(event: Event, now: datetime, reader: Reader) -> str:
    if event.end <= now:
        return reader.say("ended-at", time=reader.clock(event.end), day=reader.day(event.end))
    if event.start <= now:
        return reader.say("left", left=_length(event.end - now, reader), time=reader.clock(event.end))
    return reader.say("starts-in", left=_length(event.start - now, reader))


def _length(left: timedelta, reader: Reader) -> str:
    """Whole minutes, rounded up; days where it is more than one."""
    minutes = -(-int(left.total_seconds()) // 60)
    if minutes < 24 * 60:
        return reader.duration(timedelta(minutes=minutes))
    days = reader.say("days", count=minutes // (24 * 60))
    rest = minutes % (24 * 60)
    return f"{days} {reader.duration(timedelta(minutes=rest))}" if rest else days
