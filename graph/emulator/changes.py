"""What requests have changed in mailboxes, written down by the database itself.

Triggers on the tables of events, messages and contacts last as long as the connection. So no handler has to think of
telling, and what is rolled back was never written down.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace

CREATED, UPDATED, DELETED = "created", "updated", "deleted"
_TABLE = """
CREATE TEMP TABLE journal (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, mailbox TEXT NOT NULL, folder TEXT NOT NULL,
    version INTEGER NOT NULL, change TEXT NOT NULL);
"""
_TRIGGERS = """
CREATE TEMP TRIGGER {kind}_comes BEFORE INSERT ON {table} WHEN {new} BEGIN
    INSERT INTO journal (kind, id, mailbox, folder, version, change) VALUES (
        '{kind}', NEW.id, NEW.{mailbox}, {new_folder}, {new_version},
        CASE WHEN {was_there} OR EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id) THEN 'updated' ELSE 'created' END);
END;
CREATE TEMP TRIGGER {kind}_changes AFTER UPDATE ON {table} WHEN {new} BEGIN
    INSERT INTO journal (kind, id, mailbox, folder, version, change) VALUES (
        '{kind}', NEW.id, NEW.{mailbox}, {new_folder}, {new_version}, 'updated');
END;
CREATE TEMP TRIGGER {kind}_goes AFTER DELETE ON {table} WHEN {old} BEGIN
    INSERT INTO journal (kind, id, mailbox, folder, version, change) VALUES (
        '{kind}', OLD.id, OLD.{mailbox}, {old_folder}, {old_version}, 'deleted');
END;
"""
_DAY_OF_A_SERIES = """
CREATE TEMP TRIGGER day_goes AFTER INSERT ON removed_days BEGIN
    INSERT INTO journal (kind, id, mailbox, folder, version, change)
        SELECT 'event', id, mailbox, '', version, 'updated' FROM events WHERE id = NEW.master;
END;
"""
_FOLDER = "COALESCE(json_extract({row}.document, '$.parentFolderId'), '')"
_VERSION = "COALESCE(json_extract({row}.document, '$.version'), 1)"


@dataclass(frozen=True)
class Change:
    """`kind` is event, message or contact, `mailbox` the id of whose it is; `folder` is empty where it has none.

    `change` is one of CREATED, UPDATED, DELETED; what is deleted has the version that it had last.
    """

    kind: str
    id: str
    mailbox: str
    folder: str
    version: int
    change: str


class Journal:
    """The changes since they were last taken. Nothing is written down before `begin`."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._has_begun = False

    def begin(self) -> None:
        """Write down what changes from now on; once for each connection."""
        self._db.executescript(_TABLE + _triggers() + _DAY_OF_A_SERIES)
        self._has_begun = True

    def take(self) -> list[Change]:
        """What has changed since, each item once; outside of a transaction."""
        if not self._has_begun:
            return []
        rows = self._db.execute(
            "SELECT kind, id, mailbox, folder, version, change FROM journal ORDER BY number"
        ).fetchall()
        if rows:
            self._db.execute("DELETE FROM journal")
        return in_all(Change(*row) for row in rows)


def in_all(changes: Iterable[Change]) -> list[Change]:
    """What several changes come to: one for each item, none for what came and went."""
    found: dict[tuple[str, str], Change] = {}
    for later in changes:
        key = (later.kind, later.id)
        earlier = found.pop(key, None)
        if earlier is None:
            found[key] = later
        elif earlier.change == CREATED and later.change != DELETED:
            found[key] = replace(later, change=CREATED)
        elif earlier.change == DELETED:
            found[key] = replace(later, change=UPDATED)
        elif earlier.change != CREATED:
            found[key] = later
    return list(found.values())


def _triggers() -> str:
    """An exception of a series is no new event: the event was there, as an occurrence."""
    event = {"new": "1", "old": "1", "was_there": "NEW.master IS NOT NULL", "mailbox": "mailbox"}
    event |= {"new_folder": "''", "old_folder": "''", "new_version": "NEW.version", "old_version": "OLD.version"}
    documents = {"was_there": "0"} | {
        f"{age}_{name}": expression.format(row=age.upper())
        for age in ("new", "old")
        for name, expression in (("folder", _FOLDER), ("version", _VERSION))
    }
    message = {**documents, "new": "1", "old": "1", "mailbox": "mailbox"}
    contact = {**documents, "new": "NEW.kind = 'contact'", "old": "OLD.kind = 'contact'", "mailbox": "owner"}
    return "".join(
        _TRIGGERS.format(kind=kind, table=table, **parts)
        for kind, table, parts in (
            ("event", "events", event),
            ("message", "messages", message),
            ("contact", "shelf", contact),
        )
    )
