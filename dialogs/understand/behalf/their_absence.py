"""Somebody else's absence: "put Gwen's out of office on for Friday", "Gwen's out sick today, cancel her meetings".

Who works in another's calendar puts it there; how their mail is answered is theirs alone. Pure.
"""

import re
from typing import Final

from dialogs.understand.behalf.owners import ASKED, name_end
from dialogs.understand.lexicon.patterns import patterns

_AWAY: Final = r"(?:out[- ]of[- ](?:the[- ])?office|ooo|oof|absence|leave|annual leave|holiday|vacation|pto)"
_SETS: Final = re.compile(
    rf"\s*(?:{ASKED})*(?:(?:set|put)(?: up| on)?|turn on|switch on|enable|activate|add|create|schedule|enter|book) ",
    re.IGNORECASE,
)
_OWN: Final = re.compile(rf"['’]s (?:all[- ]day )?{_AWAY}(?: message)?(?: (?:on|up))?(?= |$)", re.IGNORECASE)
_FOR: Final = re.compile(rf"(?:an? |the )?(?:all[- ]day )?{_AWAY}(?: (?:event|block|entry))? for ", re.IGNORECASE)


def plainly(utterance: str) -> str:
    """The request as it would be made of that calendar, and "Gwen is" for "Gwen's"; else `utterance` itself."""
    start = name_end(utterance, 0)
    if start and (short := patterns()["their-absence-is"].match(utterance, start)):
        return f"{utterance[:start]} is{utterance[short.end() :]}"
    sets = _SETS.match(utterance)
    if sets is None:
        return utterance
    led = _FOR.match(utterance, sets.end())
    begins = led.end() if led else sets.end()
    ends = name_end(utterance, begins)
    own = None if led else _OWN.match(utterance, ends)
    if not ends or not (led or own):
        return utterance
    behind = own.end() if own else ends
    when = patterns()["their-absence-when"].match(utterance, behind)
    if when is None or (
        utterance[when.end() :].strip() and not patterns()["their-absence-why"].fullmatch(utterance, when.end())
    ):
        return utterance
    days = re.sub(r"^for ", "on ", when["when"].strip(), flags=re.IGNORECASE)
    return f"put out of office in {utterance[begins:ends]}'s calendar {days}, no automatic reply needed"
