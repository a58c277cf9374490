"""A small office for conversations: few people, few events, everything at a stated time of November 2026."""

import base64
import uuid
from typing import Any, NamedTuple

from graph.emulator import World
from tests.portrait import png

Json = dict[str, Any]
LISBON, NEW_YORK, KOLKATA, BERLIN = (
    "GMT Standard Time",
    "Eastern Standard Time",
    "India Standard Time",
    "W. Europe Standard Time",
)
PEOPLE = (
    ("Inês Carvalho", "ines", LISBON, "Product Manager", "mia"),
    ("Alex Moreau", "alex", LISBON, "Finance Analyst", "mia"),
    ("Priya Raman", "priya", KOLKATA, "Data Engineer", "mia"),
    ("Tom Becker", "tom", BERLIN, "Designer", "mia"),
    ("Sam Okafor", "sam.okafor", LISBON, "Account Manager", "mia"),
    ("Sam Lindqvist", "sam.lindqvist", BERLIN, "Engineer", "mia"),
    ("Mia Chen", "mia", NEW_YORK, "Director", ""),
    ("Robert Quist", "robert.quist", BERLIN, "Site Lead", ""),
    ("Katherine Odell", "katherine.odell", LISBON, "Editor", "robert.quist"),
    ("Jonas Weiler", "jonas.weiler", BERLIN, "Technician", "robert.quist"),
    ("Nuno Prata", "nuno.prata", LISBON, "Helpdesk Specialist", "robert.quist"),
    ("Ana Reis", "ana.reis", LISBON, "Copywriter", "robert.quist"),
    ("Ana Brandt", "ana.brandt", BERLIN, "Lawyer", "robert.quist"),
    *(
        (f"{given} {surname}", f"{given}.{surname}".lower(), LISBON, "Singer", "")
        for surname in ("Ahlgren", "Boone", "Castel")
        for given in ("Uwe", "Wanda", "Xenia", "Yara", "Zoran", "Ulla", "Vito")
    ),
)
DEPARTMENTS = {"katherine.odell": "Publishing", "ana.reis": "Publishing", "ana.brandt": "Legal"}
OFFICES = {"jonas.weiler": "Porto", "ana.reis": "Porto"}
PHOTOGRAPHED = ("ana.reis",)
CHOIR = tuple(alias for _, alias, _, title, _ in PEOPLE if title == "Singer")
GROUPS = (
    ("Crafts team", "crafts", ("tom", "priya")),
    ("Print desk", "printdesk", ("katherine.odell", "jonas.weiler")),
    ("Print shop", "shop", ("jonas.weiler", "tom")),
    ("Leadership", "leadership", ("mia", "robert.quist")),
    ("Choir", "choir", CHOIR),
    ("Équipe Façade", "facade", ("jonas.weiler", "tom")),
)
"""Name, alias, members."""
CHATS = {"group": ("ines", "alex", "tom"), "fair": ("ines", "tom", "guest")}
"""Who is in which group chat."""
CONTACTS = (
    ("ines", "Dana Whitfield", "Fabrikam", "dana@fabrikam.example"),
    ("ines", "Luc Girard", "Northwind", ""),
)
"""Whose, name, company, address."""
PERMISSIONS = (
    ("robert.quist", "nuno.prata", "delegateWithPrivateEventAccess"),
    ("katherine.odell", "nuno.prata", "write"),
    ("jonas.weiler", "nuno.prata", "read"),
)
"""Whose calendar, who may, and what."""


def address(alias: str) -> str:
    """An address of this office."""
    return f"{alias}@contoso.example"


def identity(alias: str) -> str:
    """The Entra object id of a person."""
    return str(uuid.uuid5(uuid.NAMESPACE_DNS, address(alias)))


def person(name: str, alias: str, zone: str, title: str, manager: str) -> Json:
    """A user who works nine to six, Monday to Friday."""
    days = ["monday", "tuesday", "wednesday", "thursday", "friday"]
    hours = {"daysOfWeek": days, "startTime": "09:00:00", "endTime": "18:00:00", "timeZone": {"name": zone}}
    user: Json = {
        "id": identity(alias),
        "displayName": name,
        "givenName": name.partition(" ")[0],
        "surname": name.rpartition(" ")[2],
        "userPrincipalName": address(alias),
        "mail": address(alias),
        "jobTitle": title,
        "department": DEPARTMENTS.get(alias),
        "officeLocation": OFFICES.get(alias),
        "mailboxSettings": {"timeZone": zone, "workingHours": hours, "timeFormat": "HH:mm"},
    }
    if alias in PHOTOGRAPHED:
        user["photo"] = base64.b64encode(png("#c8d9c4")).decode("ascii")
    return user | ({"manager": address(manager)} if manager else {})


def event(organizer: str, subject: str, start: str, end: str, *guests: tuple[str, str], **more: Any) -> Json:
    """An event; `start` and `end` are Lisbon's clock, a guest is an alias and a response."""
    names = {alias: name for name, alias, *_ in PEOPLE}
    return {
        "mailbox": address(organizer),
        "subject": subject,
        "start": {"dateTime": start, "timeZone": LISBON},
        "end": {"dateTime": end, "timeZone": LISBON},
        "attendees": [
            {
                "type": "required",
                "emailAddress": {"name": names[alias], "address": address(alias)},
                "status": {"response": response},
            }
            for alias, response in guests
        ],
        **more,
    }


def contact(owner: str, name: str, company: str, email: str) -> Json:
    """Somebody whom the owner keeps."""
    given, _, surname = name.partition(" ")
    addresses = [{"name": name, "address": email}] if email else []
    known = {"displayName": name, "givenName": given, "surname": surname, "companyName": company}
    return {"mailbox": address(owner), **known, "emailAddresses": addresses}


class Letter(NamedTuple):
    """A message: who wrote it to whom, aliases or addresses; `sent` on Lisbon's clock, which is UTC in November."""

    sender: str
    to: str
    sent: str
    subject: str
    text: str
    cc: str = ""
    unread: bool = False
    urgent: bool = False


LONG = " ".join(["The print run begins as soon as the colours are agreed, and not a day before that."] * 40)
LETTERS = (
    Letter("ana.reis", "ines", "2026-11-23T08:10", "Leaflet text", "Is the headline too long?", unread=True),
    Letter(
        "tom",
        "ines",
        "2026-11-22T18:00",
        "Offsite",
        "Could we meet on Thursday at 15:00 to agree on the place?",
        cc="priya",
        unread=True,
    ),
    Letter("dana@fabrikam.example", "ines", "2026-11-21T16:40", "Pilot scope", "How many may join?", urgent=True),
    Letter("ana.brandt", "ines", "2026-11-20T15:30", "Supplier contract", "Two clauses are open.", cc="mia"),
    Letter("tom", "ines", "2026-11-20T10:30", "Re: Sketches", "The second one it is."),
    Letter("ines", "tom", "2026-11-20T09:00", "Sketches", "Which do you like?"),
    Letter("ines", "priya", "2026-11-20T16:00", "Event schema", "Is one field missing?"),
    Letter("priya", "ines", "2026-11-18T07:30", "Dashboards", "They are live."),
    Letter(
        "alex",
        "ines",
        "2026-11-17T11:00",
        "Budget figures",
        "<html><head><style>p {color: red}</style></head><body><p>The <b>numbers</b> are in.</p><script>go()</script>"
        "<hr><p><b>From:</b> Mia Chen<br><b>Sent:</b> Monday<br><b>Subject:</b> Budget</p><p>When?</p></body></html>",
    ),
    Letter("news@letters.example", "ines", "2026-11-16T06:00", "Digest 46", "<p>Ten things about type.</p>"),
    Letter("news@letters.example", "ines", "2026-11-09T06:00", "Digest 45", "<p>Ten things about ink.</p>"),
    Letter("news@letters.example", "ines", "2026-11-02T06:00", "Digest 44", "<p>Ten things about paper.</p>"),
    Letter("robert.quist", "ines", "2026-10-30T12:00", "Print run", LONG),
    Letter("ana.reis", "katherine.odell", "2026-11-20T14:00", "Captions", "All but two are done.", unread=True),
)


def party(alias: str) -> Json:
    """A sender or a recipient."""
    names = {alias: name for name, alias, *_ in PEOPLE} | {"news@letters.example": "Type Weekly"}
    email = alias if "@" in alias else address(alias)
    return {"emailAddress": {"name": names.get(alias, "Dana Whitfield"), "address": email}}


def messages() -> list[Json]:
    """One in the mailbox of each receiver, one among what a colleague has sent."""
    found = []
    for letter in LETTERS:
        kind = "html" if letter.text.startswith("<") else "text"
        message: Json = {
            "subject": letter.subject,
            "from": party(letter.sender),
            "sender": party(letter.sender),
            "toRecipients": [party(alias) for alias in letter.to.split()],
            "ccRecipients": [party(alias) for alias in letter.cc.split()],
            "receivedDateTime": f"{letter.sent}:00Z",
            "body": {"contentType": kind, "content": letter.text},
            "isRead": not letter.unread,
            "importance": "high" if letter.urgent else "normal",
        }
        found += [message | {"mailbox": address(alias)} for alias in (*letter.to.split(), *letter.cc.split())]
        if "@" not in letter.sender:
            sent = {"mailbox": address(letter.sender), "isRead": True, "parentFolderId": "sentitems"}
            found.append(message | sent)
    return found


class Room(NamedTuple):
    """A room of this office."""

    name: str
    alias: str
    building: str
    city: str
    floor: int
    seats: int
    tags: tuple[str, ...]
    step_free: bool


ROOMS = (
    Room("Tejo", "room.tejo", "Alfama House", "Lisbon", 2, 12, ("whiteboard",), step_free=True),
    Room("Fado", "room.fado", "Alfama House", "Lisbon", 2, 6, (), step_free=True),
    Room("Azulejo", "room.azulejo", "Alfama House", "Lisbon", 3, 4, ("whiteboard",), step_free=False),
    Room("Havel", "room.havel", "Spree Works", "Berlin", 1, 8, (), step_free=True),
)


def place(room: Room) -> Json:
    """A room as Graph has it; those with six seats and more have a screen, the largest a camera as well."""
    return {
        "@odata.type": "#microsoft.graph.room",
        "id": identity(room.alias),
        "displayName": room.name,
        "emailAddress": address(room.alias),
        "capacity": room.seats,
        "building": room.building,
        "address": {"city": room.city},
        "floorNumber": room.floor,
        "displayDeviceName": "Wall display" if room.seats >= 6 else None,
        "videoDeviceName": "Room camera" if room.seats >= 12 else None,
        "isWheelChairAccessible": room.step_free,
        "tags": list(room.tags),
    }


def in_room(name: str, made: Json) -> Json:
    """The event with a room that has accepted."""
    alias = next(room.alias for room in ROOMS if room.name == name)
    seat = {
        "type": "resource",
        "emailAddress": {"name": name, "address": address(alias)},
        "status": {"response": "accepted"},
    }
    where = {"displayName": name, "locationType": "conferenceRoom", "locationEmailAddress": address(alias)}
    return made | {"attendees": [*made["attendees"], seat], "location": where}


def meetings_in_rooms() -> list[Json]:
    """What holds the rooms, in the second week of 2029, and two meetings that may get one."""
    return [
        in_room("Tejo", event("mia", "Board prep", "2029-01-09T14:00", "2029-01-09T16:00")),
        in_room("Fado", event("tom", "Sketching", "2029-01-09T14:00", "2029-01-09T15:00")),
        in_room("Azulejo", event("mia", "Interview", "2029-01-09T14:30", "2029-01-09T15:30")),
        in_room("Fado", event("ines", "Design review", "2029-01-10T11:00", "2029-01-10T12:00", ("tom", "accepted"))),
        event(
            "ines",
            "Launch plan",
            "2029-01-10T15:00",
            "2029-01-10T16:00",
            ("tom", "accepted"),
            ("alex", "accepted"),
        ),
        in_room(
            "Tejo",
            event("mia", "Quarterly results", "2029-01-11T10:00", "2029-01-11T11:00", ("ines", "accepted")),
        ),
    ]


EACH_TUESDAY_AND_WEDNESDAY: Json = {
    "pattern": {"type": "weekly", "interval": 1, "daysOfWeek": ["tuesday", "wednesday"], "firstDayOfWeek": "monday"},
    "range": {"type": "endDate", "startDate": "2027-02-02", "endDate": "2027-03-31"},
}
EACH_MONDAY: Json = {
    "pattern": {"type": "weekly", "interval": 1, "daysOfWeek": ["monday"], "firstDayOfWeek": "monday"},
    "range": {"type": "numbered", "startDate": "2027-03-08", "numberOfOccurrences": 8},
}


def each_week(day: str, start: str, **limit: Any) -> Json:
    """A weekly recurrence on that day of the week; without end where `limit` names none."""
    pattern = {"type": "weekly", "interval": 1, "daysOfWeek": [day], "firstDayOfWeek": "monday"}
    return {"pattern": pattern, "range": {"type": "noEnd", "startDate": start, **limit}}


def meetings_that_move() -> list[Json]:
    """What is moved, repeated and held again: a day of May 2027, and the autumn of 2031 (clocks: 26 October)."""
    return [
        event("ines", "Desk work", "2027-05-19T10:00", "2027-05-19T11:00"),
        event("ines", "Sketches", "2027-05-19T15:00", "2027-05-19T16:00"),
        event("ines", "Layout", "2031-09-12T10:00", "2031-09-12T11:00", ("tom", "accepted"), ("alex", "accepted")),
        event("alex", "Print run", "2031-09-12T11:30", "2031-09-12T12:00", ("ines", "accepted")),
        event("ines", "Paper stock", "2031-09-12T14:00", "2031-09-12T14:30", ("alex", "accepted")),
        event("ines", "Reading", "2031-09-12T15:00", "2031-09-12T16:00"),
        event("alex", "Ledger", "2031-09-15T10:00", "2031-09-15T11:00"),
        event(
            "ines", "Cover design", "2031-09-23T10:00", "2031-09-23T11:00", ("tom", "accepted"), ("alex", "accepted")
        ),
        event("ines", "Spine and flap", "2031-09-24T14:00", "2031-09-24T14:30", ("tom", "accepted")),
        event("ines", "Editors", "2031-10-14T11:00", "2031-10-14T11:30", ("tom", "accepted"), ("alex", "accepted")),
        event(
            "ines",
            "Galley check",
            "2031-10-08T10:00",
            "2031-10-08T10:30",
            ("alex", "accepted"),
            recurrence=each_week("wednesday", "2031-10-08"),
        ),
        event(
            "ines",
            "Ink order",
            "2031-10-09T15:00",
            "2031-10-09T15:30",
            ("tom", "accepted"),
            recurrence=each_week("thursday", "2031-10-09", type="numbered", numberOfOccurrences=6),
        ),
        in_room("Fado", event("ines", "Binding", "2031-10-16T10:00", "2031-10-16T11:00", ("tom", "accepted"))),
        in_room("Fado", event("mia", "Auction", "2031-10-17T14:00", "2031-10-17T16:00")),
    ]


EACH_WORKDAY: Json = {
    "pattern": {
        "type": "weekly",
        "interval": 1,
        "daysOfWeek": ["monday", "tuesday", "wednesday", "thursday", "friday"],
        "firstDayOfWeek": "monday",
    },
    "range": {"type": "endDate", "startDate": "2028-10-09", "endDate": "2028-10-20"},
}


def landmarks() -> list[Json]:
    """By what other times are said: two weeks of October 2028, from Monday the 9th on."""
    return [
        event("tom", "Stand-up", "2028-10-09T09:30", "2028-10-09T09:45", ("ines", "accepted"), recurrence=EACH_WORKDAY),
        event("ines", "Design review", "2028-10-10T11:00", "2028-10-10T12:00", ("tom", "accepted")),
        event("mia", "Budget review", "2028-10-10T15:00", "2028-10-10T16:00", ("ines", "accepted")),
        event("ines", "Catch-up", "2028-10-11T14:00", "2028-10-11T14:30", ("alex", "accepted")),
        event("priya", "Vendor demo", "2028-10-11T16:00", "2028-10-11T17:00", ("ines", "accepted")),
        event("mia", "Board meeting", "2028-10-12T14:00", "2028-10-12T15:30", ("ines", "accepted")),
        event("ines", "Flight to Berlin", "2028-10-12T18:00", "2028-10-12T21:00"),
        event("alex", "Forecast call", "2028-10-13T15:00", "2028-10-13T15:30", ("ines", "accepted")),
        event("mia", "Offsite", "2028-10-16T00:00", "2028-10-18T00:00", ("ines", "accepted"), isAllDay=True),
    ]


def office() -> World:
    """The world. Monday is the 23rd."""
    return World.parse(
        {
            "users": [person(*each) for each in PEOPLE],
            "groups": [
                {"displayName": name, "mail": address(alias), "members": [address(member) for member in members]}
                for name, alias, members in GROUPS
            ],
            "contacts": [contact(*each) for each in CONTACTS],
            "permissions": [
                {"mailbox": address(owner), "grantee": address(grantee), "role": role}
                for owner, grantee, role in PERMISSIONS
            ],
            "places": [place(each) for each in ROOMS],
            "messages": messages(),
            "events": [
                event("mia", "Staff meeting", "2026-11-24T14:00", "2026-11-24T15:00", ("ines", "accepted")),
                event("ines", "Roadmap", "2026-11-24T10:00", "2026-11-24T11:00", ("tom", "accepted")),
                event("tom", "Design critique", "2026-11-24T10:30", "2026-11-24T11:30", ("ines", "accepted")),
                event("alex", "Month end", "2026-11-26T13:00", "2026-11-26T15:00"),
                event("alex", "Maybe: audit", "2026-11-26T16:00", "2026-11-26T17:00", showAs="tentative"),
                event("priya", "Dentist", "2026-11-27T09:00", "2026-11-27T10:00", sensitivity="private"),
                event("tom", "Holiday", "2026-12-07T00:00", "2026-12-12T00:00", isAllDay=True, showAs="oof"),
                event(
                    "priya",
                    "Budget review",
                    "2026-11-25T10:00",
                    "2026-11-25T11:00",
                    ("ines", "notResponded"),
                    ("alex", "accepted"),
                ),
                event(
                    "tom",
                    "Tax stand-up",
                    "2027-02-02T09:15",
                    "2027-02-02T09:30",
                    ("mia", "notResponded"),
                    recurrence=EACH_TUESDAY_AND_WEDNESDAY,
                ),
                event(
                    "robert.quist", "Site review", "2027-03-02T10:00", "2027-03-02T11:00", ("jonas.weiler", "accepted")
                ),
                event("robert.quist", "Physio", "2027-03-02T15:00", "2027-03-02T16:00", sensitivity="private"),
                event("katherine.odell", "Proofs", "2027-03-02T14:00", "2027-03-02T15:00", ("ana.reis", "accepted")),
                event("jonas.weiler", "Press service", "2027-03-02T09:00", "2027-03-02T10:00"),
                event("alex", "Quarter close", "2027-03-02T11:00", "2027-03-02T12:00"),
                event(
                    "ines", "Pitch", "2027-03-09T14:00", "2027-03-09T15:00", ("alex", "accepted"), ("priya", "accepted")
                ),
                event("ines", "Interview", "2027-03-10T10:00", "2027-03-10T10:30", ("tom", "accepted")),
                event("ines", "Interview", "2027-03-11T10:00", "2027-03-11T10:30", ("tom", "accepted")),
                event("alex", "Stocktaking", "2027-03-11T13:00", "2027-03-11T17:00"),
                event(
                    "ines",
                    "Planning",
                    "2027-03-08T10:00",
                    "2027-03-08T11:00",
                    ("tom", "accepted"),
                    ("alex", "accepted"),
                    recurrence=EACH_MONDAY,
                ),
                event(
                    "mia",
                    "Press day",
                    "2027-06-01T09:30",
                    "2027-06-01T10:30",
                    ("ines", "accepted"),
                    ("tom", "declined"),
                    ("uwe.castel", "notResponded"),
                    location={"displayName": "Atrium"},
                    body={"contentType": "text", "content": "Bring the new photos."},
                ),
                event(
                    "ines",
                    "Catalogue proofs",
                    "2027-06-01T14:00",
                    "2027-06-01T15:30",
                    ("katherine.odell", "tentativelyAccepted"),
                    isOnlineMeeting=True,
                    onlineMeetingProvider="teamsForBusiness",
                ),
                event(
                    "alex", "Catalogue prices", "2027-06-02T11:00", "2027-06-02T11:30", ("ines", "tentativelyAccepted")
                ),
                *meetings_in_rooms(),
                *meetings_that_move(),
                *landmarks(),
                event("mia", "Hiring round", "2026-11-26T16:30", "2026-11-26T17:00", ("ines", "none")),
            ],
        }
    )
