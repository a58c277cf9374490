"""Two changes of one event in one breath: "take Femi off the briefing and put Callum on", "rename it and extend it".

The second one speaks of the event of the first, by "it" or not at all, and is read as a correction of it would be.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from dialogs.understand import rooms
from dialogs.understand.altered import placed
from dialogs.understand.context import Context
from dialogs.understand.patterns import patterns
from dialogs.understand.rephrased import rephrased
from dialogs.understand.understood import Extras, Intent, Question, Understood

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_CHANGING: Final = frozenset((Intent.RESCHEDULE, Intent.UPDATE, Intent.ADD_ATTENDEE, Intent.REMOVE_ATTENDEE))
_OF_ONE: Final = frozenset(("", "title", "location", "room", "no_room", "swap", "optional", "end", "length"))

_JOINTS: Final = ("next-change", "next-trait", "next-who")
_ROOMLESS: Final = Understood(Intent.UPDATE, 1.0, facet="no_room")

Reader = Callable[[str, Context], Understood]


def two_changes(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """The first change with the second one in `also`, or None where there are not two of one event.

    What the others are to be told behind it is a request of its own: `then`. `understood` reads one request.
    """
    if context.question or len(utterance) > _LONGEST:
        return None
    words = patterns()
    why = words["reason-behind"].search(utterance)
    if why and utterance[: why.start()].strip() and not words["next-who"].match(utterance, why.start()):
        # Why it is to be so tells neither which event nor what becomes of it.
        lead = rephrased(utterance[: why.start()])
        said = two_changes(lead, context, understood) or understood(lead, context)
        if said.intent not in _CHANGING or not said.event:
            return None
        spoken, named = rooms.find(utterance[why.end() :]), words["room-back"].fullmatch(utterance[why.end() :])
        # "We don't need the room" tells no reason alone.
        given_back = named is not None or (spoken is not None and spoken.dropped and not said.room)
        roomless = replace(_ROOMLESS, location=named["room"]) if named else _ROOMLESS
        second = _of_it(utterance[why.end() :], context, understood)
        more = [roomless] if given_back else [second] if second and second.facet == "online" else []
        return replace(said, also=(*said.also, *more))
    for start, end in _cuts(utterance):
        lead, rest = utterance[:start], utterance[end:]
        first = two_changes(lead, context, understood) or understood(lead, context)
        if first.intent not in _CHANGING:
            continue
        told = words["told-behind"].fullmatch(rest)
        further = () if told else _further(rest, context, understood)
        of_people = bool(first.people) and all(each.people for each in further)
        if not (first.event or of_people or words["of-it"].search(lead)):
            continue
        if further:
            return _with(first, tuple(placed(each, 0, end) for each in further))
        if told:
            return replace(first, then=_tells(told["whom"], told["note"]) if told["note"] else "")
    return None


def _with(first: Understood, further: tuple[Understood, ...]) -> Understood:
    """The first change with those behind it; how a move is held is a word of its own."""
    if first.intent is Intent.RESCHEDULE and first.event and all(each.facet == "online" for each in further):
        return replace(first, online=True)
    return replace(first, also=(*first.also, *further))


def _cuts(utterance: str) -> Sequence[tuple[int, int]]:
    """Where a further change may begin, with what joins it."""
    words = patterns()
    found = {each.span() for name in _JOINTS for each in words[name].finditer(utterance)}
    return sorted(found)


def _further(rest: str, context: Context, understood: Reader) -> tuple[Understood, ...]:
    """The changes of what is at hand that the words hold, one after the other; none where they hold anything else."""
    for start, end in _cuts(rest):
        one = _of_it(rest[:start], context, understood)
        if one and (others := _further(rest[end:], context, understood)):
            return (one, *(placed(each, 0, end) for each in others))
    one = _of_it(rest, context, understood)
    return (one,) if one else ()


def _tells(whom: str, note: str) -> str:
    """The request to tell those who come, or somebody by name."""
    return f"tell {whom if whom[0].isupper() else 'everyone'} that {note}"


def _of_it(words: str, context: Context, understood: Reader) -> Understood | None:
    """A change of what is at hand; None where the words speak of anything else."""
    if bare := patterns()["bare-state"].fullmatch(words):
        words = f"show it as {bare['shown']}" if bare["shown"] else f"make it {bare['state']}"
    alone = understood(words, context)
    if alone.intent in _CHANGING and alone.event is None and alone.facet != "several" and _says_something(alone):
        return alone
    said = understood(words, replace(context, question=Question("yes_no")))
    if said.intent in _CHANGING | {Intent.AMEND} and said.event is None and _says_something(said):
        return said if said.extras == Extras() else None
    return None


def _says_something(said: Understood) -> bool:
    time = said.time
    timed = time.exact or time.slots or time.duration or time.clock or said.shift or said.longer
    named = said.people or said.location or said.room or said.subject
    return bool(timed or named or (said.intent is Intent.UPDATE and said.facet not in _OF_ONE))
