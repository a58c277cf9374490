"""Series: from the rule that was understood to what Graph is asked, and back."""

from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from graph import events
from graph.client import GraphClient
from graph.model import EventChanges, NewEvent, Window
from graph.recurrence import (
    EVERY_DAY,
    CannotRecur,
    Index,
    Pattern,
    Recurrence,
    read_recurrence,
    recurrence_of,
    rule_of,
    written,
)
from tests.graph.service import Service, answering

MADRID = ZoneInfo("Europe/Madrid")
MONDAY = datetime(2026, 11, 23, 9, tzinfo=MADRID)
FIRST = MONDAY.date()

RULES: list[tuple[str, Recurrence]] = [
    ("FREQ=DAILY", Recurrence(Pattern.DAILY, FIRST)),
    ("FREQ=DAILY;INTERVAL=3;COUNT=5", Recurrence(Pattern.DAILY, FIRST, 3, count=5)),
    ("FREQ=WEEKLY;BYDAY=MO", Recurrence(Pattern.WEEKLY, FIRST, weekdays=(0,))),
    (
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270202",
        Recurrence(Pattern.WEEKLY, date(2026, 11, 24), 2, (1,), until=date(2027, 2, 2)),
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU",
        Recurrence(Pattern.WEEKLY, FIRST, 2, (0, 6), first_day_of_week=6),
    ),
    ("FREQ=MONTHLY;BYMONTHDAY=15", Recurrence(Pattern.ABSOLUTE_MONTHLY, date(2026, 12, 15), day_of_month=15)),
    (
        "FREQ=MONTHLY;BYDAY=1MO",
        Recurrence(Pattern.RELATIVE_MONTHLY, date(2026, 12, 7), weekdays=(0,), index=Index.FIRST),
    ),
    (
        "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR",
        Recurrence(Pattern.RELATIVE_MONTHLY, date(2026, 11, 27), 3, (4,), index=Index.LAST),
    ),
    (
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        Recurrence(Pattern.RELATIVE_MONTHLY, date(2026, 11, 30), weekdays=(0, 1, 2, 3, 4), index=Index.LAST),
    ),
    (
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        Recurrence(Pattern.RELATIVE_MONTHLY, date(2026, 11, 30), weekdays=EVERY_DAY, index=Index.LAST),
    ),
    (
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=29",
        Recurrence(Pattern.ABSOLUTE_YEARLY, date(2027, 3, 29), day_of_month=29, month=3),
    ),
    (
        "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
        Recurrence(Pattern.RELATIVE_YEARLY, date(2026, 11, 26), weekdays=(3,), month=11, index=Index.FOURTH),
    ),
]


@pytest.mark.parametrize(("rule", "recurrence"), RULES)
def test_a_rule_and_its_recurrence_are_the_same(rule: str, recurrence: Recurrence) -> None:
    """Both ways, and through Graph's JSON, without loss."""
    assert recurrence_of(rule, MONDAY) == recurrence
    assert rule_of(recurrence) == rule
    assert read_recurrence(written(recurrence, "Romance Standard Time")) == recurrence


@pytest.mark.parametrize(
    ("rule", "same"),
    [
        ("FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=MO"),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("RRULE:FREQ=WEEKLY;BYDAY=FR,MO;", "FREQ=WEEKLY;BYDAY=MO,FR"),
        ("FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=23"),
        ("FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=23"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2", "FREQ=MONTHLY;BYDAY=2MO"),
        ("FREQ=DAILY;UNTIL=20261231T225959", "FREQ=DAILY;UNTIL=20261231"),
        ("FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=30", "FREQ=WEEKLY;BYDAY=MO"),
    ],
)
def test_what_a_rule_leaves_to_its_event_is_said(rule: str, same: str) -> None:
    """The day comes from the event's start; the time of day is the event's anyway."""
    assert rule_of(recurrence_of(rule, MONDAY)) == same


def test_an_end_in_utc_is_the_day_on_the_events_clock() -> None:
    assert recurrence_of("FREQ=DAILY;UNTIL=20261231T233000Z", MONDAY).until == date(2027, 1, 1)
    assert recurrence_of("FREQ=DAILY;UNTIL=20261231T233000Z", MONDAY.astimezone(UTC)).until == date(2026, 12, 31)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=HOURLY",
        "INTERVAL=2",
        "FREQ=MONTHLY;BYDAY=5MO",
        "FREQ=MONTHLY;BYDAY=1MO,3MO",
        "FREQ=MONTHLY;BYDAY=MO",
        "FREQ=MONTHLY;BYMONTHDAY=1,15",
        "FREQ=MONTHLY;BYMONTHDAY=-2",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=1MO",
        "FREQ=MONTHLY;BYMONTH=3",
        "FREQ=MONTHLY;BYSETPOS=1",
        "FREQ=YEARLY;BYDAY=20MO",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYWEEKNO=20",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=WEEKLY;WKST=XX",
        "FREQ=WEEKLY;BYHOUR=9,12",
        "FREQ=DAILY;INTERVAL=2;BYDAY=MO",
        "FREQ=DAILY;COUNT=3;UNTIL=20270101",
        "FREQ=DAILY;COUNT=some",
        "FREQ=DAILY;UNTIL=soon",
        "FREQ=DAILY;UNTIL=20200101",
        "",
    ],
)
def test_what_graph_cannot_repeat_is_refused(rule: str) -> None:
    """Never turned into a series that was not meant."""
    with pytest.raises(CannotRecur):
        recurrence_of(rule, MONDAY)


def test_the_days_of_a_series() -> None:
    """Every other Tuesday, by the calendar."""
    days = recurrence_of("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", MONDAY).days()
    assert [f"{day:%d %b}" for day in islice(days, 4)] == ["24 Nov", "08 Dec", "22 Dec", "05 Jan"]


def test_zeros_that_graph_sends_for_what_a_pattern_does_not_use() -> None:
    data: dict[str, Any] = {
        "pattern": {
            "type": "weekly",
            "interval": 1,
            "month": 0,
            "dayOfMonth": 0,
            "daysOfWeek": ["Tuesday"],
            "firstDayOfWeek": "sunday",
            "index": "first",
        },
        "range": {
            "type": "noEnd",
            "startDate": "2026-11-24",
            "endDate": "0001-01-01",
            "recurrenceTimeZone": "",
            "numberOfOccurrences": 0,
        },
    }
    assert read_recurrence(data) == Recurrence(Pattern.WEEKLY, date(2026, 11, 24), weekdays=(1,), first_day_of_week=6)


ANSWER = {
    "id": "1",
    "start": {"dateTime": "2026-11-23T08:00:00.0000000", "timeZone": "UTC"},
    "end": {"dateTime": "2026-11-23T08:30:00.0000000", "timeZone": "UTC"},
}


@pytest.mark.parametrize(("rule", "recurrence"), RULES)
async def test_every_series_is_asked_for_as_graph_describes_it(
    described: Service, graph: GraphClient, rule: str, recurrence: Recurrence
) -> None:
    start = datetime.combine(recurrence.start, MONDAY.timetz())
    described.answers(answering(ANSWER | {"recurrence": written(recurrence, "Romance Standard Time")}, 201))
    event = await events.create_event(
        graph, NewEvent("Plan", start, start + timedelta(minutes=30), "t-1", recurrence=recurrence)
    )
    assert event.recurrence == recurrence
    asked = described.asked[0].body
    assert asked["recurrence"]["range"]["startDate"] == asked["start"]["dateTime"][:10]
    assert asked["recurrence"]["range"]["recurrenceTimeZone"] == asked["start"]["timeZone"] == "Romance Standard Time"


@pytest.mark.parametrize(
    ("zone", "name"), [("America/Scoresbysund", "America/Scoresbysund"), ("Europe/Lisbon", "GMT Standard Time")]
)
async def test_a_series_goes_by_its_own_clock(described: Service, graph: GraphClient, zone: str, name: str) -> None:
    """Even where Windows has no zone with the same rules: in UTC it would shift when the clocks change."""
    start = datetime(2026, 7, 6, 9, tzinfo=ZoneInfo(zone))
    described.answers(answering(ANSWER, 201))
    await events.create_event(
        graph, NewEvent("Plan", start, start, "t-1", recurrence=Recurrence(Pattern.DAILY, start.date()))
    )
    assert described.asked[0].body["start"] == {"dateTime": "2026-07-06T09:00:00", "timeZone": name}


async def test_a_series_begins_with_its_event(graph: GraphClient) -> None:
    """Graph would refuse it, or put the first occurrence where nobody expects it."""
    tuesdays = recurrence_of("FREQ=WEEKLY;BYDAY=TU", MONDAY)
    with pytest.raises(CannotRecur):
        await events.create_event(graph, NewEvent("Plan", MONDAY, MONDAY, "t-1", recurrence=tuesdays))
    with pytest.raises(CannotRecur):
        await events.update_event(graph, "1", EventChanges(recurrence=tuesdays), MADRID)


async def test_a_series_is_moved_to_other_days(described: Service, graph: GraphClient) -> None:
    described.answers(answering(ANSWER))
    tuesdays = recurrence_of("FREQ=WEEKLY;BYDAY=TU", MONDAY)
    window = Window(MONDAY + timedelta(days=1), MONDAY + timedelta(days=1, minutes=30))
    await events.update_event(graph, "1", EventChanges(window=window, recurrence=tuesdays), MADRID)
    assert described.asked[0].body["recurrence"]["pattern"]["daysOfWeek"] == ["tuesday"]
    assert described.asked[0].body["start"]["timeZone"] == "Romance Standard Time"
