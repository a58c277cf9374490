"""What is told of an event before what becomes of it: "Ana can't make the review, move it to 4"."""

from dialogs.understand.lexicon.patterns import patterns

_ONE = ("it", "that", "that one", "them")
_SPEAKERS = ("i", "we", "he", "she", "they")


def plainly(utterance: str) -> str:
    """ "Move the review to 4"; what she declines is declined for her. `utterance` itself where nothing is told so."""
    if timed := patterns()["told-time"].fullmatch(utterance):
        event, who = _with_whom(timed["event"], timed["who"]), timed["who"]
        is_ours = who.lower() in _SPEAKERS or event != timed["event"]
        owned = event if is_ours else f"{who}'s {event.removeprefix('the ').removeprefix('our ')}"
        return f"{timed['lead']}move {owned} to {timed['time']}"
    found = patterns()["told-of"].fullmatch(utterance)
    if found is None:
        return utterance
    event, verb, rest, who = found["event"], found["verb"], found["rest"], found["who"]
    event = _with_whom(event, who)
    if found["all"].lower() not in _ONE:
        event = f"{event} series"
    if who.lower() not in _SPEAKERS and patterns()["answers"].fullmatch(verb):
        event, rest = f"{event} for {who}", patterns()["for-them"].sub("", rest)
    return f"{found['lead']}{verb} {event}{rest}"


def _with_whom(event: str, who: str) -> str:
    """ "Our 1:1", of which somebody is told, is the one with them."""
    found = None if who.lower() in _SPEAKERS else patterns()["our-pair"].match(event)
    return f"{found[0]} with {who}{event[found.end() :]}" if found else event
