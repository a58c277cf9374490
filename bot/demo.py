"""`convene demo`: the service with a Graph of its own, a company to try it with, and the page to talk to it."""

import asyncio
import errno
import signal
import tempfile
import time
import webbrowser
from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aiohttp import web
from cryptography.fernet import Fernet

from bot.app import SigningIn, Where, service, system_clock
from bot.channel.authentication import Unsigned
from bot.company import DEFAULT_PERSON, demo_world
from bot.logs import set_up_logs
from bot.settings import SettingsError, load_settings
from bot.web.page import page
from graph.client import GraphClient, connection_pool
from graph.credentials import ClientCredentials, EntraApplication, OnBehalfOf, TokenSource
from graph.emulator import DEMO_CLIENT_ID, DEMO_CLIENT_SECRET, Emulator, UnusableWorld, World
from graph.errors import NotSignedIn

HOST = "127.0.0.1"
SCOPE = "https://graph.microsoft.com/.default"
Clock = Callable[[], datetime]


class DemoError(Exception):
    """The demo cannot start; the message says why and what to do."""


@dataclass(frozen=True)
class Demo:
    """The options of `convene demo`. A port of 0 takes a free one; `data` None keeps nothing afterwards."""

    port: int = 0
    graph_port: int = 0
    now: datetime | None = None
    world: Path | None = None
    data: Path | None = None
    browser: bool = False
    sign_in: bool = False
    """People begin signed out; otherwise Teams' single sign-on is played."""


@dataclass(frozen=True)
class Running:
    """A demo that serves: the address of page and bot, and its Graph."""

    url: str
    graph: Emulator
    clock: Clock


def clock_from(start: datetime | None, *, monotonic: Callable[[], float] = time.monotonic) -> Clock:
    """A clock that starts at `start` (aware) and runs; the system's own where None."""
    if start is None:
        return system_clock
    began = monotonic()
    return lambda: start.astimezone(UTC) + timedelta(seconds=monotonic() - began)


@asynccontextmanager
async def demo(options: Demo) -> AsyncIterator[Running]:
    """Everything started and ready; stopped on leaving. Raises DemoError."""
    with ExitStack() as stack:
        data = options.data or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="convene-")))
        try:
            data.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise DemoError(f"--data {data} cannot be used: {problem.strerror or problem}.") from problem
        world = _world(options)
        clock = clock_from(options.now or world.now)
        try:
            async with Emulator(world, clock, data / "graph.sqlite", options.graph_port) as graph:
                where = Where(HOST, options.port, data, graph.url)
                application = _application(graph, data)
                tokens_of = _signing_in(application, data) if options.sign_in else _single_sign_on(graph, application)
                async with (
                    _joined_page(graph, application, clock) as join,
                    service(where, authenticator=Unsigned(HOST), tokens_of=tokens_of, clock=clock, join=join) as url,
                ):
                    yield Running(url, graph, clock)
        except UnusableWorld as problem:
            raise DemoError(str(problem)) from problem
        except OSError as problem:
            taken = problem.errno == errno.EADDRINUSE
            advice = " Is another demo running? --port 0 takes a free port." if taken else ""
            raise DemoError(f"{problem.strerror or problem}.{advice}") from problem


def run_demo(options: Demo, announce: Callable[[str], None]) -> None:
    """Serve until interrupted. Raises DemoError."""
    try:
        settings = load_settings()
    except SettingsError as problem:
        raise DemoError(str(problem)) from problem
    set_up_logs(settings.log_format, settings.log_level)
    asyncio.run(_until_interrupted(options, announce))


async def _until_interrupted(options: Demo, announce: Callable[[str], None]) -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stopped.set)
    async with demo(options) as running:
        announce(
            f"Convene is at {running.url}  (the bot at {running.url}/api/messages, its Graph at {running.graph.url})"
        )
        announce("Press Ctrl+C to stop.")
        if options.browser:
            await asyncio.to_thread(webbrowser.open, running.url)
        await stopped.wait()


def _world(options: Demo) -> World:
    if options.world is None:
        return World.parse(demo_world(options.now or system_clock()))
    try:
        return World.read(options.world)
    except UnusableWorld as problem:
        raise DemoError(str(problem)) from problem


def _application(graph: Emulator, data: Path) -> EntraApplication:
    """The bot's registration with the local Entra, whose certificate it is told to trust."""
    authority = data / "demo-ca.pem"
    authority.write_bytes(graph.ca_pem)
    return EntraApplication(DEMO_CLIENT_ID, DEMO_CLIENT_SECRET, graph.authority, SCOPE, ca_file=str(authority))


@asynccontextmanager
async def _joined_page(
    graph: Emulator, application: EntraApplication, clock: Clock
) -> AsyncIterator[Callable[[web.Application], None]]:
    """The page, which may read every calendar of the company."""
    async with connection_pool() as http:
        reader = GraphClient(http, graph.url, ClientCredentials(application))
        async with page(graph=reader, clock=clock, subscribe=graph.subscribe, default_person=DEFAULT_PERSON) as join:
            yield join


def _signing_in(application: EntraApplication, data: Path) -> SigningIn:
    """Sign-in by the local Entra's page; the key stays with the data that it seals."""
    kept = data / "demo-key"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_bytes(Fernet.generate_key())
    return SigningIn(application, kept.read_text(encoding="ascii"))


def _single_sign_on(graph: Emulator, application: EntraApplication) -> Callable[[str], TokenSource]:
    """What Teams single sign-on does in a tenant: the user's own token, exchanged for one for Graph."""

    def tokens_of(user_id: str) -> TokenSource:
        async def assertion() -> str:
            try:
                return graph.user_assertion(user_id)
            except LookupError as unknown:
                raise NotSignedIn("nobody of this company", code="UnknownUser") from unknown

        return OnBehalfOf(application, assertion)

    return tokens_of
