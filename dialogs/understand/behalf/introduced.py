"""Who is told of before the request: "ticket from Mia: move her review", "Tom's laptop died, get him an hour with Ana".

The request speaks of them as "she" or "his", or not at all; with the name put there it reads as any request for
somebody else. Pure.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from dialogs.understand.behalf.owners import ASKED, BOOKING, CHANGING, Behalf, name_end, tidy
from dialogs.understand.lexicon.late import Late
from dialogs.understand.lexicon.patterns import patterns

_PLEASE: Final = rf"(?:(?:(?:so|and|then|hence)[, ]+|{ASKED}|kindly )*+)"
_BARE_OWNER: Final = Late(r"[^\W\d_]{2,}(?=s )")
_SUBJECT: Final = Late(
    rf"{_PLEASE}(?:she|he|they)(?P<verb>['’]?d (?:like|love|prefer|rather)|['’]s asking| [^\W\d_]+)(?=[ ,])(?P<rest>.*)"
)
_SAID: Final = {"d": "would", "s": "is"}
_OBJECT: Final = Late(
    rf"(?P<led>{_PLEASE}(?:book|schedule|get|find|give|arrange|set up|fit|squeeze|slot|pop|put)(?: in)? )"
    r"(?:her|him|them) (?P<rest>(?:in\b|an?\b|\d|half|one|two|some|time|the next).*)"
)
_POSSESSED: Final = Late(
    rf"(?P<led>{_PLEASE}{CHANGING}(?: (?:back|forward|up|out|off|over))?(?: all(?: of)?)?) (?:her|his|their)"
    r" (?P<rest>\w.*)"
)
_FOR_THEM: Final = Late(
    rf"(?P<led>{_PLEASE}(?:{BOOKING}|{CHANGING}).*?) (?:for|on behalf of) (?:her|him|them)\b(?P<rest>.*)"
)
_CALENDAR: Final = r"(?:outlook )?(?:calendar|calender|diary|agenda|schedule)"
_IN_CALENDAR: Final = Late(
    rf"{_PLEASE}(?:put|add|block|mark|enter|note|stick|pop|pencil|reserve|save|show|set|create|book)(?: in)? "
    rf"(?P<what>[^,;.!?]{{2,60}}?)(?: (?:in|down|out|off|up))? (?:in|into|on|onto|to) (?:his|her|their) {_CALENDAR}\b"
    r"(?P<rest>[^;.!?]{0,60}?)(?:,? (?:please|pls|thanks|thank you|for me))*[\s.!?]*"
)
_MARKED: Final = Late(
    rf"{_PLEASE}(?:mark|block|show|set)(?: out| off| up)? (?:(?:his|her|their) {_CALENDAR}(?: as)?"
    r"(?: (?:busy|away|ooo|oof|out of (?:the )?office))?|(?:his|her|their) (?:ooo|oof|out of office))"
    r"(?: then| for (?:it|that|those days))?[\s.!?]*"
)
_ORDER: Final = Late(rf"{_PLEASE}(?:{BOOKING}|{CHANGING}).*")
_LONGEST: Final = 400
"""Characters. What is longer tells a story."""
_MOST_PAUSES: Final = 4
"""Places where what is told may end and the request begin."""


@dataclass(frozen=True)
class _Told:
    """Who is told of, and what is said behind it. `other`: the name with the "s" that may be part of it.

    `is_sent`: what follows is what they want.
    """

    name: str
    behind: str
    is_sent: bool
    other: str = ""
    fact: str = ""


def named(utterance: str) -> tuple[str, str]:
    """The request with the name of whom it is for, and that name as it may be besides: "Chris" of "chris laptop".

    Two empty texts where nobody is told of before.
    """
    if len(utterance) > _LONGEST:
        return "", ""
    for telling in (_sent, _phones, _wrote, _told):
        for told in telling(utterance):
            if request := _asks_of_day(told) or _request(told):
                return request, told.other
    return "", ""


def with_other(behalf: Behalf | None, other: str) -> Behalf | None:
    """The same with the name as it may be besides."""
    return replace(behalf, other=other) if behalf and other else behalf


def _sent(utterance: str) -> Sequence[_Told]:
    """ "Ticket from Mia: …" """
    led = patterns()["introduced-sent"].match(utterance)
    end = name_end(utterance, led.end()) if led else 0
    at = _past_origin(utterance, end) if end else 0
    pause = patterns()["introduced-break"].match(utterance, at) if at else None
    return [_Told(utterance[led.end() : end], utterance[pause.end() :], is_sent=True)] if led and pause else []


def _phones(utterance: str) -> Sequence[_Told]:
    """ "Got Mia on the phone, …" """
    led = patterns()["introduced-phones"].match(utterance)
    end = name_end(utterance, led.end()) if led else 0
    there = patterns()["introduced-on-phone"].match(utterance, end) if end else None
    pause = patterns()["introduced-break"].match(utterance, there.end()) if there else None
    return [_Told(utterance[led.end() : end], utterance[pause.end() :], is_sent=True)] if led and pause else []


def _wrote(utterance: str) -> Sequence[_Told]:
    """ "Mia called, …" """
    start = _start(utterance)
    end = name_end(utterance, start)
    wrote = patterns()["introduced-wrote"].match(utterance, _past_origin(utterance, end)) if end else None
    pause = patterns()["introduced-break"].match(utterance, wrote.end()) if wrote else None
    return [_Told(utterance[start:end], utterance[pause.end() :], is_sent=True)] if pause else []


def _told(utterance: str) -> Sequence[_Told]:
    """ "Mia is locked out, …", "mias laptop died so …" """
    start = _start(utterance)
    end = name_end(utterance, start)
    if not end:
        return []
    name, other = utterance[start:end], ""
    bare = _BARE_OWNER.match(utterance, start)
    if bare and (fact := patterns()["introduced-fact"].match(utterance, bare.end())):
        # "Mias laptop is dead", without an apostrophe.
        name, other = bare[0], f"{bare[0]}s"
    else:
        fact = patterns()["introduced-fact"].match(utterance, end)
    if fact is None or fact.end() <= start:
        return []
    pauses = islice(patterns()["introduced-then"].compiled.finditer(utterance, fact.end()), _MOST_PAUSES)
    return [
        _Told(name, utterance[pause.end() :], is_sent=False, other=other, fact=utterance[end : pause.start()])
        for pause in pauses
    ]


def _start(utterance: str) -> int:
    hello = patterns()["introduced-hello"].match(utterance)
    return hello.end() if hello else 0


def _past_origin(utterance: str, end: int) -> int:
    """Behind "from Accounts" and "(Leeds)", which say who it is."""
    origin = patterns()["introduced-from"].match(utterance, end)
    return origin.end() if origin else end


def _request(told: _Told) -> str:
    """What is wanted, with the name where it speaks of them; empty where it does not."""
    name, words = told.name, told.behind
    asked_for = told.is_sent
    if done := patterns()["done-for"].match(words):
        words, asked_for = words[done.end() :], True
    words = patterns()["says-do"].sub(lambda found: f"{found['who']} asked me to ", words)
    if wish := patterns()["asked-to"].fullmatch(words):
        return tidy(f"{name} {wish['wish']}")
    if subject := _SUBJECT.fullmatch(words):
        verb = subject["verb"].lstrip("'’ ")
        short, _, rest = verb.partition(" ")
        return tidy(f"{name} {_SAID.get(short, short)} {rest} {subject['rest']}")
    if put := _in_calendar(told):
        return tidy(put)
    if gets := _OBJECT.fullmatch(words):
        return tidy(f"{gets['led']}{name} {gets['rest']}")
    if owned := _POSSESSED.fullmatch(words):
        whole, absent = (
            patterns()["introduced-all-then"].fullmatch(owned["rest"]),
            patterns()["introduced-absent"].fullmatch(told.fact),
        )
        rest = f"{whole['what']}{absent['when']}{whole['rest']}" if whole and absent else owned["rest"]
        return tidy(f"{owned['led']} {name}'s {rest}")
    if meant := _FOR_THEM.fullmatch(words):
        return tidy(f"{meant['led']} for {name}{meant['rest']}")
    return tidy(f"for {name}: {words}") if asked_for and _ORDER.fullmatch(words) else ""


def _asks_of_day(told: _Told) -> str:
    """ "Mia rang, she's off today, what has she got": what is in her calendar then; empty where that is not asked."""
    words = told.behind
    pauses = [0, *(pause.end() for pause in patterns()["introduced-then"].compiled.finditer(words))]
    for at in pauses[:_MOST_PAUSES]:
        if found := patterns()["asks-their-day"].fullmatch(words[at:]):
            absent = patterns()["introduced-absent"].fullmatch((f" {words[:at]}" if at else told.fact).rstrip(" .,;!"))
            when = found["when"] or (absent["when"] if absent else "")
            return tidy(f"what's on {told.name}'s calendar{when}")
    return ""


def _in_calendar(told: _Told) -> str:
    """ "Tom is away on Friday, put it in his calendar": in Tom's, on Friday; empty where no such time is told."""
    put, absent = _IN_CALENDAR.fullmatch(told.behind), patterns()["introduced-absent"].fullmatch(told.fact)
    if absent and _MARKED.fullmatch(told.behind):
        return f"put out of office in {told.name}'s calendar{absent['when']}, no automatic reply needed"
    if put is None or absent is None:
        return ""
    what = put["what"]
    said = (
        ""
        if patterns()["when-said"].fullmatch(what) or patterns()["when-said"].fullmatch(put["rest"])
        else absent["when"]
    )
    if patterns()["introduced-bare"].fullmatch(what):
        return f"put out of office in {told.name}'s calendar{said}{put['rest']}, no automatic reply needed"
    return f"put {what} in {told.name}'s calendar{said}{put['rest']}"
