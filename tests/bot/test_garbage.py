"""A service that has settled looks for garbage seldom, and still finds it."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from bot.garbage import ROUNDS, settle


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """Give the collector back as it was."""
    threshold = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)


class Knot:
    """Refers to itself, so that only the collector can remove it."""

    def __init__(self) -> None:
        self.itself = self


def test_what_the_start_has_built_is_left_alone() -> None:
    """Nothing that is alive by then is walked over again."""
    settle()
    assert gc.get_freeze_count() > 10_000
    assert gc.get_threshold() == ROUNDS


def test_cycles_that_turns_leave_behind_are_still_removed() -> None:
    """Memory does not grow with the number of turns: an early knot is gone before many more were tied."""
    settle()
    first = weakref.ref(Knot())
    for _ in range(2 * ROUNDS[0]):
        Knot()
    assert first() is None
