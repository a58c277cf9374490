"""The page's server: for this machine and this page alone, with the people and the days of the company."""

import asyncio
from pathlib import Path

import httpx
import pytest
from yarl import URL

from graph.emulator.faults import Fault
from tests.web.site import ANA, OFFICE, TOM, Json, Site, site

WEEK = {"person": ANA, "start": "2026-11-23T00:00:00", "end": "2026-11-30T00:00:00"}


def event(subject: str, day: int, start: str, end: str, **more: object) -> Json:
    """An event of Ana's in November 2026, UTC."""
    return {
        "mailbox": "ana@contoso.example",
        "subject": subject,
        "start": {"dateTime": f"2026-11-{day}T{start}:00", "timeZone": "UTC"},
        "end": {"dateTime": f"2026-11-{day}T{end}:00", "timeZone": "UTC"},
        **more,
    }


async def test_the_page_comes_with_headers_that_keep_it_to_itself(office: Site) -> None:
    """Nothing from elsewhere, no script that is not a file of ours."""
    for path in ("/", "/static/page.js", "/static/page.css", "/page/people", "/static/nothing.js"):
        async with office.session.get(office.url + path) as response:
            policy = response.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "unsafe" not in policy
            assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"},
    ],
)
@pytest.mark.parametrize("path", ["/", "/page/people", "/page/say"])
async def test_other_pages_and_names_are_refused(office: Site, path: str, headers: dict[str, str]) -> None:
    """A page elsewhere can neither read nor speak here, whatever name it gives this machine."""
    method = "POST" if path == "/page/say" else "GET"
    body = {"person": ANA, "text": "hello"}
    async with office.session.request(method, office.url + path, headers=headers, json=body) as response:
        assert response.status == 403
    assert office.bot.heard == []


async def test_a_link_from_elsewhere_opens_the_page(office: Site) -> None:
    """Following a link reads nothing for the page that has it."""
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    async with office.session.get(office.url, headers=headers) as response:
        assert response.status == 200


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        ("{}", "text/plain", 415),
        ("{", "application/json", 400),
        ("[]", "application/json", 400),
        (f'{{"person": "{ANA}"}}', "application/json", 400),
        ('{"person": "nobody", "text": "hello"}', "application/json", 404),
    ],
)
async def test_what_is_no_message_is_refused_in_words(office: Site, content: str, kind: str, status: int) -> None:
    """With a status that says whose fault it is."""
    async with office.session.post(f"{office.url}/page/say", data=content, headers={"Content-Type": kind}) as response:
        assert response.status == status
        assert (await response.json())["problem"]


@pytest.mark.parametrize("name", ["nothing.js", "..%2Fpage.py", "%2e%2e%2fassets.py", "index.html"])
async def test_only_the_files_of_the_page_are_served(office: Site, name: str) -> None:
    """Not the server's own, nor what lies beside them."""
    async with office.session.get(URL(f"{office.url}/static/{name}", encoded=True)) as response:
        assert response.status == 404


async def test_without_the_packages_the_page_says_how_to_get_them() -> None:
    """And the rest goes on working."""
    async with site(packages={"fullcalendar.js": Path("/nowhere/fullcalendar.js")}) as bare:
        async with bare.session.get(bare.url) as response:
            assert response.status == 200
            assert "make demo" in await response.text()
        assert (await bare.say("hello"))[0] == 200


async def test_everybody_can_be_chosen(office: Site) -> None:
    """By name, with what one needs to tell them apart; the one that the demo opens with is named."""
    told = await office.get("/page/people")
    assert [person["name"] for person in told["people"]] == ["Ana Ruiz", "Tom Fox"]
    assert told["people"][0] == {
        "id": ANA,
        "name": "Ana Ruiz",
        "title": "Controller",
        "place": "Madrid",
        "zone": "Europe/Paris",
        "city": "Paris",
        "locale": "es-ES",
    }
    assert told["people"][1]["place"] == "Los Angeles"
    assert told["default"] == ANA
    assert told["now"] == "2026-11-23T08:00:00.000+00:00"


async def test_a_world_without_the_usual_person_opens_with_the_first() -> None:
    """Any world can be tried."""
    async with site(default_person="ines@contoso.example") as running:
        assert (await running.get("/page/people"))["default"] == ANA


async def test_a_world_of_nobody_still_has_a_page() -> None:
    """It says so, instead of failing."""
    async with site({**OFFICE, "users": []}) as running:
        told = await running.get("/page/people")
        assert (told["people"], told["default"]) == ([], None)


async def test_days_are_told_by_the_clock_of_the_person() -> None:
    """Start and end as they read them, and how each event stands."""
    events = [
        event("Review", 24, "09:00", "10:00"),
        event("Maybe", 25, "09:00", "10:00", showAs="tentative"),
        event("Away", 26, "09:00", "10:00", showAs="oof"),
        event("Doctor", 27, "09:00", "10:00", sensitivity="private"),
    ]
    async with site({**OFFICE, "events": events}) as running:
        told = (await running.get("/page/events", **WEEK))["events"]
        assert [(each["title"], each["extendedProps"]["state"]) for each in told] == [
            ("Review", "busy"),
            ("Maybe", "tentative"),
            ("Away", "away"),
            ("Doctor", "busy"),
        ]
        assert (told[0]["start"], told[0]["end"]) == ("2026-11-24T10:00:00", "2026-11-24T11:00:00")
        assert [each["extendedProps"]["private"] for each in told] == [False, False, False, True]
        assert (await running.get("/page/events", **{**WEEK, "person": TOM}))["events"] == []


async def test_an_invitation_waits_until_it_is_answered() -> None:
    """And says who sent it."""
    attendee = {"emailAddress": {"address": "tom@contoso.example", "name": "Tom Fox"}, "type": "required"}
    invitation = event("Sync", 24, "17:00", "17:30", attendees=[attendee])
    async with site({**OFFICE, "events": [invitation]}) as running:
        [seen] = (await running.get("/page/events", **{**WEEK, "person": TOM}))["events"]
        assert seen["extendedProps"]["state"] == "unanswered"
        assert seen["extendedProps"]["organizer"] == "Ana Ruiz"
        assert seen["start"] == "2026-11-24T09:00:00"


@pytest.mark.parametrize("query", [{"start": "soon"}, {"end": ""}, {"start": "2026-11-23T00:00:00", "end": "x"}])
async def test_days_that_are_no_days_are_refused(office: Site, query: dict[str, str]) -> None:
    """In words."""
    async with office.session.get(f"{office.url}/page/events", params={**WEEK, **query}) as response:
        assert response.status == 400
        assert (await response.json())["problem"]


async def test_a_change_of_a_calendar_is_told_to_every_page(office: Site) -> None:
    """So that a meeting appears without a reload."""
    async with office.watch() as news, httpx.AsyncClient(trust_env=False) as http:
        await news.next()
        created = await http.post(
            f"{office.graph.url}/users/{ANA}/events",
            headers={"Authorization": f"Bearer {office.graph.app_token()}"},
            json={
                "subject": "New",
                "start": {"dateTime": "2026-11-24T09:00:00", "timeZone": "UTC"},
                "end": {"dateTime": "2026-11-24T10:00:00", "timeZone": "UTC"},
            },
        )
        assert created.status_code == 201
        assert (await asyncio.wait_for(news.next(), 10))["kind"] == "calendar"
    assert [each["title"] for each in (await office.get("/page/events", **WEEK))["events"]] == ["New"]


async def test_a_graph_that_fails_is_told_in_words(office: Site) -> None:
    """Instead of an empty week, which would say that there is nothing."""
    office.graph.faults.append(Fault("GET /users", status=503))
    async with office.session.get(f"{office.url}/page/people") as response:
        assert response.status == 502
        assert "calendar service" in (await response.json())["problem"]


async def test_an_open_page_does_not_hold_up_the_end() -> None:
    """The demo stops at once, though turns under way are given longer."""
    async with asyncio.timeout(10), site() as running:
        stream = await running.session.get(f"{running.url}/page/stream", params={"person": ANA})
        await stream.content.readline()
