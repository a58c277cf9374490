"""Conversations and other documents, under the contract of the Bot Framework's `Storage`.

A document is a JSON object; its tag stands in it under `e_tag`. The class fulfils that interface by its shape, so
that nothing here imports the Bot Framework.
"""

import json
import secrets
from collections.abc import Iterable, Mapping, MutableMapping
from datetime import UTC, datetime
from typing import Any

from bot.storage.database import Database, Statement

Document = MutableMapping[str, Any]

TAG = "e_tag"
ANY = "*"


class StaleDocument(Exception):
    """Somebody else has written or deleted it since it was read; nothing of the write was stored."""

    def __init__(self, key: str) -> None:
        super().__init__(f"the document {key!r} was changed meanwhile")
        self.key = key


class SqliteStorage:
    """Documents in SQLite: what is read is a copy, a write is all or nothing, and tags hold across processes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def read(self, keys: Iterable[str]) -> dict[str, dict[str, Any]]:
        """The documents of `keys` that exist, each with its tag, all as of the same moment."""
        if keys is None:
            raise ValueError("keys are required")
        wanted = json.dumps(list(keys))
        found = await self._database.read(
            "SELECT key, tag, body FROM documents WHERE key IN (SELECT value FROM json_each(?))", (wanted,)
        )
        return {key: json.loads(body) | {TAG: tag} for key, tag, body in found}

    async def write(self, changes: Mapping[str, Document]) -> None:
        """Store all of `changes` or nothing, and put the new tags into them.

        A document without a tag, or with `*`, overwrites; with any other tag it replaces the document that has that
        tag. Raises StaleDocument where there is none such, ValueError for an empty tag, TypeError or ValueError for
        what is not JSON.
        """
        if changes is None:
            raise ValueError("changes are required")
        written = [(key, document.get(TAG), _body(document), secrets.token_hex(8)) for key, document in changes.items()]
        if any(tag == "" for _, tag, _, _ in written):
            raise ValueError("an empty tag says neither overwrite nor replace")
        if not written:
            return
        stored = await self._database.write([_put(*document) for document in written], each=True)
        if 0 in stored:
            raise StaleDocument(written[stored.index(0)][0])
        for key, _, _, new_tag in written:
            changes[key][TAG] = new_tag

    async def delete(self, keys: Iterable[str]) -> None:
        """Remove the documents of `keys`; one that does not exist is no error."""
        if keys is None:
            raise ValueError("keys are required")
        gone = json.dumps(list(keys))
        await self._database.write(
            [Statement("DELETE FROM documents WHERE key IN (SELECT value FROM json_each(?))", (gone,))]
        )

    async def delete_expired(self, prefix: str, now: datetime) -> int:
        """Remove the documents whose key begins so and whose `until` (ISO 8601, UTC) is over; how many there were.

        What has no `until` stays.
        """
        gone = "DELETE FROM documents WHERE substr(key, 1, ?) = ? AND json_extract(body, '$.until') < ?"
        moment = now.astimezone(UTC).isoformat()
        (count,) = await self._database.write([Statement(gone, (len(prefix), prefix, moment))])
        return count


def _put(key: str, tag: str | None, body: str, new_tag: str) -> Statement:
    """Changes no row where the document is stale."""
    if tag is None or tag == ANY:
        return Statement(
            "INSERT INTO documents (key, tag, body) VALUES (?, ?, ?)"
            " ON CONFLICT (key) DO UPDATE SET tag = excluded.tag, body = excluded.body",
            (key, new_tag, body),
        )
    return Statement("UPDATE documents SET tag = ?, body = ? WHERE key = ? AND tag = ?", (new_tag, body, key, tag))


def _body(document: Document) -> str:
    content = {name: value for name, value in document.items() if name != TAG}
    return json.dumps(content, ensure_ascii=False, allow_nan=False)
