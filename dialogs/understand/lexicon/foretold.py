"""The telltales of a language's patterns from a file, so that a cold start need not work them out of thousands of them.

`make telltales` writes it. A pattern that the file does not know, since it is new or was changed, is looked at when it
is needed; what was worked out in another way than today's is not believed.
"""

import json
from collections.abc import Mapping, Sequence
from importlib import resources
from importlib.util import source_hash
from typing import Final

Needs = Sequence[Sequence[str]]
"""Letters in lower case, of which a text must have at least one of each."""
_WAY: Final = "lexicon/telltales.py"


def foretold(language: str) -> Mapping[str, Needs]:
    """The needs of patterns by their marks, from `languages/<language>.telltales.json`; none without such a file."""
    here = resources.files("dialogs.understand")
    file = here / "languages" / f"{language}.telltales.json"
    if not file.is_file():
        return {}
    kept = json.loads(file.read_bytes())
    needs: Mapping[str, Needs] = kept["needs"]
    return needs if kept["way"] == source_hash((here / _WAY).read_bytes()).hex() else {}


def as_text(needs: Mapping[str, Needs]) -> str:
    """What is kept of `needs`: a line for each pattern, in an order of its own."""
    way = source_hash((resources.files("dialogs.understand") / _WAY).read_bytes()).hex()
    lines = ",\n".join(f"{json.dumps(mark)}: {json.dumps(needs[mark])}" for mark in sorted(needs))
    return f'{{"way": "{way}", "needs": {{\n{lines}\n}}}}\n'
