"""How many requests of ours one mailbox serves at once, first come first served."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

MAILBOX_CONCURRENCY = 4
"""Requests that Outlook serves at once for one mailbox. Source: Graph concepts, throttling-limits."""


class Lane:
    """A mailbox's places. A batch takes several at once; nobody who comes later overtakes it."""

    def __init__(self) -> None:
        self._free = MAILBOX_CONCURRENCY
        self._waiting: deque[tuple[int, asyncio.Future[None]]] = deque()

    @asynccontextmanager
    async def hold(self, places: int = 1) -> AsyncIterator[None]:
        """Wait for `places`, all there are at most, and hold them."""
        places = min(places, MAILBOX_CONCURRENCY)
        await self._take(places)
        try:
            yield
        finally:
            self._give(places)

    async def _take(self, places: int) -> None:
        if not self._waiting and self._free >= places:
            self._free -= places
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((places, turn))
        try:
            await turn
        except asyncio.CancelledError:
            # Whoever gives up with their places in hand passes them on; who still waits lets the next one by.
            self._give(0 if turn.cancelled() else places)
            raise

    def _give(self, places: int) -> None:
        self._free += places
        while self._waiting:
            wanted, turn = self._waiting[0]
            if not turn.cancelled():
                if self._free < wanted:
                    return
                self._free -= wanted
                turn.set_result(None)
            self._waiting.popleft()
