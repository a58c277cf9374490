"""Colleagues whom a booking names where nobody was heard: they come if they are listed, or are told to stay out.

Ana: 30 min with Tom qua lead, Priya, Friday at 3
Bot: Meeting: Ana, Tom and Priya …
"""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from dialogs.asker import Asker
from dialogs.frame import Frame
from dialogs.people.names import folded, has_name
from dialogs.referents import grounding
from dialogs.turn import Reply
from dialogs.understand.understood import Intent, PersonMention, Understood
from graph.model import Person

_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\S")
_JOINTS: Final = frozenset((",", "and", "&", "+", "plus", "with"))
"""Behind these stands one more of a list."""
_OF_WORDS: Final = (
    "in",
    "at",
    "to",
    "for",
    "about",
    "re",
    "regarding",
    "on",
    "of",
    "from",
    "by",
    "the",
    "a",
    "an",
    "room",
    "our",
    "my",
    "called",
    "titled",
    "discuss",
    "review",
    "near",
    "via",
)
_OF: Final = frozenset((*_OF_WORDS, *"-–—(/#'\"“‘"))
"""Behind these a name is that of a place or of a title, and nobody who comes."""
_LABELS: Final = frozenset(
    ("re", "subject", "title", "topic", "agenda", "about", "where", "location", "place", "fw", "fwd")
)
"""Behind these and a colon stands what it is about, or where it is."""
_MOST: Final = 3
"""Words that are looked up in the directory."""
_SHORTEST: Final = 3
"""Letters of a name that is looked up."""


class LeftOver(NamedTuple):
    """Words that nothing was made of: those of a list, and others that are written as names are."""

    listed: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def words_of(utterance: str, said: Understood) -> LeftOver:
    """What may be names of the words that the reading of a booking left over. Pure."""
    guests = [each for each in (*said.people, *said.bare, *said.perhaps) if each.kind != "me"]
    if said.intent is not Intent.SCHEDULE or not guests or said.others:
        return LeftOver()
    heard = [f"{each.text} {each.hint} {each.email}" for each in guests]
    heard += [said.subject, said.purpose, said.location, said.note, said.noun, said.then, said.extras.agenda]
    heard += [when.text for when in said.when]
    known = set(folded(" ".join(heard)).split())
    tokens, listed, named = _TOKEN.findall(utterance), list[str](), list[str]()
    for at, token in enumerate(tokens):
        before = tokens[at - 1].lower() if at else ""
        is_new = token.isalpha() and len(token) >= _SHORTEST and folded(token) not in known
        if not is_new or before in _OF or grounding.is_common(token.lower()):
            continue
        if before in _JOINTS or (before == ":" and tokens[at - 2].lower() not in _LABELS):
            listed.append(_with_surname(tokens, at))
        elif token[0].isupper() and at and before != ":":
            named.append(token)
    return LeftOver(tuple(listed[:_MOST]), tuple(named[: _MOST - len(listed[:_MOST])]))


async def heard(utterance: str, said: Understood, asker: Asker) -> tuple[Understood, tuple[str, ...]]:
    """`said` with those of a list who are somebody's colleagues, and the names that stay out. Raises GraphError."""
    left = words_of(utterance, said)
    words = (*left.listed, *left.named)
    found = await asyncio.gather(*(grounding.called(word.partition(" ")[0].lower(), asker) for word in words))
    theirs = [name for word, people in zip(words, found, strict=True) if (name := _name_in(word, people))]
    listed = {word.partition(" ")[0] for word in left.listed}
    further = tuple(PersonMention(name, (0, 0)) for name in theirs if name.partition(" ")[0] in listed)
    return replace(said, people=(*said.people, *further)), tuple(word for word in theirs if word in left.named)


def _with_surname(tokens: Sequence[str], at: int) -> str:
    """A word of a list with the one behind it, which may belong to the name: "kevin o'brien", "hannah b"."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else ""
    joins = behind.lower() in (*_JOINTS, *_OF) or grounding.is_common(behind.lower())
    return f"{tokens[at]} {behind}" if behind[:1].isalpha() and not joins else tokens[at]


def _name_in(words: str, people: Sequence[Person]) -> str:
    """As much of the words as somebody is called; empty where nobody is."""
    first = words.partition(" ")[0]
    begins = any(folded(each.name).startswith(folded(words)) for each in people)
    return words if begins or has_name(words, people) else first if _is_called(first, people) else ""


async def names_somebody(words: str, asker: Asker) -> bool:
    """Whether one of the words is a colleague's name before it is a word of the language. Raises GraphError."""
    strange = [word for word in folded(words).split() if len(word) >= _SHORTEST and not grounding.is_common(word)]
    found = await asyncio.gather(*(grounding.called(word, asker) for word in strange[:_MOST]))
    return any(_is_called(word, people) for word, people in zip(strange, found, strict=False))


def _is_called(word: str, people: Sequence[Person]) -> bool:
    """Whether somebody has that name, or one that begins so: "Ben" of Benjamin."""
    return has_name(word, people) or any(folded(each.name).startswith(folded(word)) for each in people)


def told(names: tuple[str, ...], after: Frame, reply: Reply, asker: Asker) -> str:
    """A line on the card about those who stay out; empty where they come after all, or nothing is proposed."""
    if not names or after.booking is None or reply.card is None or reply.dialog != "book":
        return ""
    come = {word for guest in after.booking.guests for word in folded(guest.person.name).split()}
    come |= {*folded(asker.me.name).split(), *folded(after.booking.subject).split()}
    out = [name for name in names if folded(name) not in come]
    return asker.reader.say("left-out", names=asker.reader.names(out), first=out[0]) if out else ""
