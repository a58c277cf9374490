"""An event that stands before what becomes of it, where no verb tells: "my 1:1 on Monday, only that, an hour later".

So stand those of another meeting before what they are to meet for ("same people as for the review, Friday at 2"), one
of a series that is to stay ("keep Friday's club but cancel the rest"), and invitations of which is only told that they
wait. Pure.
"""

from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_BUILDS: Final = (
    ("first-propose", "propose {time} for {event}{rest}"),
    ("first-propose-bare", "propose {time} for the {event}{rest}"),
    ("first-ask", "ask {who} if {time} {works} instead for {the}{event}{rest}"),
    ("first-shift", "move {event} {shift}{only}{after}"),
    ("same-together", "{lead}book a meeting with {who}{rest}"),
    ("same-first", "{lead}book a meeting with {who}{rest}"),
    ("waiting-then", "{act} all invitations{rest}"),
    ("kept-rest", "cancel every {event} after {day}{rest}"),
    ("kept-rest-after", "cancel every {event} after {day}{rest}"),
    ("kept-rest-told", "cancel every {event} after {day}{rest}"),
)
"""What is said so, and how it is said with a verb first."""
_ACTS: Final = (("first-yes", "accept"), ("first-maybe", "tentatively accept"), ("first-no", "decline"))


def plainly(utterance: str, context: Context) -> str:
    """The same with its verb first; `utterance` itself where it is built otherwise."""
    if context.question or len(utterance) > _LONGEST:
        return utterance
    for name, plain in _BUILDS:
        if found := patterns()[name].fullmatch(utterance):
            parts = {part: said or "" for part, said in found.groupdict().items()}
            parts["act"] = _answer(parts.get("act", ""))
            parts["the"] = "" if patterns()["owned-first"].match(parts.get("event", "")) else "the "
            if "day" in parts:
                parts["event"] = patterns()["leading-article"].sub("", parts["event"])
            return plain.format(**parts)
    return utterance


def _answer(words: str) -> str:
    return next((act for name, act in _ACTS if patterns()[name].match(words)), words)
