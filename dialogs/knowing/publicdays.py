"""Tell public holidays: whether a day is one, which comes next, when one is that is asked for by its name.

Ana: is Monday the 29th a public holiday?
Bot: Yes. Mon, 29 Mar 2027 is a public holiday in Australia (Easter Monday).
"""

from collections.abc import Iterator
from datetime import date, timedelta

from dialogs.asker import Asker
from dialogs.decisions.daymarks import country_of, holiday
from dialogs.frame import Frame
from dialogs.knowing import details
from dialogs.people.names import folded
from dialogs.turn import Reply
from dialogs.understand.understood import Intent, Slot, TimeConstraint, Understood
from dialogs.understand.when.cities import zones_of
from dialogs.words.reader import known_locale

AHEAD = 400
"""Days that are looked through: every holiday of a year is among them."""
MOST = 6
"""Holidays of a stretch that are told."""


async def tell(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """What was asked of public holidays in the country that is named, else in the asker's. Raises GraphError."""
    reader, today = asker.reader, asker.now.astimezone(asker.zone).date()
    zones = zones_of(said.location, asker.now) if said.location else ()
    code = country_of(zones[0], "") if zones else country_of(asker.zone, reader.locale)
    place = known_locale(reader.locale).territories.get(code, code)
    asked = _days(said.time)
    if asked and len(asked) == 1 and not said.subject:
        day = reader.day(asked[0], year=True)
        name = holiday(code, asked[0])
        words = reader.say("holiday-yes" if name else "holiday-no", day=day, country=place, name=name)
        return frame, Reply(text=words, dialog="publicdays", outcome="told")
    found = list(_ahead(code, asked or [today + timedelta(days=number) for number in range(1, AHEAD)]))
    if said.subject:
        wanted = set(folded(said.subject).split())
        found = [(day, name) for day, name in found if wanted <= set(folded(name).split())][:1]
        if not found:
            return await details.tell(_of_event(said), frame, asker)
    told = [f"{name}, {reader.day(day, year=True)}" for day, name in found[: MOST if asked else 1]]
    words = "; ".join(told) if told else reader.say("holiday-none", country=place)
    return frame, Reply(text=f"{words}." if told else words, dialog="publicdays", outcome="told")


def _ahead(code: str, days: list[date]) -> Iterator[tuple[date, str]]:
    """The holidays among these days."""
    return ((day, name) for day in days if (name := holiday(code, day)))


def _days(time: TimeConstraint) -> list[date]:
    """The days that were asked about; empty where none was."""
    return [day for slot in time.slots for day in _each(slot)][:AHEAD]


def _each(slot: Slot) -> Iterator[date]:
    if slot.start and slot.end:
        last = (slot.end - timedelta(minutes=1)).date()
        yield from (slot.start.date() + timedelta(days=number) for number in range((last - slot.start.date()).days + 1))


def _of_event(said: Understood) -> Understood:
    """The same question of a meeting that is so called."""
    return Understood(Intent.EVENT_DETAILS, said.confidence, facet="when", subject=said.subject)
