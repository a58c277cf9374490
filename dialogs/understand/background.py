"""A booking behind a word of what else is going on: "I have a flight at 6 on Friday, get me an hour with Tom that day".

What is told first neither names what is booked nor says when; "that day" is the day of which it tells.
"""

from collections.abc import Callable
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.patterns import patterns
from dialogs.understand.understood import Intent, Understood
from dialogs.understand.when.reading import read

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""

Reader = Callable[[str, Context], Understood]


def behind_fact(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """The booking without what is told before it; None where it does not stand on its own."""
    words = patterns()
    found = words["told-first"].fullmatch(utterance) if len(utterance) <= _LONGEST else None
    if found is None or context.question:
        return None
    request = str(found["request"])
    day = next((when.start for when in read(found["fact"], context).when if when.start), None)
    if day:
        request = words["that-day"].sub(f"on {day:%-d %B}", request)
    said = understood(request, context)
    stands = bool(said.people or said.bare) and bool(said.time.exact or said.time.slots)
    return said if said.intent is Intent.SCHEDULE and stands else None
