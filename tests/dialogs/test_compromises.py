"""What is offered where no time suits everyone."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from dialogs.decisions import compromises, ranking
from dialogs.decisions.compromises import Compromise
from dialogs.decisions.openings import Calendar, Opening
from graph.model import Busy, Schedule, ShowAs, Window

MINUTE = timedelta(minutes=1)
NOON = datetime(2027, 3, 24, 12, tzinfo=UTC)
STRETCH = Window(NOON, NOON + 120 * MINUTE)


def calendar(name: str, *taken: tuple[int, int], required: bool = True) -> Calendar:
    """Taken in these minutes after noon."""
    busy = tuple(Busy(Window(NOON + a * MINUTE, NOON + b * MINUTE), ShowAs.BUSY) for a, b in taken)
    return Calendar(name, Schedule(name, busy), required=required)


def rank(of: Sequence[Calendar], length: timedelta) -> tuple[Opening, ...]:
    return ranking.rank(of, [STRETCH], length, NOON - 60 * MINUTE, limit=1)


ME = calendar("me")
FULL = (0, 120)


@pytest.mark.parametrize(
    ("guests", "length", "ways"),
    [
        ([calendar("ana", FULL), calendar("tom")], 60, [Compromise(without="ana")]),
        ([calendar("ana", FULL), calendar("tom", FULL)], 60, []),
        ([calendar("ana", FULL)], 60, []),
        ([calendar("ana", (0, 80))], 60, [Compromise(length=30 * MINUTE)]),
        ([calendar("ana", (0, 45), (90, 120))], 60, [Compromise(length=45 * MINUTE)]),
        ([calendar("ana", (0, 105))], 120, []),
        (
            [calendar("ana", (0, 60)), calendar("tom", (90, 120))],
            60,
            [Compromise(without="ana"), Compromise(without="tom"), Compromise(length=30 * MINUTE)],
        ),
    ],
    ids=["one blocks", "two block", "the only guest", "half an hour left", "between", "too short", "each other"],
)
def test_the_smallest_ways_are_found(guests: list[Calendar], length: int, ways: list[Compromise]) -> None:
    assert list(compromises.found([ME, *guests], length * MINUTE, rank)) == ways


def test_nobody_is_left_out_for_the_asker() -> None:
    """Where it is the asker who cannot come, no guest is dropped for it."""
    found = compromises.found([calendar("me", FULL), calendar("ana"), calendar("tom")], 60 * MINUTE, rank)
    assert found == ()
