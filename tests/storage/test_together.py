"""Writes that meet share a commit, and each is as durable, and as clearly refused, as alone; reads wait for none."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from bot.storage.database import Database, Statement
from bot.storage.documents import SqliteStorage, StaleDocument


def claim(*keys: str) -> list[Statement]:
    """What stores `keys`, none of which may be there yet."""
    return [Statement("INSERT INTO claims (key, until, answer) VALUES (?, 1, '{}')", (key,)) for key in keys]


async def keys(database: Database) -> set[str]:
    """The keys that are stored."""
    return {key for (key,) in await database.read("SELECT key FROM claims")}


async def test_many_at_once(tmp_path: Path) -> None:
    """Each is stored when its call returns, of however many statements it is and however long it is to last."""
    async with Database(tmp_path / "a.sqlite") as database:

        async def write(*wanted: str, lasting: bool) -> None:
            assert await database.write(claim(*wanted), lasting=lasting) == [1] * len(wanted)
            assert set(wanted) <= await keys(database)

        alone = (write(f"w{number}", lasting=number % 2 == 0) for number in range(50))
        pairs = (write(f"l{number}", f"r{number}", lasting=number % 2 == 0) for number in range(10))
        await asyncio.gather(*alone, *pairs)
    async with Database(tmp_path / "a.sqlite") as reopened:
        assert len(await keys(reopened)) == 70


async def test_a_refused_write_says_so(tmp_path: Path) -> None:
    """Nothing of its commit is stored, and the next one goes through."""
    async with Database(tmp_path / "a.sqlite") as database:
        await database.write(claim("a"))
        with pytest.raises(sqlite3.IntegrityError):
            await database.write(claim("new", "a"))
        await database.write(claim("b"))
        assert await keys(database) == {"a", "b"}


async def test_a_stale_write_is_undone_alone(database: Database, storage: SqliteStorage) -> None:
    """Those that share its commit are stored."""
    # The first commit is under way when the others are asked for.
    first = asyncio.create_task(storage.write({"first": {}}))
    stale = asyncio.create_task(storage.write({"half": {}, "first": {"e_tag": "another"}}))
    other = asyncio.create_task(storage.write({"left": {}, "right": {}}))
    await asyncio.gather(first, other)
    with pytest.raises(StaleDocument):
        await stale
    assert set(await storage.read(["first", "half", "left", "right"])) == {"first", "left", "right"}


async def test_a_caller_who_gives_up_holds_up_nobody(tmp_path: Path) -> None:
    """The others' writes are committed."""
    async with Database(tmp_path / "a.sqlite") as database:
        first, second = (asyncio.create_task(database.write(claim(key))) for key in "ab")
        await asyncio.sleep(0)
        first.cancel()
        await second
        assert "b" in await keys(database)


async def test_closing_waits_for_what_was_asked_for(tmp_path: Path) -> None:
    """Also for what no commit has begun with yet."""
    async with Database(tmp_path / "a.sqlite") as database:
        writing = [asyncio.create_task(database.write(claim(key))) for key in "abc"]
        await asyncio.sleep(0)
    await asyncio.gather(*writing)
    async with Database(tmp_path / "a.sqlite") as reopened:
        assert await keys(reopened) == {"a", "b", "c"}


async def test_a_closed_database_refuses(tmp_path: Path) -> None:
    """Nobody waits for ever."""
    async with Database(tmp_path / "a.sqlite") as database:
        pass
    with pytest.raises(RuntimeError, match="not open"):
        await database.write(claim("a"))


async def test_a_read_does_not_wait_for_a_writer(tmp_path: Path) -> None:
    """It sees what was there before the transaction, in this process's writes or in another's."""
    async with Database(tmp_path / "a.sqlite") as database:
        await database.write(claim("before"))
        another = sqlite3.connect(tmp_path / "a.sqlite", isolation_level=None)
        another.execute("BEGIN IMMEDIATE")
        another.execute(*claim("not yet")[0])
        writing = asyncio.create_task(database.write(claim("waiting")))
        await asyncio.sleep(0)
        assert await keys(database) == {"before"}
        another.execute("COMMIT")
        another.close()
        await writing
        assert await keys(database) == {"before", "not yet", "waiting"}
