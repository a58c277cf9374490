"""Who "we" are: everybody in a chat of several, or those who were spoken of."""

import re
from dataclasses import replace

from dialogs.asker import Asker
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, PersonMention, Understood

_US = frozenset({"we", "us", "let's", "lets", "together", "we're", "we'll", "we'd", "ourselves"})
_ADDRESSED = frozenset({"everyone", "everybody", "all", "folks", "guys", "team"})
"""How those in a chat are spoken to at the beginning: "everyone: ten minutes at 9?"."""
_MEETS = frozenset(
    {"call", "sync", "meeting", "meet", "chat", "huddle", "session", "retro", "debrief", "standup", "catchup"}
)
"""What needs others: "quick sync on Thursday at 11", said in a chat of several, is one of its people."""
_NUMBERS = dict(zip(("three", "four", "five", "six", "seven", "eight"), range(3, 9), strict=True)) | {
    str(number): number for number in range(3, 9)
}
_ME = frozenset({"i", "me", "my", "i'm", "i'd", "i'll", "i've", "mine", "myself", "focus", "alone", "block"})
"""Who says so speaks of their own time."""


def counted(utterance: str) -> int:
    """How many "the three of us" are; 0 where nobody counts them."""
    found = patterns()["few-of-us-can"].search(utterance) or patterns()["few-of-us"].search(utterance)
    words = re.findall(r"\w+", found[0].lower()) if found else []
    return next((_NUMBERS[word] for word in words if word in _NUMBERS), 0)


def with_us(said: Understood, asker: Asker) -> Understood:
    """In a chat of several, "let's meet" and "quick call at 11" are about everybody in it, where nobody is named."""
    words = set(re.findall(r"[\w']+", asker.turn.utterance.lower().replace("’", "'").replace("-", "")))
    perhaps = tuple(each for each in said.perhaps if each.text.lower() not in _US)
    if not asker.turn.in_group or said.people or perhaps or asker.acting:
        return said
    addressed = re.match(r"\W*(?:(?:hi|hey|ok)\W+)?(\w+)\s*[:,–-]", asker.turn.utterance.lower())
    is_met = said.intent is Intent.SCHEDULE and not said.facet and bool(words & _MEETS)
    if not (words & _US or is_met or (addressed and addressed[1] in _ADDRESSED)) or words & _ME:
        return said
    subject = "" if said.subject.lower() in _US else said.subject
    return replace(said, people=(PersonMention("us", (0, 0), kind="chat"),), perhaps=(), subject=subject)


def of_those_named(said: Understood, asker: Asker) -> Understood:
    """In a personal chat "us all" are those who were spoken of."""
    if asker.turn.in_group or not any(each.kind == "chat" for each in said.people):
        return said
    ours = (each.kind == "chat" and bool(_US & set(each.text.lower().split())) for each in said.people)
    people = zip(said.people, ours, strict=True)
    return replace(said, people=tuple(replace(p, text="us", kind="pronoun") if us else p for p, us in people))
