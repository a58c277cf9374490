"""Whom a verb of booking may have right behind it: "book Lucy friday 9", "schedule Theatre team and Ana for Monday".

No word tells them from "book dentist friday": only the directory knows, so that they are told as what may be names.
"""

import re
from collections.abc import Sequence

from dialogs.understand.patterns import patterns
from dialogs.understand.understood import PersonMention, When

_JOINT = re.compile(r"\s*(?:,\s*(?:and\s+)?|&|\+|\band\b)\s*", re.IGNORECASE)
_MOST_NAMES = 6
_MOST_WORDS = 3
"""Of one name."""


def find(text: str, when: Sequence[When]) -> tuple[PersonMention, ...]:
    """Each of those who are listed behind the verb, with the kind "bare"; none where a name is too long for one."""
    shown = list(text.lower().replace("’", "'"))
    if len(shown) != len(text):
        return ()
    for one in when:
        shown[one.span[0] : one.span[1]] = "|" * (one.span[1] - one.span[0])
    found = patterns()["booked-who"].search("".join(shown))
    if found is None:
        return ()
    start, end = found.span("x")
    out, at = [], start
    for part in _JOINT.split(text[start:end]):
        begins = text.index(part, at)
        at = begins + len(part)
        if not part or len(part.split()) > _MOST_WORDS:
            return ()
        out.append(PersonMention(part, (begins, at), kind="bare"))
    return tuple(out) if len(out) <= _MOST_NAMES else ()
