"""The parts list: the one place where the parts of the service are built and joined."""

import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import httpx
from aiohttp import web

from bot.channel.authentication import Authenticator
from bot.channel.bearer import TokenSource as ReplyTokens
from bot.channel.connector import Connector
from bot.channel.endpoint import PATH
from bot.channel.invokes import Invokes
from bot.channel.proactive import Proactive
from bot.channel.references import References
from bot.channel.routes import channel_routes, channel_session
from bot.conversations import Conversations, GraphOf
from bot.draining import Draining
from bot.habits import KeptHabits
from bot.health import WhyNot, health_routes
from bot.message_extension import MessageExtension
from bot.people_picker import PeoplePicker
from bot.polls import Pause, Polls, looked_after, usual_pause
from bot.second_reader import Endpoint, ask
from bot.serving import serving
from bot.signin.attempts import Attempts
from bot.signin.seal import Seal
from bot.signin.sign_in import CALLBACK, SignIn
from bot.signin.tokens import Entra, UserTokens
from bot.storage.database import Database
from bot.storage.documents import SqliteStorage
from bot.storage.once import Once
from dialogs import trouble
from dialogs.asker import UNKNOWN_ZONE
from dialogs.turn import Reply, Turn
from dialogs.words.reader import Reader
from graph.client import GraphClient, connection_pool
from graph.credentials import FixedToken, TokenSource
from graph.retries import Patience

TURN_LIMIT = timedelta(seconds=8)
"""What one question to Graph may take; a card that was tapped waits ten seconds for its answer."""

TokensOf = Callable[[str], TokenSource]
"""The tokens of the user of that Entra object id."""


@dataclass(frozen=True)
class Where:
    """Where the service listens, keeps its data and finds Graph. `port` 0 takes a free one."""

    host: str
    port: int
    data: Path
    graph_root: str


@dataclass(frozen=True)
class SigningIn:
    """How people sign in with a page. `address`: where browsers reach the service; empty: where it listens.

    `key` seals what is kept: 32 bytes in URL-safe base64.
    """

    entra: Entra
    key: str
    address: str = ""


def system_clock() -> datetime:
    """Now, aware: the only clock of the service."""
    return datetime.now(UTC)


@asynccontextmanager
async def service(
    where: Where,
    *,
    authenticator: Authenticator,
    tokens_of: TokensOf | SigningIn,
    clock: Callable[[], datetime],
    reply_tokens: ReplyTokens | None = None,
    second_reader: Endpoint | None = None,
    join: Callable[[web.Application], None] | None = None,
    help_contact: str = "",
    pause: Pause = usual_pause,
) -> AsyncIterator[str]:
    """The bot, ready to serve, at the address that is yielded. On leaving, turns under way are finished.

    `tokens_of`: the tokens of people who are signed in already, or how people sign in. `reply_tokens` are what
    replies to a signed channel carry. `second_reader` is asked about words that are hardly known; they leave the
    tenant then. `join` adds what else is served at that address, before it is. `help_contact`: which people help, in
    words. `pause` waits between two rounds of what is done of its own accord. Raises BadKey.
    """
    where.data.mkdir(parents=True, exist_ok=True)
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(Database(where.data / "convene.sqlite"))
        http = await stack.enter_async_context(connection_pool())
        session = await stack.enter_async_context(channel_session())
        storage, once = SqliteStorage(database), Once(database, clock)
        connector = Connector(session, tokens=reply_tokens)
        references = References(storage)
        draining = Draining()
        second = partial(ask, http, second_reader) if second_reader else None
        app = web.Application(middlewares=[draining.watching(PATH, CALLBACK)])

        handler: Conversations | SignIn
        sign_in: SignIn | None = None
        if isinstance(tokens_of, SigningIn):
            seal = Seal(tokens_of.key)
            user_tokens = UserTokens(storage, seal, tokens_of.entra, clock)
            graph_of = graph_of_users(http, where.graph_root, user_tokens.of)
            polls = Polls(storage, references, connector, graph_of)
            talk = Conversations(storage, graph_of, second_reader=second, help_contact=help_contact, board=polls)
            handler = sign_in = SignIn(
                talk,
                tokens=user_tokens,
                attempts=Attempts(once, seal, clock),
                entra=tokens_of.entra,
                references=references,
                proactive=Proactive(connector),
                apologize=apologize,
                clock=clock,
                erase=KeptHabits(storage).forget,
                address=tokens_of.address,
            )
            app.add_routes(sign_in.routes())
        else:
            graph_of = graph_of_users(http, where.graph_root, tokens_of)
            polls = Polls(storage, references, connector, graph_of)
            handler = Conversations(storage, graph_of, second_reader=second, help_contact=help_contact, board=polls)

        app.add_routes(
            channel_routes(
                handler=handler,
                apologize=apologize,
                ledger=once,
                authenticator=authenticator,
                connector=connector,
                clock=clock,
                invokes=Invokes(
                    sign_in=sign_in,
                    find_choices=PeoplePicker(graph_of),
                    extension=MessageExtension(graph_of, sign_in.link if sign_in else None),
                ),
                references=references,
            )
        )
        app.add_routes(health_routes(_readiness(database, draining)))
        if join:
            join(app)
        url = await stack.enter_async_context(serving(app, where.host, where.port, draining=draining))
        if sign_in and not sign_in.address:
            sign_in.address = url
        await stack.enter_async_context(looked_after(polls, clock, pause))
        yield url


def graph_of_users(http: httpx.AsyncClient, root: str, tokens_of: TokensOf) -> GraphOf:
    """Graph for each user, over the one pool of connections; a user's tokens are kept between turns."""
    nobody = GraphClient(http, root, FixedToken(""), patience=Patience(deadline=TURN_LIMIT))
    known: dict[str, TokenSource] = {}

    def graph_of(user_id: str) -> GraphClient:
        tokens = known.get(user_id) or known.setdefault(user_id, tokens_of(user_id))
        return nobody.as_user(tokens, user_id)

    return graph_of


def apologize(reference: str, turn: Turn) -> Reply:
    """What is said when a turn broke on a fault of our own."""
    return trouble.apologize(reference, Reader(turn.locale, turn.zone or UNKNOWN_ZONE))


def _readiness(database: Database, draining: Draining) -> WhyNot:
    async def why_not() -> str | None:
        if draining.begun:
            return "the service is stopping"
        try:
            await database.read("SELECT 1")
        except sqlite3.Error as error:
            return f"the conversations' database cannot be read: {error}"
        return None

    return why_not
