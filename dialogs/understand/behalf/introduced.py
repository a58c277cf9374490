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

_PLEASE: Final = rf"(?:(?:(?:so|and|then|hence)[, ]+|{ASKED}|kindly )*+)"
_SENT: Final = Late(
    r"\s*(?:(?:hi|hey|ok|so)[, ]+)?(?:(?:i(?:['’]ve| have)? )?(?:got|have|had) )?(?:(?:an?|another|the|new|this is) )*"
    r"(?:(?:helpdesk|support|urgent|quick|short|voice|phone|teams) )?"
    r"(?:ticket|request|call|message|msg|e-?mail|mail|note|word|voicemail|ping|chat|query)(?: (?:just|came|here|in))*"
    r"(?: (?:from|by|of)) (?=\w)"
)
"""What came from somebody, up to their name."""
_HELLO: Final = Late(r"\s*(?:(?:hi|hey|hello|morning|ok|so|sorry|fyi|btw)[,! ]+)*(?:(?:the |our )?(?:user|caller) )?")
_WROTE: Final = Late(
    r"(?: (?:has|just|also))* (?:called|rang|phoned|e-?mailed|mailed|pinged|messaged|texted|wrote|slacked|says?|said"
    r"|(?:opened|raised|logged|sent)(?: in)?(?: me| us)? an? (?:ticket|request|message|e-?mail|mail|note))"
    r"(?: (?:me|us|in|the (?:help)?desk|(?:this|first thing)(?: morning)?|this (?:morning|afternoon)|today|earlier))*"
)
_FROM: Final = Late(r" (?:\([^()]{1,40}\)|(?:from|in|at|of) (?:the )?[\w&'’-]+(?: (?!she\b|he\b|they\b)[\w&'’-]+)?)")
_BREAK: Final = Late(r"\s*(?:[:;,.!?]+|\s[–—-]+(?=\s)|\band (?:says?|said|asks?|asked)\b|\bto say\b)\s*")
_FACT: Final = Late(
    r"['’]?s [\w-]+(?: [\w-]+)? (?:is|was|has|have|had|isn['’]?t|won['’]?t|can['’]?t|keeps|keep|went|died|broke"
    r"|froze|got|still|needs)\b"
    r"|['’]s (?!(?:meeting|calendar|diary)\b)| (?:is|was|are|has|have|had|can['’]?t|cannot|won['’]?t|isn['’]?t"
    r"|hasn['’]?t|just|will|got|keeps?|went|lost|forgot|doesn['’]?t|didn['’]?t|couldn['’]?t)\b"
)
"""How it begins what is told of somebody: "is locked out", "'s laptop died"."""
_BARE_OWNER: Final = Late(r"[^\W\d_]{2,}(?=s )")
_THEN: Final = Late(r"\s*(?:[,;:.!?]+\s|\s[–—-]+\s|\s(?=(?:so|and)\s))\s*(?:(?:so|and|but)[, ]+)?")
_DONE_FOR: Final = Late(
    r"(?:(?:so|and) )?(?:she|he|they)?(?:['’]?s|['’]ve| has| have)?(?: just)? ?asked (?:me|us)(?: to (?:do|sort|handle"
    r"|arrange|fix|take care of)(?: (?:it|this|that))?)?(?: for (?:her|him|them))?\s*(?:[:,;.]+|\s[–—-]+(?=\s))\s*"
)
"""That they asked for it, which says nothing of what."""
_ASKED_TO: Final = Late(
    r"(?:(?:so|and) )?(?:(?:she|he|they)(?:['’]?s|['’]ve| has| have)? ?)?(?:just )?(?P<wish>(?:asked|wants|wanted|needs"
    r"|would like|told)(?: (?:me|us))? (?:to|if (?:i|we) (?:can|could)) .+)"
)
"""That they asked for what follows."""
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
_ALL_THEN: Final = Late(
    r"(?P<what>(?:(?:all|other|remaining) )*(?:meetings?|calls|appointments|events|invitations|invites|day|diary"
    r"|calendar))(?: (?:then|(?:for|on) (?:that|those) days?|that day))?"
    r"(?P<rest>(?:,? (?:please|pls|thanks|and tell|and let).*)?[.!]*)"
)
"""All that somebody has, of which the day is told before."""
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
_ABSENT: Final = Late(
    r".*?\b(?:away|off|out(?: of (?:the )?office| of town)?|absent|travell?ing|not in|sick|ill|busy|unavailable"
    r"|on (?:[a-z]+ )?(?:leave|holidays?|vacation|pto|course|trip)|(?:in|at) (?:the |an? )?[\w'’-]+(?: [\w'’-]+)?)"
    r"(?P<when> (?:on|from|for|until|till|next|this|tomorrow|today|all|the|mon|tue|wed|thu|fri|sat|sun|\d|between)"
    r"[^,;]*)"
)
"""That somebody is not there, and when."""
_WHEN_SAID: Final = Late(r".*\b(?:\d{1,2}(?:st|nd|rd|th)?\b(?! ?min)|[a-z]+day|tomorrow|week)\b.*")
_BARE: Final = Late(
    r"(?:it|that|this|(?:the|those|these) (?:time|days?|dates?)|him|her|them|(?:(?:it|that|him|her|them) )?"
    r"as (?:away|ooo|oof|out of (?:the )?office)|(?:an? )?(?:all[- ]day )?(?:ooo|oof|out[- ]of[- ](?:the[- ])?office)"
    r"(?: (?:event|block|entry|day|note))?)"
)
"""What is put into a calendar, where what was told says what it is, or it is that alone."""
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
    for telling in (_sent, _wrote, _told):
        for told in telling(utterance):
            if request := _request(told):
                return request, told.other
    return "", ""


def with_other(behalf: Behalf | None, other: str) -> Behalf | None:
    """The same with the name as it may be besides."""
    return replace(behalf, other=other) if behalf and other else behalf


def _sent(utterance: str) -> Sequence[_Told]:
    """ "Ticket from Mia: …" """
    led = _SENT.match(utterance)
    end = name_end(utterance, led.end()) if led else 0
    at = _past_origin(utterance, end) if end else 0
    pause = _BREAK.match(utterance, at) if at else None
    return [_Told(utterance[led.end() : end], utterance[pause.end() :], is_sent=True)] if led and pause else []


def _wrote(utterance: str) -> Sequence[_Told]:
    """ "Mia called, …" """
    start = _start(utterance)
    end = name_end(utterance, start)
    wrote = _WROTE.match(utterance, _past_origin(utterance, end)) if end else None
    pause = _BREAK.match(utterance, wrote.end()) if wrote else None
    return [_Told(utterance[start:end], utterance[pause.end() :], is_sent=True)] if pause else []


def _told(utterance: str) -> Sequence[_Told]:
    """ "Mia is locked out, …", "mias laptop died so …" """
    start = _start(utterance)
    end = name_end(utterance, start)
    if not end:
        return []
    name, other = utterance[start:end], ""
    bare = _BARE_OWNER.match(utterance, start)
    if bare and (fact := _FACT.match(utterance, bare.end())):
        # "Mias laptop is dead", without an apostrophe.
        name, other = bare[0], f"{bare[0]}s"
    else:
        fact = _FACT.match(utterance, end)
    if fact is None or fact.end() <= start:
        return []
    pauses = islice(_THEN.compiled.finditer(utterance, fact.end()), _MOST_PAUSES)
    return [
        _Told(name, utterance[pause.end() :], is_sent=False, other=other, fact=utterance[end : pause.start()])
        for pause in pauses
    ]


def _start(utterance: str) -> int:
    hello = _HELLO.match(utterance)
    return hello.end() if hello else 0


def _past_origin(utterance: str, end: int) -> int:
    """Behind "from Accounts" and "(Leeds)", which say who it is."""
    origin = _FROM.match(utterance, end)
    return origin.end() if origin else end


def _request(told: _Told) -> str:
    """What is wanted, with the name where it speaks of them; empty where it does not."""
    name, words = told.name, told.behind
    asked_for = told.is_sent
    if done := _DONE_FOR.match(words):
        words, asked_for = words[done.end() :], True
    if wish := _ASKED_TO.fullmatch(words):
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
        whole, absent = _ALL_THEN.fullmatch(owned["rest"]), _ABSENT.fullmatch(told.fact)
        rest = f"{whole['what']}{absent['when']}{whole['rest']}" if whole and absent else owned["rest"]
        return tidy(f"{owned['led']} {name}'s {rest}")
    if meant := _FOR_THEM.fullmatch(words):
        return tidy(f"{meant['led']} for {name}{meant['rest']}")
    return tidy(f"for {name}: {words}") if asked_for and _ORDER.fullmatch(words) else ""


def _in_calendar(told: _Told) -> str:
    """ "Tom is away on Friday, put it in his calendar": in Tom's, on Friday; empty where no such time is told."""
    put, absent = _IN_CALENDAR.fullmatch(told.behind), _ABSENT.fullmatch(told.fact)
    if absent and _MARKED.fullmatch(told.behind):
        return f"put out of office in {told.name}'s calendar{absent['when']}, no automatic reply needed"
    if put is None or absent is None:
        return ""
    what = put["what"]
    said = "" if _WHEN_SAID.fullmatch(what) or _WHEN_SAID.fullmatch(put["rest"]) else absent["when"]
    if _BARE.fullmatch(what):
        return f"put out of office in {told.name}'s calendar{said}{put['rest']}, no automatic reply needed"
    return f"put {what} in {told.name}'s calendar{said}{put['rest']}"
