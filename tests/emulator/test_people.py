"""Photos, presence and contacts."""

import base64
import struct
import zlib
from datetime import UTC, datetime, timedelta

import pytest

from graph import contacts, people
from graph.errors import NotFound
from tests.emulator.clients import client_of
from tests.emulator.conftest import OpenOffice
from tests.emulator.office import Office, meeting


def png(width: int, height: int) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    content = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + content


JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0000b080030004001011100ffd9")
"""The markers of a picture 64 wide and 48 high."""


async def put_photo(office: Office, name: str, content: bytes, kind: str = "image/jpeg") -> int:
    """The status of putting a photo in place."""
    asker = office.person(name)
    headers = {"Authorization": f"Bearer {asker.token}", "Content-Type": kind}
    response = await office.http.put(f"{asker.root}/me/photo/$value", content=content, headers=headers)
    return response.status_code


async def test_a_photo_is_kept_as_it_came(office: Office) -> None:
    """Its bytes, its type and its size; nobody has one before."""
    async with client_of(office, "tom") as graph:
        assert await people.photo(graph, "ana@contoso.example") is None
        assert await put_photo(office, "ana", JPEG) == 200
        assert await people.photo(graph, "ana@contoso.example") == JPEG
    response = await office.tom.ask("GET", "/users/ana@contoso.example/photo/$value")
    assert response.headers["Content-Type"] == "image/jpeg"
    shown = await office.ana.get("/me/photo")
    assert (shown["id"], shown["width"], shown["height"]) == ("64X48", 64, 48)
    assert shown["@odata.mediaContentType"] == "image/jpeg"
    assert shown["@odata.mediaEtag"] == response.headers["ETag"]
    await office.ana.delete("/me/photo")
    assert await office.ana.refusal("GET", "/me/photo/$value") == (404, "ImageNotFound")


async def test_sizes_of_a_photo(office: Office) -> None:
    """Those that are no larger than the photo."""
    await put_photo(office, "ana", png(100, 130), "image/png")
    assert [one["id"] for one in (await office.ana.get("/me/photos"))["value"]] == ["48X48", "64X64", "96X96"]
    small = await office.ana.ask("GET", "/me/photos/48x48/$value")
    assert (small.status_code, small.headers["Content-Type"]) == (200, "image/png")
    assert await office.ana.refusal("GET", "/me/photos/648x648/$value") == (404, "ImageNotFound")
    assert (await office.ana.get("/me/photos/96x96"))["width"] == 96


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\xff\xd8\xff\xd9", b"\x89PNG"])
async def test_what_is_no_photo_is_refused(office: Office, content: bytes) -> None:
    """And the one that was there stays."""
    await put_photo(office, "ana", JPEG)
    assert await put_photo(office, "ana", content) == 400
    assert (await office.ana.get("/me/photo"))["width"] == 64


async def test_nobody_changes_somebody_elses_photo(office: Office) -> None:
    """They may look."""
    await put_photo(office, "ana", JPEG)
    assert await office.tom.refusal("DELETE", "/users/ana@contoso.example/photo") == (403, "ErrorAccessDenied")


async def test_a_photo_of_the_world(open_office: OpenOffice) -> None:
    """In Base64 with the user."""
    omar = {"userPrincipalName": "omar@contoso.example", "photo": base64.b64encode(JPEG).decode()}
    async with open_office(users=[omar]) as office, client_of(office, "ana") as graph:
        assert await people.photo(graph, "omar@contoso.example") == JPEG


@pytest.mark.parametrize(
    ("hour", "event", "expected"),
    [
        (10, None, ("Available", "Available")),
        (20, None, ("Away", "Away")),
        (10, meeting("tom", at="2026-11-26T10:00"), ("Busy", "InAMeeting")),
        (10, meeting(at="2026-11-26T09:45"), ("Busy", "Busy")),
        (10, meeting(at="2026-11-26T09:30"), ("Available", "Available")),
        (10, meeting(at="2026-11-26T10:00", showAs="free"), ("Available", "Available")),
        (10, meeting(at="2026-11-26T10:00", showAs="oof"), ("Offline", "OutOfOffice")),
    ],
)
async def test_presence_follows_the_calendar(
    office: Office, hour: int, event: dict[str, object] | None, expected: tuple[str, str]
) -> None:
    """And the working hours, by the clock of whose they are."""
    if event:
        await office.ana.post("/me/events", event)
    office.watch.now = datetime(2026, 11, 26, hour, tzinfo=UTC)
    async with client_of(office, "tom") as graph:
        seen = await people.presence(graph, "ana@contoso.example")
    assert (seen.availability, seen.activity) == expected


async def test_presence_of_many(office: Office) -> None:
    """By id; whom the organization does not know is left out."""
    ana, tom = [(await office.person(name).get("/me"))["id"] for name in ("ana", "tom")]
    async with client_of(office, "priya") as graph:
        found = await people.presences(graph, [ana, "6fa1b5a2-0000-4000-8000-000000000000", tom])
        assert list(found) == [ana, tom]
    assert (await office.priya.get(f"/communications/presences/{ana}"))["id"] == ana
    too_many = {"ids": [ana] * 651}
    assert (await office.priya.refusal("POST", "/communications/getPresencesByUserId", too_many))[0] == 400


async def test_presence_tells_of_automatic_replies(office: Office) -> None:
    """While they last."""
    start, end = office.watch.now, office.watch.now + timedelta(days=1)
    replies = {
        "status": "scheduled",
        "internalReplyMessage": "Back tomorrow",
        "scheduledStartDateTime": {"dateTime": f"{start:%Y-%m-%dT%H:%M:%S}", "timeZone": "UTC"},
        "scheduledEndDateTime": {"dateTime": f"{end:%Y-%m-%dT%H:%M:%S}", "timeZone": "UTC"},
    }
    await office.ana.patch("/me/mailboxSettings", {"automaticRepliesSetting": replies})
    settings = (await office.ana.get("/me/presence"))["outOfOfficeSettings"]
    assert settings == {"message": "Back tomorrow", "isOutOfOffice": True}
    office.watch.advance(timedelta(days=2))
    assert (await office.application.get("/users/ana@contoso.example/presence"))["outOfOfficeSettings"] == {
        "message": None,
        "isOutOfOffice": False,
    }


KEPT = [
    {
        "mailbox": "ana@contoso.example",
        "givenName": "Max",
        "surname": "Berg",
        "companyName": "Fabrikam",
        "emailAddresses": [{"address": "max@fabrikam.example"}, {"address": "max.berg@home.example"}],
    },
    {"mailbox": "ana@contoso.example", "displayName": "Dr. Lee", "emailAddresses": []},
    {"mailbox": "tom@contoso.example", "displayName": "Zoe", "emailAddresses": [{"address": "zoe@home.example"}]},
]


async def test_contacts_are_found_by_name(open_office: OpenOffice) -> None:
    """Once for each address, and only one's own."""
    async with open_office(contacts=KEPT) as office, client_of(office, "ana") as graph:
        everybody = await contacts.list_contacts(graph)
        assert [(person.name, person.email) for person in everybody] == [
            ("Max Berg", "max@fabrikam.example"),
            ("Max Berg", "max.berg@home.example"),
        ]
        assert [person.email for person in await contacts.search_contacts(graph, "ber")] == [
            "max@fabrikam.example",
            "max.berg@home.example",
        ]
        assert await contacts.search_contacts(graph, "Zoe") == ()
        refused = await office.tom.refusal("GET", "/users/ana@contoso.example/contacts")
        assert refused == (403, "ErrorAccessDenied")


async def test_a_contact_from_its_making_to_its_end(office: Office) -> None:
    """Made, read, changed, deleted; its version changes with it."""
    made = await office.ana.post("/me/contacts", {"givenName": "Zoe", "businessPhones": ["+1 555 0100"]})
    assert (made["displayName"], made["emailAddresses"]) == ("Zoe", [])
    changed = await office.ana.patch(
        f"/me/contacts/{made['id']}", {"emailAddresses": [{"address": "zoe@home.example", "name": "Zoe"}]}
    )
    assert changed["changeKey"] != made["changeKey"]
    async with client_of(office, "ana") as graph:
        found = await contacts.get_contact(graph, made["id"])
        assert (found.name, found.email, found.phone) == ("Zoe", "zoe@home.example", "+1 555 0100")
        await office.ana.delete(f"/me/contacts/{made['id']}")
        with pytest.raises(NotFound):
            await contacts.get_contact(graph, made["id"])


async def test_contacts_come_page_by_page(office: Office) -> None:
    """By name; $search looks into names, $count tells how many."""
    for number in range(12):
        await office.ana.post("/me/contacts", {"displayName": f"Guest {number:02}"})
    first = await office.ana.get("/me/contacts?$count=true&$select=displayName")
    assert (len(first["value"]), first["@odata.count"]) == (10, 12)
    (found,) = (await office.ana.get('/me/contacts?$search="Guest 07"'))["value"]
    assert found["displayName"] == "Guest 07"


async def test_how_many_there_are(office: Office) -> None:
    """As plain text; of users only for who accepts an answer that lags behind."""
    response = await office.ana.ask("GET", "/users/$count", ConsistencyLevel="eventual")
    assert (response.text, response.headers["Content-Type"]) == ("3", "text/plain")
    assert (await office.ana.refusal("GET", "/users/$count"))[0] == 400
    filtered = await office.ana.ask(
        "GET", "/users/$count?$filter=startswith(displayName,'T')", ConsistencyLevel="eventual"
    )
    assert filtered.text == "1"
    await office.ana.post("/me/events", meeting())
    assert (await office.ana.ask("GET", "/me/events/$count")).text == "1"


async def test_contacts_are_among_the_relevant_people(open_office: OpenOffice) -> None:
    """Once for each address, and before colleagues where one meets them more."""
    async with open_office(contacts=KEPT) as office, client_of(office, "ana") as graph:
        await office.ana.post("/me/events", meeting("max@fabrikam.example"))
        first, *others = await people.relevant_people(graph)
        assert (first.name, first.email) == ("Max Berg", "max@fabrikam.example")
        assert "max.berg@home.example" in {person.email for person in others}
        assert [person.name for person in await people.relevant_people(graph, "max.berg")] == ["Max Berg"]
