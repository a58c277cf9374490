"""Throttling: four at once for a mailbox, and so many in ten minutes; how our client lives with it."""

import asyncio
import json
from datetime import timedelta

from graph import people
from graph.batch import Step, batch
from graph.emulator.limits import Limits, Throttled, Turnstile
from graph.emulator.service import Asked, Service
from graph.errors import GraphError
from tests.emulator.clients import client_of
from tests.emulator.conftest import OpenOffice
from tests.emulator.office import MONDAY, Office, meeting

SLOW = Limits(work=timedelta(milliseconds=150))


async def test_a_mailbox_serves_four_at_once(open_office: OpenOffice) -> None:
    """A fifth is told to come again; another mailbox is another matter, and so is the directory."""
    async with open_office(limits=SLOW) as office:
        asked = [office.ana.ask("GET", "/me/events") for _ in range(7)]
        others = [office.tom.ask("GET", "/me/events"), office.ana.ask("GET", "/me"), office.ana.ask("GET", "/users")]
        answers = await asyncio.gather(*asked, *others)
        assert sorted(answer.status_code for answer in answers[:7]) == [200] * 4 + [429] * 3
        assert [answer.status_code for answer in answers[7:]] == [200, 200, 200]
        refused = next(answer for answer in answers if answer.status_code == 429)
        assert refused.headers["Retry-After"] == "1"
        assert refused.json() == {
            "error": {
                "code": "ApplicationThrottled",
                "message": "Application is over its MailboxConcurrency limit.",
            }
        }


async def test_a_mailbox_is_the_same_by_whatever_name(open_office: OpenOffice) -> None:
    """Its id, its address, and me."""
    async with open_office(limits=SLOW) as office:
        ana = (await office.ana.get("/me"))["id"]
        paths = ["/me/events", "/me/calendar/events", f"/users/{ana}/events", "/users/ana@contoso.example/events"]
        answers = await asyncio.gather(*(office.ana.ask("GET", path) for path in [*paths, "/me/mailboxSettings"]))
        assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 200, 429]


async def test_our_client_never_asks_for_a_fifth_place(open_office: OpenOffice) -> None:
    """Twelve at once take three rounds, and none is refused."""
    async with open_office(limits=SLOW) as office, client_of(office, "ana") as graph:
        await asyncio.gather(*(people.relevant_people(graph) for _ in range(12)))
        assert graph.calls == 12
        assert [exchange.status for exchange in office.graph.requests] == [200] * 12


async def test_so_many_in_a_while(open_office: OpenOffice) -> None:
    """Then the mailbox rests until the first of them is long enough ago."""
    few = Limits(requests=3, window=timedelta(minutes=10))
    async with open_office(limits=few) as office:
        for _ in range(3):
            await office.ana.get("/me/events")
            office.watch.advance(timedelta(minutes=1))
        refused = await office.ana.ask("GET", "/me/events")
        assert (refused.status_code, refused.headers["Retry-After"]) == (429, "420")
        office.watch.advance(timedelta(minutes=7))
        await office.ana.get("/me/events")
        assert (await office.ana.ask("GET", "/me/events")).status_code == 429


async def test_steps_of_a_batch_are_refused_one_by_one(open_office: OpenOffice) -> None:
    """Those that are over the limit; the others have their answers."""
    steps = [{"id": str(number), "method": "GET", "url": "/me/events"} for number in range(5)]
    async with open_office(limits=Limits(requests=3)) as office:
        answers = (await office.ana.post("/$batch", {"requests": steps}))["responses"]
        assert [answer["status"] for answer in answers] == [200, 200, 200, 429, 429]
        assert answers[3]["body"]["error"]["code"] == "ApplicationThrottled"
        assert answers[3]["headers"]["Retry-After"] == "600"


async def test_a_batch_takes_as_many_places_as_run_at_a_time(office: Office) -> None:
    """Four at most, of each mailbox that it goes to."""
    turnstile = Turnstile(Limits())
    service = Service(office.graph.tenant, office.graph.entra, [], turnstile, [])
    urls = ["/me/events"] * 6 + ["/users/tom@contoso.example/events", "/users"]
    steps = [{"id": str(number), "method": "GET", "url": url} for number, url in enumerate(urls)]
    asked = Asked(
        "POST",
        "/$batch",
        "",
        {"authorization": f"Bearer {office.ana.token}"},
        "application/json",
        json.dumps({"requests": steps}).encode(),
        office.graph.url,
    )
    ana, tom = [(await office.person(name).get("/me"))["id"] for name in ("ana", "tom")]
    places = service.places(asked)
    assert places == {ana: 4, tom: 1}
    with turnstile.under_way(places):
        assert turnstile.refusal(ana, MONDAY) == Throttled("MailboxConcurrency", 1)
        assert turnstile.refusal(tom, MONDAY) is None
    assert turnstile.refusal(ana, MONDAY) is None


async def test_throttled_steps_alone_are_asked_again(open_office: OpenOffice) -> None:
    """Our client repeats them until they are served, and creates nothing twice."""
    async with open_office(limits=Limits(requests=5, window=timedelta(seconds=9))) as office:

        async def let_time_pass(seconds: float) -> None:
            office.watch.advance(timedelta(seconds=seconds))

        async with client_of(office, "ana", sleep=let_time_pass) as graph:
            outcomes = await batch(graph, [plan(str(number)) for number in range(8)])
            assert [outcome for outcome in outcomes.values() if isinstance(outcome, GraphError)] == []
            office.watch.advance(timedelta(minutes=1))
            subjects = sorted(event["subject"] for event in await office.ana.calendar())
            assert subjects == [str(number) for number in range(8)]


def plan(name: str) -> Step[str]:
    """The creation of an event."""
    return Step(name, "POST", "/me/events", lambda event: str(event["id"]), meeting(subject=name), repeatable=False)


async def test_without_limits_everybody_is_served(office: Office) -> None:
    """The demo is never throttled."""
    answers = await asyncio.gather(*(office.ana.ask("GET", "/me/events") for _ in range(12)))
    assert {answer.status_code for answer in answers} == {200}
