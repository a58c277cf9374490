"""Automatic replies, supported zones and languages, categories; subscriptions and marks of our own."""

from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from graph import delta, extensions, mailbox, subscriptions
from graph.client import GraphClient
from graph.errors import Conflict, NotFound
from graph.mailbox import AutomaticReplies, Category
from graph.model import Window, WorkingHours
from graph.subscriptions import Subscription
from tests.graph.service import Service, answering, refusing

MADRID = ZoneInfo("Europe/Madrid")
MONDAY = datetime(2026, 11, 23, 9, tzinfo=MADRID)
AWAY = AutomaticReplies(True, Window(MONDAY, MONDAY + timedelta(days=1)), "In", "Out", "contactsOnly")


async def test_zone_and_hours_are_set(described: Service, graph: GraphClient) -> None:
    """By Outlook's names, and nothing that was not named."""
    described.answers(answering({}), answering({}))
    hours = WorkingHours(MADRID, time(8), time(16), frozenset((0, 3)))
    await mailbox.update_mailbox_settings(graph, zone=MADRID, hours=hours)
    await mailbox.update_mailbox_settings(graph, time_format="HH:mm")
    assert [(asked.method, asked.path) for asked in described.asked] == [("PATCH", "/me/mailboxSettings")] * 2
    assert described.asked[0].body == {
        "timeZone": "Romance Standard Time",
        "workingHours": {
            "daysOfWeek": ["monday", "thursday"],
            "startTime": "08:00:00",
            "endTime": "16:00:00",
            "timeZone": {"name": "Romance Standard Time"},
        },
    }
    assert described.asked[1].body == {"timeFormat": "HH:mm"}


async def test_automatic_replies_are_read(described: Service, graph: GraphClient) -> None:
    scheduled: dict[str, Any] = {
        "status": "scheduled",
        "externalAudience": "contactsOnly",
        "scheduledStartDateTime": {"dateTime": "2026-11-23T08:00:00.0000000", "timeZone": "UTC"},
        "scheduledEndDateTime": {"dateTime": "2026-11-24T08:00:00.0000000", "timeZone": "UTC"},
        "internalReplyMessage": "In",
        "externalReplyMessage": "Out",
    }
    described.answers(
        answering(scheduled),
        answering(scheduled | {"status": "alwaysEnabled"}),
        answering(scheduled | {"status": "disabled"}),
    )
    assert await mailbox.automatic_replies(graph, MADRID) == AWAY
    always, never = [await mailbox.automatic_replies(graph, MADRID) for _ in range(2)]
    assert (always.is_on, always.window, never.is_on) == (True, None, False)


@pytest.mark.parametrize(
    ("replies", "status"),
    [(AWAY, "scheduled"), (AutomaticReplies(True), "alwaysEnabled"), (AutomaticReplies(False), "disabled")],
)
async def test_automatic_replies_are_set(
    described: Service, graph: GraphClient, replies: AutomaticReplies, status: str
) -> None:
    described.answers(answering({}))
    await mailbox.set_automatic_replies(graph, replies)
    setting = described.asked[0].body["automaticRepliesSetting"]
    assert setting["status"] == status
    assert ("scheduledStartDateTime" in setting) == (replies.window is not None)


async def test_what_the_server_supports(described: Service, graph: GraphClient) -> None:
    described.answers(
        answering({"value": [{"alias": "Romance Standard Time", "displayName": "(UTC+01:00) Madrid"}]}),
        answering({"value": [{"locale": "es-ES", "displayName": "Español"}]}),
    )
    assert await mailbox.supported_time_zones(graph) == ("Romance Standard Time",)
    assert await mailbox.supported_languages(graph) == {"es-ES": "Español"}


async def test_categories(described: Service, graph: GraphClient) -> None:
    budget = {"id": "c1", "displayName": "Budget", "color": "preset3"}
    described.answers(
        answering(budget, 201), answering({"value": [budget]}), answering(status=204), refusing(409, "NameTaken")
    )
    assert await mailbox.create_category(graph, Category("Budget", "preset3")) == Category("Budget", "preset3", "c1")
    assert await mailbox.list_categories(graph) == (Category("Budget", "preset3", "c1"),)
    await mailbox.delete_category(graph, "c1")
    with pytest.raises(Conflict):
        await mailbox.create_category(graph, Category("Budget"))


async def test_a_subscription_from_its_making_to_its_end(described: Service, graph: GraphClient) -> None:
    expires = datetime(2026, 11, 30, 9, tzinfo=UTC)
    stated = {
        "id": "s1",
        "resource": "/me/events",
        "changeType": "created,updated",
        "notificationUrl": "https://bot.example/notify",
        "lifecycleNotificationUrl": "https://bot.example/lifecycle",
        "expirationDateTime": "2026-11-30T09:00:00.0000000Z",
        "clientState": "secret",
    }
    wanted = Subscription(
        "/me/events",
        "created,updated",
        "https://bot.example/notify",
        expires,
        client_state="secret",
        lifecycle_url="https://bot.example/lifecycle",
    )
    described.answers(
        answering(stated, 201),
        answering({"value": [stated]}),
        answering(stated),
        answering(stated),
        answering(status=202),
        answering(status=204),
    )
    made = await subscriptions.create_subscription(graph, wanted)
    assert (made.id, made.expires, made.client_state) == ("s1", expires, "secret")
    assert await subscriptions.list_subscriptions(graph) == (made,)
    assert await subscriptions.get_subscription(graph, "s1") == made
    await subscriptions.renew_subscription(graph, "s1", expires.astimezone(MADRID))
    await subscriptions.reauthorize_subscription(graph, "s1")
    await subscriptions.delete_subscription(graph, "s1")
    assert [(asked.method, asked.path) for asked in described.asked] == [
        ("POST", "/subscriptions"),
        ("GET", "/subscriptions"),
        ("GET", "/subscriptions/s1"),
        ("PATCH", "/subscriptions/s1"),
        ("POST", "/subscriptions/s1/reauthorize"),
        ("DELETE", "/subscriptions/s1"),
    ]
    assert described.asked[3].body == {"expirationDateTime": "2026-11-30T09:00:00Z"}


async def test_marks_of_our_own(service: Service, graph: GraphClient) -> None:
    """Put, replaced, read, taken off; none is not an error, no event is."""
    missing = refusing(404, "ErrorItemNotFound")
    stated = {"@odata.type": "#microsoft.graph.openTypeExtension", "id": "x", "extensionName": "x", "poll": "7"}
    service.answers(missing, answering(stated, 201), answering(stated), answering(stated), missing, answering())
    await extensions.mark_event(graph, "e1", "example.convene", {"poll": "7"})
    await extensions.mark_event(graph, "e1", "example.convene", {"poll": "7"})
    assert await extensions.marks_of_event(graph, "e1", "example.convene") == {"poll": "7"}
    assert await extensions.marks_of_event(graph, "e1", "example.convene") == {}
    await extensions.unmark_event(graph, "e1", "example.convene")
    assert [asked.method for asked in service.asked] == ["PATCH", "POST", "PATCH", "GET", "GET", "DELETE"]
    service.answers(missing)
    with pytest.raises(NotFound):
        await extensions.mark_event(graph, "e1", "example.convene", {"poll": "7"})


async def test_what_has_changed_in_a_calendar(described: Service, graph: GraphClient) -> None:
    event = {
        "id": "1",
        "start": {"dateTime": "2026-11-23T08:00:00.0000000", "timeZone": "UTC"},
        "end": {"dateTime": "2026-11-23T08:30:00.0000000", "timeZone": "UTC"},
    }
    link = f"{described.root}/me/calendarView/delta?$deltatoken=2"
    described.answers(
        answering({"value": [event, {"id": "2", "@removed": {"reason": "deleted"}}], "@odata.deltaLink": link})
    )
    changes = await delta.events_delta(graph, Window(MONDAY, MONDAY + timedelta(days=7)), MADRID, page=5)
    assert ([event.start for event in changes.changed], changes.removed, changes.link) == ([MONDAY], ("2",), link)
    assert "odata.maxpagesize=5" in described.asked[0].headers["prefer"]
    assert set(described.asked[0].query) == {"startDateTime", "endDateTime"}
    assert described.asked[0].path == "/me/calendarView/delta"
