"""Answer a message, or pass it on: what would be sent is shown first, and one tap sends it.

Ana: reply that I'll be there
Bot: Send this reply?  To: Tom Becker  Subject: RE: Lunch  I'll be there   [Send] [Don't send]
Ana: [Send]
Bot: Sent.
"""

from dataclasses import replace

from dialogs.asker import Asker
from dialogs.booking.prefilling import title_of
from dialogs.cards import notices
from dialogs.frame import Frame, Letter, MailView
from dialogs.mail import inbox, messages, sought
from dialogs.turn import Json, Reply
from dialogs.understand.understood import MailSaid, Understood
from graph.mail import Message
from graph.model import Person

PREFIX = {"reply": "RE", "reply_all": "RE", "forward_mail": "FW"}
"""What Outlook puts before the subject."""
KINDS = {"reply": "reply", "reply_all": "reply_all", "forward": "forward_mail"}


async def answer(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A reply or a forward, as it would be sent. Raises GraphError."""
    mail = said.mail or MailSaid(is_at_hand=True)
    found = await sought.meant(mail, frame, asker)
    if not found:
        name = "mail-none-to-answer" if sought.is_described(mail) else "mail-which-answer"
        return frame, Reply(text=asker.reader.say(name), dialog="mail", outcome="nothing")
    if len(found) > 1 and not (mail.places or sought.is_described(mail)):
        return frame, Reply(text=asker.reader.say("mail-say-which"), dialog="mail", outcome="asked")
    frame, reply = await _written(found[0], KINDS[said.facet], said, frame, asker)
    return frame, replace(reply, prompts=_the_others(said, mail, asker) or reply.prompts)


def _the_others(said: Understood, mail: MailSaid, asker: Asker) -> tuple[str, ...]:
    """Of several that are to be answered the first one is written; each other is a tap away."""
    names = asker.reader.names([each.text for each in said.people])
    words = f": {said.note}" if said.note else ""
    return tuple(
        asker.reader.say("mail-answer-next", act=said.facet, place=place, words=words, names=names)
        for place in mail.places[1:3]
        if place > 0
    )


async def answer_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A tap on "Reply" of a message. Raises GraphError."""
    found = await sought.one(str(data.get("message")), asker)
    if found is None:
        return frame, inbox.gone(asker)
    letter = _letter(found, "reply_all" if data.get("all") is True else "reply", "", asker)
    frame, reply = messages.ask(letter, _on_screen(found, frame), asker)
    return frame, replace(reply, stacked=True)


async def _written(found: Message, kind: str, said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    letter = _letter(found, kind, said.note[: messages.LONGEST], asker)
    frame = _on_screen(found, frame)
    if kind == "forward_mail":
        return await messages.addressed(said, letter, frame, asker)
    if not letter.to:
        words = asker.reader.say("letter-nobody-mail")
        return frame, Reply(card=notices.notice(words, asker.reader), dialog="mail", outcome="nobody")
    return messages.ask(letter, frame, asker)


def _letter(found: Message, kind: str, words: str, asker: Asker) -> Letter:
    subject = f"{PREFIX[kind]}: {title_of(found.subject) or asker.reader.say('no-subject')}"
    return Letter(asker.card_id, kind, to=_to(found, kind, asker), subject=subject, text=words, mail_id=found.id)


def _to(found: Message, kind: str, asker: Asker) -> tuple[Person, ...]:
    """Who gets the answer; of a message of one's own, those who got that."""
    me = asker.me.email.lower()
    is_own = found.sender.email.lower() == me
    match kind:
        case "forward_mail":
            return ()
        case "reply_all":
            everybody = (found.sender, *found.to, *found.cc)
        case _:
            everybody = found.to if is_own else (found.sender,)
    each = {person.email.lower(): person for person in reversed(everybody) if person.email.lower() != me}
    return tuple(reversed(each.values()))


def _on_screen(found: Message, frame: Frame) -> Frame:
    """With that message as the one that is spoken of."""
    view = frame.mail if frame.mail and found.id in frame.mail.listed else MailView((found.id,))
    return replace(frame, mail=replace(view, opened=found.id, is_on_screen=True))
