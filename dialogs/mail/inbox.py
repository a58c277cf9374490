"""Find mail and read it: a list with the newest first, or the one message that is meant.

Ana: any mail from Tom?
Bot: Mail from Tom · 2 messages
     Tom Becker  Onboarding sketches …   [Read]
     Tom Becker  Lunch …                 [Read]
Ana: read the second
Bot: Lunch · From Tom Becker …           [Reply] [Make it a meeting] [Delete]
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dialogs import stale
from dialogs.asker import Asker
from dialogs.cards import mail as cards
from dialogs.cards import notices
from dialogs.frame import Frame, MailView
from dialogs.mail import sought
from dialogs.turn import Json, Reply
from dialogs.understand.understood import MailSaid, Slot, Understood
from dialogs.words.reader import Reader
from graph.mail import Message

MOST_NAMED = 3
SHOWN = 6
"""Messages on one card."""


async def look(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """List what fits, or show the one that is meant. Raises GraphError."""
    mail = said.mail or MailSaid(is_plural=True)
    if len(mail.places) > 1:
        return await _list(await sought.meant(mail, frame, asker), mail, frame, asker)
    if said.facet == "read" or mail.places or mail.step:
        return await _read(mail, frame, asker)
    found = await sought.search(mail, frame, asker)
    if not found:
        return await _none(mail, frame, asker)
    if len(found) == 1 and not mail.is_plural and sought.is_described(mail):
        return await show(found[0], frame, asker)
    found = sought.narrowed(found, mail)
    return await _list(found, mail, frame, asker)


async def more(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """What follows in the list on the screen. Raises GraphError."""
    view = frame.mail
    if view is None or view.sought is None:
        return await look(replace(said, facet="", mail=MailSaid(is_plural=True)), frame, asker)
    return await _following(view, view.sought, frame, asker)


async def _following(view: MailView, mail: MailSaid, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    seen = (*view.seen, *view.listed)
    found = [message for message in await sought.search(mail, frame, asker) if message.id not in seen]
    if not found:
        return frame, Reply(text=asker.reader.say("mail-no-more"), dialog="mail", outcome="nothing")
    return await _list(found, mail, frame, asker, seen=seen)


async def more_tapped(_data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A tap on "More". Raises GraphError."""
    if frame.mail is None or frame.mail.sought is None:
        return frame, stale.expired("mail", asker)
    frame, reply = await _following(frame.mail, frame.mail.sought, frame, asker)
    return frame, replace(reply, stacked=True)


async def read_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A tap on one of a list. Raises GraphError."""
    found = await sought.one(str(data.get("message")), asker)
    if found is None:
        return frame, gone(asker)
    frame, reply = await show(found, frame, asker)
    return frame, replace(reply, stacked=True)


async def replied(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Whether somebody has written back since they were last written to. Raises GraphError."""
    mail = said.mail or MailSaid()
    came = await sought.search(mail, frame, asker)
    sent = await sought.search(replace(mail, is_sent=True), frame, asker)
    reader = asker.reader
    if came and sent and _is_after(came[0], sent[0]):
        lead = reader.say("mail-replied", name=cards.name_of(came[0].sender))
        return await show(came[0], frame, asker, lead=lead)
    if sent:
        who = await sought.correspondents(mail.people, frame, asker)
        names = [cards.name_of(person) for person in sent[0].to if any(each.is_one(person) for each in who)]
        told = {
            "name": reader.names(names),
            "subject": cards.subject_of(sent[0], reader),
            "when": cards.moment(sent[0], reader),
        }
        return frame, Reply(text=reader.say("mail-not-replied", **told), dialog="mail", outcome="nothing")
    if came:
        return await _list(came, mail, frame, asker)
    return await _none(mail, frame, asker)


def _is_after(came: Message, sent: Message) -> bool:
    return came.received is not None and sent.received is not None and came.received >= sent.received


async def _read(mail: MailSaid, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    found = await sought.meant(mail, frame, asker)
    if not found:
        if (mail.is_at_hand or mail.places or mail.step) and not sought.is_described(mail):
            return frame, Reply(text=asker.reader.say("mail-none-there"), dialog="mail", outcome="nothing")
        return await _none(mail, frame, asker)
    if len(found) > 1:
        if mail.is_at_hand:
            return frame, Reply(text=asker.reader.say("mail-say-which"), dialog="mail", outcome="asked")
        return await _list(found, sought.everything(mail), frame, asker)
    return await show(found[0], frame, asker)


async def show(found: Message, frame: Frame, asker: Asker, *, lead: str = "") -> tuple[Frame, Reply]:
    """One message, whole; it stays unread until that is asked for. Raises GraphError."""
    whole = await sought.one(found.id, asker)
    if whole is None:
        return frame, gone(asker)
    view = frame.mail or MailView((whole.id,))
    if whole.id not in view.listed:
        view = MailView((whole.id,))
    me = asker.me.email.lower()
    parties = {person.email.lower() for person in (whole.sender, *whole.to, *whole.cc)} - {me}
    card = cards.message(
        whole,
        asker.id,
        asker.reader,
        is_own=whole.sender.email.lower() == me,
        has_others=len(parties) > 1,
        lead=lead,
    )
    others = tuple(person for person in (whole.sender,) if person.email.lower() != me)
    frame = replace(frame, mail=replace(view, opened=whole.id, is_on_screen=True), named=others or frame.named)
    return replace(frame, asked=None), Reply(card=card, dialog="mail", outcome="read")


async def _list(
    found: Sequence[Message], mail: MailSaid, frame: Frame, asker: Asker, *, seen: tuple[str, ...] = ()
) -> tuple[Frame, Reply]:
    shown = found[:SHOWN]
    writers = list(dict.fromkeys(cards.name_of(message.sender) for message in found)) if mail.people else []
    # Whoever is asked for in a hurry is called by their name.
    known = not mail.is_sent and 0 < len(writers) <= MOST_NAMED
    who = asker.reader.names(writers) if known else await _names(mail, frame, asker)
    full = len(seen) + len(found) >= sought.DEEP
    title = asker.reader.say("mail-title", kind=_kind(mail), count=len(seen) + len(found), full="yes" if full else "no")
    told = _told(mail, who, asker.reader)
    view = MailView(tuple(each.id for each in shown), sought=sought.everything(mail), seen=seen)
    left = len(found) - len(shown)
    listing = cards.Found(title, told, tuple(shown), left, is_sent=mail.is_sent)
    card = cards.listing(listing, asker.card_id, asker.id, asker.reader)
    senders = list({message.sender.email.lower(): message.sender for message in found}.values())
    # "Did Tom write? … Set up half an hour with him."
    named = tuple(senders) if mail.people and not mail.is_sent and len(senders) == 1 else frame.named
    return replace(frame, mail=view, asked=None, named=named), Reply(card=card, dialog="mail", outcome="listed")


async def _none(mail: MailSaid, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Nothing fits, and where it was looked for."""
    told = _told(mail, await _names(mail, frame, asker), asker.reader)
    name = "mail-none-which" if told else "mail-none"
    where = asker.reader.say("mail-looked") if mail.people or mail.about else ""
    words = asker.reader.say(name, kind=_kind(mail), which=told)
    return frame, Reply(text=f"{words} {where}".strip(), dialog="mail", outcome="nothing")


def _kind(mail: MailSaid) -> str:
    return "sent" if mail.is_sent else "unread" if mail.is_unread else "any"


async def _names(mail: MailSaid, frame: Frame, asker: Asker) -> str:
    return asker.reader.names([each.said for each in await sought.correspondents(mail.people, frame, asker)])


def _told(mail: MailSaid, who: str, reader: Reader) -> str:
    """What was looked for, in words."""
    parts = []
    if who:
        parts.append(reader.say("mail-to-whom" if mail.is_sent else "mail-from-whom", names=who))
    if mail.about:
        parts.append(reader.say("mail-about", about=mail.about))
    parts += [_stretch(slot, reader) for slot in mail.time.slots[:1]]
    parts += [reader.say("mail-important")] if mail.is_important else []
    parts += [reader.say("mail-with-files")] if mail.has_files else []
    return " · ".join(parts)


def _stretch(slot: Slot, reader: Reader) -> str:
    start, end = slot.start, slot.end
    if start is None or end is None:
        moment = start or end
        return reader.say("mail-since" if start else "mail-until", when=reader.day(moment) if moment else "")
    if start.hour == end.hour == 0:
        first, final = reader.day(start), reader.day(end - timedelta(days=1))
        return first if first == final else f"{first} – {final}"
    return f"{reader.day(start)}, {reader.clock(start)} – {reader.clock(end)}"


def gone(asker: Asker) -> Reply:
    """What is said of a message that is no longer there."""
    return Reply(card=notices.notice(asker.reader.say("mail-gone"), asker.reader), dialog="mail", outcome="gone")
