"""What is done with the mailbox itself: days away, calendars, settings."""

from dataclasses import dataclass

from dialogs.decisions.habits import Settings
from graph.model import Person, Window


@dataclass(frozen=True)
class Replies:
    """Automatic replies as they were before."""

    is_on: bool
    window: Window | None
    internal: str
    external: str
    external_audience: str


@dataclass(frozen=True)
class Absence:
    """Days away, as the card `id` would set them up; `text` is the automatic reply, `before` the one that was set.

    `name` is what the calendar calls them, "" for what it is called for everybody; `is_silent`: no automatic reply;
    `is_unblocked`: nothing but that. `owner`: the first name of whoever is away, "" for the speaker.
    """

    id: str
    window: Window | None
    is_all_day: bool
    text: str = ""
    event_id: str = ""
    before: Replies | None = None
    name: str = ""
    is_silent: bool = False
    is_unblocked: bool = False
    owner: str = ""


@dataclass(frozen=True)
class Sharer:
    """Somebody with whom a calendar is shared, or no longer; `before` is the role that they had, "" for none."""

    person: Person
    before: str = ""


@dataclass(frozen=True)
class CalendarAct:
    """What is done with a calendar, as the card `id` asks or tells: create, rename, delete, share, unshare.

    `calendar_id` and `name` are empty for the mailbox's own. `before` is the name that was, `role` what `sharers` may
    do from now on; `count` how many events are in it.
    """

    id: str
    kind: str
    calendar_id: str
    name: str
    before: str = ""
    role: str = ""
    sharers: tuple[Sharer, ...] = ()
    count: int = 0


@dataclass(frozen=True)
class SettingsChange:
    """Other settings, as the card `id` shows them, or as they were written from it."""

    id: str
    before: Settings
    after: Settings
