"""Whose token reaches what."""

from datetime import timedelta

import pytest

from tests.emulator.conftest import OpenOffice
from tests.emulator.office import Asker, Office, meeting

TOM = "/users/tom@contoso.example"


def shared(role: str, grantee: str = "ana@contoso.example") -> list[dict[str, str]]:
    """Tom's calendar, shared."""
    return [{"mailbox": "tom@contoso.example", "grantee": grantee, "role": role}]


@pytest.mark.parametrize("token", ["nonsense", "a.b.c"])
async def test_without_a_good_token(office: Office, token: str) -> None:
    """401 with a challenge that says where to get one."""
    response = await Asker(office.http, office.graph.url, token).ask("GET", "/me")
    assert response.status_code == 401
    assert response.json()["error"]["code"] == "InvalidAuthenticationToken"
    assert f'authorization_uri="{office.graph.authority}/oauth2/v2.0/authorize"' in response.headers["WWW-Authenticate"]


async def test_without_a_token(office: Office) -> None:
    """No header, and another scheme."""
    for headers in ({}, {"Authorization": "Basic YTpi"}):
        response = await office.http.get(f"{office.graph.url}/me", headers=headers)
        assert (response.status_code, response.json()["error"]["message"]) == (401, "Access token is empty.")


async def test_token_expires_on_the_tenants_clock(office: Office) -> None:
    """An hour, whatever the machine's clock says."""
    ana = office.ana
    office.watch.advance(timedelta(minutes=59))
    await ana.get("/me")
    office.watch.advance(timedelta(minutes=2))
    assert await ana.refusal("GET", "/me") == (401, "InvalidAuthenticationToken")


async def test_token_for_the_bot_is_none_for_graph(office: Office) -> None:
    """An assertion has another audience."""
    token = office.graph.user_assertion("ana@contoso.example")
    assert (await Asker(office.http, office.graph.url, token).refusal("GET", "/me"))[0] == 401


async def test_application_reaches_every_mailbox(office: Office) -> None:
    """It reads and writes by user; "me" is nobody."""
    await office.application.post(f"{TOM}/events", meeting("priya"))
    (event,) = (await office.application.get(f"{TOM}/events"))["value"]
    assert event["organizer"]["emailAddress"]["name"] == "Tom Fox"
    assert (await office.priya.only_event())["subject"] == "Budget"
    assert (await office.application.refusal("GET", "/me"))[0] == 400


async def test_calendars_are_closed_to_colleagues(office: Office) -> None:
    """Reading and writing another's calendar need a permission."""
    made = await office.tom.post("/me/events", meeting())
    for method, path, body in (
        ("GET", f"{TOM}/events", None),
        ("GET", f"{TOM}/events/{made['id']}", None),
        ("POST", f"{TOM}/events", meeting()),
        ("PATCH", f"{TOM}/events/{made['id']}", {"subject": "x"}),
        ("DELETE", f"{TOM}/events/{made['id']}", None),
        ("GET", f"{TOM}/messages", None),
        ("GET", f"{TOM}/people", None),
    ):
        assert await office.ana.refusal(method, path, body) == (403, "ErrorAccessDenied")


@pytest.mark.parametrize(
    ("role", "grantee", "seen"),
    [
        ("limitedRead", "ana@contoso.example", ["Budget", "", "Private appointment"]),
        ("read", "ANA@contoso.example", ["Budget", "Figures", "Private appointment"]),
        ("delegateWithoutPrivateEventAccess", "ana@contoso.example", ["Budget", "Figures", "Private appointment"]),
        ("delegateWithPrivateEventAccess", "ana@contoso.example", ["Budget", "Figures", "Doctor"]),
        ("read", "My Organization", ["Budget", "Figures", "Private appointment"]),
    ],
)
async def test_what_a_reader_sees(open_office: OpenOffice, role: str, grantee: str, seen: list[str]) -> None:
    """Title and place, or all of it; private events only by their delegate."""
    async with open_office(permissions=shared(role, grantee)) as office:
        await office.tom.post("/me/events", meeting(body={"contentType": "text", "content": "Figures"}))
        await office.tom.post("/me/events", meeting(at="2026-11-26T18:00", subject="Doctor", sensitivity="private"))
        plain, hidden = (await office.ana.get(f"{TOM}/events"))["value"]
        assert [plain["subject"], plain["bodyPreview"], hidden["subject"]] == seen


@pytest.mark.parametrize("role", ["freeBusyRead", "limitedRead", "read"])
async def test_reader_does_not_write(open_office: OpenOffice, role: str) -> None:
    """Reading is not writing."""
    async with open_office(permissions=shared(role)) as office:
        assert await office.ana.refusal("POST", f"{TOM}/events", meeting()) == (403, "ErrorAccessDenied")


async def test_writer_acts_for_the_owner(open_office: OpenOffice) -> None:
    """The event is the owner's, and so is the invitation."""
    async with open_office(permissions=shared("write")) as office:
        made = await office.ana.post(f"{TOM}/events", meeting("priya"))
        assert made["organizer"]["emailAddress"]["name"] == "Tom Fox"
        await office.ana.delete(f"{TOM}/events/{made['id']}")
        assert (await office.priya.only_event())["isCancelled"] is True
