"""What is said of a room: for how many, where, with what, another one, or none at all.

The words are a language's data: `languages/<language>.rooms.txt`. Which room of the directory is meant by its name is
decided by the dialog, who knows them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from dialogs.understand.lexicon.phrasebook import Pieces, entries
from dialogs.understand.lexicon.telltales import Row, Wary, index_of, wary
from dialogs.understand.understood import RoomSaid

_OPENING: Final = 400
"""Characters. A room is spoken of in the first sentence or two."""
_NUMBERS_OF_SEATS: Final = ("seats", "room-for", "somewhere-for", "far-for", "with-for")
_SAID: Final = ("room", "dropped", "floor", "largest", "bigger", "smaller", "other")
"""What tells that a room is spoken of, besides its seats and what it has."""
_TENS: Final = {"thirty": 30, "forty": 40, "fifty": 50, "hundred": 100}


@dataclass(frozen=True)
class _Language:
    patterns: Mapping[str, Wary]
    features: Mapping[str, Wary]
    row: Row
    """The features, in their order."""
    all: Row
    """All that may be said of a room."""
    lists: dict[str, tuple[str, ...]]


@cache
def _language(name: str = "en") -> _Language:
    """Pieces, and `@feature: pattern` for what a room may have, `=name: words` for a list."""
    pieces = Pieces(index_of(name))
    features: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    for head, body, _ in entries(f"{name}.rooms.txt"):
        if head.startswith("="):
            lists[head[1:]] = tuple(body.split())
        elif head.startswith("@"):
            features[head[1:]] = rf"\b(?:{pieces.filled(body)})\b"
        else:
            pieces.add(head, body)
    patterns, known = pieces.wary(), wary(features, pieces.index)
    every = Row([*(patterns[each] for each in (*_NUMBERS_OF_SEATS, *_SAID)), *known.values()], pieces.index)
    return _Language(patterns, known, Row(known.values(), pieces.index), every, lists)


def find(text: str) -> RoomSaid | None:
    """What `text` says of a room; None where it speaks of none."""
    words, low = _language().patterns, _low(text)
    if not _language().all.worth_a_try(low):
        return None
    is_room = bool(words["room"].search(low))
    seats, dropped = _seats(low), bool(words["dropped"].search(low))
    floor, size = _floor(low), _size(low)
    known, names = _language().row, tuple(_language().features)
    features = tuple(names[place] for place in known.worth_a_try(low) if known.patterns[place].search(low))
    is_other = bool(words["other"].search(low))
    if not (is_room or seats or floor is not None or features or size or dropped or is_other):
        return None
    return RoomSaid(
        is_room=is_room,
        seats=number(seats[2]) if seats else 0,
        floor=floor,
        features=features,
        size=size,
        is_largest=bool(words["largest"].search(low)),
        other=is_other,
        dropped=dropped,
        is_new=bool(words["new"].search(low)),
        asks=bool(words["asks"].search(low)),
    )


def words(name: str) -> frozenset[str]:
    """A list of words: generic (of rooms), plain (of wishes), built (of buildings), before (a room's name)."""
    return frozenset(_language().lists[name])


def booked(text: str) -> str:
    """The word behind a verb of booking, which may be the name of a room; empty for none."""
    found = _language().patterns["booked"].search(_low(text))
    return found["name"] if found else ""


def booked_beside(text: str) -> str:
    """What is booked together with something else, which may be a room: "book Gangway and half an hour with Tom"."""
    found = _language().patterns["booked-beside"].search(_low(text))
    return found["name"] if found else ""


def named_last(text: str) -> tuple[str, ...]:
    """What closes a sentence behind a comma, which may be a room: "…, Monday at 12, Gangway. Call it lunch"."""
    return tuple(found["name"] for found in _language().patterns["named-last"].finditer(_low(text)))


def is_kind(word: str) -> bool:
    """Whether a word tells what kind of room it is: "training"."""
    return bool(_language().patterns["kind"].fullmatch(word))


def is_feature(text: str) -> bool:
    """Whether these words are but something that a room has: "with whiteboard" speaks of no person."""
    low = _low(text)
    return any(pattern.fullmatch(low) for pattern in _language().features.values())


def without_seats(text: str) -> str:
    """`text` with the number of seats blanked, so that "a room for 6" is no time; as long as it was.

    So is the number by which one of several goes: "Workshop 2".
    """
    seats = _seats(_low(text))
    for found in _language().patterns["numbered"].finditer(_low(text)):
        start, end = found.span("n")
        text = text[:start] + " " * (end - start) + text[end:]
    return text if seats is None else text[: seats[0]] + " " * (seats[1] - seats[0]) + text[seats[1] :]


def _low(text: str) -> str:
    low = text.lower().replace("’", "'")
    return low[:_OPENING] if len(low) == len(text) else text[:_OPENING]


def _seats(low: str) -> tuple[int, int, str] | None:
    """Where the number of people stands, with the words around it, and the number as said."""
    words = _language().patterns
    for name in _NUMBERS_OF_SEATS:
        if found := words[name].search(low):
            said = next(number for group, number in found.groupdict().items() if group != "all" and number)
            return (found.start("all"), found.end("all"), said) if number(said) else None
    return None


def number(said: str) -> int:
    if said.isdigit():
        return int(said)
    numbers = _language().lists["numbers"]
    return numbers.index(said) + 1 if said in numbers else _TENS.get(said, 0)


def _floor(low: str) -> int | None:
    found = _language().patterns["floor"].search(low)
    if found is None:
        return None
    said = found["before"] or found["behind"]
    digits = re.sub(r"\D", "", said)
    if digits:
        return int(digits)
    ordinals = _language().lists["ordinals"]
    return ordinals.index(said) if said in ordinals else number(said)


def _size(low: str) -> str:
    words = _language().patterns
    return next((name for name in ("bigger", "smaller") if words[name].search(low)), "")
