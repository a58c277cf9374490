"""Invokes beside the tapped card: what Teams asks while it waits, and the body that it expects back.

Sources: Teams, "Add single sign-on to your bot", "Typeahead search in Adaptive Cards", "Message extensions";
Universal Actions for Adaptive Cards, "Response format", for an answer that is an error.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from typing import Any, Protocol

import structlog

from bot.channel.incoming import Incoming
from bot.channel.refusals import malformed
from bot.channel.replies import CARD
from dialogs.turn import Json, Reply, Turn


class Name(StrEnum):
    """What an invoke is called; a message extension's are EXTENSION and a word."""

    EXCHANGE = "signin/tokenExchange"
    VERIFY = "signin/verifyState"
    FAILED = "signin/failure"
    SEARCH = "application/search"


EXTENSION = "composeExtension/"

FOUND = "application/vnd.microsoft.search.searchResponse"
ERROR = "application/vnd.microsoft.error"
LISTS = frozenset({"query", "queryLink", "anonymousQueryLink", "selectItem"})
"""The message extension's invokes that are answered with a list; the others open, or close, a dialog."""
TASKS = frozenset({"fetchTask", "submitAction"})

log = structlog.get_logger(__name__)


class ExchangeRefused(Exception):
    """Entra did not exchange the token, mostly since consent is missing: Teams asks the person then."""


class SignIn(Protocol):
    """What is done with Teams' part in signing in. `turn` says who and where, and has no words.

    A Reply is sent as a new message; None: nothing is to be said.
    """

    async def exchange(self, turn: Turn, token: str) -> Reply | None:
        """Take the token that the person's Teams holds for this bot. Raises ExchangeRefused."""

    async def verify(self, turn: Turn, state: str) -> Reply | None:
        """Take the code with which the sign-in page has closed."""

    async def failed(self, turn: Turn, code: str) -> Reply | None:
        """Teams could not sign the person in; `code` is its word for why."""


@dataclass(frozen=True)
class ChoiceQuery:
    """What was typed into a picker. `dataset` is the card's word for what is searched."""

    text: str
    dataset: str
    skip: int
    top: int


@dataclass(frozen=True)
class Choice:
    """One line of a picker, and what the card sends for it."""

    title: str
    value: str


FindChoices = Callable[[Turn, ChoiceQuery], Awaitable[Sequence[Choice]]]
Extension = Callable[[Turn, str, Json], Awaitable[Json | None]]
"""A message extension: who and where, what follows `composeExtension/`, its value; the body that Teams expects."""


@dataclass(frozen=True)
class Response:
    """The answer to an invoke. `reply` is sent as a message besides."""

    status: int = 200
    body: Json | None = None
    reply: Reply | None = None


class Invokes:
    """Who answers what. Where nobody does, Teams gets the answer that means nothing."""

    def __init__(
        self,
        *,
        sign_in: SignIn | None = None,
        find_choices: FindChoices | None = None,
        extension: Extension | None = None,
    ) -> None:
        self._sign_in = sign_in
        self._find_choices = find_choices
        self._extension = extension

    async def respond(self, incoming: Incoming, turn: Turn) -> Response:
        """The answer to an invoke that `hears` names. Raises Refused (400) where its value is none."""
        value = _value(incoming)
        match incoming.name:
            case Name.EXCHANGE:
                return await self._exchange(turn, value)
            case Name.VERIFY:
                state = _text(value, "state")
                return Response(reply=await self._sign_in.verify(turn, state) if self._sign_in else None)
            case Name.FAILED:
                log.warning("sign-in failed in the client", code=(code := _text(value, "code")))
                return Response(reply=await self._sign_in.failed(turn, code) if self._sign_in else None)
            case Name.SEARCH:
                return await self._search(turn, value)
            case name:
                return await self._extend(turn, name.removeprefix(EXTENSION), value)

    async def _exchange(self, turn: Turn, value: Json) -> Response:
        about = {"id": _text(value, "id"), "connectionName": value.get("connectionName") or ""}
        token = _text(value, "token")
        try:
            if self._sign_in is None:
                raise ExchangeRefused("This bot does not ask for sign-in.")
            return Response(body=about, reply=await self._sign_in.exchange(turn, token))
        except ExchangeRefused as refusal:
            return Response(HTTPStatus.PRECONDITION_FAILED, {**about, "failureDetail": str(refusal)})

    async def _search(self, turn: Turn, value: Json) -> Response:
        options = value.get("queryOptions")
        options = options if isinstance(options, dict) else {}
        query = ChoiceQuery(
            text=_text(value, "queryText", empty=True),
            dataset=_text(value, "dataset", empty=True),
            skip=_number(options, "skip", 0),
            top=_number(options, "top", 15),
        )
        found = await self._find_choices(turn, query) if self._find_choices else ()
        results = [{"title": choice.title, "value": choice.value} for choice in found]
        return Response(body={"statusCode": 200, "type": FOUND, "value": {"results": results}})

    async def _extend(self, turn: Turn, asked: str, value: Json) -> Response:
        body = await self._extension(turn, asked, value) if self._extension else None
        if body is None and asked in LISTS:
            body = {"composeExtension": {"type": "result", "attachmentLayout": "list", "attachments": []}}
        return Response(body=body)


def hears(incoming: Incoming) -> bool:
    """Whether it is an invoke that is answered here."""
    name = incoming.name
    return incoming.type == "invoke" and (name in set(Name) or name.startswith(EXTENSION))


def repeats(incoming: Incoming) -> str | None:
    """What two of these invokes have in common where they are one; None where each is answered anew.

    Every client of a person that shows a sign-in card sends its token, each under the id of that card.
    """
    name = incoming.name
    if name == Name.EXCHANGE:
        return _text(_value(incoming), "id")
    return None if name == Name.SEARCH or name.removeprefix(EXTENSION) in LISTS else incoming.id


def broken(incoming: Incoming, reference: str, apology: Reply) -> Response:
    """The answer to an invoke whose handler broke, in the form in which Teams shows it."""
    asked = incoming.name.removeprefix(EXTENSION)
    words = apology.text or str((apology.card or {}).get("fallbackText", reference))
    if incoming.name == Name.SEARCH:
        error = {"code": "InternalError", "message": words}
        return Response(body={"statusCode": HTTPStatus.INTERNAL_SERVER_ERROR, "type": ERROR, "value": error})
    if asked in LISTS:
        return Response(body={"composeExtension": {"type": "message", "text": words}})
    if asked in TASKS and apology.card:
        shown = {"title": "", "card": {"contentType": CARD, "content": apology.card}}
        return Response(body={"task": {"type": "continue", "value": shown}})
    if asked in TASKS:
        return Response(body={"task": {"type": "message", "value": words}})
    return Response(reply=apology)


def _value(incoming: Incoming) -> Mapping[str, Any]:
    if isinstance(incoming.value, dict):
        return incoming.value
    raise malformed("The invoke's value must be an object.")


def _text(value: Mapping[str, Any], key: str, *, empty: bool = False) -> str:
    found = value.get(key)
    if (found is None and empty) or (isinstance(found, str) and (found or empty)):
        return found or ""
    raise malformed(f"The invoke's value has no “{key}”.")


def _number(options: Mapping[str, Any], key: str, default: int) -> int:
    found = options.get(key)
    return found if isinstance(found, int) and 0 <= found <= 100 else default
