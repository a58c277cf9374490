"""What somebody wants of the speaker, and that it be arranged: "Tom wants to talk about the plan, can you set it up?".

It is said as the booking that it comes to: "book a meeting with Tom about the plan". So is what one owes or promised
somebody. Nothing is read so that somebody wants with another than the speaker. Pure.
"""

import re
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.when.reading import read

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_NEEDS: Final = (("told-need", ""), ("told-view", " about"), ("told-have-do", " about"))
"""How the speaker puts it, and what leads to the rest."""


def plainly(utterance: str, context: Context) -> str:
    """The booking; `utterance` itself where nothing is wished so, or it is not asked that anything be arranged."""
    if len(utterance) > _LONGEST:
        return utterance
    words = patterns()
    if owed := words["told-owed"].fullmatch(utterance):
        return f"book {owed['noun']} with {owed['who']}{owed['rest']}"
    if needed := words["need-who"].fullmatch(utterance):
        alone = f"book {needed['length']} with {needed['who']}"
        if needed["maybe"]:
            return f"{alone} {needed['rest']}, with {needed['too']} optional"
        return f"{alone} and {needed['too']} {needed['rest']}"
    if blocked := words["block-for"].fullmatch(utterance):
        return f"{blocked['said']} to {blocked['why']}"
    if found := words["told-wish"].fullmatch(utterance) or words["told-free"].fullmatch(utterance):
        return _arranged(found) or utterance
    if (found := words["told-wish-bare"].fullmatch(utterance)) and read(found["what"], context).when:
        return _asked(found) or utterance
    return _needed(utterance, context) or utterance


def _asked(found: re.Match[str]) -> str:
    """The booking that somebody asked the speaker for, of whom nothing more is asked; empty where none comes of it."""
    booked = None if patterns()["told-others"].search(found["what"]) else _booked(found["what"])
    return f"book {booked[0] or 'a meeting'} with {found['who']}{_led(booked[1])}" if booked else ""


def _arranged(found: re.Match[str]) -> str:
    """The booking of what somebody else wishes; empty where none comes of it."""
    words = patterns()
    request = words["told-arrange"].match(found["request"])
    booked = _booked(found["what"]) if request and not words["told-others"].search(found["what"]) else None
    if request is None or booked is None:
        return ""
    noun, rest = booked
    tail = words["told-enough"].sub("", found["request"][request.end() :]).strip(" ,;.?!-")
    length = request["length"] or ""
    noun = words["leading-article"].sub("", noun) if length else noun
    what = " ".join(part for part in (length, noun) if part) or "a meeting"
    return f"book {what} with {found['who']}{_led(rest)}{_led(words['told-please'].sub('', tail), ', ')}"


def _needed(utterance: str, context: Context) -> str:
    """The booking of what the speaker needs of somebody, at a time that is said; empty where none is."""
    words = patterns()
    for name, way in _NEEDS:
        found = words[name].fullmatch(utterance)
        if found and (read(found["rest"], context).when or words["told-soon"].search(found["rest"])):
            return f"book a meeting with {found['who']}{way}{_led(found['rest'])}"
    return ""


def _booked(what: str) -> tuple[str, str] | None:
    """What is to be booked, empty for any meeting, and the rest of what is wished; None where it is no meeting."""
    words = patterns()
    if found := words["told-noun"].match(what):
        return found["noun"], what[found.end() :]
    if found := words["told-do"].match(what):
        return "", f"to {what[found.start('act') :]}"
    if found := words["wish-time"].match(what):
        return "", words["told-for"].sub(" about ", what)
    found = words["told-meet"].match(what)
    return ("", what[found.end() :]) if found else None


def _led(rest: str, joint: str = " ") -> str:
    """What comes behind the names, with what leads to it."""
    rest = rest.strip(" ,;.-")
    return f"{joint}{rest}" if rest else ""
