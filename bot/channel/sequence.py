"""Turns of one conversation run one after another, those of different conversations side by side."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass
class _Place:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    wanted: int = 0


class Sequence:
    """A lock for each key, kept for as long as somebody holds it or waits for it."""

    def __init__(self) -> None:
        self._places: dict[str, _Place] = {}

    @asynccontextmanager
    async def turn(self, key: str) -> AsyncIterator[None]:
        """Wait for everybody who asked for `key` before, in the order of asking."""
        place = self._places.setdefault(key, _Place())
        place.wanted += 1
        try:
            async with place.lock:
                yield
        finally:
            place.wanted -= 1
            if not place.wanted:
                del self._places[key]

    def __len__(self) -> int:
        """How many keys are held or waited for."""
        return len(self._places)
