"""The smaller slots: where, online or not, what to tell the others, which choice, how much later, which of a series."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from dialogs.understand.lexicon.patterns import patterns
from dialogs.understand.understood import Kind, When


@dataclass(frozen=True)
class Details:
    """Empty: not said."""

    location: str = ""
    online: bool | None = None
    note: str = ""
    choice: int | None = None
    shift: timedelta | None = None
    longer: timedelta | None = None
    scope: str = ""
    several: bool = False
    """ "both", "all", "everything" """
    earliest: bool = False


_ORDINALS: Final = {
    1: "first one former top",
    2: "second two",
    3: "third three",
    4: "fourth four",
    5: "fifth five",
    6: "sixth six",
    -1: "last latter bottom final",
}
_NUMBERS: Final = {word: number for number, words in _ORDINALS.items() for word in words.split()}
_COUNTS: Final = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_OPENING: Final = 2000
"""Characters. What is asked is said in the first sentences; behind them a pasted text may follow."""
_LENGTHS: Final = 8
"""Nobody says more durations than that in one request; what is pasted may hold thousands."""


def find(text: str, when: Sequence[When], masked: Sequence[tuple[int, int]], *, is_open: bool) -> Details:
    """The details in `text`; places are not looked for in `masked` (times and people).

    `is_open`: something is being discussed, which "15 more minutes" is about.
    """
    words = patterns()
    text = text[:_OPENING]
    when = [w for w in when if w.span[1] <= _OPENING]
    shown = list(text)
    for start, end in (span for span in masked if span[1] <= _OPENING):
        shown[start:end] = "|" * (end - start)
    rest = "".join(shown)
    low = rest.lower().replace("’", "'")
    return Details(
        location=_location(text, rest),
        online=False if words["in-person"].search(text) else True if words["online"].search(text) else None,
        note=_note(text),
        choice=_choice(low if len(text.split()) > 4 else text.lower()),
        shift=_shift(text, when),
        longer=_longer(text, when, is_open=is_open),
        scope=next((name for name in ("following", "all", "this") if words[name].search(text)), ""),
        several=bool(words["several"].search(text)),
        earliest=bool(words["earliest"].search(text)),
    )


def _location(text: str, rest: str) -> str:
    words = patterns()
    for pattern, group in ((words["room"], "room"), (words["place"], "place"), (words["lower-place"], "place")):
        for found in pattern.finditer(rest):
            if not words["whereabouts"].search(rest[: found.start()]):
                return text[found.start(group) : found.end(group)].strip(" .,|")
    return ""


def any_place(text: str, masked: Sequence[tuple[int, int]]) -> str:
    """Where those who meet do so, whatever it is called: "at starbucks"; `masked` are times and people."""
    shown = list(text[:_OPENING])
    for start, end in (span for span in masked if span[1] <= _OPENING):
        shown[start:end] = "|" * (end - start)
    found = patterns()["any-place"].search("".join(shown).lower())
    place = text[found.start("place") : found.end("place")].strip() if found else ""
    return "" if patterns()["event-head"].search(place.lower()) else place


def without_note(subject: str) -> str:
    """A subject up to the words that begin a note to the others."""
    found = patterns()["note"].search(subject)
    return subject[: found.start()].rstrip(" ,;") if found else subject


def note_at(text: str) -> int | None:
    """Where the words begin that tell the others something, which describe nothing any more."""
    words = patterns()
    if found := words["note"].search(text):
        return found.start()
    found = words["comma-note"].search(text)
    return found.start("note") if found else None


def _note(text: str) -> str:
    words = patterns()
    found = words["note"].search(text) or words["comma-note"].search(text)
    return found["note"].strip(" .\"'“”") if found else ""


def _choice(low: str) -> int | None:
    for found in patterns()["choice"].finditer(low):
        word = found["word"]
        number = _NUMBERS.get(word)
        if number is None and word[0].isdigit():
            number = int(re.sub(r"\D", "", word))
        if number is not None:
            return number
    return None


def how_often(text: str) -> int | None:
    """ "six times", said anywhere beside a series"""
    found = patterns()["how-often"].search(text[:_OPENING])
    if found is None:
        return None
    word = (found["number"] or found["of"]).lower()
    return int(word) if word.isdigit() else _COUNTS.index(word) + 2


def next_day(text: str) -> timedelta | None:
    """How far "the day after" and "the day before" are from the day at hand."""
    words = patterns()
    if words["day-after"].search(text):
        return timedelta(days=1)
    return timedelta(days=-1) if words["day-before"].search(text) else None


def _longer(text: str, when: Sequence[When], *, is_open: bool) -> timedelta | None:
    words = patterns()
    for one in [w for w in when if w.kind is Kind.DURATION][:_LENGTHS]:
        behind, before = text[one.span[1] :], text[: one.span[0]]
        if words["longer"].match(behind) or words["extend-by"].search(before):
            return one.duration
        if words["shorter"].match(behind) or words["shorten-by"].search(before):
            return -one.duration if one.duration else None
        around = before[-12:] + one.text + behind[:8]
        if is_open and words["extra"].search(around):
            return one.duration
    return None


def _shift(text: str, when: Sequence[When]) -> timedelta | None:
    words = patterns()
    lengths = [w for w in when if w.kind is Kind.DURATION and w.duration][:_LENGTHS]
    for one in lengths:
        if one.duration is None or one.text.lower().startswith("for "):
            continue
        behind, before = text[one.span[1] :], text[: one.span[0]]
        if words["later"].match(behind):
            return one.duration
        if words["earlier"].match(behind):
            forward = re.match(r"\s*forward", behind, re.I) and not words["sooner-verb"].search(before)
            return one.duration if forward else -one.duration
        if found := words["by"].search(before):
            earlier = (found["way"] or "").lower() in ("forward", "up", "earlier") or words["sooner-verb"].search(
                before
            )
            return -one.duration if earlier else one.duration
    return None
