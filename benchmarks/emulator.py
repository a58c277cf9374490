"""How the emulated Graph bears a large company: 1,000 mailboxes with 200 events each, and a month of one of them.

python -m benchmarks.emulator [--mailboxes 1000] [--events 200]
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx

from benchmarks.machine import machine
from graph.emulator import Emulator, World

FIRST = datetime(2026, 11, 2, 9, tzinfo=UTC)
ASKED = 200


def company(mailboxes: int, each: int) -> World:
    """People with an event of half an hour every 22 hours, so that 200 fill half a year."""
    users = [f"user{number}@contoso.example" for number in range(mailboxes)]
    return World.parse(
        {
            "users": [{"displayName": name, "userPrincipalName": name, "mail": name} for name in users],
            "events": [_event(name, number) for name in users for number in range(each)],
        }
    )


def _event(mailbox: str, number: int) -> dict[str, Any]:
    start = FIRST + timedelta(hours=22) * number
    return {
        "mailbox": mailbox,
        "subject": f"Event {number}",
        "start": {"dateTime": f"{start:%Y-%m-%dT%H:%M:%S}", "timeZone": "UTC"},
        "end": {"dateTime": f"{start + timedelta(minutes=30):%Y-%m-%dT%H:%M:%S}", "timeZone": "UTC"},
    }


async def main(mailboxes: int, each: int) -> None:
    """Load, ask, print."""
    world = company(mailboxes, each)
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        async with Emulator(world, lambda: datetime.now(UTC), Path(folder) / "graph.sqlite") as emulator:
            loaded = time.perf_counter() - started
            taken = await months(emulator, mailboxes)
    print(f"{machine()}\n{mailboxes} mailboxes with {each} events each: loaded and serving after {loaded:.1f} s")
    print(f"calendarView of a month, {ASKED} times: median {statistics.median(taken):.2f} ms, most {max(taken):.1f} ms")


async def months(emulator: Emulator, mailboxes: int) -> list[float]:
    """Milliseconds of a calendarView of 30 days, each time of another mailbox, over HTTP."""
    window = {"startDateTime": "2026-11-02T00:00:00Z", "endDateTime": "2026-12-02T00:00:00Z", "$top": "250"}
    taken = []
    async with httpx.AsyncClient() as client:
        for number in range(ASKED):
            token = emulator.user_token(f"user{number * mailboxes // ASKED}@contoso.example")
            asked = time.perf_counter()
            answer = await client.get(
                f"{emulator.url}/me/calendarView", params=window, headers={"Authorization": f"Bearer {token}"}
            )
            taken.append(1000 * (time.perf_counter() - asked))
            if answer.status_code != httpx.codes.OK or not answer.json()["value"]:
                raise SystemExit(f"a month could not be had: {answer.status_code} {answer.text}")
    return taken


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--mailboxes", type=int, default=1000)
    options.add_argument("--events", type=int, default=200)
    given = options.parse_args()
    asyncio.run(main(given.mailboxes, given.events))
