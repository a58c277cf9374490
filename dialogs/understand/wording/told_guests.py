"""Who comes to a booking, and how, told in clauses of its own: "and, if she has time, Ida", "minus Ana".

Each is taken out of the sentence and put behind it in the one way that is known: "…, Ida optional", "…, without Ana",
"…, with Bea". So neither a title nor another guest's name takes it up, wherever it stood. Pure.
"""

import re
from typing import Final

from dialogs.understand.lexicon.patterns import patterns

_LONGEST: Final = 400
"""Characters. What is longer tells a story."""
_MOST: Final = 4
"""Clauses of a kind."""
_OPTIONAL: Final = (
    "guest-wished-if",
    "guest-if-amid",
    "guest-optional-told",
    "guest-known-welcome",
    "guest-had-if",
    "guest-kept-posted",
    "guest-if-free",
    "guest-optional-lead",
    "guest-perhaps",
)
"""Ways to say that somebody may come and need not, the most telling first."""


def plainly(utterance: str) -> str:
    """The same with who may, must or must not come behind it; `utterance` itself where nobody is told so."""
    words = patterns()
    if len(utterance) > _LONGEST or not words["guests-told"].search(utterance):
        return utterance
    if words["guests-told-else"].match(utterance) or not words["books-guests"].search(utterance):
        return utterance
    rest, optional = utterance, list[str]()
    for name in _OPTIONAL:
        rest, who = _taken(rest, name)
        optional += who
    rest, musts = _taken(rest, "guest-must")
    rest, out = _taken(rest, "guest-left-out")
    if not (optional or musts or out):
        return utterance
    # A list that was closed by who is taken out is closed by who is left.
    rest = words["guests-left-over"].sub("", rest).strip(" ,;:.!?–-")
    told = (_all("with {}", musts), " and ".join(f"{who} optional" for who in optional), _all("without {}", out))
    return ", ".join(filter(None, (rest, *told)))


def _all(way: str, who: list[str]) -> str:
    return way.format(" and ".join(who)) if who else ""


def _taken(text: str, name: str) -> tuple[str, list[str]]:
    """`text` without the clauses of that kind, and whom they tell of."""
    who, words = list[str](), patterns()
    for _ in range(_MOST):
        if (found := words[name].search(text)) is None:
            break
        who += [each for each in words["guests-joint"].split(found["who"]) if each]
        text = _without(text, found)
    return text, who


def _without(text: str, found: re.Match[str]) -> str:
    """`text` without the clause, its parts kept apart where signs did it."""
    before, behind = text[: found.start()].rstrip(" ,;"), text[found.end() :].lstrip()
    if not before:
        return behind.lstrip(" ,.;:–-")
    if not behind or behind[0] in ",.;:!?)":
        return f"{before}{behind}"
    is_apart = text[found.start() : found.start() + 1] in tuple(",;") and not patterns()["guests-go-on"].match(behind)
    return f"{before}{', ' if is_apart else ' '}{behind}"
