"""Another room for an event that has one: "put rota planning in Castelo rather than Limoeiro, just for this week".

Who says which room it is instead of speaks of an event that there is, whether or not they say "the". Pure.
"""

from dialogs.understand.lexicon.patterns import patterns

_LONGEST = 200
"""Characters. What is longer tells a story."""
_BUILDS = ("relocated", "relocated-for")


def plainly(utterance: str) -> str:
    """The same as "use Castelo instead of Limoeiro for the rota planning"; `utterance` itself where none is said."""
    if len(utterance) > _LONGEST:
        return utterance
    words = patterns()
    front = words["relocated-front"].match(utterance)
    request = utterance[front.end() :] if front else utterance
    found = next(filter(None, (words[name].fullmatch(request) for name in _BUILDS)), None)
    if found is None:
        return utterance
    event = found["event"] if words["relocated-named"].match(found["event"]) else f"the {found['event']}"
    day, parts = found["when"], (found, front) if front else (found,)
    if day and words["relocated-once"].fullmatch(day):
        day, once = "", ", only that one"
    else:
        day = day or (front["when"] if front else "")
        once = ", only that one" if any(part["once"] or part["only"] for part in parts) else ""
    return f"use {_name(found['new'])} instead of {_name(found['old'])} for {event}{f' {day}' if day else ''}{once}"


def _name(room: str) -> str:
    """A room as its name is written."""
    return " ".join(word[:1].upper() + word[1:] if word.lower() != "the" else word for word in room.split())
