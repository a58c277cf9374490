"""How people want their meetings, on storage."""

from collections.abc import AsyncIterator
from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.habits import VERSION, KeptHabits, document_of, habits_of, key_of
from bot.storage.database import Database
from bot.storage.documents import SqliteStorage
from dialogs.decisions.habits import Habits

HABITS = Habits(timedelta(minutes=25), timedelta(minutes=10), (time(12), time(13)), time(10), None, frozenset((4,)), 6)


@pytest.fixture
async def storage(tmp_path: Path) -> AsyncIterator[SqliteStorage]:
    """Documents in a file of the test."""
    async with Database(tmp_path / "convene.db") as database:
        yield SqliteStorage(database)


async def test_habits_come_back_as_they_were(storage: SqliteStorage) -> None:
    """Through JSON and a file; the key does not tell whose they are."""
    await storage.write({key_of("ana"): document_of(HABITS, {})})
    read = await storage.read([key_of("ana"), key_of("tom")])
    assert habits_of(read[key_of("ana")]) == HABITS
    assert key_of("tom") not in read
    assert "ana" not in key_of("ana")


async def test_they_are_erased(storage: SqliteStorage) -> None:
    """Of one person alone."""
    await storage.write({key_of(who): document_of(HABITS, {}) for who in ("ana", "tom")})
    await KeptHabits(storage).forget("ana")
    assert list(await storage.read([key_of("ana"), key_of("tom")])) == [key_of("tom")]


@pytest.mark.parametrize(
    "stored",
    [{}, {"version": VERSION + 1, "habits": {}}, {"version": VERSION, "habits": {"buffer": "soon"}}, {"habits": 7}],
)
def test_what_cannot_be_read_is_as_if_nothing_were_kept(stored: dict[str, object]) -> None:
    """A document of another version, or a damaged one, stops nobody."""
    assert habits_of(stored) == Habits()
