"""The body of `convene doctor`."""

import asyncio
from pathlib import Path
from typing import TextIO

from bot.doctor.examination import examine, unread
from bot.doctor.finding import Status
from bot.doctor.network import Clock
from bot.doctor.report import for_people, for_programs, worst
from bot.settings import SettingsError, load_settings


def run(out: TextIO, *, clock: Clock, as_json: bool, ca_file: Path | None = None) -> int:
    """Examine, and write what was found; the exit status: 1 where something failed. `ca_file`: see `examine`."""
    try:
        findings = asyncio.run(examine(load_settings(), clock, ca_file))
    except SettingsError as wrong:
        findings = unread(wrong)
    out.write(for_programs(findings) if as_json else for_people(findings))
    return int(worst(findings) is Status.FAILED)
