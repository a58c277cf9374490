"""What is known of the patterns before anything is read."""

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.telltales import TARGET
from dialogs.understand.lexicon.foretold import foretold

KNOWN = 0.9
"""Of the patterns; the others are worked out when they are needed, and a cold start takes longer."""


def test_what_is_foretold_is_what_is_worked_out(tmp_path: Path) -> None:
    """Where it were not, something that is said would not be heard; `make telltales` writes the file anew."""
    written = tmp_path / "telltales.json"
    subprocess.run([sys.executable, "-m", "benchmarks.telltales", written], check=True, timeout=120)
    worked_out, known = json.loads(written.read_text("utf-8")), json.loads(TARGET.read_text("utf-8"))
    assert known["way"] == worked_out["way"], "telltales.py was changed: make telltales"
    both = worked_out["needs"].keys() & known["needs"].keys()
    assert {mark: known["needs"][mark] for mark in both} == {mark: worked_out["needs"][mark] for mark in both}
    assert len(both) >= KNOWN * len(worked_out["needs"]), "many patterns are new: make telltales"


def test_a_language_without_a_file_is_worked_out() -> None:
    """So that a further one needs nothing but its patterns."""
    assert foretold("xx") == {}
