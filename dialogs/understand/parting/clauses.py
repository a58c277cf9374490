"""What is to become of one event, clause by clause: "swap Ana for Tom, and can it be in Tejo, there'll be prototypes".

A clause that asks for something begins with a verb of change, with how far or how long, or with who need not come; what
begins otherwise belongs to the one before it ("add Ana, Tom and Yuki"), or tells why and changes nothing.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dialogs.understand.builds.altered import placed
from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Extras, Intent, Question, Role, Understood

_MOST: Final = 12
"""Clauses. What has more tells a story."""
_QUOTED: Final = re.compile(r"\"[^\"]+\"|“[^”]+”|«[^»]+»|(?<!\w)'[^']+'(?!\w)")
_CHANGING: Final = frozenset((Intent.RESCHEDULE, Intent.UPDATE, Intent.ADD_ATTENDEE, Intent.REMOVE_ATTENDEE))
_SAID_PLAINLY: Final = (
    ("its-feature-place", "put it in {place}"),
    ("its-feature-title", "rename it to {title}"),
    ("its-feature-time", "move it to {new}"),
    ("its-feature-length", "make it {amount}"),
    ("its-feature-end", "make it end at {new}"),
    ("its-room-back", "we don't need {room}"),
    ("its-room-go", "we don't need {room}"),
    ("its-online", "make it online"),
    ("its-place", "put it in {place}"),
    ("its-length", "make it {amount} minutes"),
    ("its-amount", "make it {amount}"),
    ("its-shift", "move it {amount} minutes {way}"),
    ("its-longer", "{verb} it by {amount} minutes"),
    ("its-time", "move it to {new}"),
    ("its-instead", "move it to {new}{rest}"),
    ("its-added", "add {who}"),
    ("its-removed", "drop {who}"),
    ("its-end", "make it end {rest}"),
    ("its-move", "move it {rest}"),
    ("its-other-time", "move it {rest}"),
    ("its-guest", "add {who}"),
    ("its-absent", "drop {who}"),
    ("its-optional", "make {who} optional"),
    ("its-new-room", "add {room} to it"),
)
"""Patterns of clauses, and how what they hold is said of what is at hand."""
_WITHOUT_VALUE: Final = frozenset(("", "title", "location", "room", "no_room", "swap", "optional", "end", "length"))
"""Facets that tell nothing by themselves."""

_STOPS: Final = frozenset(".!?")
"""One of which ends a sentence."""

Reader = Callable[[str, Context], Understood]


@dataclass(frozen=True)
class Clause:
    """A stretch of an utterance. `asks`: it is built like a request."""

    start: int
    end: int
    asks: bool


@dataclass(frozen=True)
class Changes:
    """What was heard, one after the other; `unheard` are the words of requests of which nothing was made."""

    said: tuple[Understood, ...] = ()
    unheard: tuple[str, ...] = ()
    then: str = ""
    """What others are to be told besides."""


def clauses(utterance: str, start: int = 0) -> Sequence[Clause]:
    """The clauses from `start` on, each with what belongs to it."""
    words, found = patterns(), list[Clause]()
    ends = [*(each.span() for each in words["clause-end"].finditer(utterance, start)), (len(utterance),) * 2]
    at = start
    quoted = [each.span() for each in _QUOTED.finditer(utterance)]
    for left, right in ends:
        if any(begin < left < end for begin, end in quoted):
            continue
        if utterance[at:left].strip(" .!?,;–-"):
            found.append(Clause(at, left, _asks(utterance[at:left])))
        at = right
    return _with_their_lists(utterance, found)


def asked_in(utterance: str) -> int:
    """How many of the clauses ask for something."""
    return sum(each.asks for each in clauses(utterance))


def _asks(words: str) -> bool:
    known = patterns()
    if " " not in words.strip() and not known["its-online"].fullmatch(words.strip()):
        return False
    return bool(known["clause-asks"].match(words)) and not known["clause-tells"].match(words)


def _with_their_lists(utterance: str, found: Sequence[Clause]) -> Sequence[Clause]:
    """Names and points behind a comma are those of the clause before: "add Ana, Tom"."""
    out = list[Clause]()
    for each in found:
        words = utterance[each.start : each.end]
        alone = each.asks or patterns()["clause-reason"].match(words) or patterns()["clause-tells"].match(words)
        # "Add Ana, Tom" is a list; what begins a sentence of its own is none.
        joint = utterance[out[-1].end : each.start] if out else ""
        goes_on = not _STOPS & set(joint) or bool(patterns()["more-behind"].search(f"{joint} {words}"))
        if out and out[-1].asks and not alone and goes_on:
            out[-1] = replace(out[-1], end=each.end)
        else:
            out.append(each)
    return out


def heard(utterance: str, start: int, context: Context, understood: Reader) -> Changes:
    """The changes of what is at hand that the words from `start` on ask for. `understood` reads one clause."""
    found = clauses(utterance, start)
    if len(found) > _MOST:
        return Changes()
    said, unheard = list[Understood](), list[str]()
    for each in found:
        if told := patterns()["told-behind"].fullmatch(_bare(utterance[each.start :])):
            return Changes(
                tuple(said),
                tuple(unheard),
                tells(told["whom"], told["note"], said[-1] if said else None) if told["note"] else "",
            )
        if not each.asks:
            continue
        words = utterance[each.start : each.end]
        if one := of_it(words, context, understood):
            said.append(placed(one, 0, each.start))
        else:
            unheard.append(_bare(words).strip(" .!?,;"))
    return Changes(tuple(said), tuple(unheard))


def of_it(words: str, context: Context, understood: Reader) -> Understood | None:
    """The change of what is at hand for which a clause asks; None where it asks for anything else."""
    known = patterns()
    words = known["clause-polite"].sub("", _bare(words)).strip()
    if state := known["bare-state"].fullmatch(words):
        words = f"show it as {state['shown']}" if state["shown"] else f"make it {state['state']}"
    if agenda := known["its-agenda"].fullmatch(words):
        return Understood(
            Intent.UPDATE, 1.0, facet="description", note=patterns()["note-joint"].sub("", agenda["text"].strip())
        )
    # "Book Alex instead", of what is being booked, is about who comes.
    plain = words if context.question and known["books-one"].match(words) else plainly(words)
    alone = understood(plain, context)
    if alone.intent in _CHANGING and alone.event is None and alone.facet != "several" and _tells(alone):
        return alone
    said = understood(plain, replace(context, question=Question("yes_no")))
    if said.intent in _CHANGING | {Intent.AMEND} and said.event is None and _tells(said) and said.extras == Extras():
        return said
    return None


def _bare(words: str) -> str:
    """Without what leads to it: "and can you", "also"."""
    led = patterns()["clause-lead"].match(words)
    return words[led.end() if led else 0 :]


def tells(whom: str, note: str, first: Understood | None = None) -> str:
    """The request to tell those who come, or somebody by name.

    Whom the `first` change takes off is no more among them: a word to that one is a mail of its own.
    """
    words = patterns()
    removes = first is not None and first.intent is Intent.REMOVE_ATTENDEE
    out = [each.text for each in first.people if each.role is Role.WITHOUT] if first and removes else []
    meant = out if len(out) == 1 and words["told-by-pronoun"].fullmatch(whom) else []
    if meant := meant or [each for each in out if each.lower() == whom.lower()]:
        about = f" about {first.event.subject}" if first and first.event and first.event.subject else ""
        return f"email {meant[0]}{about}: {note}"
    return f"tell {'everyone' if words['told-all'].fullmatch(whom) else whom} that {note}"


def plainly(words: str) -> str:
    """A clause as it is said of what is at hand: "needs 90 not 60" as "make it 90 minutes"."""
    for name, plain in _SAID_PLAINLY:
        if found := patterns()[name].fullmatch(words):
            return plain.format(**{part: said or "" for part, said in found.groupdict().items()})
    return words


def _tells(said: Understood) -> bool:
    time = said.time
    timed = time.exact or time.slots or time.duration or time.clock or time.rrule or said.shift or said.longer
    named = said.people or said.location or said.room or said.subject or said.note
    return bool(timed or named or (said.intent is Intent.UPDATE and said.facet not in _WITHOUT_VALUE))


def as_change(said: Understood) -> Understood:
    """What would correct a card, as the change of an event that it is."""
    if said.intent is not Intent.AMEND:
        return said
    time = said.time
    if time.exact or time.slots or time.clock or time.duration or said.shift or said.longer:
        return replace(said, intent=Intent.RESCHEDULE)
    if said.people:
        roles = {each.role for each in said.people}
        if roles == {Role.WITHOUT}:
            return replace(said, intent=Intent.REMOVE_ATTENDEE)
        facet = "swap" if Role.WITHOUT in roles else "optional" if roles == {Role.OPTIONAL} else ""
        return replace(said, intent=Intent.ADD_ATTENDEE, facet=facet)
    facet = "room" if said.room else "location" if said.location else "online" if said.online else said.facet
    return replace(said, intent=Intent.UPDATE, facet="title" if facet == "subject" else facet)
