"""What somebody else wants of an event of theirs: "Grace asks to move her visit", "Mia wants her review at 3 instead".

It is there already, and is changed as its owner would ask for it. Pure.
"""

import re
from typing import Final

from dialogs.understand.behalf.owners import AND_ASKS, AND_LED, ASKED, CHANGING, LED, THEN_THEY, Behalf, name_end, tidy
from dialogs.understand.behalf.wished import DONE, wished
from dialogs.understand.lexicon.patterns import patterns

_WISHES: Final = re.compile(
    r" (?:(?:needs|wants|would like|has asked|asked|asks|is asking|requests|requested|has requested|begs"
    r"|(?:(?:has )?(?:told|instructed)|tells)(?= (?:me|us|you) to )|(?:said|says)(?= to ))"
    r"(?: (?:us|me|you|if we can|whether we can|if you can|for))?)(?= )",
    re.IGNORECASE,
)
_TO_DO: Final = re.compile(
    rf" (?:to |if (?:we|you|i) (?:can|could) |that we )?(?:please )?"
    rf"(?P<verb>(?:{CHANGING}|skip|miss)(?: (?:back|forward|up|out|off))?) (?:his|her|their) (?P<event>.+)",
    re.IGNORECASE,
)
_TO_BE_DONE: Final = re.compile(
    r" (?:to have )?(?:his|her|their) (?P<event>.+?) (?:to be )?"
    rf"(?P<done>{'|'.join(DONE)}|declined)\b(?P<rest>.*)",
    re.IGNORECASE,
)
WHEN: Final = (
    r"(?:(?:on|at|to|from|for) )?(?:the |next |this )*"
    r"(?:\d[\w:.]*|noon|midday|today|tomorrow|tonight|morning|afternoon|evening|week|month|half past|quarter"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)
"""How a time begins."""
_WISHED_SO: Final = re.compile(
    r"(?: to have)? (?:(?P<own>his|her|their)|the|that) (?P<event>(?:(?!\b(?:at|to|in|on) (?:the|my|our)\b).)+?)"
    rf"(?P<when> {WHEN}\b.*)",
    re.IGNORECASE,
)
"""An event that is there, and when it is to be."""
_PREFERS: Final = re.compile(
    r"(?: (?:prefers|would prefer|would rather have)|['’]d (?:like|prefer|rather have))(?= )", re.IGNORECASE
)
_MAY: Final = re.compile(rf"\s*(?:{ASKED})*(?:can|could|may|might) ", re.IGNORECASE)
_HAVE: Final = re.compile(r" (?:please )?have(?= )", re.IGNORECASE)
_WAYS: Final = ((LED, _WISHES), (LED, _PREFERS), (_MAY, _HAVE))
"""What leads to a name, and what its owner wishes by."""
_SO_INSTEAD: Final = re.compile(
    r"['’]s? (?P<event>(?![^,;.]*\b(?:propose|suggest|offer)\b)"
    rf"[^,;.]{{3,60}}? {WHEN}\b[^,;]*? (?:instead|rather)\b.*)",
    re.I,
)
_TOLD_FIRST: Final = re.compile(
    r" (?:is|has|can['’]?t|cannot|won['’]?t|called|just|will|isn['’]?t)\b[^,;.]{2,60}?(?:[,;.]\s*|\s(?=(?:so|and)\b))"
    r"(?:(?:so|and|then|please|pls|can you|could you)[, ]+)*"
    rf"(?P<verb>{CHANGING}(?: (?:back|forward|up|out|off))?) (?:his|her|their) (?P<event>.+)",
    re.IGNORECASE,
)


def asks_for(utterance: str) -> Behalf | None:
    """ "Grace asks to move her visit to Friday", "Noah wants his review cancelled": an event that is called theirs."""
    led = AND_LED.match(utterance)
    start = led.end() if led else 0
    end = name_end(utterance, start)
    wishes = _WISHES.match(utterance, end) if end else None
    if wishes is None:
        return None
    name = utterance[start:end]
    if done := _TO_BE_DONE.fullmatch(utterance, wishes.end()):
        verb = DONE.get(done["done"].lower(), "decline")
        return Behalf(name, tidy(f"{verb} my {done['event']}{done['rest']}"), sure=False, of_event=True)
    if own := _TO_DO.fullmatch(utterance, wishes.end()):
        event = patterns()["please-do"].sub("", own["event"])
        return Behalf(name, tidy(f"{own['verb']} my {event}"), sure=False, of_event=True)
    if answers := patterns()["to-answer"].fullmatch(utterance, wishes.end()):
        return Behalf(name, tidy(patterns()["do-so"].sub("", answers["answer"])), sure=False, of_event=True)
    return None


def wants_otherwise(utterance: str) -> Behalf | None:
    """ "Mia would like her review at 3", "can Mia have the review on Friday instead": it is there, and is to move."""
    for lead, wish in _WAYS:
        led = lead.match(utterance)
        end = name_end(utterance, led.end()) if led else 0
        if led is None or not end:
            continue
        told = THEN_THEY.match(utterance, end)
        wishes = wish.match(utterance, told.end() if told else end)
        found = _WISHED_SO.fullmatch(utterance, wishes.end()) if wishes else None
        if found and (found["own"] or patterns()["their-wishes-instead"].search(found["when"])):
            rest = f"have my {found['event']}{AND_ASKS.sub('', found['when'])}"
            return Behalf(utterance[led.end() : end], tidy(rest), sure=False, of_event=True, is_titled=not found["own"])
    return None


def of_title(utterance: str) -> Behalf | None:
    """ "Mia wants the review moved to 3": an event that is only named, and may be anybody's."""
    wish = wished(utterance)
    if wish is None or not wish.name or wish.is_ours:
        return None
    return Behalf(wish.name, wish.request, sure=False, of_event=True, is_titled=True)


def instead(utterance: str) -> Behalf | None:
    """ "Mia's review at 3 instead", without a verb."""
    end = name_end(utterance, 0)
    found = _SO_INSTEAD.fullmatch(utterance, end) if end else None
    if found and patterns()["has-modal"].search(found["event"]):
        # "Mia's review should be at 3 rather than today" is a sentence of its own.
        return None
    return Behalf(utterance[:end], tidy(f"my {found['event']}"), sure=False, of_event=True) if found else None


def told_of(utterance: str) -> Behalf | None:
    """ "Mia is ill, cancel her review": an event that is called hers."""
    end = name_end(utterance, 0)
    own = _TOLD_FIRST.fullmatch(utterance, end) if end else None
    return Behalf(utterance[:end], tidy(f"{own['verb']} my {own['event']}"), sure=False, of_event=True) if own else None
