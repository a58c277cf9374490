"""What a sentence that changes an event means: which event, read by itself, and what becomes of it, read without it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from dialogs.understand.builds import changing
from dialogs.understand.builds.changing import Change, Span
from dialogs.understand.context import Context
from dialogs.understand.intent.topics import is_elsewhere, names_strange
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.replies.answers import NAMING, is_question
from dialogs.understand.slots import people, rooms
from dialogs.understand.slots.formerly import without_old_time
from dialogs.understand.understood import Intent, Kind, PersonMention, Role, Slot, TimeConstraint, Understood, When
from dialogs.understand.when.constraint import constrain
from dialogs.understand.when.reading import Times, beside_amounts, beside_times, read

_ROLE_OF: Final = {"optional": Role.OPTIONAL}
_POINTS: Final = (Kind.DATE, Kind.TIME, Kind.DATETIME)
_PRONOUN: Final = "it"
_SURE: Final = 0.75

_DOTTED: Final = re.compile(r"\s*\d{1,2}\.[0-5][05]\s*")
"""Rather a time of day than a date, where something is moved to it: "3.30"."""

Reader = Callable[[str, Context], Understood]
TimesOf = Callable[[str], Times]
Spanned = TypeVar("Spanned", When, PersonMention)


def altered(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """The change of an event that exists, or None where the words ask for something else.

    `understood` reads a sentence. While something is being discussed, "it" is that, and no event.
    """
    if patterns()["answers-first"].match(utterance):
        # "Yes to the retro, will be 5 late" changes nothing of it.
        return None
    utterance = without_old_time(utterance, context)
    if housed := _housed(utterance, context, understood):
        return housed
    if onward := _onward(utterance, context, understood):
        return onward
    if shorter := _in_that_stretch(utterance, context, understood):
        return shorter
    said = _altered(utterance, context, understood)
    several = said and said.event and said.event.time.slots and patterns()["several-of-a-stretch"].search(utterance)
    return replace(said, scope="all") if said and several and said.time.duration else said


def _in_that_stretch(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """ "Shorten the stand-up to 10 min this week": those of the week, each where it is."""
    found = patterns()["length-in-stretch"].fullmatch(utterance)
    said = _altered(found["change"], context, understood) if found else None
    if found is None or said is None or said.event is None or not (said.time.duration and _is_length_alone(said)):
        return None
    when = read(found["stretch"], context).when
    event = replace(said.event, time=TimeConstraint(slots=constrain(when).slots))
    return replace(said, facet="length", event=event, scope="all")


def _is_length_alone(said: Understood) -> bool:
    """Whether nothing is said of when it is, nor of when it was."""
    times = [said.time, said.event.time] if said.event else [said.time]
    return not said.shift and not any(each.exact or each.slots for each in times)


def _onward(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """A change of a series "from next week on": of all of it that begins then or later."""
    found = patterns()["onward"].search(utterance)
    when = read(found["from"], context).when if found else ()
    if found is None or len(when) != 1 or when[0].in_day or when[0].dayless:
        return None
    if when[0].open != "after" and not patterns()["opens-with-from"].match(when[0].text):
        return None
    said = _altered(utterance[: found.start()], context, understood)
    if said is None or said.event is None or said.event.time.exact or said.event.time.slots:
        return None
    time = TimeConstraint(slots=(Slot(when[0].start, None),))
    return replace(said, event=replace(said.event, time=time), scope="following")


def _housed(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """A move with the place that is said behind the new time: "to Friday at 3 in Tejo, and book a room"."""
    found = patterns()["placed"].search(utterance)
    if found is None:
        return None
    times = read(utterance, context).when
    if any(when.span[1] > found.start() for when in times):
        return None
    said = _altered(utterance[: found.start()], context, understood)
    if said is None or said.intent is not Intent.RESCHEDULE or not (said.when or said.shift):
        return None
    if found["online"]:
        return replace(said, online=True)
    if found["place"]:
        return replace(said, location=found["place"])
    return replace(said, room=rooms.find(found["room"]))


def _is_anew(utterance: str, when: Sequence[When]) -> bool:
    """ "Book the Nacelle on Friday at 1 for the supplier day" has a time of its own, and changes nothing."""
    timed = any(each.kind is Kind.DATETIME or each.firm or each.all_day for each in when)
    return timed and bool(patterns()["books-room"].match(utterance))


def is_housed(utterance: str) -> bool:
    """Whether a place or a room is said at the end, which is no request of its own."""
    return bool(patterns()["placed"].search(utterance))


def _altered(utterance: str, context: Context, understood: Reader) -> Understood | None:
    def times(words: str) -> Times:
        return read(words, context)

    found = changing.find(
        utterance,
        {
            "time": lambda text, span: _is_time(text[slice(*span)], times, context),
            "amount": lambda text, span: _is_amount(text[slice(*span)], times, context),
            "who": lambda text, span: bool(_who(text, span)),
            "swap": lambda text, span: bool(_swapped(text, span)),
        },
    )
    if found is None:
        return None
    if found.kind == "place" and found.new and _is_anew(utterance, times(utterance[slice(*found.new)]).when):
        return None
    # A title may hold any word, and so may a text, and "video" is how it is held; what is moved to a time, or is to
    # last, is an event all the same.
    told = utterance[: found.new[0]] if found.kind in ("text", "state") and found.new else utterance
    is_timed = found.intent is Intent.RESCHEDULE and found.kind in ("time", "amount") and found.facet in ("", "length")
    named = _people(utterance, found)
    is_known = bool(named) and all(each.text[:1].isupper() for each in named)
    is_known = is_known or _is_housed_event(utterance, found) or _is_held(utterance, found)
    strays = not (is_timed or is_known) and _is_elsewhere(told, context, understood)
    # What takes place on a day is an event, whatever its topic.
    if strays and not any(each.kind in _POINTS for each in times(utterance[slice(*found.event)]).when):
        return None
    words = patterns()["any-more"].sub("", utterance[slice(*found.event)].strip())
    if _is_of_no_event(words, found):
        return None
    at_hand = changing.is_at_hand(words)
    if at_hand and context.question and found.intent is not Intent.UPDATE:
        return None
    alone = context.alone
    first, *further = patterns()["further"].split(words)
    at = utterance.index(words, found.event[0])
    event = None if at_hand else described(patterns()["altered-each"].sub("all my ", first), at, alone, understood)
    if event and further:
        others = tuple(
            described(patterns()["altered-each"].sub("all my ", each), at, alone, understood) for each in further
        )
        event = replace(_on_their_day(event, others), others=others)
    rest = _without(found.event, utterance, alone, understood) if event else understood(utterance, alone)
    then = _time(utterance, found.new, alone, times, understood) if found.kind == "time" and found.new else None
    # "by a week" is how far it is moved, and not how long it is.
    if then and rest.shift and patterns()["moved"].match(utterance[slice(*found.new or (0, 0))]):
        rest = replace(rest, when=(), time=TimeConstraint())
    elif then and not (rest.shift and all(each.kind is Kind.DURATION for each in then.when)):
        rest = replace(rest, when=then.when, time=then.time, shift=rest.shift or then.shift)
    if found.kind == "text":
        # What a text says of times is not about when it is.
        rest = replace(rest, when=(), time=TimeConstraint(), shift=None, longer=None)
    if found.kind == "state" and rest.room and not (rest.room.is_room or rest.room.dropped):
        # "Hybrid" tells how it is held, and asks for no other room.
        rest = replace(rest, room=None)
    if found.kind == "place" and all(each.text.lower() == "now" for each in rest.when):
        # "is in the library now" tells a place, not a time.
        rest = replace(rest, when=(), time=TimeConstraint())
    place = _text(utterance, found) if found.facet == "location" else ""
    place, rest, event = _placed_then(place, rest, event, times)
    if found.intent is Intent.RESCHEDULE and patterns()["other-day"].search(utterance):
        rest = replace(rest, time=replace(rest.time, other_day=True))
    scope = rest.scope or (event.scope if event else "") or ("all" if patterns()["altered-each"].match(words) else "")
    return replace(
        rest,
        intent=found.intent,
        confidence=1.0,
        runner_up=rest.intent if rest.intent is not found.intent else rest.runner_up,
        facet=found.facet or _facet(utterance, found, rest, event),
        people=_people(utterance, found),
        subject=_text(utterance, found) if found.facet == "title" else "",
        note=patterns()["note-joint"].sub("", _text(utterance, found)) if found.facet == "description" else "",
        location=place,
        scope=scope,
        certain=False,
        event=event,
    )


def _on_their_day(event: Understood, others: Sequence[Understood]) -> Understood:
    """ "The stand-up and the review tomorrow" are both tomorrow's."""
    last = others[-1].time
    is_dayless = not (event.when or event.time.exact or event.time.slots)
    return replace(event, time=last) if is_dayless and (last.slots or last.exact) else event


def _is_housed_event(utterance: str, found: Change) -> bool:
    """ "The budget review to be in Tejo": what is an event by its very name, and a place by its own."""
    if found.new is None or found.kind not in ("place", "name"):
        return False
    event, place = utterance[slice(*found.event)].strip().lower(), utterance[slice(*found.new)].strip()
    heads = list(patterns()["event-head"].finditer(event))
    return place[:1].isupper() and bool(heads) and heads[-1].end() == len(event)


def _is_of_no_event(words: str, found: Change) -> bool:
    """ "Book an hour with Tom. Needs to be before lunch" is about none that there is, and a title is none."""
    is_part = found.intent is Intent.RESCHEDULE and patterns()["part-of-event"].match(words)
    return bool(is_part or patterns()["asks-anew"].match(words))


def _placed_then(
    place: str, rest: Understood, event: Understood | None, times: TimesOf
) -> tuple[str, Understood, Understood | None]:
    """ "Should be in Fado today": the place by itself, and the day as that of the event.

    What has a clock is no day of an event, but its new time.
    """
    when = times(place).when if place else ()
    is_day = len(when) == 1 and when[0].kind in (Kind.DATE, Kind.RANGE) and not when[0].firm
    if not is_day or not when[0].span[0] or when[0].span[1] != len(place):
        return place, rest, event
    if event and not (event.when or event.time.exact or event.time.slots):
        event = replace(event, when=when, time=constrain(when))
    return place[: when[0].span[0]].rstrip(" ,."), replace(rest, when=(), time=TimeConstraint()), event


def _is_held(utterance: str, found: Change) -> bool:
    """ "Make the deep clean rota a Teams call": what is held so is an event, whatever its topic."""
    return found.kind == "state" and bool(found.new and patterns()["held-so"].search(utterance[slice(*found.new)]))


def _facet(utterance: str, found: Change, rest: Understood, event: Understood | None) -> str:
    """What is said of a move besides where to."""
    if event and event.others and found.intent is Intent.RESCHEDULE:
        return "several"
    return "same_time" if _at_the_same_time(utterance, found, rest) else ""


def _at_the_same_time(utterance: str, found: Change, rest: Understood) -> bool:
    """ "To next week, same time": a stretch of days, and its own weekday and hour in it."""
    said = utterance[slice(*found.new)] if found.kind == "time" and found.new else ""
    return bool(patterns()["same-time"].search(said)) and not rest.time.exact


def of_that_day(said: Understood) -> Understood:
    """ "The retro an hour earlier on the 27th": beside how far it is moved, a day tells which one is meant."""
    event, time = said.event, said.time
    is_moved = said.intent is Intent.RESCHEDULE and (said.shift or said.longer)
    if not is_moved or event is None or event.time.exact or event.time.slots:
        return said
    days = tuple(when for when in said.when if when.kind is Kind.DATE)
    if len(days) != 1 or time.exact or len(time.slots) != 1 or time.clock:
        return said
    event = replace(event, when=days, time=TimeConstraint(slots=time.slots))
    return replace(said, event=event, time=replace(time, slots=()), when=tuple(w for w in said.when if w not in days))


def _is_elsewhere(utterance: str, context: Context, understood: Reader) -> bool:
    """Whether what is to be changed is no meeting: "add mary to my phone plan"."""
    return names_strange(utterance.lower()) and is_elsewhere(understood(utterance, context), strange_words=True)


def named(utterance: str, context: Context, understood: Reader) -> Understood:
    """An answer to "which meeting?": the event that it names, unless it plainly says something else."""
    alone = context.alone
    said = altered(utterance, alone, understood) or understood(utterance, alone)
    # A bare title may be taken for a request, but never with much confidence.
    is_sure = said.certain or said.confidence >= _SURE
    if said.event or is_question(utterance) or (said.intent not in NAMING and is_sure):
        return said
    words = patterns()["altered-to"].sub("", utterance.strip())
    event = described(words, utterance.index(words), alone, understood)
    return replace(said, intent=Intent.SELECT, facet="", certain=False, event=event)


def _time(utterance: str, span: Span, context: Context, times: TimesOf, understood: Reader) -> Understood | None:
    """The new time, read by itself: beside "move", "3-4" would be from 3 to 4 o'clock."""
    words = utterance[slice(*span)]
    lead = _lead(words, times, tuple(Kind))
    return None if lead is None else placed(understood(lead + words, context), 0, span[0] - len(lead))


def described(words: str, start: int, context: Context, understood: Reader) -> Understood:
    """An event is described as what one would say to cancel it. `start` is where the words begin."""
    lead = patterns()["described"].pattern
    return placed(understood(lead + words, context), 0, start - len(lead))


def _without(event: Span, utterance: str, context: Context, understood: Reader) -> Understood:
    """What is said beside the event, which is but a pronoun then."""
    start, end = event
    rest = understood(f"{utterance[:start]}{_PRONOUN}{utterance[end:]}", context)
    return placed(rest, start + len(_PRONOUN), end - start - len(_PRONOUN))


def placed(said: Understood, behind: int, by: int) -> Understood:
    """With all spans that begin at `behind` or later moved, so that they count in the utterance."""
    return replace(
        said,
        when=tuple(_moved(each, by) if each.span[0] >= behind else each for each in said.when),
        people=tuple(_moved(each, by) if each.span[0] >= behind else each for each in said.people),
    )


def _moved(found: Spanned, by: int) -> Spanned:
    return replace(found, span=(found.span[0] + by, found.span[1] + by))


def _text(utterance: str, found: Change) -> str:
    said = utterance[slice(*found.new)] if found.new else ""
    return said.strip(" .\"'“”‘’")


def _people(utterance: str, found: Change) -> tuple[PersonMention, ...]:
    if found.new is None or found.kind not in ("who", "swap"):
        return ()
    if found.kind == "swap":
        return _swapped(utterance, found.new)
    role = Role.WITHOUT if found.intent is Intent.REMOVE_ATTENDEE else _ROLE_OF.get(found.facet, Role.REQUIRED)
    optional = bool(patterns()["as-optional"].search(utterance))
    return _who(utterance, found.new, Role.OPTIONAL if optional and role is Role.REQUIRED else role)


def _who(text: str, span: Span, role: Role = Role.REQUIRED) -> tuple[PersonMention, ...]:
    return people.only(text, span, role)


def _swapped(text: str, span: Span) -> tuple[PersonMention, ...]:
    """Those who go and those who come in their place."""
    for found in patterns()["swapped-for"].finditer(text, *span):
        gone, come = _who(text, (span[0], found.start()), Role.WITHOUT), _who(text, (found.end(), span[1]))
        if gone and come:
            return (*gone, *come)
    return ()


def _is_time(words: str, times: TimesOf, context: Context) -> bool:
    """Whether the words are times and nothing else. Most are not, which takes no reading to see."""
    if changing.names_no_time(words):
        return True
    if patterns()["ends-otherwise"].search(words):
        return False
    return changing.is_filler(beside_times(words, context.locale)) and _lead(words, times, tuple(Kind)) is not None


def _is_amount(words: str, times: TimesOf, context: Context) -> bool:
    """Whether the words are an amount and nothing else."""
    return (
        changing.is_filler(beside_amounts(words, context.locale)) and _lead(words, times, (Kind.DURATION,)) is not None
    )


def _lead(words: str, times: TimesOf, kinds: Sequence[Kind]) -> str | None:
    """What must stand before the words for them to be a time of one of `kinds` and nothing else; None: they are not."""
    for lead in ("at ", "", "to ") if _DOTTED.fullmatch(words) else ("", "to ", "at "):
        text = lead + words
        found = times(text)
        if found.impossible:
            return lead if Kind.DATE in kinds else None
        spans = [when.span for when in found.when]
        left = "".join(" " if any(s <= i < e for s, e in spans) else each for i, each in enumerate(text))
        numbers = any(letter.isdigit() for letter in left)
        if found.when and not numbers and all(when.kind in kinds for when in found.when) and changing.is_filler(left):
            return lead
    return None
