"""The smaller slots: where, online or not, what to tell the others, which choice, how much later, which of a series."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from dialogs.understand.understood import Kind, When


@dataclass(frozen=True)
class Details:
    """Empty: not said."""

    location: str = ""
    online: bool | None = None
    note: str = ""
    choice: int | None = None
    shift: timedelta | None = None
    scope: str = ""
    earliest: bool = False


_NOTE: Final = re.compile(
    r"\b(?:saying|and say|say|with (?:the|a) (?:note|message|comment)|and (?:tell|let) (?:them|him|her|everyone)(?: know)?|telling (?:them|him|her|everyone)|"
    r"note:|message:|because|since|as)\b[\s,:]*(?:that\s+)?(?P<note>.{3,400})$",
    re.IGNORECASE | re.DOTALL,
)
_COMMA_NOTE: Final = re.compile(
    r"^[^,;–—]{3,60}[,;–—]\s*(?P<note>(?:i'?m|i am|i have|i've|i'll|i will|sorry|we|on|out|my|too|double)\b.{2,400})$",
    re.I | re.S,
)
_ROOM: Final = re.compile(
    r"\b(?P<room>(?:conference |meeting |conf |board ?)?room\s+#?(?:no\.? |number )?[\w/.-]*\d[\w/.-]*|"
    r"(?:conference |meeting )room [A-Z][\w'’-]*|(?:building|floor)\s+\w+|(?:the\s+)?(?:[A-Z][\w'’-]+ )+(?:room|building|hall|cafe|café|office|lounge))",
)
_PLACE: Final = re.compile(
    r"\b(?:at|in)\s+(?P<place>(?:the\s+)?(?:[A-Z][\w'’&.-]*)(?:\s+(?:of|the|and|&|[A-Z\d][\w'’&.-]*))*)"
)
_LOWER_PLACE: Final = re.compile(
    r"\b(?:at|in)\s+(?P<place>(?:the|my|our)\s+(?:office|cafeteria|canteen|lobby|kitchen|park|library|gym|conference center|church|hospital|clinic|"
    r"headquarters|hq|cafe|restaurant|coffee shop|airport|hotel|school|house|city center))\b",
)
_ONLINE: Final = re.compile(
    r"\b(?:online|virtual(?:ly)?|remote(?:ly)?|(?:on|via|over|by|a|in|microsoft|ms) (?:teams|zoom|skype|webex)|teams (?:call|meeting|link)|video ?(?:call|conference)|call me)\b",
    re.I,
)
_IN_PERSON: Final = re.compile(
    r"\b(?:in[- ]person|face[- ]to[- ]face|on[- ]site|(?:not|no|without) (?:online|teams|virtual)|offline)\b", re.I
)
_WORDS: Final = {
    "first": 1, "1st": 1, "one": 1, "second": 2, "2nd": 2, "two": 2, "third": 3, "3rd": 3, "three": 3, "fourth": 4, "4th": 4,
    "four": 4, "fifth": 5, "5th": 5, "five": 5, "sixth": 6, "6th": 6, "six": 6, "last": -1, "latter": -1, "former": 1,
    "top": 1, "bottom": -1, "final": -1,
}  # fmt: skip
_CHOICE: Final = re.compile(
    r"\b(?:the|number|option|choice|no\.?|item|#|choose|pick|select|take)\s*(?P<word>\d{1,2}(?:st|nd|rd|th)?|[a-z]+)(?:\s+(?:one|option|choice|slot|time|suggestion|item|room|meeting|event))?\b",
)
_LATER: Final = re.compile(r"^\s*(?:later|after that|out|back|forward in time)\b", re.I)
_EARLIER: Final = re.compile(r"^\s*(?:earlier|sooner|before that|up|forward)\b", re.I)
_BY: Final = re.compile(
    r"\b(?P<verb>push(?:ed)?|move|moved|delay(?:ed)?|postpone[d]?|shift(?:ed)?|bump|bring)\b.{0,60}?\b(?P<way>back|out|forward|up|earlier|later|off)?\s*(?:by)?\s*$",
    re.I | re.S,
)
_ALL: Final = re.compile(
    r"\b(?:whole|entire|all of the|complete) series\b|\ball (?:of them|occurrences|instances|future and past)\b|\bevery occurrence\b|\bthe series\b",
    re.I,
)
_FOLLOWING: Final = re.compile(
    r"\b(?:this and (?:all )?(?:following|future|later)|all (?:following|future)|from (?:now|here|this one) on|going forward|the following ones)\b",
    re.I,
)
_THIS: Final = re.compile(
    r"\b(?:just|only) (?:this|that|the) (?:one|occurrence|instance|time|meeting)\b|\bthis (?:one|occurrence) only\b|\bjust (?:this|that) one\b",
    re.I,
)
_EARLIEST: Final = re.compile(
    r"\b(?:as (?:soon|early) as (?:possible|you can|we can)|asap|a\.s\.a\.p|earliest|first (?:available|possible|free)|soonest|next available|right away)\b",
    re.I,
)


def find(text: str, when: Sequence[When], masked: Sequence[tuple[int, int]]) -> Details:
    """The details in `text`; places are not looked for in `masked` (times and people)."""
    shown = list(text)
    for start, end in masked:
        shown[start:end] = "|" * (end - start)
    rest = "".join(shown)
    low = rest.lower().replace("’", "'")
    return Details(
        location=_location(text, rest),
        online=False if _IN_PERSON.search(text) else True if _ONLINE.search(text) else None,
        note=_note(text),
        choice=_choice(low if len(text.split()) > 4 else text.lower()),
        shift=_shift(text, when),
        scope="following"
        if _FOLLOWING.search(text)
        else "all"
        if _ALL.search(text)
        else "this"
        if _THIS.search(text)
        else "",
        earliest=bool(_EARLIEST.search(text)),
    )


def _location(text: str, rest: str) -> str:
    for pattern, group in ((_ROOM, "room"), (_PLACE, "place"), (_LOWER_PLACE, "place")):
        if found := pattern.search(rest):
            return text[found.start(group) : found.end(group)].strip(" .,|")
    return ""


def _note(text: str) -> str:
    found = _NOTE.search(text) or _COMMA_NOTE.search(text)
    return found["note"].strip(" .\"'“”") if found else ""


def _choice(low: str) -> int | None:
    for found in _CHOICE.finditer(low):
        word = found["word"]
        number = _WORDS.get(word)
        if number is None and word[0].isdigit():
            number = int(re.sub(r"\D", "", word))
        if number is not None:
            return number
    return None


def _shift(text: str, when: Sequence[When]) -> timedelta | None:
    for one in when:
        if one.kind is not Kind.DURATION or one.duration is None:
            continue
        behind, before = text[one.span[1] :], text[: one.span[0]]
        if _LATER.match(behind):
            return one.duration
        if _EARLIER.match(behind):
            way = -1 if not re.match(r"\s*forward", behind, re.I) or "bring" in before.lower() else 1
            return way * one.duration
        if found := _BY.search(before):
            up = (found["way"] or "").lower() in ("forward", "up", "earlier") and found["verb"].lower() in (
                "bring",
                "move",
                "moved",
                "shift",
                "push",
            )
            return -one.duration if up else one.duration
    return None
