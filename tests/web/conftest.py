"""The page's server on a small office, beside a bot that does what a test tells it to."""

from collections.abc import AsyncIterator

import pytest

from tests.web.site import Site, site


@pytest.fixture
async def office() -> AsyncIterator[Site]:
    """Ana's and Tom's page."""
    async with site() as running:
        yield running
