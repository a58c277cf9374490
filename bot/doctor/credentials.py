"""Does Entra give the bot a token with which it may send replies."""

from bot.channel.bearer import CONNECTOR_SCOPE
from bot.doctor.entra import refusal
from bot.doctor.finding import Finding, failed, ok, warning
from graph.credentials import EntraApplication
from graph.errors import NotSignedIn, Unavailable

CHECK = "credentials"


async def credentials(app_id: str, secret: str, authority: str, ca_file: str | None) -> Finding:
    """Ask for the token that replies carry. `ca_file`: trust this authority's certificates alone."""
    if not authority.startswith("https://"):
        return failed(
            CHECK, f"A secret is not sent to {authority} in the open.", "CONVENE_GRAPH_AUTHORITY must be https."
        )
    application = EntraApplication(app_id, secret, authority, CONNECTOR_SCOPE, ca_file=ca_file)
    try:
        _, seconds = await application.for_client()
    except NotSignedIn as refused:
        return failed(CHECK, *refusal(str(refused)))
    except Unavailable:
        return failed(CHECK, "Entra gave no token, since it could not be asked.", "Mend what “sign-in” says first.")
    if seconds < 300:
        return warning(
            CHECK,
            f"Entra gives a token that is good for {seconds:.0f} seconds only.",
            "Look for a token lifetime policy on the app registration.",
        )
    return ok(CHECK, "Entra takes the app id and its secret, and gives the token that replies carry.")
