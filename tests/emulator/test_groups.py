"""Groups within groups, and in which of them somebody is."""

from collections.abc import AsyncIterator

import pytest

from graph import groups
from graph.errors import NotFound
from graph.model import Person
from tests.emulator.clients import client_of
from tests.emulator.conftest import OpenOffice
from tests.emulator.office import Json, Office, meeting

NESTED = [
    {
        "id": "9e1c51a3-9c7c-4d6a-8a55-0c8f5d0a9f01",
        "displayName": "Staff",
        "mail": "staff@contoso.example",
        "members": ["priya@contoso.example", "finance@contoso.example", "ana@contoso.example", "guest@else.example"],
    },
    {
        "displayName": "Everybody",
        "mail": "everybody@contoso.example",
        "groupTypes": ["Unified"],
        "members": ["staff@contoso.example", "everybody@contoso.example"],
    },
]


def names(answer: Json) -> list[str]:
    """The display names of a collection."""
    return [one["displayName"] for one in answer["value"]]


@pytest.fixture
async def nested(open_office: OpenOffice) -> AsyncIterator[Office]:
    """The office with groups within groups."""
    async with open_office(groups=NESTED) as office:
        yield office


async def test_members_are_users_and_groups(nested: Office) -> None:
    """In the order of the list; who is outside the directory is not among them."""
    async with client_of(nested) as graph:
        staff = await groups.group_of_address(graph, "staff@contoso.example")
        assert staff is not None
        members = await groups.list_members(graph, staff.id)
        assert [member.name for member in members] == ["Priya Nair", "Finance", "Ana Ruiz"]
        assert [isinstance(member, Person) for member in members] == [True, False, True]
        with pytest.raises(NotFound):
            await groups.list_members(graph, "nobody")


async def test_a_list_is_resolved_to_people(nested: Office) -> None:
    """Through two levels and a list that contains itself, each person once; we and the server find the same."""
    async with client_of(nested) as graph:
        everybody = await groups.group_of_address(graph, "everybody@contoso.example")
        assert everybody is not None
        assert everybody.is_unified
        people = await groups.people_of_group(graph, everybody.id)
    assert {person.name for person in people} == {"Ana Ruiz", "Tom Fox", "Priya Nair"}
    answer = await nested.application.get(f"/groups/{everybody.id}/transitiveMembers")
    kinds = {one["displayName"]: one["@odata.type"] for one in answer["value"]}
    assert kinds == {
        "Priya Nair": "#microsoft.graph.user",
        "Ana Ruiz": "#microsoft.graph.user",
        "Tom Fox": "#microsoft.graph.user",
        "Staff": "#microsoft.graph.group",
        "Finance": "#microsoft.graph.group",
    }


async def test_members_of_one_kind(nested: Office) -> None:
    """By a cast at the end of the path."""
    path = "/groups/staff@contoso.example/members"
    assert names(await nested.ana.get(f"{path}/microsoft.graph.user")) == ["Priya Nair", "Ana Ruiz"]
    assert names(await nested.ana.get(f"{path}/microsoft.graph.group")) == ["Finance"]


async def test_in_which_groups_somebody_is(nested: Office) -> None:
    """Directly, and through groups within."""
    assert names(await nested.tom.get("/me/memberOf")) == ["Finance"]
    assert names(await nested.tom.get("/me/transitiveMemberOf")) == ["Finance", "Staff", "Everybody"]
    (first,) = (await nested.ana.get("/users/tom@contoso.example/memberOf"))["value"]
    assert first["@odata.type"] == "#microsoft.graph.group"


async def test_members_come_page_by_page(nested: Office) -> None:
    """With $top, as every collection does."""
    path = "/groups/staff@contoso.example/members?$top=2&$select=id,displayName"
    first = await nested.ana.get(path)
    assert set(first["value"][0]) == {"@odata.type", "id", "displayName"}
    rest = await nested.ana.get(first["@odata.nextLink"].removeprefix(nested.graph.url))
    assert names(first) + names(rest) == ["Priya Nair", "Finance", "Ana Ruiz"]


async def test_an_invited_list_reaches_those_within(nested: Office) -> None:
    """Invitations and free/busy times go through every level."""
    await nested.ana.post("/me/events", meeting("everybody@contoso.example"))
    assert (await nested.tom.only_event())["subject"] == "Budget"
    asked = {
        "schedules": ["everybody@contoso.example"],
        "startTime": {"dateTime": "2026-11-26T16:00:00", "timeZone": "UTC"},
        "endTime": {"dateTime": "2026-11-26T16:30:00", "timeZone": "UTC"},
    }
    (schedule,) = (await nested.ana.post("/me/calendar/getSchedule", asked))["value"]
    assert len(schedule["scheduleItems"]) == 3
