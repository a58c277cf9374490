"""The security table: what is not the channel's, not for this bot, not of this tenant or no activity is refused.

Each row changes one thing of a request that is taken as it is. 401: nothing is proven. 403: it is, but not this.
Afterwards the bot has heard nothing and sent nothing, and takes the right request.
"""

import base64
import hmac
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import jwt
import pytest
from aiohttp import ClientSession

from bot.channel.bearer import Bearer
from tests.channel.signed_channel import (
    APP,
    CONNECTOR_KEY,
    EMULATOR_KEY,
    FORGER_KEY,
    OTHER_CHANNEL_KEY,
    OTHER_TENANT,
    TENANT,
    TENANT_V1,
    Bots,
    SignedBot,
    at,
    changed_by,
    connector_claims,
    emulator_claims,
    message,
    signed_bot,
)
from tests.channel.token_service import Json, encoded, private_key, public_pem, signed
from tests.channel_client import FakeConnector

ELSEWHERE = "https://smba.evil.example/emea/"
TEAMS = {"kid": "teams"}


@dataclass(frozen=True)
class Request:
    """A request, and the answer it deserves. `claims`, `header` and `activity` change what is right; None: left out."""

    status: int
    says: str
    claims: Json = field(default_factory=dict)
    header: Json = field(default_factory=dict)
    key: int = CONNECTOR_KEY
    activity: Json = field(default_factory=dict)
    token: Callable[[str], str] = lambda token: token
    authorization: Callable[[str], str] = lambda token: f"Bearer {token}"
    emulator: bool = False
    body: bytes | None = None
    content_type: str = "application/json"
    method: str = "POST"


def payload_changed(token: str) -> str:
    head, body, signature = token.split(".")
    claims = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    return ".".join([head, encoded(json.dumps(claims | {"exp": at(days=3650)}).encode()), signature])


def header_changed(token: str, **header: Any) -> str:
    _, body, signature = token.split(".")
    return ".".join([encoded(json.dumps({"typ": "JWT", **header}).encode()), body, signature])


def unsigned(token: str) -> str:
    return header_changed(token, alg="none", kid="teams").rpartition(".")[0] + "."


def hmac_with_public_key(token: str) -> str:
    """The classic confusion: the public key taken for a shared secret."""
    head = encoded(json.dumps({"typ": "JWT", "alg": "HS256", "kid": "teams"}).encode())
    content = f"{head}.{token.split('.')[1]}"
    return f"{content}.{encoded(hmac.new(public_pem(CONNECTOR_KEY), content.encode(), sha256).digest())}"


def other_digest(token: str) -> str:
    head = encoded(json.dumps({"typ": "JWT", "alg": "RS512", "kid": "teams"}).encode())
    content = f"{head}.{token.split('.')[1]}"
    algorithm = jwt.algorithms.RSAAlgorithm(jwt.algorithms.RSAAlgorithm.SHA512)
    return f"{content}.{encoded(algorithm.sign(content.encode(), private_key(CONNECTOR_KEY)))}"


def signature_swapped(token: str) -> str:
    other = signed({"iss": "https://api.botframework.com", "aud": APP, "exp": at(hours=1)}, CONNECTOR_KEY, TEAMS)
    return token.rpartition(".")[0] + "." + other.rpartition(".")[2]


def last_bit_flipped(token: str) -> str:
    content, _, signature = token.rpartition(".")
    raw = bytearray(base64.urlsafe_b64decode(signature + "=="))
    raw[0] ^= 1
    return f"{content}.{encoded(bytes(raw))}"


TABLE = {
    # Nothing shown
    "no Authorization header": Request(401, "bearer token", authorization=lambda token: ""),
    "an empty bearer": Request(401, "bearer token", authorization=lambda token: "Bearer "),
    "a bearer without its scheme": Request(401, "bearer token", authorization=lambda token: token),
    "another scheme": Request(401, "bearer token", authorization=lambda token: f"Basic {token}"),
    "a password": Request(401, "bearer token", authorization=lambda token: "Basic Ym90OnNlY3JldA=="),
    "two tokens": Request(401, "no JSON Web Token", authorization=lambda token: f"Bearer {token} {token}"),
    "words for a token": Request(401, "no JSON Web Token", token=lambda token: "let-me-in"),
    "one part": Request(401, "no JSON Web Token", token=lambda token: token.split(".")[0]),
    "two parts": Request(401, "no JSON Web Token", token=lambda token: ".".join(token.split(".")[:2])),
    "four parts": Request(401, "no JSON Web Token", token=lambda token: f"{token}.{token}"),
    "a header that is no JSON": Request(401, "no JSON Web Token", token=lambda token: "e30x." + token.split(".", 1)[1]),
    "a header that is a list": Request(401, "no JSON Web Token", token=lambda token: "W10." + token.split(".", 1)[1]),
    "claims that are a list": Request(401, "no JSON Web Token", token=lambda token: f"{token.split('.')[0]}.W10.AAAA"),
    "claims that nest without end": Request(
        401, "no JSON Web Token", token=lambda token: f"{token.split('.')[0]}.{encoded(b'[' * 5000)}.AAAA"
    ),
    "an encrypted token": Request(
        401, "no JSON Web Token", token=lambda token: "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.AA.AA.AA.AA"
    ),
    # Forged
    "signed by another's key under the right id": Request(401, "signature", key=FORGER_KEY),
    "signed with a key nobody published": Request(401, "not one of its issuer", key=FORGER_KEY, header={"kid": "mine"}),
    "claims changed afterwards": Request(401, "signature", token=payload_changed),
    "the signature of another token": Request(401, "signature", token=signature_swapped),
    "one bit of the signature flipped": Request(401, "signature", token=last_bit_flipped),
    "no signature": Request(401, "signature", token=lambda token: token.rpartition(".")[0] + "."),
    "algorithm none": Request(401, "RS256", token=unsigned),
    "algorithm None, capitals": Request(
        401, "RS256", token=lambda token: header_changed(token, alg="NoNe", kid="teams")
    ),
    "the public key as a shared secret": Request(401, "RS256", token=hmac_with_public_key),
    "another algorithm by the right key": Request(401, "RS256", token=other_digest),
    "no algorithm": Request(401, "no JSON Web Token|RS256", token=lambda token: header_changed(token, kid="teams")),
    "no key id": Request(401, "name its key", header={"kid": None}),
    "a key id that is a number": Request(401, "name its key|no JSON Web Token", header={"kid": 7}),
    "a key id that is a path": Request(401, "not one of its issuer", header={"kid": "../../dev/null"}),
    "a key of the forger's in the header": Request(
        401, "signature", key=FORGER_KEY, header={"jwk": {"kty": "RSA", "n": "AQAB", "e": "AQAB"}}
    ),
    "an address of keys in the header": Request(
        401, "signature", key=FORGER_KEY, header={"jku": "https://evil.example/keys"}
    ),
    "a critical extension": Request(401, "RS256|no JSON Web Token", header={"crit": ["exp"]}),
    # From somebody else
    "another issuer": Request(401, "issuer", claims={"iss": "https://evil.example"}),
    "no issuer": Request(401, "who issued", claims={"iss": None}),
    "two issuers": Request(401, "who issued", claims={"iss": ["https://api.botframework.com"]}),
    "an issuer that only begins as ours": Request(401, "issuer", claims={"iss": "https://api.botframework.com.evil"}),
    "a person's Entra token": Request(
        401, "issuer", claims={"iss": f"https://login.microsoftonline.com/{OTHER_TENANT}/v2.0"}
    ),
    "the bot's own token sent back to it": Request(
        401, "not for this bot", claims={"aud": "https://api.botframework.com"}
    ),
    "for another bot": Request(401, "not for this bot", claims={"aud": "b0b0b0b0-0000-4000-8000-000000000000"}),
    "for nobody": Request(401, "not for this bot", claims={"aud": None}),
    "for several bots": Request(401, "not for this bot", claims={"aud": [APP, "other"]}),
    "for us in another spelling": Request(401, "not for this bot", claims={"aud": APP.upper()}),
    # At another time
    "expired beyond the skew of clocks": Request(401, "expired", claims={"exp": at(minutes=-6)}),
    "expired exactly at the skew": Request(401, "expired", claims={"exp": at(minutes=-5)}),
    "expired years ago": Request(401, "expired", claims={"exp": 1}),
    "without an end": Request(401, "expired", claims={"exp": None}),
    "an end in words": Request(401, "no times", claims={"exp": "tomorrow"}),
    "an end that is true": Request(401, "no times", claims={"exp": True}),
    "an end beyond all time": Request(401, "no times", claims={"exp": 10**400}),
    "an end that is infinite": Request(401, "no JSON Web Token", claims={"exp": float("inf")}),
    "not valid yet": Request(401, "not valid yet", claims={"nbf": at(minutes=6)}),
    "a beginning in words": Request(401, "no times", claims={"nbf": "now"}),
    # Swapped and replayed: a good token beside an activity that is not its own
    "replies wanted elsewhere": Request(403, "serviceUrl", activity={"serviceUrl": ELSEWHERE}),
    "replies wanted at a longer address": Request(403, "serviceUrl", activity={"serviceUrl": "{url}/v3"}),
    "replies wanted by another user of the address": Request(
        403, "serviceUrl", activity={"serviceUrl": "https://smba.trafficmanager.net@evil.example/"}
    ),
    "replies wanted at a metadata service": Request(
        403, "serviceUrl", activity={"serviceUrl": "http://169.254.169.254/latest"}
    ),
    "a token without a serviceUrl": Request(403, "serviceUrl", claims={"serviceurl": None}),
    "a token whose serviceUrl is a list": Request(403, "serviceUrl", claims={"serviceurl": ["{url}"]}),
    "an activity without a serviceUrl": Request(
        403, "serviceUrl", activity={"serviceUrl": None, "deliveryMode": "expectReplies"}
    ),
    "both name an address in the clear": Request(
        403,
        "not https",
        claims={"serviceurl": "http://teams.example/"},
        activity={"serviceUrl": "http://teams.example/"},
    ),
    "Teams in the name of Web Chat": Request(403, "not endorsed", activity={"channelId": "webchat"}),
    "Web Chat in the name of Teams": Request(403, "not endorsed", key=OTHER_CHANNEL_KEY, header={"kid": "chat"}),
    "no channel": Request(403, "not endorsed", activity={"channelId": None}),
    "a channel in capitals": Request(403, "not endorsed", activity={"channelId": "MSTEAMS"}),
    "the emulator by the channel's key": Request(403, "not endorsed", activity={"channelId": "emulator"}),
    # From another tenant
    "another tenant's conversation": Request(
        403, "does not serve", activity={"conversation": {"id": "a:1", "tenantId": OTHER_TENANT}}
    ),
    "another tenant's channel data": Request(
        403, "does not serve", activity={"channelData": {"tenant": {"id": OTHER_TENANT}}}
    ),
    "no tenant at all": Request(403, "which tenant", activity={"conversation": {"id": "a:1"}, "channelData": None}),
    "a tenant that is no text": Request(
        403,
        "which tenant",
        activity={"conversation": {"id": "a:1", "tenantId": 7}, "channelData": {"tenant": [TENANT]}},
    ),
    # By the emulator's way
    "the emulator's token by the channel's key": Request(
        401, "not one of its issuer", emulator=True, key=CONNECTOR_KEY, header={"kid": "teams"}
    ),
    "a channel's token by the emulator's key": Request(
        401, "not one of its issuer", key=EMULATOR_KEY, header={"kid": "entra"}
    ),
    "another application's token for us": Request(
        401, "issued to this bot", emulator=True, claims={"azp": "b0b0b0b0-0000-4000-8000-000000000000"}
    ),
    "a person's token for us": Request(401, "issued to this bot", emulator=True, claims={"scp": "access_as_user"}),
    "an application told by the other version's claim": Request(
        401, "issued to this bot", emulator=True, claims={"azp": None, "appid": APP}
    ),
    "another tenant's emulator": Request(
        401, "issuer", emulator=True, claims={"iss": f"https://sts.windows.net/{OTHER_TENANT}/"}
    ),
    "the emulator's token, expired": Request(401, "expired", emulator=True, claims={"exp": at(hours=-1)}),
    "the emulator's token for another bot": Request(401, "not for this bot", emulator=True, claims={"aud": "other"}),
    "the emulator sends replies elsewhere": Request(
        403, "on this machine", emulator=True, activity={"serviceUrl": ELSEWHERE}
    ),
    # Malformed, with a token that is right; without one it would be 401
    "no JSON": Request(400, "not valid JSON", body=b"{"),
    "a list of activities": Request(400, "one JSON object", body=b"[]"),
    "no text at all": Request(400, "not valid Unicode", body=b'{"type": "\xff"}'),
    "no type": Request(400, "no type", activity={"type": None}),
    "nobody says it": Request(400, "“from”", activity={"from": None}),
    "said nowhere": Request(400, "“conversation”", activity={"conversation": None}),
    "a serviceUrl that is a file": Request(400, "must be an address", activity={"serviceUrl": "file:///etc/passwd"}),
    "a text that is a list": Request(400, "must be a string", activity={"text": ["hi"]}),
    "a quarter of a megabyte": Request(413, "at most", activity={"text": "x" * 300_000}),
    "no media type of ours": Request(415, "application/json", content_type="text/plain"),
    "a form": Request(415, "application/json", content_type="application/x-www-form-urlencoded"),
    "GET": Request(405, "POST", method="GET"),
    "PUT": Request(405, "POST", method="PUT"),
    "malformed, and nobody": Request(401, "bearer token", authorization=lambda token: "", body=b"{"),
    "too large, and nobody": Request(401, "bearer token", authorization=lambda token: "", body=b" " * 300_000),
    "a type nobody hears, and nobody": Request(
        401, "bearer token", authorization=lambda token: "", activity={"type": "typing"}
    ),
}


@pytest.fixture
async def session() -> AsyncIterator[ClientSession]:
    async with ClientSession() as session:
        yield session


@pytest.mark.parametrize("name", TABLE)
async def test_refused(session: ClientSession, connector: FakeConnector, name: str) -> None:
    """Nothing is done, the answer says in words why not, and the next good request is served."""
    request = TABLE[name]
    async with signed_bot(Bots(tokens=Bearer(our_token))) as bot:
        status, answer = await ask(session, bot, connector.url, request)
        assert (status, set(answer["error"])) == (request.status, {"code", "message"})
        assert any(words in answer["error"]["message"] for words in request.says.split("|"))
        assert (bot.heard, connector.sent) == ([], [])
        assert await ask(session, bot, connector.url, Request(200, "")) == (200, None)
        assert [turn.utterance for turn in bot.heard] == ["hi"]
    assert [sent.headers["Authorization"] for sent in connector.sent] == ["Bearer ours"]


def test_the_table_is_long_enough() -> None:
    """At least sixty ways in are tried."""
    assert len(TABLE) >= 60


TAKEN = {
    "as Teams sends it": Request(200, ""),
    "the scheme in small letters": Request(200, "", authorization=lambda token: f"bearer {token}"),
    "expired within the skew of clocks": Request(200, "", claims={"exp": at(minutes=-4)}),
    "begun within the skew of clocks": Request(200, "", claims={"nbf": at(minutes=4)}),
    "without a beginning": Request(200, "", claims={"nbf": None}),
    "a slash more in the serviceUrl": Request(200, "", activity={"serviceUrl": "{url}/"}),
    "the tenant in capitals": Request(
        200, "", activity={"conversation": {"id": "a:1", "tenantId": TENANT.upper()}, "channelData": None}
    ),
    "Web Chat, which has no tenant": Request(
        200,
        "",
        key=OTHER_CHANNEL_KEY,
        header={"kid": "chat"},
        activity={"channelId": "webchat", "conversation": {"id": "a:1"}, "channelData": None},
    ),
    "the emulator, version 2.0": Request(200, "", emulator=True),
    "the emulator, version 1.0": Request(
        200, "", emulator=True, claims={"ver": "1.0", "iss": TENANT_V1, "azp": None, "appid": APP}
    ),
    "the emulator, botframework.com": Request(
        200,
        "",
        emulator=True,
        claims={"iss": "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0"},
    ),
}


@pytest.mark.parametrize("name", TAKEN)
async def test_taken(session: ClientSession, connector: FakeConnector, name: str) -> None:
    """What is right is served; our token goes to the address that the channel has proven, never to an emulator's."""
    async with signed_bot(Bots(tokens=Bearer(our_token))) as bot:
        assert await ask(session, bot, connector.url, TAKEN[name]) == (200, None)
    ours = [sent.headers.get("Authorization") for sent in connector.sent]
    assert ours == [None if TAKEN[name].emulator else "Bearer ours"]


async def test_an_emulator_is_taken_only_where_it_is_wanted(session: ClientSession, connector: FakeConnector) -> None:
    """Holders of the bot's secret speak in nobody's name, unless the service was started for development."""
    async with signed_bot(Bots(emulator=False)) as bot:
        status, answer = await ask(session, bot, connector.url, Request(401, "", emulator=True))
    assert (status, answer["error"]["message"]) == (401, "The token's issuer is not one that this bot trusts.")


async def test_a_replayed_request_does_nothing_again(session: ClientSession, connector: FakeConnector) -> None:
    """Byte for byte the same request, captured or repeated by the channel, is answered without a second turn."""
    async with signed_bot(Bots(tokens=Bearer(our_token))) as bot:
        for _ in range(3):
            assert await ask(session, bot, connector.url, Request(200, "")) == (200, None)
    assert len(bot.heard) == len(connector.sent) == 1


async def test_401_names_the_scheme(session: ClientSession) -> None:
    """RFC 9110 asks for WWW-Authenticate."""
    async with signed_bot() as bot, session.post(f"{bot.url}/api/messages", json={}) as answer:
        assert (answer.status, answer.headers["WWW-Authenticate"]) == (401, "Bearer")


async def our_token() -> tuple[str, float]:
    return "ours", 3600.0


async def ask(session: ClientSession, bot: SignedBot, url: str, request: Request) -> tuple[int, Any]:
    """Send what `request` describes to `bot`, with replies to `url`; the answer's status and JSON body."""
    right = emulator_claims() if request.emulator else connector_claims(url)
    key = EMULATOR_KEY if request.emulator and request.key == CONNECTOR_KEY and not request.header else request.key
    header = changed_by({"kid": "entra"} if request.emulator else TEAMS, request.header)
    token = request.token(signed(changed_by(right, _placed(request.claims, url)), key, header))
    activity = message(url, **_placed(request.activity, url))
    body = json.dumps(activity).encode() if request.body is None else request.body
    headers = {"Content-Type": request.content_type, "Authorization": request.authorization(token)}
    async with session.request(request.method, f"{bot.url}/api/messages", data=body, headers=headers) as answer:
        return answer.status, json.loads(await answer.read() or b"null")


def _placed(fields: Json, url: str) -> Json:
    return {key: value.format(url=url) if isinstance(value, str) else value for key, value in fields.items()}
