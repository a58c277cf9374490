"""Two requests in one message: "cancel the sync and book an hour with Tom" are read one after the other."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.slots import extras
from dialogs.understand.understood import Intent, Kind, Understood
from dialogs.understand.when.reading import read

_ACTS: Final = frozenset(
    (Intent.SCHEDULE, Intent.CANCEL, Intent.RESCHEDULE, Intent.ACCEPT, Intent.TENTATIVE, Intent.DECLINE)
)
_ANSWERS: Final = frozenset((Intent.ACCEPT, Intent.TENTATIVE, Intent.DECLINE))
_CHANGES: Final = frozenset((Intent.UPDATE, Intent.ADD_ATTENDEE, Intent.REMOVE_ATTENDEE))
"""What is asked of an event that exists, and of this one where no other is named."""
_CALLED_OFF: Final = frozenset((Intent.CANCEL, Intent.DECLINE))
_FIRST: Final = _ACTS | {Intent.AWAY}
_ASKS: Final = frozenset((Intent.LIST_EVENTS, Intent.CHECK_AVAILABILITY, Intent.NEXT_MEETING))
_ACT_OF: Final = (("answers-yes", "accept"), ("answers-maybe", "tentatively accept"), ("answers-no", "decline"))
_ALTERS: Final = frozenset(
    (Intent.AMEND, Intent.RESCHEDULE, Intent.UPDATE, Intent.ADD_ATTENDEE, Intent.REMOVE_ATTENDEE)
)
_NTH: Final = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
_LONGEST: Final = 400
"""Characters. What is longer tells a story rather than two requests."""
_SURE: Final = 0.6
_BOOKS: Final = 0.9
"""Confidence from which bare words with a time are a booking."""
_TWO: Final = 2
_MINUTE: Final = timedelta(minutes=1)
_HOURS: Final = (Kind.DATETIME, Kind.RANGE)
_NO_HOURS: Final = (Kind.DATE, Kind.DURATION)

Reader = Callable[[str, Context], Understood]


def split(utterance: str, context: Context, understood: Reader) -> tuple[str, str]:
    """The first request and the second one; the second is empty where there is but one.

    They are two where each has a verb and something that it is about; "book an hour with Tom and invite Ana" is one.
    """
    if len(utterance) <= _LONGEST:
        if both := _and_the_rest(utterance, context, understood):
            return both
        for first, second in _halves(utterance, "next-request"):
            one = understood(first, context)
            if not (_is_request(one, _FIRST) or _changes_another(one, first) or _drops_one(one)):
                continue
            other = understood(second, context)
            # "I'm away on Friday, and cancel my meetings" is about one day; "… and decline the retro" need not be.
            is_apart = one.intent is not Intent.AWAY or bool(other.subject or other.event)
            if _tells_absence(one, first) and other.intent in _CALLED_OFF and other.subject:
                # What cannot be come to is answered first; the absence takes a card of its own.
                return _in_those_hours(second, one, other), first
            if (_is_request(other, _ACTS | _ASKS) or _drops_one(other)) and is_apart:
                return first, _in_its_place(_on_that_day(second, one), one, other)
        for first, second in _halves(utterance, "next-of-it"):
            one, other = understood(first, context), understood(second, context)
            if one.intent in (Intent.ACCEPT, Intent.TENTATIVE) and one.subject and other.intent in _ALTERS:
                return first, second
        for first, second in _halves(utterance, "next-alteration"):
            one, other = understood(first, context), understood(second, context)
            reminds = one.intent in _ANSWERS and other.intent is Intent.SET_REMINDER
            # "Accept the retro and add Tom": the answer is one thing, what becomes of the event is another.
            alters = one.intent in _ANSWERS and other.intent in _ALTERS and other.confidence >= _SURE
            if _is_request(one, _ACTS) and (reminds or alters or _changes_another(other, second)):
                return first, _on_that_day(second, one)
        return (
            _with_reminder(utterance, context, understood)
            or _at_two_times(utterance, context, understood)
            or _bookings(utterance, context, understood)
            or _moves(utterance, context, understood)
            or _on_each_day(utterance, context, understood)
            or (utterance, "")
        )
    return utterance, ""


def _on_that_day(second: str, first: Understood) -> str:
    """ "Cancel the audit on Thursday and put the review in at 2 that day": the first one's day."""
    days = {when.start for when in first.when if when.start}
    return patterns()["that-day"].sub(f"on {min(days):%-d %B}", second) if len(days) == 1 else second


def _tells_absence(said: Understood, words: str) -> bool:
    """Whether it is only told that one is away, and not asked to be set up."""
    return said.intent is Intent.AWAY and not patterns()["sets-absence"].search(words)


def _in_those_hours(second: str, away: Understood, other: Understood) -> str:
    """ "I'm out on Friday, decline the review": Friday's, where nothing else is said of when."""
    days = {when.start for when in away.when if when.start and when.kind is Kind.DATE}
    is_told = other.when or other.note or len(days) != 1
    return second if is_told else f"{second.rstrip(' .!?')} on {min(days):%-d %B}"


def _in_its_place(second: str, first: Understood, other: Understood) -> str:
    """ "Cancel the audit tomorrow and book Tom at 2 instead": on the day that it leaves free."""
    days = {when.start for when in first.when if when.start and when.kind is Kind.DATE}
    clocks = [when for when in other.when if when.kind is not Kind.DURATION]
    is_dayless = bool(clocks) and all(when.kind is Kind.TIME or when.dayless for when in clocks)
    books = first.intent is Intent.CANCEL and other.intent is Intent.SCHEDULE and not other.time.rrule
    if not (books and is_dayless and len(days) == 1):
        return second
    end = clocks[-1].span[1]
    return f"{second[:end]} on {min(days):%-d %B}{second[end:]}"


def _changes_another(said: Understood, words: str) -> bool:
    """Whether an event that is named is changed: "add a room to the retro"; not "add Tom"."""
    if said.intent is Intent.RESCHEDULE:
        return said.event is not None
    named = said.event is not None or patterns()["of-another"].search(words)
    return said.intent in _CHANGES and said.confidence >= _SURE and bool(named)


def _with_reminder(utterance: str, context: Context, understood: Reader) -> tuple[str, str] | None:
    """ "Make the audit private and set a reminder 30 minutes before it", or the other way round."""
    words = patterns()
    for first, second in _halves(utterance, "next-reminder"):
        rest, extra = extras.cut(second, context)
        if not extra.reminder or not extras.is_all(rest):
            continue
        one = understood(first, context)
        if one.intent is Intent.UPDATE and one.event:
            return first, f"remind me {extra.reminder // _MINUTE} minutes before it"
        if words["marks-it"].fullmatch(first) and words["asks-reminder"].match(second):
            # What it is called may make it sound like something else: "make the bank visit private".
            return first, second
    for first, second in _halves(utterance, "next-mark"):
        one, other = understood(first, context), understood(second, context)
        named = bool(one.subject or one.event or one.time.anchor) and one.facet != "task"
        reminds = one.intent is Intent.SET_REMINDER and named
        if reminds and other.intent in (Intent.UPDATE, Intent.RESCHEDULE) and other.event is None:
            return first, second
    return None


def _and_the_rest(utterance: str, context: Context, understood: Reader) -> tuple[str, str] | None:
    """ "Maybe to the review, accept the rest": those that are left once the first one is answered."""
    found = patterns()["and-the-rest"].fullmatch(utterance)
    said = understood(found["first"], context) if found else None
    if found is None or said is None or said.intent not in _ANSWERS or said.scope:
        return None
    name = said.subject or (f"{_NTH[said.choice]} one" if said.choice in _NTH else "")
    act = next((act for name, act in _ACT_OF if patterns()[name].match(found["act"])), found["act"])
    if not name:
        return None
    rest = "the other invitation" if found["one"] else "all invitations"
    return found["first"], f"{act} {rest} except the {name}"


def answers_apart(said: Understood, utterance: str) -> bool:
    """Whether some invitations are to be answered otherwise than others: "decline the review, maybe to the retro"."""
    if said.intent not in _ANSWERS:
        return False
    words = patterns()
    ways = sum(bool(words[way].search(utterance)) for way in ("answers-yes", "answers-maybe", "answers-no"))
    return ways > 1 and "tentatively accept" not in utterance.lower()


def _on_each_day(utterance: str, context: Context, understood: Reader) -> tuple[str, str] | None:
    """ "With Zofia Thursday and Friday at 1", "mon wed fri at 9 with Tom": the first of these days, and the others."""
    in_row = patterns()["days-in-a-row"].search(utterance)
    said = understood(utterance, context) if in_row or " and " in utterance.lower() else None
    if said is None or said.intent is not Intent.SCHEDULE or said.time.rrule:
        return None
    times = [when for when in said.when if when.kind is Kind.DATETIME and when.start and not when.excluded]
    spans = {when.span for when in times}
    if len(times) < _TWO or len(spans) != 1 or len({when.start.date() for when in times if when.start}) != len(times):
        return None
    [(start, end)] = spans
    together = utterance[start:end].lower()
    if not (in_row or " and " in together) or " or " in together:
        return None
    days = [f"{when.start:%-d %B}" for when in times if when.start]
    clock = f"{times[0].start:%H:%M}"
    parts = (" and ".join(days[:1]), " and ".join(days[1:]))
    lead = utterance[:start].removesuffix("on ")
    first, second = (f"{lead}on {part} at {clock}{utterance[end:]}" for part in parts)
    return first, second


def _at_two_times(utterance: str, context: Context, understood: Reader) -> tuple[str, str] | None:
    """ "With Tom Monday at 10 and Thursday at 4 about the audit": the same at either of two times that are said."""
    for joint in patterns()["joins-times"].finditer(utterance):
        front, rest = utterance[: joint.start()], utterance[joint.end() :]
        one = next((each for each in read(front, context).when if each.span[1] == len(front)), None)
        other = next((each for each in read(rest, context).when if each.span[0] == 0), None)
        if one is None or other is None or not all(each.start and each.kind in _HOURS for each in (one, other)):
            continue
        first, second = front + rest[other.span[1] :], front[: one.span[0]] + rest
        both = understood(first, context), understood(second, context)
        if all(each.intent is Intent.SCHEDULE and each.time.exact and not each.time.rrule for each in both):
            return (first, second) if both[0].time.exact != both[1].time.exact else None
    return None


def _bookings(utterance: str, context: Context, understood: Reader) -> tuple[str, str] | None:
    """ "Book Will on Monday at 10 and Matthew at 11": two, where each half has an hour and somebody of its own.

    A day that only one of them says is that of the other, too.
    """
    for found in patterns()["next-booking"].finditer(utterance):
        first, second = utterance[: found.start()], f"book {utterance[found.end() :]}"
        if not (_has_hour(second, context) and _has_hour(first, context)):
            continue
        one, other = understood(first, context), understood(second, context)
        if not all(each.intent is Intent.SCHEDULE and each.time.exact and _names(each) for each in (one, other)):
            continue
        if _says_day(one) and not _says_day(other):
            second = f"{second.rstrip(' .!?')} on {one.time.exact:%-d %B}"
        elif _says_day(other) and not _says_day(one):
            first = f"{first} on {other.time.exact:%-d %B}"
        return first, second
    return None


def _moves(utterance: str, context: Context, understood: Reader) -> tuple[str, str] | None:
    """ "Move the audit to 3 and the retro to 4": two, where each half names its event and its own time."""
    if not patterns()["moves-first"].match(utterance):
        return None
    for first, behind in _halves(utterance, "next-moved"):
        second = f"move {behind}"
        one, other = understood(first, context), understood(second, context)
        if all(each.intent is Intent.RESCHEDULE and each.event and _is_timed(each) for each in (one, other)):
            return first, second
    return None


def _is_timed(said: Understood) -> bool:
    return bool(said.time.exact or said.time.slots)


def _has_hour(words: str, context: Context) -> bool:
    """Whether a time of day may be said, which is read sooner than all of it."""
    return any(when.kind not in _NO_HOURS for when in read(words, context).when)


def _says_day(said: Understood) -> bool:
    return said.time.clock is None


def _names(said: Understood) -> bool:
    """Whether somebody is named, and not only a verb of booking."""
    return bool(said.people or [each for each in said.bare if each.text.lower() != "book"])


def _halves(utterance: str, where: str) -> Iterator[tuple[str, str]]:
    for found in patterns()[where].finditer(utterance):
        yield utterance[: found.start()], utterance[found.end() :]


def _drops_one(said: Understood) -> bool:
    """ "Cancel roadmap", which only the calendar knows for a meeting."""
    return said.intent is Intent.CANCEL_DIALOG and bool(said.subject) and not (said.certain or said.facet)


def _is_request(said: Understood, intents: frozenset[Intent]) -> bool:
    about = said.when or said.people or said.subject or said.noun or said.facet or said.choice is not None or said.event
    if said.intent is Intent.SCHEDULE and said.confidence < _BOOKS and not (said.people or said.bare or said.subject):
        # "Somebody is coming round on Thursday" tells of a day, and asks for nothing.
        return False
    return said.intent in intents and said.confidence >= _SURE and bool(about)
