"""A real Chromium for the page and for pictures."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, async_playwright

from bot.web.assets import are_there

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def missing() -> str:
    """What the browser tests lack on this machine; empty where they can run."""
    if shutil.which("chromium") is None:
        return "there is no chromium on this machine"
    return "" if are_there() else "the page's npm packages are not installed (make assets)"


def needs_browser() -> None:
    """Skip with the reason where something is missing; in CI that is a failure."""
    if reason := missing():
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)


@asynccontextmanager
async def chromium(
    profile: Path, *, width: int = 1440, height: int = 900, dark: bool = False, contrast: bool = False
) -> AsyncIterator[BrowserContext]:
    """A headless browser with a profile of its own; `contrast`: with the system's few colours forced upon pages."""
    async with async_playwright() as playwright:
        context = await playwright.chromium.launch_persistent_context(
            profile,
            executable_path=shutil.which("chromium"),
            args=list(FLAGS),
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            forced_colors="active" if contrast else "none",
            device_scale_factor=1,
        )
        context.set_default_timeout(15_000)
        try:
            yield context
        finally:
            await context.close()
