"""What a tenant keeps beside events and messages: one table for everything with a kind, an owner and an id.

Calendars, groups of calendars, contacts, categories, photos. An owner is a mailbox's id, or a calendar's.
"""

import json
import sqlite3

from graph.emulator.errors import Json

SCHEMA = """
CREATE TABLE IF NOT EXISTS shelf (
    kind TEXT NOT NULL, owner TEXT NOT NULL, id TEXT NOT NULL, document TEXT NOT NULL,
    PRIMARY KEY (kind, owner, id));
"""


class Shelf:
    """Documents in Graph's names, in the order in which they came."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def put(self, kind: str, owner: str, key: str, document: Json) -> None:
        """A new document, or another in place of the one with this key; it keeps its place in the order."""
        self._db.execute(
            "INSERT INTO shelf VALUES (?1, ?2, ?3, ?4) ON CONFLICT (kind, owner, id) DO UPDATE SET document = ?4",
            (kind, owner, key, json.dumps(document)),
        )

    def get(self, kind: str, owner: str, key: str) -> Json | None:
        """The document of that key."""
        row = self._db.execute(
            "SELECT document FROM shelf WHERE kind = ? AND owner = ? AND id = ?", (kind, owner, key)
        ).fetchone()
        return json.loads(row[0]) if row else None

    def all(self, kind: str, owner: str) -> list[Json]:
        """Everything of a kind that an owner has."""
        rows = self._db.execute("SELECT document FROM shelf WHERE kind = ? AND owner = ? ORDER BY rowid", (kind, owner))
        return [json.loads(row[0]) for row in rows]

    def keys(self, kind: str, owner: str) -> list[str]:
        """The keys of everything of a kind that an owner has."""
        rows = self._db.execute("SELECT id FROM shelf WHERE kind = ? AND owner = ? ORDER BY rowid", (kind, owner))
        return [row[0] for row in rows]

    def keep_newest(self, kind: str, owner: str, count: int) -> None:
        """Keep no more than `count` of a kind that an owner has, the last ones that came."""
        self._db.execute(
            "DELETE FROM shelf WHERE rowid IN (SELECT rowid FROM shelf WHERE kind = ? AND owner = ?"
            " ORDER BY rowid DESC LIMIT -1 OFFSET ?)",
            (kind, owner, count),
        )

    def remove(self, kind: str, owner: str, key: str) -> None:
        """Keep it no longer."""
        self._db.execute("DELETE FROM shelf WHERE kind = ? AND owner = ? AND id = ?", (kind, owner, key))
