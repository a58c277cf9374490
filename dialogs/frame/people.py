"""Who takes part: the speaker, for whom they act, and those whom they name."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from zoneinfo import ZoneInfo

from dialogs.understand.understood import Role
from graph.model import Person, WorkingHours


@dataclass(frozen=True)
class Profile:
    """What the speaker's mailbox says of them. `hours24` None: no preference. `as_of` tells when to ask again."""

    me: Person
    zone: ZoneInfo
    hours: WorkingHours
    as_of: datetime
    hours24: bool | None = None


class Reach(IntEnum):
    """How far one reaches into somebody else's calendar, as its owner has shared it."""

    HIDDEN = 0
    READ = 1
    WRITE = 2
    DELEGATE = 3


@dataclass(frozen=True)
class Principal:
    """Somebody else whose calendar is worked on, and how far that goes."""

    person: Person
    reach: Reach


@dataclass(frozen=True)
class Guest:
    """Somebody to invite. `circle`: by which name of several people ("Design team") they came in, if any."""

    person: Person
    role: Role = Role.REQUIRED
    circle: str = ""


@dataclass(frozen=True)
class Unresolved:
    """Somebody spoken of who is not yet known to be one person.

    `ambiguous`: all candidates have the name that was said; else they merely sound like it, if there are any.
    `kind`: a "person"; a "team", whose candidates are groups by their addresses; a "crowd", of whose many members it is
    asked whether all are meant; one with "no_address"; or what else was not found, each told in words of its own.
    """

    said: str
    role: Role
    candidates: tuple[Person, ...] = ()
    ambiguous: bool = False
    kind: str = "person"
