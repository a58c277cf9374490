"""`POST /api/messages`: the door that every channel uses, the local page included."""

import asyncio
from collections.abc import Mapping
from http import HTTPStatus

import structlog
from aiohttp import web

from bot.channel.authentication import Authenticator, Call
from bot.channel.incoming import HEARD, activity_type, parse, read
from bot.channel.once import Answer
from bot.channel.refusals import Refused
from bot.channel.turns import Turns

PATH = "/api/messages"

LARGEST = 256 * 1024
"""Bytes that an activity may have; Teams sends at most some 100 KB."""


ALONG_WITH: Mapping[int, Mapping[str, str]] = {
    HTTPStatus.METHOD_NOT_ALLOWED: {"Allow": "POST"},
    HTTPStatus.UNAUTHORIZED: {"WWW-Authenticate": "Bearer"},
    HTTPStatus.SERVICE_UNAVAILABLE: {"Retry-After": "5"},
}
"""Headers that RFC 9110 asks for beside a status."""

log = structlog.get_logger(__name__)


class Messages:
    """The request handler: judges the request, and has the turn run."""

    def __init__(self, authenticator: Authenticator, turns: Turns, largest: int) -> None:
        self._authenticator = authenticator
        self._turns = turns
        self._largest = largest

    async def serve(self, request: web.Request) -> web.Response:
        """200 when the turn is over, an invoke's own status, or what the request deserves."""
        try:
            answer = await self._answer(request)
        except Refused as refusal:
            log.info("request refused", status=refusal.status, reason=str(refusal))
            body = {"error": {"code": refusal.code, "message": str(refusal)}}
            return web.json_response(body, status=refusal.status, headers=ALONG_WITH.get(refusal.status))
        return web.Response(
            status=answer.status, text=answer.body, content_type="application/json" if answer.body else "text/plain"
        )

    async def _answer(self, request: web.Request) -> Answer:
        if request.method != "POST":
            raise Refused(405, "MethodNotAllowed", "Activities are sent with POST.")
        if request.content_type != "application/json":
            raise Refused(415, "UnsupportedMediaType", "An activity is sent as application/json.")
        headers = request.headers
        credential = await self._authenticator.admit(
            Call(request.remote, headers.get("Host", ""), headers.get("Authorization", ""))
        )
        fields = parse(await self._body(request))
        if activity_type(fields) not in HEARD:
            return Answer()
        incoming = read(fields)
        return await self._turns.answer(incoming, credential.vouch(incoming))

    async def _body(self, request: web.Request) -> bytes:
        too_large = Refused(413, "RequestEntityTooLarge", f"An activity has at most {self._largest} bytes.")
        body = bytearray()
        try:
            async with asyncio.timeout(30):
                async for piece in request.content.iter_any():
                    body += piece
                    if len(body) > self._largest:
                        raise too_large
        except TimeoutError as error:
            raise Refused(408, "RequestTimeout", "The activity did not arrive in time.") from error
        return bytes(body)
