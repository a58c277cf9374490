"""Things that happen once: an activity is handled by one process, a button's write is made by one click.

A claim expires, so that what a killed process had begun can be taken up again and the table does not grow.
"""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from bot.storage.database import Database, Statement

Clock = Callable[[], datetime]
"""Now, aware."""

TIDIED_EVERY = timedelta(hours=1)
"""How often what has expired is removed where only answers are remembered."""


class Once:
    """Claims and remembered answers, by key, across processes and restarts."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._tidy_from = clock()

    async def claim(self, key: str, ttl: timedelta) -> bool:
        """Whether `key` is now the caller's, for `ttl`: True for the first who asks, False for all others."""
        now = self._clock()
        _, claimed = await self._database.write(
            [
                _expired(now),
                Statement("INSERT OR IGNORE INTO claims (key, until) VALUES (?, ?)", (key, (now + ttl).timestamp())),
            ]
        )
        return claimed == 1

    async def finish(self, key: str, answer: Any, ttl: timedelta) -> None:
        """It is done: remember `answer` (JSON) for `ttl`, for whoever asks with the same key again."""
        now = self._clock()
        remembered = Statement(
            "INSERT INTO claims (key, until, answer) VALUES (?, ?, ?)"
            " ON CONFLICT (key) DO UPDATE SET until = excluded.until, answer = excluded.answer",
            (key, (now + ttl).timestamp(), json.dumps(answer, ensure_ascii=False, allow_nan=False)),
        )
        statements = [remembered]
        if now >= self._tidy_from:
            self._tidy_from = now + TIDIED_EVERY
            statements.append(_expired(now))
        # Who did it can stand its being done again after a power cut, and every turn would wait for the disk.
        await self._database.write(statements, lasting=False)

    async def answer(self, key: str) -> Any | None:
        """What `finish` was given; None: not finished, or too long ago."""
        now = self._clock().timestamp()
        rows = await self._database.read("SELECT answer FROM claims WHERE key = ? AND until > ?", (key, now))
        return json.loads(rows[0][0]) if rows and rows[0][0] is not None else None

    async def release(self, key: str) -> None:
        """Give a claim back: nothing was done, another may try."""
        await self._database.write([Statement("DELETE FROM claims WHERE key = ?", (key,))])


def _expired(now: datetime) -> Statement:
    return Statement("DELETE FROM claims WHERE until <= ?", (now.timestamp(),))
