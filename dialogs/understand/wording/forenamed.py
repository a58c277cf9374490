"""Names in what is told first, for whom the request speaks of: "Tom and Ana disagree. Get me 20 min with them both".

The request stands with their names in the place of what speaks of them. Pure.
"""

from itertools import islice
from typing import Final

from dialogs.understand.behalf.owners import ASKED, name_end
from dialogs.understand.context import Context
from dialogs.understand.lexicon.late import Late
from dialogs.understand.when.reading import read

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_MOST: Final = 5
"""Names of one list."""
_HELLO: Final = Late(r"\s*(?:(?:hi|hey|hello|morning|ok|so|fyi|btw|sorry)\b[,! ]+)*+")
_AND: Final = Late(r"\s*(?:,(?: and\b)?|&|\+|\band\b)\s*(?=[^\W\d])")
_FACT: Final = Late(r"(?:['’](?:s|re|ve|d|ll))?\s[^\W\d_]")
_WORD: Final = Late(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_IS: Final = Late(
    r"['’](?:s|re|ve|ll|d)\b|\s(?:is|are|was|were|has|have|had|will|would|can['’]?t|cannot|could|should|don['’]?t"
    r"|doesn['’]?t|didn['’]?t|isn['’]?t|aren['’]?t|haven['’]?t|hasn['’]?t|both|still|just|never|always)\b"
)
_PAUSE: Final = Late(r"\s*(?:[.;:!?]+\s+|,\s+|\s[–—-]+\s+|\s(?=so\s))")
_REQUEST: Final = Late(
    r"(?:(?:so|and|then|therefore)[, ]+)*+"
    rf"(?:{ASKED}|(?:can|could|may) (?:we|i)[, ]+|we (?:should|need to|have to|could) |just )*+"
    r"(?:(?:book|schedule|get|find|set ?up|arrange|organi[sz]e|fit|squeeze|grab|give|sit down|meet|talk|have|put"
    r"|plan|pencil|i (?:need|want)|i['’]d (?:like|need)|we need|let['’]?s|an?|half)\b|\d+ ?(?:min|h\b|hour))"
)
_THE_LOT: Final = Late(
    r"\b(?:(?:the )?(?:two|both|pair|three|four|five) of (?:them|these|those)|both of them|all of them"
    r"|them (?:both|two|all)|(?:these|those) (?:two|three))\b|(?<=\bwith )them\b|(?<=\band )them\b"
    r"|(?<=\bfor )them\b|(?<=\bbetween )them\b"
)
_THE_ONE: Final = Late(
    r"(?:(?<=\bwith )|(?<=\bmeet )|(?<=\bsee )|(?<=\band ))(?:her|him|them)\b(?! (?:team|boss|manager|lead|reports)\b)"
)
_WITH_ME: Final = Late(r"\b(?:for|with|between) (?:all )?(?:the )?(?P<count>two|three|four|five|six) of us\b")
_DOES: Final = Late(r"\s(?:needs|wants|lacks|owes|knows|asked|sent|wrote|called|missed|says|said|thinks|got|came)\b")
_US: Final = Late(
    r"(?P<verb>\b(?:find|get|book|give|grab|put|set up|schedule|arrange)(?: in)?) us (?:in )?(?:for )?"
    r"(?P<amount>(?:half an hour|an hour(?: and a half)?|\d+ ?(?:min\w*|hours?|hrs?|h)|(?:some |a )?(?:time|slot"
    r"|quick (?:call|chat)|call|chat|meeting))\b)(?!.*\bwith\b)"
)
"""Time for "us", who are the speaker and whoever is told of."""
_TOLD_OF: Final = Late(
    r"(?:^[\s.…]*|[.…,;:!?–-]\s+|\b(?:and|but|so|as|because|since|that|now)\s+)"
    r"(?P<name>(?-i:[A-ZÀ-Þ])[\w'’-]*\w(?: (?-i:[A-ZÀ-Þ])[\w'’-]+)?)(?=\W)"
)
"""Who is spoken of somewhere in a story; "I" is nobody else."""
_SPEAKER: Final = frozenset(("I", "We", "He", "She", "They", "It", "This", "That", "There", "Everyone", "Nobody"))
_COUNTS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def request_of(utterance: str, context: Context) -> str:
    """The request alone, with their names; `utterance` itself where nobody is told of first, or with a time.

    Whoever is spoken of while something is asked is known already.
    """
    if context.question or len(utterance) > _LONGEST:
        return utterance
    if ours := _with_us(utterance, context):
        return ours
    hello = _HELLO.match(utterance)
    start = hello.end() if hello else 0
    names = _names(utterance, start)
    if not names or not _FACT.match(utterance, names[-1][1]):
        return utterance
    for pause in islice(_PAUSE.compiled.finditer(utterance, names[-1][1]), _MOST):
        if not _REQUEST.match(utterance, pause.end()):
            continue
        told, request = utterance[start : pause.start()], utterance[pause.end() :]
        named = _named([utterance[slice(*each)] for each in names], request)
        if named != request and not read(told, context).when:
            return named
    return utterance


def _with_us(utterance: str, context: Context) -> str:
    """ "Tom hasn't seen it. Find us 30 min" is with Tom; empty where nobody is told of, or where time is told too."""
    us = _US.search(utterance)
    pauses = [pause for pause in _PAUSE.compiled.finditer(utterance) if us and pause.end() <= us.start()]
    if us is None or not pauses:
        return ""
    told, request = utterance[: pauses[-1].start()], utterance[pauses[-1].end() :]
    spoken = [found for found in _TOLD_OF.compiled.finditer(told) if _acts(told, found.end("name"))]
    if not spoken and (end := _first_end(told)):
        names = [told[:end]]
    else:
        names = [found["name"] for found in spoken[-1:] if found["name"] not in _SPEAKER]
    is_timed = any(when.start for when in read(request, context).when) if names else False
    if not names or (read(told, context).when and not is_timed):
        return ""
    return _US.sub(rf"\g<verb> \g<amount> with {names[0]}", request, count=1)


def _acts(told: str, end: int) -> bool:
    """Whether something is told of whose name ends there."""
    return bool(_IS.match(told, end) or _DOES.match(told, end))


def _first_end(told: str) -> int:
    """Where the name ends that the story begins with, in small letters as well; 0 where none does."""
    first = _WORD.match(told)
    ends = (name_end(told, 0), first.end() if first and name_end(told, 0) else 0)
    return next((end for end in ends if end and _acts(told, end)), 0)


def _names(utterance: str, start: int) -> list[tuple[int, int]]:
    """Where the names of a list stand that begins there."""
    names: list[tuple[int, int]] = []
    while len(names) < _MOST and (end := name_end(utterance, start)):
        joined = _AND.match(utterance, end)
        if joined is None and utterance[start].islower() and not _IS.match(utterance, end):
            # "kasia keep asking": in small letters nothing tells a second name from a verb.
            first = _WORD.match(utterance, start)
            end = first.end() if first else end
        names.append((start, end))
        if joined is None:
            break
        start = joined.end()
    return names


def _named(names: list[str], request: str) -> str:
    several = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    if (us := _WITH_ME.search(request)) and _COUNTS[us["count"].lower()] == len(names) + 1:
        return f"{request[: us.start()]}with {several}{request[us.end() :]}"
    speaks = _THE_LOT if len(names) > 1 else _THE_ONE
    return speaks.sub(several.replace("\\", ""), request, count=1)
