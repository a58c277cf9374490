"""The next few of what is called so: "cancel the next two stand-ups"."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Run, Understood

_NUMBERS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_ACTS: Final = frozenset((Intent.CANCEL, Intent.ACCEPT, Intent.TENTATIVE, Intent.DECLINE))


def next_few(utterance: str, context: Context, understood: Callable[[str, Context], Understood]) -> Understood | None:
    """What is to be done with the next few, whose number is the count of the time's run; None: no such thing."""
    found = patterns()["next-few"].fullmatch(utterance)
    if found is None or context.question:
        return None
    # Who is skipped is cancelled, or declined where somebody else holds it.
    verb = "cancel" if found["verb"].lower() == "skip" else found["verb"]
    said = understood(f"{found['lead']}{verb} all the {found['what']}", context)
    if said.intent not in _ACTS or not (said.subject or said.people or said.noun):
        return None
    count = found["count"].lower()
    run = Run(count=int(count) if count.isdigit() else _NUMBERS[count])
    return replace(said, scope="all", time=replace(said.time, run=run))
