"""Requests in which those of whom they speak stand where other readers do not look for them, in the plain order.

"Tom's asking if Ana can do 3 on Friday, book that for him" is time that is booked for both; "what does Tom's Friday
look like" asks what is on his calendar; of "drop Tom, he'll be at the fair" the rest only tells why. Pure.
"""

from collections.abc import Sequence
from functools import cache
from typing import Final

from dialogs.understand.lexicon.late import Late
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.lexicon.telltales import Row, index_of

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_WAYS: Final[Sequence[tuple[str, str]]] = (
    ("party-wrote", "{what} for {who} and {other}{rest}{more}"),
    ("party-without-me", "{request}{rest}, without me"),
    ("party-together", "book {amount} for {one} and {other}{rest}, without me"),
    ("party-given", "book {amount} for {one} and {other}{rest}, without me"),
    ("party-both-need", "book {amount} for {one} and {other}{rest}, without me"),
    ("party-with-both", "book {what} for {one} and {other}{rest}, without me"),
    ("party-asks-whether", "book a meeting for {who} and {other} {rest}{behind}"),
    ("party-day", "what does {who} have {when}"),
    ("party-busy", "what does {who} have {when}"),
    ("party-proposed-to", "{lead}propose {time} for {who}'s {event}"),
    ("party-clash", "propose {time} for {event}{day}"),
    ("party-cannot-then", "propose {time} for {event}"),
    ("party-out-one-in", "replace {out} with {in}{other}{third} in {event}"),
    ("party-in-for", "replace {out} with {in}{rest}"),
    ("party-asks-answer", "{verb} {event} for {who}{rest}"),
    ("party-why", "{request}"),
    ("party-plus", "{lead}invite {one} and {other} {to}{rest}"),
    ("party-down-for", "book {what} with {who}"),
    ("party-me-for", "{lead}replace me with {in}{rest}"),
    ("party-me-out", "{lead}take me off {event}"),
    ("party-see-when", "when are {who} free{rest}"),
    ("party-when-all", "{lead}find {amount} for all of us{rest}"),
    ("party-invited-me", "any invites from {who}"),
    ("party-next", "when is my next meeting with {who}"),
    ("party-and-who", "{request} and who{rest}"),
)
"""Patterns, and how what they hold is said plainly."""
_SMALL: Final[Sequence[tuple[str, str]]] = (
    ("party-has-asked", r"\g<who> \g<word>"),
    ("party-set-up", r"set up \g<who> with "),
    ("party-let-know", r"tell \g<whom> "),
    ("party-find-us", r"\g<lead>\g<verb> \g<what> for all of us"),
    ("party-it-is", r"not \g<out> but \g<in>"),
    ("party-wrong", ""),
    ("party-time-of", r"\g<amount> with \g<who>"),
    ("party-odd", ""),
    ("party-optional", ""),
    ("party-room-too", r", in \g<room>"),
    ("party-bracketed", r"\g<who> (\g<which>)"),
)
_NAME: Final = Late(r"[^\W\d_][\w'’-]*")
_OWN_TIMES: Final = {"day": "today", "week": "this week", "morning": "this morning", "afternoon": "this afternoon"}
"""What "Tom's week" is."""


def plainly(utterance: str) -> str:
    """The request in the plain order; `utterance` itself where nothing of the kind is said."""
    if len(utterance) > _LONGEST:
        return utterance
    words = patterns()
    if " i " in utterance.lower() and (both := words["party-and-i"].match(utterance)):
        # "bill and i need": capitals tell that it is a name.
        utterance = f"{both['lead']}{_capital(both['who'])} and I {utterance[both.end() :]}"
    if (out := words["party-not-them"].search(utterance)) and words["party-circle"].search(utterance[: out.start()]):
        # "The whole team on Monday, promos. Not Tom though": all of them but him.
        utterance = f"{utterance[: out.start()]}, without {out['who']}"
    row = _small()
    utterance = row.rewritten(utterance, lambda place, text: row.patterns[place].sub(_SMALL[place][1], text))
    return _row().rewritten(utterance, _said)


def _capital(who: str) -> str:
    return _NAME.compiled.sub(lambda name: name[0] if name[0] == "and" else name[0][:1].upper() + name[0][1:], who)


def _said(place: int, text: str) -> str:
    found = _row().patterns[place].fullmatch(text)
    if found is None:
        return text
    parts = {part: words or "" for part, words in found.groupdict().items()}
    if "amount" in parts and not parts["amount"]:
        parts["amount"] = "a meeting"
    if (when := parts.get("when", "").lower()) in _OWN_TIMES:
        parts["when"] = _OWN_TIMES[when]
    return _WAYS[place][1].format(**parts)


@cache
def _small() -> Row:
    words = patterns()
    return Row([words[name] for name, _ in _SMALL], index_of("en"))


@cache
def _row() -> Row:
    words = patterns()
    return Row([words[name] for name, _ in _WAYS], index_of("en"))


def booked(utterance: str) -> str:
    """ "Great, set it up, ink budget": what is set up so is booked; praise before it tells nothing."""
    if len(utterance) > _LONGEST:
        return utterance
    words = patterns()
    utterance = words["sets-it-up"].sub("book it", utterance)
    praised = words["praises-bid"].match(utterance)
    return utterance[praised.end() :] if praised else utterance
