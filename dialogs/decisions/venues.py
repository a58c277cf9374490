"""Which rooms suit a meeting: what was said of the room, matched with those of the directory. Pure.

A room is as near as its building or city is to where people sit; of those as near, the smallest that is large enough
comes first, so that large rooms stay free for many.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from dialogs.frame import RoomWish
from dialogs.people.names import folded
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.slots import rooms as said_of_rooms
from dialogs.understand.understood import Intent, RoomSaid
from graph.places import Room

SPELT_SO = 0.75
"""How alike two names must be (difflib's ratio) for a place to be taken for a room."""
SURELY = 0.85
"""The same where it may as well be the subject of an event."""
WORTH = {
    "display": frozenset(("display", "projector", "screen", "tv", "beamer", "monitor")),
    "video": frozenset(("video", "vc", "camera", "teams")),
    "audio": frozenset(("audio", "phone", "speakerphone", "microphone")),
}
"""Tags that say the same as a device."""
ALWAYS_TOLD = frozenset((*WORTH, "accessible", "whiteboard"))
"""What a directory tells of its rooms; anything else it tells where it tags any of them so."""


def wished(before: RoomWish | None, said: RoomSaid | None, utterance: str, rooms: Sequence[Room]) -> RoomWish:
    """The wish with everything new in it; a later value replaces an earlier one."""
    wish = before or RoomWish()
    if said:
        told = [feature for feature in said.features if feature not in untold(said, rooms)]
        wish = replace(
            wish,
            seats=said.seats or wish.seats,
            is_largest=said.is_largest or wish.is_largest,
            floor=wish.floor if said.floor is None else said.floor,
            features=tuple(dict.fromkeys((*wish.features, *told, *tags_in(utterance, rooms)))),
        )
    return replace(wish, buildings=buildings_in(utterance, rooms) or wish.buildings)


def untold(said: RoomSaid | None, rooms: Sequence[Room]) -> tuple[str, ...]:
    """What is wished for and told of no room at all: quiet, daylight. It tells none of them from the others."""
    wished = said.features if said else ()
    return tuple(name for name in wished if name not in ALWAYS_TOLD and not any(has(room, name) for room in rooms))


def turned_down(wish: RoomWish, shown: Sequence[Room], size: str = "") -> RoomWish:
    """The wish once another room than those `shown` is asked for; `size` is bigger, smaller or not said."""
    seats = [room.capacity or 0 for room in shown]
    passed = tuple(dict.fromkeys((*wish.passed, *(room.email for room in shown))))
    return replace(
        wish,
        named=(),
        passed=passed,
        above=max(seats, default=0) if size == "bigger" else wish.above,
        below=min(seats, default=0) if size == "smaller" else wish.below,
    )


def suiting(rooms: Iterable[Room], wish: RoomWish, people: int, offices: Sequence[str]) -> tuple[Room, ...]:
    """Rooms that have all that is wished for `people`, the best first. `offices` are where those people sit."""
    fitting = [room for room in rooms if room.email and not misses(room, wish, people) and is_open(room, wish)]
    largest_first = -1 if wish.is_largest else 1
    return tuple(
        sorted(fitting, key=lambda room: (-_near(room, offices), largest_first * (room.capacity or 0), room.name))
    )


def at_hand(rooms: Sequence[Room], offices: Sequence[str]) -> tuple[Room, ...]:
    """Those where any of the people sit; all of them where none is there."""
    return tuple(room for room in rooms if _near(room, offices)) or tuple(rooms)


def nearly(rooms: Sequence[Room], wish: RoomWish, people: int, offices: Sequence[str]) -> tuple[Room, ...]:
    """Rooms that lack something of it, those that lack least first. Who needs a step-free room is offered no other."""
    short = [room for room in rooms if room.email and is_open(room, replace(wish, named=()))]
    short = [room for room in short if misses(room, wish, people)]
    short = [room for room in short if "accessible" not in misses(room, wish, people)]

    size = max((room.capacity or 0 for room in rooms if room.email in wish.named), default=0)

    def order(room: Room) -> tuple[int, int, int, int, str]:
        seats = room.capacity or 0
        lacking = max(0, max(wish.seats, people) - seats)
        lacks = len(misses(room, replace(wish, named=()), people))
        return lacks, lacking, -_near(room, offices), abs(seats - size), room.name

    return tuple(sorted(short, key=order))


def is_open(room: Room, wish: RoomWish) -> bool:
    """Whether it may be proposed at all: not turned down, and not kept for others unless called by name."""
    return room.email not in wish.passed and (room.booking_type == "standard" or room.email in wish.named)


def misses(room: Room, wish: RoomWish, people: int) -> tuple[str, ...]:
    """What a room lacks of a wish: seats, size, building, floor, name or a feature. A room called by name suits."""
    if wish.named:
        return () if room.email in wish.named else ("name",)
    seats = room.capacity or 0
    lacks = [
        ("seats", seats < max(wish.seats, people)),
        ("size", seats <= wish.above or bool(wish.below and seats >= wish.below)),
        ("building", bool(wish.buildings) and room.building not in wish.buildings),
        ("floor", wish.floor is not None and room.floor != wish.floor),
        *((feature, not has(room, feature)) for feature in wish.features),
    ]
    return tuple(name for name, is_so in lacks if is_so)


def has(room: Room, feature: str) -> bool:
    """Whether a room is said to have it; what is not said of a room it lacks."""
    if feature == "accessible":
        return room.is_wheelchair_accessible
    device = {"display": room.display, "video": room.video, "audio": room.audio}.get(feature, "")
    tags = {folded(tag).replace(" ", "") for tag in room.tags}
    words = {word for tag in room.tags for word in folded(tag).split()}
    return bool(device) or bool((tags | words) & (WORTH.get(feature, frozenset()) | {feature}))


def named(said: str, rooms: Sequence[Room], alike: float = SPELT_SO) -> tuple[Room, ...]:
    """The rooms that are called so: to the letter, else with every word of it, else spelt nearly so."""
    words = _words(said)
    if not words:
        return ()
    own = {room.email: _words(room.name) for room in rooms}
    whole = tuple(room for room in rooms if "".join(own[room.email]) == "".join(words))
    part = tuple(room for room in rooms if set(words) <= set(own[room.email]))
    if whole or part:
        return whole or part
    scored = [(_likeness(" ".join(words), " ".join(own[room.email])), room) for room in rooms if own[room.email]]
    best = max((score for score, _ in scored), default=0.0)
    return tuple(room for score, room in scored if score >= alike and score == best)


def is_mostly(said: str, room: Room) -> bool:
    """Whether the words are more than half of the room's name."""
    return 2 * len(set(_words(said)) & set(_words(room.name))) > len(_words(room.name))


def name_in(subject: str, intent: Intent) -> str:
    """What a room is called where one is asked for by name: "the Eurmast room", not "a meeting room"."""
    words = folded(subject).split()
    if intent is not Intent.FIND_ROOM or words[-1:] != ["room"]:
        return ""
    plain = said_of_rooms.words("generic") | said_of_rooms.words("plain")
    told = said_of_rooms.is_kind, said_of_rooms.is_feature
    return " ".join(word for word in words if word not in plain and not any(is_so(word) for is_so in told))


def is_plain(place: str) -> bool:
    """Whether the words say no more of a place than that it is a room."""
    return set(folded(place).split()) <= said_of_rooms.words("generic") | said_of_rooms.words("plain")


def spoken_of(utterance: str, rooms: Sequence[Room]) -> tuple[Room, ...]:
    """The rooms whose names stand in the utterance where a room may stand: "book …", "in …", "the … room"."""
    said = folded(utterance).split()
    found = []
    for room in rooms:
        full, name = folded(room.name).split(), list(_words(room.name))
        if (len(full) > len(name) and _at(said, full) is not None) or said == name:
            found.append((len(full), room))
        elif name and (at := _at(said, name)) is not None:
            before, behind = said[at - 1] if at else "", said[at + len(name) : at + len(name) + 2]
            if before in said_of_rooms.words("before") or behind[:1] == ["room"] or _if_free(behind) or not at:
                found.append((len(name), room))
    longest = max((length for length, _ in found), default=0)
    return tuple(room for length, room in found if length == longest)


def _if_free(behind: Sequence[str]) -> bool:
    """ "…, Tejo if it's free": nobody is "it"."""
    return len(behind) > 1 and behind[0] == "if" and behind[1] in ("its", "it's", "it", "thats", "that's")


def refused_in(utterance: str, rooms: Sequence[Room]) -> tuple[Room, ...]:
    """The rooms that an utterance does not want: "a room, but not in Tejo", "Fado's too small"."""
    ways = ("room-refused", "room-will-not-do")
    refused = [found["room"] for way in ways for found in patterns()[way].finditer(utterance)]
    return tuple(room for words in refused for room in spoken_of(words, rooms))


def buildings_in(utterance: str, rooms: Sequence[Room]) -> tuple[str, ...]:
    """The buildings that an utterance names, by what tells them apart or by their city."""
    said = folded(utterance).split()
    found: dict[str, None] = {}
    for room in rooms:
        whole = folded(room.building).split()
        own = [word for word in whole if word not in said_of_rooms.words("built") and len(word) > 2]
        city = folded(room.city).split()
        if whole and any(_at(said, words) is not None for words in (whole, own, city) if words):
            found[room.building] = None
    return tuple(found)


def tags_in(utterance: str, rooms: Sequence[Room]) -> tuple[str, ...]:
    """The tags of rooms that an utterance asks for."""
    said = folded(utterance).split()
    tags = {folded(tag) for room in rooms for tag in room.tags}
    return tuple(sorted(tag.replace(" ", "") for tag in tags if tag and _at(said, tag.split()) is not None))


def _near(room: Room, offices: Sequence[str]) -> int:
    """How many people sit in its building or, where buildings are not told, in its city."""
    places = [words for words in (folded(room.building).split(), folded(room.city).split()) if words]
    return sum(any(_at(folded(office).split(), words) is not None for words in places) for office in offices)


def _words(name: str) -> tuple[str, ...]:
    words = tuple(folded(name).split())
    return tuple(word for word in words if word not in said_of_rooms.words("generic"))


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _at(said: Sequence[str], words: Sequence[str]) -> int | None:
    """Where `words` stand in a row."""
    starts = range(len(said) - len(words) + 1)
    return next((at for at in starts if list(said[at : at + len(words)]) == list(words)), None)


def without_place(subject: str, rooms: Sequence[Room]) -> str:
    """A title without the room named at either end: "bonus policy in the Bridge", "Bridge: bonus policy"."""
    for room in rooms:
        name = re.escape(room.name.lower().removeprefix("the "))
        subject = re.sub(rf"^(?:the\s+)?{name}:\s+", "", subject, flags=re.IGNORECASE)
        subject = re.sub(rf"(?:\s+(?:in|at)|[,:])\s+(?:the\s+)?{name}$", "", subject, flags=re.IGNORECASE) or subject
    return subject
