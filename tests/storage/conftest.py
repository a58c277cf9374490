"""A file per test, and stores on it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.database import Database
from bot.storage.documents import SqliteStorage


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the test's database lies; its folder does not exist yet."""
    return tmp_path / "data" / "convene.db"


@pytest.fixture
async def database(file: Path) -> AsyncIterator[Database]:
    """The database, open."""
    async with Database(file) as database:
        yield database


@pytest.fixture
def storage(database: Database) -> SqliteStorage:
    """Documents in it."""
    return SqliteStorage(database)


@pytest.fixture
async def elsewhere(file: Path, database: Database) -> AsyncIterator[SqliteStorage]:
    """Another process's view of the same file."""
    async with Database(file) as another:
        yield SqliteStorage(another)
