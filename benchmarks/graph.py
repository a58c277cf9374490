"""Convene's client of Graph beside others, against the emulator in one run: `python -m benchmarks.graph`.

msgraph-sdk and O365 take part where `make conformance` has installed them (they are large, and not among our
dependencies); `--foreign PYTHON` names another interpreter that has them.

Each client is a process of its own, and so is the emulator, whose share of every figure is the same for all. The last
table takes that share away: the same list, answered by a server that always says the same.
"""

import argparse
import asyncio
import json
import multiprocessing
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from aiohttp import web

from benchmarks.graph_clients import EVENTS, STEPS
from benchmarks.machine import machine
from graph.emulator.server import Emulator
from graph.emulator.world import World

ROOT = Path(__file__).resolve().parents[1]
FOREIGN = ROOT / "build" / "conformance" / "bin" / "python"
ANA = "ana.ruiz@contoso.example"
STARTS = 5
COLUMNS = ("first answer", "memory", f"list {EVENTS}", "create", f"batch {STEPS}")


def world() -> dict[str, Any]:
    """Ana with as many events as are listed, each with attendees."""
    names = ["Ana Ruiz", *(f"Guest {number}" for number in range(5))]
    emails = [f"{name.lower().replace(' ', '.')}@contoso.example" for name in names]
    return {
        "users": [
            {"displayName": name, "mail": email, "userPrincipalName": email}
            for name, email in zip(names, emails, strict=True)
        ],
        "events": [
            {
                "mailbox": ANA,
                "subject": f"Meeting {number}",
                "start": {"dateTime": f"2026-12-{number % 28 + 1:02}T{number // 28 + 9:02}:00:00", "timeZone": "UTC"},
                "end": {"dateTime": f"2026-12-{number % 28 + 1:02}T{number // 28 + 9:02}:30:00", "timeZone": "UTC"},
                "attendees": [{"emailAddress": {"address": email, "name": email}} for email in emails[1:]],
            }
            for number in range(EVENTS)
        ],
    }


async def serve(pipe: Connection) -> None:
    """The emulator, and beside it a server that answers with what the emulator has said once."""
    async with Emulator(World.parse(world()), lambda: datetime.now(UTC)) as emulator:
        token = emulator.user_token(ANA)
        said = await _said(emulator.url, token)

        async def answer(request: web.Request) -> web.Response:
            return web.Response(
                body=said["/me/events" if "events" in request.path else "/me"], content_type="application/json"
            )

        application = web.Application()
        application.router.add_route("*", "/{path:.*}", answer)
        runner = web.AppRunner(application, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        pipe.send((emulator.url, f"http://127.0.0.1:{runner.addresses[0][1]}/v1.0", token))
        await asyncio.get_running_loop().run_in_executor(None, pipe.recv)
        await runner.cleanup()


async def _said(url: str, token: str) -> dict[str, bytes]:
    import httpx  # noqa: PLC0415  only the server's process needs it

    async with httpx.AsyncClient(headers={"Authorization": f"Bearer {token}"}) as http:
        return {
            path: (await http.get(url + path, params={"$top": str(EVENTS)} if "events" in path else {})).content
            for path in ("/me", "/me/events")
        }


def _server(pipe: Connection) -> None:
    asyncio.run(serve(pipe))


@contextmanager
def serving() -> Iterator[tuple[str, str, str]]:
    """Emulator, constant server, token."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_server, args=(theirs,))
    process.start()
    try:
        yield ours.recv()
        ours.send(None)
    finally:
        process.join(10)
        process.terminate()


async def measured(python: str, name: str, url: str, token: str, works: int = 3) -> tuple[float, dict[str, Any]]:
    """Seconds from the process's start to its first answer, and what it measured of the first `works` afterwards."""
    command = [python, "-m", "benchmarks.graph_clients", name, url, token, str(works)]
    started = time.perf_counter()
    process = await asyncio.create_subprocess_exec(*command, stdout=-1, cwd=ROOT)
    assert process.stdout is not None
    line = await process.stdout.readline()
    first = time.perf_counter() - started
    if line != b"first\n":
        raise SystemExit(f"{name} did not answer")
    if not works:
        process.terminate()
        await process.wait()
        return first, {}
    report: dict[str, Any] = json.loads(await process.stdout.readline())
    await process.wait()
    return first, report


async def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.graph", description=__doc__.partition("\n")[0])
    installed = str(FOREIGN) if FOREIGN.is_file() else None
    parser.add_argument(
        "--foreign", metavar="PYTHON", default=installed, help="an interpreter that has msgraph-sdk and O365"
    )
    foreign = parser.parse_args().foreign
    clients = [("convene", sys.executable), ("httpx", sys.executable)]
    clients += [("msgraph-sdk", foreign), ("O365", foreign)] if foreign else []
    print(machine())
    print(f"medians; first answer: from the start of a Python process, {STARTS} times\n")
    with serving() as (emulator, constant, token):
        print("against the emulator")
        print(f"{'':14}" + "".join(f"{column:>14}" for column in COLUMNS))
        for name, python in clients:
            firsts = [(await measured(python, name, emulator, token, 0))[0] for _ in range(STARTS)]
            _, report = await measured(python, name, emulator, token)
            cells = [f"{statistics.median(firsts):.2f} s", f"{report['memory']:.0f} MiB"]
            cells += ["none" if taken is None else f"{taken:.2f} ms" for taken in report["taken"]]
            print(f"{name:14}" + "".join(f"{cell:>14}" for cell in cells), flush=True)
        print("\nagainst a server that always says the same")
        for name, python in clients:
            _, report = await measured(python, name, constant, token, 1)
            print(f"{name:14}{'':28}{report['taken'][0]:11.2f} ms", flush=True)
    if not foreign:
        print("\nmsgraph-sdk and O365 were left out: `make conformance` installs them")


if __name__ == "__main__":
    asyncio.run(main())
