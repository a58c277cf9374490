"""Asks the addresses of subscribers whether they agree, and brings them their notifications.

Source: Graph documentation, concepts change-notifications-delivery-webhooks.
"""

import asyncio
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import httpx

from graph.client import trust
from graph.emulator.notifications import Letter


@dataclass(frozen=True)
class Persistence:
    """How long an address may take to answer, and the waits before each further attempt, in seconds."""

    answer_within: float = 10.0
    pauses: tuple[float, ...] = (1.0, 5.0, 25.0)


class Notifier:
    """Brings letters, those to one address in their order. `dropped` is called with what nobody took."""

    def __init__(self, persistence: Persistence, dropped: Callable[[Letter], None]) -> None:
        self._persistence = persistence
        self._dropped = dropped
        self._http = httpx.AsyncClient(verify=trust(), timeout=persistence.answer_within, trust_env=False)
        self._under_way: set[asyncio.Task[None]] = set()
        self._lines: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def ask(self, addresses: Iterable[str]) -> dict[str, str]:
        """What keeps each address from being a subscriber's; empty where nothing does."""
        return {address: await self._ask(address) for address in dict.fromkeys(addresses)}

    async def _ask(self, address: str) -> str:
        token = f"Validation: Testing client application reachability for subscription Request-Id: {uuid.uuid4()}"
        url = httpx.URL(address).copy_add_param("validationToken", token)
        try:
            async with asyncio.timeout(self._persistence.answer_within):  # the whole of it, not each part
                answer = await self._http.post(url, headers={"Content-Type": "text/plain; charset=utf-8"})
        except (TimeoutError, httpx.TimeoutException):
            return "The request timed out."
        except httpx.HTTPError:
            return "The notification endpoint cannot be reached."
        if answer.status_code != httpx.codes.OK:
            return f"The notification endpoint must respond with 200 OK; it said {answer.status_code}."
        if not answer.headers.get("Content-Type", "").startswith("text/plain"):
            return "The Content-Type of the response must be text/plain."
        return "" if answer.text == token else "The response must exactly match the validationToken query parameter."

    def send(self, letters: Iterable[Letter]) -> None:
        """Bring them, without anybody waiting for it."""
        for letter in letters:
            task = asyncio.get_running_loop().create_task(self._bring(letter))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)

    async def _bring(self, letter: Letter) -> None:
        async with self._lines[letter.address]:
            is_taken = await self._is_taken(letter)
            for pause in self._persistence.pauses:
                if is_taken:
                    return
                await asyncio.sleep(pause)
                is_taken = await self._is_taken(letter)
        if not is_taken:
            self._dropped(letter)

    async def _is_taken(self, letter: Letter) -> bool:
        try:
            async with asyncio.timeout(self._persistence.answer_within):
                answer = await self._http.post(letter.address, json=letter.body)
        except (TimeoutError, httpx.HTTPError):
            return False
        return answer.is_success

    async def close(self) -> None:
        """Bring nothing more."""
        under_way = list(self._under_way)
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
        await self._http.aclose()
