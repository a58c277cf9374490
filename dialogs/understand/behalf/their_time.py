"""Somebody's time that is asked for: "get me 45 on Tom's calendar", "block off Mia's Friday", "set up Mia with Tom".

Who may work on that calendar means it; to anybody else it is a meeting with them. Pure.
"""

import re
from dataclasses import dataclass
from typing import Final

from dialogs.understand.behalf.owners import ASKED, LED, Behalf, name_end, tidy
from dialogs.understand.lexicon.late import Late
from dialogs.understand.lexicon.patterns import patterns

_CALENDAR: Final = r"(?:outlook )?(?:calendar|calender|diary|agenda|schedule|books|cal)\b"
_LED: Final = rf"\s*(?:{ASKED}|(?:i|we)(?:'d like to| need to| want to| gotta| have to) |try to |pls |kindly )*+"
_PLACED: Final = Late(
    rf"{_LED}(?P<verb>get|grab|find|toss|throw|stick|put|drop|slap|pop|squeeze|pencil|plop|book|schedule|set up|add"
    r"|place|land|snag|steal|claim|slot|fit|be|(?:i|we)(?: need| want|['’]d like| would like))"
    r"(?P<what>(?: [^,;.?!]{1,60}?)?) (?:in )?(?:on|in|into|onto|to|from) (?=\w)"
)
_ALONE: Final = frozenset(("be", "get"))
"""What one does oneself: "get on Tom's calendar"."""
_THROWN: Final = frozenset(
    ("toss", "throw", "stick", "drop", "slap", "pop", "squeeze", "plop", "snag", "steal", "claim")
)
_THEIRS: Final = Late(
    rf"['’]s? (?:{_CALENDAR}|(?=(?:for|at|on|to|next|this|tomorrow|today|\w+day|\d)\b)|(?=[.?!]?$))|['’]s?[.?!]?$"
)
_STRETCH: Final = (
    r"(?:(?:whole|entire|next|this|coming|late|early|rest of the) )*"
    r"(?:day|morning|afternoon|evening|week|lunch(?: hour)?|(?:mon|tues|wednes|thurs|fri)day|tomorrow|today)"
)
_KEPT: Final = Late(
    rf"{_LED}(?P<verb>(?:block|clear|free|hold|keep|protect|reserve|cancel)(?: (?:off|out|up))?) (?=\w)"
)
_OF_THEIRS: Final = Late(rf"['’]s? (?P<when>{_STRETCH}\b.*)")
_WANTED: Final = Late(
    r" (?:needs|wants|would like|wanted|asked for|asked to have) (?:(?:his|her|their) )?"
    r"(?P<when>(?:(?:on|from|the|next|this) )*"
    rf"(?:{_STRETCH}|\d)\b.*?) (?:to be |kept |left )?"
    r"(?P<done>blocked|held|reserved|protected|free|cleared|clear)(?: (?:off|out|up|free))?(?P<rest>\b.*)"
)
_PAIRS: Final = Late(rf"{_LED}(?:set up|book|schedule|pair(?: up)?|connect|get|put)(?: in)? (?=\w)")
_BOOKS: Final = Late(rf"{_LED}(?:book|schedule|set up|arrange|find|get|grab|hold|put|make|plan|\d|an? |half an? )")


@dataclass(frozen=True)
class _Placed:
    """A meeting that is put into `name`'s calendar: as a request for one with them, and without the calendar."""

    name: str
    with_them: str
    without: str
    is_mine: bool


def with_me(utterance: str) -> str:
    """A meeting of the speaker's own with them: "get me 45 on Tom's calendar"; empty where it is none."""
    found = _placed(utterance)
    return found.with_them if found and found.is_mine else ""


def asked_for(utterance: str) -> Behalf | None:
    """ "Put 30 minutes on Tom's calendar": there, or with Tom."""
    found = _placed(utterance)
    if found is None or found.is_mine:
        return None
    # With whom they meet is said as well: "put an hour with Tom in Mia's calendar" asks for no meeting with Mia.
    others = patterns()["behalf-led-with"].search(found.without)
    return Behalf(found.name, found.without, invited="" if others else found.with_them)


def _placed(utterance: str) -> _Placed | None:
    led = _PLACED.match(utterance)
    end = name_end(utterance, led.end()) if led else 0
    theirs = _THEIRS.match(utterance, end) if end else None
    if led is None or theirs is None or patterns()["no-meeting"].search(led["what"]):
        return None
    verb, what = led["verb"].lower(), led["what"].strip()
    name, behind = utterance[led.end() : end], utterance[theirs.end() :]
    is_alone = verb in _ALONE and not what
    plain = "" if patterns()["nothing-more"].fullmatch(what) else patterns()["their-time-me"].sub("", what).strip()
    plain = f"{plain} minutes" if plain.isdigit() else plain or "a meeting"
    without = f"{'put' if verb in _THROWN else verb} {what} {behind}"
    is_mine = bool(patterns()["their-time-me"].search(what)) or is_alone or verb.startswith(("i", "we"))
    return _Placed(name, tidy(f"book {plain} with {name} {behind}"), tidy(without), is_mine)


def of_a_stretch(utterance: str) -> Behalf | None:
    """ "Block off Mia's Friday afternoon", "clear Mia's morning" """
    led = _KEPT.match(utterance)
    end = name_end(utterance, led.end()) if led else 0
    theirs = _OF_THEIRS.fullmatch(utterance, end) if end else None
    if led is None or theirs is None:
        return None
    return Behalf(utterance[led.end() : end], f"{led['verb']} my {theirs['when']}", sure=False)


def wants_it_kept(utterance: str) -> Behalf | None:
    """ "Mia needs Tuesday 2 to 4 blocked" """
    led = LED.match(utterance)
    start = led.end() if led else 0
    end = name_end(utterance, start)
    found = _WANTED.fullmatch(utterance, end) if end else None
    if found is None:
        return None
    verb = "clear my" if found["done"].lower().startswith("clear") else "block"
    return Behalf(utterance[start:end], tidy(f"{verb} {found['when']} {found['rest']}"), sure=False)


def of_two(utterance: str) -> Behalf | None:
    """ "Set up Mia with Tom", "a call between Mia and Tom", "an hour for Mia and Tom": hers, or else of all three.

    "Without me", it is theirs or nobody's.
    """
    without_me = patterns()["without-me"].search(utterance)
    utterance = utterance[: without_me.start()] if without_me else utterance
    if patterns()["their-time-me"].search(utterance):
        return None
    invited = "" if without_me else utterance
    led = _PAIRS.match(utterance)
    end = name_end(utterance, led.end()) if led else 0
    joined = patterns()["their-time-with"].match(utterance, end) if end else None
    if led and joined and name_end(utterance, joined.end()):
        first, behind = utterance[led.end() : end], utterance[joined.end() :]
        return Behalf(first, tidy(f"book a meeting with {behind}"), sure=False, invited=invited)
    between = patterns()["their-time-between"].match(utterance) if _BOOKS.match(utterance) else None
    end = name_end(utterance, between.end()) if between else 0
    joined = patterns()["their-time-and"].match(utterance, end) if end else None
    other = name_end(utterance, joined.end()) if joined else 0
    if between is None or joined is None or not other:
        return None
    first, second = utterance[between.end() : end], utterance[joined.end() : other]
    behind = re.sub(r"\bwith (?=\w)", "and ", utterance[other:], count=1)
    rests = [tidy(f"{between['before']} with {one}{behind}") for one in (second, first)]
    last = Behalf(second, rests[1], sure=False, invited=invited)
    return Behalf(first, rests[0], sure=False, invited=invited, second=last)
