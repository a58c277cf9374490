"""Tokens: from whom, how often, and what becomes of a refusal.

A sign-in service on this machine answers MSAL over TLS.
"""

import asyncio
import os
import ssl
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import trustme
from aiohttp import web
from aiohttp.test_utils import TestServer

from graph.credentials import ClientCredentials, EntraApplication, OnBehalfOf
from graph.errors import NotSignedIn, Unavailable

ROOT = Path(__file__).resolve().parents[2]
SCOPE = "https://graph.microsoft.com/.default"
DISCOVERY = "/contoso/v2.0/.well-known/openid-configuration"


@dataclass
class Entra:
    """The sign-in service: counts what it gives, and refuses when told to."""

    origin: str = ""
    ca_file: str = ""
    asked: list[dict[str, str]] = field(default_factory=list)
    refusal: tuple[int, dict[str, Any]] | None = None
    expires_in: int = 3600

    @property
    def authority(self) -> str:
        """What an application is given."""
        return f"{self.origin}/contoso"

    def application(self) -> EntraApplication:
        """Our registration with it."""
        return EntraApplication("our-id", "our-secret", self.authority, SCOPE, ca_file=self.ca_file)

    async def discovery(self, _: web.Request) -> web.Response:
        """What MSAL reads first."""
        endpoints = {"authorization_endpoint": "authorize", "token_endpoint": "token", "issuer": ""}
        return web.json_response({name: f"{self.authority}/oauth2/v2.0/{end}" for name, end in endpoints.items()})

    async def token(self, request: web.Request) -> web.Response:
        """The token endpoint."""
        self.asked.append({name: str(value) for name, value in (await request.post()).items()})
        if self.refusal:
            return web.json_response(self.refusal[1], status=self.refusal[0])
        token = {"token_type": "Bearer", "expires_in": self.expires_in, "access_token": f"token {len(self.asked)}"}
        return web.json_response(token)


@pytest.fixture
async def entra(tmp_path: Path) -> AsyncIterator[Entra]:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    entra = Entra(ca_file=str(tmp_path / "ca.pem"))
    application = web.Application()
    application.router.add_get(DISCOVERY, entra.discovery)
    application.router.add_post("/contoso/oauth2/v2.0/token", entra.token)
    server = TestServer(application, host="127.0.0.1", scheme="https")
    await server.start_server(ssl=context)
    entra.origin = f"https://127.0.0.1:{server.port}"
    yield entra
    await server.close()


class Watch:
    """A monotonic clock that the test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


async def assertion() -> str:
    return "teams-sso-token"


async def test_the_application_signs_in_as_itself(entra: Entra) -> None:
    assert await ClientCredentials(entra.application()).token() == "token 1"
    (asked,) = entra.asked
    assert asked["grant_type"] == "client_credentials"
    assert (asked["client_id"], asked["client_secret"]) == ("our-id", "our-secret")
    assert asked["scope"] == SCOPE


async def test_a_users_assertion_is_exchanged(entra: Entra) -> None:
    assert await OnBehalfOf(entra.application(), assertion).token() == "token 1"
    (asked,) = entra.asked
    assert asked["grant_type"] == "urn:ietf:params:oauth:grant-type:jwt-bearer"
    assert (asked["assertion"], asked["requested_token_use"]) == ("teams-sso-token", "on_behalf_of")
    assert SCOPE in asked["scope"]


async def test_a_token_is_kept_until_shortly_before_it_expires(entra: Entra) -> None:
    watch = Watch()
    for tokens in (
        ClientCredentials(entra.application(), now=watch),
        OnBehalfOf(entra.application(), assertion, now=watch),
    ):
        first = await tokens.token()
        watch.now += 3600 - 5 * 60 - 1
        assert await tokens.token() == first
        watch.now += 1
        assert await tokens.token() != first


async def test_a_token_of_a_few_minutes_is_kept_too(entra: Entra) -> None:
    entra.expires_in, watch = 120, Watch()
    tokens = ClientCredentials(entra.application(), now=watch)
    assert [await tokens.token(), await tokens.token()] == ["token 1", "token 1"]
    watch.now += 60
    assert await tokens.token() == "token 2"


async def test_who_comes_at_the_same_time_shares_one_request(entra: Entra) -> None:
    """Also when one of them gives up."""
    tokens = OnBehalfOf(entra.application(), assertion)
    asking = [asyncio.create_task(tokens.token()) for _ in range(10)]
    await asyncio.sleep(0)
    asking[0].cancel()
    assert await asyncio.gather(*asking[1:]) == ["token 1"] * 9
    assert len(entra.asked) == 1


@pytest.mark.parametrize("kind", ["application", "user"])
async def test_a_forgotten_token_is_asked_for_again(entra: Entra, kind: str) -> None:
    """From Entra itself, not out of MSAL's memory. A token that is in use no longer changes nothing."""
    application = entra.application()
    tokens = ClientCredentials(application) if kind == "application" else OnBehalfOf(application, assertion)
    await tokens.token()
    tokens.forget("another")
    assert await tokens.token() == "token 1"
    tokens.forget("token 1")
    assert await tokens.token() == "token 2"


async def test_users_of_one_application_have_tokens_of_their_own(entra: Entra) -> None:
    application = entra.application()
    ana, tom = (OnBehalfOf(application, assertion) for _ in range(2))
    assert await ana.token() != await tom.token()


@pytest.mark.parametrize("code", ["invalid_grant", "interaction_required", "invalid_client"])
async def test_a_refusal_means_signing_in_again(entra: Entra, code: str) -> None:
    """Which the next assertion may show; MSAL does not send one that was refused again for a minute."""
    entra.refusal = 400, {"error": code, "error_description": "Consent is missing.", "correlation_id": "c-1"}
    assertions = iter(["before consent", "after consent"])

    async def newest() -> str:
        return next(assertions)

    tokens = OnBehalfOf(entra.application(), newest)
    with pytest.raises(NotSignedIn, match=r"Consent is missing\.") as raised:
        await tokens.token()
    assert (raised.value.code, raised.value.request_id) == (code, "c-1")
    entra.refusal = None
    assert (await tokens.token()).startswith("token")


async def test_a_sign_in_service_in_trouble_is_not_a_refusal(entra: Entra) -> None:
    for refusal in (
        (503, {"error": "temporarily_unavailable", "error_description": "Later."}),
        (500, {"oops": "no OAuth error"}),
    ):
        entra.refusal = refusal
        with pytest.raises(Unavailable):
            await ClientCredentials(entra.application()).token()


async def test_a_sign_in_service_that_cannot_be_reached_is_not_a_refusal(entra: Entra) -> None:
    application = EntraApplication("id", "secret", "https://127.0.0.1:1/contoso", SCOPE, ca_file=entra.ca_file)
    with pytest.raises(Unavailable) as raised:
        await ClientCredentials(application).token()
    assert not raised.value.may_have_happened


async def test_a_certificate_of_a_stranger_is_not_trusted(entra: Entra) -> None:
    application = EntraApplication("id", "secret", entra.authority, SCOPE)
    with pytest.raises(Unavailable):
        await ClientCredentials(application).token()
    assert entra.asked == []


def test_a_secret_is_not_sent_over_plain_http() -> None:
    with pytest.raises(ValueError, match="https"):
        EntraApplication("id", "secret", "http://127.0.0.1/contoso", SCOPE)


@pytest.mark.parametrize("variable", ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "HTTPS_PROXY"])
async def test_the_environment_does_not_reroute_a_local_sign_in(entra: Entra, tmp_path: Path, variable: str) -> None:
    """With a certificate authority of its own, neither foreign bundles nor proxies are asked."""
    other = tmp_path / "other.pem"
    trustme.CA().cert_pem.write_to_path(other)
    value = "http://127.0.0.1:1" if variable == "HTTPS_PROXY" else str(other)
    program = (
        "import asyncio, sys\n"
        "from graph.credentials import ClientCredentials, EntraApplication\n"
        "application = EntraApplication('id', 'secret', sys.argv[1], sys.argv[2], ca_file=sys.argv[3])\n"
        "print(asyncio.run(ClientCredentials(application).token()))\n"
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        program,
        entra.authority,
        SCOPE,
        entra.ca_file,
        env={**os.environ, variable: value},
        cwd=ROOT,
        stdout=subprocess.PIPE,
    )
    async with asyncio.timeout(30):
        said, _ = await process.communicate()
    assert said.decode().strip() == "token 1"
