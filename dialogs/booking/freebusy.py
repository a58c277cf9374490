"""Everyone's free/busy time as far as it may be read."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dialogs.asker import Asker
from dialogs.decisions import daymarks
from dialogs.decisions.openings import Calendar
from dialogs.frame import Booking, Guest
from dialogs.understand.understood import Role
from graph import availability
from graph.errors import NotAllowed
from graph.model import Hidden, Schedule, Window


async def calendars_of(guests: Sequence[Guest], span: Window, asker: Asker) -> tuple[Calendar, ...]:
    """Everyone's time, the asker's first, with a margin for neighbouring events. Raises GraphError."""
    emails = [asker.me.email, *(guest.person.email for guest in guests)]
    margin = timedelta(hours=1)
    schedules = await availability.get_schedule(
        asker.own, emails, Window(span.start - margin, span.end + margin), asker.zone
    )
    optional = {guest.person.email for guest in guests if guest.role is Role.OPTIONAL}
    others = tuple(Calendar(email, schedules[email], required=email not in optional) for email in emails[1:])
    return tuple(_resting(each, span, asker) for each in (own_calendar(schedules[emails[0]], asker), *others))


def _resting(calendar: Calendar, span: Window, asker: Asker) -> Calendar:
    """With the public holidays where somebody lives."""
    if not calendar.zone:
        return calendar
    locale = asker.reader.locale if calendar.zone.key == asker.zone.key else ""
    return replace(calendar, days_off=daymarks.days_off(calendar.zone, locale, span))


def own_calendar(schedule: Schedule | Hidden, asker: Asker) -> Calendar:
    """The asker's own time, as they want meetings in it."""
    if isinstance(schedule, Schedule) and schedule.hours:
        schedule = replace(schedule, hours=asker.habits.narrowed(schedule.hours))
    return Calendar(asker.me.email, schedule, habits=asker.habits)


async def calendars_if_visible(booking: Booking, window: Window, asker: Asker) -> tuple[Calendar, ...]:
    """Everyone's time, all of it hidden where it may not be read. Raises GraphError."""
    try:
        return await calendars_of(booking.guests, window, asker)
    except NotAllowed:
        emails = [asker.me.email, *(guest.person.email for guest in booking.guests)]
        return tuple(Calendar(email, Hidden(email)) for email in emails)
