"""`--rewrite`: write down what came back instead of comparing it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conversations.written import rewritten

Played = dict[Path, dict[str, list[list[str]]]]


@pytest.fixture(scope="session")
def rewrites(request: pytest.FixtureRequest) -> Iterator[Played | None]:
    """What came back, by file and title, where it is to be written down; else None."""
    if not request.config.getoption("--rewrite"):
        yield None
        return
    played: Played = {}
    yield played
    for path, titles in played.items():
        path.write_text(rewritten(path, titles), encoding="utf-8")
