"""People of the directory, and what their mailboxes say of them."""

from datetime import time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from graph import mailbox, people
from graph.client import GraphClient
from graph.errors import NotAllowed, NotFound
from graph.model import MailboxSettings, Person, WorkingHours
from tests.graph.service import Service, answering, refusing

ALEX: dict[str, Any] = {
    "id": "id-of-alex",
    "displayName": "Alex Kim",
    "mail": "alex@contoso.example",
    "userPrincipalName": "alex.kim@contoso.example",
    "jobTitle": "Designer",
    "department": "Product",
    "officeLocation": "B2/114",
    "businessPhones": ["+1 555 0100"],
}
ALEX_KIM = Person("Alex Kim", "alex@contoso.example", "id-of-alex", "Designer", "Product", "B2/114", "+1 555 0100")


async def test_me(described: Service, graph: GraphClient) -> None:
    described.answers(answering(ALEX))
    assert await people.me(graph) == ALEX_KIM
    assert described.asked[0].path == "/me"


async def test_a_user_with_next_to_nothing(described: Service, graph: GraphClient) -> None:
    """Without a mailbox the principal name stands in; a mobile phone stands in for an office phone."""
    described.answers(
        answering(
            dict.fromkeys(ALEX, None)
            | {"id": "1", "userPrincipalName": "x@contoso.example", "mobilePhone": "+1 555 0199", "businessPhones": []}
        )
    )
    assert await people.get_user(graph, "x@contoso.example") == Person(
        "", "x@contoso.example", "1", phone="+1 555 0199"
    )
    assert described.asked[0].path == "/users/x@contoso.example"


async def test_a_stranger_is_not_found(described: Service, graph: GraphClient) -> None:
    described.answers(refusing(404, "Request_ResourceNotFound"))
    with pytest.raises(NotFound) as raised:
        await people.get_user(graph, "nobody@contoso.example")
    assert raised.value.what == "user"


async def test_a_search_asks_as_the_directory_wants_it(described: Service, graph: GraphClient) -> None:
    described.answers(answering({"value": [ALEX, ALEX | {"id": "2"}]}))
    found = await people.search_users(graph, "Alex")
    assert [person.id for person in found] == ["id-of-alex", "2"]
    asked = described.asked[0]
    assert asked.query["$search"] == '"displayName:Alex"'
    assert asked.headers["consistencylevel"] == "eventual"


async def test_a_search_brings_no_more_than_wanted(described: Service, graph: GraphClient) -> None:
    more = f"{described.root}/users?%24skiptoken=2"
    described.answers(answering({"value": [ALEX] * 5, "@odata.nextLink": more}))
    assert len(await people.search_users(graph, "Alex", limit=3)) == 3
    assert len(described.asked) == 1


async def test_a_search_goes_on_to_the_next_page(described: Service, graph: GraphClient) -> None:
    """Of two people with one first name none is lost because the directory's pages are small."""
    more = f"{described.root}/users?%24skiptoken=2"
    described.answers(answering({"value": [ALEX], "@odata.nextLink": more}), answering({"value": [ALEX | {"id": "2"}]}))
    assert [person.id for person in await people.search_users(graph, "Alex")] == ["id-of-alex", "2"]


async def test_quotes_in_a_search_do_not_end_it(described: Service, graph: GraphClient) -> None:
    described.answers(answering({"value": []}))
    assert await people.search_users(graph, 'Al"ex\\') == ()
    assert described.asked[0].query["$search"] == '"displayName:Al\\"ex\\\\"'


async def test_the_manager_or_nobody(described: Service, graph: GraphClient) -> None:
    """Who has no manager is not an error; who may not be asked about is."""
    described.answers(answering(ALEX), refusing(404, "Request_ResourceNotFound"), refusing(403, "Denied"))
    assert await people.manager(graph) == ALEX_KIM
    assert await people.manager(graph, "id-of-boss") is None
    with pytest.raises(NotAllowed):
        await people.manager(graph)
    assert [asked.path for asked in described.asked] == ["/me/manager", "/users/id-of-boss/manager", "/me/manager"]


async def test_direct_reports(described: Service, graph: GraphClient) -> None:
    described.answers(answering({"value": [ALEX]}))
    assert await people.direct_reports(graph) == (ALEX_KIM,)
    assert described.asked[0].path == "/me/directReports"


SETTINGS: dict[str, Any] = {
    "timeZone": "Romance Standard Time",
    "language": {"locale": "es-ES", "displayName": "Español"},
    "timeFormat": "HH:mm",
    "dateFormat": "dd/MM/yyyy",
    "workingHours": {
        "daysOfWeek": ["tuesday", "sunday"],
        "startTime": "07:30:00.0000000",
        "endTime": "15:00:00.0000000",
        "timeZone": {"name": "Pacific Standard Time"},
    },
}
WEST = ZoneInfo("America/Los_Angeles")


async def test_mailbox_settings(described: Service, graph: GraphClient) -> None:
    described.answers(answering(SETTINGS))
    settings = await mailbox.mailbox_settings(graph)
    assert settings.zone == ZoneInfo("Europe/Paris")
    assert (settings.locale, settings.time_format, settings.date_format) == ("es-ES", "HH:mm", "dd/MM/yyyy")
    assert settings.zone_name == "Romance Standard Time"
    assert settings.hours == WorkingHours(WEST, time(7, 30), time(15), frozenset({1, 6}))


@pytest.mark.parametrize(
    ("changes", "zone"),
    [
        ({"timeZone": "Customized Time Zone"}, WEST),
        ({"timeZone": None}, WEST),
        ({"timeZone": "Customized Time Zone", "workingHours": None}, ZoneInfo("UTC")),
        ({"timeZone": "Asia/Kolkata", "workingHours": None}, ZoneInfo("Asia/Kolkata")),
    ],
)
async def test_a_zone_that_nobody_knows_degrades(
    described: Service, graph: GraphClient, changes: dict[str, Any], zone: ZoneInfo
) -> None:
    """To the zone of the hours, or to UTC; `zone_name` keeps what the mailbox says."""
    described.answers(answering(SETTINGS | changes))
    settings = await mailbox.mailbox_settings(graph)
    assert settings.zone == zone
    assert settings.zone_name == (changes["timeZone"] or "")


async def test_hours_that_are_not_said_are_office_hours(described: Service, graph: GraphClient) -> None:
    described.answers(answering({"timeZone": "UTC"}))
    utc = ZoneInfo("Etc/UTC")
    assert await mailbox.mailbox_settings(graph) == MailboxSettings(
        utc, WorkingHours(utc, time(8), time(17), frozenset(range(5))), zone_name="UTC"
    )
