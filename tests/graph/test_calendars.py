"""Calendars, groups of them, and who may see them."""

from typing import Any

from graph import calendars
from graph.calendars import Calendar, CalendarGroup, Permission
from graph.client import GraphClient
from graph.model import Person
from tests.graph.service import Service, answering

ANA = {"name": "Ana Ruiz", "address": "ana@contoso.example"}
TEAM: dict[str, Any] = {
    "id": "AAk=",
    "name": "Team",
    "color": "lightBlue",
    "owner": ANA,
    "isDefaultCalendar": False,
    "canEdit": True,
    "canShare": True,
    "canViewPrivateItems": True,
    "isRemovable": True,
}
TEAM_CALENDAR = Calendar(
    "AAk=", "Team", Person("Ana Ruiz", "ana@contoso.example"), "lightBlue", False, True, True, True, True
)
ASSISTANT: dict[str, Any] = {
    "id": "p1",
    "emailAddress": {"name": "Tom", "address": "tom@contoso.example"},
    "role": "read",
    "allowedRoles": ["freeBusyRead", "read", "write"],
    "isInsideOrganization": True,
    "isRemovable": True,
}
MAY_READ = Permission("p1", Person("Tom", "tom@contoso.example"), "read", ("freeBusyRead", "read", "write"))


def requests(service: Service) -> list[tuple[str, str, Any]]:
    return [(asked.method, asked.path, asked.body) for asked in service.asked]


async def test_all_calendars_page_by_page(described: Service, graph: GraphClient) -> None:
    more = f"{described.root}/me/calendars?%24skip=1"
    described.answers(answering({"value": [TEAM], "@odata.nextLink": more}), answering({"value": [{"id": "B"}]}))
    assert await calendars.list_calendars(graph, top=1) == (TEAM_CALENDAR, Calendar("B", "", Person("", "")))
    assert described.asked[0].query == {"$top": "1"}


async def test_some_calendars(described: Service, graph: GraphClient) -> None:
    """From a number on, and no more pages than needed."""
    more = f"{described.root}/me/calendars?%24skip=3"
    described.answers(answering({"value": [TEAM, TEAM], "@odata.nextLink": more}))
    assert await calendars.list_calendars(graph, top=2, skip=1, limit=1) == (TEAM_CALENDAR,)
    assert [asked.query for asked in described.asked] == [{"$top": "2", "$skip": "1"}]


async def test_a_calendar_from_its_making_to_its_end(described: Service, graph: GraphClient) -> None:
    described.answers(answering(TEAM, 201), answering(TEAM), answering(TEAM), answering(TEAM), answering(status=204))
    assert await calendars.create_calendar(graph, "Team", color="lightBlue") == TEAM_CALENDAR
    assert await calendars.get_calendar(graph) == TEAM_CALENDAR
    await calendars.get_calendar(graph, "AAk=")
    await calendars.update_calendar(graph, "AAk=", color="auto")
    await calendars.delete_calendar(graph, "AAk=")
    assert requests(described) == [
        ("POST", "/me/calendars", {"name": "Team", "color": "lightBlue"}),
        ("GET", "/me/calendar", None),
        ("GET", "/me/calendars/AAk=", None),
        ("PATCH", "/me/calendars/AAk=", {"color": "auto"}),
        ("DELETE", "/me/calendars/AAk=", None),
    ]


async def test_another_users_calendars(described: Service, graph: GraphClient) -> None:
    described.answers(answering({"value": [TEAM]}))
    await calendars.list_calendars(graph.of_mailbox("tom@contoso.example"))
    assert described.asked[0].path == "/users/tom@contoso.example/calendars"


async def test_groups_of_calendars(described: Service, graph: GraphClient) -> None:
    group = {"id": "g1", "name": "Others"}
    described.answers(
        answering(group, 201),
        answering({"value": [group]}),
        answering(TEAM, 201),
        answering({"value": [TEAM]}),
        answering(status=204),
    )
    assert await calendars.create_calendar_group(graph, "Others") == CalendarGroup("g1", "Others")
    assert await calendars.list_calendar_groups(graph) == (CalendarGroup("g1", "Others"),)
    await calendars.create_calendar(graph, "Team", group_id="g1")
    assert await calendars.list_calendars(graph, group_id="g1") == (TEAM_CALENDAR,)
    await calendars.delete_calendar_group(graph, "g1")
    assert [asked.path for asked in described.asked] == [
        "/me/calendarGroups",
        "/me/calendarGroups",
        "/me/calendarGroups/g1/calendars",
        "/me/calendarGroups/g1/calendars",
        "/me/calendarGroups/g1",
    ]


async def test_who_may_see_a_calendar(described: Service, graph: GraphClient) -> None:
    described.answers(
        answering({"value": [ASSISTANT]}), answering(ASSISTANT, 201), answering(ASSISTANT), answering(status=204)
    )
    assert await calendars.list_permissions(graph) == (MAY_READ,)
    assert await calendars.share_calendar(graph, MAY_READ.person, "read", "AAk=") == MAY_READ
    await calendars.change_permission(graph, "p1", "write", "AAk=")
    await calendars.remove_permission(graph, "p1")
    assert requests(described) == [
        ("GET", "/me/calendar/calendarPermissions", None),
        (
            "POST",
            "/me/calendars/AAk=/calendarPermissions",
            {"emailAddress": {"address": "tom@contoso.example", "name": "Tom"}, "role": "read"},
        ),
        ("PATCH", "/me/calendars/AAk=/calendarPermissions/p1", {"role": "write"}),
        ("DELETE", "/me/calendar/calendarPermissions/p1", None),
    ]
