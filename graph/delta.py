"""What has changed since the last time one asked. Source: Graph concepts, delta-query-overview and -events."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

from graph.client import GraphClient
from graph.events import READ, calendar_path
from graph.model import Event, Person, Window
from graph.people import READ_ALL
from graph.wire import AS_TEXT, IN_UTC, Json, event_in, person_of

T = TypeVar("T")


@dataclass(frozen=True)
class Changes(Generic[T]):
    """What is new or other than before, the ids of what is gone, and the `link` that brings what changes after this.

    The link is opaque; it holds what was asked for.
    """

    changed: tuple[T, ...]
    removed: tuple[str, ...]
    link: str


async def events_delta(
    graph: GraphClient, window: Window, zone: ZoneInfo, *, calendar_id: str = "", link: str = "", page: int = 50
) -> Changes[Event]:
    """Events in `window`, on the clock of `zone`: all of them at first, then with a `link` what has changed.

    Raises Stale for a link that is too old: begin anew.
    """
    params = {"startDateTime": window.start.isoformat(), "endDateTime": window.end.isoformat()}
    return _sorted(
        await graph.changes(
            f"{calendar_path(graph, calendar_id)}/calendarView/delta",
            _or_removed(event_in(zone)),
            link=link,
            params=params,
            headers={"Prefer": f"{IN_UTC}, {AS_TEXT}, odata.maxpagesize={page}"},
            what="calendar",
            permission=READ,
        )
    )


async def users_delta(graph: GraphClient, *, link: str = "") -> Changes[Person]:
    """Users of the directory: all of them at first, then with a `link` who has come, changed or gone. Raises Stale."""
    fields = "id,displayName,mail,userPrincipalName,jobTitle,department,officeLocation,businessPhones,mobilePhone"
    return _sorted(
        await graph.changes(
            "/users/delta",
            _or_removed(person_of),
            link=link,
            params={"$select": fields},
            what="user",
            permission=READ_ALL,
        )
    )


@dataclass(frozen=True)
class _Removed:
    id: str


def _or_removed(read: Callable[[Json], T]) -> Callable[[Any], T | _Removed]:
    return lambda data: _Removed(data["id"]) if "@removed" in data else read(data)


def _sorted(answer: tuple[tuple[T | _Removed, ...], str]) -> Changes[T]:
    items, link = answer
    return Changes(
        tuple(item for item in items if not isinstance(item, _Removed)),
        tuple(item.id for item in items if isinstance(item, _Removed)),
        link,
    )
