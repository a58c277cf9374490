"""Answers that are led up to: "turns out I can come to the review after all, so accept it" accepts the review.

What only leads up to it names the event, and is no part of what that is called. "Say sorry to Sina" beside an answer is
a word to her. Pure.
"""

from typing import Final

from dialogs.understand.lexicon.patterns import patterns

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""


def plainly(utterance: str) -> str:
    """The answer alone; `utterance` itself where it is none, or others are to read its words."""
    words = patterns()
    if len(utterance) > _LONGEST or not words["answers-at-all"].search(utterance):
        return utterance
    if sorry := words["sorry-to"].search(utterance):
        beside = f"{utterance[: sorry.start()]}{utterance[sorry.end() :]}"
        note = f"tell {sorry['who']} my apologies" if sorry["who"] else "say sorry"
        if refused := words["refuses-then"].fullmatch(beside):
            return f"decline {refused['event']} and {note}"
        return f"{utterance[: sorry.start()]}{sorry['joint']}{note}{utterance[sorry.end() :]}"
    if words["told-to-others"].search(utterance):
        return utterance
    bare = words["turns-out"].sub(lambda found: found["joint"] or "", utterance)
    for name in ("comes-then", "suits-then"):
        if found := words[name].fullmatch(bare):
            act = "tentatively accept" if words["is-maybe"].search(found["act"]) else "accept"
            return f"{act} {found['event']}"
    return bare
