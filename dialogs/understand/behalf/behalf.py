"""Whose calendar a request is about, where it is somebody else's: "on behalf of Mia", "Tom's calendar", "for Priya".

What is left of the utterance reads as if its owner had said it, so that everything else is understood as ever. Pure.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dialogs.understand.behalf import (
    introduced,
    parties,
    their_absence,
    their_days,
    their_messages,
    their_needs,
    their_time,
    their_wishes,
)
from dialogs.understand.behalf.owners import (
    AMOUNT,
    ASKED,
    BOOKING,
    CHANGING,
    LED,
    Behalf,
    name_end,
    name_start,
    tidy,
)
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.slots.naming import words_of
from dialogs.understand.wording import begun_anew, companions, spoken, told

_CALENDAR: Final = r"(?:outlook )?(?:calendar|calender|diary|agenda|schedule)"
_ASKING: Final = r"(?:whats?|when|where|who|how|show|list|is|are|any|tell|give|check)\b"
_REQUEST: Final = rf"(?=(?:{ASKED})*(?:{BOOKING}|{CHANGING}|{_ASKING}|{AMOUNT}))"


def _compiled(*rules: tuple[str, str, str]) -> tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...]:
    return tuple((re.compile(b, re.IGNORECASE), re.compile(a, re.IGNORECASE), said) for b, a, said in rules)


_PLEADED: Final = r"(?:,? (?:please|pls|plz))?"
_ACTING: Final = r"(?:on behalf of|in the name of|acting for|as (?:the )?(?:delegate|assistant) (?:of|for))"
_BEFORE_NAME: Final = _compiled(
    (rf"^\s*(?:{ASKED})*{_ACTING} ", rf"{_PLEADED}\s*[:,–-]?\s*", ""),
    (r"^\s*(?:for|as) ", rf"{_PLEADED}(?:\s*:\s*(?=\w)|\s*[,–-]\s*{_REQUEST})", ""),
    (rf",?\s*\b{_ACTING} ", r"(?=$|\W)", ""),
    (rf"\bthe {_CALENDAR} of ", r"(?=$|\W)", "my calendar"),
    (r"\bwhat (?:(?:meetings|events|appointments|calls) )?(?:does|has) ", r" (?:have|got)(?: on)?\b", "what do I have"),
    (r"\bwhat(?:'s|’s|s| is) ", r" (?:doing|up to)\b", "what am I doing"),
    (r"\bwhat(?:'s|’s|s| is) ", r" got(?: on| in| happening| planned)?\b", "what do I have"),
    (r"\bwhat(?:'s|’s|s| is) (?:there )?(?:on|happening|going on|planned) for ", r"(?=$|\W)", "what do I have"),
    (rf"^\s*(?:{ASKED})*(?:block|book|mark) ", r" (?:out|off)\b(?! of)", "block out"),
    (
        r"\b(?:does|has) ",
        r" (?:have|got) (?:anything|something|any meetings|any events|meetings)\b",
        "do I have anything",
    ),
    (r"\bin the calendar of ", r"(?=$|\W)", "in my calendar"),
)
"""What stands before a name, what behind it, and what its owner would say instead of all of it."""

_BEHIND_NAME: Final = _compiled(
    (r"^\W*on $", r"behalf\b\s*[:,]?", ""),
    (r"(?:,?\s*\bon )$", r"behalf\b", ""),
    (r"\bwhat(?:'s|’s|s| is) $", r"day (?:look(?:ing)? )?like\b", "what's on my calendar"),
    (
        rf"^\s*(?:{ASKED})*(?:(?:how(?:'s|’s|s| is)|what about|show me|and|(?:what(?:'s|’s|s| is) )?on) )?$",
        r"day\b(?! (?:off|out|job|rate))(?: look(?:s|ing)?)?",
        "what do I have",
    ),
    (
        r"^\s*(?:(?:how(?:'s|’s|s| is)|what about|show me|and) )?$",
        r"week\b(?: look(?:s|ing)?)?",
        "what do I have this week",
    ),
    (
        r"^\s*(?:(?:please|pls|hi|hey|ok) )*"
        r"(?:show me|how(?:'s|’s|s| is)|what about|what(?:'s|’s|s| is) (?:on|in)|and) $",
        rf"(?=(?:{their_wishes.WHEN}|(?:mon|tue|wed|thu|fri)s?)\b[^,;.]{{0,20}}$)",
        "what do I have ",
    ),
    (r"", rf"(?:{_CALENDAR})\b", "my calendar"),
    (r"", r"next (?:meeting|event|appointment|call|one)\b", "my next meeting"),
    (r"", r"first (?:meeting|event|appointment|call|one)\b", "my first meeting"),
    (r"", r"last (?:meeting|event|appointment|call|one)\b", "my last meeting"),
    (r"", r"invitations\b", "my invitations"),
    (r"", r"(?:inbox|mailbox|mail box)\b", "my inbox"),
    (r"", r"unread (?=(?:e-?mails?|mails?|messages)\b)", "my unread"),
    (r"", r"(?:settings|preferences)\b", "my settings"),
    (r"", r"working hours\b", "my working hours"),
    (r"\b(?:set|change|switch|update) $", r"time ?zone\b", "set my time zone"),
)
"""The same around a name with an apostrophe."""

_OWNED: Final = re.compile(r"['’]s? ")
_NOUN: Final = r"(?:meeting|call|slot|time|session|sync|1:1|catch-?up|check-?in|lunch|coffee|appointment|review|chat)\b"
_OFTEN: Final = r"(?:(?:weekly|daily|monthly|fortnightly|quarterly|recurring|regular|quick|short) )"
_WISHES: Final = (
    r"(?:(?:i|we)(?:['’](?:d|ll|m|re)| would| will| am| are)? )?"
    r"(?:need(?:ing)?|require|want|like|after|looking for|could use|could do with"
    r"|(?:can|could|may) (?:i|we)(?: please)? (?:have|get|grab)|is there) (?:to (?:book|find|get) )?"
)
"""How one says that one wants time, before how much of it."""
_BOOKS: Final = re.compile(
    rf"^\s*(?:{ASKED})*(?:{_WISHES})?(?:{BOOKING}|(?:an? |another )?{_OFTEN}*+(?:{AMOUNT}|{_NOUN}))", re.IGNORECASE
)
_BOOKS_THEM: Final = re.compile(
    rf"^\s*(?:{ASKED})*(?:book|schedule|get|find|give|arrange|set up)(?: in)?"
    r" (?!(?:me|us|an?|the|some|half|one|two)\b)",
    re.IGNORECASE,
)
_WITH_WHOM: Final = re.compile(
    rf" (?:in for )?(?:{_OFTEN}*+{AMOUNT} ?|an? {_OFTEN}*+{_NOUN})(?:[^,;.]{{0,40}}?) with \w", re.IGNORECASE
)
"""How much of whose time somebody is given."""
_A_ROOM: Final = re.compile(r" (?:in(?:to)? )?(?:an?|the|some) (?:[\w-]+ ){0,2}rooms?\b", re.IGNORECASE)
_HAS: Final = re.compile(
    r"(?: (?:has|have)(?: got)?|['’]s got) (?P<event>(?:an?|her|his|their) [^;]{4,90}?)\s*(?:[,;.]|\s[–-]|\band\b)\s*"
    rf"(?:(?:so|and|please|pls|can you|could you) )*(?:put|pop|add|block|book|mark|note|stick|pencil) (?:it|that|this)"
    rf"(?: (?:in|down|out|up|off))*(?: (?:in|on|to|into) (?:her|his|their) {_CALENDAR})?"
    r"(?:[\s,]*(?:please|pls|thanks))*[\s.!]*",
    re.IGNORECASE,
)
_BARE: Final = re.compile(rf"\b(?P<name>[^\W\d_]{{2,}}s) {_CALENDAR}\b", re.IGNORECASE)
_CLAUSE: Final = r"(?:as |because |since )?(?:i|we|he|she|they|it|there|who|that)(?:['’]|\s)"
"""How begins what is said of somebody rather than who comes besides."""
_MORE_NAMES: Final = re.compile(
    rf"\s*(?:,|and\b|&|\+|or\b)\s*(?=\w)(?!{_CLAUSE}|(?:{ASKED})*(?:{BOOKING}|{CHANGING}|(?:tell|let|inform|notify|say|then|propose|suggest|offer|ask|counter)\b))",
    re.IGNORECASE,
)
_ENDS_NAME: Final = re.compile(
    rf"\s*(?:$|[^\w\s]|(?:and|or|with|to|in|about|re|re:|please|pls)\b|{their_wishes.WHEN}\b)", re.IGNORECASE
)
"""What stands behind a name; behind another word stands more of what it is about: "donor calls"."""
_CHANGES: Final = re.compile(rf"^\s*(?:{ASKED})*{CHANGING}", re.IGNORECASE)
_ASKS: Final = re.compile(rf"^(?:{ASKED})*{_ASKING}|^my\b", re.IGNORECASE)
_TOLD: Final = r"(?:(?:when|where|what time|how long) (?:is|are)|who(?:'s|’s|s| is) (?:in|at))"
_VERB: Final = re.compile(
    rf"(?:{CHANGING}|(?:add|invite|include)\b|{_TOLD})(?: \w+){{0,5}}? $"
    r"|\b(?:find|book|get|reserve)(?: me)? (?:an?|another) (?:[\w-]+ ){0,2}room (?:for|to|at) $",
    re.IGNORECASE,
)
_MAY: Final = re.compile(rf"\s*(?:{ASKED})*(?:can|could|may|might|should) ", re.IGNORECASE)
_ALONE: Final = re.compile(rf"\s*(?:{ASKED})*", re.IGNORECASE)


def find(utterance: str) -> Behalf | None:
    """Whose calendar the utterance is about; None: nobody's but the speaker's, or it does not say."""
    utterance = companions.plainly(spoken.plainly(begun_anew.plainly(utterance), is_open=False))
    utterance = patterns()["joins-on"].sub("", utterance, count=1)
    utterance = patterns()["who-and-asks"].sub(r"\g<lead>\g<who> ", utterance)
    utterance = their_absence.plainly(utterance)
    utterance = parties.plainly(patterns()["honorific"].sub(r"\g<name>", utterance))
    plain = told.plainly(utterance)
    request, other = introduced.named(utterance) if plain == utterance else ("", "")
    behalf = _read(request) if request else None
    behalf = introduced.with_other(behalf, other) if behalf else _read(plain)
    days = their_days.away(plain)
    return days if days and not their_days.keeps_their_day(behalf, days) else behalf


def introduces(utterance: str) -> bool:
    """Whether it tells of somebody first, who is "her" in the rest."""
    return bool(introduced.named(utterance)[0])


def _read(utterance: str) -> Behalf | None:
    if their_time.with_me(utterance):
        return None
    for reading in _READINGS:
        if behalf := reading(patterns()["done-in-theirs"].sub("", utterance)):
            return their_days.of_themselves(_in_their_own(behalf))
    return None


def _in_their_own(behalf: Behalf) -> Behalf:
    """ "Book Mia an hour with Tom in her own calendar": of hers, and no meeting of the speaker's with both."""
    found = patterns()["in-their-own"].search(behalf.rest) if behalf.invited else None
    if found is None:
        return behalf
    rest = f"{behalf.rest[: found.start()]}{behalf.rest[found.end() :]}"
    return replace(behalf, rest=tidy(rest), invited="", sure=True)


def _stated(utterance: str) -> Behalf | None:
    """ "on behalf of Mia: …", "for Mia: …", "what does Tom have tomorrow" """
    for before, behind, said in _BEFORE_NAME:
        found = before.search(utterance)
        end = name_end(utterance, found.end()) if found else 0
        after = behind.match(utterance, end) if end else None
        if found and after:
            rest = f"{utterance[: found.start()]} {said} {utterance[after.end() :]}"
            return Behalf(utterance[found.end() : end].rstrip(".,"), tidy(rest))
    return None


def _owned(utterance: str) -> Behalf | None:
    """ "Tom's calendar", "Mia's next meeting", "on Grace's behalf" """
    for owns in _OWNED.finditer(utterance):
        start = name_start(utterance, owns.start())
        for before, behind, said in _BEHIND_NAME if start >= 0 else ():
            led, after = before.search(utterance[:start]), behind.match(utterance, owns.end())
            answers = bool(
                behind.pattern.startswith("invitations") and patterns()["behalf-answers"].search(utterance[:start])
            )
            if led and after and not answers and not patterns()["behalf-about"].search(utterance[:start]):
                first = led.start() if led[0] else start
                rest = tidy(f"{utterance[:first]} {said} {utterance[after.end() :]}")
                return Behalf(utterance[start : owns.start()], rest if _ASKS.match(rest) else _placeless(rest))
    return None


def _between_them(utterance: str) -> Behalf | None:
    """ "A catch-up between Mia and Tom in her calendar": in that of who is named first."""
    between, theirs = patterns()["behalf-between"].search(utterance), patterns()["in-theirs"].search(utterance)
    end = name_end(utterance, between.end()) if between and theirs else 0
    if not between or not theirs or not end or not utterance[end:].lower().startswith(" and "):
        return None
    rest = f"{utterance[: between.start()]} with {utterance[end + 5 : theirs.start()]} {utterance[theirs.end() :]}"
    return Behalf(utterance[between.end() : end], tidy(rest)) if end < theirs.start() else None


def _organized(utterance: str) -> Behalf | None:
    """ "…, organizer should be Mia": in her calendar, and nothing but that where something is on the screen."""
    for found in patterns()["to-organize"].finditer(utterance):
        start = name_start(utterance, found.start())
        if start >= 0:
            return Behalf(utterance[start : found.start()], tidy(utterance[:start] + utterance[found.end() :]))
    for found in patterns()["behalf-organizer"].finditer(utterance):
        end = name_end(utterance, found.end())
        behind = patterns()["behalf-organizes"].match(utterance, end) if end else None
        if behind and bool(found["is"]) != bool(behind["as"]):
            return Behalf(utterance[found.end() : end], tidy(utterance[: found.start()] + utterance[behind.end() :]))
    return None


def _on_their_behalf(utterance: str) -> Behalf | None:
    """ "Book Mia with Tom at 3, on her behalf", "…, Mia's meeting not mine": hers, whoever else is named."""
    if whose := patterns()["not-mine"].search(utterance):
        start = name_start(utterance, whose.start("owns"))
        rest = tidy(utterance[:start] + utterance[whose.end() :])
        return Behalf(utterance[start : whose.start("owns")], rest) if start > 0 else None
    found, led = patterns()["their-behalf"].search(utterance), _BOOKS_THEM.match(utterance)
    end = name_end(utterance, led.end()) if found and led else 0
    if not found or not led or not end:
        return None
    others = patterns()["behalf-joined"].sub(" a meeting with ", utterance[end : found.start()], count=1)
    rest = f"{utterance[: led.end()]} {others} {utterance[found.end() :]}"
    return Behalf(utterance[led.end() : end], tidy(rest))


def _has_themselves(utterance: str) -> Behalf | None:
    """ "Mia has a dentist appointment at 3, put it in": it is hers."""
    led = LED.match(utterance)
    end = name_end(utterance, led.end()) if led else 0
    has = _HAS.fullmatch(utterance, end) if led and end else None
    rest = f"add {has['event']} to my calendar" if has else ""
    return Behalf(utterance[led.end() : end], tidy(rest), sure=False) if led and has else None


def _booked_them(utterance: str) -> Behalf | None:
    """ "book Mia half an hour with Tom": it is for her, unless she is merely one of those who come; so is a room."""
    led = _BOOKS_THEM.match(utterance)
    end = name_end(utterance, led.end()) if led else 0
    if led and end and _A_ROOM.match(utterance, end):
        return Behalf(utterance[led.end() : end], tidy(utterance[: led.end()] + utterance[end:]), sure=False)
    if not led or not end or not _WITH_WHOM.match(utterance, end):
        return None
    name, behind = utterance[led.end() : end], utterance[end:]
    with_them = patterns()["behalf-led-with"].sub(rf" with {name} and ", behind, count=1)
    return Behalf(name, tidy(utterance[: led.end()] + behind), sure=False, invited=tidy(f"{led[0]}{with_them}"))


def _booked_for(utterance: str) -> Behalf | None:
    """ "book an hour for Priya with Tom", "block Friday for Priya": hers, or she is one of those who come."""
    if not _BOOKS.match(utterance):
        return None
    for found in patterns()["behalf-for"].finditer(utterance):
        end = name_end(utterance, found.end())
        if not end or _goes_on(utterance, end) or utterance[end : end + 1] in ("'", "’"):
            continue
        name, before, behind = utterance[found.end() : end], utterance[: found.start()], utterance[end:]
        if others := their_needs.WITH.match(behind):
            return Behalf(name, tidy(f"{before} with {behind[others.end() :]}"), sure=False)
        return Behalf(name, tidy(before + behind), sure=False, invited=tidy(f"{before} with {name}{behind}"))
    return None


def _goes_on(utterance: str, end: int) -> bool:
    """Whether somebody else is named behind a name; "for Mia, donor calls" says what it is about."""
    more = _MORE_NAMES.match(utterance, end)
    if more is None or not more[0].strip().startswith(","):
        return more is not None
    following = name_end(utterance, more.end())
    return bool(following) and _ENDS_NAME.match(utterance, following) is not None


def _of_event(utterance: str) -> Behalf | None:
    """ "move Mia's review to 4": in her calendar, unless it is one of the speaker's own, or answered for another."""
    if patterns()["behalf-answers"].search(utterance) and (answered := _changed_for(utterance)):
        return answered
    for owns in _OWNED.finditer(utterance):
        start = name_start(utterance, owns.start())
        is_changed = start >= 0 and (
            _VERB.search(utterance[:start])
            or (_ALONE.fullmatch(utterance[:start]) and patterns()["behalf-becomes"].match(utterance, owns.end()))
            or (_MAY.fullmatch(utterance[:start]) and patterns()["may-be"].match(utterance, owns.end()))
        )
        if (
            is_changed
            and not patterns()["in-mine"].search(utterance)
            and not patterns()["of-kin"].match(utterance, owns.end())
        ):
            rest = f"{utterance[:start]} my {utterance[owns.end() :]}"
            return Behalf(utterance[start : owns.start()], tidy(rest), sure=False, of_event=True)
    return None


def _of_event_without_apostrophe(utterance: str) -> Behalf | None:
    """ "cancel graces review": hers, where somebody is called so."""
    for found in patterns()["bare-of-event"].finditer(utterance):
        if not _VERB.search(utterance[: found.start()]) or patterns()["in-mine"].search(utterance):
            continue
        name = found["name"]
        is_word = name.lower().removesuffix("s") in words_of("en")["stop"]
        if not is_word and name_end(utterance, found.start("name")) >= found.end("name"):
            rest = tidy(f"{utterance[: found.start()]} my {utterance[found.end() :]}")
            return Behalf(name[:-1], rest, sure=False, of_event=True, other=name)
    return None


def _changed_for(utterance: str) -> Behalf | None:
    """ "accept the review for Mia" """
    if not _CHANGES.match(utterance):
        return None
    for found in patterns()["behalf-for"].finditer(utterance):
        end = name_end(utterance, found.end())
        if end and not _goes_on(utterance, end):
            rest = tidy(utterance[: found.start()] + utterance[end:])
            # "Move my review to 3 for Mia" may be done for her sake; an answer is one's own or hers.
            answers = bool(patterns()["behalf-answers"].search(utterance))
            sake = "" if answers else rest
            return Behalf(
                utterance[found.end() : end], rest, sure=False, invited=sake, of_event=not answers, answers=answers
            )
    return None


def _without_apostrophe(utterance: str) -> Behalf | None:
    """ "whats on graces calendar" """
    found = _BARE.search(utterance)
    if not found or name_end(utterance, found.start("name")) != found.end("name"):
        return None
    rest = tidy(f"{utterance[: found.start('name')]} my calendar {utterance[found.end() :]}")
    name = found["name"]
    if name.lower().removesuffix("s") in words_of("en")["stop"]:
        return None
    return Behalf(name.removesuffix("s"), rest if _ASKS.match(rest) else _placeless(rest), sure=False, other=name)


_READINGS: Final[tuple[Callable[[str], Behalf | None], ...]] = (
    _organized,
    _on_their_behalf,
    _between_them,
    _stated,
    their_time.asked_for,
    their_messages.late_for_theirs,
    their_messages.to_theirs,
    their_needs.said_twice,
    _owned,
    _without_apostrophe,
    _booked_them,
    their_time.of_two,
    _booked_for,
    their_time.of_a_stretch,
    their_time.wants_it_kept,
    their_wishes.asks_for,
    their_wishes.wants_otherwise,
    their_wishes.of_title,
    their_needs.of_time,
    their_needs.of_people,
    their_needs.told_first,
    _has_themselves,
    their_wishes.told_of,
    their_wishes.instead,
    their_needs.booked_for_them,
    _of_event,
    _changed_for,
    _of_event_without_apostrophe,
)


def _placeless(words: str) -> str:
    """Without "in my calendar", which an owner would not say of what is to be put there."""
    return tidy(patterns()["in-calendar"].sub(" ", words))
