"""An answer that whoever invites is told in a message: "tell Lupe I'm in for the benefits talk but I'll be 10 late".

Lupe: ✓ Accepted, with the note "I'll be 10 late". Whoever else is told it gets a message.
"""

from dialogs.asker import Asker
from dialogs.frame import Frame
from dialogs.invitations import respond
from dialogs.people.names import goes_by
from dialogs.referents import upcoming
from dialogs.turn import Reply
from dialogs.understand.understood import Intent, Understood


async def answered(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply] | None:
    """The answer; None where no one invitation of theirs is meant. Raises GraphError."""
    if said.intent is not Intent.EMAIL_SEND or said.event is None or said.event.intent not in respond.ANSWER_OF:
        return None
    found = await respond.invitations_meant(said.event, frame, asker, upcoming.SOON)
    theirs = [event for event in found if any(goes_by(who.text, event.organizer.name) for who in said.people)]
    is_said = bool(theirs) and theirs[0].response is respond.ANSWER_OF[said.event.intent]
    if len(theirs) != 1 or (is_said and not said.event.note):
        # Who has said so already only wants them to be told.
        return None
    return await respond.answered(theirs[0], said.event, frame, asker)
