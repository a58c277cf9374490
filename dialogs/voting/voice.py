"""Who speaks about a vote, and what may be said of them before their mailbox is known."""

from dataclasses import dataclass

from dialogs.asker import Asker
from dialogs.turn import Turn
from dialogs.voting.board import Board
from dialogs.words.reader import Reader


@dataclass(frozen=True)
class Voice:
    """Somebody in a turn about a vote. `asker` None: they are not signed in, and need not be to vote."""

    turn: Turn
    reader: Reader
    board: Board
    asker: Asker | None = None

    @property
    def id(self) -> str:
        """Their Entra object id."""
        return self.turn.speaker.id
