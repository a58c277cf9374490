"""`make gallery`: every card in every state as the page draws it, in each theme, width and language.

Into build/gallery go one sheet with all cards and each card alone, for each of them. A card that comes out empty or
runs out of its frame is named, and fails the run. `ARGS=--approve` makes the pictures that the tests compare with.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from PIL import Image

from dialogs.words.reader import Reader
from tests.cards.samples import LISBON, READER, samples
from tests.cards.wall import APPROVED, COLUMNS, COMPARED, SHARE, Look, difference, photograph
from tests.web.browser import missing

TO = Path("build/gallery")
LOOKS = tuple(Look(theme, width) for theme in ("light", "dark", "contrast") for width in COLUMNS)
READERS = (READER, Reader("en-US", LISBON, hours24=False))


def gallery() -> list[str]:
    """Draw it all; what is wrong with it, a line each."""
    problems = []
    for reader in READERS:
        for look in LOOKS:
            to = TO / reader.locale / str(look)
            to.mkdir(parents=True, exist_ok=True)
            faults = asyncio.run(photograph(samples(reader), look, to))
            problems += [f"{reader.locale} {look}: {fault}" for fault in faults]
    return problems


def approve() -> list[str]:
    """Take the pictures that the tests compare with; one that still shows its card stays."""
    names = {name for name, _ in samples(READER)}
    for old in APPROVED.glob("*.png"):
        if old.stem not in names:
            old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        problems = asyncio.run(photograph(samples(READER), COMPARED, Path(folder)))
        for name in names:
            _approve(Path(folder) / f"{name}.png", APPROVED / f"{name}.png")
    return problems


def _approve(picture: Path, approved: Path) -> None:
    """In few colours, since it is kept with the code."""
    with Image.open(picture) as taken:
        if approved.is_file():
            with Image.open(approved) as known:
                if difference(taken, known) <= SHARE:
                    return
        taken.convert("RGB").quantize(16).save(approved, optimize=True)


if __name__ == "__main__":
    if reason := missing():
        sys.exit(f"No pictures: {reason}")
    sys.exit("\n".join(approve() if "--approve" in sys.argv[1:] else gallery()) or 0)
