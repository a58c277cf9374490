"""A second reader in a conversation: asked where we hardly know, and only there."""

from datetime import UTC, datetime

import httpx
import pytest

from dialogs.conversation import converse
from dialogs.frame import Frame
from dialogs.turn import Chat, Speaker, Turn
from graph.client import GraphClient
from graph.credentials import FixedToken

STRANGE = "wrangle the gizmo about the whatnot"


class Model:
    """Gives one answer, or none, and keeps what it was asked."""

    def __init__(self, answer: str = "") -> None:
        self.answer = answer
        self.asked: list[str] = []

    async def __call__(self, question: str) -> str:
        """Raises ConnectionError where it has no answer."""
        self.asked.append(question)
        if not self.answer:
            raise ConnectionError
        return self.answer


async def outcome_of(words: str, model: Model | None) -> str:
    """What becomes of the words, said with nothing open; no calendar is needed for it."""
    said = Turn("t1", "c1", Chat.PERSONAL, Speaker("u1", "Ana"), datetime(2026, 11, 23, 9, tzinfo=UTC), utterance=words)
    async with httpx.AsyncClient() as http:
        graph = GraphClient(http, "http://127.0.0.1:1/v1.0", FixedToken("none"))
        _, reply = await converse(said, Frame(), graph, model)
    return reply.outcome


async def test_it_tells_what_strange_words_ask_for() -> None:
    """What it says is done as if we had known it."""
    model = Model('{"intent": "help"}')
    assert await outcome_of(STRANGE, model) == await outcome_of("help", None)
    assert STRANGE in model.asked[0]


@pytest.mark.parametrize("words", ["help", "hello", "thanks"])
async def test_what_we_know_is_not_handed_over(words: str) -> None:
    """Nothing leaves for words that we can read."""
    model = Model('{"intent": "help"}')
    await outcome_of(words, model)
    assert model.asked == []
