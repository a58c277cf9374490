"""The lock that each conversation has while somebody wants it."""

import asyncio

from bot.channel.sequence import Sequence


async def test_places_are_given_up() -> None:
    """Nothing is kept of a conversation that nobody holds or waits for, cancelled waiters included."""
    sequence = Sequence()
    holds = asyncio.Event()

    async def hold() -> None:
        async with sequence.turn("a"):
            holds.set()
            await asyncio.Event().wait()

    async def wait() -> None:
        async with sequence.turn("a"):
            raise AssertionError("never its turn")

    holder, waiter = asyncio.create_task(hold()), asyncio.create_task(wait())
    await holds.wait()
    assert len(sequence) == 1
    waiter.cancel()
    await asyncio.gather(waiter, return_exceptions=True)
    assert len(sequence) == 1
    holder.cancel()
    await asyncio.gather(holder, return_exceptions=True)
    assert len(sequence) == 0


async def test_waiters_are_served_in_the_order_of_asking() -> None:
    """First come, first served."""
    sequence, served = Sequence(), []

    async def take(number: int) -> None:
        async with sequence.turn("a"):
            await asyncio.sleep(0)
            served.append(number)

    await asyncio.gather(*(take(number) for number in range(50)))
    assert served == list(range(50))
