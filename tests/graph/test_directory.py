"""Groups, relevance, photos, presence, contacts: people beyond the plain list."""

from typing import Any

import pytest

from graph import contacts, delta, groups, people
from graph.client import GraphClient
from graph.errors import NotAllowed, NotFound, Refused, Stale
from graph.groups import Group
from graph.model import Person
from graph.people import Presence
from tests.graph.service import Answer, Service, answering, refusing


def a_user(ident: str) -> dict[str, Any]:
    return {"@odata.type": "#microsoft.graph.user", "id": ident, "displayName": ident, "mail": f"{ident}@x.example"}


def a_group(ident: str) -> dict[str, Any]:
    return {"@odata.type": "#microsoft.graph.group", "id": ident, "displayName": ident, "mail": f"{ident}@x.example"}


def members(*items: dict[str, Any]) -> Answer:
    return answering({"value": list(items)})


async def test_everybody_of_the_directory(described: Service, graph: GraphClient) -> None:
    """Page by page, or those whom a filter lets through."""
    more = f"{described.root}/users?%24skiptoken=2"
    described.answers(answering({"value": [a_user("ana")], "@odata.nextLink": more}), members(a_user("tom")))
    assert [person.id for person in await people.list_users(graph, top=1)] == ["ana", "tom"]
    await people.list_users(graph, filtered="department eq 'Sales'")
    assert described.asked[2].query["$filter"] == "department eq 'Sales'"
    assert [asked.query["$top"] for asked in described.asked if "$top" in asked.query] == ["1", "999"]


async def test_all_groups(service: Service, graph: GraphClient) -> None:
    """A security group has no address."""
    service.answers(members(a_group("team"), a_group("guards") | {"mail": None}))
    assert [(group.name, group.email) for group in await groups.list_groups(graph)] == [
        ("team", "team@x.example"),
        ("guards", ""),
    ]


async def test_groups_are_found_by_address(service: Service, graph: GraphClient) -> None:
    service.answers(members(a_group("team") | {"groupTypes": ["Unified"]}), members())
    assert await groups.group_of_address(graph, "o'hara@x.example") == Group("team", "team", "team@x.example", True)
    assert await groups.group_of_address(graph, "nobody@x.example") is None
    assert service.asked[0].query["$filter"] == "mail eq 'o''hara@x.example'"


async def test_one_group_and_who_is_in_it(service: Service, graph: GraphClient) -> None:
    """What cannot be invited, such as a device, is left out."""
    service.answers(
        answering(a_group("team")),
        members(a_user("ana"), a_group("inner"), {"@odata.type": "#microsoft.graph.device", "id": "d"}),
    )
    assert (await groups.get_group(graph, "team")).name == "team"
    ana, inner = await groups.list_members(graph, "team")
    assert isinstance(ana, Person)
    assert isinstance(inner, Group)


async def test_everybody_of_a_distribution_list_once(service: Service, graph: GraphClient) -> None:
    """Groups within groups are opened, also where they contain one another."""
    service.answers(
        members(a_user("ana"), a_group("inner")),
        members(a_user("tom"), a_user("ana"), a_group("outer"), a_group("inner")),
    )
    found = await groups.people_of_group(graph, "outer")
    assert [person.id for person in found] == ["ana", "tom"]
    assert [asked.path for asked in service.asked] == ["/groups/outer/members", "/groups/inner/members"]


async def test_whom_one_deals_with(described: Service, graph: GraphClient) -> None:
    dana = {
        "id": "1",
        "displayName": "Dana",
        "scoredEmailAddresses": [{"address": "dana@fabrikam.example"}],
        "companyName": "Fabrikam",
        "phones": [{"number": "+1 555 0100"}],
    }
    described.answers(members(dana, {"id": "2", "displayName": "X", "userPrincipalName": "x@x.example"}, dana))
    found = await people.relevant_people(graph, 'da"na', limit=2)
    assert found == (
        Person("Dana", "dana@fabrikam.example", "1", department="Fabrikam", phone="+1 555 0100"),
        Person("X", "x@x.example", "2"),
    )
    assert described.asked[0].query["$search"] == '"da\\"na"'


async def test_a_photo_or_none(described: Service, graph: GraphClient) -> None:
    described.answers(answering(raw=b"\xff\xd8\xff"), refusing(404, "ImageNotFound"), refusing(403, "Denied"))
    assert await people.photo(graph) == b"\xff\xd8\xff"
    assert await people.photo(graph, "tom") is None
    with pytest.raises(NotAllowed):
        await people.photo(graph, "tom")


async def test_a_photo_in_a_size(service: Service, graph: GraphClient) -> None:
    service.answers(answering(raw=b"\xff\xd8\xff"))
    assert await people.photo(graph, "tom", 48) == b"\xff\xd8\xff"
    assert service.asked[0].path == "/users/tom/photos/48x48/$value"


async def test_presence_of_one_and_of_many(described: Service, graph: GraphClient) -> None:
    busy = {"id": "1", "availability": "Busy", "activity": "InAMeeting"}
    described.answers(answering(busy), *[members({"id": str(number)}) for number in range(2)])
    assert await people.presence(graph) == Presence("1", "Busy", "InAMeeting")
    many = await people.presences(graph, [str(number) for number in range(700)])
    assert many == {"0": Presence("0", "PresenceUnknown"), "1": Presence("1", "PresenceUnknown")}
    assert [len(asked.body["ids"]) for asked in described.asked[1:]] == [650, 50]


async def test_contacts_with_each_of_their_addresses(service: Service, graph: GraphClient) -> None:
    """Who has none cannot be invited, and is not offered."""
    dana = {
        "id": "c1",
        "displayName": "Dana Swope",
        "emailAddresses": [{"address": "dana@fabrikam.example"}, {"address": "dana@home.example"}],
        "companyName": "Fabrikam",
        "mobilePhone": "+1 555 0100",
    }
    service.answers(members(dana, {"id": "c2", "displayName": "Nobody", "emailAddresses": []}))
    found = await contacts.list_contacts(graph, top=5)
    assert [(person.name, person.email) for person in found] == [
        ("Dana Swope", "dana@fabrikam.example"),
        ("Dana Swope", "dana@home.example"),
    ]
    assert found[0].department == "Fabrikam"
    assert await contacts.search_contacts(graph, "o'h") == found
    assert "startswith(surname,'o''h')" in service.asked[1].query["$filter"]


async def test_one_contact(service: Service, graph: GraphClient) -> None:
    service.answers(answering({"id": "c2", "displayName": "Nobody"}), refusing(404, "ErrorItemNotFound"))
    assert await contacts.get_contact(graph, "c2") == Person("Nobody", "")
    with pytest.raises(NotFound):
        await contacts.get_contact(graph, "c3")


async def test_users_that_came_and_went(described: Service, graph: GraphClient) -> None:
    first, second = f"{described.root}/users/delta?$skiptoken=1", f"{described.root}/users/delta?$deltatoken=2"
    described.answers(
        answering({"value": [a_user("ana")], "@odata.nextLink": first}),
        answering({"value": [a_user("tom")], "@odata.deltaLink": second}),
        answering({"value": [{"id": "ana", "@removed": {"reason": "changed"}}], "@odata.deltaLink": first}),
        refusing(410, "syncStateNotFound"),
    )
    everybody = await delta.users_delta(graph)
    assert [person.id for person in everybody.changed] == ["ana", "tom"]
    later = await delta.users_delta(graph, link=everybody.link)
    assert (later.changed, later.removed) == ((), ("ana",))
    assert described.asked[2].query == {"$deltatoken": "2"}
    with pytest.raises(Stale):
        await delta.users_delta(graph, link=later.link)


async def test_a_token_does_not_follow_a_link_elsewhere(service: Service, graph: GraphClient) -> None:
    with pytest.raises(Refused):
        await delta.users_delta(graph, link="https://elsewhere.example/v1.0/users/delta")
    assert service.asked == []


async def test_groups_are_found_by_name(service: Service, graph: GraphClient) -> None:
    """By the words of their display name, as the directory wants to be asked."""
    service.answers(members(a_group("design")))
    assert [group.name for group in await groups.search_groups(graph, 'de"sign')] == ["design"]
    assert service.asked[0].query["$search"] == '"displayName:de\\"sign"'
    assert service.asked[0].headers["consistencylevel"] == "eventual"


async def test_contacts_without_an_address_are_found_on_request(service: Service, graph: GraphClient) -> None:
    """So that one can be told that there is somebody who cannot be invited."""
    service.answers(members({"id": "c2", "displayName": "Nobody", "emailAddresses": []}))
    assert await contacts.search_contacts(graph, "No", keep_empty=True) == (Person("Nobody", ""),)
