"""What somebody else needs: "Grace needs an hour with Noah", "Mia is locked out, book an hour with Tom for her".

It is booked as she would ask for it herself. Pure.
"""

import re
from dataclasses import replace
from typing import Final

from dialogs.understand.behalf.owners import AMOUNT, AND_ASKS, ASKED, BOOKING, LED, THEN_THEY, Behalf, name_end, tidy
from dialogs.understand.behalf.their_wishes import WHEN
from dialogs.understand.lexicon.patterns import patterns

_AT_SOME_TIME: Final = re.compile(
    rf" (?:together )?(?:for )?(?:{AMOUNT}|(?:about|around) \d)[^,;]|,? (?:both )?{WHEN}\b", re.IGNORECASE
)
"""For how long, or when."""
_THEN_BOOK: Final = re.compile(
    r" (?:is|has|can['’]?t|cannot|won['’]?t|will|isn['’]?t|doesn['’]?t|was)\b[^;.]{2,60}?[,;.]\s*(?:so |and |but )?"
    rf"(?P<front>(?:{ASKED})*{BOOKING}.*?) (?:for|on behalf of) (?:her|him|them)\b(?P<behind>.*)",
    re.IGNORECASE,
)
_HERS: Final = frozenset(("her", "his", "their", "the"))
WITH: Final = re.compile(
    r" (?:to (?:meet with|meet|see|talk to|talk with|speak to|speak with) |with )(?=\w)", re.IGNORECASE
)


def of_time(utterance: str) -> Behalf | None:
    """ "Grace needs an hour with Noah", "user Grace Sullivan wants a meeting with Noah": not where it is with me.

    Where her calendar may not be changed, it is in Noah's.
    """
    led = LED.match(utterance)
    start = led.end() if led else 0
    end = name_end(utterance, start)
    wants = patterns()["their-needs-wants"].match(utterance, end) if end else None
    if (
        wants is None
        or patterns()["with-me"].search(utterance)
        or (wants["meets"] and patterns()["their-needs-me"].match(utterance, wants.end()))
    ):
        return None
    asked = AND_ASKS.sub("", utterance[wants.end() :])
    # "The donor tea at 4 instead" is there already.
    verb = "book time with" if wants["meets"] else "have" if patterns()["is-there"].match(asked.strip()) else "book"
    name, rest = utterance[start:end], tidy(f"{verb} {asked}")
    other = WITH.search(rest)
    other_end = name_end(rest, other.end()) if other and verb != "have" else 0
    theirs = f"{rest[: other.end()]}{name}{rest[other_end:]}" if other and other_end else ""
    second = Behalf(rest[other.end() : other_end], theirs, sure=False) if other and theirs else None
    return Behalf(name, rest, sure=False, second=second)


def of_people(utterance: str) -> Behalf | None:
    """ "Grace needs Noah and Ana for an hour on Friday": she meets them, and both are named."""
    led = LED.match(utterance)
    start = led.end() if led else 0
    end = name_end(utterance, start)
    wants = patterns()["wants-whom"].match(utterance, end) if end else None
    if wants is None or patterns()["with-me"].search(utterance):
        return None
    last = name_end(utterance, wants.end())
    while (
        last
        and (joined := patterns()["and-name"].match(utterance, last))
        and (another := name_end(utterance, joined.end()))
    ):
        last = another
    if not last or not _AT_SOME_TIME.match(utterance, last):
        return None
    whom = utterance[wants.end() : last]
    asked = AND_ASKS.sub("", utterance[last:])
    return Behalf(utterance[start:end], tidy(f"book a meeting with {whom} {asked}"), sure=False)


def said_twice(utterance: str) -> Behalf | None:
    """ "Grace needs Noah for an hour on Friday, please book it in Grace's calendar": in that, for two."""
    found = patterns()["in-their-calendar"].search(utterance)
    if found is None:
        return None
    words = f"{utterance[: found.start()]}{utterance[found.end() :]}"
    behalf = of_people(words) or of_time(words) or told_first(words)
    whose = patterns()["owns-behind"].sub("", found["whose"].lower())
    for each in (behalf, behalf.second) if behalf else ():
        if each and (whose in _HERS or whose in each.name.lower() or each.name.lower() in whose):
            return replace(each, sure=whose not in _HERS, second=None)
    return None


def told_first(utterance: str) -> Behalf | None:
    """ "Grace cannot open her calendar, she needs an hour with Noah": told of her first."""
    led = LED.match(utterance)
    start = led.end() if led else 0
    end = name_end(utterance, start)
    then = THEN_THEY.match(utterance, end) if end else None
    wants = patterns()["their-needs-wants"].match(utterance, then.end()) if then else None
    if wants is None or wants["meets"] or patterns()["with-me"].search(utterance):
        return None
    return Behalf(utterance[start:end], tidy(f"book {AND_ASKS.sub('', utterance[wants.end() :])}"), sure=False)


def booked_for_them(utterance: str) -> Behalf | None:
    """ "Mia is locked out. Can you book an hour with Tom for her": told of her first."""
    led = LED.match(utterance)
    start = led.end() if led else 0
    end = name_end(utterance, start)
    then = _THEN_BOOK.fullmatch(utterance, end) if end else None
    return Behalf(utterance[start:end], tidy(f"{then['front']} {then['behind']}"), sure=False) if then else None
