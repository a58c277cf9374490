"""Things that happen once: an activity is handled by one process, a button's write is made by one click.

A claim expires, so that what a killed process had begun can be taken up again and the table does not grow.
"""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from bot.storage.database import Database

Clock = Callable[[], datetime]
"""Now, aware."""


class Once:
    """Claims and remembered answers, by key, across processes and restarts."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def claim(self, key: str, ttl: timedelta) -> bool:
        """Whether `key` is now the caller's, for `ttl`: True for the first who asks, False for all others."""
        now = self._clock()
        async with self._database.transaction() as transaction:
            await transaction.execute("DELETE FROM claims WHERE until <= ?", (now.timestamp(),))
            claimed = await transaction.execute(
                "INSERT OR IGNORE INTO claims (key, until) VALUES (?, ?)", (key, (now + ttl).timestamp())
            )
        return claimed.rowcount == 1

    async def finish(self, key: str, answer: Any, ttl: timedelta) -> None:
        """It is done: remember `answer` (JSON) for `ttl`, for whoever asks with the same key again."""
        until = (self._clock() + ttl).timestamp()
        await self._database.write(
            "INSERT INTO claims (key, until, answer) VALUES (?, ?, ?)"
            " ON CONFLICT (key) DO UPDATE SET until = excluded.until, answer = excluded.answer",
            (key, until, json.dumps(answer, ensure_ascii=False, allow_nan=False)),
        )

    async def answer(self, key: str) -> Any | None:
        """What `finish` was given; None: not finished, or too long ago."""
        now = self._clock().timestamp()
        rows = await self._database.read("SELECT answer FROM claims WHERE key = ? AND until > ?", (key, now))
        return json.loads(rows[0][0]) if rows and rows[0][0] is not None else None

    async def release(self, key: str) -> None:
        """Give a claim back: nothing was done, another may try."""
        async with self._database.transaction() as transaction:
            await transaction.execute("DELETE FROM claims WHERE key = ?", (key,))
