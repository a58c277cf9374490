"""Words of a known build that are about something else all the same: "where is my phone", "add milk to the list".

A build tells what is asked of a meeting; that it is a meeting of which it is asked, the model may know better.
"""

import re
from typing import Final

from dialogs.understand.intent.features import strange
from dialogs.understand.understood import Intent, Understood

_ELSEWHERE: Final = frozenset((Intent.OUT_OF_SCOPE, Intent.SMALLTALK, Intent.EMAIL_SEARCH, Intent.EMAIL_SEND))
_STRAY: Final = frozenset((Intent.OUT_OF_SCOPE, Intent.SMALLTALK))
_SURE, _SURER = 0.6, 0.9
"""From which confidence the model is believed: where a word of a strange topic is said, and where none is."""
_WORDS: Final = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


def names_strange(text: str) -> bool:
    """Whether a word of a topic that is none of ours is said. `text` is in lower case."""
    return not strange().isdisjoint(_WORDS.findall(text))


def is_stray(plainly: Understood) -> bool:
    """Whether the plain reading of a sentence with a strange word is that it is none of ours."""
    return plainly.intent in _STRAY and plainly.confidence >= _SURE


def is_elsewhere(plainly: Understood, *, strange_words: bool) -> bool:
    """Whether the plain reading of a sentence is sure enough that it is none of ours."""
    return plainly.intent in _ELSEWHERE and plainly.confidence >= (_SURE if strange_words else _SURER)
