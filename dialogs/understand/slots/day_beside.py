"""The day beside that of an event that is moved: "move the review to the day after, at 10". Pure."""

from dataclasses import replace
from datetime import timedelta

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import NO_TIME, Intent, Understood
from dialogs.understand.when.constraint import constrain
from dialogs.understand.when.reading import read

_MOVES = frozenset((Intent.RESCHEDULE, Intent.PROPOSE))
_A_DAY = timedelta(days=1)


def beside_its_day(utterance: str, said: Understood, context: Context) -> Understood:
    """`said` with how far the day beside is from the event's own, which is not known here, and the time of day."""
    if said.intent not in _MOVES or said.shift is not None or said.facet:
        return said
    found = patterns()["to-day-beside"].search(utterance)
    if found is None:
        return said
    clock = found["clock"].strip(" ,")
    when = read(f"at {clock.removeprefix('at ')}", context).when if clock else ()
    time = replace(constrain(when), slots=()) if when else NO_TIME
    if clock and not time.clock:
        return said
    return replace(said, shift=-_A_DAY if found["before"] else _A_DAY, when=when, time=time)
