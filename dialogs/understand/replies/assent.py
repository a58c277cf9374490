"""An answer that is put together of a few words which everybody has others for: "grand, go ahead", "second one pls".

A nice word, a yes and what bids the open card do its act say yes in any order, and as little of something else makes it
no answer of this kind: "lovely weather", "grand, but not Friday". A yes may send things, so nothing is guessed here.
"""

import re
from dataclasses import replace
from typing import Final

from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.lexicon.phrasebook import Phrasebook, phrasebook
from dialogs.understand.understood import Intent, Question, Understood

_LONGEST: Final = 120
"""Characters. What is longer tells more than yes."""
_KINDS: Final = frozenset(("yes_no", "choice", "several", "vote"))
"""The questions that are answered so."""
_IDLE: Final = frozenset(("so", "thanks", "lead", "asks"))
_AGREEING: Final = frozenset(("yes", "nice"))
_PRAISE: Final = frozenset(("nice", "so", "thanks"))
_LEAVING: Final = _IDLE | {"leave", "none"}
_PICKS: Final = {f"nth.{number}": number for number in range(1, 7)} | {"nth.last": 0, "any": 1}
"""Which one is taken, counted from 1; 0 for the last."""
_NO_ACTS: Final = _LEAVING | _AGREEING | _PICKS.keys()
_STAYS: Final = frozenset(("change",))
"""The acts of a card that would move something: who keeps its day leaves it."""
_YES: Final = Understood(Intent.YES, 1.0, certain=True)
_PICKED: Final = Understood(Intent.SELECT, 0.97)
_LEFT: Final = Understood(Intent.NO, 1.0, certain=True)
_OTHERS: Final = Understood(Intent.NAVIGATE, 0.95, facet="more")

Said = frozenset[str]
"""The labels of what an answer is put together of."""


def assented(utterance: str, question: Question | None, language: str = "en") -> Understood | None:
    """A yes, also with a word to the others, one of what is offered, or that all is to stay; None: something else.

    None also where no question is open that is answered so.
    """
    if question is None or question.kind not in _KINDS:
        return None
    text = _plain(utterance)
    asks = text.endswith("?")
    text = text.rstrip("? ")
    places = _places(text, language)
    for said in sorted(places.get(len(text), ()), key=len):
        if (not asks or "asks" in said) and (answer := _answer(said, question)):
            return answer
    refusing = (text[end:] for end, ways in places.items() if any(said <= _LEAVING for said in ways))
    if any(_gives_up(rest, question, language) for rest in refusing):
        return _LEFT
    agreeing = (end for end, ways in places.items() if any(_agrees(said, question) for said in ways))
    note = next(filter(None, (_told(text[end:], language) for end in sorted(agreeing, reverse=True))), "")
    return replace(_YES, note=note, certain=False) if note else None


def _gives_up(rest: str, question: Question, language: str) -> bool:
    """ "..., I'll ring him", or of what would be moved from there "stay with Friday"."""
    words = patterns(language)
    if words["by-oneself"].fullmatch(rest):
        return True
    kept = words["keeps-day"].fullmatch(rest) if question.acts == _STAYS else None
    return kept is not None and not any(kept["day"][:3].lower() in each.lower() for each in question.choices)


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


def _told(rest: str, language: str) -> str:
    """ "..., tell them I'm ill": what is said to others besides; empty: nothing is."""
    words = patterns(language)
    if apology := words["apologises"].fullmatch(rest):
        return f"Sorry {apology['note']}".rstrip(" .")
    found = words["told-them"].fullmatch(rest) or words["told"].match(rest) or words["note"].match(rest)
    return found["note"].strip(" .\"'“”") if found else ""


def bids(utterance: str, question: Question, language: str = "en") -> bool:
    """Whether it bids the act of the card by name, and says nothing else."""
    return any(_agrees(said, question) and said & question.acts for said in _whole(utterance, language))


def praises(utterance: str, language: str = "en") -> bool:
    """Whether it is praise and nothing else, which agrees to what is asked, and thanks where nothing is."""
    return any("nice" in said and said <= _PRAISE for said in _whole(utterance, language))


def contradicts(utterance: str, question: Question, language: str = "en") -> bool:
    """Whether it bids an act that is not the card's, and says nothing else: "book it", where it would cancel."""
    whole = _whole(utterance, language)
    bidden = any(said - _NO_ACTS for said in whole)
    return bool(question.acts) and bidden and not any(_agrees(said, question) for said in whole)


def _agrees(said: Said, question: Question) -> bool:
    """Whether it says yes, and bids no act but what the card would do."""
    acts = said - _IDLE - _AGREEING
    return bool(said & _AGREEING or acts) and acts <= question.acts


def _plain(utterance: str) -> str:
    return utterance.strip().replace("’", "'")


def _whole(utterance: str, language: str) -> set[Said]:
    """The ways in which all of it is put together."""
    text = _plain(utterance)
    return _places(text, language).get(len(text), set())


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
