"""World files: what is accepted, what is filled in, what is refused and how plainly."""

import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from graph.emulator import Emulator, UnusableWorld, World
from tests.emulator.conftest import OpenOffice
from tests.emulator.office import WORLD, Office, Watch, answers, attendee, meeting

ANA = {"mailbox": "ana@contoso.example"}


@asynccontextmanager
async def opened(world: World | Path, database: Path | str = ":memory:") -> AsyncIterator[Office]:
    """An office with another world."""
    watch = Watch()
    async with Emulator(world, watch, database) as graph, httpx.AsyncClient(timeout=10, trust_env=False) as http:
        yield Office(graph, watch, http)


async def test_attendees_hold_copies_with_their_answers(open_office: OpenOffice) -> None:
    """Stated answers hold on both sides; what is not answered is an open invitation; a room has accepted."""
    event = meeting("hood", "max@elsewhere.example")
    event["attendees"] += [attendee("tom", "tentativelyAccepted"), attendee("priya", "notResponded")]
    async with open_office([ANA | event]) as office:
        assert answers(await office.ana.only_event()) == {
            "hood": "accepted",
            "max": "none",
            "tom": "tentativelyAccepted",
            "priya": "notResponded",
        }
        tom, priya = await office.tom.only_event(), await office.priya.only_event()
        assert (tom["responseStatus"]["response"], tom["showAs"]) == ("tentativelyAccepted", "tentative")
        assert (priya["responseStatus"]["response"], priya["showAs"]) == ("notResponded", "tentative")
        assert tom["organizer"]["emailAddress"] == {"name": "Ana Ruiz", "address": "ana@contoso.example"}
        clash = await office.tom.post("/me/events", meeting("hood"))
        assert answers(clash) == {"hood": "declined"}


async def test_ids_are_stable_and_those_given_are_kept(open_office: OpenOffice) -> None:
    """The same world gives the same ids; an id or iCalUId that is stated stays."""
    events = [ANA | meeting("tom"), ANA | meeting(at="2026-11-27T10:00", id="my-event", iCalUId="my-uid")]
    seen = []
    for _ in range(2):
        async with open_office(events) as office:
            mine, stated = (await office.ana.get("/me/events"))["value"]
            seen.append((mine["id"], (await office.tom.only_event())["id"], (await office.ana.get("/me"))["id"]))
            assert (stated["id"], stated["iCalUId"]) == ("my-event", "my-uid")
    assert seen[0] == seen[1]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ({"dateTime": "2026-11-26T10:00:00", "timeZone": "Romance Standard Time"}, "2026-11-26T09:00"),
        ({"dateTime": "2026-11-26T10:00:00.0000000", "timeZone": "Europe/Madrid"}, "2026-11-26T09:00"),
        ({"dateTime": "2026-11-26T10:00:00"}, "2026-11-26T10:00"),
        ({"dateTime": "2026-11-26T10:00:00Z"}, "2026-11-26T10:00"),
        ({"dateTime": "2026-11-26T10:00:00+05:30"}, "2026-11-26T04:30"),
        ({"DateTime": "2026-11-26T10:00", "TimeZone": "utc"}, "2026-11-26T10:00"),
        ("2026-11-26T10:00:00-08:00", "2026-11-26T18:00"),
    ],
)
async def test_ways_to_write_a_start(open_office: OpenOffice, start: object, expected: str) -> None:
    """With a zone of either kind, without one (UTC), with an offset; without an end it lasts half an hour."""
    async with open_office([ANA | {"subject": "x", "start": start}]) as office:
        event = await office.ana.only_event()
        assert event["start"]["dateTime"][:16] == expected
        length = datetime.fromisoformat(event["end"]["dateTime"]) - datetime.fromisoformat(event["start"]["dateTime"])
        assert length.total_seconds() == 1800


async def test_sloppy_world(open_office: OpenOffice) -> None:
    """Any casing, unknown properties, private, cancelled, all-day, outside organizers: all load."""
    day = {"dateTime": "2026-11-26", "timeZone": "UTC"}
    events: list[dict[str, Any]] = [
        {"Mailbox": "ANA@contoso.example", "Subject": "A", "Start": day, "IsAllDay": True, "colour": "red"},
        ANA | meeting("tom", subject="B", isCancelled=True, at="2026-11-26T09:00"),
        ANA | meeting(subject="C", sensitivity="Private", at="2026-11-26T10:00"),
        {"mailbox": "boss@elsewhere.example"} | meeting("ana", subject="D", at="2026-11-26T11:00"),
    ]
    async with open_office(events) as office:
        shown = await office.ana.calendar()
        assert [event["subject"] for event in shown] == ["A", "B", "C", "D"]
        assert [event["isAllDay"] for event in shown] == [True, False, False, False]
        assert [event["isCancelled"] for event in shown] == [False, True, False, False]
        assert shown[2]["sensitivity"] == "private"
        assert shown[3]["organizer"]["emailAddress"]["address"] == "boss@elsewhere.example"
        assert (await office.tom.only_event())["isCancelled"] is True


async def test_users_with_only_a_name() -> None:
    """Display name and user principal name are enough, and the latter alone too."""
    users = [
        {"displayName": "Zoë van Dam", "userPrincipalName": "ana@contoso.example"},
        {"mail": "tom@contoso.example"},
    ]
    async with opened(World.parse({"users": users})) as office:
        me = await office.ana.get("/me")
        assert (me["givenName"], me["surname"], me["mail"]) == ("Zoë", "van Dam", "ana@contoso.example")
        assert (await office.tom.get("/me"))["displayName"] == "tom"
        assert (await office.ana.get("/me/mailboxSettings"))["timeZone"] == "UTC"


async def test_ids_of_users_are_theirs_everywhere() -> None:
    """A stated id is the token's subject and the path's key, a GUID or not; a manager may be named by it."""
    users = [
        {"id": "U-1", "displayName": "Ana", "userPrincipalName": "ana@contoso.example"},
        {"displayName": "Tom", "userPrincipalName": "tom@contoso.example", "manager": "U-1"},
    ]
    async with opened(World.parse({"users": users})) as office:
        assert (await office.ana.get("/users/u-1"))["id"] == "U-1"
        assert (await office.tom.get("/me/manager"))["id"] == "U-1"


async def test_messages_of_the_world(open_office: OpenOffice) -> None:
    """The newest first, by id too."""
    messages = [
        ANA | {"subject": "Old", "receivedDateTime": "2026-11-20T09:00:00Z"},
        ANA | {"subject": "New", "receivedDateTime": "2026-11-22T09:00:00Z", "body": {"content": "Hi"}},
    ]
    async with open_office(messages=messages) as office:
        found = (await office.ana.get("/me/messages"))["value"]
        assert [message["subject"] for message in found] == ["New", "Old"]
        assert (await office.ana.get(f"/me/messages/{found[0]['id']}"))["bodyPreview"] == "Hi"
        assert (await office.ana.refusal("GET", "/me/messages/none"))[0] == 404


async def test_declined_in_the_world(open_office: OpenOffice) -> None:
    """A declined meeting takes no time."""
    event = meeting()
    event["attendees"] = [attendee("tom", "declined")]
    async with open_office([ANA | event]) as office:
        copy = await office.tom.only_event()
        assert (copy["responseStatus"]["response"], copy["showAs"]) == ("declined", "free")


def test_now() -> None:
    """The world may say when it is; without an offset in UTC."""
    assert World.parse({"now": "2026-11-23T09:00:00+01:00"}).now == datetime(2026, 11, 23, 8, tzinfo=UTC)
    assert World.parse({"now": "2026-11-23T09:00:00"}).now == datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert World.parse({}).now is None


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        ([], "the world is to be an object"),
        ({"now": "soon"}, "now: 'soon' is no ISO 8601"),
        ({"users": "everybody"}, "users: a list is expected"),
        ({"users": ["ana"]}, r"users\[0\]: an object is expected"),
        ({"users": [{"displayName": "Ana"}]}, r"users\[0\]: userPrincipalName is missing"),
        ({"users": [*WORLD["users"], WORLD["users"][0]]}, r"users\[3\]: ana@contoso.example is there twice"),
        ({"users": [{"mail": "a@b.c", "mailboxSettings": {"workingHours": 9}}]}, r"users\[0\].mailboxSettings.working"),
        ({"event": [], "users": WORLD["users"]}, "event: is events meant?"),
        ({"users": [{"mail": "a@b.c", "mailboxSettings": {"timeZone": "Mars/Base"}}]}, r"'Mars/Base' is no time zone"),
        ({"places": [{"displayName": "Hood"}]}, r"places\[0\]: emailAddress is missing"),
        ({"groups": [{"displayName": "F", "members": "all"}]}, r"groups\[0\].members: a list of addresses"),
        ({"groups": [{}]}, r"groups\[0\]: displayName is missing"),
        ({"events": [{"subject": "x"}]}, r"events\[0\]: mailbox, .* is missing"),
        ({"events": [ANA]}, r"events\[0\]: start is missing"),
        ({"events": [ANA | {"showAs": "asleep"}]}, r"events\[0\].showAs: 'asleep' is none of unknown, free"),
        ({"messages": [{}]}, r"messages\[0\]: mailbox is missing"),
        ({"contacts": [{"displayName": "Max"}]}, r"contacts\[0\]: mailbox is missing"),
        ({"contacts": [{"mailbox": "a@b.c", "emailAddresses": "all"}]}, r"contacts\[0\].emailAddresses: an array"),
        ({"permissions": [{"mailbox": "a@b.c"}]}, r"permissions\[0\]: grantee, role missing"),
        ({"permissions": [{"mailbox": "a@b.c", "grantee": "d@b.c", "role": "king"}]}, r"permissions\[0\].role: 'king'"),
    ],
)
def test_problems_are_named(document: object, problem: str) -> None:
    """The place in the file, and what is wrong there."""
    with pytest.raises(UnusableWorld, match=problem):
        World.parse(document)


@pytest.mark.parametrize(
    ("section", "entry", "problem"),
    [
        ("events", ANA | meeting(minutes=-30), r"events\[0\] \(Budget\): The end of an event"),
        ("events", ANA | meeting(zone="Mars/Base"), r"events\[0\] \(Budget\): 'Mars/Base' is no time zone"),
        ("events", ANA | meeting(start=7), r"events\[0\] \(Budget\): start and end are"),
        ("events", ANA | meeting(start={"dateTime": "soon"}), r"events\[0\] \(Budget\): Invalid isoformat"),
        ("events", ANA | meeting(attendees=[{"type": "required"}]), "An attendee needs an emailAddress"),
        ("users", {"mail": "x@b.c", "manager": "nobody@b.c"}, "their manager nobody@b.c is not among the users"),
        ("permissions", {"mailbox": "x@b.c", "grantee": "d@b.c", "role": "read"}, "x@b.c is not among the users"),
        ("messages", {"mailbox": "x@b.c"}, "x@b.c is not among the users"),
        ("contacts", {"mailbox": "x@b.c"}, "x@b.c is not among the users"),
        ("users", {"mail": "x@b.c", "photo": "Zm9v"}, r"users\[3\].photo: a JPEG or PNG image"),
    ],
)
async def test_problems_between_sections_are_named(section: str, entry: dict[str, Any], problem: str) -> None:
    """What shows only on loading is named as plainly, and nothing of the world is kept."""
    document = {**WORLD, section: [*(WORLD["users"] if section == "users" else []), entry]}
    with pytest.raises(UnusableWorld, match=problem):
        async with opened(World.parse(document)):
            pass


def test_all_problems_at_once(tmp_path: Path) -> None:
    """One error for the whole file; a file that is no JSON says where it breaks off."""
    with pytest.raises(UnusableWorld) as refusal:
        World.parse({"now": "soon", "events": [{}] * 30})
    assert len(refusal.value.problems) == 31
    assert "and 11 more" in str(refusal.value)
    with pytest.raises(UnusableWorld) as refusal:
        World.parse({"events": [ANA | {"showAs": "asleep"}], "messages": [{"mailbox": 7}]})
    assert len(refusal.value.problems) == 2
    torn = tmp_path / "torn.json"
    torn.write_text('{"users": [')
    with pytest.raises(UnusableWorld, match=r"torn\.json is no JSON: .* line 1 column 12"):
        World.read(torn)


async def test_database_keeps_its_world(tmp_path: Path) -> None:
    """After a restart the file's world is not loaded again: changes and tokens hold."""
    path, database = tmp_path / "world.json", tmp_path / "graph.sqlite"
    path.write_text(json.dumps(WORLD))
    async with opened(path, database) as office:
        made = await office.ana.post("/me/events", meeting("tom"))
        token = office.ana.token
    path.unlink()
    async with opened(path, database) as office:
        before = replace(office.ana, token=token)
        assert (await before.get(f"/me/events/{made['id']}"))["subject"] == "Budget"
        second = await office.ana.post("/me/events", meeting(at="2026-11-27T10:00"))
        assert second["id"] != made["id"]


async def test_a_database_of_an_earlier_version_opens(tmp_path: Path) -> None:
    """One whose events were all in their mailbox's own calendar, and whose messages had no folders."""
    database = tmp_path / "graph.sqlite"
    async with opened(World.parse({**WORLD, "messages": [ANA | {"subject": "Old"}]}), database) as office:
        made = await office.ana.post("/me/events", meeting())
    with closing(sqlite3.connect(database)) as connection:
        connection.executescript("ALTER TABLE events DROP COLUMN calendar; DROP TABLE shelf;")
        late = "'$.version', '$.attachments', '$.parentFolderId', '$.flag'"
        connection.execute(f"UPDATE messages SET document = json_remove(document, {late})")
        connection.commit()
    async with opened(World.parse(WORLD), database) as office:
        assert (await office.ana.only_event())["id"] == made["id"]
        assert [one["subject"] for one in (await office.ana.get("/me/mailFolders/inbox/messages"))["value"]] == ["Old"]
        travel = (await office.ana.post("/me/calendars", {"name": "Travel"}))["id"]
        await office.ana.post(f"/me/calendars/{travel}/events", meeting())
        assert len(await office.ana.calendar()) == 1


async def test_world_that_failed_can_be_loaded_again(tmp_path: Path) -> None:
    """A world with a problem leaves the database empty."""
    database = tmp_path / "graph.sqlite"
    with pytest.raises(UnusableWorld):
        async with opened(World.parse({**WORLD, "events": [ANA | meeting(minutes=-1)]}), database):
            pass
    async with opened(World.parse(WORLD), database) as office:
        assert (await office.ana.get("/me"))["displayName"] == "Ana Ruiz"
