"""Groups by their bare display name, where no rule of the language tells it from what a meeting is about.

Nkechi: set up an hour for Soft FM next Tuesday at 1pm called Spring uniforms
Bot: Spring uniforms … Soft FM (7 people: …)                                                      [Book]
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from dialogs.asker import Asker
from dialogs.people.circles import groups_alike
from dialogs.people.names import folded
from dialogs.understand import Context, understand
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.slots.naming import Token, cut, words_of
from dialogs.understand.understood import Intent, Understood
from graph.errors import NotAllowed

_GATHERING: Final = frozenset((Intent.SCHEDULE, Intent.CHECK_AVAILABILITY, Intent.OUT_OF_SCOPE))
"""What may be done for those who are named: "set up an hour for Soft FM"."""
_INVITING: Final = frozenset((Intent.ADD_ATTENDEE, Intent.REMOVE_ATTENDEE, Intent.AMEND, Intent.UPDATE, Intent.CANCEL))
_LONGEST: Final = 5
"""Words of a group's name."""
_MOST: Final = 3
"""Places of an utterance that are looked up."""


@dataclass(frozen=True)
class Place:
    """Where a group may be named: the words from `start` on. `leads`: "the" stands before them already."""

    tokens: tuple[Token, ...]
    start: int
    led: bool


async def heard(utterance: str, said: Understood, asker: Asker, context: Context) -> tuple[str, Understood]:
    """The words and what they ask for, with the groups of the directory that stand where people are named as teams.

    As they were where there is none, or where groups may not be read. Raises GraphError.
    """
    found = await _spans(_places(utterance, said), asker)
    plain = utterance
    for start, end, led in sorted(found, reverse=True):
        plain = f"{plain[:start]}{'' if led else 'the '}{_as_a_team(plain[start:end])}{plain[end:]}"
    if plain == utterance:
        return utterance, said
    return plain, replace(understand(plain, context), ticket=said.ticket)


def _places(utterance: str, said: Understood) -> Sequence[Place]:
    if said.intent not in _GATHERING | _INVITING:
        return ()
    letters = bytearray(len(utterance))
    for when in said.when:
        # The spans are those of the words as they were put to be read.
        at = max(utterance.find(when.text), 0)
        letters[at : at + len(when.text)] = b"\1" * len(when.text)
    tokens, stop = cut(utterance, 0, letters), words_of("en")["stop"]
    known = [each.text.lower() for each in (*said.people, *said.perhaps)]
    places = []
    for lead in patterns()["group-led"].finditer(utterance):
        if lead["for"] and (said.intent in _INVITING or known):
            # "An hour with Tom for Platform" is about it.
            continue
        behind = tuple(each for each in tokens if each.start >= lead.end())[: _LONGEST + 1]
        named = takewhile(lambda each: each.low.isalpha() and each.low not in stop, behind)
        name = " ".join(each.low for each in named)
        # One name that was heard as a whole is looked up by whoever looks up names.
        if name and name not in known:
            places.append(Place(behind, lead.end(), bool(lead["the"])))
    return places[:_MOST]


async def _spans(places: Sequence[Place], asker: Asker) -> Sequence[tuple[int, int, bool]]:
    """From where to where groups are named, and whether behind an article. Raises GraphError."""
    try:
        found = await asyncio.gather(*(groups_alike([each.tokens[0].text], asker) for each in places))
    except NotAllowed:
        return ()
    spans = []
    for place, listed in zip(places, found, strict=True):
        names = {folded(group.name) for group in listed}
        whole = [*takewhile(lambda each: each.low != "|" and each.low not in ",.;:!?()", place.tokens)]
        ends = [end for end in range(len(whole), 0, -1) if _reads(whole[:end]) in names]
        if ends and _ends_there(place.tokens[ends[0] :]):
            spans.append((place.start, place.tokens[ends[0] - 1].end, place.led))
    return spans


def _reads(tokens: Sequence[Token]) -> str:
    return folded(" ".join(each.text for each in tokens))


def _ends_there(behind: Sequence[Token]) -> bool:
    """Whether nothing stands behind a name that makes it part of another: "the Soft FM stand-up"."""
    words = words_of("en")
    return not behind or not behind[0].low[:1].isalpha() or behind[0].low in words["joins"] | words["behind-group"]


def _as_a_team(name: str) -> str:
    """A name as a team is spoken of: "Soft FM team", and "Estates team" as it is."""
    return name if folded(name).split()[-1] in words_of("en")["team"] else f"{name} team"
