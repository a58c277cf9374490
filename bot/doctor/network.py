"""One question to a server, and in words why it was not answered."""

import json
import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

SECONDS = 8.0
"""How long a server may take to answer."""

Clock = Callable[[], datetime]
"""Now, aware."""


@dataclass(frozen=True)
class Answered:
    """`ahead`: by how much our clock is ahead of the server's (negative: behind); None where it did not say."""

    status: int
    body: bytes
    ahead: timedelta | None

    def json(self) -> Mapping[str, Any]:
        """The JSON object that came; empty where it was none."""
        try:
            found = json.loads(self.body)
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}


@dataclass(frozen=True)
class Silent:
    """There was no answer."""

    says: str
    mend: str


async def ask(http: httpx.AsyncClient, url: str, clock: Clock) -> Answered | Silent:
    """GET `url`, following nothing; never longer than SECONDS."""
    try:
        host = httpx.URL(url).host
        began = clock()
        answer = await http.get(url, timeout=SECONDS)
        ended = clock()
    except httpx.InvalidURL as wrong:
        return Silent(f"{url} is no address: {wrong}.", "Correct the setting.")
    except httpx.TimeoutException:
        return Silent(f"{host} did not answer within {SECONDS:g} seconds.", _let_out(host))
    except httpx.HTTPError as error:
        return _silent(host, error)
    return Answered(answer.status_code, answer.content, _ahead(began + (ended - began) / 2, answer.headers.get("Date")))


def _silent(host: str, error: Exception) -> Silent:
    causes = list(_causes(error))
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return Silent(
            f"{host} shows a certificate that is not trusted here: {causes[-1]}.",
            "Something on the way reads along, such as a proxy that inspects TLS. Exempt this host from it.",
        )
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return Silent(
            f"The name {host} cannot be resolved.", "Check its spelling in the settings, and this machine's DNS."
        )
    return Silent(f"{host} cannot be reached: {error or type(error).__name__}.", _let_out(host))


def _let_out(host: str) -> str:
    return f"Let this machine connect to {host} (a firewall, a network rule); it does so directly, through no proxy."


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error and what led to it, the first cause last."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _ahead(ours: datetime, stated: str | None) -> timedelta | None:
    """The header counts whole seconds: half a second lies between, on average."""
    try:
        theirs = parsedate_to_datetime(stated or "")
    except ValueError:
        return None
    return ours - theirs - timedelta(seconds=0.5) if theirs.tzinfo else None
