"""What is written to Graph when events are made and changed: `NewEvent` and `EventChanges` as its JSON. Pure.

Source: Graph resource event.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from itertools import takewhile
from typing import Any

from graph import timezones
from graph.model import EventChanges, Importance, NewEvent, Sensitivity
from graph.recurrence import CannotRecur, Recurrence, read_recurrence, written
from graph.wire import attendees_of, midnight_of, moment_of, series_moment_of

_ONLINE = {"isOnlineMeeting": True, "onlineMeetingProvider": "teamsForBusiness"}

Moment = Callable[[datetime], dict[str, str]]


def new_event(event: NewEvent) -> dict[str, Any]:
    """The body of a create. Raises CannotRecur where the series begins on another day than its event."""
    on_clock: Moment = midnight_of if event.is_all_day else series_moment_of if event.recurrence else moment_of
    body: dict[str, Any] = {
        "subject": event.subject,
        "start": on_clock(event.start),
        "end": on_clock(event.end),
        "attendees": attendees_of(event.attendees),
        "isAllDay": event.is_all_day,
        "sensitivity": _sensitivity(event.sensitivity, event.is_private),
        "showAs": event.show_as.value,
    }
    if event.transaction_id:
        body["transactionId"] = event.transaction_id
    if event.body:
        body["body"] = {"contentType": "text", "content": event.body}
    if event.location:
        body["location"] = _location(event.location, event.room_email)
    if event.is_online:
        body |= _ONLINE
    if event.recurrence:
        body["recurrence"] = _recurrence(event.recurrence, event.start, body["start"])
    if event.categories:
        body["categories"] = list(event.categories)
    if event.importance is not Importance.NORMAL:
        body["importance"] = event.importance.value
    if event.hide_attendees:
        body["hideAttendees"] = True
    if not event.allow_new_time_proposals:
        body["allowNewTimeProposals"] = False
    if not event.response_requested:
        body["responseRequested"] = False
    return body | _reminder(event.reminder_minutes, event.has_reminder)


def event_changes(changes: EventChanges) -> dict[str, Any]:
    """The body of an update. Raises CannotRecur where a new series begins on another day than its event."""
    body: dict[str, Any] = {
        "subject": changes.subject,
        "showAs": changes.show_as,
        "importance": changes.importance,
        "hideAttendees": changes.hide_attendees,
        "allowNewTimeProposals": changes.allow_new_time_proposals,
        "responseRequested": changes.response_requested,
    }
    body = {name: value for name, value in body.items() if value is not None}
    on_clock: Moment = series_moment_of if changes.recurrence else moment_of
    if changes.window is not None:
        body |= {"start": on_clock(changes.window.start), "end": on_clock(changes.window.end)}
    if changes.attendees is not None:
        body["attendees"] = attendees_of(changes.attendees)
    if changes.location is not None:
        body["location"] = _location(changes.location, changes.room_email)
    if changes.sensitivity is not None or changes.is_private is not None:
        body["sensitivity"] = _sensitivity(changes.sensitivity, bool(changes.is_private))
    if changes.categories is not None:
        body["categories"] = list(changes.categories)
    if changes.is_online:
        body |= _ONLINE
    if changes.repeats_no_more:
        body["recurrence"] = None
    if changes.recurrence is not None:
        if changes.window is None:
            raise CannotRecur("a new recurrence needs the time of its first occurrence")
        body["recurrence"] = _recurrence(changes.recurrence, changes.window.start, body["start"])
    return body | _reminder(changes.reminder_minutes, changes.has_reminder)


def ended_before(repeats: Mapping[str, Any], before: datetime) -> dict[str, Any] | None:
    """A patternedRecurrence that ends with its last day before that of `before`, by its own zone; None: it begins then.

    One that is limited by a number of occurrences is so by a day afterwards.
    """
    span = repeats["range"]
    zone = timezones.zone(span.get("recurrenceTimeZone") or "") or before.tzinfo
    day = before.astimezone(zone).date()
    left = list(takewhile(lambda each: each < day, read_recurrence(repeats).days()))
    if not left:
        return None
    kept = {name: value for name, value in span.items() if name != "numberOfOccurrences"}
    return {**repeats, "range": {**kept, "type": "endDate", "endDate": left[-1].isoformat()}}


def _recurrence(recurrence: Recurrence, start: datetime, moment: Mapping[str, str]) -> dict[str, Any]:
    if recurrence.start != start.date():
        raise CannotRecur(f"the series begins on {recurrence.start}, its event on {start.date()}")
    return written(recurrence, moment["timeZone"])


def _location(name: str, room_email: str) -> dict[str, str]:
    """A place; a room by its address as well, which is how Outlook knows it for one."""
    if not room_email:
        return {"displayName": name}
    return {"displayName": name, "locationType": "conferenceRoom", "locationEmailAddress": room_email}


def _reminder(minutes: int | None, wanted: bool | None) -> dict[str, Any]:
    if wanted is False:
        return {"isReminderOn": False}
    if minutes is not None:
        return {"isReminderOn": True, "reminderMinutesBeforeStart": minutes}
    return {"isReminderOn": True} if wanted else {}


def _sensitivity(stated: Sensitivity | None, is_private: bool) -> str:
    return (stated or (Sensitivity.PRIVATE if is_private else Sensitivity.NORMAL)).value
