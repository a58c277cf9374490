"""Invitations told by who sent them, or by no name: "accept everything Ana or Tom sent me", "whatever I was asked to".

Both are all invitations, of those who are named; "Ana or Tom" sent each of them, not both. Pure.
"""

from typing import Final

from dialogs.understand.lexicon.patterns import patterns

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_ACTS: Final = (("invited-yes", "accept"), ("invited-maybe", "tentatively accept"), ("invited-no", "decline"))


def plainly(utterance: str) -> str:
    """The same of "all invitations"; `utterance` itself where nothing is answered so."""
    words = patterns()
    if len(utterance) > _LONGEST:
        return utterance
    found = words["invited-of"].search(utterance)
    who = f" from {words['invited-joint'].sub(' and ', found['who'])}" if found else ""
    if found := found or words["invited-me"].search(utterance):
        act = next((act for name, act in _ACTS if words[name].match(found["act"])), found["act"].strip())
        return f"{utterance[: found.start()]}{act} all invitations{who}{utterance[found.end() :]}"
    return utterance
