"""Delete, archive or mark mail: one message at once, several by one tap on their list; undone within five minutes.

Ana: delete the mails from the newsletter
Bot: Delete 3 messages? …            [Delete 3] [Leave as is]
Ana: [Delete 3]
Bot: Deleted. 3 messages             [Undo]
"""

from collections.abc import Sequence
from dataclasses import replace

from dialogs import stale
from dialogs.asker import Asker
from dialogs.cards import mail as cards
from dialogs.cards import notices
from dialogs.frame import Asked, Frame, MailBatch, MailView, Tidied, Tidying
from dialogs.mail import inbox, sought
from dialogs.turn import Json, Reply, Tap
from dialogs.understand.understood import MailSaid, Question, Understood
from graph import mail
from graph.client import GraphClient
from graph.errors import NotFound
from graph.mail import Message

MOST = 30
"""Messages at once. Nobody reads through more before they are deleted."""
CHOICES = 6
OPPOSITE = {
    Tidying.MARK_READ: Tidying.MARK_UNREAD,
    Tidying.MARK_UNREAD: Tidying.MARK_READ,
    Tidying.FLAG: Tidying.UNFLAG,
    Tidying.UNFLAG: Tidying.FLAG,
}
"""What takes a mark back."""
FOLDERS = {Tidying.DELETE: "deleteditems", Tidying.ARCHIVE: "archive", Tidying.JUNK: "junkemail"}


async def tidy(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Do it to the one that is meant; list several first. Raises GraphError."""
    act, words = Tidying(said.facet), said.mail or MailSaid(is_at_hand=True)
    done = {ident for ident, _ in frame.tidied.messages} if frame.tidied and frame.tidied.act is act else set()
    found = [each for each in await sought.meant(words, frame, asker) if not _is_so(each, act) and each.id not in done]
    if not found:
        return frame, Reply(text=_nothing(act, words, asker), dialog="mail", outcome="nothing")
    if len(found) == 1 and not (words.is_plural and not words.is_at_hand):
        return await _done(act, found, frame, asker)
    if not words.is_plural:
        return _which(act, found[:CHOICES], frame, asker)
    if len(found) > MOST:
        told = asker.reader.say("mail-too-many", count=MOST)
        return frame, Reply(text=told, dialog="mail", outcome="too_many")
    batch = MailBatch(asker.card_id, act, tuple(each.id for each in found))
    yes = Tap("mail_batch", {"card": batch.id})
    asked = Asked(batch.id, Question("yes_no"), (), yes, left="mail-kept")
    view = MailView(batch.messages)
    card = cards.preview(act, found, batch.id, asker.id, asker.reader)
    return replace(frame, mail_batch=batch, asked=asked, mail=view), Reply(card=card, dialog="mail", outcome="asked")


def _is_so(message: Message, act: Tidying) -> bool:
    """Whether it is marked so already."""
    match act:
        case Tidying.MARK_READ | Tidying.MARK_UNREAD:
            return message.is_read is (act is Tidying.MARK_READ)
        case Tidying.FLAG | Tidying.UNFLAG:
            return message.is_flagged is (act is Tidying.FLAG)
    return False


def _nothing(act: Tidying, words: MailSaid, asker: Asker) -> str:
    if words.is_at_hand and act in FOLDERS:
        return asker.reader.say("mail-which-tidy")
    return asker.reader.say("mail-nothing-to-tidy", act=act.value)


def _which(act: Tidying, found: Sequence[Message], frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    ident = asker.card_id
    taps = tuple(Tap("mail_tidy", {"act": act.value, "message": each.id, "card": ident}) for each in found)
    question = Question("choice", tuple(f"{cards.name_of(each.sender)} {each.subject}" for each in found))
    asked = Asked(ident, question, taps, left="mail-kept")
    frame = replace(frame, asked=asked, mail=MailView(tuple(each.id for each in found), is_on_screen=False))
    card = cards.which(act, found, ident, asker.id, asker.reader)
    return frame, Reply(card=card, dialog="mail", outcome="asked")


async def refuse(_said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """What only Outlook itself does with mail, and what can be done here."""
    return frame, Reply(text=asker.reader.say("mail-cannot"), dialog="mail", outcome="cannot")


async def tidy_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A tap on "Delete" or "Mark as read" of one message. Raises GraphError."""
    act = next((each for each in Tidying if each.value == data.get("act")), None)
    if act is None or ("card" in data and data["card"] in frame.closed):
        return frame, stale.expired("mail", asker)
    found = await sought.one(str(data.get("message")), asker)
    if found is None:
        return frame, inbox.gone(asker)
    if "card" in data:
        frame = frame.closing(data["card"])
    return await _done(act, [found], frame, asker)


async def batch_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """A tap on "Delete 5". Raises GraphError."""
    batch = frame.mail_batch
    if batch is None or batch.id != data.get("card") or batch.id in frame.closed:
        return frame, stale.expired("mail", asker)
    found = [message for ident in batch.messages if (message := await sought.one(ident, asker))]
    if not found:
        return frame.closing(batch.id), inbox.gone(asker)
    gone = len(batch.messages) - len(found)
    return await _done(batch.act, found, replace(frame.closing(batch.id), mail_batch=None), asker, gone=gone)


async def keep_tapped(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """All stays where it is."""
    words = asker.reader.say("mail-kept")
    frame = replace(frame.closing(data.get("card")), mail_batch=None)
    return frame, Reply(card=notices.notice(words, asker.reader), dialog="mail", outcome="left")


async def _done(
    act: Tidying, found: Sequence[Message], frame: Frame, asker: Asker, *, gone: int = 0
) -> tuple[Frame, Reply]:
    graph = sought.mailbox(asker)
    for message in found:
        await _apply(act, message.id, graph)
    ident = asker.card_id
    made = Tidied(ident, act, tuple((each.id, each.folder_id) for each in found))
    view = frame.mail
    if view and act in FOLDERS and view.opened in {each.id for each in found}:
        # The list on the screen stays as it is, so that "the third" is still the third.
        view = replace(view, opened="")
    undo = Tap("undo_mail", {"card": ident})
    card = cards.tidied(act, found, ident, asker.id, asker.reader, gone=gone)
    frame = replace(frame, tidied=made, undo=undo, mail=view, asked=None)
    return frame, Reply(card=card, dialog="mail", outcome=act.value)


async def _apply(act: Tidying, ident: str, graph: GraphClient) -> None:
    """Done again, it changes nothing more."""
    if folder := FOLDERS.get(act):
        await mail.move_message(graph, ident, folder)
    elif act in (Tidying.FLAG, Tidying.UNFLAG):
        await mail.flag_message(graph, ident, is_flagged=act is Tidying.FLAG)
    else:
        await mail.mark_read(graph, ident, is_read=act is Tidying.MARK_READ)


async def undo(data: Json, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Put it back where it was. Raises GraphError."""
    made = frame.tidied
    if made is None or made.id != data.get("card"):
        return frame, stale.expired("mail", asker)
    graph, back = sought.mailbox(asker), 0
    for ident, folder in made.messages:
        try:
            if made.act in FOLDERS:
                await mail.move_message(graph, ident, folder)
            else:
                await _apply(OPPOSITE[made.act], ident, graph)
            back += 1
        except NotFound:
            continue
    frame = replace(frame, tidied=None, undo=None if _is_newest(frame, made) else frame.undo)
    restored = tuple(ident for ident, _ in made.messages)
    view = frame.mail if frame.mail and set(restored) <= set(frame.mail.listed) else MailView(restored)
    view = replace(view, opened=restored[0] if len(restored) == 1 else "", is_on_screen=True)
    card = cards.undone(made.act, back, asker.reader)
    return replace(frame, mail=view), Reply(card=card, dialog="mail", outcome="undone")


def _is_newest(frame: Frame, made: Tidied) -> bool:
    return frame.undo is not None and frame.undo.data.get("card") == made.id
