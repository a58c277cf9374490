"""What is only put down, without a verb: "team offsite all day Friday", "Tom Silva Friday 3pm 30 min budget".

No word says what is wanted with it; nothing else is wanted with an event that has a name and a stated time.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dialogs.understand import booked
from dialogs.understand.patterns import patterns
from dialogs.understand.understood import Intent, Kind, Understood, When

_LONGEST: Final = 160
"""Characters. What is longer tells a story."""
_UNSURE: Final = 0.75
_OTHERWISE: Final = frozenset(
    (
        Intent.SCHEDULE,
        Intent.LIST_EVENTS,
        Intent.OUT_OF_SCOPE,
        Intent.SMALLTALK,
        Intent.NEXT_MEETING,
        Intent.EVENT_DETAILS,
        Intent.CHECK_AVAILABILITY,
        Intent.RESCHEDULE,
        Intent.LOOKUP_PERSON,
        Intent.ASK_TIME,
        Intent.FIND_ROOM,
    )
)
"""What the model takes such words for."""
_ASKS_OR_TELLS: Final = re.compile(
    r"\?|\b(?:what|when|where|who|which|how|why|is|are|was|were|am|do|does|did|can|could|will|would|shall|should|have|has"
    r"|i'm|i|it|that|move|cancel|push|change|delete|remove|show|list|tell|free|busy|available|weather|until|till)\b",
    re.IGNORECASE,
)


def put_down(utterance: str, read: Understood, perhaps: str) -> Understood:
    """`read`, or the booking that the words put down. `perhaps` is what would be its subject.

    Facet "names": a booking if what opens it names people whom the directory knows, else nothing of ours.
    """
    if read.intent not in _OTHERWISE or read.confidence >= _UNSURE or len(utterance) > _LONGEST:
        return read
    if _ASKS_OR_TELLS.search(utterance) or not _is_timed(read):
        return read
    made = replace(read, intent=Intent.SCHEDULE, runner_up=read.intent, facet="", confidence=_UNSURE, choice=None)
    if perhaps and patterns()["event-head"].search(perhaps.lower()):
        return replace(made, subject=perhaps)
    bare = booked.find(utterance, read.when) if not read.people else ()
    return replace(made, bare=bare, facet="names") if bare and _opens(utterance, read.when) else read


def _is_timed(read: Understood) -> bool:
    """Whether a day is said with its hours, or whole days, or how it recurs."""
    time = read.time
    is_hourly = "BYHOUR" in time.rrule
    return bool((time.exact and any(map(_is_on_a_day, read.when))) or time.all_day or is_hourly)


def _is_on_a_day(one: When) -> bool:
    return one.kind is Kind.DATETIME or (one.kind is Kind.RANGE and one.firm and not one.dayless)


def _opens(utterance: str, when: Sequence[When]) -> bool:
    """Whether somebody's name may open it: a capital, or nothing but the name before the time."""
    first = min(one.span[0] for one in when)
    return 0 < len(utterance[:first].split()) <= 4
