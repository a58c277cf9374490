"""A yes with a time behind it, which says once more what is on the card: "yes, the 22nd"."""

import re
from typing import Final

from dialogs.understand.assent import assented
from dialogs.understand.understood import Question, Understood

_SMALL: Final = re.compile(r"\b(?:the|on|at)\b")
"""Words around a time that add nothing to it."""
_ASKED: Final = Question("yes_no")


def confirms(utterance: str, read: Understood) -> bool:
    """Whether it is a yes with nothing but a time behind it. `read` is what was understood of it."""
    says_more = read.people or read.subject or read.time.duration or read.time.rrule or read.shift or read.longer
    if says_more or not read.when:
        return False
    left = list(utterance.lower())
    for when in read.when:
        start, end = when.span
        left[start:end] = " " * (end - start)
    return assented(" ".join(_SMALL.sub(" ", "".join(left)).split()), _ASKED) is not None
