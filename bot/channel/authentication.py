"""Who may speak to us, and through what we speak back: our own BotFrameworkAuthentication."""

from collections.abc import Mapping
from ipaddress import ip_address
from typing import Any, Protocol
from urllib.parse import urlsplit

from botframework.connector.auth import BotFrameworkAuthentication, ClaimsIdentity
from botframework.connector.auth.authenticate_request_result import AuthenticateRequestResult
from botframework.connector.auth.connector_factory import ConnectorFactory

from bot.channel.connector import Connector
from bot.channel.refusals import Refused


class NotLoopback(Exception):
    """Unsigned activities were to be taken at an address that other machines can reach."""


class Authenticator(Protocol):
    """Proves who sent a request. Both functions raise Refused."""

    def admit(self, peer: str | None, host: str) -> None:
        """Judge a connection before its body is read: the caller's address and the Host header."""

    async def identify(self, authorization: str, service_url: str | None, channel: str) -> Mapping[str, str]:
        """The claims that the Authorization header (empty: none) proves for an activity's serviceUrl and channelId."""


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

    def admit(self, peer: str | None, host: str) -> None:
        """Raises Refused (403) unless both ends are this machine."""
        if not (is_loopback(peer or "") and is_loopback(_hostname(f"//{host}"))):
            raise Refused(403, "Forbidden", "Unsigned activities are taken from this machine only.")

    async def identify(self, authorization: str, service_url: str | None, channel: str) -> Mapping[str, str]:
        """No claims. Raises Refused (403) where the replies would leave this machine."""
        if service_url is not None and not is_loopback(_hostname(service_url)):
            raise Refused(403, "Forbidden", "The serviceUrl of an unsigned activity must be on this machine.")
        return {}


class Authentication(BotFrameworkAuthentication):
    """Joins an Authenticator and the shared connector in the form that CloudAdapterBase asks for."""

    def __init__(self, authenticator: Authenticator, connector: Connector) -> None:
        self._authenticator = authenticator
        self._factory = _SharedConnectors(connector)

    async def authenticate_request(self, activity: Any, auth_header: str) -> Any:
        """The SDK's AuthenticateRequestResult. Raises Refused."""
        claims = await self._authenticator.identify(auth_header, activity.service_url, activity.channel_id or "")
        result = AuthenticateRequestResult()
        result.claims_identity = ClaimsIdentity(dict(claims), bool(claims))
        result.connector_factory = self._factory
        return result

    async def authenticate_streaming_request(self, auth_header: str, channel_id_header: str) -> Any:
        """Raises Refused (501): replies travel over HTTP only."""
        raise Refused(501, "NotImplemented", "Streaming is not supported.")

    def create_connector_factory(self, claims_identity: Any) -> Any:
        """The one factory, whoever speaks."""
        return self._factory

    async def create_user_token_client(self, claims_identity: Any) -> None:
        """None: people's tokens are kept by Convene itself, not by the Bot Framework's token service."""


class _SharedConnectors(ConnectorFactory):
    def __init__(self, connector: Connector) -> None:
        self._connector = connector

    async def create(self, service_url: str | None, audience: str | None) -> Any:
        return self._connector.at(service_url)


def is_loopback(name: str) -> bool:
    """Whether a host name or address means this machine alone, without asking a resolver."""
    if name.lower() == "localhost":
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def _hostname(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
