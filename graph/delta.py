"""What has changed since the last time one asked. Source: Graph concepts, delta-query-overview and -events."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

from graph.client import GraphClient, segment
from graph.errors import NotFound
from graph.events import READ, calendar_path
from graph.model import Event, Person, Window
from graph.people import READ_ALL
from graph.wire import AS_TEXT, IN_UTC, Json, event_in, person_of

T = TypeVar("T")
_SERIES = "seriesMaster"


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

    Graph tells of an occurrence only when it is, and of its series beside it: the series is read where it is not, and
    lent to its occurrences. Series themselves are left out; an id in `removed` may be one that was.
    Raises Stale for a link that is too old: begin anew.
    """
    params = {"startDateTime": window.start.isoformat(), "endDateTime": window.end.isoformat()}
    answered, later = await graph.changes(
        f"{calendar_path(graph, calendar_id)}/calendarView/delta",
        _document,
        link=link,
        params=params,
        headers={"Prefer": f"{IN_UTC}, {AS_TEXT}, odata.maxpagesize={page}"},
        what="calendar",
        permission=READ,
    )
    series = {data["id"]: data for data in answered if data.get("type") == _SERIES}
    for series_id in {data["seriesMasterId"] for data in answered if _is_bare(data)} - series.keys():
        try:
            series[series_id] = await _series(graph, series_id)
        except NotFound:  # it has gone since: the next round says so
            series[series_id] = {}
    whole = (
        {**series[data["seriesMasterId"]], "recurrence": None, **data} if _is_bare(data) else data
        for data in answered
        if data.get("type") != _SERIES
    )
    read = _or_removed(event_in(zone))
    return _sorted((tuple(read(data) for data in whole), later))


def _is_bare(data: Json) -> bool:
    return data.get("type") == "occurrence" and "subject" not in data


async def _series(graph: GraphClient, series_id: str) -> Json:
    return await graph.get(
        f"{graph.mailbox}/events/{segment(series_id)}",
        _document,
        headers={"Prefer": f"{IN_UTC}, {AS_TEXT}"},
        what="event",
        permission=READ,
    )


def _document(data: Json) -> Json:
    return data


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
