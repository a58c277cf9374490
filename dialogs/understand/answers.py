"""What an utterance means where the assistant has just asked something: yes, no, a choice, or a value."""

import re
from dataclasses import replace
from typing import Final

from dialogs.understand.understood import Intent, Question, Understood

_OPEN: Final = frozenset(
    (
        Intent.AMEND,
        Intent.OUT_OF_SCOPE,
        Intent.SMALLTALK,
        Intent.SELECT,
        Intent.LOOKUP_PERSON,
        Intent.LIST_EVENTS,
        Intent.NAVIGATE,
        Intent.SCHEDULE,
        Intent.ASK_TIME,
        Intent.RESCHEDULE,
        Intent.NO,
        Intent.YES,
        Intent.ADD_ATTENDEE,
        Intent.EVENT_DETAILS,
        Intent.CHECK_AVAILABILITY,
    )
)
"""Intents that an answer may be mistaken for; the others ("cancel", "help") are said in spite of a question."""
_WORD: Final = re.compile(r"[^\W_]+")
_NUMBERS: Final = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "first": 1,
    "second": 2,
    "third": 3,
    "last": -1,
}
_BUT: Final = re.compile(
    r"^\s*(?:no|nope|yes|yeah|ok|okay|sure|actually|well|rather|but|sorry)\b[\s,.]*(?:but\b)?[\s,]*(?=\w)", re.I
)
_CORRECTS: Final = re.compile(
    r"\b(?:instead|rather|make (?:it|that)|change (?:it|that)|actually|but|not|i meant?|earlier|later|longer|shorter|"
    r"how about|what about)\b",
    re.I,
)
_ASKED: Final = frozenset(
    (
        Intent.LIST_EVENTS,
        Intent.NEXT_MEETING,
        Intent.CHECK_AVAILABILITY,
        Intent.EVENT_DETAILS,
        Intent.LOOKUP_PERSON,
        Intent.ASK_TIME,
    )
)
_ASKS: Final = re.compile(
    r"(?:what(?:'s|s)?(?! about)|when|who|where|which|is|are|am|do|does|did|any|how (?:long|many|much|busy|does))\b",
    re.I,
)
"""How a question of one's own begins, which is no answer to ours."""
_SURE: Final = "a question was open"


def completed(utterance: str, question: Question | None) -> tuple[str, int]:
    """A bare answer made a phrase ("3": "at 3", "45": "45 minutes", "Tom": "with Tom"), and how far it moved."""
    bare = utterance.strip(" .!?")
    if question is None or not bare or len(_WORD.findall(bare)) > 8:
        return utterance, 0
    number = re.fullmatch(r"\d{1,4}(?:[:.h]\d{2})?", bare)
    match question.kind:
        case "time" if number:
            return f"at {utterance}", 3
        case "duration" if number:
            return f"{utterance} minutes", 0
        case "person":
            return f"with {utterance}", 5
    return utterance, 0


def answered(utterance: str, question: Question, read: Understood) -> Understood | None:
    """The reading that `question` calls for, or None where the utterance is about something else."""
    text = utterance.strip()
    if not text or (read.certain and read.intent not in _OPEN):
        return None
    if question.choices and (number := _chosen(text, question.choices)) is not None:
        return replace(_as(read, Intent.SELECT, 0.97), choice=number)
    if read.certain and read.intent in (Intent.YES, Intent.NO, Intent.SCHEDULE, Intent.LIST_EVENTS):
        return None
    if read.intent in _ASKED and _ASKS.match(text):
        return None
    short = len(_WORD.findall(text)) <= 12
    says_more = bool(read.when or read.people)
    match question.kind:
        case "yes_no" | "choice":
            if (
                short
                and says_more
                and (read.intent in _OPEN)
                and (_CORRECTS.search(text) or _BUT.match(text) or _is_bare(text, read))
            ):
                return _as(read, Intent.AMEND, 0.95)
        case "time" | "duration" if short and read.when and read.intent in _OPEN:
            return _as(read, Intent.AMEND, 0.95)
        case "person" if short and read.intent in _OPEN:
            return _as(read, Intent.AMEND, 0.9) if read.people else None
        case "subject" | "note" if read.intent in _OPEN or not short:
            said = re.sub(
                r"^(?:call it|it'?s(?: about)?|about|say(?: that)?|title it|name it)\s+", "", text, flags=re.I
            ).strip(" .\"'“”")
            told = _as(read, Intent.AMEND, 0.9)
            return replace(told, subject=said) if question.kind == "subject" else replace(told, note=said)
    return None


def _is_bare(text: str, read: Understood) -> bool:
    """Whether hardly anything but times and people was said."""
    left = list(text)
    for start, end in [w.span for w in read.when] + [p.span for p in read.people]:
        left[start:end] = " " * (end - start)
    return len(_WORD.findall("".join(left))) <= 3


def _chosen(text: str, choices: tuple[str, ...]) -> int | None:
    """Which of `choices` (from 1) `text` names: by number, by its words, or by words of it that no other has."""
    low = text.lower().strip(" .!")
    bare = re.sub(
        r"^(?:the|number|option|choice|no\.?|#|let'?s (?:take|do|go with)|i(?:'ll| will) take|take|pick|choose)\s+",
        "",
        low,
    )
    bare = re.sub(r"(?:\s+(?:one|option|choice|please|thanks))+$", "", bare)
    number = _NUMBERS.get(bare)
    if number is None and re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?", bare):
        number = int(re.sub(r"\D", "", bare))
    if number is not None and (number == -1 or 1 <= number <= len(choices)):
        return len(choices) if number == -1 else number
    said = set(_WORD.findall(bare)) - {"the", "with", "at", "on", "in", "one", "and", "a"}
    words = [set(_WORD.findall(choice.lower())) for choice in choices]
    fits = [n for n, of in enumerate(words, 1) if said and said <= of]
    return fits[0] if len(fits) == 1 else None


def _as(read: Understood, intent: Intent, confidence: float) -> Understood:
    why = (*read.why, f"{_SURE}: {intent.value}")
    return replace(read, intent=intent, confidence=confidence, runner_up=read.intent, certain=False, why=why)
