"""The token endpoints, spoken to plainly and through MSAL."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import jwt
import msal
import pytest
import requests

from graph.emulator import DEMO_CLIENT_ID, DEMO_CLIENT_SECRET
from tests.emulator.office import Asker, Office

CREDENTIALS = {"client_id": DEMO_CLIENT_ID, "client_secret": DEMO_CLIENT_SECRET}
APPLICATION = {**CREDENTIALS, "grant_type": "client_credentials", "scope": "https://graph.microsoft.com/.default"}
ON_BEHALF = {
    **CREDENTIALS,
    "grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer",
    "requested_token_use": "on_behalf_of",
    "scope": "https://graph.microsoft.com/.default",
}


async def token(office: Office, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
    """What the token endpoint answers."""
    response = await office.http.post(office.graph.token_url, data=form)
    return response.status_code, response.json()


async def test_client_credentials(office: Office) -> None:
    """The application's token is good for Graph for an hour."""
    status, body = await token(office, APPLICATION)
    assert (status, body["token_type"], body["expires_in"]) == (200, "Bearer", 3600)
    asker = Asker(office.http, office.graph.url, body["access_token"])
    assert (await asker.get("/users/tom@contoso.example"))["displayName"] == "Tom Fox"


async def test_on_behalf_of(office: Office) -> None:
    """An assertion becomes the user's own token for Graph."""
    assertion = office.graph.user_assertion("tom@contoso.example")
    status, body = await token(office, {**ON_BEHALF, "assertion": assertion})
    assert status == 200
    assert (await Asker(office.http, office.graph.url, body["access_token"]).get("/me"))["displayName"] == "Tom Fox"


@pytest.mark.parametrize(
    ("form", "status", "error", "code"),
    [
        ({**APPLICATION, "client_secret": "wrong"}, 401, "invalid_client", 7000215),
        ({**APPLICATION, "client_id": "stranger"}, 400, "unauthorized_client", 700016),
        ({**APPLICATION, "scope": "User.Read"}, 400, "invalid_scope", 1002012),
        ({**APPLICATION, "grant_type": "password"}, 400, "unsupported_grant_type", 70003),
        ({**ON_BEHALF, "assertion": "a.b.c"}, 400, "invalid_grant", 50013),
        ({**ON_BEHALF, "requested_token_use": ""}, 400, "invalid_request", 900144),
    ],
)
async def test_refusals(office: Office, form: dict[str, str], status: int, error: str, code: int) -> None:
    """Each in Entra's way, with its number."""
    answered, body = await token(office, form)
    assert (answered, body["error"], body["error_codes"]) == (status, error, [code])
    assert body["error_description"].startswith(f"AADSTS{code}: ")


async def test_unknown_tenant(office: Office) -> None:
    """There is one tenant."""
    url = office.graph.token_url.replace("/contoso/", "/fabrikam/")
    response = await office.http.post(url, data=APPLICATION)
    assert (response.status_code, response.json()["error_codes"]) == (400, [90002])


async def test_old_assertion(office: Office) -> None:
    """An assertion is good for an hour, by the tenant's clock."""
    assertion = office.graph.user_assertion("tom@contoso.example")
    office.watch.advance(timedelta(hours=1))
    status, body = await token(office, {**ON_BEHALF, "assertion": assertion})
    assert (status, body["error_codes"]) == (400, [500133])


async def test_graph_token_is_no_assertion(office: Office) -> None:
    """Its audience is another."""
    form = {**ON_BEHALF, "assertion": office.graph.user_token("tom@contoso.example")}
    status, body = await token(office, form)
    assert (status, body["error_codes"]) == (400, [50013])


async def test_keys_prove_a_token(office: Office) -> None:
    """What discovery points to verifies what the endpoint signs."""
    base = office.graph.token_url.removesuffix("/oauth2/v2.0/token")
    discovery = (await office.http.get(f"{base}/v2.0/.well-known/openid-configuration")).json()
    assert discovery["token_endpoint"] == f"{office.graph.authority}/oauth2/v2.0/token"
    (key,) = (await office.http.get(f"{base}/discovery/v2.0/keys")).json()["keys"]
    assertion = office.graph.user_assertion("tom@contoso.example")
    claims = jwt.decode(
        assertion,
        jwt.PyJWK(key).key,
        ["RS256"],
        audience=f"api://{DEMO_CLIENT_ID}",
        issuer=discovery["issuer"],
        options={"verify_exp": False, "verify_nbf": False, "verify_iat": False},
    )
    assert claims["preferred_username"] == "tom@contoso.example"


def through_msal(authority: str, ca_file: Path, assertion: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """An application's token and a user's, as MSAL gets them."""
    session = requests.Session()
    session.trust_env = False
    session.verify = str(ca_file)
    application = msal.ConfidentialClientApplication(
        DEMO_CLIENT_ID, DEMO_CLIENT_SECRET, authority, instance_discovery=False, http_client=session
    )
    scopes = ["https://graph.microsoft.com/.default"]
    own = application.acquire_token_for_client(scopes)
    delegated = application.acquire_token_on_behalf_of(assertion, scopes)
    session.close()
    return own, delegated


async def test_msal_takes_it_for_entra(office: Office, tmp_path: Path) -> None:
    """MSAL discovers the endpoints over TLS and gets both kinds of token."""
    ca_file = tmp_path / "ca.pem"
    ca_file.write_bytes(office.graph.ca_pem)
    assertion = office.graph.user_assertion("priya@contoso.example")
    own, delegated = await asyncio.to_thread(through_msal, office.graph.authority, ca_file, assertion)
    application = Asker(office.http, office.graph.url, own["access_token"])
    assert (await application.get("/users/ana@contoso.example"))["displayName"] == "Ana Ruiz"
    user = Asker(office.http, office.graph.url, delegated["access_token"])
    assert (await user.get("/me"))["displayName"] == "Priya Nair"
