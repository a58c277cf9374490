"""How a copy of an event is shown: in the zone and the kind of body that were asked for."""

from datetime import UTC, datetime
from urllib.parse import quote

from graph.emulator import ids
from graph.emulator.documents import as_html, as_text
from graph.emulator.errors import Json
from graph.emulator.files import KEPT_AS
from graph.emulator.moments import iso, utc_text, wall_text, zoned
from graph.emulator.store import Item

_PREVIEW = 255
_STATED = (
    "categories",
    "reminderMinutesBeforeStart",
    "isReminderOn",
    "hideAttendees",
    "subject",
    "importance",
    "sensitivity",
    "isAllDay",
    "isCancelled",
    "isOrganizer",
    "responseRequested",
    "showAs",
    "isOnlineMeeting",
    "onlineMeetingProvider",
    "allowNewTimeProposals",
    "onlineMeeting",
    "responseStatus",
    "location",
    "locations",
    "organizer",
)


def render(item: Item, zone_name: str = "UTC", *, text: bool = False) -> Json:
    """The Graph event of a copy."""
    document = item.document
    body = document["body"]
    event: Json = {
        "@odata.etag": ids.etag(item.id, item.version),
        "id": item.id,
        "createdDateTime": document["createdDateTime"],
        "lastModifiedDateTime": document["lastModifiedDateTime"],
        "changeKey": ids.change_key(item.id, item.version),
        "transactionId": item.transaction_id,
        "originalStartTimeZone": document["start"]["timeZone"],
        "originalEndTimeZone": document["end"]["timeZone"],
        "iCalUId": ids.occurrence_uid(item.uid, datetime.fromisoformat(item.day)) if item.day else item.uid,
        "hasAttachments": bool(document.get(KEPT_AS)),
        "isDraft": False,
        "type": item.kind,
        "seriesMasterId": item.master,
        "webLink": f"https://outlook.office365.com/owa/?itemid={quote(item.id)}&exvsurl=1&path=/calendar/item",
        "onlineMeetingUrl": None,
        "bodyPreview": as_text(body)[:_PREVIEW],
        "body": {
            "contentType": "text" if text else "html",
            "content": as_text(body) if text else as_html(body),
        },
        "attendees": [shown_attendee(attendee, zone_name) for attendee in document["attendees"]],
        "recurrence": document.get("recurrence"),
        **{name: document[name] for name in _STATED},
        **_edges(item, zone_name),
    }
    if item.transaction_id is None:
        del event["transactionId"]
    if item.day and "originalStart" in document:
        event["originalStart"] = document["originalStart"]
    elif item.kind == "occurrence":
        event["originalStart"] = utc_text(datetime.fromtimestamp(item.start, UTC))
    return event


def shown_attendee(attendee: Json, zone_name: str) -> Json:
    """An attendee, with a proposed time in the zone that was asked for."""
    proposed = attendee.get("proposedNewTime")
    if not proposed:
        return attendee
    return {**attendee, "proposedNewTime": {edge: zoned(iso(proposed[edge]), zone_name) for edge in ("start", "end")}}


def _edges(item: Item, zone_name: str) -> Json:
    if item.document["isAllDay"]:  # from midnight to midnight in whatever zone
        return {
            edge: {"dateTime": wall_text(iso(item.document[edge]["dateTime"])), "timeZone": zone_name}
            for edge in ("start", "end")
        }
    return {
        "start": zoned(datetime.fromtimestamp(item.start, UTC), zone_name),
        "end": zoned(datetime.fromtimestamp(item.finish, UTC), zone_name),
    }


def without_private_parts(event: Json) -> Json:
    """A private event as another reader sees it: when, and that it is private."""
    return {
        **event,
        "subject": "Private appointment",
        "body": {"contentType": event["body"]["contentType"], "content": ""},
        "bodyPreview": "",
        "attendees": [],
        "location": {"displayName": ""},
        "locations": [],
        "categories": [],
        "hasAttachments": False,
        "onlineMeeting": None,
    }


def with_title_and_place_only(event: Json) -> Json:
    """An event as a limitedRead reader sees it."""
    return {
        **event,
        "body": {"contentType": event["body"]["contentType"], "content": ""},
        "bodyPreview": "",
        "attendees": [],
        "hasAttachments": False,
        "onlineMeeting": None,
    }
