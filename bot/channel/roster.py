"""Who is in a conversation: the connector's paged members, asked only when a turn needs to know.

Source: Bot Framework REST API, "Get conversation paged members"; Teams names the Entra id `objectId` there, and
`aadObjectId` elsewhere.
"""

import json
from typing import Any
from urllib.parse import quote, urlencode

from bot.channel.connector import Connector, SendFailed
from dialogs.turn import Mentioned

PAGE = 500
"""Members that Teams gives at once at the most."""
MOST_PAGES = 4


async def members(
    connector: Connector, service_url: str | None, conversation: str, *, trusted: bool
) -> tuple[Mentioned, ...]:
    """The people in a conversation, at most two thousand. Raises SendFailed.

    `trusted`: a signed activity has proven the serviceUrl, so that our token may be sent there.
    """
    address = _address(service_url, conversation)
    found: list[Mentioned] = []
    token = ""
    for _ in range(MOST_PAGES):
        query = urlencode({"pageSize": PAGE} | ({"continuationToken": token} if token else {}))
        page = _page(await connector.ask("GET", f"{address}?{query}", trusted=trusted))
        listed = page.get("members")
        found += [_member(each) for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
        token = str(page.get("continuationToken") or "")
        if not token:
            break
    return tuple(found)


def _address(service_url: str | None, conversation: str) -> str:
    if service_url is None:
        raise SendFailed("the activity had no serviceUrl")
    return f"{service_url.rstrip('/')}/v3/conversations/{quote(conversation, safe='')}/pagedmembers"


def _page(answer: bytes) -> dict[str, Any]:
    try:
        page = json.loads(answer)
    except ValueError as error:
        raise SendFailed("the channel answered with no JSON") from error
    if not isinstance(page, dict):
        raise SendFailed("the channel answered with no page of members")
    return page


def _member(account: dict[str, Any]) -> Mentioned:
    ident = account.get("objectId") or account.get("aadObjectId")
    email = str(account.get("email") or "")
    name, called = str(account.get("name") or ""), str(account.get("id") or "")
    return Mentioned(str(ident) if ident else None, name, email, called)
