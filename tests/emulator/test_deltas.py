"""What has changed since the last time: of a calendar view, and of the directory."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from graph import delta
from graph.client import GraphClient
from graph.errors import Stale
from graph.model import EventType, Window
from tests.emulator.clients import client_of
from tests.emulator.office import Asker, Json, Office, meeting

THURSDAY = datetime(2026, 11, 26, tzinfo=UTC)
WEEK = Window(THURSDAY, THURSDAY + timedelta(days=7))
VIEW = "/me/calendarView/delta?startDateTime=2026-11-26T00:00:00Z&endDateTime=2026-12-03T00:00:00Z"
ZONE = ZoneInfo("Europe/Madrid")


@pytest.fixture
async def ana(office: Office) -> AsyncIterator[GraphClient]:
    async with client_of(office, "ana") as graph:
        yield graph


def daily(count: int, **more: Any) -> Json:
    span = {"type": "numbered", "startDate": "2026-11-26", "numberOfOccurrences": count}
    return meeting(recurrence={"pattern": {"type": "daily", "interval": 1}, "range": span}, **more)


async def follow(asker: Asker, link: str, **headers: str) -> Json:
    return await asker.get(link.removeprefix(asker.root), **headers)


async def test_what_comes_changes_and_goes(office: Office, ana: GraphClient) -> None:
    """All at first, then only what is other than before: also what leaves the window or comes into it."""
    stays = await office.ana.post("/me/events", meeting(at="2026-11-26T09:00"))
    leaves = await office.ana.post("/me/events", meeting(at="2026-11-27T09:00"))
    enters = await office.ana.post("/me/events", meeting(at="2026-12-24T09:00"))
    first = await delta.events_delta(ana, WEEK, ZONE, page=1)
    assert ([event.id for event in first.changed], first.removed) == ([stays["id"], leaves["id"]], ())
    same = await delta.events_delta(ana, WEEK, ZONE, link=first.link)
    assert (same.changed, same.removed) == ((), ())
    edges = {
        edge: {"dateTime": f"2026-11-28T1{hour}:00:00", "timeZone": "UTC"} for edge, hour in (("start", 0), ("end", 1))
    }
    await office.ana.patch(f"/me/events/{enters['id']}", edges)
    await office.ana.delete(f"/me/events/{leaves['id']}")
    later = await delta.events_delta(ana, WEEK, ZONE, link=same.link)
    assert ([event.id for event in later.changed], later.removed) == ([enters["id"]], (leaves["id"],))
    assert later.changed[0].start == datetime(2026, 11, 28, 11, tzinfo=ZONE)


async def test_an_answer_of_an_attendee_is_a_change(office: Office, ana: GraphClient) -> None:
    """As is whatever else others do in the calendar."""
    await office.ana.post("/me/events", meeting("tom"))
    first = await delta.events_delta(ana, WEEK, ZONE)
    await office.tom.post(f"/me/events/{(await office.tom.only_event())['id']}/accept", {})
    later = await delta.events_delta(ana, WEEK, ZONE, link=first.link)
    assert [str(attendee.response.value) for attendee in later.changed[0].attendees] == ["accepted"]


async def test_pages_are_as_long_as_asked_for(office: Office) -> None:
    """Ten without a wish; each page leads to the next by an opaque token, the last one to what comes later."""
    for hour in range(12):
        await office.ana.post("/me/events", meeting(at=f"2026-11-26T{hour + 8:02}:00"))
    first = await office.ana.ask("GET", VIEW)
    assert len(first.json()["value"]) == 10
    assert "odata.track-changes" in first.headers["Preference-Applied"]
    sizes, page = [], await office.ana.get(VIEW, Prefer="odata.maxpagesize=5")
    while "@odata.nextLink" in page:
        assert "@odata.deltaLink" not in page
        sizes.append(len(page["value"]))
        again, page = page, await follow(office.ana, page["@odata.nextLink"], Prefer="odata.maxpagesize=5")
        assert await follow(office.ana, again["@odata.nextLink"], Prefer="odata.maxpagesize=1") != page
    assert [*sizes, len(page["value"])] == [5, 5, 2]
    assert "2026" not in page["@odata.deltaLink"]


async def test_an_occurrence_says_when_it_is_and_of_which_series(office: Office) -> None:
    """The rest is said by the series, which comes before it; an exception says everything."""
    series = await office.ana.post("/me/events", daily(3))
    second = (await office.ana.calendar(days=3))[1]
    await office.ana.patch(f"/me/events/{second['id']}", {"subject": "Longer"})
    master, one, other, three = (await office.ana.get(VIEW))["value"]
    assert (master["id"], master["subject"], master["type"]) == (series["id"], "Budget", "seriesMaster")
    bare = {"@odata.type", "@odata.etag", "seriesMasterId", "type", "id", "start", "end"}
    assert one.keys() == three.keys() == bare
    assert (other["type"], other["subject"]) == ("exception", "Longer")


async def test_our_own_client_fills_occurrences(office: Office, ana: GraphClient) -> None:
    """From the series, also where the series began before the window; whole days are whole days."""
    await office.ana.post("/me/events", daily(3, at="2026-11-26T00:00", minutes=24 * 60, isAllDay=True))
    first = await delta.events_delta(ana, WEEK, ZONE, page=2)
    assert [(event.subject, event.start.day, event.start.hour, event.is_all_day) for event in first.changed] == [
        ("Budget", day, 0, True) for day in (26, 27, 28)
    ]
    assert {event.type for event in first.changed} == {EventType.OCCURRENCE}
    assert all(event.recurrence is None for event in first.changed)


async def test_a_day_that_is_taken_out_of_a_series(office: Office, ana: GraphClient) -> None:
    """It is gone, and nothing else; when the whole series goes, all of its days are."""
    series = await office.ana.post("/me/events", daily(3))
    first = await delta.events_delta(ana, WEEK, ZONE)
    await office.ana.delete(f"/me/events/{first.changed[1].id}")
    later = await delta.events_delta(ana, WEEK, ZONE, link=first.link)
    assert (later.changed, later.removed) == ((), (first.changed[1].id,))
    await office.ana.delete(f"/me/events/{series['id']}")
    gone = await delta.events_delta(ana, WEEK, ZONE, link=later.link)
    assert set(gone.removed) == {series["id"], first.changed[0].id, first.changed[2].id}


async def test_a_further_calendar(office: Office, ana: GraphClient) -> None:
    """It has changes of its own, and tokens of its own."""
    other = await office.ana.post("/me/calendars", {"name": "Travel"})
    await office.ana.post(f"/me/calendars/{other['id']}/events", meeting())
    await office.ana.post("/me/events", meeting(subject="Own"))
    first = await delta.events_delta(ana, WEEK, ZONE, calendar_id=other["id"])
    assert [event.subject for event in first.changed] == ["Budget"]
    token = first.link.partition("?")[2]
    assert (await office.ana.refusal("GET", f"/me/calendarView/delta?{token}"))[0] == 410


async def test_tokens_that_are_not_known(office: Office, ana: GraphClient) -> None:
    """One that Graph does not know, and one that many later ones have driven out: begin anew."""
    wrong = (410, "SyncStateNotFound")
    assert await office.ana.refusal("GET", "/me/calendarView/delta?$deltatoken=x") == wrong
    first = await delta.events_delta(ana, WEEK, ZONE)
    for _ in range(64):
        await office.ana.get(VIEW)
    with pytest.raises(Stale):
        await delta.events_delta(ana, WEEK, ZONE, link=first.link)


@pytest.mark.parametrize("option", ["$select=subject", "$filter=isAllDay eq true", "$orderby=subject"])
async def test_what_a_view_is_not_asked_with(office: Office, option: str) -> None:
    """Change tracking takes the two instants alone; both are needed."""
    assert await office.ana.refusal("GET", f"{VIEW}&{option}") == (400, "ErrorInvalidUrlQuery")
    assert (await office.ana.refusal("GET", "/me/calendarView/delta"))[0] == 400
    assert (await office.ana.refusal("GET", VIEW.replace("calendarView", "events")))[0] == 400


async def test_users_that_come_change_and_go(office: Office) -> None:
    """As the directory's administrators make them."""
    administrator = Asker(office.http, office.graph.url, office.graph.app_token("User.ReadWrite.All"))
    async with client_of(office) as graph:
        first = await delta.users_delta(graph)
        assert {person.name for person in first.changed} == {"Ana Ruiz", "Tom Fox", "Priya Nair"}
        keys = {person.name: person.id for person in first.changed}
        await administrator.patch("/users/tom@contoso.example", {"jobTitle": "Buyer"})
        await administrator.delete("/users/priya@contoso.example")
        later = await delta.users_delta(graph, link=first.link)
        assert [(person.name, person.title) for person in later.changed] == [("Tom Fox", "Buyer")]
        assert later.removed == (keys["Priya Nair"],)
    assert (await office.ana.refusal("GET", "/users/priya@contoso.example"))[0] == 404
    assert (await office.application.refusal("GET", "/users/priya@contoso.example/events"))[0] == 404


async def test_a_token_of_the_directory_is_good_for_a_week(office: Office) -> None:
    """Of the properties asked for, and with none of those who are there already where only later ones are wished."""
    answer = await office.ana.get("/users/delta?$select=displayName&$deltatoken=latest")
    assert answer["value"] == []
    first = await office.ana.get("/users/delta?$select=displayName")
    assert [user.keys() for user in first["value"]] == [{"id", "displayName"}] * 3
    office.watch.advance(timedelta(days=8))
    token = first["@odata.deltaLink"].partition("?")[2]
    assert await office.person("tom").refusal("GET", f"/users/delta?{token}") == (410, "SyncStateNotFound")


async def test_who_may_change_the_directory(office: Office) -> None:
    """Only with the permission for it, and no name of sign-in."""
    assert (await office.tom.refusal("DELETE", "/users/ana@contoso.example"))[0] == 403
    administrator = Asker(office.http, office.graph.url, office.graph.app_token("User.ReadWrite.All"))
    body = {"userPrincipalName": "x@contoso.example"}
    assert (await administrator.refusal("PATCH", "/users/ana@contoso.example", body))[0] == 400
