"""One more of a kind with what it shares with the last: "another design review on the 17th, same time, same people".

What is the same goes without saying, as one more is like the other in all that is not said. Pure.
"""

from typing import Final

from dialogs.understand.lexicon.patterns import patterns

_LONGEST: Final = 250
"""Characters. What is longer tells a story."""


def plainly(utterance: str) -> str:
    """The booking of one more; `utterance` itself where nothing is said to be the same."""
    words = patterns()
    if len(utterance) > _LONGEST or (found := words["one-more-of"].fullmatch(utterance)) is None:
        return utterance
    rest = words["same-as-last"].sub("", found["rest"])
    return utterance if rest == found["rest"] else f"book another {rest.strip(' ,;')}"
