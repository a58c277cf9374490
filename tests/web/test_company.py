"""The demo's company keeps its promises on whatever day the demo is started."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.company import DEFAULT_PERSON, demo_world
from graph.emulator import World
from graph.emulator.agenda import series_rule, view
from graph.emulator.documents import new_document
from graph.emulator.loading import load
from graph.emulator.recurrence import days
from graph.emulator.store import Item, Store
from graph.timezones import zone

LISBON = ZoneInfo("Europe/Lisbon")
ALEX, PRIYA = "alex@contoso.example", "priya@contoso.example"
MAIN_PERSONS = (DEFAULT_PERSON, ALEX, PRIYA, "tom@contoso.example", "elena@contoso.example", "katrin@contoso.example")
STARTS = (
    *(datetime(2026, 11, day, 9, tzinfo=UTC) for day in range(16, 23)),  # every day of a week
    *(datetime(2026, 3, day, 9, tzinfo=UTC) for day in (6, 9, 27, 28, 29, 30)),  # clocks go forward, first in America
    *(datetime(2026, 10, day, 9, tzinfo=UTC) for day in (23, 24, 25, 26)),  # clocks go back in Europe
    datetime(2026, 11, 19, 23, 59, tzinfo=UTC),
    datetime(2026, 12, 31, 12, tzinfo=UTC),
    datetime(2028, 2, 29, 0, 0, tzinfo=UTC),
)

Json = dict[str, Any]


@pytest.fixture(params=STARTS, ids=lambda start: f"{start:%a-%Y-%m-%d}")
def now(request: pytest.FixtureRequest) -> datetime:
    """When the demo is started."""
    start: datetime = request.param
    return start


@pytest.fixture
def company(now: datetime) -> Json:
    """The world that the demo starts with."""
    return demo_world(now)


@pytest.fixture
def calendars(company: Json, now: datetime) -> Iterator[Store]:
    """The same world in the emulator's store; loading it is part of every test that asks for it."""
    store = Store(":memory:")
    load(World.parse(company), store, now)
    yield store
    store.close()


def between(store: Store, email: str, start: datetime, end: datetime) -> list[Item]:
    """What a calendar shows between two instants, cancelled events left out."""
    mailbox = store.mailbox(email)
    assert mailbox is not None
    return [item for item in view(store, mailbox, start, end) if not item.document["isCancelled"]]


def status(store: Store, email: str, start: datetime, length: timedelta = timedelta(minutes=30)) -> set[str]:
    """The statuses of what touches a stretch of somebody's time."""
    return {item.document["showAs"] for item in between(store, email, start, start + length)} - {"free"}


def working_days(now: datetime, count: int) -> list[date]:
    """The next working days after today in Lisbon."""
    found: list[date] = []
    day = now.astimezone(LISBON).date()
    while len(found) < count:
        day += timedelta(days=1)
        if day.weekday() < 5:
            found.append(day)
    return found


def response(item: Item) -> str:
    """How the owner of a copy has answered."""
    return str(item.document["responseStatus"]["response"])


def test_one_now_gives_one_company(now: datetime) -> None:
    """Two starts at the same instant show the same, and all of it survives JSON."""
    assert json.loads(json.dumps(demo_world(now))) == demo_world(now.astimezone(ZoneInfo("Asia/Kolkata")))


def test_people_are_spread_over_the_world(company: Json, now: datetime) -> None:
    """About 25 people in at least five zones, each with a manager who works here, but for one at the top."""
    users = {user["userPrincipalName"]: user for user in company["users"]}
    zones = {zone(user["mailboxSettings"]["timeZone"]) for user in users.values()}
    assert None not in zones
    assert 24 <= len(users) <= 26
    assert len({now.astimezone(each).utcoffset() for each in zones}) >= 5
    assert [upn for upn, user in users.items() if user.get("manager") not in users] == ["elena@contoso.example"]
    assert DEFAULT_PERSON in users


def test_only_sam_is_ambiguous(company: Json) -> None:
    """Exactly two people share a first name; a sentence about Alex and Priya needs no question."""
    first_names = Counter(user["givenName"] for user in company["users"])
    assert {name for name, count in first_names.items() if count > 1} == {"Sam"}
    assert (first_names["Sam"], first_names["Alex"], first_names["Priya"]) == (2, 1, 1)


def test_nothing_shares_an_id_or_an_address(company: Json) -> None:
    """People, groups and places are told apart by either."""
    ids = [each["id"] for part in ("users", "groups", "places") for each in company[part]]
    addresses = [
        each.get("mail") or each["emailAddress"] for part in ("users", "groups", "places") for each in company[part]
    ]
    assert len(ids) == len(set(ids))
    assert len(addresses) == len(set(addresses))


def test_eight_rooms_in_two_buildings(company: Json) -> None:
    """Each building has a list, and each room is in the list of its building."""
    rooms = {place["emailAddress"]: place for place in company["places"] if "capacity" in place}
    lists = [place for place in company["places"] if "rooms" in place]
    assert len(rooms) == 8
    assert sorted(address for each in lists for address in each["rooms"]) == sorted(rooms)
    assert [len({rooms[address]["building"] for address in each["rooms"]}) for each in lists] == [1, 1]
    assert len({room["building"] for room in rooms.values()}) == 2


def test_every_address_leads_somewhere(company: Json) -> None:
    """Whoever organizes, attends, hosts, writes or is granted something exists; strangers have other domains."""
    known = {each["mail"] for part in ("users", "groups") for each in company[part]}
    known |= {place["emailAddress"] for place in company["places"]}
    used = {event["mailbox"] for event in company["events"]} | {each["mailbox"] for each in company["messages"]}
    used |= {guest["emailAddress"]["address"] for event in company["events"] for guest in event.get("attendees", [])}
    used |= {event["location"].get("locationEmailAddress") for event in company["events"] if "location" in event} - {
        None
    }
    used |= {
        party["emailAddress"]["address"]
        for each in company["messages"]
        for party in (*each["toRecipients"], *each["ccRecipients"])
    }
    used |= {each["from"]["emailAddress"]["address"] for each in company["messages"]}
    used |= {member for group in company["groups"] for member in group["members"]}
    used |= {each[part] for each in company["permissions"] for part in ("mailbox", "grantee")}
    assert {address for address in used if address.endswith("@contoso.example")} <= known
    assert {address.partition("@")[2] for address in used - known} == {
        "fabrikam.example",
        "northwind.example",
        "adatum.example",
    }


def test_every_event_ends_after_it_starts(company: Json) -> None:
    """By the clock, in a zone that is known, also where a clock changes in between."""
    for event in company["events"]:
        start, end = (
            datetime.fromisoformat(event[edge]["dateTime"]).replace(tzinfo=zone(event[edge]["timeZone"]))
            for edge in ("start", "end")
        )
        assert start.tzinfo is not None
        assert start.astimezone(UTC) < end.astimezone(UTC), event["subject"]


def test_a_series_starts_on_its_first_day(company: Json) -> None:
    """The start of a series is an occurrence of it, so that no calendar shows a stray first meeting."""
    series = [event for event in company["events"] if "recurrence" in event]
    assert len(series) > 30
    for event in series:
        document = new_document(dict(event), {"address": event["mailbox"]}, "uid")
        start = date.fromisoformat(event["start"]["dateTime"][:10])
        assert next(days(series_rule(document), start - timedelta(days=7), start + timedelta(days=40))) == start
        assert event["recurrence"]["range"]["startDate"] == start.isoformat()


def test_weeks_are_of_every_kind(company: Json) -> None:
    """There is something of all that a real calendar holds."""
    events = company["events"]
    assert {"busy", "tentative", "oof", "free", "workingElsewhere"} <= {event["showAs"] for event in events}
    assert {event["showAs"] for event in events if event["isAllDay"]} >= {"oof", "free"}
    assert sum(event["sensitivity"] == "private" for event in events) >= 3
    assert sum(event.get("isCancelled", False) for event in events) == 1
    assert any(event.get("isOnlineMeeting") for event in events)
    for event in events:
        resources = [guest for guest in event.get("attendees", []) if guest["type"] == "resource"]
        if resources:
            assert event["location"]["displayName"] == resources[0]["emailAddress"]["name"]


def test_an_assistant_and_a_helpdesk_may_act_for_others(company: Json) -> None:
    """The executive's assistant is her delegate; an agent of the helpdesk writes into a few calendars, not into all."""
    granted = {(each["mailbox"], each["grantee"]): each["role"] for each in company["permissions"]}
    assert granted["elena@contoso.example", "marcus@contoso.example"] == "delegateWithPrivateEventAccess"
    helped = [role for (_, grantee), role in granted.items() if grantee == "joao@contoso.example"]
    assert helped == ["write"] * 3


def test_no_mail_comes_from_the_future(company: Json, now: datetime) -> None:
    """Messages and invitations were sent before the demo starts."""
    sent = [message["receivedDateTime"] for message in company["messages"]]
    sent += [event["createdDateTime"] for event in company["events"]]
    assert max(map(datetime.fromisoformat, sent)) < now


def test_the_default_person_has_mail(company: Json) -> None:
    """Some of it unread, from inside and outside, and answers of her own; every answer has what it answers."""
    own = [message for message in company["messages"] if message["mailbox"] == DEFAULT_PERSON]
    received = [message for message in own if "parentFolderId" not in message]
    assert len(received) >= 10
    assert sum(not message["isRead"] for message in received) == 3
    assert {message["from"]["emailAddress"]["address"].partition("@")[2] for message in received} > {"contoso.example"}
    assert {message["parentFolderId"] for message in own if message not in received} == {"sentitems"}
    subjects = {message["subject"] for message in own}
    assert {subject.removeprefix("Re: ") for subject in subjects} <= subjects


def test_calendars_reach_from_two_weeks_back_to_six_weeks_ahead(calendars: Store, now: datetime) -> None:
    """Every week in between has meetings for the person one is when the demo opens."""
    for week in range(-2, 6):
        start = now + timedelta(weeks=week)
        assert between(calendars, DEFAULT_PERSON, start, start + timedelta(weeks=1))


def test_thursday_afternoon_has_room_for_three(calendars: Store, now: datetime) -> None:
    """On the coming two Thursdays Alex and Priya are busy at times, once tentative, and free at others."""
    thursdays = [day for day in working_days(now - timedelta(days=1), 11) if day.weekday() == 3][:2]
    assert len(thursdays) == 2
    for thursday in thursdays:
        noon = datetime.combine(thursday, time(12), LISBON)
        halves = [noon + timedelta(minutes=30 * step) for step in range(12)]
        alex, priya, ines = ([status(calendars, who, half) for half in halves] for who in (ALEX, PRIYA, DEFAULT_PERSON))
        assert {"busy"} in alex
        assert {"tentative"} in alex
        assert {"busy"} in priya
        all_free = [not any(each) for each in zip(alex, priya, ines, strict=True)][:10]  # Berlin closes at 17:00 here
        assert sum(all_free) >= 3
        assert sum(all_free[4:]) >= 2  # lunch is over


def test_three_invitations_wait_and_one_clashes(calendars: Store, now: datetime) -> None:
    """Within the next working days, so that "any invitations waiting?" has something to show."""
    soon = working_days(now, 4)
    start, end = (datetime.combine(day, time(), LISBON) for day in (soon[0], soon[-1] + timedelta(days=1)))
    shown = between(calendars, DEFAULT_PERSON, start, end)
    waiting = [item for item in shown if response(item) == "notResponded"]
    firm = [item for item in shown if response(item) in {"accepted", "organizer"} and not item.document["isAllDay"]]
    clashing = [item for item in waiting if any(item.start < one.finish and one.start < item.finish for one in firm)]
    assert len(waiting) >= 3
    assert clashing


@pytest.mark.parametrize("person", MAIN_PERSONS)
def test_an_invitation_waits_for_each_main_person(calendars: Store, now: datetime, person: str) -> None:
    """Whoever one chooses to be, there is something to answer."""
    shown = between(calendars, person, now, now + timedelta(days=10))
    assert any(response(item) == "notResponded" for item in shown)


def test_the_first_week_is_busy_but_bearable(calendars: Store, now: datetime) -> None:
    """No day of the default person has over seven hours of meetings, one has over four, another under three."""
    hours = []
    for day in working_days(now, 5):
        start = datetime.combine(day, time(), LISBON)
        taken = [
            item
            for item in between(calendars, DEFAULT_PERSON, start, start + timedelta(days=1))
            if item.document["showAs"] != "free" and not item.document["isAllDay"]
        ]
        hours.append(sum(item.finish - item.start for item in taken) / 3600)
    assert 4 < max(hours) <= 7
    assert min(hours) < 3


def test_no_room_is_booked_twice(calendars: Store, now: datetime) -> None:
    """A room takes one meeting at a time, over all the weeks."""
    for room in calendars.places("room"):
        held = between(calendars, room["emailAddress"], now - timedelta(weeks=2), now + timedelta(weeks=7))
        for earlier, later in pairwise(held):
            assert earlier.finish <= later.start, (room["displayName"], later.document["subject"])
