"""Somebody put in the place of another while a question is open."""

import pytest

from dialogs.understand.context import Context
from dialogs.understand.understood import Question
from dialogs.understand.wording import somebody_else
from tests.understand.conftest import MADRID, NOW


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("not Rohan, Tom I meant", "Tom instead of Rohan"),
        ("Rohan? no, Tom", "Tom instead of Rohan"),
        (
            "not Rohan, Tom I meant, and actually make it wednesday",
            "Tom instead of Rohan, and actually make it wednesday",
        ),
        ("Reyes? No, Lund", "Lund"),
        ("not now, Tom", "not now, Tom"),
    ],
)
def test_somebody_else(words: str, plain: str) -> None:
    """One of those who are offered is chosen; whoever else comes instead."""
    asked = Context(NOW, MADRID, "en-GB", Question("choice", ("Mia Reyes", "Mia Lund")))
    assert somebody_else.plainly(words, asked) == plain
