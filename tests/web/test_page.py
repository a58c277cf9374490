"""The page in a real browser, against the whole demo."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from bot.demo import Demo, Running, demo
from tests.web.browser import chromium, needs_browser

pytestmark = pytest.mark.browser
SENTENCE = "30 minutes with Alex and Priya on Thursday afternoon about the Q3 budget"
MONDAY = datetime(2026, 11, 23, 9, 10, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 27, 9, 10, tzinfo=UTC)


LIGHT, DARK = "rgb(245, 245, 245)", "rgb(31, 31, 31)"


@pytest.fixture
async def running(request: pytest.FixtureRequest) -> AsyncIterator[Running]:
    """The demo on a Monday morning, or at the time that the test states."""
    needs_browser()
    async with demo(Demo(now=getattr(request, "param", MONDAY))) as started:
        yield started


async def say(page: Page, words: str) -> None:
    """Type and send, as a person does."""
    await page.get_by_label("Message to Convene").fill(words)
    await page.keyboard.press("Enter")


async def ground(page: Page) -> str:
    """The colour behind everything."""
    return str(await page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))


def newest(page: Page) -> str:
    """Where the newest card is."""
    return ".from-bot:last-child .card"


@pytest.mark.parametrize("running", [MONDAY, FRIDAY], indirect=True, ids=["this week", "next week"])
async def test_a_sentence_and_a_click_put_a_meeting_into_the_calendar(running: Running, tmp_path: Path) -> None:
    """It lands without a reload, and the card itself turns into the confirmation; also when it lies in another week."""
    async with chromium(tmp_path) as browser:
        page = await browser.new_page()
        await page.goto(running.url)
        await expect(page.get_by_text("Hello Inês, I book meetings for you")).to_be_visible()
        await expect(page.locator(".fc-event", has_text="Q3 budget")).to_have_count(0)
        await say(page, SENTENCE)
        card = page.locator(newest(page))
        await expect(card.get_by_role("heading")).to_contain_text("Q3 budget")
        messages = await page.locator(".message").count()
        await card.get_by_role("button", name="Book", exact=True).first.click()
        await expect(card.get_by_text("2 invitations sent")).to_be_visible()
        await expect(card.get_by_role("button", name="Undo")).to_be_visible()
        assert await page.locator(".message").count() == messages
        await expect(page.locator(".fc-event", has_text="Q3 budget")).to_be_visible()
        await card.get_by_role("button", name="Undo").click()
        await expect(card.get_by_text("was cancelled and everyone was told")).to_be_visible()
        await expect(page.locator(".fc-event:not(.is-cancelled)", has_text="Q3 budget")).to_have_count(0)


async def test_an_invitation_is_answered_on_its_card(running: Running, tmp_path: Path) -> None:
    """With a note; the list keeps what still waits."""
    async with chromium(tmp_path) as browser:
        page = await browser.new_page()
        await page.goto(running.url)
        await page.get_by_role("button", name="Any invitations waiting?").click()
        card = page.locator(newest(page))
        await expect(card.get_by_role("heading")).to_contain_text("invitations are waiting")
        await card.get_by_role("textbox").fill("Looking forward to it")
        await card.get_by_role("button", name="Accept").first.click()
        await expect(card.get_by_text("Accepted")).to_be_visible()


async def test_what_was_said_is_still_there_after_a_reload(running: Running, tmp_path: Path) -> None:
    """And the welcome is not said again."""
    async with chromium(tmp_path) as browser:
        page = await browser.new_page()
        await page.goto(running.url)
        await say(page, "never mind")
        await expect(page.get_by_text("There was nothing open")).to_be_visible()
        await page.reload()
        await expect(page.get_by_text("There was nothing open")).to_be_visible()
        await expect(page.get_by_text("I book meetings for you")).to_have_count(1)


async def test_one_can_be_somebody_else(running: Running, tmp_path: Path) -> None:
    """Another chat, another week."""
    async with chromium(tmp_path) as browser:
        page = await browser.new_page()
        await page.goto(running.url)
        await expect(page.get_by_text("Hello Inês")).to_be_visible()
        await page.get_by_role("button", name="You are Inês Carvalho").click()
        await page.get_by_role("combobox", name="Search people").fill("priya berlin")
        await expect(page.get_by_role("option")).to_have_count(1)
        await page.keyboard.press("Enter")
        await expect(page.get_by_text("Hello Priya")).to_be_visible()
        await expect(page.get_by_text("Hello Inês")).to_have_count(0)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
async def test_the_page_fits_a_phone_in_both_themes(running: Running, dark: bool, tmp_path: Path) -> None:
    """Nothing runs out of the screen at 320 px, and the theme can be switched."""
    async with chromium(tmp_path, width=320, height=640, dark=dark) as browser:
        page = await browser.new_page()
        complaints: list[str] = []
        page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
        await page.goto(running.url)
        await say(page, SENTENCE)
        await expect(page.locator(newest(page)).get_by_role("button", name="Book").first).to_be_visible()
        assert await page.evaluate("document.documentElement.scrollWidth") == 320
        await expect(page.get_by_role("banner")).to_be_in_viewport(ratio=1)
        for card in await page.locator(".card").all():
            assert await card.evaluate("each => each.scrollWidth <= each.clientWidth")
        assert await ground(page) == (DARK if dark else LIGHT)
        await page.get_by_label("Switch between light and dark").click()
        assert await ground(page) == (LIGHT if dark else DARK)
        await page.reload()
        assert await ground(page) == (LIGHT if dark else DARK)
        await page.get_by_role("button", name="Calendar").click()
        await expect(page.locator(".fc-timegrid")).to_be_visible()
        assert complaints == []


async def test_on_a_phone_the_calendar_says_that_something_is_new(running: Running, tmp_path: Path) -> None:
    """Its tab has a mark, and it opens on the day of the new meeting."""
    async with chromium(tmp_path, width=320, height=640) as browser:
        page = await browser.new_page()
        await page.goto(running.url)
        await say(page, SENTENCE)
        await page.locator(newest(page)).get_by_role("button", name="Book", exact=True).first.click()
        await page.get_by_role("button", name="Calendar (something new)").click()
        await expect(page.get_by_role("heading", name="26 Nov 2026")).to_be_visible()
        await expect(page.locator(".fc-event", has_text="Q3 budget")).to_be_in_viewport()
        await expect(page.get_by_text("something new")).to_be_hidden()


async def test_a_button_pressed_twice_books_once(running: Running, tmp_path: Path) -> None:
    """An impatient double click makes one meeting."""
    async with chromium(tmp_path) as browser:
        page = await browser.new_page()
        await page.goto(running.url)
        await say(page, SENTENCE)
        card = page.locator(newest(page))
        await card.get_by_role("button", name="Book", exact=True).first.dblclick()
        await expect(card.get_by_text("2 invitations sent")).to_be_visible()
        await expect(page.locator(".fc-event", has_text="Q3 budget")).to_have_count(1)


async def test_an_event_tells_what_there_is_to_know(running: Running, tmp_path: Path) -> None:
    """By keyboard as by mouse; Escape goes back."""
    async with chromium(tmp_path) as browser:
        page = await browser.new_page()
        await page.goto(running.url)
        event = page.locator(".fc-event", has_text="Product staff meeting")
        await event.focus()
        await page.keyboard.press("Enter")
        details = page.locator("#details")
        await expect(details).to_contain_text("Monday 23 November, 10:00 – 11:00")
        await expect(details).to_contain_text("Organised by Letícia Moura")
        await page.keyboard.press("Escape")
        await expect(details).to_be_hidden()


async def test_the_keyboard_alone_books_a_meeting(running: Running, tmp_path: Path) -> None:
    """The focus stays with the card that has changed, so that its next button is one Tab away."""
    async with chromium(tmp_path) as browser:
        page = await browser.new_page()
        await page.goto(running.url)
        await say(page, SENTENCE)
        card = page.locator(newest(page))
        await card.get_by_role("button", name="Book", exact=True).first.focus()
        await page.keyboard.press("Enter")
        await expect(card.get_by_text("2 invitations sent")).to_be_visible()
        await expect(card.get_by_role("group", name="Booked")).to_be_focused()
        await page.keyboard.press("Tab")
        await expect(card.get_by_role("link", name="Join")).to_be_focused()


async def test_nothing_is_asked_of_any_other_machine(running: Running, tmp_path: Path) -> None:
    """All that the page needs comes from where it is served."""
    async with chromium(tmp_path) as browser:
        page = await browser.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        await page.goto(running.url)
        await say(page, SENTENCE)
        await expect(page.locator(newest(page)).get_by_role("button", name="Book").first).to_be_visible()
        assert len(asked) > 5
        assert [url for url in asked if not url.startswith(running.url)] == []
