"""Graph's JSON to the values of `model.py` and back. Pure.

Every time is asked for in UTC, and only then put on the clock that was wanted: written in UTC an instant means one
thing even in the night when the clocks go back, and no zone's name has to be known twice.
Source: Graph resources dateTimeTimeZone, event, workingHours.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from graph import timezones
from graph.model import (
    Attendee,
    Event,
    EventType,
    Importance,
    Person,
    Response,
    Sensitivity,
    ShowAs,
    Window,
    WorkingHours,
)
from graph.recurrence import Recurrence, read_recurrence

IN_UTC = 'outlook.timezone="UTC"'
AS_TEXT = 'outlook.body-content-type="text"'

Json = Mapping[str, Any]

_RESPONSES = {response.value: response for response in Response}
_SHOW_AS = {status.value: status for status in ShowAs}
_TYPES = {kind.value: kind for kind in EventType}
_IMPORTANCE = {importance.value: importance for importance in Importance}
_SENSITIVITY = {sensitivity.value: sensitivity for sensitivity in Sensitivity}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NOBODY: Json = {}


def instant(value: Json, zone: ZoneInfo) -> datetime:
    """A dateTimeTimeZone on the clock of `zone`. A zone that nobody knows is read as UTC, which we asked for."""
    moment = datetime.fromisoformat(value["dateTime"])
    if moment.tzinfo is None:
        name = value.get("timeZone") or "UTC"
        moment = moment.replace(tzinfo=UTC if name == "UTC" else timezones.zone(name) or UTC)
    return moment.astimezone(zone)


def midnight(value: Json, zone: ZoneInfo) -> datetime:
    """The start or end of an all-day event, which is the same date on every clock."""
    return datetime.fromisoformat(value["dateTime"]).replace(tzinfo=zone)


def moment_of(moment: datetime) -> dict[str, str]:
    """A dateTimeTimeZone that keeps the zone of `moment` (aware), which a series and its readers follow.

    It is written in UTC where that clock shows the time twice or never, and where the Windows zone that stands for it
    goes by other rules: America/Scoresbysund counts as Azores, yet they changed their clocks apart.
    """
    zone = moment.tzinfo
    if not isinstance(zone, ZoneInfo) or not _shown_once(moment):
        return utc_moment_of(moment)
    name = timezones.windows_name(zone)
    theirs = timezones.zone(name)
    if theirs is None or moment.replace(tzinfo=theirs).utcoffset() != moment.utcoffset():
        return utc_moment_of(moment)
    return _written(moment, name)


def series_moment_of(moment: datetime) -> dict[str, str]:
    """The start or end of a series, which goes by a clock and is therefore never written in UTC.

    The zone has its IANA name where Windows has none with the same rules.
    """
    zone = moment.tzinfo
    if not isinstance(zone, ZoneInfo):
        return utc_moment_of(moment)
    name = timezones.windows_name(zone)
    theirs = timezones.zone(name)
    same = theirs is not None and moment.replace(tzinfo=theirs).utcoffset() == moment.utcoffset()
    return _written(moment, name if same else zone.key)


def midnight_of(moment: datetime) -> dict[str, str]:
    """The start or end of an all-day event: midnight of its date by its own clock, whatever clocks do that night."""
    zone = moment.tzinfo
    return _written(moment, timezones.windows_name(zone) if isinstance(zone, ZoneInfo) else "UTC")


def utc_moment_of(moment: datetime) -> dict[str, str]:
    """A dateTimeTimeZone in UTC."""
    return _written(moment.astimezone(UTC), "UTC")


def response_of(name: str | None) -> Response:
    """A responseType; one that is new to us counts as none."""
    return _RESPONSES.get(name or "", Response.NONE)


def show_as_of(name: str | None) -> ShowAs:
    """A freeBusyStatus; one that is new to us counts as unknown."""
    return _SHOW_AS.get(name or "", ShowAs.UNKNOWN)


def window_of(data: Json, zone: ZoneInfo) -> Window:
    """A timeSlot on the clock of `zone`."""
    return Window(instant(data["start"], zone), instant(data["end"], zone))


def attendee_of(data: Json, zone: ZoneInfo) -> Attendee:
    """One attendee of an event, on the clock of `zone`."""
    address = data.get("emailAddress") or _NOBODY
    email = address.get("address") or ""
    status = data.get("status") or _NOBODY
    proposed = data.get("proposedNewTime")
    return Attendee(
        address.get("name") or email,
        email,
        data.get("type") or "required",
        _RESPONSES.get(status.get("response", ""), Response.NONE),
        window_of(proposed, zone) if proposed else None,
    )


def attendees_of(attendees: tuple[Attendee, ...]) -> list[dict[str, Any]]:
    """Attendees as `create_event` and findMeetingTimes take them."""
    return [
        {"type": attendee.kind, "emailAddress": {"address": attendee.email, "name": attendee.name}}
        for attendee in attendees
    ]


def event_in(zone: ZoneInfo) -> Callable[[Json], Event]:
    """A reader of events for the clock of `zone`."""

    def read(data: Json) -> Event:
        all_day = bool(data.get("isAllDay"))
        on_clock = midnight if all_day else instant
        organizer = (data.get("organizer") or _NOBODY).get("emailAddress") or _NOBODY
        created = data.get("createdDateTime")
        return Event(
            id=data["id"],
            subject=data.get("subject") or "",
            start=on_clock(data["start"], zone),
            end=on_clock(data["end"], zone),
            organizer=Person(organizer.get("name") or "", organizer.get("address") or ""),
            attendees=tuple([attendee_of(attendee, zone) for attendee in data.get("attendees") or ()]),
            response=response_of((data.get("responseStatus") or _NOBODY).get("response")),
            is_organizer=bool(data.get("isOrganizer")),
            is_all_day=all_day,
            is_cancelled=bool(data.get("isCancelled")),
            is_private=data.get("sensitivity", "normal") in ("private", "confidential"),
            is_online=bool(data.get("isOnlineMeeting")),
            show_as=show_as_of(data.get("showAs")),
            location=(data.get("location") or _NOBODY).get("displayName") or "",
            body=_text_of(data),
            join_url=(data.get("onlineMeeting") or _NOBODY).get("joinUrl") or data.get("onlineMeetingUrl") or "",
            web_link=data.get("webLink") or "",
            ical_uid=data.get("iCalUId") or "",
            etag=data.get("@odata.etag") or "",
            type=_TYPES.get(data.get("type") or "", EventType.SINGLE),
            series_id=data.get("seriesMasterId") or "",
            transaction_id=data.get("transactionId") or "",
            created=datetime.fromisoformat(created).astimezone(zone) if created else None,
            recurrence=_recurrence_of(data.get("recurrence")),
            categories=tuple(data.get("categories") or ()),
            importance=_IMPORTANCE.get(data.get("importance") or "", Importance.NORMAL),
            sensitivity=_SENSITIVITY.get(data.get("sensitivity") or "", Sensitivity.NORMAL),
            reminder_minutes=data.get("reminderMinutesBeforeStart") if data.get("isReminderOn") else None,
            hide_attendees=bool(data.get("hideAttendees")),
            allow_new_time_proposals=data.get("allowNewTimeProposals") is not False,
            response_requested=data.get("responseRequested") is not False,
            has_attachments=bool(data.get("hasAttachments")),
        )

    return read


def person_of(data: Json) -> Person:
    """A user of the directory. Who has no mail address is reached by the principal name."""
    phones = data.get("businessPhones") or ()
    return Person(
        name=data.get("displayName") or "",
        email=data.get("mail") or data.get("userPrincipalName") or "",
        id=data["id"],
        title=data.get("jobTitle") or "",
        department=data.get("department") or "",
        office=data.get("officeLocation") or "",
        phone=(phones[0] if phones else data.get("mobilePhone")) or "",
        given=data.get("givenName") or "",
    )


def hours_of(data: Json | None) -> WorkingHours | None:
    """Working hours; None where they, or their zone, are not said in a way we understand."""
    if not data or not data.get("daysOfWeek"):
        return None
    zone = _zone_of(data.get("timeZone") or _NOBODY)
    if zone is None:
        return None
    return WorkingHours(
        zone,
        time.fromisoformat(data["startTime"]),
        time.fromisoformat(data["endTime"]),
        frozenset(_WEEKDAYS.index(day.lower()) for day in data["daysOfWeek"]),
    )


def _zone_of(data: Json) -> ZoneInfo | None:
    """The zone of working hours. A custom one has only its distance from UTC, in minutes, towards the west."""
    known = timezones.zone(data.get("name") or "")
    if known:
        return known
    bias = data.get("bias")
    if not isinstance(bias, int) or bias % 60 or not -14 <= bias // 60 <= 12:
        return None
    return ZoneInfo(f"Etc/GMT{bias // 60:+d}" if bias else "UTC")


def _recurrence_of(data: Json | None) -> Recurrence | None:
    return read_recurrence(data) if data and data.get("pattern") else None


def _shown_once(moment: datetime) -> bool:
    return moment.utcoffset() == moment.replace(fold=1 - moment.fold).utcoffset()


def _written(moment: datetime, zone_name: str) -> dict[str, str]:
    return {"dateTime": moment.replace(tzinfo=None).isoformat(timespec="seconds"), "timeZone": zone_name}


def _text_of(data: Json) -> str:
    body = data.get("body")
    return (body.get("content") if body else data.get("bodyPreview")) or ""
