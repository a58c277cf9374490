"""What somebody is said to wish of an event that is there: "Grace wants the ward round moved to 3".

It is said as a plain request: "move the ward round to 3". Whose event it is, calendars tell. Pure.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from dialogs.understand.behalf.owners import AND_ASKS, AND_LED, name_end, tidy
from dialogs.understand.lexicon.late import Late
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.lexicon.telltales import Wary, index_of, wary

DONE: Final = {
    "moved": "move",
    "pushed": "push",
    "shifted": "shift",
    "bumped": "push",
    "brought": "bring",
    "pulled": "pull",
    "put back": "put back",
    "put off": "put off",
    "postponed": "postpone",
    "delayed": "delay",
    "rescheduled": "reschedule",
    "re-scheduled": "reschedule",
    "changed": "change",
    "switched": "move",
    "cancelled": "cancel",
    "canceled": "cancel",
    "called off": "cancel",
    "scrapped": "cancel",
    "dropped": "cancel",
    "deleted": "delete",
    "renamed": "rename",
    "retitled": "rename",
    "extended": "extend",
    "lengthened": "extend",
    "shortened": "shorten",
    "cut": "cut",
    "trimmed": "shorten",
    "added": "add",
    "invited": "invite",
    "included": "include",
    "removed": "remove",
    "taken": "take",
    "replaced": "replace",
    "swapped": "swap",
    "marked": "mark",
    "made": "make",
    "set": "set",
}
"""What is to be done, as it is said of what it is done to."""
_DO: Final = (
    r"(?:move|push|shift|bump|bring|pull|put|postpone|delay|re-?schedule|change|switch|cancel|call off|scrap|drop"
    r"|delete|rename|retitle|extend|lengthen|shorten|cut|trim|add|invite|include|remove|take|swap|replace|make)"
    r"(?: (?:back|forwards?|up|out|off|down))?"
)
_LIKES: Final = r"(?:(?: would|['’]d) (?:like|love|prefer|rather))"
_NAMELESS: Final = Late(
    r"(?:(?:the|our|my) (?!(?:only|whole|first|last|next|rest)\b)[\w'’-]+(?: [\w'’-]+)??"
    r"|they|he|she|everyone|everybody|people|folks|somebody|someone)"
    rf"(?={_LIKES}| (?:wants?|wanted|asks?|asked|has|have|is|are|wishes|prefers?|just|do|does|did"
    r"|don['’]?t|doesn['’]?t|didn['’]?t|no longer)\b)"
)
"""Somebody who has no name here: "the client", "they"."""
_WROTE: Final = (
    r"(?: (?:e-?mailed|called|rang|pinged|messaged|texted|written|wrote)(?: me| us| in)?,?(?: and| to say)?"
    r"(?: (?:he|she|they))?)"
)
_WISHES: Final = (
    r"(?: (?:from|in|at) [\w&'’ -]{2,30}?)?(?: \([^)]{1,40}\))?(?: (?:has|have))?(?: just| also| now)*"
    rf"{_WROTE}?(?:{_LIKES}"
    r"| (?:needs?|wants?|wanted|needed|wishes|wished|wishing|wanting|requests|requested|requesting|asks?|asked|asking"
    r"|begs|begged|prefers|wonders|wondered|(?:told|tells|instructed)(?= (?:me|us|you) to )|(?:said|says)(?= to )"
    r"|(?:is|are) (?:asking|hoping|requesting|begging|looking|wondering)))"
    r"(?: (?:that )?(?:us|me|you))?(?=[ :,])"
)
_UNWISHED: Final = (
    r" (?:(?:does|do|did)(?: not|n['’]?t)(?: actually| really)?|no longer|wouldn['’]t) (?:want|need|wish|like)s?"
    rf"(?: (?:us|me|you))?(?: to (?:{_DO})\b.*| .*? (?:{'|'.join(DONE)})\b.*)"
)
_PLEADING: Final = r"(?:(?:please|pls|also|just) )?"
_TO_DO: Final = Late(
    r"[:,]? (?:to |(?:if|whether) (?:we|you|i|he|she|they) (?:can|could|might|may) |(?:can|could|would) (?:we|you|i) )"
    rf"{_PLEADING}(?:have |get )?(?P<verb>{_DO}) (?P<event>.+)"
)
_TO_BE_DONE: Final = Late(
    r" (?:to (?:have|get|see) |(?:if|whether|that|for) |have )?"
    r"(?P<event>.+?)(?<! was)(?<! is)(?<! been)(?<! got)(?<! are)(?<! were)(?<! has)"
    rf"(?: (?:can|could|may|might|should))?(?: to)?(?: be| get)? (?P<done>{'|'.join(DONE)})\b(?! up\b)(?P<rest>.*)"
)
_OF_PEOPLE: Final = frozenset(("add", "invite", "include", "remove", "take", "swap", "replace"))
_LONGEST: Final = 300
"""Characters. What is longer tells a story."""


@dataclass(frozen=True)
class Wish:
    """Who wishes something, empty where they have no name, and what, as a plain request.

    `is_ours`: it is said of an event of the speaker's own.
    """

    name: str
    request: str
    is_ours: bool = False


@cache
def _told() -> Mapping[str, Wary]:
    """What tells a wish, and that nothing is wished; most texts have no letters of either."""
    return wary({"wishes": _WISHES, "unwished": _UNWISHED}, index_of("en"), re.IGNORECASE)


def wished(utterance: str) -> Wish | None:
    """What somebody wishes of an event that is named; None where nothing is said so, or they speak of a new one."""
    told = _told()["wishes"]
    if len(utterance) > _LONGEST or not told.may_fit(utterance) or patterns()["wished-calendar"].search(utterance):
        return None
    if (who := _who(utterance)) is None:
        return None
    name, end = who
    wishes = told.match(utterance, end)
    if wishes is None:
        return None
    words = AND_ASKS.sub("", utterance[wishes.end() :])
    if name and (out := patterns()["wished-out"].fullmatch(words)) and (event := _named(out["event"])):
        return Wish(name, f"take {name} off {event}")
    for reading in (_to_do, _to_be_done, _who_comes, _to_be, _by_so_much):
        if request := reading(words):
            ours = patterns()["wished-ours"].search(request)
            if ours and name and " with " not in request:
                request = f"{request[: ours.end()]} with {name}{request[ours.end() :]}"
            request = patterns()["wished-theirs"].sub(rf"\1{name}'s ", request, count=1) if name else request
            return Wish(name, tidy(request), is_ours=bool(ours or patterns()["wished-mine"].search(request)))
    return None


def is_unwished(utterance: str) -> bool:
    """ "Mia doesn't want the review moved": what is there may stay as it is."""
    told = _told()["unwished"]
    who = _who(utterance) if len(utterance) <= _LONGEST and told.may_fit(utterance) else None
    return who is not None and bool(told.fullmatch(utterance, who[1]))


def _who(utterance: str) -> tuple[str, int] | None:
    """Their name, and where it ends."""
    led = AND_LED.match(utterance)
    start = led.end() if led else 0
    if nameless := _NAMELESS.match(utterance, start):
        is_boss = name_end(utterance, start) == nameless.end()
        return (nameless[0] if is_boss else "", nameless.end())
    end = name_end(utterance, start)
    if not end:
        return None
    name = utterance[start:end]
    while other := patterns()["wished-besides"].match(utterance, end):
        if not (further := name_end(utterance, other.end())):
            break
        end = further
    return name, end


def _named(event: str) -> str:
    """An event as it is spoken of in the middle of a request; empty where it is none that has a name."""
    event = event.strip()
    if patterns()["wished-no-event"].match(event) or not any(letter.isalpha() for letter in event):
        return ""
    return event if patterns()["wished-determined"].match(event) else f"the {event}"


def _spoken_of(words: str, verb: str) -> str:
    """An event, or who is to come to one."""
    if verb in _OF_PEOPLE or patterns()["wished-brought"].match(words):
        return "" if patterns()["wished-no-event"].match(words) else words
    return _named(words)


def _to_do(words: str) -> str:
    """ "… to move the review to 3", "… if we could push the review" """
    if (found := _TO_DO.fullmatch(words)) is None:
        return ""
    event = _spoken_of(found["event"], found["verb"].lower())
    return f"{found['verb']} {event}" if event else ""


def _to_be_done(words: str) -> str:
    """ "… the review moved to 3", "… Tom added to the review" """
    if (found := _TO_BE_DONE.fullmatch(words)) is None:
        return ""
    verb = DONE[found["done"].lower()]
    event = _spoken_of(found["event"], verb)
    return f"{verb} {event}{found['rest']}" if event else ""


def _who_comes(words: str) -> str:
    """ "… Tom off the review", "… Tom on the review too" """
    if found := patterns()["wished-off"].fullmatch(words):
        event = _named(found["event"])
        return (
            f"take {found['who']} off {event}"
            if event and not patterns()["wished-no-event"].match(found["who"])
            else ""
        )
    found = patterns()["wished-on"].fullmatch(words)
    return f"add {found['who']} to {found['event']}" if found else ""


def _to_be(words: str) -> str:
    """ "… the review to start at 3" """
    found = patterns()["to-be"].fullmatch(words)
    event = _named(found["event"]) if found else ""
    return f"{event} should {found['be']}{found['rest']}" if found and event else ""


def _by_so_much(words: str) -> str:
    """ "… the review an hour later" """
    found = patterns()["wished-later"].fullmatch(words)
    event = _named(found["event"]) if found else ""
    return f"have {event}{found['how']}" if found and event else ""
