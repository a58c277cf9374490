"""A service as a process of its own, to be killed: `python -m tests.conversations.one_service` and one line of JSON.

The line has `data`, `graph`, `now` (ISO, aware) and `tokens` by user. It prints its address, and serves until it ends.
"""

import asyncio
import json
import sys
from datetime import datetime
from pathlib import Path

from bot.app import Where, service
from bot.channel.authentication import Unsigned
from graph.credentials import FixedToken


async def serve(given: dict[str, str], tokens: dict[str, str]) -> None:
    """Until the process ends."""
    where = Where("127.0.0.1", 0, Path(given["data"]), given["graph"])
    now = datetime.fromisoformat(given["now"])
    async with service(
        where,
        authenticator=Unsigned("127.0.0.1"),
        tokens_of=lambda user: FixedToken(tokens[user]),
        clock=lambda: now,
        pause=asyncio.Event().wait,
    ) as url:
        print(f"ready {url}", flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    read = json.loads(sys.stdin.readline())
    asyncio.run(serve(read, read["tokens"]))
