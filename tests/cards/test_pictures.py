"""Each card looks as it did when its picture was approved (`make gallery ARGS=--approve` approves new ones)."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.cards.samples import READER, samples
from tests.cards.wall import APPROVED, COMPARED, SHARE, difference, photograph
from tests.web.browser import needs_browser


@pytest.mark.timeout(120)
async def test_every_card_looks_as_approved(tmp_path: Path) -> None:
    """One picture of each card in each state, at a phone's width."""
    needs_browser()
    faults = await photograph(samples(READER), COMPARED, tmp_path)
    assert faults == []
    changed = []
    for name, _ in samples(READER):
        approved = APPROVED / f"{name}.png"
        if not approved.is_file():
            changed.append(f"{name}: has no approved picture")
            continue
        with Image.open(tmp_path / approved.name) as taken, Image.open(approved) as known:
            share = difference(taken, known)
        if share > SHARE:
            changed.append(f"{name}: {share:.1%} of it differs")
    assert changed == [], "look at build/gallery, then `make gallery ARGS=--approve`"


def test_no_picture_outlives_its_card() -> None:
    """What is approved is a card that there is."""
    assert {path.stem for path in APPROVED.glob("*.png")} <= {name for name, _ in samples(READER)}


def _written(words: str) -> Callable[[ImageDraw.ImageDraw], None]:
    return lambda pen: pen.text((12, 12), words, fill="black")


def _moved(pen: ImageDraw.ImageDraw) -> None:
    pen.rectangle((12, 40, 90, 60), fill="#5b5fc7")


@pytest.mark.parametrize("drawn", [_written("Thu 26 Nov, 14:00 to 14:30"), _moved], ids=["words", "a button"])
def test_a_change_is_seen(drawn: Callable[[ImageDraw.ImageDraw], None]) -> None:
    """Other words, or a button more, are over the limit."""
    before, after = (Image.new("RGB", (320, 160), "white") for _ in range(2))
    drawn(ImageDraw.Draw(after))
    assert difference(before, before) == 0
    assert difference(before, after) > SHARE
