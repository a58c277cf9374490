"""An answer that somebody is told: "tell Lupe I'm in for the benefits talk but I'll be 10 late".

It is a message all the same, as whoever is told may be nobody who invites; `event` holds the answer that it would be.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Understood

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""

Reader = Callable[[str], Understood]


def with_answer(said: Understood, understood: Reader) -> Understood:
    """The message with the answer in it; `said` where it holds none. `understood` reads a request."""
    if said.intent is not Intent.EMAIL_SEND or said.facet != "new" or said.event or len(said.note) > _LONGEST:
        return said
    found = patterns()["comes-told"].fullmatch(said.note) if len(said.people) == 1 else None
    if found is None:
        return said
    answer = understood(f"accept {found['event']}")
    if answer.intent is not Intent.ACCEPT:
        return said
    return replace(said, event=replace(answer, when=(), note=(found["rest"] or "").strip(" .")))
