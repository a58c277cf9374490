"""The files of a language: what every one of them promises."""

import re
from collections import Counter
from pathlib import Path

import pytest

LANGUAGES = Path(__file__).resolve().parents[2] / "dialogs" / "understand" / "languages"


@pytest.mark.parametrize("path", sorted(LANGUAGES.glob("*.txt")), ids=lambda path: path.name)
def test_no_piece_is_named_twice(path: Path) -> None:
    """The later one would take the place of the first without a word."""
    if path.name.endswith(".examples.txt"):
        return
    names = re.findall(r"^([a-z@][a-z_-]*): ", path.read_text("utf-8"), re.MULTILINE)
    assert [name for name, count in Counter(names).items() if count > 1] == []
