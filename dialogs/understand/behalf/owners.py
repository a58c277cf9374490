"""A person as the words name them, and what is asked in their stead: what readings of whose calendar it is share."""

import re
from dataclasses import dataclass
from typing import Final

from dialogs.understand.slots.naming import Names, cut, words_of

ASKED: Final = (
    r"(?:please|pls|plz|(?:can|could|would|will) (?:you|u|ya)|hi|hello|hey|i'd like to|i need to|i want to|let's"
    r"|now)[, ]+"
)
BOOKING: Final = r"(?:book|schedule|set ?up|arrange|organi[sz]e|block|reserve|create|plan|add|put|find|make|get|hold)\b"
CHANGING: Final = (
    r"(?:move|push|shift|reschedule|postpone|delay|bring|cancel|delete|drop|remove|change|update|rename|extend|shorten|"
    r"accept|decline|reject|turn down|say (?:yes|no|maybe) to|tentatively|reply|respond|answer|put|make|pull)\b"
)
AMOUNT: Final = r"(?:\d+|an?|half|one|two)\b"
LED: Final = re.compile(
    rf"\s*(?:{ASKED})*(?:(?:(?:the|our|a) )?(?:user|customer|colleague|employee|requester|caller)[:,]? )?",
    re.IGNORECASE,
)
AND_LED: Final = re.compile(
    rf"\s*(?:(?:and|also|so|oh|ok|okay|fyi|btw|by the way)\b[, ]+)*+{LED.pattern}", re.IGNORECASE
)
"""The same, of one thing more that is told."""
_VERB: Final = re.compile(rf"{BOOKING}|{CHANGING}", re.IGNORECASE)
THEN_THEY: Final = re.compile(
    r"(?: [^,;.?]{3,80})?\s?[,;.][\s,;.]*(?:and |so |but )?(?:she|he|they)(?=[ '’])", re.IGNORECASE
)
AND_ASKS: Final = re.compile(
    r"[\s,.;–-]*\b(?:(?:can|could|would|will) you|please|pls)\b(?:[^,.;!?\n]|(?<=\d)[.,](?=\d))*"
    r"|\s+in (?:her|his|their) calendar\b",
    re.IGNORECASE,
)
"""The order to us, up to the end of its clause: what stands behind it may be what it is about."""


@dataclass(frozen=True)
class Behalf:
    """`name`: whose calendar; `rest`: the same request as its owner would say it.

    `sure` is False where the words may well mean something else: "for Roadmap with Tom", "move Mia's review".
    `invited`: the request with that person as one of those who come, where that is the other reading. `of_event`: it is
    about an event that is called theirs; `answers`: an invitation is answered for them; `is_titled`: an event is only
    named, and may as well be the speaker's. `second`: the same of somebody else, where the asker has no right to that
    calendar.
    """

    name: str
    rest: str
    sure: bool = True
    invited: str = ""
    of_event: bool = False
    answers: bool = False
    is_titled: bool = False
    other: str = ""
    second: "Behalf | None" = None


def name_end(utterance: str, at: int) -> int:
    """Where the name that begins at `at` ends; 0 where none does. "my manager" is one."""
    tokens, words = cut(utterance[at:], at), words_of("en")
    if not tokens or tokens[0].start != at:
        return 0
    if "@" in tokens[0].low:
        return tokens[0].end
    if tokens[0].low == "my" and len(tokens) > 1 and tokens[1].low in words["manager"]:
        return tokens[1].end
    end = Names(utterance, tokens, words).name(0)
    if end == 0 or tokens[0].low in words["me"] or not tokens[0].low[0].isalpha():
        return 0
    # Behind a name in capitals nothing in small letters belongs to it, nor the other way round.
    return tokens[end - 1].end - (2 if tokens[end - 1].low.endswith("'s") else 0)


def name_start(utterance: str, end: int) -> int:
    """Where the name that ends at `end` begins; -1 where no name does."""
    tokens, words = cut(utterance[:end]), words_of("en")
    names = Names(utterance, tokens, words)
    if not tokens or tokens[-1].end != end:
        return -1
    if len(tokens) > 1 and tokens[-1].low in words["manager"] and tokens[-2].low == "my":
        return tokens[-2].start
    first = len(tokens)
    while first > 0 and len(tokens) - first < 3 and names.part(tokens[first - 1], first=True):
        if first < len(tokens) and (tokens[first - 1].low in words["me"] or _VERB.fullmatch(tokens[first - 1].low)):
            # "Show me stella's calendar", "shift helen's trip"
            break
        if first < len(tokens) and tokens[first].capital != tokens[first - 1].capital:
            break
        first -= 1
    return tokens[first].start if first < len(tokens) else -1


def tidy(words: str) -> str:
    """Single spaces, no sign left over at either end."""
    return re.sub(r"\s+([,.;!?])", r"\1", re.sub(r"\s+", " ", words)).strip(" ,:;–-")
