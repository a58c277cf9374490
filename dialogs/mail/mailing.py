"""Which job answers what is said of mail. `conversation.py` asks here first.

Mail is for its reader alone: in a chat where others read along none of it is shown.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from dialogs.asker import Asker
from dialogs.cards import notices
from dialogs.frame import Frame, Tidying
from dialogs.mail import answering, from_mail, inbox, tidying
from dialogs.turn import Json, Reply
from dialogs.understand.understood import Intent, Understood
from graph.errors import NotAllowed

Job = Callable[[Understood, Frame, Asker], Awaitable[tuple[Frame, Reply]]]
Tapped = Callable[[Json, Frame, Asker], Awaitable[tuple[Frame, Reply]]]

_JOBS: Mapping[tuple[Intent, str], Job] = {
    (Intent.EMAIL_SEARCH, ""): inbox.look,
    (Intent.EMAIL_SEARCH, "read"): inbox.look,
    (Intent.EMAIL_SEARCH, "more"): inbox.more,
    (Intent.EMAIL_SEARCH, "replied"): inbox.replied,
    (Intent.EMAIL_SEARCH, "delete"): tidying.tidy,
    (Intent.EMAIL_SEARCH, "archive"): tidying.tidy,
    (Intent.EMAIL_SEARCH, "mark_read"): tidying.tidy,
    (Intent.EMAIL_SEARCH, "mark_unread"): tidying.tidy,
    (Intent.EMAIL_SEARCH, "junk"): tidying.tidy,
    (Intent.EMAIL_SEARCH, "flag"): tidying.tidy,
    (Intent.EMAIL_SEARCH, "unflag"): tidying.tidy,
    (Intent.EMAIL_SEARCH, "cannot"): tidying.refuse,
    (Intent.EMAIL_SEND, "reply"): answering.answer,
    (Intent.EMAIL_SEND, "reply_all"): answering.answer,
    (Intent.EMAIL_SEND, "forward"): answering.answer,
    (Intent.SCHEDULE, "mail"): from_mail.book_meeting,
}
_TAPS: Mapping[str, Tapped] = {
    "mail_read": inbox.read_tapped,
    "mail_more": inbox.more_tapped,
    "mail_reply": answering.answer_tapped,
    "mail_meeting": from_mail.meeting_tapped,
    "mail_tidy": tidying.tidy_tapped,
    "mail_batch": tidying.batch_tapped,
    "mail_keep": tidying.keep_tapped,
    "undo_mail": tidying.undo,
}
WRITING = frozenset(("mail_tidy", "mail_batch", "undo_mail"))
"""Taps that change what is in the mailbox."""


def job_for(said: Understood) -> Job | None:
    """The job that answers it, where it is about mail that there is."""
    job = _JOBS.get((said.intent, said.facet)) if said.mail else None
    return _private(job) if job else None


def writes(said: Understood) -> bool:
    """Whether it is done at once, without another word."""
    return said.mail is not None and said.facet in set(Tidying)


def _private(job: Job) -> Job:
    async def privately(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
        if asker.turn.in_group:
            return frame, Reply(text=asker.reader.say("mail-not-here"), dialog="mail", outcome="in_group")
        try:
            return await job(said, frame, asker)
        except NotAllowed as refusal:
            if asker.principal is None:
                raise
            return frame, _of_another(refusal, asker)

    return privately


def _of_another(refusal: NotAllowed, asker: Asker) -> Reply:
    """Somebody else's mail: which right to it is missing."""
    name = asker.me.name
    words = asker.reader.say("mail-right-missing", name=name, permission=f"{refusal.permission}.Shared")
    return Reply(card=notices.notice(words, asker.reader), dialog="mail", outcome="right_missing")


def is_about_mail(verb: str) -> bool:
    """Whether a button works on mail, or sends some."""
    return verb in _TAPS or verb == "letter_send"


def tapped(verb: str) -> Tapped | None:
    """What a button of that verb does."""
    return _TAPS.get(verb)


def seen(before: Frame, after: Frame, reply: Reply) -> Frame:
    """Mail leaves the screen once another card is shown; what is merely said leaves it there."""
    if after.mail is None or not after.mail.is_on_screen or reply.card is None:
        return after
    is_mail = reply.dialog in ("mail", "trouble") or any(
        frame.letter is not None and frame.letter.mail_id for frame in (before, after)
    )
    return after if is_mail else replace(after, mail=replace(after.mail, is_on_screen=False))
