"""What keeps a booking from being searched for, and how to ask for it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dialogs.asker import Asker
from dialogs.cards import people as people_cards
from dialogs.cards.people import Place
from dialogs.decisions import stretching
from dialogs.frame import Asked, Booking, Frame, Unresolved
from dialogs.people import portraits
from dialogs.turn import Json, Reply, Tap
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.slots import booked
from dialogs.understand.understood import PersonMention, Question, Understood, When
from dialogs.words.reader import Reader
from graph.model import Person

FARTHEST = timedelta(days=62)
"""Graph's own limit for free/busy time in one question."""
GRACE = timedelta(minutes=1)


def unusable(booking: Booking, asker: Asker) -> str:
    """Why no search can be made for this time, in words; empty where it can."""
    time, now, reader = booking.time, asker.now, asker.reader
    if time.exact:
        if time.exact < now - GRACE:
            moment = f"{reader.day(time.exact, year=True)}, {reader.clock(time.exact)}"
            return reader.say("ask-when-past", time=moment)
        return ""
    slots = stretching.stretches(time, now)
    if all(slot.end <= now for slot in slots):
        return reader.say("ask-when-past-day", day=reader.day(slots[0].start, year=True))
    if max(slot.end for slot in slots) - min(slot.start for slot in slots) > FARTHEST:
        return reader.say("too-far")
    return ""


def ask_when(problem: str, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Ask for another time; `problem` says in words why this one will not do."""
    asked = Asked(asker.card_id, Question("time"))
    return replace(frame, asked=asked), Reply(text=problem, dialog="book", outcome="asked")


async def ask_who(booking: Booking, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Ask for the first of those who are not yet known to be one person, or all meant. Raises GraphError."""
    card, asked = await which_person(booking.unresolved[0], asker.card_id, asker)
    return replace(frame, booking=booking, asked=asked), Reply(card=card, dialog="book", outcome="asked")


async def which_person(unclear: Unresolved, ident: str, asker: Asker, job: str = "book") -> tuple[Json, Asked]:
    """The card of that id that asks, and what answers it in words; `job` is what they are asked about for."""
    everybody = Tap("choose_person", {"card": ident, "scope": "all"})
    if unclear.kind == "crowd":
        card = people_cards.crowd(unclear, Place(ident, asker.id, job=job), asker.reader)
        return card, Asked(ident, Question("person"), (everybody,), yes=everybody)
    make = people_cards.which_person if unclear.ambiguous else people_cards.unknown_person
    place = Place(ident, asker.id, await portraits.of(unclear.candidates, asker), job)
    card = make(unclear, place, asker.reader)
    # What tells them apart answers as well as the name: "the engineer", "the one in Lisbon".
    question = Question("person", tuple(_described(person) for person in unclear.candidates))
    taps = tuple(Tap("choose_person", {"card": ident, "email": person.email}) for person in unclear.candidates)
    only = taps[0] if len(taps) == 1 else None
    return card, Asked(ident, question, (*taps, everybody) if len(taps) > 1 else taps, yes=only)


def _described(person: Person) -> str:
    return " ".join(part for part in (person.name, person.title, person.department, person.office) if part)


_FAR = timedelta(days=180)
"""Half a year: what is farther ahead than that was said of the year that comes, if it was."""


def clock_change(said: Understood, asker: Asker) -> str:
    """A word on a time that the clocks skip or repeat, and on a date of next year, as that of this one is past."""
    for when in said.when:
        if gone_by := _last_years(when, asker.now):
            gone, taken = (asker.reader.day(each, year=True) for each in (gone_by, when.start or gone_by))
            return asker.reader.say("note-date-past", gone=gone, day=taken)
        if when.start and when.doubt in ("skipped", "repeated"):
            name = "note-gap" if when.doubt == "skipped" else "note-fold"
            taken = asker.reader.clock(when.start)
            return asker.reader.say(name, said=when.text, city=asker.reader.city(), time=taken)
    return ""


def _last_years(when: When, now: datetime) -> datetime | None:
    """The day a year before, where that has gone by lately, so that it may have been meant: 12 October, on the 15th."""
    if when.start is None or when.start - now < _FAR:
        return None
    return next((each.start for each in when.alternatives if each.start and now - _FAR < each.start < now), None)


def one_of_several(asker: Asker) -> str:
    """A word on a request for several meetings, of which each is booked by itself."""
    words, utterance = patterns(), asker.turn.utterance
    in_turn = words["in-series"].search(utterance) or words["one-each"].search(utterance)
    several = words["several-alike"].search(utterance) and not in_turn
    return asker.reader.say("note-one-of-several") if several else ""


def nobody_called(bare: Sequence[PersonMention], booking: Booking, asker: Asker) -> str:
    """A word on a title that looks like somebody's name, of whom nobody knows."""
    if booking.guests or booking.unresolved or len(bare) != 1 or bare[0].text.lower() != booking.subject.lower():
        return ""
    looks_so = len(bare[0].text.split()) > 1 and booked.may_be_named(bare[0].text)
    return asker.reader.say("note-nobody-called", name=bare[0].text) if looks_so else ""


def what_instead(frame: Frame, reader: Reader) -> tuple[Frame, Reply]:
    """To a no that says more is to come: what of the booking on the card is to be otherwise."""
    return frame, Reply(text=reader.say("ask-what-instead"), dialog="book", outcome="what_instead")


def whom_instead(booking: Booking, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Once the last of the others is left out, nobody is met: who comes is asked before times are offered."""
    asked = Asked(asker.card_id, Question("person"))
    reply = Reply(text=asker.reader.say("ask-whom-instead"), dialog="book", outcome="asked")
    return replace(frame, booking=booking, asked=asked), reply


def whom_and_when(frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Of what is to be booked nothing was said yet: whatever comes next may tell it."""
    asked = Asked(asker.card_id, Question("person"))
    reply = Reply(text=asker.reader.say("ask-whom-and-when"), dialog="book", outcome="asked")
    return replace(frame, asked=asked), reply


def which_time(frame: Frame, count: int, reader: Reader) -> tuple[Frame, Reply]:
    """To "the fifth", where fewer times are on offer: how many there are."""
    return frame, Reply(text=reader.say("no-such-choice", count=count), dialog="book", outcome="nothing_to_choose")
