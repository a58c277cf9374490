"""A process that writes until it is killed: `python -m tests.storage.writer FILE`.

It says each number once it is stored.
"""

import asyncio
import sys
from itertools import count
from pathlib import Path

from bot.storage.database import Database
from bot.storage.documents import SqliteStorage


async def write(file: Path) -> None:
    """Two documents at a time, always with the same number."""
    async with Database(file) as database:
        storage = SqliteStorage(database)
        for number in count(1):
            await storage.write({"left": {"n": number}, "right": {"n": number}})
            print(number, flush=True)


asyncio.run(write(Path(sys.argv[1])))
