"""Whether a name that was said can stand for somebody's: spelling, short forms, what tells two people apart. Pure."""

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from importlib import resources

from graph.model import Person

CLOSE = 0.7
"""How alike two names must be (difflib's ratio) for one to be offered in place of the other."""
SPOKEN = 4
"""Letters from which the end of a given name is a name of its own."""
BEGINNING = 3
"""Letters from which the beginning of a given name is what somebody is called for short."""
TITLES = frozenset(
    (
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "doctor",
        "prof",
        "professor",
        "sir",
        "madam",
        "engr",
        "engnr",
        "barr",
        "alhaji",
        "alhaja",
        "hajia",
        "mallam",
        "rev",
        "pastor",
        "capt",
        "mme",
        "mlle",
        "senor",
        "senora",
        "sr",
        "sra",
        "herr",
        "frau",
        "shri",
        "smt",
        "pan",
        "pani",
    )
)
BARRED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
"""Letters that Unicode does not take apart, as those write them who lack the key."""


def folded(name: str) -> str:
    """A name without case, accents and punctuation."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    folded = plain.casefold().translate(BARRED)
    return " ".join("".join(letter if letter.isalnum() else " " for letter in folded).split())


def as_written(said: str, people: Sequence[Person]) -> str:
    """A name as those write it whom it may mean: "Kevin", however it was typed."""
    written = {folded(word): word for person in people for word in person.name.split()}
    return " ".join(written.get(folded(word), word) for word in said.split())


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
    short = [person for person in candidates if is_short_for(words, names[person.email])]
    called = [person for person in candidates if _is_called(words, person)]
    ended = [person for person in candidates if _ends_with(words, names[person.email])]
    matches = whole or fitting or begun or called or short or ended
    matches = [person for person in matches if person.email != me.email] or matches
    named = {person.email for person in just_named}
    return [person for person in matches if person.email in named] or matches


def _ends_with(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether a given name is said by its end, which many are called by: "Tunde" of Babatunde, "Bella" of Isabella."""
    given = words[0] if words else ""
    ends = len(given) >= SPOKEN and bool(name) and name[0].endswith(given)
    return ends and all(word in name[1:] for word in words[1:])


def names_of(everyone: Sequence[Person]) -> frozenset[str]:
    """Their names, whole and by each part, in lower case, with accents and as those write them who lack the key."""
    # Who is known by an address alone is not called as the company is.
    names = {" ".join(re.findall(r"[^\W\d_]{2,}", each.name.partition("@")[0].lower())) for each in everyone}
    names |= {folded(name) for name in names}
    return frozenset(names | {part for name in names for part in name.split()}) - {""}


def _is_called(words: Sequence[str], person: Person) -> bool:
    """Whether each word is one of somebody's name or of the beginning of their address, which is what they go by."""
    own = {*folded(person.name).split(), *folded(person.email.partition("@")[0]).split()}
    return bool(words) and own.issuperset(words)


def has_name(said: str, candidates: Sequence[Person]) -> bool:
    """Whether somebody is called exactly so, by the whole name or by whole words of it."""
    words = set(folded(untitled(said)).split())
    return bool(words) and any(words <= set(folded(person.name).split()) for person in candidates)


def untitled(said: str) -> str:
    """A name without what is put before it: "Dr. Kamau" is found as "Kamau"."""
    first, _, rest = said.partition(" ")
    return rest.strip() if rest.strip() and folded(first) in TITLES else said


def told_apart(hint: str, people: Sequence[Person]) -> Sequence[Person]:
    """Those of whom the hint is true: a department, a title, a place; all of them where it is true of nobody."""
    wanted = folded(hint).split()
    fitting = [person for person in people if wanted and all(_is_of(person, word) for word in wanted)]
    return fitting or people


def near(said: str, candidates: Sequence[Person]) -> Sequence[Person]:
    """People whose first, last or whole name is spelt nearly so, the nearest first."""
    wanted = folded(said)

    def likeness(person: Person) -> float:
        name = folded(person.name)
        return max(SequenceMatcher(None, wanted, part).ratio() for part in (name, *name.split()))

    alike = [(likeness(person), person) for person in candidates]
    return [person for score, person in sorted(alike, key=lambda each: -each[0]) if score >= CLOSE]


def is_short_for(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether "bob jones" can be said of "robert jones", or the other way round: the rest of the name as it is."""
    if not words or not name or name[0] not in variants(words[0]):
        return False
    return all(any(part.startswith(word) for part in name[1:]) for word in words[1:])


def called_so(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether somebody of that name goes by `words`: "bob" of Robert, "gill" of Gillian, "tunde" of Babatunde."""
    # "Wi" may begin any word; "wi henare" is one of that family.
    enough = bool(words) and (len(words[0]) >= BEGINNING or not set(name[1:]).isdisjoint(words[1:]))
    begins = enough and bool(name) and name[0].startswith(words[0])
    rest = begins and all(any(part.startswith(word) for part in name[1:]) for word in words[1:])
    return rest or is_short_for(words, name) or _ends_with(words, name)


def goes_by(said: str, name: str) -> bool:
    """Whether somebody of that name is meant by what was said: by words of it, or what they are called for short."""
    words, own = folded(said).split(), folded(name).split()
    return set(words) <= set(own) or called_so(words, own)


@cache
def variants(given: str) -> tuple[str, ...]:
    """The given names that a short form may stand for, and the short forms of a full one; folded, in order."""
    others = {full for fulls, shorts in _lexicon() if given in shorts for full in fulls}
    others |= {short for fulls, shorts in _lexicon() if given in fulls for short in shorts}
    return tuple(sorted(others - {given}))


@cache
def _lexicon() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    text = (resources.files("dialogs.people") / "nicknames.txt").read_text("utf-8")
    lines = (line.partition(":") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((frozenset(folded(fulls).split()), frozenset(folded(shorts).split())) for fulls, _, shorts in lines)


def _is_of(person: Person, word: str) -> bool:
    """Whether a word is one of somebody's name, title, department, office or company, or begins one: "engineer"."""
    about = folded(
        f"{person.name} {person.title} {person.department} {person.office} {person.email.partition('@')[2]}"
    ).split()
    stem = word[: max(4, len(word) - 3)]
    return any(part.startswith(word) or (len(word) > 5 and part.startswith(stem)) for part in about)
