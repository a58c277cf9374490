"""Who is free when."""

from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiohttp import web

from graph import availability
from graph.client import GraphClient
from graph.errors import NotAllowed
from graph.model import Attendee, Busy, EmptyReason, Hidden, Schedule, ShowAs, Suggestion, Window, WorkingHours
from tests.graph.service import Asked, Service, answering, refusing

MADRID = ZoneInfo("Europe/Madrid")
DAY = Window(datetime(2026, 11, 23, tzinfo=MADRID), datetime(2026, 11, 24, tzinfo=MADRID))
TOM, PRIYA = "tom@contoso.example", "priya@contoso.example"


def at(hour: int, minute: int = 0, day: int = 23) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=MADRID)


def utc(hour: int, minute: int = 0, day: int = 23) -> dict[str, str]:
    return {"dateTime": f"2026-11-{day:02}T{hour:02}:{minute:02}:00.0000000", "timeZone": "UTC"}


def item(status: str, start: dict[str, str], end: dict[str, str], **more: Any) -> dict[str, Any]:
    return {"status": status, "start": start, "end": end, **more}


async def schedule_of(described: Service, graph: GraphClient, data: dict[str, Any]) -> Schedule | Hidden:
    described.answers(answering({"value": [{"scheduleId": TOM, **data}]}))
    return (await availability.get_schedule(graph, [TOM], DAY, MADRID))[TOM]


ONE_SUGGESTION: dict[str, Any] = {
    "emptySuggestionsReason": "",
    "meetingTimeSuggestions": [
        {
            "confidence": 74.5,
            "order": 1,
            "organizerAvailability": "tentative",
            "meetingTimeSlot": {"start": utc(8), "end": utc(8, 30)},
            "attendeeAvailability": [
                {"availability": "free", "attendee": {"emailAddress": {"address": TOM}}},
                {"availability": "unknown", "attendee": {"emailAddress": {"address": PRIYA}}},
            ],
        }
    ],
}


async def test_suggestions_say_who_is_free(described: Service, graph: GraphClient) -> None:
    described.answers(answering(ONE_SUGGESTION))
    found = await availability.find_meeting_times(
        graph, [Attendee("Tom", TOM)], [Window(at(9), at(18))], timedelta(minutes=30), MADRID
    )
    assert found == (
        Suggestion(
            Window(at(9), at(9, 30)), 74.5, {TOM: ShowAs.FREE, PRIYA: ShowAs.UNKNOWN}, organizer=ShowAs.TENTATIVE
        ),
    )


async def test_the_search_is_put_as_graph_takes_it(described: Service, graph: GraphClient) -> None:
    """Several windows, and a duration beyond an hour, as ISO 8601 with whole minutes."""
    described.answers(answering(ONE_SUGGESTION))
    await availability.find_meeting_times(
        graph,
        [Attendee("Tom", TOM, "optional")],
        [Window(at(9), at(12)), Window(at(14), at(18))],
        timedelta(minutes=90),
        MADRID,
        max_candidates=7,
        minimum_attendee_percentage=100,
        activity_domain="unrestricted",
    )
    body = described.asked[0].body
    assert body["meetingDuration"] == "PT90M"
    assert body["attendees"] == [{"type": "optional", "emailAddress": {"address": TOM, "name": "Tom"}}]
    assert body["timeConstraint"]["activityDomain"] == "unrestricted"
    assert [slot["start"]["dateTime"] for slot in body["timeConstraint"]["timeSlots"]] == [
        "2026-11-23T08:00:00",
        "2026-11-23T13:00:00",
    ]
    assert (body["maxCandidates"], body["minimumAttendeePercentage"]) == (7, 100)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("attendeesUnavailable", EmptyReason.ATTENDEES_UNAVAILABLE),
        ("AttendeesUnavailableOrUnknown", EmptyReason.ATTENDEES_UNAVAILABLE_OR_UNKNOWN),
        ("LocationsUnavailable", EmptyReason.LOCATIONS_UNAVAILABLE),
        ("organizerUnavailable", EmptyReason.ORGANIZER_UNAVAILABLE),
        ("unknown", EmptyReason.UNKNOWN),
        ("somethingNew", EmptyReason.UNKNOWN),
        ("", EmptyReason.UNKNOWN),
        (None, EmptyReason.UNKNOWN),
    ],
)
async def test_no_suggestion_comes_with_its_reason(
    described: Service, graph: GraphClient, said: str | None, reason: EmptyReason
) -> None:
    """In whatever case the service writes it."""
    described.answers(answering({"emptySuggestionsReason": said, "meetingTimeSuggestions": []}))
    assert await availability.find_meeting_times(graph, [], [DAY], timedelta(hours=1), MADRID) is reason


async def test_who_may_not_ask_is_told_which_permission_is_needed(described: Service, graph: GraphClient) -> None:
    described.answers(refusing(403, "ErrorAccessDenied"))
    with pytest.raises(NotAllowed) as raised:
        await availability.find_meeting_times(graph, [], [DAY], timedelta(hours=1), MADRID)
    assert raised.value.permission == "Calendars.Read.Shared"


async def test_a_schedule_has_what_is_taken_in_order_and_the_hours(described: Service, graph: GraphClient) -> None:
    """What is marked free is not taken."""
    data = {
        "availabilityView": "000020",
        "scheduleItems": [
            item("oof", utc(14), utc(15)),
            item("free", utc(10), utc(11), subject="Lunch"),
            item("busy", utc(8), utc(9), subject="Plan"),
        ],
        "workingHours": {
            "daysOfWeek": ["monday", "wednesday"],
            "startTime": "08:30:00.0000000",
            "endTime": "17:00:00.0000000",
            "timeZone": {"name": "Pacific Standard Time"},
        },
    }
    assert await schedule_of(described, graph, data) == Schedule(
        TOM,
        (
            Busy(Window(at(9), at(10)), ShowAs.BUSY, "Plan"),
            Busy(Window(at(15), at(16)), ShowAs.OUT_OF_OFFICE),
        ),
        WorkingHours(ZoneInfo("America/Los_Angeles"), time(8, 30), time(17), frozenset({0, 2})),
    )


async def test_without_items_the_merged_view_tells_what_is_taken(described: Service, graph: GraphClient) -> None:
    """As for a distribution list: half hours from the start of the window."""
    found = await schedule_of(described, graph, {"availabilityView": "0022103", "scheduleItems": []})
    assert isinstance(found, Schedule)
    assert found.busy == (
        Busy(Window(at(1), at(2)), ShowAs.BUSY),
        Busy(Window(at(2), at(2, 30)), ShowAs.TENTATIVE),
        Busy(Window(at(3), at(3, 30)), ShowAs.OUT_OF_OFFICE),
    )


async def test_hidden_is_not_free(described: Service, graph: GraphClient) -> None:
    """A mailbox that Graph cannot open, and one that it does not mention, are both said to be hidden."""
    error = {"message": "Mailbox not found", "responseCode": "ErrorMailRecipientNotFound"}
    described.answers(answering({"value": [{"scheduleId": TOM.upper(), "error": error}]}))
    assert await availability.get_schedule(graph, [TOM, PRIYA], DAY, MADRID) == {
        TOM: Hidden(TOM, "ErrorMailRecipientNotFound"),
        PRIYA: Hidden(PRIYA, "notAnswered"),
    }


@pytest.mark.parametrize(
    ("zone", "known"),
    [
        ({"name": "Customized Time Zone", "bias": 300}, "Etc/GMT+5"),
        ({"name": "Customized Time Zone", "bias": -120}, "Etc/GMT-2"),
        ({"name": "Customized Time Zone", "bias": 0}, "UTC"),
        ({"name": "Customized Time Zone", "bias": 210}, None),
        ({"name": "Middle-earth Standard Time"}, None),
        (None, None),
    ],
)
async def test_hours_in_a_zone_of_ones_own(
    described: Service, graph: GraphClient, zone: dict[str, Any] | None, known: str | None
) -> None:
    """A custom zone is known by its distance from UTC alone; hours that cannot be placed are not guessed."""
    hours = {"daysOfWeek": ["friday"], "startTime": "08:00:00", "endTime": "12:00:00", "timeZone": zone}
    found = await schedule_of(described, graph, {"availabilityView": "0", "workingHours": hours})
    assert isinstance(found, Schedule)
    assert (found.hours.zone.key if found.hours else None) == known


def _free(asked: Asked) -> list[dict[str, Any]]:
    return [{"scheduleId": email, "availabilityView": "0", "scheduleItems": []} for email in asked.body["schedules"]]


async def test_more_mailboxes_than_graph_takes_are_asked_for_in_parts(described: Service, graph: GraphClient) -> None:
    """Twenty at a time; every address is answered for, once, as it was written."""

    async def answer(asked: Asked, _: web.Request) -> web.Response:
        return web.json_response({"value": _free(asked)})

    described.answers(answer)
    emails = [f"Person{n}@contoso.example" for n in range(45)]
    found = await availability.get_schedule(graph, [*emails, emails[0]], DAY, MADRID)
    assert list(found) == emails
    assert all(isinstance(schedule, Schedule) for schedule in found.values())
    assert sorted(len(asked.body["schedules"]) for asked in described.asked) == [5, 20, 20]


@pytest.mark.parametrize("start", [at(0), datetime(2026, 9, 7, tzinfo=MADRID)], ids=["winter", "clocks-go-back"])
async def test_more_days_than_graph_takes_are_put_together_again(
    described: Service, graph: GraphClient, start: datetime
) -> None:
    """What lies across the seam is there once; no stretch is an hour too long where the clocks change."""
    across = item(
        "busy",
        {"dateTime": "2027-01-23T20:00:00", "timeZone": "UTC"},
        {"dateTime": "2027-01-24T03:00:00", "timeZone": "UTC"},
    )

    async def answer(asked: Asked, _: web.Request) -> web.Response:
        spans.append(tuple(datetime.fromisoformat(asked.body[name]["dateTime"]) for name in ("startTime", "endTime")))
        return web.json_response({"value": [{**data, "scheduleItems": [across]} for data in _free(asked)]})

    spans: list[tuple[datetime, ...]] = []
    described.answers(answer)
    window = Window(start, start + timedelta(days=150))
    found = (await availability.get_schedule(graph, [TOM], window, MADRID))[TOM]
    assert isinstance(found, Schedule)
    assert len(found.busy) == 1
    spans.sort()
    assert all(end - start <= timedelta(days=62) for start, end in spans)
    assert [start for start, _ in spans[1:]] == [end for _, end in spans[:-1]]
    assert spans[0][0].replace(tzinfo=UTC) == window.start
    assert spans[-1][1].replace(tzinfo=UTC) == window.end


async def test_hidden_in_one_part_is_hidden(described: Service, graph: GraphClient) -> None:
    described.answers(
        answering({"value": [{"scheduleId": TOM, "availabilityView": "0"}]}),
        answering({"value": [{"scheduleId": TOM, "error": {"responseCode": "ErrorTimeout"}}]}),
    )
    window = Window(at(0), at(0) + timedelta(days=70))
    assert await availability.get_schedule(graph, [TOM], window, MADRID) == {TOM: Hidden(TOM, "ErrorTimeout")}


async def test_a_part_that_fails_fails_the_whole(described: Service, graph: GraphClient) -> None:
    """Could not find out is not the same as free."""
    described.answers(answering({"value": []}), refusing(403, "ErrorAccessDenied"))
    with pytest.raises(NotAllowed):
        await availability.get_schedule(graph, [f"{n}@contoso.example" for n in range(30)], DAY, MADRID)


async def test_nobody_to_ask_about_asks_nothing(described: Service, graph: GraphClient) -> None:
    described.answers(answering({"value": []}))
    assert await availability.get_schedule(graph, [], DAY, MADRID) == {}
    assert described.asked == []
