"""A process that writes until it is killed: `python -m tests.storage.writer FILE`.

It says each number once everything of it is stored.
"""

import asyncio
import sys
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from bot.storage.database import Database
from bot.storage.documents import SqliteStorage
from bot.storage.once import Once

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


async def write(file: Path) -> None:
    """Two documents at a time, always with the same number, and then that number's answer."""
    async with Database(file) as database:
        storage, once = SqliteStorage(database), Once(database, lambda: NOW)
        for number in count(1):
            await storage.write({"left": {"n": number}, "right": {"n": number}})
            await once.finish(f"activity {number}", number, timedelta(days=1))
            print(number, flush=True)


if __name__ == "__main__":
    asyncio.run(write(Path(sys.argv[1])))
