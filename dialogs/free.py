"""Tell whether, and when, people are free.

Ana: is Tom free tomorrow at 3?
Bot: Tom is busy: Tue 24 Nov, 15:00 – 15:30.
Ana: when are Tom and I free on Wednesday?
Bot: Free together, Wed 25 Nov: 09:00 – 11:30 · 14:00 – 17:00      [Find a time]
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dialogs import attendees, book, offering, openings
from dialogs.asker import Asker
from dialogs.cards import free as cards
from dialogs.cards.booking import suits
from dialogs.frame import Booking, Frame
from dialogs.openings import Calendar, Standing
from dialogs.turn import Reply
from dialogs.understand.understood import Understood
from graph.model import Hidden, Window

LONGEST = timedelta(days=14)


async def check(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Free at a stated time, or when in a stretch. Raises GraphError."""
    guests, unresolved = await attendees.resolve(said.people, asker, book.just_named(frame))
    booking = Booking(guests, unresolved, duration=said.time.duration, time=said.time)
    frame = replace(frame.without_open_offers(), booking=booking)
    if unresolved or (problem := book.unusable(booking, asker)):
        return await book.proceed(frame, asker) if unresolved else (frame, _said(problem, "past"))
    if said.time.exact:
        return await _at(Window.of(said.time.exact, booking.length), booking, frame, asker)
    return await _within(booking, frame, asker)


async def _at(window: Window, booking: Booking, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    calendars = await offering.calendars_of(booking.guests, window, asker)
    opening = openings.opening_at(window, calendars)
    who = suits(opening, offering.faces_of(booking, calendars, asker), asker.reader)
    moment = asker.reader.moment(window)
    frame = replace(frame, booking=replace(booking, time=replace(booking.time, slots=())))
    return frame, Reply(
        card=cards.at(moment, who, asker.id, asker.reader, bookable=opening.worst < Standing.BUSY),
        dialog="free",
        outcome="told",
    )


async def _within(booking: Booking, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    slots = openings.searched(offering.stretches(booking.time, asker.now), asker.profile.hours)
    ahead = [Window(max(slot.start, asker.now), slot.end) for slot in slots if slot.end > asker.now]
    ahead = [slot for slot in ahead if slot.start < asker.now + LONGEST]
    if not ahead:
        return frame, _said(asker.reader.say("no-working-hours"), "nothing")
    calendars = await offering.calendars_of(booking.guests, Window(ahead[0].start, max(s.end for s in ahead)), asker)
    hidden = [each.email for each in calendars if isinstance(each.schedule, Hidden)]
    free = [gap for slot in ahead for gap in together(calendars, slot) if gap.end - gap.start >= booking.length]
    names = asker.names_of([guest.person for guest in booking.guests])
    days = _by_day(free, asker)
    card = cards.within(
        days,
        [names[guest.person.email] for guest in booking.guests],
        [names.get(email, email) for email in hidden],
        asker.id,
        asker.reader,
    )
    return frame, Reply(card=card, dialog="free", outcome="told")


def together(calendars: Sequence[Calendar], within: Window) -> tuple[Window, ...]:
    """When all whose calendars we see are at work and free; a hidden calendar says nothing."""
    left: tuple[Window, ...] = (within,)
    for calendar in calendars:
        schedule = calendar.schedule
        if isinstance(schedule, Hidden):
            continue
        taken = [busy.window for busy in schedule.busy if openings.STANDING_OF[busy.show_as] > Standing.ELSEWHERE]
        shifts = openings.working_windows(schedule.hours, within) if schedule.hours else (within,)
        left = tuple(
            gap
            for shift in shifts
            for part in left
            if part.overlaps(shift)
            for gap in openings.gaps(taken, Window(max(part.start, shift.start), min(part.end, shift.end)))
        )
    return left


def _by_day(free: Sequence[Window], asker: Asker) -> list[tuple[datetime, list[Window]]]:
    days: list[tuple[datetime, list[Window]]] = []
    for window in free:
        start = window.start.astimezone(asker.zone)
        if not days or days[-1][0].date() != start.date():
            days.append((start, []))
        days[-1][1].append(window)
    return days


def _said(words: str, outcome: str) -> Reply:
    return Reply(text=words, dialog="free", outcome=outcome)
