"""Who is asking: their mailbox, their zone and clock, and the Graph that acts for them."""

import asyncio
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from dialogs.decisions.habits import Habits
from dialogs.frame import Frame, Principal, Profile
from dialogs.turn import Turn
from dialogs.understand.when import cities
from dialogs.words.reader import Reader
from graph import mailbox, people, timezones
from graph.client import GraphClient
from graph.model import MailboxSettings, Person, WorkingHours

PROFILE_LASTS = timedelta(hours=1)
UNKNOWN_ZONE = ZoneInfo("UTC")
HOUSE = uuid.UUID("6f0f2c1e-52f4-4b0a-9a77-3f1d4c1a2b90")
"""The namespace of the ids of cards."""


@dataclass(frozen=True)
class Acting:
    """The speaker acts for somebody else: for whom, and who they themselves are to the directory and to Graph."""

    principal: Principal
    speaker: Person
    graph: GraphClient


@dataclass(frozen=True)
class Asker:
    """The speaker of a turn, once their mailbox has been read; `graph` works on their mailbox.

    With `acting`, `me`, the working hours, the habits and `graph` are those of somebody else, whose calendar it is
    about; zone, clock and words stay the speaker's.
    """

    turn: Turn
    profile: Profile
    graph: GraphClient
    reader: Reader
    acting: Acting | None = None
    habits: Habits = field(default_factory=Habits)

    @property
    def hours(self) -> WorkingHours:
        """When the owner of the mailbox wants meetings: their working hours, as far as they have not narrowed them."""
        return self.habits.narrowed(self.profile.hours)

    @property
    def id(self) -> str:
        """Their Entra object id, which every card made for them carries."""
        return self.turn.speaker.id

    @property
    def card_id(self) -> str:
        """The id of the card that answers this turn; taken again, the same turn makes the same one."""
        return str(uuid.uuid5(HOUSE, f"{self.turn.conversation}/{self.turn.id}/{self.turn.now.isoformat()}"))

    @property
    def now(self) -> datetime:
        """When this turn is taken, by their own clock."""
        return self.turn.now.astimezone(self.profile.zone)

    @property
    def zone(self) -> ZoneInfo:
        """The mailbox's own zone."""
        return self.profile.zone

    @property
    def me(self) -> Person:
        """The owner of the mailbox as the directory has them: the speaker, unless they act for somebody else."""
        return self.profile.me

    @property
    def speaker(self) -> Person:
        """Who speaks, whomever they act for."""
        return self.acting.speaker if self.acting else self.profile.me

    @property
    def principal(self) -> Principal | None:
        """For whom the speaker acts; None: for themselves."""
        return self.acting.principal if self.acting else None

    @property
    def own(self) -> GraphClient:
        """Graph on the speaker's own mailbox: their contacts, their manager, what the directory shows them."""
        return self.acting.graph if self.acting else self.graph

    def acting_for(self, principal: Principal, hours: WorkingHours) -> "Asker":
        """The same speaker at work on somebody else's calendar."""
        person = principal.person
        # Who is @mentioned as the one to act for is not one of those to invite.
        others = tuple(each for each in self.turn.mentions if each.id != person.id)
        return replace(
            self,
            turn=replace(self.turn, mentions=others),
            profile=replace(self.profile, me=person, hours=hours),
            graph=self.own.of_mailbox(person.id),
            reader=replace(self.reader, owner=person.first_name),
            acting=Acting(principal, self.speaker, self.own),
            habits=Habits(),
        )

    def names_of(self, guests: Sequence[Person]) -> dict[str, str]:
        """The shortest name of each address that tells these people and the asker apart."""
        everyone = [self.me, *guests]
        first = [person.first_name for person in everyone]
        return {
            person.email: short if short and first.count(short) == 1 else person.name
            for person, short in zip(everyone, first, strict=True)
        }


def reader_of(turn: Turn, frame: Frame) -> Reader:
    """How to write for the speaker with what is known without asking anybody."""
    profile = frame.profile
    zone = profile.zone if profile else turn.zone or UNKNOWN_ZONE
    return Reader(turn.locale, zone, profile.hours24 if profile else None, today=turn.now.astimezone(zone).date())


async def asker_of(turn: Turn, frame: Frame, graph: GraphClient) -> tuple[Frame, Asker]:
    """The asker, and the frame that remembers what their mailbox says. Raises GraphError."""
    if frame.profile is None or abs(turn.now - frame.profile.as_of) > PROFILE_LASTS:
        frame = replace(frame, profile=await _profile(turn, graph))
    assert frame.profile is not None
    return frame, Asker(turn, frame.profile, graph, reader_of(turn, frame), habits=frame.habits)


async def _profile(turn: Turn, graph: GraphClient) -> Profile:
    me, settings = await asyncio.gather(people.me(graph), mailbox.mailbox_settings(graph))
    zone = zone_of(settings, turn.zone)
    # Windows knows no Melbourne, which keeps Sydney's clock; who works there does.
    zone = cities.at_place(zone, me.office, turn.now) or zone
    return Profile(me, zone, settings.hours, turn.now, hours24_of(settings))


def zone_of(settings: MailboxSettings, client: ZoneInfo | None) -> ZoneInfo:
    """The mailbox's zone; by the client's name for it where both are one to Windows (Lisbon, not London)."""
    if client and timezones.windows_name(client) == timezones.windows_name(settings.zone):
        return client
    return settings.zone


def hours24_of(settings: MailboxSettings) -> bool | None:
    """Outlook's timeFormat is a .NET pattern: H counts to 24, h to 12."""
    if "H" in settings.time_format:
        return True
    return False if "h" in settings.time_format else None
