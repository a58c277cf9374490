"""How people want their meetings, kept for each of them whatever the conversation: one document a person."""

from hashlib import sha256
from typing import Any, Protocol

import structlog
from pydantic import TypeAdapter, ValidationError

from dialogs.decisions.habits import Habits

VERSION = 1
"""Of the document's form; one of another version is not read."""
TAG = "e_tag"
HABITS = TypeAdapter(Habits)

log = structlog.get_logger(__name__)


class Documents(Protocol):
    """The part of the Bot Framework's Storage that is needed here."""

    async def delete(self, keys: list[str]) -> None:
        """Remove the documents that exist."""


class KeptHabits:
    """What is kept of people's habits can be erased."""

    def __init__(self, storage: Documents) -> None:
        self._storage = storage

    async def forget(self, user_id: str) -> None:
        """Erase all of it."""
        await self._storage.delete([key_of(user_id)])


def key_of(user_id: str) -> str:
    """The document's key; it does not tell whose it is."""
    return f"habits/{sha256(user_id.encode()).hexdigest()}"


def habits_of(stored: dict[str, Any]) -> Habits:
    """What a document says; what everybody has, where there is none or one of another version."""
    if not stored:
        return Habits()
    try:
        if stored.get("version") == VERSION:
            return HABITS.validate_python(stored.get("habits", {}))
    except ValidationError:
        pass
    log.warning("habits not readable, starting afresh")
    return Habits()


def document_of(habits: Habits, stored: dict[str, Any]) -> dict[str, Any]:
    """The document that says so, in place of the one that was read."""
    return {"version": VERSION, "habits": HABITS.dump_python(habits, mode="json"), TAG: stored.get(TAG, "*")}
