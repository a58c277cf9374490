"""Where those meet who are put down in a few words: the last one says that it is online, and is none of the title."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("helen fri 2pm 20 mins kiln door faults teams", "kiln door faults"),
        ("helen fri 2pm 20 mins kiln door faults on teams", "kiln door faults"),
        ("malik mon 10am 15 mins glaze audit online", "glaze audit"),
        ("Stella tomorrow 3pm crane noise zoom", "crane noise"),
        ("malik and helen fri 2pm 20 mins pump seals (teams)", "pump seals"),
        ("30 min stella friday 2pm hoist doors teams pls", "hoist doors"),
    ],
)
def test_the_last_word_says_where(read: Read, said: str, subject: str) -> None:
    """Behind a title that nothing leads to."""
    understood = read(said)
    assert understood.intent is Intent.SCHEDULE
    assert (understood.subject or understood.purpose) == subject
    assert understood.online


@pytest.mark.parametrize("said", ["malik fri 2pm 20 mins online banking", "malik fri 2pm 20 mins notes for the teams"])
def test_it_may_belong_to_the_title(read: Read, said: str) -> None:
    """Where it does not stand alone at the end."""
    assert read(said).subject.endswith(("online banking", "teams"))
