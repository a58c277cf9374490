"""The public keys with which a token service signs: fetched before they are needed, and kept."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

import aiohttp
import structlog
from jwt import PyJWK, PyJWTError

from bot.channel.authentication import is_private

Sleep = Callable[[float], Awaitable[None]]
Monotonic = Callable[[], float]

SHORTEST = 2048
"""Bits of a key that is trusted. Source: RFC 7518, 3.3."""

LARGEST = 1024 * 1024
"""Bytes of an answer that are read."""

log = structlog.get_logger(__name__)


class UnknownKey(Exception):
    """The service does not sign with such a key, as far as may be asked."""


class NoKeys(Exception):
    """The service's keys could never be fetched, so that nothing can be told about a token."""


class _Unusable(Exception):
    """The service's answer is no set of keys."""


@dataclass(frozen=True)
class SigningKey:
    """A key, and the channels whose activities it may sign; none where the service does not say."""

    key: PyJWK
    endorsements: frozenset[str]


@dataclass(frozen=True)
class Freshness:
    """When keys are fetched again. All in seconds.

    Source: Bot Framework, "Authenticate with the Bot Connector API": fetch the keys at least once in 24 hours, since
    a new one may sign a day after it was published.
    """

    every: float = 24 * 3600.0
    for_unknown: float = 60.0
    """An unknown key id asks for another fetch at most this often."""
    patience: float = 3.0
    """How long a caller waits for a fetch, which goes on without them."""
    answer: float = 10.0
    """How long the service may take to answer."""
    first_retry: float = 5.0
    """After a failed fetch; it doubles with each failure."""
    longest_retry: float = 600.0


class SigningKeys:
    """The keys of one OpenID provider. Where it cannot be reached, those that are known serve on."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        metadata_url: str,
        *,
        freshness: Freshness | None = None,
        sleep: Sleep = asyncio.sleep,
        monotonic: Monotonic = time.monotonic,
    ) -> None:
        """`metadata_url` is the provider's OpenID configuration."""
        self._session = session
        self._metadata_url = metadata_url
        self._freshness = freshness or Freshness()
        self._sleep = sleep
        self._monotonic = monotonic
        self._keys: Mapping[str, SigningKey] = {}
        self._asked_at = float("-inf")
        self._fetching: asyncio.Task[bool] | None = None

    @asynccontextmanager
    async def kept_fresh(self) -> AsyncIterator["SigningKeys"]:
        """Fetch now, waiting no longer than a caller would, and again and again in the background until the end."""
        fresh = asyncio.create_task(self._keep_fresh())
        try:
            # Started here, so that there is something to wait for.
            await asyncio.wait({self._fetch_once()}, timeout=self._freshness.patience)
            yield self
        finally:
            under_way = [task for task in (fresh, self._fetching) if task]
            for task in under_way:
                task.cancel()
            for task in under_way:
                with suppress(asyncio.CancelledError):
                    await task

    async def key(self, ident: str) -> SigningKey:
        """The key of that id. Raises UnknownKey; NoKeys where no fetch has ever succeeded.

        An unknown id may have been published since the last fetch: callers share one more, at most once in
        `for_unknown` seconds.
        """
        if known := self._keys.get(ident):
            return known
        under_way = self._fetching is not None and not self._fetching.done()
        if under_way or self._monotonic() - self._asked_at >= self._freshness.for_unknown:
            await asyncio.wait({self._fetch_once()}, timeout=self._freshness.patience)
        if known := self._keys.get(ident):
            return known
        raise UnknownKey if self._keys else NoKeys

    async def _keep_fresh(self) -> None:
        retry = self._freshness.first_retry
        while True:
            if await asyncio.shield(self._fetch_once()):
                retry = self._freshness.first_retry
                await self._sleep(self._freshness.every)
            else:
                await self._sleep(retry)
                retry = min(2 * retry, self._freshness.longest_retry)

    def _fetch_once(self) -> "asyncio.Task[bool]":
        """The fetch that is under way, or a new one; whether it brought keys."""
        if self._fetching is None or self._fetching.done():
            self._asked_at = self._monotonic()
            self._fetching = asyncio.create_task(self._fetch())
        return self._fetching

    async def _fetch(self) -> bool:
        try:
            metadata = await self._get(self._metadata_url)
            self._keys = _signing_keys(await self._get(_address(metadata)))
        except (aiohttp.ClientError, TimeoutError, _Unusable) as failure:
            log.warning(
                "signing keys not fetched",
                address=self._metadata_url,
                reason=f"{type(failure).__name__}: {failure}",
                serving_on=bool(self._keys),
            )
            return False
        return True

    async def _get(self, url: str) -> Mapping[str, Any]:
        async with self._session.get(
            url, timeout=aiohttp.ClientTimeout(total=self._freshness.answer), allow_redirects=False
        ) as response:
            if response.status != 200:
                raise _Unusable(f"answered {response.status}")
            body = await response.content.read(LARGEST)
            while not response.content.at_eof() and len(body) < LARGEST:
                body += await response.content.read(LARGEST - len(body))
        try:
            found = json.loads(body)
        except (ValueError, RecursionError) as error:
            raise _Unusable("no JSON") from error
        if not isinstance(found, dict):
            raise _Unusable("no JSON object")
        return found


def _address(metadata: Mapping[str, Any]) -> str:
    address = metadata.get("jwks_uri")
    if not (isinstance(address, str) and is_private(address)):
        raise _Unusable("no https jwks_uri")
    return address


def _signing_keys(document: Mapping[str, Any]) -> Mapping[str, SigningKey]:
    """The RSA keys of a JSON Web Key Set that are for signing, by id. Raises _Unusable where there are none."""
    listed = document.get("keys")
    found = [key for item in listed if (key := _signing_key(item))] if isinstance(listed, list) else []
    if not found:
        raise _Unusable("no RSA signing keys")
    return dict(found)


def _signing_key(item: object) -> tuple[str, SigningKey] | None:
    if not isinstance(item, dict):
        return None
    ident, endorsed = item.get("kid"), item.get("endorsements")
    if not (isinstance(ident, str) and item.get("kty") == "RSA" and item.get("use", "sig") == "sig"):
        return None
    channels = frozenset(one for one in endorsed if isinstance(one, str)) if isinstance(endorsed, list) else frozenset()
    try:
        key = PyJWK(item, algorithm="RS256")
    except (PyJWTError, ValueError):
        return None
    return (ident, SigningKey(key, channels)) if key.key.key_size >= SHORTEST else None
