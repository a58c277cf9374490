"""What stands around a correction of the card that is open: "tom just texted, make it 45", "drop Mia and book it".

Nobody corrects in bare imperatives: a remark tells why, praise what is right about it, and who is done bids that it be
booked at once. Only the correction is to be read as one; what bids the card do its act is a second request, which the
dialog takes up once the corrected card leaves nothing open.
"""

import re
from dataclasses import dataclass, replace
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.replies.assent import assented, bids, praises
from dialogs.understand.understood import Intent, Question
from dialogs.understand.when.reading import read
from dialogs.understand.wording import amended

_LONGEST: Final = 200
"""Characters. What is longer tells a story."""
_MOST: Final = 6
"""Joints at which it is looked for a correction, and remarks behind it."""
_OFFERS: Final = frozenset(("choice", "time"))
_MAKES: Final = frozenset(("book", "change"))


@dataclass(frozen=True)
class Around:
    """A correction, and what bids the card do its act once it is corrected; empty: nothing does.

    `choice` is the one of those offered that is taken with it, from 1.
    """

    correction: str
    bid: str = ""
    choice: int | None = None


def around(utterance: str, context: Context) -> Around | None:
    """The correction without what stands around it; None where it stands alone, or there is none."""
    asked = context.question
    if asked is None or not (asked.kind in _OFFERS or _MAKES & asked.acts) or len(utterance) > _LONGEST:
        return None
    if amended.plainly(utterance, context) != utterance:
        # "Walt is away, take Omar" is one correction.
        return None
    if titled := _booked_as(utterance, asked):
        return titled
    if place := patterns()["amid-needs-place"].fullmatch(utterance):
        # What the other room has is why it is taken.
        return Around(place["rest"])
    bare = _before(_behind(_Found(utterance), context), context)
    if picked := _picked(bare, asked, context):
        return picked
    return Around(bare.text, bare.bid) if bare.text != utterance and _corrects(bare.text, context) else None


def of_event(utterance: str, context: Context) -> str:
    """What is asked of the meeting at hand, without what stands around it; `utterance` itself where nothing does."""
    if context.question or len(utterance) > _LONGEST or amended.of_event(utterance, context) != utterance:
        return utterance
    words = patterns()
    found = _before(_Found(utterance), context).text
    if words["amid-drops"].match(found):
        # Why it is called off, the others may read.
        told = utterance.removesuffix(found)
        more = words["amid-more"].fullmatch(found)
        bare = more["rest"] if more else found
        return utterance if _is_remark(told) and not words["amid-phrase"].fullmatch(told) else bare
    bare = _behind(_Found(found), context).text
    return bare if _corrects(bare, context) and not words["amid-drops"].match(bare) else utterance


@dataclass(frozen=True)
class _Found:
    """What is left, and the bid that was taken off."""

    text: str
    bid: str = ""


def _booked_as(utterance: str, asked: Question) -> Around | None:
    """ "Book it as Lease review"."""
    found = patterns()["amid-as-title"].fullmatch(utterance)
    if found is None or not bids(found["book"], asked):
        return None
    return Around(f"call it {found['title']}", found["book"])


def _behind(found: _Found, context: Context) -> _Found:
    """Without what is told, or bidden, behind it."""
    words = patterns()
    if words["amid-writes"].search(found.text):
        # What stands behind a note is for others to read.
        return found
    for _ in range(_MOST):
        text = found.text
        if context.question is None and (more := words["amid-more"].fullmatch(text)):
            found = replace(found, text=more["rest"])
            continue
        if (tail := words["amid-behind"].search(text)) and text[: tail.start()].strip():
            found = replace(found, text=text[: tail.start()])
            continue
        for joint in _joints(text):
            rest = text[joint.end() :].strip()
            if rest and context.question and bids(rest, context.question):
                found = _Found(text[: joint.start()].rstrip(), rest)
                break
            if joint[0].strip() != ":" and _is_remark(rest) and not _holds_correction(rest, context):
                found = replace(found, text=text[: joint.start()].rstrip())
                break
        else:
            return found
    return found


def _before(found: _Found, context: Context) -> _Found:
    """Without what is told, praised or bidden before it."""
    words = patterns()
    text = found.text
    for joint in _joints(text)[:_MOST]:
        front, rest = text[: joint.start()], text[joint.end() :]
        if words["amid-only"].search(joint[0]) and not _corrects(rest, context):
            # "Tom's away, just Alex then": "just" is a part of it.
            rest = f"just {rest}"
        rest = words["amid-polite"].sub("", rest, count=1) if words["amid-polite"].match(rest) else rest
        if not _corrects(rest, context):
            continue
        asked = context.question
        if asked and (bid := _bid(front, asked)):
            return _Found(rest, found.bid or bid)
        agrees = assented(front, asked)
        is_yes = agrees is not None and agrees.intent is Intent.YES and words["amid-goes-on"].search(joint[0])
        goes_on = is_yes or (asked is None and praises(front))
        makes_up = rest.startswith("just ") or bool(read(rest, context).when)
        if goes_on or (_is_remark(front) and (makes_up or not _binds(front, context))):
            return replace(found, text=_with_name(front, rest))
        break
    for lead in ("amid-polite", "amid-lead"):
        led = words[lead].match(text)
        if led and _corrects(rest := text[led.end() :], context):
            return replace(found, text=rest)
    return found


def _bid(words: str, asked: Question) -> str:
    """What bids the card do its act, as "take it" does where there is but one, and it is to be something besides."""
    takes = "book" in asked.acts and len(asked.choices) <= 1 and patterns()["amid-takes"].fullmatch(words)
    return "book it" if takes else words if bids(words, asked) else ""


def _joints(text: str) -> list[re.Match[str]]:
    return [found for found in patterns()["amid-joint"].finditer(text) if found.start() and found.end() < len(text)]


def _holds_correction(text: str, context: Context) -> bool:
    return any(_corrects(text[joint.end() :], context) for joint in _joints(text))


def _with_name(remark: str, correction: str) -> str:
    """ "Mia just called, add her": who "her" is, was told."""
    words = patterns()
    told = words["amid-names"].match(remark)
    return words["amid-them"].sub(told["name"], correction, count=1) if told else correction


def _binds(remark: str, context: Context) -> bool:
    """Whether it tells when something is, or who cannot come, for which another time or who does come makes up."""
    return bool(read(remark, context).when) or bool(patterns()["told-who-cannot"].search(f"{remark} "))


def _picked(found: _Found, asked: Question, context: Context) -> Around | None:
    """ "The second one works, call it Lease"."""
    for joint in _joints(found.text):
        picked = assented(found.text[: joint.start()], asked)
        rest = found.text[joint.end() :]
        if picked and picked.intent is Intent.SELECT and picked.choice and _corrects(rest, context):
            return Around(rest, found.bid, picked.choice)
    return None


def _corrects(text: str, context: Context) -> bool:
    """Whether it begins like a correction, or is nothing but a time."""
    words = patterns()
    if context.question is None:
        changes = words["amid-change"].match(text) or words["amid-drops"].match(text)
        return bool(changes) or amended.of_event(text, context) != text
    if words["amid-change"].match(text) or amended.plainly(text, context) != text:
        return True
    left = list(text)
    for when in read(text, context).when:
        left[slice(*when.span)] = " " * (when.span[1] - when.span[0])
    said = "".join(left)
    return said != text and bool(words["amid-time"].fullmatch(said))


def _is_remark(text: str) -> bool:
    """Whether it only tells something."""
    words = patterns()
    return bool(text.strip()) and bool(words["amid-remark"].fullmatch(text)) and not words["amid-not"].search(text)
