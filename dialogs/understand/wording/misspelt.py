"""Typing errors in the verb of a request, which decides what is done: "cancle the review", "reshedule my 3pm".

A word is mended only where a request has its verb, and where it is one slip (a letter missing, doubled, wrong, or two
that changed places) away from one verb, and no English word itself.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from dialogs.understand.intent.intents import leads_of
from dialogs.understand.lexicon.patterns import patterns

_LONGEST = 600
_SHORT_NAME = 4
"""Letters. What is longer is nobody's name and misspelt: "Mondy"."""
_KNOWN = 4096
"""Words. Most of what people say they have said before."""
_WORD = re.compile(r"[^\W\d_]{3,14}")
_SMALL = re.compile(r"[^\W\d_]{2,14}|\bb4\b|(?<!\S)w/?(?=\s[^\W\d_])")
"""What is written short or with a slip: "b4 lunch", "30 min w Ana"."""


def mended(utterance: str, language: str = "en") -> str:
    """`utterance` with its verb, and the small words that fingers stumble over, spelt right."""
    if len(utterance) > _LONGEST:
        return utterance
    slips = _slips(language)
    out = utterance
    if not slips.keys().isdisjoint(_SMALL.findall(utterance.lower())):
        out = _SMALL.sub(lambda found: found[0] if _is_name(found) else slips.get(found[0].lower(), found[0]), out)
    low = out.lower()
    if len(low) != len(out):
        return out
    for at in leads_of(low, language):
        found = _WORD.match(low, at)
        if found and (verb := _meant(found[0], language)):
            return out[:at] + verb + out[found.end() :]
    return out


def _is_name(found: re.Match[str]) -> bool:
    """Whether a small word is written as a name: "Daan de Wit"."""
    return found.start() > 0 and found[0].istitle() and len(found[0]) <= _SHORT_NAME


@cache
def _slips(language: str) -> Mapping[str, str]:
    """Small words that fingers stumble over, and what they stand for."""
    return dict(pair.split("=") for pair in patterns(language)["slips"].pattern.split())


@cache
def _verbs(language: str) -> frozenset[str]:
    return frozenset(patterns(language)["verbs"].pattern.split())


@cache
def _words(language: str) -> frozenset[str]:
    """Words that are near a verb and right all the same."""
    return frozenset(patterns(language)["no-slips"].pattern.split())


@lru_cache(_KNOWN)
def _meant(word: str, language: str) -> str:
    """The one verb that a word is a slip of; empty where it is none."""
    verbs = _verbs(language)
    if word in verbs or word in _words(language) or len(word) < 4:
        return ""
    near = [verb for verb in verbs if verb[0] == word[0] and is_slip(word, verb)]
    return near[0] if len(near) == 1 else ""


def is_slip(word: str, right: str) -> bool:
    """Whether one letter is missing, too many or wrong, or two neighbours changed places; in long words, any did."""
    if abs(len(word) - len(right)) > 1:
        return False
    start = next((at for at, (one, other) in enumerate(zip(word, right, strict=False)) if one != other), None)
    if start is None:
        return len(word) != len(right)
    rest, other = word[start:], right[start:]
    swapped = len(rest) > 1 and len(other) > 1 and rest[:2] == other[1::-1] and rest[2:] == other[2:]
    mixed = len(right) >= 7 and sorted(word) == sorted(right)
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:] or swapped or mixed
