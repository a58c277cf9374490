"""Times by the clock of a place that is named beside them: "tomorrow morning Irish time", "10 to 11 Dublin time". Pure.

Where clocks are apart, "morning" and "10 to 11" are hours there: the words are read as somebody there would say them.
"""

from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from dialogs.understand import Context, understand
from dialogs.understand.intent.features import classes
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.slots.naming import words_of
from dialogs.understand.understood import Intent, Kind, Run, Slot, TimeConstraint, Understood, When
from dialogs.understand.when.cities import zones_of

_LONGEST: Final = 400
"""Characters. What is longer tells a story."""
_MOST_WORDS: Final = 3
"""Of a place."""
_CLOCK: Final = " time"
_OF_DAY: Final = ("BYHOUR", "BYDAY")


@dataclass(frozen=True)
class Placed:
    """By whose clock a time is said: where that stands, the place, and its zones; none of a place that is unknown."""

    span: tuple[int, int]
    place: str
    zones: tuple[ZoneInfo, ...]


def understood(words: str, context: Context) -> Understood:
    """What `words` mean, with times by the clock of the place that is named beside them.

    Where the place is unknown, or has several clocks, the time is told as `impossible`: it is none of the speaker's.
    """
    asked = patterns()["clock-elsewhere"].fullmatch(words) or patterns()["clock-if"].fullmatch(words)
    if asked and zones_of(asked["from"], context.now):
        return Understood(Intent.ASK_TIME, 1.0)
    words = patterns()["zone-of-time"].sub(" time", words)
    said = understand(words, context)
    if said.time.zone or said.time.impossible or len(words) > _LONGEST:
        return said
    theirs = patterns()["somebodys-time"].search(words)
    if said.intent is Intent.ASK_TIME or (theirs and (said.people or theirs["name"])):
        # That is for whoever knows whose time is meant.
        return said
    found = _there(words, theirs.span(), said, context.now) if theirs else find(words, context.now)
    if found is None:
        return said
    rest = f"{words[: found.span[0]]} {words[found.span[1] :]}".strip()
    if len(found.zones) == 1:
        return in_zone(rest, found.zones[0], context, words[slice(*found.span)])
    said = understand(rest, context)
    return replace(said, time=replace(said.time, impossible=f"{found.place}{_CLOCK}"))


def _there(words: str, span: tuple[int, int], said: Understood, now: datetime) -> Placed | None:
    """ "A room in Dublin at 10 their time": where nobody is named, it is that of the place."""
    place = said.location
    if not place and (named := patterns()["in-city"].search(words)):
        place = named["place"]
    zones = zones_of(place, now) if place else ()
    return Placed(span, place, zones) if len(zones) == 1 else None


def is_of_clock(impossible: str) -> bool:
    """Whether that is no time because nobody knows by whose clock it is said."""
    return impossible.endswith(_CLOCK)


def of_clock(impossible: str) -> str:
    """The place by whose clock it is said."""
    return impossible.removesuffix(_CLOCK)


def find(words: str, now: datetime) -> Placed | None:
    """The place by whose clock a time is said; None where none is, or where "time" is of something else."""
    for found in patterns()["somewheres-time"].finditer(words):
        said = found["place"].split(" ")
        for count in range(min(_MOST_WORDS, len(said)), 0, -1):
            place = " ".join(said[-count:]).removesuffix("'s").removesuffix("’s")
            start = found.end("place") - len(" ".join(said[-count:]))
            lead = patterns()["behind-a-time"].search(words[:start])
            if lead is None or not (zones := zones_of(place, now)):
                continue
            if place.islower() and _is_word(place) and not lead["by"]:
                # "Thursday, reading time" is none of Reading's.
                continue
            return Placed((lead.start("by") if lead["by"] else start, found.end()), place, zones)
        lead = patterns()["behind-an-hour"].search(words[: found.end("place") - len(said[-1])])
        if lead and not _is_word(said[-1].lower()) and not said[-1].lower().endswith(("'s", "’s")):
            return Placed((found.end("place") - len(said[-1]), found.end()), said[-1], ())
    if (beside := patterns()["hour-in-city"].search(words)) and not _is_word(beside["place"].lower()):
        zones = zones_of(beside["place"], now)
        return Placed(beside.span("place"), beside["place"], zones) if len(zones) == 1 else None
    return None


def _is_word(place: str) -> bool:
    return place in words_of("en")["stop"] or place in words_of("en")["no-place"] or place in classes()


def in_zone(words: str, zone: ZoneInfo, context: Context, by: str) -> Understood:
    """What `words` mean to whoever says them in `zone`, with its times by the clock of the context.

    `by` are the words that name the clock. The days are those of the speaker.
    """
    own = context.zone
    here, there = context.now.astimezone(own), context.now.astimezone(zone)
    if here.date() != there.date():
        there = datetime.combine(here.date(), time(), zone)
    said = understand(words, replace(context, now=there, zone=zone))
    if said.time.all_day or any(part in said.time.rrule for part in _OF_DAY):
        return said if said.time.all_day else replace(said, time=replace(said.time, impossible=by.strip()))
    when = tuple(_home(each, own, by.strip(" ,()"), zone) for each in said.when)
    time_here = replace(_constraint_home(said.time, own), zone=zone.key)
    return replace(said, when=when, time=time_here)


def _home(when: When, own: ZoneInfo, by: str, zone: ZoneInfo) -> When:
    if when.kind is Kind.DURATION:
        return when
    text = f"{when.text} {by}".strip()
    return replace(when, text=text, start=_at(when.start, own), end=_at(when.end, own), zone=zone.key)


def _constraint_home(said: TimeConstraint, zone: ZoneInfo) -> TimeConstraint:
    """The same instants by the clock of `zone`; a time of day without a day is that of the day that it was read for."""
    exact = _at(said.exact, zone)
    return replace(
        said,
        exact=exact,
        slots=tuple(_slot(each, zone) for each in said.slots),
        excluded=tuple(_slot(each, zone) for each in said.excluded),
        clock=(exact.hour * 60 + exact.minute, None) if said.clock and exact else None,
        alternatives=tuple(_constraint_home(each, zone) for each in said.alternatives),
        either=tuple(each.astimezone(zone) for each in said.either),
        near=_at(said.near, zone),
        run=Run(_at(said.run.starting, zone), said.run.lasting, said.run.count),
    )


def _slot(slot: Slot, zone: ZoneInfo) -> Slot:
    return Slot(_at(slot.start, zone), _at(slot.end, zone))


def _at(moment: datetime | None, zone: ZoneInfo) -> datetime | None:
    return moment.astimezone(zone) if moment else None
