"""Which one of what was offered an utterance takes: by its number, its words, its time, or what tells it apart."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.blanking import blanked
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Kind, Question, Understood, When
from dialogs.understand.when.reading import read as when_read

_WORD: Final = re.compile(r"[^\W_]+")
NUMBERS: Final = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "last": -1,
}
_ASKING: Final = frozenset(("what", "whats", "when", "who", "whos", "where", "why", "how"))
"""Who asks something hints at none of what is on offer."""
_TOLD_OF_TIME: Final = frozenset((Intent.SCHEDULE, Intent.AMEND, Intent.ADD_ATTENDEE))
"""What may be said of a time with the words that take it."""
_SMALL: Final = frozenset(
    ("the", "with", "at", "on", "in", "one", "and", "a", "from", "of", "who", "is", "works", "sits", "does", "that")
).union(("guy", "lady", "man", "woman", "person", "chap", "girl", "lad", "lass", "people"))
"""Words that a choice is not told by: "the one who works in Lisbon"."""
_FILLERS: Final = frozenset(("at", "on", "the", "please", "then", "ok", "okay", "yes"))
_IN_ORDER: Final = {"earliest": "first", "soonest": "first", "latest": "last"}
_MOST_AROUND: Final = 5
"""Words around a time in "I'll take the 3 pm slot, please"."""
_FEW: Final = 4
"""Words by which one of several is hinted at."""


def told_apart(text: str, context: Context, choices: tuple[str, ...]) -> int | None:
    """Which of `choices` (from 1) is "the Tuesday one", "the later one"."""
    found = patterns()["that-one"].fullmatch(text)
    offered = [_first_time(choice, context) for choice in choices] if found else []
    if found is None or not all(offered):
        return None
    times = [at for at in offered if at]
    if end := found["end"]:
        return 1 + times.index(min(times) if end.lower() == "earlier" else max(times)) if len(times) > 1 else None
    said = when_read(found["which"], context).when
    if not said or any(one.kind not in (Kind.DATE, Kind.TIME, Kind.DATETIME) or one.excluded for one in said):
        return None
    fits = [number for number, at in enumerate(times, 1) if all(_is_at(at, one) for one in said)]
    return fits[0] if len(fits) == 1 else None


def chosen(text: str, choices: tuple[str, ...], read: Understood) -> int | None:
    """Which of `choices` (from 1) `text` names: by number, by its words, or by words of it that no other has.

    A time is no such word: "at 11" asks for eleven o'clock, not for the 11:30 that was offered.
    """
    low = text.lower().strip(" .!")
    bare = re.sub(
        r"^(?:(?:ok|okay|yes|yeah|sure|fine|then|please|the|number|option|choice|no\.?|#|"
        r"let'?s (?:take|do|go with|go for|book)|i(?:'ll| will) take|take|pick|choose|book|go with|go for|i meant?|"
        r"it'?s|that'?s)[\s,]+)+",
        "",
        low,
    )
    bare = patterns()["choosing-taken"].sub("", bare)
    number = NUMBERS.get(bare)
    if number is None and re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?", bare):
        number = int(re.sub(r"\D", "", bare))
    if number is not None and (number == -1 or 1 <= number <= len(choices)):
        return len(choices) if number == -1 else number
    if read.when:
        return None
    said = set(_WORD.findall(bare)) - _SMALL
    words = [set(_WORD.findall(choice.lower())) for choice in choices]
    fits = [n for n, of in enumerate(words, 1) if said and said <= of]
    begun = [n for n, of in enumerate(words, 1) if said and all(_begins_one(word, of) for word in said)]
    if fits or begun:
        return fits[0] if len(fits) == 1 else begun[0] if len(begun) == 1 and not fits else None
    return _hinted_at(said, words) if len(said) <= _FEW and not said & _ASKING else None


def _hinted_at(said: set[str], choices: list[set[str]]) -> int | None:
    """Which one has a word that no other has: "the rope chap" is the rope technician."""
    told = {
        having[0]
        for word in said
        if len(choices) > 1 and len(word) > 2 and word.isalpha()
        if len(having := [n for n, of in enumerate(choices, 1) if _begins_one(word, of)]) == 1
    }
    return told.pop() if len(told) == 1 else None


def _begins_one(word: str, of: set[str]) -> bool:
    """ "exec" for "executive" """
    return word in of or (len(word) > 2 and any(each.startswith(word) for each in of))


def at_that_time(text: str, context: Context, choices: tuple[str, ...], read: Understood) -> int | None:
    """Which one of `choices` (from 1) lies at the time that was said: "take the 3 pm", "go with Thursday"."""
    offered = [_first_time(choice, context) for choice in choices]
    if (found := patterns()["choosing-extreme"].fullmatch(text)) and (
        number := _extreme(found[1].lower(), context, choices)
    ):
        return number
    said = [w for w in read.when if w.kind in (Kind.DATE, Kind.TIME, Kind.DATETIME) and not w.excluded]
    # What merely speaks of that time ("is 3 pm possible?", "I have a dentist at 3") chooses nothing.
    around = [word.lower() for word in left_over(text, read)]
    if patterns()["choosing-alters"].match(text):
        return None
    picks = patterns()["choosing-picks"].match(text) or patterns()["choosing-that-one"].search(text)
    nothing_else = set(around) <= _FILLERS and any(w.kind is not Kind.DATE for w in said)
    if not (picks or nothing_else) or text.endswith("?"):
        return None
    if len(said) != len(read.when) or not said or read.people or len(around) > _MOST_AROUND:
        return None
    fits = [n for n, at in enumerate(offered, 1) if at and all(_is_at(at, one) for one in said)]
    return fits[0] if len(fits) == 1 else None


def of_a_day(utterance: str, context: Context, read: Callable[[str, Context], Understood]) -> Understood | None:
    """ "Friday, the first one": that one of what is offered then, or what else there is; None: no such thing."""
    question = context.question
    found = patterns()["nth-of-day"].fullmatch(utterance) if question and question.kind == "choice" else None
    if found is None or question is None:
        return None
    day, nth = found["day"] or found["day_"], (found["nth"] or found["nth_"]).lower()
    said = [when for when in when_read(f"on {day}", replace(context, question=None)).when if when.start]
    offered = [(at, n) for n, each in enumerate(question.choices, 1) if (at := _first_time(each, context))]
    then = sorted(each for each in offered if said and _is_at(each[0], said[0]))
    place = NUMBERS[_IN_ORDER.get(nth, nth)]
    if not -len(then) <= place - (place > 0) < len(then):
        return read(f"on {day}", context)
    return Understood(Intent.SELECT, 0.97, choice=then[place - (place > 0)][1])


def picked_and_changed(utterance: str, question: Question | None) -> tuple[int, str] | None:
    """Which one is taken, and what it is to be besides: "the second, and add Tom"; None: no such thing."""
    if question is None or question.kind != "choice":
        return None
    found = patterns()["picked-but"].fullmatch(utterance)
    number = NUMBERS.get(found["nth"].lower()) or int(found["nth"][0]) if found else None
    if found is None or number is None or number > len(question.choices):
        return None
    return number, found["rest"]


def taken_with_more(
    utterance: str, context: Context, understood: Callable[[str, Context], Understood]
) -> Understood | None:
    """Which of the times that were told is taken, and all that is said besides; None: no such thing.

    "Book the first one with Tom" is to book a meeting with Tom then.
    """
    question = context.question
    found = patterns()["takes-nth"].fullmatch(utterance) if question else None
    if question is None or found is None:
        return None
    nth = found["nth"].lower()
    number = _extreme(nth, context, question.choices) or NUMBERS[_IN_ORDER.get(nth, nth)]
    is_alone = nth in _IN_ORDER and not (found["change"] or found["more"])
    is_told = bool(found["verb"] or found["change"]) and not is_alone
    if question.kind != "yes_no" and not (question.kind == "choice" and is_told):
        return None
    if not (found["what"] or found["more"] or found["change"]):
        is_taken = bool(found["verb"]) and question.kind == "yes_no"
        return Understood(Intent.SELECT, 0.97, choice=number, certain=True) if is_taken else None
    what = f" for {found['what']}" if found["what"] else ""
    said = (
        understood(found["change"], context)
        if found["change"]
        else understood(f"book a meeting{what}{found['more'] or ''}", replace(context, question=None))
    )
    if said.intent not in _TOLD_OF_TIME or any(when.kind is not Kind.DURATION for when in said.when):
        return None
    return replace(said, intent=Intent.AMEND, facet="", noun="", choice=number)


def _extreme(nth: str, context: Context, choices: tuple[str, ...]) -> int | None:
    """Which of the choices (from 1) is the earliest or the latest, where that was said of what has times."""
    offered = [_first_time(choice, context) for choice in choices] if nth in _IN_ORDER else []
    times = [at for at in offered if at]
    if not times or len(times) < len(offered):
        return None
    return 1 + times.index(max(times) if nth == "latest" else min(times))


def _first_time(choice: str, context: Context) -> datetime | None:
    return next((w.start for w in when_read(choice, context).when if w.start and w.kind is not Kind.DURATION), None)


def _is_at(at: datetime, said: When) -> bool:
    """Whether `at` is what was said, in the half of the day that was meant."""
    starts = [w.start for w in (said, *said.alternatives) if w.start]
    match said.kind:
        case Kind.TIME:
            return any(at.timetz() == start.timetz() for start in starts)
        case Kind.DATE:
            return any(at.date() == start.date() for start in starts)
    return at in starts


def left_over(text: str, read: Understood) -> list[str]:
    """The words that are neither a time nor a person."""
    known = [*(when.span for when in read.when), *(person.span for person in read.people)]
    return _WORD.findall(blanked(text, known))
