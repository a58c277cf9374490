"""Sentences of many parts, taken apart: another time for an invitation, a word to those who come.

"can't make the review, suggest Thursday" speaks of an event and of a time that is not its own; only its build tells.
The sentences are a language's data: `languages/<language>.acts.txt`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Final

from dialogs.understand.builds import focus
from dialogs.understand.builds.asides import apart
from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns, places_behind
from dialogs.understand.lexicon.phrasebook import Label, Phrasebook, phrasebook
from dialogs.understand.slots import people
from dialogs.understand.slots.addressed import question_to_them, speaks_of_them, to_them
from dialogs.understand.understood import Intent, Kind, PersonMention, Role, Slot, TimeConstraint, Understood
from dialogs.understand.when.reading import read

_LONGEST: Final = 600
"""Characters. What is longer tells a story."""
_YOURS: Final = {"their": "your", "theirs": "yours", "them": "you", "they": "you", "themselves": "yourselves"}
_THEIRS: Final = re.compile(rf"\b(?:{'|'.join(_YOURS)})\b", re.IGNORECASE)
"""What is said of people, as it is said to them."""
_AT_HAND: Final = frozenset(
    ("", "it", "that", "this", "that one", "this one", "the meeting", "this meeting", "that meeting")
)
_FILLERS: Final = frozenset(
    ("at", "on", "the", "in", "for", "same", "time", "or", "and", "from", "to", "sometime", "some", "any", "around")
).union(("earlier", "later", "o", "clock", "then", "day", "about", "between", "starting"))
"""What may stand beside a time and adds nothing to it."""
_HOUR: Final = re.compile(r"\d{1,2}(?:[.:][0-5]\d)?")
_BRIEF: Final = "brief"
"""Of what is said of oneself in so few words that it answers whatever is asked: "off on Friday"."""
_ANSWERS: Final = frozenset((Intent.ACCEPT, Intent.TENTATIVE, Intent.DECLINE))
_WEEK: Final = timedelta(days=7)

Reader = Callable[[str, Context], Understood]


@cache
def chapter(language: str, name: str) -> Phrasebook:
    """The sentences of one of a language's files, which may stand behind whatever leads to a request."""
    return phrasebook(f"{language}.{name}.txt", flags=re.IGNORECASE)


def fitting(text: str, language: str, name: str) -> Iterator[tuple[Label, re.Match[str]]]:
    """The sentences of a chapter that `text` (without spaces around it) is, in the order of the file."""
    if not (likely := list(chapter(language, name).worth_a_try(text))):
        return
    low = text.lower()
    begins = places_behind(patterns(language)["changes-lead"], low) if len(low) == len(text) else (0,)
    for label, pattern in likely:
        if found := next((found for at in begins if (found := pattern.fullmatch(text, at))), None):
            yield label, found


def act(utterance: str, context: Context, understood: Reader, language: str = "en") -> Understood | None:
    """What a sentence of many parts asks for, or None where it is none. `understood` reads a part of it.

    `event` of the answer tells which event is spoken of, None: the one at hand. Times are read for themselves: those
    of the event are in `event`, what is proposed is in `time`.
    """
    if len(utterance) > _LONGEST:
        return None
    text = utterance.strip()
    alone = context.alone
    for label, found in fitting(text, language, "acts"):
        if context.question and (label.name in _ANSWERS or label.facet in ("tell", _BRIEF)):
            # "I can't do the second" and "tell him I'm ill" answer what was asked.
            continue
        if (parts := _parts(found, alone)) is not None:
            done = replace(_read(label, parts, alone, understood), when=read(utterance, alone).when)
            return _absent(done, text) if label.intent is Intent.AWAY else done
    return None


def _absent(said: Understood, text: str) -> Understood:
    """With what the days are called; who only wants them in a calendar wants no automatic reply, nor the reverse."""
    words = patterns()
    in_calendar = words["calendar-only"].search(text) and not (said.note or words["replies-itself"].search(text))
    alone = words["reply-alone"].match(text) and not in_calendar
    facet = said.facet or ("silent" if in_calendar else "reply" if alone else "")
    return replace(said, subject=focus.name_of_absence(text), facet=facet)


def _parts(found: re.Match[str], context: Context) -> Mapping[str, str] | None:
    """The words of each group; None where one of them is not what it should be."""
    parts = {name: words.strip(" ,.;:") for name, words in found.groupdict().items() if words}
    if "time" in parts and not _is_time(parts["time"], context):
        return None
    if "until" in parts and not _is_time(parts["until"], context):
        return None
    if "who" in parts and not _who(parts["who"]):
        return None
    return parts


def _read(said: Label, parts: Mapping[str, str], context: Context, understood: Reader) -> Understood:
    made = Understood(said.intent, 1.0, facet=said.facet, people=_who(parts.get("who", "")))
    way = "I am away" if said.intent is Intent.AWAY else "move it to"
    time = (
        understood(f"{way} {patterns()['acts-bare-hour'].sub('at ', parts['time'])}", context)
        if "time" in parts
        else None
    )
    if "until" in parts:
        back = understood(f"move it to {parts['until']}", context).time
        time, made = _until_back(time, back), replace(made, time=_back_then(back) if time is None else made.time)
    late = understood(f"for {parts['amount']}", context) if "amount" in parts else None
    event = parts.get("event") or parts.get("where") or ""
    if said.intent in _ANSWERS:
        beside = apart(event)
        meant = understood(patterns()["answered"].pattern + beside.main, context)
        note = beside.note or parts.get("text", "")
        return replace(_bare(meant), intent=said.intent, facet="", note=note, certain=False)
    if time:
        # "half an hour later" is an amount of the event's own time.
        made = replace(made, time=time.time, shift=time.shift)
    if late:
        made = replace(made, time=late.time)
    described = (
        None if event.lower() in _AT_HAND | {""} else understood(patterns()["described"].pattern + event, context)
    )
    note = parts.get("text", "").strip(" \"'“”")
    if "for" in parts or "thanks" in parts:
        note = f"Thank you {parts.get('for', '')}".strip()
    if "todo" in parts:
        note = "please " + _THEIRS.sub(lambda found: _YOURS[found[0].lower()], note)
    if "ask" in parts:
        note = question_to_them(parts["ask"], parts["who"])
    if said.intent is Intent.FORWARD and len(made.people) == 1 and patterns()["told-of-them"].match(note):
        note = to_them(note, parts["who"])
    if said.intent is Intent.AWAY and patterns()["acts-bids"].match(note):
        # "Tell people to call Tom" asks those who write to call him.
        note = to_them(note, "them")
    if patterns()["tells-absent-note"].fullmatch(note):
        # Whoever is away knows it: "let Ana know he'll be out" is told of somebody else.
        note = note[:1].upper() + note[1:]
    elif said.facet == "tell" and (patterns()["told-of-them"].match(note) or speaks_of_them(note, parts["who"])):
        # "Let Tim know he's on the list" is told to him.
        note = to_them(note, parts["who"])
    if (
        said.intent is Intent.CONTACT_ATTENDEES
        and not note.startswith("please ")
        and patterns()["starts-with-them"].match(note)
    ):
        # "Let everyone know they need boots" is read by those who need them.
        note = to_them(note, "them")
    subject = parts.get("subject", "").strip(" \"'“”")
    facet = "silent" if "silent" in parts else {"tell": "new", _BRIEF: ""}.get(said.facet, said.facet)
    # "I'm off on Friday, and cancel my meetings" is about Friday's.
    then = f"{parts['also']} {parts['time']}" if "also" in parts and "time" in parts else ""
    event_said = _bare(described) if described else None
    return replace(made, event=event_said, note=note, subject=subject, facet=facet, then=then)


def _back_then(back: TimeConstraint) -> TimeConstraint:
    """ "Back on Thursday" ends with Wednesday."""
    returns = back.exact or (back.slots[0].start if back.slots else None)
    return TimeConstraint(slots=(Slot(None, returns),), impossible=back.impossible)


def _until_back(away: Understood | None, back: TimeConstraint) -> Understood | None:
    """ "From Wednesday, back Tuesday": up to the first Tuesday after it; as it is where its end is told."""
    [slot] = _back_then(back).slots
    returns = slot.end
    if away is None or len(away.time.slots) != 1 or away.time.slots[0].end or returns is None:
        return away
    start = away.time.slots[0].start
    if start is None:
        return away
    while returns <= start and start - returns < _WEEK:
        returns += _WEEK
    return replace(away, time=replace(away.time, slots=(Slot(start, returns),))) if returns > start else away


def _bare(described: Understood) -> Understood:
    """Spans are of no use out of their said."""
    return replace(described, when=(), note="")


def _who(words: str) -> tuple[PersonMention, ...]:
    words = words.strip()
    return people.only(words, (0, len(words)), Role.REQUIRED) if words else ()


def _is_time(words: str, context: Context) -> bool:
    """Whether the words are times, or an amount of time, and hardly anything else."""
    if _HOUR.fullmatch(words):
        return True
    times = read(words, context)
    if times.impossible:
        return True
    rest = times.beside(words) - _FILLERS
    return bool(times.when) and not rest and any(when.kind is not Kind.SET for when in times.when)
