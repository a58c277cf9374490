"""Entra, Graph and the Bot Framework as the doctor sees them, on loopback over TLS, and what may be wrong with them."""

import asyncio
import json
import ssl
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import trustme
from aiohttp import web

from bot.settings import Settings, load_settings

APP, SECRET, TENANT = "5f0d3c1e-9c61-4a5e-8b5d-0123456789ab", "s3cret~value", "c0ffee00-0000-4000-8000-0000000000aa"
Json = dict[str, Any]


def entra_refusal(error: str, code: int, says: str) -> Json:
    """As Entra words it."""
    stamp = "2026-11-23 09:00:00Z"
    description = f"AADSTS{code}: {says} Trace ID: 6bb6e1c4 Correlation ID: 7a1e Timestamp: {stamp}"
    return {"error": error, "error_description": description, "error_codes": [code], "correlation_id": "7a1e"}


@dataclass
class Microsoft:
    """All three services. `ahead`: by how much their clocks are ahead of `now`."""

    now: datetime
    ca_file: Path
    url: str = ""
    ahead: timedelta = timedelta()
    stated: bool = True
    """Answers say when they were given."""
    refusal: tuple[int, Json] | None = None
    """What the token endpoint says instead of giving a token."""
    broken: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    """Answers by path, instead of the right ones."""
    together: set[str] = field(default_factory=set)
    """Paths that are answered once all of them have been asked for."""
    _asked: set[str] = field(default_factory=set)
    _all_asked: asyncio.Event = field(default_factory=asyncio.Event)

    def settings(self, data: Path, **changed: Any) -> Settings:
        """Settings with which all is well, but for `changed`."""
        right = {
            "app_id": APP,
            "app_password": SECRET,
            "tenant_id": TENANT,
            "public_url": self.url,
            "token_key": urlsafe_b64encode(bytes(32)).decode(),
            "data_dir": data,
            "port": 0,
            "graph_root": f"{self.url}/v1.0",
            "graph_authority": self.url,
            "connector_metadata": f"{self.url}/v1/.well-known/openidconfiguration",
        }
        return load_settings(**(right | changed))

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Microsoft"]:
        """On a free port, until the end of the block."""
        authority = trustme.CA()
        authority.cert_pem.write_to_path(str(self.ca_file))
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        authority.issue_cert("127.0.0.1").configure_cert(context)
        application = web.Application()
        application.router.add_route("*", "/{path:.*}", self._serve)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context).start()
            self.url = f"https://127.0.0.1:{runner.addresses[0][1]}"
            yield self
        finally:
            await runner.cleanup()

    async def _serve(self, request: web.Request) -> web.Response:
        await self._gathered(request.path)
        status, body = self.broken.get(request.path) or self._answer(request.path, await request.post())
        response = web.Response(status=status, body=body, content_type="application/json")
        response.headers["Date"] = format_datetime(self.now + self.ahead, usegmt=True) if self.stated else ""
        return response

    async def _gathered(self, path: str) -> None:
        self._asked.add(path)
        if self.together <= self._asked:
            self._all_asked.set()
        elif path in self.together:
            await asyncio.wait_for(self._all_asked.wait(), 5)

    def _answer(self, path: str, form: Any) -> tuple[int, bytes]:
        status, found = self._found(path, form)
        return status, json.dumps(found).encode()

    def _found(self, path: str, form: Any) -> tuple[int, Json]:
        if path == "/healthz":
            return 200, {"status": "alive"}
        if path == "/v1.0/me":
            return 401, {"error": {"code": "InvalidAuthenticationToken", "message": "Access token is empty."}}
        if path == "/v1/.well-known/openidconfiguration":
            return 200, {"issuer": "https://api.botframework.com", "jwks_uri": f"{self.url}/v1/.well-known/keys"}
        if path == "/v1/.well-known/keys":
            return 200, {"keys": [{"kid": "1"}, {"kid": "2"}]}
        if path == f"/{TENANT}/v2.0/.well-known/openid-configuration" or path.startswith("/common/"):
            ends = {"authorization_endpoint": "authorize", "token_endpoint": "token", "issuer": ""}
            return 200, {name: f"{self.url}/{TENANT}/oauth2/v2.0/{end}" for name, end in ends.items()}
        if path == f"/{TENANT}/oauth2/v2.0/token":
            if self.refusal:
                return self.refusal
            if form.get("client_secret") != SECRET:
                return 401, entra_refusal("invalid_client", 7000215, "Invalid client secret provided.")
            return 200, {"token_type": "Bearer", "expires_in": 3599, "access_token": "a-token"}
        return 400, entra_refusal("invalid_tenant", 90002, "Tenant not found.")
