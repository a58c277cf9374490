"""What only tells something, before or behind a request: "…, the gas man comes on Friday", "Ana is away Monday, so …".

Somebody or something, and a verb that says what they do: its day and hour are none of the request, so they are taken
off. What others may read stays, as the reason of what is called off. Where it tells when somebody cannot meet, has to
leave or gets in, and the request leaves the hour or day open, that bounds it: "…, she has a flight at 5" is before 5.
Only what tells a time is looked at, and only beside a request that has a time of its own. Pure.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import is_weekday, patterns
from dialogs.understand.understood import Kind, When
from dialogs.understand.when.reading import read

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_MOST: Final = 6
"""Places where what is told may begin or end."""
_MARKS: Final = frozenset(".!?;,–—-\n")
_CLOCK: Final = ("minute", "hour")
_DAY: Final = timedelta(days=1)
_WORDS: Final = (" so ", " because ", " since ", " as ", " cos ", " coz ", " cause ")
"""One of either stands between what is told and what is asked for."""


@dataclass(frozen=True)
class _Fact:
    """What is told. `who` is one by name or pronoun, and "" where nobody is named."""

    text: str
    who: str
    when: tuple[When, ...]

    @property
    def is_own(self) -> bool:
        """Whether it is told of the speaker, as the readers of answers know."""
        return self.who.lower() in ("i", "we")


def plainly(utterance: str, context: Context) -> str:
    """The request without the times of what is told beside it; `utterance` itself where nothing is."""
    low = utterance.lower()
    if len(utterance) > _LONGEST or not (_MARKS & set(low) or any(word in low for word in _WORDS)):
        return utterance
    if context.question is not None and context.question.kind not in ("choice", "yes_no", "time"):
        return utterance
    utterance = _without_refusal(utterance)
    said = utterance if context.question else _before(utterance, context)
    return _behind(said, context)


def _without_refusal(utterance: str) -> str:
    """ "I can't do Tuesday at 9 for the audit. Friday at 10 would work, move it" moves that audit to then."""
    found = patterns()["told-other-time"].fullmatch(utterance)
    return f"move {found['event']} {found['old']} to {found['new']}" if found else utterance


def _before(utterance: str, context: Context) -> str:
    """Without what is told first."""
    words = patterns()
    for joint in list(words["only-told-joint"].finditer(utterance))[:_MOST]:
        request = utterance[joint.end() :].strip()
        ends = words["only-told-ends"].match(request)
        if not (ends or words["only-told-asked"].match(request)) or words["told-points-back"].search(request):
            continue
        fact = _told(utterance[: joint.start()], context)
        own = _own_times(request, context) if fact else ()
        if fact is None or not own:
            continue
        if ends:
            why = words["fact-joint"].sub("", fact.text, count=1)
            return utterance if fact.is_own else f"{request.rstrip(' .!')} because {why}"
        bound = _bound(fact, own, moves=bool(words["only-told-moves"].match(request)))
        if not words["told-whom-again"].search(request):
            return f"{request.rstrip(' .!')}{bound}" if bound else request
        # Who "she" is, is told.
        return f"{_without_times(fact)}{joint[0]}{request}{bound}" if fact.who else utterance
    return utterance


def _behind(utterance: str, context: Context) -> str:
    """Without what is told behind it."""
    words = patterns()
    joints = list(words["only-told-joint"].finditer(utterance))[:_MOST]
    for joint in joints:
        request, behind = utterance[: joint.start()].strip(), utterance[joint.end() :]
        ends = words["only-told-ends"].match(request)
        asked = ends or words["only-told-asked"].match(request)
        own = _own_times(request, context) if asked else ()
        if not asked or not (own or ends):
            continue
        until = next((each for each in joints if each.start() >= joint.end()), None)
        clause = utterance[joint.end() : until.start()] if until else behind
        fact = _told(clause, context)
        if fact is None:
            continue
        rest = utterance[until.start() :] if until else ""
        if ends and fact.is_own:
            return utterance
        if ends:
            return f"{request} because {words['fact-joint'].sub('', fact.text, count=1)}{rest}"
        if until and (tells := words["told-them-why"].fullmatch(utterance[until.end() :])):
            rest = f", and tell {tells['whom']} that {words['fact-joint'].sub('', fact.text, count=1)}"
        bound = _bound(fact, own, moves=bool(words["only-told-moves"].match(request)))
        return f"{request}{bound}{rest}"
    return utterance


def _told(clause: str, context: Context) -> _Fact | None:
    """What a clause tells, with a time of its own; None where it asks, wishes, or is no clause."""
    words = patterns()
    clause = clause.strip(" .!")
    found = words["only-told"].fullmatch(clause)
    if found is None or words["asks-first"].match(clause) or words["only-told-not"].search(clause):
        return None
    when = tuple(each for each in read(clause, context).when if not each.anchor)
    if not any(each.start or each.end or each.rrule for each in when):
        return None
    return _Fact(clause, found["who"] or found["two"] or found["one"] or "", when)


def _own_times(request: str, context: Context) -> Sequence[When]:
    return tuple(each for each in read(request, context).when if not each.excluded)


def _bound(fact: _Fact, own: Sequence[When], *, moves: bool) -> str:
    """What it leaves of the time that is asked for: ", not before 10", ", before 5"; "" where it leaves all of it."""
    dated = [each for each in own if each.start and each.end and each.grain not in _CLOCK]
    told = [each for each in fact.when if each.kind is not Kind.DURATION]
    timed = any(each.start and each.grain in _CLOCK for each in own if each.kind is not Kind.DURATION)
    if len(dated) != 1 or len(told) != 1 or not fact.who or timed:
        return ""
    one, then = dated[0], told[0]
    if not _meet(one, then):
        return ""
    words = patterns()
    text = words["time-lead"].sub("", then.text.strip(), count=1)
    if words["told-who-cannot"].search(fact.text):
        return _ruled_out(then, moves=moves)
    if then.kind not in (Kind.TIME, Kind.DATETIME) or then.end:
        return ""
    if words["told-who-leaves"].search(fact.text):
        return f", before {text}"
    return f", after {text}" if words["told-who-gets-in"].search(fact.text) else ""


def _ruled_out(then: When, *, moves: bool) -> str:
    """What is no time for it, as it is said of a search, or of what is moved."""
    text = then.text.strip()
    if then.kind is Kind.SET:
        return f", no {patterns()['time-lead'].sub('', text, count=1)}"
    return f" except {text}" if moves and not then.open else f", not {text}"


def _meet(asked: When, told: When) -> bool:
    """Whether what is told is of any of the days that are asked for; a weekday is one of the week that is meant."""
    if told.kind in (Kind.SET, Kind.TIME) or told.dayless or not (asked.start and asked.end):
        return True
    if asked.end - asked.start > _DAY and is_weekday(patterns()["day-lead"].sub("", told.text.strip(), count=1)):
        return True
    start, end = told.start, told.end or told.start
    return not ((start and asked.end <= start) or (end and end <= asked.start))


def _without_times(fact: _Fact) -> str:
    """What is told, without when."""
    text = fact.text
    for each in fact.when:
        text = re.sub(rf"\s*{re.escape(each.text.strip())}", "", text, count=1)
    return text.strip(" ,")
