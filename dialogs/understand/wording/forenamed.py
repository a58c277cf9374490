"""Names in what is told first, for whom the request speaks of: "Tom and Ana disagree. Get me 20 min with them both".

The request stands with their names in the place of what speaks of them. Pure.
"""

from itertools import islice
from typing import Final

from dialogs.understand.behalf.owners import ASKED, name_end
from dialogs.understand.context import Context
from dialogs.understand.lexicon.late import Late
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.when.reading import read

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_MOST: Final = 5
"""Names of one list."""
_WORD: Final = Late(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_REQUEST: Final = Late(
    r"(?:(?:so|and|then|therefore)[, ]+)*+"
    rf"(?:{ASKED}|(?:can|could|may) (?:we|i)[, ]+|we (?:should|need to|have to|could) |just )*+"
    r"(?:(?:book|schedule|get|find|set ?up|arrange|organi[sz]e|fit|squeeze|grab|give|sit down|meet|talk|have|put"
    r"|plan|pencil|i (?:need|want)|i['’]d (?:like|need)|we need|let['’]?s|an?|half)\b|\d+ ?(?:min|h\b|hour))"
)
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
    hello = patterns()["forenamed-hello"].match(utterance)
    start = hello.end() if hello else 0
    if reports := patterns()["forenamed-reports"].match(utterance, start):
        # "Alex says Priya does those now" is about her.
        start = reports.end()
    names = _names(utterance, start)
    if not names or not patterns()["forenamed-fact"].match(utterance, names[-1][1]):
        return utterance
    for pause in islice(patterns()["forenamed-pause"].compiled.finditer(utterance, names[-1][1]), _MOST):
        if not _REQUEST.match(utterance, pause.end()):
            continue
        told, request = utterance[start : pause.start()], utterance[pause.end() :]
        named = _named([utterance[slice(*each)] for each in names], request)
        if named != request and not read(told, context).when:
            return named
    return utterance


def _with_us(utterance: str, context: Context) -> str:
    """ "Tom hasn't seen it. Find us 30 min" is with Tom; empty where nobody is told of, or where time is told too."""
    us = patterns()["forenamed-us"].search(utterance)
    pauses = [
        pause
        for pause in patterns()["forenamed-pause"].compiled.finditer(utterance)
        if us and pause.end() <= us.start()
    ]
    if us is None or not pauses:
        return ""
    told, request = utterance[: pauses[-1].start()], utterance[pauses[-1].end() :]
    spoken = [
        found for found in patterns()["forenamed-told-of"].compiled.finditer(told) if _acts(told, found.end("name"))
    ]
    if not spoken and (first := _first_of_last(told)):
        names = [first]
    else:
        names = [found["name"] for found in spoken[-1:] if found["name"] not in _SPEAKER]
    is_timed = any(when.start for when in read(request, context).when) if names else False
    if not names or (read(told, context).when and not is_timed):
        return ""
    return patterns()["forenamed-us"].sub(rf"\g<verb> \g<amount> with {names[0]}", request, count=1)


def _acts(told: str, end: int) -> bool:
    """Whether something is told of whose name ends there."""
    return bool(patterns()["forenamed-is"].match(told, end) or patterns()["forenamed-does"].match(told, end))


def _first_of_last(told: str) -> str:
    """The name with which the last of the sentences begins that tell of anybody; empty where none does."""
    sentences = [each for each in patterns()["forenamed-sentences"].split(told) if each]
    return next((each[:end] for each in reversed(sentences) if (end := _first_end(each))), "")


def _first_end(told: str) -> int:
    """Where the name ends that the story begins with, in small letters as well; 0 where none does."""
    first = _WORD.match(told)
    ends = (name_end(told, 0), first.end() if first and name_end(told, 0) else 0)
    return next((end for end in ends if end and _acts(told, end)), 0)


def _names(utterance: str, start: int) -> list[tuple[int, int]]:
    """Where the names of a list stand that begins there."""
    names: list[tuple[int, int]] = []
    while len(names) < _MOST and (end := name_end(utterance, start)):
        joined = patterns()["forenamed-and"].match(utterance, end)
        if joined is None and utterance[start].islower() and not patterns()["forenamed-is"].match(utterance, end):
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
    if (us := patterns()["forenamed-with-me"].search(request)) and _COUNTS[us["count"].lower()] == len(names) + 1:
        return f"{request[: us.start()]}with {several}{request[us.end() :]}"
    speaks = patterns()["the-lot"] if len(names) > 1 else patterns()["the-one"]
    return speaks.sub(several.replace("\\", ""), request, count=1)
