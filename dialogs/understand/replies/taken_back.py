"""What was done is to be taken back, with a remark beside it: "oh no, Tom has his dentist then. undo that"."""

from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Understood

_LONGEST: Final = 200
"""Characters. What is longer tells a story."""
_FREE_TEXT: Final = frozenset(("subject", "note"))


def taken_back(utterance: str, context: Context) -> Understood | None:
    """That it is to be undone; None where anything else is asked as well, or nothing stands beside it."""
    if len(utterance) > _LONGEST or (context.question and context.question.kind in _FREE_TEXT):
        return None
    words = patterns()
    clauses = [each for each in patterns()["taken-back-joint"].split(utterance.strip()) if each.strip()]
    undoes = [bool(words["undo-it"].fullmatch(each.strip(" ?"))) for each in clauses]
    if len(clauses) < 2 or sum(undoes) != 1:
        return None
    remarks = [each for each, is_it in zip(clauses, undoes, strict=True) if not is_it]
    asks = [each for each in remarks if not words["scraps-it"].fullmatch(each.strip(" ,"))]
    if any(words["asks-for"].match(each) or each.endswith("?") for each in asks):
        return None
    return Understood(Intent.CANCEL_DIALOG, 1.0, facet="undo")
