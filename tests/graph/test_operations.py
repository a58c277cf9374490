"""docs/graph.md says what the client can do; this holds it to the code."""

import ast
import importlib
import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.emulator.routes import Routes

ROOT = Path(__file__).resolve().parents[2]
MODULES = (
    "attachments",
    "availability",
    "batch",
    "calendars",
    "contacts",
    "delta",
    "events",
    "extensions",
    "groups",
    "mail",
    "mailbox",
    "people",
    "places",
    "raw",
    "replies",
    "subscriptions",
)
BY_THE_PATH = ("that of the path", "those of its steps")


@dataclass(frozen=True)
class Row:
    """A row of the table, without its marks."""

    operation: str
    function: str
    request: str
    emulator: str
    permission: str
    test: str
    surface: str


def rows() -> list[Row]:
    lines = (ROOT / "docs" / "graph.md").read_text().splitlines()
    table = [re.split(r"(?<!\\)\|", line)[1:-1] for line in lines if line.startswith("| ") and ".py::" in line]
    return [Row(*(cell.strip().replace("`", "") for cell in cells)) for cells in table]


def each(keep: Callable[[Row], object] = lambda _: True) -> pytest.MarkDecorator:
    """Parametrize a test by the rows that `keep` lets through."""
    return pytest.mark.parametrize("row", [pytest.param(row, id=row.function) for row in rows() if keep(row)])


def test_every_operation_of_the_client_is_listed_once() -> None:
    listed = [row.function for row in rows()]
    public = [
        f"{name}.{function}"
        for name in MODULES
        for function, value in vars(importlib.import_module(f"graph.{name}")).items()
        if (inspect.iscoroutinefunction(value) or inspect.isasyncgenfunction(value))
        and value.__module__ == f"graph.{name}"
        and not function.startswith("_")
    ]
    assert sorted(listed) == sorted(public)


@each()
def test_the_permission_is_the_one_that_an_error_names(row: Row) -> None:
    module = importlib.import_module(f"graph.{row.function.split('.')[0]}")
    stated = {value for value in vars(module).values() if isinstance(value, str)}
    source = inspect.getsource(module)
    assert row.permission in BY_THE_PATH or row.permission in stated or f'"{row.permission}"' in source


@each()
def test_the_test_is_there_and_calls_it(row: Row) -> None:
    file, _, name = row.test.partition("::")
    source = (ROOT / "tests" / "graph" / file).read_text()
    tests = [node for node in ast.parse(source).body if getattr(node, "name", "") == name]
    assert len(tests) == 1
    text = "\n".join(ast.unparse(part) for part in [*tests, *getattr(tests[0], "decorator_list", ())])
    assert re.search(rf"\b{row.function.split('.')[1]}\b", text)


@each(lambda row: row.emulator == "yes")
def test_the_emulator_answers_it(row: Row) -> None:
    """By a route of its own: a name in the path is not taken for somebody's id."""
    method, _, path = row.request.partition(" ")
    if row.permission in BY_THE_PATH:  # whatever has a route can be asked for so
        return
    _, parameters = Routes().find(method, path.replace("{id}", "x"))
    assert set(parameters.values()) <= {"x", "me"}


@each(lambda row: row.surface)
def test_the_conversation_uses_it(row: Row) -> None:
    for file in row.surface.split(", "):
        assert re.search(rf"\b{row.function.split('.')[1]}\b", (ROOT / file).read_text())
