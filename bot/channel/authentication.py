"""Who may speak to us: first the connection is judged, then what the caller's credential says of the activity."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Any, Protocol
from urllib.parse import urlsplit

from bot.channel.incoming import Incoming
from bot.channel.refusals import forbidden


class NotLoopback(Exception):
    """Unsigned activities were to be taken at an address that other machines can reach."""


@dataclass(frozen=True)
class Call:
    """What is known of a request before its body is read. Texts are empty where the request has none."""

    peer: str | None
    """The caller's address."""
    host: str
    """The Host header."""
    authorization: str
    """The Authorization header."""


@dataclass(frozen=True)
class Proof:
    """What is proven of one activity."""

    claims: Mapping[str, Any] = field(default_factory=dict)
    service_url: str | None = None
    """The proven serviceUrl: where our own token may be sent. None: nowhere."""


class Credential(Protocol):
    """What a caller has shown, before it is compared with an activity."""

    def vouch(self, incoming: Incoming) -> Proof:
        """What it proves of `incoming`. Raises Refused where the activity is not the caller's to send."""


class Authenticator(Protocol):
    """Judges a request before its body is read."""

    async def admit(self, call: Call) -> Credential:
        """The caller's credential. Raises Refused."""


class Unsigned:
    """Takes activities that prove nothing, from this machine to this machine only.

    The Host header is checked since a web page can make a name of its own resolve to 127.0.0.1, and the serviceUrl
    since it says where the replies go.
    """

    def __init__(self, bound_to: str) -> None:
        """`bound_to` is the address to be listened on. Raises NotLoopback where others can reach it."""
        if not is_loopback(bound_to):
            raise NotLoopback(
                f"Without an app id Convene takes unsigned messages, so it listens on this machine alone: "
                f"use 127.0.0.1 instead of {bound_to or 'every address'}, or set an app id and its password."
            )

    async def admit(self, call: Call) -> "Unsigned":
        """Raises Refused (403) unless both ends are this machine."""
        if not (is_loopback(call.peer or "") and is_loopback(hostname(f"//{call.host}"))):
            raise forbidden("Unsigned activities are taken from this machine only.")
        return self

    def vouch(self, incoming: Incoming) -> Proof:
        """Nothing is proven. Raises Refused (403) where the replies would leave this machine."""
        if incoming.service_url is not None and not is_loopback(hostname(incoming.service_url)):
            raise forbidden("The serviceUrl of an unsigned activity must be on this machine.")
        return Proof()


def is_loopback(name: str) -> bool:
    """Whether a host name or address means this machine alone, without asking a resolver."""
    if name.lower() == "localhost":
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def hostname(url: str) -> str:
    """The host of an address; empty where it has none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def is_private(url: str) -> bool:
    """Whether nobody on the way can read what is sent to `url`: TLS, or this machine."""
    return url.lower().startswith("https://") or is_loopback(hostname(url))
