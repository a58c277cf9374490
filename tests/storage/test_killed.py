"""A process that is killed loses nothing that it has said was stored."""

import asyncio
import sys
from pathlib import Path

from bot.storage.database import Database
from bot.storage.documents import SqliteStorage
from bot.storage.once import Once
from tests.storage.writer import NOW

ROOT = Path(__file__).resolve().parents[2]


async def _write_and_kill(file: Path, numbers: int) -> int:
    """Let a writer store `numbers` pairs, kill it in the middle of its work, return the last number it reported."""
    writer = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.storage.writer", str(file), cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert writer.stdout is not None
    try:
        async with asyncio.timeout(30):
            for _ in range(numbers):
                await writer.stdout.readline()
    finally:
        writer.kill()
    rest = (await writer.stdout.read()).split(b"\n")[:-1]
    await writer.wait()
    return int(rest[-1]) if rest else numbers


async def test_killed_in_the_middle_of_its_work(file: Path) -> None:
    """What was reported is there, whole, and the file can be written at once."""
    reported = await _write_and_kill(file, 50)
    async with Database(file) as database:
        storage = SqliteStorage(database)
        found = await storage.read(["left", "right"])
        assert found["left"]["n"] == found["right"]["n"] >= reported
        answers = [await Once(database, lambda: NOW).answer(f"activity {n}") for n in range(1, reported + 1)]
        assert answers == list(range(1, reported + 1))
        await storage.write({"left": {**found["left"], "n": 0}})


async def test_the_others_go_on_when_one_is_killed(file: Path, storage: SqliteStorage) -> None:
    """A killed process leaves no lock behind."""
    await _write_and_kill(file, 20)
    async with asyncio.timeout(10):
        await storage.write({"mine": {"n": 1}})
    assert (await storage.read(["mine"]))["mine"]["n"] == 1
