"""Turns a second through the channel, beside the stock SDK, the Agents SDK and bare aiohttp: one run, one table.

    python -m benchmarks.channel [--seconds 4] [--environments FOLDER]

Every bot runs alone on one core; clients, connector, keys and Graph share another. A turn counts from the post until
both its HTTP answer and its reply at the connector are there. Every request carries an RS256 token, the same for a run
as the Bot Connector's is for an hour: bare aiohttp checks its signature each time, Convene remembers that it has.
The environments of the other SDKs are made in a folder of their own, once; their packages are no dependency of ours.
"""

import argparse
import asyncio
import json
import os
import socket
import subprocess
import sys
import tempfile
import venv
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp import ClientSession

from benchmarks.channel_load import APP, TENANT, Measured, Playback, World, at, load
from benchmarks.machine import machine
from graph.emulator import Emulator
from tests.conversations.office import identity, office

HERE = Path(__file__).resolve().parent
BOT_CORE, LOAD_CORE = 0, 1
SAYS = "30 minutes with Alex and Priya on Thursday afternoon about the Q3 budget"
AGENTS = ("microsoft-agents-hosting-aiohttp==1.9.0", "microsoft-agents-authentication-msal==1.9.0")
STOCK = ("botbuilder-integration-aiohttp==4.17.1",)


@dataclass(frozen=True)
class Bot:
    """One row: what is started, and what stands around it."""

    title: str
    command: Sequence[str]
    text: str = "Is there anything that I should know?"
    fresh: bool = False
    """Each turn in a conversation of its own."""
    clients: tuple[int, ...] = (1, 8, 32)
    connector_seconds: float = 0.0
    token_seconds: float = 0.0
    token_life: float = 3600.0


def bots(environments: Path) -> list[Bot]:
    """The rows of the table."""
    ours = (sys.executable, "-m", "benchmarks.channel_bots")
    agents, stock = environment(environments, "agents", AGENTS), environment(environments, "stock", STOCK)
    return [
        Bot("bare aiohttp in and out", (*ours, "bare")),
        Bot("Convene, echo", (*ours, "echo")),
        Bot("Convene, understood, with a card", (*ours, "scheduling"), text="help"),
        Bot("Convene, a full scheduling turn", (*ours, "scheduling"), text=SAYS, fresh=True),
        Bot("Agents SDK 1.9, echo", (str(agents), str(HERE / "channel_agents_bot.py"))),
        Bot("botbuilder 4.17.1 as it comes, echo", (str(stock), str(HERE / "channel_stock_bot.py"))),
        Bot("Convene, echo", (*ours, "echo"), clients=(512,)),
        Bot("…, connector answers after 100 ms", (*ours, "echo"), clients=(512,), connector_seconds=0.1),
        Bot("…, token endpoint after 60 ms", (*ours, "echo"), clients=(512,), token_seconds=0.06, token_life=1.0),
    ]


def environment(folder: Path, name: str, packages: Sequence[str]) -> Path:
    """The interpreter of an environment with `packages`, made where there is none."""
    python = folder / name / "bin" / "python"
    if not python.exists():
        venv.create(folder / name, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
    return python


@asynccontextmanager
async def started(bot: Bot, situation: dict[str, Any]) -> AsyncIterator[tuple[str, int]]:
    """The bot alone on its core; its address, and its process."""
    process = await asyncio.create_subprocess_exec(
        "taskset",
        "-c",
        str(BOT_CORE),
        *bot.command,
        json.dumps(situation),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert process.stdout is not None
    try:
        url = (await process.stdout.readline()).decode().strip()
        await _listening(url)
        yield url, process.pid
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def measure(bot: Bot, world: World, graph: Emulator, seconds: float) -> list[Measured]:
    """One run for each number of clients, on a fresh process and database."""
    runs = []
    for clients in bot.clients:
        with tempfile.TemporaryDirectory() as data, socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
            free.close()
            situation = {
                "app": APP,
                "tenant": TENANT,
                "metadata_url": world.metadata_url,
                "keys_url": world.keys_url,
                "data": data,
                "port": port,
                "graph_root": world.url + GRAPH_PATH,
                "graph_token": graph.user_token(identity("ines")),
                "token_seconds": bot.token_seconds,
                "token_life": bot.token_life,
            }
            world.slowness = bot.connector_seconds
            async with started(bot, situation) as (url, process):
                run = load(
                    world, url, clients=clients, seconds=seconds, text=bot.text, fresh=bot.fresh, process=process
                )
                runs.append(await run)
    return runs


GRAPH_PATH = "/graph"


async def main(seconds: float, environments: Path) -> None:
    """Measure every row, and print it as it is known."""
    os.sched_setaffinity(0, {LOAD_CORE})
    print(f"{machine()}; bot on core {BOT_CORE}, load on core {LOAD_CORE}; {seconds:g} s a run")
    with tempfile.TemporaryDirectory() as data:
        async with (
            Emulator(office(), at(9), Path(data) / "graph.sqlite") as graph,
            ClientSession() as session,
            World(Playback(session, graph.url, GRAPH_PATH)) as world,
        ):
            heading: tuple[int, ...] = ()
            for bot in bots(environments):
                if bot.clients != heading:
                    heading = bot.clients
                    print(_row(_UNITS, [f"{many} client{'s' * (many > 1)}" for many in heading]))
                runs = await measure(bot, world, graph, seconds)
                print(_row(bot.title, [_cell(run) for run in runs]), flush=True)


_UNITS = "turns/s (p50/p99 ms) CPU ms a turn"


def _row(title: str, cells: Sequence[str]) -> str:
    return f"{title:38}" + "".join(f"{cell:>26}" for cell in cells)


def _cell(run: Measured) -> str:
    if not run.turns:
        return "none"
    return f"{run.rate:.0f} ({run.percentile(0.5):.1f}/{run.percentile(0.99):.1f}) {1000 * run.processor:.2f}"


async def _listening(url: str) -> None:
    host, _, port = url.removeprefix("http://").partition(":")
    for _ in range(200):
        try:
            _, writer = await asyncio.open_connection(host, int(port))
        except OSError:
            await asyncio.sleep(0.05)
        else:
            writer.close()
            return
    raise RuntimeError(f"nothing listens at {url}")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seconds", type=float, default=4.0, help="how long a run is measured")
    options.add_argument(
        "--environments", type=Path, default=HERE.parent / "build" / "benchmarks", help="where the SDKs are installed"
    )
    given = options.parse_args()
    asyncio.run(main(given.seconds, given.environments))
