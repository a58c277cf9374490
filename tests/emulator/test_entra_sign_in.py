"""Signing in with the local Entra's page, as a browser and MSAL do it: code, PKCE, refresh token."""

import re
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest

from graph.credentials import EntraApplication, Flow
from graph.emulator import DEMO_CLIENT_ID, DEMO_CLIENT_SECRET
from graph.errors import NotSignedIn
from tests.emulator.office import Asker, Office

SCOPE = "https://graph.microsoft.com/.default"
BACK = "http://127.0.0.1:9/signin/callback"


@pytest.fixture
def entra(office: Office, tmp_path: Path) -> EntraApplication:
    ca_file = tmp_path / "ca.pem"
    ca_file.write_bytes(office.graph.ca_pem)
    return EntraApplication(DEMO_CLIENT_ID, DEMO_CLIENT_SECRET, office.graph.authority, SCOPE, ca_file=str(ca_file))


async def choose(office: Office, flow: Flow, who: str, decision: str = "allow") -> dict[str, str]:
    """What the browser brings back after `who` has pressed a button of the page."""
    page = await office.http.get(flow["auth_uri"])
    assert page.status_code == 200
    kept = dict(re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', page.text.replace("&amp;", "&")))
    account = office.graph.tenant.store.user(f"{who}@contoso.example")
    assert account is not None
    assert account["id"] in page.text
    form = kept | {"account": account["id"], "decision": decision}
    gone = await office.http.post(flow["auth_uri"].partition("?")[0], data=form)
    assert gone.status_code == 303
    assert gone.headers["Location"].startswith(BACK)
    return {name: values[0] for name, values in parse_qs(urlsplit(gone.headers["Location"]).query).items()}


async def test_a_person_signs_in(office: Office, entra: EntraApplication) -> None:
    """The code brings a token of theirs for Graph, and one to renew it with."""
    flow = await entra.begin_code_flow(BACK, "state-1")
    granted = await entra.by_code(flow, await choose(office, flow, "tom"))
    assert (await Asker(office.http, office.graph.url, granted.access_token).get("/me"))["displayName"] == "Tom Fox"
    assert granted.user_id == (office.graph.tenant.store.user("tom@contoso.example") or {})["id"]
    renewed = await entra.by_refresh_token(granted.refresh_token)
    assert renewed.access_token != granted.access_token
    assert (await Asker(office.http, office.graph.url, renewed.access_token).get("/me"))["displayName"] == "Tom Fox"


async def test_who_says_no_brings_no_code(office: Office, entra: EntraApplication) -> None:
    """Entra's own words for it, and MSAL gives no token."""
    flow = await entra.begin_code_flow(BACK, "state-1")
    answer = await choose(office, flow, "tom", "deny")
    assert (answer["error"], answer["error_subcode"], "code" in answer) == ("access_denied", "cancel", False)
    with pytest.raises(NotSignedIn):
        await entra.by_code(flow, answer)


async def test_a_code_is_good_once(office: Office, entra: EntraApplication) -> None:
    """Whoever comes second with it gets nothing."""
    flow = await entra.begin_code_flow(BACK, "state-1")
    answer = await choose(office, flow, "tom")
    await entra.by_code(flow, answer)
    with pytest.raises(NotSignedIn, match="already redeemed"):
        await entra.by_code(flow, answer)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"code_verifier": "another-verifier-that-is-long-enough-to-be-one"}, "code_verifier"),
        ({"redirect_uri": "http://127.0.0.1:9/elsewhere"}, "redirect_uri"),
        ({"state": "another"}, "state"),
        ({"nonce": "another"}, "nonce"),
    ],
)
async def test_a_code_is_of_one_flow(
    office: Office, entra: EntraApplication, changed: Mapping[str, str], says: str
) -> None:
    """A code that somebody else has got hold of, or slipped in, is worth nothing."""
    flow = await entra.begin_code_flow(BACK, "state-1")
    answer = await choose(office, flow, "tom")
    with pytest.raises(NotSignedIn, match=says):
        await entra.by_code({**flow, **changed}, answer)


@pytest.mark.parametrize(("minutes", "says"), [(9, ""), (10, "expired")])
async def test_a_code_expires(office: Office, entra: EntraApplication, minutes: int, says: str) -> None:
    """After ten minutes, by the tenant's clock."""
    flow = await entra.begin_code_flow(BACK, "state-1")
    answer = await choose(office, flow, "tom")
    office.watch.advance(timedelta(minutes=minutes))
    if not says:
        assert (await entra.by_code(flow, answer)).access_token
        return
    with pytest.raises(NotSignedIn, match=says):
        await entra.by_code(flow, answer)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"client_id": "stranger"}, "AADSTS700016"),
        ({"redirect_uri": "https://evil.example/take"}, "AADSTS50011"),
        ({"response_type": "token"}, "AADSTS700054"),
        ({"code_challenge_method": "plain"}, "AADSTS9002325"),
        ({"code_challenge": ""}, "AADSTS9002325"),
        ({"state": ""}, "AADSTS900144"),
    ],
)
async def test_the_page_refuses(office: Office, entra: EntraApplication, changed: dict[str, str], code: str) -> None:
    """What is wrong is said on the page; no browser is sent anywhere with it."""
    address = urlsplit((await entra.begin_code_flow(BACK, "state-1"))["auth_uri"])
    query = {name: values[0] for name, values in parse_qs(address.query).items()} | changed
    page = await office.http.get(address._replace(query="").geturl(), params=query)
    assert (page.status_code, code in page.text) == (400, True)


async def test_a_refresh_token_is_no_other_token(office: Office, entra: EntraApplication) -> None:
    """Nor is an access token good for renewing."""
    with pytest.raises(NotSignedIn):
        await entra.by_refresh_token(office.graph.user_token("tom@contoso.example"))
    flow = await entra.begin_code_flow(BACK, "state-1")
    granted = await entra.by_code(flow, await choose(office, flow, "tom"))
    refused = await office.http.get(
        f"{office.graph.url}/me", headers={"Authorization": f"Bearer {granted.refresh_token}"}
    )
    assert refused.status_code == 401


async def test_an_id_token_is_signed_with_the_published_key(office: Office, entra: EntraApplication) -> None:
    """RS256, for the application, with the nonce that was sent."""
    flow = await entra.begin_code_flow(BACK, "state-1")
    answer = await choose(office, flow, "tom")
    form = {
        "client_id": DEMO_CLIENT_ID,
        "client_secret": DEMO_CLIENT_SECRET,
        "grant_type": "authorization_code",
        "code": answer["code"],
        "redirect_uri": BACK,
        "code_verifier": flow["code_verifier"],
    }
    token = (await office.http.post(office.graph.token_url, data=form)).json()["id_token"]
    base = office.graph.token_url.removesuffix("/oauth2/v2.0/token")
    (key,) = (await office.http.get(f"{base}/discovery/v2.0/keys")).json()["keys"]
    claims = jwt.decode(
        token,
        jwt.PyJWK(key).key,
        ["RS256"],
        audience=DEMO_CLIENT_ID,
        options={"verify_exp": False, "verify_nbf": False, "verify_iat": False},
    )
    (sent,) = parse_qs(urlsplit(flow["auth_uri"]).query)["nonce"]
    assert (claims["nonce"], claims["preferred_username"]) == (sent, "tom@contoso.example")
