"""What is said of somebody who is on the card: "drop Tomasz, he's not needed", "Tomasz can be left out".

However it is put, who is named there and not wanted stays out; that they are named is known, so that hardly anything
has to be known of the words around them.
"""

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.slots import people
from dialogs.understand.understood import Intent, Role, Understood

_UNREAD: Final = frozenset(
    (
        Intent.OUT_OF_SCOPE,
        Intent.SMALLTALK,
        Intent.GOODBYE,
        Intent.NO,
        Intent.CANCEL_DIALOG,
        Intent.CANCEL,
        Intent.AMEND,
        Intent.REMOVE_ATTENDEE,
    )
)
"""What such words are taken for by those who know no more than the names."""
_SURE: Final = 0.9
_LONGEST: Final = 100
"""Characters. What is longer tells a story."""


def of_those_at_hand(utterance: str, read: Understood, names: Collection[str]) -> Understood:
    """`read`, or the change of those who are named and known to be on the card: "names" in lower case."""
    is_told = any(each.role is not Role.REQUIRED or each.kind not in ("name", "pronoun") for each in read.people)
    if read.intent not in _UNREAD or read.certain or is_told or read.when or read.event or read.facet:
        return read
    if len(utterance) > _LONGEST:
        return read
    named = [each for each in people.find(utterance, (), names) if each.kind != "pronoun"]
    if patterns()["stays-in"].search(utterance):
        return read
    if not named or not all(set(each.text.lower().split()) <= set(names) for each in named):
        return read
    words = patterns()
    role = Role.WITHOUT if words["stays-out"].search(utterance) else None
    role = Role.OPTIONAL if words["if-at-all"].search(utterance) else role
    if role is None:
        return read
    told = tuple(replace(each, role=role) for each in named)
    return replace(
        read, intent=Intent.AMEND, confidence=_SURE, runner_up=read.intent, people=told, subject="", facet=""
    )
