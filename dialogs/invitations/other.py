"""Answer the invitation that is left: "accept the other one".

Ana: tentative for the review, accept the other one
Bot: ○ Tentative  Review …  ✓ Accepted  Retro

Where more than one is left, it is asked which.
"""

from dialogs.asker import Asker
from dialogs.frame import Frame
from dialogs.invitations import respond
from dialogs.referents import upcoming, which
from dialogs.turn import Reply
from dialogs.understand.understood import Understood
from graph.model import Event


async def answer(said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The answer to what waits besides what is spoken of; a question where several do. Raises GraphError."""
    waiting = [each for each in await upcoming.invitations_once(asker) if each.is_unanswered and not each.is_cancelled]
    left = [event for event in waiting if event.id not in _spoken_of(said, waiting, frame)]
    if not left:
        words = asker.reader.say("invitations-none")
        return frame, Reply(text=words, dialog="respond", outcome="nothing")
    if len(left) > 1:
        return respond.ask_which(left, said, frame, asker)
    return await respond.answered(left[0], said, frame, asker)


def _spoken_of(said: Understood, waiting: list[Event], frame: Frame) -> set[str]:
    """What is named beside it, or else the one that is on the screen; of a list, none is."""
    if said.spared:
        return {event.id for event in which.meant(said.spared, waiting, frame)}
    return set(frame.listed) if len(frame.listed) == 1 else set()
