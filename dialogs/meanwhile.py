"""A question in the middle of a change, which is answered while the card stays open: "is Abdi free then?"."""

from dataclasses import replace

from dialogs.asker import Asker
from dialogs.cards.booking import Face, suits
from dialogs.frame import Frame
from dialogs.people import attendees
from dialogs.turn import Reply
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
