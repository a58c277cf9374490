"""What somebody types on a card for other people to read."""

from collections.abc import Sequence
from typing import Final

from dialogs.people.names import goes_by
from dialogs.turn import Json
from dialogs.understand.lexicon.patterns import patterns
from graph.model import Event

LIMIT = 500
"""Characters, as the input of the card says too."""
GROUPS: Final = frozenset(("team", "group", "others", "rest"))
"""Words behind "tell" that are nobody's name."""


def typed(data: Json) -> str:
    """The note typed beside a button; empty where there is none."""
    note = data.get("note")
    return trimmed(note) if isinstance(note, str) else ""


def trimmed(note: str) -> str:
    """A note as it is sent."""
    return note.strip()[:LIMIT]


def meant_for(events: Sequence[Event], utterance: str) -> frozenset[str]:
    """The ids of those of several events whose organizer alone is told by name: "accept both and tell Mia I am late".

    Empty: the note is for all of them.
    """
    found = patterns()["tells-somebody"].search(utterance)
    theirs = {event.id for event in events if found and goes_by(found["who"], event.organizer.name)}
    return frozenset(theirs) if len(theirs) < len(events) else frozenset()


def not_theirs(note: str, event: Event, utterance: str) -> str:
    """The request that tells a note of a cancellation to whom it is meant for, where they do not come; else empty.

    "Cancel the tender and tell Patrick we'll look at it on Friday": nobody but Patrick is told that.
    """
    found = patterns()["tells-somebody"].search(utterance) if note else None
    coming = (event.organizer.name, *(each.name for each in event.attendees))
    if found is None or found["who"].lower() in GROUPS or any(goes_by(found["who"], name) for name in coming):
        return ""
    return f"tell {found['who']} that {found['told'].strip(' .!')}"
