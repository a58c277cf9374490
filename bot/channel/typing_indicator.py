"""Somebody is writing: shown while a turn takes longer than a blink."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress


@asynccontextmanager
async def shown_while(send: Callable[[], Awaitable[None]], after: float) -> AsyncIterator[Callable[[], object]]:
    """Call `send` once when what is inside takes longer than `after` seconds; it never holds up what is inside.

    Yields the function that calls it off: after a reply it would say that another one comes.
    """
    indicator = asyncio.create_task(_later(send, after))
    try:
        yield indicator.cancel
    finally:
        indicator.cancel()
        with suppress(asyncio.CancelledError):
            await indicator


async def _later(send: Callable[[], Awaitable[None]], after: float) -> None:
    await asyncio.sleep(after)
    await send()
