"""Make a meeting of a message: with its people, about its subject, when it or the speaker says.

Ana: turn this mail into a meeting
Bot: Times for “Q3 budget”, 30 min · Alex Rivera and Priya Nair …      [Book]
"""

from collections.abc import Mapping
from dataclasses import replace

from dialogs.asker import Asker
from dialogs.booking import book
from dialogs.booking.prefilling import meeting_time, title_of
from dialogs.frame import Booking, Frame, Guest
from dialogs.mail import inbox, sought
from dialogs.people import attendees
from dialogs.turn import Json, Reply
from dialogs.understand.understood import Intent, MailSaid, PersonMention, TimeConstraint, Understood
from graph.mail import Message
from graph.model import Person

MACHINES = ("noreply", "no-reply", "donotreply", "do-not-reply", "mailer-daemon")
"""Beginnings of addresses that nobody reads."""
MOST = 50


async def book_meeting(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Offer times for a meeting of the message that is meant. Raises RosterUnknown, GraphError."""
    mail = said.mail or MailSaid(is_at_hand=True)
    found = await sought.meant(mail, frame, asker)
    if not found:
        name = "mail-none-to-answer" if sought.is_described(mail) else "mail-which-answer"
        return frame, Reply(text=asker.reader.say(name), dialog="mail", outcome="nothing")
    if len(found) > 1 and not sought.is_described(mail):
        return frame, Reply(text=asker.reader.say("mail-say-which"), dialog="mail", outcome="asked")
    return await _booking(found[0], said, frame, asker)


async def meeting_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A tap on "Make it a meeting". Raises GraphError."""
    found = await sought.one(str(data.get("message")), asker)
    if found is None:
        return frame, inbox.gone(asker)
    nothing = Understood(Intent.SCHEDULE, 1.0)
    frame, reply = await _booking(found, nothing, frame, asker)
    return frame, replace(reply, stacked=True)


async def _booking(found: Message, said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    whole = await sought.one(found.id, asker)
    if whole is None:
        return frame, inbox.gone(asker)
    guests, unresolved = await attendees.resolve(said.people, asker, frame.just_named)
    if not said.people:
        guests = await _people(whole, asker)
    time = said.time if _says_when(said.time) else meeting_time(f"{whole.subject}\n{whole.body}", asker)
    time = replace(time, duration=said.time.duration or time.duration)
    booking = Booking(
        guests=guests,
        unresolved=unresolved,
        subject=title_of(whole.subject),
        duration=time.duration,
        time=replace(time, duration=None),
        location=said.location,
        online=True if said.online is None else said.online,
        usual=asker.habits.usual_length,
    )
    return await book.proceed(booking, frame.at_rest(), asker)


def _says_when(time: TimeConstraint) -> bool:
    return bool(time.exact or time.slots or time.rrule or time.earliest or time.impossible)


async def _people(found: Message, asker: Asker) -> tuple[Guest, ...]:
    """Everybody whom the message names but the speaker, as the directory has them. Raises GraphError."""
    everybody = {each.email.lower(): each for each in (found.sender, *found.to, *found.cc) if each.email}
    everybody = {email: each for email, each in everybody.items() if not email.startswith(MACHINES)}
    mentions = [PersonMention(each.email, (0, 0), kind="email", email=each.email) for each in everybody.values()]
    guests, _ = await attendees.resolve(mentions[:MOST], asker, ())
    return tuple(_named(guest, everybody) for guest in guests)


def _named(guest: Guest, everybody: Mapping[str, Person]) -> Guest:
    """Who is not in the directory is called as the message calls them."""
    known = everybody.get(guest.person.email.lower())
    if known is None or guest.person.name != guest.person.email:
        return guest
    return replace(guest, person=replace(guest.person, name=known.name or known.email))
