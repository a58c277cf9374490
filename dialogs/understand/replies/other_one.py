"""An answer to the invitation that is left: "accept the other one", "a maybe for the other invite".

Which one that is, the dialog knows: what waits besides what was answered or shown last, or is named to be left out.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Understood

OTHER: Final = "other"
"""The facet of such an answer; `spared` is what is named beside it."""
_ANSWERS: Final = (
    ("other-maybe", Intent.TENTATIVE, "tentatively accept"),
    ("other-no", Intent.DECLINE, "decline"),
    ("other-yes", Intent.ACCEPT, "accept"),
)

Reader = Callable[[str, Context], Understood]


def other_one(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """The answer; None where it is none, or something is open that it may be said of."""
    words = patterns()
    found = words["answers-other"].fullmatch(utterance) if context.question is None else None
    if found is None:
        return None
    for name, intent, verb in _ANSWERS:
        if words[name].match(found["act"]):
            spared = understood(f"{verb} the {found['spared']}", context.alone) if found["spared"] else None
            spared = replace(spared, when=(), note="") if spared else None
            return Understood(intent, 1.0, facet=OTHER, spared=spared, note=found["why"] or "", certain=True)
    return None
