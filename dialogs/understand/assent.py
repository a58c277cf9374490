"""An answer that is put together of a few words which everybody has others for: "grand, go ahead", "second one pls".

A nice word, a yes and what bids the open card do its act say yes in any order, and as little of something else makes it
no answer of this kind: "lovely weather", "grand, but not Friday". A yes may send things, so nothing is guessed here.
"""

import re
from dataclasses import replace
from typing import Final

from dialogs.understand.patterns import patterns
from dialogs.understand.phrasebook import Phrasebook, phrasebook
from dialogs.understand.understood import Intent, Question, Understood

_LONGEST: Final = 120
"""Characters. What is longer tells more than yes."""
_KINDS: Final = frozenset(("yes_no", "choice", "several", "vote"))
"""The questions that are answered so."""
_IDLE: Final = frozenset(("so", "thanks", "lead", "asks"))
_AGREEING: Final = frozenset(("yes", "nice"))
_LEAVING: Final = _IDLE | {"leave", "none"}
_PICKS: Final = {f"nth.{number}": number for number in range(1, 7)} | {"nth.last": 0, "any": 1}
"""Which one is taken, counted from 1; 0 for the last."""
_YES: Final = Understood(Intent.YES, 1.0, certain=True)
_PICKED: Final = Understood(Intent.SELECT, 0.97)
_LEFT: Final = Understood(Intent.NO, 1.0, certain=True)
_OTHERS: Final = Understood(Intent.NAVIGATE, 0.95, facet="more")

Said = frozenset[str]
"""The labels of what an answer is put together of."""


def assented(utterance: str, question: Question | None, language: str = "en") -> Understood | None:
    """A yes, also with a word to the others; None where something else is said, or no such question is open."""
    if question is None or question.kind not in _KINDS:
        return None
    text = utterance.strip().replace("’", "'")
    asks = text.endswith("?")
    places = _places(text.rstrip("? "), language)
    agreeing = [end for end, ways in places.items() if any(_agrees(said, question) for said in ways)]
    for said in sorted(places.get(len(text.rstrip("? ")), ()), key=len):
        if (not asks or "asks" in said) and (answer := _answer(said, question)):
            return answer
    found = next(filter(None, (_told(text[end:], language) for end in sorted(agreeing, reverse=True))), None)
    return replace(_YES, note=found["note"].strip(" .\"'“”"), certain=False) if found else None


def _answer(said: Said, question: Question) -> Understood | None:
    """What an answer says of which these are the parts."""
    if _agrees(said, question):
        return _YES
    picks = said & _PICKS.keys() if question.kind == "choice" else frozenset()
    if len(picks) == 1 and said - picks - _IDLE - _AGREEING <= question.acts:
        number = _PICKS[next(iter(picks))] or len(question.choices)
        return replace(_PICKED, choice=number) if number <= len(question.choices) else None
    if "leave" in said and said <= _LEAVING:
        return _LEFT
    return _OTHERS if "none" in said and said <= _LEAVING and question.kind == "choice" else None


def _told(rest: str, language: str) -> re.Match[str] | None:
    """ "..., tell them I'm ill": what is said to others besides."""
    words = patterns(language)
    return words["told-them"].fullmatch(rest) or words["told"].match(rest) or words["note"].match(rest)


def bids(utterance: str, question: Question, language: str = "en") -> bool:
    """Whether it bids the act of the card by name, and says nothing else."""
    text = utterance.strip().replace("’", "'")
    whole = _places(text, language).get(len(text), ())
    return any(_agrees(said, question) and said & question.acts for said in whole)


def _agrees(said: Said, question: Question) -> bool:
    """Whether it says yes, and bids no act but what the card would do."""
    acts = said - _IDLE - _AGREEING
    return bool(said & _AGREEING or acts) and acts <= question.acts


def _places(text: str, language: str) -> dict[int, set[Said]]:
    """The places to which `text` can be put together, and of what."""
    places: dict[int, set[Said]] = {0: {frozenset()}}
    if len(text) > _LONGEST:
        return places
    phrases = tuple(_book(language).worth_a_try(text))
    for at in range(len(text)):
        for label, pattern in phrases if at in places else ():
            if (found := pattern.match(text, at)) and found.end() > at:
                name = f"{label.name}.{label.facet}" if label.facet else label.name
                places.setdefault(found.end(), set()).update(said | {name} for said in places[at])
    return places


def _book(language: str) -> Phrasebook:
    return phrasebook(f"{language}.answers.txt", "", "{end}", re.IGNORECASE)
