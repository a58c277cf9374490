"""Who comes after all and who does not: "without Alex", "Tom instead of Alex", "Omar too", "Sofia is optional".

The sentences are a language's data: `languages/<language>.roles.txt`. They are whole utterances, so that a name may be
in lower case and stand anywhere; a sentence holds only where all that stands in a place for people is people.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib import resources
from typing import Final

from dialogs.understand.intent.intents import Verdict
from dialogs.understand.lexicon.patterns import patterns, places_behind
from dialogs.understand.lexicon.telltales import Index, Row, Wary, index_of, telltales
from dialogs.understand.slots import people
from dialogs.understand.understood import Intent, PersonMention, Role

_ROLES: Final = {
    "in": Role.REQUIRED,
    "out": Role.WITHOUT,
    "optional": Role.OPTIONAL,
    "required": Role.REQUIRED,
    "alone": Role.REQUIRED,
}
_LONGEST: Final = 120
"""Characters. What is longer says more than who comes."""
_PART: Final = re.compile(r"\{(\w+)\}|\(([^)]+)\)|(\S+)")
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


@dataclass(frozen=True)
class Change:
    """Who is spoken of, each in their new role, and what that asks for where nothing is open."""

    people: tuple[PersonMention, ...]
    intent: Intent
    facet: str = ""
    """ "alone": nobody else comes."""

    def verdict(self, *, is_open: bool) -> Verdict:
        """`is_open`: something is being discussed, which is amended then."""
        return Verdict(Intent.AMEND if is_open else self.intent, self.facet, True, "who comes", decided=True)


@dataclass(frozen=True)
class _Sentence:
    words: frozenset[str]
    """Those that it cannot do without."""
    pattern: Wary
    at_hand: bool
    is_sure: bool
    """It speaks of people in so many words."""


def _sentence(line: str, lead: str, tail: str, index: Index) -> _Sentence:
    words: set[str] = set()
    out = ""
    for name, choice, word in _PART.findall(line.lstrip("+! ")):
        if name == "they":
            out += r"(?:he|she|they)\s+"
        elif name:
            out += rf"(?P<{name}>[^\s,](?:.*?[^\s,])??)\s*"
        elif choice or "|" in word:
            out += rf"(?:(?:{_either(choice or word)})(?!\w)\s*){'?' if choice else ''}"
        elif word.isalpha() or "'" in word:
            words.add(word)
            out += rf"(?<!\w){re.escape(word)}(?!\w)\s*"
        else:
            out += rf"{re.escape(word)}\s*"
    pattern = Wary(lead + out + tail, index, partial(telltales, out))
    return _Sentence(frozenset(words), pattern, line.startswith("+"), line.startswith("!"))


def _either(words: str) -> str:
    return "|".join(re.escape(word).replace("_", r"\s+") for word in words.split("|"))


@cache
def _sentences(language: str) -> tuple[Sequence[_Sentence], Row]:
    path = resources.files("dialogs.understand") / "languages" / f"{language}.roles.txt"
    pieces = patterns(language)
    lead, tail = pieces["roles-lead"].pattern, pieces["roles-tail"].pattern
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    index = index_of(language)
    sentences = [_sentence(line, lead, tail, index) for line in lines]
    return sentences, Row([each.pattern for each in sentences], index)


def find(
    text: str,
    times: Sequence[tuple[int, int]],
    *,
    is_open: bool,
    names: frozenset[str] = frozenset(),
    language: str = "en",
) -> Change | None:
    """What `text` changes about who comes, or None where it is about anything else.

    `times` are the spans of time expressions, where nobody is named. `is_open`: something is being discussed. `names`
    are words, in lower case, that are known to be names.
    """
    if len(text) > _LONGEST:
        return None
    sentences, row = _sentences(language)
    fitting = (sentences[place] for place in row.worth_a_try(text.replace("’", "'")))
    likely = [each for each in fitting if is_open or not each.at_hand]
    if not likely:
        return None
    shown = list(text)
    for start, end in times:
        shown[start:end] = "|" * (end - start)
    low = "".join(shown).lower().replace("’", "'")
    if len(low) != len(text):
        return None
    said = set(_WORD.findall(low))
    places = places_behind(patterns(language)["changes-lead"], low)
    for sentence in likely:
        if not sentence.words <= said:
            continue
        for begins in places:
            found = sentence.pattern.compiled.fullmatch(low, begins)
            sure = is_open or sentence.is_sure
            if found and (named := _named(text, found, language)) and (sure or _are_sure(named)):
                alone = "alone" in found.re.groupindex
                if alone and not (
                    _are_sure(named) or any(set(_WORD.findall(who.text.lower())) <= names for who in named)
                ):
                    # "Just this one" speaks of an event; beside one who comes already, others are people too.
                    continue
                return Change(named, _intent(found), "alone" if alone else "")
    return None


def _named(text: str, found: re.Match[str], language: str) -> tuple[PersonMention, ...]:
    """The people in every place of the sentence; none where one of the places holds something else."""
    out: list[PersonMention] = []
    for place, role in _ROLES.items():
        if place not in found.re.groupindex:
            continue
        who = people.only(text, found.span(place), role, language)
        if not who:
            return ()
        out += who
    return tuple(sorted(out, key=lambda p: p.span))


def _are_sure(named: Sequence[PersonMention]) -> bool:
    """Whether these are people also where nothing is being discussed: in "add milk" and "drop them" they are not."""
    return all(
        who.text[:1].isupper() if who.kind == "name" else who.kind != "pronoun" or who.text.lower() in ("him", "her")
        for who in named
    )


def _intent(found: re.Match[str]) -> Intent:
    places = found.re.groupindex
    if "in" in places or "optional" in places:
        return Intent.ADD_ATTENDEE
    return Intent.REMOVE_ATTENDEE if "out" in places else Intent.AMEND
