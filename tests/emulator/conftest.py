"""The office, started for each test and checked against Graph's description at its end."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import httpx
import pytest

from graph.emulator import Emulator, World
from tests.emulator.office import WORLD, Json, Office, Watch
from tests.graph_contract import DATA, contract

OpenOffice = Callable[..., AbstractAsyncContextManager[Office]]


@pytest.fixture
def open_office() -> OpenOffice:
    """Starts an office: `open_office(events=[…])` adds sections of the world, other arguments go to the emulator."""

    @asynccontextmanager
    async def start(
        events: Sequence[Json] = (),
        permissions: Sequence[Json] = (),
        messages: Sequence[Json] = (),
        *,
        users: Sequence[Json] = (),
        groups: Sequence[Json] = (),
        places: Sequence[Json] = (),
        contacts: Sequence[Json] = (),
        **options: Any,
    ) -> AsyncIterator[Office]:
        document = {
            "users": [*WORLD["users"], *users],
            "groups": [*WORLD["groups"], *groups],
            "places": [*WORLD["places"], *places],
            "events": list(events),
            "permissions": list(permissions),
            "messages": list(messages),
            "contacts": list(contacts),
        }
        watch = Watch()
        async with (
            Emulator(World.parse(document), watch, **options) as graph,
            httpx.AsyncClient(timeout=10, trust_env=False) as http,
        ):
            yield Office(graph, watch, http)
            if DATA.exists():
                contract().check(graph.requests)

    return start


@pytest.fixture
async def office(open_office: OpenOffice) -> AsyncIterator[Office]:
    """The office with empty calendars. Every exchange of the test is held against Graph's description."""
    async with open_office() as opened:
        yield opened
