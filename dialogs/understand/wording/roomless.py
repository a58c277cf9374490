"""A meeting gives its room back, or is held online instead: "we don't need Tejo any more for the audit, drop it".

What is dropped then is the room, and never the meeting, of which the room's booking is but a part.
"""

import re

from dialogs.understand.lexicon.patterns import patterns

_GIVEN_BACK = ("unneeded-drop-it", "gives-back", "not-needed-for", "that-room-off")
_ONLINE = ("online-not-room", "online-no-room", "online-drop-named")
_ALONE = ("online-roomless", "online-only")
"""Held online and nowhere else, whether the room is spoken of or not."""
_HELD_SO = ("online-told", "online-asked", "online-why")
"""Held online, whatever becomes of its room."""
_BEFORE_WHY = ("online-so", "books-roomless", "bodily-not-online")
_EVENTS = ("event", "asked", "told", "headed", "ours")
"""The groups of which one holds the event."""
_HELD = "make {} a Teams call"
"""What is held so is an event, whatever it is called."""
_THE_ROOM = "the room"
_AT_HAND = frozenset(("it", "that", "this"))
_UNNAMED = frozenset(("the", "a", "an", "my", "our", "its", "that", "this", "any"))
_LONGEST = 600
"""Characters: whatever is longer is no request of one event."""


def plainly(utterance: str) -> str:
    """The same as a plain request; `utterance` itself where no room is given back so."""
    if len(utterance) > _LONGEST:
        return utterance
    return _in_person(utterance) or _given_back(utterance) or _online(utterance) or _without_why(utterance) or utterance


def _given_back(utterance: str) -> str:
    """An event without its room; "" where none is given back."""
    words = patterns()
    for name in _GIVEN_BACK:
        if found := words[name].fullmatch(utterance):
            said = found.groupdict()
            return f"drop {_room(said.get('room') or said.get('back') or said.get('go'))} from {found['event']}"
    if found := words["needs-no-room"].fullmatch(utterance):
        why = (found["why"] or "").lower()
        if words["online-said"].search(why) or words["online-will-do"].match(why):
            return f"{_HELD.format(found['event'])} and drop the room"
        return f"drop the room from {found['event']}"
    return ""


def _online(utterance: str) -> str:
    """An event that is held online, alone or as well; "" where none is."""
    words = patterns()
    for name in _ONLINE:
        if found := words[name].fullmatch(utterance):
            said = found.groupdict()
            dropped = "" if said.get("bodily") else f" and drop {_room(said.get('room'))}"
            return f"{_HELD.format(found['event'])}{dropped}{said.get('rest') or ''}"
    for name in _ALONE:
        if found := words[name].fullmatch(utterance):
            room = _room(found.groupdict().get("room"))
            return f"{_held(found)}{', we don’t need the room' if room == _THE_ROOM else f' and drop {room}'}"
    found = next(filter(None, (words[name].fullmatch(utterance) for name in _HELD_SO)), None)
    return _held(found) if found else ""


def _without_why(utterance: str) -> str:
    """The request alone, where only a reason or what goes without saying stands behind it."""
    words = patterns()
    for name in _BEFORE_WHY:
        if found := words[name].fullmatch(utterance):
            return f"{found['request']}{found.groupdict().get('rest') or ''}"
    return ""


def _in_person(utterance: str) -> str:
    """A booking without a link: "lunch at Rioja at noon. No Teams link please"; "" where it is said of none."""
    words = patterns()
    found = words["linkless"].search(utterance) if words["asks-anew-first"].match(utterance) else None
    if found is None or not utterance[: found.start()].strip():
        return ""
    left = f"{utterance[: found.start()]}{utterance[found.end() :]}"
    return left if words["in-person-said"].search(left) else f"{left.rstrip(' .,;!')}, in person"


def _held(found: re.Match[str]) -> str:
    """That the event, wherever it stands, is held online."""
    said = found.groupdict()
    event = next(said[name] for name in _EVENTS if said.get(name))
    return f"make {event} online" if event.lower().split()[0] in _AT_HAND else _HELD.format(event)


def _room(named: str | None) -> str:
    """The room by its name, where that is one."""
    return _THE_ROOM if not named or " " in named or named.split()[0].lower() in _UNNAMED else named
