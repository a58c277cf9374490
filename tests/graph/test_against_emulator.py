"""The client and the emulator together: what one person does, the others see.

Every request and every answer on the way is checked against Graph's description.
"""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl
from zoneinfo import ZoneInfo

import pytest

from graph import availability, events, mailbox, people
from graph.client import GraphClient, connection_pool
from graph.clouds import GLOBAL
from graph.credentials import ClientCredentials, EntraApplication, FixedToken, OnBehalfOf
from graph.emulator.faults import Break, Fault
from graph.emulator.server import Emulator
from graph.emulator.world import World
from graph.errors import (
    Conflict,
    GraphError,
    NotAllowed,
    NotFound,
    NotSignedIn,
    Refused,
    Stale,
    Throttled,
    Unavailable,
)
from graph.model import Attendee, EmptyReason, EventChanges, Hidden, NewEvent, Response, Schedule, ShowAs, Window
from tests.graph.description import AVAILABLE, faults, faults_of_answer
from tests.graph.service import Asked

MADRID = ZoneInfo("Europe/Madrid")
KOLKATA = ZoneInfo("Asia/Kolkata")
NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
MONDAY = datetime(2026, 11, 23, 11, tzinfo=MADRID)
DAY = Window(MONDAY.replace(hour=0), MONDAY.replace(hour=0) + timedelta(days=1))


def user(name: str, zone: str, **more: Any) -> dict[str, Any]:
    upn = f"{name.lower().replace(' ', '.')}@contoso.example"
    return {
        "displayName": name,
        "userPrincipalName": upn,
        "mail": upn,
        "mailboxSettings": {
            "timeZone": zone,
            "workingHours": {
                "daysOfWeek": ["monday", "tuesday", "wednesday", "thursday", "friday"],
                "startTime": "08:00:00.0000000",
                "endTime": "18:00:00.0000000",
                "timeZone": {"name": zone},
            },
        },
        **more,
    }


ANA, TOM, ALEX = "ana.ruiz@contoso.example", "tom.weaver@contoso.example", "alex.kim@contoso.example"
WORLD = {
    "users": [
        user("Ana Ruiz", "Romance Standard Time", manager=TOM, jobTitle="Planner"),
        user("Tom Weaver", "India Standard Time"),
        user("Alex Kim", "Romance Standard Time"),
        user("Alex Moreau", "Romance Standard Time"),
    ],
    "events": [
        {
            "mailbox": TOM,
            "subject": f"Review {number}",
            "start": {"dateTime": f"2026-11-24T{number:02}:00:00", "timeZone": "Europe/Madrid"},
            "end": {"dateTime": f"2026-11-24T{number:02}:30:00", "timeZone": "Europe/Madrid"},
        }
        for number in range(0, 24)
    ],
}


def _described(exchange: Any) -> list[str]:
    """What Graph's description has against an exchange."""
    headers = {"prefer": exchange.prefer} if exchange.prefer else {}
    query = dict(parse_qsl(exchange.query))
    asked = Asked(exchange.method, exchange.path, exchange.path, query, headers, exchange.request_body)
    found = list(faults(asked))
    if exchange.status < 300:
        found += faults_of_answer(exchange.method, exchange.path, exchange.status, exchange.response_body)
    return found


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with Emulator(World.parse(WORLD), lambda: NOW) as emulator:
        yield emulator
        if AVAILABLE:
            assert [
                (exchange.method, exchange.path, found)
                for exchange in emulator.requests
                if (found := _described(exchange))
            ] == []


class Waits(list[float]):
    """In place of waiting."""

    async def __call__(self, seconds: float) -> None:
        self.append(seconds)


@pytest.fixture
def waits() -> Waits:
    return Waits()


@pytest.fixture
async def application(emulator: Emulator, waits: Waits) -> AsyncIterator[GraphClient]:
    async with connection_pool() as http:
        yield GraphClient(http, emulator.url, FixedToken(emulator.app_token()), sleep=waits)


@pytest.fixture
def ana(emulator: Emulator, application: GraphClient) -> GraphClient:
    return application.as_user(FixedToken(emulator.user_token(ANA)), ANA)


@pytest.fixture
def tom(emulator: Emulator, application: GraphClient) -> GraphClient:
    return application.as_user(FixedToken(emulator.user_token(TOM)), TOM)


def plan(transaction: str = "t-1", start: datetime = MONDAY) -> NewEvent:
    return NewEvent(
        "Plan", start, start + timedelta(minutes=30), transaction, (Attendee("Tom Weaver", TOM),), body="Budget"
    )


async def test_an_event_from_its_invitation_to_its_end(ana: GraphClient, tom: GraphClient) -> None:
    """Booked, seen by the attendee on their own clock, answered, moved, cancelled."""
    booked = await events.create_event(ana, plan())
    assert (booked.start, booked.is_organizer, booked.is_online) == (MONDAY, True, True)
    assert booked.join_url
    assert "Budget" in booked.body

    (invitation,) = await events.calendar_view(tom, DAY, KOLKATA)
    assert invitation.id != booked.id
    assert invitation.ical_uid == booked.ical_uid
    assert (invitation.start, invitation.start.tzinfo) == (MONDAY, KOLKATA)
    assert invitation.is_unanswered
    assert invitation.organizer.email == ANA

    await events.tentatively_accept(tom, invitation.id, "Perhaps later")
    await events.accept(tom, invitation.id, "Yes")
    answered = await events.get_event(ana, booked.id, MADRID)
    assert answered.attendees[0].response is Response.ACCEPTED

    later = Window(booked.start + timedelta(hours=1), booked.end + timedelta(hours=1))
    moved = await events.update_event(ana, booked.id, EventChanges(window=later), MADRID, etag=answered.etag)
    assert moved.window == later
    assert (await events.get_event(tom, invitation.id, KOLKATA)).window == later

    await events.cancel_event(ana, booked.id, "Postponed")
    with pytest.raises(NotFound):
        await events.get_event(ana, booked.id, MADRID)
    assert all(event.is_cancelled for event in await events.calendar_view(tom, DAY, KOLKATA))


async def test_a_create_whose_answer_is_lost_makes_one_event(
    emulator: Emulator, ana: GraphClient, tom: GraphClient
) -> None:
    emulator.faults.append(Fault("POST /me/events", breaks=Break.AFTER))
    emulator.faults.append(Fault("POST /me/events", breaks=Break.TORN))
    booked = await events.create_event(ana, plan())
    assert [event.id for event in await events.calendar_view(ana, DAY, MADRID)] == [booked.id]
    assert len(await events.calendar_view(tom, DAY, MADRID)) == 1


async def test_an_answer_that_is_lost_is_not_sent_again(emulator: Emulator, ana: GraphClient, tom: GraphClient) -> None:
    """Whoever wants to know looks: it has happened."""
    await events.create_event(ana, plan())
    (invitation,) = await events.calendar_view(tom, DAY, MADRID)
    emulator.faults.append(Fault("/accept", breaks=Break.AFTER))
    with pytest.raises(Unavailable) as raised:
        await events.accept(tom, invitation.id)
    assert raised.value.may_have_happened
    assert sum(exchange.path.endswith("/accept") for exchange in emulator.requests) == 1
    assert (await events.get_event(tom, invitation.id, MADRID)).response is Response.ACCEPTED


async def test_a_change_under_an_old_etag_is_refused(ana: GraphClient) -> None:
    booked = await events.create_event(ana, plan())
    await events.update_event(ana, booked.id, EventChanges(subject="Plan B"), MADRID, etag=booked.etag)
    with pytest.raises(Stale):
        await events.update_event(ana, booked.id, EventChanges(subject="Plan C"), MADRID, etag=booked.etag)
    assert (await events.get_event(ana, booked.id, MADRID)).subject == "Plan B"


async def test_a_declined_and_a_deleted_event(ana: GraphClient, tom: GraphClient) -> None:
    booked = await events.create_event(ana, plan())
    (invitation,) = await events.calendar_view(tom, DAY, MADRID)
    await events.decline(tom, invitation.id, "Travelling")
    assert (await events.get_event(ana, booked.id, MADRID)).attendees[0].response is Response.DECLINED
    await events.delete_event(ana, booked.id)
    assert await events.calendar_view(ana, DAY, MADRID) == ()


async def test_only_the_organizer_may_cancel(ana: GraphClient, tom: GraphClient) -> None:
    await events.create_event(ana, plan())
    (invitation,) = await events.calendar_view(tom, DAY, MADRID)
    with pytest.raises(Refused, match="organizer"):
        await events.cancel_event(tom, invitation.id)


async def test_an_all_day_event_in_two_zones(ana: GraphClient) -> None:
    day = datetime(2026, 11, 25, tzinfo=MADRID)
    await events.create_event(
        ana, NewEvent("Offsite", day, day + timedelta(days=1), "t-2", is_all_day=True, is_online=False)
    )
    window = Window(day - timedelta(days=1), day + timedelta(days=3))
    for zone in (MADRID, KOLKATA):
        (event,) = await events.calendar_view(ana, window, zone)
        assert event.start == datetime(2026, 11, 25, tzinfo=zone)
        assert event.end == datetime(2026, 11, 26, tzinfo=zone)


async def test_a_day_with_more_events_than_a_page_holds(tom: GraphClient) -> None:
    tuesday = Window(DAY.start + timedelta(days=1), DAY.end + timedelta(days=1))
    found = await events.calendar_view(tom, tuesday, MADRID)
    assert [event.subject for event in found] == [f"Review {number}" for number in range(24)]


async def test_times_that_suit_both(ana: GraphClient) -> None:
    """Within the working hours of Madrid and of India, best first."""
    found = await availability.find_meeting_times(
        ana, [Attendee("Tom Weaver", TOM)], [DAY], timedelta(minutes=30), MADRID, max_candidates=5
    )
    assert not isinstance(found, EmptyReason)
    assert found
    for suggestion in found:
        assert suggestion.window.end - suggestion.window.start == timedelta(minutes=30)
        assert DAY.start <= suggestion.window.start < DAY.end
        assert suggestion.availability == {TOM: ShowAs.FREE}
        assert suggestion.organizer is ShowAs.FREE


async def test_no_time_at_all_has_a_reason(ana: GraphClient) -> None:
    tuesday = Window(MONDAY + timedelta(days=1), MONDAY + timedelta(days=1, minutes=30))
    found = await availability.find_meeting_times(
        ana, [Attendee("Tom Weaver", TOM)], [tuesday], timedelta(minutes=30), MADRID, minimum_attendee_percentage=100
    )
    assert found is EmptyReason.ATTENDEES_UNAVAILABLE


async def test_an_application_has_nobody_to_find_times_for(application: GraphClient) -> None:
    with pytest.raises(NotAllowed):
        await availability.find_meeting_times(application.of_mailbox(ANA), [], [DAY], timedelta(hours=1), MADRID)


async def test_schedules_of_colleagues_and_of_strangers(ana: GraphClient) -> None:
    tuesday = Window(DAY.start + timedelta(days=1), DAY.end + timedelta(days=1))
    found = await availability.get_schedule(ana, [TOM, ALEX, "guest@fabrikam.example"], tuesday, MADRID)
    toms, alexs, guests = found[TOM], found[ALEX], found["guest@fabrikam.example"]
    assert isinstance(toms, Schedule)
    assert [busy.window.start.hour for busy in toms.busy] == list(range(24))
    assert toms.hours is not None
    assert MONDAY.astimezone(toms.hours.zone).utcoffset() == timedelta(hours=5, minutes=30)
    assert isinstance(alexs, Schedule)
    assert alexs.busy == ()
    assert isinstance(guests, Hidden)


async def test_the_schedule_of_a_quarter_of_an_hour(ana: GraphClient) -> None:
    """Graph refuses a grain that is longer than the window."""
    found = await availability.get_schedule(ana, [ALEX], Window.of(DAY.start, timedelta(minutes=15)), MADRID)
    assert isinstance(found[ALEX], Schedule)


async def test_people(ana: GraphClient, application: GraphClient) -> None:
    me = await people.me(ana)
    assert (me.name, me.email, me.title) == ("Ana Ruiz", ANA, "Planner")
    assert {person.name for person in await people.search_users(ana, "Alex")} == {"Alex Kim", "Alex Moreau"}
    assert await people.search_users(ana, "Zacharias") == ()
    boss = await people.manager(ana)
    assert boss is not None
    assert boss.email == TOM
    assert await people.manager(application, TOM) is None
    assert [person.email for person in await people.direct_reports(application, TOM)] == [ANA]
    assert (await people.get_user(ana, ALEX)).name == "Alex Kim"
    with pytest.raises(NotFound):
        await people.get_user(ana, "nobody@contoso.example")


async def test_mailbox_settings(tom: GraphClient) -> None:
    settings = await mailbox.mailbox_settings(tom)
    assert MONDAY.astimezone(settings.zone).utcoffset() == timedelta(hours=5, minutes=30)
    assert settings.hours.weekdays == frozenset(range(5))


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault("calendarView", 401, {"error": {"code": "InvalidAuthenticationToken", "message": ""}}), NotSignedIn),
        (Fault("calendarView", 403, {"error": {"code": "ErrorAccessDenied", "message": ""}}), NotAllowed),
        (Fault("calendarView", 404, {"error": {"code": "ErrorItemNotFound", "message": ""}}), NotFound),
        (Fault("calendarView", 409, {"error": {"code": "ErrorIrresolvableConflict", "message": ""}}), Conflict),
        (Fault("calendarView", 429, headers={"Retry-After": "0.5"}), Throttled),
        (Fault("calendarView", 503, headers={"Retry-After": "2"}), Unavailable),
        (Fault("calendarView", 200, "<html>Sorry</html>"), Unavailable),
        (Fault("calendarView", breaks=Break.BEFORE), Unavailable),
        (Fault("calendarView", breaks=Break.TORN), Unavailable),
    ],
)
async def test_bad_luck_that_lasts_is_told_and_what_passes_is_not(
    emulator: Emulator, waits: Waits, ana: GraphClient, fault: Fault, kind: type[GraphError]
) -> None:
    """Each kind of trouble has its error; the transient kinds are overcome when they do not last."""
    fault.times = 4
    emulator.faults.append(fault)
    with pytest.raises(GraphError) as raised:
        await events.calendar_view(ana, DAY, MADRID)
    assert type(raised.value) is kind
    emulator.faults.clear()
    if kind in (Throttled, Unavailable):
        fault.times = 1
        emulator.faults.append(fault)
        assert await events.calendar_view(ana, DAY, MADRID) == ()
        assert waits
    emulator.requests.clear()


async def test_msal_signs_in_for_the_application_and_for_its_users(
    emulator: Emulator, application: GraphClient, tmp_path: Path
) -> None:
    """Client credentials read every mailbox; on-behalf-of acts as the one user who is asserted."""
    ca_file = tmp_path / "ca.pem"
    ca_file.write_bytes(emulator.ca_pem)
    entra = EntraApplication("convene-demo", "convene-demo", emulator.authority, GLOBAL.scope, ca_file=str(ca_file))

    async def assertion() -> str:
        return emulator.user_assertion(ANA)

    itself = application.as_user(ClientCredentials(entra), "application")
    assert (await people.me(itself.of_mailbox(TOM))).email == TOM
    assert (await people.me(application.as_user(OnBehalfOf(entra, assertion), ANA))).email == ANA
