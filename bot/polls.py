"""Votes on the storage, and the chats in which they are shown: `dialogs.voting`'s Board.

A vote is a document of its own, written under its tag, so that of two people who vote at the same instant one is told
to look again. Beside it stand the ids of those that live, and those of each conversation, changed in the same write.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any, Protocol

import structlog
from pydantic import TypeAdapter, ValidationError

from bot.channel.connector import Connector, SendFailed
from bot.channel.proactive import Proactive
from bot.channel.references import Reference
from bot.channel.roster import members
from bot.storage.documents import TAG, StaleDocument
from dialogs.turn import Json, Mentioned, Reply
from dialogs.voting.board import Kept, Overtaken
from dialogs.voting.poll import Poll, Post
from dialogs.voting.rounds import go_round
from graph.client import GraphClient

EVERY = timedelta(seconds=20)
"""How often votes are looked after of their own accord."""
FORGETS_EVERY = timedelta(hours=6)
"""How often votes that are over for long are erased."""
REMEMBERED = 5
"""Votes of one conversation that words may speak of."""
LIVE = "votes/live"
THREAD = ";messageid="
"""What Teams puts between a channel and a thread of it in the id of a conversation."""

_POLLS = TypeAdapter(Poll)

Pause = Callable[[], Awaitable[object]]
"""Waits between two rounds."""

log = structlog.get_logger(__name__)


class Documents(Protocol):
    """The part of the Bot Framework's Storage that is needed here."""

    async def read(self, keys: list[str]) -> dict[str, dict[str, Any]]:
        """The documents that exist, each with its tag."""

    async def write(self, changes: dict[str, dict[str, Any]]) -> None:
        """Store all or nothing. Raises StaleDocument."""

    async def delete_expired(self, prefix: str, now: datetime) -> int:
        """Remove the documents under such keys whose `until` is over."""


class References(Protocol):
    """Where conversations are reached."""

    async def of_conversation(self, conversation: str) -> Reference | None:
        """How that one is; None where it is not known."""

    async def of_person(self, person: str) -> Reference | None:
        """The personal chat of the person of that Entra object id; None where they never opened one."""


class Polls:
    """All votes of the service."""

    def __init__(
        self,
        storage: Documents,
        references: References,
        connector: Connector,
        graph_of: Callable[[str], GraphClient],
    ) -> None:
        self._storage = storage
        self._references = references
        self._connector = connector
        self._proactive = Proactive(connector)
        self.graph_of = graph_of

    async def read(self, ident: str) -> Kept | None:
        """The vote of that id; None also where it was stored by a version that kept other things."""
        key = _key(ident)
        return _kept((await self._storage.read([key])).get(key))

    async def write(self, poll: Poll, before: Kept | None) -> None:
        """Store it with what tells where to find it. Raises Overtaken."""
        document = {"poll": _POLLS.dump_python(poll, mode="json"), TAG: before.tag if before else "*"}
        document |= {} if poll.is_live else _until(poll)
        changes = {_key(poll.id): document}
        changes |= await self._lists(poll, before.poll if before else None)
        try:
            await self._storage.write(changes)
        except StaleDocument as stale:
            raise Overtaken(stale.key) from stale

    async def _lists(self, poll: Poll, before: Poll | None) -> dict[str, dict[str, Any]]:
        """The lists of ids that change with the vote."""
        new_chats = _chats(poll) - (_chats(before) if before else set())
        keys = [_chat_key(chat) for chat in new_chats]
        changes_life = poll.is_live != (before is not None and before.is_live)
        if not keys and not changes_life:
            return {}
        stored = await self._storage.read([*keys, LIVE])
        lists = {key: _listed(stored.get(key)) for key in [*keys, LIVE]}
        changed = {key: [poll.id, *(each for each in lists[key] if each != poll.id)][:REMEMBERED] for key in keys}
        if changes_life:
            others = [each for each in lists[LIVE] if each != poll.id]
            changed[LIVE] = [*others, poll.id] if poll.is_live else others
        return {
            key: {"ids": ids} | _tag(stored.get(key)) | ({} if key == LIVE else _until(poll))
            for key, ids in changed.items()
        }

    async def forget(self, now: datetime) -> int:
        """Erase the votes that are over for long, and what tells where they were shown; how many documents."""
        return await self._storage.delete_expired("vote", now)

    async def of_chat(self, conversation: str) -> tuple[Poll, ...]:
        """The votes that are shown in a conversation, the newest first."""
        return await self._all(_chat_key(conversation))

    async def live(self) -> tuple[Poll, ...]:
        """Those that run, or whose holds are not all released."""
        return await self._all(LIVE)

    async def _all(self, key: str) -> tuple[Poll, ...]:
        ids = _listed((await self._storage.read([key])).get(key))
        if not ids:
            return ()
        stored = await self._storage.read([_key(ident) for ident in ids])
        found = (_kept(stored.get(_key(ident))) for ident in ids)
        return tuple(kept.poll for kept in found if kept)

    async def post(self, conversation: str, card: Json) -> str:
        """Say it in a new message; its id, empty where the conversation cannot be reached."""
        where = await self._references.of_conversation(conversation)
        if where is None:
            return ""
        try:
            return await self._proactive.send(where, Reply(card=card)) or ""
        except SendFailed as failure:
            log.warning("vote not posted", reason=str(failure), status=failure.status)
            return ""

    async def replace(self, post: Post, card: Json) -> None:
        """Put it in place of a message; nothing where that cannot be reached."""
        where = await self._references.of_conversation(post.conversation)
        if where is None:
            return
        try:
            await self._proactive.replace(where, post.message, Reply(card=card))
        except SendFailed as failure:
            log.warning("vote not brought up to date", reason=str(failure), status=failure.status)

    async def personal_chat(self, person: str) -> str:
        """The personal conversation of a person; empty where they never opened one."""
        where = await self._references.of_person(person)
        return where.conversation if where else ""

    async def members(self, conversation: str) -> tuple[Mentioned, ...] | None:
        """Who is in a group chat or a channel; None where the channel does not tell."""
        where = await self._references.of_conversation(conversation)
        if where is None:
            return None
        hints = self._connector.for_hints()
        try:
            return await members(hints, where.service_url, conversation, trusted=where.trusted)
        except SendFailed as failure:
            log.warning("members not known", reason=str(failure), status=failure.status)
            return None


@asynccontextmanager
async def looked_after(polls: Polls, clock: Callable[[], datetime], pause: Pause) -> AsyncIterator[None]:
    """Go round until the end of the block; at once too, for what a process that was killed has left undone.

    A round that is under way at the end is broken off: whoever comes next takes it up.
    """
    rounds = asyncio.create_task(_go_round_and_round(polls, clock, pause))
    try:
        yield
    finally:
        rounds.cancel()
        await asyncio.wait([rounds])


async def _go_round_and_round(polls: Polls, clock: Callable[[], datetime], pause: Pause) -> None:
    forgotten: datetime | None = None
    while True:
        try:
            now = clock()
            if forgotten is None or now - forgotten >= FORGETS_EVERY:
                await polls.forget(now)
                forgotten = now
            for ident in await go_round(polls, now):
                log.warning("vote not settled", vote=ident)
        except Exception:
            # The last resort, as the channel's: one fault must not end all further rounds.
            log.exception("round of votes failed")
        await pause()


async def usual_pause() -> None:
    """Until the next round."""
    await asyncio.sleep(EVERY.total_seconds())


def _until(poll: Poll) -> dict[str, Any]:
    """What the storage goes by when it forgets."""
    return {"until": poll.kept_until.astimezone(UTC).isoformat()} if poll.kept_until else {}


def _key(ident: str) -> str:
    return f"vote/{sha256(ident.encode()).hexdigest()}"


def _chat_key(conversation: str) -> str:
    """Of a channel, whatever thread of it is written in."""
    chat = conversation.partition(THREAD)[0]
    return f"votes/chat/{sha256(chat.encode()).hexdigest()}"


def _chats(poll: Poll) -> set[str]:
    return {post.conversation for post in poll.posts}


def _listed(document: dict[str, Any] | None) -> list[str]:
    ids = (document or {}).get("ids")
    return [each for each in ids if isinstance(each, str)] if isinstance(ids, list) else []


def _tag(document: dict[str, Any] | None) -> dict[str, Any]:
    return {TAG: document[TAG]} if document else {}


def _kept(document: dict[str, Any] | None) -> Kept | None:
    if document is None:
        return None
    try:
        return Kept(_POLLS.validate_python(document.get("poll")), str(document[TAG]))
    except ValidationError:
        log.warning("vote not readable")
        return None
