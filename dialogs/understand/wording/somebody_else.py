"""Somebody put in the place of another while a question is open: "not Rohan, Tom I meant", "Lindqvist? No, Okafor".

Among several of one name the last who is named is chosen; elsewhere one stands instead of the other. Pure.
"""

from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.intent.features import classes
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.slots.naming import words_of
from dialogs.understand.when.reading import read

_LONGEST: Final = 120
"""Characters. What is longer tells a story."""
_MEETS: Final = frozenset(("book", "change"))
"""What cards do on which people stand."""


def plainly(utterance: str, context: Context) -> str:
    """The same as "Tom instead of Rohan"; `utterance` itself where nobody is put in another's place."""
    if context.question is None or len(utterance) > _LONGEST:
        return utterance
    words = patterns()
    found = words["meant-not"].fullmatch(utterance) or words["asked-no"].fullmatch(utterance)
    if found is None:
        return _apologised(utterance, context)
    name, rest = found["in"], found["rest"] or ""
    offered = {word for choice in context.question.choices for word in choice.lower().split()}
    return f"{name}{rest}" if set(name.lower().split()) <= offered else f"{name} instead of {found['out']}{rest}"


def _apologised(utterance: str, context: Context) -> str:
    """ "No sorry, Okafor", of a card: that one was meant, where it is a name and neither a time nor a usual word."""
    found = patterns()["sorry-who"].fullmatch(utterance)
    asked = context.question
    if found is None or asked is None or not _MEETS & asked.acts:
        return utterance
    words = found["who"].lower().split()
    is_word = any(word in classes() or word in words_of("en")["stop"] for word in words)
    return utterance if is_word or read(found["who"], context).when else f"no, I meant {found['who']}"
