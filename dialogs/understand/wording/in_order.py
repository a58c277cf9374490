"""All that puts words plainly before anything is read: each layer sees what those before it have made of them.

What a layer does is told by its module. Pure.
"""

from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.wording import (
    absentees,
    amended,
    another,
    apologies,
    arrows,
    asked_of_one,
    begun_anew,
    countered,
    courtesies,
    day_ranges,
    deeds,
    event_first,
    extents,
    framed,
    gathered,
    held,
    in_town,
    interjected,
    invited_by,
    laid_out,
    leftovers,
    mail_headed,
    mishaps,
    one_each,
    only_told,
    onward,
    outright,
    referring,
    refined,
    relocated,
    reminding,
    restated,
    shunned,
    some_mornings,
    somebody_else,
    spoken,
    still_open,
    together,
    told_change,
    told_first,
    told_guests,
    told_title,
    told_wishes,
    verbs,
    voluntary,
    wanted_there,
    whenever,
    which_behind,
    why_listed,
)

_ASKED: Final = (
    told_guests,
    why_listed,
    countered,
    still_open,
    mail_headed,
    whenever,
    outright,
    relocated,
    wanted_there,
    another,
    restated,
)
"""The last layers over what is said while nothing is open."""


def plainly(utterance: str, context: Context) -> str:
    """What `utterance` says, in the order and the words in which the readers look for it."""
    utterance = (_anew if context.question is None else _amid)(utterance, context)
    return _without_shunned(arrows.plainly(referring.plainly(utterance, context), context), context)


def _anew(utterance: str, context: Context) -> str:
    """What is said while nothing is open."""
    utterance = in_town.plainly(utterance, context)
    # "If possible" behind a name is no courtesy.
    utterance = somebody_else.plainly(told_guests.plainly(amended.with_title(utterance, context)), context)
    utterance = deeds.outright(mishaps.plainly(courtesies.plainly(utterance, is_open=False)))
    utterance = told_title.plainly(told_first.plainly(refined.plainly(utterance, is_open=False)))
    utterance = told_wishes.plainly(framed.plainly(one_each.plainly(utterance, context), context), context)
    utterance = gathered.plainly(utterance)
    utterance = laid_out.plainly(verbs.plainly(utterance, is_open=False), context)
    utterance = asked_of_one.plainly(told_change.plainly(held.plainly(utterance)), context)
    utterance = which_behind.plainly(begun_anew.plainly(invited_by.plainly(utterance)))
    utterance = event_first.plainly(only_told.plainly(interjected.plainly(utterance, context), context), context)
    utterance = day_ranges.plainly(some_mornings.plainly(utterance, context), context)
    utterance = reminding.plainly(apologies.plainly(extents.plainly(utterance, is_open=False)))
    utterance = _loosely(onward.plainly(utterance, is_open=False), is_open=False)
    for layer in _ASKED:
        utterance = layer.plainly(utterance)
    return utterance


def _amid(utterance: str, context: Context) -> str:
    """What is said while a question is open."""
    utterance = mishaps.plainly(courtesies.plainly(somebody_else.plainly(utterance, context), is_open=True))
    utterance = refined.plainly(amended.plainly(utterance, context), is_open=True)
    utterance = invited_by.plainly(asked_of_one.plainly(verbs.plainly(utterance, is_open=True), context))
    utterance = event_first.plainly(only_told.plainly(interjected.plainly(utterance, context), context), context)
    utterance = extents.plainly(day_ranges.plainly(utterance, context), is_open=True)
    return _loosely(onward.plainly(utterance, is_open=True), is_open=True)


def _loosely(utterance: str, *, is_open: bool) -> str:
    """What is left over, or said as people speak."""
    utterance = absentees.plainly(leftovers.plainly(utterance, is_open=is_open))
    return voluntary.plainly(together.plainly(spoken.plainly(utterance, is_open=is_open)))


def _without_shunned(utterance: str, context: Context) -> str:
    """`utterance`, with the times that are to be left out said plainly; as it is where a text was asked for."""
    if context.question is None:
        return shunned.plainly(utterance)
    return shunned.plainly(utterance, is_offered=True) if context.question.kind in ("choice", "time") else utterance
