"""From what a client or a world states of an event to the document that is kept.

Whatever is left out is filled in as Graph fills it in. Raises GraphError 400 for what makes no event.
"""

import html
import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from html.parser import HTMLParser

from graph.emulator import ids
from graph.emulator.errors import Json, invalid_property, unreadable_body
from graph.emulator.moments import NEVER, moment_of
from graph.emulator.recurrence import ImpossibleRecurrence, rule_of

_NO_LOCATION: Json = {"displayName": "", "locationType": "default", "uniqueIdType": "unknown", "address": {}}
_DEFAULTS: Json = {
    "subject": "",
    "importance": "normal",
    "sensitivity": "normal",
    "showAs": "busy",
    "isAllDay": False,
    "isCancelled": False,
    "responseRequested": True,
    "allowNewTimeProposals": True,
    "hideAttendees": False,
    "isReminderOn": True,
    "reminderMinutesBeforeStart": 15,
    "isOnlineMeeting": False,
    "onlineMeetingProvider": "unknown",
    "onlineMeeting": None,
    "categories": [],
    "attendees": [],
    "body": {"contentType": "html", "content": ""},
    "recurrence": None,
}
MEETING_PROPERTIES = (
    "subject",
    "body",
    "start",
    "end",
    "isAllDay",
    "location",
    "locations",
    "attendees",
    "organizer",
    "recurrence",
    "importance",
    "sensitivity",
    "responseRequested",
    "allowNewTimeProposals",
    "hideAttendees",
    "isOnlineMeeting",
    "onlineMeetingProvider",
    "onlineMeeting",
    "attachments",
)
"""What the organizer decides for everybody; the rest of a document is each mailbox's own."""


def new_document(stated: Json, organizer: Json, uid: str) -> Json:
    """The organizer's document of a new event. `stated` is canonical, `organizer` an emailAddress."""
    document = {**_DEFAULTS, **{name: value for name, value in stated.items() if value is not None}}
    document["organizer"] = {"emailAddress": organizer}
    document["isOrganizer"] = True
    document["responseStatus"] = {"response": "organizer", "time": NEVER}
    _settle(document, stated, uid)
    document["attendees"] = attendees(document["attendees"], {})
    return document


def changed_document(document: Json, stated: Json, uid: str) -> Json:
    """The document after a PATCH: what is stated replaces what was, null puts the default back."""
    changed = {**document, **{name: _DEFAULTS.get(name) if value is None else value for name, value in stated.items()}}
    if "attendees" in stated:
        known = {address(attendee): attendee for attendee in document["attendees"]}
        changed["attendees"] = attendees(changed["attendees"] or [], known)
    if "location" in stated and "locations" not in stated:
        changed.pop("locations", None)
    if document["isOnlineMeeting"]:
        changed["isOnlineMeeting"] = True  # an online meeting cannot be changed back
    _settle(changed, stated, uid)
    return changed


def attendees(stated: list[Json], known: dict[str, Json]) -> list[Json]:
    """Attendees with what is left out; the answers of those in `known` (by address) are kept. One per address."""
    found: dict[str, Json] = {}
    for attendee in stated:
        email = (attendee.get("emailAddress") or {}).get("address")
        if not email:
            raise invalid_property("An attendee needs an emailAddress with an address.")
        before = known.get(email.casefold(), {})
        status = before.get("status") or attendee.get("status") or {}
        found[email.casefold()] = {
            "type": attendee.get("type") or before.get("type") or "required",
            "status": {"response": status.get("response") or "none", "time": status.get("time") or NEVER},
            "emailAddress": {"name": attendee["emailAddress"].get("name") or email, "address": email},
        }
    return list(found.values())


def address(party: Json) -> str:
    """The address of an attendee, organizer or recipient, folded for comparison."""
    return str(party["emailAddress"]["address"]).casefold()


def response_status(response: str, moment: str) -> Json:
    """A responseStatus."""
    return {"response": response, "time": moment}


def _settle(document: Json, stated: Json, uid: str) -> None:
    """Make the parts of a document agree with one another."""
    _settle_times(document)
    _settle_locations(document)
    _settle_online_meeting(document, stated, uid)
    if document["recurrence"]:
        try:
            rule_of(document["recurrence"], date.fromisoformat(document["start"]["dateTime"][:10]))
        except ImpossibleRecurrence as problem:
            raise invalid_property(str(problem)) from None


def _settle_times(document: Json) -> None:
    start = moment_of(document.get("start"), "start")
    end = moment_of(document.get("end"), "end")
    if end < start:
        raise invalid_property("The end of an event cannot be before its start.")
    if document["isAllDay"]:
        if start.time() != time() or end.time() != time():
            raise invalid_property("The start and end of an all-day event need to be set to midnight.")
        if end.replace(tzinfo=None) - start.replace(tzinfo=None) < timedelta(days=1):
            raise invalid_property("An all-day event lasts 24 hours or more.")
    document["start"] = _kept(start, document["start"])
    document["end"] = _kept(end, document["end"])


def _kept(moment: datetime, stated: Json) -> Json:
    """A dateTimeTimeZone as it is kept: the wall time in the stated zone."""
    return {"dateTime": moment.replace(tzinfo=None).isoformat(), "timeZone": stated.get("timeZone") or "UTC"}


def _settle_locations(document: Json) -> None:
    location = document.get("location")
    locations = document.get("locations")
    if locations and not (location and location.get("displayName")):
        location = {"displayName": "; ".join(place.get("displayName") or "" for place in locations)}
    if not location or not (location.get("displayName") or location.get("locationEmailAddress")):
        document["location"], document["locations"] = _NO_LOCATION, []
        return
    name = location.get("displayName") or location["locationEmailAddress"]
    complete = {"displayName": name, "locationType": "default", "uniqueId": name, "uniqueIdType": "private"}
    document["location"] = {**complete, **location}
    document["locations"] = [
        {"locationType": "default", "uniqueIdType": "unknown", **place} for place in locations or [document["location"]]
    ]


def _settle_online_meeting(document: Json, stated: Json, uid: str) -> None:
    if not document["isOnlineMeeting"]:
        document["onlineMeetingProvider"], document["onlineMeeting"] = "unknown", None
        return
    if document["onlineMeetingProvider"] == "unknown":
        document["onlineMeetingProvider"] = "teamsForBusiness"
    if not document["onlineMeeting"] or not document["onlineMeeting"].get("joinUrl"):
        document["onlineMeeting"] = {"joinUrl": join_url(uid)}


def join_url(uid: str) -> str:
    """The link that opens a Teams meeting."""
    thread = ids.guid("thread", uid).replace("-", "")
    return f"https://teams.microsoft.com/l/meetup-join/19%3ameeting_{thread}%40thread.v2/0"


def as_html(body: Json) -> str:
    """The content of an itemBody, as HTML."""
    content = body.get("content") or ""
    if body.get("contentType") == "text":
        content = html.escape(content, quote=False).replace("\n", "<br>\n")
    if "<html" in content[:200].casefold() or not content:
        return content
    return f"<html><head></head><body>{content}</body></html>"


def as_text(body: Json) -> str:
    """The content of an itemBody, as plain text."""
    content = body.get("content") or ""
    return content if body.get("contentType") == "text" else _words_of(content)


@lru_cache(maxsize=4096)
def _words_of(markup: str) -> str:
    reader = _TextOnly()
    reader.feed(markup)
    reader.close()
    return re.sub(r"\n{3,}", "\n\n", "".join(reader.parts)).strip()


class _TextOnly(HTMLParser):
    """Keeps the words, and a line break where a block begins or a line ends."""

    _BLOCKS = frozenset({"p", "div", "br", "li", "tr", "h1", "h2", "h3", "hr"})
    _SILENT = frozenset({"head", "style", "script", "title"})

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._silence = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._SILENT:
            self._silence += 1
        elif tag in self._BLOCKS and self.parts:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._SILENT and self._silence:
            self._silence -= 1

    def handle_data(self, data: str) -> None:
        if not self._silence:
            self.parts.append(data)


def require(stated: Json, *names: str) -> None:
    """Raises GraphError 400 where a property that the operation needs is missing."""
    for name in names:
        if stated.get(name) is None:
            raise unreadable_body(f"The required property '{name}' is missing.")
