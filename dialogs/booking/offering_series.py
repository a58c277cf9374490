"""Find times for a series, and put them on a card."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dialogs.asker import Asker
from dialogs.booking import freebusy, offers
from dialogs.cards import booking as cards
from dialogs.decisions import openings, repeating, wholedays
from dialogs.decisions.openings import Opening
from dialogs.decisions.repeating import Series
from dialogs.frame import Booking, Frame, Offer
from dialogs.places import rooming
from dialogs.turn import Reply
from dialogs.words.repeats import repeats
from graph.model import Window
from graph.recurrence import CannotRecur


async def propose(
    frame: Frame, booking: Booking, asker: Asker, *, note: str, superseded: Offer | None
) -> tuple[Frame, Reply]:
    """A series: at the time of day that was said, or when it suits the most of the next ones. Raises GraphError."""
    now, reader = asker.now, asker.reader
    try:
        choices = repeating.any_day(booking.time, now)
    except CannotRecur:
        return frame, Reply(text=reader.say("cant-recur"), dialog="book", outcome="cannot")
    # Where the day was left open, it is one on which one works.
    choices = tuple(each for each in choices if each.recurrence.start.weekday() in asker.hours.weekdays) or choices
    one = choices[0]
    if wholedays.takes_days(booking):
        return await _propose_days(one, frame, booking, asker, note=note, superseded=superseded)
    is_stated = len(choices) == 1 and not (one.within or superseded)
    stated = one.first(one.clock, booking.length, now) if one.clock and is_stated else None
    seen = {window.start for window in superseded.shown} if superseded else set()
    firsts = [
        (series, first) for series in choices for first in _firsts(series, booking, asker) if first.start not in seen
    ]
    firsts += [(one, stated)] if stated else []
    if not firsts:
        return frame, Reply(text=reader.say("no-working-hours"), dialog="book", outcome="nothing")
    last = max(window.end for series, first in firsts for window in repeating.looked_at(series, first))
    calendars = await freebusy.calendars_if_visible(
        booking, Window(min(first.start for _, first in firsts), last), asker
    )
    every = [repeating.fit_at(series, first, calendars) for series, first in firsts]
    fits = repeating.suggested(every, stated)
    names = asker.names_of([guest.person for guest in booking.guests]) | {asker.me.email: reader.say("you")}
    rule = repeats(
        one.recurrence,
        reader,
        any_day=len(choices) > 1,
        skipped=repeating.skipped(one.recurrence, booking.time),
    )
    told = cards.Repeats(rule, tuple(cards.missing(fit, names, reader) for fit in fits))
    found = tuple(fit.opening for fit in fits)
    if booking.room:
        found, lacking = await _in_one_room(found, {first.start: series for series, first in firsts}, booking, asker)
        note = f"{note} {lacking}".strip()
    anyway = stated if stated and fits[-1].opening.window == stated and fits[-1].missing else None
    if anyway and len(fits) > 1:
        lacking = cards.missing(fits[-1], names, reader).partition(" ")[2]
        note = f"{note} {reader.say('note-series-taken', time=reader.clock(anyway.start), who=lacking)}".strip()
    return offers.offer(
        frame,
        booking,
        found,
        calendars,
        asker,
        note=note,
        exact=stated is not None,
        anyway=anyway,
        superseded=superseded,
        series=told,
    )


async def _propose_days(
    series: Series, frame: Frame, booking: Booking, asker: Asker, *, note: str, superseded: Offer | None
) -> tuple[Frame, Reply]:
    """A series of whole days: of its first ones it is told how they suit. Raises GraphError."""
    days = max((booking.duration or timedelta()) // timedelta(days=1), 1)
    midnight = datetime.combine(series.recurrence.start, repeating.MIDNIGHT, asker.now.tzinfo)
    first = Window(midnight, midnight + timedelta(days=days))
    calendars = await freebusy.calendars_if_visible(booking, first, asker)
    opening = wholedays.opening_on(first, calendars)
    faces = offers.faces_of(booking, calendars, asker)
    told = cards.Repeats(
        repeats(series.recurrence, asker.reader), (cards.suits(opening, faces, asker.reader, whole_days=True),)
    )
    return offers.offer(
        frame, booking, (opening,), calendars, asker, note=note, exact=True, superseded=superseded, series=told
    )


async def _in_one_room(
    found: Sequence[Opening], series_of: Mapping[datetime, Series], booking: Booking, asker: Asker
) -> tuple[tuple[Opening, ...], str]:
    """Each with a room that is free at all of its next times, and a word where there is none. Raises GraphError."""
    windows = [repeating.looked_at(series_of[opening.window.start], opening.window) for opening in found]
    span = Window(min(each[0].start for each in windows), max(each[-1].end for each in windows))
    venue = await rooming.venue(booking, span, asker)
    assert venue is not None
    placed = tuple(replace(opening, room=venue.at_all(each)) for opening, each in zip(found, windows, strict=True))
    lacks = any(opening.room is None for opening in placed)
    return placed, asker.reader.say("room-none-each-time") if lacks else ""


def _firsts(series: Series, booking: Booking, asker: Asker) -> Iterable[Window]:
    """First occurrences to choose from: in the part of the day that was said, or at any time within working hours."""
    midnight = datetime.combine(series.recurrence.start, repeating.MIDNIGHT, asker.now.tzinfo)
    slots = openings.searched((Window(midnight, midnight + timedelta(days=1)),), asker.hours)
    if series.within:
        part = Window(*(midnight + timedelta(minutes=minutes) for minutes in series.within))
        shared = [slot for slot in slots if slot.overlaps(part)]
        slots = tuple(Window(max(slot.start, part.start), min(slot.end, part.end)) for slot in shared) or (part,)
    return repeating.clocks(slots, series, booking.length, asker.now)
