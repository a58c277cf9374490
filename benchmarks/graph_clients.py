"""One client of Graph does the same things as the others, and says how long each took: `NAME URL TOKEN WORKS`.

It runs alone, in the environment that has the client; `graph.py` starts it and reads what it prints: a line when the
first answer is there, then one of JSON. Events are listed with their attendees; every value is looked at.
"""

# ruff: noqa: PLC0415  a client is loaded where its first answer is measured, and nowhere else

import asyncio
import json
import statistics
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta, timezone
from itertools import count
from pathlib import Path
from typing import Any

ROUNDS = 40
EVENTS = 50
STEPS = 20
START = datetime(2027, 3, 1, 8, tzinfo=timezone.utc)  # noqa: UP017  this file also runs under older Pythons
_numbers = count()

Work = Callable[[], Awaitable[int]]
"""Does one thing and says how many values came back."""


async def ours(url: str, token: str) -> Sequence[Work | None]:
    """Convene's client; MSAL is loaded too, since a real sign-in needs it."""
    from zoneinfo import ZoneInfo

    import msal  # noqa: F401

    from graph import events, people
    from graph.batch import Step, batch
    from graph.client import GraphClient, connection_pool
    from graph.credentials import FixedToken
    from graph.model import NewEvent, Person
    from graph.wire import event_in, person_of

    zone = ZoneInfo("UTC")
    graph = GraphClient(connection_pool(), url, FixedToken(token))

    async def first() -> int:
        return len((await people.me(graph)).name)

    async def listing() -> int:
        pages = graph.pages("/me/events", event_in(zone), params={"$top": str(EVENTS)})
        async for page in pages:
            return sum(len(event.attendees) for event in page)
        return 0

    async def create() -> int:
        start = START + timedelta(minutes=next(_numbers))
        event = NewEvent("Bench", start, start + timedelta(minutes=30), f"ours-{start}", is_online=False)
        return len((await events.create_event(graph, event)).id)

    async def batched() -> int:
        steps: list[Step[Person]] = [Step(str(number), "GET", "/me", person_of) for number in range(STEPS)]
        return len(await batch(graph, steps))

    return first, listing, create, batched


async def bare(url: str, token: str) -> Sequence[Work | None]:
    """httpx and json, no types: the least that it can take."""
    import httpx

    http = httpx.AsyncClient(headers={"Authorization": f"Bearer {token}"})

    async def ask(method: str, path: str, body: object = None) -> Any:
        response = await http.request(method, url + path, json=body)
        response.raise_for_status()
        return response.json()

    async def first() -> int:
        return len((await ask("GET", "/me"))["displayName"])

    async def listing() -> int:
        return sum(len(event["attendees"]) for event in (await ask("GET", f"/me/events?$top={EVENTS}"))["value"])

    async def create() -> int:
        return len((await ask("POST", "/me/events", _event()))["id"])

    async def batched() -> int:
        steps = [{"id": str(number), "method": "GET", "url": "/me"} for number in range(STEPS)]
        return len((await ask("POST", "/$batch", {"requests": steps}))["responses"])

    return first, listing, create, batched


async def msgraph(url: str, token: str) -> Sequence[Work | None]:
    """Microsoft's SDK."""
    from kiota_abstractions.authentication import (
        AccessTokenProvider,
        AllowedHostsValidator,
        BaseBearerTokenAuthenticationProvider,
    )
    from kiota_abstractions.base_request_configuration import RequestConfiguration
    from msgraph import GraphRequestAdapter, GraphServiceClient
    from msgraph.generated.models.date_time_time_zone import DateTimeTimeZone
    from msgraph.generated.models.event import Event
    from msgraph.generated.users.item.events.events_request_builder import EventsRequestBuilder

    class Fixed(AccessTokenProvider):  # type: ignore[misc]  # its package is not installed where types are checked
        async def get_authorization_token(self, uri: str, additional_authentication_context: Any = None) -> str:
            return token

        def get_allowed_hosts_validator(self) -> Any:
            return AllowedHostsValidator([])

    adapter = GraphRequestAdapter(BaseBearerTokenAuthenticationProvider(Fixed()))
    client = GraphServiceClient(request_adapter=adapter)
    adapter.base_url = url

    async def first() -> int:
        return len((await client.me.get()).display_name)

    async def listing() -> int:
        query = EventsRequestBuilder.EventsRequestBuilderGetQueryParameters(top=EVENTS)
        page = await client.me.events.get(request_configuration=RequestConfiguration(query_parameters=query))
        return sum(len(event.attendees) for event in page.value)

    async def create() -> int:
        said = _event()
        moments = [DateTimeTimeZone(date_time=said[end]["dateTime"], time_zone="UTC") for end in ("start", "end")]
        event = Event(subject="Bench", start=moments[0], end=moments[1])
        return len((await client.me.events.post(event)).id)

    async def batched() -> int:
        from msgraph_core.requests.batch_request_builder import BatchRequestBuilder
        from msgraph_core.requests.batch_request_content import BatchRequestContent
        from msgraph_core.requests.batch_request_item import BatchRequestItem

        content = BatchRequestContent({})
        for number in range(STEPS):
            item = BatchRequestItem(client.me.to_get_request_information(), id=str(number))
            item.url = "/me"
            item._depends_on = None  # it would be written with a name that Graph does not have
            content.add_request(str(number), item)
        answer = await BatchRequestBuilder(adapter).post(content)
        return len(answer.responses)

    return first, listing, create, batched


async def o365(url: str, token: str) -> Sequence[Work | None]:
    """O365, without the pause of 200 ms that it makes between requests by default. It has no batch."""
    import requests
    from O365 import Account, MSGraphProtocol

    class Local(MSGraphProtocol):  # type: ignore[misc]  # as above
        _protocol_url = url.removesuffix("v1.0")

    account = Account(("id", "secret"), protocol=Local(timezone="UTC"), requests_delay=0)
    session = requests.Session()
    session.headers["Authorization"] = f"Bearer {token}"
    account.con.session = session
    account.con.get_session = lambda *_, **__: session
    account.con.load_token_from_backend = lambda *_, **__: True
    schedule = account.schedule()

    async def first() -> int:
        return len(account.get_current_user_data().display_name)

    async def listing() -> int:
        calendar = schedule.get_default_calendar()
        return sum(len(list(event.attendees)) for event in calendar.get_events(limit=EVENTS, include_recurring=False))

    async def create() -> int:
        said = _event()
        event = schedule.new_event("Bench")
        event.start = datetime.fromisoformat(said["start"]["dateTime"])
        event.end = datetime.fromisoformat(said["end"]["dateTime"])
        event.save()
        return len(event.object_id)

    return first, listing, create, None


def _event() -> dict[str, Any]:
    start = START + timedelta(minutes=next(_numbers))
    return {
        "subject": "Bench",
        "start": {"dateTime": start.strftime("%Y-%m-%dT%H:%M:%S"), "timeZone": "UTC"},
        "end": {"dateTime": (start + timedelta(minutes=30)).strftime("%Y-%m-%dT%H:%M:%S"), "timeZone": "UTC"},
    }


async def _main(name: str, url: str, token: str, wanted: str) -> None:
    clients = {"convene": ours, "httpx": bare, "msgraph-sdk": msgraph, "O365": o365}
    first, *works = await clients[name](url, token)
    assert first is not None
    assert await first()
    print("first", flush=True)
    taken: list[float | None] = []
    for work in works[: int(wanted)]:
        if work is None:
            taken.append(None)
            continue
        spent = []
        for _ in range(ROUNDS + 5):
            started = time.perf_counter()
            assert await work()
            spent.append(1000 * (time.perf_counter() - started))
        taken.append(statistics.median(spent[5:]))
    print(json.dumps({"memory": _memory(), "taken": taken}), flush=True)


def _memory() -> float:
    """The most that this process has held, in MiB. What getrusage says would include the process that started it."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


if __name__ == "__main__":
    asyncio.run(_main(*sys.argv[1:]))
