"""Which way imports run: bot to dialogs to graph, and the Bot Framework in one place only."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BOT_FRAMEWORK = {"botbuilder", "botframework", "msrest"}
FORBIDDEN = {
    "graph": {"dialogs", "bot", "tests", *BOT_FRAMEWORK},
    "dialogs": {"bot", "tests", "os", "httpx", "aiohttp", *BOT_FRAMEWORK},
    "bot": {"tests"},
}


def imported(path: Path) -> Iterator[str]:
    """The full names of the modules that a file imports, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def sources(package: str) -> list[Path]:
    """The package's own modules."""
    return [path for path in (ROOT / package).rglob("*.py") if "node_modules" not in path.parts]


@pytest.mark.parametrize("package", FORBIDDEN)
def test_a_package_imports_only_what_lies_below_it(package: str) -> None:
    """graph knows nothing of chat; dialogs know neither the channel nor the environment."""
    assert sources(package)
    wrong = {
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sources(package)
        for name in imported(path)
        if name.split(".")[0] in FORBIDDEN[package]
    }
    assert wrong == set()


def test_only_the_channel_knows_the_bot_framework() -> None:
    """A move to another SDK is a change of one folder."""
    wrong = {
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sources("bot")
        for name in imported(path)
        if name.split(".")[0] in BOT_FRAMEWORK and (ROOT / "bot" / "channel") not in path.parents
    }
    assert wrong == set()


def test_dialogs_see_nothing_of_the_emulator() -> None:
    """What they say to Graph they say to any Graph."""
    wrong = [path.name for path in sources("dialogs") for name in imported(path) if name.startswith("graph.emulator")]
    assert wrong == []
