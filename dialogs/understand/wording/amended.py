"""What is to be otherwise of the booking on the card: "45 would be better", "Tom can't, so Alex", "it must be after 2".

Each is said in the one way that the readers know, by the sentences of `languages/<language>.amends.txt`. Pure.
"""

import re
from collections.abc import Mapping
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.phrasebook import phrasebook
from dialogs.understand.when.reading import read

_LONGEST: Final = 120
"""Characters. What is longer says more than one thing."""
_OFFERS: Final = frozenset(("choice", "time"))
"""Questions that a card with times asks."""
_WAYS: Final[Mapping[str, str]] = {
    "length": "make it {n} minutes",
    "longer": "{n} minutes longer",
    "swap": "swap {out} for {in}",
    "only": "just {out}",
    "without": "without {out}",
    "optional": "make {out} optional",
    "add": "add {who}",
    "in": "in {where}",
    "day": "make it {day}",
    "after": "after {at}",
    "before": "before {then}",
    "not": "not {then}",
    "morning": "in the morning",
    "afternoon": "in the afternoon",
    "title": "call it {what}",
}
"""How the sentences of a label are said."""


def plainly(utterance: str, context: Context) -> str:
    """The same correction, plainly; `utterance` itself where it is none, or where no times are offered."""
    offers = context.question is not None and context.question.kind in _OFFERS
    if not offers or len(utterance) > _LONGEST:
        return utterance
    for label, sentence in phrasebook("en.amends.txt", flags=re.IGNORECASE).worth_a_try(utterance):
        found = sentence.fullmatch(utterance)
        parts = {name: said or "" for name, said in found.groupdict().items()} if found else None
        if (
            parts is not None
            and _is_there(parts.get("out", ""), context)
            and not read(parts.get("who", ""), context).when
        ):
            at = next((parts[name] for name in ("at", "since", "from", "then") if parts.get(name)), "")
            return _WAYS[label.name].format(**{**parts, "at": at})
    return utterance


def _is_there(out: str, context: Context) -> bool:
    """Whether those of whom something is said are on the card."""
    return all(word in context.names for word in re.findall(r"[^\W\d_]+", out.lower()))
