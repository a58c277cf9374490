"""Somebody else who is away, with all that is theirs in that time: "Mia is on leave on Friday, decline everything".

It is said as they would say it of themselves, up to why. Pure.
"""

import re
from dataclasses import replace
from typing import Final

from dialogs.understand.behalf.owners import LED, Behalf, name_end, tidy
from dialogs.understand.lexicon.patterns import patterns

_THEMSELVES: Final = (
    (re.compile(r"\b(?:she|he|they)(?:['’]s|['’]re| is| are)(?= )", re.IGNORECASE), "I'm"),
    (re.compile(r"\b(?:she|he|they)(?:['’]ll| will)(?= )", re.IGNORECASE), "I'll"),
    (re.compile(r"\b(?:she|he|they) ha(?:s|ve)(?= )", re.IGNORECASE), "I have"),
    (re.compile(r"\b(?:she|he|they) (?=can['’]?t|cannot|won['’]?t)", re.IGNORECASE), "I "),
    (re.compile(r" (?:for|on behalf of) (?:her|him|them)\b(?= *(?:$|[,.;!]|and\b|please\b))", re.IGNORECASE), ""),
    (re.compile(r"\b(?:her|his|their)(?= (?:own )?\w)", re.IGNORECASE), "my"),
)
"""What is said of somebody, and what they say of themselves."""
_SMALL: Final = frozenset(("on", "in", "at", "for", "the", "off", "out", "and", "all", "my", "is", "i'm", "to", "a"))


def away(utterance: str) -> Behalf | None:
    """ "Mia's off on Friday, cancel everything", "Mia wants to decline everything tomorrow" """
    led, words = LED.match(utterance), patterns()
    end = name_end(utterance, led.end()) if led else 0
    if not led or not end:
        return None
    name = utterance[led.end() : end]
    if is_away := words["they-are-away"].match(utterance, end):
        behind = utterance[is_away.end() :]
        found = words["all-of-theirs"].search(behind) and not words["of-the-speaker"].search(behind)
        return Behalf(name, _own(f"I'm {behind}"), sure=False) if found else None
    wishes = words["they-wish-to"].match(utterance, end)
    behind = utterance[wishes.end() :] if wishes else ""
    is_all = wishes and words["all-of-theirs"].match(behind)
    return Behalf(name, _own(behind), sure=False) if is_all and not words["of-the-speaker"].search(behind) else None


def keeps_their_day(found: Behalf | None, days: Behalf) -> bool:
    """Whether what was read otherwise speaks of the time in which they are away, too."""
    told = patterns()["away-clauses"].split(days.rest)[0].lower().split()
    return found is not None and bool(set(told[1:]) & set(found.rest.lower().replace(",", " ").split()) - _SMALL)


def of_themselves(found: Behalf) -> Behalf:
    """The same with why as its owner would say it, where all of a time is declined or cancelled."""
    return replace(found, rest=_own(found.rest)) if patterns()["all-of-theirs"].search(found.rest) else found


def _own(rest: str) -> str:
    for pattern, own in _THEMSELVES:
        rest = pattern.sub(own, rest)
    return tidy(rest)
