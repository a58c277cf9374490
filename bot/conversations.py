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
from dialogs import overheard
from dialogs.conversation import converse
from dialogs.decisions.habits import Habits
from dialogs.frame import Frame
from dialogs.overheard import Overheard
from dialogs.turn import Reply, Turn
from dialogs.understand.second import Ask
from dialogs.voting.board import Board
from graph.client import GraphClient

FRAMES = TypeAdapter(Frame)
HEARD = TypeAdapter(Overheard)
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
    """The handler of turns: everyone has a frame of their own in each conversation.

    Of a chat of several it is kept besides what was asked there last, which somebody else may take up.
    """

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
        key, habits_key, chat_key = _key(turn), key_of(turn.speaker.id), _chat_key(turn)
        read = await self._storage.read([key, habits_key, *([chat_key] if turn.in_group else [])])
        stored, kept, chat = read.get(key, {}), read.get(habits_key, {}), read.get(chat_key, {})
        before = replace(_frame_of(stored), habits=habits_of(kept))
        graph = self._graph_of(turn.speaker.id)
        turn = replace(turn, help_contact=self._help_contact)
        turn, begun = overheard.taken_up(turn, before, _heard_in(chat))
        after, reply = await converse(turn, begun, graph, self._second_reader, self._board)
        bind_contextvars(graph_calls=graph.calls)
        changes: dict[str, dict[str, Any]] = {}
        if asked := overheard.asked(turn, begun, after):
            changes[chat_key] = {"asked": HEARD.dump_python(asked, mode="json"), TAG: chat.get(TAG, "*")}
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


def _chat_key(turn: Turn) -> str:
    return f"chat/{sha256(turn.conversation.encode()).hexdigest()}"


def _heard_in(stored: dict[str, Any]) -> Overheard | None:
    """What was asked last in the chat, as far as it can be read."""
    try:
        return HEARD.validate_python(stored["asked"]) if "asked" in stored else None
    except ValidationError:
        return None


def _frame_of(stored: dict[str, Any]) -> Frame:
    """What is known; nothing, where it was stored by a version that kept other things."""
    try:
        return FRAMES.validate_python(stored.get("frame", {}))
    except ValidationError:
        log.warning("frame not readable, starting afresh")
        return Frame()
