"""Send what was written, once: however often it is tapped, and whatever became of an earlier try."""

from dialogs.asker import Asker
from dialogs.frame import Letter
from dialogs.mail.headline import headline
from graph import events, mail, replies
from graph.client import GraphClient
from graph.errors import NotAllowed
from graph.mail import Message, NewMessage


async def deliver(letter: Letter, asker: Asker) -> None:
    """Send it as it stands. Raises GraphError where it was not sent, or where that is not known."""
    match letter.kind:
        case "forward":
            await events.forward(asker.graph, letter.event_id, letter.to, letter.text)
        case "reply" | "reply_all" | "forward_mail":
            await _answer(letter, asker)
        case _:
            await _write(letter, asker)


def own_id(letter: Letter, asker: Asker) -> str:
    """The internetMessageId of what is sent from this card: the same for each try."""
    return f"<{letter.id}@{asker.me.email.rpartition('@')[2]}>"


async def _answer(letter: Letter, asker: Asker) -> None:
    graph, ident = asker.graph.with_immutable_ids(), own_id(letter, asker)
    draft = await replies.find_by_internet_id(graph, ident) or await _draft(letter, graph, ident)
    await replies.send_once(graph, draft)


async def _draft(letter: Letter, graph: GraphClient, ident: str) -> Message:
    if letter.kind == "forward_mail":
        return await replies.create_forward(graph, letter.mail_id, letter.to, letter.text, ident)
    to_all = letter.kind == "reply_all"
    return await replies.create_reply(graph, letter.mail_id, letter.text, ident, to_all=to_all)


async def _write(letter: Letter, asker: Asker) -> None:
    ident = own_id(letter, asker)
    # Whoever may change somebody's calendar need not be allowed to write mail in their name.
    graph = asker.own if letter.event_id else asker.graph
    try:
        sent = await replies.find_by_internet_id(graph, ident)
    except NotAllowed:
        # Who may send but not read sends all the same.
        sent = None
    if sent is None:
        message = NewMessage(letter.subject or headline(letter.text), letter.text, letter.to, own_id=ident)
        await mail.send_mail(graph, message)
