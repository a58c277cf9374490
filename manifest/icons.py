"""Draw the icons' PNG files from their SVG sources, in Chromium: `python -m manifest.icons`."""

import asyncio
import sys
import tempfile
from pathlib import Path

from manifest.rules import ICONS
from tests.web.browser import chromium, missing

HERE = Path(__file__).parent


async def draw(to: Path) -> None:
    """Each icon as a PNG in the folder `to`; what its source leaves empty is transparent."""
    with tempfile.TemporaryDirectory() as profile:
        for name, side in ICONS.items():
            async with chromium(Path(profile) / name, width=side, height=side) as browser:
                page = await browser.new_page()
                source = (HERE / f"{name}.svg").read_text(encoding="utf-8")
                await page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block }}</style>{source}")
                await page.screenshot(path=to / f"{name}.png", omit_background=True)


if __name__ == "__main__":
    if reason := missing():
        sys.exit(f"No icons: {reason}")
    asyncio.run(draw(HERE))
