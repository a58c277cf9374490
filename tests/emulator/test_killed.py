"""The emulator's process is killed; what it answered is still there."""

import asyncio
import sys
from pathlib import Path

import httpx

from graph.emulator import Emulator
from tests.emulator.office import Asker, Office, Watch, meeting

PROCESS = """
import asyncio, sys
from graph.emulator import Emulator, World
from tests.emulator.office import WORLD, Watch

async def main():
    async with Emulator(World.parse(WORLD), Watch(), sys.argv[1]) as graph:
        print(graph.url, graph.user_token("ana@contoso.example"), flush=True)
        await asyncio.sleep(3600)

asyncio.run(main())
"""


async def test_nothing_that_was_answered_is_lost(tmp_path: Path) -> None:
    """After a kill -9 the event is in both calendars, under the same id, and the old token still opens them."""
    database = tmp_path / "graph.sqlite"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROCESS, str(database), stdout=asyncio.subprocess.PIPE, cwd=Path(__file__).parents[2]
    )
    assert process.stdout is not None
    url, token = (await asyncio.wait_for(process.stdout.readline(), 30)).decode().split()
    async with httpx.AsyncClient(timeout=10, trust_env=False) as http:
        made = await Asker(http, url, token).post("/me/events", meeting("tom", transactionId="t1"))
        process.kill()
        await process.wait()
        async with Emulator(tmp_path / "gone.json", Watch(), database) as graph:
            ana, office = Asker(http, graph.url, token), Office(graph, Watch(), http)
            assert (await ana.get(f"/me/events/{made['id']}"))["subject"] == "Budget"
            assert (await ana.post("/me/events", meeting("tom", transactionId="t1")))["id"] == made["id"]
            assert (await office.tom.only_event())["iCalUId"] == made["iCalUId"]
