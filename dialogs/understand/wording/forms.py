"""A booking that is written as a form, a line for each thing: "Who: Tom", "When: Monday 15 March 14:00"."""

import re
from typing import Final

_LONGEST: Final = 800
"""Characters. What is longer is a mail."""
_LABELS: Final = {
    "title": ("meeting", "title", "subject", "topic", "what", "event", "name", "re"),
    "who": ("who", "attendees", "participants", "with", "invitees", "people", "required", "guests", "invite"),
    "optional": ("optional", "optional attendees"),
    "when": ("when", "date", "day", "date and time", "date/time", "slot"),
    "time": ("time", "at", "start", "start time"),
    "length": ("how long", "duration", "length", "for"),
    "where": ("where", "location", "place", "room", "venue"),
    "agenda": ("agenda", "notes", "description"),
}
_FIELD_OF: Final = {label: field for field, labels in _LABELS.items() for label in labels}
_LINE: Final = re.compile(r"\s*+(?:[-*•]\s*+)?(?P<label>[A-Za-z][A-Za-z/ ]{1,19}+)[:=]\s*+(?P<value>\S.*+)")
_ONE_LINE: Final = re.compile(r"[.;,|]\s++(?=[A-Za-z][A-Za-z/ ]{1,19}+[:=]\s)")
"""What parts the fields of a form that is written on one line."""
_NEEDED: Final = {"who", "when"}
_SAID: Final = {
    "who": "book a meeting with {}",
    "when": "on {}",
    "time": "at {}",
    "length": "for {}",
    "where": "in {}",
    "title": 'called "{}"',
    "optional": ", {} optional",
    "agenda": ". Agenda: {}",
}
"""The fields in the order in which a sentence says them."""


def filled_in(utterance: str) -> str:
    """The same booking as a sentence, or `utterance` itself where it is no such form."""
    if len(utterance) > _LONGEST:
        return utterance
    lines = [line for line in _ONE_LINE.sub("\n", utterance).splitlines() if line.strip()]
    if len(lines) < len(_NEEDED):
        return utterance
    found = [match for line in lines if (match := _LINE.fullmatch(line)) and _field(match["label"])]
    fields = {_field(match["label"]): match["value"].rstrip(" .;,") for match in found}
    if not fields.keys() >= _NEEDED or len(found) < len(lines) - 1:
        return utterance
    return " ".join(words.format(fields[name]) for name, words in _SAID.items() if name in fields)


def _field(label: str) -> str:
    """What a label stands for; empty where it is none."""
    return _FIELD_OF.get(label.strip().lower(), "")
