"""From an activity whose sender is proven to its answer: in order, once, and never without one."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from functools import partial
from secrets import token_hex
from time import perf_counter
from typing import Any

import structlog
from structlog.contextvars import bound_contextvars

from bot.channel.activities import turn_of
from bot.channel.adapter import Admitted, ChannelAdapter, addressed
from bot.channel.connector import Connector, SendFailed
from bot.channel.delivery import deliver
from bot.channel.incoming import Incoming
from bot.channel.once import Answer, Ledger, ledger_key, once
from bot.channel.replies import typing
from bot.channel.sequence import Sequence
from bot.channel.typing_indicator import shown_while
from bot.logs import pseudonym
from dialogs.turn import Reply, Turn

Clock = Callable[[], datetime]
"""Now, aware."""

Handler = Callable[[Turn], Awaitable[Reply | None]]
"""What Convene does in a turn. None: nothing is to be said."""

Apologize = Callable[[str, Turn], Reply]
"""What the user is told when a turn broke, given the reference under which the log has it."""

FOR_GOOD = timedelta(days=36500)

log = structlog.get_logger(__name__)


class Turns:
    """Runs the turns of all conversations."""

    def __init__(
        self,
        *,
        adapter: ChannelAdapter,
        connector: Connector,
        handler: Handler,
        apologize: Apologize,
        ledger: Ledger,
        clock: Clock,
        typing_after: float = 0.1,
    ) -> None:
        """`typing_after`: seconds until a turn under way is shown as typing."""
        self._adapter = adapter
        self._connector = connector.for_hints()
        self._handler = handler
        self._apologize = apologize
        self._ledger = ledger
        self._clock = clock
        self._typing_after = typing_after
        self._sequence = Sequence()

    async def answer(self, incoming: Incoming, admitted: Admitted) -> Answer:
        """The HTTP answer to an activity. Raises Refused (400) for a tap that says nothing."""
        turn = turn_of(incoming, self._clock())
        if turn is None:
            return Answer(501) if incoming.type == "invoke" else Answer()
        run = partial(self._welcome if turn.arrived else self._run, turn, incoming, admitted)
        async with self._typing(incoming), self._sequence.turn(turn.conversation):
            if incoming.id is None:
                return await run()
            return await once(self._ledger, ledger_key("answer", turn.conversation, incoming.id), run)

    async def _welcome(self, turn: Turn, incoming: Incoming, admitted: Admitted) -> Answer:
        """Once in the life of a conversation, however often people come and go."""
        if await self._ledger.answer(_welcome_of(turn)) is not None:
            return Answer()
        return await self._run(turn, incoming, admitted)

    async def _run(self, turn: Turn, incoming: Incoming, admitted: Admitted) -> Answer:
        """The turn itself, and the program's last resort."""
        with bound_contextvars(turn=turn.id, conversation=pseudonym(turn.conversation)):
            try:
                return await self._adapter.answer(incoming, admitted, partial(self._handle, turn, incoming))
            except Exception:
                reference = token_hex(4)
                log.exception("turn failed", reference=reference)
                apology = self._apologize(reference, turn)
                return await self._adapter.answer(incoming, admitted, partial(self._say, incoming, apology))

    async def _handle(self, turn: Turn, incoming: Incoming, context: Any) -> None:
        started = perf_counter()
        reply = await self._handler(turn)
        delivered = await self._say(incoming, reply, context)
        if turn.arrived and delivered:
            await self._ledger.finish(_welcome_of(turn), turn.id, FOR_GOOD)
        log.info(
            "turn",
            dialog=reply.dialog if reply else "",
            outcome=reply.outcome if reply else "silent",
            milliseconds=round(1000 * (perf_counter() - started), 1),
        )

    async def _say(self, incoming: Incoming, reply: Reply | None, context: Any) -> bool:
        """Deliver; a channel that takes nothing is logged, since running the turn again would not mend it."""
        try:
            await deliver(context, incoming, reply)
        except SendFailed as failure:
            log.error("reply not delivered", reason=str(failure), status=failure.status)
            return False
        return True

    @asynccontextmanager
    async def _typing(self, incoming: Incoming) -> AsyncIterator[None]:
        if incoming.type != "message" or incoming.expects_replies:
            yield
            return
        async with shown_while(partial(self._show_typing, incoming), self._typing_after):
            yield

    async def _show_typing(self, incoming: Incoming) -> None:
        try:
            await self._connector.at(incoming.service_url).send_to_conversation(
                incoming.conversation.id, addressed(typing(), incoming)
            )
        except SendFailed as failure:
            log.debug("typing not shown", reason=str(failure), status=failure.status)


def _welcome_of(turn: Turn) -> str:
    return ledger_key("welcome", turn.conversation)
