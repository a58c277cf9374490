"""An event that does not suit, and another time for it: "casting won't work after all, find another slot on Friday".

The day that stands with the event tells which one it is, and is none that the new time must shun. Pure.
"""

from dialogs.understand.lexicon.patterns import patterns

_LONGEST = 200
"""Characters. What is longer tells a story."""


def plainly(utterance: str) -> str:
    """The same as a plain move; `utterance` itself where nothing of the kind is said."""
    if len(utterance) > _LONGEST:
        return utterance
    words = patterns()
    if found := words["wont-suit-when"].fullmatch(utterance):
        return f"{found['lead']}move {found['event']} to {found['when']}"
    if found := words["wont-suit-find"].fullmatch(utterance):
        return f"{found['lead']}move {found['event']} to another time"
    return utterance
