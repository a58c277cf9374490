"""A scripted Graph and a client of it."""

from collections.abc import AsyncIterator

import pytest

from graph.client import GraphClient
from tests.graph.description import AVAILABLE, faults
from tests.graph.service import Service


@pytest.fixture
async def service() -> AsyncIterator[Service]:
    """A Graph that answers as the test says."""
    async with Service().running() as service:
        yield service


@pytest.fixture
async def graph(service: Service) -> AsyncIterator[GraphClient]:
    """A client of it, signed in."""
    async with service.client() as client:
        yield client


@pytest.fixture
async def described(service: Service) -> AsyncIterator[Service]:
    """The same Graph; when the test is over, every request that it got is checked against Graph's description."""
    yield service
    if AVAILABLE:
        assert [(asked.method, asked.path, list(faults(asked))) for asked in service.asked if any(faults(asked))] == []
