"""Sentences that change an event which exists, taken apart: the words that tell which event, and what becomes of it.

"move my 3pm with Tom to 4" speaks of two times; only its build tells that one is the event's and the other the new one.
The sentences are a language's data: `languages/<language>.changes.txt`.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Final

from dialogs.understand.lexicon.patterns import patterns, places_behind
from dialogs.understand.lexicon.phrasebook import Label, Pieces, entries, labelled
from dialogs.understand.lexicon.telltales import Row, Telltales, Wary, index_of, wary
from dialogs.understand.understood import Intent

_LONGEST: Final = 300
"""Characters. What is longer tells a story."""

_BETWEEN: Final = r"(?:(?<!\w)|(?!\w))\s*"
"""Where a part ends: never within a word."""

_JOINED: Final = r"(?:(?<!\s)\s+|(?=[':,]))"
"""Where a joint begins: at the first of several spaces alone, so that many of them take no longer."""

_NO_JOINT: Final = "-"
"""Where nothing stands behind the event."""

_QUOTED: Final = re.compile(r"\"[^\"]+\"|“[^”]+”|«[^»]+»")

Span = tuple[int, int]
IsOne = Callable[[str, Span], bool]
"""Whether what stands in a span of the text is wholly of a kind."""


@dataclass(frozen=True)
class Change:
    """Where the event is described, and where what becomes of it is said. `facet` is that of the intent."""

    intent: Intent
    facet: str
    event: Span
    new: Span | None
    kind: str
    """Of what is new: time, amount, who, swap, text, place, state, or nothing."""


@dataclass(frozen=True)
class _Sentence:
    label: Label
    opening: Wary
    first: str
    joint: Wary | None
    last: str


@dataclass(frozen=True)
class _Language:
    sentences: tuple[_Sentence, ...]
    row: Row
    """Their openings, which are looked for together with the joints."""
    pieces: Mapping[str, re.Pattern[str]]
    states: Mapping[str, Wary]
    behind: re.Pattern[str]
    """What may stand at the end and says nothing more."""


@cache
def _language(name: str) -> _Language:
    pieces = Pieces(index_of(name))
    states: dict[str, str] = {}
    said: list[tuple[Label, list[str]]] = []
    for head, body, is_piece in entries(f"{name}.changes.txt"):
        if head.startswith("@"):
            states[head[1:]] = pieces.filled(body)
        elif is_piece:
            pieces.add(head, body)
        else:
            said.append((labelled(head), body.split(" | ")))
    openings = [
        Wary(
            rf"(?:{pieces.filled(opening)}){_BETWEEN}",
            pieces.index,
            partial(_both, pieces, opening, joint),
            beside=pieces.filled(joint),
        )
        for _, (opening, _, joint, _) in said
    ]
    row = Row(openings, pieces.index)
    sentences: list[_Sentence] = []
    for (label, (_, first, joint, last)), opening in zip(said, row.patterns, strict=True):
        joins = None
        if joint != _NO_JOINT:
            joins = Wary(rf"{_JOINED}(?:{pieces.filled(joint)}){_BETWEEN}", pieces.index, partial(pieces.told, joint))
        sentences.append(_Sentence(label, opening, first, joins, last))
    known = pieces.each()
    behind = re.compile(known["behind"].pattern + "$")
    return _Language(tuple(sentences), row, known, wary(states, pieces.index), behind)


def _both(pieces: Pieces, opening: str, joint: str) -> Telltales:
    """The telltales of a sentence: the best of its opening and of its joint first."""
    begins, joins = pieces.told(opening), () if joint == _NO_JOINT else pieces.told(joint)
    return (*begins[:1], *joins[:1], *begins[1:], *joins[1:])


def find(text: str, is_one: Mapping[str, IsOne], language: str = "en") -> Change | None:
    """How `text` changes an event, or None where it does something else.

    `is_one` judges what stands in a place for a time, an amount, people ("who") or people for people ("swap").
    """
    low = text.lower().replace("’", "'")
    if len(low) != len(text) or len(text) > _LONGEST:
        return None
    known = _language(language)
    if not (likely := known.row.worth_a_try(low)):
        return None
    end = found.start() if (found := known.behind.search(low)) else len(text)
    begins = places_behind(patterns(language)["changes-lead"], low, (len(low) - len(low.lstrip()),))
    for place in likely:
        sentence = known.sentences[place]
        if sentence.last == "state" and not any(state.may_fit(low) for state in known.states.values()):
            continue
        for event, new, kind in _parts(sentence, low[:end], begins):
            comes = kind in ("who", "swap") and sentence.label.intent is not Intent.REMOVE_ATTENDEE
            if comes and _is_only_a_time(low[slice(*event)], known, is_one):
                continue
            if kind == "time" and _is_a_choice(low, event, new):
                continue
            if _is_described(low[slice(*event)], known) and (new is None or _holds(text, new, kind, known, is_one)):
                # What is written for others is all of it, whatever it ends with.
                whole = (new[0], len(text)) if new and sentence.label.facet == "description" else new
                return Change(sentence.label.intent, _facet(sentence, low, new, known), event, whole, kind)
    return None


def is_at_hand(words: str, language: str = "en") -> bool:
    """Whether the words say no more of an event than "it"."""
    return bool(_language(language).pieces["at-hand"].fullmatch(words.lower().strip()))


def names_no_time(words: str, language: str = "en") -> bool:
    """Whether the words say that it is to be another time, and not which: "a later time", "some other day"."""
    return bool(_language(language).pieces["someday"].fullmatch(words.lower().strip()))


def is_filler(words: str, language: str = "en") -> bool:
    """Whether words that stand beside times say nothing more."""
    filler = _language(language).pieces["filler"]
    return all(filler.fullmatch(word) for word in re.findall(r"[^\W\d_]+", words.lower()))


def _parts(sentence: _Sentence, low: str, begins: Sequence[int]) -> Iterator[tuple[Span, Span | None, str]]:
    """Every way to cut the words into the event and what is new, the first place for the joint first.

    The sentence begins at one of `begins`.
    """
    opened = next((found for at in begins if (found := sentence.opening.match(low, at))), None)
    if not opened:
        return
    start, end = opened.end(), len(low)
    if sentence.joint is None:
        yield (start, end), None, ""
        return
    quoted = [found.span() for found in _QUOTED.finditer(low)]
    clocks = [found.span() for found in patterns()["in-a-clock"].finditer(low)]
    for joint in sentence.joint.finditer(low, start):
        left, right = (start, joint.start()), (joint.end(), end)
        if any(begin < joint.start() < closed - 1 for begin, closed in (*quoted, *clocks)):
            # What stands in quotation marks is a name, whatever words it has; "a quarter to 11" is one time of day.
            continue
        if not (low[slice(*left)].strip() and low[slice(*right)].strip()):
            continue
        if sentence.first == "event":
            yield left, right, sentence.last
        else:
            yield right, left, sentence.first


def _is_only_a_time(words: str, known: _Language, is_one: Mapping[str, IsOne]) -> bool:
    """ "get Ana and Tom for 45 minutes on Friday" adds them to nothing; "for the 3pm" would."""
    said = words.strip()
    return not known.pieces["owned"].match(said) and (
        is_one["amount"](said, (0, len(said))) or is_one["time"](said, (0, len(said)))
    )


def _is_a_choice(low: str, event: Span, new: Span | None) -> bool:
    """ "the first one" is one of several, not the first at one o'clock; "make it one" is a time."""
    if new is None or low[slice(*event)].strip() == "it":
        return False
    return not low[event[1] : new[0]].strip() and low[new[0] :].startswith("one")


def _is_described(words: str, known: _Language) -> bool:
    """An event that exists is not "a meeting", and a shopping list is none."""
    said = words.strip()
    if known.pieces["at-hand"].fullmatch(said):
        return True
    return bool(said) and not (known.pieces["indefinite"].match(said) or known.pieces["no-event"].fullmatch(said))


def _holds(text: str, span: Span, kind: str, known: _Language, is_one: Mapping[str, IsOne]) -> bool:
    said = text[slice(*span)]
    if kind == "name":
        return bool(known.pieces["name"].fullmatch(said.lower().strip()))
    if kind == "text":
        return True
    if kind == "state":
        return _state(said.lower(), known) != ""
    if kind == "place":
        if known.pieces["timed"].fullmatch(said.lower()):
            return False
        return said[:1].isupper() or bool(known.pieces["placelike"].fullmatch(said.lower()))
    return is_one[kind](text, span)


def _facet(sentence: _Sentence, low: str, new: Span | None, known: _Language) -> str:
    return _state(low[slice(*new)], known) if sentence.label.facet == "state" and new else sentence.label.facet


def _state(words: str, known: _Language) -> str:
    return next((name for name, pattern in known.states.items() if pattern.fullmatch(words.strip())), "")
