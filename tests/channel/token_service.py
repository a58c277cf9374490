"""A token service on loopback, as the Bot Framework and Entra run theirs: OpenID metadata, keys, and signed tokens."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from bot.serving import serving

Json = dict[str, Any]


@lru_cache(maxsize=8)
def private_key(number: int, bits: int = 2048) -> rsa.RSAPrivateKey:
    """A real key, the same for the same number: making one takes a while."""
    return rsa.generate_private_key(public_exponent=65537, key_size=bits)


def public_pem(number: int) -> bytes:
    """The public half, as it would be known to everybody."""
    return private_key(number).public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def jwk(number: int, ident: str, endorsements: list[str] | None = None, **other: Any) -> Json:
    """The public half as the service publishes it."""
    published = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(private_key(number).public_key()))
    published |= {"kid": ident, "use": "sig"} | ({"endorsements": endorsements} if endorsements is not None else {})
    return {key: value for key, value in (published | other).items() if value is not None and key != "key_ops"}


def signed(claims: Mapping[str, Any], number: int, header: Mapping[str, Any]) -> str:
    """A token; what `header` has as None is left out."""
    return _joined(
        {"typ": "JWT", "alg": "RS256"} | dict(header), json.dumps(claims, separators=(",", ":")).encode(), number
    )


def _joined(header: Mapping[str, Any], payload: bytes, number: int) -> str:
    stated = json.dumps({key: value for key, value in header.items() if value is not None}).encode()
    content = f"{encoded(stated)}.{encoded(payload)}"
    signature = jwt.algorithms.RSAAlgorithm(jwt.algorithms.RSAAlgorithm.SHA256).sign(
        content.encode(), private_key(number)
    )
    return f"{content}.{encoded(signature)}"


def encoded(content: bytes) -> str:
    """base64url without padding."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


@dataclass
class TokenService:
    """Publishes `keys`. `broken`: answers with that status; `held`: answers only when it is set."""

    keys: list[Json]
    url: str = ""
    asked: int = 0
    """How often the keys were fetched."""
    broken: int = 0
    answer: bytes | None = None
    """Sent instead of the keys."""
    jwks_uri: str | None = None
    """Stated instead of the true address."""
    held: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.held.set()

    @property
    def metadata_url(self) -> str:
        """Where its OpenID configuration is."""
        return f"{self.url}/.well-known/openidconfiguration"

    @asynccontextmanager
    async def running(self) -> AsyncIterator["TokenService"]:
        """On a free port, until the end of the block."""
        app = web.Application()
        app.add_routes(
            [web.get("/.well-known/openidconfiguration", self._metadata), web.get("/.well-known/keys", self._publish)]
        )
        async with serving(app, "127.0.0.1", 0, grace=1.0) as self.url:
            yield self

    async def _metadata(self, request: web.Request) -> web.Response:
        return web.json_response({"jwks_uri": self.jwks_uri or f"{self.url}/.well-known/keys"})

    async def _publish(self, request: web.Request) -> web.Response:
        self.asked += 1
        await self.held.wait()
        if self.broken:
            return web.Response(status=self.broken)
        if self.answer is not None:
            return web.Response(body=self.answer, content_type="application/json")
        return web.json_response({"keys": self.keys})
