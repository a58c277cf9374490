"""Who may come and need not, in a sentence or clause of its own: "Tom may join but doesn't have to", "she's optional".

All of them say that somebody is optional, which other readers know. Behind words that add somebody it is who is added.
Pure.
"""

import re
from typing import Final

from dialogs.understand.lexicon.patterns import patterns

_LONGEST: Final = 400
"""Characters. What is longer tells a story."""


def plainly(utterance: str) -> str:
    """`utterance` with "is optional" for what means no more; added "as optional" who is added so."""
    words = patterns()
    if len(utterance) > _LONGEST or not words["may-stay-away"].search(utterance):
        return utterance
    for name in ("may-and-need-not", "need-not-but-may", "welcome-if", "may-they"):
        utterance = words[name].sub(_optional, utterance)
    for name in ("added-to-who-may", "added-who-may"):
        utterance = words[name].sub(_added, utterance)
    return utterance


def _optional(found: re.Match[str]) -> str:
    if patterns()["voluntary-told"].search(found.string[: found.start("who")]):
        # "Tell Ana that Tom can come if he likes" is what she is to read.
        return found[0]
    return f"{'. ' if found['joint'] else ''}{found['who']} is optional"


def _added(found: re.Match[str]) -> str:
    event = found.groupdict().get("event")
    return f"{found['lead']}add {found['who']} {f'to {event} ' if event else ''}as optional"
