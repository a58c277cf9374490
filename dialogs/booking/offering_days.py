"""Find whole days for a booking, and put them on a card."""

from dialogs.asker import Asker
from dialogs.booking import freebusy, offers
from dialogs.decisions import stretching, wholedays
from dialogs.frame import Booking, Frame, Offer
from dialogs.places import rooming
from dialogs.turn import Reply
from graph.model import Window


async def propose(
    frame: Frame, booking: Booking, asker: Asker, *, note: str, superseded: Offer | None
) -> tuple[Frame, Reply]:
    """The days that were said, or those that suit best of a longer stretch. Raises GraphError."""
    seen = superseded.shown if superseded else ()
    meant = wholedays.windows(booking, stretching.stretches(booking.time, asker.now), asker.now)
    ahead = [window for window in meant if window not in seen]
    if not ahead:
        none = asker.reader.say("no-other-times" if seen else "no-room-in-days")
        return frame, Reply(text=none, dialog="book", outcome="nothing")
    span = Window(ahead[0].start, max(window.end for window in ahead))
    calendars = await freebusy.calendars_if_visible(booking, span, asker)
    venue = await rooming.venue(booking, span, asker)
    every = [wholedays.opening_on(window, calendars) for window in ahead]
    found = wholedays.rank(every)
    if seen and found[0].is_objected_to:
        return frame, Reply(text=asker.reader.say("no-other-times"), dialog="book", outcome="nothing")
    found = tuple(venue.placed(each) for each in found) if venue else found
    if venue and any(opening.room is None for opening in found):
        note = f"{note} {rooming.taken(booking, None, venue, asker)}".strip()
    stated = len(meant) == 1
    anyway = None
    # Meetings of that day say nothing against where one works, or how one shows.
    is_mark = bool(booking.extras.show_as) and not booking.guests
    if stated and found[0].is_objected_to and not is_mark:
        note = f"{note} {offers.objection(found[0], False, calendars, booking, asker)}".strip()
        anyway = found[0].window
    return offers.offer(
        frame, booking, found, calendars, asker, note=note, exact=stated, anyway=anyway, superseded=superseded
    )
