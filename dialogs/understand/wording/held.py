"""How a new meeting is held, said last: "an hour online with Ana about paint" becomes "an hour with Ana …, online".

In the middle it would be a part of a name or of what the meeting is about. So would who is spared, at the end. Pure.
"""

from typing import Final

from dialogs.understand.lexicon.patterns import patterns

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""


def plainly(utterance: str) -> str:
    """The same booking; `utterance` itself where it books nothing, or does not say how it is held amid the rest."""
    words = patterns()
    if len(utterance) > _LONGEST or not words["books-ahead"].match(utterance):
        return utterance
    utterance = words["spares-last"].sub(" without ", utterance)
    found = words["held-so-there"].search(utterance)
    if found is None:
        return utterance
    rest = f"{utterance[: found.start()]}{utterance[found.end() :]}".rstrip(" .!")
    how = "online" if words["held-online"].search(found["how"]) else found["how"]
    return f"{rest[:-1]}, {how}?" if rest.endswith("?") else f"{rest}, {how}"
