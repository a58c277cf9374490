"""Tell what a time by one clock is by others: those of places, and of people.

Ana: what would 3pm our time be for Priya and Tokyo?
Bot: When it is 15:00 in Lisbon, it is 16:00 for Priya Raman, Monday, 23 November. …
"""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from dialogs.asker import Asker
from dialogs.frame import Frame
from dialogs.knowing.whereabouts import zone_of
from dialogs.people import attendees
from dialogs.turn import Reply
from dialogs.understand import Context
from dialogs.understand.builds.converted import conversion
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import PersonMention
from dialogs.understand.when.cities import at_place, zones_of
from dialogs.understand.when.reading import read
from graph.model import Person

_PRONOUNS = frozenset(("him", "her", "them", "he", "she", "they", "his", "their"))


@dataclass(frozen=True)
class _Clock:
    """By what name it is told, in which zone; with the person whose it is, where it is somebody's."""

    name: str
    zone: ZoneInfo
    person: Person | None = None


async def told(frame: Frame, asker: Asker) -> tuple[Frame, Reply] | None:
    """The answer; None where nothing is asked like that, or a clock is not known. Raises GraphError."""
    asked = conversion(asker.turn.utterance)
    if asked is None:
        return None
    clocks = await asyncio.gather(*(_clock(said, frame, asker) for said in (asked.source, *asked.targets)))
    known = [clock for clock in clocks if isinstance(clock, _Clock)]
    unknown = next((clock for clock in clocks if isinstance(clock, str)), "")
    if unknown and known and patterns()["convert-surely"].search(asker.turn.utterance):
        return frame, Reply(text=unknown, dialog="elsewhere", outcome="asked")
    if len(known) < len(clocks) or all(clock.name == known[0].name for clock in known):
        return None
    source, *targets = known
    context = Context(asker.now.astimezone(source.zone), source.zone, asker.turn.locale)
    at = next((when.start for when in read(f"at {asked.at}", context).when if when.start), None)
    if at is None:
        return None
    if not asked.is_dated:
        # Of today by the clock that was said, though that hour may be over there.
        at = datetime.combine(asker.now.astimezone(source.zone).date(), at.time(), source.zone)
    lines = [_line(at, source, target, asker) for target in targets]
    people = tuple(clock.person for clock in (*targets, source) if clock.person)
    if len(people) == 1:
        # "And when does he start?" is asked of the only one who was named.
        frame = replace(frame, named=people)
    return frame, Reply(text=" ".join(lines), dialog="elsewhere", outcome="told")


async def _clock(said: str, frame: Frame, asker: Asker) -> _Clock | str | None:
    """Whose clock it is; words where it is nobody's who is known, or of several; None where it cannot be seen."""
    if not said:
        return _Clock(asker.reader.city(), asker.zone)
    zones = zones_of(said, asker.now) or _abbreviated(said, asker)
    if len(zones) == 1:
        name = said.upper() if len(said) <= 3 else said.title() if said.islower() else said
        return _Clock(name, zones[0])
    kind = "pronoun" if said.lower() in _PRONOUNS else "name"
    guests, unclear = await attendees.resolve([PersonMention(said, (0, 0), kind=kind)], asker, frame.just_named)
    if unclear or len(guests) != 1:
        several = bool(unclear and unclear[0].ambiguous)
        return asker.reader.say("time-whose-several" if several else "time-whose", said=said)
    person = guests[0].person
    zone = at_place(await zone_of(person, asker), person.office, asker.now)
    return _Clock(person.name, zone, person) if zone else None


def _abbreviated(said: str, asker: Asker) -> tuple[ZoneInfo, ...]:
    """The zone of "PT" or "CET"."""
    context = Context(asker.now, asker.zone, asker.turn.locale)
    zone = next((when.zone for when in read(f"at 3pm {said}", context).when if when.zone), "")
    return (ZoneInfo(zone),) if zone else ()


def _line(at: datetime, source: _Clock, target: _Clock, asker: Asker) -> str:
    reader = asker.reader
    here, clock = reader.clock(at, source.zone), reader.clock(at, target.zone)
    day = reader.long_day(at.astimezone(target.zone).date())
    name = "time-then-for-them" if source.person else "time-then-for" if target.person else "time-then"
    if name == "time-then-for-them":
        return reader.say(name, here=here, whose=source.name, time=clock, place=target.name, day=day)
    return reader.say(name, here=here, city=source.name, time=clock, place=target.name, name=target.name, day=day)
