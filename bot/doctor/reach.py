"""Are the three services of Microsoft there that the bot talks to: Entra's sign-in, Graph, the Bot Framework."""

from collections.abc import Callable

import httpx

from bot.doctor.entra import refusal
from bot.doctor.finding import Finding, failed, ok
from bot.doctor.network import Answered, Clock, Silent, ask

Read = Callable[[Answered], Finding]


async def sign_in(http: httpx.AsyncClient, authority: str, clock: Clock) -> tuple[Finding, Answered | None]:
    """Entra's description of the tenant. `authority` is `https://login…/tenant`."""
    check = "sign-in"

    def read(answer: Answered) -> Finding:
        found = answer.json()
        if answer.status == 200 and "token_endpoint" in found:
            return ok(check, "Entra answers, and knows the tenant.")
        if says := str(found.get("error_description", "")):
            return failed(check, *refusal(says))
        return _stranger(check, answer, authority, "CONVENE_GRAPH_AUTHORITY")

    return await _asked(http, check, f"{authority}/v2.0/.well-known/openid-configuration", clock, read)


async def graph(http: httpx.AsyncClient, root: str, clock: Clock) -> tuple[Finding, Answered | None]:
    """Graph, which must refuse whoever shows no token. `root` is its service root."""
    check = "graph"

    def read(answer: Answered) -> Finding:
        if answer.status == 401 and "error" in answer.json():
            return ok(check, "Microsoft Graph answers.")
        return _stranger(check, answer, root, "CONVENE_GRAPH_ROOT")

    return await _asked(http, check, f"{root}/me", clock, read)


async def connector(http: httpx.AsyncClient, metadata: str, clock: Clock) -> tuple[Finding, Answered | None]:
    """The keys with which the Bot Framework signs. `metadata` is the address of its OpenID configuration."""
    check = "bot framework"

    def read_keys(answer: Answered) -> Finding:
        keys = answer.json().get("keys")
        if answer.status == 200 and isinstance(keys, list) and keys:
            return ok(check, f"The Bot Framework answers; it signs with {len(keys)} key{'s'[: len(keys) > 1]}.")
        return _stranger(check, answer, metadata, "CONVENE_CONNECTOR_METADATA")

    answer = await ask(http, metadata, clock)
    if isinstance(answer, Silent):
        return failed(check, answer.says, answer.mend), None
    address = answer.json().get("jwks_uri")
    if answer.status != 200 or not isinstance(address, str):
        return _stranger(check, answer, metadata, "CONVENE_CONNECTOR_METADATA"), answer
    finding, _ = await _asked(http, check, address, clock, read_keys)
    return finding, answer


async def _asked(
    http: httpx.AsyncClient, check: str, url: str, clock: Clock, read: Read
) -> tuple[Finding, Answered | None]:
    answer = await ask(http, url, clock)
    if isinstance(answer, Silent):
        return failed(check, answer.says, answer.mend), None
    return read(answer), answer


def _stranger(check: str, answer: Answered, address: str, setting: str) -> Finding:
    if answer.status >= 500:
        return failed(
            check,
            f"{address} has trouble of its own: it answers {answer.status}.",
            "Try again in some minutes; the Microsoft 365 admin center shows known incidents under “Service health”.",
        )
    return failed(
        check,
        f"What answers at {address} is something else: it says {answer.status}.",
        f"Check {setting}, and whether a proxy or a captive portal answers in its place.",
    )
