"""The channel put together: what `bot/app.py` adds to its application."""

from aiohttp import ClientSession, DummyCookieJar, TCPConnector, web

from bot.channel.adapter import ChannelAdapter
from bot.channel.authentication import Authenticator
from bot.channel.connector import Connector
from bot.channel.endpoint import LARGEST, PATH, Messages
from bot.channel.invokes import Invokes
from bot.channel.once import Ledger
from bot.channel.references import References
from bot.channel.sdk_authentication import Authentication
from bot.channel.turns import Apologize, Clock, Handler, Turns


def channel_session() -> ClientSession:
    """The one session for replies to the channel; whoever opens it closes it. No proxies, no cookies.

    Its connections are not counted: each is a turn under way, and a slow channel must not hold up the other turns.
    """
    return ClientSession(connector=TCPConnector(limit=0), cookie_jar=DummyCookieJar(), auto_decompress=True)


def channel_routes(
    *,
    handler: Handler,
    apologize: Apologize,
    ledger: Ledger,
    authenticator: Authenticator,
    connector: Connector,
    clock: Clock,
    invokes: Invokes | None = None,
    references: References | None = None,
    largest: int = LARGEST,
) -> list[web.RouteDef]:
    """The route of `/api/messages` for every method, so that wrong ones get an answer in words.

    `invokes`: who answers what is asked beside the conversation. `references`: where conversations are kept.
    """
    adapter = ChannelAdapter(Authentication(connector))
    turns = Turns(
        adapter=adapter,
        connector=connector,
        handler=handler,
        apologize=apologize,
        ledger=ledger,
        invokes=invokes or Invokes(),
        references=references,
        clock=clock,
    )
    return [web.route("*", PATH, Messages(authenticator, turns, largest).serve)]
