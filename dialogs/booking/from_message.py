"""Make a meeting of a chat message, in a dialog that opens from the message's menu.

    Tom: Ana, could we look at the budget on Thursday at 3?
    Ana opens "Make a meeting" on it
    Dialog: Title: … People: Tom Becker · Thu 26 Nov, 15:00 · 30 min · what Tom wrote   [Book] [Find times]
    Ana: [Book]
    A card of the meeting is put into her answer to Tom.

The dialog holds all that is known: nothing is kept between its steps. Its id is the transactionId of the meeting, so
that it is booked once, however often it is sent.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from dialogs.asker import Asker
from dialogs.booking import offering, picking
from dialogs.booking.prefilling import meeting_time, title_of
from dialogs.booking.questions import GRACE
from dialogs.cards import forms
from dialogs.cards.forms import Form
from dialogs.decisions.openings import Opening
from dialogs.frame import Booking, Frame, Guest, Offer
from dialogs.mail import share
from dialogs.mail.quoting import shortened
from dialogs.turn import Json, Mentioned
from dialogs.understand.understood import Slot, TimeConstraint
from graph import events, people
from graph.errors import NotFound
from graph.model import Event, Person, Window

QUOTED = 1500
"""Characters of the message that are put into the invitation."""
TITLE = 80
MOST = 50
"""People of one message."""
LONGEST = timedelta(hours=24)


@dataclass(frozen=True)
class ChatMessage:
    """A message of a chat or a channel: who wrote it and who is mentioned in it, its words, and where it stands."""

    people: tuple[Mentioned, ...] = ()
    subject: str = ""
    text: str = ""
    link: str = ""


@dataclass(frozen=True)
class Step:
    """What the dialog shows next; once something is `booked`, the card that is put into the chat."""

    card: Json
    booked: bool = False


def dialog_title(asker: Asker) -> str:
    """What the dialog is called."""
    return asker.reader.say("form-dialog")


async def opened(message: ChatMessage, asker: Asker) -> Step:
    """The dialog, filled in from the message. Raises GraphError."""
    known = await _known([each.id for each in message.people if each.id][:MOST], asker)
    when = meeting_time(f"{message.subject}\n{message.text}", asker)
    start = when.exact or (when.slots[0].start if when.slots and _is_short(when) else None)
    filled = Form(
        asker.card_id,
        _title(message),
        tuple(person.id for person in known if person.id != asker.me.id),
        f"{start:%Y-%m-%d}" if start else "",
        f"{start:%H:%M}" if start and when.exact else "",
        _minutes(when.duration),
        _note(message, asker),
    )
    return Step(forms.form(filled, known, asker.reader))


async def submitted(data: Json, asker: Asker) -> Step:
    """Book what the dialog says, or show what is wrong or which times are better. Raises GraphError."""
    filled = _filled(data)
    known = await _known(filled.people, asker)
    if data.get("ask") == "back":
        return Step(forms.form(filled, known, asker.reader))
    stated = _picked(data, asker) if data.get("ask") == forms.PICK else _start(filled, asker)
    problem = _problem(filled, stated, data, asker)
    if problem:
        return Step(forms.form(filled, known, asker.reader, problem=asker.reader.say(problem)))
    guests = tuple(Guest(person) for person in known if person.email and person.id != asker.me.id)
    booking = Booking(
        guests,
        subject=filled.subject,
        duration=timedelta(minutes=filled.minutes),
        time=_time(filled, stated if data.get("ask") != forms.FIND else None, asker),
        online=bool(guests),
        text=filled.note,
    )
    if booking.time.exact and (made := await _made_before(filled, booking, asker)):
        return Step(share.card(made, asker), booked=True)
    return await _booked(filled, booking, data, asker)


async def failed(data: Json, problem: str, asker: Asker) -> Step:
    """The dialog with what went wrong above it, and everything that was filled in. Raises GraphError."""
    filled = _filled(data)
    return Step(forms.form(filled, await _known(filled.people, asker), asker.reader, problem=problem))


async def _booked(filled: Form, booking: Booking, data: Json, asker: Asker) -> Step:
    frame, reply = await offering.propose(Frame(profile=asker.profile), booking, asker)
    offer = frame.open_offer
    if offer is None or reply.card is None:
        known = [guest.person for guest in booking.guests]
        return Step(forms.form(filled, known, asker.reader, problem=reply.text))
    exact = booking.time.exact
    asked = next((each for each in offer.openings if each.window.start == exact), None)
    worst = data.get("worst")
    picked = data.get("ask") == forms.PICK and isinstance(worst, int) and asked is not None and asked.worst <= worst
    if asked is None or (asked.is_objected_to and not picked):
        starts = [(each.window.start.astimezone(UTC).isoformat(), int(each.worst)) for each in offer.openings]
        return Step(forms.times(reply.card, filled, starts, asker.reader))
    return Step(share.card(await _create(filled, offer, asked, asker), asker), booked=True)


async def _create(filled: Form, offer: Offer, opening: Opening, asker: Asker) -> Event:
    only = Offer(filled.id, offer.booking, (opening,))
    frame = Frame(profile=asker.profile).with_offer(only)
    after, _ = await picking.book_tapped({"card": filled.id, "n": 0, "anyway": True}, frame, asker)
    made = after.offer(filled.id)
    assert made is not None and made.event_id
    return await events.get_event(asker.graph, made.event_id, asker.zone)


async def _made_before(filled: Form, booking: Booking, asker: Asker) -> Event | None:
    """What this very dialog has booked already, though its answer may never have come. Raises GraphError."""
    assert booking.time.exact is not None
    window = Window(booking.time.exact, booking.time.exact + booking.length)
    view = await events.calendar_view(asker.graph, window, asker.zone)
    return next((event for event in view if event.transaction_id == filled.id), None)


async def _known(idents: Sequence[str], asker: Asker) -> tuple[Person, ...]:
    """Those whom the directory has, each once."""

    async def one(ident: str) -> Person | None:
        try:
            return await people.get_user(asker.own, ident)
        except NotFound:
            return None

    found = await asyncio.gather(*(one(ident) for ident in dict.fromkeys(idents)))
    return tuple(person for person in found if person)


def _title(message: ChatMessage) -> str:
    first = next((line.strip() for line in message.text.split("\n") if line.strip()), "")
    return title_of(message.subject) or shortened(first, TITLE)


def _note(message: ChatMessage, asker: Asker) -> str:
    words = shortened(message.text.strip(), QUOTED)
    link = asker.reader.say("form-link", link=message.link) if message.link else ""
    return "\n\n".join(filter(None, (words, link)))


def _is_short(when: TimeConstraint) -> bool:
    """Hours of one day: its beginning says the day."""
    slot = when.slots[0]
    return bool(slot.start and slot.end and slot.end - slot.start <= LONGEST)


def _minutes(length: timedelta | None) -> int:
    minutes = int(length.total_seconds() // 60) if length else 0
    return minutes if 0 < minutes <= LONGEST // timedelta(minutes=1) else 30


def _filled(data: Json) -> Form:
    """What came back from the dialog; what Teams leaves out was left empty."""

    def words(name: str, longest: int) -> str:
        value = data.get(name)
        return value.strip()[:longest] if isinstance(value, str) else ""

    minutes = words("minutes", 4)
    return Form(
        words("id", 60),
        words("subject", forms.SUBJECT),
        tuple(each.strip() for each in words("people", 4000).split(",") if each.strip())[:MOST],
        words("day", 10),
        words("clock", 5),
        int(minutes) if minutes.isdecimal() and 0 < int(minutes) <= LONGEST // timedelta(minutes=1) else 30,
        words("note", forms.NOTE),
    )


def _start(filled: Form, asker: Asker) -> datetime | None:
    try:
        return datetime.combine(date.fromisoformat(filled.day), time.fromisoformat(filled.clock), asker.zone)
    except ValueError:
        return None


def _picked(data: Json, asker: Asker) -> datetime | None:
    try:
        return datetime.fromisoformat(str(data.get("start"))).astimezone(asker.zone)
    except ValueError:
        return None


def _problem(filled: Form, stated: datetime | None, data: Json, asker: Asker) -> str:
    """Why it cannot be booked as it stands; empty where it can."""
    if not filled.id or not filled.subject:
        return "form-subject-missing"
    if data.get("ask") == forms.FIND:
        return ""
    if stated is None:
        return "form-when-missing"
    if stated < asker.now - GRACE:
        return "form-past"
    there_and_back = stated.astimezone(UTC).astimezone(asker.zone)
    return "" if there_and_back.replace(tzinfo=None) == stated.replace(tzinfo=None) else "form-skipped"


def _time(filled: Form, exact: datetime | None, asker: Asker) -> TimeConstraint:
    """The time itself; of a day alone, all of it; with neither, any time."""
    if exact:
        return TimeConstraint(exact=exact)
    try:
        day = datetime.combine(date.fromisoformat(filled.day), time(), asker.zone)
    except ValueError:
        return TimeConstraint()
    return TimeConstraint(slots=(Slot(max(day, asker.now), day + timedelta(days=1)),))
