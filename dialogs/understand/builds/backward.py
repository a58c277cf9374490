"""Questions that look back: at 11, "what did I have today at 9" is of the morning, and "who was in my 10am" of today.

Whatever is to be done lies ahead, and so times are read; what was is asked of once it is over. Pure.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Kind, TimeConstraint, Understood

_KNOWS: Final = frozenset((Intent.LIST_EVENTS, Intent.EVENT_DETAILS))
_HALF_DAY: Final = timedelta(hours=12)
_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(days=7)
_MORNING: Final = range(7, 12)
"""Hours of the morning that is meant where the same ones of the evening are left."""


def looked_back(utterance: str, said: Understood, context: Context) -> Understood:
    """`said` with its time where it was, if it is asked of what is over; as it is otherwise."""
    if said.intent not in _KNOWS or not said.when:
        return said
    is_past = tells_of_past(utterance)
    if is_past and (days := _days_back(said, context.now)):
        return replace(said, time=days)
    if (at := said.time.exact) is None or at <= context.now:
        return said
    was = _was(said.time, context.now, is_past=is_past)
    return replace(said, time=replace(said.time, exact=was, clock=None, doubt="", alternatives=())) if was else said


def tells_of_past(utterance: str) -> bool:
    """Whether something is asked of what has been: "who was at the retro", but not "did Tom accept it"."""
    return patterns()["tells-of-past"].match(utterance) is not None


def _was(time: TimeConstraint, now: datetime, *, is_past: bool) -> datetime | None:
    """At what time of today it was, as far as the words leave that open; None: it is when it was said to be."""
    if time.exact is None:
        return None
    morning, today = time.exact - _HALF_DAY, time.exact - _DAY
    if time.doubt == "am_pm" and morning.hour in _MORNING and morning.date() == now.date() and morning <= now:
        return morning
    return today if is_past and time.clock and today <= now and today.date() == now.date() else None


def _days_back(said: Understood, now: datetime) -> TimeConstraint | None:
    """The same times a week earlier, where but a weekday is said; None: another day is meant."""
    time, days = said.time, [when for when in said.when if when.kind is not Kind.DURATION]
    starts = [each for each in (time.exact, *(slot.start for slot in time.slots)) if each is not None]
    is_weekday = len(days) == 1 and patterns()["past-weekday"].fullmatch(days[0].text) is not None
    if not is_weekday or not starts or min(starts).date() <= now.date() or min(starts) - _WEEK > now:
        return None
    slots = tuple(replace(slot, start=_earlier(slot.start), end=_earlier(slot.end)) for slot in time.slots)
    return replace(time, exact=_earlier(time.exact), slots=slots, alternatives=())


def _earlier(at: datetime | None) -> datetime | None:
    """The same a week earlier, on the wall clock."""
    return at - _WEEK if at else None
