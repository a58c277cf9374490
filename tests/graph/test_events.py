"""Events: what is asked of Graph, and what becomes of its answers."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from graph import events
from graph.client import GraphClient
from graph.errors import NotFound, Refused, Stale, Unavailable
from graph.model import (
    Attendee,
    Event,
    EventChanges,
    EventType,
    NewEvent,
    Person,
    Response,
    Sensitivity,
    ShowAs,
    Window,
)
from tests.graph.service import Service, answering, dropping, refusing

MADRID = ZoneInfo("Europe/Madrid")
NEW_YORK = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 23, 9, tzinfo=MADRID)
TOM = Attendee("Tom Weaver", "tom@contoso.example")

PLAIN: dict[str, Any] = {
    "id": "AAMkAD=",
    "subject": "Plan",
    "start": {"dateTime": "2026-11-23T08:00:00.0000000", "timeZone": "UTC"},
    "end": {"dateTime": "2026-11-23T08:30:00.0000000", "timeZone": "UTC"},
}
FULL: dict[str, Any] = PLAIN | {
    "@odata.etag": 'W/"1"',
    "organizer": {"emailAddress": {"name": "Ana Ruiz", "address": "ana@contoso.example"}},
    "attendees": [
        {
            "type": "optional",
            "status": {"response": "tentativelyAccepted", "time": "0001-01-01T00:00:00Z"},
            "emailAddress": {"name": "Tom Weaver", "address": "tom@contoso.example"},
        },
        {"emailAddress": {"address": "guest@fabrikam.example"}},
    ],
    "responseStatus": {"response": "notResponded", "time": "0001-01-01T00:00:00Z"},
    "isOrganizer": False,
    "isCancelled": True,
    "sensitivity": "private",
    "isOnlineMeeting": True,
    "onlineMeeting": {"joinUrl": "https://teams.example/join"},
    "showAs": "tentative",
    "location": {"displayName": "Room Prado"},
    "bodyPreview": "First lines",
    "body": {"contentType": "text", "content": "First lines and more"},
    "webLink": "https://outlook.example/item",
    "iCalUId": "040000008200E",
    "type": "occurrence",
    "seriesMasterId": "AAMkMaster",
    "createdDateTime": "2026-11-20T15:00:00.1234567Z",
}


def new_event(**changes: Any) -> NewEvent:
    plain = NewEvent("Plan", MONDAY, MONDAY + timedelta(minutes=30), "t-1", (TOM,))
    return replace(plain, **changes)


async def test_everything_of_an_event_is_read(described: Service, graph: GraphClient) -> None:
    described.answers(answering(FULL))
    assert await events.get_event(graph, "AAMkAD=", MADRID) == Event(
        id="AAMkAD=",
        subject="Plan",
        start=MONDAY,
        end=MONDAY + timedelta(minutes=30),
        organizer=Person("Ana Ruiz", "ana@contoso.example"),
        attendees=(
            Attendee("Tom Weaver", "tom@contoso.example", "optional", Response.TENTATIVE),
            Attendee("guest@fabrikam.example", "guest@fabrikam.example", "required", Response.NONE),
        ),
        response=Response.NOT_RESPONDED,
        is_cancelled=True,
        is_private=True,
        is_online=True,
        show_as=ShowAs.TENTATIVE,
        location="Room Prado",
        body="First lines and more",
        join_url="https://teams.example/join",
        web_link="https://outlook.example/item",
        ical_uid="040000008200E",
        etag='W/"1"',
        type=EventType.OCCURRENCE,
        series_id="AAMkMaster",
        created=datetime(2026, 11, 20, 16, 0, 0, 123456, tzinfo=MADRID),
        sensitivity=Sensitivity.PRIVATE,
    )


async def test_an_event_with_next_to_nothing_is_read(described: Service, graph: GraphClient) -> None:
    """Graph sends null, or leaves out, whatever it does not know."""
    empty = dict.fromkeys(set(FULL) - set(PLAIN), None)
    described.answers(answering(PLAIN), answering(PLAIN | empty | {"subject": None}))
    left_out, nulls = [await events.get_event(graph, "1", MADRID) for _ in range(2)]
    assert (left_out.subject, left_out.attendees, left_out.organizer) == ("Plan", (), Person("", ""))
    assert replace(nulls, subject="Plan") == left_out


async def test_words_that_are_new_to_us_do_no_harm(described: Service, graph: GraphClient) -> None:
    described.answers(
        answering(FULL | {"showAs": "asleep", "type": "unknownFutureValue", "responseStatus": {"response": "shrugged"}})
    )
    event = await events.get_event(graph, "1", MADRID)
    assert (event.show_as, event.type, event.response) == (ShowAs.UNKNOWN, EventType.SINGLE, Response.NONE)


@pytest.mark.parametrize(
    ("zone_name", "wall"),
    [
        ("UTC", "2026-11-23T08:00:00.0000000"),
        ("Pacific Standard Time", "2026-11-23T00:00:00.0000000"),
        ("America/New_York", "2026-11-23T03:00:00"),
        ("tzone://Microsoft/Custom", "2026-11-23T08:00:00"),
        ("Customized Time Zone", "2026-11-23T08:00:00"),
    ],
)
async def test_times_are_put_on_the_clock_that_was_asked_for(
    described: Service, graph: GraphClient, zone_name: str, wall: str
) -> None:
    """Whichever zone Graph answers in; one that nobody knows is the UTC that Graph was asked for."""
    described.answers(answering(PLAIN | {"start": {"dateTime": wall, "timeZone": zone_name}}))
    event = await events.get_event(graph, "1", MADRID)
    assert (event.start, event.start.tzinfo) == (MONDAY, MADRID)
    assert 'outlook.timezone="UTC"' in described.asked[0].headers["prefer"]


async def test_the_hour_that_comes_twice_is_told_apart(described: Service, graph: GraphClient) -> None:
    """At 01:00 UTC on 25 October 2026 the clocks of Madrid go back from 3 to 2."""
    described.answers(
        *[
            answering(PLAIN | {"start": {"dateTime": f"2026-10-25T0{hour}:30:00.0000000", "timeZone": "UTC"}})
            for hour in (0, 1)
        ]
    )
    first, second = [await events.get_event(graph, "1", MADRID) for _ in range(2)]
    assert first.start.replace(tzinfo=None) == second.start.replace(tzinfo=None)
    assert second.start.astimezone(UTC) - first.start.astimezone(UTC) == timedelta(hours=1)


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Tokyo", "UTC"])
async def test_an_all_day_event_is_the_same_day_everywhere(described: Service, graph: GraphClient, zone: str) -> None:
    described.answers(
        answering(
            PLAIN
            | {
                "isAllDay": True,
                "start": {"dateTime": "2026-11-23T00:00:00.0000000", "timeZone": "UTC"},
                "end": {"dateTime": "2026-11-24T00:00:00.0000000", "timeZone": "UTC"},
            }
        )
    )
    event = await events.get_event(graph, "1", ZoneInfo(zone))
    assert event.start == datetime(2026, 11, 23, tzinfo=ZoneInfo(zone))
    assert event.end == datetime(2026, 11, 24, tzinfo=ZoneInfo(zone))


async def test_a_calendar_view_is_asked_for_with_what_is_needed(described: Service, graph: GraphClient) -> None:
    """Bounds with their offset, in order, from all pages, and no property that Graph cannot give there."""
    link = f"{described.root}/me/calendarView?%24skiptoken=2&startDateTime=x&endDateTime=y"
    described.answers(
        answering({"value": [FULL], "@odata.nextLink": link}), answering({"value": [FULL | {"id": "second"}]})
    )
    window = Window(MONDAY, MONDAY + timedelta(days=1))
    found = await events.calendar_view(graph, window, MADRID)
    assert [event.id for event in found] == ["AAMkAD=", "second"]
    query = described.asked[0].query
    assert query["startDateTime"] == "2026-11-23T09:00:00+01:00"
    assert query["endDateTime"] == "2026-11-24T09:00:00+01:00"
    assert query["$orderby"] == "start/dateTime"
    assert not {"body", "createdDateTime", "lastModifiedDateTime"} & set(query["$select"].split(","))


async def test_an_empty_calendar_is_not_an_error(described: Service, graph: GraphClient) -> None:
    described.answers(answering({"value": []}))
    assert await events.calendar_view(graph, Window(MONDAY, MONDAY + timedelta(days=1)), MADRID) == ()


async def test_an_id_is_one_segment_of_the_path(described: Service, graph: GraphClient) -> None:
    """Graph's ids may hold slashes, plus signs and equals signs."""
    described.answers(answering(PLAIN))
    await events.get_event(graph, "AAMk/A+D==", MADRID)
    await events.get_event(graph.of_mailbox("tom@contoso.example"), "1", MADRID)
    assert [asked.raw_path for asked in described.asked] == [
        "/me/events/AAMk%2FA%2BD%3D%3D",
        "/users/tom@contoso.example/events/1",
    ]


async def test_a_created_event_invites_and_is_online(described: Service, graph: GraphClient) -> None:
    described.answers(answering(FULL, 201))
    room = Attendee("Room Prado", "prado@contoso.example", "resource")
    created = await events.create_event(
        graph, new_event(attendees=(TOM, room), body="Agenda:\n1. Budget", location="Room Prado")
    )
    assert created.start == MONDAY
    assert described.asked[0].body == {
        "subject": "Plan",
        "start": {"dateTime": "2026-11-23T09:00:00", "timeZone": "Romance Standard Time"},
        "end": {"dateTime": "2026-11-23T09:30:00", "timeZone": "Romance Standard Time"},
        "attendees": [
            {"type": "required", "emailAddress": {"name": "Tom Weaver", "address": "tom@contoso.example"}},
            {"type": "resource", "emailAddress": {"name": "Room Prado", "address": "prado@contoso.example"}},
        ],
        "isAllDay": False,
        "sensitivity": "normal",
        "showAs": "busy",
        "transactionId": "t-1",
        "body": {"contentType": "text", "content": "Agenda:\n1. Budget"},
        "location": {"displayName": "Room Prado"},
        "isOnlineMeeting": True,
        "onlineMeetingProvider": "teamsForBusiness",
    }


async def test_a_private_event_in_person_for_a_whole_day(described: Service, graph: GraphClient) -> None:
    described.answers(answering(FULL, 201))
    day = datetime(2026, 11, 23, tzinfo=NEW_YORK)
    await events.create_event(
        graph,
        new_event(
            start=day,
            end=day + timedelta(days=1),
            is_all_day=True,
            is_online=False,
            is_private=True,
            show_as=ShowAs.OUT_OF_OFFICE,
        ),
    )
    body = described.asked[0].body
    assert body["start"] == {"dateTime": "2026-11-23T00:00:00", "timeZone": "Eastern Standard Time"}
    assert (body["isAllDay"], body["sensitivity"], body["showAs"]) == (True, "private", "oof")
    assert "isOnlineMeeting" not in body


@pytest.mark.parametrize("start", [datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=MADRID), MONDAY.astimezone(UTC)])
async def test_an_instant_that_its_clock_cannot_name_is_written_in_utc(
    described: Service, graph: GraphClient, start: datetime
) -> None:
    described.answers(answering(FULL, 201))
    await events.create_event(graph, new_event(start=start, end=start.astimezone(UTC) + timedelta(hours=1)))
    assert described.asked[0].body["start"]["timeZone"] == "UTC"
    assert datetime.fromisoformat(described.asked[0].body["start"]["dateTime"]).replace(tzinfo=UTC) == start.astimezone(
        UTC
    )


async def test_a_create_whose_answer_was_lost_is_repeated_under_the_same_transaction(
    described: Service, graph: GraphClient
) -> None:
    described.answers(dropping, answering(FULL, 201))
    await events.create_event(graph, new_event())
    assert [asked.body["transactionId"] for asked in described.asked] == ["t-1", "t-1"]


async def test_a_create_without_a_transaction_is_sent_once(described: Service, graph: GraphClient) -> None:
    described.answers(dropping)
    with pytest.raises(Unavailable) as raised:
        await events.create_event(graph, new_event(transaction_id=""))
    assert raised.value.may_have_happened
    assert len(described.asked) == 1
    assert "transactionId" not in described.asked[0].body


async def test_an_update_sends_only_what_changes(described: Service, graph: GraphClient) -> None:
    described.answers(answering(FULL))
    later = Window(MONDAY + timedelta(hours=1), MONDAY + timedelta(hours=2))
    await events.update_event(graph, "1", EventChanges(window=later), MADRID)
    await events.update_event(graph, "1", EventChanges(subject="", attendees=(), location="", is_private=True), MADRID)
    first, second = described.asked
    assert first.body == {
        "start": {"dateTime": "2026-11-23T10:00:00", "timeZone": "Romance Standard Time"},
        "end": {"dateTime": "2026-11-23T11:00:00", "timeZone": "Romance Standard Time"},
    }
    assert "if-match" not in first.headers
    assert second.body == {
        "subject": "",
        "attendees": [],
        "location": {"displayName": ""},
        "sensitivity": "private",
    }


async def test_a_paragraph_is_put_before_the_body(described: Service, graph: GraphClient) -> None:
    """What stands there stays, since a Teams meeting is joined by it; somebody else's change in between is not lost."""
    body = {"contentType": "html", "content": "<html><body>Join here</body></html>"}
    described.answers(answering({"id": "1", "@odata.etag": 'W/"7"', "body": body}), answering(FULL))
    await events.add_to_body(graph, "1", "Bring <b>figures</b>")
    write = described.asked[-1]
    assert write.headers["if-match"] == 'W/"7"'
    content = write.body["body"]["content"]
    assert content == "<p>Bring &lt;b&gt;figures&lt;/b&gt;</p><html><body>Join here</body></html>"


async def test_an_update_under_an_etag_is_safe_to_repeat_and_refused_when_stale(
    described: Service, graph: GraphClient
) -> None:
    described.answers(dropping, answering(FULL))
    await events.update_event(graph, "1", EventChanges(show_as=ShowAs.FREE), MADRID, etag='W/"1"')
    assert [asked.headers["if-match"] for asked in described.asked] == ['W/"1"'] * 2
    described.answers(refusing(412, "ErrorIrresolvableConflict"))
    with pytest.raises(Stale):
        await events.update_event(graph, "1", EventChanges(show_as=ShowAs.FREE), MADRID, etag='W/"1"')


async def test_answers_to_invitations(described: Service, graph: GraphClient) -> None:
    described.answers(answering(status=202))
    await events.accept(graph, "1")
    await events.tentatively_accept(graph, "1", "Perhaps", send_response=False)
    await events.decline(graph, "1", "Travelling")
    assert [(asked.path, asked.body) for asked in described.asked] == [
        ("/me/events/1/accept", {"comment": "", "sendResponse": True}),
        ("/me/events/1/tentativelyAccept", {"comment": "Perhaps", "sendResponse": False}),
        ("/me/events/1/decline", {"comment": "Travelling", "sendResponse": True}),
    ]


async def test_an_answer_that_may_have_been_sent_is_not_sent_again(described: Service, graph: GraphClient) -> None:
    described.answers(dropping)
    with pytest.raises(Unavailable) as raised:
        await events.decline(graph, "1", "Travelling")
    assert raised.value.may_have_happened
    assert len(described.asked) == 1


async def test_cancel_and_delete(described: Service, graph: GraphClient) -> None:
    described.answers(answering(status=202), answering(status=204))
    await events.cancel_event(graph, "1", "Postponed")
    await events.delete_event(graph, "1")
    assert [(asked.method, asked.path, asked.body) for asked in described.asked] == [
        ("POST", "/me/events/1/cancel", {"comment": "Postponed"}),
        ("DELETE", "/me/events/1", None),
    ]


async def test_refusals_reach_the_caller(described: Service, graph: GraphClient) -> None:
    described.answers(refusing(400, "ErrorInvalidRequest", "Only an organizer may cancel."))
    with pytest.raises(Refused, match="Only an organizer"):
        await events.cancel_event(graph, "1")
    described.answers(refusing(404, "ErrorItemNotFound"))
    with pytest.raises(NotFound) as missing:
        await events.accept(graph, "1")
    assert missing.value.what == "event"
