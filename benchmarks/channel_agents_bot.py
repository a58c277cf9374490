"""The echo of the Microsoft 365 Agents SDK as its samples have it; run by an environment that has that SDK.

Two things are changed: where the issuer's keys are, and that Entra hands out a token at once, without being asked.
"""

import json
import sys
from typing import Any

from aiohttp.web import Application, Request, Response, run_app
from microsoft_agents.hosting.aiohttp import CloudAdapter, jwt_authorization_middleware, start_agent_process
from microsoft_agents.hosting.core import AgentApplication, MemoryStorage, TurnContext, TurnState
from microsoft_agents.hosting.core.authorization import AgentAuthConfiguration, AnonymousTokenProvider
from microsoft_agents.hosting.core.authorization import _entra_issuers as issuers
from microsoft_agents.hosting.core.authorization.connection_manager import ConnectionManager


class TokenAtOnce(AnonymousTokenProvider):
    """An Entra without a network."""

    async def get_access_token(self, resource_url: str, scopes: list[str], force_refresh: bool = False) -> str:
        """A token."""
        return "ours"


def main(situation: dict[str, Any]) -> None:
    """Serve until killed; the address is printed first."""
    issuers.BOTFRAMEWORK_JWKS_URIS["https://api.botframework.com"] = situation["keys_url"]
    configuration = AgentAuthConfiguration(
        client_id=situation["app"], tenant_id=situation["tenant"], client_secret="none"
    )
    connections = ConnectionManager(lambda _: TokenAtOnce(), {"SERVICE_CONNECTION": configuration})
    adapter = CloudAdapter(connection_manager=connections)
    agent = AgentApplication[TurnState](storage=MemoryStorage(), adapter=adapter, connection_manager=connections)

    async def on_message(context: TurnContext, state: TurnState) -> None:
        await context.send_activity(f"You said: {context.activity.text}")

    agent.activity("message")(on_message)

    async def messages(request: Request) -> Response:
        return await start_agent_process(request, agent, adapter) or Response(status=202)

    app = Application(middlewares=[jwt_authorization_middleware])
    app["agent_configuration"] = connections.get_default_connection_configuration()
    app.router.add_post("/api/messages", messages)
    print(f"http://127.0.0.1:{situation['port']}", flush=True)
    run_app(app, host="127.0.0.1", port=situation["port"], print=None, access_log=None)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
