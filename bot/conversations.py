"""The frame of each conversation on storage, and the habits of who speaks: loaded before a turn, saved after it."""

import json
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from typing import Any, Protocol

import structlog
from pydantic import TypeAdapter, ValidationError
from structlog.contextvars import bind_contextvars

from bot.habits import document_of, habits_of, key_of
from bot.storage.documents import StaleDocument
from dialogs.conversation import converse
from dialogs.decisions.habits import Habits
from dialogs.frame import Frame
from dialogs.turn import Reply, Turn
from dialogs.understand.second import Ask
from dialogs.voting.board import Board
from graph.client import GraphClient

FRAMES = TypeAdapter(Frame)
TAG = "e_tag"

GraphOf = Callable[[str], GraphClient]
"""The Graph that acts for the user of that Entra object id."""

log = structlog.get_logger(__name__)


class Documents(Protocol):
    """The part of the Bot Framework's Storage that is needed here."""

    async def read(self, keys: list[str]) -> dict[str, dict[str, Any]]:
        """The documents that exist, each with its tag."""

    async def write(self, changes: dict[str, dict[str, Any]]) -> None:
        """Store all or nothing. Raises StaleDocument."""

    async def delete(self, keys: list[str]) -> None:
        """Remove the documents that exist."""


class Conversations:
    """The handler of turns: everyone has a frame of their own in each conversation."""

    def __init__(
        self,
        storage: Documents,
        graph_of: GraphOf,
        *,
        second_reader: Ask | None = None,
        help_contact: str = "",
        board: Board | None = None,
    ) -> None:
        """`board`: where votes are; without it there are none."""
        self._storage = storage
        self._help_contact = help_contact
        self._graph_of = graph_of
        self._second_reader = second_reader
        self._board = board

    async def __call__(self, turn: Turn) -> Reply:
        """Take one turn. Raises StaleDocument where another process keeps taking turns of the same conversation."""
        try:
            return await self._take(turn)
        except StaleDocument:
            # Every write to Graph is safe to repeat: a create has its transactionId, an answer looks before it acts.
            return await self._take(turn)

    async def _take(self, turn: Turn) -> Reply:
        key, habits_key = _key(turn), key_of(turn.speaker.id)
        read = await self._storage.read([key, habits_key])
        stored, kept = read.get(key, {}), read.get(habits_key, {})
        before = replace(_frame_of(stored), habits=habits_of(kept))
        graph = self._graph_of(turn.speaker.id)
        after, reply = await converse(
            replace(turn, help_contact=self._help_contact), before, graph, self._second_reader, self._board
        )
        bind_contextvars(graph_calls=graph.calls)
        changes: dict[str, dict[str, Any]] = {}
        if replace(after, habits=before.habits) != before:
            frame = FRAMES.dump_python(after, mode="json", exclude={"habits"})
            changes[key] = {"frame": frame, TAG: stored.get(TAG, "*")}
        if after.habits not in (before.habits, Habits()):
            changes[habits_key] = document_of(after.habits, kept)
        if changes:
            await self._storage.write(changes)
        if after.habits != before.habits and habits_key not in changes:
            await self._storage.delete([habits_key])
        return reply


def _key(turn: Turn) -> str:
    whose = json.dumps([turn.conversation, turn.speaker.id])
    return f"frame/{sha256(whose.encode()).hexdigest()}"


def _frame_of(stored: dict[str, Any]) -> Frame:
    """What is known; nothing, where it was stored by a version that kept other things."""
    try:
        return FRAMES.validate_python(stored.get("frame", {}))
    except ValidationError:
        log.warning("frame not readable, starting afresh")
        return Frame()
