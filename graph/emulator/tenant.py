"""The organization that the emulator plays: its data, its clock, and who has to be told of a change."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from graph.emulator.moments import utc_text
from graph.emulator.store import Mailbox, Store

Clock = Callable[[], datetime]
"""Gives the present instant, aware."""


@dataclass
class Tenant:
    """What every handler works on."""

    store: Store
    clock: Clock
    delivery_delay: timedelta = timedelta()
    """How long invitations and answers are under way."""
    keeps_declined: bool = True
    """Whether a declined meeting stays, shown as free (Exchange's PreserveDeclinedMeetings), or leaves the calendar."""
    changed: set[str] = field(default_factory=set)
    """The addresses of the mailboxes that this request has changed."""

    @property
    def now(self) -> datetime:
        """The present instant, in UTC."""
        return self.clock().astimezone(UTC)

    @property
    def now_text(self) -> str:
        """The present instant as Graph writes it."""
        return utc_text(self.now)

    def serial(self) -> str:
        """A number that was never given before, for what is created."""
        number = str(int(self.store.read_note("serial") or 0) + 1)
        self.store.write_note("serial", number)
        return number

    def touch(self, mailbox: Mailbox) -> None:
        """Remember that the mailbox was changed."""
        self.changed.add(mailbox.address)
