"""Writes what the telltales of English patterns are, so that a cold start finds them: `make telltales`."""

import sys
from datetime import datetime
from pathlib import Path
from unittest.mock import patch
from zoneinfo import ZoneInfo

import dialogs.understand
from dialogs.understand import understand
from dialogs.understand.context import Context
from dialogs.understand.lexicon import telltales
from dialogs.understand.lexicon.foretold import Needs, as_text
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.lexicon.phrasebook import entries
from dialogs.understand.understood import Question

LANGUAGE = "en"
TARGET = Path(dialogs.understand.__file__).parent / "languages" / f"{LANGUAGE}.telltales.json"
ZONE = ZoneInfo("UTC")
NOW = datetime(2026, 11, 23, 9, tzinfo=ZONE)
ASIDE = (None, Question("yes_no"), Question("choice", ("Thu 26 Nov, 10:00 – 10:30",)))


def every_pattern() -> dict[str, Needs]:
    """What each pattern needs, worked out anew: they are made when something is read that may fit them."""
    with patch.object(telltales, "foretold", return_value={}):
        for _, sentence, _ in entries(f"{LANGUAGE}.examples.txt"):
            for question in ASIDE:
                understand(sentence, Context(NOW, ZONE, question=question))
        for name in patterns(LANGUAGE).sources:
            patterns(LANGUAGE)[name]
        return telltales.index_of(LANGUAGE).needs


def main() -> None:
    """Writes them to the file that is read, or to the one that is named."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    needs = every_pattern()
    target.write_text(as_text(needs), encoding="utf-8")
    print(f"{len(needs)} patterns, {target.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
