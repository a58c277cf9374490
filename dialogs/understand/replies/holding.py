"""Somebody holds off: "let me check with Tom first", "not yet, Ana has to confirm", "scratch that, we still need it".

Nothing is to happen then, whoever is named in it: each clause says that it waits, that it is not wanted after all, or
why. The clauses are a language's data: `languages/<language>.holding.txt`. What says more ("wait, make it 3") is read
by others.
"""

import re
from typing import Final, NamedTuple

from dialogs.understand.context import Context
from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.lexicon.phrasebook import Phrasebook, phrasebook
from dialogs.understand.understood import Intent, Understood
from dialogs.understand.when.reading import read

_LONGEST: Final = 160
"""Characters. What is longer tells a story."""
_CLAUSES: Final = re.compile(r"\s*(?:[,;:.!…]+|\s[–—-]+)\s+|[\s,;.!…–—-]+$")
_IN_WORD: Final = re.compile(r"(?<=\w)\w")
_FREE_TEXT: Final = frozenset(("subject", "note"))
_OPENERS: Final = {"put-off": "later", "taken-back": "dropped"}
"""Pieces that stand before a reason, or alone, and what each says."""


class _Part(NamedTuple):
    kind: str
    is_opener: bool = False


def held_off(utterance: str, context: Context) -> Understood | None:
    """That nothing is to be done now; None where something else is said.

    The facet is "later" where what is open may still be wanted, or where nothing is.
    """
    if len(utterance) > _LONGEST or utterance.rstrip().endswith("?"):
        return None
    if context.question and context.question.kind in _FREE_TEXT:
        return None
    parts: list[_Part] = []
    for clause in filter(None, _CLAUSES.split(utterance)):
        if (said := _parts(clause)) is None:
            return None
        parts += said
    if all(part.is_opener for part in parts) and not _book().pieces["put-off"].fullmatch(utterance.strip(" .!…")):
        # "No, wait" may go on with anything; "never mind" is known by itself.
        return None
    return _meant({part.kind for part in parts}, utterance, context)


def _meant(kinds: set[str], utterance: str, context: Context) -> Understood | None:
    gives_up, waits = Understood(Intent.CANCEL_DIALOG, 1.0), Understood(Intent.CANCEL_DIALOG, 1.0, facet="later")
    thanks = bool(patterns()["thanks"].search(utterance))
    if context.question is None:
        parts_ways = kinds & {"parting", "seeing"} and _takes_up(utterance)
        return (Understood(Intent.THANKS, 1.0) if thanks else waits) if parts_ways else None
    if "dropped" in kinds:
        return gives_up
    if "later" in kinds:
        return waits
    # "I'll catch her on Friday" may tell when instead.
    sees = "seeing" in kinds and (thanks or not read(utterance, context).when)
    return gives_up if "parting" in kinds or sees else None


def _takes_up(utterance: str) -> bool:
    """Whether it begins with a small word, as what takes up something does: "ok, I'll call him", "no wait"."""
    return bool(_book().pieces["small"].match(utterance))


def _parts(clause: str) -> list[_Part] | None:
    """What a clause says; None where that is none of this."""
    pieces = _book().pieces
    said: list[_Part] = []
    rest = clause.strip()
    while rest:
        if step := pieces["small"].match(rest):
            rest = rest[step.end() :].strip()
            continue
        if kind := _whole(rest):
            return [*said, _Part(kind)]
        tried = ((kind, pieces[name].match(rest)) for name, kind in _OPENERS.items())
        opener = next(((kind, step) for kind, step in tried if step and not _IN_WORD.match(rest, step.end())), None)
        if opener is None:
            return None
        said.append(_Part(opener[0], is_opener=True))
        rest = rest[opener[1].end() :].strip()
    return said


def _whole(words: str) -> str:
    fitting = (each.label.name for each in _book().worth_a_try(words) if each.pattern.fullmatch(words))
    return next(fitting, "")


def _book() -> Phrasebook:
    return phrasebook("en.holding.txt", flags=re.IGNORECASE)
