"""Somebody else who is to be reminded: "remind Tom about the quotes" is a message to Tom that says so. Pure.

Whom a time is named beside ("remind Tom on Friday about it") would be written to later, which is no message of now.
"""

from typing import Final

from dialogs.understand.lexicon.patterns import patterns

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""


def plainly(utterance: str) -> str:
    """The message that reminds them; `utterance` itself where nobody else is to be reminded."""
    if len(utterance) > _LONGEST:
        return utterance
    found = patterns()["reminds-them"].fullmatch(utterance)
    if found is None:
        return patterns()["reminds-all"].sub(
            r"\g<lead>message everyone in \g<event>: Just a reminder about \g<event>", utterance
        )
    if found["forgetting"]:
        return f"{found['lead']}message {found['who']}: Please don't forget {_yours(found['forgetting'])}"
    if found["doing"]:
        return f"{found['lead']}tell {found['who']} to {found['doing']}"
    if found["fact"]:
        return f"{found['lead']}tell {found['who']} that {found['fact']}"
    return f"{found['lead']}message {found['who']}: Just a reminder {found['of']} {_yours(found['topic'])}"


def _yours(text: str) -> str:
    return patterns()["reminding-theirs"].sub("your", text)
