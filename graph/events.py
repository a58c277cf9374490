"""Events of a mailbox: in its own calendar, or in the one whose `calendar_id` is given.

What is written here reaches other people: Graph mails invitations, updates, answers and cancellations by itself.
Source: Graph resource event and its methods.
"""

import html
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from graph.client import GraphClient, nothing, segment
from graph.drafts import ended_before, event_changes, new_event
from graph.model import Event, EventChanges, NewEvent, Person, Window
from graph.wire import AS_TEXT, IN_UTC, event_in, utc_moment_of

READ = "Calendars.Read"
READ_WRITE = "Calendars.ReadWrite"
PAGE = "250"

_PREFER = {"Prefer": f"{IN_UTC}, {AS_TEXT}"}
_LISTED = (
    "id,subject,start,end,organizer,attendees,responseStatus,isOrganizer,isAllDay,isCancelled,sensitivity,"
    "isOnlineMeeting,onlineMeeting,showAs,location,bodyPreview,webLink,iCalUId,type,seriesMasterId,transactionId"
)
_WHOLE = (
    f"{_LISTED},body,createdDateTime,recurrence,categories,importance,isReminderOn,reminderMinutesBeforeStart,"
    "hideAttendees,allowNewTimeProposals,responseRequested,hasAttachments"
)


async def calendar_view(
    graph: GraphClient, window: Window, zone: ZoneInfo, *, calendar_id: str = ""
) -> tuple[Event, ...]:
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
    path = f"{calendar_path(graph, calendar_id)}/calendarView"
    return await graph.collect(path, event_in(zone), params=params, headers=_PREFER, what="calendar", permission=READ)


async def list_events(
    graph: GraphClient, zone: ZoneInfo, *, calendar_id: str = "", filtered: str = ""
) -> tuple[Event, ...]:
    """Single events and series, each series once, on the clock of `zone`; `filtered` is an OData `$filter`.

    Raises GraphError.
    """
    params = {"$select": f"{_LISTED},recurrence", "$top": PAGE} | ({"$filter": filtered} if filtered else {})
    path = f"{calendar_path(graph, calendar_id)}/events"
    return await graph.collect(path, event_in(zone), params=params, headers=_PREFER, what="calendar", permission=READ)


async def instances(graph: GraphClient, series_id: str, window: Window, zone: ZoneInfo) -> tuple[Event, ...]:
    """The occurrences and exceptions of a series that touch `window`, on the clock of `zone`. Raises GraphError."""
    params = {
        "startDateTime": window.start.isoformat(),
        "endDateTime": window.end.isoformat(),
        "$select": _LISTED,
        "$top": PAGE,
    }
    path = f"{_path(graph, series_id)}/instances"
    return await graph.collect(path, event_in(zone), params=params, headers=_PREFER, what="event", permission=READ)


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


async def create_event(graph: GraphClient, event: NewEvent, *, calendar_id: str = "") -> Event:
    """Create it and invite its attendees. The answer is on the clock of `event.start`.

    Safe to repeat: Graph takes a transaction_id once. Raises GraphError; may_have_happened says that repeating with
    the same transaction_id is how to find out. Raises CannotRecur for a series that does not begin with its event.
    """
    return await graph.write(
        "POST",
        f"{calendar_path(graph, calendar_id)}/events",
        new_event(event),
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
        event_changes(changes),
        event_in(zone),
        headers=_PREFER | ({"If-Match": etag} if etag else {}),
        repeatable=bool(etag),
        what="event",
        permission=READ_WRITE,
    )


async def add_to_body(graph: GraphClient, event_id: str, text: str) -> None:
    """Put a paragraph before what stands in the body, where what makes an event online stays; attendees are told.

    Raises Stale where the event was changed meanwhile, and other GraphErrors.
    """
    path = _path(graph, event_id)
    etag, body = await graph.get(path, _body_in, params={"$select": "body"}, what="event", permission=READ)
    content = f"<p>{html.escape(text)}</p>{body}"
    await graph.write(
        "PATCH",
        path,
        {"body": {"contentType": "html", "content": content}},
        nothing,
        headers={"If-Match": etag} if etag else {},
        repeatable=bool(etag),
        what="event",
        permission=READ_WRITE,
    )


async def end_series(graph: GraphClient, series_id: str, before: datetime) -> bool:
    """End a series with its last occurrence before the one that starts at `before` (aware); its attendees are told.

    How it repeats, its zone and what became of single occurrences stay. False, and nothing is done, where `before` is
    its first occurrence: that is to cancel it. Raises GraphError.
    """
    path = _path(graph, series_id)
    params = {"$select": "id,recurrence"}
    repeats = await graph.get(path, lambda data: data["recurrence"], params=params, what="event", permission=READ)
    ended = ended_before(repeats, before)
    if ended is None:
        return False
    await graph.write(
        "PATCH", path, {"recurrence": ended}, nothing, repeatable=True, what="event", permission=READ_WRITE
    )
    return True


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
    graph: GraphClient,
    event_id: str,
    comment: str = "",
    *,
    send_response: bool = True,
    proposed_new_time: Window | None = None,
) -> None:
    """Accept an invitation tentatively. `send_response` False: the organizer is not told, nor can a time be proposed.

    Raises Refused where the event does not allow proposals.
    """
    await _act(graph, event_id, "tentativelyAccept", _answer(comment, send_response, proposed_new_time))


async def decline(
    graph: GraphClient,
    event_id: str,
    comment: str = "",
    *,
    send_response: bool = True,
    proposed_new_time: Window | None = None,
) -> None:
    """Decline an invitation; most mailboxes then drop it. For the rest see `tentatively_accept`."""
    await _act(graph, event_id, "decline", _answer(comment, send_response, proposed_new_time))


async def forward(graph: GraphClient, event_id: str, to: Sequence[Person], comment: str = "") -> None:
    """Invite further people by forwarding; the organizer is told. Raises GraphError."""
    recipients = [{"emailAddress": {"address": person.email, "name": person.name}} for person in to]
    await _act(graph, event_id, "forward", {"comment": comment, "toRecipients": recipients}, READ)


async def snooze_reminder(graph: GraphClient, event_id: str, until: datetime) -> None:
    """Remind the mailbox's owner again at `until` (aware). Twice is the same as once."""
    body: dict[str, object] = {"newReminderTime": utc_moment_of(until)}
    await _act(graph, event_id, "snoozeReminder", body, repeatable=True)


async def dismiss_reminder(graph: GraphClient, event_id: str) -> None:
    """Remind the mailbox's owner no more of this event. Twice is the same as once."""
    await _act(graph, event_id, "dismissReminder", None, repeatable=True)


def calendar_path(graph: GraphClient, calendar_id: str) -> str:
    """Where the events of a calendar are; without an id, of the mailbox's own."""
    return f"{graph.mailbox}/calendars/{segment(calendar_id)}" if calendar_id else graph.mailbox


async def _act(
    graph: GraphClient,
    event_id: str,
    action: str,
    body: dict[str, object] | None,
    permission: str = READ_WRITE,
    *,
    repeatable: bool = False,
) -> None:
    path = f"{_path(graph, event_id)}/{action}"
    await graph.write("POST", path, body, nothing, repeatable=repeatable, what="event", permission=permission)


def _body_in(data: Mapping[str, Any]) -> tuple[str, str]:
    body = data.get("body") or {}
    content = str(body.get("content") or "")
    is_html = str(body.get("contentType", "html")).lower() == "html"
    return str(data.get("@odata.etag") or ""), content if is_html else f"<p>{html.escape(content)}</p>"


def _path(graph: GraphClient, event_id: str) -> str:
    return f"{graph.mailbox}/events/{segment(event_id)}"


def _answer(comment: str, send_response: bool, proposed: Window | None = None) -> dict[str, object]:
    answer: dict[str, object] = {"comment": comment, "sendResponse": send_response}
    if proposed:
        answer["proposedNewTime"] = {"start": utc_moment_of(proposed.start), "end": utc_moment_of(proposed.end)}
    return answer


def _zone_of(event: NewEvent) -> ZoneInfo:
    zone = event.start.tzinfo
    return zone if isinstance(zone, ZoneInfo) else ZoneInfo("UTC")
