"""What becomes of an event, however it is put: "my 9:30 won't work, Friday at 4 would be better", "the audit is off".

The new time may stand anywhere, so the sentence is looked at with a mark in its place; what is left is one of the
frames of `languages/<language>.deeds.txt`, and it is said plainly: "move my 9:30 to Friday at 4". Only words that
nobody else knows are looked at so, and what comes of it is shown before it is done; frames that are marked with "!" can
mean nothing else, and are known outright. Pure.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.lexicon.phrasebook import phrasebook
from dialogs.understand.when.reading import read

_LONGEST: Final = 200
"""Characters. What is longer tells a story."""
_MOST: Final = 8
"""Places where a new time may begin."""
_MARK: Final = "§"
_ADVICE: Final = re.compile(r"\W*(?:should|shall|must|ought|do|may|can) (?:i|we)\b", re.IGNORECASE)
"""How one begins who asks for advice, which is no request."""
_WAYS: Final = {
    "move": "move {event} to {time}",
    "later": "move {event} {amount} later",
    "earlier": "move {event} {amount} earlier",
    "cancel": "cancel {event}",
    "told": "cancel {event} and tell them {text}",
    "accept": "accept {event}",
    "decline": "decline {event}",
    "maybe": "tentatively accept {event}",
    "answered": "{act} {event} and say {text}",
    "refused": "decline {event} and say {text}",
    "missed": "i can't make {event}",
    "length": "make {event} {amount} long",
    "placed": "put {event} in {room}",
    "seated": "put {event} in {room} and make it in person",
    "met": "make {event} an in-person meeting",
    "online": "make {event} a Teams meeting",
    "add": "add {who} to {event}",
    "remove": "remove {who} from {event}",
    "titled": "rename {event} to {title}",
    "when": "when is {event}",
    "who": "who is in {event}",
    "where": "where is {event}",
    "long": "how long is {event}",
    "took": "who has {answer} {event}",
    "silent": "who has not answered {event}",
    "did": "has {who} {answer} {event}",
}
"""By the label of a frame."""
_KINDS: Final = ("event", "text", "amount", "act", "room", "who", "title", "answer")


def plainly(utterance: str, context: Context) -> str:
    """The plain request; `utterance` itself where it is put in none of the frames."""
    if len(utterance) > _LONGEST or _MARK in utterance or _ADVICE.match(utterance):
        return utterance
    if said := _framed(utterance, ""):
        return said
    if patterns()["tells-another-time"].search(utterance) is None:
        return utterance
    for start, end in islice(_times(utterance, context), _MOST):
        if said := _framed(f"{utterance[:start]}{_MARK}{utterance[end:]}", utterance[start:end]):
            return said
    return utterance


def outright(utterance: str) -> str:
    """The plain request where it can be nothing else; `utterance` itself where it may be."""
    return (_framed(utterance, "", marked="!") if len(utterance) <= _LONGEST else "") or utterance


def _framed(left: str, time: str, marked: str = "") -> str:
    """What is asked for where the words beside the time are a frame that is so marked; "" where they are none."""
    for label, pattern in phrasebook("en.deeds.txt", flags=re.IGNORECASE).worth_a_try(left):
        if marked in label.marks and (found := pattern.fullmatch(left)):
            parts = {kind: _held(kind, found) for kind in _KINDS}
            return _WAYS[label.name].format(time=patterns()["leads-new-time"].sub("", time), **parts)
    return ""


def _held(kind: str, found: re.Match[str]) -> str:
    """What the one group of the kind holds that was filled."""
    return next((said for name, said in found.groupdict().items() if name.rstrip("_") == kind and said), "").rstrip(
        " .,"
    )


def _times(utterance: str, context: Context) -> Iterator[tuple[int, int]]:
    """Where the one new time may stand, with the small words that lead to it."""
    words = patterns()
    for found in words["begins-time"].finditer(utterance):
        said = utterance[found.start() :]
        lead = words["leads-new-time"].match(said)
        start = end = lead.end() if lead else 0
        if stop := words["ends-time"].search(said, start):  # "2 instead" would be read as a number of things
            said = said[: stop.start()]
        known = sorted((one for one in read(said, context).when if one.start or one.end), key=lambda one: one.span)
        if len({one.span for one in known}) < len(known):
            continue
        for one in known:
            if one.span[0] <= end or not words["between-times"].sub("", said[end : one.span[0]]):
                end = max(end, one.span[1])
        if end > start:
            yield found.start(), found.start() + end
