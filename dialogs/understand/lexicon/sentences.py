"""Sentences that are known by their whole build, as a language's data: each with what it says and its named parts.

The first that fits wins. Patterns see the text in lower case, with plain apostrophes; the pieces "lead" and "tail" may
stand around every sentence.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from dialogs.understand.lexicon.phrasebook import phrasebook

_LONGEST: Final = 300
"""Characters. What is longer says more than one thing."""


@dataclass(frozen=True)
class Sentence:
    """`label`: which one it is, without its `marks`; `parts`: the words of each named group, as they were written."""

    label: str
    marks: str
    parts: Mapping[str, str]


def sentence(utterance: str, name: str, fits: Callable[[Sentence], bool]) -> Sentence | None:
    """The first sentence of the file `name` that `utterance` is, and whose parts `fits` agrees to."""
    written = utterance.strip()
    if len(written) > _LONGEST:
        return None
    seen = written.lower().replace("’", "'").replace("‘", "'")
    seen = seen if len(seen) == len(written) else written
    for label, pattern in phrasebook(name, "{lead}", "{tail}").worth_a_try(seen):
        if found := pattern.fullmatch(seen):
            spans = {group: found.span(group) for group in found.groupdict() if found[group]}
            parts = {group: written[start:end].strip(" \"'“”") for group, (start, end) in spans.items()}
            if fits(told := Sentence(label.name, label.marks, parts)):
                return told
    return None
