"""Tell whether, and when, people are free.

Ana: is Tom free tomorrow at 3?
Bot: Tue 24 Nov, 15:00 – 15:30: No, Tom is busy then.               [Find a time]
Ana: when are Tom and I free on Wednesday?
Bot: Free together, Wed 25 Nov: 09:00 – 11:30 · 14:00 – 17:00      [Find a time]
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dialogs.asker import Asker
from dialogs.booking import freebusy, offers
from dialogs.cards import free as cards
from dialogs.cards.booking import suits
from dialogs.decisions import openings, stretching
from dialogs.decisions.openings import Calendar, Standing
from dialogs.frame import Asked, Booking, Frame, Offer
from dialogs.turn import Json, Reply, Tap
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Question
from graph.model import Hidden, Person, Window

LONGEST = timedelta(days=14)
MOMENT = timedelta(minutes=1)


async def tell(booking: Booking, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Free at a stated time, or when in a stretch; a tap or a yes goes on to book it. Raises GraphError."""
    if exact := booking.time.exact:
        booking = replace(booking, time=replace(booking.time, slots=()))
        windows = [Window.of(start, booking.length) for start in (exact, *booking.time.either)]
        if len(windows) > 1:
            return _told(await _at_each(windows, booking, asker), booking, frame, asker, windows)
        return _told(await _at(windows[0], booking, asker), booking, frame, asker)
    slots = stretching.searched(booking.time, asker.now, booking.length, asker.hours)
    ahead = [Window(max(slot.start, asker.now), slot.end) for slot in slots if slot.end > asker.now]
    asked = len(ahead)
    ahead = [slot for slot in ahead if slot.start < ahead[0].start + LONGEST]
    if not ahead:
        return frame, Reply(text=asker.reader.say("no-working-hours"), dialog="free", outcome="nothing")
    is_cut = len(ahead) < asked or ahead[-1].end > ahead[0].start + LONGEST
    card, shown = await _within(ahead, booking, asker, is_cut=is_cut)
    return _told(card, booking, frame, asker, shown)


def _told(
    card: Json, booking: Booking, frame: Frame, asker: Asker, shown: Sequence[Window] = ()
) -> tuple[Frame, Reply]:
    """`shown`: the stretches on the card, of which one can be taken by its place."""
    ident = asker.card_id
    if frame.open_offer is None:
        frame = replace(frame, booking=booking)
    elif frame.booking and (others := _besides(booking, frame.booking)):
        # "Great, add him", to the meeting that is being booked.
        frame = replace(frame, named=others)
    each = tuple(Tap("find_time", {"card": ident, "at": window.start.isoformat()}) for window in shown)
    taken = _on_offer(booking, frame)
    # Whoever else is free then or not, a bare yes may mean either; "book it" means what is on offer.
    bidden = None if taken else _on_offer_still(booking, frame)
    yes = None if bidden else taken or Tap("find_time", {"card": ident})
    asked = Asked(ident, Question("yes_no"), each, yes=yes, bidden=bidden)
    frame = replace(frame, asked=asked).with_offer(Offer(ident, booking))
    return frame, Reply(card=card, dialog="free", outcome="told")


def _besides(asked: Booking, booking: Booking) -> tuple[Person, ...]:
    """Who was asked about and does not come to what is being booked."""
    known = {guest.person.email for guest in booking.guests}
    return tuple(guest.person for guest in asked.guests if guest.person.email not in known)


def _on_offer(booking: Booking, frame: Frame) -> Tap | None:
    """The button of the one time on offer, where it was asked of that."""
    offer = frame.open_offer
    plain = replace(booking, is_inquiry=False, of_them=False)
    if offer is None or len(offer.openings) != 1 or plain != offer.booking:
        return None
    return offers.taps(offer)[0]


def _on_offer_still(booking: Booking, frame: Frame) -> Tap | None:
    """The button of the one time on offer, where it was asked of others then, which changes nothing of it."""
    offer = frame.open_offer
    if offer is None or len(offer.openings) != 1 or booking.time.either or not _besides(booking, offer.booking):
        return None
    return offers.taps(offer)[0] if booking.time.exact == offer.openings[0].window.start else None


async def _at(window: Window, booking: Booking, asker: Asker) -> Json:
    calendars = await freebusy.calendars_of(booking.guests, window, asker)
    opening = openings.opening_at(window, calendars)
    faces = offers.faces_of(booking, calendars, asker)
    moment = asker.reader.moment(window)
    bookable = opening.worst < Standing.BUSY
    told = [suits(opening, faces, asker.reader, by_name=True)]
    if booking.of_them:
        theirs, mine = (openings.opening_at(window, part) for part in (calendars[1:], calendars[:1]))
        told = [cards.answer(theirs, faces[1:], asker.reader), suits(mine, faces[:1], asker.reader)]
    return cards.at(moment, told, asker.reader, card_id=asker.card_id, owner_id=asker.id, bookable=bookable)


async def _at_each(windows: Sequence[Window], booking: Booking, asker: Asker) -> Json:
    """ "Tomorrow at 2 or Friday at 4": how each of them suits."""
    span = Window(min(each.start for each in windows), max(each.end for each in windows))
    calendars = await freebusy.calendars_of(booking.guests, span, asker)
    faces = offers.faces_of(booking, calendars, asker)
    found = [openings.opening_at(window, calendars) for window in windows]
    times = [
        cards.Told(each.window, suits(each, faces, asker.reader, by_name=True), bookable=each.worst < Standing.BUSY)
        for each in found
    ]
    return cards.at_each(times, asker.reader, card_id=asker.card_id, owner_id=asker.id)


async def _within(
    ahead: Sequence[Window], booking: Booking, asker: Asker, *, is_cut: bool
) -> tuple[Json, Sequence[Window]]:
    calendars = await freebusy.calendars_of(booking.guests, Window(ahead[0].start, max(s.end for s in ahead)), asker)
    hidden = [each.email for each in calendars if isinstance(each.schedule, Hidden)]
    all_of_us, them = _free(calendars, ahead, booking), _free(calendars[1:], ahead, booking)
    free = them if booking.of_them else all_of_us
    names = asker.names_of([guest.person for guest in booking.guests])
    days = _by_day(free, asker)
    last = ahead[-1].end - MOMENT if is_cut else None
    card = cards.within(
        days,
        [names[guest.person.email] for guest in booking.guests],
        [names.get(email, email) for email in hidden],
        asker.reader,
        card_id=asker.card_id,
        owner_id=asker.id,
        until=days[cards.SHOWN - 1][0] if len(days) > cards.SHOWN else last,
        with_asker=_by_day(all_of_us, asker) if booking.of_them and all_of_us != them else None,
        of_them=booking.of_them,
        whole=None if hidden else _is_whole(free, ahead, asker),
    )
    return card, [window for _, windows in days[: cards.SHOWN] for window in windows]


def _is_whole(free: Sequence[Window], ahead: Sequence[Window], asker: Asker) -> bool | None:
    """Whether all of a day's time is free of which it was asked by yes or no, or none of it; None for a part."""
    if len(_by_day(ahead, asker)) != 1 or not patterns()["asks-whether-free"].match(asker.turn.utterance):
        return None
    if not free:
        return False
    return (
        True
        if sum((each.length for each in free), timedelta()) == sum((each.length for each in ahead), timedelta())
        else None
    )


def _free(calendars: Sequence[Calendar], ahead: Sequence[Window], booking: Booking) -> Sequence[Window]:
    return [gap for slot in ahead for gap in together(calendars, slot) if gap.length >= booking.length]


def together(calendars: Sequence[Calendar], within: Window) -> tuple[Window, ...]:
    """When all whose calendars we see are at work and free; a hidden calendar says nothing."""
    left: tuple[Window, ...] = (within,)
    for calendar in calendars:
        schedule = calendar.schedule
        if isinstance(schedule, Hidden):
            continue
        taken = calendar.habits.padded(calendar.taken)
        if calendar.zone:
            taken = (*taken, *calendar.habits.kept_free(within, calendar.zone))
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
