"""What somebody types on a card for other people to read."""

from dialogs.turn import Json

LIMIT = 500
"""Characters, as the input of the card says too."""


def typed(data: Json) -> str:
    """The note typed beside a button; empty where there is none."""
    note = data.get("note")
    return trimmed(note) if isinstance(note, str) else ""


def trimmed(note: str) -> str:
    """A note as it is sent."""
    return note.strip()[:LIMIT]
