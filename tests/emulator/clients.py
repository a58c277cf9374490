"""Our own client in the office, as somebody of it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from graph.client import GraphClient, connection_pool
from graph.credentials import FixedToken
from tests.emulator.office import Office


async def _at_once(_: float) -> None:
    """In place of waiting."""


@asynccontextmanager
async def client_of(
    office: Office, name: str = "", *, sleep: Callable[[float], Awaitable[None]] = _at_once
) -> AsyncIterator[GraphClient]:
    """The client of somebody of the office; without a name that of the application. It does not wait for real."""
    async with connection_pool() as http:
        graph = GraphClient(http, office.graph.url, FixedToken(office.graph.app_token()), sleep=sleep)
        if not name:
            yield graph
        else:
            email = f"{name}@contoso.example"
            yield graph.as_user(FixedToken(office.graph.user_token(email)), email)
