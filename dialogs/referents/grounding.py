"""A second reading of words that led nowhere: with the titles and names known that stand in calendar and directory.

Ana: truck lease works better for me at 4
Bot: Change “Truck lease”?  Tue 24 Nov, 10:00 – 11:00 → 16:00 – 17:00, everyone is free           [Change it]
"""

import asyncio
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from dialogs.asker import Asker
from dialogs.frame import Frame
from dialogs.people.names import folded, has_name, names_of
from dialogs.referents import titled, upcoming, which
from dialogs.turn import Reply
from dialogs.understand import Context, understand
from dialogs.understand.grounded import about, named
from dialogs.understand.intent.decision import ABOUT_EVENTS
from dialogs.understand.intent.features import classes
from dialogs.understand.intent.topics import names_strange
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.parting import headed
from dialogs.understand.slots.naming import words_of
from dialogs.understand.understood import Intent, Kind, TimeConstraint, Understood
from graph import people
from graph.errors import NotAllowed
from graph.model import Event, Person

_LOOKING: Final = frozenset(("change", "cancel", "respond", "several", "messages", "proposing", "everything"))
"""Dialogs that look for an event."""
IDLE: Final = frozenset((Intent.OUT_OF_SCOPE, Intent.SMALLTALK, Intent.GOODBYE, Intent.GREET, Intent.THANKS))
"""What is taken for nothing that is to be done."""
_LOST: Final = frozenset(intent.value for intent in IDLE)
_IN_EARNEST: Final = 0.9
"""Confidence below which what seems idle may be more."""
_HARDLY_IDLE: Final = 0.5
"""Confidence below which people and a time are rather to meet."""
_LIKELY: Final = 0.75
"""Confidence below which a booking may be something else."""
_SHORTEST = 4
"""Letters of a name that is looked for by how it begins."""
_MOST_ASKED_FOR: Final = 3
"""Words that are looked up in the directory."""
_NEVER_MIND: Final = 2
"""Words with which nothing but what is open is given up."""
_FOR_ONESELF: Final = frozenset((Intent.SCHEDULE, Intent.CHECK_AVAILABILITY, Intent.LIST_EVENTS))
_ANSWERS: Final = frozenset((Intent.ACCEPT, Intent.TENTATIVE, Intent.DECLINE))
_OF_ONE: Final = frozenset((Intent.RESCHEDULE, Intent.UPDATE, Intent.ADD_ATTENDEE, Intent.REMOVE_ATTENDEE))
_AT_HAND: Final = re.compile(r"\b(?:it|this|that|them|these|those)\b", re.IGNORECASE)
_PLAIN: Final = re.compile(r"[^\W\d_]+(?![\w'’])")
"""Words that own nothing: no "Yuki's"."""
_BESIDE_NAMES: Final = frozenset(("and", "me", "i", "with", "of", "for"))
_TO_MEET: Final = frozenset(("EVENT", "MEAL"))
"""Classes of words for which people meet."""
_NO_TOPIC: Final = frozenset(("around", "near", "local", "area", "text", "message", "location"))
"""Words of other topics that are said of people as well."""
_NAME: Final = re.compile(r"[^\W\d_]{3,}")


def is_lost(reply: Reply, frame: Frame) -> bool:
    """Whether the words were not understood, or the event that they speak of was not found."""
    if reply.dialog == "courtesy":
        return reply.outcome in _LOST
    if (reply.dialog, reply.outcome) in (("calendars", "unknown"), ("lookup", "nothing")):
        return True
    asks_which = reply.outcome == "asked" and frame.asked is not None and frame.asked.question.kind == "event"
    return reply.dialog in _LOOKING and (reply.outcome == "nothing" or asks_which)


def names_stranger(frame: Frame) -> bool:
    """Whether it asks for somebody who is unknown: what stands for a name may be none.

    Whoever is listed beside guests who are known is asked about: read otherwise, they would stay out unseen.
    """
    unclear = frame.booking.unresolved if frame.booking and not frame.booking.guests else ()
    if frame.open_change:
        unclear = (*unclear, *frame.open_change.wish.unresolved)
    return any(each.kind == "person" and not each.ambiguous for each in unclear)


def may_drop_one(said: Understood, utterance: str, frame: Frame) -> bool:
    """Whether what reads like "never mind" may name a meeting that is to go: "scrap crane access"."""
    told = said.subject or (frame.asked is None and len(utterance.split()) > _NEVER_MIND)
    return said.intent in (Intent.CANCEL_DIALOG, Intent.NO) and bool(told) and not (said.facet or said.certain)


def is_idle(said: Understood) -> bool:
    """Whether it is surely nothing but a greeting or the like, so that no calendar need be asked."""
    return said.intent in IDLE and said.confidence >= _IN_EARNEST


async def of_an_event(utterance: str, said: Understood, asker: Asker, context: Context) -> Understood | None:
    """What the words want of a meeting that they name; None where they name none. Raises GraphError."""
    ahead = await _ahead(asker)
    if titled.find(utterance, ahead) is None:
        return None
    again = await _read(utterance, said, ahead, asker, context)
    if said.intent in (Intent.CANCEL_DIALOG, Intent.NO):
        return again if again and again.intent is Intent.CANCEL else None
    return again if again and again.intent in ABOUT_EVENTS else None


async def under_its_title(
    utterance: str, said: Understood, frame: Frame, asker: Asker, context: Context
) -> Understood | None:
    """What the words ask for under the title of a meeting, which a comma ends: "retro, push to 3 and drop Tom".

    None where the calendar knows no such title, or they read as a change of an event already. Raises GraphError.
    """
    if frame.asked or frame.booking or _is_of_those_who_come(utterance, said):
        return None
    title = headed.likely(utterance) or await _opening(utterance, asker)
    if not title:
        return None
    if said.event and folded(said.event.subject) in folded(title):
        return None
    if _is_new(said) and any(when.text in title and when.kind in (Kind.TIME, Kind.DATETIME) for when in said.when):
        # "Pre-meet for roadmap with Tom on Wednesday at 11, 15 min" is a meeting of its own.
        return None
    ahead = await _ahead(asker)
    if titled.find(title, ahead) is None:
        return None
    again = await _read(utterance, replace(said, confidence=0.0, then="", event=None), ahead, asker, context)
    return again if again and again.event and again.intent in _OF_ONE else None


async def _opening(utterance: str, asker: Asker) -> str:
    """The whole title of a meeting, with a dash or a colon behind, that begins with a verb: "book club - move to 3".

    Empty where the words begin with none. Raises GraphError.
    """
    found = patterns()["opening-verbal"].match(utterance)
    if found is None:
        return ""
    titles = {folded(event.subject) for event in await _ahead(asker)}
    return found["title"] if folded(found["title"]) in titles else ""


async def reread(utterance: str, said: Understood, asker: Asker, context: Context) -> Understood | None:
    """What the words ask for once the title and the names in them are known. Raises GraphError.

    None where they hold none, or tell no more with them.
    """
    return await _read(utterance, said, await _ahead(asker), asker, context)


async def _ahead(asker: Asker) -> Sequence[Event]:
    return [event for event in await upcoming.occurrences(asker) if not event.is_cancelled]


async def _read(
    utterance: str, said: Understood, ahead: Sequence[Event], asker: Asker, context: Context
) -> Understood | None:
    if said.then:
        # The title in the second request is none of the first.
        first = utterance.removesuffix(said.then) if utterance.endswith(said.then) else ""
        first = patterns()["joint-behind"].sub("", first)
        alone = await _read(first, replace(said, then=""), ahead, asker, context) if first else None
        return replace(alone, then=said.then) if alone else None
    # A meeting that is surely to be booked may be called like another one.
    books = (said.intent is Intent.SCHEDULE and said.confidence >= _IN_EARNEST) or patterns()["asks-anew"].match(
        utterance
    )
    found = None if books or _is_of_those_who_come(utterance, said) else titled.find(utterance, ahead)
    if found and not found.is_whole and _is_new(said):
        found = None
    rest = f"{utterance[: found.span[0]]} {utterance[found.span[1] :]}" if found else utterance
    context = replace(context, names=await _names(rest, ahead, asker))
    if found is None:
        again = _with_people(utterance, said, context) if context.names else said
        return replace(again, ticket=said.ticket) if again != said else None
    again = about(utterance, found.span, found.title, context)
    answers_which = context.question is not None and context.question.kind == "event"
    was_clear = said.intent in ABOUT_EVENTS and again.is_guessed
    if again.intent is Intent.OUT_OF_SCOPE or was_clear or answers_which:
        again = named(said, found.title)
    if again.intent in _ANSWERS and not titled.holds(found.title, said.subject):
        # "The interview for designers" is hardly the "Design critique": it is asked before anything is sent.
        again = replace(again, is_guessed=True)
    if again.is_guessed and again.intent is Intent.RESCHEDULE:
        again = _moved_elsewhere(again, found.title, ahead)
    return replace(again, ticket=said.ticket)


def _is_new(said: Understood) -> bool:
    """Whether it says who meets, and when: a meeting that there is and that shares a word makes no change of it."""
    people = [each for each in (*said.people, *said.bare) if each.kind != "me"]
    asks = said.intent is Intent.SCHEDULE or (said.intent in IDLE and said.confidence < _HARDLY_IDLE)
    return asks and bool(people) and bool(said.time.exact or said.time.slots)


def _is_of_those_who_come(utterance: str, said: Understood) -> bool:
    """ "Same people as for the review, Friday at 2, call it pickups": a title only tells who is to come."""
    return said.event is None and bool(patterns()["same-people-as"].search(utterance))


def _with_people(utterance: str, said: Understood, context: Context) -> Understood:
    """What it reads like when names are known; with people and a time, and nothing else to do, they are to meet."""
    again = understand(utterance, context)
    if patterns()["is-away"].fullmatch(utterance):
        return again
    likely = again.time.slots and again.runner_up is Intent.SCHEDULE
    timed = again.time.exact or again.time.duration or likely
    if again.intent in IDLE and again.people and timed and not _is_elsewhere(again, utterance):
        return replace(again, intent=Intent.SCHEDULE, runner_up=again.intent, is_guessed=True)
    return again


def _is_elsewhere(said: Understood, words: str) -> bool:
    """ "Order Yuki a cake for Friday at 3" is none of ours; "is Yuki up for a coffee then" is."""
    if any(classes().get(word) in _TO_MEET for word in words.lower().split()):
        return False
    told = " ".join(word for word in words.lower().split() if word not in _NO_TOPIC)
    return names_strange(told) and said.confidence >= _IN_EARNEST


def is_doubtful(said_so: str, said: Understood, frame: Frame) -> bool:
    """Whether it may be wanted of another meeting than it reads like: of one that is to be, by the model alone, or of
    the one on the screen, which nothing in the words speaks of.
    """
    if may_drop_one(said, said_so, frame):
        return True
    at_rest = frame.asked is None and frame.booking is None and len(frame.listed) == 1
    if at_rest and said.intent in _OF_ONE and not (said.event or said.subject or _AT_HAND.search(said_so)):
        return True
    is_told = said.intent is Intent.EVENT_DETAILS and "?" not in said_so
    return (said.intent in _FOR_ONESELF or is_told) and said.confidence < _LIKELY and frame.asked is None


async def with_names(utterance: str, said: Understood, asker: Asker, context: Context) -> Understood:
    """What would be for oneself alone, with those whom the words name in a place where no rule looks for a name.

    "Get me twenty minutes of Yuki"; not "prepare Yuki's demo" nor "book the Yuki review". Raises GraphError.
    """
    others = [each for each in (*said.people, *said.perhaps) if each.kind != "me"]
    if said.intent not in _FOR_ONESELF or said.facet or others or said.others:
        return said
    letters = list(utterance)
    for when in said.when:
        letters[slice(*when.span)] = " " * (when.span[1] - when.span[0])
    names = await _names(" ".join(_PLAIN.findall("".join(letters))), (), asker)
    topic = set(folded(said.subject).split()) - set(map(folded, names)) - _BESIDE_NAMES
    if topic:
        names -= {name for name in names if folded(name) in folded(said.subject).split()}
    if not names or any(folded(each.text) in names or each.kind != "bare" for each in said.bare):
        return said
    again = understand(utterance, replace(context, names=names))
    if all(each.kind == "me" for each in again.people) or again.intent not in (
        Intent.SCHEDULE,
        Intent.CHECK_AVAILABILITY,
    ):
        return said
    subject = "" if folded(again.subject) in names else again.subject
    return replace(again, subject=subject, bare=(), ticket=said.ticket)


def _moved_elsewhere(said: Understood, title: str, ahead: Sequence[Event]) -> Understood:
    """ "Tom can't on Tuesday, Thursday would be better": a day on which it is already tells which one is meant.

    Where no other is said, something else is wanted of it than to be moved.
    """
    slots = said.time.slots
    if said.event is None or said.time.exact or said.shift or not slots:
        return said
    own = [event for event in ahead if which.fits(said.event, folded(title).split(), event)]
    there = [slot for slot in slots if any(which.is_within(slot, event) for event in own)]
    others = tuple(slot for slot in slots if slot not in there)
    if there and not others:
        return Understood(Intent.OUT_OF_SCOPE, said.confidence, subject=title, is_guessed=True)
    described = replace(said.event, time=TimeConstraint(slots=tuple(there)))
    return replace(said, event=described, time=replace(said.time, slots=others))


async def ask_what(utterance: str, said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply] | None:
    """Ask what is wanted of the meeting that is named; None where several may be meant. Raises GraphError."""
    found = which.next_of_each_series(which.meant(said, await _ahead(asker), Frame()))
    if len(found) != 1 or not said.subject:
        return None
    event, reader = found[0], asker.reader
    if names_strange(" ".join(set(folded(utterance).split()) - set(folded(event.subject).split()))):
        # "Order a cake for the review" is none of ours.
        return None
    own = ("wanted-move", "wanted-cancel", "wanted-who")
    theirs = ("wanted-accept", "wanted-decline", "wanted-who")
    prompts = tuple(map(reader.say, own if event.is_organizer else theirs))
    words = reader.say("wanted-what", subject=event.subject, when=reader.moment(event.window))
    return replace(frame, listed=(event.id,)), Reply(text=words, prompts=prompts, dialog="courtesy", outcome="asked")


def asks_advice(utterance: str) -> bool:
    """Whether it is asked if something had better be done."""
    return bool(patterns()["asks-advice"].fullmatch(utterance))


async def advised(
    utterance: str, said: Understood, frame: Frame, asker: Asker, context: Context
) -> tuple[Frame, Reply] | None:
    """ "Should I cancel the retro?" is for whoever asks to decide: what can be done; None to what asks nothing like it.

    Raises GraphError.
    """
    if frame.asked or not asks_advice(utterance):
        return None
    return await ask_what(utterance, await reread(utterance, said, asker, context) or said, frame, asker)


async def _names(words: str, ahead: Iterable[Event], asker: Asker) -> frozenset[str]:
    """Those of the words that are names of people whom the asker meets, or whom the directory knows."""
    invited = [Person(each.name, each.email) for event in ahead for each in event.attendees]
    met = [*invited, *(event.organizer for event in ahead)]
    strange = [word for word in dict.fromkeys(_NAME.findall(words.lower())) if not is_common(word)]
    known = {word for word in strange if has_name(word, met)}
    further = [word for word in strange if word not in known][:_MOST_ASKED_FOR]
    found = await asyncio.gather(*(called(word, asker) for word in further))
    known |= {word for word, listed in zip(further, found, strict=True) if has_name(word, listed)}
    everyone = names_of([*met, *(person for listed in found for person in listed)])
    whole = {name for name in everyone if " " in name and set(name.split()) <= known}
    return frozenset(known | whole)


async def called(word: str, asker: Asker) -> Sequence[Person]:
    """Who is called so; nobody where the directory may not be read, as a name is only looked for here.

    The directory's own search may tell "siobhan" from "Siobhán".
    """
    try:
        found = await people.search_users(asker.own, word, limit=5)
        if found or len(word) < _SHORTEST or is_common(word):
            return found
        return [each for each in await people.search_users(asker.own, word[:2]) if has_name(word, [each])]
    except NotAllowed:
        return ()


def is_common(word: str) -> bool:
    """Whether it is a word of the language before it is a name."""
    words = words_of("en")
    return word in words["stop"] or word in words["double"] or word in classes()
