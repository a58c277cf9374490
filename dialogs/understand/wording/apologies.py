"""Apologies that are sent: "give my apologies for the board meeting" declines it, and says so to whoever organizes it.

Behind a word that somebody cannot come they belong to what that word is about; to a colleague alone they are a message.
Pure.
"""

from dataclasses import replace
from typing import Final

from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.slots.addressed import as_sentence
from dialogs.understand.understood import Intent, Understood

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_WAYS: Final = (
    ("apologies-for", r"\g<lead>decline \g<event> and say my apologies\g<why>"),
    ("apologies-behind", r"\g<fact>, decline it and say my apologies\g<why>"),
    ("apologies-to-one", r"\g<lead>message \g<who>\g<whom>: my apologies"),
    ("apologies-alone", r"\g<lead>decline it and say my apologies\g<why>"),
)
"""Patterns, and what is said in their place."""
_READ: Final = frozenset((Intent.DECLINE, Intent.CANCEL, Intent.EMAIL_SEND))
"""What others read a note of."""


def plainly(utterance: str) -> str:
    """The request for which the apologies stand; `utterance` itself where none are sent."""
    if len(utterance) > _LONGEST or "apolog" not in utterance.lower():
        return utterance
    words = patterns()
    for name, way in _WAYS:
        if found := words[name].fullmatch(utterance):
            return found.expand(way)
    return utterance


def with_them(utterance: str, said: Understood) -> Understood:
    """The answer or cancellation with the apologies that others are to read, before why."""
    if said.intent not in _READ or not (said.note or said.scope) or "apolog" not in utterance.lower():
        return said
    if "apolog" in said.note.lower():
        return replace(said, note=as_sentence(said.note))
    if "sorry" in said.note.lower() or not patterns()["sends-apologies"].search(utterance):
        return said
    return replace(said, note=f"My apologies, {said.note}" if said.note else "My apologies")
