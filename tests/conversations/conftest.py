"""`--rewrite`: write down what came back instead of comparing it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from dialogs.people import portraits
from tests.conversations.written import rewritten
from tests.graph_contract import DATA, Contract, contract

Played = dict[Path, dict[str, list[list[str]]]]


@dataclass
class Book:
    """How conversations are judged: what came back, where it is to be written down (else None), and what Graph is by
    its own description (None where that is not on this machine)."""

    played: Played | None
    description: Contract | None


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Photos come in time, however busy the machine is."""
    monkeypatch.setattr(portraits, "PATIENCE_S", 20.0)


@pytest.fixture(scope="session")
def book(request: pytest.FixtureRequest) -> Iterator[Book]:
    """One for all conversations; written down at the end where that was asked for."""
    read = Book({} if request.config.getoption("--rewrite") else None, contract() if DATA.is_dir() else None)
    yield read
    for path, titles in (read.played or {}).items():
        path.write_text(rewritten(path, titles), encoding="utf-8")
