"""The channel put together: what `bot/app.py` adds to its application."""

from aiohttp import ClientSession, DummyCookieJar, web

from bot.channel.adapter import ChannelAdapter
from bot.channel.authentication import Authenticator
from bot.channel.connector import Connector
from bot.channel.endpoint import LARGEST, PATH, Messages
from bot.channel.once import Ledger
from bot.channel.sdk_authentication import Authentication
from bot.channel.turns import Apologize, Clock, Handler, Turns


def channel_session() -> ClientSession:
    """The one session for replies to the channel; whoever opens it closes it. No proxies, no cookies."""
    return ClientSession(cookie_jar=DummyCookieJar(), auto_decompress=True)


def channel_routes(
    *,
    handler: Handler,
    apologize: Apologize,
    ledger: Ledger,
    authenticator: Authenticator,
    connector: Connector,
    clock: Clock,
    largest: int = LARGEST,
) -> list[web.RouteDef]:
    """The route of `/api/messages` for every method, so that wrong ones get an answer in words."""
    adapter = ChannelAdapter(Authentication(connector))
    turns = Turns(
        adapter=adapter, connector=connector, handler=handler, apologize=apologize, ledger=ledger, clock=clock
    )
    return [web.route("*", PATH, Messages(authenticator, turns, largest).serve)]
