"""When somebody is there whom the speaker wants to meet: "Ana is in town on Thursday, get me an hour with her".

The day that is told is the one that is meant, where the request names none. Pure.
"""

from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Kind
from dialogs.understand.when.reading import read

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_DAYS: Final = frozenset((Kind.DATE, Kind.RANGE))


def plainly(utterance: str, context: Context) -> str:
    """The request alone, with them by name and on that day."""
    found = patterns()["is-in-town"].fullmatch(utterance) if len(utterance) <= _LONGEST else None
    pronoun = patterns()["with-them-then"].search(found["request"]) if found else None
    if found is None or pronoun is None:
        return utterance
    told = [each for each in read(found["fact"], context).when if each.start or each.end]
    if len(told) != 1 or told[0].kind not in _DAYS or told[0].excluded or told[0].in_day:
        return utterance
    request = f"{pronoun['lead']}{found['who']}".join((found["request"][: pronoun.start()], ""))
    request += found["request"][pronoun.end() :].rstrip(" .!?")
    if any((each.start or each.end) and not each.dayless for each in read(found["request"], context).when):
        return request
    return f"{request} {told[0].text.strip(' ,')}"
