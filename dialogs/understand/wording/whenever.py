"""Bookings whose time is left open in so many words: "half an hour with Ana tomorrow, doesn't matter when".

That asks for nothing: it is neither what the meeting is about nor anything that somebody tells. Pure.
"""

from dialogs.understand.lexicon.patterns import patterns

_LONGEST = 300
"""Characters. What is longer tells a story."""


def plainly(utterance: str) -> str:
    """The booking without it; `utterance` itself where nothing of the kind is said, or nothing is booked."""
    words = patterns()
    if len(utterance) > _LONGEST or not words["no-matter-when"].search(utterance):
        return utterance
    rest = words["no-matter-when"].sub("", utterance)
    return rest if words["shunned-request"].search(rest) else utterance
