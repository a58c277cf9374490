"""When an event of whole days can be: which days are meant, and how they suit everyone. Pure."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta

from dialogs.decisions.openings import STANDING_OF, Calendar, Opening, Standing, working_windows
from dialogs.frame import Booking
from graph.model import Hidden, ShowAs, Window

DAY = timedelta(days=1)
WEEK = 7
"""Days. A stretch this long ("next week") is where to look for a day; a shorter one ("Monday to Wednesday") is it."""


def takes_days(booking: Booking) -> bool:
    """Whether whole days were said: "all day", "a two day workshop"."""
    length = booking.duration or timedelta()
    return booking.time.all_day or (length >= DAY and not length % DAY)


def windows(booking: Booking, slots: Sequence[Window], now: datetime) -> tuple[Window, ...]:
    """From midnight to midnight, all that are meant; of a long stretch every day that is not over."""
    count = (booking.duration or timedelta()) // DAY
    excluded = [Window(slot.start or now, slot.end or now) for slot in booking.time.excluded]
    starts = (booking.time.exact,) if booking.time.exact else ()
    found = [_from(start, count or 1) for start in starts] or [each for slot in slots for each in _of(slot, count)]
    ahead = [window for window in found if window.end > now and not any(window.overlaps(out) for out in excluded)]
    return tuple(dict.fromkeys(ahead))


def _of(slot: Window, count: int) -> Iterator[Window]:
    first = slot.start.date()
    days = (slot.end - timedelta(microseconds=1)).date() - first + DAY
    if not count and days < WEEK * DAY:
        yield _from(slot.start, days.days)
        return
    for ahead in range(max(1, days.days - max(count, 1) + 1) if days > DAY else 1):
        yield _from(slot.start + ahead * DAY, count or 1)


def _from(start: datetime, days: int) -> Window:
    """So many days by the clock of `start`, over changes of the clock too."""
    first = datetime.combine(start.date(), time(), start.tzinfo)
    return Window(first, datetime.combine(start.date() + days * DAY, time(), start.tzinfo))


def opening_on(window: Window, calendars: Sequence[Calendar]) -> Opening:
    """These days, good or bad."""
    optional = tuple(calendar.email for calendar in calendars if not calendar.required)
    return Opening(window, tuple((each.email, standing_on(each, window)) for each in calendars), optional=optional)


def standing_on(calendar: Calendar, window: Window) -> Standing:
    """How whole days suit one person: what takes less than half of their hours troubles like a tentative meeting."""
    if isinstance(calendar.schedule, Hidden):
        return Standing.HIDDEN
    hours = calendar.schedule.hours
    shifts = working_windows(hours, window) if hours else (window,)
    if not shifts:
        return Standing.OUTSIDE
    working = sum((shift.length for shift in shifts), timedelta())
    worst = Standing.FREE
    for show_as in (ShowAs.WORKING_ELSEWHERE, ShowAs.TENTATIVE, ShowAs.BUSY, ShowAs.UNKNOWN, ShowAs.OUT_OF_OFFICE):
        taken = sum(
            (
                min(busy.window.end, shift.end) - max(busy.window.start, shift.start)
                for busy in calendar.schedule.busy
                for shift in shifts
                if busy.show_as is show_as and busy.window.overlaps(shift)
            ),
            timedelta(),
        )
        if taken:
            whole = STANDING_OF[show_as]
            worst = max(worst, whole if 2 * taken >= working else min(whole, Standing.TENTATIVE))
    return worst


def rank(openings: Sequence[Opening], limit: int = 4) -> tuple[Opening, ...]:
    """The days that suit best, the earlier before the later; those that somebody cannot come on only if all are so."""
    ranked = sorted(openings, key=lambda each: (each.worst, sum(standing for _, standing in each.standings)))
    return tuple([each for each in ranked if not each.is_objected_to][:limit] or ranked[:limit])
