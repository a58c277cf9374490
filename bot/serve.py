"""`convene serve`: the service for Teams, from the environment's settings."""

import asyncio
import re
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager

from bot.app import SigningIn, Where, service, system_clock
from bot.channel.authentication import is_private
from bot.channel.bearer import CONNECTOR_SCOPE, Bearer
from bot.channel.routes import channel_session
from bot.channel.signed import EMULATOR_METADATA, Registration, Signed
from bot.channel.signing_keys import SigningKeys
from bot.garbage import settle
from bot.logs import set_up_logs
from bot.second_reader import Endpoint
from bot.settings import PREFIX, Settings, load_settings
from bot.signin.seal import BadKey
from graph.credentials import EntraApplication

_GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
GRAPH_SCOPE = ".default"
"""What an administrator, or the person at their first sign-in, has allowed the app registration."""


class CannotServe(Exception):
    """Something that serving needs is missing or taken; the message says what, in words."""


@asynccontextmanager
async def serve(settings: Settings) -> AsyncIterator[str]:
    """The service as `settings` say, at the address that is yielded. Raises CannotServe."""
    if missing := settings.missing_to_serve():
        raise CannotServe(f"these settings are missing: {', '.join(missing)}. docs/settings.md tells what they are.")
    app_id, tenant = settings.app_id or "", settings.tenant_id or ""
    secret = settings.app_password.get_secret_value() if settings.app_password else ""
    key = settings.token_key.get_secret_value() if settings.token_key else ""
    address = (settings.public_url or "").rstrip("/")
    authority = f"{settings.graph_authority.rstrip('/')}/{tenant}"
    if not _GUID.fullmatch(tenant):
        # Activities name their tenant by its id alone.
        raise CannotServe(f"{PREFIX}TENANT_ID: a tenant is named by its id, a GUID.")
    for what in (authority, address, settings.second_reader_url):
        if what and not is_private(what):
            raise CannotServe(f"{what} must be https, since tokens and people's words travel there.")

    clock = system_clock
    replies = EntraApplication(app_id, secret, authority, CONNECTOR_SCOPE)
    people = EntraApplication(app_id, secret, authority, f"{_resource(settings.graph_root)}/{GRAPH_SCOPE}")
    where = Where(settings.host, settings.port, settings.data_dir, settings.graph_root)
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(channel_session())
        bearer = await stack.enter_async_context(Bearer(replies.for_client).ready())
        connector_keys = SigningKeys(session, settings.connector_metadata)
        await stack.enter_async_context(connector_keys.kept_fresh())
        emulator_keys = SigningKeys(session, EMULATOR_METADATA) if settings.emulator else None
        if emulator_keys:
            await stack.enter_async_context(emulator_keys.kept_fresh())
        running = service(
            where,
            authenticator=Signed(
                Registration(app_id, tenant), clock, connector_keys=connector_keys, emulator_keys=emulator_keys
            ),
            tokens_of=SigningIn(people, key, address),
            clock=clock,
            reply_tokens=bearer,
            help_contact=settings.help_contact,
            second_reader=_second_reader(settings),
        )
        try:
            url = await stack.enter_async_context(running)
        except BadKey as problem:
            raise CannotServe(f"{PREFIX}TOKEN_KEY: {problem}.") from problem
        except OSError as problem:
            raise CannotServe(f"{problem.strerror or problem}. Is another one running?") from problem
        yield url


def _second_reader(settings: Settings) -> Endpoint | None:
    """The language model that is asked, where an administrator has named one."""
    if not (settings.second_reader_url and settings.second_reader_model):
        return None
    key = settings.second_reader_key.get_secret_value() if settings.second_reader_key else ""
    return Endpoint(settings.second_reader_url, settings.second_reader_model, key)


def run_serve(announce: Callable[[str], None]) -> None:
    """Serve until SIGTERM or SIGINT, and finish the turns under way. Raises CannotServe, SettingsError."""
    settings = load_settings()
    set_up_logs(settings.log_format, settings.log_level)
    asyncio.run(_until_stopped(settings, announce))


async def _until_stopped(settings: Settings, announce: Callable[[str], None]) -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stopped.set)
    async with serve(settings) as url:
        settle()
        announce(f"Convene serves at {url}")
        await stopped.wait()


def _resource(graph_root: str) -> str:
    """Graph's address without its version: what tokens for it are asked for."""
    return graph_root.rstrip("/").rpartition("/")[0]
