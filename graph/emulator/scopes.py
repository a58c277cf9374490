"""Which permission an operation needs. A token without one of them gets 403.

    needed("GET", ["users", "me", "events"], is_own=True)  ->  Calendars.Read or Calendars.ReadWrite

What stands in somebody else's calendar takes a delegated token a `.Shared` permission. Sources: the permissions
sections of Graph's API reference, and Graph's permissions reference.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.emulator.errors import GraphError, access_denied

CALENDAR = frozenset({"calendar", "calendars", "calendargroups", "calendarview", "events", "findmeetingtimes"})
"""What of a user belongs to their calendars, and in the next line to their mail."""
MAIL = frozenset({"messages", "mailfolders", "sendmail"})
_ACTIONS_THAT_READ = frozenset({"getschedule", "findmeetingtimes", "forward"})
"""Sent with POST, although they change nothing of one's own."""
_SENDING = frozenset({"send", "sendmail", "reply", "replyall", "forward"})
_EVENTS = frozenset({"events", "calendarview"})
_BASIC = ("User.ReadBasic.All", "User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All")
_PROFILES = _BASIC[1:]
_GROUPS = ("GroupMember.Read.All", "Group.Read.All", "Group.ReadWrite.All", *_BASIC[3:])


@dataclass(frozen=True)
class Needed:
    """Any one of `permissions` will do; with none, every token does. `in_directory`: how a refusal is worded."""

    permissions: frozenset[str]
    in_directory: bool = False

    def check(self, granted: frozenset[str]) -> None:
        """Raises GraphError 403."""
        if self.permissions and not self.permissions & granted:
            if self.in_directory:
                message = "Insufficient privileges to complete the operation."
                raise GraphError(403, "Authorization_RequestDenied", message)
            raise access_denied()


def needed(method: str, segments: Sequence[str], *, is_own: bool, is_application: bool = False) -> Needed:
    """What a request needs. `segments` are those of its path, `me` written as users/me; `is_own`: one's own mailbox."""
    folded = [segment.casefold() for segment in segments]
    match folded:
        case ["users", _] if method != "GET":
            own = {"User.ReadWrite"} if is_own and method == "PATCH" and not is_application else set()
            return Needed(frozenset({"User.ReadWrite.All", "Directory.ReadWrite.All"} | own), True)
        case ["users", _]:
            return Needed(frozenset(_BASIC) | ({"User.Read", "User.ReadWrite"} if is_own else set()), True)
        case ["users"] | ["users", "$count" | "delta"]:
            return Needed(frozenset(_BASIC), True)
        case ["users", _, *below]:
            return _of_a_user(method, below, is_own=is_own, is_application=is_application)
        case ["groups", *_]:
            return Needed(frozenset(_GROUPS), True)
        case ["places", *_]:
            return _any_of("Place.Read.All", "Place.ReadWrite.All")
        case ["communications", *_]:
            return _any_of("Presence.Read.All", "Presence.ReadWrite.All")
        case _:
            return Needed(frozenset())


def _of_a_user(method: str, below: list[str], *, is_own: bool, is_application: bool) -> Needed:
    head, tail = below[0], below[-1]
    reads = method == "GET"
    if head in CALENDAR:
        return _of_calendars(method, below, is_shared=not (is_own or is_application), is_application=is_application)
    if head in MAIL:
        return _any_of("Mail.Send") if tail in _SENDING else _family("Mail", reads=reads)
    if head == "mailboxsettings" or below[:2] == ["outlook", "mastercategories"]:
        return _family("MailboxSettings", reads=reads)
    if head == "contacts":
        return _family("Contacts", reads=reads)
    return _of_a_profile(head, reads=reads, is_own=is_own)


def _of_a_profile(head: str, *, reads: bool, is_own: bool) -> Needed:
    own = ("User.Read", "User.ReadWrite") if is_own else ()
    match head:
        case "people":
            return _any_of("People.Read", "People.Read.All")
        case "presence":
            return _any_of("Presence.Read.All", "Presence.ReadWrite.All", *(("Presence.Read",) if is_own else ()))
        case "photo" | "photos" if reads:
            return _any_of("ProfilePhoto.Read.All", "ProfilePhoto.ReadWrite.All", *_BASIC, *own)
        case "photo" | "photos":
            return _any_of("User.ReadWrite", "User.ReadWrite.All", "ProfilePhoto.ReadWrite.All")
        case "memberof" | "transitivememberof":
            return Needed(frozenset({*_PROFILES, *_GROUPS, *own}), True)
        case "manager" | "directreports":
            return Needed(frozenset(_PROFILES), True)
        case "outlook":
            return _any_of("User.Read", "User.ReadWrite", *_BASIC)
        case _:
            return Needed(frozenset())


def _of_calendars(method: str, below: list[str], *, is_shared: bool, is_application: bool) -> Needed:
    tail = below[-1]
    if tail == "findmeetingtimes" and not is_application:
        return _any_of("Calendars.Read.Shared", "Calendars.ReadWrite.Shared")
    shared = ".Shared" if is_shared else ""
    # What reaches into others' calendars reaches into one's own as well.
    accepted = [f"Calendars.ReadWrite{shared}", "Calendars.ReadWrite.Shared"]
    if method == "GET" or tail in _ACTIONS_THAT_READ:
        accepted += [f"Calendars.Read{shared}", "Calendars.Read.Shared"]
    is_about_calendars = method == "GET" and not _EVENTS & set(below)
    if (is_about_calendars and not is_shared) or tail == "getschedule":
        accepted += ["Calendars.ReadBasic", "Calendars.ReadBasic.All"]
    return _any_of(*accepted)


def _family(name: str, *, reads: bool) -> Needed:
    return _any_of(f"{name}.ReadWrite", *((f"{name}.Read",) if reads else ()))


def _any_of(*permissions: str) -> Needed:
    return Needed(frozenset(permissions))
