"""One of several, whoever of them is free: "half an hour with Lotte or Theo on Friday at 9, whoever is free"."""

from collections.abc import Sequence
from dataclasses import replace

from dialogs.asker import Asker
from dialogs.booking import freebusy
from dialogs.decisions import openings
from dialogs.decisions.openings import Standing
from dialogs.frame import Booking, Guest
from dialogs.people.names import folded
from dialogs.understand.lexicon.patterns import patterns
from graph.model import Person, Window


async def settled(booking: Booking, just_named: Sequence[Person], asker: Asker) -> Booking:
    """The booking with the first of those who are meant and free at its time, the preferred one before the others.

    As it was where nothing of the kind was said, no time is stated, or nobody is free. Raises GraphError.
    """
    said = patterns()["whoever-free"].search(asker.turn.utterance)
    if not said or booking.time.exact is None:
        return booking
    either = next((each for each in booking.unresolved if each.ambiguous), None)
    people = either.candidates if either else [guest.person for guest in booking.guests]
    people = [*people, *(each for each in just_named if each not in people)] if len(people) < 2 else people
    first = patterns()["if-both"].search(asker.turn.utterance)
    preferred = folded(first["name"]) if first else ""
    people = sorted(people, key=lambda each: preferred not in folded(each.name).split())
    everyone = replace(booking, guests=tuple(Guest(each) for each in people))
    window = Window.of(booking.time.exact, booking.length)
    calendars = await freebusy.calendars_if_visible(everyone, window, asker)
    standings = dict(openings.opening_at(window, calendars).standings)
    free = [each for each in people if standings[each.email] < Standing.TENTATIVE]
    if not free:
        return booking
    left = tuple(each for each in booking.unresolved if each is not either)
    return replace(booking, guests=(Guest(free[0]),), unresolved=left)
