"""The SQLite file behind everything that outlives the process.

Write-ahead logging lets several processes read while one writes; whoever comes second waits. A commit survives the
end of the process, however sudden, and that of the machine where it is asked to.

Commits wait for others and for the disk, so they run on a thread of their own, in one crossing each. A read finds its
page in the system's memory in a tenth of the time that a crossing takes, so it runs where it is asked for.
"""

import asyncio
import sqlite3
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

PATIENCE = 10.0
"""Seconds that a writer waits for another process."""

_TABLES = (
    "CREATE TABLE IF NOT EXISTS documents (key TEXT PRIMARY KEY, tag TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS claims (key TEXT PRIMARY KEY, until REAL NOT NULL, answer TEXT) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS claims_by_until ON claims (until)",
)

Rows = list[tuple[Any, ...]]


class Statement(NamedTuple):
    """One INSERT, UPDATE or DELETE."""

    sql: str
    values: Sequence[object]


class _Write(NamedTuple):
    statements: Sequence[Statement]
    each: bool
    lasting: bool


class _Connections(NamedTuple):
    lasting: sqlite3.Connection
    """Its commits are on the disk when they return."""
    quick: sqlite3.Connection
    """Its commits are with the operating system when they return."""
    reader: sqlite3.Connection
    """Never waits for who writes."""


_Asked = asyncio.Future[Sequence[int]]
_Committed = asyncio.Future[Sequence[Sequence[int]]]


class Database:
    """The file, open. Use as `async with Database(path) as database`, or `open` and `close` it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="commits")
        self._connections: _Connections | None = None
        self._asked: list[tuple[_Write, _Asked]] = []
        self._committing: _Committed | None = None

    async def open(self) -> None:
        """Open the file and create what is missing in it. Raises OSError where its folder cannot be made."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        loop = asyncio.get_running_loop()
        self._connections = await loop.run_in_executor(self._thread, _opened, self._path)

    async def close(self) -> None:
        """Let go of the file when everything asked for is written; closing twice is harmless."""
        while self._committing:
            await asyncio.wait({self._committing})
        connections, self._connections = self._connections, None
        if connections is not None:
            await asyncio.get_running_loop().run_in_executor(self._thread, _closed, connections)
        self._thread.shutdown(wait=False)

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def write(
        self, statements: Sequence[Statement], *, each: bool = False, lasting: bool = True
    ) -> Sequence[int]:
        """Store what all of `statements` do, or nothing; how many rows each has changed.

        `each`: store nothing where one changes no row. `lasting`: it outlives a sudden end of the machine too, not
        only of the process. Writes that are asked for while a commit is under way share the next one, since it is the
        commit that costs; they fail together too. What a caller asks for who gives up waiting is stored all the same.
        """
        connections = self._opened()
        asked: _Asked = asyncio.get_running_loop().create_future()
        self._asked.append((_Write(statements, each, lasting), asked))
        if self._committing is None:
            self._commit(connections)
        return await asked

    async def read(self, query: str, values: Sequence[object] = ()) -> Rows:
        """The rows of a single SELECT, which sees one state of the file."""
        return self._opened().reader.execute(query, values).fetchall()

    def _opened(self) -> _Connections:
        if self._connections is None:
            raise RuntimeError("the database is not open")
        return self._connections

    def _commit(self, connections: _Connections) -> None:
        together, self._asked = self._asked, []
        writes, waiting = [write for write, _ in together], [asked for _, asked in together]
        loop = asyncio.get_running_loop()
        self._committing = loop.run_in_executor(self._thread, _committed, connections, writes)
        self._committing.add_done_callback(partial(self._tell, connections, waiting))

    def _tell(self, connections: _Connections, waiting: Sequence[_Asked], committed: _Committed) -> None:
        self._committing = None
        if self._asked:
            self._commit(connections)
        failure = committed.exception()
        for number, asked in enumerate(waiting):
            if asked.cancelled():
                continue
            if failure:
                asked.set_exception(failure)
            else:
                asked.set_result(committed.result()[number])


def _opened(path: Path) -> _Connections:
    lasting, quick, reader = (
        sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        for _ in _Connections._fields
    )
    _switch_to_wal(lasting)
    lasting.execute("PRAGMA synchronous = FULL")
    quick.execute("PRAGMA synchronous = NORMAL")
    with lasting:
        lasting.execute("BEGIN IMMEDIATE")
        for table in _TABLES:
            lasting.execute(table)
    return _Connections(lasting, quick, reader)


def _closed(connections: _Connections) -> None:
    for connection in reversed(connections):
        connection.close()


def _switch_to_wal(connection: sqlite3.Connection) -> None:
    """The switch needs the file for itself and does not wait of its own accord, so we do."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() >= until:
                raise
            time.sleep(0.02)
        else:
            return


def _committed(connections: _Connections, writes: Sequence[_Write]) -> Sequence[Sequence[int]]:
    writer = connections.lasting if any(write.lasting for write in writes) else connections.quick
    with writer:
        writer.execute("BEGIN IMMEDIATE")
        return [_changed(writer, write) for write in writes]


def _changed(writer: sqlite3.Connection, write: _Write) -> Sequence[int]:
    if len(write.statements) == 1:
        return [writer.execute(*write.statements[0]).rowcount]
    writer.execute("SAVEPOINT before")
    changed = [writer.execute(*statement).rowcount for statement in write.statements]
    if write.each and 0 in changed:
        writer.execute("ROLLBACK TO before")
    writer.execute("RELEASE before")
    return changed
