"""A time that is said by the clock of somebody else: "5pm his time", "Thursday morning Kenji's time"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from dialogs.asker import Asker
from dialogs.decisions import abroad
from dialogs.frame import Booking, Guest
from dialogs.knowing.whereabouts import zone_of
from dialogs.people.names import folded, goes_by
from dialogs.understand import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import TimeConstraint, Understood
from dialogs.understand.when.cities import zones_of
from graph.model import Event, Person


async def reckoned(said: Understood, guests: Sequence[Guest], before: Booking, asker: Asker) -> Understood:
    """What was said, with its time by the speaker's clock; as it was where nobody else's is said, or it is not known.

    `guests` are those who were just named, `before` the booking at hand. Raises GraphError.
    """
    if abroad.is_of_clock(said.time.impossible):
        return await _of_a_country(said, guests or before.guests, asker)
    found = patterns()["somebodys-time"].search(asker.turn.utterance)
    if found is None or said.time.zone:
        return said
    invited = guests or before.guests
    name = folded(found["name"] or "")
    meant = [each for each in invited if not name or goes_by(name, each.person.name)]
    zones = {zone for each in meant if (zone := await zone_of(each.person, asker))}
    zones = zones if name else zones - {asker.zone}
    zone = zones.pop() if len(zones) == 1 else None
    if zone is None:
        return said
    if said.time.clock and said.time.exact and before.time.exact:
        at = datetime.combine(before.time.exact.astimezone(zone).date(), said.time.exact.time())
        here = at.replace(tzinfo=zone).astimezone(asker.zone)
        return replace(said, time=replace(said.time, exact=here, clock=None, alternatives=(), zone=zone.key))
    return _read_again(said, found.span(), zone, guests, asker)


async def of_event(said: Understood, event: Event, asker: Asker) -> Understood:
    """The same of an event that is to be at another time: "move the review to 10 her time". Raises GraphError."""
    start = event.start + (said.shift or timedelta())
    people = (Person(each.name, each.email) for each in event.attendees if each.kind != "resource")
    before = Booking(tuple(Guest(person) for person in people), time=TimeConstraint(exact=start))
    then = await reckoned(said, (), before, asker)
    return replace(then, shift=None) if then is not said else said


async def _of_a_country(said: Understood, guests: Sequence[Guest], asker: Asker) -> Understood:
    """ "Australian time" is that of whoever is met there; "Aoife time" that of Aoife."""
    utterance, place = asker.turn.utterance, abroad.of_clock(said.time.impossible)
    at = utterance.find(place)
    offsets = {asker.now.astimezone(zone).utcoffset() for zone in zones_of(place, asker.now)}
    called = [each for each in guests if folded(place) in folded(each.person.name).split()]
    zones = {zone for each in called or guests if (zone := await zone_of(each.person, asker))}
    fitting = [zone for zone in zones if called or asker.now.astimezone(zone).utcoffset() in offsets]
    if len(fitting) != 1 or at < 0:
        return said
    end = at + len(said.time.impossible)
    return _read_again(said, (at, end), fitting[0], guests, asker)


def _read_again(
    said: Understood, by: tuple[int, int], zone: ZoneInfo, guests: Sequence[Guest], asker: Asker
) -> Understood:
    """`said`, with the time that its words hold for somebody in `zone`; `by` is where that clock is named."""
    utterance = asker.turn.utterance
    phrase = utterance[slice(*by)]
    context = Context(asker.now, asker.zone, asker.turn.locale)
    again = abroad.in_zone(f"{utterance[: by[0]]} {utterance[by[1] :]}".strip(), zone, context, phrase)
    subject = said.subject
    if phrase.lower() in subject.lower():
        names = {word for each in guests for word in folded(each.person.name).split()}
        subject = "" if set(folded(again.subject).split()) <= names else again.subject
    return replace(said, time=again.time, when=again.when, subject=subject)
