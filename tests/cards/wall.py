"""Cards hung on a wall in a real browser, under the page's own styles and in a font of their own, and photographed."""

import mimetypes
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from PIL import Image, ImageChops
from playwright.async_api import Page, Route

from bot.web.assets import MODULES, SERVED
from bot.web.page import STATIC
from dialogs.turn import Json
from tests.web.browser import chromium

HERE = Path(__file__).parent
FONTS = MODULES / "@fontsource"
ADDRESS = "http://gallery.invalid/"
"""Never looked up: the files of the page are what answers there, and nothing answers anywhere else."""


COLUMNS = {320: 6, 520: 4}
"""How many cards hang side by side, by their width in pixels: a phone's, and the page's own."""


@dataclass(frozen=True)
class Look:
    """How a wall is seen: the theme (light, dark, contrast) and the width of each card in pixels."""

    theme: str
    width: int

    def __str__(self) -> str:
        return f"{self.theme}-{self.width}"


APPROVED = HERE / "pictures"
"""What the cards looked like when somebody last looked at them and was content."""
COMPARED = Look("light", 320)
"""The look of the approved pictures: the one in which room is scarcest."""


VISIBLE = 96
"""Of 255: less is what smoothing of edges and the few colours of an approved picture make."""
SHARE = 0.004
"""Of a card's points: what smoothing makes of a picture on another machine's browser."""


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of points that differ visibly, 0 to 1; 1 for pictures of unlike size."""
    if any(abs(mine - its) > 2 for mine, its in zip(one.size, other.size, strict=True)):
        return 1.0
    width, height = (min(sizes) for sizes in zip(one.size, other.size, strict=True))
    cut = (0, 0, width, height)
    differs = ImageChops.difference(one.convert("RGB").crop(cut), other.convert("RGB").crop(cut)).convert("L")
    return sum(differs.histogram()[VISIBLE:]) / (width * height)


async def photograph(cards: Sequence[tuple[str, Json]], look: Look, to: Path) -> list[str]:
    """A PNG of each card in the folder `to`, named as the card, and `all.png` of the whole wall.

    Returns what is wrong, a line each: cards that come out empty or run out of their frame, errors of the renderer,
    signs that the wall's fonts lack.
    """
    wall = COLUMNS[look.width] * (look.width + 24) + 24
    contrast = look.theme == "contrast"
    with tempfile.TemporaryDirectory() as profile:
        async with chromium(Path(profile), width=wall, dark=look.theme != "light", contrast=contrast) as browser:
            page = await browser.new_page()
            problems: list[str] = []
            page.on("pageerror", lambda error: problems.append(str(error)))
            await page.route("**/*", _from_files)
            await page.goto(ADDRESS)
            await page.add_style_tag(path=HERE / "wall.css")
            await page.add_script_tag(path=HERE / "wall.js", type="module")
            await page.wait_for_function("() => window.hang")
            problems += await page.evaluate("told => window.hang(told)", _told(cards, look))
            problems += await _strange_fonts(page)
            whole = Image.open(BytesIO(await page.screenshot(full_page=True, animations="disabled")))
            frames = await page.evaluate("() => window.placesOfCards()")
    whole.save(to / "all.png")
    for name, frame in frames.items():
        whole.crop(frame).save(to / f"{name}.png")
    return problems


def _told(cards: Sequence[tuple[str, Json]], look: Look) -> dict[str, Any]:
    shown = [{"name": name, "card": card} for name, card in cards]
    return {"theme": look.theme, "width": look.width, "columns": COLUMNS[look.width], "cards": shown}


async def _strange_fonts(page: Page) -> list[str]:
    """A line for each font of the machine that had to stand in, since its pictures are unlike another machine's."""
    devtools = await page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        await devtools.send(f"{domain}.enable")
    root = (await devtools.send("DOM.getDocument"))["root"]["nodeId"]
    shown = {"nodeId": root, "selector": "#wall .card :not(:has(*))"}
    used: Counter[str] = Counter()
    for node in (await devtools.send("DOM.querySelectorAll", shown))["nodeIds"]:
        for font in (await devtools.send("CSS.getPlatformFontsForNode", {"nodeId": node}))["fonts"]:
            if not font["isCustomFont"]:
                used[font["familyName"]] += round(font["glyphCount"])
    return [f"{count} signs are drawn in {name}, a font of this machine" for name, count in used.items()]


async def _from_files(route: Route) -> None:
    """What the page is made of, without the script that starts its chat, and the fonts of the wall."""
    name = urlsplit(route.request.url).path.rpartition("/")[2] or "index.html"
    fonts = FONTS.glob(f"*/files/{name}") if name.endswith(".woff2") else iter(())
    path = next(fonts, SERVED.get(name, STATIC / name))
    if not route.request.url.startswith(ADDRESS) or name == "page.js" or not path.is_file():
        await route.abort()
        return
    await route.fulfill(path=path, content_type=mimetypes.guess_type(path.name)[0] or "text/plain")
