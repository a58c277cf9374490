"""What is written to people, and mail as it was shown."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from dialogs.frame.people import Unresolved
from dialogs.understand.understood import MailSaid
from graph.model import Person


@dataclass(frozen=True)
class Letter:
    """What is written to people, as the card `id` shows it. `kind` is "forward", "late", "nudge" or empty.

    Of the message `mail_id` it is "reply", "reply_all" or "forward_mail". `names` and `late` are what was said, until
    it is known of which event.
    """

    id: str
    kind: str = ""
    event_id: str = ""
    to: tuple[Person, ...] = ()
    subject: str = ""
    text: str = ""
    unresolved: tuple[Unresolved, ...] = ()
    names: tuple[str, ...] = ()
    late: timedelta | None = None
    mail_id: str = ""

    @property
    def needs_words(self) -> bool:
        """Whether it says nothing without words of its own."""
        return self.kind not in ("forward", "forward_mail")


@dataclass(frozen=True)
class MailView:
    """Mail as it was shown last. `listed` are the ids of the newest list in its order, `seen` of those before it.

    `sought` is what the list shows, and `opened` the message that was read. `is_on_screen`: nothing else was shown
    since, so that "it" and "the second" are mail.
    """

    listed: tuple[str, ...] = ()
    opened: str = ""
    sought: MailSaid | None = None
    seen: tuple[str, ...] = ()
    is_on_screen: bool = True


class Tidying(StrEnum):
    """What becomes of mail in one's own mailbox."""

    DELETE = "delete"
    ARCHIVE = "archive"
    MARK_READ = "mark_read"
    MARK_UNREAD = "mark_unread"
    JUNK = "junk"
    FLAG = "flag"
    UNFLAG = "unflag"


@dataclass(frozen=True)
class MailBatch:
    """Several messages that one tap on the card `id` deletes, archives or marks."""

    id: str
    act: Tidying
    messages: tuple[str, ...]


@dataclass(frozen=True)
class Tidied:
    """What became of messages by the card `id`; each with the folder that it had been in."""

    id: str
    act: Tidying
    messages: tuple[tuple[str, str], ...]
