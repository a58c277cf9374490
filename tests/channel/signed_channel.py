"""A bot behind `Signed`, its token services, and requests to it that are right but for what a test changes."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import ClientSession, web

from bot.channel.bearer import TokenSource
from bot.channel.connector import Connector
from bot.channel.routes import channel_routes, channel_session
from bot.channel.signed import CONNECTOR_ISSUER, Registration, Signed
from bot.channel.signing_keys import Freshness, SigningKeys
from bot.serving import serving
from dialogs.turn import Reply, Turn
from tests.channel.conftest import FakeLedger, Naps, apologize
from tests.channel.token_service import Json, TokenService, jwk, signed

APP = "a9d1c0de-0000-4000-8000-000000000b07"
TENANT = "c0ffee00-0000-4000-8000-0000000000aa"
OTHER_TENANT = "c0ffee00-0000-4000-8000-0000000000bb"
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
CONNECTOR_KEY, OTHER_CHANNEL_KEY, EMULATOR_KEY, FORGER_KEY = 1, 2, 3, 4
TENANT_V1 = f"https://sts.windows.net/{TENANT}/"
TENANT_V2 = f"https://login.microsoftonline.com/{TENANT}/v2.0"


def at(**offset: float) -> int:
    """Seconds since 1970 of an instant beside NOW: `at(minutes=-5)`."""
    return int((NOW + timedelta(**offset)).timestamp())


def connector_claims(service_url: str) -> Json:
    """What the Bot Connector's tokens say."""
    return {
        "serviceurl": service_url,
        "nbf": at(minutes=-10),
        "exp": at(minutes=50),
        "iss": CONNECTOR_ISSUER,
        "aud": APP,
    }


def emulator_claims(**changed: Any) -> Json:
    """What Entra's tokens for the bot itself say, version 2.0."""
    claims = {
        "iss": TENANT_V2,
        "aud": APP,
        "azp": APP,
        "ver": "2.0",
        "nbf": at(minutes=-10),
        "exp": at(minutes=50),
        "tid": TENANT,
    }
    return changed_by(claims, changed)


def changed_by(fields: Mapping[str, Any], changes: Mapping[str, Any]) -> Json:
    """`fields` with `changes`; None leaves a field out."""
    return {key: value for key, value in (dict(fields) | dict(changes)).items() if value is not None}


def message(service_url: str, **changed: Any) -> Json:
    """What a person in our tenant says in Teams."""
    activity = {
        "type": "message",
        "id": "1",
        "channelId": "msteams",
        "serviceUrl": service_url,
        "from": {"id": "29:Ana", "name": "Ana Ruiz", "aadObjectId": "5f0d3c1e-0000-4000-8000-00000000000a"},
        "recipient": {"id": f"28:{APP}", "name": "Convene"},
        "conversation": {"id": "a:1", "conversationType": "personal", "tenantId": TENANT},
        "channelData": {"tenant": {"id": TENANT}},
        "text": "hi",
    }
    return changed_by(activity, changed)


@dataclass
class Stopwatch:
    """A monotonic clock that moves when it is told to."""

    seconds: float = 1000.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class SignedBot:
    """A running bot, and what it heard."""

    url: str
    connector_tokens: TokenService
    emulator_tokens: TokenService
    heard: list[Turn]
    watch: Stopwatch

    async def post(
        self, session: ClientSession, body: Any, token: str = "", headers: Mapping[str, str] | None = None
    ) -> tuple[int, Any]:
        """Status and JSON body of one request."""
        bearer = {"Authorization": f"Bearer {token}"} if token else {}
        async with session.post(f"{self.url}/api/messages", json=body, headers=bearer | dict(headers or {})) as answer:
            return answer.status, await answer.json() if await answer.read() else None


@dataclass
class Bots:
    """How the bot is set up."""

    emulator: bool = True
    tokens: TokenSource | None = None
    ledger: FakeLedger = field(default_factory=FakeLedger)
    freshness: Freshness = field(default_factory=Freshness)
    naps: Naps = field(default_factory=Naps)


@asynccontextmanager
async def signed_bot(how: Bots | None = None, connector_tokens: TokenService | None = None) -> AsyncIterator[SignedBot]:
    """An echo that takes signed activities, with the key of each purpose published."""
    how, heard, watch = how or Bots(), [], Stopwatch()

    async def echo(turn: Turn) -> Reply:
        heard.append(turn)
        return Reply(text=f"heard {turn.utterance}")

    published = connector_tokens or TokenService(
        [jwk(CONNECTOR_KEY, "teams", ["msteams"]), jwk(OTHER_CHANNEL_KEY, "chat", ["webchat", "directline"])]
    )
    entra = TokenService([jwk(EMULATOR_KEY, "entra")])
    async with (
        published.running(),
        entra.running(),
        channel_session() as session,
        SigningKeys(
            session, published.metadata_url, freshness=how.freshness, sleep=how.naps.long, monotonic=watch
        ).kept_fresh() as connector_keys,
        SigningKeys(session, entra.metadata_url, sleep=how.naps.long, monotonic=watch).kept_fresh() as emulator_keys,
    ):
        app = web.Application()
        app.add_routes(
            channel_routes(
                handler=echo,
                apologize=apologize,
                ledger=how.ledger,
                authenticator=Signed(
                    Registration(APP, TENANT),
                    lambda: NOW,
                    connector_keys=connector_keys,
                    emulator_keys=emulator_keys if how.emulator else None,
                ),
                connector=Connector(session, tokens=how.tokens, sleep=how.naps),
                clock=lambda: NOW,
            )
        )
        async with serving(app, "127.0.0.1", 0, grace=5.0) as url:
            yield SignedBot(url, published, entra, heard, watch)


def teams_token(service_url: str, **changed: Any) -> str:
    """A token of the Bot Connector that is as it should be, but for `changed` claims."""
    return signed(changed_by(connector_claims(service_url), changed), CONNECTOR_KEY, {"kid": "teams"})


def emulator_token(**changed: Any) -> str:
    """A token of Entra for the bot itself, but for `changed` claims."""
    return signed(emulator_claims(**changed), EMULATOR_KEY, {"kid": "entra"})
