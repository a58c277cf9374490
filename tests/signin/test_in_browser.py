"""The sign-in card and the consent page in a real browser, against the whole demo with `--sign-in`."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from bot.demo import Demo, Running, demo
from tests.web.browser import chromium, needs_browser

pytestmark = pytest.mark.browser
ME = "Inês Carvalho"
MONDAY = datetime(2026, 11, 23, 9, 10, tzinfo=UTC)


@pytest.fixture
async def running() -> AsyncIterator[Running]:
    """The demo, with everybody signed out."""
    needs_browser()
    async with demo(Demo(now=MONDAY, sign_in=True)) as started:
        yield started


async def ask_and_open(page: Page) -> Page:
    """Ask for something that needs the calendar, and press the card's button; the page that opens."""
    await page.get_by_label("Message to Convene").fill("what's on tomorrow")
    await page.keyboard.press("Enter")
    button = page.get_by_role("button", name="Sign in", exact=True).or_(
        page.get_by_role("link", name="Sign in", exact=True)
    )
    await expect(button).to_be_visible()
    async with page.context.expect_page() as opening:
        await button.click()
    opened = await opening.value
    await expect(opened.get_by_role("heading", name="Convene asks for your permission")).to_be_visible()
    return opened


async def test_who_signs_in_gets_the_answer(running: Running, tmp_path: Path) -> None:
    """Ask, sign in, choose oneself, allow; the answer stands in the chat without another word, by keyboard as well."""
    async with chromium(tmp_path) as context:
        page = await context.new_page()
        await page.goto(running.url)
        consent = await ask_and_open(page)
        await consent.get_by_label(ME).focus()
        await consent.keyboard.press("Space")
        await consent.keyboard.press("Enter")
        await expect(consent.get_by_role("heading", name="You are signed in")).to_be_visible()
        await expect(page.get_by_role("button", name="Previous day")).to_be_visible()


async def test_cancel_needs_no_account(running: Running, tmp_path: Path) -> None:
    """Who changes their mind gets away with one press, and is told that nothing is kept."""
    async with chromium(tmp_path) as context:
        page = await context.new_page()
        await page.goto(running.url)
        consent = await ask_and_open(page)
        await consent.get_by_role("button", name="Cancel").click()
        await expect(consent.get_by_role("heading", name="You have not signed in")).to_be_visible()


@pytest.mark.parametrize("dark", [False, True])
async def test_the_consent_page_fits_a_phone(running: Running, tmp_path: Path, dark: bool) -> None:
    """Nothing is cut off at 360 px, and both buttons can be reached, in light and in dark."""
    async with chromium(tmp_path, width=360, height=720, dark=dark) as context:
        page = await context.new_page()
        await page.goto(running.url)
        consent = await ask_and_open(page)
        wide = await consent.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0
        for name in ("Allow", "Cancel"):
            await consent.get_by_role("button", name=name).scroll_into_view_if_needed()
            await expect(consent.get_by_role("button", name=name)).to_be_in_viewport()
