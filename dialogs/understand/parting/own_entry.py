"""What is only put down for oneself, though it names others: "lunch with Katherine on Thursday at 1, don't invite her".

Nobody is sent anything then; who was named is in the title. Pure.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Understood

_LONGEST: Final = 200
"""Characters. What is longer tells a story."""
_ASKED: Final = frozenset(("yes_no", "choice", "time"))

Reader = Callable[[str, Context], Understood]


def for_oneself(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """The booking of which nobody is told, or that the one on the card is such a one; None: nothing of the kind."""
    found = patterns()["unsent-entry"].search(utterance) if len(utterance) <= _LONGEST else None
    if found is None:
        return None
    rest = f"{utterance[: found.start()]} {utterance[found.end() :]}".strip(" ,.;!–-")
    asked = context.question
    if asked and asked.kind in _ASKED and "book" in asked.acts and patterns()["unsent-lead"].fullmatch(rest):
        return Understood(Intent.AMEND, 0.97, facet="own")
    said = understood(rest, context) if rest else None
    is_booked = said is not None and said.intent is Intent.SCHEDULE and not said.facet and bool(said.people)
    return replace(said, facet="own") if said and is_booked else None
