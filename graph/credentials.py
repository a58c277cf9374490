"""Who we are to Graph: MSAL underneath, one small protocol above.

MSAL is synchronous: it is built, and called, in a thread, and answers are kept until shortly before they expire.
"""

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Mapping
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
        self._building = threading.Lock()

    async def for_client(self) -> tuple[str, float]:
        """An application token and the seconds that it is good for. Raises NotSignedIn, Unavailable."""
        return await asyncio.to_thread(self._acquire, "acquire_token_for_client")

    async def on_behalf_of(self, assertion: str) -> tuple[str, float]:
        """A delegated token for the user of `assertion`, and its seconds. Raises NotSignedIn, Unavailable."""
        return await asyncio.to_thread(self._acquire, "acquire_token_on_behalf_of", user_assertion=assertion)

    def _acquire(self, flow: str, **arguments: str) -> tuple[str, float]:
        # MSAL and requests load slowly: only where Entra is used.
        from msal.exceptions import MsalError  # noqa: PLC0415
        from requests import RequestException  # noqa: PLC0415

        try:
            # MSAL keeps application tokens of its own accord; ours are kept above, where a refused one is dropped.
            application = self._application()
            if flow == "acquire_token_for_client":
                application.remove_tokens_for_client()
            answer = getattr(application, flow)(scopes=self._scopes, **arguments)
        except (RequestException, MsalError, ValueError) as failure:
            raise Unavailable(f"{type(failure).__name__}: {failure}", code="SignInUnavailable") from failure
        return _token_of(answer)

    def _application(self) -> Any:
        import msal  # noqa: PLC0415  as above

        with self._building:
            if self._msal is None:
                self._msal = msal.ConfidentialClientApplication(
                    self._client_id,
                    client_credential=self._client_secret,
                    authority=self._authority,
                    # Asking Microsoft whether the authority exists would fail for one on this machine.
                    instance_discovery=False,
                    http_client=_session(self._ca_file),
                )
            return self._msal


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
