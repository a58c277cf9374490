"""An answer that somebody is told: "tell Lupe I'm in for the benefits talk but I'll be 10 late".

It is a message all the same, as whoever is told may be nobody who invites; `event` holds the answer that it would be.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.slots import people
from dialogs.understand.understood import Intent, Role, Understood

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""

_ANSWERS: Final = {
    "comes-told": (Intent.ACCEPT, "accept"),
    "maybe-told": (Intent.TENTATIVE, "tentatively accept"),
    "declines-told": (Intent.DECLINE, "decline"),
}
"""What tells that one comes, may come or does not, and how that is asked for."""

Reader = Callable[[str], Understood]
AnyReader = Callable[[str, Context], Understood]


def answer_told(utterance: str, context: Context, understood: AnyReader) -> Understood | None:
    """The message that says whether one comes, before anything else is read of it; None where it is none."""
    found = patterns()["tells-answer"].fullmatch(utterance) if len(utterance) <= _LONGEST else None
    if found is None or context.question:
        return None
    who = people.only(found["who"], (0, len(found["who"])), Role.REQUIRED)
    said = Understood(Intent.EMAIL_SEND, 1.0, facet="new", people=who, note=found["note"].strip())
    told = with_answer(said, lambda words: understood(words, context))
    return told if told.event else None


def with_answer(said: Understood, understood: Reader) -> Understood:
    """The message with the answer in it; `said` where it holds none. `understood` reads a request."""
    if said.intent is not Intent.EMAIL_SEND or said.facet != "new" or said.event or len(said.note) > _LONGEST:
        return said
    if len(said.people) != 1:
        return said
    for name, (intent, words) in _ANSWERS.items():
        if (found := patterns()[name].fullmatch(said.note)) is None:
            continue
        answer = understood(f"{words} {found['event']}")
        if answer.intent is not intent:
            continue
        rest = (found["rest"] or "").strip(" .")
        then = rest if patterns()["answer-then"].match(rest) else ""
        return replace(said, event=replace(answer, when=(), note="" if then else rest), then=then)
    return said
