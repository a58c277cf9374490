"""findMeetingTimes: when organizer and attendees could meet.

Starts lie on the half hour. An attendee counts 100 when free or working elsewhere, 49 when unknown, 0 otherwise;
the documentation says nothing of the other statuses, so a tentative attendee counts 49 here, like an unknown one.
The confidence of a time is the mean. Source: Graph action user: findMeetingTimes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

from graph.emulator.agenda import owner_zone, view
from graph.emulator.availability import Taken, status_between, taken
from graph.emulator.calls import Answer, Call
from graph.emulator.errors import Json, access_denied, unreadable_body
from graph.emulator.groups import everybody
from graph.emulator.moments import duration_of, moment_of, zoned
from graph.emulator.store import Mailbox
from graph.emulator.vocabulary import FIND_MEETING_TIMES
from graph.emulator.working_hours import is_working_time

_GRID = timedelta(minutes=30)
_DEFAULT_CANDIDATES = 5
_LOOKS_AHEAD = timedelta(days=7)
_WIDEST = timedelta(days=62)
_WEIGHTS = {"free": 100.0, "workingElsewhere": 100.0, "unknown": 49.0, "tentative": 49.0}
_ALL_REASON = "Suggested because it is one of the nearest times when all attendees are available."
_MOST_REASON = "Suggested because it is one of the nearest times when most attendees are available."
_ALONE_REASON = "Suggested because it is one of the nearest times when you are available."


@dataclass(frozen=True)
class Wish:
    """What the request asks for, with Graph's defaults."""

    duration: timedelta
    slots: tuple[tuple[datetime, datetime], ...]
    domain: str
    minimum: float
    organizer_optional: bool
    candidates: int
    with_reasons: bool


@dataclass(frozen=True)
class Attending:
    """Somebody to find a time with; `stretches` is None where their calendar is not in the tenant."""

    party: Json
    stretches: list[Taken] | None

    def status(self, start: int, finish: int) -> str:
        """Their freeBusyStatus."""
        return "unknown" if self.stretches is None else status_between(self.stretches, start, finish)


@dataclass(frozen=True)
class Rooms:
    """Where it could be; with `is_required`, a time without a free one is none."""

    places: tuple[Attending, ...]
    is_required: bool


@dataclass(frozen=True)
class Candidate:
    """A time with who could come."""

    start: datetime
    end: datetime
    organizer: str
    statuses: tuple[str, ...]
    locations: tuple[Json, ...]

    @property
    def confidence(self) -> float:
        """0 to 100: the mean over the attendees."""
        if not self.statuses:
            return 100.0
        return sum(_WEIGHTS.get(status, 0.0) for status in self.statuses) / len(self.statuses)


def find_meeting_times(call: Call) -> Answer:
    """POST findMeetingTimes. Delegated tokens only."""
    if call.caller.user_id is None:
        raise access_denied()
    organizer = call.own_mailbox()
    asked = call.body(FIND_MEETING_TIMES)
    wish = _wish(call, asked)
    window = _window(wish)
    attending = [_attending(call, party, window) for party in asked.get("attendees") or []]
    own = Attending({}, taken(view(call.tenant.store, organizer, *window)))
    rooms = _rooms(call, asked.get("locationConstraint") or {}, window)
    possible = [
        _candidate(start, start + wish.duration, own, attending, rooms)
        for start in _starts(wish, organizer, call.tenant.now, window[1])
    ]
    free = [one for one in possible if wish.organizer_optional or one.organizer not in {"busy", "oof"}]
    placed = [one for one in free if one.locations or not rooms.is_required]
    good = [one for one in placed if one.confidence >= wish.minimum]
    good.sort(key=lambda one: (-one.confidence, one.start))
    reason = "" if good else _why_empty(possible, free, placed)
    suggestions = [
        _suggestion(call, order, one, attending, wish) for order, one in enumerate(good[: wish.candidates], start=1)
    ]
    context = call.context("microsoft.graph.meetingTimeSuggestionsResult")
    return Answer(200, context | {"emptySuggestionsReason": reason, "meetingTimeSuggestions": suggestions})


def _candidate(start: datetime, end: datetime, own: Attending, attending: list[Attending], rooms: Rooms) -> Candidate:
    first, last = int(start.timestamp()), int(end.timestamp())
    return Candidate(
        start,
        end,
        own.status(first, last),
        tuple(one.status(first, last) for one in attending),
        tuple(room.party for room in rooms.places if room.status(first, last) == "free"),
    )


def _window(wish: Wish) -> tuple[datetime, datetime]:
    """What of the calendars is looked at."""
    first, last = min(slot[0] for slot in wish.slots), max(slot[1] for slot in wish.slots)
    return first, min(last, first + _WIDEST)


def _why_empty(possible: list[Candidate], free: list[Candidate], placed: list[Candidate]) -> str:
    if not possible:
        return "unknown"
    if not free:
        return "organizerUnavailable"
    if not placed:
        return "locationsUnavailable"
    unknown = any("unknown" in candidate.statuses for candidate in placed)
    return "attendeesUnavailableOrUnknown" if unknown else "attendeesUnavailable"


def _rooms(call: Call, constraint: Json, window: tuple[datetime, datetime]) -> Rooms:
    wanted = [place for place in constraint.get("locations") or [] if place.get("locationEmailAddress")]
    if not wanted and constraint.get("suggestLocation"):
        rooms = call.tenant.store.places("room")
        wanted = [
            {"displayName": room["displayName"], "locationEmailAddress": room["emailAddress"]}
            for room in rooms
            if room.get("emailAddress")
        ]
    places = []
    for place in wanted:
        mailbox = call.tenant.store.mailbox(place["locationEmailAddress"])
        stretches = taken(view(call.tenant.store, mailbox, *window)) if mailbox else None
        shown = {name: place.get(name) for name in ("displayName", "locationEmailAddress")}
        places.append(Attending(shown, stretches))
    return Rooms(tuple(places), bool(constraint.get("isRequired") and wanted))


def _attending(call: Call, party: Json, window: tuple[datetime, datetime]) -> Attending:
    address = (party.get("emailAddress") or {}).get("address")
    if not address:
        raise unreadable_body("An attendee needs an emailAddress with an address.")
    store = call.tenant.store
    mailboxes = [found for found in map(store.mailbox, everybody(store, address) or [address]) if found]
    if not mailboxes:
        return Attending(party, None)
    return Attending(party, taken(item for one in mailboxes for item in view(store, one, *window)))


def _wish(call: Call, asked: Json) -> Wish:
    constraint = asked.get("timeConstraint") or {}
    slots = tuple(
        (
            moment_of(slot.get("start"), "start").astimezone(UTC),
            moment_of(slot.get("end"), "end").astimezone(UTC),
        )
        for slot in constraint.get("timeSlots") or []
    )
    duration = duration_of(asked["meetingDuration"]) if asked.get("meetingDuration") else _GRID
    minimum = asked.get("minimumAttendeePercentage")
    return Wish(
        duration=duration,
        slots=slots or ((call.tenant.now, call.tenant.now + _LOOKS_AHEAD),),
        domain=constraint.get("activityDomain") or "work",
        minimum=50.0 if minimum is None else minimum,
        organizer_optional=bool(asked.get("isOrganizerOptional")),
        candidates=max(asked.get("maxCandidates") or 0, 0) or _DEFAULT_CANDIDATES,
        with_reasons=bool(asked.get("returnSuggestionReasons")),
    )


def _starts(wish: Wish, organizer: Mailbox, now: datetime, until: datetime) -> Iterator[datetime]:
    """The half hours from which the event would fit, in order; never one that is past."""
    mailbox_zone = owner_zone(organizer)
    seen: set[datetime] = set()
    for first, last in sorted(wish.slots):
        start = _next_half_hour(max(first, now), mailbox_zone)
        while start + wish.duration <= min(last, until):
            if start not in seen and _is_in_domain(start, wish, organizer):
                seen.add(start)
                yield start
            start += _GRID


def _next_half_hour(moment: datetime, own: tzinfo) -> datetime:
    local = moment.astimezone(own)
    past = timedelta(minutes=local.minute % 30, seconds=local.second, microseconds=local.microsecond)
    return moment if not past else moment + _GRID - past


def _is_in_domain(start: datetime, wish: Wish, mailbox: Mailbox) -> bool:
    if wish.domain == "unrestricted":
        return True
    weekend = ("saturday", "sunday") if wish.domain == "personal" else ()
    return is_working_time(mailbox, start, start + wish.duration, weekend)


def _suggestion(call: Call, order: int, candidate: Candidate, attending: list[Attending], wish: Wish) -> dict[str, Any]:
    zone_name = call.zone_name
    reason = None
    if wish.with_reasons:
        everybody = all(status in {"free", "workingElsewhere"} for status in candidate.statuses)
        reason = (_ALL_REASON if everybody else _MOST_REASON) if candidate.statuses else _ALONE_REASON
    return {
        "confidence": candidate.confidence,
        "order": order,
        "organizerAvailability": candidate.organizer,
        "suggestionReason": reason,
        "attendeeAvailability": [
            {
                "availability": status,
                "attendee": {"type": one.party.get("type") or "required", "emailAddress": one.party["emailAddress"]},
            }
            for one, status in zip(attending, candidate.statuses, strict=True)
        ],
        "locations": list(candidate.locations),
        "meetingTimeSlot": {"start": zoned(candidate.start, zone_name), "end": zoned(candidate.end, zone_name)},
    }
