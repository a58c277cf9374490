"""The world file: who works in the organization the emulator plays, and what is in their calendars.

    {"now": ISO?, "users": [Graph user + "manager": upn + "mailboxSettings" + "photo": Base64?],
     "groups": [{displayName, mail, "members": [upn]}], "places": [Graph room, roomList, workspace, floor …],
     "contacts": [{"mailbox": upn, ...Graph contact}],
     "events": [{"mailbox": upn, ...Graph event}], "messages": [{"mailbox": upn, ...Graph message}],
     "permissions": [{"mailbox": upn, "grantee": upn, "role": Graph calendarRoleType}]}

Property names are Graph's, in any case; what Graph would fill in may be left out. What cannot be understood is said
in one error that names every problem and where it is.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from graph import timezones
from graph.emulator.contacts import CONTACT
from graph.emulator.errors import Json
from graph.emulator.moments import iso, time_of_day_text
from graph.emulator.place_kinds import WITHOUT_ADDRESS, kind_of
from graph.emulator.shapes import Kind, Malformed, Properties, conform
from graph.emulator.vocabulary import EVENT, MAILBOX_SETTINGS, MESSAGE, ROLES

_SECTIONS = ("users", "groups", "places", "events", "messages", "permissions", "contacts")
_WORLD_EVENT = Properties({**EVENT.shapes, "mailbox": Kind.TEXT, "start": Kind.ANYTHING, "end": Kind.ANYTHING}, "event")
_WORLD_MESSAGE = Properties({**MESSAGE.shapes, "mailbox": Kind.TEXT}, "message")
_WORLD_CONTACT = Properties({**CONTACT.shapes, "mailbox": Kind.TEXT}, "contact")
_MOST_PROBLEMS_SHOWN = 20


class UnusableWorld(ValueError):
    """The world file cannot be loaded. `problems` names each place and what is wrong there."""

    def __init__(self, problems: list[str]) -> None:
        shown = problems[:_MOST_PROBLEMS_SHOWN]
        more = len(problems) - len(shown)
        super().__init__("\n".join(["The world cannot be loaded:", *shown, *([f"and {more} more"] if more else [])]))
        self.problems = problems


@dataclass(frozen=True)
class World:
    """A world that was read: every section a list of documents in canonical names. `now` is aware, in UTC."""

    now: datetime | None
    users: list[Json]
    groups: list[Json]
    places: list[Json]
    events: list[Json]
    messages: list[Json]
    permissions: list[Json]
    contacts: list[Json]

    @staticmethod
    def read(path: Path) -> "World":
        """The world in a JSON file. Raises UnusableWorld, OSError."""
        try:
            document = json.loads(path.read_text(encoding="utf-8-sig"))
        except (json.JSONDecodeError, UnicodeDecodeError) as problem:
            raise UnusableWorld([f"{path.name} is no JSON: {problem}"]) from None
        return World.parse(document)

    @staticmethod
    def parse(document: object) -> "World":
        """The world in a JSON value. Raises UnusableWorld."""
        if not isinstance(document, dict):
            raise UnusableWorld(["the world is to be an object with users, groups, places and events"])
        try:
            json.dumps(document, ensure_ascii=False).encode()
        except UnicodeEncodeError as problem:
            raise UnusableWorld([f"half a surrogate pair is no text: {problem}"]) from None
        reader = _Reader()
        reader.check_names(document)
        sections = {name: reader.section(document, name) for name in _SECTIONS}
        world = World(
            now=reader.now(document.get("now")),
            users=reader.users(sections["users"]),
            groups=reader.groups(sections["groups"]),
            places=reader.places(sections["places"]),
            events=reader.events(sections["events"]),
            messages=reader.messages(sections["messages"]),
            permissions=reader.permissions(sections["permissions"]),
            contacts=reader.contacts(sections["contacts"]),
        )
        if reader.problems:
            raise UnusableWorld(reader.problems)
        return world


class _Reader:
    """Reads section by section and collects what is wrong."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def check_names(self, world: Json) -> None:
        """What is nearly the name of a section is a slip; any other name is somebody else's business."""
        for name in world.keys() - set(_SECTIONS):
            if meant := [each for each in get_close_matches(name, _SECTIONS, cutoff=0.8) if each not in world]:
                self.problems.append(f"{name}: is {meant[0]} meant?")

    def section(self, world: Json, name: str) -> list[Json]:
        found = world.get(name) or []
        if not isinstance(found, list):
            self.problems.append(f"{name}: a list is expected")
            return []
        objects = []
        for index, entry in enumerate(found):
            if isinstance(entry, dict):
                objects.append(entry)
            else:
                self.problems.append(f"{name}[{index}]: an object is expected")
        return objects

    def now(self, text: object) -> datetime | None:
        if text is None:
            return None
        try:
            moment = iso(str(text))
        except ValueError:
            self.problems.append(f"now: '{text}' is no ISO 8601 date and time")
            return None
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)

    def users(self, found: Iterable[Json]) -> list[Json]:
        users: list[Json] = []
        seen: set[str] = set()
        for index, user in enumerate(found):
            at = f"users[{index}]"
            named = _renamed(user, ("userPrincipalName", "displayName", "mail", "id", "manager", "mailboxSettings"))
            upn = named.get("userPrincipalName") or named.get("mail")
            if not upn:
                self.problems.append(f"{at}: userPrincipalName is missing")
                continue
            if not self._has_texts(named, ("userPrincipalName", "displayName", "mail", "id"), at):
                continue
            self._check_new(seen, {upn, named.get("mail"), named.get("id")}, at)
            if named.get("manager"):
                named["manager"] = _address_of(named["manager"])
            named["userPrincipalName"] = upn
            named["displayName"] = named.get("displayName") or upn.partition("@")[0]
            settings = named.get("mailboxSettings") or {}
            named["mailboxSettings"] = self._conformed(settings, MAILBOX_SETTINGS, f"{at}.mailboxSettings") or {}
            self._check_zone(named["mailboxSettings"].get("timeZone"), f"{at}.mailboxSettings.timeZone")
            self._check_hours(named["mailboxSettings"].get("workingHours") or {}, f"{at}.mailboxSettings.workingHours")
            users.append(named)
        return users

    def groups(self, found: Iterable[Json]) -> list[Json]:
        groups: list[Json] = []
        seen: set[str] = set()
        for index, group in enumerate(found):
            named = _renamed(group, ("displayName", "mail", "id", "members"))
            if not self._has_texts(named, ("displayName", "mail", "id"), f"groups[{index}]"):
                continue
            self._check_new(seen, {named.get("mail"), named.get("id")}, f"groups[{index}]")
            if not named.get("displayName") and not named.get("mail"):
                self.problems.append(f"groups[{index}]: displayName is missing")
                continue
            named["displayName"] = named.get("displayName") or named["mail"].partition("@")[0]
            members = named.get("members") or []
            if not isinstance(members, list):
                self.problems.append(f"groups[{index}].members: a list of addresses is expected")
                members = []
            named["members"] = [_address_of(member) for member in members]
            groups.append(named)
        return groups

    def places(self, found: Iterable[Json]) -> list[Json]:
        places: list[Json] = []
        seen: set[str] = set()
        for index, place in enumerate(found):
            named = _renamed(place, ("displayName", "emailAddress", "id", "building", "capacity", "rooms"))
            named["emailAddress"] = named.get("emailAddress") or named.pop("mail", None)
            if not named["emailAddress"] and not (kind_of(named) in WITHOUT_ADDRESS and named.get("displayName")):
                self.problems.append(f"places[{index}]: emailAddress is missing")
                continue
            if not self._has_texts(named, ("displayName", "emailAddress", "id", "building"), f"places[{index}]"):
                continue
            self._check_new(seen, {named["emailAddress"], named.get("id")}, f"places[{index}]")
            named["displayName"] = named.get("displayName") or str(named["emailAddress"]).partition("@")[0]
            places.append(named)
        return places

    def events(self, found: Iterable[Json]) -> list[Json]:
        events = []
        for index, event in enumerate(found):
            at = f"events[{index}]"
            conformed = self._conformed(event, _WORLD_EVENT, at)
            if conformed is None:
                continue
            if not conformed.get("mailbox"):
                self.problems.append(f"{at}: mailbox, the organizer's user principal name, is missing")
                continue
            if not conformed.get("start"):
                self.problems.append(f"{at}: start is missing")
                continue
            events.append(conformed)
        return events

    def messages(self, found: Iterable[Json]) -> list[Json]:
        messages = []
        for index, message in enumerate(found):
            named = self._conformed(message, _WORLD_MESSAGE, f"messages[{index}]")
            if named is None:
                continue
            if not named.get("mailbox"):
                self.problems.append(f"messages[{index}]: mailbox is missing")
                continue
            messages.append(named)
        return messages

    def contacts(self, found: Iterable[Json]) -> list[Json]:
        contacts = []
        for index, contact in enumerate(found):
            named = self._conformed(contact, _WORLD_CONTACT, f"contacts[{index}]")
            if named is None:
                continue
            if not named.get("mailbox"):
                self.problems.append(f"contacts[{index}]: mailbox is missing")
                continue
            contacts.append(named)
        return contacts

    def permissions(self, found: Iterable[Json]) -> list[Json]:
        permissions = []
        shape = Properties({"mailbox": Kind.TEXT, "grantee": Kind.TEXT, "role": ROLES}, "calendarPermission")
        for index, permission in enumerate(found):
            conformed = self._conformed(permission, shape, f"permissions[{index}]")
            if conformed is None:
                continue
            missing = [name for name in ("mailbox", "grantee", "role") if not conformed.get(name)]
            if missing:
                self.problems.append(f"permissions[{index}]: {', '.join(missing)} missing")
                continue
            permissions.append(conformed)
        return permissions

    def _has_texts(self, entry: Json, names: Iterable[str], at: str) -> bool:
        wrong = [name for name in names if entry.get(name) is not None and not isinstance(entry[name], str)]
        self.problems += [f"{at}.{name}: a string is expected" for name in wrong]
        return not wrong

    def _check_new(self, seen: set[str], keys: set[str | None], at: str) -> None:
        folded = {key.casefold() for key in keys if key}
        self.problems += [f"{at}: {key} is there twice" for key in sorted(folded & seen)]
        seen |= folded

    def _check_zone(self, name: str | None, at: str) -> None:
        if name and timezones.zone(name) is None:
            self.problems.append(f"{at}: '{name}' is no time zone that Windows or IANA names")

    def _check_hours(self, hours: Json, at: str) -> None:
        for edge in ("startTime", "endTime"):
            try:
                time_of_day_text(hours.get(edge) or "00:00")
            except ValueError:
                self.problems.append(f"{at}.{edge}: '{hours[edge]}' is no time of day")

    def _conformed(self, value: object, shape: Properties, path: str) -> Json | None:
        """None where it does not have that shape, which is one problem and not also those that follow from it."""
        try:
            found: Json = conform(value, shape, path, strict=False)
        except Malformed as problem:
            self.problems.append(str(problem))
            return None
        return found


def _renamed(document: Json, names: Iterable[str]) -> Json:
    """The document with the casing of `names` put right; anything else stays as it is."""
    canonical = {name.casefold(): name for name in names}
    return {canonical.get(name.casefold(), name): value for name, value in document.items()}


def _address_of(member: Any) -> str:
    if isinstance(member, dict):
        named = _renamed(member, ("userPrincipalName", "mail", "id", "address"))
        return str(named.get("userPrincipalName") or named.get("mail") or named.get("address") or named.get("id"))
    return str(member)
