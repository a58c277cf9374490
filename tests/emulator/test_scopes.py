"""What a token may do: each permission opens its own paths and no other."""

import pytest

from graph import events, mailbox, people
from graph.client import GraphClient, connection_pool
from graph.credentials import FixedToken
from graph.emulator.scopes import needed
from graph.errors import NotAllowed
from tests.emulator.office import Asker, Office, meeting

DENIED = (403, "ErrorAccessDenied")
UNPRIVILEGED = (403, "Authorization_RequestDenied")
VIEW = "/me/calendarView?startDateTime=2026-11-26T00:00:00Z&endDateTime=2026-11-27T00:00:00Z"
TOM = "/users/tom@contoso.example"


def with_scopes(office: Office, scopes: str) -> Asker:
    """Ana with a token of these permissions alone."""
    token = office.graph.user_token("ana@contoso.example", scopes)
    return Asker(office.http, office.graph.url, token)


@pytest.mark.parametrize(
    ("scopes", "path", "refusal"),
    [
        ("User.Read", VIEW, DENIED),
        ("User.Read", "/me/events", DENIED),
        ("User.Read", "/me/mailboxSettings", DENIED),
        ("User.Read", "/me/contacts", DENIED),
        ("User.Read", "/me/messages", DENIED),
        ("User.Read", "/me/people", DENIED),
        ("User.Read", "/places/microsoft.graph.room", DENIED),
        ("User.Read", "/users", UNPRIVILEGED),
        ("User.Read", TOM, UNPRIVILEGED),
        ("User.Read", f"{TOM}/presence", DENIED),
        ("User.ReadBasic.All", "/me/manager", UNPRIVILEGED),
        ("User.ReadBasic.All", "/groups", UNPRIVILEGED),
        ("Calendars.ReadBasic", "/me/events", DENIED),
        ("Mail.Send", "/me/messages", DENIED),
        ("Presence.Read", f"{TOM}/presence", DENIED),
    ],
)
async def test_a_permission_that_is_lacking(office: Office, scopes: str, path: str, refusal: tuple[int, str]) -> None:
    """403; the directory words it in its own way."""
    assert await with_scopes(office, scopes).refusal("GET", path) == refusal


@pytest.mark.parametrize(
    ("scopes", "path"),
    [
        ("User.Read", "/me"),
        ("User.Read", "/me/memberOf"),
        ("User.ReadBasic.All", TOM),
        ("Calendars.Read", VIEW),
        ("Calendars.ReadWrite", VIEW),
        ("Calendars.Read.Shared", VIEW),
        ("Calendars.ReadBasic", "/me/calendars"),
        ("MailboxSettings.Read", "/me/mailboxSettings"),
        ("MailboxSettings.Read", "/me/outlook/masterCategories"),
        ("User.Read", "/me/outlook/supportedTimeZones"),
        ("Contacts.Read", "/me/contacts"),
        ("Presence.Read", "/me/presence"),
        ("GroupMember.Read.All", "/groups"),
        ("Place.Read.All", "/places/microsoft.graph.room"),
    ],
)
async def test_a_permission_that_is_enough(office: Office, scopes: str, path: str) -> None:
    """The least that the documentation names, or one that holds it."""
    await with_scopes(office, scopes).get(path)


async def test_reading_is_not_writing(office: Office) -> None:
    """Calendars.Read sees and forwards; only ReadWrite creates."""
    reader = with_scopes(office, "Calendars.Read")
    assert await reader.refusal("POST", "/me/events", meeting()) == DENIED
    made = await office.ana.post("/me/events", meeting())
    assert await reader.refusal("PATCH", f"/me/events/{made['id']}", {"subject": "x"}) == DENIED
    assert await reader.refusal("DELETE", f"/me/events/{made['id']}") == DENIED
    forwarded = {"toRecipients": [{"emailAddress": {"address": "tom@contoso.example"}}]}
    assert (await reader.ask("POST", f"/me/events/{made['id']}/forward", forwarded)).status_code == 202


async def test_shared_calendars_need_a_permission_of_their_own(office: Office) -> None:
    """Although the owner has let one in."""
    body = {"emailAddress": {"address": "ana@contoso.example"}, "role": "write"}
    await office.tom.post("/me/calendar/calendarPermissions", body)
    assert await with_scopes(office, "Calendars.ReadWrite").refusal("GET", f"{TOM}/events") == DENIED
    await with_scopes(office, "Calendars.Read.Shared").get(f"{TOM}/events")
    writer = with_scopes(office, "Calendars.ReadWrite.Shared")
    await writer.post(f"{TOM}/events", meeting())


async def test_finding_times_needs_shared_calendars(office: Office) -> None:
    """And getSchedule next to nothing."""
    assert await with_scopes(office, "Calendars.ReadWrite").refusal("POST", "/me/findMeetingTimes", {}) == DENIED
    await with_scopes(office, "Calendars.Read.Shared").post("/me/findMeetingTimes", {})
    asked = {
        "schedules": ["tom@contoso.example"],
        "startTime": {"dateTime": "2026-11-26T00:00:00", "timeZone": "UTC"},
        "endTime": {"dateTime": "2026-11-27T00:00:00", "timeZone": "UTC"},
    }
    await with_scopes(office, "Calendars.ReadBasic").post("/me/calendar/getSchedule", asked)


async def test_an_application_has_its_own_permissions(office: Office) -> None:
    """Which reach every mailbox."""
    token = office.graph.app_token("Calendars.Read")
    application = Asker(office.http, office.graph.url, token)
    assert (await application.get(f"{TOM}/events"))["value"] == []
    assert await application.refusal("POST", f"{TOM}/events", meeting()) == DENIED
    assert await application.refusal("GET", "/users") == UNPRIVILEGED


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("POST", "users/me/sendMail", {"Mail.Send"}),
        ("POST", "users/me/messages/x/reply", {"Mail.Send"}),
        ("POST", "users/me/messages", {"Mail.ReadWrite"}),
        ("DELETE", "users/me/mailFolders/x", {"Mail.ReadWrite"}),
        ("GET", "users/me/mailFolders/x/messages", {"Mail.Read", "Mail.ReadWrite"}),
        ("PATCH", "users/me/mailboxSettings", {"MailboxSettings.ReadWrite"}),
        ("POST", "subscriptions", set()),
    ],
)
def test_what_is_needed(method: str, path: str, expected: set[str]) -> None:
    """Sending has a permission of its own; a subscription is judged by what it watches."""
    assert needed(method, path.split("/"), is_own=True).permissions == expected


async def test_our_client_names_the_permission(office: Office) -> None:
    """The one that somebody has to grant."""
    async with connection_pool() as http:
        token = office.graph.user_token("ana@contoso.example", "User.Read")
        graph = GraphClient(http, office.graph.url, FixedToken(token))
        assert (await people.me(graph)).name == "Ana Ruiz"
        with pytest.raises(NotAllowed) as refused:
            await mailbox.mailbox_settings(graph)
        assert refused.value.permission == "MailboxSettings.Read"
        with pytest.raises(NotAllowed) as refused:
            await events.delete_event(graph, "x")
        assert refused.value.permission == "Calendars.ReadWrite"
        with pytest.raises(NotAllowed) as refused:
            await people.list_users(graph)
        assert refused.value.permission == "User.ReadBasic.All"
