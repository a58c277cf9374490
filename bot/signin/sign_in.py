"""Signing in and out, from the turn that needs it to the turn that is carried on."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from secrets import token_hex
from typing import Protocol

import structlog
from aiohttp import web

from bot.channel.connector import SendFailed
from bot.channel.invokes import ExchangeRefused
from bot.channel.references import Reference
from bot.signin.attempts import GOOD_FOR, Attempt, Attempts, Expired, Used
from bot.signin.pages import HEADERS, Page, shown
from bot.signin.tokens import Entra, UserTokens
from dialogs import sign_in as words
from dialogs.turn import Reply, Turn
from graph.errors import NotSignedIn, Unavailable

START = "/signin/start"
CALLBACK = "/signin/callback"

Clock = Callable[[], datetime]
Handler = Callable[[Turn], Awaitable[Reply]]
Apologize = Callable[[str, Turn], Reply]

log = structlog.get_logger(__name__)


class References(Protocol):
    """Where conversations are reached."""

    async def of_conversation(self, conversation: str) -> Reference | None:
        """How that one is; None where it is not known."""


class Proactive(Protocol):
    """Speaks of its own accord."""

    async def send(self, reference: Reference, reply: Reply) -> str | None:
        """Say `reply`. Raises SendFailed."""


class SignIn:
    """A handler of turns around another: asks for the sign-in that is missing, and carries on once it is there."""

    def __init__(
        self,
        handler: Handler,
        *,
        tokens: UserTokens,
        attempts: Attempts,
        entra: Entra,
        references: References,
        proactive: Proactive,
        apologize: Apologize,
        clock: Clock,
        erase: Callable[[str], Awaitable[None]],
        address: str = "",
    ) -> None:
        """`erase` is given the id of whoever signs out, to erase what else is kept of them. `address`: where browsers
        reach the service; it may be set later, when the port is known.
        """
        self.address = address
        self._handler = handler
        self._tokens = tokens
        self._attempts = attempts
        self._entra = entra
        self._references = references
        self._proactive = proactive
        self._apologize = apologize
        self._clock = clock
        self._erase = erase

    async def __call__(self, turn: Turn) -> Reply:
        """Take one turn."""
        reply = await self._handler(turn)
        if reply.sign_out:
            await self._erase(turn.speaker.id)
            return words.signed_out(turn, was_signed_in=await self._tokens.forget(turn.speaker.id))
        if not reply.needs_sign_in:
            return reply
        return await self._asked(turn)

    async def _asked(self, turn: Turn) -> Reply:
        return words.ask(turn, await self.link(turn), GOOD_FOR)

    async def link(self, turn: Turn) -> str:
        """Where the speaker of the turn signs in, for them alone; the turn is carried on after it."""
        state = await self._attempts.offer(turn)
        return f"{self.address}{START}?state={state}"

    # What Teams tells of its own sign-in

    async def exchange(self, turn: Turn, token: str) -> Reply | None:
        """Teams' own token is not taken: people sign in with the card's button. Raises ExchangeRefused."""
        raise ExchangeRefused("Sign in with the button of the card.")

    async def verify(self, turn: Turn, state: str) -> Reply | None:
        """A sign-in page of Teams' has closed; ours confirms itself, so only who is not signed in is told."""
        try:
            await self._tokens.access_token(turn.speaker.id)
        except (NotSignedIn, Unavailable):
            return words.failed(turn)
        return None

    async def failed(self, turn: Turn, code: str) -> Reply | None:
        """Teams could not sign the person in."""
        return words.failed(turn)

    # Pages

    def routes(self) -> tuple[web.RouteDef, ...]:
        """Where browsers come by. HEAD is not served, since scanners of links use it."""
        return (web.get(START, self._start, allow_head=False), web.get(CALLBACK, self._back, allow_head=False))

    async def _start(self, request: web.Request) -> web.Response:
        state = request.query.get("state", "")
        try:
            attempt = await self._attempts.find(state)
            if attempt.flow is None:
                flow = await self._entra.begin_code_flow(f"{self.address}{CALLBACK}", state)
                await self._attempts.begin(state, attempt, flow)
            else:
                flow = attempt.flow
        except Used:
            return shown(Page.USED)
        except Expired:
            return shown(Page.EXPIRED)
        except Unavailable as failure:
            log.warning("sign-in not begun", reason=str(failure))
            return shown(Page.UNAVAILABLE)
        return web.Response(status=302, headers={**HEADERS, "Location": str(flow["auth_uri"])})

    async def _back(self, request: web.Request) -> web.Response:
        answer = dict(request.query)
        try:
            attempt = await self._attempts.take(answer.get("state", ""))
        except Used:
            return shown(Page.USED)
        except Expired:
            return shown(Page.EXPIRED)
        page = await self._confirmed(attempt, answer)
        log.info("sign-in", outcome=page.name.lower())
        # What Teams asked beside the conversation has no words to be carried on with.
        if page is Page.DONE and (attempt.turn.utterance or attempt.turn.tap):
            await self._carry_on(attempt.turn)
        return shown(page)

    async def _confirmed(self, attempt: Attempt, answer: dict[str, str]) -> Page:
        if answer.get("error") == "access_denied":
            return Page.DENIED
        if attempt.flow is None or "code" not in answer:
            return Page.FAILED
        try:
            grant = await self._entra.by_code(attempt.flow, answer)
        except (NotSignedIn, Unavailable) as failure:
            log.warning("sign-in not confirmed", reason=str(failure))
            return Page.FAILED
        if grant.user_id.lower() != attempt.turn.speaker.id.lower():
            # Otherwise whoever gets a colleague to follow their link would act with the colleague's calendar.
            return Page.SOMEBODY_ELSE
        await self._tokens.keep(attempt.turn.speaker.id, grant)
        return Page.DONE

    async def _carry_on(self, turn: Turn) -> None:
        """Take the interrupted turn again, and say its answer in a new message."""
        again = replace(turn, id=f"{turn.id}/signed-in", now=self._clock())
        try:
            reply = await self(again)
        except Exception:
            # The last resort, as the channel's: nothing else waits for a turn that no activity has begun.
            reference = token_hex(4)
            log.exception("turn after sign-in failed", reference=reference)
            reply = self._apologize(reference, again)
        where = await self._references.of_conversation(turn.conversation)
        if where is None:
            log.warning("the conversation that asked for the sign-in is gone")
            return
        try:
            await self._proactive.send(where, reply)
        except SendFailed as failure:
            log.error("reply not delivered", reason=str(failure), status=failure.status)
