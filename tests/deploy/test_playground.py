"""The Playground knows the demo's people, and is nothing that Convene relies on."""

import os
import subprocess
import sys
from pathlib import Path

from bot.company.directory import users
from deploy.playground import PACKAGE, configuration

ROOT = Path(__file__).resolve().parents[2]


def test_its_people_are_the_company_s() -> None:
    """Under the object ids that the local Graph knows, else nobody's calendar would be found; five others, it asks."""
    found = configuration()
    ids = {user["id"] for user in users()}
    assert {one["aadObjectId"] for one in (found["currentUser"], *found["users"])} <= ids
    assert len({one["id"] for one in found["users"]} - {found["currentUser"]["id"]}) == 5


def test_it_is_not_started_in_ci() -> None:
    """Its licence is for evaluation."""
    command = [sys.executable, "-m", "deploy.playground"]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "CI": "true"}, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, "evaluation" in done.stderr) == (1, True)


def test_it_is_no_dependency() -> None:
    """No list of packages has it."""
    lists = ("pyproject.toml", "constraints.txt", "bot/web/package.json", ".ci/run")
    assert [name for name in lists if PACKAGE in (ROOT / name).read_text(encoding="utf-8")] == []
