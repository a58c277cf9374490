"""An activity is handled once: a repeat gets the answer that the first one got, also after a restart.

Channels repeat an activity when an answer is late or a connection breaks, even while the first is under way. The
caller holds the conversation's place in `Sequence` meanwhile, so a repeat at the same instant waits for the answer.
"""

import json
import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Any, Protocol

import structlog

from bot.channel.refusals import Refused

REMEMBERED = timedelta(days=1)
"""How long an answer is kept; channels give up repeating after minutes."""

OUT_OF_ORDER = (OSError, sqlite3.Error)
"""What storage raises that is full, locked or gone."""

log = structlog.get_logger(__name__)


class Ledger(Protocol):
    """Answers by key that survive a restart; raises what is in OUT_OF_ORDER. `bot.storage.once.Once` is one."""

    async def answer(self, key: str) -> Any | None:
        """What `finish` was given; None where it was given nothing, or too long ago."""

    async def finish(self, key: str, answer: Any, ttl: timedelta) -> None:
        """Remember `answer`, which is JSON, for `ttl`."""


@dataclass(frozen=True)
class Answer:
    """What goes back on the HTTP request that brought an activity. `body` is JSON, or empty."""

    status: int = 200
    body: str = ""


async def once(ledger: Ledger, key: str, run: Callable[[], Awaitable[Answer]]) -> Answer:
    """The remembered answer under `key`, or that of `run`, which is remembered then.

    Raises Refused (503), with nothing done, where it cannot be known whether there is one. An answer that cannot be
    remembered is given all the same.
    """
    try:
        known = await ledger.answer(key)
    except OUT_OF_ORDER as error:
        log.exception("answers cannot be looked up")
        raise Refused(
            503, "ServiceUnavailable", "Nothing was done: storage is out of order. Try again later."
        ) from error
    if known is not None:
        return Answer(known["status"], known["body"])
    answer = await run()
    try:
        await ledger.finish(key, {"status": answer.status, "body": answer.body}, REMEMBERED)
    except OUT_OF_ORDER:
        log.exception("answer not remembered")
    return answer


def ledger_key(kind: str, *parts: str) -> str:
    """A key of fixed length for `parts`, which come from outside."""
    return f"{kind}/{sha256(json.dumps(parts).encode()).hexdigest()}"
