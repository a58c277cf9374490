"""How long one turn takes, as a channel on the same machine sees it: `python -m benchmarks.turns`.

The whole service over loopback HTTP, answers expected in the response, the state on SQLite. What is measured has the
HTTP round trip in it, so the server's own time is less.
"""

import asyncio
import statistics
import tempfile
import time
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from aiohttp import ClientSession

from benchmarks.machine import machine
from bot.company import DEFAULT_PERSON
from bot.demo import Demo, Running, demo
from bot.logs import set_up_logs

WARM_UP, MEASURED = 30, 300
NOW = datetime(2026, 11, 23, 9, 10, tzinfo=UTC)
TURNS = (
    ("help: no Graph call", "help"),
    ("agenda of a day: one Graph call", "what's on tomorrow"),
    ("times for three people: four Graph calls", "30 minutes with Alex and Priya on Thursday about the Q3 budget"),
)


async def main() -> None:
    """Print the table."""
    set_up_logs("console", "error")
    print(machine())
    print(f"{MEASURED} turns each, one after another, after {WARM_UP} to warm up\n")
    print(f"{'turn':44}{'median':>10}{'p90':>10}{'p99':>10}")
    with tempfile.TemporaryDirectory() as folder:
        async with demo(Demo(now=NOW, data=Path(folder))) as running, ClientSession() as session:
            for name, utterance in TURNS:
                taken = sorted(await measured(running, session, utterance))
                p90, p99 = taken[int(len(taken) * 0.9)], taken[int(len(taken) * 0.99)]
                print(f"{name:44}{statistics.median(taken):7.2f} ms{p90:7.2f} ms{p99:7.2f} ms")


async def measured(running: Running, session: ClientSession, utterance: str) -> list[float]:
    """Milliseconds of each turn."""
    taken = []
    numbers = count()
    for _ in range(WARM_UP + MEASURED):
        activity = _activity(running, f"{utterance}-{next(numbers)}", utterance)
        started = time.perf_counter()
        async with session.post(f"{running.url}/api/messages", json=activity) as response:
            answer = await response.json()
        taken.append(1000 * (time.perf_counter() - started))
        if response.status != 200 or not answer["activities"]:
            raise SystemExit(f"a turn failed: {response.status} {answer}")
    return taken[WARM_UP:]


def _activity(running: Running, ident: str, text: str) -> dict[str, Any]:
    user = running.graph.tenant.store.mailbox(DEFAULT_PERSON)
    return {
        "type": "message",
        "id": ident,
        "channelId": "msteams",
        "serviceUrl": "http://127.0.0.1:9/",
        "from": {"id": "29:bench", "name": "Bench", "aadObjectId": user.id if user else ""},
        "recipient": {"id": "28:convene", "name": "Convene"},
        "conversation": {"id": "a:bench", "conversationType": "personal"},
        "locale": "en-GB",
        "deliveryMode": "expectReplies",
        "text": text,
    }


if __name__ == "__main__":
    asyncio.run(main())
