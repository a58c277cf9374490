"""Groups of the directory and their members: distribution lists, resolved to people.

Source: Graph resource group, methods group-list-members and group-list-transitivemembers.
"""

from dataclasses import dataclass

from graph.client import GraphClient, segment
from graph.model import Person
from graph.wire import Json, person_of

READ_ALL = "GroupMember.Read.All"

_USER = "id,displayName,givenName,mail,userPrincipalName,jobTitle,department,officeLocation,businessPhones,mobilePhone"
_GROUP = "id,displayName,mail,groupTypes,mailEnabled,securityEnabled"
# Graph searches the directory only where one accepts that it may lag behind.
_SEARCHING = {"ConsistencyLevel": "eventual"}
_PAGE = {"$select": _USER, "$top": "999"}


@dataclass(frozen=True)
class Group:
    """A group that mail can be sent to where `email` is not empty. `is_unified`: a Microsoft 365 group."""

    id: str
    name: str
    email: str = ""
    is_unified: bool = False


async def list_groups(graph: GraphClient, *, filtered: str = "") -> tuple[Group, ...]:
    """All groups; `filtered` is an OData `$filter`. Raises GraphError."""
    params = {"$select": _GROUP, "$top": "999"} | ({"$filter": filtered} if filtered else {})
    return await graph.collect("/groups", _group, params=params, what="group", permission=READ_ALL)


async def search_groups(graph: GraphClient, *texts: str) -> tuple[Group, ...]:
    """Groups in whose display name words begin with one of `texts`. Raises GraphError."""
    quoted = (text.replace("\\", "\\\\").replace('"', '\\"') for text in texts)
    wanted = " OR ".join(f'"displayName:{text}"' for text in quoted)
    params = {"$select": _GROUP, "$search": wanted, "$top": "25"}
    return await graph.collect("/groups", _group, params=params, headers=_SEARCHING, what="group", permission=READ_ALL)


async def group_of_address(graph: GraphClient, email: str) -> Group | None:
    """The group behind an address; None: there is none. Raises GraphError."""
    quoted = email.replace("'", "''")
    return next(iter(await list_groups(graph, filtered=f"mail eq '{quoted}'")), None)


async def get_group(graph: GraphClient, group_id: str) -> Group:
    """One group. Raises NotFound and other GraphErrors."""
    path = f"/groups/{segment(group_id)}"
    return await graph.get(path, _group, params={"$select": _GROUP}, what="group", permission=READ_ALL)


async def list_members(graph: GraphClient, group_id: str) -> tuple[Person | Group, ...]:
    """Who is in a group, groups among them. Raises GraphError."""
    path = f"/groups/{segment(group_id)}/members"
    members = await graph.collect(path, _member, params=_PAGE, what="group", permission=READ_ALL)
    return tuple(member for member in members if member is not None)


async def people_of_group(graph: GraphClient, group_id: str) -> tuple[Person, ...]:
    """Everybody in a group and in the groups within it, each once, however the groups contain one another.

    How many they are is its length: say it before inviting them. Raises GraphError.
    """
    seen: set[str] = {group_id}
    people: dict[str, Person] = {}
    waiting = [group_id]
    while waiting:
        for member in await list_members(graph, waiting.pop(0)):
            if isinstance(member, Person):
                people.setdefault(member.id, member)
            elif member.id not in seen:
                seen.add(member.id)
                waiting.append(member.id)
    return tuple(people.values())


def _group(data: Json) -> Group:
    return Group(
        data["id"], data.get("displayName") or "", data.get("mail") or "", "Unified" in (data.get("groupTypes") or ())
    )


def _member(data: Json) -> Person | Group | None:
    """A user or a group; None: a device or another thing that cannot be invited."""
    kind = data.get("@odata.type", "#microsoft.graph.user")
    if kind == "#microsoft.graph.group":
        return _group(data)
    return person_of(data) if kind in ("#microsoft.graph.user", "#microsoft.graph.orgContact") else None
