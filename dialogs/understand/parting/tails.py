"""What stands behind a request and asks for no more: "…, only that week", "… of the same week", "…, same length"."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Understood

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_OF_ONE: Final = frozenset((Intent.RESCHEDULE, Intent.UPDATE, Intent.CANCEL, Intent.DECLINE, Intent.REMOVE_ATTENDEE))
"""What may be done to one of a series alone."""
_MOVES: Final = frozenset((Intent.RESCHEDULE, Intent.AMEND, Intent.PROPOSE, Intent.NAVIGATE))
_CHANGES: Final = _OF_ONE | {Intent.AMEND, Intent.ADD_ATTENDEE}


def without_tail(
    utterance: str, understood: Callable[[str], Understood], whole: Callable[[str], Understood]
) -> Understood | None:
    """The request as it reads without its tail; None where it has none, or what is left is no change.

    `understood` reads the request alone, `whole` with what is told before it.
    """
    if len(utterance) > _LONGEST:
        return None
    words = patterns()
    if behind := words["interested"].fullmatch(utterance):
        # Why somebody gets an invitation changes nothing about it.
        said = understood(behind["request"])
        if said.intent is Intent.FORWARD and said.event:
            return said
    if online := words["online-behind"].fullmatch(utterance):
        # Behind those who are named with "with" it is told from what the event is about as it stands.
        said = understood(online["request"])
        known = said.intent is Intent.OUT_OF_SCOPE and said.people and said.time.exact
        if said.facet == "names" or (said.intent is Intent.SCHEDULE and said.bare) or known:
            return replace(said, online=True)
    if once := words["for-once"].fullmatch(utterance):
        said = whole(once["request"])
        return replace(said, scope=said.scope or "this") if said.intent in _OF_ONE else None
    if (week := words["own-week"].search(utterance)) and utterance[: week.start()].strip():
        said = understood(f"{utterance[: week.start()]}{utterance[week.end() :]}")
        return replace(said, time=replace(said.time, own_week=True)) if said.intent in _MOVES else None
    if same := words["as-it-was"].fullmatch(utterance):
        said = understood(same["request"])
        return said if said.intent in _CHANGES else None
    return None


def with_one_side(utterance: str, understood: Callable[[str], Understood]) -> Understood | None:
    """ "Start it 15 min earlier, same end": only one side of it moves; None where nothing of the kind is said."""
    if len(utterance) > _LONGEST:
        return None
    words = patterns()
    if end := words["same-end"].fullmatch(utterance):
        said = understood(end["request"])
        return replace(said, keeps_end=True) if said.intent in _MOVES and _is_timed(said) else None
    if start := words["same-start"].fullmatch(utterance):
        said = understood(start["request"])
        return said if said.longer or said.time.duration or said.facet in ("end", "length") else None
    return None


def _is_timed(said: Understood) -> bool:
    return bool(said.shift or said.time.exact or said.time.clock)
