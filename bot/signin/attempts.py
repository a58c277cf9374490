"""Sign-ins that were offered: each for one person in one conversation, for some minutes, and once.

An attempt is named by its `state`, a random word that only the sign-in card and Entra's answer carry. What is kept of
it is sealed, since it has the secret half of PKCE and what the person had said.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Protocol

from pydantic import TypeAdapter, ValidationError

from bot.signin.seal import Seal
from dialogs.turn import Turn
from graph.credentials import Flow

GOOD_FOR = timedelta(minutes=15)

Clock = Callable[[], datetime]
"""Now, aware."""


class Unusable(Exception):
    """The link leads nowhere."""


class Used(Unusable):
    """Somebody has signed in, or refused to, with it already."""


class Expired(Unusable):
    """It is too old, or was never given out."""


class Ledger(Protocol):
    """The part of `Once` that is needed here."""

    async def claim(self, key: str, ttl: timedelta) -> bool:
        """Whether it is the caller's: the first one's."""

    async def finish(self, key: str, answer: Any, ttl: timedelta) -> None:
        """Keep `answer`."""

    async def answer(self, key: str) -> Any | None:
        """What is kept; None once it is too old."""


@dataclass(frozen=True)
class Attempt:
    """The turn that could not be answered, and Entra's sign-in once it was begun."""

    turn: Turn
    until: datetime
    flow: dict[str, Any] | None = None


_ATTEMPTS = TypeAdapter(Attempt)


class Attempts:
    """What was offered and not yet used."""

    def __init__(self, ledger: Ledger, seal: Seal, clock: Clock) -> None:
        self._ledger = ledger
        self._seal = seal
        self._clock = clock

    async def offer(self, turn: Turn) -> str:
        """A new one, for the speaker of `turn`; its state."""
        state = secrets.token_urlsafe(32)
        await self._keep(state, Attempt(turn, self._clock() + GOOD_FOR))
        return state

    async def find(self, state: str) -> Attempt:
        """One that is still good. Raises Used, Expired."""
        sealed = await self._ledger.answer(_key("attempt", state))
        if sealed == "":
            raise Used
        opened = self._seal.open(sealed) if isinstance(sealed, str) else None
        if opened is None:
            raise Expired
        try:
            attempt = _ATTEMPTS.validate_python(opened)
        except ValidationError as unreadable:
            raise Expired from unreadable
        if self._clock() >= attempt.until:
            raise Expired
        return attempt

    async def begin(self, state: str, attempt: Attempt, flow: Flow) -> None:
        """Entra's sign-in for it has begun."""
        await self._keep(state, replace(attempt, flow=dict(flow)))

    async def take(self, state: str) -> Attempt:
        """Use it; whoever comes second is refused. Raises Used, Expired."""
        attempt = await self.find(state)
        if not await self._ledger.claim(_key("used", state), GOOD_FOR):
            raise Used
        await self._ledger.finish(_key("attempt", state), "", GOOD_FOR)
        return attempt

    async def _keep(self, state: str, attempt: Attempt) -> None:
        sealed = self._seal.close(_ATTEMPTS.dump_python(attempt, mode="json"))
        await self._ledger.finish(_key("attempt", state), sealed, attempt.until - self._clock())


def _key(kind: str, state: str) -> str:
    return f"signin/{kind}/{sha256(state.encode()).hexdigest()}"
