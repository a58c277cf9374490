"""Tell the time: one's own, in a city or a country, for a person, or what a time of one's own is there.

Ana: what time is it in Tokyo?
Bot: It is 18:10 in Tokyo, Monday, 23 November.
"""

import re
from dataclasses import replace
from datetime import datetime

from dialogs import courtesy
from dialogs.asker import Asker
from dialogs.decisions import abroad
from dialogs.frame import Frame
from dialogs.knowing import details
from dialogs.knowing.whereabouts import zone_of
from dialogs.people import attendees
from dialogs.turn import Reply
from dialogs.understand import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Kind, TimeConstraint, Understood
from dialogs.understand.when.cities import at_place, zones_of
from graph import events
from graph.errors import NotFound
from graph.model import Person

SEVERAL = re.compile(r"\s*(?:,|&|\band\b|\bor\b)\s*(?:and\s+)?", re.IGNORECASE)
MOST = 6
"""Clocks of one country that are told."""


async def tell(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The time where it was asked for; here, where no place was. Raises GraphError."""
    if told := _by_another_clock(asker):
        return frame, told
    if said.facet == "then":
        said, frame = await _of_what_is_at_hand(said, frame, asker)
    place = _place(said, asker)
    people = [each for each in said.people if each.kind != "me"]
    if people or (place == "there" and len(frame.just_named) == 1):
        return await _for_somebody(said, frame, asker)
    if place and place != "there":
        return frame, _there(place, said, asker)
    if (day := _day_asked(said, asker)) is not None:
        return frame, day
    return frame, courtesy.time_now(asker.now, asker.reader)


async def again(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """ "What time is it again?", of the meeting that was spoken of; without one, of the clock. Raises GraphError."""
    if len(frame.listed) == 1:
        return await details.tell(replace(said, intent=Intent.EVENT_DETAILS, facet="when"), frame, asker)
    return frame, courtesy.time_now(asker.now, asker.reader)


async def _of_what_is_at_hand(said: Understood, frame: Frame, asker: Asker) -> tuple[Understood, Frame]:
    """ "What time is that for her?": of the time that is proposed, or of the meeting that was spoken of; she may be the
    only one who comes to it. Raises GraphError.
    """
    offer, change = frame.open_offer, frame.open_change
    shown = offer.openings[:1] if offer else change.openings[-1:] if change else ()
    if shown:
        return replace(said, time=TimeConstraint(exact=shown[0].window.start.astimezone(asker.zone))), frame
    try:
        event = await events.get_event(asker.graph, frame.listed[0], asker.zone) if len(frame.listed) == 1 else None
    except NotFound:
        event = None
    if event is None:
        return said, frame
    mine = asker.me.email.lower()
    others = [each for each in event.attendees if each.kind != "resource" and each.email.lower() != mine]
    if len(others) == 1 and not frame.named:
        frame = replace(frame, named=(Person(others[0].name, others[0].email),))
    return replace(said, time=TimeConstraint(exact=event.start)), frame


def _by_another_clock(asker: Asker) -> Reply | None:
    """ "What is 9am Dublin in our time?", "if it's 10 in Lima, what time is it in Rome?"; None to anything else."""
    words, reader = asker.turn.utterance, asker.reader
    asked = patterns()["clock-elsewhere"].fullmatch(words) or patterns()["clock-if"].fullmatch(words)
    zones = zones_of(asked["from"], asker.now) if asked else ()
    if asked is None or len(zones) != 1:
        return None
    there = zones_of(asked["to"], asker.now) if asked["to"] else (asker.zone,)
    context = Context(asker.now, asker.zone, asker.turn.locale)
    at = abroad.in_zone(f"at {asked['at']}", zones[0], context, asked["from"]).time.exact
    if len(there) != 1 or at is None:
        return None
    at = datetime.combine(asker.now.astimezone(zones[0]).date(), at.astimezone(zones[0]).time(), zones[0])
    place = asked["to"].title() if asked["to"] else reader.city()
    clock, day = reader.clock(at, there[0]), reader.long_day(at.astimezone(there[0]).date())
    city = asked["from"][:1].upper() + asked["from"][1:]
    words = reader.say("time-then", here=reader.clock(at, zones[0]), city=city, time=clock, day=day, place=place)
    return Reply(text=words, dialog="elsewhere", outcome="told")


def _day_asked(said: Understood, asker: Asker) -> Reply | None:
    """To "when is Easter?": the day, where the words name one that is not today."""
    days = [when for when in said.when if when.kind is Kind.DATE and when.start]
    if len(days) != 1 or days[0].start is None or days[0].start.date() == asker.now.date():
        return None
    said_day = days[0].text.strip(" ?.!")
    words = asker.reader.say(
        "day-told", said=said_day[:1].upper() + said_day[1:], day=asker.reader.day(days[0].start, year=True)
    )
    return Reply(text=words, dialog="elsewhere", outcome="day_told")


def _place(said: Understood, asker: Asker) -> str:
    words = asker.turn.utterance.lower().rstrip(" ?.!").split()
    place = said.location.title() if said.location.islower() else said.location
    return place or ("there" if "there" in words[-2:] else "")


async def _for_somebody(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    reader, somebody = asker.reader, list(frame.just_named)
    if said.people:
        guests, unclear = await attendees.resolve(said.people, asker, frame.just_named)
        if unclear or len(guests) != 1:
            name = unclear[0].said if unclear else ""
            several = bool(unclear and unclear[0].ambiguous)
            words = reader.say("time-whose-several" if several else "time-whose", said=name)
            return frame, Reply(text=words, dialog="elsewhere", outcome="asked")
        somebody = [guest.person for guest in guests]
    person = somebody[0]
    zone = at_place(await zone_of(person, asker), person.office, asker.now)
    frame = replace(frame, named=(person,))
    if zone is None:
        words = reader.say("time-hidden", name=person.name)
        return frame, Reply(text=words, dialog="elsewhere", outcome="hidden")
    at = _said_time(said, asker)
    clock, day = reader.clock(at, zone), reader.long_day(at.astimezone(zone).date())
    if at == asker.now:
        words = reader.say("time-for", time=clock, day=day, name=person.name, city=reader.city(zone))
    else:
        here = reader.clock(at)
        words = reader.say("time-then-for", here=here, city=reader.city(), time=clock, day=day, name=person.name)
    return frame, Reply(text=words, dialog="elsewhere", outcome="told")


def _there(place: str, said: Understood, asker: Asker) -> Reply:
    reader, at = asker.reader, _said_time(said, asker)
    zones = zones_of(place, at)
    each = [part.removeprefix("in ").strip() for part in SEVERAL.split(place)]
    if not zones and len(each) > 1 and all(len(zones_of(part, at)) == 1 for part in each):
        clocks = [f"{reader.clock(at, zone)} ({part})" for part in each for zone in zones_of(part, at)]
        here = "" if at == asker.now else f"{reader.clock(at)} ({reader.city()})"
        words = reader.say("time-each", times=", ".join(clocks), here=here or "now")
        return Reply(text=words, dialog="elsewhere", outcome="told")
    if not zones:
        return Reply(text=reader.say("time-unknown", place=place), dialog="elsewhere", outcome="unknown")
    if len(zones) > 1:
        clocks = [f"{reader.clock(at, zone)} ({reader.city(zone)})" for zone in zones[:MOST]]
        words = reader.say("time-several", place=place[:1].upper() + place[1:], times=", ".join(clocks))
        return Reply(text=words, dialog="elsewhere", outcome="told")
    clock, day = reader.clock(at, zones[0]), reader.long_day(at.astimezone(zones[0]).date())
    if at == asker.now:
        return Reply(text=reader.say("time-now", time=clock, city=place, day=day), dialog="elsewhere", outcome="told")
    words = reader.say("time-then", here=reader.clock(at), city=reader.city(), time=clock, day=day, place=place)
    return Reply(text=words, dialog="elsewhere", outcome="told")


def _said_time(said: Understood, asker: Asker) -> datetime:
    """A stated time of the speaker's own day; now, where none was said."""
    exact = said.time.exact
    return exact if exact and (exact.hour or exact.minute) else asker.now
