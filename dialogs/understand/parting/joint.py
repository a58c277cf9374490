"""Two changes of one event in one breath: "take Femi off the briefing and put Callum on", "rename it and extend it".

The second one speaks of the event of the first, by "it" or not at all, and is read as a correction of it would be.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from dialogs.understand.builds.altered import placed
from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.parting.clauses import Changes, clauses, heard, of_it, tells
from dialogs.understand.slots import rooms
from dialogs.understand.understood import Intent, Understood
from dialogs.understand.wording.rephrased import rephrased

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_CHANGING: Final = frozenset((Intent.RESCHEDULE, Intent.UPDATE, Intent.ADD_ATTENDEE, Intent.REMOVE_ATTENDEE))
_SLOTTED: Final = frozenset(("title", "location", "room", "swap", "end", "length", "description", "online"))
"""Facets that come with words of their own."""
_NOT_READ: Final = frozenset((Intent.OUT_OF_SCOPE, Intent.SMALLTALK))
_TEXTS: Final = frozenset(("title", "description"))
"""Facets whose words may be any, so that what is not understood is theirs."""
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
    if why and words["told-then-tells"].search(utterance[: why.start()]):
        # "Tell him sorry, we only need finance": the reason is a part of what he is told.
        why = None
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
        second = of_it(utterance[why.end() :], context, understood)
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
        speaks_of_it = context.is_about_event or words["of-it"].search(utterance)
        if not (first.event or of_people or speaks_of_it):
            continue
        if further:
            return _with(first, tuple(placed(each, 0, end) for each in further))
        if told:
            return replace(first, then=tells(told["whom"], told["note"], first) if told["note"] else "")
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
        one = of_it(rest[:start], context, understood)
        if one and (others := _further(rest[end:], context, understood)):
            return (one, *(placed(each, 0, end) for each in others))
    one = of_it(rest, context, understood)
    return (one,) if one else ()


_MAY_BE_MORE: Final = frozenset((*".,;!?–—-&", "and", "but", "plus", "then", "also"))
"""Marks and words of which a text with two clauses has one."""


def chained(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """A change of an event that it names, with all that the clauses behind ask for; None where none of them does.

    What nothing is made of is kept in `unheard`. `understood` reads the first request.
    """
    if context.question or len(utterance) > _LONGEST or not _MAY_BE_MORE & {*utterance.lower().split(), *utterance}:
        return None
    for clause in clauses(utterance)[1:]:
        if not clause.asks:
            continue
        first = understood(patterns()["joint-behind"].sub("", utterance[: clause.start]), context)
        # "Drop Tom, and can it be online" is of what is at hand.
        is_at_hand = bool(first.people) and patterns()["of-it"].search(utterance, clause.start)
        if first.intent not in _CHANGING or not (first.event or is_at_hand) or first.facet == "several":
            continue
        found = heard(utterance, clause.start, context, understood)
        if found.said or (found.unheard and first.facet not in _TEXTS):
            return _and(first, found)
    return None


def _and(first: Understood, found: Changes) -> Understood:
    both = _with(first, found.said) if found.said else first
    return replace(both, unheard=(*first.unheard, *found.unheard), then=found.then or first.then)


def says_more(one: Understood, other: Understood) -> bool:
    """Whether the chain `one` holds more of what is to become of an event than another reading, which is no two
    requests; what was not heard counts where the other reading dropped it, too."""
    if other.then or other.others:
        return False
    if other.event is None:
        return not other.also and (bool(one.also) or other.intent in _CHANGING | _NOT_READ)
    if one.also and any(len(short) < len(long) and long.startswith(short) for short, long in _texts(one, other)):
        # A title or a place is no longer than to where the next change begins.
        return True
    more, less = set(_told(one)), set(_told(other))
    return more > less or (more == less and len(one.unheard) > len(other.unheard))


def _texts(one: Understood, other: Understood) -> Iterator[tuple[str, str]]:
    """What both say in the same slot of free text."""
    if one.facet == other.facet == "title":
        yield one.subject, other.subject
    if one.location:
        yield one.location, other.location


def _told(said: Understood) -> Iterator[str]:
    """What is said of the event, by all changes together."""
    for each in (said, *said.also):
        time = each.time
        yield from (who.text for who in each.people)
        yield from (each.location, each.subject if each.facet == "title" else "", each.note)
        yield "time" if time.exact or time.slots or time.clock or each.shift else ""
        yield "length" if time.duration or each.longer else ""
        yield "online" if each.online or each.facet == "online" else ""
        yield "room" if each.room else ""
        yield each.facet if each.facet not in _SLOTTED else ""
