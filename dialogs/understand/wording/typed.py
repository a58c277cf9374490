"""How words were typed, put as the readers know them: a phone's quotation marks, blanks, capitals throughout.

A phone writes "can’t", copied words have blanks that do not break, and some write in capitals alone: none of it changes
what is said. Pure.
"""

import re
from typing import Final

_SIGNS: Final = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "“": '"', "”": '"', "„": '"'})
_BLANKS: Final = re.compile(r"[^\S\n]+")
_SHOUTS: Final = re.compile(r"[^a-z]*\b[A-Z]{2,}\b[^a-z]+\b[A-Z]{2,}\b[^a-z]+\b[A-Z]{2,}\b[^a-z]*")
"""Three words in capitals, and none that is not."""


def plainly(utterance: str) -> str:
    """The same words with plain quotation marks and single blanks. Lines stay lines."""
    return _BLANKS.sub(" ", utterance.translate(_SIGNS)).strip()


def unshouted(utterance: str) -> str:
    """In lower case what is all in capitals, where capitals tell no name from another word."""
    return utterance.lower() if _SHOUTS.fullmatch(utterance) else utterance
