"""`convene serve` as a process of its own, and the world it lives in: Entra, Graph, the Bot Framework's keys."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, ClientTimeout, DummyCookieJar

from bot.channel.signed import CONNECTOR_ISSUER
from graph.emulator import DEMO_CLIENT_ID, DEMO_CLIENT_SECRET, Emulator, World
from graph.emulator.entra import TENANT_ID
from tests.channel.token_service import Json, TokenService, jwk, signed
from tests.channel_client import FakeConnector
from tests.contract.running import ANA, WORLD

KEY = 1
TOKEN_KEY = "0" * 43 + "="


def teams_token(service_url: str, **changed: Any) -> str:
    """A token of the Bot Connector, good now by the machine's clock, which the process goes by; but for `changed`."""
    now = int(time.time())
    claims = {"serviceurl": service_url, "nbf": now - 60, "exp": now + 3000, "iss": CONNECTOR_ISSUER}
    return signed({**claims, "aud": DEMO_CLIENT_ID, **changed}, KEY, {"kid": "teams"})


@dataclass
class Served:
    """A service under way."""

    url: str
    process: asyncio.subprocess.Process
    connector: FakeConnector
    graph: Emulator
    session: ClientSession

    def message(self, ident: str, text: str, **more: Any) -> Json:
        """What Ana says in Teams."""
        return {
            "type": "message",
            "id": ident,
            "channelId": "msteams",
            "serviceUrl": f"{self.connector.url}/",
            "from": ANA,
            "recipient": {"id": f"28:{DEMO_CLIENT_ID}", "name": "Convene"},
            "conversation": {"id": "a:ana", "conversationType": "personal", "tenantId": TENANT_ID},
            "channelData": {"tenant": {"id": TENANT_ID}},
            "locale": "en-GB",
            "text": text,
            **more,
        }

    async def post(self, activity: Json, token: str | None = None) -> tuple[int, dict[str, str], str]:
        """Status, headers and body; signed as Teams does, unless `token` says otherwise."""
        bearer = teams_token(f"{self.connector.url}/") if token is None else token
        headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}
        async with self.session.post(f"{self.url}/api/messages", json=activity, headers=headers) as answer:
            return answer.status, dict(answer.headers), await answer.text()

    async def stop(self) -> int:
        """SIGTERM, and the exit status."""
        self.process.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self.process.wait(), 30)


def environment(folder: Path, tokens: TokenService, graph: Emulator, **changed: str) -> dict[str, str]:
    """The settings, as an operator sets them. An empty one is left out."""
    ca_file = folder / "ca.pem"
    ca_file.write_bytes(graph.ca_pem)
    settings = {
        "CONVENE_PORT": "0",
        "CONVENE_DATA_DIR": str(folder / "data"),
        "CONVENE_LOG_FORMAT": "json",
        "CONVENE_APP_ID": DEMO_CLIENT_ID,
        "CONVENE_APP_PASSWORD": DEMO_CLIENT_SECRET,
        "CONVENE_TENANT_ID": TENANT_ID,
        "CONVENE_GRAPH_ROOT": graph.url,
        "CONVENE_GRAPH_AUTHORITY": f"https://127.0.0.1:{graph.tls_port}",
        "CONVENE_CONNECTOR_METADATA": tokens.metadata_url,
        "CONVENE_PUBLIC_URL": "https://convene.example",
        "CONVENE_TOKEN_KEY": TOKEN_KEY,
        "REQUESTS_CA_BUNDLE": str(ca_file),
        "NO_PROXY": "127.0.0.1",
        **changed,
    }
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("CONVENE_")}
    return inherited | {name: value for name, value in settings.items() if value}


@asynccontextmanager
async def started(environ: dict[str, str]) -> AsyncIterator[asyncio.subprocess.Process]:
    """The process; ended in the end."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "serve"),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=environ,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


@asynccontextmanager
async def served(folder: Path, **changed: str) -> AsyncIterator[Served]:
    """The service, ready; `changed` settings win."""
    tokens = TokenService([jwk(KEY, "teams", ["msteams"])])
    async with (
        tokens.running(),
        Emulator(World.parse(WORLD), lambda: datetime.now(UTC)) as graph,
        FakeConnector.running() as connector,
        started(environment(folder, tokens, graph, **changed)) as process,
        ClientSession(timeout=ClientTimeout(total=30), cookie_jar=DummyCookieJar()) as session,
    ):
        assert process.stdout
        line = (await asyncio.wait_for(process.stdout.readline(), 30)).decode()
        assert line.startswith("Convene serves at http://127.0.0.1:"), line
        yield Served(line.split()[-1], process, connector, graph, session)
