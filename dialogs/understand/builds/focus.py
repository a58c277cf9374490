"""Time for oneself: "protect my Friday afternoons", "keep 15 minutes travel time before it".

The sentences are a language's data: `languages/<language>.focus.txt`. Pure.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.lexicon.sentences import Sentence, sentence
from dialogs.understand.slots import people
from dialogs.understand.understood import Extras, Intent, Kind, TimeConstraint, Understood
from dialogs.understand.when.reading import read

_FILE: Final = "en.focus.txt"
_FILLERS: Final = frozenset(("my", "the", "of", "on", "all", "each", "whole", "entire", "from", "to", "and", "in"))
_OWN: Final = frozenset(("me", "myself"))
_AFTER: Final = frozenset(("after", "afterwards"))
_AT_HAND: Final = frozenset(("", "it", "that", "this", "that one", "this one", "that meeting", "this meeting", "them"))
_SHOWN_AS: Final = frozenset(("busy", "tentative"))
_WHOLE: Final = frozenset(("day", "week"))
_DAY: Final = frozenset((Kind.DATE, Kind.SET, Kind.RANGE, Kind.DATETIME))

_FOCUS: Final = "Focus time"
_FROM: Final = re.compile(r"^(?:all (?:of )?)?(?:my|the) ", re.IGNORECASE)

Reader = Callable[[str, Context], Understood]


def guarded(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """Time that somebody wants for themselves, or None. `understood` reads parts of it.

    Facet "focus": all of the stretch in `time`, of each where it is a series; `noun` is "focus" where it is guarded.
    Facet "travel": `time.duration` right before `event`, or right after it where `note` says so; no event: the one at
    hand.
    """
    found = sentence(utterance, _FILE, lambda told: _said(told, utterance, context, understood) is not None)
    return _said(found, utterance, context, understood) if found else None


def _said(told: Sentence, utterance: str, context: Context, understood: Reader) -> Understood | None:
    subject = re.sub(r"^(?:the|my|a|an|some) ", "", told.parts.get("subject", "").strip(" ,."), flags=re.IGNORECASE)
    subject, onward = _parted(subject, context)
    subject = "" if subject.lower() in _OWN else subject
    if patterns()["focus-with"].search(subject) or people.find(subject, []) or subject.istitle():
        # "Block Friday for Priya", "for a meeting with Tom": not for oneself.
        return None
    if told.label == "travel":
        return _beside(told, subject, context, understood)
    if told.label == "shown":
        state = told.parts["state"].lower()
        # What one shows as by its own word; any other is working elsewhere.
        shown_as = state if state in _SHOWN_AS else "elsewhere"
        return _shown(told, state.upper() if state == "wfh" else state.capitalize(), shown_as, context, understood)
    if told.label == "leave":
        return _shown(told, name_of_absence(subject) or subject.capitalize(), "away", context, understood)
    subject, hours, until = _timed(subject, context)
    onward = f"{onward} {until}".strip()
    words = told.parts.get("when") or told.parts.get("free", "")
    words = f"{_FROM.sub('', words)} from {hours}" if hours else words
    if hours_first := patterns()["hours-first"].fullmatch(words):
        words = f"{hours_first['days']} from {hours_first['hours']}"
    is_guarded = bool(patterns()["focus-guarded"].search(utterance))
    if not _is_stretch(words, context, is_guarded=is_guarded):
        return None
    time = understood(f"book: {words} {onward}".rstrip(), context).time
    if not (time.rrule or time.slots or time.exact) or time.impossible:
        return None
    if "length" in told.parts:
        lengths = _lengths(told, context)
        subject = subject or _FOCUS
        length = lengths[0] if len(lengths) == 1 else None
        return Understood(Intent.SCHEDULE, 0.97, time=replace(time, duration=length), subject=subject, online=False)
    noun = "focus" if is_guarded else ""
    return Understood(Intent.SCHEDULE, 0.97, facet="focus", time=time, subject=subject, noun=noun)


def _parted(subject: str, context: Context) -> tuple[str, str]:
    """ "Drawing, from next week": what it is for, and from when on."""
    found = patterns()["onward"].search(subject)
    if found is None or not read(found["from"], context).when:
        return subject, ""
    return subject[: found.start()].rstrip(" ,"), str(found["from"])


def _timed(subject: str, context: Context) -> tuple[str, str, str]:
    """ "Writing, 3:30 to 5, every week until May": what it is for, at which hours of it, and until when it goes on."""
    clauses, hours, until = subject.split(", "), "", ""
    if found := patterns()["focus-until"].search(clauses[-1]):
        until = found["until"] if read(found["until"], context).when else ""
        clauses[-1] = clauses[-1][: found.start()].strip() if until else clauses[-1]
    while len(clauses) > 1 and (not clauses[-1] or patterns()["focus-again"].fullmatch(clauses[-1])):
        clauses.pop()
    if len(clauses) > 1 and (found := patterns()["focus-hours"].fullmatch(clauses[-1])):
        hours = found["hours"]
        clauses.pop()
    return ", ".join(clauses), hours, until


def _lengths(told: Sentence, context: Context) -> Sequence[timedelta]:
    """How long it is said to be."""
    return [when.duration for when in read(f"for {told.parts['length']}", context).when if when.duration]


def _shown(told: Sentence, subject: str, shown_as: str, context: Context, understood: Reader) -> Understood | None:
    """ "Mark Thursday afternoon as working elsewhere": whole days are all-day events, as no meeting is in the way."""
    words = told.parts["when"]
    if not _is_stretch(words, context, is_guarded=True):
        return None
    time = understood(f"book: {words}", context).time
    if not (time.slots or time.exact) or time.impossible:
        return None
    whole = all(when.grain in _WHOLE and when.kind is not Kind.SET for when in read(words, context).when)
    extras = Extras(show_as=shown_as)
    time = replace(time, all_day=True) if whole else time
    return Understood(
        Intent.SCHEDULE, 0.97, facet="" if whole else "focus", time=time, subject=subject, extras=extras, online=False
    )


def name_of_absence(text: str) -> str:
    """What days away are called: "Annual leave", "PTO"; empty where nothing is said, or what is nobody's business."""
    found = patterns()["absence-name"].search(text)
    return (found[0].upper() if found[0].lower() == "pto" else found[0].capitalize()) if found else ""


def _is_stretch(words: str, context: Context, *, is_guarded: bool) -> bool:
    """Whether the words are parts of days, or else, where all of it is wanted, days or stated hours; nothing else."""
    found = read(words, context).when
    left = list(words.lower())
    for when in found:
        left[slice(*when.span)] = " " * (when.span[1] - when.span[0])
    if not found or set(re.findall(r"[^\W\d_]+", "".join(left))) - _FILLERS:
        return False
    if any(when.kind not in _DAY for when in found):
        return False
    is_bound = any(when.duration or (when.kind is Kind.RANGE and when.grain != "day") for when in found)
    is_days = all(when.grain == "day" or (when.kind is Kind.SET and "BYHOUR" not in when.rrule) for when in found)
    return bool(patterns()["focus-part"].search(words)) or (is_guarded and (is_bound or is_days))


def _beside(told: Sentence, subject: str, context: Context, understood: Reader) -> Understood | None:
    lengths = _lengths(told, context)
    if len(lengths) != 1:
        return None
    words = told.parts.get("event", "").strip(" ,.")
    event = None if words.lower() in _AT_HAND else understood(patterns()["described"].pattern + words, context)
    return Understood(
        Intent.SCHEDULE,
        0.97,
        facet="travel",
        time=TimeConstraint(duration=lengths[0]),
        subject=subject,
        event=replace(event, when=()) if event else None,
        note="after" if told.parts["side"].lower() in _AFTER else "before",
    )
