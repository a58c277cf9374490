"""Which words of an utterance are the title of a meeting that exists. Pure."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache

from dialogs.people.names import folded
from dialogs.referents.which import EMPTY_WORDS, GENERIC_WORDS, names_of
from dialogs.understand.intent.features import classes, strange
from dialogs.understand.slots.naming import words_of
from graph.model import Event

_WORD = re.compile(r"\w+")
_PARTICLES = frozenset(("off", "up", "out", "in", "at", "by", "over", "down", "back"))
"""What belongs to a verb as likely as to a title: "call off" the "sign-off"."""
_GAP = 2
"""Small words that may stand between two words of a title: "tasting of the olive oil"."""
_STEM = 4
"""Letters, and half of all, that a word spelt in part has at the least: "negotiations" for "negotiation"; with more
letters than that it may be a smaller part: "retro" for "retrospective"."""
_LETTERS = 5
"""A shorter word has no typing errors that can be told from other words."""
_ALIKE = 0.85
"""How alike (difflib's ratio) two words are of which one is the other, mistyped."""
_REMEMBERED = 4096
"""Pairs of words."""
_LONGEST = 300
"""Characters. What is longer tells a story, and every word of it would be held against every title."""
_HALF = 0.5
"""Of what a title is made, which has to be said for it to be meant."""


@dataclass(frozen=True)
class Titled:
    """Where a title stands in an utterance, and the title: as it is, or what was said of it where several begin so.

    `is_whole`: every word of it was said.
    """

    span: tuple[int, int]
    title: str
    is_whole: bool = False


@dataclass(frozen=True)
class _Named:
    title: str
    span: tuple[int, int]
    share: float
    matched: frozenset[str]


def find(utterance: str, events: Sequence[Event]) -> Titled | None:
    """The one title that the words name; None where they name none, or where two are named apart from each other."""
    if len(utterance) > _LONGEST:
        return None
    titles = {folded(event.subject): event for event in events}
    worth = _worth(list(titles))
    words = [(folded(word[0]), word.span()) for word in _WORD.finditer(utterance)]
    named = [found for title, event in titles.items() if (found := _named(title, event, words, worth))]
    if not named:
        return None
    best = max(named, key=lambda each: (len(each.matched), each.share))
    same = [each for each in named if (len(each.matched), each.share) == (len(best.matched), best.share)]
    rivals = [each for each in same if each.span != best.span]
    if rivals:
        return None
    return Titled(best.span, best.title if len(same) == 1 else utterance[slice(*best.span)], best.share >= 1)


def holds(title: str, said: str) -> bool:
    """Whether every word that tells something of what was said stands in the title."""
    own = folded(title).split()
    telling = [word for word in folded(said).split() if not _is_small(word) and word not in GENERIC_WORDS]
    return all(_part(word, own) for word in telling)


def _worth(titles: Sequence[str]) -> Mapping[str, float]:
    """How much each word of the titles tells: the less, the more of them have it."""
    count: dict[str, int] = {}
    for title in titles:
        for word in set(title.split()):
            count[word] = count.get(word, 0) + 1
    return {
        word: (0.0 if _is_small(word) else (0.5 if word in GENERIC_WORDS else 1.0) / number)
        for word, number in count.items()
    }


def _is_small(word: str) -> bool:
    return word in EMPTY_WORDS | _PARTICLES or word.isdigit()


def _named(
    title: str, event: Event, words: Sequence[tuple[str, tuple[int, int]]], worth: Mapping[str, float]
) -> _Named | None:
    """Where the most of a title stands; None where it is not half of it, or nothing but a generic word."""
    own = title.split()
    whole = sum(worth[word] for word in set(own))
    places = {at: part for at, (word, _) in enumerate(words) if (part := _part(word, own)) and not _is_small(part)}
    best: _Named | None = None
    small = {at for at, (word, _) in enumerate(words) if word in own and _is_small(word)}
    for run in _runs(places, words, small):
        matched = frozenset(places[at] for at in run)
        share = sum(worth[word] for word in matched) / whole if whole else 0.0
        # "Yuki" alone is somebody, though there is an "Ana / Yuki".
        if len(run) == 1 < len(set(own)) and _is_of_another_name(run, words):
            continue
        telling = (
            matched - GENERIC_WORDS - names_of(event)
            or len(matched) == len([word for word in own if not _is_small(word)]) > 1
        )
        if telling and share >= _HALF and (best is None or share > best.share):
            last = next(at for at in range(run[-1], len(words)) if at + 1 not in small)
            best = _Named(event.subject, (words[run[0]][1][0], words[last][1][1]), share, matched)
    return best


def _is_of_another_name(run: Sequence[int], words: Sequence[tuple[str, tuple[int, int]]]) -> bool:
    """ "Town hall rehearsal" and "rehearsal dinner" are none of "Inspection rehearsal"; "Monday's rehearsal" may be."""
    before, behind = (words[at][0] if 0 <= at < len(words) else "" for at in (run[0] - 1, run[-1] + 1))
    # "The lease falls through" speaks of what there is.
    return _is_strange(before) or (before not in EMPTY_WORDS and _is_strange(behind))


def _is_strange(word: str) -> bool:
    return bool(word) and word not in EMPTY_WORDS | GENERIC_WORDS | _ordinary() and not word.isdigit()


@cache
def _ordinary() -> frozenset[str]:
    """Words that may stand before any title and are no part of one."""
    return words_of("en")["stop"] | (classes().keys() - strange())


def _runs(
    places: Mapping[int, str], words: Sequence[tuple[str, tuple[int, int]]], small: Collection[int]
) -> list[list[int]]:
    """The places in groups, between which nothing but a few small words stands; those at `small` are of the title.

    A word of the title that is said once more begins another group: "rename shoot prep to shoot prep and props".
    """
    runs: list[list[int]] = []
    for at in sorted(places):
        between = range(runs[-1][-1] + 1, at) if runs else ()
        is_again = bool(runs) and places[at] in [places[each] for each in runs[-1]]
        is_near = len(between) <= _GAP and all(words[each][0] in EMPTY_WORDS or each in small for each in between)
        if runs and is_near and not is_again:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _part(word: str, title: Sequence[str]) -> str:
    """The word of a title that is meant by `word`; empty where none is."""
    for own in title:
        if word == own or (len(word) > 2 and word in (f"{own}s", f"{own}es")) or f"{word}s" == own:
            return own
    return next((own for own in title if _is_nearly(word, own)), "")


@lru_cache(_REMEMBERED)
def _is_nearly(word: str, own: str) -> bool:
    """ "negotiations" for "negotiation", "planing" for "planning"; titles share their words."""
    shorter, longer = sorted((word, own), key=len)
    is_half = len(shorter) >= _STEM and 2 * len(shorter) >= len(longer)
    if (is_half or len(shorter) >= _LETTERS) and longer.startswith(shorter):
        return True
    if is_swapped(word, own):
        return True
    likeness = SequenceMatcher(None, word, own)
    return len(shorter) >= _LETTERS and likeness.real_quick_ratio() >= _ALIKE and likeness.ratio() >= _ALIKE


def is_swapped(word: str, own: str) -> bool:
    """ "bugdet" for "budget": two letters beside each other changed places, none of them the first."""
    if len(word) != len(own) or len(own) < _LETTERS:
        return False
    wrong = [at for at, (one, other) in enumerate(zip(word, own, strict=True)) if one != other]
    return len(wrong) == 2 and wrong[0] > 0 and wrong[1] == wrong[0] + 1 and sorted(word) == sorted(own)
