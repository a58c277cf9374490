"""`convene doctor` as an operator and a program see it."""

import asyncio
import io
import json
import os
import subprocess
import sys
import threading
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.doctor.command import run
from tests.doctor.microsoft import APP, SECRET, TENANT, Microsoft

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@contextmanager
def elsewhere(microsoft: Microsoft) -> Iterator[None]:
    """The services in a thread of their own, as the command has an event loop of its own."""
    ready, done = threading.Event(), threading.Event()

    async def serve() -> None:
        async with microsoft.running():
            ready.set()
            await asyncio.to_thread(done.wait, 60)

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    try:
        assert ready.wait(10)
        yield
    finally:
        done.set()
        thread.join(10)


@pytest.fixture(autouse=True)
def environment() -> Iterator[None]:
    """Each test has an environment without settings, and gives back the one it found."""
    kept = dict(os.environ)
    for name in [name for name in os.environ if name.startswith("CONVENE_")]:
        del os.environ[name]
    yield
    os.environ.clear()
    os.environ.update(kept)


def set_up(microsoft: Microsoft, data: Path, secret: str) -> None:
    """What `docs/azure.md` tells to set, with services on this machine."""
    os.environ |= {
        "CONVENE_APP_ID": APP,
        "CONVENE_APP_PASSWORD": secret,
        "CONVENE_TENANT_ID": TENANT,
        "CONVENE_PUBLIC_URL": microsoft.url,
        "CONVENE_TOKEN_KEY": urlsafe_b64encode(bytes(32)).decode(),
        "CONVENE_DATA_DIR": str(data),
        "CONVENE_PORT": "0",
        "CONVENE_GRAPH_ROOT": f"{microsoft.url}/v1.0",
        "CONVENE_GRAPH_AUTHORITY": microsoft.url,
        "CONVENE_CONNECTOR_METADATA": f"{microsoft.url}/v1/.well-known/openidconfiguration",
    }


def test_the_exit_status_says_whether_it_will_work(tmp_path: Path) -> None:
    """0 where all is well, 1 where something failed; people and programs are told the same."""
    microsoft = Microsoft(NOW, tmp_path / "ca.pem")
    with elsewhere(microsoft):
        set_up(microsoft, tmp_path / "data", SECRET)
        people, programs = io.StringIO(), io.StringIO()
        assert run(people, clock=lambda: NOW, as_json=False, ca_file=microsoft.ca_file) == 0
        assert "All is well." in people.getvalue()
        set_up(microsoft, tmp_path / "data", "wrong")
        assert run(programs, clock=lambda: NOW, as_json=True, ca_file=microsoft.ca_file) == 1
    report = json.loads(programs.getvalue())
    assert report["status"] == "failed"
    [failure] = [each for each in report["findings"] if each["status"] == "failed"]
    assert failure["check"] == "credentials"
    assert set(failure) == {"check", "status", "says", "mend"}


def test_a_report_reads_as_a_list_with_what_to_do(tmp_path: Path) -> None:
    """One line a check, what to do below it, a summary at the end."""
    microsoft = Microsoft(NOW, tmp_path / "ca.pem")
    with elsewhere(microsoft):
        set_up(microsoft, tmp_path / "data", "wrong")
        report = io.StringIO()
        run(report, clock=lambda: NOW, as_json=False, ca_file=microsoft.ca_file)
    lines = report.getvalue().splitlines()
    assert lines[0] == "ok       settings        The settings are whole."
    assert lines[1].startswith("failed   credentials     Entra does not take the client secret. (AADSTS7000215)")
    assert lines[2].startswith("                         → Copy the secret's Value")
    assert lines[-1] == "It will not work so; mend what failed, then ask again."


def test_wrong_settings_are_named_without_a_traceback(tmp_path: Path) -> None:
    """As somebody sees it who types `convene doctor`: every setting that needs mending, and none of their secrets."""
    environment = {
        **os.environ,
        "CONVENE_PORT": "many",
        "CONVENE_APP_PASSWORD": "hunter2",
        "CONVENE_DATA_DIR": str(tmp_path),
    }
    command = [sys.executable, "-m", "bot", "doctor"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "CONVENE_PORT" in done.stdout
    assert "CONVENE_APP_ID" in done.stdout
    assert "hunter2" not in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
