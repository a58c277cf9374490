"""What went wrong for the speaker, beside a request: "my train is late, push the review", "… later? stuck in traffic".

It asks for nothing, and no word of it names an event. What the request points back to stays. Pure.
"""

from typing import Final

from dialogs.understand.lexicon.patterns import patterns

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""


def plainly(utterance: str) -> str:
    """The request alone; `utterance` itself where nothing of the kind is told, or it is what the request is about."""
    if len(utterance) > _LONGEST:
        return utterance
    words = patterns()
    if behind := words["mishap-behind"].fullmatch(utterance):
        return str(behind["request"])
    found = words["mishap-first"].fullmatch(utterance)
    if found is None or words["points-back"].search(found["request"]):
        return utterance
    if not (words["asks-then"].match(found["request"]) or words["tells-late"].match(found["request"])):
        return utterance
    return str(found["request"])
