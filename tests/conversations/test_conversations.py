"""The book of conversations: each is played twice, straight through and with a restart before every turn.

`pytest tests/conversations --rewrite` writes down what came back instead; read the difference before you keep it.
"""

from pathlib import Path

import pytest

from tests.conversations.conftest import Book
from tests.conversations.player import playing
from tests.conversations.written import Conversation, conversations, rewritten

HERE = Path(__file__).parent
BOOK = sorted(HERE.glob("*.txt"))
CHAPTERS = [pytest.param(path, each, id=f"{path.stem}: {each.title}") for path in BOOK for each in conversations(path)]


@pytest.mark.parametrize("restarts", [False, True], ids=["straight", "restarted"])
@pytest.mark.parametrize(("path", "conversation"), CHAPTERS)
async def test_the_conversation_goes_as_written(
    path: Path, conversation: Conversation, restarts: bool, tmp_path: Path, book: Book
) -> None:
    """To the letter: what is said, which buttons there are, what is written to Graph, what is in the calendars."""
    async with playing(tmp_path, restarts=restarts) as player:
        came = await player.play(conversation)
        if book.description:
            book.description.check(player.graph.requests)
    if book.played is not None and not restarts:
        book.played.setdefault(path, {})[conversation.title] = came
        return
    written = [line for step in conversation.steps for line in (step.line, *step.expected)]
    really = [line for step, lines in zip(conversation.steps, came, strict=True) for line in (step.line, *lines)]
    assert really == written


def test_no_two_conversations_promise_the_same() -> None:
    """A title names one promise."""
    titles = [each.title for path in BOOK for each in conversations(path)]
    assert len(titles) == len(set(titles)) > 0


def test_a_transcript_that_differs_fails(tmp_path: Path) -> None:
    """The book is compared line by line: an extra line of ours is a difference too."""
    page = tmp_path / "page.txt"
    page.write_text("# A promise\n\nMon 23 Nov 2026, 09:00\nInês: hello\nBot: something\n     more\n", encoding="utf-8")
    [read] = conversations(page)
    assert [step.line for step in read.steps] == ["Mon 23 Nov 2026, 09:00", "Inês: hello"]
    assert read.steps[1].expected == ["Bot: something", "     more"]
    assert rewritten(page, {"A promise": [[], ["Bot: else"]]}).endswith("Inês: hello\nBot: else\n")
