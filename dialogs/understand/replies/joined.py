"""Several corrections of what is open in one breath: "add Tom and a room", "make it an hour, online, and drop Ana".

Each is read by itself, and what they say is put together. Only where every part corrects something, so that "call it
drinks and dinner" stays one title.
"""

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from functools import reduce
from typing import Final, TypeVar

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Extras, Intent, Kind, Question, Role, TimeConstraint, Understood

_Slots = TypeVar("_Slots", Extras, TimeConstraint)
_LONGEST: Final = 200
"""Characters. What is longer tells a story."""
_CORRECTING: Final = frozenset(
    (
        Intent.AMEND,
        Intent.UPDATE,
        Intent.RESCHEDULE,
        Intent.ADD_ATTENDEE,
        Intent.REMOVE_ATTENDEE,
        Intent.FIND_ROOM,
        Intent.SET_REMINDER,
    )
)
_CHANGING: Final = frozenset((Intent.UPDATE, Intent.RESCHEDULE, Intent.ADD_ATTENDEE, Intent.REMOVE_ATTENDEE))
_TELLING: Final = frozenset(("longer", "shorter", "description", "private", "public", "important", "optional"))
_SEVERAL: Final = 2
_OF_A_CHANGE: Final = Question("choice", acts=frozenset(("change",)))
"""What further corrections are said to, once the first one is of a meeting that exists."""


def joined(utterance: str, context: Context, read: Callable[[str, Context], Understood]) -> Understood | None:
    """What all corrections of the utterance say together; None where it is not several, or not all are corrections."""
    asked = context.question
    if (asked and asked.kind == "several") or len(utterance) > _LONGEST:
        return None
    parts = _parts(utterance)
    if len(parts) < _SEVERAL:
        return None
    if asked is None or "change" in asked.acts:
        return _of_one(parts, context, read)
    said = [read(part, context) for part in parts]
    if not all(map(_corrects, said)):
        return None
    return _on_its_day(reduce(_with, said), said, context, read)


def _on_its_day(
    both: Understood, said: Sequence[Understood], context: Context, read: Callable[[str, Context], Understood]
) -> Understood:
    """With the day of one correction and the clock time of another as the one time that they say."""
    days = [when for each in said for when in each.when if when.kind in (Kind.DATE, Kind.RANGE)]
    clocks = [when for each in said for when in each.when if when.kind is Kind.TIME]
    if len(days) == len(clocks) == 1 and not any(each.shift for each in said):
        then = read(f"move it to {days[0].text} {_at(clocks[0].text)}", context)
        both = replace(both, when=then.when, time=replace(then.time, duration=both.time.duration))
    return both


def _of_one(parts: Sequence[str], context: Context, read: Callable[[str, Context], Understood]) -> Understood | None:
    """The same, where it is all of one meeting that exists: the first change, and the others beside it."""
    of_change = replace(context, question=_OF_A_CHANGE)
    said = [_first(parts[0], context, of_change, read), *(read(part, of_change) for part in parts[1:])]
    reminds = bool(said[-1].extras.reminder or said[-1].intent is Intent.SET_REMINDER)
    if reminds:
        # A reminder is the speaker's own, and no change of the meeting.
        said.pop()
    if not all(map(_corrects, said)) or (context.question is None and said[0].intent not in _CHANGING):
        return None
    first, *further = said
    timed = _on_its_day(first, said, context, read)
    if timed is not first:
        further = [each for each in further if not each.when or each.people]
    return replace(timed, also=tuple(further), then=parts[-1] if reminds else "", certain=False)


def _first(part: str, context: Context, of_change: Context, read: Callable[[str, Context], Understood]) -> Understood:
    """What the first part says, of which nothing else may tell that "make it 45" is of a meeting."""
    said = read(part, context)
    if _corrects(said) or not patterns()["joined-it"].search(part):
        return said
    again = read(part, of_change)
    return replace(again, intent=Intent.RESCHEDULE) if again.intent is Intent.AMEND and again.when else again


def _parts(utterance: str) -> Sequence[str]:
    """The requests of which it is a row, each with a verb of its own; one where it is none."""
    words = patterns()
    if found := words["joined-room-and-who"].fullmatch(utterance):
        return (f"{found['verb']} {found['room']}", f"add {found['who']}")
    if found := words["joined-marks"].fullmatch(utterance):
        return (f"{found['lead']} {found['one']}", f"{found['lead']} {found['other']}")
    parts = words["joined-joint"].split(utterance)
    if comes := words["joined-comes"].match(parts[0]) if len(parts) >= _SEVERAL else None:
        parts[0] = f"add {comes['who']}"
    if not words["joined-verb"].match(parts[0]):
        return (utterance,)
    return [words["joined-bare-room"].sub("book a", part) for part in parts]


def _at(clock: str) -> str:
    return clock if clock.startswith("at ") else f"at {clock}"


def together(said: Understood) -> Understood:
    """All changes of one event as one correction of what is being booked; the same where there is but one."""
    return reduce(_with, (replace(said, also=()), *said.also)) if said.also else said


def tells(said: Understood) -> bool:
    """Whether it says anything of what is to be otherwise."""
    slots = said.people or said.when or said.subject or said.location or said.room or said.shift or said.longer
    marks = said.online is not None or said.extras != Extras() or said.facet in _TELLING
    return bool(slots) or marks


def _corrects(said: Understood) -> bool:
    """Whether it is a whole correction of what is open, and no request beside it."""
    is_apart = bool(said.then or said.event or said.others or said.also or said.choice)
    return said.intent in _CORRECTING and tells(said) and not is_apart


def _with(first: Understood, second: Understood) -> Understood:
    """The one correction with what the other one says besides."""
    people = (*(each for each in first.people if each not in second.people), *second.people)
    if any(each.role is Role.WITHOUT for each in people) and any(each.role is not Role.WITHOUT for each in people):
        # Whoever is out makes room for nobody in particular.
        people = tuple(sorted(people, key=lambda each: each.role is Role.WITHOUT))
    return replace(
        first,
        intent=Intent.AMEND,
        facet=first.facet or second.facet,
        when=(*first.when, *second.when),
        time=_over(first.time, second.time, TimeConstraint()),
        people=people,
        subject=first.subject or second.subject,
        location=first.location or second.location,
        room=first.room or second.room,
        online=first.online if second.online is None else second.online,
        shift=first.shift or second.shift,
        longer=first.longer or second.longer,
        note=first.note or second.note,
        extras=_over(first.extras, second.extras, Extras()),
        bare=(),
        certain=False,
        why=(*first.why, *second.why),
    )


def _over(first: _Slots, second: _Slots, nothing: _Slots) -> _Slots:
    """The first with whatever the second says."""
    said = {each.name: getattr(second, each.name) for each in fields(second)}
    return replace(first, **{name: value for name, value in said.items() if value != getattr(nothing, name)})
