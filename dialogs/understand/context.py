"""What an utterance is read against: everything that its meaning depends on, handed in."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from dialogs.understand.understood import Question


@dataclass(frozen=True)
class Context:
    """`now` is aware; answers are in `zone`.

    `locale` (BCP 47) decides day-first or month-first, and 12 or 24 hours. `question` is what the assistant has asked
    and waits for; `previous` the words that it said last. `has_mail`: mail is what was shown last, so that "it" and
    "the second" are messages. `first_weekday` (0 is Monday) is with what a week begins.
    """

    now: datetime
    zone: ZoneInfo
    locale: str = "en-US"
    question: Question | None = None
    previous: str = ""
    has_mail: bool = False
    first_weekday: int = 0
    at_hand: date | None = None
    """The day that is being discussed: "the 20th" is that of its month."""
    is_about_event: bool = False
    """The words name an event that exists, so that something is wanted of it."""
    names: frozenset[str] = frozenset()
    """Words, in lower case, that are known to be names of people."""

    @cached_property
    def alone(self) -> "Context":
        """The same speaker at the same time, of whom nothing else is known: a part of what they say is read so."""
        return Context(self.now, self.zone, self.locale)

    def __hash__(self) -> int:
        """That of the moment, which tells nearly all apart: a dozen readings of an utterance's parts are looked up."""
        return hash(self.now)
