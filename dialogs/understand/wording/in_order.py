"""All that puts words plainly before anything is read: each layer sees what those before it have made of them.

What a layer does is told by its module. Pure.
"""

from dialogs.understand.context import Context
from dialogs.understand.wording import (
    absentees,
    another,
    apologies,
    arrows,
    asked_of_one,
    begun_anew,
    countered,
    courtesies,
    day_ranges,
    event_first,
    extents,
    gathered,
    held,
    interjected,
    invited_by,
    laid_out,
    leftovers,
    mail_headed,
    only_told,
    onward,
    outright,
    referring,
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
    told_guests,
    unsuited,
    verbs,
    voluntary,
    wanted_there,
    whenever,
    which_behind,
    why_listed,
)


def plainly(utterance: str, context: Context) -> str:
    """What `utterance` says, in the order and the words in which the readers look for it."""
    is_open = context.question is not None
    # "If possible" behind a name is no courtesy.
    utterance = utterance if is_open else told_guests.plainly(utterance)
    utterance = somebody_else.plainly(utterance, context)
    utterance = courtesies.plainly(utterance, is_open=is_open)
    utterance = verbs.plainly(utterance if is_open else gathered.plainly(utterance), is_open=is_open)
    utterance = utterance if is_open else told_change.plainly(held.plainly(laid_out.plainly(utterance, context)))
    utterance = utterance if is_open else asked_of_one.plainly(utterance, context)
    utterance = invited_by.plainly(utterance)
    utterance = utterance if is_open else which_behind.plainly(begun_anew.plainly(utterance))
    utterance = event_first.plainly(only_told.plainly(interjected.plainly(utterance, context), context), context)
    utterance = utterance if is_open else some_mornings.plainly(utterance, context)
    utterance = extents.plainly(day_ranges.plainly(utterance, context), is_open=is_open)
    utterance = utterance if is_open else reminding.plainly(apologies.plainly(utterance))
    utterance = onward.plainly(utterance, is_open=is_open)
    utterance = absentees.plainly(leftovers.plainly(utterance, is_open=is_open))
    utterance = voluntary.plainly(together.plainly(spoken.plainly(utterance, is_open=is_open)))
    if not is_open:
        for layer in (
            told_guests,
            why_listed,
            countered,
            still_open,
            mail_headed,
            whenever,
            outright,
            unsuited,
            relocated,
            wanted_there,
            another,
            restated,
        ):
            utterance = layer.plainly(utterance)
    return _without_shunned(arrows.plainly(referring.plainly(utterance, context), context), context)


def _without_shunned(utterance: str, context: Context) -> str:
    """`utterance`, with the times that are to be left out said plainly; as it is where a text was asked for."""
    if context.question is None:
        return shunned.plainly(utterance)
    return shunned.plainly(utterance, is_offered=True) if context.question.kind in ("choice", "time") else utterance
