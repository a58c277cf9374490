"""The title of an event first, and behind it what is to become of it: "design critique - swap Yuki for Omar".

Colleagues write so to each other. Which words are the title is sure where a dash or a colon ends them and a verb of
change follows, and where the calendar has told so; a comma may stand in any sentence.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from dialogs.understand.builds.altered import described
from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.parting.clauses import Changes, as_change, clauses, heard
from dialogs.understand.understood import Intent, Role, TimeConstraint, Understood
from dialogs.understand.when.reading import beside_times, read

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""
_MARKS: Final = frozenset(".,:;?–—-")
"""One of which stands behind a title."""

Reader = Callable[[str, Context], Understood]


@dataclass(frozen=True)
class Head:
    """Where the title stands, with the day that tells which one; `behind` is where the rest begins."""

    start: int
    end: int
    behind: int
    is_sure: bool
    is_only: bool = False
    """It is said to be that one alone: "this Wednesday only"."""


def heads(utterance: str) -> Iterator[Head]:
    """Where a title may end, the first place first, if what follows asks for something."""
    words = patterns()
    if len(utterance) > _LONGEST or not _MARKS & set(utterance) or (led := words["head-lead"].match(utterance)) is None:
        return
    for joint in words["head-joint"].finditer(utterance, led.end()):
        title = utterance[led.end() : joint.start()]
        if not words["head"].fullmatch(title):
            return
        is_sure = joint["sure"] is not None or bool(patterns()["headed-owned"].match(title))
        only = words["only-then"].search(title)
        end = led.end() + only.start() if only else joint.start()
        yield Head(led.end(), end, joint.end(), is_sure, only is not None)


def likely(utterance: str) -> str:
    """The words that are a title if the calendar knows them as one, as what follows asks for something; else ""."""
    for head in heads(utterance):
        behind = clauses(utterance, head.behind)
        if behind and behind[0].asks:
            return utterance[head.start : head.end]
    return ""


def headed(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """The changes behind the title of what they change, the first with the others in `also`; None where none follow.

    `understood` reads one clause.
    """
    if context.question:
        return None
    for head in heads(utterance):
        title = utterance[head.start : head.end]
        if not (head.is_sure or context.is_about_event) or (
            _is_time(title, context) and not patterns()["headed-owned"].match(title)
        ):
            continue
        behind = clauses(utterance, head.behind)
        if not behind or not behind[0].asks:
            continue
        found = heard(utterance, head.behind, context, understood)
        if found.said and not (_is_booking(found, context, understood) and not context.is_about_event):
            return _of(title, head, found, context, understood)
    return None


def _is_time(title: str, context: Context) -> bool:
    """Whether it says when, and nothing else."""
    return bool(read(title, context).when) and not re.search(r"[^\W_]{2}", beside_times(title, context.locale))


def _is_booking(found: Changes, context: Context, understood: Reader) -> bool:
    """ "Vendor review: invite Tom Friday at 3" is new, as far as its words tell, and so is "30 min with Tom" in it."""
    comes = any(each.role is not Role.WITHOUT for said in found.said for each in said.people)
    if comes and any(_is_new_time(said.time) for said in found.said):
        return True
    asked = [understood(words, context) for words in found.unheard]
    return any(said.intent is Intent.SCHEDULE and said.people and said.time.duration for said in asked)


def _is_new_time(time: TimeConstraint) -> bool:
    """A time of some day, or how long on which day."""
    return bool(time.exact and not time.clock) or bool(time.duration and time.slots)


def _of(title: str, head: Head, found: Changes, context: Context, understood: Reader) -> Understood:
    first, *further = found.said
    event = described(title, head.start, context, understood)
    first = as_change(first)
    scope = first.scope or ("this" if head.is_only else "")
    also = (*first.also, *further)
    return replace(
        first,
        confidence=1.0,
        event=event,
        scope=scope,
        also=also,
        then=found.then,
        unheard=found.unheard,
        certain=False,
    )
