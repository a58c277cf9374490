"""The Entra endpoints that a bot needs: signing in, client credentials, on-behalf-of, discovery, keys.

Tokens are real JWTs, signed with a key that lives with the tenant's data, so that they outlive a restart. They are
good for this emulator alone. Source: Microsoft identity platform, v2 protocols.
"""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import jwt

from graph.emulator import ids
from graph.emulator.calls import Caller
from graph.emulator.entra_codes import Asked, BadCode, Codes, asked_of
from graph.emulator.entra_key import signing_key
from graph.emulator.entra_page import Account, consent_page
from graph.emulator.entra_refusal import Refusal, refusal_body
from graph.emulator.errors import GraphError, Json, unauthenticated
from graph.emulator.tenant import Tenant

DEMO_CLIENT_ID = "convene-demo"
DEMO_CLIENT_SECRET = "convene-demo"  # noqa: S105 - opens the emulator on loopback and nothing else
DEMO_TENANT = "contoso"
TENANT_ID = ids.guid("tenant", DEMO_TENANT)
GRAPH_AUDIENCE = "https://graph.microsoft.com"
_PERMISSIONS = (
    "Calendars.ReadWrite Contacts.ReadWrite GroupMember.Read.All Mail.ReadWrite Mail.Send MailboxSettings.ReadWrite"
    " Place.Read.All Presence.Read.All User.Read.All"
)
DELEGATED_SCOPES = f"{_PERMISSIONS} Calendars.ReadWrite.Shared People.Read User.Read User.ReadWrite"
APPLICATION_ROLES = f"{_PERMISSIONS} People.Read.All User.ReadWrite.All"
"""What the bot was granted, divided by spaces: everything that Convene can do."""
_LIFETIME = timedelta(minutes=60)
_REFRESHABLE = timedelta(days=90)
_REFRESH_AUDIENCE = "refresh"
_ON_BEHALF_OF = "urn:ietf:params:oauth:grant-type:jwt-bearer"
_IGNORED_BY_PYJWT = {"verify_exp": False, "verify_nbf": False, "verify_iat": False}
_CHALLENGE = (
    'Bearer realm="", authorization_uri="{authority}/oauth2/v2.0/authorize", client_id="{graph}", error="{error}"'
)


@dataclass(frozen=True)
class TokenAnswer:
    """What the token endpoint gives back."""

    status: int
    body: Json


class Entra:
    """Issues tokens and proves them, by the tenant's clock. `authority` is where the endpoints are reached."""

    def __init__(self, tenant: Tenant) -> None:
        self._tenant = tenant
        self._key = signing_key(tenant)
        self._key_id = ids.guid("key", str(self._key.public_key().public_numbers().n))
        self._proven: dict[str, tuple[int, Caller]] = {}
        self._codes = Codes(lambda: tenant.now)
        self.authority = ""
        self.pages = ""
        """Where a browser finds the sign-in page: in plain HTTP, since it knows nothing of our certificate."""

    # Tokens

    def app_token(self, roles: str = APPLICATION_ROLES) -> str:
        """An application's own token: it reaches every mailbox."""
        claims = {"aud": GRAPH_AUDIENCE, "iss": self._graph_issuer, "roles": roles.split(), "idtyp": "app"}
        return self._sign(claims)

    def user_token(self, user_id: str, scopes: str = DELEGATED_SCOPES) -> str:
        """A delegated token for Graph. Raises LookupError for somebody the tenant does not know."""
        return self._sign({"aud": GRAPH_AUDIENCE, "iss": self._graph_issuer, "scp": scopes, **self._person(user_id)})

    def user_assertion(self, user_id: str) -> str:
        """What Teams single sign-on hands to the bot: a token for the bot itself. Raises LookupError."""
        audience = f"api://{DEMO_CLIENT_ID}"
        claims = {"aud": audience, "iss": self.issuer, "scp": "access_as_user", **self._person(user_id), "ver": "2.0"}
        return self._sign(claims)

    @property
    def issuer(self) -> str:
        """Who signs assertions."""
        return f"{self.authority}/v2.0"

    @property
    def _graph_issuer(self) -> str:
        return f"https://sts.windows.net/{TENANT_ID}/"

    def _person(self, user_id: str) -> Json:
        user = self._tenant.store.user(user_id)
        if user is None:
            raise LookupError(user_id)
        upn = user["userPrincipalName"]
        return {
            "oid": user["id"],
            "sub": ids.guid("subject", user["id"]),
            "name": user["displayName"],
            "upn": upn,
            "preferred_username": upn,
            "idtyp": "user",
        }

    def _id_token(self, user_id: str, nonce: str) -> str:
        claims = {"aud": DEMO_CLIENT_ID, "iss": self.issuer, **self._person(user_id), "ver": "2.0"}
        return self._sign(claims | ({"nonce": nonce} if nonce else {}))

    def _refresh_token(self, user_id: str) -> str:
        return self._sign({"aud": _REFRESH_AUDIENCE, "iss": self.issuer, "oid": user_id}, _REFRESHABLE)

    def _sign(self, claims: Json, lifetime: timedelta = _LIFETIME) -> str:
        now = int(self._tenant.now.timestamp())
        common = {
            "iat": now,
            "nbf": now,
            "exp": now + int(lifetime.total_seconds()),
            "jti": ids.guid("token", secrets.token_hex(16)),
            "tid": TENANT_ID,
            "appid": DEMO_CLIENT_ID,
            "azp": DEMO_CLIENT_ID,
        }
        return jwt.encode(common | claims, self._key, algorithm="RS256", headers={"kid": self._key_id})

    # Proof

    def prove(self, authorization: str | None) -> Caller:
        """Whose token the Authorization header carries. Raises GraphError 401 with a challenge."""
        scheme, _, token = (authorization or "").partition(" ")
        if scheme.casefold() != "bearer" or not token.strip():
            raise self._unauthenticated("Access token is empty.", "invalid_token")
        now = int(self._tenant.now.timestamp())
        expires, caller = self._proven.get(token) or self._read(token.strip())
        if now >= expires:
            raise self._unauthenticated("Lifetime validation failed, the token is expired.", "invalid_token")
        self._proven[token] = expires, caller
        return caller

    def _read(self, token: str) -> tuple[int, Caller]:
        try:
            claims = self._decode(token, GRAPH_AUDIENCE)
        except jwt.InvalidAudienceError:
            raise self._unauthenticated("Access token validation failure. Invalid audience.", "invalid_token") from None
        except jwt.InvalidTokenError:
            raise self._unauthenticated(
                "CompactToken parsing failed with error code: 80049217", "invalid_token"
            ) from None
        permissions = frozenset(claims.get("roles") or str(claims.get("scp", "")).split())
        return int(claims["exp"]), Caller(claims.get("oid"), permissions)

    def _decode(self, token: str, audience: str) -> Json:
        key = self._key.public_key()
        found: Json = jwt.decode(token, key, ["RS256"], audience=audience, options=_options())
        return found

    def challenge(self, error: str = "invalid_token") -> str:
        """What WWW-Authenticate says beside a 401."""
        return _CHALLENGE.format(authority=self.authority, graph=GRAPH_AUDIENCE, error=error)

    def _unauthenticated(self, message: str, error: str) -> GraphError:
        return unauthenticated(message, self.challenge(error))

    # Endpoints

    def sign_in_page(self, tenant_name: str, query: Mapping[str, str]) -> str:
        """GET /{tenant}/oauth2/v2.0/authorize: the page. Raises BadRequest, Refusal."""
        asked = self._asked(tenant_name, query)
        everybody = sorted(self._tenant.store.users(), key=lambda user: str(user["displayName"]))
        accounts = [Account(user["id"], user["displayName"], user["userPrincipalName"]) for user in everybody]
        return consent_page("Convene", accounts, DELEGATED_SCOPES, asked.kept)

    def decided(self, tenant_name: str, form: Mapping[str, str]) -> str:
        """POST to the same address: where the browser goes with the answer. Raises BadRequest, Refusal."""
        asked = self._asked(tenant_name, form)
        user = self._tenant.store.user(form.get("account", ""))
        if form.get("decision") != "allow" or user is None:
            description = "AADSTS65004: User declined to consent to access the app."
            return asked.back(error="access_denied", error_subcode="cancel", error_description=description)
        return asked.back(code=self._codes.give(asked, user["id"]), session_state=ids.guid("session", user["id"]))

    def _asked(self, tenant_name: str, query: Mapping[str, str]) -> Asked:
        self._check_tenant(tenant_name)
        return asked_of(query, DEMO_CLIENT_ID)

    def token_endpoint(self, tenant_name: str, form: Mapping[str, str]) -> TokenAnswer:
        """POST /{tenant}/oauth2/v2.0/token."""
        try:
            self._check_tenant(tenant_name)
            self._check_client(form)
            return TokenAnswer(200, self._granted(form))
        except Refusal as refusal:
            return TokenAnswer(refusal.status, refusal_body(refusal, self._tenant.now))

    def _granted(self, form: Mapping[str, str]) -> Json:
        grant = form.get("grant_type", "")
        lifetime = int(_LIFETIME.total_seconds())
        common = {"token_type": "Bearer", "expires_in": lifetime, "ext_expires_in": lifetime}
        if grant == "client_credentials":
            scope = form.get("scope", "")
            if not scope.endswith("/.default"):
                message = (
                    f"The provided value for the input parameter 'scope' is not valid. The scope {scope} is not valid."
                )
                raise Refusal(400, "invalid_scope", 1002012, message)
            return {**common, "access_token": self.app_token()}
        if grant == _ON_BEHALF_OF:
            user_id = self._asserted_user(form)
            return {**common, "scope": DELEGATED_SCOPES, "access_token": self.user_token(user_id)}
        if grant == "authorization_code":
            asked, user_id = self._redeemed(form)
            return {**common, **self._signed_in(user_id, asked.scope), "id_token": self._id_token(user_id, asked.nonce)}
        if grant == "refresh_token":
            user_id = self._refreshing_user(form)
            return {**common, **self._signed_in(user_id, "offline_access")}
        raise Refusal(400, "unsupported_grant_type", 70003, f"The app requested an unsupported grant type '{grant}'.")

    def _signed_in(self, user_id: str, scope: str) -> Json:
        offline = {"refresh_token": self._refresh_token(user_id)} if "offline_access" in scope.split() else {}
        return {"scope": DELEGATED_SCOPES, "access_token": self.user_token(user_id), **offline}

    def _redeemed(self, form: Mapping[str, str]) -> tuple[Asked, str]:
        try:
            return self._codes.redeem(form.get("code", ""), form.get("redirect_uri", ""), form.get("code_verifier", ""))
        except BadCode as problem:
            raise Refusal(400, "invalid_grant", 70008, str(problem)) from None

    def _refreshing_user(self, form: Mapping[str, str]) -> str:
        try:
            claims = self._decode(form.get("refresh_token", ""), _REFRESH_AUDIENCE)
        except jwt.InvalidTokenError:
            raise Refusal(400, "invalid_grant", 9002313, "The refresh token is malformed or not valid.") from None
        user_id = str(claims["oid"])
        if int(claims["exp"]) <= self._tenant.now.timestamp() or self._tenant.store.user(user_id) is None:
            raise Refusal(400, "invalid_grant", 70043, "The refresh token has expired, or its user is gone.")
        return user_id

    def _asserted_user(self, form: Mapping[str, str]) -> str:
        if form.get("requested_token_use") != "on_behalf_of":
            raise Refusal(400, "invalid_request", 900144, "The request body must contain 'requested_token_use'.")
        try:
            claims = self._decode(form.get("assertion", ""), f"api://{DEMO_CLIENT_ID}")
        except jwt.InvalidTokenError:
            message = "Assertion failed signature validation, or its audience is another application."
            raise Refusal(400, "invalid_grant", 50013, message) from None
        if int(claims["exp"]) <= self._tenant.now.timestamp():
            raise Refusal(400, "invalid_grant", 500133, "Assertion is not within its valid time range.")
        user_id = str(claims.get("oid"))
        if self._tenant.store.user(user_id) is None:
            raise Refusal(400, "invalid_grant", 50034, "The user account does not exist in the directory.")
        return user_id

    def _check_tenant(self, name: str) -> None:
        if name.casefold() not in {DEMO_TENANT, TENANT_ID}:
            raise Refusal(400, "invalid_request", 90002, f"Tenant '{name}' not found.")

    def _check_client(self, form: Mapping[str, str]) -> None:
        if form.get("client_id") != DEMO_CLIENT_ID:
            message = f"Application with identifier '{form.get('client_id')}' was not found in the directory."
            raise Refusal(400, "unauthorized_client", 700016, message)
        if form.get("client_secret") != DEMO_CLIENT_SECRET:
            raise Refusal(401, "invalid_client", 7000215, "Invalid client secret provided.")

    def discovery(self) -> Json:
        """GET /{tenant}/v2.0/.well-known/openid-configuration."""
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.pages or self.authority}/oauth2/v2.0/authorize",
            "token_endpoint": f"{self.authority}/oauth2/v2.0/token",
            "jwks_uri": f"{self.authority}/discovery/v2.0/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            "response_types_supported": ["code"],
            "subject_types_supported": ["pairwise"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "scopes_supported": ["openid", "profile", "email", "offline_access"],
            "tenant_region_scope": None,
        }

    def keys(self) -> Json:
        """GET the public key, as a JSON Web Key Set."""
        key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self._key.public_key()))
        return {"keys": [{**key, "kid": self._key_id, "use": "sig", "alg": "RS256"}]}


def _options() -> Any:
    """PyJWT would check against the machine's clock; the tenant has its own."""
    return _IGNORED_BY_PYJWT
