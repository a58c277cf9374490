"""Replies on their way to the channel: the Bot Connector's REST interface on one shared aiohttp session.

Connector                 sends, with time-outs and retries
  └─ .at(service_url)     the part that CloudAdapterBase calls: `.conversations.send_to_conversation` …
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import aiohttp
from botbuilder.schema import ResourceResponse
from yarl import URL

from bot.channel.bearer import TokenRefused, TokenSource
from bot.channel.replies import to_json
from graph.retries import retry_after

Sleep = Callable[[float], Awaitable[None]]
Answered = tuple[int, Mapping[str, str], bytes]
"""Status, headers and body."""

PASSING = frozenset({429, 502, 503, 504})
"""Answers that invite another try."""


class SendFailed(Exception):
    """The channel did not take an activity. `status` is its HTTP status, None where there was no answer."""

    def __init__(self, message: str, status: int | None = None) -> None:
        super().__init__(message)
        self.status = status

    @property
    def refused(self) -> bool:
        """The channel has answered, and would answer the same another time."""
        return self.status is not None and self.status not in PASSING


@dataclass(frozen=True)
class Patience:
    """How long a reply may take. All in seconds."""

    answer: float = 10.0
    """For one request to be answered."""
    waiting: float = 15.0
    """For all waits between the tries of one reply together."""
    tries: int = 4
    first_wait: float = 0.5
    """Where the channel does not say how long to wait; it doubles with each try."""


class Connector:
    """Sends activities. One for the process: every conversation shares its connections."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        *,
        tokens: TokenSource | None = None,
        patience: Patience | None = None,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        """`tokens`: without them replies carry none, which only an emulator takes."""
        self._session = session
        self._tokens = tokens
        self._patience = patience or Patience()
        self._sleep = sleep

    def at(self, service_url: str | None, *, trusted: bool = False) -> "ConnectorAt":
        """The connector as botbuilder knows it, for one serviceUrl. None: it can be had, but sends nothing.

        `trusted`: a signed activity has proven the address, so that our token may be sent there.
        """
        return ConnectorAt(self, service_url, trusted=trusted)

    def for_hints(self) -> "Connector":
        """The same for what may get lost, such as a typing indicator: one short try."""
        return Connector(self._session, tokens=self._tokens, patience=Patience(answer=5.0, tries=1), sleep=self._sleep)

    async def call(self, method: str, url: str, activity: Any | None = None, *, trusted: bool = False) -> str | None:
        """Send `activity` (a botbuilder Activity) and return the id that the channel gave it.

        Raises SendFailed after the last try. A request that was not answered in time is not repeated, since it may
        have arrived; one whose connection broke is, since that is what an idle connection closed by the channel does.
        """
        body = None if activity is None else json.dumps(to_json(activity), separators=(",", ":")).encode()
        return _given_id(await self.ask(method, url, body, trusted=trusted))

    async def ask(self, method: str, url: str, body: bytes | None = None, *, trusted: bool = False) -> bytes:
        """The body of the channel's answer, with the patience of `call`. Raises SendFailed after the last try."""
        left = self._patience.waiting
        for tried in range(1, self._patience.tries + 1):
            wait = self._patience.first_wait * 2 ** (tried - 1)
            try:
                status, headers, answer = await self._authorized(method, url, body, trusted=trusted)
            except TimeoutError as error:
                raise SendFailed("the channel did not answer in time") from error
            except aiohttp.ClientError as error:
                failure = SendFailed(f"the channel could not be reached: {type(error).__name__}")
            except TokenRefused as refusal:
                failure = SendFailed(str(refusal))
            else:
                if 200 <= status < 300:
                    return answer
                failure = SendFailed(f"the channel answered {status}", status)
                if failure.refused:
                    raise failure
                asked = retry_after(headers)
                wait = wait if asked is None else asked.total_seconds()
            if tried == self._patience.tries or wait > left:
                raise failure
            left -= wait
            await self._sleep(wait)
        raise AssertionError("at least one try")

    async def _authorized(self, method: str, url: str, body: bytes | None, *, trusted: bool) -> Answered:
        """One try; another at once where the channel does not take the token any more. Raises TokenRefused."""
        if not (trusted and self._tokens):
            return await self._once(method, url, body, None)
        token = await self._tokens.token()
        answered = await self._once(method, url, body, token)
        if answered[0] != HTTPStatus.UNAUTHORIZED:
            return answered
        self._tokens.forget(token)
        renewed = await self._tokens.token()
        return answered if renewed == token else await self._once(method, url, body, renewed)

    async def _once(self, method: str, url: str, body: bytes | None, token: str | None) -> Answered:
        headers = {"Content-Type": "application/json; charset=utf-8"} if body else {}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        async with self._session.request(
            method,
            URL(url, encoded=True),
            data=body,
            headers=headers,
            timeout=aiohttp.ClientTimeout(total=self._patience.answer),
            allow_redirects=False,
        ) as response:
            return response.status, response.headers, await response.read()


class ConnectorAt:
    """The shape of the SDK's ConnectorClient, as far as CloudAdapterBase uses it."""

    def __init__(self, connector: Connector, service_url: str | None, *, trusted: bool) -> None:
        self._connector = connector
        self._service_url = service_url
        self._trusted = trusted

    @property
    def conversations(self) -> "ConnectorAt":
        """The SDK groups these operations under a name of their own."""
        return self

    async def send_to_conversation(self, conversation_id: str, activity: Any) -> Any:
        """Append to the conversation; a ResourceResponse. Raises SendFailed."""
        return await self._call("POST", (conversation_id, "activities"), activity)

    async def reply_to_activity(self, conversation_id: str, activity_id: str, activity: Any) -> Any:
        """Answer one activity; a ResourceResponse. Raises SendFailed."""
        return await self._call("POST", (conversation_id, "activities", activity_id), activity)

    async def update_activity(self, conversation_id: str, activity_id: str, activity: Any) -> Any:
        """Replace what was sent before; a ResourceResponse. Raises SendFailed."""
        return await self._call("PUT", (conversation_id, "activities", activity_id), activity)

    async def delete_activity(self, conversation_id: str, activity_id: str) -> None:
        """Take back what was sent before. Raises SendFailed."""
        await self._call("DELETE", (conversation_id, "activities", activity_id))

    async def _call(self, method: str, path: tuple[str, ...], activity: Any | None = None) -> Any:
        if self._service_url is None:
            raise SendFailed("the activity had no serviceUrl")
        segments = "/".join(quote(segment, safe="") for segment in path)
        url = f"{self._service_url.rstrip('/')}/v3/conversations/{segments}"
        return ResourceResponse(id=await self._connector.call(method, url, activity, trusted=self._trusted))


def _given_id(answer: bytes) -> str | None:
    try:
        found = json.loads(answer)
    except ValueError:
        return None
    ident = found.get("id") if isinstance(found, dict) else None
    return ident if isinstance(ident, str) else None
