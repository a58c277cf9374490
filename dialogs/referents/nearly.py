"""Meetings that are called nearly so: but for one word, or for letters that were missed. Pure.

Only for what is shown before it is done.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher

from dialogs.people.names import folded
from dialogs.referents import titled, which
from dialogs.understand.understood import Understood
from graph.model import Event

LEAST_MISTYPED = 6
MISTYPED = 0.88
"""How alike (difflib's ratio) two words are of which one is the other, mistyped."""


def by_one_word(said: Understood, candidates: Sequence[Event]) -> tuple[Event, ...]:
    """Those called so but for one word, on the day that was said: "the UX critique on Wednesday"; initials are a word.

    Only for what is shown before it is done, and where all of them have one title.
    """
    words = which.title_words(said.subject) - which.GENERIC_WORDS - which.CASUAL_WORDS
    dated = bool(said.time.exact or said.time.slots)
    found = []
    for event in candidates:
        title = folded(event.subject).split()
        strange = [word for word in words if not (which.names_it(word, title) or _is_short_for(word, title))]
        # On no day that was said, initials alone may be anything's.
        enough = len(strange) < len(words) and len(strange) <= 1 if dated else not strange and len(words) >= which.PAIR
        if enough and which.fits(said, (), event):
            found.append(event)
    return tuple(found) if len({folded(event.subject) for event in found}) == 1 else ()


def mistyped(said: Understood, candidates: Sequence[Event]) -> tuple[Event, ...]:
    """Those called so but for letters that were missed: the "rehersal" is the rehearsal. Shown first."""
    words = which.title_words(said.subject) - which.GENERIC_WORDS - which.CASUAL_WORDS
    found = []
    for event in candidates:
        title = folded(event.subject).split()
        strange = [word for word in words if not which.names_it(word, title)]
        if strange and all(_is_slip_for(word, title) for word in strange) and which.fits(said, (), event):
            found.append(event)
    return tuple(found) if len({folded(event.subject) for event in found}) == 1 else ()


def _is_slip_for(word: str, title: Sequence[str]) -> bool:
    """Long words alone, as "preview" is no slip for "review"."""
    return any(
        titled.is_swapped(word, own)
        or (len(word) >= LEAST_MISTYPED and word[0] == own[0] and SequenceMatcher(None, word, own).ratio() >= MISTYPED)
        for own in title
    )


def _is_short_for(word: str, title: Sequence[str]) -> bool:
    """ "MA" of a medical assistant."""
    return len(word) >= which.PAIR and word in "".join(part[0] for part in title)
