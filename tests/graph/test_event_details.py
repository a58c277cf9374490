"""What an event can say beside time and people, and the actions that reach others by it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from graph import events
from graph.client import GraphClient
from graph.model import (
    Attendee,
    EventChanges,
    Importance,
    NewEvent,
    Person,
    Sensitivity,
    Window,
)
from tests.graph.service import Service, answering

MADRID = ZoneInfo("Europe/Madrid")
MONDAY = datetime(2026, 11, 23, 9, tzinfo=MADRID)
LATER = Window(MONDAY + timedelta(hours=1), MONDAY + timedelta(hours=2))
PLAN = NewEvent("Plan", MONDAY, MONDAY + timedelta(minutes=30), "t-1", is_online=False)
ANSWER: dict[str, Any] = {
    "id": "1",
    "start": {"dateTime": "2026-11-23T08:00:00.0000000", "timeZone": "UTC"},
    "end": {"dateTime": "2026-11-23T08:30:00.0000000", "timeZone": "UTC"},
}


async def test_details_are_written_where_they_differ_from_graphs_own(described: Service, graph: GraphClient) -> None:
    described.answers(answering(ANSWER, 201))
    await events.create_event(graph, PLAN)
    plain = described.asked[0].body
    await events.create_event(
        graph,
        replace(
            PLAN,
            categories=("Budget", "Q3"),
            importance=Importance.HIGH,
            sensitivity=Sensitivity.CONFIDENTIAL,
            reminder_minutes=5,
            hide_attendees=True,
            allow_new_time_proposals=False,
            response_requested=False,
        ),
    )
    full = described.asked[1].body
    assert {name: full[name] for name in full if full[name] != plain.get(name)} == {
        "categories": ["Budget", "Q3"],
        "importance": "high",
        "sensitivity": "confidential",
        "isReminderOn": True,
        "reminderMinutesBeforeStart": 5,
        "hideAttendees": True,
        "allowNewTimeProposals": False,
        "responseRequested": False,
    }
    assert "isReminderOn" not in plain


async def test_details_are_read(described: Service, graph: GraphClient) -> None:
    described.answers(
        answering(
            ANSWER
            | {
                "categories": ["Budget"],
                "importance": "low",
                "sensitivity": "personal",
                "isReminderOn": True,
                "reminderMinutesBeforeStart": 10,
                "hideAttendees": True,
                "allowNewTimeProposals": False,
                "responseRequested": False,
                "hasAttachments": True,
            }
        ),
        answering(ANSWER | {"isReminderOn": False, "reminderMinutesBeforeStart": 15}),
    )
    event = await events.get_event(graph, "1", MADRID)
    assert (event.categories, event.importance, event.sensitivity) == (
        ("Budget",),
        Importance.LOW,
        Sensitivity.PERSONAL,
    )
    assert (event.reminder_minutes, event.hide_attendees, event.has_attachments) == (10, True, True)
    assert not (event.allow_new_time_proposals or event.response_requested or event.is_private)
    silent = await events.get_event(graph, "1", MADRID)
    assert silent.reminder_minutes is None, "a reminder that is off has no minutes that matter"


async def test_only_what_changes_is_sent(described: Service, graph: GraphClient) -> None:
    described.answers(answering(ANSWER))
    await events.update_event(graph, "1", EventChanges(has_reminder=False, categories=()), MADRID)
    await events.update_event(graph, "1", EventChanges(importance=Importance.HIGH, hide_attendees=False), MADRID)
    assert [asked.body for asked in described.asked] == [
        {"isReminderOn": False, "categories": []},
        {"importance": "high", "hideAttendees": False},
    ]


async def test_another_time_is_proposed_with_the_answer(described: Service, graph: GraphClient) -> None:
    described.answers(answering(status=202))
    await events.tentatively_accept(graph, "1", "Later?", proposed_new_time=LATER)
    await events.decline(graph, "1", proposed_new_time=LATER)
    slot = {
        "start": {"dateTime": "2026-11-23T09:00:00", "timeZone": "UTC"},
        "end": {"dateTime": "2026-11-23T10:00:00", "timeZone": "UTC"},
    }
    assert [asked.body["proposedNewTime"] for asked in described.asked] == [slot, slot]


async def test_the_organizer_sees_what_was_proposed(described: Service, graph: GraphClient) -> None:
    tom = {
        "emailAddress": {"name": "Tom", "address": "tom@contoso.example"},
        "status": {"response": "declined"},
        "proposedNewTime": {
            "start": {"dateTime": "2026-11-23T09:00:00.0000000", "timeZone": "UTC"},
            "end": {"dateTime": "2026-11-23T10:00:00.0000000", "timeZone": "UTC"},
        },
    }
    described.answers(answering(ANSWER | {"attendees": [tom]}))
    (attendee,) = (await events.get_event(graph, "1", MADRID)).attendees
    assert attendee == Attendee("Tom", "tom@contoso.example", response=attendee.response, proposed=LATER)
    assert attendee.proposed is not None
    assert attendee.proposed.start.tzinfo is MADRID


async def test_forwarding_and_reminders(described: Service, graph: GraphClient) -> None:
    described.answers(answering(status=202))
    await events.forward(graph, "1", [Person("Dana", "dana@fabrikam.example")], "Join us")
    await events.snooze_reminder(graph, "1", datetime(2026, 11, 23, 8, 55, tzinfo=UTC))
    await events.dismiss_reminder(graph, "1")
    assert [(asked.path, asked.body) for asked in described.asked] == [
        (
            "/me/events/1/forward",
            {
                "comment": "Join us",
                "toRecipients": [{"emailAddress": {"address": "dana@fabrikam.example", "name": "Dana"}}],
            },
        ),
        ("/me/events/1/snoozeReminder", {"newReminderTime": {"dateTime": "2026-11-23T08:55:00", "timeZone": "UTC"}}),
        ("/me/events/1/dismissReminder", None),
    ]


async def test_a_chosen_calendar(described: Service, graph: GraphClient) -> None:
    """Everything that lists or creates takes the id of a calendar."""
    described.answers(answering({"value": []}), answering({"value": []}), answering(ANSWER, 201))
    await events.calendar_view(graph, LATER, MADRID, calendar_id="AAk=")
    await events.list_events(graph, MADRID, calendar_id="AAk=", filtered="importance eq 'high'")
    await events.create_event(graph, PLAN, calendar_id="AAk=")
    assert [(asked.method, asked.path) for asked in described.asked] == [
        ("GET", "/me/calendars/AAk=/calendarView"),
        ("GET", "/me/calendars/AAk=/events"),
        ("POST", "/me/calendars/AAk=/events"),
    ]
    assert described.asked[1].query["$filter"] == "importance eq 'high'"


async def test_the_instances_of_a_series(described: Service, graph: GraphClient) -> None:
    described.answers(answering({"value": [ANSWER | {"type": "occurrence", "seriesMasterId": "S"}]}))
    (event,) = await events.instances(graph, "S", LATER, MADRID)
    assert event.series_id == "S"
    assert described.asked[0].path == "/me/events/S/instances"
