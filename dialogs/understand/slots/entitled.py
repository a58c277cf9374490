"""What stands in a title says nothing of the meeting: one called "Moving online" may be held anywhere."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Kind, Understood

_NAMING: Final = frozenset((Intent.SCHEDULE, Intent.AMEND, Intent.UPDATE))
"""What may tell a title."""
_QUOTES: Final = '"“”«»'
_MISTAKEN: Final = frozenset((Intent.UPDATE, Intent.RESCHEDULE, Intent.OUT_OF_SCOPE))
"""What a booking is taken for whose title is told behind it."""


def without_way(utterance: str, said: Understood) -> Understood:
    """`said` with the way of meeting as the words beside its title tell it."""
    if said.online is None or not said.subject or said.intent not in _NAMING:
        return said
    words, title = patterns(), said.subject.lower()
    at = utterance.lower().find(title)
    if at < 0 or not (words["online"].search(title) or words["in-person"].search(title)):
        return said
    rest = f"{utterance[:at]}|{utterance[at + len(title) :]}"
    online = False if words["in-person"].search(rest) else True if words["online"].search(rest) else None
    return said if online is said.online else replace(said, online=online)


def without_remark(utterance: str, said: Understood) -> Understood:
    """A booking whose title goes on with what somebody thinks of it, without that; what stands in quotes is kept."""
    found = patterns()["title-remark"].search(said.subject) if said.intent is Intent.SCHEDULE else None
    if found is None or not said.subject[: found.start()].strip() or any(mark in utterance for mark in _QUOTES):
        return said
    return replace(said, subject=said.subject[: found.start()].rstrip(" ,;–-"))


def read_apart(utterance: str, said: Understood, read: Callable[[str], Understood]) -> Understood:
    """A booking whose title is in quotes and reads like something to be done, read with a plain word in its place.

    `said` is what was read so far, which holds where it has the title, or where nothing like it is said.
    """
    words = patterns()
    if told := _told(utterance, said, read):
        return told
    found = words["quoted-booked"].match(utterance)
    if found is None or (said.intent is Intent.SCHEDULE and said.subject.lower() == found["title"].lower()):
        return said
    title = found["title"]
    if not (words["quoted-acts"].match(title) or words["online"].search(title) or words["in-person"].search(title)):
        return said
    stands_in = f"Q{'u' * (len(title) - 1)}"
    apart = read(f"{utterance[: found.start('title')]}{stands_in}{utterance[found.end('title') :]}")
    if apart.intent is not Intent.SCHEDULE or apart.subject != stands_in:
        return said
    bare = tuple(each for each in apart.bare if stands_in not in each.text)
    return replace(apart, subject=title, bare=bare, purpose="", certain=False)


def _told(utterance: str, said: Understood, read: Callable[[str], Understood]) -> Understood | None:
    """A booking whose title is told as such, "… - title Nightly build": in it is neither a rule nor a time.

    None where nothing that tells a time stands in it and a booking was read anyway, or none is left without it.
    """
    words = patterns()
    for name in ("titled-behind", "titled-amid"):
        found = words[name].fullmatch(utterance)
        if found is None or not (said.intent in _MISTAKEN or words["title-of-time"].search(found["title"])):
            continue
        title = found["title"].strip(" \"'“”")
        if said.intent is Intent.SCHEDULE and said.subject.lower() == title.lower() and not said.time.rrule:
            return None
        apart = read(f"{found['front']}{found['rest']}")
        if apart.intent is Intent.SCHEDULE and not apart.event and _is_dated(apart):
            return replace(apart, subject=title, purpose="", certain=False)
    return None


def _is_dated(said: Understood) -> bool:
    """Whether it tells when, and not only how long: tomorrow is no part of "an hour called Design review tomorrow"."""
    return any(each.kind is not Kind.DURATION for each in said.when)
