"""An event that is spoken of before what becomes of it: "the call with Ana on Friday, move it to Monday"."""

from dialogs.understand.patterns import patterns

_LONGEST = 300
"""Characters. What is longer tells a story."""


def unfronted(utterance: str) -> str:
    """The same request with the event where the pronoun stands; `utterance` itself where it is no such sentence."""
    found = patterns()["fronted"].fullmatch(utterance) if len(utterance) <= _LONGEST else None
    if found is None:
        return utterance
    return f"{found['lead'] or ''}{found['verb']} {found['event'].strip()}{found['rest']}"
