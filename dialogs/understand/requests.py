"""Two requests in one message: "cancel the sync and book an hour with Tom" are read one after the other."""

from collections.abc import Callable, Iterator
from typing import Final

from dialogs.understand.patterns import patterns
from dialogs.understand.understood import Intent, Understood

_ACTS: Final = frozenset(
    (Intent.SCHEDULE, Intent.CANCEL, Intent.RESCHEDULE, Intent.ACCEPT, Intent.TENTATIVE, Intent.DECLINE)
)
_ASKS: Final = frozenset((Intent.LIST_EVENTS, Intent.CHECK_AVAILABILITY, Intent.NEXT_MEETING))
_LONGEST: Final = 400
"""Characters. What is longer tells a story rather than two requests."""
_SURE: Final = 0.6


def split(utterance: str, read: Callable[[str], Understood]) -> tuple[str, str]:
    """The first request and the second one; the second is empty where there is but one.

    They are two where each has a verb and something that it is about; "book an hour with Tom and invite Ana" is one.
    """
    if len(utterance) <= _LONGEST:
        for first, second in _halves(utterance):
            if _is_request(read(first), _ACTS) and _is_request(read(second), _ACTS | _ASKS):
                return first, second
        return _bookings(utterance, read) or (utterance, "")
    return utterance, ""


def _bookings(utterance: str, read: Callable[[str], Understood]) -> tuple[str, str] | None:
    """ "Book Will on Monday at 10 and Matthew at 11": two, where each half has an hour and somebody of its own.

    A day that only one of them says is that of the other, too.
    """
    for found in patterns()["next-booking"].finditer(utterance):
        first, second = utterance[: found.start()], f"book {utterance[found.end() :]}"
        one, other = read(first), read(second)
        if not all(each.intent is Intent.SCHEDULE and each.time.exact and _names(each) for each in (one, other)):
            continue
        if _says_day(one) and not _says_day(other):
            second = f"{second.rstrip(' .!?')} on {one.time.exact:%-d %B}"
        elif _says_day(other) and not _says_day(one):
            first = f"{first} on {other.time.exact:%-d %B}"
        return first, second
    return None


def _says_day(read: Understood) -> bool:
    return read.time.clock is None


def _names(read: Understood) -> bool:
    """Whether somebody is named, and not only a verb of booking."""
    return bool(read.people or [each for each in read.bare if each.text.lower() != "book"])


def _halves(utterance: str) -> Iterator[tuple[str, str]]:
    for found in patterns()["next-request"].finditer(utterance):
        yield utterance[: found.start()], utterance[found.end() :]


def _is_request(read: Understood, intents: frozenset[Intent]) -> bool:
    about = read.when or read.people or read.subject or read.noun or read.facet
    return read.intent in intents and read.confidence >= _SURE and bool(about)
