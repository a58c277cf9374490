"""A meeting gives its room back, or is held online instead: "we don't need Tejo any more for the audit, drop it".

What is dropped then is the room, and never the meeting, of which the room's booking is but a part.
"""

from dialogs.understand.lexicon.patterns import patterns

_GIVEN_BACK = ("unneeded-drop-it", "gives-back", "not-needed-for", "that-room-off")
_ONLINE = ("online-not-room", "online-no-room", "online-drop-named")
_HELD = "make {} a Teams call"
"""What is held so is an event, whatever it is called."""
_UNNAMED = frozenset(("the", "a", "an", "my", "our", "its", "that", "this", "any"))


def plainly(utterance: str) -> str:
    """The same as a plain request; `utterance` itself where no room is given back so."""
    words = patterns()
    for name in _GIVEN_BACK:
        if found := words[name].fullmatch(utterance):
            said = found.groupdict()
            return f"drop {_room(said.get('room') or said.get('back') or said.get('go'))} from {found['event']}"
    for name in _ONLINE:
        if found := words[name].fullmatch(utterance):
            said = found.groupdict()
            dropped = "" if said.get("bodily") else f" and drop {_room(said.get('room'))}"
            return f"{_HELD.format(found['event'])}{dropped}{said.get('rest') or ''}"
    if found := words["bodily-not-online"].fullmatch(utterance):
        return f"{found['request']}{found['rest']}"
    if found := words["needs-no-room"].fullmatch(utterance):
        if found["why"] and words["online-said"].search(found["why"].lower()):
            return f"{_HELD.format(found['event'])} and drop the room"
        return f"drop the room from {found['event']}"
    return utterance


def _room(named: str | None) -> str:
    """The room by its name, where that is one."""
    return "the room" if not named or named.split()[0].lower() in _UNNAMED else named
