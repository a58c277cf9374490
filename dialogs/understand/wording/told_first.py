"""Who wants to meet and what about, told before a booking: "Tess wants to talk boilers. Book her and Kasper at 4".

The booking speaks of them as "her" or "us"; their name takes its place, and what they want to speak of is what it is
about where it says no topic itself. Pure.
"""

from typing import Final

from dialogs.understand.lexicon.patterns import patterns

_LONGEST: Final = 400
"""Characters. What is longer tells a story."""


def plainly(utterance: str) -> str:
    """The booking with the name and the topic that were told first; `utterance` itself where none were."""
    words = patterns()
    if len(utterance) > _LONGEST or (found := words["wish-first"].fullmatch(utterance)) is None:
        return utterance
    who, request = f"{found['who']}{found['address'] or ''}", found["request"]
    named = words["wish-guest"].sub(lambda guest: f"{guest['lead']}{who}", request, count=1)
    also = words["wish-also"].search(found["wish"])
    if named == request:
        others = f" and {also['who']}" if also else ""
        named = words["wish-us"].sub("", request, count=1)
        named = request if named == request else _with(named.rstrip(" .!?"), f"{who}{others}")
    if named == request:
        return utterance
    named = words["wish-and-me"].sub(lambda guests: f"book a meeting with {guests['who']} ", named, count=1)
    if words["wish-own-topic"].search(named) or (about := words["wish-topic"].search(found["wish"])) is None:
        return named
    return f"{named.rstrip(' .!?')} about {about['topic']}"


def _with(request: str, who: str) -> str:
    """The booking with them, right behind how long it takes: of "after lunch with Tom" the lunch would be his."""
    long = patterns()["wish-long"].match(request)
    return f"{request[: long.end()]} with {who}{request[long.end() :]}" if long else f"{request} with {who}"
