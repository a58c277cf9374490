"""A slip in what was just booked, seen at once: "oops, I meant Friday", "45 minutes actually".

Ana: half an hour with Tom tomorrow at 4:30
Ana: yes
Bot: Booked. One invitation sent.
Ana: sorry, I meant Friday
Bot: Change “Meeting: Ana and Tom”? Now: Thu 26 Nov, 16:30; new time: Fri 27 Nov, 16:30   [Change it] [Leave it]
"""

from dataclasses import replace

from dialogs.frame import Frame
from dialogs.understand import Context, understand
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Intent, Question, Understood


def corrected(utterance: str, frame: Frame, context: Context) -> Understood | None:
    """The change of what was just booked that the words ask for; None where they speak of anything else."""
    if context.question or not _is_just_booked(frame):
        return None
    asked = replace(context, question=Question("yes_no"))
    said, lead = understand(utterance, asked), patterns()["slip"].match(utterance)
    if lead and said.intent is not Intent.AMEND:
        # "Ach, wrong day, it should've been Wednesday": what stands behind says all.
        said = understand(utterance[lead.end() :], asked)
    time = said.time
    if said.intent is not Intent.AMEND or said.event or said.people or said.subject or said.room:
        return None
    moves = bool((time.exact or time.slots) and lead)
    lasts = time.duration is not None and not (time.exact or time.slots)
    return replace(said, intent=Intent.RESCHEDULE, facet="") if moves or lasts else None


def _is_just_booked(frame: Frame) -> bool:
    """Whether the only event at hand is one that was booked, and nothing else was done since."""
    offer = frame.offer(frame.undo.data.get("card")) if frame.undo and frame.undo.verb == "undo_book" else None
    return offer is not None and frame.listed == (offer.event_id,)
