"""What is said beside an answer or a cancellation: a note to the others, what is to be left alone, a further event.

"decline everything on Friday but the review, I'm back on Monday" speaks of two more things than of Friday's events;
each is read for itself, so that no word of one counts for another.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.slots.addressed import speaks_of_them, to_them
from dialogs.understand.understood import Intent, PersonMention, Role, Understood
from dialogs.understand.when.reading import read

_BESIDE: Final = frozenset((Intent.ACCEPT, Intent.TENTATIVE, Intent.DECLINE, Intent.CANCEL))
_LONGEST: Final = 600
_MOST: Final = 8
"""Events named in one breath."""

Reader = Callable[[str, Context], Understood]


@dataclass(frozen=True)
class Asides:
    """An utterance with what is said beside the request cut off. `main` is what is left of it."""

    main: str
    note: str = ""
    is_quiet: bool = False
    spared: str = ""
    further: tuple[str, ...] = ()
    reason: str = ""
    """What is said before the request: "I'm off on Friday, decline everything". It is the note too."""


def with_asides(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """An answer or a cancellation with all that is said beside it; None where something else is said beside it."""
    if len(utterance) > _LONGEST:
        return None
    said = apart(utterance)
    is_whole = said == Asides(said.main)
    main = understood(utterance if is_whole else said.main, context)
    if main.intent is Intent.CANCEL_DIALOG and main.subject and said.further:
        # What is named beside another event is one too.
        main = replace(main, intent=Intent.CANCEL)
    if main.intent not in _BESIDE or main.facet == "at_hand":
        return main if is_whole else None
    alone = context.alone
    lead = _verb(main.intent)
    spared = understood(lead + said.spared, alone) if said.spared else None
    others = tuple(_further(lead + each, understood(lead + each, alone)) for each in said.further)
    reason = understood(said.reason, alone).time if said.reason else None
    if spared and not _says_which(spared):
        spared = None
    if spared and not main.when and (spared.time.exact or spared.time.slots):
        # "all but the review tomorrow" is about tomorrow.
        main = replace(main, time=spared.time)
    if others and not main.when and (others[-1].time.exact or others[-1].time.slots):
        # "the stand-up and the retro tomorrow" are both tomorrow's.
        main = replace(main, time=others[-1].time)
    plural = patterns()["plural"].search(said.main)
    clears = bool(patterns()["cleared"].search(said.main)) and not main.subject
    several = bool(plural or others or spared or clears)
    if several or main.scope == "all":
        # "I'm off on Friday, decline everything" is about Friday.
        has_time = main.time.exact or main.time.slots
        main = replace(main, time=reason) if reason and not has_time and not main.subject else main
    return replace(
        main,
        when=read(utterance, alone).when if said.reason else main.when,
        facet=main.facet or ("cleared" if clears and main.intent is Intent.CANCEL else ""),
        note=said.note,
        is_quiet=said.is_quiet,
        spared=replace(spared, when=(), note="") if spared else None,
        others=tuple(each for each in others if _says_which(each)),
        scope=main.scope or ("all" if several else ""),
        noun=main.noun or (plural["x"].lower() if plural else ""),
        people=_invited(said.main, main.people),
    )


def _further(words: str, said: Understood) -> Understood:
    """A further event by what was said of it."""
    return replace(said, when=(), note="", people=_invited(words, said.people))


def apart(utterance: str) -> Asides:
    """The request, and what is said beside it. Pure text."""
    words = patterns()
    text, note, is_quiet, spared, reason = utterance.strip(), "", False, "", ""
    if found := words["reason-lead"].match(text):
        text, reason = text[found.end() :], found["reason"]
    if found := words["quiet"].search(text):
        # "No need to tell Ana" tells her nothing, whatever stands behind "tell".
        text, is_quiet = text[: found.start()], True
    if found := words["wordless"].search(text):
        text = text[: found.start()]
    if found := words["told"].search(text):
        text, note = text[: found.start()], found["note"]
    elif found := words["told-at-all"].search(text):
        text = text[: found.start()]
    if not note:
        for name in ("note", "comma-note"):
            found = words[name].search(text)
            begins = found.start("note" if name == "comma-note" else 0) if found else 0
            if found and text[:begins].strip():
                text, note = text[:begins], found["note"]
                break
    text = text.rstrip(" ,;.–—-")
    if found := words["quiet-lead"].search(text):
        text, is_quiet = found["lead"] + text[found.end() :], True
    if found := words["all-but"].search(text):
        text, spared = found["lead"], found["spared"]
    elif (found := words["spared"].search(text)) and text[: found.start()].strip():
        text, spared = text[: found.start()], found["spared"]
    first, *further = words["further"].split(text)[: _MOST + 1]
    further = [f"the {each}" if words["ordinal"].match(each) else each for each in further]
    one = words["tells-one"].search(utterance[: utterance.rfind(note)]) if note else None
    if one and speaks_of_them(note, one["who"]) and not words["names-another"].search(utterance[: one.start()]):
        # "Cancel Tom's audit and tell Ana I'll call him" may be about either.
        note = to_them(note, one["who"])
    # "Tell Ana to talk to Tom" is written to her as a request.
    note = patterns()["asides-to-do"].sub("please ", note.strip(" .\"'“”")) or reason
    return Asides(first.rstrip(" ,;"), note, is_quiet, spared.strip(" ,;."), tuple(further), reason)


def corrected(utterance: str, context: Context, understood: Reader) -> Understood | None:
    """What is said to a card that lists several acts: which are to be left out of them, or are alone to be done."""
    words = patterns()
    found, facet = words["spare"].match(utterance.strip()), "spare"
    if found is None:
        found, facet = words["alone"].match(utterance.strip()), "only"
    if found is None or words["them"].fullmatch(found["x"].strip(" .")):
        return None
    alone = context.alone
    first, *further = words["further"].split(found["x"])
    lead = words["described"].pattern
    said = [replace(understood(lead + each, alone), when=(), note="") for each in (first, *further)]
    if not all(_says_which(each) for each in said):
        return None
    return Understood(Intent.AMEND, 0.95, facet=facet, spared=replace(said[0], others=tuple(said[1:])))


def _verb(intent: Intent) -> str:
    """An event is described as what one would say to cancel or to accept it."""
    return patterns()["described"].pattern if intent is Intent.CANCEL else f"{patterns()['answered'].pattern}"


def _says_which(said: Understood) -> bool:
    return bool(said.subject or said.people or said.time.exact or said.time.slots or said.choice)


def _invited(text: str, people: Sequence[PersonMention]) -> tuple[PersonMention, ...]:
    """Who is spoken of, whoever invites as the organizer; the speaker as well: "everything by me"."""
    found: tuple[PersonMention, ...] = ()
    for each in people:
        last = found[-1] if found else None
        # "From Ana and Tom" is what either of them sent.
        is_joined = last is not None and last.role is Role.ORGANIZER and _joins(text[last.span[1] : each.span[0]])
        is_sender = _is_sender(text, each.span[0]) or is_joined
        found = (*found, replace(each, role=Role.ORGANIZER) if is_sender else each)
    own = patterns()["by-me"].search(text)
    if own is None or any(each.kind == "me" for each in found):
        return found
    return (*found, PersonMention(own[0], own.span(), Role.ORGANIZER, "me"))


def _is_sender(text: str, start: int) -> bool:
    """ "all from Priya", "what Tom organized": those who invite, not those who merely come."""
    return bool(re.search(r"\b(?:from|by|of)\s+$", text[:start], re.IGNORECASE))


def _joins(between: str) -> bool:
    return bool(re.fullmatch(r"\s*(?:,|&|and|or|,\s*(?:and|or))\s*", between, re.IGNORECASE))
