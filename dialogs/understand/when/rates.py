"""Rates that belong to a name: "the monthly numbers", "annual leave", and the "weekly report" of one day."""

import re
from collections.abc import Sequence
from itertools import pairwise, permutations, takewhile

from dialogs.understand.when.surroundings import after, before
from dialogs.understand.when.tokens import Item
from dialogs.understand.when.values import Scene

_RARE = ("YEARLY", "MONTHLY/3")
_DATE = re.compile(r"\d+(?:st|nd|rd|th)|\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d{4}-\d\d-\d\d")


def names_something(scene: Scene, items: Sequence[Item], frequency: str) -> bool:
    """Whether the word belongs to a name: to what is met about, or to what is rarer than meetings usually are."""
    at = items[0].first
    behind = scene.words[at + 2 : at + 3]
    following = after(scene, items)
    if following in scene.sets["periodical"] and not any(word.isalpha() for word in behind):
        return True
    if not following.isalpha() or following in scene.sets["behind-rate"]:
        return False
    if following in scene.sets["rated"] or _opens_title(scene, items) or _is_once(scene, items, frequency):
        return True
    if before(scene, items) not in scene.sets["determiner"]:
        return False
    is_topic = at > 1 and scene.words[at - 2] in scene.sets["before-topic"]
    return is_topic or frequency in _RARE


def _opens_title(scene: Scene, items: Sequence[Item]) -> bool:
    """Whether what something is called, or about, begins here: "called", or a joint behind the hour of it."""
    joint, before_it = before(scene, items), scene.words[: max(0, items[0].first - 1)]
    is_timed = any(word[0].isdigit() for word in before_it)
    return joint in scene.sets["naming"] or (joint in scene.sets["before-title"] and is_timed)


def _is_once(scene: Scene, items: Sequence[Item], frequency: str) -> bool:
    """ "Weekly report with Tom on Friday": of a thing, or of what is rare, on one day; a weekly sync is a series."""
    if not _is_dated(scene):
        return False
    noun = _noun(scene, items)
    if frequency in _RARE:
        return bool(noun) and noun not in scene.sets["meetings"]
    return noun in scene.sets["periodical"] or noun in scene.sets["things"]


def _is_dated(scene: Scene) -> bool:
    """Whether one day is said, and nothing of how it goes on."""
    said = frozenset(scene.words)
    if said & scene.sets["going-on"]:
        return False
    pairs = (pair for both in pairwise(scene.words) for pair in permutations(both))
    in_month = any(one in scene.sets["months"] and other.isdigit() for one, other in pairs)
    return in_month or bool(said & scene.sets["one-day"]) or any(map(_DATE.fullmatch, said))


def _noun(scene: Scene, items: Sequence[Item]) -> str:
    """What comes so often: the last word of "daily bed count with Ana"."""
    stops = scene.sets["behind-rate"] | scene.sets["one-day"]
    words = takewhile(lambda word: word[:1].isalpha() and word not in stops, scene.words[items[-1].last :])
    return next(reversed([*words]), "")
