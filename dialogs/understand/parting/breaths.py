"""What is said in several breaths to a question of ours: a remark and then the answer, or two corrections at once.

"Oh, he's on leave? Then Monday, same time" answers with Monday; "make that 9 and add Kavita" corrects two things;
"never mind, I'll call her" gives it up.
"""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.parting.clauses import asked_in, clauses, heard, plainly
from dialogs.understand.understood import Extras, Intent, TimeConstraint, Understood
from dialogs.understand.when.reading import read

_LONGEST: Final = 200
"""Characters. What is longer tells a story."""
_ASKED: Final = frozenset(("yes_no", "choice"))
_IDLE: Final = frozenset(
    (Intent.OUT_OF_SCOPE, Intent.SMALLTALK, Intent.THANKS, Intent.GOODBYE, Intent.GREET, Intent.HELP)
)
_CORRECTING: Final = frozenset(
    (Intent.AMEND, Intent.UPDATE, Intent.RESCHEDULE, Intent.ADD_ATTENDEE, Intent.REMOVE_ATTENDEE)
)
_ANSWERING: Final = _CORRECTING | {Intent.YES, Intent.NO, Intent.SELECT, Intent.NAVIGATE, Intent.CANCEL_DIALOG}
_DECIDED: Final = 0.75
_FEW: Final = 2
"""Corrections of which none may be lost."""
_BRIEF: Final = 6
"""Words of "so please just book it then"."""
_MERGED: Final = ("subject", "location", "online", "shift", "longer", "room", "facet", "choice")
"""What one correction says and the other does not."""

_BY_ONESELF: Final = Understood(Intent.SMALLTALK, 1.0, facet="by_oneself")
"""What somebody does without us: "I'll give him a ring"."""

Reader = Callable[[str, Context], Understood]


def in_breaths(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """The answer behind a remark, two corrections as one, or that it is given up; None where it is said in one breath.

    `understood` reads one breath.
    """
    if len(utterance) > _LONGEST:
        return None
    if context.question is None:
        return _with_nothing_open(utterance, context)
    if _is_given_up(utterance, context):
        return Understood(Intent.CANCEL_DIALOG, 1.0)
    if context.question.kind not in _ASKED:
        return None
    if plain := _without_aside(utterance):
        return understood(plain, context)
    if plain := _kept_but(utterance):
        said = understood(plain, context)
        # A bare time would tell which one is to be cancelled.
        return replace(said, runner_up=Intent.RESCHEDULE) if said.intent is Intent.AMEND and said.when else said
    if patterns()["hour-is"].fullmatch(utterance):
        # "3 is fine, book it" is no yes to another hour.
        return None
    for name in ("who-not-whom", "not-whom-but-who", "not-who-stop"):
        if (turned := patterns()[name].sub(r"swap \g<out> for \g<in>", utterance)) != utterance:
            return understood(turned, context)
    return (
        _swapped(utterance, context, understood)
        or _another_hour(utterance, context, understood)
        or _behind_remark(utterance, context, understood)
        or _before_remark(utterance, context, understood)
        or _two(utterance, context, understood)
        or _several(utterance, context, understood)
    )


def _without_aside(utterance: str) -> str:
    """ "Not Tom, Ana. Brain not awake yet": the correction alone, where somebody only speaks of themselves."""
    found = patterns()["aside-behind"].fullmatch(utterance)
    return str(found["said"]) if found else ""


def _kept_but(utterance: str) -> str:
    """ "No wait, keep it. Move it to 4 instead": what is to become of it, rather than what is asked."""
    words = patterns()
    found = words["kept-then"].fullmatch(utterance)
    # "Make it 4" might be how long it takes.
    return f"no, {words['made-then'].sub('move it to ', found['rest'], count=1)}" if found else ""


def _with_nothing_open(utterance: str, context: Context) -> Understood | None:
    """What somebody does without us, or that something is not wanted any more: "never mind, they're on board"."""
    words = patterns()
    if words["by-oneself"].fullmatch(utterance):
        return _BY_ONESELF
    found = words["waved-off"].fullmatch(utterance)
    is_alone = found is not None and not words["asks-for"].match(found["why"]) and not read(found["why"], context).when
    return Understood(Intent.CANCEL_DIALOG, 1.0) if is_alone else None


def _is_given_up(utterance: str, context: Context) -> bool:
    """ "Never mind, I'll call her": what is open is not wanted any more, which nobody takes for a correction."""
    words = patterns()
    if context.question and context.question.kind in _ASKED:
        alone = (words[name].fullmatch(utterance) for name in ("speaks-to-them", "by-oneself"))
        if any(alone):
            return True
    found = words["given-up"].fullmatch(utterance)
    if found is None or (found["cancel"] and context.question and context.question.kind != "choice"):
        # "Cancel it, I'll tell them" may be a yes to what is asked.
        return False
    if words["in-another-way"].fullmatch(found["why"]):
        return True
    return bool(
        found["up"] and words["no-more-wanted"].fullmatch(found["why"]) and not read(found["why"], context).when
    )


def _swapped(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """ "Not tomorrow, Friday": the time that is said last."""
    found = patterns()["not-this-but"].fullmatch(utterance)
    if found is None or not _is_time(found["out"], context):
        return None
    said = understood(found["in"], context)
    timed = said.time.exact or said.time.slots
    return said if said.intent in _CORRECTING and timed and not said.time.excluded else None


def _another_hour(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """ "That's 5 in the morning for her, 4pm", "too late for me, could we do 2pm": the time that is said last."""
    words = patterns()
    tried = (words[name].fullmatch(utterance) for name in ("too-soon", "their-hour", "own-question", "taken-hour"))
    found = next(filter(None, tried), None)
    said = understood(found["rest"], context) if found else None
    return said if said and said.intent in _CORRECTING and (said.time.exact or said.time.slots) else None


def _is_time(words: str, context: Context) -> bool:
    """Whether nothing but a time is said."""
    when = read(words, context).when
    return len(when) == 1 and when[0].span == (0, len(words))


def _behind_remark(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """The answer without what is only remarked before it: that somebody is away, or that it can wait."""
    words = patterns()
    for found in words["breath"].finditer(utterance):
        remark, rest = utterance[: found.end()].strip(), utterance[found.end() :].strip()
        waves = words["waves-off"].search(remark)
        if not rest or not (waves or _is_idle(remark, rest, context, understood)):
            continue
        said = understood(rest, context)
        if waves and (said.intent is Intent.YES or (words["books-it"].search(rest) and len(rest.split()) <= _BRIEF)):
            return replace(said, intent=Intent.YES, confidence=1.0, facet="anyway", people=(), subject="")
        if said.intent in _ANSWERING and said.confidence >= _DECIDED and not said.event:
            return said
    return None


def _before_remark(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """ "Drop Tom, he's not needed": the correction without its reason."""
    found = patterns()["remark-behind"].search(utterance)
    front = utterance[: found.start()].strip() if found else ""
    if not found or not front:
        return None
    said, remark = understood(front, context), understood(found["remark"], context)
    away = patterns()["cannot-then"].search(found["remark"])
    named = (remark.when and not away) or any(each.kind != "pronoun" for each in remark.people)
    return said if said.intent in _CORRECTING and any(_told(said)) and not said.event and not named else None


def _is_idle(remark: str, rest: str, context: Context, understood: Reader) -> bool:
    """Whether these words alone would neither ask for anything nor tell when or with whom."""
    said, words = understood(remark, context), patterns()
    # "I have something at 9 though": when one is engaged is no time that is wanted.
    engaged = words["cannot-then"].search(remark) or words["engaged"].search(remark)
    if (
        (said.when and not (engaged and words["proposes"].match(rest)))
        or any(each.kind != "pronoun" for each in said.people)
        or remark.count(" ") == 0
    ):
        return False
    if engaged and said.when:
        return True
    answers_itself = remark.endswith("?") and bool(words["own-answer"].match(rest))
    agrees = said.intent is Intent.YES and not said.facet and understood(rest, context).intent is Intent.SELECT
    return said.intent in _IDLE or said.confidence < _DECIDED or answers_itself or agrees


def _two(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """ "Make it 9 and add Kavita": one correction, where each half says something that the other does not."""
    for found in patterns()["more-of-it"].finditer(utterance):
        first, second = utterance[: found.start()].strip(), utterance[found.end() :].strip()
        one, other = understood(first, context), understood(second, context)
        if not all(each.intent in _CORRECTING and not each.event and not each.also for each in (one, other)):
            continue
        said, added = set(_told(one)), set(_told(other))
        if said and added and not said & added:
            return _merged(one, other)
    return None


def _several(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """ "Make it 45, and not Elif - Kevin", "push it to 4, make it 45 and call it Budget": as many as are said."""
    if patterns()["not-who-but"].search(utterance):
        utterance = patterns()["not-who-but"].sub(r"swap \g<out> for \g<in>", utterance)
    elif asked_in(utterance) < _FEW and not any(map(_is_bare_number, _asked(utterance))):
        return None
    found = heard(utterance, 0, context, understood)
    if not found.said or found.unheard or found.then:
        return None
    first, *others = found.said
    for other in others:
        both = set(_told(first)) & set(_told(other))
        if first.also or other.also or other.event or (both and not (both == {"people"} and _are_others(first, other))):
            return None
        first = _merged(first, other)
    return first if first.intent in _CORRECTING and not first.event else None


def _asked(utterance: str) -> Iterator[str]:
    return (utterance[each.start : each.end].strip(" .!?,") for each in clauses(utterance) if each.asks)


def _is_bare_number(words: str) -> bool:
    """ "Bump it to 45", "start it 15 later"."""
    return plainly(words) != words and any(patterns()[name].fullmatch(words) for name in ("its-length", "its-shift"))


def _are_others(one: Understood, other: Understood) -> bool:
    """Whether no one is named in both."""
    names = [{each.text.lower() for each in said.people} for said in (one, other)]
    return not names[0] & names[1]


def _told(said: Understood) -> Iterator[str]:
    """What it says something of."""
    time = said.time
    if time.exact or time.slots or time.clock or time.anchor or said.shift is not None:
        yield "time"
    if time.duration or said.longer is not None:
        yield "length"
    if time.rrule:
        yield "repeats"
    if said.people:
        yield "people"
    for name in ("subject", "location", "online", "room"):
        if getattr(said, name) not in ("", None):
            yield name
    if said.extras != Extras():
        yield "extras"


def _merged(one: Understood, other: Understood) -> Understood:
    """Both as one correction."""
    taken = {name: getattr(one, name) or getattr(other, name) for name in _MERGED}
    taken["online"] = one.online if one.online is not None else other.online
    return replace(
        one,
        **taken,
        intent=Intent.AMEND,
        when=(*one.when, *other.when),
        time=_times(one.time, other.time),
        people=(*one.people, *other.people),
        bare=(*one.bare, *other.bare),
        extras=one.extras if one.extras != Extras() else other.extras,
    )


def _times(one: TimeConstraint, other: TimeConstraint) -> TimeConstraint:
    """What either says, field by field; the first one's where both do."""
    plain = TimeConstraint()
    new = {
        field.name: getattr(other, field.name)
        for field in fields(TimeConstraint)
        if getattr(one, field.name) == getattr(plain, field.name)
    }
    return replace(one, **new)
