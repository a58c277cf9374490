"""What a meeting takes over from a message that it is made of: its title, and when it may be. Pure."""

import re
from dataclasses import replace

from dialogs.asker import Asker
from dialogs.referents.upcoming import SOON
from dialogs.understand import Context, understand
from dialogs.understand.understood import Slot, TimeConstraint

LONGEST = 1000
"""Characters of a message in which a time is looked for."""
TITLE = 120
_PREFIX = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg|sv|antw|tr|enc|res)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
"""What mail programs of several languages put before the subject of an answer."""


def title_of(subject: str) -> str:
    """The subject without what answering and forwarding put before it."""
    return " ".join(_PREFIX.sub("", subject).split())[:TITLE]


def meeting_time(text: str, asker: Asker) -> TimeConstraint:
    """When the words say that it could be, as far as that is still ahead; it is shown before it is booked."""
    now, farthest = asker.now, asker.now + SOON
    said = understand(text[:LONGEST], Context(now, asker.zone, asker.turn.locale)).time
    if said.impossible or said.rrule:
        return TimeConstraint()
    if said.exact:
        return TimeConstraint(exact=said.exact, duration=said.duration) if said.exact > now else TimeConstraint()
    ahead = tuple(
        Slot(max(slot.start, now) if slot.start else now, slot.end)
        for slot in said.slots
        # "Come with me in March" is too far off to be looked through.
        if slot.end is not None and now < slot.end <= farthest
    )
    return replace(TimeConstraint(), slots=ahead, duration=said.duration)
