"""`make gallery`: every card in every state as the page draws it, light and dark, wide and at 320 px.

Into build/gallery go one sheet with all cards for each theme and width, and each card alone. A card that comes out
empty or runs out of its frame is named, and fails the run.
"""

import asyncio
import mimetypes
import sys
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import BrowserContext, Route

from bot.web.assets import SERVED
from bot.web.page import STATIC
from tests.cards.samples import samples
from tests.web.browser import chromium, missing

HERE = Path(__file__).parent
TO = Path("build/gallery")
ADDRESS = "http://gallery.invalid/"
"""Never looked up: the files of the page are what answers there, and nothing answers anywhere else."""

THEMES = ("light", "dark")
COLUMNS = {320: 6, 520: 4}
"""How many cards stand side by side on a sheet, by their width in pixels: a phone's, and the page's own."""


async def gallery() -> list[str]:
    """Draw it all; what is wrong with it, a line each."""
    problems = []
    for theme in THEMES:
        for width, columns in COLUMNS.items():
            with tempfile.TemporaryDirectory() as profile:
                wall = columns * (width + 24) + 24
                async with chromium(Path(profile), width=wall, dark=theme == "dark") as browser:
                    problems += await _sheet(browser, theme, width, columns)
    return problems


async def _sheet(browser: BrowserContext, theme: str, width: int, columns: int) -> list[str]:
    """One sheet and its cards, each to a file."""
    page = await browser.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(f"{theme} {width}: {error}"))
    await page.route("**/*", _from_files)
    await page.goto(ADDRESS)
    await page.add_style_tag(path=HERE / "gallery.css")
    await page.add_script_tag(path=HERE / "gallery.js", type="module")
    await page.wait_for_function("() => window.hang")
    faults = await page.evaluate("told => window.hang(told)", _told(theme, width, columns))
    problems += [f"{theme} {width}: {fault}" for fault in faults]
    await page.screenshot(path=TO / f"all-{theme}-{width}.png", full_page=True, animations="disabled")
    for card in await page.locator(".card").all():
        name = await card.get_attribute("data-name")
        await card.screenshot(path=TO / f"{name}-{theme}-{width}.png", animations="disabled")
    return problems


def _told(theme: str, width: int, columns: int) -> dict[str, Any]:
    cards = [{"name": name, "card": card} for name, card in samples()]
    return {"theme": theme, "width": width, "columns": columns, "cards": cards}


async def _from_files(route: Route) -> None:
    """What the page is made of, without the script that starts its chat."""
    address = urlsplit(route.request.url)
    name = address.path.rpartition("/")[2] or "index.html"
    path = SERVED.get(name, STATIC / name)
    if not route.request.url.startswith(ADDRESS) or name == "page.js" or not path.is_file():
        await route.abort()
        return
    await route.fulfill(path=path, content_type=mimetypes.guess_type(path.name)[0] or "text/plain")


if __name__ == "__main__":
    if reason := missing():
        sys.exit(f"No pictures: {reason}")
    TO.mkdir(parents=True, exist_ok=True)
    sys.exit("\n".join(asyncio.run(gallery())) or 0)
