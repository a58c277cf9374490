"""Where zone rules come from."""

import subprocess
import sys
import zoneinfo

import pytest


@pytest.mark.parametrize("package", ["graph", "dialogs", "bot.cli"])
def test_the_systems_zone_rules_are_never_used(package: str) -> None:
    """Only the tzdata package's, whatever is loaded first, and whatever the environment says."""
    told = f"import {package}, zoneinfo; print(zoneinfo.TZPATH, zoneinfo.ZoneInfo('Europe/Lisbon').key)"
    environment = {"PYTHONTZPATH": "/usr/share/zoneinfo", "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, text=True, env=environment, timeout=60, check=True
    )
    assert done.stdout.strip() == "() Europe/Lisbon"


def test_the_rules_of_every_zone_are_there() -> None:
    """The package has what the system would have had."""
    assert len(zoneinfo.available_timezones()) > 590
