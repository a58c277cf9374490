"""`make playground`: the demo's company in Microsoft 365 Agents Playground, Microsoft's stand-in for Teams.

The Playground is not part of Convene: npm fetches it into build/playground. Its licence allows it for evaluation, so
nothing here relies on it. It listens on every address of the machine, and shows neither single sign-on nor pickers.
"""

import asyncio
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from bot.company.directory import users
from bot.demo import Demo, DemoError, demo
from bot.logs import set_up_logs
from graph.emulator.entra import TENANT_ID

PACKAGE = "@microsoft/m365agentsplayground"
VERSION = "0.2.28"
HOME = Path("build/playground")
PORT = 56150
SPEAKER = "ines"
OTHERS = ("alex", "priya", "tom", "yuki", "katrin")
"""The Playground takes five, no more and no fewer."""

NOTICE = f"""\
{PACKAGE} is Microsoft's and comes from npm under Microsoft's licence, which allows it for
evaluation only: {HOME / "node_modules" / PACKAGE / "LICENSE"}
It listens on every address of this machine: stop it when you are done (Ctrl+C).
"""


class NoPlayground(Exception):
    """It cannot be started; the message says why."""


def configuration() -> dict[str, Any]:
    """Whom the Playground knows: people of the demo's company, under the ids that they have there."""
    company = {user["userPrincipalName"].partition("@")[0]: _account(user) for user in users()}
    return {
        "version": "0.1.1",
        "tenantId": TENANT_ID,
        "bot": {"id": "convene", "name": "Convene"},
        "currentUser": company[SPEAKER],
        "users": [company[alias] for alias in OTHERS],
        "personalChat": {"id": "personal-chat"},
        "groupChat": {"id": "group-chat", "name": "Launch"},
        "team": {
            "id": "team",
            "name": "Product",
            "aadGroupId": "00000000-0000-4000-8000-000000000031",
            "channels": [{"id": "channel", "name": "Announcements"}],
        },
    }


def _account(user: dict[str, Any]) -> dict[str, str]:
    return {
        "id": f"29:{user['id']}",
        "name": user["displayName"],
        "userPrincipleName": user["userPrincipalName"],  # the Playground's own spelling
        "aadObjectId": user["id"],
        "givenName": user["givenName"],
        "surname": user["surname"],
        "email": user["mail"],
    }


def fetch() -> Path:
    """The Playground's program, fetched where it is not there yet. Raises NoPlayground."""
    program = (HOME / "node_modules" / ".bin" / "agentsplayground").absolute()
    if program.exists():
        return program
    npm = shutil.which("npm")
    if npm is None:
        raise NoPlayground("npm is missing: install Node.js.")
    HOME.mkdir(parents=True, exist_ok=True)
    command = [
        npm,
        "install",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--prefix",
        str(HOME),
        f"{PACKAGE}@{VERSION}",
    ]
    if subprocess.run(command, check=False).returncode != 0 or not program.exists():  # noqa: S603  a fixed command
        raise NoPlayground(f"npm could not fetch {PACKAGE}; what it said stands above.")
    return program


async def play(program: Path) -> None:
    """The demo and the Playground, until the latter ends or we are told to. Raises DemoError."""
    if task := asyncio.current_task():
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    # JSON is YAML.
    (HOME / ".m365agentsplayground.yml").write_text(json.dumps(configuration(), indent=2), encoding="utf-8")
    sys.stdout.write(NOTICE)
    async with demo(Demo()) as running:
        options = ["-e", f"{running.url}/api/messages", "-c", "msteams", "-p", str(PORT), "--disable-telemetry"]
        playground = await asyncio.create_subprocess_exec(program, *options, cwd=HOME)
        try:
            await playground.wait()
        finally:
            if playground.returncode is None:
                playground.terminate()
                await playground.wait()


if __name__ == "__main__":
    if os.environ.get("CI"):
        sys.exit("The Playground's licence is for evaluation: it is not started in CI.")
    set_up_logs("console", "info")
    try:
        asyncio.run(play(fetch()))
    except (NoPlayground, DemoError) as problem:
        sys.exit(f"No playground: {problem}")
    except (KeyboardInterrupt, asyncio.CancelledError):
        sys.stdout.write("\n")
