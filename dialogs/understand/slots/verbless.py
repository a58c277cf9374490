"""What is only put down, without a verb: "team offsite all day Friday", "Tom Silva Friday 3pm 30 min budget".

No word says what is wanted with it; nothing else is wanted with an event that has a name and a stated time.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from typing import Final

from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.slots import booked
from dialogs.understand.understood import Intent, Kind, Understood, When

_LONGEST: Final = 160
"""Characters. What is longer tells a story."""
_UNSURE: Final = 0.75
_UNSURE_OF_STRANGE: Final = 0.95
"""The model knows no names, and takes what it does not know for none of ours."""
_NOT_AT_ALL: Final = 0.7
_IDLE: Final = frozenset((Intent.SMALLTALK, Intent.OUT_OF_SCOPE, Intent.GOODBYE, Intent.GREET))
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


_SEVERAL: Final = frozenset(("team", "reports", "chat"))


def put_down(utterance: str, read: Understood, perhaps: str) -> Understood:
    """`read`, or the booking that the words put down. `perhaps` is what would be its subject.

    Facet "names": a booking if what opens it names people whom the directory knows, else nothing of ours.
    """
    needs = patterns()["verbless-needs"].match(utterance)
    strange = read.intent in (Intent.OUT_OF_SCOPE, Intent.SMALLTALK)
    # A moment and how long it takes are said of nothing but what is to be in a calendar.
    is_laid_down = read.time.exact is not None and read.time.duration is not None
    unsure = read.confidence < (_UNSURE_OF_STRANGE if strange else _UNSURE) or ((needs or is_laid_down) and strange)
    if read.intent not in _OTHERWISE or not unsure or len(utterance) > _LONGEST:
        return read
    met_soon = read.time.earliest and read.people and read.noun
    timed = _is_timed(read) or met_soon or (needs and (read.when or read.time.earliest))
    if patterns()["asks-or-tells"].search(utterance, needs.end() if needs else 0) or not timed:
        return read
    made = replace(read, intent=Intent.SCHEDULE, runner_up=read.intent, facet="", confidence=_UNSURE, choice=None)
    if needs and any(each.kind in _SEVERAL for each in read.people):
        return made
    if patterns()["put-down-event"].match(utterance):
        return made
    if perhaps and patterns()["event-head"].search(perhaps.lower()):
        return replace(made, subject=perhaps)
    bare = booked.find(utterance, read.when) if not read.people else ()
    return replace(made, bare=bare, facet="names") if bare and (needs or _opens(utterance, read.when)) else read


def wished(utterance: str, read: Understood) -> Understood:
    """ "I was thinking, could Omar and I have 45 minutes on Wednesday at 10?" is no small talk."""
    needs = bool(patterns()["verbless-needs"].match(utterance)) and read.time.duration is not None
    idle = read.intent in _IDLE and (needs or read.confidence < _NOT_AT_ALL)
    told = any(map(_is_on_a_day, read.when)) or any(one.kind is Kind.DATE for one in read.when)
    if idle and read.people and read.time.exact and told and (read.time.duration or read.subject):
        return replace(read, intent=Intent.SCHEDULE, runner_up=read.intent, confidence=_UNSURE)
    return read


def _is_timed(read: Understood) -> bool:
    """Whether a day is said with its hours, or whole days, or how it recurs."""
    said = read.time
    recurs = "BYHOUR" in said.rrule or bool(said.rrule and (said.exact or "BY" in said.rrule))
    return said.all_day or recurs or any(map(_is_on_a_day, read.when))


def _is_on_a_day(one: When) -> bool:
    """A moment, or hours of a day: "Friday 1-2", "Friday afternoon"."""
    hours = one.firm or any(side and side.time() != time() for side in (one.start, one.end))
    return one.kind is Kind.DATETIME or (one.kind is Kind.RANGE and hours and not one.dayless)


def _opens(utterance: str, when: Sequence[When]) -> bool:
    """Whether nothing but somebody's name may stand before the time, or right behind it."""
    first = min(one.span[0] for one in when)
    return len(utterance[:first].split()) <= 4
