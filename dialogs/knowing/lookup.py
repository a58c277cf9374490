"""Look somebody up: who they are, where they sit, their number, their manager, where they are working.

Ana: who is Tom?
Bot: Tom Becker · Designer                              [Chat]
     E-mail tom@contoso.example · Manager Mia Chen · Local time 11:10 (Berlin)
Ana: what's his number?
Bot: No phone number of Tom Becker is in the directory.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time

from dialogs import stale
from dialogs.asker import Asker
from dialogs.cards import person as cards
from dialogs.cards.person import Known
from dialogs.frame import Asked, Frame, Guest, Unresolved
from dialogs.knowing import whereabouts
from dialogs.people import attendees, portraits
from dialogs.places import rooms
from dialogs.turn import Json, Reply, Tap
from dialogs.understand.understood import PersonMention, Question, Understood
from dialogs.understand.when import cities
from graph import people
from graph.errors import NotAllowed, NotFound
from graph.model import Person, Window

Found = tuple[tuple[Guest, ...], tuple[Unresolved, ...]]
FACETS = frozenset(("", "phone", "email", "office", "title", "manager", "reports", "working"))


async def tell(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """What was asked of whom; of several with that name, first which one. Raises GraphError."""
    facet = said.facet if said.facet in FACETS or said.facet == "room" else ""
    window = _when(said, asker)
    is_me = said.facet == "me" or any(each.kind == "me" for each in said.people)
    if is_me and facet != "manager":
        return await _told(asker.me, facet, frame, asker, window)
    mentions = _mine(facet) if is_me else said.people or _mine(facet)
    if facet == "manager" and mentions and mentions[0].kind == "manager":
        facet = ""
    if not mentions:
        return frame, Reply(text=asker.reader.say("lookup-whom"), dialog="lookup", outcome="asked")
    guests, unclear = await attendees.resolve(mentions, asker, frame.just_named)
    if unclear and len(mentions) == 1 and (owner := _owner(mentions[0])):
        guests, unclear = await _of_owner(owner, (guests, unclear), asker, frame)
    if (facet == "room" or unclear) and (room := await rooms.told(mentions, asker)):
        return frame, room
    if unclear:
        return await _ask(unclear[0], facet, window, frame, asker)
    if not guests:
        return await _told(asker.me, facet, frame, asker, window)
    if len(guests) > 1:
        names = asker.reader.names([guest.person.name for guest in guests])
        frame = replace(frame, named=tuple(guest.person for guest in guests))
        if facet == "working":
            words = await whereabouts.away_of([guest.person for guest in guests], _stretch(said, window), asker)
            return frame, Reply(text=words, dialog="lookup", outcome="told")
        return frame, Reply(text=asker.reader.say("lookup-several", names=names), dialog="lookup", outcome="told")
    besides = tuple(each.facet for each in said.others if each.facet in FACETS)
    after, reply = await _told(guests[0].person, facet, frame, asker, window, besides=besides)
    # Of "what's his e-mail" behind "who is his manager" he is who was spoken of all along.
    goes_on = mentions[0].kind == "pronoun" and reply.outcome == "told"
    return (replace(after, named=(guests[0].person,)) if goes_on else after), reply


def _owner(mention: PersonMention) -> PersonMention | None:
    """Whose manager or number is asked for, where the apostrophe was left out: "toms boss"."""
    is_owner = mention.kind == "name" and mention.text.endswith("s")
    return replace(mention, text=mention.text[:-1]) if is_owner else None


async def _of_owner(owner: PersonMention, found: Found, asker: Asker, frame: Frame) -> Found:
    """Those who are found so, where anybody is; else `found`."""
    again = await attendees.resolve((owner,), asker, frame.just_named)
    return again if again[0] and not again[1] else found


async def person_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """One of several people was tapped. Raises GraphError."""
    ident, facet, day = data.get("person"), data.get("facet"), data.get("day")
    if not isinstance(ident, str) or not isinstance(day, str) or facet not in FACETS:
        return frame, stale.expired("lookup", asker)
    try:
        person = await people.get_user(asker.graph, ident)
        window = whereabouts.today(datetime.combine(date.fromisoformat(day), time(), asker.zone))
    except (NotFound, ValueError):
        return frame, stale.expired("lookup", asker)
    return await _told(person, facet, frame, asker, window)


def _mine(facet: str) -> tuple[PersonMention, ...]:
    """ "Who do I report to?" names nobody."""
    return (PersonMention("my manager", (0, 0), kind="manager"),) if facet == "manager" else ()


def _when(said: Understood, asker: Asker) -> Window:
    slot = next(iter(said.time.slots), None)
    start = (slot.start if slot else said.time.exact) or asker.now
    return whereabouts.today(start)


def _stretch(said: Understood, day: Window) -> Window:
    """All of the time that is asked of: "this week"."""
    slot = next(iter(said.time.slots), None)
    return Window(slot.start, slot.end) if slot and slot.start and slot.end else day


async def _ask(unclear: Unresolved, facet: str, window: Window, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    reader = asker.reader
    found = [person for person in unclear.candidates if person.id or person.email]
    if not found:
        words = reader.say("lookup-pronoun" if unclear.said in _PRONOUNS else "lookup-none", said=unclear.said)
        return frame, Reply(text=words, dialog="lookup", outcome="nothing")
    data = {"facet": facet, "day": window.start.date().isoformat()}
    taps = tuple(Tap("person", {**data, "person": person.id or person.email}) for person in found)
    question = Question("person", tuple(f"{each.name} {each.title} {each.department} {each.office}" for each in found))
    asked = Asked(asker.card_id, question, taps, left="nothing-changed")
    photos = await portraits.of(found, asker)
    held = {**data, "for": asker.id}
    card = cards.which(unclear.said, found, held, photos, reader, nearly=not unclear.ambiguous)
    return replace(frame, asked=asked), Reply(card=card, dialog="lookup", outcome="asked")


_PRONOUNS = frozenset(("he", "she", "him", "her", "his", "they", "them", "their", "hers"))


async def _told(
    person: Person, facet: str, frame: Frame, asker: Asker, window: Window, *, besides: Sequence[str] = ()
) -> tuple[Frame, Reply]:
    manager, reports, schedule, presence, photos = await asyncio.gather(
        _manager(person, asker),
        _reports(person, asker) if "reports" in (facet, *besides) else _nobody(),
        whereabouts.schedule_of(person, window, asker),
        whereabouts.presence_of(person, asker) if window == whereabouts.today(asker.now) else _nothing(),
        portraits.of((person,), asker),
    )
    zone = cities.at_place(whereabouts.clock_of(schedule, asker), person.office, asker.now)
    where = (
        whereabouts.told(person, schedule, window, asker.now, asker.reader) if "working" in (facet, *besides) else ""
    )
    known = Known(person, manager, tuple(reports), zone, presence, where, photos)
    # Who asks for somebody's manager means that one by "her".
    spoken_of = manager if facet == "manager" and manager else person
    frame = replace(frame, named=(spoken_of,) if spoken_of.email != asker.me.email else frame.named)
    card = cards.card_of(known, facet, asker.now, asker.reader, besides=besides)
    return frame, Reply(card=card, dialog="lookup", outcome="told")


async def _manager(person: Person, asker: Asker) -> Person | None:
    """Nobody where that may not be read. Raises GraphError."""
    try:
        return await people.manager(asker.graph, person.id) if person.id else None
    except NotAllowed:
        return None


async def _reports(person: Person, asker: Asker) -> Sequence[Person]:
    try:
        return await people.direct_reports(asker.graph, person.id) if person.id else ()
    except (NotAllowed, NotFound):
        return ()


async def _nobody() -> Sequence[Person]:
    return ()


async def _nothing() -> str:
    return ""
