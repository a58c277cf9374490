"""What is told before a request and is no part of it: "something came up, can the review be another day?"."""

from collections.abc import Callable
from typing import Final

from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Understood

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_CHANGES: Final = frozenset((Intent.RESCHEDULE, Intent.UPDATE, Intent.ADD_ATTENDEE, Intent.REMOVE_ATTENDEE))
"""What is never done without being shown, as a cancellation is not."""


def behind(
    utterance: str, said: Understood, read: Callable[[str], Understood], changes: Callable[[str], bool]
) -> Understood | None:
    """The request behind what is told first, where it names its event and all of it together was not as clear.

    `said` is how the whole was read; what is only to be done on a condition is no request. `changes` tells of words
    whether they may hold a change of an event, which takes less than to `read` them.
    """
    if said.certain or said.event or said.time.rrule or len(utterance) > _LONGEST:
        return None
    if (told := patterns()["preamble"].match(utterance)) is None:
        return None
    words = utterance[told.end() :]
    if somebody := patterns()["preambles-named"].match(utterance):
        words = patterns()["preambles-them"].sub(somebody["name"], words, count=1)
    # "Tom is ill, cancel the retro" is not about something called "ill".
    misnamed = said.intent is Intent.CANCEL and bool(said.subject) and said.subject not in words
    if not (misnamed or changes(words)):
        return None
    request = read(words)
    if is_change(request):
        return request
    return request if misnamed and request.intent is Intent.CANCEL and request.subject else None


def without_news(utterance: str) -> str:
    """ "Alex just called, book an hour with him": the request alone, with who "him" is.

    Whoever called and is not to be met may have asked for it: "Alex just called, cancel the audit".
    """
    words = patterns()
    if len(utterance) > _LONGEST or (found := words["news-first"].fullmatch(utterance)) is None:
        return utterance
    if not found["name"]:
        return str(found["rest"])
    request = words["amid-them"].sub(found["name"], found["rest"], count=1)
    is_guest = any(each["who"].lower() == found["name"].lower() for each in words["news-guest"].finditer(request))
    return request if is_guest else utterance


def is_change(said: Understood) -> bool:
    """Whether it changes an event that it names."""
    return said.intent in _CHANGES and said.event is not None
