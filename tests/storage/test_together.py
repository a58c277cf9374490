"""Single writes that meet share a commit, and each is as durable, and as clearly refused, as alone."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from bot.storage.database import Database

CLAIM = "INSERT INTO claims (key, until, answer) VALUES (?, 1, '{}')"


async def keys(database: Database) -> set[str]:
    """The keys that are stored."""
    return {key for (key,) in await database.read("SELECT key FROM claims", ())}


async def test_many_at_once(tmp_path: Path) -> None:
    """Each is on disk when its call returns, whoever else writes in transactions meanwhile."""
    async with Database(tmp_path / "a.sqlite") as database:

        async def write(key: str) -> None:
            await database.write(CLAIM, (key,))
            assert key in await keys(database)

        async def transact(key: str) -> None:
            async with database.transaction() as transaction:
                await transaction.execute(CLAIM, (key,))

        await asyncio.gather(*(write(f"w{n}") for n in range(50)), *(transact(f"t{n}") for n in range(10)))
    async with Database(tmp_path / "a.sqlite") as reopened:
        assert len(await keys(reopened)) == 60


async def test_a_refused_write_says_so(tmp_path: Path) -> None:
    """Nothing of its commit is stored, and the next one goes through."""
    async with Database(tmp_path / "a.sqlite") as database:
        await database.write(CLAIM, ("a",))
        with pytest.raises(sqlite3.IntegrityError):
            await database.write(CLAIM, ("a",))
        await database.write(CLAIM, ("b",))
        assert await keys(database) == {"a", "b"}


async def test_a_caller_who_gives_up_holds_up_nobody(tmp_path: Path) -> None:
    """The others' writes are committed."""
    async with Database(tmp_path / "a.sqlite") as database:
        first, second = (asyncio.create_task(database.write(CLAIM, (key,))) for key in "ab")
        await asyncio.sleep(0)
        first.cancel()
        await second
        assert "b" in await keys(database)


async def test_a_closed_database_refuses(tmp_path: Path) -> None:
    """Nobody waits for ever."""
    async with Database(tmp_path / "a.sqlite") as database:
        pass
    with pytest.raises(RuntimeError, match="not open"):
        await database.write(CLAIM, ("a",))
