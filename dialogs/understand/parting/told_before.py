"""A request beside sentences that only tell what goes on: "The trains are a mess today. Decline the review".

What tells of no time, nobody and no meeting is nothing that a request could want of it, and is left out before anything
is read. Where it tells of some, it is left out if the request stands without it, and all of it together says something
else or nothing at all; what is told behind a request, if it would only be taken for a part of what is asked.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.intent.decision import ANSWERS
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Understood
from dialogs.understand.when.reading import read

_LONGEST: Final = 400
"""Characters. What is longer tells a story."""
_MOST: Final = 4
"""Joints at which a request may begin."""
_SURE: Final = 0.9
_LIKELY: Final = 0.6
"""Confidence from which what begins like a request is one."""
_NOTHING: Final = frozenset((Intent.OUT_OF_SCOPE, Intent.SMALLTALK, Intent.THANKS, Intent.GREET, Intent.GOODBYE))
_OF_A_CARD: Final = frozenset(
    (Intent.YES, Intent.NO, Intent.SELECT, Intent.AMEND, Intent.NAVIGATE, Intent.CANCEL_DIALOG)
)
"""What is said of what is open, and asks for nothing where nothing is."""
_FREE_TEXT: Final = frozenset(("note", "subject"))
_FIRM: Final = frozenset((Intent.YES, Intent.SELECT))
_REASONED: Final = ANSWERS | {Intent.SCHEDULE, Intent.AWAY}
"""What is told before these may be read by others, or tell what it is about."""
_TIMELESS: Final = ANSWERS | {
    Intent.CANCEL,
    Intent.UPDATE,
    Intent.ADD_ATTENDEE,
    Intent.REMOVE_ATTENDEE,
    Intent.RESCHEDULE,
    Intent.CONTACT_ATTENDEES,
    Intent.EVENT_DETAILS,
    Intent.EMAIL_SEND,
    Intent.PROPOSE,
}
"""What is asked of an event that is named: when something else is, does not tell which."""
_READ_BY_OTHERS: Final = ANSWERS | {Intent.CANCEL, Intent.CONTACT_ATTENDEES, Intent.EMAIL_SEND, Intent.AWAY}

Reader = Callable[[str, Context], Understood]


@dataclass(frozen=True)
class _Part:
    """What is told, and the request behind it."""

    front: str
    request: str
    tells_why: bool


def request_alone(utterance: str, context: Context, heard: Reader) -> str:
    """The words without what is told before them and could mean nothing to them; `utterance` itself where none is.

    What answers a question for a text is that text, all of it.
    """
    if context.question and context.question.kind in _FREE_TEXT:
        return utterance
    utterance = _joined(utterance, context)
    for _ in range(_MOST):
        shorter = _shortened(utterance, context, heard)
        if shorter == utterance:
            break
        utterance = shorter
    return _reasonless(_asked_alone(utterance, context, heard), context, heard)


def _joined(utterance: str, context: Context) -> str:
    """ "Not before 10, and Priya is in India so nothing after 1": two answers without what is told between them."""
    words = patterns()
    found = words["told-between"].fullmatch(utterance) if context.question and len(utterance) <= _LONGEST else None
    if found is None or not _only_tells(found["told"]) or read(found["told"], context).when:
        return utterance
    return f"{found['first']} and {found['then']}"


def _asked_alone(utterance: str, context: Context, heard: Reader) -> str:
    """ "Can you push the first one to 3? It's on top of the critique": the request without why it is made."""
    words = patterns()
    found = words["asked-then-why"].fullmatch(utterance) if len(utterance) <= _LONGEST else None
    if found is None or words["before-asks"].search(found["told"]):
        return utterance
    if any(not words["weak-time"].fullmatch(when.text) for when in read(found["told"], context).when):
        return utterance
    alone = heard(found["request"], context)
    is_read = alone.intent in _NOTHING | _READ_BY_OTHERS | {Intent.SCHEDULE}
    return utterance if is_read or alone.note else str(found["request"])


def _reasonless(utterance: str, context: Context, heard: Reader) -> str:
    """ "Only Thursday please, the other days are full": a sure answer without why it is given, where that hides it."""
    words = patterns()
    joints = list(words["behind-joint"].finditer(utterance)) if len(utterance) <= _LONGEST else []
    said = heard(utterance, context) if joints else None
    if said is None or said.certain or said.note or not (context.question or said.intent in _NOTHING):
        return utterance
    for joint in joints[-_MOST:]:
        front, tail = utterance[: joint.start()], utterance[joint.end() :].strip(" .!")
        only_tells = bool(words["amid-remark"].fullmatch(tail)) and not words["amid-not"].search(tail)
        # What led nowhere as a whole can lose more that is only told.
        only_tells = only_tells or (said.intent in _NOTHING and bool(words["told-of-those"].fullmatch(tail)))
        if not only_tells or any(not words["weak-time"].fullmatch(when.text) for when in read(tail, context).when):
            continue
        alone = heard(front, context)
        is_said = alone.intent is said.intent or said.intent in _NOTHING
        if is_said and alone.intent not in _NOTHING | _FIRM and (alone.certain or alone.confidence >= _SURE):
            return front
    return utterance


def _shortened(utterance: str, context: Context, heard: Reader) -> str:
    for part in _parts(utterance, is_open=context.question is not None):
        if not context.question and patterns()["only-praises"].fullmatch(part.front):
            return part.request
        if not _is_idle(part, context):
            continue
        alone = heard(part.request, context)
        if context.question:
            is_sure = alone.intent not in _NOTHING and (alone.certain or alone.confidence >= _SURE)
            if not (is_sure or patterns()["before-opens"].match(part.request)):
                continue
            if alone.intent in _FIRM and patterns()["second-thoughts"].search(part.front):
                continue
        elif alone.intent in ANSWERS | {Intent.CANCEL} and patterns()["of-a-row"].search(part.request):
            return f"{part.request} because {part.front}" if _tells_why(part, alone) else part.request
        elif _gives_more(heard(utterance, context), alone):
            continue
        return part.request
    return utterance


def _tells_why(part: _Part, alone: Understood) -> bool:
    """Whether it is why somebody does not come, which the organizer may read."""
    tells = part.tells_why or patterns()["tells-of-oneself"].match(part.front)
    return bool(tells) and alone.intent is not Intent.ACCEPT and part.front.count(" ") > 1


def _gives_more(said: Understood, alone: Understood) -> bool:
    """Whether what is told may be read by others, or tells what the request is about."""
    return bool(said.note) or (alone.intent in _REASONED and said.intent is alone.intent)


def without_story(utterance: str, said: Understood, context: Context, heard: Reader) -> Understood:
    """The request alone where it means more than the whole, which was read as `said`; else `said` itself."""
    if context.question:
        return said
    if said.intent is Intent.SCHEDULE and said.then and patterns()["tells-of-oneself"].match(said.subject):
        # "I'm in a workshop on Friday, please decline the stand-up then" books no workshop.
        return heard(said.then, context)
    if said.intent is Intent.ACCEPT and said.then and patterns()["is-somewhere"].match(utterance):
        return heard(said.then, context)
    for part in _parts(utterance, is_open=False):
        alone = heard(part.request, context)
        if not _asks(alone):
            continue
        if _is_same(alone, said) or alone.intent is said.intent is Intent.SCHEDULE:
            return said
        if said.intent in _TIMELESS and said.subject and said.subject.lower() in part.front.lower():
            # "The roadmap is off, let everyone know": of what is told, something is wanted.
            return said
        stands = _is_idle(part, context) and _stands(alone, part, context)
        if said.intent not in _NOTHING and not stands:
            return said
        told = heard(part.front, context)
        if told.certain and told.intent not in _NOTHING:
            return said
        if alone.intent in ANSWERS:
            why = part.front if part.tells_why else ""
            return replace(alone, note=alone.note or (said.note if said.intent is alone.intent else "") or why)
        return alone
    return _without_behind(utterance, said, context, heard)


def _without_behind(utterance: str, said: Understood, context: Context, heard: Reader) -> Understood:
    """The request without what is told behind it, which the whole took for a part of it, or was lost upon."""
    if len(utterance) > _LONGEST:
        return said
    words = patterns()
    for joint in list(words["behind-joint"].finditer(utterance))[-_MOST:]:
        request, tail = utterance[: joint.start()], utterance[joint.end() :].strip(" .!")
        is_remark = bool(words["tells-of-oneself"].match(tail) and words["amid-remark"].fullmatch(tail))
        only_tells = is_remark and not words["amid-not"].search(tail)
        is_sorry = bool(words["behind-sorry"].fullmatch(tail))
        if not (joint["why"] or only_tells or is_sorry):
            continue
        takes = (is_sorry and said.intent not in _READ_BY_OTHERS) or tail.lower() in said.subject.lower()
        if said.intent not in _NOTHING and not takes:
            continue
        alone = heard(request, context)
        if _asks(alone):
            return alone
    return said


def _asks(said: Understood) -> bool:
    """Whether these words alone surely ask for something."""
    return said.intent not in _NOTHING | _OF_A_CARD and (said.certain or said.confidence >= _LIKELY)


def _parts(utterance: str, *, is_open: bool) -> Iterator[_Part]:
    """Wherever a request may begin. `is_open`: it may be any answer to what is open."""
    if len(utterance) > _LONGEST:
        return
    words = patterns()
    for joint in list(words["before-joint"].finditer(utterance))[:_MOST]:
        front, request = utterance[: joint.start()].strip(), utterance[joint.end() :]
        if not front or words["before-asks"].search(front):
            continue
        if any(words["before-opens"].match(front[amid.end() :]) for amid in words["before-joint"].finditer(front)):
            # What stands before it asks for something itself.
            continue
        if not (is_open or words["before-opens"].match(request)):
            continue
        if joint["hard"] or _only_tells(front) or words["only-praises"].fullmatch(front):
            yield _Part(front, request, bool(words["joins-so"].search(joint[0])))


def _only_tells(words: str) -> bool:
    return bool(patterns()["amid-remark"].fullmatch(words) or patterns()["tells-how-it-goes"].fullmatch(words))


def _is_idle(part: _Part, context: Context) -> bool:
    """Whether what is told holds nothing that the request could want: no time, no meeting, nobody that it means.

    While something is open, "it" is that.
    """
    words = patterns()
    if words["too-much"].fullmatch(part.front) and not context.question:
        # "Too early. Suggest 4 instead": of what is at hand, and only why.
        return True
    if not _only_tells(part.front) or words["tells-of-meeting"].search(part.front):
        return False
    of_oneself = words["tells-of-oneself"].match(part.front)
    if words["points-at-somebody"].search(part.request) and not of_oneself:
        return False
    goes_on = words["tells-how-it-goes"].fullmatch(part.front) or words["somebody-told"].match(part.front)
    if not (context.question or of_oneself or goes_on) and words["points-at-told"].match(part.request):
        return False
    return all(words["weak-time"].fullmatch(when.text) for when in read(part.front, context).when)


def _is_same(alone: Understood, said: Understood) -> bool:
    """Whether the request means the same without what is told, which may add why."""
    parts = ("intent", "subject", "event", "time", "choice", "facet", "scope")
    return all(getattr(alone, each) == getattr(said, each) for each in parts) and set(alone.people) <= set(said.people)


def _stands(alone: Understood, part: _Part, context: Context) -> bool:
    """Whether the request tells all that it needs."""
    if patterns()["points-back"].search(part.request) and not alone.choice:
        return False
    if alone.intent is Intent.SCHEDULE and not (alone.people and (alone.time.exact or alone.time.slots)):
        return False
    if alone.intent in _TIMELESS:
        return bool(alone.subject or alone.event or alone.people or alone.choice)
    has_day = any(when.start and not when.dayless for when in alone.when)
    return has_day or not any(when.start for when in read(part.front, context).when)
