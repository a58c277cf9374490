"""The office that every client meets, and the plan that each of them carries out.

A plan is plain JSON, since one of the clients reads it in JavaScript. What a client sees is plain JSON too: texts,
numbers and lists, instants as "2026-11-26T16:00" in UTC, and no ids, which differ from run to run.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

Json = dict[str, Any]
NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
ANA, TOM, PRIYA, HOOD = (f"{name}@contoso.example" for name in ("ana", "tom", "priya", "hood"))
_EVENTS = 7


def _user(name: str, email: str, zone: str) -> Json:
    return {"displayName": name, "userPrincipalName": email, "mail": email, "mailboxSettings": {"timeZone": zone}}


def _event(mailbox: str, subject: str, start: str, minutes: int) -> Json:
    begin = datetime.fromisoformat(start)
    end = begin + timedelta(minutes=minutes)
    return {
        "mailbox": mailbox,
        "subject": subject,
        "start": {"dateTime": begin.isoformat(), "timeZone": "UTC"},
        "end": {"dateTime": end.isoformat(), "timeZone": "UTC"},
    }


WORLD: Json = {
    "users": [
        _user("Ana Ruiz", ANA, "Romance Standard Time"),
        _user("Tom Fox", TOM, "Romance Standard Time"),
        _user("Priya Nair", PRIYA, "India Standard Time"),
    ],
    "places": [{"displayName": "Hood", "emailAddress": HOOD, "building": "North", "capacity": 6}],
    "events": [
        *(_event(ANA, f"Review {number}", f"2026-11-24T{9 + number:02}:00", 15) for number in range(_EVENTS)),
        _event(TOM, "Focus", "2026-11-26T08:00", 120),
        _event(TOM, "Trip", "2026-11-27T00:00", 24 * 60),
    ],
}

PLAN: Json = {
    "page": 3,
    "created": {
        "subject": "Budget",
        "start": "2026-11-26T16:00:00",
        "end": "2026-11-26T16:30:00",
        "transactionId": "4b6a6f8e-9c1b-4f6e-8f0e-6f7e5a9d1c11",
        "attendees": [TOM, PRIYA],
    },
    "day": {"start": "2026-11-26T00:00:00Z", "end": "2026-11-27T00:00:00Z"},
    "proposed": {"start": "2026-11-26T17:00:00", "end": "2026-11-26T17:30:00"},
    "moved": {"start": "2026-11-26T17:00:00", "end": "2026-11-26T17:30:00"},
    "times": {"attendee": TOM, "start": "2026-11-26T08:00:00", "end": "2026-11-26T13:00:00"},
    "no times": {"attendee": TOM, "start": "2026-11-27T08:00:00", "end": "2026-11-27T13:00:00"},
    "schedule": {"of": [TOM, PRIYA], "start": "2026-11-26T07:00:00", "end": "2026-11-26T12:00:00", "minutes": 60},
    "series": {
        "subject": "Standup",
        "start": "2026-12-01T09:00:00",
        "end": "2026-12-01T09:15:00",
        "first": "2026-12-01",
        "days": ["tuesday", "thursday"],
        "count": 5,
        "from": "2026-12-01T00:00:00Z",
        "to": "2027-01-01T00:00:00Z",
    },
    "calendar": {"name": "Travel", "color": "lightTeal"},
    "filed": {
        "subject": "Lunch",
        "start": "2026-12-21T12:00:00",
        "end": "2026-12-21T13:00:00",
        "name": "menu.txt",
        "content": "Soup of the day",
        "large": "plan.bin",
        "size": 5 * 2**20,
    },
    "followed": {
        "subject": "Retro",
        "start": "2026-12-22T15:00:00",
        "end": "2026-12-22T16:00:00",
        "from": "2026-12-22T00:00:00Z",
        "to": "2026-12-23T00:00:00Z",
    },
    "mail": {"to": TOM, "subject": "Minutes", "text": "Three pages", "answer": "Thank you", "folder": "Notes"},
    "watch": {
        "resource": "/me/events",
        "changes": "created,deleted",
        "subject": "Watched",
        "start": "2026-12-20T10:00:00",
        "end": "2026-12-20T10:30:00",
        "expires": "2026-11-24T08:00:00Z",
        "renewed": "2026-11-25T08:00:00Z",
    },
    "missing": "AAMkADAwMA==",
}
