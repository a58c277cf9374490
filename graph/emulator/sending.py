"""Sending mail: at once, from a draft, as a reply, as a forwarded message.

What is sent arrives in the inboxes of the tenant, and a copy lies in Sent Items. Source: Graph actions user: sendMail
and message: send, reply, replyAll, forward, createReply, createReplyAll, createForward.
"""

from graph.emulator.calls import Answer, Call
from graph.emulator.delivery import send_message
from graph.emulator.documents import address, require
from graph.emulator.errors import GraphError, Json, invalid_request
from graph.emulator.files import KEPT_AS
from graph.emulator.mail_folders import well_known
from graph.emulator.messages import existing_message, keep_message, moved, new_message, one_message
from graph.emulator.replies import Writer, forwarded, reply_to_all, reply_to_sender
from graph.emulator.store import Mailbox
from graph.emulator.vocabulary import MAIL_TO_PASS_ON, MAIL_TO_SEND


def send_mail(call: Call) -> Answer:
    """POST sendMail; with saveToSentItems false no copy is kept."""
    mailbox = call.own_mailbox()
    stated = call.body(MAIL_TO_SEND)
    require(stated, "message")
    sent = _sent(call, mailbox, new_message(call.tenant, mailbox, stated["message"], well_known(mailbox, "sentitems")))
    if stated.get("saveToSentItems") is not False:
        keep_message(call.tenant, mailbox, sent)
    return Answer(202)


def send_draft(call: Call) -> Answer:
    """POST send: the draft goes from where it lies to Sent Items."""
    mailbox = call.own_mailbox()
    draft = existing_message(call, mailbox)
    if not draft["isDraft"]:
        raise invalid_request("The message is no draft.")
    moved(call, mailbox, _sent(call, mailbox, draft), well_known(mailbox, "sentitems"))
    return Answer(202)


def reply(call: Call) -> Answer:
    """POST reply, to the sender or to whom replies were asked for."""
    return _answered(call, reply_to_sender, is_sent=True)


def reply_all(call: Call) -> Answer:
    """POST replyAll, to everybody but oneself."""
    return _answered(call, reply_to_all, is_sent=True)


def forward_message(call: Call) -> Answer:
    """POST forward, with the files."""
    return _answered(call, forwarded, is_sent=True)


def create_reply(call: Call) -> Answer:
    """POST createReply: a reply as a draft."""
    return _answered(call, reply_to_sender, is_sent=False)


def create_reply_all(call: Call) -> Answer:
    """POST createReplyAll: a reply to everybody as a draft."""
    return _answered(call, reply_to_all, is_sent=False)


def create_forward(call: Call) -> Answer:
    """POST createForward: a message to pass on as a draft."""
    return _answered(call, forwarded, is_sent=False)


def _answered(call: Call, write: Writer, *, is_sent: bool) -> Answer:
    mailbox = call.own_mailbox()
    original = existing_message(call, mailbox)
    stated = write(original, call.body(MAIL_TO_PASS_ON), mailbox)
    message = new_message(call.tenant, mailbox, stated, well_known(mailbox, "sentitems" if is_sent else "drafts"))
    carried = original[KEPT_AS] if write is forwarded else []
    message |= {"conversationId": original["conversationId"], KEPT_AS: [*carried, *message[KEPT_AS]]}
    kept = _sent(call, mailbox, message) if is_sent else message
    keep_message(call.tenant, mailbox, kept)
    return Answer(202) if is_sent else one_message(call, mailbox, kept, 201)


def _sent(call: Call, mailbox: Mailbox, message: Json) -> Json:
    """The message after it went to everybody whom it names. Raises GraphError 400, 403."""
    to = [*message["toRecipients"], *message["ccRecipients"], *message["bccRecipients"]]
    if not to:
        raise GraphError(
            400,
            "ErrorInvalidRecipients",
            "At least one recipient isn't valid., A message can't be sent because it contains no recipients.",
        )
    if address(message["from"]) != mailbox.address.casefold():
        raise GraphError(
            403,
            "ErrorSendAsDenied",
            "The user account which was used to submit this request does not have the right to send mail on behalf of"
            " the specified sending account., Cannot submit message.",
        )
    now = call.tenant.now_text
    sent = {**message, "isDraft": False, "isRead": True, "sentDateTime": now, "receivedDateTime": now}
    send_message(call.tenant, sent, to)
    return sent
