"""Whom the speaker means: names, addresses, roles and mentions become people of the directory.

Two people with the name that was said are always told apart by asking, unless the conversation has just named one.
"""

import asyncio
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

from dialogs.asker import Asker
from dialogs.frame import Guest, Unresolved
from dialogs.understand.understood import PersonMention, Role
from graph import people
from graph.errors import NotFound
from graph.model import Person

CLOSE = 0.7
"""How alike two names must be (difflib's ratio) for one to be offered in place of the other."""
SHOWN = 6
BARRED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
"""Letters that Unicode does not take apart, as those write them who lack the key."""


async def resolve(
    mentions: Sequence[PersonMention], asker: Asker, just_named: Sequence[Person]
) -> tuple[tuple[Guest, ...], tuple[Unresolved, ...]]:
    """Who is meant, in the order said, and who is not clear. Raises GraphError."""
    others = [mention for mention in mentions if mention.kind != "me"]
    found = await asyncio.gather(*(_candidates(mention, asker, just_named) for mention in others))
    guests: dict[str, Guest] = {}
    unresolved = []
    for mention, (certain, candidates) in zip(others, found, strict=True):
        settled = certain or mention.kind == "pronoun"
        chosen = candidates if settled else meant(mention.text, candidates, asker.me, just_named)
        neighbours = () if chosen or mention.kind == "pronoun" else await _neighbours(mention.text, asker)
        # The directory's own search may tell "ines" from "Inês".
        chosen = chosen or meant(mention.text, neighbours, asker.me, just_named)
        if certain or len(chosen) == 1:
            guests |= {person.email.lower(): Guest(person, mention.role) for person in chosen}
        else:
            close = chosen or near(mention.text, neighbours)
            unresolved.append(Unresolved(mention.text, mention.role, tuple(close[:SHOWN]), ambiguous=bool(chosen)))
    guests.pop(asker.me.email.lower(), None)
    return tuple(guests.values()), tuple(unresolved)


def meant(said: str, candidates: Sequence[Person], me: Person, just_named: Sequence[Person]) -> Sequence[Person]:
    """Those whom a name can stand for, the closest kind of match alone; one whom the conversation has just named wins.

    The speaker does not mean themselves while somebody else fits.
    """
    words = folded(said).split()
    names = {person.email: folded(person.name).split() for person in candidates}
    whole = [person for person in candidates if names[person.email] == words]
    fitting = [person for person in candidates if words and all(word in names[person.email] for word in words)]
    begun = [
        person
        for person in candidates
        if words and all(any(part.startswith(word) for part in names[person.email]) for word in words)
    ]
    matches = whole or fitting or begun
    matches = [person for person in matches if person.email != me.email] or matches
    named = {person.email for person in just_named}
    return [person for person in matches if person.email in named] or matches


def near(said: str, candidates: Sequence[Person]) -> Sequence[Person]:
    """People whose first, last or whole name is spelt nearly so, the nearest first."""
    wanted = folded(said)

    def likeness(person: Person) -> float:
        name = folded(person.name)
        return max(SequenceMatcher(None, wanted, part).ratio() for part in (name, *name.split()))

    alike = [(likeness(person), person) for person in candidates]
    return [person for score, person in sorted(alike, key=lambda each: -each[0]) if score >= CLOSE]


def folded(name: str) -> str:
    """A name without case, accents and punctuation."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    folded = plain.casefold().translate(BARRED)
    return " ".join("".join(letter if letter.isalnum() else " " for letter in folded).split())


async def _candidates(
    mention: PersonMention, asker: Asker, just_named: Sequence[Person]
) -> tuple[bool, Sequence[Person]]:
    """Whether these people are certainly meant, all of them, and who they are."""
    if mention.kind == "pronoun":
        return len(just_named) == 1, just_named
    if mention.role is Role.WITHOUT and (known := meant(mention.text, just_named, asker.me, ())):
        return len(known) == 1, known
    mentioned = next((each for each in asker.turn.mentions if folded(each.name) == folded(mention.text)), None)
    if mentioned and mentioned.id:
        return True, [await people.get_user(asker.graph, mentioned.id)]
    if mention.kind == "email":
        return True, [await _at(mention.email or mention.text, asker)]
    if mention.kind == "manager":
        manager = await people.manager(asker.graph)
        return manager is not None, [manager] if manager else []
    if mention.kind == "reports":
        reports = await people.direct_reports(asker.graph)
        return bool(reports), reports
    return False, await people.search_users(asker.graph, mention.text)


async def _at(address: str, asker: Asker) -> Person:
    try:
        return await people.get_user(asker.graph, address)
    except NotFound:
        return Person(name=address, email=address)


async def _neighbours(said: str, asker: Asker) -> Sequence[Person]:
    """Everyone with a name that begins as this one does."""
    beginning = folded(said)[:2]
    return await people.search_users(asker.graph, beginning) if beginning else ()
