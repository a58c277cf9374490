"""What is only put down in the asker's own calendar, though others are named: they are in its title. Pure."""

from dataclasses import replace

from dialogs.frame import Booking
from dialogs.words.reader import Reader


def for_oneself(booking: Booking, reader: Reader) -> Booking:
    """The same with nobody to invite: "Lunch with Katherine"."""
    names = [*(guest.person.first_name for guest in booking.guests), *(each.said for each in booking.unresolved)]
    what = booking.subject or reader.say("subject-own-what")
    subject = reader.say("subject-own", what=what, names=reader.names(names)) if names else booking.subject
    return replace(booking, guests=(), unresolved=(), subject=subject, online=False, is_inquiry=False, of_them=False)
