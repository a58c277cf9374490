"""Somebody put in the place of another while a question is open: "not Rohan, Tom I meant", "Lindqvist? No, Okafor".

Among several of one name the last who is named is chosen; elsewhere one stands instead of the other. Pure.
"""

from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns

_LONGEST: Final = 120
"""Characters. What is longer tells a story."""


def plainly(utterance: str, context: Context) -> str:
    """The same as "Tom instead of Rohan"; `utterance` itself where nobody is put in another's place."""
    if context.question is None or len(utterance) > _LONGEST:
        return utterance
    words = patterns()
    found = words["meant-not"].fullmatch(utterance) or words["asked-no"].fullmatch(utterance)
    if found is None:
        return utterance
    name, rest = found["in"], found["rest"] or ""
    offered = {word for choice in context.question.choices for word in choice.lower().split()}
    return f"{name}{rest}" if set(name.lower().split()) <= offered else f"{name} instead of {found['out']}{rest}"
