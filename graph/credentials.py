"""Who we are to Graph: MSAL underneath, one small protocol above.

MSAL is synchronous: it is built, and called, in a thread, and answers are kept until shortly before they expire.
"""

import asyncio
import threading
import time
import warnings
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any, Protocol

from graph.errors import NotSignedIn, Unavailable

EARLY = timedelta(minutes=5)
"""A token is replaced this long before it expires, so that none expires on its way."""

REQUEST_SECONDS = 10

Monotonic = Callable[[], float]
Assertion = Callable[[], Awaitable[str]]
"""Brings the token that the user's client holds for us (Teams SSO). Raises NotSignedIn where there is none."""


Flow = Mapping[str, Any]
"""A sign-in under way, as MSAL keeps it: JSON, with the secret half of PKCE."""


@dataclass(frozen=True)
class Grant:
    """What a sign-in, or its renewal, has brought."""

    access_token: str
    seconds: float
    """For how long the access token is good."""
    refresh_token: str
    """Empty where Entra gave none."""
    user_id: str = ""
    """Who has signed in: their Entra object id. Empty in a renewal."""


class TokenSource(Protocol):
    """Gives the access token that a request carries."""

    async def token(self) -> str:
        """A token that is good for some minutes. Raises NotSignedIn, Unavailable."""

    def forget(self, token: str) -> None:
        """Graph has refused `token`: bring another next time."""


class FixedToken:
    """A token that somebody else has obtained."""

    def __init__(self, token: str) -> None:
        self._token = token

    async def token(self) -> str:
        """The token, whatever its age."""
        return self._token

    def forget(self, token: str) -> None:
        """There is no other."""


class EntraApplication:
    """Our registration with Entra, shared by all token sources of the process.

    `authority` is `https://login…/tenant`. `ca_file`: trust this certificate authority alone, whatever the
    environment says; for an authority on this machine.
    """

    def __init__(
        self, client_id: str, client_secret: str, authority: str, scope: str, *, ca_file: str | None = None
    ) -> None:
        if not authority.startswith("https://"):
            raise ValueError(f"the sign-in authority must be https: {authority}")
        self._client_id = client_id
        self._client_secret = client_secret
        self._authority = authority
        self._scopes = [scope]
        self._ca_file = ca_file
        self._msal: Any = None
        self._session: Any = None
        self._discovered: dict[str, Any] = {}
        """What MSAL has found out about the authority, so that it need not ask for each user anew."""
        self._building = threading.Lock()

    async def for_client(self) -> tuple[str, float]:
        """An application token and the seconds that it is good for. Raises NotSignedIn, Unavailable."""
        return await asyncio.to_thread(self._acquire, "acquire_token_for_client")

    async def on_behalf_of(self, assertion: str) -> tuple[str, float]:
        """A delegated token for the user of `assertion`, and its seconds. Raises NotSignedIn, Unavailable."""
        return await asyncio.to_thread(self._acquire, "acquire_token_on_behalf_of", user_assertion=assertion)

    async def begin_code_flow(self, redirect_uri: str, state: str) -> Flow:
        """A sign-in by a page of Entra's, whose address is the flow's `auth_uri`. Raises Unavailable.

        Authorization code with PKCE; Entra comes back to `redirect_uri` with a code and `state`.
        """

        def begin() -> Flow:
            application = self._for_one_user()
            with warnings.catch_warnings():
                # MSAL recommends form_post; the code in a query is of no use without PKCE's secret, and good once.
                warnings.filterwarnings("ignore", message="response_mode")
                flow: Flow = application.initiate_auth_code_flow(
                    self._scopes, redirect_uri=redirect_uri, state=state, prompt="select_account"
                )
            return flow

        return await asyncio.to_thread(_reached, begin)

    async def by_code(self, flow: Flow, answer: Mapping[str, str]) -> Grant:
        """What the code is worth that Entra came back with; `answer` is the query of that address.

        Raises NotSignedIn where it is worth nothing: a wrong state, nonce or code; and Unavailable.
        """

        def redeem() -> Mapping[str, Any]:
            try:
                found: Mapping[str, Any] = self._for_one_user().acquire_token_by_auth_code_flow(
                    dict(flow), dict(answer)
                )
            except (ValueError, RuntimeError) as mismatch:
                raise NotSignedIn(str(mismatch), code="WrongAnswer") from mismatch
            return found

        return _grant_of(await asyncio.to_thread(_reached, redeem))

    async def by_refresh_token(self, refresh_token: str) -> Grant:
        """Another access token for the same user. Raises NotSignedIn where they must sign in again; Unavailable."""

        def renew() -> Mapping[str, Any]:
            found: Mapping[str, Any] = self._for_one_user().acquire_token_by_refresh_token(refresh_token, self._scopes)
            return found

        return _grant_of(await asyncio.to_thread(_reached, renew))

    def _acquire(self, flow: str, **arguments: str) -> tuple[str, float]:
        def ask() -> Mapping[str, Any]:
            # MSAL keeps application tokens of its own accord; ours are kept above, where a refused one is dropped.
            application = self._application()
            if flow == "acquire_token_for_client":
                application.remove_tokens_for_client()
            found: Mapping[str, Any] = getattr(application, flow)(scopes=self._scopes, **arguments)
            return found

        return _token_of(_reached(ask))

    def _application(self) -> Any:
        with self._building:
            if self._msal is None:
                self._msal = self._built()
            return self._msal

    def _for_one_user(self) -> Any:
        """MSAL for one call: it would keep the tokens of all users together in memory, also after they signed out."""
        return self._built()

    def _built(self) -> Any:
        import msal  # noqa: PLC0415  MSAL and requests load slowly: only where Entra is used

        if self._session is None:
            self._session = _session(self._ca_file)
        return msal.ConfidentialClientApplication(
            self._client_id,
            client_credential=self._client_secret,
            authority=self._authority,
            # Asking Microsoft whether the authority exists would fail for one on this machine.
            instance_discovery=False,
            http_client=self._session,
            http_cache=self._discovered,
        )


class ClientCredentials:
    """Application permissions: the application itself."""

    def __init__(self, application: EntraApplication, *, now: Monotonic = time.monotonic) -> None:
        self._kept = _Kept(application.for_client, now)

    async def token(self) -> str:
        """The application's token. Raises NotSignedIn, Unavailable."""
        return await self._kept.token()

    def forget(self, token: str) -> None:
        """Ask Entra again next time."""
        self._kept.forget(token)


class OnBehalfOf:
    """Delegated permissions of the one user whose `assertion` it is."""

    def __init__(self, application: EntraApplication, assertion: Assertion, *, now: Monotonic = time.monotonic) -> None:
        async def exchange() -> tuple[str, float]:
            return await application.on_behalf_of(await assertion())

        self._kept = _Kept(exchange, now)

    async def token(self) -> str:
        """The user's token for Graph. Raises NotSignedIn, Unavailable."""
        return await self._kept.token()

    def forget(self, token: str) -> None:
        """Exchange the assertion again next time."""
        self._kept.forget(token)


class _Kept:
    """A token kept until shortly before it expires; callers who come meanwhile share one request."""

    def __init__(self, fetch: Callable[[], Awaitable[tuple[str, float]]], now: Monotonic) -> None:
        self._fetch = fetch
        self._now = now
        self._token = ""
        self._until = float("-inf")
        self._fetching: asyncio.Task[str] | None = None

    async def token(self) -> str:
        if self._now() < self._until:
            return self._token
        if self._fetching is None or self._fetching.done():
            self._fetching = asyncio.create_task(self._renew())
        # A caller who gives up must not take the token away from those who wait with them.
        return await asyncio.shield(self._fetching)

    def forget(self, token: str) -> None:
        if token == self._token:
            self._until = float("-inf")

    async def _renew(self) -> str:
        asked = self._now()
        self._token, seconds = await self._fetch()
        self._until = asked + max(seconds - EARLY.total_seconds(), seconds / 2)
        return self._token


def _reached(ask: Callable[[], Mapping[str, Any]]) -> Mapping[str, Any]:
    """What Entra answers. Raises Unavailable where it cannot be asked."""
    from msal.exceptions import MsalError  # noqa: PLC0415  as above
    from requests import RequestException  # noqa: PLC0415

    try:
        return ask()
    except (RequestException, MsalError, ValueError) as failure:
        raise Unavailable(f"{type(failure).__name__}: {failure}", code="SignInUnavailable") from failure


def _grant_of(answer: Mapping[str, Any]) -> Grant:
    token, seconds = _token_of(answer)
    claims = answer.get("id_token_claims") or {}
    return Grant(token, seconds, str(answer.get("refresh_token", "")), str(claims.get("oid", "")))


def _token_of(answer: Mapping[str, Any]) -> tuple[str, float]:
    if token := answer.get("access_token"):
        return str(token), float(answer.get("expires_in", 0))
    code, message = str(answer.get("error", "")), str(answer.get("error_description", ""))
    request_id = str(answer.get("correlation_id", ""))
    if code in ("temporarily_unavailable", "server_error"):
        raise Unavailable(message, code=code, request_id=request_id)
    raise NotSignedIn(message, code=code, request_id=request_id)


def _session(ca_file: str | None) -> Any:
    import requests  # noqa: PLC0415  as above

    session = requests.Session()
    if ca_file:
        # Otherwise REQUESTS_CA_BUNDLE and CURL_CA_BUNDLE would win over it.
        session.trust_env = False
        session.verify = ca_file
    session.request = partial(session.request, timeout=REQUEST_SECONDS)  # type: ignore[method-assign]  # as MSAL does
    return session
