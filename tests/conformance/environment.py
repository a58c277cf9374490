"""The foreign clients' own environment: `python -m tests.conformance.environment` makes it, in build/conformance.

A virtual environment with the packages of the extra `conformance`, and beside it the npm packages of `javascript/`.
What is there already for just these versions is left alone.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from bot.web.assets import NoNpm, npm_command

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
HOME = ROOT / "build" / "conformance"
PYTHON = HOME / "bin" / "python"
JAVASCRIPT = HOME / "javascript"
_STAMP = HOME / "installed"
_LOCKED = ("package.json", "package-lock.json")
HOW_TO = "run `make conformance`"


def is_there() -> bool:
    """Whether the environment is complete, for the versions that are asked for now."""
    return _STAMP.is_file() and _STAMP.read_text() == _wanted()


def node() -> str:
    """The command that runs JavaScript. Raises NoNpm where there is none."""
    command, path = npm_command()
    found = shutil.which("node", path=path)
    if found is None:
        raise NoNpm(f"There is an npm ({command[0]}) here, and no node beside it.")
    return found


def install() -> None:
    """Make what is not there. Raises NoNpm, CalledProcessError."""
    if is_there():
        return
    if not PYTHON.exists():
        _run([sys.executable, "-m", "venv", str(HOME)])
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run([*pip, "--constraint", str(ROOT / "constraints.txt"), *_packages()])
    JAVASCRIPT.mkdir(exist_ok=True)
    for name in _LOCKED:
        shutil.copy(HERE / "javascript" / name, JAVASCRIPT / name)
    command, path = npm_command()
    quietly = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    _run([*command, "ci", *quietly], cwd=JAVASCRIPT, path=path)
    _STAMP.write_text(_wanted())


def _packages() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: list[str] = project["optional-dependencies"]["conformance"]
    return found


def _wanted() -> str:
    """A fingerprint of everything that decides what is installed."""
    files = (ROOT / "constraints.txt", *(HERE / "javascript" / name for name in _LOCKED))
    content = b"".join(file.read_bytes() for file in files) + " ".join(_packages()).encode()
    return hashlib.sha256(content).hexdigest()


def _run(command: list[str], cwd: Path = ROOT, path: str = "") -> None:
    environment = {**os.environ, **({"PATH": path} if path else {})}
    subprocess.run(command, cwd=cwd, env=environment, check=True)


if __name__ == "__main__":
    try:
        install()
    except (NoNpm, subprocess.CalledProcessError) as problem:
        sys.exit(str(problem))
