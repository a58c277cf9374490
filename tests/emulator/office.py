"""A small office on the emulator, and people who ask it over HTTP."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from graph.emulator import Emulator

Json = dict[str, Any]
MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)

WORLD: Json = {
    "users": [
        {
            "displayName": "Ana Ruiz",
            "userPrincipalName": "ana@contoso.example",
            "department": "Finance",
            "jobTitle": "Controller",
            "mailboxSettings": {"timeZone": "Romance Standard Time"},
        },
        {
            "displayName": "Tom Fox",
            "userPrincipalName": "tom@contoso.example",
            "manager": "ana@contoso.example",
            "mailboxSettings": {"timeZone": "Pacific Standard Time"},
        },
        {
            "displayName": "Priya Nair",
            "userPrincipalName": "priya@contoso.example",
            "manager": "ana@contoso.example",
            "mailboxSettings": {"timeZone": "Asia/Kolkata"},
        },
    ],
    "groups": [
        {
            "displayName": "Finance",
            "mail": "finance@contoso.example",
            "members": ["ana@contoso.example", "tom@contoso.example"],
        }
    ],
    "places": [
        {"displayName": "Hood", "emailAddress": "hood@contoso.example", "building": "North", "capacity": 6},
        {"displayName": "Rainier", "emailAddress": "rainier@contoso.example", "building": "South", "capacity": 20},
        {
            "@odata.type": "#microsoft.graph.roomList",
            "displayName": "North",
            "emailAddress": "north@contoso.example",
        },
    ],
}


class Watch:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime = MONDAY) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, by: timedelta) -> None:
        """Let time pass."""
        self.now += by


@dataclass(frozen=True)
class Asker:
    """Somebody with a token."""

    http: httpx.AsyncClient
    root: str
    token: str

    async def ask(self, method: str, path: str, body: object = None, **headers: str) -> httpx.Response:
        """Send a request; `headers` name theirs with underscores for hyphens."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        extra: Mapping[str, Any] = {} if body is None else {"json": body}
        return await self.http.request(
            method, self.root + path, headers={"Authorization": f"Bearer {self.token}", **named}, **extra
        )

    async def get(self, path: str, **headers: str) -> Json:
        """The body of a GET that must succeed."""
        return self._read(await self.ask("GET", path, **headers))

    async def post(self, path: str, body: object = None, **headers: str) -> Json:
        """The body of a POST that must succeed; empty where there is none."""
        return self._read(await self.ask("POST", path, body if body is not None else {}, **headers))

    async def patch(self, path: str, body: object, **headers: str) -> Json:
        """The body of a PATCH that must succeed."""
        return self._read(await self.ask("PATCH", path, body, **headers))

    async def delete(self, path: str) -> None:
        """A DELETE that must succeed."""
        self._read(await self.ask("DELETE", path))

    async def refusal(self, method: str, path: str, body: object = None, **headers: str) -> tuple[int, str]:
        """Status and code of a request that must be refused."""
        response = await self.ask(method, path, body, **headers)
        assert response.status_code >= 400, response.text
        return response.status_code, response.json()["error"]["code"]

    async def calendar(self, day: str = "2026-11-26", days: int = 1) -> list[Json]:
        """What calendarView shows from `day` on."""
        start = datetime.fromisoformat(day).replace(tzinfo=UTC)
        query = (
            f"startDateTime={start:%Y-%m-%d}T00:00:00Z&endDateTime={start + timedelta(days=days):%Y-%m-%d}T00:00:00Z"
        )
        found: list[Json] = (await self.get(f"/me/calendarView?{query}&$top=100"))["value"]
        return found

    async def only_event(self, day: str = "2026-11-26") -> Json:
        """The one event of a day."""
        (event,) = await self.calendar(day)
        return event

    @staticmethod
    def _read(response: httpx.Response) -> Json:
        assert response.status_code < 300, response.text
        found: Json = response.json() if response.content else {}
        return found


@dataclass(frozen=True)
class Office:
    """The running emulator with its people."""

    graph: Emulator
    watch: Watch
    http: httpx.AsyncClient

    def person(self, name: str) -> Asker:
        """Somebody of the office with a delegated token."""
        return Asker(self.http, self.graph.url, self.graph.user_token(f"{name}@contoso.example"))

    @property
    def ana(self) -> Asker:
        """In Madrid."""
        return self.person("ana")

    @property
    def tom(self) -> Asker:
        """In Los Angeles."""
        return self.person("tom")

    @property
    def priya(self) -> Asker:
        """In Kolkata."""
        return self.person("priya")

    @property
    def application(self) -> Asker:
        """A client with a token of its own."""
        return Asker(self.http, self.graph.url, self.graph.app_token())


def meeting(*invited: str, at: str = "2026-11-26T16:00", minutes: int = 30, zone: str = "UTC", **more: Any) -> Json:
    """A new event; `invited` are names of the office, rooms or whole addresses."""
    start = datetime.fromisoformat(at)
    end = start + timedelta(minutes=minutes)
    return {
        "subject": "Budget",
        "start": {"dateTime": start.isoformat(), "timeZone": zone},
        "end": {"dateTime": end.isoformat(), "timeZone": zone},
        "attendees": [attendee(name) for name in invited],
        **more,
    }


def attendee(name: str, response: str | None = None) -> Json:
    """An attendee by name of the office or by address; in a world with the answer already given."""
    address = name if "@" in name else f"{name}@contoso.example"
    kind = "resource" if name in {"hood", "rainier"} else "required"
    found: Json = {"emailAddress": {"address": address}, "type": kind}
    return found | ({"status": {"response": response}} if response else {})


def answers(event: Json) -> dict[str, str]:
    """How each attendee has answered, by the part of the address before the @."""
    return {one["emailAddress"]["address"].partition("@")[0]: one["status"]["response"] for one in event["attendees"]}
