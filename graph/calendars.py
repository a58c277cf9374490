"""Calendars of a mailbox, their groups, and who may see them. Another user's: through `GraphClient.of_mailbox`.

Source: Graph resources calendar, calendarGroup, calendarPermission.
"""

from dataclasses import dataclass
from typing import Any

from graph.client import GraphClient, nothing, segment
from graph.model import Person
from graph.wire import Json

READ = "Calendars.Read"
READ_BASIC = "Calendars.ReadBasic"
READ_WRITE = "Calendars.ReadWrite"
PAGE = 100


@dataclass(frozen=True)
class Calendar:
    """A calendar as its reader sees it. `color` is Graph's name (lightBlue, auto …), `owner` whose it is."""

    id: str
    name: str
    owner: Person
    color: str = "auto"
    is_default: bool = False
    can_edit: bool = False
    can_share: bool = False
    can_view_private_items: bool = False
    is_removable: bool = False


@dataclass(frozen=True)
class CalendarGroup:
    """A heading under which Outlook shows calendars."""

    id: str
    name: str


@dataclass(frozen=True)
class Permission:
    """What somebody may do in a calendar: `role` is none, freeBusyRead, limitedRead, read, write, delegate…, custom."""

    id: str
    person: Person
    role: str
    allowed_roles: tuple[str, ...] = ()
    is_inside_organization: bool = True
    is_removable: bool = True


async def list_calendars(
    graph: GraphClient, *, top: int = PAGE, skip: int = 0, limit: int | None = None, group_id: str = ""
) -> tuple[Calendar, ...]:
    """Calendars, those of a group with `group_id`: all from number `skip` on, or `limit` at most, `top` a page."""
    params = {"$top": str(top)} | ({"$skip": str(skip)} if skip else {})
    found: list[Calendar] = []
    base = f"{graph.mailbox}/calendarGroups/{segment(group_id)}" if group_id else graph.mailbox
    pages = graph.pages(f"{base}/calendars", _calendar, params=params, what="calendar", permission=READ_BASIC)
    async for page in pages:
        found += page
        if limit is not None and len(found) >= limit:
            break
    return tuple(found[:limit])


async def get_calendar(graph: GraphClient, calendar_id: str = "") -> Calendar:
    """One calendar; without an id, the mailbox's own. Raises NotFound and other GraphErrors."""
    return await graph.get(_path(graph, calendar_id), _calendar, what="calendar", permission=READ_BASIC)


async def create_calendar(graph: GraphClient, name: str, *, color: str = "auto", group_id: str = "") -> Calendar:
    """A further calendar, in the group of `group_id` or among one's own. Raises Conflict for a name that is taken."""
    base = f"{graph.mailbox}/calendarGroups/{segment(group_id)}" if group_id else graph.mailbox
    return await graph.write(
        "POST",
        f"{base}/calendars",
        {"name": name, "color": color},
        _calendar,
        what="calendar",
        permission=READ_WRITE,
    )


async def update_calendar(
    graph: GraphClient, calendar_id: str, *, name: str | None = None, color: str | None = None
) -> Calendar:
    """Another name or colour; None leaves it. Twice is the same as once."""
    body = {key: value for key, value in (("name", name), ("color", color)) if value is not None}
    return await graph.write(
        "PATCH",
        _path(graph, calendar_id),
        body,
        _calendar,
        repeatable=True,
        what="calendar",
        permission=READ_WRITE,
    )


async def delete_calendar(graph: GraphClient, calendar_id: str) -> None:
    """Remove a calendar with its events. Raises Refused for the mailbox's own."""
    await graph.write("DELETE", _path(graph, calendar_id), None, nothing, what="calendar", permission=READ_WRITE)


async def list_calendar_groups(graph: GraphClient) -> tuple[CalendarGroup, ...]:
    """The groups of calendars, in Outlook's order."""
    return await graph.collect(f"{graph.mailbox}/calendarGroups", _group, what="calendar group", permission=READ)


async def create_calendar_group(graph: GraphClient, name: str) -> CalendarGroup:
    """A further group. Raises Conflict for a name that is taken."""
    path = f"{graph.mailbox}/calendarGroups"
    return await graph.write("POST", path, {"name": name}, _group, what="calendar group", permission=READ_WRITE)


async def delete_calendar_group(graph: GraphClient, group_id: str) -> None:
    """Remove a group that has no calendars."""
    path = f"{graph.mailbox}/calendarGroups/{segment(group_id)}"
    await graph.write("DELETE", path, None, nothing, what="calendar group", permission=READ_WRITE)


async def list_permissions(graph: GraphClient, calendar_id: str = "") -> tuple[Permission, ...]:
    """Who may do what in a calendar; without an id, in the mailbox's own."""
    path = f"{_path(graph, calendar_id)}/calendarPermissions"
    return await graph.collect(path, _permission, what="calendar", permission=READ)


async def share_calendar(graph: GraphClient, person: Person, role: str, calendar_id: str = "") -> Permission:
    """Let `person` into a calendar; Graph mails them that it is shared."""
    body = {"emailAddress": {"address": person.email, "name": person.name}, "role": role}
    path = f"{_path(graph, calendar_id)}/calendarPermissions"
    return await graph.write("POST", path, body, _permission, what="calendar", permission=READ_WRITE)


async def change_permission(graph: GraphClient, permission_id: str, role: str, calendar_id: str = "") -> Permission:
    """Another role for somebody who is let in. Twice is the same as once."""
    return await graph.write(
        "PATCH",
        f"{_path(graph, calendar_id)}/calendarPermissions/{segment(permission_id)}",
        {"role": role},
        _permission,
        repeatable=True,
        what="permission",
        permission=READ_WRITE,
    )


async def remove_permission(graph: GraphClient, permission_id: str, calendar_id: str = "") -> None:
    """Let somebody in no more."""
    path = f"{_path(graph, calendar_id)}/calendarPermissions/{segment(permission_id)}"
    await graph.write("DELETE", path, None, nothing, what="permission", permission=READ_WRITE)


def _path(graph: GraphClient, calendar_id: str) -> str:
    return f"{graph.mailbox}/calendars/{segment(calendar_id)}" if calendar_id else f"{graph.mailbox}/calendar"


def _person(data: Json | None) -> Person:
    address: Any = data or {}
    return Person(address.get("name") or "", address.get("address") or "")


def _calendar(data: Json) -> Calendar:
    return Calendar(
        data["id"],
        data.get("name") or "",
        _person(data.get("owner")),
        data.get("color") or "auto",
        bool(data.get("isDefaultCalendar")),
        bool(data.get("canEdit")),
        bool(data.get("canShare")),
        bool(data.get("canViewPrivateItems")),
        bool(data.get("isRemovable")),
    )


def _group(data: Json) -> CalendarGroup:
    return CalendarGroup(data["id"], data.get("name") or "")


def _permission(data: Json) -> Permission:
    return Permission(
        data["id"],
        _person(data.get("emailAddress")),
        data.get("role") or "none",
        tuple(data.get("allowedRoles") or ()),
        data.get("isInsideOrganization") is not False,
        data.get("isRemovable") is not False,
    )
