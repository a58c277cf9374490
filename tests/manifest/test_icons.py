"""The icons are what Teams' clients can show on any ground, and what their sources draw."""

from pathlib import Path

import pytest
from PIL import Image, ImageChops

from manifest.icons import draw
from manifest.rules import ICONS
from tests.web.browser import needs_browser

MANIFEST = Path(__file__).resolve().parents[2] / "manifest"
Pixel = tuple[int, int, int, int]


def pixels(name: str) -> list[Pixel]:
    """Red, green, blue and alpha of each."""
    with Image.open(MANIFEST / name) as icon:
        content = icon.convert("RGBA").tobytes()
    return [(content[at], content[at + 1], content[at + 2], content[at + 3]) for at in range(0, len(content), 4)]


def test_the_colour_icon_fills_its_square() -> None:
    """Teams cuts the corners itself, so nothing of it may be transparent; and its ground is the accent colour."""
    found = pixels("color.png")
    assert len(found) == 192 * 192
    assert {alpha for *_, alpha in found} == {255}
    assert found[0][:3] == (0x5B, 0x5F, 0xC7)


def test_the_outline_icon_is_white_on_nothing() -> None:
    """Teams lays it on its own ground: what is not transparent is white, and there is something of both."""
    found = pixels("outline.png")
    assert len(found) == 32 * 32
    assert {pixel[:3] for pixel in found if pixel[3]} == {(255, 255, 255)}
    clear = sum(alpha == 0 for *_, alpha in found)
    assert 0.4 < clear / len(found) < 0.95


def test_the_mark_keeps_its_distance_from_the_edge() -> None:
    """Nothing of the sign is cut where a client rounds the icon off."""
    with Image.open(MANIFEST / "outline.png") as icon:
        left, top, right, bottom = icon.convert("RGBA").getchannel("A").getbbox() or (0, 0, 0, 0)
    assert min(left, top, 32 - right, 32 - bottom) >= 2


@pytest.mark.browser
@pytest.mark.parametrize("name", sorted(ICONS))
async def test_they_are_drawn_from_their_sources(name: str, tmp_path: Path) -> None:
    """Who changes the SVG draws the PNG again: `python -m manifest.icons`."""
    needs_browser()
    await draw(tmp_path)
    with Image.open(tmp_path / f"{name}.png") as drawn, Image.open(MANIFEST / f"{name}.png") as kept:
        difference = ImageChops.difference(drawn.convert("RGBA"), kept.convert("RGBA")).tobytes()
    assert max(difference) <= 16  # edges differ a little between versions of Chromium
