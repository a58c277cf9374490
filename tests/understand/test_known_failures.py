"""Sentences that are read wrongly. The list must shrink: one that is read rightly fails here, and moves to a table."""

import pytest

from dialogs.understand.understood import Intent
from tests.understand.conftest import Read

TIMES = [
    ("early May or June", "2027-05-01"),
]

INTENTS = [
    ("not sure how to use this", Intent.HELP),
]


@pytest.mark.parametrize(("said", "day"), TIMES)
def test_a_time_that_is_read_wrongly(read: Read, said: str, day: str) -> None:
    """Still wrong."""
    found = read(said).when
    starts = [w.start.strftime("%Y-%m-%d") for w in found if w.start]
    assert starts != ([day] if day else []) or (not day and found)


@pytest.mark.parametrize(("said", "intent"), INTENTS)
def test_an_intent_that_is_read_wrongly(read: Read, said: str, intent: Intent) -> None:
    """Still wrong."""
    assert read(said).intent is not intent
