"""The tokens of the people who have signed in: kept sealed, renewed before they expire, deleted on request."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Protocol

import structlog
from pydantic import TypeAdapter, ValidationError

from bot.signin.seal import Seal
from bot.storage.documents import TAG, StaleDocument
from graph.credentials import EARLY, Flow, Grant
from graph.errors import NotSignedIn, Unavailable

Clock = Callable[[], datetime]
"""Now, aware."""

log = structlog.get_logger(__name__)


class Entra(Protocol):
    """The part of `EntraApplication` that signing people in needs."""

    async def begin_code_flow(self, redirect_uri: str, state: str) -> Flow:
        """A sign-in at `auth_uri`. Raises Unavailable."""

    async def by_code(self, flow: Flow, answer: dict[str, str]) -> Grant:
        """What Entra's answer is worth. Raises NotSignedIn, Unavailable."""

    async def by_refresh_token(self, refresh_token: str) -> Grant:
        """Another access token. Raises NotSignedIn, Unavailable."""


class Documents(Protocol):
    """The part of the Bot Framework's Storage that is needed here."""

    async def read(self, keys: list[str]) -> dict[str, dict[str, Any]]:
        """The documents that exist, each with its tag."""

    async def write(self, changes: dict[str, dict[str, Any]]) -> None:
        """Store all or nothing. Raises StaleDocument."""

    async def delete(self, keys: Iterable[str]) -> None:
        """Remove what exists of them."""


@dataclass(frozen=True)
class Tokens:
    """What is kept of one person. `expires` is aware."""

    access: str
    refresh: str
    expires: datetime


_TOKENS = TypeAdapter(Tokens)


class UserTokens:
    """The tokens of everybody, by Entra object id."""

    def __init__(self, storage: Documents, seal: Seal, entra: Entra, clock: Clock) -> None:
        self._storage = storage
        self._seal = seal
        self._entra = entra
        self._clock = clock
        self._renewing: dict[str, asyncio.Task[str]] = {}
        self._refused: dict[str, str] = {}
        """Access tokens that Graph did not take, by user."""

    def of(self, user_id: str) -> "UserToken":
        """The source of that user's access tokens."""
        return UserToken(self, user_id)

    async def keep(self, user_id: str, grant: Grant) -> None:
        """The user has signed in."""
        await self._write(user_id, self._tokens_of(grant, ""), tag="*")

    async def forget(self, user_id: str) -> bool:
        """Delete what is kept of the user; whether there was anything."""
        known = bool(await self._storage.read([_key(user_id)]))
        await self._storage.delete([_key(user_id)])
        self._refused.pop(user_id, None)
        return known

    async def access_token(self, user_id: str) -> str:
        """A token that is good for some minutes. Raises NotSignedIn, Unavailable."""
        tokens, _ = await self._read(user_id)
        if self._clock() < tokens.expires - EARLY and tokens.access != self._refused.get(user_id):
            return tokens.access
        renewing = self._renewing.get(user_id)
        if renewing is None or renewing.done():
            renewing = self._renewing[user_id] = asyncio.create_task(self._renew(user_id))
            renewing.add_done_callback(lambda done: self._renewed(user_id, done))
        # A turn that is given up must not take the token away from the user's other turns.
        return await asyncio.shield(renewing)

    def refuse(self, user_id: str, token: str) -> None:
        """Graph did not take `token`."""
        self._refused[user_id] = token

    def _renewed(self, user_id: str, done: "asyncio.Task[str]") -> None:
        if self._renewing.get(user_id) is done:
            del self._renewing[user_id]
        if not done.cancelled():
            done.exception()

    async def _renew(self, user_id: str) -> str:
        tokens, tag = await self._read(user_id)
        try:
            if not tokens.refresh:
                raise NotSignedIn("the sign-in cannot be renewed", code="NoRefreshToken")
            grant = await self._entra.by_refresh_token(tokens.refresh)
        except NotSignedIn:
            log.info("sign-in over")
            await self._storage.delete([_key(user_id)])
            raise
        except Unavailable:
            if self._clock() < tokens.expires and tokens.access != self._refused.get(user_id):
                return tokens.access
            raise
        renewed = self._tokens_of(grant, tokens.refresh)
        try:
            await self._write(user_id, renewed, tag)
        except StaleDocument:
            # Signed out, or in anew, while Entra was asked: what is kept now is what counts.
            renewed, _ = await self._read(user_id)
        return renewed.access

    def _tokens_of(self, grant: Grant, refresh: str) -> Tokens:
        expires = self._clock() + timedelta(seconds=grant.seconds)
        return Tokens(grant.access_token, grant.refresh_token or refresh, expires)

    async def _read(self, user_id: str) -> tuple[Tokens, str]:
        """What is kept, and its tag. Raises NotSignedIn."""
        document = (await self._storage.read([_key(user_id)])).get(_key(user_id))
        opened = self._seal.open(str(document.get("sealed"))) if document else None
        if document is None or opened is None:
            raise NotSignedIn("nobody has signed in", code="SignInNeeded")
        try:
            return _TOKENS.validate_python(opened), str(document[TAG])
        except ValidationError as unreadable:
            raise NotSignedIn("kept by another version", code="SignInNeeded") from unreadable

    async def _write(self, user_id: str, tokens: Tokens, tag: str) -> None:
        sealed = self._seal.close(_TOKENS.dump_python(tokens, mode="json"))
        await self._storage.write({_key(user_id): {"sealed": sealed, TAG: tag}})


class UserToken:
    """One user's tokens, as a Graph client asks for them."""

    def __init__(self, everybody: UserTokens, user_id: str) -> None:
        self._everybody = everybody
        self._user_id = user_id

    async def token(self) -> str:
        """A token that is good for some minutes. Raises NotSignedIn, Unavailable."""
        return await self._everybody.access_token(self._user_id)

    def forget(self, token: str) -> None:
        """Graph has refused `token`: bring another next time."""
        self._everybody.refuse(self._user_id, token)


def _key(user_id: str) -> str:
    return f"tokens/{sha256(user_id.encode()).hexdigest()}"
