"""`make picture`: the README's picture, taken of the running demo while somebody talks to it."""

import asyncio
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.async_api import Locator, Page, expect

from bot.demo import Demo, demo
from tests.web.browser import chromium, missing

PICTURE = Path(__file__).with_suffix(".png")
MONDAY = datetime(2026, 11, 23, 9, 12, tzinfo=UTC)
FIRST = "30 minutes with Alex and Priya on Thursday afternoon about the Q3 budget"
SECOND = "an hour with Alex and Katrin on Friday about hiring"


async def picture() -> None:
    """Book a meeting, ask for another, and photograph what is there then."""
    with tempfile.TemporaryDirectory() as profile:
        async with demo(Demo(now=MONDAY)) as running, chromium(Path(profile), width=1440, height=1060) as browser:
            page = await browser.new_page()
            await page.goto(running.url)
            await expect(page.locator(".card")).to_have_count(1)
            card = await _answer(page, FIRST)
            await card.get_by_role("button", name="Book").first.click()
            await expect(card.get_by_role("button", name="Undo")).to_be_visible()
            await expect(page.locator(".fc-event", has_text="Q3 budget")).to_be_visible()
            await _answer(page, SECOND)
            await page.mouse.move(0, 0)
            await page.screenshot(path=PICTURE, animations="disabled", caret="hide")


async def _answer(page: Page, sentence: str) -> Locator:
    """Say something; the card that answers it."""
    cards = page.locator(".card")
    number = await cards.count()
    await page.get_by_label("Message to Convene").fill(sentence)
    await page.keyboard.press("Enter")
    await expect(cards).to_have_count(number + 1)
    return cards.nth(number)


if __name__ == "__main__":
    if reason := missing():
        sys.exit(f"No picture: {reason}")
    asyncio.run(picture())
