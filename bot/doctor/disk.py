"""Can the folder for data be written to, read from and deleted in, by a database that several may open."""

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from bot.doctor.finding import Finding, failed, ok, warning

CHECK = "storage"
FULL, NEARLY_FULL = 50 * 2**20, 500 * 2**20
"""Bytes free."""


def storage(folder: Path) -> Finding:
    """Try there what the service does, in a file aside; databases that are there already are only read."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".doctor-", dir=folder) as aside:
            problem = _try_out(Path(aside) / "trial.sqlite")
        for kept in sorted(folder.glob("*.sqlite")):
            problem = problem or _look_at(kept)
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return failed(
            CHECK,
            f"The folder {folder} cannot be written to: {error.strerror or error}.",
            "Give it to the user that the service runs as, mount it writable, or set CONVENE_DATA_DIR to another.",
        )
    except sqlite3.Error as error:
        return failed(
            CHECK,
            f"A database in {folder} cannot be worked with: {error}.",
            "Use a disk of this machine, or a block device: file shares over SMB do not lock as SQLite needs it.",
        )
    return problem or _space(folder, free)


def _try_out(path: Path) -> Finding | None:
    """Two connections, as two processes would have them: one writes, the other reads and deletes."""
    with closing(sqlite3.connect(path, isolation_level=None)) as one:
        mode = one.execute("PRAGMA journal_mode = WAL").fetchone()[0]
        if mode != "wal":
            raise sqlite3.OperationalError("it cannot keep a write-ahead log")
        one.execute("CREATE TABLE trial (key TEXT PRIMARY KEY)")
        one.execute("INSERT INTO trial VALUES ('written')")
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            found = other.execute("SELECT key FROM trial").fetchall()
            gone = other.execute("DELETE FROM trial").rowcount
    if found != [("written",)] or gone != 1:
        return failed(
            CHECK, "What one process writes, another does not read.", "Use a disk of this machine, or a block device."
        )
    return None


def _look_at(path: Path) -> Finding | None:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)) as kept:
        says = kept.execute("PRAGMA quick_check(1)").fetchone()[0]
    if says != "ok":
        return failed(
            CHECK,
            f"The database {path} is damaged: {says}.",
            "Stop the service, then bring back a backup, or move the file away: people have to sign in again then.",
        )
    return None


def _space(folder: Path, free: int) -> Finding:
    megabytes = f"{free // 2**20} MB are free in {folder}."
    if free < FULL:
        return failed(CHECK, f"The disk is full: {megabytes}", "Make room, or set CONVENE_DATA_DIR to another folder.")
    if free < NEARLY_FULL:
        return warning(CHECK, f"The disk is nearly full: {megabytes}", "Make room before it is.")
    return ok(CHECK, f"{folder} can be written to, read from and deleted in.")
