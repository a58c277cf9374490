"""What a vote needs of its surroundings: where it is kept, and how it is shown to people who have not just spoken."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from dialogs.turn import Json, Mentioned
from dialogs.voting.poll import Poll, Post
from graph.client import GraphClient

MOST_TRIES = 100
"""Each try that fails means that somebody else's has not."""


class Overtaken(Exception):
    """Somebody else has written the vote since it was read; nothing was stored."""


@dataclass(frozen=True)
class Kept:
    """A vote as it is stored, and the tag under which it can be replaced."""

    poll: Poll
    tag: str


class Board(Protocol):
    """Votes on the storage, and the chats in which they are shown."""

    async def read(self, ident: str) -> Kept | None:
        """The vote of that id."""

    async def write(self, poll: Poll, before: Kept | None) -> None:
        """Store it in place of `before`; None: it is new. Raises Overtaken."""

    async def of_chat(self, conversation: str) -> tuple[Poll, ...]:
        """The votes that are shown in a conversation, the newest first."""

    async def live(self) -> tuple[Poll, ...]:
        """Those that run, or whose holds are not all released."""

    async def post(self, conversation: str, card: Json) -> str:
        """Say it in a new message; its id, empty where the conversation cannot be reached."""

    async def replace(self, post: Post, card: Json) -> None:
        """Put it in place of a message; nothing where that cannot be reached."""

    async def personal_chat(self, person: str) -> str:
        """The personal conversation of the person of that Entra id; empty where they never opened one."""

    async def members(self, conversation: str) -> tuple[Mentioned, ...] | None:
        """Who is in a group chat or a channel; None where the channel does not tell."""

    def graph_of(self, person: str) -> GraphClient:
        """Graph on behalf of the person of that Entra id."""


async def changed(board: Board, ident: str, change: Callable[[Poll], Poll]) -> Poll:
    """Apply a pure change to what is stored, however many others do so at the same instant; what is stored then.

    Raises LookupError where there is no such vote.
    """
    for _ in range(MOST_TRIES):
        kept = await board.read(ident)
        if kept is None:
            raise LookupError(ident)
        poll = change(kept.poll)
        if poll == kept.poll:
            return poll
        try:
            await board.write(poll, kept)
        except Overtaken:
            continue
        return poll
    raise Overtaken(ident)
