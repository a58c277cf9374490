"""No pattern of the language can be made to take long by a text of its own pieces."""

import dataclasses
import importlib
import pkgutil
import random
import re
import signal
import time
from collections.abc import Iterator
from functools import cached_property
from re import _constants, _parser  # type: ignore[attr-defined]  # what a pattern is made of is known to nothing else
from types import FrameType
from typing import Any

import pytest

import dialogs.understand
from dialogs.understand.builds.acts import chapter
from dialogs.understand.lexicon.late import Late
from dialogs.understand.lexicon.phrasebook import phrasebook
from dialogs.understand.lexicon.telltales import Shelf, Wary

LENGTH = 300
"""Characters: what sentences are matched with at the most, but for a few that are linear."""
LONGEST = 1.0
"""Seconds of this process, on the slowest machine; what grows exponentially takes years, and what grows with the square
a few milliseconds."""
PLAIN = ("a ", "1 ", "| ", "|", " ", "a", "_who ", "_date ", "x, ", "a and ", "the ", "the a ")

BOOKS: list[Any] = [
    *(chapter("en", name) for name in ("acts", "moves")),
    *(phrasebook(f"en.{name}.txt", "{lead}", "{tail}") for name in ("asks", "calendars", "focus", "settings")),
    *(phrasebook(f"en.{name}.txt", flags=re.IGNORECASE) for name in ("extras", "votes")),
    phrasebook("en.answers.txt", "", "{end}", re.IGNORECASE),
]
"""What is read from files that have to be named."""


def modules() -> Iterator[Any]:
    """Every module of the package."""
    for each in pkgutil.walk_packages(dialogs.understand.__path__, "dialogs.understand."):
        yield importlib.import_module(each.name)


def patterns_in(value: Any, seen: set[int], depth: int = 0) -> Iterator[re.Pattern[str]]:
    """Every pattern within a value; what is read from the files of English counts as well."""
    if depth > 8 or id(value) in seen or isinstance(value, str | bytes | int | float | type):
        return
    seen.add(id(value))
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Wary | Late):
        yield value.compiled
    elif hasattr(value, "cache_info"):
        for arguments in ((), ("en",)):
            try:
                read = value(*arguments)
            except (TypeError, AttributeError, KeyError, FileNotFoundError, ValueError):
                continue
            yield from patterns_in(read, seen, depth + 1)
            break
    elif isinstance(value, dict):
        known = value.sources if isinstance(value, Shelf) else value
        for each in map(value.__getitem__, known):
            yield from patterns_in(each, seen, depth + 1)
    elif isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from patterns_in(each, seen, depth + 1)
    elif dataclasses.is_dataclass(value):
        for name in held(value):
            yield from patterns_in(getattr(value, name), seen, depth + 1)


def held(value: Any) -> Iterator[str]:
    """The names of what a dataclass has, also of what it makes only when it is needed."""
    yield from (field.name for field in dataclasses.fields(value))
    yield from (name for name, later in vars(type(value)).items() if isinstance(later, cached_property))


def pieces(pattern: re.Pattern[str]) -> list[str]:
    """The words that a pattern is made of."""
    found: set[str] = set()

    def collect(parts: Any) -> None:
        run = ""
        for kind, value in parts:
            if kind is _constants.LITERAL:
                run += chr(value)
                continue
            found.add(run)
            run = ""
            if kind in (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT):
                collect(value[2])
            elif kind is _constants.SUBPATTERN:
                collect(value[3])
            elif kind is _constants.ATOMIC_GROUP:
                collect(value)
            elif kind in (_constants.ASSERT, _constants.ASSERT_NOT):
                collect(value[1])
            elif kind is _constants.BRANCH:
                for branch in value[1]:
                    collect(branch)
        found.add(run)

    collect(_parser.parse(pattern.pattern, pattern.flags))
    return sorted(piece for piece in found if piece.strip())


def hostile(pattern: re.Pattern[str], chance: random.Random) -> Iterator[str]:
    """Its own pieces over and over, alone and in threes, with an end that nothing fits."""
    own = pieces(pattern)
    rounds = [*PLAIN, *(f"{piece} " for piece in chance.sample(own, min(len(own), 15)))]
    rounds += [" ".join(chance.choices(own, k=3)) + " " for _ in range(10)] if own else []
    for each in rounds:
        yield (each * (LENGTH // len(each) + 1))[:LENGTH] + "\x01"


class TakesLong(Exception):
    """A pattern has not come to an end."""


@pytest.fixture
def alarm() -> Iterator[None]:
    """Stops a pattern that would take years."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TakesLong

    before = signal.signal(signal.SIGALRM, stop)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def test_no_pattern_backtracks_for_long(alarm: None) -> None:
    """Somebody's pasted text must never hold up everybody else."""
    seen: set[int] = set()
    values = [value for module in modules() for value in list(vars(module).values())] + BOOKS
    every = [pattern for value in values for pattern in patterns_in(value, seen)]
    by_source = {pattern.pattern: pattern for pattern in every}
    assert len(by_source) > 500
    chance = random.Random(1)
    slow = []
    for source, pattern in by_source.items():
        for text in hostile(pattern, chance):
            began = time.process_time()
            signal.setitimer(signal.ITIMER_REAL, 10)
            try:
                pattern.search(text)
                pattern.fullmatch(text)
                signal.setitimer(signal.ITIMER_REAL, 0)
            except TakesLong:
                slow.append((source[:80], text[:40]))
                break
            if time.process_time() - began > LONGEST:
                slow.append((source[:80], text[:40]))
                break
    assert slow == []
