"""The echo of botbuilder as it comes: its own CloudAdapter; run by an environment with botbuilder-integration-aiohttp.

Two things are changed: where the issuer's keys are, and that Entra hands out a token at once, without being asked.
"""

import json
import sys
from types import SimpleNamespace
from typing import Any

from aiohttp.web import Application, Request, Response, run_app
from botbuilder.core import ActivityHandler, TurnContext
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication
from botframework.connector.auth import MicrosoftAppCredentials


class Echo(ActivityHandler):
    """Says what was said."""

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """One reply."""
        await turn_context.send_activity(f"You said: {turn_context.activity.text}")


def token_at_once(credentials: MicrosoftAppCredentials, force_refresh: bool = False) -> str:
    """An Entra without a network."""
    return "ours"


def main(situation: dict[str, Any]) -> None:
    """Serve until killed; the address is printed first."""
    MicrosoftAppCredentials.get_access_token = token_at_once
    configuration = SimpleNamespace(
        APP_ID=situation["app"],
        APP_PASSWORD="none",
        APP_TYPE="SingleTenant",
        APP_TENANTID=situation["tenant"],
        TO_CHANNEL_FROM_BOT_LOGIN_URL="https://login.microsoftonline.com/botframework.com",
        TO_CHANNEL_FROM_BOT_OAUTH_SCOPE="https://api.botframework.com",
        TO_BOT_FROM_CHANNEL_TOKEN_ISSUER="https://api.botframework.com",
        OAUTH_URL="https://api.botframework.com",
        TO_BOT_FROM_CHANNEL_OPENID_METADATA_URL=situation["metadata_url"],
        TO_BOT_FROM_EMULATOR_OPENID_METADATA_URL=situation["metadata_url"],
    )
    adapter, bot = CloudAdapter(ConfigurationBotFrameworkAuthentication(configuration)), Echo()

    async def messages(request: Request) -> Response:
        response: Response = await adapter.process(request, bot)
        return response

    app = Application()
    app.router.add_post("/api/messages", messages)
    print(f"http://127.0.0.1:{situation['port']}", flush=True)
    run_app(app, host="127.0.0.1", port=situation["port"], print=None, access_log=None)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
