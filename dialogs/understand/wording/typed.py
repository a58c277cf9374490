"""How words were typed, put as the readers know them: a phone's quotation marks, blanks, capitals throughout.

A phone writes "can’t", copied words have blanks that do not break, and some write in capitals alone: none of it changes
what is said. Pure.
"""

import re
from typing import Final

_SIGNS: Final = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "“": '"', "”": '"', "„": '"'})
_BLANKS: Final = re.compile(r"[^\S\n]+")
_OWNED_DAY: Final = re.compile(r"(?:(?<=\btoday)|(?<=\btonight)|(?<=\btomorrow))s(?!\w)", re.IGNORECASE)
"""What is today's, with the apostrophe left out."""
_CAPITALS: Final = re.compile(r"\b[A-Z]{2,}\b")
_FEWEST: Final = 3
"""Words in capitals that are no mere "OK" or "KPI Q3"."""


def plainly(utterance: str) -> str:
    """The same words with plain quotation marks and single blanks, and "todays" as today's. Lines stay lines."""
    return _OWNED_DAY.sub("'s", _BLANKS.sub(" ", utterance.translate(_SIGNS)).strip())


def unshouted(utterance: str) -> str:
    """In lower case what is all in capitals, where capitals tell no name from another word."""
    is_shouted = not any(letter.islower() for letter in utterance) and len(_CAPITALS.findall(utterance)) >= _FEWEST
    return utterance.lower() if is_shouted else utterance
