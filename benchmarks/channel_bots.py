"""Bots of this environment for the channel's measurements: `python -m benchmarks.channel_bots NAME SITUATION`."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import jwt
from aiohttp import ClientSession, web

from benchmarks.channel_load import APP, TENANT, at
from bot.app import apologize, graph_of_users, system_clock
from bot.channel.bearer import Bearer
from bot.channel.connector import Connector
from bot.channel.references import References
from bot.channel.routes import channel_routes, channel_session
from bot.channel.signed import Registration, Signed
from bot.channel.signing_keys import SigningKeys
from bot.channel.turns import Handler
from bot.conversations import Conversations
from bot.garbage import settle
from bot.logs import set_up_logs
from bot.serving import serving
from bot.storage.database import Database
from bot.storage.documents import SqliteStorage
from bot.storage.once import Once
from dialogs.turn import Reply, Turn
from graph.client import connection_pool
from graph.credentials import FixedToken

Situation = dict[str, Any]


async def echo(turn: Turn) -> Reply:
    """What was said."""
    return Reply(text=f"You said: {turn.utterance}", dialog="echo", outcome="told")


@asynccontextmanager
async def convene(situation: Situation, *, scheduling: bool) -> AsyncIterator[web.Application]:
    """The channel as it serves: validated tokens, order, once-only answers and references on SQLite."""
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(Database(Path(situation["data"]) / "convene.sqlite"))
        http = await stack.enter_async_context(connection_pool())
        session = await stack.enter_async_context(channel_session())
        keys = await stack.enter_async_context(SigningKeys(session, situation["metadata_url"]).kept_fresh())
        bearer = await stack.enter_async_context(Bearer(_token_endpoint(situation)).ready())
        storage = SqliteStorage(database)
        graph_of = graph_of_users(http, situation["graph_root"], lambda _: FixedToken(situation["graph_token"]))
        handler: Handler = Conversations(storage, graph_of) if scheduling else echo
        app = web.Application()
        app.add_routes(
            channel_routes(
                handler=handler,
                apologize=apologize,
                ledger=Once(database, system_clock),
                authenticator=Signed(Registration(APP, TENANT), system_clock, connector_keys=keys),
                connector=Connector(session, tokens=bearer),
                clock=at(9) if scheduling else system_clock,
                references=References(storage),
            )
        )
        yield app


@asynccontextmanager
async def bare(situation: Situation) -> AsyncIterator[web.Application]:
    """The floor: aiohttp in, the token's signature and claims checked, aiohttp out, and nothing else."""
    async with ClientSession() as session, session.get(situation["keys_url"]) as answer:
        keys = {item["kid"]: jwt.PyJWK(item, algorithm="RS256") for item in (await answer.json())["keys"]}

        async def messages(request: web.Request) -> web.Response:
            token = request.headers["Authorization"].removeprefix("Bearer ")
            key = keys[jwt.get_unverified_header(token)["kid"]]
            jwt.decode(token, key, algorithms=["RS256"], audience=APP, issuer="https://api.botframework.com")
            activity = await request.json()
            reply = {
                "type": "message",
                "text": f"You said: {activity['text']}",
                "from": activity["recipient"],
                "recipient": activity["from"],
                "conversation": activity["conversation"],
                "replyToId": activity["id"],
            }
            path = f"v3/conversations/{activity['conversation']['id']}/activities/{activity['id']}"
            headers = {"Authorization": "Bearer ours"}
            async with session.post(activity["serviceUrl"] + path, json=reply, headers=headers) as sent:
                await sent.read()
            return web.Response()

        app = web.Application()
        app.add_routes([web.post("/api/messages", messages)])
        yield app


async def run(name: str, situation: Situation) -> None:
    """Serve until standard input ends; the address is printed first."""
    set_up_logs("json", "warning")
    bots = {"bare": bare(situation)} if name == "bare" else {}
    bot = bots.get(name) or convene(situation, scheduling=name == "scheduling")
    async with bot as app, serving(app, "127.0.0.1", 0, grace=1.0) as url:
        settle()
        print(url, flush=True)
        await asyncio.to_thread(sys.stdin.read)


def _token_endpoint(situation: Situation) -> Any:
    """An Entra that takes `token_seconds` for an answer, whose tokens live for `token_life` seconds."""

    async def fetch() -> tuple[str, float]:
        await asyncio.sleep(situation["token_seconds"])
        return "ours", situation["token_life"]

    return fetch


if __name__ == "__main__":
    asyncio.run(run(sys.argv[1], json.loads(sys.argv[2])))
