"""From an activity whose sender is proven to its answer: in order, once, and never without one."""

import json
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from secrets import token_hex
from time import perf_counter
from typing import Any

import structlog
from structlog.contextvars import bound_contextvars

from bot.channel.activities import bare_turn, turn_of
from bot.channel.adapter import ChannelAdapter, addressed
from bot.channel.authentication import Proof
from bot.channel.connector import Connector, SendFailed
from bot.channel.delivery import deliver, respond
from bot.channel.incoming import Incoming
from bot.channel.invokes import Invokes, Response, broken, hears, repeats
from bot.channel.once import OUT_OF_ORDER, Answer, Ledger, ledger_key, once
from bot.channel.references import References
from bot.channel.refusals import Refused
from bot.channel.replies import activity_of, typing
from bot.channel.roster import members
from bot.channel.sequence import Sequence
from bot.channel.typing_indicator import TypingIndicator
from bot.logs import pseudonym
from dialogs.turn import Reply, Turn

Clock = Callable[[], datetime]
"""Now, aware."""

Handler = Callable[[Turn], Awaitable[Reply | None]]
"""What Convene does in a turn. None: nothing is to be said."""

Apologize = Callable[[str, Turn], Reply]
"""What the user is told when a turn broke, given the reference under which the log has it."""

Logic = Callable[["_UnderWay", Any], Awaitable[object]]
OnFailure = Callable[["_UnderWay", str, Any], Awaitable[object]]
"""What is done in a turn, given the SDK's TurnContext; and when that broke, given the log's reference too."""

FOR_GOOD = timedelta(days=36500)

log = structlog.get_logger(__name__)


@dataclass
class _UnderWay:
    turn: Turn
    incoming: Incoming
    proof: Proof
    since: float
    stop_typing: Callable[[], object] = lambda: None


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
        invokes: Invokes,
        references: References | None,
        clock: Clock,
        typing_after: float = 0.1,
    ) -> None:
        """`references`: where conversations are kept to be spoken to later. None: they are not.

        `typing_after`: seconds until a turn under way is shown as typing.
        """
        self._adapter = adapter
        self._connector = connector.for_hints()
        self._handler = handler
        self._apologize = apologize
        self._ledger = ledger
        self._invokes = invokes
        self._references = references
        self._clock = clock
        self._indicator = TypingIndicator(typing_after)
        self._sequence = Sequence()

    async def answer(self, incoming: Incoming, proof: Proof) -> Answer:
        """The HTTP answer to an activity. Raises Refused: an empty tap, storage out of order."""
        await self._notice(incoming, proof)
        if hears(incoming):
            return await self._invoked(_UnderWay(bare_turn(incoming, self._clock()), incoming, proof, perf_counter()))
        turn = turn_of(incoming, self._clock())
        if turn is None:
            return _unknown(incoming) if incoming.type == "invoke" else Answer()
        under_way = _UnderWay(turn, incoming, proof, perf_counter())
        with self._typing(under_way):
            return await self._in_sequence(under_way)

    async def _in_sequence(self, under_way: _UnderWay) -> Answer:
        incoming, turn = under_way.incoming, under_way.turn
        async with self._sequence.turn(turn.conversation):
            run = partial(self._welcome if turn.arrived else self._take, under_way)
            if incoming.id is None:
                return await run()
            return await once(self._ledger, ledger_key("answer", turn.conversation, incoming.id), run)

    async def _welcome(self, under_way: _UnderWay) -> Answer:
        """Once in the life of a conversation, however often people come and go."""
        if await self._ledger.answer(_welcome_of(under_way.turn)) is not None:
            return Answer()
        return await self._take(under_way)

    async def _invoked(self, under_way: _UnderWay) -> Answer:
        """What Teams asks beside the conversation: searches side by side, what changes something in its turn, once."""
        run = partial(self._run, under_way, self._respond, self._respond_broken)
        if (same := repeats(under_way.incoming)) is None:
            return await run()
        turn = under_way.turn
        async with self._sequence.turn(turn.conversation):
            key = ledger_key("invoke", turn.conversation, turn.speaker.id, under_way.incoming.name, same)
            return await once(self._ledger, key, run)

    async def _take(self, under_way: _UnderWay) -> Answer:
        return await self._run(under_way, self._handle, self._apologize_for)

    async def _run(self, under_way: _UnderWay, logic: Logic, on_failure: OnFailure) -> Answer:
        """What is done with an activity, and the program's last resort."""
        turn = under_way.turn
        answer = partial(self._adapter.answer, under_way.incoming, under_way.proof)
        with bound_contextvars(turn=turn.id, conversation=pseudonym(turn.conversation), graph_calls=0):
            try:
                return await answer(partial(logic, under_way))
            except Refused:
                raise
            except Exception:
                reference = token_hex(4)
                log.exception("turn failed", reference=reference)
                return await answer(partial(on_failure, under_way, reference))

    async def _handle(self, under_way: _UnderWay, context: Any) -> None:
        reply = await self._handler(under_way.turn)
        if reply and reply.needs_members and (known := await self._with_members(under_way)):
            reply = await self._handler(known)
        delivered = await self._say(under_way, reply, context)
        if under_way.turn.arrived and delivered:
            await self._ledger.finish(_welcome_of(under_way.turn), under_way.turn.id, FOR_GOOD)

    async def _with_members(self, under_way: _UnderWay) -> Turn | None:
        """The turn with everybody who is in its chat; None where the channel does not tell."""
        trusted = under_way.proof.service_url is not None
        try:
            incoming = under_way.incoming
            found = await members(self._connector, incoming.service_url, incoming.conversation.id, trusted=trusted)
            return replace(under_way.turn, members=found)
        except SendFailed as failure:
            log.warning("members not known", reason=str(failure), status=failure.status)
            return None

    async def _apologize_for(self, under_way: _UnderWay, reference: str, context: Any) -> None:
        await self._say(under_way, self._apologize(reference, under_way.turn), context)

    async def _respond(self, under_way: _UnderWay, context: Any) -> None:
        response = await self._invokes.respond(under_way.incoming, under_way.turn)
        await self._send_response(under_way, response, context)

    async def _respond_broken(self, under_way: _UnderWay, reference: str, context: Any) -> None:
        apology = self._apologize(reference, under_way.turn)
        await self._send_response(under_way, broken(under_way.incoming, reference, apology), context)

    async def _send_response(self, under_way: _UnderWay, response: Response, context: Any) -> None:
        if response.reply is not None:
            try:
                await context.send_activity(activity_of(response.reply))
            except SendFailed as failure:
                log.error("reply not delivered", reason=str(failure), status=failure.status)
        await respond(context, response.status, response.body)
        log.info(
            "invoke",
            name=under_way.incoming.name,
            status=response.status,
            milliseconds=round(1000 * (perf_counter() - under_way.since), 1),
        )

    async def _notice(self, incoming: Incoming, proof: Proof) -> None:
        if self._references is None:
            return
        try:
            await self._references.notice(incoming, proof)
        except OUT_OF_ORDER:
            log.exception("conversation not kept to be spoken to later")

    async def _say(self, under_way: _UnderWay, reply: Reply | None, context: Any) -> bool:
        """Deliver, and log the turn. Whether the channel took it: if not, running the turn again would not mend it."""
        under_way.stop_typing()
        try:
            await deliver(context, under_way.incoming, under_way.turn, reply)
        except SendFailed as failure:
            log.error("reply not delivered", reason=str(failure), status=failure.status)
            delivered = False
        else:
            delivered = True
        log.info(
            "turn",
            dialog=reply.dialog if reply else "",
            outcome=reply.outcome if reply else "silent",
            milliseconds=round(1000 * (perf_counter() - under_way.since), 1),
        )
        return delivered

    @contextmanager
    def _typing(self, under_way: _UnderWay) -> Iterator[None]:
        incoming = under_way.incoming
        if incoming.type != "message" or incoming.expects_replies:
            yield
            return
        with self._indicator.shown_while(partial(self._show_typing, under_way)) as under_way.stop_typing:
            yield

    async def _show_typing(self, under_way: _UnderWay) -> None:
        incoming = under_way.incoming
        try:
            hints = self._connector.at(incoming.service_url, trusted=under_way.proof.service_url is not None)
            await hints.send_to_conversation(incoming.conversation.id, addressed(typing(), incoming))
        except SendFailed as failure:
            log.debug("typing not shown", reason=str(failure), status=failure.status)


def _unknown(incoming: Incoming) -> Answer:
    body = {"error": {"code": "NotImplemented", "message": f"Convene has no answer to an invoke “{incoming.name}”."}}
    return Answer(501, json.dumps(body))


def _welcome_of(turn: Turn) -> str:
    return ledger_key("welcome", turn.conversation)
