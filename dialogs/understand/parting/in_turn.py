"""Two things in one message, taken in turn: "what's on today, and is Denise free at 3?", "move it and mail Tom …".

A question beside a request is answered first, as it waits for nothing; a message to somebody waits until what it tells
of is done. Two requests that `requests.split` knows are none of these.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Kind, Understood
from dialogs.understand.when.reading import read
from dialogs.understand.wording import asked_of_one

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_SURE: Final = 0.75
_MESSAGES: Final = frozenset((Intent.EMAIL_SEND, Intent.CONTACT_ATTENDEES))
_OF_ANYTHING: Final = frozenset((Intent.EVENT_DETAILS, Intent.LOOKUP_PERSON, Intent.ASK_TIME))
"""Questions whose answer stays the same, whatever is done."""
_OF_TIME: Final = frozenset((Intent.LIST_EVENTS, Intent.CHECK_AVAILABILITY, Intent.NEXT_MEETING))
_QUESTIONS: Final = _OF_ANYTHING | _OF_TIME
_ACTS: Final = frozenset(
    (Intent.SCHEDULE, Intent.RESCHEDULE, Intent.UPDATE, Intent.CANCEL, Intent.ADD_ATTENDEE, Intent.REMOVE_ATTENDEE)
).union((Intent.ACCEPT, Intent.TENTATIVE, Intent.DECLINE))

Reader = Callable[[str, Context], Understood]


@dataclass(frozen=True)
class InTurn:
    """What is taken first, and what comes next. `waits`: only once the first one is done."""

    first: str
    second: str
    waits: bool = False


def in_turn(utterance: str, context: Context, understood: Reader) -> InTurn | None:
    """The two things in the order in which they are taken; None where there are no two of this kind."""
    if context.question or len(utterance) > _LONGEST:
        return None
    if (
        parted := _if_free(utterance, context)
        or _answered_and_booked(utterance, context)
        or _two_messages(utterance, context, understood)
    ):
        return parted
    words = patterns()
    utterance = asked_of_one.plainly(utterance, context)
    utterance = words["things-lead"].sub("", utterance, count=1) if words["things-lead"].match(utterance) else utterance
    whole: Understood | None = None
    for joint in words["thing-joint"].finditer(utterance):
        front, behind = utterance[: joint.start()], utterance[joint.end() :]
        if not front.strip() or words["thing-goes-on"].match(behind):
            continue
        writes = bool(words["thing-writes"].match(behind))
        if not (writes or words["thing-asks"].match(behind) or words["thing-asks"].match(front)):
            continue
        whole = whole or understood(utterance, context)
        if whole.others or whole.then:
            # Both are known by the build of them all.
            return None
        one, other = understood(front, context), understood(behind, context)
        if writes and _is_act(one) and other.intent is Intent.EMAIL_SEND and other.people and other.note:
            return InTurn(front, behind, waits=True)
        if writes or other.then or one.then:
            continue
        if other.intent is Intent.EVENT_DETAILS and not _names(other) and one.intent is other.intent:
            # "Who's coming, and who declined?" is of one event, whose card tells both.
            continue
        if _asks(one) and _asks(other):
            return InTurn(front, _on_its_day(behind, one, other, context))
        if _asks(one) and _is_act(other) and one.intent is not Intent.CHECK_AVAILABILITY:
            return InTurn(front, behind)
        if _is_act(one) and _asks(other) and other.intent in _OF_ANYTHING:
            return InTurn(behind, front)
    return _of_what_is_found(utterance, context, understood)


def _two_messages(utterance: str, context: Context, understood: Reader) -> InTurn | None:
    """ "Tell Katrin it is signed, and ask Diego for the numbers": two messages, and no part of the first one."""
    words = patterns()
    if not words["message-begins"].match(utterance):
        return None
    for joint in words["message-joint"].finditer(utterance):
        front, behind = utterance[: joint.start()], utterance[joint.end() :]
        one, other = understood(front, context), understood(behind, context)
        both = {one.intent, other.intent} <= _MESSAGES and all(
            each.note or each.facet == "late" for each in (one, other)
        )
        told, asked = ({who.text.lower() for who in each.people} for each in (one, other))
        if both and told and asked and not told & asked and not (one.then or one.mail):
            return InTurn(front, behind, waits=True)
    return None


def _answered_and_booked(utterance: str, context: Context) -> InTurn | None:
    """ "Tell him yes and put it in", of the mail that is read: its answer, and the meeting that it asks for."""
    found = patterns()["reply-and-book"].fullmatch(utterance) if context.has_mail else None
    return InTurn(found["reply"], "turn this mail into a meeting", waits=True) if found else None


def _of_what_is_found(utterance: str, context: Context, understood: Reader) -> InTurn | None:
    """ "What's my next meeting, and who's in it?": what is asked behind is of the one that is found first."""
    words = patterns()
    for joint in words["thing-joint"].finditer(utterance):
        front, behind = utterance[: joint.start()], utterance[joint.end() :]
        goes_on = front.strip() and words["thing-goes-on"].match(behind)
        if goes_on and _finds_one(understood(front, context)) and _asks_of_it(understood(behind, context)):
            return InTurn(front, behind)
    return None


def _if_free(utterance: str, context: Context) -> InTurn | None:
    """What is to be put into the calendar of whom it is asked first whether they are free: then, and there."""
    found = patterns()["thing-if"].fullmatch(utterance)
    if found is None:
        return None
    then = [when.text for when in read(found["first"], context).when if when.start]
    second, who = found["second"], found["who"]
    second = second.replace(f" his {found['cal']}", f" {who}'s {found['cal']}")
    for own in ("his", "her", "their"):
        second = second.replace(f" {own} {found['cal']}", f" {who}'s {found['cal']}")
    clocks = [when for when in read(second, context).when if when.kind is not Kind.DURATION]
    if not clocks and len(then) == 1:
        at = second.index(f"{found['cal']}") + len(found["cal"])
        second = f"{second[:at]} {then[0]}{second[at:]}"
    return InTurn(found["first"], second)


def _asks(said: Understood) -> bool:
    """Whether it is a question that stands on its own."""
    if said.intent not in _QUESTIONS or said.confidence < _SURE:
        return False
    return bool(_names(said) or said.intent is not Intent.EVENT_DETAILS or said.facet)


def _finds_one(said: Understood) -> bool:
    """Whether its answer is one event, of which nothing more was known before: "what's next", "what's at 3"."""
    if said.confidence < _SURE or said.others or said.then:
        return False
    return said.intent is Intent.NEXT_MEETING or (said.intent is Intent.LIST_EVENTS and said.time.exact is not None)


def _asks_of_it(said: Understood) -> bool:
    return said.intent is Intent.EVENT_DETAILS and bool(said.facet) and not _names(said)


def _names(said: Understood) -> bool:
    """Whether it tells what it is about."""
    return bool(said.subject or said.people or said.event or said.location or said.when)


def _is_act(said: Understood) -> bool:
    named = said.subject or said.people or said.event or said.bare or said.others
    timed = said.time.exact or said.time.slots
    return said.intent in _ACTS and said.confidence >= _SURE and bool(named or timed)


def _on_its_day(behind: str, one: Understood, other: Understood, context: Context) -> str:
    """The second question with the day of the first, where it says an hour and no day."""
    days = {when.start.date() for when in one.when if when.start and not when.dayless and when.kind is not Kind.TIME}
    clocks = [when for when in other.when if when.kind is not Kind.DURATION]
    is_dayless = bool(clocks) and all(when.dayless or when.kind is Kind.TIME for when in clocks)
    if len(days) != 1 or not is_dayless or days == {context.now.date()}:
        return behind
    end = clocks[-1].span[1]
    return f"{behind[:end]} on {min(days):%-d %B}{behind[end:]}"
