"""Series, batches, rooms and groups: the client and the emulator together."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

import pytest

from graph import events, groups, people, places
from graph.batch import Step, batch
from graph.client import GraphClient, connection_pool
from graph.credentials import FixedToken
from graph.emulator.server import Emulator
from graph.emulator.world import World
from graph.errors import NotFound
from graph.model import Attendee, EventChanges, EventType, Importance, NewEvent, Window
from graph.recurrence import recurrence_of
from graph.wire import person_of

MADRID = ZoneInfo("Europe/Madrid")
ANA, TOM = "ana.ruiz@contoso.example", "tom.weaver@contoso.example"
START = datetime(2027, 3, 1, 9, tzinfo=MADRID)
WORLD = {
    "users": [
        {"displayName": name, "mail": email, "userPrincipalName": email}
        for name, email in (("Ana Ruiz", ANA), ("Tom Weaver", TOM))
    ]
}


@pytest.fixture
async def ana() -> AsyncIterator[GraphClient]:
    async with (
        Emulator(World.parse(WORLD), lambda: datetime(2026, 11, 21, 10, tzinfo=UTC)) as emulator,
        connection_pool() as http,
    ):
        yield GraphClient(http, emulator.url, FixedToken(emulator.user_token(ANA)))


def series(rule: str) -> NewEvent:
    recurrence = recurrence_of(rule, START)
    start = datetime.combine(recurrence.start, START.timetz())
    return NewEvent("Plan", start, start + timedelta(minutes=30), rule, recurrence=recurrence)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;INTERVAL=2;COUNT=30",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270602",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU",
        "FREQ=MONTHLY;BYMONTHDAY=15",
        "FREQ=MONTHLY;BYDAY=1MO",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=29",
        "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
    ],
)
async def test_a_series_takes_place_on_the_days_of_its_rule(ana: GraphClient, rule: str) -> None:
    """At nine by the clock of Madrid, also after the clocks have changed on 28 March."""
    wanted = series(rule)
    made = await events.create_event(ana, wanted)
    assert made.type is EventType.MASTER
    assert made.recurrence == wanted.recurrence
    assert wanted.recurrence is not None
    three_years = (START + timedelta(days=3 * 365)).date()
    days = list(takewhile(lambda day: day < three_years, islice(wanted.recurrence.days(), 12)))
    window = Window(START, datetime.combine(days[-1], START.timetz()) + timedelta(hours=1))
    found = await events.instances(ana, made.id, window, MADRID)
    assert sorted((event.start.date(), event.start.hour) for event in found) == [(day, 9) for day in days]
    assert {event.series_id for event in found} == {made.id}


async def test_one_occurrence_is_moved_and_the_series_stays(ana: GraphClient) -> None:
    made = await events.create_event(ana, series("FREQ=WEEKLY;BYDAY=MO;COUNT=3"))
    window = Window(START, START + timedelta(days=30))
    first, second, _ = sorted(await events.instances(ana, made.id, window, MADRID), key=lambda event: event.start)
    later = Window(second.start + timedelta(hours=2), second.end + timedelta(hours=2))
    await events.update_event(ana, second.id, EventChanges(window=later), MADRID)
    await events.delete_event(ana, first.id)
    found = sorted(await events.instances(ana, made.id, window, MADRID), key=lambda event: event.start)
    assert [(event.start.hour, event.type) for event in found] == [(11, EventType.EXCEPTION), (9, EventType.OCCURRENCE)]
    assert [event.id for event in await events.list_events(ana, MADRID)] == [made.id]


async def test_details_come_back_as_they_were_written(ana: GraphClient) -> None:
    made = await events.create_event(
        ana,
        NewEvent(
            "Plan",
            START,
            START + timedelta(hours=1),
            "t-1",
            (Attendee("Tom Weaver", TOM),),
            categories=("Budget",),
            importance=Importance.HIGH,
            reminder_minutes=45,
            hide_attendees=True,
            allow_new_time_proposals=False,
            response_requested=False,
        ),
    )
    event = await events.get_event(ana, made.id, MADRID)
    assert (event.categories, event.importance, event.reminder_minutes) == (("Budget",), Importance.HIGH, 45)
    assert (event.hide_attendees, event.allow_new_time_proposals, event.response_requested) == (True, False, False)
    changed = await events.update_event(ana, made.id, EventChanges(has_reminder=False, categories=()), MADRID)
    assert (changed.categories, changed.reminder_minutes) == ((), None)


async def test_a_batch_of_more_than_twenty_with_one_stranger(ana: GraphClient) -> None:
    paths = [f"/users/{TOM}"] * 24 + ["/users/nobody@contoso.example"]
    steps = [Step(str(number), "GET", path, person_of, what="user") for number, path in enumerate(paths)]
    found = await batch(ana, steps)
    assert isinstance(found["24"], NotFound)
    assert {value.email for value in list(found.values())[:24] if not isinstance(value, Exception)} == {TOM}


async def test_a_step_of_a_batch_that_depends_on_a_failed_one_is_not_run(ana: GraphClient) -> None:
    event = {"subject": "Plan", "start": {"dateTime": "2027-03-01T09:00:00", "timeZone": "UTC"}}
    end = {"end": {"dateTime": "2027-03-01T10:00:00", "timeZone": "UTC"}}
    found = await batch(
        ana,
        [
            Step("gone", "DELETE", "/me/events/none", str),
            Step("made", "POST", "/me/events", str, event | end, depends_on=("gone",)),
        ],
    )
    assert isinstance(found["gone"], NotFound)
    assert getattr(found["made"], "code", "") == "FailedDependency"
    assert await events.list_events(ana, MADRID) == ()


async def test_whom_one_deals_with(ana: GraphClient) -> None:
    assert [person.email for person in await people.relevant_people(ana)] == [TOM]


async def test_a_company_without_rooms_and_groups(ana: GraphClient) -> None:
    """Nothing is an answer, not an error."""
    assert await places.list_rooms(ana) == ()
    assert await places.list_room_lists(ana) == ()
    assert await groups.list_groups(ana) == ()


@pytest.mark.parametrize("rule", ["FREQ=WEEKLY;COUNT=6", "FREQ=WEEKLY;UNTIL=20270430", "FREQ=WEEKLY"])
async def test_a_series_ends_sooner_and_the_rest_of_it_stays(ana: GraphClient, rule: str) -> None:
    """However it ended before: what was taken out of it does not come back, and nothing is left from that day on."""
    made = await events.create_event(ana, series(rule))
    spring = Window(START, START + timedelta(days=60))
    first, second, third, fourth, *_ = await events.instances(ana, made.id, spring, MADRID)
    await events.delete_event(ana, second.id)
    assert await events.end_series(ana, made.id, fourth.start)
    left = await events.instances(ana, made.id, spring, MADRID)
    assert [each.start for each in left] == [first.start, third.start]


async def test_a_series_does_not_end_before_it_begins(ana: GraphClient) -> None:
    """To end it with its first occurrence is to cancel it, which is another act."""
    made = await events.create_event(ana, series("FREQ=DAILY;COUNT=3"))
    assert not await events.end_series(ana, made.id, START)
    assert len(await events.instances(ana, made.id, Window(START, START + timedelta(days=9)), MADRID)) == 3


async def test_a_series_becomes_a_single_event(ana: GraphClient) -> None:
    """The first one is left."""
    made = await events.create_event(ana, series("FREQ=DAILY;COUNT=3"))
    changed = await events.update_event(ana, made.id, EventChanges(repeats_no_more=True), MADRID)
    assert (changed.type, changed.recurrence) == (EventType.SINGLE, None)
    assert changed.start == made.start
