"""What "that" is in "decline it and tell her that": the reason that is told elsewhere in the message.

A note of "that" or "why" alone tells nobody anything, so that it stands for what is told of the speaker before it, or
behind it. Where nothing is, there is no note, and nothing is sent without being shown first. Pure.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dialogs.understand.intent.decision import ANSWERS
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Understood

_LONGEST: Final = 600
"""Characters. What is longer tells a story."""
_EDGES: Final = " ,.;:!–—-\"'“”"


def with_reason(utterance: str, said: Understood) -> Understood:
    """`said` with what its note stands for; `said` itself where that is a note of its own."""
    if not said.note or len(utterance) > _LONGEST:
        return said
    words = patterns()
    if words["that-verb"].match(said.note) and f"that {said.note}".lower() in utterance.lower():
        # "Tell Ana that works" tells her that it does.
        return replace(said, note=f"that {said.note}")
    if (tail := words["tell-that-behind"].search(said.note)) and said.note[: tail.start()].strip():
        return replace(said, note=said.note[: tail.start()].strip(_EDGES))
    if led := words["why-led"].fullmatch(said.note):
        return replace(said, note=led["reason"].strip(_EDGES))
    if not words["why-alone"].fullmatch(said.note):
        return said
    at = utterance.lower().rfind(said.note.lower())
    if at > 0 and (reason := _reason(utterance, at)):
        return replace(said, note=reason)
    is_answer = said.intent in ANSWERS
    return replace(said, note="", certain=said.certain and not is_answer, is_guessed=said.is_guessed or is_answer)


def _reason(utterance: str, at: int) -> str:
    """What the speaker tells of themselves before `at`, else behind it."""
    words = patterns()
    before, behind = list(_clauses(utterance[:at])), list(_clauses(utterance[at:]))[1:]
    told = [each for each in before if words["own-fact"].match(each)]
    # That one cannot come is told by the answer itself.
    why = [each for each in told if not words["own-refusal"].match(each)]
    found = why or [each for each in behind if words["own-fact"].match(each)] or told
    return words["fact-joint"].sub("", found[-1], count=1).strip(_EDGES) if found else ""


def _clauses(text: str) -> Iterator[str]:
    at = 0
    for joint in patterns()["why-joint"].finditer(text):
        yield text[at : joint.start()].strip()
        at = joint.end()
    yield text[at:].strip()
