"""Activities that are signed: the Bot Connector's, and those that a developer's emulator signs as the bot itself.

Source: Bot Framework, "Authenticate with the Bot Connector API", "Connector to bot" and "Emulator to bot".
401: the token proves nothing. 403: it does, but not for this activity.
"""

import json
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from jwt import PyJWS, PyJWTError
from jwt.utils import base64url_decode

from bot.channel.authentication import Call, Proof, hostname, is_loopback, is_private
from bot.channel.incoming import Incoming
from bot.channel.refusals import Refused, forbidden, unauthorized
from bot.channel.signing_keys import NoKeys, SigningKey, SigningKeys, UnknownKey

Claims = Mapping[str, Any]
Clock = Callable[[], datetime]
"""Now, aware."""

CONNECTOR_ISSUER = "https://api.botframework.com"
CONNECTOR_METADATA = "https://login.botframework.com/v1/.well-known/openidconfiguration"
EMULATOR_METADATA = "https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration"
EMULATOR_TENANTS = ("d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a")
"""botframework.com's own tenants in Entra, of the protocol's versions 3.1 and 3.2."""

SKEW = timedelta(minutes=5)
"""By how much clocks may differ; industry standard, says the source."""

LATEST = 1e12
"""Seconds since 1970 that no token lives to see."""

TEAMS = "msteams"

REMEMBERED = 256
"""Tokens whose signature need not be checked again. The Bot Connector uses one for an hour, for each serviceUrl."""


@dataclass(frozen=True)
class Registration:
    """The bot in Entra. `tenant_id` is the one tenant that it serves."""

    app_id: str
    tenant_id: str

    def serves(self, tenants: tuple[str, ...]) -> bool:
        """Whether each of `tenants` is ours. Ids are compared without regard to case."""
        return all(tenant.lower() == self.tenant_id.lower() for tenant in tenants)


class Signed:
    """Takes activities with a token that names this bot and is signed by a key of its issuer."""

    def __init__(
        self,
        registration: Registration,
        clock: Clock,
        *,
        connector_keys: SigningKeys,
        emulator_keys: SigningKeys | None = None,
    ) -> None:
        """`emulator_keys`: also take what holders of the bot's own secret sign, from this machine. For development."""
        self._registration = registration
        self._clock = clock
        self._connector_keys = connector_keys
        self._emulator_keys = emulator_keys
        self._emulator_issuers = _emulator_issuers(registration.tenant_id) if emulator_keys else frozenset()
        self._jws = PyJWS(algorithms=["RS256"])
        self._seen: OrderedDict[str, _Seen] = OrderedDict()

    async def admit(self, call: Call) -> "FromConnector | FromEmulator":
        """Raises Refused (401); 503 where the issuer's keys could never be fetched."""
        token = _bearer(call.authorization)
        seen = self._seen.get(token)
        ident, issuer = (seen.ident, seen.issuer) if seen else _unproven(token)
        emulated = issuer in self._emulator_issuers
        keys = self._emulator_keys if emulated else self._connector_keys
        if keys is None or not (emulated or issuer == CONNECTOR_ISSUER):
            raise unauthorized("The token's issuer is not one that this bot trusts.")
        key = await _key(keys, ident)
        proven = seen is not None and seen.key is key
        claims = seen.claims if seen and proven else self._proven(token, key)
        if claims.get("iss") != issuer:
            raise unauthorized("The token can be read in two ways.")
        self._check_audience_and_times(claims)
        if not proven:
            self._remember(token, _Seen(ident, issuer, key, claims))
        if emulated:
            _check_own(claims, self._registration.app_id)
            return FromEmulator(self._registration, claims, call.peer or "")
        return FromConnector(self._registration, claims, key.endorsements)

    def _proven(self, token: str, key: SigningKey) -> Claims:
        """What the issuer has signed."""
        try:
            payload = self._jws.decode_complete(token, key.key, algorithms=["RS256"])["payload"]
            return _json(payload)
        except (PyJWTError, ValueError, RecursionError) as error:
            raise unauthorized("The token's signature is wrong.") from error

    def _remember(self, token: str, seen: "_Seen") -> None:
        self._seen[token] = seen
        if len(self._seen) > REMEMBERED:
            self._seen.popitem(last=False)

    def _check_audience_and_times(self, claims: Claims) -> None:
        if claims.get("aud") != self._registration.app_id:
            raise unauthorized("The token is not for this bot.")
        now, skew = self._clock().timestamp(), SKEW.total_seconds()
        expires, begins = _instant(claims, "exp"), _instant(claims, "nbf")
        if expires is None or expires + skew <= now:
            raise unauthorized("The token has expired.")
        if begins is not None and begins - skew > now:
            raise unauthorized("The token is not valid yet.")


@dataclass(frozen=True)
class _Seen:
    """A token whose signature was right, as long as `key` is the one that its issuer publishes under `ident`."""

    ident: str
    issuer: str
    key: SigningKey
    claims: Claims


@dataclass(frozen=True)
class FromConnector:
    """A token of the Bot Connector."""

    registration: Registration
    claims: Claims
    endorsements: frozenset[str]
    """The channels for which the token's key may sign."""

    def vouch(self, incoming: Incoming) -> Proof:
        """The serviceUrl is proven. Raises Refused (403)."""
        if incoming.channel not in self.endorsements:
            raise forbidden("The token's key is not endorsed for the activity's channel.")
        claimed = self.claims.get("serviceurl")
        if not claimed or incoming.service_url is None or not _same(claimed, incoming.service_url):
            raise forbidden("The token is not for the activity's serviceUrl.")
        if not is_private(incoming.service_url):
            raise forbidden("The activity's serviceUrl is not https.")
        _check_tenant(self.registration, incoming)
        return Proof(self.claims, incoming.service_url)


@dataclass(frozen=True)
class FromEmulator:
    """A token that a holder of the bot's own secret has obtained from Entra.

    It says nothing of the serviceUrl, so both ends must be this machine, and our token is not sent back.
    """

    registration: Registration
    claims: Claims
    peer: str

    def vouch(self, incoming: Incoming) -> Proof:
        """Raises Refused (403)."""
        if not is_loopback(self.peer):
            raise forbidden("An emulator's activities are taken from this machine only.")
        if incoming.service_url is not None and not is_loopback(hostname(incoming.service_url)):
            raise forbidden("The serviceUrl of an emulator's activity must be on this machine.")
        return Proof(self.claims)


def _emulator_issuers(tenant: str) -> frozenset[str]:
    tenants = (*EMULATOR_TENANTS, tenant)
    first = (f"https://sts.windows.net/{one}/" for one in tenants)
    second = (f"https://login.microsoftonline.com/{one}/v2.0" for one in tenants)
    return frozenset([*first, *second])


def _bearer(authorization: str) -> str:
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not token or not token.isascii():
        raise unauthorized("The request must have an Authorization header with a bearer token.")
    return token


def _unproven(token: str) -> tuple[str, str]:
    """The id of the key and the issuer as the token states them: by them it is chosen how to check it, and no more."""
    try:
        head, claims, _ = token.split(".")
        header, stated = _json(base64url_decode(head)), _json(base64url_decode(claims))
    except (ValueError, RecursionError) as error:
        raise unauthorized("The Authorization header has no JSON Web Token.") from error
    if header.get("alg") != "RS256" or "crit" in header:
        raise unauthorized("The token must be signed with RS256.")
    ident, issuer = header.get("kid"), stated.get("iss")
    if not isinstance(issuer, str):
        raise unauthorized("The token does not say who issued it.")
    if not isinstance(ident, str):
        raise unauthorized("The token does not name its key.")
    return ident, issuer


def _json(text: bytes) -> Claims:
    """The JSON object in `text`. Raises ValueError, RecursionError."""
    found = json.loads(text, parse_constant=_no_constant)
    if not isinstance(found, dict):
        raise ValueError("no JSON object")
    return found


async def _key(keys: SigningKeys, ident: str) -> SigningKey:
    try:
        return await keys.key(ident)
    except UnknownKey as unknown:
        raise unauthorized("The token's key is not one of its issuer's.") from unknown
    except NoKeys as trouble:
        raise Refused(
            503, "ServiceUnavailable", "The issuer's keys could not be fetched. Try again later."
        ) from trouble


def _check_own(claims: Claims, app_id: str) -> None:
    """The bot's own token: no other application's, and no person's, whose tokens (`scp`) may be for the bot too."""
    party = claims.get("azp" if claims.get("ver") == "2.0" else "appid")
    if party != app_id or "scp" in claims:
        raise unauthorized("The token was not issued to this bot.")


def _check_tenant(registration: Registration, incoming: Incoming) -> None:
    if not registration.serves(incoming.tenants):
        raise forbidden("The activity is from a tenant that this bot does not serve.")
    if incoming.channel == TEAMS and not incoming.tenants:
        raise forbidden("The activity does not say which tenant it is from.")


def _same(one: object, other: str) -> bool:
    return isinstance(one, str) and one.rstrip("/") == other.rstrip("/")


def _instant(claims: Claims, name: str) -> float | None:
    """Seconds since 1970. Raises Refused where the claim is there but no number that can be one."""
    stated = claims.get(name)
    if stated is None:
        return None
    if isinstance(stated, bool) or not isinstance(stated, int | float) or not abs(stated) < LATEST:
        raise unauthorized("The token's times are no times.")
    return float(stated)


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is not JSON")
