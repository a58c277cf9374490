"""What an event is about: "about X", "called X", in quotation marks, or the words that name it ("lunch", "vet visit").

Times are shown to the patterns as bars and people as at-signs, so that a subject never runs into them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_QUOTED: Final = re.compile(r"[\"“«]([^\"”»]{2,120})[\"”»]")
_NAMED: Final = re.compile(
    r"\b(?:called|titled|entitled|named|label+ed|name it|call it|title it|label it|(?:use|with|as) (?:the |a )?(?:title|subject|name|topic)"
    r"(?: of| is| as)?|(?:a )?(?:title|subject|name|topic)(?: of(?: the event)?)?(?: (?:is|as|to be|should be|will be|of)|:)|with a (?:title|subject|name) of|subject:?)\s+(?:the\s+|a\s+|as\s+)?(?P<x>.+)",
)
_ABOUT: Final = re.compile(
    r"\b(?:about|regarding|concerning|re:|to discuss|discussing|to talk about|to go over|to review|on the (?:topic|subject) of)\s+"
    r"(?:the\s+|our\s+|my\s+)?(?P<x>.+)",
)
_REMIND: Final = re.compile(
    r"\b(?:remind(?: (?:me|us))?|(?:a |the )?(?:reminder|alert|notification|alarm)s?(?: for me| me)?)[|\s]*"
    r"(?:to|about|of|for|that(?: i have| there is)?|on)\s+(?:the\s+|my\s+|a\s+|an\s+|our\s+)?(?P<x>.+)",
)
_VERB: Final = re.compile(
    r"(?:^|[.,!?]\s*|\b(?:you|to|please|and|i|can|me|just|also|now|hi|hello|yes|ok|okay|let'?s|thanks|cortana|google|olly|go ahead and)\s+)"
    r"(?:add|put|schedule|book|create|make|set ?up|set|plan|arrange|organi[sz]e|block(?: off| out)?|enter|insert|pencil(?: in)?|place|log|"
    r"note|mark|save|append|input|start|find|throw|(?:need|want|have|get|having|like|love)(?! to\b)|(?:want|need|like|going|have) to (?:go (?:to )?|watch |see |attend |have )?|"
    r"cancel|delete|remove|clear|move|reschedule|postpone|push|change|update|accept|decline|join|skip|extend|shift|rename|attend)\b\s*(?P<x>.+)",
)
_ASKED: Final = re.compile(
    r"\b(?:is|are|was|when's|where's|what's|do i (?:still )?have|did i have|have i got|am i (?:having|going to)) (?:there )?(?:an?|the|my|our|any)\s+(?P<x>.+)",
)
_BARE: Final = re.compile(
    r"^(?:please\s+|a\s+|an\s+|the\s+|my\s+|new\s+)*(?P<x>[^|@,.!?]{3,60}?)\s+(?:with|on|at|for|from|to|this|\||@)"
)
_LEADING: Final = re.compile(
    r"^(?:\|+|(?:make|set|schedule|book|add|create|put|plan|arrange|set up)\b|\s|an?\b|the\b|my\b|our\b|your\b|some\b|new\b|another\b|quick\b|short\b|brief\b|in\b|on\b|up\b|me\b|us\b|down\b|for me\b|also\b|all day\b|"
    r"to (?:my|the|our) (?:\w+ )?calendar\b|(?:my|the) calendar\b|calendar\b|recurring\b|repeating\b|one\b|it\b(?= to\b)|this\b|that\b|:|-)+",
)
_GENERIC: Final = (
    r"(?:calendar )?(?:events?|appointments?|appts?|meetings?|reminders?|entry|item|slot|time|block|mtg|something|invites?|invitation|"
    r"reservation|session|date|calls?|engagement|things?|one)(?: (?:event|reminder|entry|request|invite))?"
)
_ONLY_GENERIC: Final = re.compile(rf"^{_GENERIC}$")
_GENERIC_FOR: Final = re.compile(
    rf"^{_GENERIC}[|\s]*(?:(?:with\s+)?@(?:@|\s|,|and )*)?(?:(?:on|in|to|into) (?:my|the|our) (?:\w+ )?calendar )?[|\s]*"
    r"(?:(?:for|to|called|titled|named|of|that (?:there is|i have)|as|towards)[|\s]+)+(?:the\s+|my\s+|a\s+|an\s+|our\s+)?(?P<x>[^|@].+)",
)
_STOP: Final = re.compile(
    r"\s*(?:\||@(?!'s)|[,.;!?()]|\s(?:with|every|each|please|then|because|so that|which|where|who|this|next|until|before|after|by|and (?:invite|add|make|book|send|put|i|my|the|set)|"
    r"(?:on|to|in|into|onto) (?:my|the|our|his|her|a)\b.{0,20}\b(?:calend[ae]r|schedule|agenda|diary)|(?:on|to|in) (?:calendar|it)\b|on|at|from|as|in|"
    r"for(?=\s*(?:\||@|me\b|us\b|my\b|the\b|an?\b|\d|everyone|lunch|dinner))|to(?=\s*(?:\||@|my\b|the\b|calendar\b)))(?=\s|$)).*",
    re.DOTALL,
)
_LONG_STOP: Final = re.compile(
    r"\s*(?:\||[.;!?]|,|\s(?:with\s*@|(?:on|at|in|from|for|to|by)\s*\||(?:on|to|in) (?:my|the|our) (?:calend[ae]r|schedule)|and (?:invite|add|make|book|send|put|set|i|my|the|it)\b|at\b|starting\b|please\b)).*",
    re.DOTALL,
)
_WRAPPING: Final = re.compile(
    r"^(?:(?:event|reminder|todays?|today's|upcoming|current|next (?:weeks?|week's)|tomorrows?|tomorrow's|repeating event|calendar event|entry) )+(?=\w)"
    r"|(?<=\w) (?:event|reminder|between|calendar event)$",
    re.IGNORECASE,
)
_NO_NAME: Final = re.compile(
    r"(?:it|this|that|them|all|just|back|everything|anything|something|me|us|just this|only|up|out|off|a|an|the|my|lot|more|free|available|busy|be \w+|"
    r"(?:conference |meeting |a |the )*room\b.*|any .*|all .*|for|more time)",
)
_OWNED: Final = re.compile(r"(?:@'s|@) (?P<x>birthday|anniversary|party|wedding|graduation|birthday party)\b")
_EVENT_HEAD: Final = re.compile(
    r"\b(?:lunch|dinner|breakfast|brunch|coffee|drinks|party|meeting|appointment|call|sync|review|interview|standup|stand-up|demo|workshop|class|lesson|game|"
    r"practice|session|training|visit|trip|birthday|wedding|conference|date|show|concert|flight|checkup|catch-?up|retro|planning|kick-?off|"
    r"meet and greet|happy hour|anniversary|vacation|1:1|one on one)$"
)


@dataclass(frozen=True)
class Subject:
    """What names the event, and the general noun ("meeting") where nothing does."""

    text: str = ""
    noun: str = ""


def find(text: str, times: Iterable[tuple[int, int]], people: Iterable[tuple[int, int]]) -> Subject:
    """The subject as it was said."""
    if quoted := _QUOTED.search(text):
        return Subject(quoted[1].strip())
    shown = list(text.lower())
    if len(shown) != len(text):
        shown = list(text)
    for mark, spans in (("@", people), ("|", times)):
        for start, end in spans:
            shown[start:end] = mark * (end - start)
    masked = "".join(shown).replace("’", "'")
    for pattern, stop in ((_NAMED, _LONG_STOP), (_ABOUT, _LONG_STOP), (_REMIND, _STOP)):
        if (found := pattern.search(masked)) and (part := _cut(masked, found.start("x"), stop)):
            return _named(text, part)
    return _object(text, masked)


def _object(text: str, masked: str) -> Subject:
    """What a verb of booking has behind it, or what stands before the first preposition."""
    if owned := _OWNED.search(masked):
        return Subject(text[owned.start("x") : owned.end("x")])
    found = _VERB.search(masked)
    if found is None:
        if (asked := _ASKED.search(masked)) and (part := _cut(masked, asked.start("x"), _STOP)):
            return _asked(text, part)
        bare = _BARE.match(masked)
        if bare and _EVENT_HEAD.search(bare["x"].strip()):
            return _named(text, (bare.start("x"), bare.end("x")))
        return Subject()
    start = found.start("x")
    if lead := _LEADING.match(masked[start:]):
        start += lead.end()
    generic = _GENERIC_FOR.match(masked[start:])
    if generic and (part := _cut(masked, start + generic.start("x"), _STOP)):
        return _named(text, part)
    part = _cut(masked, start, _STOP)
    return _named(text, part) if part else Subject()


def _asked(text: str, part: tuple[int, int]) -> Subject:
    """A question names an event only by what is called one: "the staff meeting", not "anything planned"."""
    said = _named(text, part)
    return said if _EVENT_HEAD.search(said.text.lower()) else Subject(noun=said.noun)


def _named(text: str, part: tuple[int, int]) -> Subject:
    said = _WRAPPING.sub("", text[part[0] : part[1]].strip())
    if _ONLY_GENERIC.match(said.lower()):
        return Subject(noun=said)
    if not said or _NO_NAME.fullmatch(said.lower()):
        return Subject()
    return Subject(said)


def _cut(masked: str, start: int, stop: re.Pattern[str]) -> tuple[int, int] | None:
    """From `start` up to where a time, a person, a calendar or the clause's end begins."""
    rest = masked[start:]
    kept = stop.sub("", " " + rest, count=1)[1:] if stop.search(" " + rest) else rest
    lead = len(kept) - len(kept.lstrip(" |@:"))
    kept = kept.strip(" |@:'-")
    if len(kept) < 2 or len(kept) > 120:
        return None
    return start + lead, start + lead + len(kept)
