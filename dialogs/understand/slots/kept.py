"""Who is to stay after all: "drop Walt. Actually no, keep him, drop Linh" takes Linh off, and nobody else.

The words that take a removal back are cut out, so that they name no event and nobody else, and whoever they mean is
taken out of what the rest says. So are meetings: "cancel the retro and the sync. No wait, keep the retro". Pure.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Role, Understood

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_PRONOUNS: Final = frozenset(("him", "her", "them", "both"))
_OF_GUESTS: Final = frozenset((Intent.REMOVE_ATTENDEE, Intent.ADD_ATTENDEE))
_OF_EVENTS: Final = frozenset((Intent.CANCEL, Intent.DECLINE))
_NOTHING: Final = Understood(Intent.CANCEL_DIALOG, 1.0)


@dataclass(frozen=True)
class _Kept:
    """Who is to stay, and where that begins to be said."""

    who: str
    at: int


def kept(utterance: str, understood: Callable[[str], Understood]) -> Understood | None:
    """What is left once removals are taken back; None where none is. `understood` reads an utterance."""
    if len(utterance) > _LONGEST or not patterns()["keeps-who"].search(utterance):
        return None
    rest, taken_back = _cut(utterance)
    if not taken_back:
        return None
    said = understood(rest)
    if said.intent in _OF_EVENTS:
        return _events_left(said, taken_back)
    if said.intent not in _OF_GUESTS:
        return None
    names = {name for each in taken_back for name in _meant(each, said, utterance)}
    stays = [left for each in (replace(said, also=()), *said.also) if (left := _left(each, names))]
    if not stays:
        return _NOTHING
    first, *others = stays
    # Whose event it is, the first change tells.
    return replace(first, event=first.event or said.event, also=tuple(others), then=said.then, unheard=said.unheard)


def _cut(utterance: str) -> tuple[str, Sequence[_Kept]]:
    """The utterance without the words that take back a removal that stands before them."""
    words, rest, at, found = patterns(), "", 0, list[_Kept]()
    for each in words["keeps-who"].finditer(utterance):
        before, who = utterance[: each.start()], each["who"].lower()
        removals = list(words["takes-off"].finditer(before))
        named = any(_names(name, before) for name in words["name-joint"].split(who))
        # "But keep Tom", who was not to go, asks for nothing; nor does "and keep the room".
        idle = each["who"][:1].isupper() or words["kept-thing"].fullmatch(who) is not None
        is_said = who in _PRONOUNS or named or idle
        if not removals or not is_said:
            continue
        found.append(_Kept(who, each.start()))
        rest += f"{words['slip-lead'].sub('', utterance[at : each.start()])}. "
        joint = words["goes-on"].match(utterance, each.end())
        at = joint.end() if joint else each.end()
    return (rest + utterance[at:]).strip(" ,"), found


def _names(name: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE))


def _meant(kept_one: _Kept, said: Understood, utterance: str) -> list[str]:
    """Which of those that were taken off before are to stay."""
    gone = [who.text.lower() for each in (said, *said.also) for who in each.people if who.role is Role.WITHOUT]
    before = [name for name in gone if _names(name, utterance[: kept_one.at])]
    if kept_one.who in _PRONOUNS:
        return before if kept_one.who in ("both", "them") else before[-1:]
    named = {each.strip() for each in patterns()["name-joint"].split(kept_one.who)}
    return [name for name in before if name in named]


def _left(said: Understood, names: set[str]) -> Understood | None:
    """One change without them; None where nothing is left of it."""
    people = tuple(each for each in said.people if each.role is not Role.WITHOUT or each.text.lower() not in names)
    if people == said.people:
        return said
    if not people:
        return None
    # Who was to come in their place comes besides.
    is_swap = said.facet == "swap" and all(each.role is not Role.WITHOUT for each in people)
    return replace(said, people=people, facet="" if is_swap else said.facet)


def _events_left(said: Understood, taken_back: Sequence[_Kept]) -> Understood | None:
    """Those of several meetings that are not to stay."""
    names = {patterns()["article"].sub("", each.who) for each in taken_back}
    every = (replace(said, others=()), *(replace(each, intent=said.intent) for each in said.others))
    left = [each for each in every if each.subject.lower() not in names]
    if len(left) == len(every):
        return None
    if not left:
        return _NOTHING
    first, *others = left
    whole = replace(said, subject=first.subject, people=first.people, perhaps=first.perhaps, noun=first.noun)
    return replace(whole, others=tuple(others), scope=said.scope if others else "")
