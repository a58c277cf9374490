"""Signing in with a page: authorization codes, which prove themselves by PKCE and are good once, and refresh tokens.

Source: Microsoft identity platform, OAuth 2.0 authorization code flow; RFC 7636.
"""

import base64
import hmac
import secrets
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from urllib.parse import urlencode, urlsplit

_GOOD_FOR = timedelta(minutes=10)
_REQUIRED = ("client_id", "redirect_uri", "scope", "state")


class BadRequest(Exception):
    """The sign-in page cannot even go back to whoever sent for it; the message says why."""


class BadCode(Exception):
    """A code that is unknown, used, late or somebody else's; the message says which."""


@dataclass(frozen=True)
class Asked:
    """A request at the authorization endpoint."""

    client_id: str
    redirect_uri: str
    scope: str
    state: str
    nonce: str
    challenge: str
    """PKCE's, by S256."""

    @property
    def kept(self) -> dict[str, str]:
        """The request as its parameters, for a form to bring along."""
        kept = {name: value for name, value in asdict(self).items() if name != "challenge"}
        pkce = {"code_challenge": self.challenge, "code_challenge_method": "S256"}
        return {**kept, **pkce, "response_type": "code"}

    def back(self, **answer: str) -> str:
        """Where the browser goes with the answer."""
        return f"{self.redirect_uri}?{urlencode({**answer, 'state': self.state})}"


def asked_of(query: Mapping[str, str], client_id: str) -> Asked:
    """The request. Raises BadRequest for another application, for what is left out, and where a code would leave
    this machine."""
    if missing := [name for name in _REQUIRED if not query.get(name)]:
        raise BadRequest(f"AADSTS900144: The request must contain the following parameter: '{missing[0]}'.")
    if query["client_id"] != client_id:
        raise BadRequest(f"AADSTS700016: Application '{query['client_id']}' was not found in the directory.")
    if urlsplit(query["redirect_uri"]).hostname not in {"127.0.0.1", "localhost"}:
        raise BadRequest("AADSTS50011: The redirect URI does not match those of the application: this machine's.")
    if query.get("response_type") != "code":
        raise BadRequest("AADSTS700054: response_type must be 'code'.")
    if not query.get("code_challenge") or query.get("code_challenge_method") != "S256":
        raise BadRequest("AADSTS9002325: Proof Key for Code Exchange is required: a code_challenge by S256.")
    return Asked(
        query["client_id"],
        query["redirect_uri"],
        query["scope"],
        query["state"],
        query.get("nonce", ""),
        query["code_challenge"],
    )


class Codes:
    """The codes that were given and not yet redeemed; they live as long as the process."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._given: dict[str, tuple[Asked, str, datetime]] = {}

    def give(self, asked: Asked, user_id: str) -> str:
        """A code for what that user has allowed."""
        code = secrets.token_urlsafe(24)
        self._given[code] = asked, user_id, self._clock() + _GOOD_FOR
        return code

    def redeem(self, code: str, redirect_uri: str, verifier: str) -> tuple[Asked, str]:
        """The request and the user whose code it is; from now on it is good no more. Raises BadCode."""
        given = self._given.pop(code, None)
        if given is None:
            raise BadCode("The provided authorization code is unknown or was already redeemed.")
        asked, user_id, until = given
        if self._clock() >= until:
            raise BadCode("The provided authorization code has expired.")
        if redirect_uri != asked.redirect_uri:
            raise BadCode("The redirect_uri is another one than the code was given for.")
        if not hmac.compare_digest(_challenge(verifier), asked.challenge):
            raise BadCode("The code_verifier does not match the code_challenge.")
        return asked, user_id


def _challenge(verifier: str) -> str:
    return base64.urlsafe_b64encode(sha256(verifier.encode()).digest()).rstrip(b"=").decode()
