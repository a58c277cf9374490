"""A question in the middle of a change or a booking, answered while the card stays open: "is Abdi free then?", "who's
coming?".
"""

from dataclasses import replace

from dialogs import remarks
from dialogs.asker import Asker
from dialogs.booking import book
from dialogs.cards.booking import Face, suits
from dialogs.frame import Frame
from dialogs.people import attendees
from dialogs.turn import Reply
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Understood


async def is_free(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply] | None:
    """Whether those who are named can come at the time to which the meeting is to be moved.

    None where another time is asked for, or somebody who does not come. Raises GraphError.
    """
    change = frame.open_change
    opening = change.openings[-1] if change and change.openings else None
    if opening is None or said.intent is not Intent.CHECK_AVAILABILITY or said.time.exact != opening.window.start:
        return None
    guests, unclear = await attendees.resolve(said.people, asker, frame.just_named)
    meant = {guest.person.email: guest.person for guest in guests}
    standings = tuple((email, standing) for email, standing in opening.standings if email in meant)
    if unclear or not guests or len(standings) < len(meant):
        return None
    faces = tuple(Face(email, person.name, person.name) for email, person in meant.items())
    words = suits(replace(opening, standings=standings), faces, asker.reader)
    told = f"{asker.reader.moment(opening.window)}: {words}"
    return frame, Reply(text=told, dialog="meanwhile", outcome="told")


async def of_booking(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply] | None:
    """The times that are offered once more, where it is asked who comes, when it is, where or how long; None where it
    is asked of an event that is told. Raises GraphError.
    """
    booking, offer, asked = frame.booking, frame.open_offer, frame.asked
    if booking is None or offer is None or asked is None or said.intent is not Intent.EVENT_DETAILS:
        return None
    # Once another meeting was told of, "it" is that.
    is_newest = asked.id == offer.id and asked.yes is not None
    if not is_newest or patterns()["asks-of-offer"].fullmatch(asker.turn.utterance) is None:
        return None
    return remarks.remarked(await book.proceed(booking, frame, asker), asker.reader.say("offer-as-it-stands"))
