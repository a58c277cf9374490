"""Who stands against the time that is looked at for what is being booked: "who's the blocker?", "who's busy then?".

Ana: an hour with Tom and Priya on Thursday at 10
Bot: Thu 26 Nov, 10:00 – 11:00 does not suit everyone. These times do better.         [Book] [Book anyway]
Ana: who's busy then?
Bot: Thu 26 Nov, 10:00 – 11:00: ✕ Priya busy
"""

from dataclasses import replace

from dialogs.asker import Asker
from dialogs.booking import freebusy, offering, offers
from dialogs.changing import preview
from dialogs.frame import Frame
from dialogs.knowing import details
from dialogs.turn import Reply
from dialogs.understand.understood import Intent, Understood
from graph.model import Window


async def tell(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """Of the time that was asked for, or of the best one on offer where it was none. Raises GraphError.

    Of a meeting that there is it is who has declined.
    """
    if frame.open_change and not said.subject:
        return await preview.show(frame.open_change, frame, asker)
    offer = frame.open_offer
    if said.subject or said.when or offer is None or not (offer.booking.guests and offer.openings):
        return await details.tell(replace(said, intent=Intent.EVENT_DETAILS, facet="declined"), frame, asker)
    booking, reader = offer.booking, asker.reader
    asked = booking.time.exact
    window = Window.of(asked, booking.length) if asked else offer.openings[0].window
    calendars = await freebusy.calendars_of(booking.guests, window, asker)
    opening = offering.opening_at(window, booking, calendars)
    when = reader.moment(window)
    if opening.suits_everyone:
        words = reader.say("blockers-nobody", when=when)
    else:
        who = offers.against(opening, calendars, booking, asker)
        words = reader.say("blockers-then" if asked else "blockers-best", when=when, who=who)
    return frame, Reply(text=words, dialog="blockers", outcome="told")
