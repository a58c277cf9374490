"""People of the directory, and how near they are. Source: Graph resources user, person, profilePhoto, presence."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.client import GraphClient, segment
from graph.errors import NotFound
from graph.exchange import Call, as_bytes
from graph.model import Person
from graph.wire import Json, person_of

READ_ALL = "User.ReadBasic.All"

_FIELDS = (
    "id,displayName,givenName,mail,userPrincipalName,jobTitle,department,officeLocation,businessPhones,mobilePhone"
)
_SELECT = {"$select": _FIELDS}
_PRESENCES_AT_ONCE = 650
"""Source: Graph method cloudcommunications-getpresencesbyuserid."""

# Graph searches the directory only where one accepts that it may lag behind.
_SEARCHING = {"ConsistencyLevel": "eventual"}


async def me(graph: GraphClient) -> Person:
    """The owner of the mailbox. Raises GraphError."""
    return await graph.get(graph.mailbox, person_of, params=_SELECT, what="user", permission="User.Read")


async def get_user(graph: GraphClient, user: str) -> Person:
    """A user by id or user principal name. Raises NotFound for a stranger, and other GraphErrors."""
    return await graph.get(f"/users/{segment(user)}", person_of, params=_SELECT, what="user", permission=READ_ALL)


@dataclass(frozen=True)
class Presence:
    """`availability` is Available, Busy, DoNotDisturb, Away …; `activity` says more: InAMeeting, Presenting …"""

    user_id: str
    availability: str
    activity: str = ""


async def list_users(graph: GraphClient, *, top: int = 999, filtered: str = "") -> tuple[Person, ...]:
    """Everybody in the directory, in Graph's order, `top` a page; `filtered` is an OData `$filter`.

    Raises GraphError.
    """
    params = _SELECT | {"$top": str(top)} | ({"$filter": filtered} if filtered else {})
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


async def relevant_people(graph: GraphClient, text: str = "", *, limit: int = 25) -> tuple[Person, ...]:
    """Whom the mailbox's owner deals with, nearest first; with `text` those whom it may name. Raises GraphError."""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    params = {"$top": str(limit)} | ({"$search": f'"{quoted}"'} if text else {})
    found: list[Person] = []
    async for page in graph.pages(
        f"{graph.mailbox}/people", _near, params=params, what="user", permission="People.Read"
    ):
        found += page
        if len(found) >= limit:
            break
    return tuple(found[:limit])


async def photo(graph: GraphClient, user: str = "", size: int = 0) -> bytes | None:
    """The photo of `user` (id or principal name; empty: the mailbox's owner), a JPEG; None: there is none.

    `size`: its width and height in pixels, one of those that Graph keeps, 48 the smallest; 0: the largest.
    """
    name = f"photos/{size}x{size}" if size else "photo"
    call = Call("GET", f"{_of(graph, user)}/{name}/$value", "photo", "User.ReadBasic.All", decode=as_bytes)
    try:
        return await graph.perform(call, _content)
    except NotFound:
        return None


async def presence(graph: GraphClient, user: str = "") -> Presence:
    """How `user` (id; empty: the mailbox's owner) is at this moment. Raises GraphError."""
    path = f"{_of(graph, user)}/presence"
    return await graph.get(path, _presence, what="user", permission="Presence.Read.All")


async def presences(graph: GraphClient, user_ids: Sequence[str]) -> dict[str, Presence]:
    """How they are at this moment; whom Graph does not know is left out. Raises GraphError."""
    known: dict[str, Presence] = {}
    for first in range(0, len(user_ids), _PRESENCES_AT_ONCE):
        known |= await graph.ask(
            "/communications/getPresencesByUserId",
            {"ids": list(user_ids[first : first + _PRESENCES_AT_ONCE])},
            lambda answer: {one.user_id: one for one in map(_presence, answer["value"])},
            what="user",
            permission="Presence.Read.All",
        )
    return known


def _content(content: bytes) -> bytes:
    return content


def _presence(data: Json) -> Presence:
    return Presence(data["id"], data.get("availability") or "PresenceUnknown", data.get("activity") or "")


def _near(data: Json) -> Person:
    """A person of the people API, who may be nobody of the directory."""
    emails = [entry.get("address") for entry in data.get("scoredEmailAddresses") or ()]
    phones = [entry.get("number") for entry in data.get("phones") or ()]
    return Person(
        name=data.get("displayName") or "",
        email=next(filter(None, emails), None) or data.get("userPrincipalName") or "",
        id=data["id"],
        title=data.get("jobTitle") or "",
        department=data.get("department") or data.get("companyName") or "",
        office=data.get("officeLocation") or "",
        phone=next(filter(None, phones), None) or "",
        given=data.get("givenName") or "",
    )


def _of(graph: GraphClient, user: str) -> str:
    return f"/users/{segment(user)}" if user else graph.mailbox
