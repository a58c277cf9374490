"""How meetings and messages travel between mailboxes.

The organizer's mailbox sends requests and cancellations, the attendees' mailboxes send answers. Each is a letter: a
JSON document that is delivered at once, or after the tenant's delay. A mailbox outside the tenant gets nothing.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from graph.emulator import ids
from graph.emulator.agenda import instants, occurrence_on, occurrences, owner_zone, series_rule, view
from graph.emulator.documents import MEETING_PROPERTIES, address, response_status
from graph.emulator.errors import Json
from graph.emulator.groups import everybody
from graph.emulator.incoming import receive_message
from graph.emulator.moments import NEVER, utc_text
from graph.emulator.recurrence import last_day
from graph.emulator.store import FOREVER, Item, Mailbox
from graph.emulator.tenant import Tenant

_ROOM_LOOKS_AHEAD = timedelta(days=180)
CANCELLED_PREFIX = "Canceled: "
_SHOWN_AS = {"tentativelyAccepted": "tentative", "notResponded": "tentative", "none": "tentative", "declined": "free"}


# What a mailbox sends


def send_requests(tenant: Tenant, item: Item, to: Iterable[Json], *, asks_again: bool) -> None:
    """Invite attendees, or tell them what changed; `asks_again` forgets the answers they gave."""
    meeting = meeting_of(item.document)
    letter = {"kind": "request", "uid": item.uid, "day": item.day, "meeting": meeting, "asksAgain": asks_again}
    _send(tenant, letter, to)


def send_cancellations(tenant: Tenant, item: Item, to: Iterable[Json], comment: str) -> None:
    """Tell attendees that it does not take place, or not with them."""
    _send(tenant, {"kind": "cancellation", "uid": item.uid, "day": item.day, "comment": comment}, to)


def send_response(tenant: Tenant, item: Item, sender: Mailbox, response: str, proposed: Json | None) -> None:
    """Tell the organizer how `sender` answered. `proposed` is a timeSlot of UTC texts."""
    letter = {
        "kind": "response",
        "uid": item.uid,
        "day": item.day,
        "from": {"address": sender.address, "name": sender.name},
        "response": response,
        "time": tenant.now_text,
        "proposedNewTime": proposed,
    }
    _send(tenant, letter, [item.document["organizer"]])


def send_forward(tenant: Tenant, item: Item, recipients: list[Json]) -> None:
    """Tell the organizer whom their meeting was forwarded to; `recipients` are attendees."""
    letter = {"kind": "forward", "uid": item.uid, "day": item.day, "recipients": recipients}
    _send(tenant, letter, [item.document["organizer"]])


def send_message(tenant: Tenant, message: Json, to: Iterable[Json]) -> None:
    """Bring a message that was sent to the inboxes of the tenant; `to` are recipients."""
    _send(tenant, {"kind": "message", "message": message}, to)


def _send(tenant: Tenant, letter: Json, parties: Iterable[Json]) -> None:
    due = int((tenant.now + tenant.delivery_delay).timestamp())
    for receiver in receivers(tenant, parties):
        addressed = {**letter, "to": receiver}
        if tenant.delivery_delay:
            tenant.store.post(due, addressed)
        else:
            deliver(tenant, addressed)


def receivers(tenant: Tenant, parties: Iterable[Json]) -> list[str]:
    """The ids of the mailboxes behind addresses; a group stands for its members."""
    found: dict[str, None] = {}
    for party in parties:
        email = address(party)
        for one in everybody(tenant.store, email) or [email]:
            mailbox = tenant.store.mailbox(one)
            if mailbox is not None:
                found[mailbox.id] = None
    return list(found)


# What happens when a letter arrives


def deliver_due(tenant: Tenant) -> None:
    """Deliver what has been under way long enough."""
    for letter in tenant.store.collect(int(tenant.now.timestamp())):
        deliver(tenant, letter)


def deliver(tenant: Tenant, letter: Json) -> None:
    """Put one letter into effect in the mailbox it is for."""
    mailbox = tenant.store.mailbox(letter["to"])
    if mailbox is None:
        return
    if letter["kind"] == "request":
        _receive_request(tenant, mailbox, letter)
    elif letter["kind"] == "cancellation":
        _receive_cancellation(tenant, mailbox, letter)
    elif letter["kind"] == "forward":
        _receive_forward(tenant, mailbox, letter)
    elif letter["kind"] == "message":
        receive_message(tenant, mailbox, letter["message"])
    else:
        _receive_response(tenant, mailbox, letter)


def _receive_forward(tenant: Tenant, organizer: Mailbox, letter: Json) -> None:
    held = own_copy(tenant, organizer, letter["uid"], letter["day"])
    if held is None:
        return
    invited = {address(attendee) for attendee in held.document["attendees"]} | {organizer.address.casefold()}
    added = [recipient for recipient in letter["recipients"] if address(recipient) not in invited]
    attendees = [*held.document["attendees"], *added]
    changed = keep(tenant, held, {**held.document, "attendees": attendees})
    tenant.touch(organizer)
    send_requests(tenant, changed, added, asks_again=True)


def _receive_request(tenant: Tenant, mailbox: Mailbox, letter: Json) -> None:
    meeting = letter["meeting"]
    if address(meeting["organizer"]) == mailbox.address.casefold():
        return
    held = own_copy(tenant, mailbox, letter["uid"], letter["day"])
    before = held.document if held else None
    asks = before is None or letter["asksAgain"]
    response = "notResponded" if asks else None
    copy = invitation(mailbox, letter["uid"], meeting, response=response, now=tenant.now_text, before=before)
    if held is not None:
        copy = replace(copy, id=held.id, master=held.master, day=held.day, version=held.version + 1)
        if held.kind in {"occurrence", "exception"}:
            copy = replace(copy, kind="exception", until=0)
        if copy.kind == "seriesMaster" and asks:
            tenant.store.restore_days(copy.id)
    elif letter["day"]:
        copy = replace(copy, id=ids.item_id("day", letter["uid"], letter["day"], mailbox.id), day=letter["day"])
    if mailbox.is_room and asks:
        copy = _room_decides(tenant, mailbox, copy)
        if copy.document["responseStatus"]["response"] == "declined":
            if held is not None:
                remove(tenant, held)
                tenant.touch(mailbox)
            return
    tenant.store.put_event(copy)
    tenant.touch(mailbox)


def _room_decides(tenant: Tenant, room: Mailbox, copy: Item) -> Item:
    """A room takes what it is free for and declines the rest, and says so."""
    response = "declined" if _conflicts(tenant, room, copy) else "accepted"
    send_response(tenant, copy, room, response, None)
    return answered(copy, room, response, tenant.now_text)


def _conflicts(tenant: Tenant, room: Mailbox, copy: Item) -> bool:
    start = datetime.fromtimestamp(copy.start, UTC)
    if copy.kind != "seriesMaster":
        stretches = [(start, datetime.fromtimestamp(copy.finish, UTC))]
    else:
        end = start + _ROOM_LOOKS_AHEAD
        stretches = [
            (datetime.fromtimestamp(one.start, UTC), datetime.fromtimestamp(one.finish, UTC))
            for one in occurrences(tenant.store, room, copy, start, end)
        ]
    return any(
        other.uid != copy.uid and other.document["showAs"] != "free" and not other.document["isCancelled"]
        for first, last in stretches
        for other in view(tenant.store, room, first, last)
    )


def _receive_cancellation(tenant: Tenant, mailbox: Mailbox, letter: Json) -> None:
    held = own_copy(tenant, mailbox, letter["uid"], letter["day"])
    if held is None or held.document["isOrganizer"]:
        return
    tenant.touch(mailbox)
    if mailbox.is_room:
        remove(tenant, held)
        return
    document = {**held.document, "isCancelled": True, "showAs": "free", "lastModifiedDateTime": tenant.now_text}
    if not document["subject"].startswith(CANCELLED_PREFIX):
        document["subject"] = CANCELLED_PREFIX + document["subject"]
    if letter["comment"]:
        document["body"] = {"contentType": "text", "content": letter["comment"]}
    keep(tenant, held, document)


def _receive_response(tenant: Tenant, mailbox: Mailbox, letter: Json) -> None:
    held = own_copy(tenant, mailbox, letter["uid"], letter["day"])
    if held is None or not held.document["isOrganizer"]:
        return
    email = letter["from"]["address"].casefold()
    document = dict(held.document)
    status = {"status": response_status(letter["response"], letter["time"])}
    proposed = {"proposedNewTime": letter["proposedNewTime"]} if letter["proposedNewTime"] else {}
    known = [address(attendee) for attendee in document["attendees"]]
    if email in known:
        document["attendees"] = [
            {name: part for name, part in attendee.items() if name != "proposedNewTime"} | status | proposed
            if address(attendee) == email
            else attendee
            for attendee in document["attendees"]
        ]
    else:  # a member of a group that was invited
        attendee = {"type": "required", "emailAddress": letter["from"], **status, **proposed}
        document["attendees"] = [*document["attendees"], attendee]
    keep(tenant, held, document)
    tenant.touch(mailbox)


# Copies


def meeting_of(document: Json) -> Json:
    """What an organizer's document says to everybody, and how it would have them shown."""
    return {name: document.get(name) for name in MEETING_PROPERTIES} | {"intendedShowAs": document["showAs"]}


def invitation(
    mailbox: Mailbox, uid: str, meeting: Json, *, response: str | None, now: str, before: Json | None = None
) -> Item:
    """A mailbox's copy of somebody else's meeting.

    `before` is the document it had, whose own parts stay; with a `response` of None its answer stays too.
    """
    mine = mailbox.address.casefold()
    attendees = meeting["attendees"]
    if meeting["hideAttendees"]:
        attendees = [attendee for attendee in attendees if address(attendee) == mine]
    document: Json = {
        "categories": [],
        "isReminderOn": True,
        "reminderMinutesBeforeStart": 15,
        "createdDateTime": now,
        "showAs": "free",
        **(before or {}),
        **meeting,
        "attendees": attendees,
        "isOrganizer": False,
        "isCancelled": False,
        "lastModifiedDateTime": now,
    }
    copy = item_of(mailbox, ids.item_id("copy", uid, mailbox.id), uid, document)
    if response is None:
        return copy
    return answered(copy, mailbox, response, NEVER if response in {"none", "notResponded"} else now)


def item_of(mailbox: Mailbox, event_id: str, uid: str, document: Json) -> Item:
    """The copy that a document makes in a mailbox; a series where it recurs."""
    zone = owner_zone(mailbox)
    start, end = (int(edge.timestamp()) for edge in instants(document, zone))
    item = Item(event_id, mailbox.id, uid, "singleInstance", start, end, document, until=end)
    if not document.get("recurrence"):
        return item
    item.kind = "seriesMaster"
    last = last_day(series_rule(document))
    item.until = FOREVER if last is None else occurrence_on(mailbox, item, last).finish
    return item


def answered(item: Item, mailbox: Mailbox, response: str, moment: str) -> Item:
    """The copy after its owner has answered."""
    mine = mailbox.address.casefold()
    status = response_status(response, moment)
    in_list = response_status("none", NEVER) if response == "notResponded" else status
    document = {
        **item.document,
        "responseStatus": status,
        "showAs": _shown_as(response, item.document.get("intendedShowAs", "busy")),
        "attendees": [
            {**attendee, "status": in_list} if address(attendee) == mine else attendee
            for attendee in item.document["attendees"]
        ],
    }
    return replace(item, document=document)


def _shown_as(response: str, intended: str) -> str:
    """How an attendee's time is shown: as the organizer means it once accepted, tentative before."""
    return intended if intended == "free" else _SHOWN_AS.get(response, intended)


def own_copy(tenant: Tenant, mailbox: Mailbox, uid: str, day: str | None) -> Item | None:
    """What a mailbox holds of a meeting; of a series the occurrence of `day`, or what is in its place."""
    copies = tenant.store.copies(uid, mailbox.id)
    exact = [copy for copy in copies if copy.day == day]
    if exact:
        return exact[0]
    series = next((copy for copy in copies if copy.kind == "seriesMaster"), None)
    if series is None or day is None or day in tenant.store.removed_days(series.id):
        return None
    return occurrence_on(mailbox, series, date.fromisoformat(day))


def keep(tenant: Tenant, item: Item, document: Json) -> Item:
    """Store a changed copy; a changed occurrence becomes an exception of its series."""
    mailbox = tenant.store.mailbox(item.mailbox)
    if mailbox is None:
        raise LookupError(item.mailbox)
    document = {**document, "lastModifiedDateTime": tenant.now_text}
    if item.kind == "occurrence":
        document["originalStart"] = utc_text(datetime.fromtimestamp(item.start, UTC))
    fresh = item_of(mailbox, item.id, item.uid, document)
    changed = replace(item, document=document, start=fresh.start, finish=fresh.finish, version=item.version + 1)
    if item.kind in {"occurrence", "exception"}:
        changed.kind, changed.until = "exception", fresh.finish
    else:
        changed.kind, changed.until = fresh.kind, fresh.until
    changed.is_stored = True
    tenant.store.put_event(changed)
    return changed


def remove(tenant: Tenant, item: Item) -> None:
    """Take a copy out of its mailbox; an occurrence out of its series."""
    if item.master is not None and item.day is not None:
        tenant.store.remove_day(item.master, item.day)
    if item.is_stored:
        tenant.store.delete_event(item.id)
