"""What keeps an answer quick, counted rather than timed: what is read, compiled and loaded for it."""

import subprocess
import sys

import pytest

from dialogs.understand.when.reading import read as times_of
from tests.understand.conftest import Read

FIRST = """
import re, sys
compile, compiled = re.compile, []
re.compile = lambda *arguments: compiled.append(arguments) or compile(*arguments)
from datetime import UTC, datetime
from zoneinfo import ZoneInfo
from dialogs.understand import Context, understand
understand("lunch with Ana tomorrow", Context(datetime(2026, 11, 23, 9, tzinfo=UTC), ZoneInfo("UTC")))
print(len(compiled))
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


@pytest.fixture(scope="module")
def first() -> tuple[int, set[str]]:
    """How many patterns the first answer of a process compiles, and which packages it loads."""
    said = subprocess.run([sys.executable, "-c", FIRST], capture_output=True, text=True, check=True, timeout=60)
    patterns, packages = said.stdout.splitlines()
    return int(patterns), set(packages.split())


def test_the_first_answer_compiles_few_of_two_thousand_patterns(first: tuple[int, set[str]]) -> None:
    """Those whose letters are in the text; to compile one takes longer than to read an utterance."""
    assert first[0] < 210


def test_the_first_answer_loads_nothing_that_it_does_not_need(first: tuple[int, set[str]]) -> None:
    """Neither other languages' dates, nor the service around it."""
    assert first[1].isdisjoint(
        {"dateparser", "holidays", "httpx", "msal", "botbuilder", "aiohttp", "asyncio", "sqlite3"}
    )


@pytest.mark.parametrize(
    ("said", "most"),
    [
        ("set up a meeting with Ana tomorrow at 15:10", 1),
        ("what is on my calendar on Thursday next week", 1),
        ("please make the appointment on March 2nd at 14:35 in the afternoon", 3),
        ("Fine. Let's go on and make the booking. I'd want something at 4:45 in the evening.", 10),
    ],
)
def test_the_times_of_a_sentence_are_read_once(read: Read, said: str, most: int) -> None:
    """However many readers ask for them, and however many parts of it might have been an amount of time."""
    times_of.cache_clear()
    read(said)
    assert times_of.cache_info().misses <= most
