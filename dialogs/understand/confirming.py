"""A yes with a time behind it, which says once more what is on the card: "yes, the 22nd"."""

import re
from typing import Final

from dialogs.understand.patterns import patterns
from dialogs.understand.understood import Understood

_WORD: Final = re.compile(r"[^\W_]+")
_BESIDE: Final = frozenset(
    ("yes", "yep", "yeah", "yup", "sure", "ok", "okay", "please", "do", "it", "go", "ahead", "correct", "right", "fine")
).union(("the", "on", "at", "then", "that", "is", "s", "works", "good", "great", "perfect", "thanks"))
"""What says yes, and words around a time that add nothing to it."""


def confirms(utterance: str, read: Understood) -> bool:
    """Whether it is a yes with nothing but a time behind it. `read` is what was understood of it."""
    says_more = read.people or read.subject or read.time.duration or read.time.rrule or read.shift or read.longer
    if says_more or not read.when or not patterns()["agreed"].match(utterance.strip()):
        return False
    left = list(utterance.lower())
    for when in read.when:
        start, end = when.span
        left[start:end] = " " * (end - start)
    return _BESIDE.issuperset(_WORD.findall("".join(left)))
