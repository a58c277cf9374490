"""Who may be named without a "with": "book Lucy friday 9", "Theatre team and Ana tomorrow at 3, handover".

No word tells them from "book dentist friday": only the directory knows, so that they are told as what may be names.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.slots import people, rooms
from dialogs.understand.understood import PersonMention, Role, When

_FOR = re.compile(r"(?:for|with|between) (?=[^\W\d])", re.IGNORECASE)
_OUT = re.compile(r",?\s(?:but\s)?(?:not|except|minus)\s", re.IGNORECASE)
_LEADING = re.compile(r"(?:an? |the )?(?:meeting|mtg|call|chat|sync|catch-?up) (?=[^\W\d])", re.IGNORECASE)
"""A word for what is booked, which is none of the name behind it: "meeting ngozi"."""
_PRONOUNS = frozenset(("him", "her", "them"))
_SOMEBODY = ("whoever ", "someone ", "somebody ", "anyone ")
"""Who is told of so is to come, though no directory has the name."""
_MOST_NAMES = 6
_MOST_WORDS = 3
"""Of one name, or of what tells it apart."""
_MOST_BESIDE = 2
"""Words of one that stands before "with"."""


def find(text: str, when: Sequence[When]) -> tuple[PersonMention, ...]:
    """Those who are listed behind the verb, or open the utterance: of the kind "bare", or "my manager" and the like.

    None where one of the names is too long to be one.
    """
    shown = list(text.lower().replace("’", "'"))
    if len(shown) != len(text):
        return ()
    for one in when:
        shown[one.span[0] : one.span[1]] = "|" * (one.span[1] - one.span[0])
    masked, words = "".join(shown), patterns()
    found = words["booked-who"].search(masked) or words["listed-who"].match(masked)
    found = found or words["opening-who"].match(masked) or words["behind-when"].match(masked)
    return _listed(text, *found.span("x")) if found else ()


def _listed(text: str, start: int, end: int) -> tuple[PersonMention, ...]:
    out: list[PersonMention] = []
    at = start
    if but := _OUT.search(text, start, end):
        inside = _listed(text, start, but.start())
        outside = _listed(text, but.end(), end)
        return (*inside, *(replace(each, role=Role.WITHOUT) for each in outside)) if inside and outside else ()
    for part in patterns()["booked-joint"].split(text[start:end]):
        begins = text.index(part, at)
        at = begins + len(part)
        if not part or any(len(words.split()) > _MOST_WORDS + 1 for words in _with_addition(part)):
            return ()
        out.append(_one(text, begins, at))
    return tuple(out) if len(out) <= _MOST_NAMES else ()


def _with_addition(part: str) -> tuple[str, str]:
    """A name, and what tells it apart."""
    found = patterns()["booked-addition"].fullmatch(part)
    return (found["name"], found["beside"] or found["hint"]) if found else (part, "")


def _one(text: str, start: int, end: int) -> PersonMention:
    related = people.only(text, (start, end), Role.REQUIRED)
    if len(related) == 1 and related[0].kind != "name":
        return related[0]
    if led := _FOR.match(text, start, end):
        start = led.end()
    if lead := _LEADING.match(text, start, end):
        start = lead.end()
    plain, hint = _with_addition(text[start:end])
    if hint:
        role = Role.OPTIONAL if hint.lower().startswith("optional") else Role.REQUIRED
        hint = "" if role is Role.OPTIONAL else hint
        return replace(_one(text, start, start + len(plain)), span=(start, end), role=role, hint=hint)
    if plain.lower() in _PRONOUNS:
        return PersonMention(plain.lower(), (start, end), kind="pronoun")
    if plain.lower().startswith("the "):
        start, plain = start + 4, plain[4:]
    is_somebody = plain.lower().startswith(_SOMEBODY) or _is_with(text, start, plain)
    return PersonMention(plain, (start, end), kind="name" if is_somebody else "bare")


def _is_with(text: str, start: int, plain: str) -> bool:
    """Whether a word stands right behind "with", so that it is somebody's, whoever that is: "20 min w weiling"."""
    led = patterns()["led-with"].search(text[:start])
    return bool(led) and plain.isalpha() and not rooms.is_feature(plain)


def may_be_named(words: str) -> bool:
    """Whether the words are capitalized as a name, and name no kind of event."""
    low, each = words.lower(), words.split()
    is_event = patterns()["event-head"].search(low) or patterns()["only-generic"].match(low)
    return len(each) <= _MOST_BESIDE and all(word[0].isupper() for word in each) and not is_event
