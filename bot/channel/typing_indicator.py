"""Somebody is writing: shown while a turn takes longer than a blink."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

MOST = 16
"""Indicators on their way at the same time: where everybody waits, the replies need the channel more."""


class TypingIndicator:
    """Shows it once for each turn that takes longer than `after` seconds, and never holds up the turn."""

    def __init__(self, after: float) -> None:
        self._after = after
        # Tasks that nobody holds can vanish before they are done.
        self._under_way: set[asyncio.Task[None]] = set()

    @contextmanager
    def shown_while(self, send: Callable[[], Coroutine[Any, Any, None]]) -> Iterator[Callable[[], object]]:
        """Call `send` when what is inside takes long.

        Yields the function that calls it off: after a reply it would say that another one comes. What is on its way
        already goes on, since breaking it off would cost the connection.
        """

        def begin() -> None:
            if len(self._under_way) >= MOST:
                return
            task = asyncio.create_task(send())
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)

        timer = asyncio.get_running_loop().call_later(self._after, begin)
        try:
            yield timer.cancel
        finally:
            timer.cancel()
