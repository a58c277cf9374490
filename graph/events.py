"""Events of a mailbox's own calendar.

What is written here reaches other people: Graph mails invitations, updates, answers and cancellations by itself.
Source: Graph resource event and its methods.
"""

from typing import Any
from zoneinfo import ZoneInfo

from graph.client import GraphClient, nothing, segment
from graph.model import Event, EventChanges, NewEvent, Window
from graph.wire import AS_TEXT, IN_UTC, attendees_of, event_in, midnight_of, moment_of

READ = "Calendars.Read"
READ_WRITE = "Calendars.ReadWrite"
PAGE = "250"

_PREFER = {"Prefer": f"{IN_UTC}, {AS_TEXT}"}
_LISTED = (
    "id,subject,start,end,organizer,attendees,responseStatus,isOrganizer,isAllDay,isCancelled,sensitivity,"
    "isOnlineMeeting,onlineMeeting,showAs,location,bodyPreview,webLink,iCalUId,type,seriesMasterId,transactionId"
)
_WHOLE = f"{_LISTED},body,createdDateTime"


async def calendar_view(graph: GraphClient, window: Window, zone: ZoneInfo) -> tuple[Event, ...]:
    """What touches `window`, in order of start, on the clock of `zone`; series as their occurrences.

    `body` holds the first 255 characters only, `created` is None (Graph does not tell either here).
    Raises GraphError.
    """
    params = {
        "startDateTime": window.start.isoformat(),
        "endDateTime": window.end.isoformat(),
        "$select": _LISTED,
        "$orderby": "start/dateTime",
        "$top": PAGE,
    }
    path = f"{graph.mailbox}/calendarView"
    return await graph.collect(path, event_in(zone), params=params, headers=_PREFER, what="calendar", permission=READ)


async def get_event(graph: GraphClient, event_id: str, zone: ZoneInfo) -> Event:
    """One event, on the clock of `zone`. Raises NotFound and other GraphErrors."""
    return await graph.get(
        _path(graph, event_id),
        event_in(zone),
        params={"$select": _WHOLE},
        headers=_PREFER,
        what="event",
        permission=READ,
    )


async def create_event(graph: GraphClient, event: NewEvent) -> Event:
    """Create it and invite its attendees. The answer is on the clock of `event.start`.

    Safe to repeat: Graph takes a transaction_id once. Raises GraphError; may_have_happened says that repeating with
    the same transaction_id is how to find out.
    """
    return await graph.write(
        "POST",
        f"{graph.mailbox}/events",
        _new_event(event),
        event_in(_zone_of(event)),
        headers=_PREFER,
        repeatable=bool(event.transaction_id),
        what="calendar",
        permission=READ_WRITE,
    )


async def update_event(
    graph: GraphClient, event_id: str, changes: EventChanges, zone: ZoneInfo, *, etag: str = ""
) -> Event:
    """Change what `changes` names and tell the attendees concerned; the answer is on the clock of `zone`.

    With `etag` it raises Stale when somebody else has changed the event since; where that Stale may_have_happened,
    the change may be our own.
    """
    return await graph.write(
        "PATCH",
        _path(graph, event_id),
        _changes(changes),
        event_in(zone),
        headers=_PREFER | ({"If-Match": etag} if etag else {}),
        repeatable=bool(etag),
        what="event",
        permission=READ_WRITE,
    )


async def cancel_event(graph: GraphClient, event_id: str, comment: str = "") -> None:
    """Cancel an event that the mailbox's owner organizes and tell its attendees. Raises Refused to anybody else."""
    await _act(graph, event_id, "cancel", {"comment": comment})


async def delete_event(graph: GraphClient, event_id: str) -> None:
    """Remove it; where the owner organizes it, its attendees get a cancellation without a word."""
    await graph.write("DELETE", _path(graph, event_id), None, nothing, what="event", permission=READ_WRITE)


async def accept(graph: GraphClient, event_id: str, comment: str = "", *, send_response: bool = True) -> None:
    """Accept an invitation. `send_response` False: the organizer is not told."""
    await _act(graph, event_id, "accept", _answer(comment, send_response))


async def tentatively_accept(
    graph: GraphClient, event_id: str, comment: str = "", *, send_response: bool = True
) -> None:
    """Accept an invitation tentatively. `send_response` False: the organizer is not told."""
    await _act(graph, event_id, "tentativelyAccept", _answer(comment, send_response))


async def decline(graph: GraphClient, event_id: str, comment: str = "", *, send_response: bool = True) -> None:
    """Decline an invitation; most mailboxes then drop it. `send_response` False: the organizer is not told."""
    await _act(graph, event_id, "decline", _answer(comment, send_response))


async def _act(graph: GraphClient, event_id: str, action: str, body: dict[str, object]) -> None:
    path = f"{_path(graph, event_id)}/{action}"
    await graph.write("POST", path, body, nothing, what="event", permission=READ_WRITE)


def _path(graph: GraphClient, event_id: str) -> str:
    return f"{graph.mailbox}/events/{segment(event_id)}"


def _answer(comment: str, send_response: bool) -> dict[str, object]:
    return {"comment": comment, "sendResponse": send_response}


def _zone_of(event: NewEvent) -> ZoneInfo:
    zone = event.start.tzinfo
    return zone if isinstance(zone, ZoneInfo) else ZoneInfo("UTC")


def _new_event(event: NewEvent) -> dict[str, Any]:
    on_clock = midnight_of if event.is_all_day else moment_of
    body: dict[str, Any] = {
        "subject": event.subject,
        "start": on_clock(event.start),
        "end": on_clock(event.end),
        "attendees": attendees_of(event.attendees),
        "isAllDay": event.is_all_day,
        "sensitivity": _sensitivity(event.is_private),
        "showAs": event.show_as.value,
    }
    if event.transaction_id:
        body["transactionId"] = event.transaction_id
    if event.body:
        body["body"] = {"contentType": "text", "content": event.body}
    if event.location:
        body["location"] = {"displayName": event.location}
    if event.is_online:
        body |= {"isOnlineMeeting": True, "onlineMeetingProvider": "teamsForBusiness"}
    return body


def _changes(changes: EventChanges) -> dict[str, Any]:
    body: dict[str, Any] = {}
    if changes.subject is not None:
        body["subject"] = changes.subject
    if changes.window is not None:
        body |= {"start": moment_of(changes.window.start), "end": moment_of(changes.window.end)}
    if changes.attendees is not None:
        body["attendees"] = attendees_of(changes.attendees)
    if changes.location is not None:
        body["location"] = {"displayName": changes.location}
    if changes.is_private is not None:
        body["sensitivity"] = _sensitivity(changes.is_private)
    if changes.show_as is not None:
        body["showAs"] = changes.show_as.value
    return body


def _sensitivity(is_private: bool) -> str:
    return "private" if is_private else "normal"
