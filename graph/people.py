"""People of the directory. Source: Graph resource user and its methods."""

from graph.client import GraphClient, segment
from graph.errors import NotFound
from graph.model import Person
from graph.wire import person_of

READ_ALL = "User.ReadBasic.All"

_FIELDS = "id,displayName,mail,userPrincipalName,jobTitle,department,officeLocation,businessPhones,mobilePhone"
_SELECT = {"$select": _FIELDS}
# Graph searches the directory only where one accepts that it may lag behind.
_SEARCHING = {"ConsistencyLevel": "eventual"}


async def me(graph: GraphClient) -> Person:
    """The owner of the mailbox. Raises GraphError."""
    return await graph.get(graph.mailbox, person_of, params=_SELECT, what="user", permission="User.Read")


async def get_user(graph: GraphClient, user: str) -> Person:
    """A user by id or user principal name. Raises NotFound for a stranger, and other GraphErrors."""
    return await graph.get(f"/users/{segment(user)}", person_of, params=_SELECT, what="user", permission=READ_ALL)


async def list_users(graph: GraphClient) -> tuple[Person, ...]:
    """Everybody in the directory, in Graph's order. Raises GraphError."""
    params = _SELECT | {"$top": "999"}
    return await graph.collect("/users", person_of, params=params, what="user", permission=READ_ALL)


async def search_users(graph: GraphClient, text: str, *, limit: int = 25) -> tuple[Person, ...]:
    """Users in whose display name words begin with `text`: "Alex" finds Alex Kim, and Alexandra Vu too.

    At most `limit`, in Graph's order. Raises GraphError.
    """
    # Graph takes a backslash before the quotes and backslashes of what is searched for.
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    params = _SELECT | {"$search": f'"displayName:{quoted}"', "$top": str(limit)}
    found: list[Person] = []
    async for people in graph.pages(
        "/users", person_of, params=params, headers=_SEARCHING, what="user", permission=READ_ALL
    ):
        found += people
        if len(found) >= limit:
            break
    return tuple(found[:limit])


async def manager(graph: GraphClient, user: str = "") -> Person | None:
    """The manager of `user` (id or principal name; empty: the mailbox's owner); None: nobody. Raises GraphError."""
    try:
        return await graph.get(
            f"{_of(graph, user)}/manager", person_of, params=_SELECT, what="manager", permission="User.Read.All"
        )
    except NotFound:
        return None


async def direct_reports(graph: GraphClient, user: str = "") -> tuple[Person, ...]:
    """Whom `user` (id or principal name; empty: the mailbox's owner) manages. Raises GraphError."""
    return await graph.collect(
        f"{_of(graph, user)}/directReports", person_of, params=_SELECT, what="user", permission="User.Read.All"
    )


def _of(graph: GraphClient, user: str) -> str:
    return f"/users/{segment(user)}" if user else graph.mailbox
