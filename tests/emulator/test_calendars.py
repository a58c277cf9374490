"""The calendars of a mailbox, their groups, and who is let into them: our client over HTTP, and the JSON beneath."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from graph import calendars, events
from graph.errors import Conflict, NotFound, Refused
from graph.model import NewEvent, Person, Window
from tests.emulator.clients import client_of
from tests.emulator.conftest import OpenOffice
from tests.emulator.office import Office, meeting

THURSDAY = datetime(2026, 11, 26, 16, tzinfo=UTC)
ZONE = ZoneInfo("UTC")
TOM = "/users/tom@contoso.example"


async def test_a_calendar_from_its_making_to_its_end(office: Office) -> None:
    """Made with name and colour, renamed, deleted with what is in it; the own calendar stays."""
    async with client_of(office, "ana") as graph:
        made = await calendars.create_calendar(graph, "Travel", color="lightTeal")
        assert (made.name, made.color, made.owner.email) == ("Travel", "lightTeal", "ana@contoso.example")
        assert (made.is_default, made.is_removable, made.can_edit) == (False, True, True)
        changed = await calendars.update_calendar(graph, made.id, name="Trips", color="lightRed")
        assert await calendars.get_calendar(graph, made.id) == changed
        assert [one.name for one in await calendars.list_calendars(graph)] == ["Calendar", "Trips"]
        await calendars.delete_calendar(graph, made.id)
        with pytest.raises(NotFound):
            await calendars.get_calendar(graph, made.id)
        own = await calendars.get_calendar(graph)
        with pytest.raises(Refused) as refused:
            await calendars.delete_calendar(graph, own.id)
        assert refused.value.code == "ErrorDeleteDistinguishedFolder"


async def test_a_name_serves_one_calendar(office: Office) -> None:
    """In any case, and also for a change of name."""
    async with client_of(office, "ana") as graph:
        await calendars.create_calendar(graph, "Travel")
        other = await calendars.create_calendar(graph, "Home")
        with pytest.raises(Conflict) as conflict:
            await calendars.create_calendar(graph, "TRAVEL")
        assert conflict.value.code == "ErrorFolderExists"
        with pytest.raises(Conflict):
            await calendars.update_calendar(graph, other.id, name="Travel")
        await calendars.update_calendar(graph, other.id, name="Home", color="lightGray")


async def test_calendars_come_page_by_page(office: Office) -> None:
    """Ten by default; $top, $skip and $select as everywhere."""
    async with client_of(office, "ana") as graph:
        for number in range(11):
            await calendars.create_calendar(graph, f"Project {number:02}")
        assert len(await calendars.list_calendars(graph, top=5)) == 12
        assert [one.name for one in await calendars.list_calendars(graph, top=2, skip=10)] == [
            "Project 09",
            "Project 10",
        ]
        assert len(await calendars.list_calendars(graph, top=5, limit=7)) == 7
    page = await office.ana.get("/me/calendars?$select=name")
    assert len(page["value"]) == 10
    assert set(page["value"][0]) == {"id", "name"}
    assert "skiptoken=" in page["@odata.nextLink"]


async def test_the_own_calendar_can_be_renamed(office: Office) -> None:
    """Its version changes with it."""
    before = await office.ana.get("/me/calendar")
    after = await office.ana.patch("/me/calendar", {"name": "Work", "color": "lightBlue"})
    assert (after["id"], after["name"], after["color"]) == (before["id"], "Work", "lightBlue")
    assert after["changeKey"] != before["changeKey"]
    assert [one["name"] for one in (await office.ana.get("/me/calendars"))["value"]] == ["Work"]


async def test_events_of_a_chosen_calendar(office: Office) -> None:
    """They are seen there alone, and they take nothing of one's time for others."""
    async with client_of(office, "ana") as graph:
        travel = await calendars.create_calendar(graph, "Travel")
        plan = NewEvent("Flight", THURSDAY, THURSDAY + timedelta(hours=2), "t-1")
        made = await events.create_event(graph, plan, calendar_id=travel.id)
        day = Window(THURSDAY.replace(hour=0), THURSDAY.replace(hour=0) + timedelta(days=1))
        (seen,) = await events.calendar_view(graph, day, ZONE, calendar_id=travel.id)
        assert seen.id == made.id
        assert await events.calendar_view(graph, day, ZONE) == ()
        assert (await events.get_event(graph, made.id, ZONE)).subject == "Flight"
    assert (await office.ana.get(f"/me/events/{made.id}/calendar"))["name"] == "Travel"
    assert (await office.ana.get("/me/events"))["value"] == []
    asked = {
        "schedules": ["ana@contoso.example"],
        "startTime": {"dateTime": "2026-11-26T00:00:00", "timeZone": "UTC"},
        "endTime": {"dateTime": "2026-11-27T00:00:00", "timeZone": "UTC"},
    }
    (schedule,) = (await office.tom.post("/me/calendar/getSchedule", asked))["value"]
    assert set(schedule["availabilityView"]) == {"0"}
    own = (await office.ana.get("/me/calendar"))["id"]
    assert await office.ana.refusal("GET", f"/me/calendars/{own}/events/{made.id}") == (404, "ErrorItemNotFound")


async def test_a_changed_occurrence_stays_in_its_calendar(office: Office) -> None:
    """The exception is where its series is."""
    travel = (await office.ana.post("/me/calendars", {"name": "Travel"}))["id"]
    recurrence = {
        "pattern": {"type": "daily", "interval": 1},
        "range": {"type": "numbered", "startDate": "2026-11-26", "numberOfOccurrences": 2},
    }
    await office.ana.post(f"/me/calendars/{travel}/events", meeting(recurrence=recurrence))
    window = "calendarView?startDateTime=2026-11-26T00:00:00Z&endDateTime=2026-11-28T00:00:00Z"
    first, _ = (await office.ana.get(f"/me/calendars/{travel}/{window}"))["value"]
    await office.ana.patch(f"/me/events/{first['id']}", {"subject": "Late"})
    seen = (await office.ana.get(f"/me/calendars/{travel}/{window}"))["value"]
    assert [(event["subject"], event["type"]) for event in seen] == [("Late", "exception"), ("Budget", "occurrence")]
    assert (await office.ana.get(f"/me/{window}"))["value"] == []


async def test_deleting_a_calendar_takes_its_events(office: Office) -> None:
    """And nobody is told."""
    travel = (await office.ana.post("/me/calendars", {"name": "Travel"}))["id"]
    made = await office.ana.post(f"/me/calendars/{travel}/events", meeting("tom"))
    await office.ana.delete(f"/me/calendars/{travel}")
    assert await office.ana.refusal("GET", f"/me/events/{made['id']}") == (404, "ErrorItemNotFound")
    assert (await office.tom.only_event())["isCancelled"] is False


async def test_groups_of_calendars(office: Office) -> None:
    """Two are there from the beginning; a further one is filled, and deleted once it is empty."""
    async with client_of(office, "ana") as graph:
        assert [group.name for group in await calendars.list_calendar_groups(graph)] == [
            "My Calendars",
            "Other Calendars",
        ]
        group = await calendars.create_calendar_group(graph, "Projects")
        with pytest.raises(Conflict):
            await calendars.create_calendar_group(graph, "projects")
        made = await calendars.create_calendar(graph, "Apollo", group_id=group.id)
        assert [one.name for one in await calendars.list_calendars(graph, group_id=group.id)] == ["Apollo"]
        (mine, _, _) = await calendars.list_calendar_groups(graph)
        assert [one.name for one in await calendars.list_calendars(graph, group_id=mine.id)] == ["Calendar"]
        assert len(await calendars.list_calendars(graph)) == 2
        with pytest.raises(Refused):
            await calendars.delete_calendar_group(graph, group.id)
        await calendars.delete_calendar(graph, made.id)
        await calendars.delete_calendar_group(graph, group.id)
        with pytest.raises(Refused):
            await calendars.delete_calendar_group(graph, mine.id)
        with pytest.raises(NotFound):
            await calendars.list_calendars(graph, group_id=group.id)


async def test_a_group_is_renamed(office: Office) -> None:
    """Also one that was there from the beginning."""
    first = (await office.ana.get("/me/calendarGroups"))["value"][0]
    changed = await office.ana.patch(f"/me/calendarGroups/{first['id']}", {"name": "Mine"})
    assert (changed["name"], changed["classId"]) == ("Mine", first["classId"])
    assert changed["changeKey"] != first["changeKey"]
    assert [one["name"] for one in (await office.ana.get("/me/calendarGroups"))["value"]] == ["Mine", "Other Calendars"]


async def test_sharing_lets_somebody_in_and_out_again(office: Office) -> None:
    """What a role allows begins and ends with it."""
    priya = Person("Priya Nair", "priya@contoso.example")
    made = await office.tom.post("/me/events", meeting())
    async with client_of(office, "tom") as tom, client_of(office, "priya") as as_priya:
        toms = as_priya.of_mailbox("tom@contoso.example")
        shared = await calendars.share_calendar(tom, priya, "read")
        assert (shared.person, shared.role, shared.is_inside_organization) == (priya, "read", True)
        assert (await events.get_event(toms, made["id"], ZONE)).subject == "Budget"
        (seen,) = await calendars.list_calendars(toms)
        assert (seen.owner.name, seen.can_edit, seen.can_share) == ("Tom Fox", False, False)
        changed = await calendars.change_permission(tom, shared.id, "write")
        assert (await calendars.list_permissions(tom))[1:] == (changed,)
        assert (await calendars.get_calendar(toms)).can_edit
        await calendars.remove_permission(tom, shared.id)
        assert await office.priya.refusal("GET", f"{TOM}/events/{made['id']}") == (403, "ErrorAccessDenied")
        with pytest.raises(NotFound):
            await calendars.remove_permission(tom, shared.id)


async def test_a_further_calendar_is_shared_by_itself(office: Office) -> None:
    """Who may see it sees no other, and finds its events through it alone."""
    travel = (await office.tom.post("/me/calendars", {"name": "Travel"}))["id"]
    made = await office.tom.post(f"/me/calendars/{travel}/events", meeting())
    body = {"emailAddress": {"address": "priya@contoso.example"}, "role": "read"}
    await office.tom.post(f"/me/calendars/{travel}/calendarPermissions", body)
    (seen,) = (await office.priya.get(f"{TOM}/calendars"))["value"]
    assert seen["name"] == "Travel"
    (event,) = (await office.priya.get(f"{TOM}/calendars/{travel}/events"))["value"]
    assert event["id"] == made["id"]
    assert (await office.priya.get(f"{TOM}/calendars/{travel}/events/{made['id']}"))["subject"] == "Budget"
    assert await office.priya.refusal("GET", f"{TOM}/events") == (403, "ErrorAccessDenied")
    assert await office.priya.refusal("GET", f"{TOM}/events/{made['id']}") == (403, "ErrorAccessDenied")


async def test_a_reader_of_one_calendar_does_not_reach_into_another(open_office: OpenOffice) -> None:
    """Not even with the event's id."""
    granted = [{"mailbox": "tom@contoso.example", "grantee": "priya@contoso.example", "role": "read"}]
    async with open_office(permissions=granted) as office:
        travel = (await office.tom.post("/me/calendars", {"name": "Travel"}))["id"]
        made = await office.tom.post(f"/me/calendars/{travel}/events", meeting())
        assert await office.priya.refusal("GET", f"{TOM}/events/{made['id']}") == (404, "ErrorItemNotFound")
        assert await office.priya.refusal("GET", f"{TOM}/calendars/{travel}/events") == (403, "ErrorAccessDenied")


async def test_the_organization_is_always_listed(office: Office) -> None:
    """What everybody may do can be changed, not removed; nobody but the owner sees the list."""
    everybody = (await office.tom.get("/me/calendar/calendarPermissions"))["value"][0]
    assert everybody["emailAddress"] == {"name": "My Organization"}
    assert (everybody["role"], everybody["isRemovable"], everybody["isInsideOrganization"]) == (
        "freeBusyRead",
        False,
        True,
    )
    path = f"/me/calendar/calendarPermissions/{everybody['id']}"
    assert (await office.tom.patch(path, {"role": "limitedRead"}))["role"] == "limitedRead"
    await office.tom.post("/me/events", meeting())
    assert [event["subject"] for event in (await office.ana.get(f"{TOM}/events"))["value"]] == ["Budget"]
    assert (await office.tom.refusal("DELETE", path))[0] == 400
    assert (await office.ana.get(f"{TOM}/calendar/calendarPermissions"))["value"] == []


@pytest.mark.parametrize(
    ("email", "role"),
    [
        ("max@elsewhere.example", "write"),
        ("max@elsewhere.example", "delegateWithPrivateEventAccess"),
        ("priya@contoso.example", "none"),
        ("tom@contoso.example", "read"),
        ("", "read"),
    ],
)
async def test_roles_that_cannot_be_given(office: Office, email: str, role: str) -> None:
    """A stranger reads at most, and nobody shares with themselves."""
    body = {"emailAddress": {"address": email}, "role": role}
    refused = await office.tom.refusal("POST", "/me/calendar/calendarPermissions", body)
    assert refused == (400, "ErrorInvalidRequest")


async def test_nobody_changes_somebody_elses_calendars(office: Office) -> None:
    """Neither calendars nor groups nor permissions."""
    own = (await office.tom.get("/me/calendar"))["id"]
    for method, path, body in (
        ("POST", f"{TOM}/calendars", {"name": "x"}),
        ("PATCH", f"{TOM}/calendars/{own}", {"name": "x"}),
        ("POST", f"{TOM}/calendarGroups", {"name": "x"}),
        ("POST", f"{TOM}/calendar/calendarPermissions", {"role": "read", "emailAddress": {"address": "a@b.example"}}),
    ):
        assert await office.ana.refusal(method, path, body) == (403, "ErrorAccessDenied")
