"""A world put into a store, with everything that Graph would fill in."""

import base64
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from graph.emulator import ids
from graph.emulator.contacts import KIND as CONTACT_KIND
from graph.emulator.contacts import contact_document
from graph.emulator.defaults import (
    instant_text,
    known,
    mailbox_settings,
    user_document,
)
from graph.emulator.delivery import invitation, item_of, meeting_of
from graph.emulator.documents import address, new_document
from graph.emulator.errors import GraphError, Json
from graph.emulator.groups import GROUP, everybody
from graph.emulator.images import image_of
from graph.emulator.mail_folders import find_folder
from graph.emulator.message_documents import message_document
from graph.emulator.moments import iso, named_zone, utc_text
from graph.emulator.photos import KIND as PHOTO_KIND
from graph.emulator.place_kinds import BOOKED, completed
from graph.emulator.store import Item, Mailbox, Store
from graph.emulator.vocabulary import MESSAGE, READ_ONLY_OF_EVENT
from graph.emulator.world import UnusableWorld, World
from graph.timezones import zone

_DECIDED_HERE = (READ_ONLY_OF_EVENT - {"isCancelled", "onlineMeeting"}) | {"mailbox", "transactionId"}
"""What of a world's event is not taken as it is stated."""


def load(world: World, store: Store, now: datetime) -> None:
    """Fill an empty store. `now` stands for when everything was created. Raises UnusableWorld; then nothing is kept."""
    loader = _Loader(world, store, utc_text(now))
    with store.transaction():
        loader.people()
        loader.groups()
        loader.rooms()
        loader.permissions()
        store.put_events(loader.events())
        loader.messages()
        loader.contacts()
        if loader.problems:
            raise UnusableWorld(loader.problems)
        store.write_note("world", "loaded")


def complete_messages(store: Store) -> None:
    """Messages in a database of an earlier version, which had no folders, get what was not kept then."""
    with store.transaction():
        for mailbox in filter(None, (store.mailbox(user["id"]) for user in store.users())):
            for kept in store.messages(mailbox.id):
                if "version" not in kept:
                    inbox = find_folder(store, mailbox, "inbox")["id"]
                    received = kept["receivedDateTime"]
                    document = message_document(store, known(kept, MESSAGE), kept["id"], received, inbox)
                    store.put_message(kept["id"], mailbox.id, document)


class _Loader:
    def __init__(self, world: World, store: Store, now: str) -> None:
        self.problems: list[str] = []
        self._world = world
        self._store = store
        self._now = now

    def people(self) -> None:
        ids_by_key: dict[str, str] = {}
        for user in self._world.users:
            user_id = str(user.get("id") or ids.guid("user", user["userPrincipalName"].casefold()))
            ids_by_key[user_id.casefold()] = user_id
            for key in (user["userPrincipalName"], user.get("mail")):
                if key:
                    ids_by_key[key.casefold()] = user_id
        for index, user in enumerate(self._world.users):
            user_id = ids_by_key[user["userPrincipalName"].casefold()]
            manager = ids_by_key.get(str(user.get("manager") or "").casefold())
            if user.get("manager") and manager is None:
                self.problems.append(f"users[{index}]: their manager {user['manager']} is not among the users")
            document = user_document(user, user_id)
            self._store.add_user(document, manager)
            if user.get("photo"):
                self._photo(user["photo"], user_id, f"users[{index}].photo")
            settings = mailbox_settings(
                user["mailboxSettings"], str(document.get("preferredLanguage") or "en-US"), "user"
            )
            email = str(document["mail"])
            mailbox = Mailbox(user_id, email, document["displayName"], False, settings["timeZone"], settings)
            self._store.add_mailbox(mailbox)

    def _photo(self, stated: object, user_id: str, at: str) -> None:
        try:
            content = base64.b64decode(str(stated), validate=True)
        except ValueError:
            content = b""
        if image_of(content) is None:
            self.problems.append(f"{at}: a JPEG or PNG image in Base64 is expected")
        self._store.shelf.put(PHOTO_KIND, user_id, PHOTO_KIND, {"content": stated})

    def groups(self) -> None:
        for group in self._world.groups:
            group_id = str(group.get("id") or ids.guid("group", group.get("mail") or group["displayName"]))
            document = known(group, GROUP) | {"id": group_id}
            self._store.add_group(document, group["members"])

    def rooms(self) -> None:
        settings = {place.get("emailAddress"): place.get("mailboxSettings") or {} for place in self._world.places}
        for document, kind in completed(self._world.places):
            self._store.add_place(document, kind.casefold())
            email = str(document.get("emailAddress"))
            if kind in BOOKED and self._store.mailbox(email) is None:
                own = mailbox_settings(settings[email], "en-US", "room")
                room = Mailbox(document["id"], email, document["displayName"], True, own["timeZone"], own)
                self._store.add_mailbox(room)

    def permissions(self) -> None:
        for index, permission in enumerate(self._world.permissions):
            mailbox = self._store.mailbox(permission["mailbox"])
            if mailbox is None:
                self.problems.append(f"permissions[{index}]: {permission['mailbox']} is not among the users")
                continue
            grantee = self._store.mailbox(permission["grantee"])
            self._store.grant(mailbox.id, grantee.address if grantee else permission["grantee"], permission["role"])

    def events(self) -> Iterator[Item]:
        """Every copy of every event, organizer's and attendees'."""
        seen: set[str] = set()
        for index, event in enumerate(self._world.events):
            try:
                copies = list(self._copies(event, index))
            except (GraphError, ValueError) as problem:
                reason = problem.message if isinstance(problem, GraphError) else str(problem)
                self.problems.append(f"events[{index}] ({event.get('subject') or 'without subject'}): {reason}")
                continue
            if any(copy.id in seen for copy in copies):
                self.problems.append(f"events[{index}]: its id or iCalUId is there twice")
                continue
            seen.update(copy.id for copy in copies)
            yield from copies

    def _copies(self, event: Json, index: int) -> Iterator[Item]:
        organizer = self._store.mailbox(event["mailbox"])
        seed = str(event.get("id") or index)
        uid = event.get("iCalUId") or event.get("uid") or ids.ical_uid("world", event["mailbox"].casefold(), seed)
        document = self._document(event, organizer, uid)
        if organizer is not None:
            item = item_of(organizer, str(event.get("id") or ids.item_id("world", uid)), uid, document)
            item.transaction_id = event.get("transactionId")
            yield item
        meeting = meeting_of(document)
        for mailbox, status in self._invited(document):
            response = "notResponded" if status["response"] == "none" else status["response"]
            copy = invitation(mailbox, uid, meeting, response=response, now=status["time"])
            created = document["createdDateTime"]
            copy.document.update(createdDateTime=created, lastModifiedDateTime=created)
            if document["isCancelled"]:
                copy.document.update(isCancelled=True, showAs="free")
            yield copy

    def _invited(self, document: Json) -> Iterator[tuple[Mailbox, Json]]:
        organizer = address(document["organizer"])
        seen = {organizer}
        for attendee in document["attendees"]:
            email = address(attendee)
            for one in everybody(self._store, email) or [email]:
                mailbox = self._store.mailbox(one)
                if mailbox is not None and mailbox.address.casefold() not in seen:
                    seen.add(mailbox.address.casefold())
                    yield mailbox, attendee["status"]

    def _document(self, event: Json, organizer: Mailbox | None, uid: str) -> Json:
        stated = {name: value for name, value in event.items() if name not in _DECIDED_HERE}
        own_zone = organizer.zone if organizer and zone(organizer.zone) else "UTC"
        stated["start"] = _moment(event["start"], own_zone)
        stated["end"] = _end(event, stated, own_zone)
        who = {"name": organizer.name, "address": organizer.address} if organizer else _outside(event)
        for attendee in stated.get("attendees") or []:
            self._complete_attendee(attendee)
        document = new_document(stated, who, uid)
        created = instant_text(event.get("createdDateTime")) or self._now
        document["createdDateTime"] = created
        document["lastModifiedDateTime"] = instant_text(event.get("lastModifiedDateTime")) or created
        if document["isCancelled"]:
            document["showAs"] = "free"
        return document

    def _complete_attendee(self, attendee: Json) -> None:
        """An attendee of the tenant gets the name and address it has there; a room is a resource, and has accepted."""
        email = attendee.get("emailAddress") or {}
        mailbox = self._store.mailbox(email.get("address") or "")
        if mailbox is None:
            return
        attendee["emailAddress"] = {"name": email.get("name") or mailbox.name, "address": mailbox.address}
        if mailbox.is_room:
            attendee.setdefault("type", "resource")
            attendee.setdefault("status", {"response": "accepted"})

    def messages(self) -> None:
        for index, message in enumerate(self._world.messages):
            mailbox = self._store.mailbox(message["mailbox"])
            if mailbox is None:
                self.problems.append(f"messages[{index}]: {message['mailbox']} is not among the users")
                continue
            try:
                document = self._message(message, mailbox, index)
            except (GraphError, ValueError) as problem:
                reason = problem.message if isinstance(problem, GraphError) else str(problem)
                self.problems.append(f"messages[{index}]: {reason}")
                continue
            self._store.put_message(document["id"], mailbox.id, document)

    def _message(self, message: Json, mailbox: Mailbox, index: int) -> Json:
        """A message that was received; a draft where it says so. Its folder may be a well-known name."""
        stated = {name: value for name, value in message.items() if name != "mailbox"}
        received = instant_text(message.get("receivedDateTime")) or self._now
        is_draft = bool(message.get("isDraft"))
        folder = find_folder(self._store, mailbox, message.get("parentFolderId") or ("drafts" if is_draft else "inbox"))
        key = str(message.get("id") or ids.item_id("message", message["mailbox"], str(index)))
        document = message_document(self._store, stated, key, received, folder["id"])
        document |= {"isDraft": is_draft, "isRead": bool(message.get("isRead")) or is_draft}
        return document | {"sentDateTime": instant_text(message.get("sentDateTime")) or received}

    def contacts(self) -> None:
        for index, contact in enumerate(self._world.contacts):
            mailbox = self._store.mailbox(contact["mailbox"])
            if mailbox is None:
                self.problems.append(f"contacts[{index}]: {contact['mailbox']} is not among the users")
                continue
            key = str(contact.get("id") or ids.item_id(CONTACT_KIND, mailbox.id, str(index)))
            stated = {name: value for name, value in contact.items() if name != "mailbox"}
            self._store.shelf.put(CONTACT_KIND, mailbox.id, key, contact_document(stated, mailbox, key, self._now))


def _moment(stated: Any, own_zone: str, default: str = "UTC") -> Json:
    """A dateTimeTimeZone from what a world may write: the object, or a text with or without an offset.

    Without a zone, a wall time is one of `default`; an instant is kept by the clock of `own_zone`, the mailbox's.
    """
    if isinstance(stated, str):
        stated = {"dateTime": stated}
    if not isinstance(stated, dict):
        raise ValueError("start and end are dateTimeTimeZone objects")
    named = {name.casefold(): value for name, value in stated.items()}
    if not named.get("datetime"):
        raise ValueError("a dateTime is missing")
    name = named.get("timezone")
    if name and (not isinstance(name, str) or zone(name) is None):
        raise ValueError(f"'{name}' is no time zone that is known")
    moment = iso(str(named["datetime"]))
    if moment.tzinfo is not None and not name:
        return {"dateTime": moment.astimezone(named_zone(own_zone)).isoformat(), "timeZone": own_zone}
    return {"dateTime": moment.isoformat(), "timeZone": name or default}


def _end(event: Json, stated: Json, own_zone: str) -> Json:
    """The end that is stated; otherwise half an hour or a day after the start."""
    if event.get("end"):
        return _moment(event["end"], own_zone, stated["start"]["timeZone"])
    length = timedelta(days=1) if stated.get("isAllDay") else timedelta(minutes=30)
    return {**stated["start"], "dateTime": (iso(stated["start"]["dateTime"]) + length).isoformat()}


def _outside(event: Json) -> Json:
    """The organizer of a meeting that comes from outside the tenant."""
    stated = (event.get("organizer") or {}).get("emailAddress") or {}
    return {"name": stated.get("name") or event["mailbox"], "address": event["mailbox"]}
