"""What Entra's refusals mean, and how they are mended.

Source: Microsoft Entra, "Authentication and authorization error codes".
"""

import re

_PORTAL = "the app registration in Entra"

_MEANINGS = {
    "7000215": (
        "Entra does not take the client secret.",
        f"Copy the secret's Value, not its Secret ID, from {_PORTAL} (Certificates & secrets) into "
        "CONVENE_APP_PASSWORD; a value is shown only once, so make a new secret where it is lost.",
    ),
    "7000222": (
        "The client secret has expired.",
        f"Make a new one in {_PORTAL} (Certificates & secrets), put its Value into CONVENE_APP_PASSWORD, and start the "
        "service again. Until then no reply reaches anybody.",
    ),
    "700016": (
        "The tenant has no app registration with this app id.",
        "Compare CONVENE_APP_ID with “Application (client) ID” and CONVENE_TENANT_ID with “Directory (tenant) ID” on "
        f"the overview of {_PORTAL}.",
    ),
    "90002": (
        "Entra knows no such tenant.",
        f"Compare CONVENE_TENANT_ID with “Directory (tenant) ID” on the overview of {_PORTAL}, and "
        "CONVENE_GRAPH_AUTHORITY with the cloud that the tenant is in.",
    ),
    "900023": (
        "CONVENE_TENANT_ID is no tenant id.",
        f"It is “Directory (tenant) ID” on the overview of {_PORTAL}.",
    ),
    "7000229": (
        "The app registration has no enterprise application in this tenant.",
        "Create it, for example with `az ad sp create --id` and the app id.",
    ),
    "7000112": (
        "The app registration is disabled.",
        "Enable it in Entra under Enterprise applications, Properties, “Enabled for users to sign in”.",
    ),
    "53003": (
        "A Conditional Access policy blocks the app.",
        "Ask an administrator to exempt the app, or this machine's address, from the policy for workload identities.",
    ),
    "500011": (
        "The tenant does not know the resource that a token was asked for.",
        "Compare CONVENE_GRAPH_ROOT and CONVENE_GRAPH_AUTHORITY: they must be of the same cloud.",
    ),
}


def refusal(message: str) -> tuple[str, str]:
    """What is wrong and how to mend it, for Entra's `error_description`."""
    found = re.search(r"AADSTS(\d+)", message)
    code = found[1] if found else ""
    if code in _MEANINGS:
        says, mend = _MEANINGS[code]
        return f"{says} (AADSTS{code})", mend
    first = re.split(r"\s*Trace ID:|\r|\n", message, maxsplit=1)[0].strip()
    return (
        f"Entra refuses: {first or 'it does not say why'}",
        f"Look up {f'AADSTS{code}' if code else 'the message'} at https://login.microsoftonline.com/error.",
    )
