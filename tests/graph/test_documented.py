"""The answers that Graph's documentation shows are read, one by one, without loss."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from graph import availability, events, mailbox, people
from graph.client import GraphClient
from graph.model import (
    EmptyReason,
    Event,
    EventChanges,
    MailboxSettings,
    NewEvent,
    Person,
    Schedule,
    Suggestion,
    Window,
)
from tests.graph.description import AVAILABLE, DATA, MISSING
from tests.graph.service import Service, answering

ZONE = ZoneInfo("America/Los_Angeles")
START = datetime(2026, 11, 23, 9, tzinfo=ZONE)
DAY = Window(START, START + timedelta(days=1))

OPERATIONS: dict[tuple[str, str], Callable[[GraphClient, list[str]], Any]] = {
    ("GET", "/me"): lambda graph, _: people.me(graph),
    ("GET", "/users/{user-id}"): lambda graph, _: people.get_user(graph, "somebody"),
    ("GET", "/users/{user-id}/manager"): lambda graph, _: people.manager(graph, "somebody"),
    ("GET", "/me/directReports"): lambda graph, _: people.direct_reports(graph),
    ("GET", "/users"): lambda graph, _: people.search_users(graph, "a"),
    ("GET", "/me/mailboxSettings"): lambda graph, _: mailbox.mailbox_settings(graph),
    ("GET", "/me/calendarView"): lambda graph, _: events.calendar_view(graph, DAY, ZONE),
    ("GET", "/me/events"): lambda graph, _: events.calendar_view(graph, DAY, ZONE),
    ("GET", "/me/events/{event-id}"): lambda graph, _: events.get_event(graph, "1", ZONE),
    ("POST", "/me/events"): lambda graph, _: events.create_event(graph, NewEvent("s", START, START, "t")),
    ("PATCH", "/me/events/{event-id}"): lambda graph, _: events.update_event(graph, "1", EventChanges(), ZONE),
    ("POST", "/me/findMeetingTimes"): lambda graph, _: availability.find_meeting_times(
        graph, [], [DAY], timedelta(hours=1), ZONE
    ),
    ("POST", "/me/calendar/getSchedule"): lambda graph, emails: availability.get_schedule(graph, emails, DAY, ZONE),
}


def _items(body: dict[str, Any]) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = body.get("value") or body.get("meetingTimeSuggestions") or [body]
    return items


def _is_whole(item: dict[str, Any]) -> bool:
    """Some examples show a $select that we never ask for, without the id or the times."""
    kinds = (
        {"id", "displayName"},
        {"id", "start", "end"},
        {"scheduleId"},
        {"confidence"},
        {"emptySuggestionsReason"},
        {"timeZone"},
    )
    return any(kind <= set(item) for kind in kinds)


def _examples() -> list[Any]:
    if not AVAILABLE:
        return [pytest.param({}, marks=pytest.mark.skip(reason=MISSING))]
    examples = [json.loads(line) for line in (DATA / "doc-examples.jsonl").read_text().splitlines()]
    return [
        pytest.param(example, id=f"{example['id']}-{example['name']}")
        for example in examples
        if (example["method"], example.get("openapi_path")) in OPERATIONS
        and example["status"] in (200, 201)
        and isinstance(example["response_body"], dict)
        and all(_is_whole(item) for item in _items(example["response_body"]))
    ]


def _gist(value: Any) -> Any:
    """By what one recognizes a value that was read."""
    match value:
        case Event():
            return value.id, value.subject, len(value.attendees)
        case Person():
            return value.id, value.name
        case Schedule():
            return value.email, len(value.busy)
        case Suggestion():
            return value.confidence
        case MailboxSettings():
            return value.zone_name
        case EmptyReason():
            return value.value.lower()
    raise AssertionError(value)


def _gist_of_json(item: dict[str, Any]) -> Any:
    """The same of the JSON that it was read from."""
    if "scheduleId" in item:
        return item["scheduleId"], len({json.dumps(taken, sort_keys=True) for taken in item["scheduleItems"]})
    if "confidence" in item:
        return item["confidence"]
    if "emptySuggestionsReason" in item:
        return item["emptySuggestionsReason"].lower()
    if "start" in item:
        return item["id"], item["subject"], len(item["attendees"])
    return (item["id"], item["displayName"]) if "displayName" in item else item["timeZone"]


@pytest.mark.parametrize("example", _examples())
async def test_a_documented_answer_is_read(service: Service, graph: GraphClient, example: dict[str, Any]) -> None:
    body = example["response_body"]
    service.answers(answering({name: value for name, value in body.items() if name != "@odata.nextLink"}))
    operation = OPERATIONS[example["method"], example["openapi_path"]]
    emails = [item["scheduleId"] for item in _items(body) if "scheduleId" in item]
    read = await operation(graph, emails)
    values = read.values() if isinstance(read, dict) else read if isinstance(read, tuple) else [read]
    assert [_gist(value) for value in values] == [_gist_of_json(item) for item in _items(body)]
