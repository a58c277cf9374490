"""A thing is done once, by one of all who try."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.storage.database import Database
from bot.storage.once import Once

MINUTE = timedelta(minutes=1)


class Watch:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
async def once(database: Database, watch: Watch) -> AsyncIterator[Once]:
    yield Once(database, watch)


async def test_the_first_claim_wins(once: Once) -> None:
    assert await once.claim("activity 1", MINUTE)
    assert not await once.claim("activity 1", MINUTE)
    assert await once.claim("activity 2", MINUTE)


async def test_of_simultaneous_claims_in_two_processes_one_wins(file: Path, once: Once, watch: Watch) -> None:
    async with Database(file) as another:
        rival = Once(another, watch)
        won = await asyncio.gather(*(side.claim("activity", MINUTE) for side in (once, rival) * 5))
    assert sum(won) == 1


async def test_a_claim_ends_with_its_time(once: Once, watch: Watch) -> None:
    """What a killed process had begun can be taken up again."""
    await once.claim("activity", MINUTE)
    watch.now += MINUTE - timedelta(seconds=1)
    assert not await once.claim("activity", MINUTE)
    watch.now += timedelta(seconds=1)
    assert await once.claim("activity", MINUTE)


async def test_a_claim_can_be_given_back(once: Once) -> None:
    await once.claim("activity", MINUTE)
    await once.release("activity")
    assert await once.claim("activity", MINUTE)


async def test_the_answer_is_remembered_for_whoever_comes_again(once: Once, watch: Watch) -> None:
    await once.claim("activity", MINUTE)
    assert await once.answer("activity") is None
    await once.finish("activity", {"status": 200, "text": "Réservé"}, 60 * MINUTE)
    watch.now += 59 * MINUTE
    assert await once.answer("activity") == {"status": 200, "text": "Réservé"}
    assert not await once.claim("activity", MINUTE)
    watch.now += MINUTE
    assert await once.answer("activity") is None


async def test_answers_survive_a_restart(file: Path, watch: Watch) -> None:
    async with Database(file) as database:
        await Once(database, watch).finish("activity", [1], MINUTE)
    async with Database(file) as database:
        assert await Once(database, watch).answer("activity") == [1]


@pytest.mark.parametrize("asked", ["claim", "finish"])
async def test_what_has_expired_does_not_pile_up(once: Once, database: Database, watch: Watch, asked: str) -> None:
    """Whichever of the two goes on being asked for."""
    for number in range(20):
        await once.finish(f"activity {number}", number, MINUTE)
    watch.now += timedelta(hours=2)
    await (once.claim("later", MINUTE) if asked == "claim" else once.finish("later", 1, MINUTE))
    assert await database.read("SELECT key FROM claims") == [("later",)]
