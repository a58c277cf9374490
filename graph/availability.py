"""Who is free when: findMeetingTimes and getSchedule.

Both need a work or school account; findMeetingTimes also needs a signed-in user.
Source: Graph methods user-findmeetingtimes and calendar-getschedule, resource scheduleInformation.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from graph.client import GraphClient
from graph.model import Attendee, Busy, EmptyReason, Hidden, Schedule, ShowAs, Suggestion, Window
from graph.wire import IN_UTC, Json, attendees_of, hours_of, instant, show_as_of, utc_moment_of

MAILBOXES_AT_ONCE = 20
LONGEST_PERIOD = timedelta(days=62)
SHORTEST_GRAIN = timedelta(minutes=5)
HALF_HOUR = timedelta(minutes=30)

_PREFER = {"Prefer": IN_UTC}
_DIGITS = {
    "1": ShowAs.TENTATIVE,
    "2": ShowAs.BUSY,
    "3": ShowAs.OUT_OF_OFFICE,
    "4": ShowAs.WORKING_ELSEWHERE,
}
_REASONS = {reason.value.lower(): reason for reason in EmptyReason}


async def find_meeting_times(
    graph: GraphClient,
    attendees: Sequence[Attendee],
    windows: Sequence[Window],
    duration: timedelta,
    zone: ZoneInfo,
    *,
    max_candidates: int = 20,
    minimum_attendee_percentage: float = 50,
    activity_domain: str = "work",
    is_organizer_optional: bool = False,
) -> tuple[Suggestion, ...] | EmptyReason:
    """Times in `windows` for the mailbox's owner and `attendees`, most promising first, on the clock of `zone`.

    Graph proposes starts on the hour and the half hour only. `duration` is in whole minutes; `activity_domain` is
    work, personal or unrestricted. No suggestion: the reason, as Graph gives it.
    Raises GraphError.
    """
    body = {
        "attendees": attendees_of(tuple(attendees)),
        "timeConstraint": {
            "activityDomain": activity_domain,
            "timeSlots": [
                {"start": utc_moment_of(window.start), "end": utc_moment_of(window.end)} for window in windows
            ],
        },
        "meetingDuration": f"PT{duration // timedelta(minutes=1)}M",
        "maxCandidates": max_candidates,
        "minimumAttendeePercentage": minimum_attendee_percentage,
        "isOrganizerOptional": is_organizer_optional,
        "returnSuggestionReasons": False,
    }

    def read(answer: Json) -> tuple[Suggestion, ...] | EmptyReason:
        suggestions = tuple(_suggestion(data, zone) for data in answer.get("meetingTimeSuggestions") or ())
        reason = (answer.get("emptySuggestionsReason") or "").lower()
        return suggestions or _REASONS.get(reason, EmptyReason.UNKNOWN)

    return await graph.ask(
        f"{graph.mailbox}/findMeetingTimes",
        body,
        read,
        headers=_PREFER,
        what="mailbox",
        permission="Calendars.Read.Shared",
    )


async def get_schedule(
    graph: GraphClient, emails: Sequence[str], window: Window, zone: ZoneInfo, *, interval: timedelta = HALF_HOUR
) -> dict[str, Schedule | Hidden]:
    """Who is taken when in `window`, on the clock of `zone`. Every address of `emails` is a key, as it was written.

    `interval` (whole minutes, 5 to 1440) is the grain where Graph tells no more than taken or free; time that is
    marked free is left out. More mailboxes and days than Graph takes at once are asked for in parts.
    Raises GraphError when one of the parts fails.
    """
    asked = tuple(dict.fromkeys(emails))
    parts = [
        (asked[first : first + MAILBOXES_AT_ONCE], period)
        for first in range(0, len(asked), MAILBOXES_AT_ONCE)
        for period in _periods(window)
    ]
    try:
        async with asyncio.TaskGroup() as group:
            asking = [group.create_task(_ask(graph, part, period, zone, interval)) for part, period in parts]
    except ExceptionGroup as failures:
        raise failures.exceptions[0] from failures
    found: dict[str, list[Schedule | Hidden]] = {}
    for answer in asking:
        for schedule in answer.result():
            found.setdefault(schedule.email.lower(), []).append(schedule)
    return {email: _merged(email, found.get(email.lower(), [])) for email in asked}


async def _ask(
    graph: GraphClient, emails: Sequence[str], window: Window, zone: ZoneInfo, interval: timedelta
) -> list[Schedule | Hidden]:
    body = {
        "schedules": list(emails),
        "startTime": utc_moment_of(window.start),
        "endTime": utc_moment_of(window.end),
        "availabilityViewInterval": _grain(interval, window) // timedelta(minutes=1),
    }

    def read(answer: Json) -> list[Schedule | Hidden]:
        return [_schedule(data, window.start.astimezone(zone), _grain(interval, window)) for data in answer["value"]]

    return await graph.ask(
        f"{graph.mailbox}/calendar/getSchedule",
        body,
        read,
        headers=_PREFER,
        what="mailbox",
        permission="Calendars.Read",
    )


def _grain(interval: timedelta, window: Window) -> timedelta:
    """Graph refuses a grain that is longer than the window."""
    return max(min(interval, window.length), SHORTEST_GRAIN)


def _periods(window: Window) -> list[Window]:
    """`window` in stretches that Graph accepts, which counts in real time: also where the clocks change."""
    periods, start = [], window.start
    while start < window.end:
        end = min(Window.of(start, LONGEST_PERIOD).end, window.end)
        periods.append(Window(start, end))
        start = end
    return periods


def _merged(email: str, parts: list[Schedule | Hidden]) -> Schedule | Hidden:
    """The parts of one person put together. What is hidden in one part is not known as a whole."""
    if not parts:
        return Hidden(email, "notAnswered")
    busy: set[Busy] = set()
    hours = None
    for part in parts:
        if isinstance(part, Hidden):
            return Hidden(email, part.reason)
        busy.update(part.busy)
        hours = hours or part.hours
    return Schedule(email, tuple(sorted(busy, key=lambda taken: (taken.window.start, taken.window.end))), hours)


def _schedule(data: Json, start: datetime, interval: timedelta) -> Schedule | Hidden:
    email = data["scheduleId"]
    if error := data.get("error"):
        return Hidden(email, error.get("responseCode") or error.get("message") or "unknown")
    items = data.get("scheduleItems")
    busy = (
        tuple(taken for taken in (_busy(item, start) for item in items) if taken.show_as is not ShowAs.FREE)
        if items
        else _busy_of_view(data.get("availabilityView") or "", start, interval)
    )
    return Schedule(email, busy, hours_of(data.get("workingHours")))


def _busy(item: Json, start: datetime) -> Busy:
    zone: Any = start.tzinfo
    window = Window(instant(item["start"], zone), instant(item["end"], zone))
    return Busy(window, show_as_of(item.get("status")), item.get("subject") or "")


def _busy_of_view(view: str, start: datetime, interval: timedelta) -> tuple[Busy, ...]:
    """Taken stretches out of the merged view, for a distribution list or a calendar that shares no items."""
    zone, first = start.tzinfo, start.timestamp()
    step = interval.total_seconds()
    busy = []
    for digit, run in groupby(enumerate(view), key=lambda place: place[1]):
        if digit in _DIGITS:
            places = [place for place, _ in run]
            ends = (first + places[0] * step, first + (places[-1] + 1) * step)
            busy.append(Busy(Window(*(datetime.fromtimestamp(end, zone) for end in ends)), _DIGITS[digit]))
    return tuple(busy)


def _suggestion(data: Json, zone: ZoneInfo) -> Suggestion:
    slot = data["meetingTimeSlot"]
    return Suggestion(
        Window(instant(slot["start"], zone), instant(slot["end"], zone)),
        float(data.get("confidence") or 0),
        {
            entry["attendee"]["emailAddress"]["address"]: show_as_of(entry.get("availability"))
            for entry in data.get("attendeeAvailability") or ()
        },
        show_as_of(data.get("organizerAvailability")),
    )
