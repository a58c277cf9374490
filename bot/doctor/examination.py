"""All checks at once: who is slow holds up nobody else."""

import asyncio
import ssl
from pathlib import Path

import httpx

from bot.doctor import reach
from bot.doctor.clock import clock as compare
from bot.doctor.credentials import credentials
from bot.doctor.disk import storage
from bot.doctor.finding import Finding, failed, ok, warning
from bot.doctor.listening import port, public
from bot.doctor.network import Clock
from bot.settings import Settings, SettingsError
from bot.signin.seal import BadKey, Seal
from graph.client import connection_pool

SETTINGS = "settings"
ANY_TENANT = "common"
"""Entra describes itself under this name where no tenant is set."""


async def examine(settings: Settings, clock: Clock, ca_file: Path | None = None) -> list[Finding]:
    """What is there and what is not.

    `ca_file`: trust this authority's certificates alone, for services on this machine.
    """
    trusting = None if ca_file is None else ssl.create_default_context(cafile=str(ca_file))
    authority = f"{settings.graph_authority}/{settings.tenant_id or ANY_TENANT}"
    async with connection_pool(trusting) as http:
        (sign_in, one), (graph, two), (connector, three), entitled, kept, listening = await asyncio.gather(
            reach.sign_in(http, authority, clock),
            reach.graph(http, settings.graph_root, clock),
            reach.connector(http, settings.connector_metadata, clock),
            _credentials(settings, authority, ca_file),
            asyncio.to_thread(storage, settings.data_dir),
            _listening(http, settings, clock),
        )
    ahead = [answer.ahead for answer in (one, two, three) if answer and answer.ahead is not None]
    return [_settings(settings), *entitled, sign_in, graph, connector, compare(ahead), kept, *listening]


async def _listening(http: httpx.AsyncClient, settings: Settings, clock: Clock) -> list[Finding]:
    """The port, and the public address where one is set."""
    looks = [port(http, settings.host, settings.port, clock)]
    if settings.public_url:
        looks.append(public(http, settings.public_url, clock))
    return list(await asyncio.gather(*looks))


def unread(wrong: SettingsError) -> list[Finding]:
    """Settings with which nothing else can be looked at."""
    return [failed(SETTINGS, " ".join(str(wrong).split()), "docs/settings.md says what each of them takes.")]


def _settings(settings: Settings) -> Finding:
    if not settings.app_id:
        return failed(
            SETTINGS,
            "No app registration is set, so the service would take nobody's messages.",
            "Set CONVENE_APP_ID, CONVENE_APP_PASSWORD and CONVENE_TENANT_ID; docs/azure.md says where they come from.",
        )
    if missing := settings.missing_to_serve():
        return failed(
            SETTINGS,
            f"The service does not start without {', '.join(missing)}.",
            "docs/settings.md says what each of them takes, docs/azure.md where it comes from.",
        )
    try:
        Seal(settings.token_key.get_secret_value() if settings.token_key else "")
    except BadKey as problem:
        return failed(SETTINGS, f"CONVENE_TOKEN_KEY: {problem}.", "openssl rand -base64 32 | tr '+/' '-_' makes one.")
    if settings.emulator:
        return warning(
            SETTINGS,
            "CONVENE_EMULATOR is on: whoever holds the bot's secret may speak in anybody's name.",
            "Leave it off where people work.",
        )
    return ok(SETTINGS, "The settings are whole.")


async def _credentials(settings: Settings, authority: str, ca_file: Path | None) -> list[Finding]:
    """Nothing where there are none."""
    if not (settings.app_id and settings.app_password):
        return []
    secret = settings.app_password.get_secret_value()
    return [await credentials(settings.app_id, secret, authority, str(ca_file) if ca_file else None)]
