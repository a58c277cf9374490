"""Somebody else's absence: "put Gwen's out of office on for Friday", "Gwen's out sick today, cancel her meetings".

Who works in another's calendar puts it there; how their mail is answered is theirs alone. Pure.
"""

import re
from typing import Final

from dialogs.understand.behalf.owners import ASKED, name_end
from dialogs.understand.lexicon.patterns import patterns

_AWAY: Final = r"(?:out[- ]of[- ](?:the[- ])?office|ooo|oof|absence|leave|annual leave|holiday|vacation|pto)"
_SETS: Final = re.compile(
    rf"\s*(?:{ASKED})*(?:(?:set|put|mark|show)(?: up| on)?|(?:turn|switch) on|enable|activate|add|create|schedule|enter"
    r"|book) ",
    re.IGNORECASE,
)
_OWN: Final = re.compile(
    rf"(?:['’]s (?:all[- ]day )?{_AWAY}(?: message)?(?: (?:on|up))?"
    r"| (?:down )?(?:as )?(?:out[- ]of[- ](?:the[- ])?office|ooo|on (?:annual )?leave|off sick|on holiday|on vacation)"
    r")(?= |$)",
    re.IGNORECASE,
)
_THEN_SET: Final = re.compile(
    r" (?:is|will be) (?:out(?:[- ]of[- ](?:the[- ])?office)?|off(?: sick| work)?|away|ooo|on (?:annual )?leave"
    rf"|on holiday) (?P<when>[^,;.?!]{{2,40}}?)\s*[,;.–-]+ (?:{ASKED})*(?:(?:set|put) (?:that|it|this)(?: up| in)?"
    rf"|(?:set|put)(?: up| on)? (?:his|her|their|an?|the) {_AWAY})(?: (?:up|on|for (?:him|her|them)))*[\s.!?]*",
    re.IGNORECASE,
)
_FOR: Final = re.compile(rf"(?:an? |the )?(?:all[- ]day )?{_AWAY}(?: (?:event|block|entry))? for ", re.IGNORECASE)


def plainly(utterance: str) -> str:
    """The request as it would be made of that calendar, and "Gwen is" for "Gwen's"; else `utterance` itself."""
    start = name_end(utterance, 0)
    if start and (short := patterns()["their-absence-is"].match(utterance, start)):
        return f"{utterance[:start]} is{utterance[short.end() :]}"
    if start and (told := _THEN_SET.fullmatch(utterance, start)):
        return f"put out of office in {utterance[:start]}'s calendar {told['when']}, no automatic reply needed"
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
