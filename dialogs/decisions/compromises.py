"""What would make a time possible where none suits everyone: without one of the guests, or shorter. Pure."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from dialogs.decisions.openings import Calendar, Opening

SHORTER = tuple(timedelta(minutes=minutes) for minutes in (90, 60, 45, 30, 15))
MOST_WITHOUT = 2
"""More ways to leave somebody out are no help to choose."""

Rank = Callable[[Sequence[Calendar], timedelta], Sequence[Opening]]


@dataclass(frozen=True)
class Compromise:
    """Without the guest of that address, or of that length."""

    without: str = ""
    length: timedelta | None = None


def found(calendars: Sequence[Calendar], length: timedelta, rank: Rank) -> tuple[Compromise, ...]:
    """The smallest that have a good time; `rank` tells the best times of some people for a length."""
    return (*list(_without(calendars, length, rank))[:MOST_WITHOUT], *_shorter(calendars, length, rank))


def _without(calendars: Sequence[Calendar], length: timedelta, rank: Rank) -> Iterator[Compromise]:
    """The asker, whose calendar comes first, stays; and so does the only guest."""
    guests = [calendar for calendar in calendars[1:] if calendar.required]
    if len(guests) < 2:
        return
    for guest in guests:
        if _is_good(rank([each for each in calendars if each is not guest], length)):
            yield Compromise(without=guest.email)


def _shorter(calendars: Sequence[Calendar], length: timedelta, rank: Rank) -> Iterator[Compromise]:
    """The longest of those that would do, and not less than a quarter of what was asked for."""
    for shorter in SHORTER:
        if length > shorter >= length / 4 and _is_good(rank(calendars, shorter)):
            yield Compromise(length=shorter)
            return


def _is_good(ranked: Sequence[Opening]) -> bool:
    return bool(ranked) and not ranked[0].is_objected_to
