"""What we have proven, in the form that botbuilder's CloudAdapterBase asks for."""

from typing import Any

from botframework.connector.auth import BotFrameworkAuthentication, ClaimsIdentity
from botframework.connector.auth.authenticate_request_result import AuthenticateRequestResult
from botframework.connector.auth.connector_factory import ConnectorFactory

from bot.channel.authentication import Proof
from bot.channel.connector import Connector
from bot.channel.refusals import Refused


class Authentication(BotFrameworkAuthentication):
    """Hands out the shared connector; requests are judged before the SDK sees them."""

    def __init__(self, connector: Connector) -> None:
        self._connector = connector

    def admitted(self, proof: Proof) -> Any:
        """The SDK's AuthenticateRequestResult, with the way back to the sender."""
        result = AuthenticateRequestResult()
        result.claims_identity = ClaimsIdentity(dict(proof.claims), bool(proof.claims))
        result.connector_factory = _Connectors(self._connector, proof.service_url)
        return result

    async def authenticate_request(self, activity: Any, auth_header: str) -> Any:
        """Raises Refused (501): the SDK is only ever handed what `admitted` gives."""
        raise Refused(501, "NotImplemented", "Requests are authenticated before they reach the SDK.")

    async def authenticate_streaming_request(self, auth_header: str, channel_id_header: str) -> Any:
        """Raises Refused (501): replies travel over HTTP only."""
        raise Refused(501, "NotImplemented", "Streaming is not supported.")

    def create_connector_factory(self, claims_identity: Any) -> Any:
        """Connectors that send no token of ours: nothing is proven here."""
        return _Connectors(self._connector, None)

    async def create_user_token_client(self, claims_identity: Any) -> None:
        """None: people's tokens are kept by Convene itself, not by the Bot Framework's token service."""


class _Connectors(ConnectorFactory):
    def __init__(self, connector: Connector, proven: str | None) -> None:
        self._connector = connector
        self._proven = proven

    async def create(self, service_url: str | None, audience: str | None) -> Any:
        return self._connector.at(service_url, trusted=service_url is not None and service_url == self._proven)
