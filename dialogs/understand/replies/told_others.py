"""A word to the others while a card is open: "tell them I'm ill".

A card that cancels or answers carries it along, and it goes nowhere before that is done. One that books or changes has
no place for it: what is agreed to with it is done, and the word is a message of its own then. Pure.
"""

from dataclasses import replace
from typing import Final

from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Question, Understood

_WITH_NOTE: Final = frozenset(("accept", "cancel", "decline", "tentative"))
"""What a card does that tells the others something with it."""
_WITHOUT: Final = frozenset(("book", "change"))
_MESSAGES: Final = frozenset((Intent.CONTACT_ATTENDEES, Intent.EMAIL_SEND))


def told_others(utterance: str, said: Understood, question: Question) -> Understood:
    """What is said of the card, which was read as `said`, with what the others are to be told where that belongs."""
    takes_note = question.acts & _WITH_NOTE or (question.kind == "yes_no" and not question.acts)
    if takes_note and said.intent in _MESSAGES and not said.event:
        words = patterns()
        found = words["told-them"].fullmatch(utterance) or words["told"].match(utterance)
        if found:
            return Understood(Intent.AMEND, 0.95, facet="note", note=found["note"].strip(" .\"'“”"))
    if question.acts & _WITHOUT and said.intent is Intent.YES and said.note and not said.then:
        asked = patterns()["asks-to-tell"].search(utterance)
        return replace(said, note="", then=asked["asked"]) if asked else said
    return said
