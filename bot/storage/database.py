"""The SQLite file behind everything that outlives the process.

Write-ahead logging lets several processes read while one writes; whoever comes second waits. A commit survives the
end of the process, however sudden.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import aiosqlite

PATIENCE = 10.0
"""Seconds that a writer waits for another process."""

_TABLES = (
    "CREATE TABLE IF NOT EXISTS documents (key TEXT PRIMARY KEY, tag TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS claims (key TEXT PRIMARY KEY, until REAL NOT NULL, answer TEXT) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS claims_by_until ON claims (until)",
)


class Database:
    """One connection to the file. Use as `async with Database(path) as database`, or `open` and `close` it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: aiosqlite.Connection | None = None
        # One connection has one transaction at a time; tasks of this process take turns.
        self._turn = asyncio.Lock()
        self._asked: list[tuple[str, Sequence[object], asyncio.Future[None]]] = []
        self._committing: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Open the file and create what is missing in it. Raises OSError where its folder cannot be made."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        connection = await aiosqlite.connect(self._path, timeout=PATIENCE, isolation_level=None)
        self._connection = connection
        await self._switch_to_wal(connection)
        await connection.execute("PRAGMA synchronous = FULL")
        async with self.transaction() as transaction:
            for table in _TABLES:
                await transaction.execute(table)

    async def close(self) -> None:
        """Let go of the file; closing twice is harmless."""
        async with self._turn:
            connection, self._connection = self._connection, None
            if connection is not None:
                await connection.close()

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[aiosqlite.Connection]:
        """All or nothing, and alone: nobody else writes meanwhile, in any process. An exception rolls it back."""
        async with self._turn:
            connection = self._opened()
            try:
                await connection.execute("BEGIN IMMEDIATE")
                yield connection
                await connection.execute("COMMIT")
            except BaseException:
                await asyncio.shield(_roll_back(connection))
                raise

    async def write(self, statement: str, values: Sequence[object]) -> None:
        """One statement that depends on no other, durable on return.

        Those that are asked for while one is being committed share the next commit, which is what costs; they fail
        together too.
        """
        asked = asyncio.get_running_loop().create_future()
        self._asked.append((statement, values, asked))
        if self._committing is None or self._committing.done():
            self._committing = asyncio.create_task(self._commit())
        await asked

    async def read(self, query: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        """The rows of a single SELECT, which sees one state of the file."""
        async with self._turn:
            return [tuple(row) for row in await self._opened().execute_fetchall(query, values)]

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[aiosqlite.Connection]:
        """For a single SELECT, which sees one state of the file."""
        async with self._turn:
            yield self._opened()

    async def _commit(self) -> None:
        while self._asked:
            together, self._asked = self._asked, []
            by_statement: dict[str, list[Sequence[object]]] = {}
            for statement, values, _ in together:
                by_statement.setdefault(statement, []).append(values)
            failure: Exception | None = None
            try:
                async with self.transaction() as transaction:
                    for statement, rows in by_statement.items():
                        await transaction.executemany(statement, rows)
            except (OSError, RuntimeError, sqlite3.Error) as error:
                failure = error
            for *_, asked in together:
                if asked.cancelled():
                    continue
                if failure is None:
                    asked.set_result(None)
                else:
                    asked.set_exception(failure)

    def _opened(self) -> aiosqlite.Connection:
        if self._connection is None:
            raise RuntimeError("the database is not open")
        return self._connection

    @staticmethod
    async def _switch_to_wal(connection: aiosqlite.Connection) -> None:
        """The switch needs the file for itself and does not wait of its own accord, so we do."""
        loop = asyncio.get_running_loop()
        until = loop.time() + PATIENCE
        while True:
            try:
                await connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError:
                if loop.time() >= until:
                    raise
                await asyncio.sleep(0.02)
            else:
                return


async def _roll_back(connection: aiosqlite.Connection) -> None:
    """Undo what is open. Nothing may be: the beginning itself can fail, or a cancelled commit succeed."""
    with suppress(sqlite3.OperationalError):
        await connection.execute("ROLLBACK")
