"""A time that is said by the clock of somebody else: "5pm his time", "Thursday at 9 Kenji's time"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from dialogs.asker import Asker
from dialogs.frame import Booking, Guest
from dialogs.names import folded
from dialogs.understand.understood import Understood
from dialogs.whereabouts import zone_of

_THEIRS = re.compile(
    r"\b(?:his|her|their|(?P<name>[^\W\d_][\w-]*)['’]s)(?: own)?(?: local)? time\b(?! (?:of|off)\b)",
    re.IGNORECASE,
)


async def reckoned(said: Understood, guests: Sequence[Guest], before: Booking, asker: Asker) -> Understood:
    """What was said, with its time by the speaker's clock; as it was where nobody else's is said, or it is not known.

    `guests` are those who were just named, `before` the booking at hand. Raises GraphError.
    """
    found = _THEIRS.search(asker.turn.utterance)
    at = said.time.exact
    if found is None or at is None or said.time.zone:
        return said
    invited = guests or before.guests
    name = folded(found["name"] or "")
    meant = [each.person for each in invited if not name or name in folded(each.person.name).split()]
    zone = await zone_of(meant[0], asker) if len(meant) == 1 else None
    if zone is None:
        return said
    if said.time.clock and before.time.exact:
        at = datetime.combine(before.time.exact.astimezone(zone).date(), at.time())
    here = at.replace(tzinfo=zone).astimezone(asker.zone)
    return replace(said, time=replace(said.time, exact=here, clock=None, alternatives=(), zone=zone.key))
