"""People, groups and places, and OData's query options over them."""

import pytest

from tests.emulator.office import Office, meeting


def names(answer: dict[str, list[dict[str, str]]]) -> list[str]:
    """The display names of a collection."""
    return [one["displayName"] for one in answer["value"]]


async def test_me_and_others(office: Office) -> None:
    """By id, by user principal name in any case; more than the default on request."""
    me = await office.ana.get("/me")
    assert (me["displayName"], me["givenName"], me["surname"]) == ("Ana Ruiz", "Ana", "Ruiz")
    assert "department" not in me
    assert (await office.tom.get(f"/users/{me['id']}"))["mail"] == "ana@contoso.example"
    chosen = await office.tom.get("/users/ANA@contoso.example?$select=Department,displayName")
    assert chosen["department"] == "Finance"
    assert "mail" not in chosen


async def test_nobody(office: Office) -> None:
    """Unknown in the directory and unknown as a mailbox are told apart."""
    assert await office.ana.refusal("GET", "/users/nobody@contoso.example") == (404, "Request_ResourceNotFound")
    assert await office.ana.refusal("GET", "/users/nobody@contoso.example/events") == (404, "ResourceNotFound")


async def test_manager_and_reports(office: Office) -> None:
    """Both ways, and a manager who has none."""
    assert (await office.tom.get("/me/manager"))["displayName"] == "Ana Ruiz"
    assert names(await office.ana.get("/me/directReports")) == ["Tom Fox", "Priya Nair"]
    assert await office.ana.refusal("GET", "/me/manager") == (404, "Request_ResourceNotFound")


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ('"displayName:pri"', ["Priya Nair"]),
        ('"displayName:nair"', ["Priya Nair"]),
        ('"displayName:tom" OR "mail:ana@"', ["Ana Ruiz", "Tom Fox"]),
        ('"displayName:tom" AND "displayName:fox"', ["Tom Fox"]),
        ('"displayName:ria"', []),
    ],
)
async def test_search_for_users(office: Office, search: str, expected: list[str]) -> None:
    """Words are matched from their beginning."""
    assert names(await office.ana.get(f"/users?$search={search}", ConsistencyLevel="eventual")) == expected


async def test_search_needs_its_header(office: Office) -> None:
    """Without ConsistencyLevel: eventual the directory refuses."""
    code = (400, "Request_UnsupportedQuery")
    assert await office.ana.refusal("GET", '/users?$search="displayName:pri"') == code


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("startswith(displayName,'PRI')", ["Priya Nair"]),
        ("mail eq 'tom@contoso.example' or userPrincipalName eq 'ana@contoso.example'", ["Ana Ruiz", "Tom Fox"]),
        ("department eq 'finance' and not (displayName eq 'Tom Fox')", ["Ana Ruiz"]),
        ("displayName in ('Tom Fox', 'Ana Ruiz')", ["Ana Ruiz", "Tom Fox"]),
        ("department ne null", ["Ana Ruiz"]),
        ("accountEnabled eq false", []),
        ("displayName eq 'O''Hara'", []),
    ],
)
async def test_filter(office: Office, condition: str, expected: list[str]) -> None:
    """Text without regard to case, quotes doubled, parentheses, and, or, not, in."""
    assert names(await office.ana.get(f"/users?$filter={condition}")) == expected


@pytest.mark.parametrize(
    "query",
    [
        "$filter=displayName eq",
        "$filter=displayName like 'x'",
        "$filter=(displayName eq 'x'",
        "$select=nonsense",
        "$top=0",
        "$top=1000",
        "$top=many",
        "$skiptoken=rubbish",
    ],
)
async def test_unusable_queries(office: Office, query: str) -> None:
    """Each is refused with 400."""
    assert (await office.ana.refusal("GET", f"/users?{query}"))[0] == 400


async def test_pages_end(office: Office) -> None:
    """$top is the size of the page; the next one is behind an opaque link that keeps the rest of the query."""
    seen: list[str] = []
    link: str | None = f"{office.graph.url}/users?$top=2&$select=displayName&$count=true"
    while link:
        page = await office.ana.get(link.removeprefix(office.graph.url))
        assert page["@odata.count"] == 3
        assert set(page["value"][0]) == {"id", "displayName"}
        seen += names(page)
        link = page.get("@odata.nextLink")
    assert seen == ["Ana Ruiz", "Priya Nair", "Tom Fox"]


async def test_calendar_pages_by_ten(office: Office) -> None:
    """Ten unless $top or the preferred page size says otherwise."""
    for minute in range(12):
        await office.ana.post("/me/events", meeting(at=f"2026-11-26T08:{minute:02}", minutes=1))
    window = "/me/calendarView?startDateTime=2026-11-26T00:00:00Z&endDateTime=2026-11-27T00:00:00Z"
    first = await office.ana.get(window)
    assert len(first["value"]) == 10
    second = await office.ana.get(first["@odata.nextLink"].removeprefix(office.graph.url))
    assert len(second["value"]) == 2
    assert "@odata.nextLink" not in second
    sized = await office.ana.ask("GET", window, Prefer="odata.maxpagesize=5")
    assert len(sized.json()["value"]) == 5
    assert sized.headers["Preference-Applied"] == "odata.maxpagesize=5"
    assert len((await office.ana.get(window + "&$top=12"))["value"]) == 12


async def test_order_and_filter_of_events(office: Office) -> None:
    """By a path, either way; not by an object."""
    for hour in (10, 8, 9):
        await office.ana.post("/me/events", meeting(at=f"2026-11-26T{hour:02}:00", subject=f"At {hour}"))
    backwards = await office.ana.get("/me/events?$orderby=start/dateTime desc&$select=subject")
    assert [event["subject"] for event in backwards["value"]] == ["At 10", "At 9", "At 8"]
    late = await office.ana.get("/me/events?$filter=start/dateTime ge '2026-11-26T09:00'&$orderby=subject")
    assert [event["subject"] for event in late["value"]] == ["At 10", "At 9"]
    response = await office.ana.ask("GET", "/me/events?$orderby=start")
    assert response.status_code == 400
    assert response.json()["error"]["message"] == (
        "The $orderby expression must evaluate to a single value of primitive type."
    )


async def test_people_by_relevance(office: Office) -> None:
    """Whom one meets most comes first; somebody from outside is found once one has met them."""
    await office.ana.post("/me/events", meeting("priya", "max@elsewhere.example"))
    await office.ana.post("/me/events", meeting("priya"))
    assert names(await office.ana.get("/me/people")) == ["Priya Nair", "max@elsewhere.example", "Tom Fox"]
    (found,) = (await office.ana.get('/me/people?$search="max"'))["value"]
    assert found["scoredEmailAddresses"][0]["address"] == "max@elsewhere.example"
    assert found["personType"]["subclass"] == "ImplicitContact"


async def test_groups_and_members(office: Office) -> None:
    """By id or address."""
    (group,) = (await office.ana.get("/groups?$filter=startswith(displayName,'fin')"))["value"]
    assert group["mail"] == "finance@contoso.example"
    assert names(await office.ana.get(f"/groups/{group['id']}/members")) == ["Ana Ruiz", "Tom Fox"]
    assert (await office.ana.refusal("GET", "/groups/none"))[0] == 404


async def test_rooms_and_lists(office: Office) -> None:
    """Every room, every list, the rooms of a list; path and type name in any case."""
    assert names(await office.ana.get("/places/microsoft.graph.room")) == ["Hood", "Rainier"]
    assert names(await office.ana.get("/places/microsoft.graph.roomlist")) == ["North"]
    assert names(await office.ana.get("/places/north@contoso.example/microsoft.graph.roomlist/rooms")) == ["Hood"]
    big = await office.ana.get("/places/microsoft.graph.room?$filter=capacity ge 10")
    assert names(big) == ["Rainier"]
    assert (await office.ana.get("/places/hood@contoso.example"))["@odata.type"] == "#microsoft.graph.room"
    assert (await office.ana.refusal("GET", "/places/nowhere@contoso.example"))[0] == 404
    assert (await office.ana.refusal("GET", "/places/hood@contoso.example/microsoft.graph.roomlist/rooms"))[0] == 404


async def test_mailbox_settings(office: Office) -> None:
    """Read and changed by the owner; the zone that was set counts from then on."""
    assert (await office.ana.get("/me/mailboxSettings"))["workingHours"]["startTime"] == "08:00:00.0000000"
    await office.ana.patch("/me/mailboxSettings", {"timeZone": "Asia/Tokyo", "workingHours": {"startTime": "10:00:00"}})
    settings = await office.ana.get("/me/mailboxSettings")
    assert settings["timeZone"] == "Asia/Tokyo"
    assert settings["workingHours"]["startTime"] == "10:00:00.0000000"
    assert settings["workingHours"]["endTime"] == "17:00:00.0000000"
    assert (await office.ana.get("/me/mailboxSettings/timeZone"))["value"] == "Asia/Tokyo"
    wrong = {"timeZone": "Customized Time Zone"}
    assert (await office.ana.refusal("PATCH", "/me/mailboxSettings", wrong))[0] == 400
    assert (await office.tom.refusal("GET", "/users/ana@contoso.example/mailboxSettings"))[0] == 403
