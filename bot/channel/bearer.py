"""The token that our replies carry: one for the process, renewed before it expires while the old one serves on."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Protocol

import structlog

from graph.errors import NotSignedIn, Unavailable

CONNECTOR_SCOPE = "https://api.botframework.com/.default"

AHEAD = 600.0
"""Seconds before its expiry from which a token is renewed; half of its life where that is shorter."""
RETRY = 30.0
"""Seconds between attempts at renewing a token that is still good."""

Fetch = Callable[[], Awaitable[tuple[str, float]]]
"""Brings a token and the seconds that it is good for, off the event loop: `EntraApplication.for_client` is one.

Raises NotSignedIn, Unavailable."""

log = structlog.get_logger(__name__)


class TokenRefused(Exception):
    """There is no token to send a reply with; the message says why."""


class TokenSource(Protocol):
    """Gives the token that a reply carries."""

    async def token(self) -> str:
        """A token that is good now. Raises TokenRefused."""

    def forget(self, token: str) -> None:
        """The channel has refused `token`: bring another next time."""


class Bearer:
    """A token shared by all turns. Callers wait for it only where there is none that is good."""

    def __init__(self, fetch: Fetch, *, now: Callable[[], float] = time.monotonic) -> None:
        """`now`: seconds on a clock that never goes back."""
        self._fetch = fetch
        self._now = now
        self._token = ""
        self._asked = self._expires = self._renew_at = float("-inf")
        self._renewing: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def ready(self) -> AsyncIterator["Bearer"]:
        """Ask for the first token at once, so that no turn waits for it; a renewal under way ends with the block."""
        self._renew()
        try:
            yield self
        finally:
            if self._renewing:
                self._renewing.cancel()
                with suppress(asyncio.CancelledError, NotSignedIn, Unavailable):
                    await self._renewing

    async def token(self) -> str:
        """A token that is good now. Raises TokenRefused."""
        now = self._now()
        if now >= self._renew_at:
            renewing = self._renew()
            if now >= self._expires:
                try:
                    # A turn that is given up must not take the token away from the others.
                    await asyncio.shield(renewing)
                except (NotSignedIn, Unavailable) as refusal:
                    raise TokenRefused(f"Entra gave no token: {refusal}") from refusal
        return self._token

    def forget(self, token: str) -> None:
        """The channel has refused `token`: the next caller waits for another, unless this one is new itself."""
        if token == self._token and self._now() - self._asked >= RETRY:
            self._expires = self._renew_at = float("-inf")

    def _renew(self) -> "asyncio.Task[None]":
        if self._renewing is None or self._renewing.done():
            self._renewing = asyncio.create_task(self._fetched())
            self._renewing.add_done_callback(_seen)
        return self._renewing

    async def _fetched(self) -> None:
        asked = self._now()
        try:
            token, seconds = await self._fetch()
        except (NotSignedIn, Unavailable) as refusal:
            self._renew_at = max(self._renew_at, asked + RETRY) if self._expires > asked else float("-inf")
            log.warning("token for replies not renewed", reason=str(refusal), serving_on=self._expires > asked)
            raise
        self._token, self._asked = token, asked
        self._expires = asked + seconds
        self._renew_at = asked + max(seconds - AHEAD, seconds / 2)


def _seen(renewing: "asyncio.Task[None]") -> None:
    """A renewal that failed while the old token is good is nobody's error."""
    if not renewing.cancelled():
        renewing.exception()
