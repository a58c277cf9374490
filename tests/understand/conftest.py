"""A fixed moment to read from: Wednesday 18 November 2026, nine in the morning in Madrid."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.understand import Context, understand
from dialogs.understand.understood import Question, Understood

MADRID = ZoneInfo("Europe/Madrid")
NOW = datetime(2026, 11, 18, 9, tzinfo=MADRID)

Read = Callable[..., Understood]


@pytest.fixture
def read() -> Read:
    """Read an utterance on that Wednesday; `question` is what the assistant has just asked."""

    def reader(utterance: str, question: Question | None = None, locale: str = "en-US") -> Understood:
        return understand(utterance, Context(NOW, MADRID, locale, question))

    return reader
